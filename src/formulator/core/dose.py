"""What of each element is on the skin per day, goes through it, and how that compares with swallowing it and with an upper intake.

An upper intake is set for what is swallowed. So what passes the skin is turned into the oral intake that would be absorbed as much, before it is compared.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from formulator.core.absorption import Passage, by_mouth, passage
from formulator.core.composition import Composition
from formulator.core.contents import UNKNOWN
from formulator.core.data import Data
from formulator.core.elements import contents_of
from formulator.core.exposure import Pattern
from formulator.core.figure import Cited, Datum, Figure, Method
from formulator.core.forms import Product, Weighted
from formulator.core.phrase import Phrase
from formulator.core.ratios import Quotient
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


def element_dose(made: Composition, data: Data, use: Pattern, symbol: str, content: Figure) -> ElementDose:
    """Applied, absorbed (per day, per kg, per cm²) and oral equivalent of one element whose content is worked out."""
    assert isinstance(content.form, Weighted)
    found, passing, values = made.once(("passing", symbol), lambda: _passages(made, data, use, symbol))
    form = Weighted(weights=made.shares, values=values, cite=passing.__getitem__, label=made.stated, per=100)
    passable = Figure(id=f"passable.{symbol}", unit="mg/kg", method=PASSABLE, form=form, label=Phrase("{symbol} that can pass the skin", symbol=symbol))
    oral = by_mouth(symbol, data)
    applied = _figure(symbol, "applied", "mg/day", APPLIED, Product(factors=(("kept", use.kept), ("content", content)), per=1000), "{symbol} applied")
    notes = tuple(dict.fromkeys(f"absorption:{p.grade}:{p.of}" for p in found))
    if use.swallowed:
        notes = ("swallowed",)
        down = (("applied", applied), ("swallowed", ALL_OF_IT), ("absorbed by mouth", oral))
        absorbed = _figure(symbol, "absorbed", "mg/day", TAKEN_UP, Product(factors=down, per=1e4), "{symbol} absorbed", notes)
        per_kg = Product(factors=(("dose", use.dose), ("content", content), *down[1:]), per=1e10)
        equal: Figure = _figure(
            symbol, "oral-equivalent", "mg/day", SWALLOWED, Product(factors=(("applied", applied), ("swallowed", ALL_OF_IT)), per=100), "{symbol} swallowed"
        )
    else:
        through = Product(factors=(("kept", use.kept), ("passable", passable)), per=1000)
        absorbed = _figure(symbol, "absorbed", "mg/day", ABSORBED, through, "{symbol} absorbed", notes)
        per_kg = Product(factors=(("dose", use.dose), ("passable", passable)), per=1e6)
        form_ = Quotient(above=(("absorbed", absorbed),), below=(("absorbed by mouth", oral),), times=100)
        equal = _figure(symbol, "oral-equivalent", "mg/day", EQUIVALENT, form_, "{symbol}, oral equivalent")
    figures = [applied, absorbed, _figure(symbol, "absorbed-per-kg", "mg/kg/day", PER_WEIGHT, per_kg, "{symbol} absorbed per kg")]
    if use.area is not None and not use.swallowed:
        each = Quotient(above=(("absorbed", absorbed),), below=(("area", use.area),))
        figures.append(_figure(symbol, "absorbed-per-area", "mg/cm2/day", PER_AREA, each, "{symbol} absorbed per cm²"))
    figures.append(equal)
    return ElementDose(
        symbol=symbol,
        figures={f.id.split(".")[2]: f for f in figures},
        counted=content.form if use.swallowed else form,
        passages=found,
        oral=oral,
    )


def _passages(made: Composition, data: Data, use: Pattern, symbol: str) -> tuple[tuple[Passage, ...], Sequence[Cited], Spans]:
    """How an element of each line passes: the evidence, what can pass of it (mg/kg), and the same as arrays."""
    cited, _ = contents_of(made, symbol, data)
    found = {i: passage(made.materials[i], symbol, data, use.skin, made.recipe.emulsion) for i in made.present() if cited[i].span.high > 0}
    passing = [_passing(made, i, symbol, cited[i], found.get(i)) for i in range(len(made.lines))]
    return tuple(found.values()), passing, Spans.of(x.span for x in passing)


def _passing(made: Composition, i: int, symbol: str, content: Cited, through: Passage | None) -> Cited:
    if through is None:
        return content if content.span.high == 0 else Datum(span=Span.exact(0.0), unit="mg/kg", source=UNKNOWN, at="none of it is there", kind="definition")
    label = Phrase("{symbol} of {material} that passes", symbol=symbol, material=made.label(i))
    form = Product(factors=(("content", content), (Phrase("passes ({what})", what=through.of or Phrase("not measured")), through.fraction)), per=100)
    return Figure(id=f"passing.{made.materials[i].id}.{symbol}", unit="mg/kg", method=PASSING, form=form, label=label)


def _figure(symbol: str, what: str, unit: str, method: Method, form: Product | Quotient, label: str, notes: tuple[str, ...] = ()) -> Figure:
    return Figure(id=f"element.{symbol}.{what}", unit=unit, method=method, form=form, label=Phrase(label, symbol=symbol), notes=notes)
