"""What of each element is on the skin per day, goes through it, and how that compares with swallowing it and with an upper intake.

An upper intake is set for what is swallowed. So what passes the skin is turned into the oral intake that would be absorbed as much, before it is compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from formulator.core.absorption import Passage, by_mouth, passage
from formulator.core.body import END_OF_LIFE, Authority, Intake
from formulator.core.composition import Composition
from formulator.core.contents import UNKNOWN
from formulator.core.data import Data
from formulator.core.exposure import Pattern
from formulator.core.figure import Cited, Datum, Figure, Method
from formulator.core.forms import Product, Weighted
from formulator.core.phrase import Phrase, Words
from formulator.core.ratios import Quotient
from formulator.core.recipe import Recipe
from formulator.core.span import Span, Spans

APPLIED = Method(
    id="element-applied",
    name="Element applied per day",
    formula="applied = kept · content / 1000",
    symbols="kept: product on the skin after rinsing, g/day (amount · retention); content: mg/kg",
    limits="The published amount is a whole day's: it is not multiplied by how often the product is used.",
    sources=("sccs-1647-22",),
)
PASSABLE = Method(
    id="element-passable",
    name="Element in the product that can pass the skin",
    formula="passable = Σ shareᵢ · wᵢ · fᵢ / 10⁴",
    symbols="shareᵢ: share of line i, %; wᵢ: content of its material, mg/kg; fᵢ: part that passes the skin from this compound, %",
    limits="A part measured on one compound and vehicle is used for that compound alone; where nothing was measured it is bounded 0–100 %.",
)
PASSING = Method(id="line-passing", name="Element of one material that passes", formula="x = w · f / 100", symbols="w: content, mg/kg; f: part that passes, %")
ABSORBED = Method(
    id="element-absorbed",
    name="Element absorbed per day",
    formula="absorbed = kept · passable / 1000",
    symbols="kept: product on the skin, g/day; passable: content that passes, mg/kg",
    limits="Through the skin only; what is breathed in from a spray or a powder is not in it.",
)
TAKEN_UP = Method(
    id="element-swallowed",
    name="Element absorbed per day from what is swallowed",
    formula="absorbed = applied · swallowed · f / 10⁴",
    symbols="applied: mg/day, of a product for the lips or the mouth; swallowed: part that goes down, %; f: part absorbed by mouth, %",
    sources=("sccs-1647-22",),
)
PER_WEIGHT = Method(
    id="element-absorbed-per-kg",
    name="Element absorbed per kg of body weight",
    formula="absorbed = dose · passable / 10⁶",
    symbols="dose: product on the skin per kg of body weight, mg/kg/day; passable: content that passes, mg/kg",
    limits="The dose per kg is not divided by body weight again.",
    sources=("sccs-1647-22",),
)
PER_AREA = Method(
    id="element-absorbed-per-area", name="Element absorbed per area of skin", formula="x = absorbed / area", symbols="absorbed: mg/day; area: of the skin, cm²"
)
EQUIVALENT = Method(
    id="oral-equivalent",
    name="Oral intake that would be absorbed as much",
    formula="oral = 100 · absorbed / f",
    symbols="absorbed: mg/day; f: part absorbed of what is swallowed, %",
    limits="What enters through the skin passes the liver later than what is swallowed; the comparison is of amounts.",
)
SWALLOWED = Method(
    id="oral-swallowed",
    name="Oral intake from a product that is swallowed",
    formula="oral = applied · swallowed / 100",
    symbols="applied: mg/day; swallowed: part that goes down, %",
    sources=("sccs-1647-22",),
)
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
ALL_OF_IT = Datum(
    span=Span(0, 100, 100), unit="%", source=UNKNOWN, at="all that is on the lips or stays in the mouth may be swallowed", kind="default", range=(0, 100)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementDose:
    """One element's way into the body: its figures, the sum over the lines that counts (what passes; all, of what is swallowed), and on what evidence."""

    symbol: str
    figures: Mapping[str, Figure]
    counted: Weighted
    passages: tuple[Passage, ...]
    oral: Datum

    @property
    def grade(self) -> str:
        """The weakest evidence among the lines that bring it."""
        return max((p.grade for p in self.passages), default="D")


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One authority's limit beside a dose: `whole` mg/day for this person, `allowed` of it, what the product may then carry of what
    counts (`capacity`, mg/kg), and the shares used (%)."""

    id: str
    limit: Intake
    whole: Cited
    allowed: Figure
    capacity: Figure
    external: Figure
    internal: Figure
    diet: Intake | None
    with_diet: Figure | None

    def figures(self) -> Iterator[Figure]:
        """All of them, to be listed."""
        yield from (self.allowed, self.external, self.internal)
        if self.with_diet:
            yield self.with_diet


def element_dose(made: Composition, data: Data, use: Pattern, symbol: str, content: Figure) -> ElementDose:
    """Applied, absorbed (per day, per kg, per cm²) and oral equivalent of one element whose content is worked out."""
    assert isinstance(content.form, Weighted)
    cited = [content.form.cite(i) for i in range(len(made.lines))]
    found: dict[int, Passage] = {i: passage(made.materials[i], symbol, data, use.skin, made.recipe.emulsion) for i in made.present() if cited[i].span.high > 0}
    passing = [_passing(made, i, symbol, cited[i], found.get(i)) for i in range(len(made.lines))]
    form = Weighted(weights=made.shares, values=Spans.of(x.span for x in passing), cite=lambda i: passing[i], label=made.stated, per=100)
    passable = Figure(id=f"passable.{symbol}", unit="mg/kg", method=PASSABLE, form=form, label=Phrase("{symbol} that can pass the skin", symbol=symbol))
    oral = by_mouth(symbol, data)
    applied = _figure(symbol, "applied", "mg/day", APPLIED, Product(factors=(("kept", use.kept), ("content", content)), per=1000), "{symbol} applied")
    notes = tuple(dict.fromkeys(f"absorption:{p.grade}:{p.of}" for p in found.values()))
    if use.swallowed:
        notes = ("swallowed",)
        down = (("applied", applied), ("swallowed", ALL_OF_IT), ("absorbed by mouth", oral))
        absorbed = _figure(symbol, "absorbed", "mg/day", TAKEN_UP, Product(factors=down, per=1e4), "{symbol} absorbed")
        per_kg = Product(factors=(("dose", use.dose), ("content", content), *down[1:]), per=1e10)
        equal: Figure = _figure(
            symbol, "oral-equivalent", "mg/day", SWALLOWED, Product(factors=(("applied", applied), ("swallowed", ALL_OF_IT)), per=100), "{symbol} swallowed"
        )
    else:
        absorbed = _figure(symbol, "absorbed", "mg/day", ABSORBED, Product(factors=(("kept", use.kept), ("passable", passable)), per=1000), "{symbol} absorbed")
        per_kg = Product(factors=(("dose", use.dose), ("passable", passable)), per=1e6)
        form_ = Quotient(above=(("absorbed", absorbed),), below=(("absorbed by mouth", oral),), times=100)
        equal = _figure(symbol, "oral-equivalent", "mg/day", EQUIVALENT, form_, "{symbol}, oral equivalent")
    absorbed = replace(absorbed, notes=notes)
    figures = [applied, absorbed, _figure(symbol, "absorbed-per-kg", "mg/kg/day", PER_WEIGHT, per_kg, "{symbol} absorbed per kg")]
    if use.area is not None and not use.swallowed:
        each = Quotient(above=(("absorbed", absorbed),), below=(("area", use.area),))
        figures.append(_figure(symbol, "absorbed-per-area", "mg/cm2/day", PER_AREA, each, "{symbol} absorbed per cm²"))
    figures.append(equal)
    return ElementDose(
        symbol=symbol,
        figures={f.id.split(".")[2]: f for f in figures},
        counted=content.form if use.swallowed else form,
        passages=tuple(found.values()),
        oral=oral,
    )


def compared(dose: ElementDose, data: Data, use: Pattern) -> Sequence[Compared]:
    """The dose beside each authority's limits for this person; an element without a limit has none."""
    applied, equal = dose.figures["applied"], dose.figures["oral-equivalent"]
    rows: list[Compared] = []
    for authority in data.body.authorities.values():
        for limit in limits_for(data.body.limits, dose.symbol, authority, use):
            plain = f"intake.{dose.symbol}.{authority.id}"
            id = plain if not any(row.id == plain for row in rows) else f"{plain}-{limit.quantity.lower().replace(' ', '-')}"
            whole = per_day(limit, use)
            name = f"{limit.quantity} {dose.symbol}"
            diet = _background(data, dose.symbol, authority, use) if limit.scope != SUPPLEMENTS else None
            together = _with_diet(id, diet, equal, whole, name, use) if diet is not None else None
            form = Product(factors=((name, whole), ("allocation", use.allocation)), per=100)
            allowed = Figure(id=id, unit="mg/day", method=ALLOWED, form=form, label=Phrase("{symbol} allowed", symbol=dose.symbol))
            rows.append(
                Compared(
                    id=id,
                    limit=limit,
                    whole=whole,
                    allowed=allowed,
                    capacity=_capacity(dose, use, allowed),
                    external=_share(f"{id}.external", EXTERNAL, applied, whole, Phrase("{symbol} applied, of the {name}", symbol=dose.symbol, name=name)),
                    internal=_share(f"{id}.internal", INTERNAL, equal, whole, Phrase("{symbol} absorbed, of the {name}", symbol=dose.symbol, name=name)),
                    diet=diet,
                    with_diet=together,
                )
            )
    return rows


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


def _passing(made: Composition, i: int, symbol: str, content: Cited, through: Passage | None) -> Cited:
    if through is None:
        return content if content.span.high == 0 else Datum(span=Span.exact(0.0), unit="mg/kg", source=UNKNOWN, at="none of it is there", kind="definition")
    label = Phrase("{symbol} of {material} that passes", symbol=symbol, material=made.label(i))
    form = Product(factors=(("content", content), (Phrase("passes ({what})", what=through.of or Phrase("not measured")), through.fraction)), per=100)
    return Figure(id=f"passing.{made.materials[i].id}.{symbol}", unit="mg/kg", method=PASSING, form=form, label=label)


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


def _figure(symbol: str, what: str, unit: str, method: Method, form: Product | Quotient, label: str) -> Figure:
    return Figure(id=f"element.{symbol}.{what}", unit=unit, method=method, form=form, label=Phrase(label, symbol=symbol))


def _share(id: str, method: Method, part: Cited, whole: Cited, label: Words) -> Figure:
    return Figure(id=id, unit="%", method=method, form=Quotient(above=(("part", part),), below=(("limit", whole),), times=100), label=label)
