"""Numbers, spans and lists of names as they stand in a sentence. Decimals are as the language has them; what goes into a file is written elsewhere."""

from __future__ import annotations

import math
from collections.abc import Sequence

from formulator.core.figure import Figure
from formulator.core.ratios import ENDLESS
from formulator.core.span import Span
from formulator.report.tongue import decimals, say


def number(value: float, figures: int = 4) -> str:
    """So many significant figures, whole numbers in full, no exponent for what a formulator meets."""
    if value == 0:
        return "0"
    digits = max(0, figures - 1 - math.floor(math.log10(abs(value)))) if math.isfinite(value) else 0
    text = f"{value:.{min(digits, 10)}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return decimals((text if text not in ("0", "-0") else f"{value:.2g}").replace("-", "−"))


def quantity(value: float, unit: str) -> str:
    """A number with its unit."""
    return f"{number(value)} {unit}".strip()


def span(value: Span, unit: str, figures: int = 4) -> str:
    """ "10.3", "10.3 (9.9 to 10.7)", or "unknown, 0 to 20" with the unit."""
    text = known(value, unit, figures)
    return say("unknown, {bounds}", bounds=text) if value.best is None and value.high < ENDLESS else text


def known(value: Span, unit: str, figures: int = 4) -> str:
    """The same without a word on what is unknown: "10.3 (9.9 to 10.7)", or "0 to 20"."""
    if value.high >= ENDLESS:  # divided by what may be nothing
        least = f"{number(value.low, figures)} {unit}".strip()
        if value.best is None or value.best >= ENDLESS:
            return say("at least {least}, no upper end", least=least)
        return say("{best}, at least {least}, no upper end", best=number(value.best, figures), least=least)
    low, high = number(value.low, figures), number(value.high, figures)
    if value.best is None:
        return f"{say('{low} to {high}', low=low, high=high)} {unit}".strip()
    middle = number(value.best, figures)
    best = f"{middle} {unit}".strip()
    return best if low == high == middle else say("{best} ({low} to {high})", best=best, low=low, high=high)


def figure(value: Figure) -> str:
    """A figure's span with its unit."""
    return span(value.span, value.unit)


def listed(names: Sequence[str]) -> str:
    """ "a, b and c"."""
    return say("{names} and {last}", names=say(", ").join(names[:-1]), last=names[-1]) if len(names) > 1 else names[0]


def ends(least: float | None, most: float | None) -> str:
    """ "at least 1 and at most 2", or the end that there is."""
    if least is None:
        return "" if most is None else say("at most {most}", most=number(most))
    if most is None:
        return say("at least {least}", least=number(least))
    return say("at least {least} and at most {most}", least=number(least), most=number(most))
