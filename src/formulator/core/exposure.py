"""How much of the cream, and of what it carries, is put on the skin per day, for the person and the pattern that the recipe names.

Daily amounts are never multiplied by frequency, per-kg amounts never divided by body weight again. What goes through the skin is bounded 0–100 % here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from formulator.core.composition import RECIPE
from formulator.core.contents import UNKNOWN
from formulator.core.data import Data, IntakeLimit, Population, Product
from formulator.core.figure import Datum, Figure, Method
from formulator.core.forms import Product as Times
from formulator.core.recipe import Quantity, Recipe
from formulator.core.span import Span

DEFAULT_ALLOCATION = 10.0  # % of an upper intake; shown wherever it is used

APPLIED = Method(
    id="element-applied",
    name="Element applied per day",
    formula="applied = amount · retention · content / 1000",
    symbols="amount: product used, g/day; retention: part that stays on the skin; content: mg/kg",
    limits="The published amount is a whole day's: it is not multiplied by how often the product is used.",
    sources=("sccs-1647-22",),
)
ABSORBED = Method(
    id="element-absorbed",
    name="Element absorbed per day",
    formula="absorbed = applied · absorption / 100",
    symbols="applied: mg/day; absorption: part that passes the skin, %",
    limits="Without a measured absorption it can be anything from nothing to all of it: a bound, not a measurement.",
)
ALLOWED = Method(
    id="intake-allowed",
    name="Share of the upper intake this product may use",
    formula="allowed = limit · allocation / 100",
    symbols="limit: upper intake per day; allocation: the share given to this product, %",
    limits="An upper intake is set for what is swallowed, from all food and products together.",
)
PER_PERSON = Method(id="limit-per-person", name="Limit for this person", formula="limit = ADI · body weight", symbols="ADI: mg per kg and day; body weight: kg")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """Who uses how much: `amount` g/day (None when no published or stated amount), `retention` 0–1, `body_weight` kg, `allocation` %."""

    product: Product
    population: Population
    amount: Datum | None
    retention: Datum
    body_weight: Datum
    allocation: Datum
    skin: str


def pattern(recipe: Recipe, data: Data) -> Pattern:
    """The use of this recipe: its own words where it has them, else the product type's published pattern for an adult."""
    product = data.products[recipe.product]
    use = recipe.use
    population = data.populations[use.population or "adult"]
    return Pattern(
        product=product,
        population=population,
        amount=_own(use.amount, "g/day") or product.amount,
        retention=product.retention or _all_stays(),
        body_weight=_own(use.body_weight, "kg") or population.body_weight,
        allocation=_own(use.limit_allocation, "%")
        or Datum(span=Span.exact(DEFAULT_ALLOCATION), unit="%", source=UNKNOWN, at="default allocation; set limit_allocation to change it", kind="default"),
        skin=use.skin or "intact",
    )


def exposure_figures(contents: Mapping[str, Figure], use: Pattern) -> Iterator[Figure]:
    """`element.<X>.applied` and `element.<X>.absorbed`, mg/day, for every element whose content is worked out."""
    amount = use.amount or Datum(
        span=Span.between(0, 1000),
        unit="g/day",
        source=UNKNOWN,
        at="no amount published for this product type: bounded 0–1000 g/day",
        kind="default",
        confidence="low",
    )
    bounded = Datum(span=Span.between(0, 100), unit="%", source=UNKNOWN, at="absorption not measured: bounded 0–100 %", kind="default", confidence="low")
    for symbol, content in contents.items():
        factors = (("amount", amount), ("retention", use.retention), ("content", content))
        applied = Figure(id=f"element.{symbol}.applied", unit="mg/day", method=APPLIED, form=Times(factors=factors, per=1000), label=f"{symbol} applied")
        yield applied
        passing = Times(factors=(("applied", applied), ("absorption", bounded)), per=100)
        yield Figure(id=f"element.{symbol}.absorbed", unit="mg/day", method=ABSORBED, form=passing, label=f"{symbol} absorbed", notes=("absorption-default",))


def limits_for(recipe: Recipe, data: Data, symbol: str, use: Pattern) -> Iterator[tuple[str, IntakeLimit]]:
    """(market, limit) for each market whose authority sets one for this element; all authorities, for no market, when none has its own."""
    served = {m: a for a in data.authorities.values() for m in a.markets if m in recipe.markets}
    chosen = [(m, served[m].id) for m in recipe.markets if m in served] or [("", a.id) for a in data.authorities.values()]
    for market, authority in chosen:
        for limit in data.limits:
            if (limit.authority, limit.element, limit.population) == (authority, symbol, use.population.id) and not limit.superseded:
                yield market, limit


def allowed(limit: IntakeLimit, use: Pattern) -> Figure:
    """What this product may use of an upper intake, mg/day."""
    whole: Datum | Figure = limit.value
    if limit.value.unit == "mg/kg/day":
        factors = (("ADI", limit.value), ("body weight", use.body_weight))
        whole = Figure(
            id=f"limit.{limit.element}.{limit.authority}",
            unit="mg/day",
            method=PER_PERSON,
            form=Times(factors=factors),
            label=f"{limit.quantity} {limit.element}",
        )
    form = Times(factors=((f"{limit.quantity} {limit.element}", whole), ("allocation", use.allocation)), per=100)
    return Figure(id=f"intake.{limit.element}.{limit.authority}", unit="mg/day", method=ALLOWED, form=form, label=f"{limit.element} allowed")


def _own(stated: Quantity | None, unit: str) -> Datum | None:
    return None if stated is None else Datum(span=Span.exact(stated.value), unit=unit, source=RECIPE, at=stated.text)


def _all_stays() -> Datum:
    return Datum(span=Span.between(0, 1), unit="", source=UNKNOWN, at="no retention published: bounded 0–1", kind="default", confidence="low")
