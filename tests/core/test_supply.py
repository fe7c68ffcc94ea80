"""Balance of two elements beside a reference diet, and what is absorbed beside what a supplement would deliver: notes, and a goal the recipe sets."""

from dataclasses import replace
from typing import Any

import pytest

from builders import bounds, cream, judged, near, own, part, the_check, value
from formulator.core.assess import Assessment
from formulator.core.data import Data
from formulator.core.recipe import Recipe, Target, Use
from formulator.core.span import Span


def minerals(zinc: str = "200 mg/kg", copper: str = "20 mg/kg", **more: Any) -> Recipe:
    return cream(("water", "q.s."), ("zinc-chloride", f"{zinc} as Zn"), ("copper-chloride-dihydrate", f"{copper} as Cu"), **more)


def goal(text: str, low: float, high: float, **more: Any) -> Recipe:
    return minerals(ratios={"Zn:Cu": (text, Span.exact(low) if low == high else Span.between(low, high))}, **more)


def subjects(found: Assessment, rule: str) -> list[str]:
    return [c.subject for c in found.checks if c.rule == rule]


def test_a_ratio_by_mass_beside_the_reference_intakes(data: Data) -> None:
    # 200 / 20 = 10. EFSA: zinc PRI 7.5–16.3 mg by phytate and sex, copper AI 1.3–1.6 mg
    found = judged(minerals(), data)
    assert found.figures["ratio.Zn.Cu"].span.best == pytest.approx(10)
    beside = found.figures["ratio.Zn.Cu.reference"].span
    zinc, copper = (
        [x.value.span for x in data.body.references if (x.authority, x.element, x.quantity) == ("efsa", *what)] for what in (("Zn", "PRI"), ("Cu", "AI"))
    )
    assert min(s.low for s in zinc) / max(s.high for s in copper) <= beside.low <= beside.high <= max(s.high for s in zinc) / min(s.low for s in copper)
    note = the_check(found, "ratio", subject="Zn:Cu")
    assert (note.severity, note.verdict, note.code, note.values["goal"]) == ("note", "pass", "ratio-note", None)
    assert note.values["authority"].startswith("EFSA") or "Food Safety" in note.values["authority"]
    assert subjects(found, "ratio") == ["Zn:Cu"]


def test_american_reference_intakes(data: Data) -> None:
    """NASEM: zinc 11 (men) and 8 (women) mg, copper 0.9 mg: 8 / 0.9 = 8.889 … 11 / 0.9 = 12.222."""
    for recipe in (minerals(markets=("US",)), minerals(reference="nasem")):
        assert bounds(judged(recipe, data).figures["ratio.Zn.Cu.reference"].span) == near(8.888889, None, 12.222222)


@pytest.mark.parametrize(
    ("low", "high", "verdict"),
    [(8, 12, "pass"), (10, 10, "pass"), (10, 12, "pass"), (8, 10, "pass"), (11, 12, "fail"), (8, 9, "fail")],
)
def test_a_goal_of_the_recipe(low: float, high: float, verdict: str, data: Data) -> None:
    check = the_check(judged(goal("said", low, high), data), "ratio", subject="Zn:Cu")
    assert (check.verdict, check.severity, check.code, check.values["goal"]) == (verdict, "warning", "ratio", "said")


def test_a_goal_met_exactly_is_met(data: Data) -> None:
    """638 mg/kg of zinc to 11 of copper is 58, which floats make 57.99999999999999."""
    recipe = minerals("638 mg/kg", "11 mg/kg", ratios={"Zn:Cu": ("58", Span.exact(58))})
    assert the_check(judged(recipe, data), "ratio", subject="Zn:Cu").verdict == "pass"


def test_a_goal_that_a_span_straddles(data: Data) -> None:
    # copper 10–40 mg/kg: 200 / 40 = 5 … 200 / 10 = 20
    blend = own("blend", part("Copper Blend", 100, elements={"Cu": value(None, 1000, 4000, "mg/kg")}))
    recipe = cream(("water", "q.s."), ("zinc-chloride", "200 mg/kg as Zn"), (blend, "1 %"), ratios={"Zn:Cu": ("8 - 12", Span.between(8, 12))})
    found = judged(recipe, data)
    assert bounds(found.figures["ratio.Zn.Cu"].span) == near(5, None, 20)
    assert the_check(found, "ratio", subject="Zn:Cu").verdict == "cannot tell"
    assert the_check(judged(replace(recipe, ratios={"Zn:Cu": ("4 - 20", Span.between(4, 20))}), data), "ratio", subject="Zn:Cu").verdict == "pass"


