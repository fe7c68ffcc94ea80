"""What can be done about a finding: each mend leads to a recipe in which the finding is settled, and is refused where only a person can decide."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import cream, emulsifier, judged, line, lipid, own, part, said, the_check, value
from formulator.core import mends as module
from formulator.core.checks import Check
from formulator.core.data import Data
from formulator.core.mends import Mend, mends, percent, set_share
from formulator.core.recipe import Amount, Recipe

ZINC = "zinc-sulfate-heptahydrate"
PYRITHIONE = own("zinc-pyrithione", part("ZINC PYRITHIONE", formula_text="C10H8N2O2S2Zn", cas=("13463-41-7",)), functions=("mineral",))
SELENITE = "sodium-selenite"


def of(recipe: Recipe, data: Data, rule: str, **wanted: object) -> tuple[Mend, ...]:
    found = judged(recipe, data)
    return mends(found, the_check(found, rule, **wanted), data)


def after(recipe: Recipe, data: Data, rule: str, **wanted: object) -> str:
    return the_check(judged(recipe, data), rule, **wanted).verdict


def test_what_passes_needs_no_mend(data: Data) -> None:
    assert of(cream(("water", "q.s."), (ZINC, "0.1 %")), data, "eu-iii-24", code="limit") == ()


# --- set-share ---


def test_the_share_is_set_to_the_most_a_line_may_carry(data: Data) -> None:
    recipe = cream(("water", "q.s."), (ZINC, "6 %"))
    (mend,) = of(recipe, data, "eu-iii-24", code="limit")
    assert mend.code == "set-share" and mend.values["material"] == "Zinc sulfate heptahydrate"
    assert mend.recipe.phases[0].lines[1].amount == percent(mend.values["share"])
    assert mend.recipe.phases[0].lines[0] is recipe.phases[0].lines[0]
    assert after(mend.recipe, data, "eu-iii-24", code="limit") == "pass"


def test_beside_masses_a_share_needs_the_batch(data: Data) -> None:
    recipe = cream(("water", "94 g"), (ZINC, "6 g"))
    assert of(recipe, data, "eu-iii-24", code="limit") == ()
    (mend,) = of(replace(recipe, batch=said("100 g", "g")), data, "eu-iii-24", code="limit")
    assert mend.code == "set-share"


def test_with_the_share_goes_what_an_adjuster_may_reach() -> None:
    set_to = set_share(line("sodium-hydroxide-10", "0.3 %", "0.6 %"), 0.1)
    assert (set_to.amount.text, set_to.maximum) == ("0.1 %", Amount("0.1 %", "share", 0.1))
    assert set_share(line("glycerin", "3 %"), 0.1 + 0.2).maximum is None
    assert percent(0.1 + 0.2).text == "0.3 %"


def test_an_adjuster_below_the_most_keeps_its_amount() -> None:
    assert set_share(line("sodium-hydroxide-10", "0.3 %", "0.6 %"), 0.5).amount.text == "0.3 %"


# --- split ---

OIL = lipid("oil", 10.0)
HIGH, LOW = emulsifier("high", 15.0), emulsifier("low", 5.0)


def emulsion(*emulsifiers: tuple[object, str], water: str = "q.s.", **more: object) -> Recipe:
    return cream(phases={"water": [("water", water)], "oil": [(OIL, "20 %"), *emulsifiers]}, emulsion="o/w", **more)


def test_two_emulsifiers_are_split_to_meet_the_required_hlb(data: Data) -> None:
    (mend,) = of(emulsion((HIGH, "1 %"), (LOW, "3 %")), data, "hlb-gap")
    assert mend.code == "split" and [part["share"] for part in mend.values["parts"]] == [2.0, 2.0]
    assert [x.amount.text for x in mend.recipe.phases[1].lines] == ["20 %", "2 %", "2 %"]
    assert after(mend.recipe, data, "hlb-gap") == "pass"


@pytest.mark.parametrize(
    "recipe",
    [
        emulsion((HIGH, "4 %")),  # one alone
        emulsion((HIGH, "1 %"), (LOW, "3 %"), (emulsifier("third", 4.0), "1 %")),
        emulsion((emulsifier("higher", 16.0), "1 %"), (HIGH, "3 %")),  # both on one side
        emulsion((emulsifier("vague", value(None, 3, 6)), "1 %"), (LOW, "3 %")),  # of one nobody knows the best value
        emulsion((HIGH, "1 %"), (LOW, "q.s."), water="60 %"),  # a filler has no share of its own
        emulsion((HIGH, "0.0001 %"), (LOW, "0.0003 %")),  # too little to be split in hundredths
        cream(phases={"water": [("water", "76 g")], "oil": [(OIL, "20 g"), (HIGH, "1 g"), (LOW, "3 g")]}, emulsion="o/w"),
    ],
    ids=["one", "three", "unreachable", "vague", "filler", "traces", "masses"],
)
def test_no_split_where_there_is_none_to_make(recipe: Recipe, data: Data) -> None:
    found = judged(recipe, data)
    assert [m for check in found.checks for m in mends(found, check, data) if m.code == "split"] == []
    assert any(check.rule in ("hlb-gap", "hlb-unreachable") and check.verdict != "pass" for check in found.checks)


def test_nothing_to_split_without_any_of_them(data: Data) -> None:
    found = judged(emulsion((HIGH, "1 %"), (LOW, "3 %")), data)
    none = replace(found, composition=replace(found.composition, nominal=found.composition.nominal * 0))
    assert mends(none, the_check(found, "hlb-gap"), data) == ()


# --- fill ---


@pytest.mark.parametrize(
    ("recipe", "share", "texts"),
    [
        (cream(("water", "80 %"), ("glycerin", "5 %")), 95.0, ["q.s.", "5 %"]),
        (cream(("glycerin", "5 %")), 95.0, ["q.s.", "5 %"]),
        (cream(("water", "8 g"), ("glycerin", "5 %"), batch=said("10 g", "g")), 95.0, ["q.s.", "5 %"]),
    ],
    ids=["the line there is", "a new line", "masses of a batch"],
)
def test_water_takes_what_is_left(recipe: Recipe, share: float, texts: list[str], data: Data) -> None:
    (mend,) = of(recipe, data, "total-not-100")
    assert mend.code == "fill" and mend.values["material"] == "Water" and mend.values["share"] == pytest.approx(share)
    assert [x.amount.text for x in mend.recipe.phases[0].lines] == texts
    assert after(mend.recipe, data, "total-not-100") == "pass"


def test_a_filler_is_no_adjuster(data: Data) -> None:
    recipe = cream(("glycerin", "5 %"), line("water", "50 %", "60 %"))
    (mend,) = of(recipe, data, "total-not-100")
    filled = mend.recipe.phases[0].lines[1]
    assert (filled.amount.kind, filled.maximum, filled.adjust) == ("q.s.", None, "")


@pytest.mark.parametrize(
    "recipe",
    [
        cream(("water", "q.s."), ("glycerin", "120 %")),  # a filler there is, below zero
        cream(("water", "20 %"), ("glycerin", "105 %")),  # nothing is left for the water
        cream(("glycerin", "105 %")),
        cream(phases={"oil": [("glycerin", "5 %")]}),  # no water phase to put it in
    ],
    ids=["filler", "too much beside water", "too much", "no water phase"],
)
def test_nothing_is_filled(recipe: Recipe, data: Data) -> None:
    assert judged(recipe, data).verdict == "fail"
    assert of(recipe, data, "total-not-100") == ()


def test_masses_make_100_percent_by_themselves(data: Data) -> None:
    found = judged(cream(("water", "8 g"), ("glycerin", "5 g")), data)
    check = replace(the_check(found, "total-not-100"), verdict="fail")
    assert mends(found, check, data) == ()


def test_without_water_in_the_library_none_is_put_in(data: Data) -> None:
    recipe = cream(("glycerin", "5 %"))
    found = judged(recipe, data)
    dry = replace(data, materials={id: m for id, m in data.materials.items() if id != "water"})
    assert mends(found, the_check(found, "total-not-100"), dry) == ()


# --- use-as ---

BOTH = own("both", part("PHENOXYETHANOL", cas=("122-99-6",), organic=True), functions=("preservative", "active"))


def test_a_material_of_two_functions_is_told_which_it_has(data: Data) -> None:
    strange = own("strange", functions=("preservative", "active"))
    recipe = cream(("water", "q.s."), (strange, "1 %"))
    offered = of(recipe, data, "eu-v", code="not-on-list")
    # the use that the list refused is not offered again
    assert [(m.code, m.values["function"]) for m in offered] == [("use-as", "active")]
    assert [m.recipe.phases[0].lines[1].use_as for m in offered] == ["active"]
    assert not [c for c in judged(offered[0].recipe, data).checks if c.code == "not-on-list"]


def test_an_unstated_use_is_asked_for_of_the_lines_concerned(data: Data) -> None:
    recipe = cream(("water", "q.s."), (BOTH, "1.5 %"))
    found = judged(recipe, data)
    unstated = [c for c in found.checks if c.values.get("unstated") and c.verdict != "pass"]
    assert unstated
    for check in unstated:
        assert {m.recipe.phases[0].lines[1].use_as for m in mends(found, check, data) if m.code == "use-as"} == {"preservative", "active"}


def test_a_use_that_is_said_or_is_the_only_one_is_not_asked_for(data: Data) -> None:
    strange = own("strange", functions=("preservative", "active"))
    said_so = cream(("water", "q.s."), line(strange, "1 %", use_as="preservative"), materials=(strange,))
    assert of(said_so, data, "eu-v", code="not-on-list") == ()
    only = own("only", functions=("preservative",))
    assert of(cream(("water", "q.s."), (only, "1 %")), data, "eu-v", code="not-on-list") == ()


# --- swap ---


def prohibited(recipe: Recipe, data: Data) -> tuple[Check, tuple[Mend, ...]]:
    found = judged(recipe, data)
    check = next(c for c in found.checks if c.code in ("prohibited", "prohibited-here") and c.verdict != "pass")
    return check, mends(found, check, data)


def test_a_prohibited_form_is_swapped_for_a_permitted_one_with_as_much_of_the_element(data: Data) -> None:
    recipe = cream(("water", "q.s."), (PYRITHIONE, "0.5 %"))
    check, offered = prohibited(recipe, data)
    assert 1 <= len(offered) <= 3 and {m.code for m in offered} == {"swap"}
    for mend in offered:
        assert mend.values["old"] == "zinc-pyrithione" and mend.values["amount"].endswith("mg/kg as Zn")
        found = judged(mend.recipe, data)
        assert not [c for c in found.checks if c.rule == check.rule and c.verdict != "pass"]


def test_the_new_form_carries_as_much_of_the_element(data: Data) -> None:
    recipe = cream(("water", "q.s."), (PYRITHIONE, "0.5 %"))
    before, now = (judged(r, data).figures["element.Zn.content"].span.best for r in (recipe, prohibited(recipe, data)[1][0].recipe))
    assert before is not None and now is not None and 0.99 * before <= now <= before


def test_no_form_of_selenium_is_better_than_another(data: Data) -> None:
    assert prohibited(cream(("water", "q.s."), (SELENITE, "0.01 %")), data)[1] == ()


@pytest.mark.parametrize(
    "recipe",
    [
        cream(("water", "1 %"), (PYRITHIONE, "q.s.")),
        cream(("water", "q.s."), line(PYRITHIONE, "0.5 %", "0.6 %"), materials=(PYRITHIONE,)),
        cream(("water", "q.s."), (PYRITHIONE, "0.5 %"), (ZINC, "0.1 %")),  # another line brings the element too
        cream(("water", "99.5 g"), (PYRITHIONE, "0.5 g")),
        cream(("water", "q.s."), (PYRITHIONE, "0.5 %"), (PYRITHIONE, "0.1 %")),  # two lines
        cream(("water", "q.s."), (own("hydroquinone", part("HYDROQUINONE", cas=("123-31-9",), organic=True)), "1 %")),  # no element to keep
    ],
    ids=["filler", "adjuster", "two sources", "masses", "two lines", "organic"],
)
def test_nothing_is_swapped_that_only_a_person_can(recipe: Recipe, data: Data) -> None:
    assert prohibited(recipe, data)[1] == ()


def test_an_element_of_unknown_content_is_not_swapped(data: Data) -> None:
    vague = own("vague", part("ZINC PYRITHIONE", value(None, 1, 90, unit="%"), "C10H8N2O2S2Zn", cas=("13463-41-7",)), functions=("mineral",))
    assert prohibited(cream(("water", "q.s."), (vague, "0.5 %")), data)[1] == ()


def test_the_search_ends_when_three_are_found_or_a_dozen_tried(data: Data, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[Recipe] = []
    recipe = cream(("water", "q.s."), (PYRITHIONE, "0.5 %"))
    monkeypatch.setattr(module, "_clean", lambda r, *_: bool(tried.append(r)))
    assert prohibited(recipe, data)[1] == () and len(tried) == module.TRIED
    tried.clear()
    monkeypatch.setattr(module, "_clean", lambda r, *_: not tried.append(r))
    assert len(prohibited(recipe, data)[1]) == module.OFFERED == len(tried)


def test_what_cannot_be_reckoned_is_not_clean(data: Data) -> None:
    impossible = cream(("water", "q.s."), ("glycerin", "5 g"))
    assert not module._clean(impossible, data, judged(cream(("water", "q.s.")), data).on, (0, 1))
