"""The few shapes of arithmetic a Figure can have. Each computes its own bounds and writes its own working, so text and number cannot drift apart.

Weights and values are never negative here, so a lowest result comes from the lowest inputs (naive interval arithmetic would overstate a mean).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

import numpy as np

from formulator.core.figure import Cited, Datum, Form, Term, Worked
from formulator.core.phrase import Words
from formulator.core.span import Floats, Span, Spans

Bound = Literal["low", "best", "high"]
BOUNDS: tuple[Bound, ...] = ("best", "low", "high")


def written(value: float) -> str:
    """A number as it stands in a worked text: at most seven figures, no exponent a reader would stumble over."""
    text = f"{value:.7g}"
    return f"{value:.12f}".rstrip("0") if "e-" in text and abs(value) > 1e-9 else text


def at(span: Span, bound: Bound) -> float:
    return {"low": span.low, "best": math.nan if span.best is None else span.best, "high": span.high}[bound]


def shown(span: Span) -> Iterator[tuple[Bound, float]]:
    for bound in BOUNDS:
        value = at(span, bound)
        if not math.isnan(value) and not (bound != "best" and value == span.best):
            yield bound, value


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Total:
    """Σ of stated amounts (n,), nominal; the one form that may go below zero, as a q.s. can."""

    values: Floats
    cite: Callable[[int], Cited]
    label: Callable[[int], Words]

    @property
    def span(self) -> Span:
        """The plain sum."""
        return Span.exact(math.fsum(self.values))

    @property
    def firm(self) -> Span | None:
        """The span, when every input is firm as it is."""
        return if_firm(self)

    def terms(self) -> Sequence[Term]:
        """One term a row."""
        return [Term(label=self.label(i), value=self.cite(i)) for i in range(len(self.values))]

    def worked(self) -> Sequence[Worked]:
        """a + b + c"""
        text = " + ".join(written(x) if x >= 0 else f"(−{written(-x)})" for x in self.values) or "0"
        return [Worked("best", text, math.fsum(self.values))]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weighted:
    """Σ wᵢ·xᵢ / `per`, over rows of one matrix: `weights` and `values` have shape (n,), `cite(i)` and `label(i)` name row i on request.
    `weigh(i)` is the datum of a weight that was read somewhere; nominal weights have none, and are firm as they are.

    Rows that add nothing (weight or value zero throughout) are left out of the working.
    """

    weights: Spans
    values: Spans
    cite: Callable[[int], Cited]
    label: Callable[[int], Words]
    weigh: Callable[[int], Datum] | None = None
    weight_unit: str = "%"
    per: float = 1.0
    _firm: dict[int, Span | None] = field(init=False, repr=False, default_factory=dict)

    @property
    def span(self) -> Span:
        """Sum of the products at each bound; best is None when a row that is there has no best value."""
        there = self._there()
        low, best, high = (
            math.fsum((w[there] * x[there]).tolist()) / self.per
            for w, x in ((self.weights.low, self.values.low), (self.weights.best, self.values.best), (self.weights.high, self.values.high))
        )
        return ordered(low, best, high)

    def firm_value(self, i: int) -> Span | None:
        """The firm span of a row's value, worked out once: each line of a recipe may be asked for what the others leave it."""
        if i not in self._firm:
            self._firm[i] = self.cite(i).firm
        return self._firm[i]

    @property
    def firm(self) -> Span | None:
        """The sum with the firm spans of the weights and values."""
        rows = np.flatnonzero(self.weights.high > 0).tolist()
        values = [self.firm_value(i) for i in rows]
        weights = [self.weigh(i).firm if self.weigh else self.weights[i] for i in rows]
        known = [(w, x) for w, x in zip(weights, values, strict=True) if w is not None and x is not None]
        if len(known) < len(rows):
            return None
        return replace(self, weights=Spans.of(w for w, _ in known), values=Spans.of(x for _, x in known)).span

    def terms(self) -> Sequence[Term]:
        """One term a row that adds something."""
        return [Term(label=self.label(i), value=self.cite(i), weight=self.weights[i], weight_unit=self.weight_unit) for i in self._rows()]

    def worked(self) -> Sequence[Worked]:
        """(w₁ × x₁ + w₂ × x₂) / per"""
        rows = self._rows()
        lines = []
        for bound, value in shown(self.span):
            w, x = getattr(self.weights, bound), getattr(self.values, bound)
            total = " + ".join(f"{written(w[i])} × {written(x[i])}" for i in rows) or "0"
            lines.append(Worked(bound, total if self.per == 1 else f"({total}) / {written(self.per)}", value))
        return lines

    def _there(self) -> np.ndarray[Any, np.dtype[np.bool_]]:
        there: np.ndarray[Any, np.dtype[np.bool_]] = (self.weights.high > 0) & ((self.values.low != 0) | (self.values.high != 0))
        return there

    def _rows(self) -> list[int]:
        rows: list[int] = np.flatnonzero(self._there()).tolist()
        return rows


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WeightedMean:
    """Σ wᵢ·xᵢ / Σ wᵢ with nominal `weights` (n,), so its bounds are the means of the bounds. Σ wᵢ must be above 0."""

    weights: Floats
    values: Spans
    cite: Callable[[int], Cited]
    label: Callable[[int], Words]

    @property
    def span(self) -> Span:
        """The mean at each bound."""
        rows = np.flatnonzero(self.weights)
        weights = self.weights[rows]
        low, best, high = (math.fsum(weights * x[rows]) / math.fsum(weights) for x in (self.values.low, self.values.best, self.values.high))
        return ordered(low, best, high)

    @property
    def firm(self) -> Span | None:
        """The span, when every input is firm as it is."""
        return if_firm(self)

    def terms(self) -> Sequence[Term]:
        """One term a row with weight."""
        return [
            Term(label=self.label(i), value=self.cite(i), weight=Span.exact(float(self.weights[i])), weight_unit="%")
            for i in (int(i) for i in np.flatnonzero(self.weights))
        ]

    def worked(self) -> Sequence[Worked]:
        """(w₁ × x₁ + w₂ × x₂) / (w₁ + w₂)"""
        rows = np.flatnonzero(self.weights)
        below = " + ".join(written(self.weights[i]) for i in rows)
        lines = []
        for bound, value in shown(self.span):
            x = getattr(self.values, bound)
            above = " + ".join(f"{written(self.weights[i])} × {written(x[i])}" for i in rows)
            lines.append(Worked(bound, f"({above}) / ({below})", value))
        return lines


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Product:
    """a · b · c / `per`, of labelled factors that are never negative."""

    factors: tuple[tuple[Words, Cited], ...]
    per: float = 1.0

    @property
    def span(self) -> Span:
        """Product of the bounds."""
        bounds: tuple[Bound, ...] = ("low", "best", "high")
        low, best, high = (math.prod(at(x.span, b) for _, x in self.factors) / self.per for b in bounds)
        return ordered(low, best, high)

    @property
    def firm(self) -> Span | None:
        """Product of the firm bounds."""
        firm = [x.firm for _, x in self.factors]
        known = [span for span in firm if span is not None]
        if len(known) < len(firm):
            return None
        return Span.between(math.prod(x.low for x in known) / self.per, math.prod(x.high for x in known) / self.per)

    def terms(self) -> Sequence[Term]:
        """The factors."""
        return [Term(label=label, value=value) for label, value in self.factors]

    def worked(self) -> Sequence[Worked]:
        """a × b × c / per"""
        tail = "" if self.per == 1 else f" / {written(self.per)}"
        return [Worked(b, " × ".join(written(at(x.span, b)) for _, x in self.factors) + tail, v) for b, v in shown(self.span)]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MassFraction:
    """10⁶ · n·A / Σ nᵢ·Aᵢ: mg of one element in a kg of a compound; `atoms` are (symbol, count, atomic weight datum)."""

    symbol: str
    atoms: tuple[tuple[str, float, Datum], ...]

    @property
    def span(self) -> Span:
        """From the best atomic weights: their uncertainty is below any scale that weighs a cream."""
        masses = {symbol: n * at(weight.span, "best") for symbol, n, weight in self.atoms}
        return Span.exact(1e6 * masses[self.symbol] / math.fsum(masses.values()))

    @property
    def firm(self) -> Span | None:
        """The span, when every input is firm as it is."""
        return if_firm(self)

    def terms(self) -> Sequence[Term]:
        """The atoms of the compound."""
        return [Term(label=symbol, value=weight, weight=Span.exact(n), weight_unit="atoms") for symbol, n, weight in self.atoms]

    def worked(self) -> Sequence[Worked]:
        """1000000 × n × A / (n₁ × A₁ + …)"""
        parts = {symbol: f"{written(n)} × {written(at(weight.span, 'best'))}" for symbol, n, weight in self.atoms}
        return [Worked("best", f"1000000 × {parts[self.symbol]} / ({' + '.join(parts.values())})", at(self.span, "best"))]


def if_firm(form: Form) -> Span | None:
    return form.span if all(t.value.firm == t.value.span for t in form.terms()) else None


def ordered(low: float, best: float, high: float) -> Span:
    # the last bit may differ between sums of equal terms
    if math.isnan(best):
        return Span.between(min(low, high), high)
    return Span(min(low, best), best, max(best, high))
