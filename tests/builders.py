"""Recipes and materials in few words, for tests. Amounts are read as they are read from a file; whatever is not said is left at its default."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from formulator.core.assess import Assessment, evaluate
from formulator.core.checks import Check
from formulator.core.chemistry import formula
from formulator.core.data import Data
from formulator.core.figure import Datum, Source
from formulator.core.material import Material, Substance
from formulator.core.recipe import Line, Phase, Quantity, Recipe
from formulator.core.span import Span
from formulator.core.units import quantity
from formulator.files.recipe import amount

ON = date(2026, 11, 1)
SHEET = Source(id="sheet", title="a test's own figures")


def value(best: float | None, low: float | None = None, high: float | None = None, unit: str = "", **more: Any) -> Datum:
    """A declared value; None with bounds for one of which only these are known."""
    exact = Span(best if low is None else low, best, best if high is None else high)
    return Datum(span=exact, unit=unit, source=SHEET, **more)


def part(inci: str, share: float | Datum = 100.0, formula_text: str = "", **more: Any) -> Substance:
    """A substance with its share of the material, %."""
    known = {"formula": formula(formula_text)} if formula_text else {}
    return Substance(id=inci.lower().replace(" ", "-"), inci=inci, share=value(share, unit="%") if isinstance(share, (int, float)) else share, **known, **more)


def own(id: str, *parts: Substance, functions: tuple[str, ...] = ("other",), **more: Any) -> Material:
    """A recipe's own material; without parts an organic one."""
    return Material(id=id, name=id, functions=functions, substances=parts or (part(id, organic=True),), origin="recipe", **more)


def lipid(id: str, required: float | Datum | None, emulsion: str = "o/w") -> Material:
    """An oil that needs this HLB; None when nobody knows."""
    return own(id, functions=("emollient",), required_hlb={} if required is None else {emulsion: required if isinstance(required, Datum) else value(required)})


def emulsifier(id: str, hlb: float | Datum | None, **more: Any) -> Material:
    """A nonionic with this HLB."""
    return own(id, functions=("emulsifier",), hlb=value(hlb) if isinstance(hlb, (int, float)) else hlb, **more)


def pure_zinc_oxide() -> Material:
    """Zinc oxide that is all ZnO; the library's is what a pharmacopoeia allows, 98 to 100.5 % of it."""
    return own("pure-zinc-oxide", part("Zinc Oxide", 100, "ZnO", cas=("1314-13-2",)), functions=("mineral",))


def zinc_gluconate() -> Material:
    """Zinc gluconate as it is sold, 85.7 to 102 % of its formula; the library's knows its solubility too, which would bind first."""
    assay = value(100, 85.7, 102, "%")
    return own("gluconate", part("Zinc Gluconate", 100, "Zn(C6H11O7)2", cas=("4468-02-4",), functions=("active",), assay=assay), functions=("mineral",))


def line(material: str | Material, text: str, most: str = "", **more: Any) -> Line:
    """One line; `most` makes it a pH adjuster with that maximum."""
    id = material if isinstance(material, str) else material.id
    return Line(material=id, amount=amount(text), adjust="pH" if most else "", maximum=amount(most) if most else None, **more)


def cream(*lines: Line | tuple[str | Material, str], phases: Mapping[str, Any] | None = None, **more: Any) -> Recipe:
    """A recipe of one water phase, or of `phases` by kind. A material that stands in a line is the recipe's own."""
    by_kind = {"water": lines} if phases is None else phases
    rows = {kind: [row if isinstance(row, Line) else line(*row) for row in rows] for kind, rows in by_kind.items()}
    mine = {row[0].id: row[0] for rows in by_kind.values() for row in rows if isinstance(row, tuple) and isinstance(row[0], Material)}
    extra = {m.id: m for m in more.pop("materials", ())}
    start = Recipe(
        name="test",
        product="face-cream",
        emulsion="none",
        markets=("EU",),
        phases=tuple(Phase(name=kind, kind=kind, lines=tuple(found)) for kind, found in rows.items()),
        materials=tuple((mine | extra).values()),
    )
    return replace(start, **more)


def said(text: str, unit: str) -> Quantity:
    """A quantity with its text."""
    return Quantity(text, quantity(text, unit))


def near(low: float, best: float | None, high: float, rel: float = 1e-5) -> tuple[Any, ...]:
    """Three numbers to compare `bounds` with, none of them to the last digit."""
    return tuple(None if x is None else pytest.approx(x, rel=rel) for x in (low, best, high))


def bounds(known: Span) -> tuple[float, float | None, float]:
    """low, best and high of a span."""
    return known.low, known.best, known.high


def judged(recipe: Recipe, data: Data, on: date = ON) -> Assessment:
    """The assessment on a fixed date."""
    return evaluate(recipe, data, on)


def the_check(found: Assessment, rule: str, **wanted: Any) -> Check:
    """The one check of a rule (and subject, market …); fails when there is none or several."""
    checks = [c for c in found.checks if c.rule == rule and all(getattr(c, key) == x for key, x in wanted.items())]
    assert len(checks) == 1, f"{len(checks)} checks of {rule}: {[(c.rule, c.subject, c.verdict) for c in found.checks]}"
    return checks[0]


def verdict(recipe: Recipe, data: Data, rule: str, on: date = ON, **wanted: Any) -> str:
    """What one rule says of a recipe."""
    return the_check(judged(recipe, data, on), rule, **wanted).verdict
