"""From amounts to shares, worked by hand: percent, grams, q.s., batches, adjusters, and what does not add up."""

from dataclasses import replace

import pytest

from builders import cream, judged, line, own, part, the_check
from formulator.core.composition import compose, faults, material_of
from formulator.core.data import Data
from formulator.core.recipe import Line, Quantity, Recipe

BATCH = Quantity("200 g", 200.0)


def shares(recipe: Recipe, data: Data) -> list[float]:
    assert faults(recipe, data) == []
    return [pytest.approx(x) for x in compose(recipe, data).nominal]


def fault(recipe: Recipe, data: Data) -> tuple[tuple[int, int] | None, str, str]:
    (found,) = faults(recipe, data)
    assert found.fix
    return found.line, found.field, found.says


def test_percent_stay_as_they_are(data: Data) -> None:
    assert shares(cream(("water", "94 %"), ("glycerin", "6 %")), data) == [94, 6]


def test_parts_per_million_are_mg_per_kg(data: Data) -> None:
    # 300 mg in 1 000 000 mg is 0.03 %
    assert shares(cream(("water", "q.s."), ("glycerin", "300 ppm"), ("urea", "300 mg/kg")), data) == [99.94, 0.03, 0.03]


def test_qs_takes_what_is_left(data: Data) -> None:
    assert shares(cream(("glycerin", "6 %"), ("water", "q.s."), ("urea", "2.5 %")), data) == [6, 91.5, 2.5]


def test_qs_alone_is_everything(data: Data) -> None:
    assert shares(cream(("water", "q.s.")), data) == [100]


def test_grams_are_taken_of_their_sum(data: Data) -> None:
    # 120 + 60 + 20 = 200 g
    assert shares(cream(("water", "120 g"), ("glycerin", "60 g"), ("urea", "20000 mg")), data) == [60, 30, 10]


def test_grams_alone_ignore_the_batch(data: Data) -> None:
    assert shares(cream(("water", "120 g"), ("glycerin", "60 g"), ("urea", "20 g"), batch=Quantity("1 kg", 1000.0)), data) == [60, 30, 10]


def test_grams_beside_qs_are_taken_of_the_batch(data: Data) -> None:
    # 10 g in 200 g is 5 %
    assert shares(cream(("water", "q.s."), ("glycerin", "10 g"), batch=BATCH), data) == [95, 5]


def test_grams_beside_percent_are_taken_of_the_batch(data: Data) -> None:
    assert shares(cream(("water", "90 %"), ("glycerin", "10 g"), ("urea", "5 %"), batch=BATCH), data) == [90, 5, 5]


def test_a_recipe_in_grams_has_the_figures_of_the_same_in_percent(data: Data) -> None:
    grams = judged(cream(("water", "194 g"), ("zinc-sulfate-heptahydrate", "6 g")), data)
    percent = judged(cream(("water", "97 %"), ("zinc-sulfate-heptahydrate", "3 %")), data)
    assert grams.figures["element.Zn.content"].span.best == pytest.approx(percent.figures["element.Zn.content"].span.best)
    assert the_check(grams, "total-not-100").verdict == "pass"


def test_an_adjuster_in_percent(data: Data) -> None:
    made = compose(cream(("water", "q.s."), line("sodium-hydroxide-10", "0.3 %", "0.6 %")), data)
    assert (made.shares[1].low, made.shares[1].best, made.shares[1].high) == pytest.approx((0.3, 0.3, 0.6))


def test_an_adjuster_in_grams_adds_to_the_sum(data: Data) -> None:
    # 1 g in 100 g is 1 %; 3 g in 102 g are 2.941 176 %
    made = compose(cream(("water", "99 g"), line("sodium-hydroxide-10", "1 g", "3 g")), data)
    assert (made.shares[1].low, made.shares[1].best, made.shares[1].high) == pytest.approx((1, 1, 2.941176), rel=1e-6)


def test_an_adjuster_in_grams_beside_qs_is_taken_of_the_batch(data: Data) -> None:
    # 1 g in 200 g is 0.5 %, 3 g are 1.5 %
    made = compose(cream(("water", "q.s."), line("sodium-hydroxide-10", "1 g", "3 g"), batch=BATCH), data)
    assert (made.shares[1].low, made.shares[1].best, made.shares[1].high) == pytest.approx((0.5, 0.5, 1.5))
    assert made.nominal[0] == pytest.approx(99.5)


def test_a_qs_below_zero_is_shown_and_fails(data: Data) -> None:
    # 60 + 50 leave −10
    found = judged(cream(("water", "q.s."), ("glycerin", "60 %"), ("urea", "50 %")), data)
    check = the_check(found, "total-not-100")
    assert (check.verdict, check.code, check.lines) == ("fail", "qs-below-zero", ((0, 0),))
    assert (check.values["share"], check.values["others"]) == (pytest.approx(-10), pytest.approx(110))
    assert found.composition.nominal[0] == pytest.approx(-10)
    assert found.figures["share.total"].span.best == pytest.approx(100)
    assert found.figures["share.total"].form.worked()[0].text == "(−10) + 60 + 50"
    assert list(found.composition.present()) == [1, 2]


@pytest.mark.parametrize(("others", "left"), [("100 %", 0), ("99.5 %", 0.5)])
def test_a_qs_of_little_or_nothing_is_no_fault(others: str, left: float, data: Data) -> None:
    found = judged(cream(("water", "q.s."), ("glycerin", others)), data)
    assert (found.composition.nominal[0], the_check(found, "total-not-100").verdict) == (left, "pass")


