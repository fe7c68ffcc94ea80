"""What one evaluation keeps for the next must never be seen: an assessment after any row of edits is the one that a first evaluation gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import ON, cream, line, own, part, said
from formulator.core.assess import Assessment, evaluate
from formulator.core.composition import compose, faults
from formulator.core.data import Data
from formulator.core.recipe import Amount, Recipe, Target, Use
from formulator.core.span import Span
from formulator.core.standing import LATEST
from formulator.files.recipe import open_recipe

RECIPES = sorted((Path(__file__).parents[2] / "recipes").glob("*.toml"))
GUM = own("gum", part("XANTHAN GUM"), functions=("thickener",))


def told(found: Assessment) -> Iterator[Any]:
    """Everything an assessment says, down to the working of each figure."""
    for id, f in found.figures.items():
        yield id, f.span, f.firm, f.unit, f.basis, f.confidence, f.notes, f.label, f.method.id
        yield [(w.bound, w.text, w.value) for w in f.form.worked()]
        yield [(t.label, t.value.span, t.weight, t.weight_unit) for t in f.form.terms()]
    for c in found.checks:
        yield c.rule, c.market, c.subject, c.severity, c.verdict, c.code, c.lines, c.figure, c.locator, repr(c.values)
        yield [(cap.maximum[1].span, cap.lines, cap.sum.span) for cap in c.caps]
    for m in found.most:
        yield m.line, m.material, m.share, m.rule
    yield repr(found.markets), found.verdict, found.composition.nominal.tolist(), found.composition.present()


def first(recipe: Recipe, data: Data) -> Assessment:
    """The assessment with nothing kept from any other."""
    return evaluate(recipe, replace(data), ON)


def an_edit(draw: st.DrawFn, recipe: Recipe, data: Data) -> Recipe:
    """Another amount most of the time, as in an editor; now and then another line, material or word of the recipe."""
    places = [(p, n) for p, n, _ in recipe.lines()]
    kind = draw(st.sampled_from(["amount"] * 5 + ["zero", "insert", "remove", "swap", "use", "product", "markets", "emulsion", "person"]))
    p, n = draw(st.sampled_from(places))
    at = recipe.phases[p].lines[n]
    if kind in ("amount", "zero") and at.amount.kind != "q.s.":
        share = 0.0 if kind == "zero" else draw(st.floats(0.001, 9.0).map(lambda x: round(x, 3)))
        return recipe.with_line(p, n, replace(at, amount=Amount(f"{share} %", "share", share), maximum=None, adjust=""))
    if kind == "insert":
        return recipe.with_inserted(p, n, line(draw(st.sampled_from(sorted(data.materials))), "0.3 %"))
    if kind == "remove" and len(places) > 3:
        return recipe.without_line(p, n)
    if kind == "swap" and not at.amount.element:
        return recipe.with_line(p, n, replace(at, material=draw(st.sampled_from(sorted(data.materials))), use_as=""))
    if kind == "use":
        functions = compose(recipe, data).materials[places.index((p, n))].functions
        return recipe.with_line(p, n, replace(at, use_as=draw(st.sampled_from(("", *functions)))))
    if kind == "product":
        return replace(recipe, product=draw(st.sampled_from(sorted(data.products))))
    if kind == "markets":
        return replace(recipe, markets=draw(st.sampled_from([("EU",), ("US",), ("EU", "DE"), ("CN", "TW"), ()])))
    if kind == "emulsion":
        return replace(recipe, emulsion=draw(st.sampled_from(["o/w", "w/o", "none"])))
    if kind == "person":
        return replace(recipe, use=replace(recipe.use, population=draw(st.sampled_from(sorted(data.body.populations)))))
    return recipe


@settings(max_examples=12)
@given(st.data())
def test_after_any_row_of_edits_an_assessment_is_as_if_it_were_the_first(data: Data, drawn: st.DataObject) -> None:
    recipe = open_recipe(drawn.draw(st.sampled_from(RECIPES)), data).recipe
    assert recipe is not None
    for _ in range(8):
        edited = drawn.draw(st.composite(an_edit)(recipe, data))
        if faults(edited, data):
            continue
        recipe = edited
        assert list(told(evaluate(recipe, data, ON))) == list(told(first(recipe, data)))


def test_another_amount_keeps_what_no_amount_changes(data: Data) -> None:
    recipe = cream(("water", "q.s."), ("zinc-oxide", "2 %"), ("glycerin", "3 %"))
    before = compose(recipe, data)
    after = compose(recipe.with_line(0, 1, line("zinc-oxide", "4 %")), data)
    assert after.standing is before.standing and after.nominal[1] == 4
    assert compose(replace(recipe, phases=tuple(replace(p) for p in recipe.phases)), data).standing is before.standing


OTHER: dict[str, Any] = {
    "name": "another",
    "product": "hand-cream",
    "emulsion": "w/o",
    "version": "2",
    "markets": ("US",),
    "batch": said("500 g", "g"),
    "ph": ("5.5", Span.exact(5.5)),
    "preservation": "none needed",
    "notes": "x",
    "use": Use(skin="damaged"),
    "targets": {"Zn": Target(said("1 mg/kg", "mg/kg"), None)},
    "ratios": {"Zn:Cu": ("10", Span.exact(10.0))},
    "reference": "nasem",
    "tolerance": 0.5,
    "materials": (GUM,),
    "comment": "x",
    "closing_comment": "x",
}


def test_every_other_word_of_a_recipe_is_another_standing(data: Data) -> None:
    recipe = cream(("water", "q.s."), ("zinc-oxide", "2 %"))
    assert OTHER.keys() == {f.name for f in fields(Recipe)} - {"phases"}
    before = compose(recipe, data).standing
    for name, value in OTHER.items():
        assert getattr(recipe, name) != value
        assert compose(replace(recipe, **{name: value}), data).standing is not before, name


@pytest.mark.parametrize(
    "edited",
    [
        lambda r: r.with_line(0, 1, line("magnesium-oxide", "2 %")),
        lambda r: r.with_line(0, 1, line("zinc-oxide", "2 %", use_as="uv-filter")),
        lambda r: r.with_line(0, 1, line("zinc-oxide", "0 %")),
        lambda r: r.with_inserted(0, 1, line("glycerin", "2 %")),
        lambda r: r.with_moved((0, 0), (0, 1)),
        lambda r: replace(r, phases=(replace(r.phases[0], kind="oil"), *r.phases[1:])),
        lambda r: replace(r, phases=r.phases + r.phases[:1]),
    ],
)
def test_other_lines_are_another_standing(data: Data, edited: Any) -> None:
    recipe = cream(("water", "50 %"), ("zinc-oxide", "2 %"))
    assert compose(edited(recipe), data).standing is not compose(recipe, data).standing


def test_only_the_latest_are_kept(data: Data) -> None:
    own = replace(data)
    recipe = cream(("water", "q.s."))
    begun = compose(recipe, own).standing
    for n in range(LATEST):
        compose(replace(recipe, name=str(n)), own)
    assert len(own.standings) == LATEST and begun not in own.standings
    again = compose(replace(recipe, name="0"), own).standing
    assert own.standings[0] is again and len(own.standings) == LATEST
