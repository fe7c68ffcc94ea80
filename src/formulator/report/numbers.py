"""Numbers, spans and lists of names as they stand in a sentence."""

from __future__ import annotations

import math

from formulator.core.figure import Figure
from formulator.core.ratios import ENDLESS
from formulator.core.span import Span


def number(value: float, figures: int = 4) -> str:
    """So many significant figures, whole numbers in full, no exponent for what a formulator meets."""
    if value == 0:
        return "0"
    digits = max(0, figures - 1 - math.floor(math.log10(abs(value)))) if math.isfinite(value) else 0
    text = f"{value:.{min(digits, 10)}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return (text if text not in ("0", "-0") else f"{value:.2g}").replace("-", "−")


def quantity(value: float, unit: str) -> str:
    """A number with its unit."""
    return f"{number(value)} {unit}".strip()


def span(value: Span, unit: str, figures: int = 4) -> str:
    """ "10.3", "10.3 (9.9 to 10.7)", or "unknown, 0 to 20" with the unit."""
    if value.high >= ENDLESS:  # divided by what may be nothing
        best = "" if value.best is None or value.best >= ENDLESS else f"{number(value.best, figures)}, "
        return f"{best}at least {number(value.low, figures)} {unit}".strip() + ", no upper end"
    bounds = f"{number(value.low, figures)} to {number(value.high, figures)}"
    if value.best is None:
        return f"unknown, {bounds} {unit}".strip()
    best = f"{number(value.best, figures)} {unit}".strip()
    return best if bounds == f"{number(value.best, figures)} to {number(value.best, figures)}" else f"{best} ({bounds})"


def figure(value: Figure) -> str:
    """A figure's span with its unit."""
    return span(value.span, value.unit)


def listed(names: list[str] | tuple[str, ...]) -> str:
    """ "a, b and c"."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]