@pytest.mark.parametrize(
    ("glycerin", "verdict"),
    [("5 %", "pass"), ("4.995 %", "pass"), ("5.005 %", "pass"), ("4.99 %", "fail"), ("5.01 %", "fail"), ("4.9949 %", "fail"), ("5.0051 %", "fail")],
)
def test_the_lines_make_a_hundred(glycerin: str, verdict: str, data: Data) -> None:
    # 95 % of water with it: 99.995 and 100.005 are inside, 99.99 outside
    found = judged(cream(("water", "95 %"), ("glycerin", glycerin)), data)
    check = the_check(found, "total-not-100")
    assert (check.verdict, check.severity, check.figure) == (verdict, "error", "share.total")
    assert check.values["total"] + check.values["missing"] == pytest.approx(100)


def test_phases_of_one_kind_are_summed(data: Data) -> None:
    # water 95 − 10 = … : 100 − 20 − 6 − 4 = 70 % q.s.; with glycerin 6 the water phases make 76
    recipe = cream(phases={"water": [("water", "q.s."), ("glycerin", "6 %")], "oil": [("olive-oil", "20 %")], "cool-down": [("urea", "4 %")]})
    figures = judged(recipe, data).figures
    assert [figures[f"phase.{kind}"].span.best for kind in ("water", "oil", "cool-down")] == pytest.approx([76, 20, 4])
    assert figures["share.total"].span.best == pytest.approx(100)


def test_a_phase_that_is_not_there_is_nothing(data: Data) -> None:
    figure = judged(cream(("water", "q.s.")), data).figures["phase.oil"]
    assert (figure.span.best, figure.form.worked()[0].text, figure.basis, figure.confidence) == (0, "0", "declared", "high")


def test_a_former_id_finds_its_material(data: Data) -> None:
    renamed = replace(data, materials={"new": own("new", aliases=("old",))})
    assert renamed.material("old").id == "new"
    assert renamed.material("older") is None


def test_the_recipes_own_material_goes_before_the_librarys(data: Data) -> None:
    mine = own("glycerin", part("Glycerin"))
    assert material_of(cream((mine, "1 %")), data, "glycerin") is mine


def test_a_second_qs_is_a_fault(data: Data) -> None:
    assert fault(cream(("water", "q.s."), ("glycerin", "q.s.")), data) == ((0, 1), "amount", "a second q.s. line")


@pytest.mark.parametrize(("other", "beside"), [("q.s.", "a q.s. line"), ("90 %", "lines in percent")])
def test_masses_beside_shares_need_a_batch(other: str, beside: str, data: Data) -> None:
    recipe = cream(("water", other), ("glycerin", "10 g"))
    assert fault(recipe, data) == (None, "batch", f"masses stand beside {beside}, but the batch is not given")
    with pytest.raises(ValueError, match="without a batch"):
        compose(recipe, data)


def test_masses_of_nothing_are_a_fault(data: Data) -> None:
    assert fault(cream(("water", "0 g"), ("glycerin", "0 mg")), data) == (None, "phase", "the masses add up to nothing")


@pytest.mark.parametrize("material", ["glycerin", "xanthan-gum", "olive-oil"])
def test_an_amount_as_an_element_the_material_does_not_hold(material: str, data: Data) -> None:
    place, field, says = fault(cream(("water", "q.s."), (material, "200 mg/kg as Zn")), data)
    assert (place, field) == ((0, 1), "amount")
    assert "holds no single known content of Zn" in says


def test_an_unknown_material_as_an_element_is_left_to_the_unknown_material(data: Data) -> None:
    assert faults(cream(("water", "q.s."), ("no-such-thing", "200 mg/kg as Zn")), data) == []


def test_a_maximum_as_an_element_the_material_does_not_hold(data: Data) -> None:
    places = [(f.line, f.field) for f in faults(cream(("water", "q.s."), line("glycerin", "0.1 %", "200 mg/kg as Zn")), data)]
    assert ((0, 1), "max") in places


@pytest.mark.parametrize(
    ("amount", "most", "says"),
    [
        ("0.6 %", "0.3 %", "max is below the amount"),
        ("0.3 %", "3 g", "max is not of the same kind as the amount"),
        ("3 g", "2 g", "max is below the amount"),
        ("200 mg/kg as Zn", "100 mg/kg as Zn", "max is below the amount"),
        # 200 mg/kg as Zn are 0.088 % of the salt
        ("200 mg/kg as Zn", "0.05 %", "max is below the amount"),
    ],
)
def test_a_maximum_that_cannot_be_one(amount: str, most: str, says: str, data: Data) -> None:
    recipe = cream(("water", "q.s."), line("zinc-sulfate-heptahydrate", amount, most), batch=BATCH)
    assert fault(recipe, data) == ((0, 1), "max", says)


@pytest.mark.parametrize("most", ["0.088 %", "0.1 %", "200 mg/kg as Zn", "1 % as Zn"])
def test_a_maximum_in_other_words_than_the_amount(most: str, data: Data) -> None:
    # 200 / 227 376 = 0.08796 %
    assert faults(cream(("water", "q.s."), line("zinc-sulfate-heptahydrate", "200 mg/kg as Zn", most)), data) == []


def test_every_fault_is_reported_at_once(data: Data) -> None:
    rows: list[Line] = [line("water", "q.s."), line("glycerin", "q.s."), line("urea", "2 %", "1 %"), line("olive-oil", "5 g"), line("olive-oil", "1 % as Zn")]
    assert [f.says.split(",")[0] for f in faults(cream(*rows), data)] == [
        "a second q.s. line",
        "masses stand beside a q.s. line",
        "max is below the amount",
        "Olive oil holds no single known content of Zn",
    ]
