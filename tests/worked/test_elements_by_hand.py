"""What creams carry of an element, worked by hand from the IUPAC standard atomic weights

H 1.008, C 12.011, N 14.007, O 15.999, Na 22.98977, Mg 24.305, S 32.06, Cl 35.45, Cu 63.546, Zn 65.38.
"""

from dataclasses import replace

import pytest

from builders import bounds, cream, judged, line, near, own, part, pure_zinc_oxide, said, the_check, value
from formulator.core.contents import content_of, substance_content
from formulator.core.data import Data
from formulator.core.material import Material
from formulator.core.recipe import Target
from formulator.core.span import Span

# ZnSO4.7H2O: 65.38 + 32.06 + 11 × 15.999 + 14 × 1.008 = 65.38 + 32.06 + 175.989 + 14.112 = 287.541; 65.38 / 287.541 = 0.227376
HEPTAHYDRATE = 227_376


def percent(material: Material | str, symbol: str, data: Data) -> tuple[float, float | None, float]:
    return bounds(content_of(data.materials[material] if isinstance(material, str) else material, symbol, data).span)


def content(rows: list[tuple[Material | str, str]], symbol: str, data: Data) -> tuple[float, float | None, float]:
    return bounds(judged(cream(("water", "q.s."), *rows), data).figures[f"element.{symbol}.content"].span)


def exactly(x: float) -> object:
    return near(x, x, x)


@pytest.mark.parametrize(
    ("id", "symbol", "mg_per_kg"),
    [
        ("zinc-sulfate-heptahydrate", "Zn", HEPTAHYDRATE),  # 22.738 %
        ("zinc-sulfate-heptahydrate", "S", 111_497),  # 32.06 / 287.541
        ("zinc-sulfate-monohydrate", "Zn", 364_333),  # 65.38 / (65.38 + 32.06 + 5 × 15.999 + 2 × 1.008 = 179.451)
        ("zinc-chloride", "Zn", 479_748),  # 65.38 / (65.38 + 70.90 = 136.28)
        ("copper-sulfate-pentahydrate", "Cu", 254_514),  # 63.546 / (63.546 + 32.06 + 9 × 15.999 + 10 × 1.008 = 249.677)
        ("magnesium-chloride-hexahydrate", "Mg", 119_555),  # 24.305 / (24.305 + 70.90 + 6 × 18.015 = 203.295)
        # NaOH: 22.98977 / (22.98977 + 15.999 + 1.008 = 39.99677) = 0.574791, and a tenth of it in the solution
        ("sodium-hydroxide-10", "Na", 57_479.1),
        ("water", "Zn", 0),
        ("mineral-oil-light", "Zn", 0),
    ],
)
def test_a_definite_compound(id: str, symbol: str, mg_per_kg: float, data: Data) -> None:
    assert percent(id, symbol, data) == exactly(mg_per_kg)


def test_zinc_oxide_and_zinc_oxide_as_it_is_sold(data: Data) -> None:
    # ZnO: 65.38 / (65.38 + 15.999 = 81.379) = 803 402 mg/kg
    assert percent(pure_zinc_oxide(), "Zn", data) == exactly(803_402)
    # of the pharmacopoeia 99.5 % (98 to 100.5 %) of that: 0.98 × 803 402 = 787 334, 0.995 × 803 402 = 799 385, 1.005 × 803 402 = 807 419
    assert percent("zinc-oxide", "Zn", data) == near(787_334, 799_385, 807_419)


def test_a_part_dried_hydrate_holds_more_than_its_formula(data: Data) -> None:
    # assay 104 % of the heptahydrate: 1.04 × 227 376 = 236 471
    dried = own("dried", part("Zinc Sulfate", 100, "ZnSO4.7H2O", assay=value(104, unit="%")), functions=("mineral",))
    assert percent(dried, "Zn", data) == exactly(236_471)


