"""How much of the cream is put on the skin per day, by the person and the pattern that the recipe names.

Daily amounts are never multiplied by frequency, per-kg amounts never divided by body weight again: each way from a published or stated
number to a dose is one formula here, and there is no other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from formulator.core.body import Band, Population
from formulator.core.composition import RECIPE
from formulator.core.contents import UNKNOWN
from formulator.core.data import Data, Product
from formulator.core.figure import Cited, Datum, Figure, Kind, Method
from formulator.core.forms import Product as Times
from formulator.core.phrase import Phrase
from formulator.core.ratios import Quotient
from formulator.core.recipe import Quantity, Recipe, Use
from formulator.core.span import Span

DEFAULT_ALLOCATION = 10.0  # % of an upper intake; shown wherever it is used
SWALLOWED = frozenset({"oral", "lip"})
UNDER_THREE = "under-three"
INHALED = frozenset({"spray", "powder"})

BY_FINGERTIPS = Method(
    id="amount-fingertips",
    name="Product used per day, by finger-tip units",
    formula="amount = units · mass",
    symbols="units: finger-tip units a day; mass: of one unit of cream, g",
    limits="Measured for ointment and cream from a tube with a 5 mm nozzle, by adults.",
)
BY_FILM = Method(
    id="amount-film",
    name="Product used per day, by the film on the skin",
    formula="amount = film · area · applications / 1000",
    symbols="film: mg/cm² at each application; area: cm²; applications: per day",
)
KEPT = Method(
    id="amount-kept",
    name="Product that stays on the skin per day",
    formula="kept = amount · retention",
    symbols="amount: product used, g/day; retention: part that is not rinsed off",
    sources=("sccs-1647-22",),
)
DOSE = Method(
    id="dose-by-weight",
    name="Product on the skin per kg of body weight",
    formula="dose = 1000 · amount · retention / body weight",
    symbols="amount: g/day; retention: part that is not rinsed off; body weight: kg",
    limits="Used where the amount or the body weight is stated, or no dose per kg is published: the published one rests on each panel member's own weight.",
    sources=("sccs-1647-22",),
)
PUBLISHED = Method(
    id="dose-published",
    name="Product on the skin per kg of body weight, as published",
    formula="dose = E/bw",
    symbols="E/bw: what stays on the skin, over each panel member's own weight, mg/kg/day",
    limits="Neither divided by body weight nor rinsed off again.",
    sources=("sccs-1647-22",),
)
CHILD_DOSE = Method(
    id="dose-child",
    name="Product on a child's skin per kg of body weight",
    formula="dose = adult dose · area factor",
    symbols="adult dose: mg/kg/day; area factor: skin area per kg of body weight, relative to an adult's",
    limits="As much on each cm² as an adult uses. The nappy area is left aside: what is worn under a nappy is absorbed more.",
    sources=("sccs-1647-22",),
)
CHILD_KEPT = Method(
    id="amount-child",
    name="Product that stays on a child's skin per day",
    formula="kept = dose · body weight / 1000",
    symbols="dose: mg per kg and day; body weight: kg",
)


CHILD_AREA = Method(
    id="area-child",
    name="A child's skin where an adult's is published",
    formula="area = adult's area · area factor · body weight / adult's body weight",
    symbols="area factor: skin area per kg of body weight, relative to an adult's; body weights: kg",
    limits="The same part of the body: a child's head is a larger part of it than an adult's.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """Who uses how much. `amount` g/day before rinsing (None when neither published nor stated), `retention` 0–1, `kept` g/day and `dose` mg/kg/day what
    stays on the skin, `body_weight` kg, `area` cm² and `applications` 1/day where known, `allocation` % of an upper intake."""

    product: Product
    population: Population
    band: Band
    amount: Cited | None
    retention: Datum
    kept: Cited
    dose: Figure
    body_weight: Datum
    area: Cited | None
    applications: Datum | None
    allocation: Datum
    skin: str

    @property
    def published(self) -> bool:
        """Whether the dose per kg is the published one of an adult, for whom the sums over all products were made."""
        return self.dose.method is PUBLISHED

    @property
    def shown(self) -> Cited | None:
        """The amount to name beside a dose: what is used, or of a child, for whom none is published, what was worked out to be on the skin."""
        return self.kept if isinstance(self.kept, Figure) and self.kept.method is CHILD_KEPT else self.amount

    @property
    def scopes(self) -> frozenset[str]:
        """The product's scope words, and that of the person: the law has rules for children under three."""
        return self.product.scopes | ({UNDER_THREE} if self.band.start < 3 else set())

    @property
    def swallowed(self) -> bool:
        """Whether what is on the lips or in the mouth goes down."""
        return bool(self.product.scopes & SWALLOWED)

    @property
    def inhaled(self) -> bool:
        """Whether part of it is breathed in, which is not worked out here."""
        return bool(self.product.scopes & INHALED)

    def figures(self) -> Iterator[Figure]:
        """`exposure.amount`, `.kept`, `.dose` and `.area`, where they are worked out and not printed."""
        yield from (x for x in (self.amount, self.kept, self.dose, self.area) if isinstance(x, Figure))


