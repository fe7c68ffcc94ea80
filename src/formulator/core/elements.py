"""How much of each element the cream carries, over all its sources (mg/kg). C, H, O and N are not counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from formulator.core.composition import Composition
from formulator.core.contents import UNCOUNTED, content_of
from formulator.core.data import Data
from formulator.core.figure import Cited, Figure, Method
from formulator.core.forms import Weighted
from formulator.core.phrase import Phrase
from formulator.core.span import Spans

CONTENT = Method(
    id="element-content",
    name="Element in the finished product",
    formula="content = Σ shareᵢ · wᵢ / 100",
    symbols="shareᵢ: share of line i, % w/w; wᵢ: content of the element in its material, mg/kg",
    limits="A material of which nothing is on file can bring anything from nothing to its whole mass. Impurities are not counted here.",
)


def present_elements(made: Composition) -> tuple[str, ...]:
    """Every element that some line is known to carry, but C, H, O and N, and those that a target or a ratio names, in alphabetical order."""
    found: set[str] = set()
    for _, substance in made.substances():
        if substance.formula:
            found.update(substance.formula.elements)
        found.update(x for x, datum in (substance.elements or {}).items() if datum.span.high > 0)
    wanted = {symbol for pair in made.recipe.ratios for symbol in pair.split(":")}
    return tuple(sorted((found - UNCOUNTED) | set(made.recipe.targets) | wanted))


def content_figures(made: Composition, data: Data) -> Mapping[str, Figure]:
    """Element → `element.<X>.content`, mg/kg, for every element present."""
    return {x: _content_figure(made, x, data) for x in made.once("elements", lambda: present_elements(made))}


def unanalysed(made: Composition) -> Sequence[int]:
    """Lines that hold a substance of which nothing is on file, or a rest that is not named."""

    def found() -> tuple[int, ...]:
        materials = ((i, made.materials[i]) for i in made.present())
        return tuple(i for i, m in materials if m.unnamed or not all(s.has_composition for s in m.substances))

    return made.once("unanalysed", found)


def contents_of(made: Composition, symbol: str, data: Data) -> tuple[Sequence[Cited], Spans]:
    """What each line's material carries of an element, mg/kg, and the same as arrays."""

    def found() -> tuple[Sequence[Cited], Spans]:
        cited = [content_of(material, symbol, data) for material in made.materials]
        return cited, Spans.of(c.span for c in cited)

    return made.once(("contents", symbol), found)


def _content_figure(made: Composition, symbol: str, data: Data) -> Figure:
    cited, values = contents_of(made, symbol, data)
    notes = made.once("unanalysed-notes", lambda: tuple(f"unanalysed:{made.materials[i].id}" for i in unanalysed(made)))
    form = Weighted(weights=made.shares, values=values, cite=cited.__getitem__, label=made.stated, per=100)
    return Figure(
        id=f"element.{symbol}.content",
        unit="mg/kg",
        method=CONTENT,
        form=form,
        label=Phrase("{symbol} in the finished product", symbol=symbol),
        notes=notes,
    )
