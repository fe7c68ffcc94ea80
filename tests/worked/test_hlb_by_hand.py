"""The HLB balance of creams whose numbers were worked by hand: what the lipids need, what the emulsifiers give, and how they meet."""

from typing import Any

import pytest

from builders import cream, emulsifier, judged, line, lipid, own, the_check, value
from formulator.core.assess import Assessment
from formulator.core.data import Data
from formulator.core.figure import Datum
from formulator.core.material import Material
from formulator.core.recipe import Line, Recipe
from formulator.core.span import Span

Row = tuple[Material, str] | Line


def emulsion(oils: list[Row], emulsifiers: list[Row], **more: Any) -> Recipe:
    return cream(phases={"water": [("water", "q.s.")], "oil": [*oils, *emulsifiers]}, **{"emulsion": "o/w", **more})


def needing(hlb: float) -> list[Row]:
    return [(lipid("oil", hlb), "10 %")]


LOW, HIGH = emulsifier("span", 4.3), emulsifier("tween", 15.0)
PAIR = [(HIGH, "4 %"), (LOW, "6 %")]


def best(found: Assessment, id: str) -> float | None:
    return found.figures[id].span.best


def test_three_lipids_need_the_mean_by_mass(data: Data) -> None:
    # (20 × 10 + 5 × 7 + 3 × 15) / (20 + 5 + 3) = (200 + 35 + 45) / 28 = 280 / 28 = 10.0
    oils = [(lipid("a", 10), "20 g"), (lipid("b", 7), "5 g"), (lipid("c", 15), "3 g")]
    found = judged(cream(phases={"water": [("water", "70 g")], "oil": [*oils, (HIGH, "2 g")]}, emulsion="o/w"), data)
    assert best(found, "hlb.required") == pytest.approx(10.0)


def test_shares_and_grams_need_the_same(data: Data) -> None:
    # the same masses in a cream of 100 g
    found = judged(emulsion([(lipid("a", 10), "20 %"), (lipid("b", 7), "5 %"), (lipid("c", 15), "3 %")], PAIR), data)
    assert best(found, "hlb.required") == pytest.approx(10.0)


def test_two_emulsifiers_give_the_mean_by_mass(data: Data) -> None:
    # (4 × 15.0 + 6 × 4.3) / 10 = (60 + 25.8) / 10 = 8.58; gap to 10.5: 8.58 − 10.5 = −1.92
    found = judged(emulsion(needing(10.5), PAIR), data)
    assert best(found, "hlb.blend") == pytest.approx(8.58)
    assert best(found, "hlb.gap") == pytest.approx(-1.92)
    assert best(found, "emulsifier.share") == pytest.approx(10)
    assert the_check(found, "hlb-gap").verdict == "fail"


def test_split_that_meets_the_required_hlb(data: Data) -> None:
    # 100 × (10.5 − 4.3) / (15.0 − 4.3) = 620 / 10.7 = 57.944 % tween; the rest, 42.056 %, is span
    found = judged(emulsion(needing(10.5), PAIR), data)
    assert best(found, "hlb.split.tween") == pytest.approx(57.944, abs=5e-4)
    assert best(found, "hlb.split.span") == pytest.approx(42.056, abs=5e-4)
    assert the_check(found, "hlb-unreachable").verdict == "pass"


def test_repeated_lines_of_one_emulsifier_are_summed(data: Data) -> None:
    # (2 × 4.3 + 1 × 15.0 + 1 × 15.0) / 4 = 38.6 / 4 = 9.65, and still a pair with a split
    found = judged(emulsion(needing(10.5), [(LOW, "2 %"), (HIGH, "1 %"), (HIGH, "1 %")]), data)
    assert best(found, "hlb.blend") == pytest.approx(9.65)
    assert {id for id in found.figures if id.startswith("hlb.split")} == {"hlb.split.tween", "hlb.split.span"}
    assert best(found, "hlb.split.tween") == pytest.approx(57.944, abs=5e-4)


