"""Shapes of arithmetic with something above and something below: a difference, a quotient, a split, and the room that is left below a maximum; and a sum
of which a part is not known at all."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from formulator.core.figure import Cited, Term, Worked
from formulator.core.forms import Bound, Weighted, at, if_firm, ordered, shown, written
from formulator.core.phrase import Words
from formulator.core.span import Span

ENDLESS = 1e15  # where what stands below may be nothing: no upper end. Finite, because 0 × ∞ is no number; written out as "no upper end"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Difference:
    """a − b."""

    first: tuple[Words, Cited]
    second: tuple[Words, Cited]

    @property
    def span(self) -> Span:
        """Widest difference either way."""
        a, b = self.first[1].span, self.second[1].span
        return ordered(a.low - b.high, at(a, "best") - at(b, "best"), a.high - b.low)

    @property
    def firm(self) -> Span | None:
        """The span, when every input is firm as it is."""
        return if_firm(self)

    def terms(self) -> Sequence[Term]:
        """Both sides."""
        return [Term(label=label, value=value) for label, value in (self.first, self.second)]

    def worked(self) -> Sequence[Worked]:
        """a − b, with the bounds that make it lowest and highest."""
        a, b = self.first[1].span, self.second[1].span
        pairs: dict[Bound, tuple[Bound, Bound]] = {"low": ("low", "high"), "best": ("best", "best"), "high": ("high", "low")}
        return [Worked(bound, f"{written(at(a, pairs[bound][0]))} − {written(at(b, pairs[bound][1]))}", v) for bound, v in shown(self.span)]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Split:
    """100 · (T − B) / (A − B): the share of A in a mixture of A and B that comes to T. Needs best values with A ≠ B and T between them."""

    target: tuple[Words, Cited]
    first: tuple[Words, Cited]
    second: tuple[Words, Cited]

    def _corners(self) -> list[tuple[float, float, float]]:
        spans = [x.span for _, x in (self.target, self.first, self.second)]
        return [(t, a, b) for t in (spans[0].low, spans[0].high) for a in (spans[1].low, spans[1].high) for b in (spans[2].low, spans[2].high)]

    @property
    def span(self) -> Span:
        """Best from the best values. A share lies within 0–100 %; where the spans of A and B overlap nothing narrower can be said."""
        t, a, b = (at(x.span, "best") for _, x in (self.target, self.first, self.second))
        best = 100 * (t - b) / (a - b)
        first, second = self.first[1].span, self.second[1].span
        if first.low <= second.high and second.low <= first.high:
            return Span(0.0, best, 100.0)
        # monotonic in each of T, A, B on either side, so the extremes are at the corners
        shares = [100 * (t - b) / (a - b) for t, a, b in self._corners()]
        return Span(max(0.0, min(shares)), best, min(100.0, max(shares)))

    @property
    def firm(self) -> Span | None:
        """The span, when every input is firm as it is."""
        return if_firm(self)

    def terms(self) -> Sequence[Term]:
        """Target and both members."""
        return [Term(label=label, value=value) for label, value in (self.target, self.first, self.second)]

    def worked(self) -> Sequence[Worked]:
        """100 × (T − B) / (A − B) for the best values."""
        t, a, b = (written(at(x.span, "best")) for _, x in (self.target, self.first, self.second))
        return [Worked("best", f"100 × ({t} − {b}) / ({a} − {b})", at(self.span, "best"))]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Quotient:
    """`times` · (a · b · …) / (c · d · …), of labelled factors that are never negative. What stands below may be nothing: the result is then endless."""

    above: tuple[tuple[Words, Cited], ...]
    below: tuple[tuple[Words, Cited], ...]
    times: float = 1.0

    @property
    def span(self) -> Span:
        """Least over most, best over best, most over least."""
        spans = [[x.span for _, x in side] for side in (self.above, self.below)]
        low, high = self._ends(spans)
        known = all(s.known for side in spans for s in side)
        if low == high:
            return Span.exact(low)
        best = self._value([[at(s, "best") for s in side] for side in spans]) if known else math.nan
        return ordered(low, best, high)

    @property
    def firm(self) -> Span | None:
        """The same from the firm bounds."""
        spans = [[x.firm for _, x in side] for side in (self.above, self.below)]
        firm = [[s for s in side if s is not None] for side in spans]
        if [len(side) for side in firm] != [len(side) for side in spans]:
            return None
        return Span.between(*self._ends(firm))

    def terms(self) -> Sequence[Term]:
        """Everything above, then everything below."""
        return [Term(label=label, value=value) for label, value in (*self.above, *self.below)]

    def worked(self) -> Sequence[Worked]:
        """times × a × b / (c × d)"""
        pairs: dict[Bound, tuple[Bound, Bound]] = {"low": ("low", "high"), "best": ("best", "best"), "high": ("high", "low")}
        lines = []
        for bound, value in shown(self.span):
            over, under = pairs[bound] if all(x.span.known for _, x in (*self.above, *self.below)) else pairs["low" if bound == "best" else bound]
            if value >= ENDLESS or any(at(x.span, under) == 0 for _, x in self.below):
                continue  # a division by nothing is not written out
            factors = ([] if self.times == 1 else [written(self.times)]) + [written(at(x.span, over)) for _, x in self.above]
            divisors = [written(at(x.span, under)) for _, x in self.below]
            below = divisors[0] if len(divisors) == 1 else f"({' × '.join(divisors)})"
            lines.append(Worked(bound, f"{' × '.join(factors)} / {below}", value))
        return lines

    def _ends(self, spans: Sequence[Sequence[Span]]) -> tuple[float, float]:
        above, below = spans
        return (self._value([[s.low for s in above], [s.high for s in below]]), self._value([[s.high for s in above], [s.low for s in below]]))

    def _value(self, sides: Sequence[Sequence[float]]) -> float:
        above, below = self.times * math.prod(sides[0]), math.prod(sides[1])
        if below == 0:
            return 0.0 if above == 0 else ENDLESS
        return min(above / below, ENDLESS)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Room:
    """(maximum · per − Σ others) / own: the most of some rows of a weighted sum that keeps it at or below a maximum, whatever the others turn out to bring.

    Taken from firm bounds, always on the careful side, so it is one number; only to be asked where it is `possible`.
    The `own` rows are of one line, and share its amount.
    """

    maximum: tuple[Words, Cited]
    sum: Weighted
    own: tuple[int, ...]

    _parts: tuple[float, tuple[tuple[int, float, float], ...], float] | None = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_parts", self._found())

    @property
    def possible(self) -> bool:
        """Whether there is any room, and the rows bring something."""
        return self._parts is not None

    def _found(self) -> tuple[float, tuple[tuple[int, float, float], ...], float] | None:
        """(maximum · per, the other rows as (row, weight, value), value of the own rows) or None where no room can be told."""
        maximum = self.maximum[1].firm
        weights = self.sum.weights.high.tolist()
        rows = [i for i, weight in enumerate(weights) if weight > 0 or i in self.own]
        firm = ((i, self.sum.firm_value(i)) for i in rows)
        bounds = {i: span.high for i, span in firm if span is not None}
        if maximum is None or len(bounds) < len(rows):
            return None
        own = math.fsum(bounds[i] for i in self.own)
        others = tuple((i, weights[i], bounds[i]) for i in rows if i not in self.own and bounds[i] > 0)
        limit = maximum.low * self.sum.per
        return (limit, others, own) if own > 0 and limit - math.fsum(w * x for _, w, x in others) > 0 else None

    @property
    def span(self) -> Span:
        """The one number."""
        limit, others, own = self._known()
        return Span.exact(min((limit - math.fsum(w * x for _, w, x in others)) / own, ENDLESS))  # of what brings next to nothing

    @property
    def firm(self) -> Span | None:
        """It is made of firm bounds."""
        return self.span

    def terms(self) -> Sequence[Term]:
        """The maximum, the other rows, and one of the own."""
        _, others, _ = self._known()
        rows = [Term(label=self.sum.label(i), value=self.sum.cite(i), weight=Span.exact(w), weight_unit=self.sum.weight_unit) for i, w, _ in others]
        mine = Term(label=self.sum.label(self.own[0]), value=self.sum.cite(self.own[0]))
        return [Term(label=self.maximum[0], value=self.maximum[1]), *rows, mine]

    def worked(self) -> Sequence[Worked]:
        """(maximum × per − w × x − …) / own"""
        _, others, own = self._known()
        maximum = self.maximum[1].firm
        assert maximum is not None
        if self.span.low >= ENDLESS:
            return []
        taken = "".join(f" − {written(w)} × {written(x)}" for _, w, x in others)
        return [Worked("best", f"({written(maximum.low)} × {written(self.sum.per)}{taken}) / {written(own)}", at(self.span, "best"))]

    def _known(self) -> tuple[float, tuple[tuple[int, float, float], ...], float]:
        if self._parts is None:
            raise ValueError("no room")
        return self._parts


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AtLeast:
    """A weighted sum with rows of which nothing is known: at least what the `known` ones come to, and with any row `missing` no upper end."""

    known: Weighted
    missing: tuple[Term, ...] = ()

    @property
    def span(self) -> Span:
        """That of the known rows, open where one is missing."""
        return self._open(self.known.span)

    @property
    def firm(self) -> Span | None:
        """The same from the firm bounds."""
        firm = self.known.firm
        return firm and self._open(firm)

    def terms(self) -> Sequence[Term]:
        """The known rows, then the missing ones."""
        return [*self.known.terms(), *self.missing]

    def worked(self) -> Sequence[Worked]:
        """The sum of the known rows; with a missing one only its lowest."""
        lines = {w.bound: w for w in self.known.worked()}
        if not self.missing:
            return list(lines.values())
        lowest = lines.get("low") or lines["best"]
        return [Worked("low", lowest.text, lowest.value)]

    def _open(self, span: Span) -> Span:
        return Span.between(span.low, ENDLESS) if self.missing else span