def pattern(recipe: Recipe, data: Data) -> Pattern:
    """The use of this recipe: its own words where it has them, else the product type's published pattern, for an adult unless it says otherwise."""
    product = data.products[recipe.product]
    use = recipe.use
    population = data.body.populations[use.population or "adult"]
    retention = product.retention or _bounded(0, 1, "", "no retention published")
    weight = stated(use.body_weight, "kg") or population.body_weight
    area = area_of(use, product, population, weight, data)
    own = _stated_amount(use, product, area, data)
    if product.scopes & SWALLOWED and population.area_factor is not None:
        retention = _bounded(0, 1, "", "how much a child swallows is not published")
    amount = own or product.amount or _bounded(0, 1000, "g/day", "no amount published for this product type")
    form = Times(factors=(("amount", amount), ("retention", retention)))
    kept: Cited = Figure(id="exposure.kept", unit="g/day", method=KEPT, form=form, label="product on the skin")
    dose = _by_weight(amount, retention, weight)
    if own is None and use.body_weight is None:
        adult = data.body.populations["adult"]
        published = _by_weight(amount, retention, adult.body_weight)
        if product.retained is not None:
            form = Times(factors=(("published dose", product.retained),))
            published = Figure(id="exposure.dose", unit="mg/kg/day", method=PUBLISHED, form=form, label="product per kg of body weight")
        if population.area_factor is not None and not product.scopes & SWALLOWED:
            form = Times(factors=(("adult dose", published), ("area factor", population.area_factor)))
            dose = Figure(id="exposure.dose", unit="mg/kg/day", method=CHILD_DOSE, form=form, label="product per kg of body weight")
            form = Times(factors=(("dose", dose), ("body weight", weight)), per=1000)
            kept = Figure(id="exposure.kept", unit="g/day", method=CHILD_KEPT, form=form, label="product on the skin")
        elif population.body_weight.span == adult.body_weight.span:
            dose = published
    return Pattern(
        product=product,
        population=population,
        band=population.band,
        amount=own or product.amount,
        retention=retention,
        kept=kept,
        dose=dose,
        body_weight=weight,
        area=area,
        applications=stated(use.applications, "1/day") or product.applications,
        allocation=stated(use.limit_allocation, "%") or default(DEFAULT_ALLOCATION, "%", "default allocation; set limit_allocation to change it"),
        skin=use.skin or "intact",
    )


def area_of(use: Use, product: Product, population: Population, weight: Datum, data: Data) -> Cited | None:
    """The skin it is put on, cm²: stated, or that of an adult, of the part of the body named or of the product type, turned into a child's."""
    if use.area is not None:
        return stated(use.area, "cm2")
    area = data.body.parts[use.part].area if use.part else product.area
    if area is None or population.area_factor is None:
        return area
    above = (("adult's area", area), ("area factor", population.area_factor), ("body weight", weight))
    form = Quotient(above=above, below=(("adult's body weight", data.body.populations["adult"].body_weight),))
    return Figure(id="exposure.area", unit="cm2", method=CHILD_AREA, form=form, label="a child's skin")


def stated(words: Quantity | None, unit: str) -> Datum | None:
    """What the recipe says, as a value."""
    return None if words is None else Datum(span=Span.exact(words.value), unit=unit, source=RECIPE, at=words.text)


def default(value: float, unit: str, at: str, kind: Kind = "default") -> Datum:
    """One number that is assumed, and says so."""
    return Datum(span=Span.exact(value), unit=unit, source=UNKNOWN, at=at, kind=kind)


def _stated_amount(use: Use, product: Product, area: Cited | None, data: Data) -> Cited | None:
    if use.fingertips is not None and data.body.fingertip is not None:
        units = Datum(span=Span.exact(use.fingertips.value), unit="1/day", source=RECIPE, at=use.fingertips.text)
        form = Times(factors=(("finger-tip units", units), ("mass of one", data.body.fingertip)))
        return Figure(id="exposure.amount", unit="g/day", method=BY_FINGERTIPS, form=form, label="product used")
    film = stated(use.film, "mg/cm2")
    if film is not None:
        times = stated(use.applications, "1/day") or product.applications or _bounded(0, 100, "1/day", "no number of applications published")
        skin = area or _bounded(0, 30_000, "cm2", "no area published for this product type")
        form = Times(factors=(("film", film), ("area", skin), ("applications", times)), per=1000)
        return Figure(id="exposure.amount", unit="g/day", method=BY_FILM, form=form, label="product used")
    return stated(use.amount, "g/day")


def _by_weight(amount: Cited, retention: Datum, weight: Datum) -> Figure:
    form = Quotient(above=(("amount", amount), ("retention", retention)), below=(("body weight", weight),), times=1000)
    return Figure(id="exposure.dose", unit="mg/kg/day", method=DOSE, form=form, label="product per kg of body weight")


def _bounded(low: float, high: float, unit: str, why: str) -> Datum:
    at = Phrase("{why}: bounded {low}–{high}", why=why, low=f"{low:g}", high=f"{high:g} {unit}".strip())
    return Datum(span=Span.between(low, high), unit=unit, source=UNKNOWN, at=at, kind="default", confidence="low")