def test_the_smallest_share_counts(data: Data) -> None:
    # (0.3 × 10 + 0.1 × 6) / 0.4 = 9.0; (0.02 × 15.0 + 0.02 × 4.3) / 0.04 = 9.65
    found = judged(emulsion([(lipid("a", 10), "0.3 %"), (lipid("b", 6), "0.1 %")], [(HIGH, "0.02 %"), (LOW, "0.02 %")]), data)
    assert (best(found, "hlb.required"), best(found, "hlb.blend")) == (pytest.approx(9), pytest.approx(9.65))


def test_three_emulsifiers_have_no_single_split(data: Data) -> None:
    found = judged(emulsion(needing(10.5), [*PAIR, (emulsifier("third", 9), "1 %")]), data)
    assert not [id for id in found.figures if id.startswith("hlb.split")]


def test_target_above_both_emulsifiers_is_unreachable(data: Data) -> None:
    # 16 lies above 4.3 … 15.0
    found = judged(emulsion(needing(16), PAIR), data)
    check = the_check(found, "hlb-unreachable")
    assert (check.verdict, check.code, check.values["low"], check.values["high"]) == ("fail", "hlb-unreachable", 4.3, 15.0)
    assert not [id for id in found.figures if id.startswith("hlb.split")]


@pytest.mark.parametrize("ends", [4.3, 15.0])
def test_target_at_one_end_is_reached_by_that_emulsifier_alone(ends: float, data: Data) -> None:
    found = judged(emulsion(needing(ends), PAIR), data)
    assert the_check(found, "hlb-unreachable").verdict == "pass"
    assert best(found, "hlb.split.tween") == pytest.approx(100 if ends == 15.0 else 0)


@pytest.mark.parametrize(("required", "verdict"), [(14.0, "pass"), (14.2, "pass"), (16.0, "pass"), (13.9, "fail"), (16.1, "fail")])
def test_one_emulsifier_alone_serves_within_the_tolerance(required: float, verdict: str, data: Data) -> None:
    # 15.0 ± 1
    found = judged(emulsion(needing(required), [(HIGH, "4 %")]), data)
    assert (the_check(found, "hlb-unreachable").verdict, the_check(found, "hlb-gap").verdict) == (verdict, verdict)


def test_a_wider_tolerance_of_the_recipe_holds(data: Data) -> None:
    # |15.0 − 13.6| = 1.4: outside ±1, inside ±1.5
    assert the_check(judged(emulsion(needing(13.6), [(HIGH, "4 %")]), data), "hlb-gap").verdict == "fail"
    assert the_check(judged(emulsion(needing(13.6), [(HIGH, "4 %")], tolerance=1.5), data), "hlb-gap").verdict == "pass"


def test_two_emulsifiers_of_one_hlb_count_as_one(data: Data) -> None:
    twins = [(emulsifier("one", 11), "2 %"), (emulsifier("two", 11), "2 %")]
    near, far = (judged(emulsion(needing(x), twins), data) for x in (11.8, 13))
    assert not [id for id in near.figures if id.startswith("hlb.split")]
    assert (the_check(near, "hlb-unreachable").verdict, the_check(far, "hlb-unreachable").verdict) == ("pass", "fail")


def test_spans_of_the_lipids_carry_over(data: Data) -> None:
    # low (10 × 9 + 10 × 5) / 20 = 7, best (100 + 60) / 20 = 8, high (10 × 12 + 10 × 8) / 20 = 10; the gap of 9 runs from −1 to 2
    oils = [(lipid("a", value(10, 9, 12)), "10 %"), (lipid("b", value(6, 5, 8)), "10 %")]
    found = judged(emulsion(oils, [(emulsifier("nine", 9), "4 %")]), data)
    assert found.figures["hlb.required"].span == Span(7, 8, 10)
    assert found.figures["hlb.gap"].span == Span(-1, 1, 2)
    assert the_check(found, "hlb-gap").verdict == "pass"  # best values decide


