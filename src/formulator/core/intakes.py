"""The dose of an element beside what authorities set: upper intakes for this person, the part of them this product may use, and what food brings already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from formulator.core.body import END_OF_LIFE, Authority, Intake
from formulator.core.composition import Composition
from formulator.core.data import Data
from formulator.core.dose import ALL_OF_IT, ElementDose
from formulator.core.exposure import Pattern
from formulator.core.figure import Cited, Figure, Method
from formulator.core.forms import Product, Weighted
from formulator.core.phrase import Phrase, Words
from formulator.core.ratios import Quotient
from formulator.core.recipe import Recipe
from formulator.core.span import Span, Spans

PER_PERSON = Method(id="limit-per-person", name="Limit for this person", formula="limit = ADI · body weight", symbols="ADI: mg per kg and day; body weight: kg")
ALLOWED = Method(
    id="intake-allowed",
    name="Share of the upper intake this product may use",
    formula="allowed = limit · allocation / 100",
    symbols="limit: upper intake per day; allocation: the share given to this product, %",
    limits="An upper intake is set for what is swallowed, from all food and products together.",
)
EXTERNAL = Method(
    id="intake-external",
    name="Applied amount, of the upper intake",
    formula="share = 100 · applied / limit",
    symbols="applied: on the skin, mg/day; limit: mg/day by mouth",
    limits="As if all that is put on the skin were swallowed: the strictest way to look at it, and not how a skin works.",
)
INTERNAL = Method(
    id="intake-internal",
    name="Absorbed amount, of the absorbed part of the upper intake",
    formula="share = 100 · oral / limit",
    symbols="oral: oral intake that would be absorbed as much, mg/day; limit: mg/day",
)
CAPACITY = Method(
    id="intake-capacity",
    name="What the product may carry that counts",
    formula="capacity = 10 · allowed · f / kept",
    symbols="allowed: by mouth, mg/day; f: part absorbed by mouth, % (100 where the product itself is swallowed); kept: product on the skin, g/day",
)
TOGETHER = Method(
    id="intake-together", name="Diet and product", formula="together = diet + oral", symbols="diet: from food, mg/day; oral: oral equivalent, mg/day"
)
WITH_DIET = Method(
    id="intake-with-diet",
    name="Diet and product, of the upper intake",
    formula="share = 100 · together / limit",
    symbols="together: diet and oral equivalent, mg/day; limit: mg/day",
)
SUPPLEMENTS = "supplements only"  # a limit that food does not count towards


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """One authority's limit for this person: `whole` mg/day, `allowed` of it, what the product may then carry of what counts (`capacity`, mg/kg),
    and what food brings already."""

    id: str
    limit: Intake
    whole: Cited
    allowed: Figure
    capacity: Figure
    diet: Intake | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared(Allowance):
    """An allowance beside a dose, with the shares of the limit that are used (%)."""

    external: Figure
    internal: Figure
    with_diet: Figure | None

    def figures(self) -> Iterator[Figure]:
        """All of them, to be listed."""
        yield from (self.allowed, self.external, self.internal)
        if self.with_diet:
            yield self.with_diet


def compared(made: Composition, dose: ElementDose, data: Data, use: Pattern) -> Sequence[Compared]:
    """The dose beside each authority's limits for this person; an element without a limit has none."""
    applied, equal = dose.figures["applied"], dose.figures["oral-equivalent"]
    rows: list[Compared] = []
    for own in made.once(("allowances", dose.symbol), lambda: tuple(_allowances(dose, data, use))):
        name = f"{own.limit.quantity} {dose.symbol}"
        rows.append(
            Compared(
                id=own.id,
                limit=own.limit,
                whole=own.whole,
                allowed=own.allowed,
                capacity=own.capacity,
                diet=own.diet,
                external=_share(f"{own.id}.external", EXTERNAL, applied, own.whole, Phrase("{symbol} applied, of the {name}", symbol=dose.symbol, name=name)),
                internal=_share(f"{own.id}.internal", INTERNAL, equal, own.whole, Phrase("{symbol} absorbed, of the {name}", symbol=dose.symbol, name=name)),
                with_diet=_with_diet(own.id, own.diet, equal, own.whole, name, use) if own.diet is not None else None,
            )
        )
    return rows


def _allowances(dose: ElementDose, data: Data, use: Pattern) -> Iterator[Allowance]:
    """What the authorities leave this product of an element, whatever it carries."""
    named: set[str] = set()
    for authority in data.body.authorities.values():
        for limit in limits_for(data.body.limits, dose.symbol, authority, use):
            plain = f"intake.{dose.symbol}.{authority.id}"
            id = plain if plain not in named else f"{plain}-{limit.quantity.lower().replace(' ', '-')}"
            named.add(id)
            whole = per_day(limit, use)
            diet = _background(data, dose.symbol, authority, use) if limit.scope != SUPPLEMENTS else None
            form = Product(factors=((f"{limit.quantity} {dose.symbol}", whole), ("allocation", use.allocation)), per=100)
            allowed = Figure(id=id, unit="mg/day", method=ALLOWED, form=form, label=Phrase("{symbol} allowed", symbol=dose.symbol))
            yield Allowance(id=id, limit=limit, whole=whole, allowed=allowed, capacity=_capacity(dose, use, allowed), diet=diet)