def test_an_assay_with_a_span_bounds_the_element(data: Data) -> None:
    # Zn(C6H11O7)2: 65.38 + 12 × 12.011 + 22 × 1.008 + 14 × 15.999 = 65.38 + 144.132 + 22.176 + 223.986 = 455.674; 65.38 / 455.674 = 143 480 mg/kg
    # assay 85.7 … 100 … 102 %: 0.857 × 143 480 = 122 962; 1.02 × 143 480 = 146 349
    assert percent("zinc-gluconate", "Zn", data) == near(122_962, 143_480, 146_349)


def test_a_blend_is_the_sum_of_its_substances(data: Data) -> None:
    # 10 % heptahydrate and 5 % zinc chloride: 0.10 × 227 376 + 0.05 × 479 748 = 22 737.6 + 23 987.4 = 46 725
    blend = own("blend", part("Zinc Sulfate", 10, "ZnSO4.7H2O"), part("Zinc Chloride", 5, "ZnCl2"), part("Aqua", 85, "H2O"))
    assert percent(blend, "Zn", data) == exactly(46_725)


def test_a_share_with_a_span_bounds_the_element(data: Data) -> None:
    # 8 … 12 % zinc chloride, no best value: 0.08 × 479 748 = 38 379.8; 0.12 × 479 748 = 57 569.8
    blend = own("blend", part("Zinc Chloride", value(None, 8, 12, "%"), "ZnCl2"), part("Aqua", value(None, 88, 92, "%"), "H2O"))
    assert percent(blend, "Zn", data) == near(38_379.8, None, 57_569.8)


def test_the_rest_of_a_blend_that_is_not_named_can_be_anything(data: Data) -> None:
    # 70 % named and organic, 30 % open: 0 … 300 000 mg/kg of the blend, 0 … 3 000 mg/kg of a cream with 1 % of it
    blend = own("blend", part("Some Extract", 70, organic=True), unnamed=value(30, unit="%"))
    assert percent(blend, "Zn", data) == (0, None, 300_000)
    assert content([("zinc-sulfate-heptahydrate", "0 %"), (blend, "1 %"), (pure_zinc_oxide(), "0.1 %")], "Zn", data) == near(803.402, None, 3803.402)


def test_an_unanalysed_gum_brings_at_most_its_share(data: Data) -> None:
    # 0.3 % of a cream is 3 000 mg/kg
    gum = own("gum", part("Some Gum"), functions=("thickener",))
    found = judged(cream(("water", "q.s."), (gum, "0.3 %"), (pure_zinc_oxide(), "0.1 %"), targets={"Fe": Target(None, said("4000 mg/kg", "mg/kg"))}), data)
    assert bounds(found.figures["element.Fe.content"].span) == near(0, None, 3000)
    assert found.figures["element.Fe.content"].notes == ("unanalysed:gum",)
    # 0.1 % × 803 402 = 803.4 is sure
    assert bounds(found.figures["element.Zn.content"].span) == near(803.402, None, 3803.402)
    assert the_check(found, "target", subject="Fe").verdict == "pass"


def test_an_unknown_material_is_bounded_by_its_share_too(data: Data) -> None:
    found = judged(cream(("water", "q.s."), ("no-such-thing", "2 %"), (pure_zinc_oxide(), "0.1 %")), data)
    assert bounds(found.figures["element.Zn.content"].span) == near(803.402, None, 20_803.402)
    check = the_check(found, "material-unknown")
    assert (check.verdict, check.subject, check.lines) == ("cannot tell", "no-such-thing", ((0, 1),))


def test_declared_contents_stand_for_the_whole_composition(data: Data) -> None:
    # 12 mg/kg Zn in 50 % of the cream is 6 mg/kg; of copper nothing was declared, so there is none
    analysed = own("spa-water", part("Maris Aqua", elements={"Zn": value(12, unit="mg/kg"), "Se": value(0, unit="mg/kg")}))
    found = judged(cream(("water", "q.s."), (analysed, "50 %"), ("copper-sulfate-pentahydrate", "0.1 %")), data)
    assert bounds(found.figures["element.Zn.content"].span) == (6, 6, 6)
    assert bounds(found.figures["element.Cu.content"].span) == exactly(254.514)  # 0.1 % × 254 514
    assert "element.Se.content" not in found.figures