def test_split_spans_are_the_corners(data: Data) -> None:
    # target 9 … 11 (best 10) of 4 and 14: 100 × (9 − 4) / 10 = 50, best 60, 100 × (11 − 4) / 10 = 70
    found = judged(emulsion([(lipid("a", value(10, 9, 11)), "10 %")], [(emulsifier("low", 4), "2 %"), (emulsifier("high", 14), "2 %")]), data)
    assert found.figures["hlb.split.high"].span == Span(50, 60, 70)
    assert found.figures["hlb.split.low"].span == Span(30, 40, 50)


def test_split_of_overlapping_spans_is_anything(data: Data) -> None:
    pair = [(emulsifier("low", value(8, 7, 11)), "2 %"), (emulsifier("high", value(12, 10, 13)), "2 %")]
    found = judged(emulsion(needing(10), pair), data)
    # 100 × (10 − 8) / (12 − 8) = 50
    assert found.figures["hlb.split.high"].span == Span(0, 50, 100)


def test_a_lipid_without_a_value_is_bounded_and_named(data: Data) -> None:
    # 10 % of 10 and 10 % of anything from 0 to 20: (100 + 0) / 20 = 5 to (100 + 200) / 20 = 15
    found = judged(emulsion([(lipid("known", 10), "10 %"), (lipid("exotic", None), "10 %")], PAIR), data)
    assert found.figures["hlb.required"].span == Span.between(5, 15)
    assert found.figures["hlb.required"].basis == "default"
    check = the_check(found, "hlb-unknown")
    assert (check.verdict, check.values["materials"], check.lines) == ("cannot tell", ["exotic"], ((1, 1),))
    assert {the_check(found, rule).verdict for rule in ("hlb-gap", "hlb-unreachable")} == {"cannot tell"}


def test_squalane_has_a_span_and_no_best_value(data: Data) -> None:
    # published values run from 5 to 12; alone it needs something between them
    found = judged(cream(phases={"water": [("water", "q.s.")], "oil": [("squalane", "10 %"), ("polysorbate-80", "3 %")]}, emulsion="o/w"), data)
    assert found.figures["hlb.required"].span == Span.between(5, 12)
    assert the_check(found, "hlb-unknown").values["materials"] == ["Squalane"]
    assert the_check(found, "hlb-unknown").severity == "note"


def test_the_type_of_emulsion_chooses_the_value(data: Data) -> None:
    oil = own("oil", functions=("emollient",), required_hlb={"o/w": value(10), "w/o": value(5)})
    assert best(judged(emulsion([(oil, "10 %")], PAIR, emulsion="w/o"), data), "hlb.required") == 5
    assert the_check(judged(emulsion(needing(10), PAIR, emulsion="w/o"), data), "hlb-unknown").verdict == "cannot tell"


def test_lecithin_lies_outside_griffins_domain(data: Data) -> None:
    recipe = cream(
        phases={"water": [("water", "q.s.")], "oil": [("mineral-oil-light", "10 %"), ("lecithin", "2 %"), ("polysorbate-80", "2 %")]}, emulsion="o/w"
    )
    found = judged(recipe, data)
    check = the_check(found, "hlb-not-applicable")
    assert (check.verdict, check.severity, check.lines) == ("cannot tell", "note", ((1, 1),))
    assert check.values["materials"][0]["material"] == "Lecithin"
    assert all(check.values["materials"][0].values())
    # lecithin anywhere in 0 … 40, the other 15 ± 1, half and half: (0 + 14) / 2 = 7 to (40 + 16) / 2 = 28, without a best value
    assert found.figures["hlb.blend"].span == Span.between(7, 28)
    assert the_check(found, "hlb-unreachable").verdict == "cannot tell"