def test_a_pair_of_the_recipes_own(data: Data) -> None:
    recipe = cream(("water", "q.s."), ("magnesium-sulfate-heptahydrate", "1 %"), ("potassium-chloride", "1 %"), ratios={"Mg:K": ("1", Span.exact(1))})
    found = judged(recipe, data)
    assert the_check(found, "ratio", subject="Mg:K").verdict == "fail"  # 986 and 5244 mg/kg
    assert "ratio.Mg.K" in found.figures


def test_a_pair_without_reference_intakes_has_no_note(data: Data) -> None:
    none = replace(data, body=replace(data.body, references=()))
    found = judged(minerals(), none)
    assert "ratio.Zn.Cu" in found.figures and "ratio.Zn.Cu.reference" not in found.figures
    assert subjects(found, "ratio") == [] and subjects(found, "supply") == []
    assert the_check(judged(goal("10", 10, 10), none), "ratio").verdict == "pass"


def test_nothing_is_divided_by_what_is_not_there(data: Data) -> None:
    recipe = cream(("water", "q.s."), ("zinc-chloride", "0.1 %"), targets={"Cu": Target(None, None)})
    assert "ratio.Zn.Cu" not in judged(recipe, data).figures


def test_a_goal_without_its_elements_is_not_silent(data: Data) -> None:
    recipe = cream(("water", "q.s."), ("zinc-chloride", "200 mg/kg as Zn"), ratios={"Zn:Cu": ("8 - 12", Span.between(8, 12))})
    assert the_check(judged(recipe, data), "ratio", subject="Zn:Cu").verdict == "fail"


def test_what_is_absorbed_beside_a_supplement(data: Data) -> None:
    """NASEM copper, RDA 0.9 mg: by mouth 36.3 % (7.4–61.3 %) of it: 0.3267 (0.0666–0.5517) mg. Through the skin 1.54 g × 20 mg/kg = 0.0308 mg,
    0.3 % (0.03–0.38 %) of it: 0.0000924 (0.00000924–0.00011704) mg: 0.028283 % (0.0016748–0.1757357 %)."""
    found = judged(minerals(markets=("US",)), data)
    assert bounds(found.figures["supply.Cu.nasem"].span) == near(0.0016748, 0.0282828, 0.1757357, 1e-4)
    check = the_check(found, "supply", subject="Cu")
    assert (check.severity, check.verdict, check.values["quantity"], check.values["grade"], check.lines) == ("note", "pass", "RDA", "A", ((0, 2),))
    assert check.values["says"] == "" and check.source is None


def test_reviews_speak_where_the_data_do_not(data: Data) -> None:
    found = judged(cream(("water", "q.s."), ("magnesium-sulfate-heptahydrate", "1 %")), data)
    check = the_check(found, "supply", subject="Mg")
    assert (check.verdict, check.values["grade"], check.severity) == ("cannot tell", "D", "note")
    assert check.values["says"] and check.source is not None and check.locator
    assert check.values["of"] == []
    assert (check.values["population"], check.values["pattern"]) == ("Adult", "Face cream")


def test_without_a_part_absorbed_by_mouth_there_is_no_supply(data: Data) -> None:
    # of potassium and sodium reference intakes are on file, but not how much of them is absorbed
    found = judged(cream(("water", "q.s."), ("potassium-chloride", "1 %"), ("sodium-chloride", "1 %")), data)
    assert {"K", "Na"} & set(subjects(found, "supply")) == set()


def test_a_target_alone_supplies_nothing(data: Data) -> None:
    recipe = cream(("water", "q.s."), targets={"Zn": Target(None, None)})
    assert subjects(judged(recipe, data), "supply") == []


def test_a_mother_has_her_own_reference(data: Data) -> None:
    """NASEM copper: 1.3 mg while breastfeeding, 0.9 otherwise; 1 in pregnancy."""
    shares = [
        judged(minerals(markets=("US",), use=Use(population=who)), data).figures["supply.Cu.nasem"].span.best for who in ("adult", "pregnant", "lactating")
    ]
    assert all(x is not None for x in shares)
    assert shares[1] == pytest.approx((shares[0] or 0) * 0.9 / 1.0) and shares[2] == pytest.approx((shares[0] or 0) * 0.9 / 1.3)


def test_the_choice_of_reference_goes_before_the_market(data: Data) -> None:
    assert "supply.Cu.nasem" in judged(minerals(reference="nasem"), data).figures
    assert "supply.Cu.efsa" in judged(minerals(markets=("US",), reference="efsa"), data).figures
    assert "supply.Cu.efsa" in judged(minerals(markets=("JP",)), data).figures
