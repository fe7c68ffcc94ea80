"""What the cream costs: the prices that its materials say, by their shares. None is on file that somebody did not write, and none is taken for zero.

Prices in several currencies are not summed: the rate of a day is no property of a formula.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from formulator.core.checks import Check, Verdict
from formulator.core.composition import Composition
from formulator.core.contents import UNKNOWN
from formulator.core.figure import Datum, Figure, Method, Term
from formulator.core.forms import Weighted
from formulator.core.ratios import ENDLESS, AtLeast
from formulator.core.span import Floats, Span, Spans

_MIND = "Materials alone: no loss, no packaging, no work. A line without a price adds at least nothing, so the sum then has no upper end."
COST = Method(
    id="cost",
    name="Cost of the finished cream",
    formula="cost = Σ shareᵢ · priceᵢ / 100",
    symbols="shareᵢ: share of line i as written, % w/w; priceᵢ: what a kg of its material costs",
    limits=_MIND,
)
COST_OF_BATCH = Method(
    id="cost-batch",
    name="Cost of the batch",
    formula="cost = Σ massᵢ · priceᵢ / 1000",
    symbols="massᵢ: mass of line i in the batch, g; priceᵢ: what a kg of its material costs",
    limits=_MIND,
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Costs:
    """Which lines have a price and which have none (of those there is any of), and the currencies in the order they are met."""

    made: Composition
    priced: tuple[int, ...]
    without: tuple[int, ...]
    currencies: tuple[str, ...]


def costs(made: Composition) -> Costs | None:
    """None where no line has a price."""
    prices = [m.price for m in made.materials]
    if not any(prices):
        return None
    there = [i for i in range(len(prices)) if made.nominal[i] > 0]
    priced = tuple(i for i in there if prices[i])
    units = dict.fromkeys(price.unit for price in (prices[i] for i in priced) if price)
    currencies = tuple(unit.removesuffix("/kg") for unit in units)
    return Costs(made=made, priced=priced, without=tuple(i for i in there if not prices[i]), currencies=currencies) if priced else None


def cost_figures(found: Costs | None) -> Iterator[Figure]:
    """`cost` of a kg, and `cost.batch` where the recipe says how large that is; none where no sum can be made."""
    if found is None or len(found.currencies) != 1:
        return
    currency = found.currencies[0]
    notes = tuple(f"unpriced:{found.made.label(i)}" for i in found.without)
    yield Figure(id="cost", unit=f"{currency}/kg", method=COST, form=_sum(found, found.made.nominal, "%", 100), label="cost", notes=notes)
    if found.made.batch is not None:
        grams = found.made.nominal * (found.made.batch / 100)
        yield Figure(id="cost.batch", unit=currency, method=COST_OF_BATCH, form=_sum(found, grams, "g", 1000), label="cost of the batch", notes=notes)


def cost_check(found: Costs | None, figures: Sequence[Figure]) -> Iterator[Check]:
    """`cost-unknown`, a note: which lines have no price, or which currencies stand beside each other."""
    if found is None:
        return
    if len(found.currencies) > 1:
        places = tuple(found.made.places[i] for i in found.priced)
        values: dict[str, object] = {"currencies": {x: [found.made.label(i) for i in _in(found, x)] for x in found.currencies}}
        yield Check(rule="cost-unknown", severity="note", verdict="cannot tell", code="cost-currencies", lines=places, values=values)
        return
    names = list(dict.fromkeys(found.made.label(i) for i in found.without))
    places = tuple(found.made.places[i] for i in found.without)
    verdict: Verdict = "cannot tell" if names else "pass"
    values = {"materials": names, "least": figures[0].span.low, "unit": figures[0].unit}
    yield Check(rule="cost-unknown", severity="note", verdict=verdict, code="cost-unknown", lines=places, values=values, figure="cost")


def line_costs(made: Composition) -> Sequence[Span | None]:
    """What each line adds to the cost of a kg, in its own currency; None where it has no price."""
    factors = [max(float(share), 0.0) / 100 for share in made.nominal]
    return [None if m.price is None else _part(m.price.span, factor) for m, factor in zip(made.materials, factors, strict=True)]


def _part(span: Span, factor: float) -> Span:
    return Span(span.low * factor, None if span.best is None else span.best * factor, span.high * factor)


def _in(found: Costs, currency: str) -> list[int]:
    return [i for i in found.priced if (price := found.made.materials[i].price) and price.unit == f"{currency}/kg"]


def _sum(found: Costs, weights: Floats, unit: str, per: float) -> AtLeast:
    made = found.made
    prices = [price for price in (made.materials[i].price for i in found.priced) if price]
    there = weights[list(found.priced)]
    known = Weighted(
        weights=Spans(there, there, there),
        values=Spans.of(price.span for price in prices),
        cite=lambda k: prices[k],
        label=lambda k: made.label(found.priced[k]),
        weight_unit=unit,
        per=per,
    )
    missing = tuple(
        Term(label=made.label(i), value=_unpriced(f"{found.currencies[0]}/kg"), weight=Span.exact(float(weights[i])), weight_unit=unit) for i in found.without
    )
    return AtLeast(known=known, missing=missing)


def _unpriced(unit: str) -> Datum:
    return Datum(span=Span.between(0.0, ENDLESS), unit=unit, source=UNKNOWN, at="no price on file", kind="default", confidence="low")