def test_an_ionic_without_any_number_is_bounded_by_the_wider_scale(data: Data) -> None:
    ionic = emulsifier("ionic", None, hlb_applies=False, hlb_why_not="anionic", hlb_instead="use level")
    found = judged(emulsion(needing(10), [(ionic, "2 %")]), data)
    # sodium lauryl sulfate, the highest published, is 40
    assert found.figures["hlb.blend"].span == Span.between(0, 40)
    assert the_check(found, "hlb-not-applicable").values["materials"] == [{"material": "ionic", "why": "anionic", "instead": "use level"}]


def test_the_best_number_of_an_ionic_does_not_enter_the_mean(data: Data) -> None:
    ionic = emulsifier("ionic", value(11, 10, 12), hlb_applies=False)
    # nor does it bound the blend: what an ionic gives on Griffin's scale is not known, 0 to 40 is what any emulsifier can be
    assert judged(emulsion(needing(10), [(ionic, "2 %")]), data).figures["hlb.blend"].span == Span.between(0, 40)


def test_a_nonionic_without_a_number_is_bounded_by_the_scale(data: Data) -> None:
    found = judged(emulsion(needing(10), [(emulsifier("new", None), "2 %")]), data)
    assert found.figures["hlb.blend"].span == Span.between(0, 20)
    assert the_check(found, "hlb-not-applicable").verdict == "pass"
    assert the_check(found, "hlb-unreachable").verdict == "cannot tell"


def test_no_emulsifier_fails_and_says_so(data: Data) -> None:
    found = judged(emulsion(needing(10), []), data)
    check = the_check(found, "hlb-unreachable")
    assert (check.verdict, check.code) == ("fail", "no-emulsifier")
    assert best(found, "hlb.blend") is None
    assert best(found, "emulsifier.share") == 0
    assert the_check(found, "hlb-gap").verdict == "cannot tell"


def test_no_lipid_needs_nothing_that_is_known(data: Data) -> None:
    found = judged(emulsion([], PAIR), data)
    assert found.figures["hlb.required"].span == Span.between(0, 20)
    assert [term.label for term in found.figures["hlb.required"].form.terms()] == ["none"]
    assert the_check(found, "hlb-unknown").verdict == "pass"
    assert the_check(found, "hlb-gap").verdict == "cannot tell"


@pytest.mark.parametrize("amount", ["0 %", "0 mg/kg"])
def test_a_lipid_of_which_there_is_none_does_not_count(amount: str, data: Data) -> None:
    found = judged(emulsion([*needing(10), (lipid("absent", None), amount)], PAIR), data)
    assert best(found, "hlb.required") == 10
    assert the_check(found, "hlb-unknown").verdict == "pass"


def test_a_gel_has_no_hlb_rules(data: Data) -> None:
    found = judged(emulsion(needing(10), PAIR, emulsion="none"), data)
    assert [id for id in found.figures if id.startswith("hlb")] == []
    assert [c for c in found.checks if c.rule.startswith("hlb")] == []
    assert best(found, "emulsifier.share") == 10


def test_an_emulsifier_used_as_emollient_is_a_lipid_here(data: Data) -> None:
    both = own("both", functions=("emollient", "emulsifier"), hlb=value(5), required_hlb={"o/w": value(12)})
    unsaid = judged(emulsion([], [*PAIR, (both, "5 %")]), data)
    stated = judged(emulsion([], [*PAIR, line(both, "5 %", use_as="emollient")], materials=(both,)), data)
    # 4 + 6 + 5: as long as nothing else is said, what can emulsify does
    assert (best(unsaid, "emulsifier.share"), best(unsaid, "hlb.required")) == (15, None)
    assert (best(stated, "emulsifier.share"), best(stated, "hlb.required")) == (10, 12)


def test_confidence_and_basis_are_those_of_the_weakest(data: Data) -> None:
    weak: Datum = value(7, kind="published", confidence="low")
    found = judged(emulsion([*needing(10), (lipid("b", weak), "5 %")], PAIR), data)
    required = found.figures["hlb.required"]
    assert (required.basis, required.confidence) == ("declared", "low")
    assert judged(emulsion([(lipid("b", weak), "5 %")], PAIR), data).figures["hlb.required"].basis == "published"
