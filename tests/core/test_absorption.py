"""Which absorption holds for a compound, a vehicle and a skin, and what is said of a material with several."""

from dataclasses import replace
from typing import Any

import pytest

from builders import bounds, cream, judged, near, own, part, value
from formulator.core.absorption import Passage, passage
from formulator.core.body import Absorption
from formulator.core.data import Data
from formulator.core.figure import Datum
from formulator.core.material import Material, Substance
from formulator.core.recipe import Use

OXIDE, SULFATE = part("Zinc Oxide", 50, "ZnO", cas=("1314-13-2",)), part("Zinc Sulfate", 50, "ZnSO4", cas=("7733-02-0",))


def found(data: Data, *fractions: Datum, **more: Any) -> Data:
    """The data with these absorptions of zinc, each for the compound of its number."""
    numbers = ("1314-13-2", "7733-02-0")
    known = tuple(
        Absorption(element="Zn", of=f"study {n}", fraction=fraction, grade="BC"[n], cas=(numbers[n],), **more) for n, fraction in enumerate(fractions)
    )
    return replace(data, body=replace(data.body, absorptions=known, proposals={}))


def through(data: Data, *parts: Substance, symbol: str = "Zn", skin: str = "intact", emulsion: str = "o/w", **more: Any) -> Passage:
    return passage(own("salt", *parts, **more), symbol, data, skin, emulsion)


def percent(best: float | None, low: float, high: float, **more: Any) -> Datum:
    return value(best, low, high, "%", at=f"{low}–{high}", **more)


def test_several_compounds_in_one_material_are_all_that_they_can_be(data: Data) -> None:
    # 1 (0.5–2) % of the one, 10 (5–20) % of the other: 0.5–20 %, and no best; the weaker evidence counts
    both = through(found(data, percent(1, 0.5, 2), percent(10, 5, 20)), OXIDE, SULFATE)
    assert bounds(both.fraction.span) == (0.5, None, 20)
    assert (both.grade, both.of, both.fraction.kind, both.fraction.firm) == ("C", "study 0 and study 1", "calculated", both.fraction.span)
    assert len(both.fraction.others) == 2


def test_one_of_several_that_was_not_measured_leaves_a_bound(data: Data) -> None:
    both = through(found(data, percent(1, 0.5, 2)), OXIDE, SULFATE)
    assert (bounds(both.fraction.span), both.grade, both.of, both.fraction.kind) == ((0, None, 100), "D", "study 0", "default")


def test_one_of_several_that_was_recalled_makes_all_of_it_recalled(data: Data) -> None:
    recalled = percent(10, 5, 20, read="no", range=(0, 100))
    both = through(found(data, percent(1, 0.5, 2, confidence="medium"), recalled), OXIDE, SULFATE)
    assert (both.fraction.read, both.fraction.kind, both.fraction.confidence) == ("no", "calculated", "medium")
    assert both.fraction.firm is not None and (both.fraction.firm.low, both.fraction.firm.high) == (0, 100)


def test_two_compounds_of_one_study_are_one(data: Data) -> None:
    any_zinc = Absorption(element="Zn", of="any", fraction=percent(1, 0, 2), grade="A")
    both = through(replace(data, body=replace(data.body, absorptions=(any_zinc,))), OXIDE, SULFATE)
    assert (both.of, both.grade, bounds(both.fraction.span)) == ("any", "A", (0, 1, 2))


def test_what_was_found_on_the_compound_goes_before_what_holds_for_any(data: Data) -> None:
    # zinc oxide 0.36 % (0–2), any zinc compound 0–2 %
    assert bounds(through(data, OXIDE).fraction.span) == (0, 0.36, 2)
    assert bounds(through(data, part("Zinc Chloride", 100, "ZnCl2")).fraction.span) == (0, None, 2)


def test_what_was_found_in_a_vehicle_holds_for_that_vehicle(data: Data) -> None:
    plain = Absorption(element="Zn", of="any vehicle", fraction=percent(1, 0, 2), grade="A")
    oily = Absorption(element="Zn", of="w/o", fraction=percent(5, 4, 6), grade="B", emulsion=("w/o",))
    here = replace(data, body=replace(data.body, absorptions=(plain, oily)))
    assert [through(here, OXIDE, emulsion=kind).of for kind in ("o/w", "w/o", "none")] == ["any vehicle", "w/o", "any vehicle"]
    only_oily = replace(data, body=replace(data.body, absorptions=(oily,), proposals={}))
    assert through(only_oily, OXIDE, emulsion="o/w").grade == "D"


def test_a_figure_of_inorganic_compounds_is_not_used_for_a_chelate(data: Data) -> None:
    salt, chelate = part("Cupric Chloride", 100, "CuCl2"), part("Copper Gluconate", 100, "Cu(C6H11O7)2")
    assert (through(data, salt, symbol="Cu").grade, through(data, chelate, symbol="Cu").grade) == ("A", "D")
    # nor where no formula says what it is
    declared = part("Copper Blend", 100, elements={"Cu": value(1000, unit="mg/kg")})
    assert through(data, declared, symbol="Cu").grade == "D"


def test_a_declared_trace_of_nothing_is_no_bearer(data: Data) -> None:
    none = part("Clay", 50, elements={"Zn": value(0, unit="mg/kg")})
    assert through(data, OXIDE, none).of.startswith("zinc oxide")
    # and a material that holds none at all has nothing measured
    assert (through(data, none).grade, bounds(through(data, none).fraction.span)) == ("D", (0, None, 100))