def test_every_element_but_carbon_hydrogen_oxygen_nitrogen_is_counted(data: Data) -> None:
    found = judged(cream(("water", "q.s."), ("urea", "5 %"), ("disodium-edta", "0.1 %"), ("zinc-sulfate-heptahydrate", "0.1 %")), data)
    assert sorted(id.split(".")[1] for id in found.figures if id.endswith(".content")) == ["Na", "S", "Zn"]


def test_nitrogen_is_counted_where_it_is_the_target(data: Data) -> None:
    # urea CH4N2O: 28.014 / (12.011 + 4.032 + 28.014 + 15.999 = 60.056) = 466 465 mg/kg; 5 % of it is 23 323; of an organic oil nothing is known
    goal = {"N": Target(said("2 %", "mg/kg"), None)}
    assert bounds(judged(cream(("water", "q.s."), ("urea", "5 %"), targets=goal), data).figures["element.N.content"].span) == exactly(23_323.2)
    found = judged(cream(("water", "q.s."), ("urea", "5 %"), ("olive-oil", "1 %"), targets=goal), data)
    assert bounds(found.figures["element.N.content"].span) == near(23_323.2, None, 33_323.2)
    assert the_check(found, "target").verdict == "pass"


def test_an_element_without_standard_weight_is_bounded(data: Data) -> None:
    odd = own("odd", part("Polonium Dioxide", 100, "PoO2"))
    assert percent(odd, "Po", data) == (0, None, 1_000_000)
    assert percent(odd, "O", data) == (0, None, 1_000_000)
    assert percent(odd, "Zn", data) == (0, 0, 0)


def test_an_amount_can_be_stated_as_its_element(data: Data) -> None:
    # 200 mg/kg of Zn: 200 / 227 376 of the cream is 0.087960 % of the heptahydrate
    found = judged(cream(("water", "q.s."), ("zinc-sulfate-heptahydrate", "200 mg/kg as Zn")), data)
    assert found.composition.nominal[1] == pytest.approx(0.087960, rel=1e-5)
    assert bounds(found.figures["element.Zn.content"].span) == exactly(200)


def test_a_mass_can_be_stated_as_its_element(data: Data) -> None:
    # 1 g of Zn in 100 g: 1 / 0.227376 = 4.39800 g of the salt beside 95.602 g of water
    found = judged(cream(("water", "95.602 g"), ("zinc-sulfate-heptahydrate", "1 g as Zn")), data)
    assert found.composition.nominal[1] == pytest.approx(4.39800, rel=1e-5)


def test_contents_of_several_lines_are_summed(data: Data) -> None:
    # 0.1 % heptahydrate 227.376, 0.1 % chloride 479.748, once more 0.1 % heptahydrate: 934.500
    rows = [("zinc-sulfate-heptahydrate", "0.1 %"), ("zinc-chloride", "0.1 %"), ("zinc-sulfate-heptahydrate", "0.1 %")]
    assert content(rows, "Zn", data) == exactly(934.5)


def test_an_adjuster_reaches_up_to_its_maximum(data: Data) -> None:
    # 0.3 % of the solution brings 0.003 × 57 479.1 = 172.437 mg/kg Na, 0.6 % twice that
    found = judged(cream(("water", "q.s."), line("sodium-hydroxide-10", "0.3 %", "0.6 %")), data)
    assert bounds(found.figures["element.Na.content"].span) == near(172.437, 172.437, 344.875)


def test_the_share_total_ignores_the_maximum(data: Data) -> None:
    found = judged(cream(("water", "99.7 %"), line("sodium-hydroxide-10", "0.3 %", "0.6 %")), data)
    assert the_check(found, "total-not-100").verdict == "pass"