def governing(recipe: Recipe, data: Data) -> tuple[tuple[str, Authority], ...]:
    """(market, authority) for each market that goes by one; every authority, for no market, when none does."""
    served = {m: a for a in data.body.authorities.values() for m in a.markets if m in recipe.markets}
    return tuple((m, served[m]) for m in recipe.markets if m in served) or tuple(("", a) for a in data.body.authorities.values())


def judged_by(rows: Sequence[Compared], authority: Authority) -> Sequence[Compared]:
    """An authority's limits; where it sets none for this element and person, those of the others: no limit here is no licence."""
    return [row for row in rows if row.limit.authority == authority.id] or rows


def limit_share(recipe: Recipe, data: Data, rows: Sequence[Compared]) -> Figure | None:
    """`element.<X>.limit-share`: by the authority of the recipe's first market, else by another, its strictest limit; None where nobody sets one."""
    own = [row.internal for row in judged_by(rows, governing(recipe, data)[0][1])]
    if not own:
        return None
    strictest = max(own, key=lambda f: (f.span.high, f.span.low))
    return replace(strictest, id=f"element.{rows[0].limit.element}.limit-share")


def limits_for(intakes: Sequence[Intake], symbol: str, authority: Authority, use: Pattern) -> Iterator[Intake]:
    """What an authority says of an element for this person, one for each quantity; where the person's ages meet several of its bands, anything they allow."""
    found: dict[str, list[Intake]] = {}
    for intake in intakes:
        if (intake.authority, intake.element, intake.superseded) == (authority.id, symbol, False) and intake.band.meets(use.band):
            found.setdefault(intake.quantity, []).append(intake)
    for several in found.values():
        yield several[0] if len(several) == 1 else _joined(several)


def _background(data: Data, symbol: str, authority: Authority, use: Pattern) -> Intake | None:
    """What food brings already: of those who eat most of it where that is on file, else on average."""
    found = {x.quantity: x for x in limits_for(data.body.diets, symbol, authority, use)}
    return found.get("P95") or found.get("mean")


def per_day(intake: Intake, use: Pattern) -> Cited:
    """An intake in mg/day for this person."""
    if intake.value.unit != "mg/kg/day":
        return intake.value
    form = Product(factors=((intake.quantity, intake.value), ("body weight", use.body_weight)))
    id = f"limit.{intake.element}.{intake.authority}"
    return Figure(id=id, unit="mg/day", method=PER_PERSON, form=form, label=f"{intake.quantity} {intake.element}")


def _joined(several: Sequence[Intake]) -> Intake:
    values = [x.value for x in several]
    low, high = min(v.span.low for v in values), max(v.span.high for v in values)
    weakest = max(values, key=lambda v: (v.read == "no" or v.confidence == "low", v.confidence == "medium"))
    names = ", ".join(x.bodies or f"{x.band.start:g}–{x.band.end:g} years" for x in several)
    exact = Span.exact(low) if low == high else Span.between(low, high)
    value = replace(
        weakest, span=exact, note=Phrase("this person may belong to several bands: {names}", names=names), others=tuple(v for v in values if v is not weakest)
    )
    first = several[0]
    start, end = min(x.band.start for x in several), max(x.band.end for x in several)
    return replace(first, value=value, bodies=names, band=replace(first.band, start=start, end=min(end, END_OF_LIFE)))


def _with_diet(id: str, diet: Intake, equal: Figure, whole: Cited, name: str, use: Pattern) -> Figure:
    parts: tuple[Cited, ...] = (per_day(diet, use), equal)
    labels = (Phrase("diet ({quantity})", quantity=diet.quantity), "oral equivalent")
    ones = Spans.of([Span.exact(1.0)] * 2)
    form = Weighted(weights=ones, values=Spans.of(x.span for x in parts), cite=parts.__getitem__, label=labels.__getitem__, weight_unit="")
    both = Figure(id=f"{id}.together", unit="mg/day", method=TOGETHER, form=form, label=Phrase("{symbol} from food and this product", symbol=diet.element))
    return _share(f"{id}.with-diet", WITH_DIET, both, whole, Phrase("{symbol} with diet, of the {name}", symbol=diet.element, name=name))


def _capacity(dose: ElementDose, use: Pattern, allowed: Figure) -> Figure:
    through = ALL_OF_IT if use.swallowed else dose.oral
    form = Quotient(
        above=(("allowed", allowed), ("absorbed by mouth", replace(through, span=Span.exact(100.0)) if use.swallowed else through)),
        below=(("kept", use.kept),),
        times=10,
    )
    return Figure(
        id=f"capacity.{dose.symbol}",
        unit="mg/kg",
        method=CAPACITY,
        form=form,
        label=Phrase("{symbol} that may be in the product and count", symbol=dose.symbol),
    )


def _share(id: str, method: Method, part: Cited, whole: Cited, label: Words) -> Figure:
    return Figure(id=id, unit="%", method=method, form=Quotient(above=(("part", part),), below=(("limit", whole),), times=100), label=label)