@pytest.mark.parametrize(
    "material",
    [own("open", replace(OXIDE, share=value(40, unit="%")), unnamed=value(None, 0, 60, "%")), own("half-known", OXIDE, part("Gum", 50))],
)
@pytest.mark.parametrize(("skin", "at"), [("intact", "not named or not analysed"), ("damaged", "damaged skin")])
def test_a_rest_that_nobody_knows_may_pass_wholly(material: Material, skin: str, at: str, data: Data) -> None:
    each = passage(material, "Zn", data, skin, "o/w")
    assert (bounds(each.fraction.span), each.grade, each.fraction.kind) == ((0, None, 100), "D", "default")
    assert at in each.fraction.at


def test_damaged_skin_has_its_own_figures_or_none(data: Data) -> None:
    # zinc on damaged skin was not measured; strontium was
    assert bounds(through(data, OXIDE, skin="damaged").fraction.span) == (0, None, 100)
    strontium = through(data, part("Strontium Chloride", 100, "SrCl2"), symbol="Sr", skin="damaged")
    assert (strontium.grade, bounds(strontium.fraction.span)) == ("B", (0, 57, 100))


def test_a_blend_of_two_salts_through_the_skin(data: Data) -> None:
    """Zinc oxide 0–2 %, zinc sulfate 0–2 %: 1.54 g × 1 % of a half-and-half blend. ZnO 803 410, ZnSO4 404 990 mg/kg: 6042 mg/kg × 1.54 / 1000 × 2 %."""
    blend = own("blend", OXIDE, SULFATE)
    figure = judged(cream(("water", "q.s."), (blend, "1 %")), data).figures["element.Zn.absorbed"]
    assert bounds(figure.span) == near(0, None, 6042.0 * 1.54 / 1000 * 0.02, 1e-3)
    worse = judged(cream(("water", "q.s."), (blend, "1 %"), use=Use(skin="damaged")), data).figures["element.Zn.absorbed"]
    assert worse.span.high == pytest.approx(6042.0 * 1.54 / 1000, rel=1e-3)


@pytest.mark.parametrize(
    ("symbol", "formula", "cas", "grade", "wanted"),
    [
        # on the underarm chlorohydrate was measured, and neither the chloride, the sulfate nor the metal
        ("Al", "Al2(OH)5Cl", "12042-91-0", "A", (0, 0.00052, 0.07)),
        ("Al", "Al2(OH)5Cl.2H2O", "1327-41-9", "A", (0, 0.00052, 0.07)),
        ("Al", "AlCl3.6H2O", "7784-13-6", "D", None),
        ("Al", "Al2(SO4)3", "10043-01-3", "D", None),
        ("Al", "Al", "7429-90-5", "D", None),
        # of selenium selenous acid, whose salts are the same in water; not the disulfide of a shampoo
        ("Se", "H2SeO3", "7783-00-8", "C", (1, 9, 100)),
        ("Se", "Na2SeO3", "10102-18-8", "C", (1, 9, 100)),
        ("Se", "Na2SeO3.5H2O", "26970-82-1", "C", (1, 9, 100)),
        ("Se", "SeS2", "7488-56-4", "D", None),
        ("Se", "C5H11NO2Se", "3211-76-5", "D", None),
    ],
)
def test_what_was_measured_on_one_compound_holds_for_that_alone(
    symbol: str, formula: str, cas: str, grade: str, wanted: tuple[float, float | None, float] | None, data: Data
) -> None:
    found = through(data, part("Salt", 100, formula, cas=(cas,), water_soluble=True), symbol=symbol)
    assert found.grade == grade
    assert bounds(found.fraction.span) == wanted if wanted else (found.fraction.span.low, found.fraction.span.high) == (0, 100)


@pytest.mark.parametrize(
    ("symbol", "formula", "skin", "grade", "wanted"),
    [
        ("Ni", "NiSO4", "intact", "B", (0.12, 3.3, 26.1)),
        ("Ni", "NiSO4", "damaged", "B", (10.2, None, 100)),
        ("Cd", "CdCl2", "intact", "B", (0.3, 0.6, 25.6)),
        ("As", "Na2HAsO4", "intact", "B", (0.93, 1.9, 10.3)),
        ("Pb", "Pb(NO3)2", "intact", "A", (0, None, 30)),
        ("Ag", "AgNO3", "intact", "D", (0, 1, 100)),
    ],
)
def test_what_was_measured_on_dissolved_salts_holds_for_what_is_known_to_dissolve(
    symbol: str, formula: str, skin: str, grade: str, wanted: tuple[float, float | None, float], data: Data
) -> None:
    """Of nickel sulfate 0.12 to 26.1 % passes; of nickel oxide, or of a salt of which nobody says that it dissolves, anything."""
    dissolves, unsaid, insoluble = (part("Salt", 100, formula, water_soluble=soluble) for soluble in (True, None, False))
    found = through(data, dissolves, symbol=symbol, skin=skin)
    assert (found.grade, bounds(found.fraction.span), "not measured" in found.fraction.at) == (grade, wanted, False)
    for other in (unsaid, insoluble):
        none = through(data, other, symbol=symbol, skin=skin)
        assert (none.grade, bounds(none.fraction.span), none.of) == ("D", (0, None, 100), "")


def test_a_row_for_dissolved_salts_and_for_one_compound_at_once(data: Data) -> None:
    by_number = Absorption(element="Ni", of="one salt", fraction=percent(1, 0, 2), grade="A", cas=("7786-81-4",), soluble=True)
    assert by_number.holds_for(part("Nickel Sulfate", 100, "NiSO4", cas=("7786-81-4",)))
    inorganic = Absorption(element="Ni", of="salts", fraction=percent(1, 0, 2), grade="A", inorganic=True, soluble=True)
    assert [inorganic.holds_for(part("Nickel", 100, formula, water_soluble=True)) for formula in ("NiSO4", "Ni(C2H3O2)2")] == [True, False]
    assert not inorganic.holds_for(part("Nickel", 100, "NiSO4"))