@pytest.mark.parametrize(
    ("low", "high", "verdict"),
    [
        ("150 mg/kg", "250 mg/kg", "pass"),
        ("200 mg/kg", None, "pass"),
        (None, "200 mg/kg", "pass"),
        ("201 mg/kg", None, "fail"),
        (None, "199 mg/kg", "fail"),
        ("100 mg/kg", "199 mg/kg", "fail"),
    ],
)
def test_a_target_is_met_or_missed(low: str | None, high: str | None, verdict: str, data: Data) -> None:
    goal = Target(said(low, "mg/kg") if low else None, said(high, "mg/kg") if high else None)
    found = judged(cream(("water", "q.s."), ("zinc-sulfate-heptahydrate", "200 mg/kg as Zn"), targets={"Zn": goal}), data)
    check = the_check(found, "target")
    assert (check.verdict, check.subject, check.lines, check.figure) == (verdict, "Zn", ((0, 1),), "element.Zn.content")


@pytest.mark.parametrize(
    ("low", "high", "verdict"),
    [
        # 1 % zinc gluconate brings 1 229.6 … 1 463.5 mg/kg
        ("1200 mg/kg", "1500 mg/kg", "pass"),
        ("1300 mg/kg", None, "cannot tell"),
        (None, "1400 mg/kg", "cannot tell"),
        ("1500 mg/kg", None, "fail"),
        (None, "1200 mg/kg", "fail"),
        ("1300 mg/kg", "1400 mg/kg", "cannot tell"),
    ],
)
def test_a_target_that_the_span_straddles_cannot_be_told(low: str | None, high: str | None, verdict: str, data: Data) -> None:
    goal = Target(said(low, "mg/kg") if low else None, said(high, "mg/kg") if high else None)
    assert the_check(judged(cream(("water", "q.s."), ("zinc-gluconate", "1 %"), targets={"Zn": goal}), data), "target").verdict == verdict


def test_a_target_of_an_element_that_is_not_there_fails(data: Data) -> None:
    found = judged(cream(("water", "q.s."), targets={"Cu": Target(said("15 mg/kg", "mg/kg"), None)}), data)
    assert bounds(found.figures["element.Cu.content"].span) == (0, 0, 0)
    assert (the_check(found, "target").verdict, the_check(found, "target").lines) == ("fail", ())


def test_one_substance_of_a_part_share_is_still_a_blend(data: Data) -> None:
    # 40 % ZnCl2 and nothing else said: 0.4 × 479 748 = 191 899
    assert percent(own("odd", part("Zinc Chloride", 40, "ZnCl2")), "Zn", data) == exactly(191_899)


def test_a_recalled_share_is_firm_only_as_far_as_a_share_can_be(data: Data) -> None:
    recalled = replace(value(10, unit="%"), read="no", range=(0.0, 100.0))
    blend = own("blend", part("Zinc Chloride", recalled, "ZnCl2"), part("Aqua", 90, "H2O"))
    figure = content_of(blend, "Zn", data)
    assert bounds(figure.span) == exactly(47_974.8)
    assert figure.firm is not None
    assert bounds(figure.firm) == near(0, None, 479_748)


def test_unknown_substances_say_why(data: Data) -> None:
    parts = (part("Some Gum"), part("Oil", organic=True), part("Aqua", 100, "H2O"), part("Spa Water", elements={}))
    why = {str(substance_content(s, "Zn", data).at) for s in parts}
    assert why == {
        "no composition on file: bounded by its share",
        "organic: carries no mineral by nature",
        "no Zn in H2O",
        "not in the declared composition",
    }


def test_a_blend_of_nothing_holds_nothing(data: Data) -> None:
    assert content_of(Material(id="empty", name="empty", functions=(), substances=()), "Zn", data).span == Span.exact(0)
