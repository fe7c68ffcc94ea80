"""What is put on the skin per day, what passes it, and how that compares with an upper intake, worked by hand: the SCCS patterns against EFSA and NASEM.

Zinc sulfate passes 0 … 0.34 … 2 % (Pirot 1996), and of swallowed zinc 12 … 20 … 50 % are absorbed; inorganic copper 0.03 … 0.3 … 0.38 %, by mouth
7.4 … 36.3 … 61.3 %. So 1 mg of zinc on the skin is at most 0.02 / 0.12 mg by mouth, and 1 mg of copper at most 0.0038 / 0.074.
"""

from dataclasses import replace
from typing import Any

import pytest

from builders import bounds, cream, judged, near, own, part, said, the_check, value
from formulator.core.body import Absorption, Band, Intake, Population
from formulator.core.checks import Check, within
from formulator.core.data import Data
from formulator.core.figure import Datum
from formulator.core.recipe import Recipe, Target, Use
from formulator.core.span import Span


def zinc(text: str = "200 mg/kg as Zn", **more: Any) -> Recipe:
    return cream(("water", "q.s."), ("zinc-sulfate-heptahydrate", text), **more)


def copper(text: str, **more: Any) -> Recipe:
    return cream(("water", "q.s."), ("copper-chloride-dihydrate", text), **more)


def intake(recipe: Recipe, data: Data, symbol: str, **wanted: Any) -> Check:
    return the_check(judged(recipe, data), "upper-intake", subject=symbol, **wanted)


def test_a_face_cream_applies_its_amount_times_its_content(data: Data) -> None:
    # 1.54 g/day × 1.0 × 200 mg/kg / 1000 = 0.308 mg/day
    figures = judged(zinc(), data).figures
    assert bounds(figures["element.Zn.applied"].span) == near(0.308, 0.308, 0.308)
    # through the skin: 0.308 × 0.34 % = 0.0010472 mg/day, at most 0.308 × 2 % = 0.00616
    absorbed = figures["element.Zn.absorbed"]
    assert bounds(absorbed.span) == near(0, 0.0010472, 0.00616)
    assert (absorbed.basis, absorbed.confidence) == ("published", "medium")
    assert absorbed.notes == ("absorption:B:zinc sulfate, in an ointment, 16 mg of product per cm2, 72 h",)
    # per kg the printed 24.14 mg/kg/day: × 200 × 0.34 % / 10⁶ = 24.14 × 0.68 / 10⁶, at most 24.14 × 4 / 10⁶; on 565 cm²
    assert bounds(figures["element.Zn.absorbed-per-kg"].span) == near(0, 1.64152e-5, 9.656e-5)
    assert bounds(figures["element.Zn.absorbed-per-area"].span) == near(0, 0.0010472 / 565, 0.00616 / 565)


def test_what_passes_is_compared_as_the_intake_that_would_be_absorbed_as_much(data: Data) -> None:
    figures = judged(zinc(), data).figures
    # 0.0010472 / 20 % = 0.005236 mg/day; at most 0.00616 / 12 % = 0.0513333
    assert bounds(figures["element.Zn.oral-equivalent"].span) == near(0, 0.005236, 0.0513333)
    # of 25 mg (EFSA) and 40 mg (NASEM); as if all 0.308 mg were swallowed: 1.232 and 0.77 %
    assert bounds(figures["element.Zn.limit-share"].span) == near(0, 0.020944, 0.2053333)
    assert bounds(figures["intake.Zn.efsa.internal"].span) == near(0, 0.020944, 0.2053333)
    assert bounds(figures["intake.Zn.nasem.internal"].span) == near(0, 0.01309, 0.1283333)
    assert bounds(figures["intake.Zn.efsa.external"].span) == near(1.232, 1.232, 1.232)
    assert bounds(figures["intake.Zn.nasem.external"].span) == near(0.77, 0.77, 0.77)
    # with 7.2 … 14.1 mg from food: 7.2 / 25 = 28.8 %, (14.1 + 0.0513333) / 25 = 56.60533 %
    assert bounds(figures["intake.Zn.efsa.with-diet"].span) == near(28.8, None, 56.60533)


def test_through_damaged_skin_anything_may_pass(data: Data) -> None:
    # nothing is published on zinc through damaged skin: 0 … 0.308 mg, as an intake up to 0.308 / 12 % = 2.566667: above a tenth of 25
    found = judged(zinc(use=Use(skin="damaged")), data)
    assert bounds(found.figures["element.Zn.absorbed"].span) == near(0, None, 0.308)
    assert found.figures["element.Zn.absorbed"].basis == "default"
    assert bounds(found.figures["element.Zn.oral-equivalent"].span) == near(0, None, 2.566667)
    assert the_check(found, "upper-intake", subject="Zn").verdict == "cannot tell"


def test_what_is_on_the_lips_is_swallowed(data: Data) -> None:
    # 0.057 g/day × 200 mg/kg / 1000 = 0.0114 mg/day: none to all of it is swallowed, and 12 … 20 … 50 % of that absorbed
    found = judged(zinc(product="lipstick"), data)
    assert bounds(found.figures["element.Zn.applied"].span) == near(0.0114, 0.0114, 0.0114)
    assert bounds(found.figures["element.Zn.absorbed"].span) == near(0, 0.00228, 0.0057)
    assert bounds(found.figures["element.Zn.oral-equivalent"].span) == near(0, 0.0114, 0.0114)
    assert "element.Zn.absorbed-per-area" not in found.figures
    # per kg 0.9 mg/kg/day × 200 mg/kg / 10⁶ = 0.00018: × 20 %, at most × 50 %
    assert bounds(found.figures["element.Zn.absorbed-per-kg"].span) == near(0, 3.6e-5, 9e-5)
    assert found.figures["element.Zn.absorbed"].basis == "default"
    # of a toothpaste 2.75 g × 0.05 × 200 mg/kg / 1000 = 0.0275 mg
    rinsed = judged(zinc(product="toothpaste"), data).figures
    assert bounds(rinsed["element.Zn.absorbed"].span) == near(0, 0.0055, 0.01375)
    assert bounds(rinsed["element.Zn.oral-equivalent"].span) == near(0, 0.0275, 0.0275)


def test_a_shampoo_leaves_a_hundredth(data: Data) -> None:
    # 10.46 g/day × 0.01 × 200 mg/kg / 1000 = 0.02092 mg/day
    assert bounds(judged(zinc(product="shampoo"), data).figures["element.Zn.applied"].span) == near(0.02092, 0.02092, 0.02092)


def test_the_recipes_own_amount_goes_before_the_published(data: Data) -> None:
    # 3 g/day × 200 mg/kg / 1000 = 0.6 mg/day
    recipe = zinc(use=Use(amount=said("3 g/day", "g/day")))
    assert bounds(judged(recipe, data).figures["element.Zn.applied"].span) == near(0.6, 0.6, 0.6)
    assert judged(recipe, data).pattern.amount.source.id == "recipe"


def without(data: Data, **gaps: None) -> Data:
    """The data with a face cream of which less is published."""
    return replace(data, products={**data.products, "face-cream": replace(data.products["face-cream"], **gaps)})


def test_a_product_without_published_amount_is_bounded(data: Data) -> None:
    # anything up to 1 000 g a day, and 200 mg/kg of that is 200 mg: as an intake up to 200 × 0.02 / 0.12 = 33.3 mg
    found = judged(zinc(), without(data, amount=None))
    assert bounds(found.figures["element.Zn.applied"].span) == near(0, None, 200)
    assert found.figures["element.Zn.applied"].basis == "default"
    assert the_check(found, "upper-intake", subject="Zn").verdict == "cannot tell"


def test_a_product_without_published_retention_keeps_anything_up_to_all(data: Data) -> None:
    assert bounds(judged(zinc(), without(data, retention=None)).figures["element.Zn.applied"].span) == near(0, None, 0.308)


@pytest.mark.parametrize(
    ("amount", "markets", "verdict"),
    [
        # EFSA 25 mg/day, a tenth is 2.5: 9 700 mg/kg × 1.54 g × 0.02 / 0.12 = 2.48967 mg; 9 800 × 1.54 × 0.02 / 0.12 = 2.51533 mg
        ("9700 mg/kg as Zn", ("EU",), "pass"),
        ("9800 mg/kg as Zn", ("EU",), "cannot tell"),
        # NASEM 40 mg/day, a tenth is 4.0: 15 500 × 1.54 × 0.02 / 0.12 = 3.97833; 15 700 × 1.54 × 0.02 / 0.12 = 4.02967
        ("15500 mg/kg as Zn", ("US",), "pass"),
        ("15700 mg/kg as Zn", ("US",), "cannot tell"),
    ],
)
def test_zinc_against_the_upper_intake(amount: str, markets: tuple[str, ...], verdict: str, data: Data) -> None:
    check = intake(zinc(amount, markets=markets), data, "Zn")
    assert (check.verdict, check.severity, check.market, check.figure) == (verdict, "error", markets[0], "element.Zn.limit-share")
    assert (check.values["quantity"], check.values["allocation"], check.values["recalled"]) == ("UL", 10.0, False)
    assert check.lines == ((0, 1),)


def test_each_market_has_its_own_authority(data: Data) -> None:
    found = judged(zinc(markets=("EU", "US")), data)
    assert [the_check(found, "upper-intake", subject="Zn", market=m).values["limit"] for m in ("EU", "US")] == [25, 40]


def test_without_a_market_of_an_authority_all_are_shown(data: Data) -> None:
    assert [c.market for c in judged(zinc(markets=()), data).checks if c.rule == "upper-intake" and c.subject == "Zn"] == ["", ""]
    assert [c.market for c in judged(zinc(markets=("JP",)), data).checks if c.rule == "upper-intake" and c.subject == "Zn"] == ["", ""]


@pytest.mark.parametrize(
    ("amount", "use", "allowed", "verdict"),
    [
        # ADI 0.07 mg/kg/day × 60 kg × 10 % = 0.42 mg/day: 5 300 mg/kg × 1.54 g × 0.0038 / 0.074 = 0.419130 mg; 5 320 × 1.54 × 0.0038 / 0.074 = 0.420711
        ("5300 mg/kg as Cu", Use(), 0.42, "pass"),
        ("5320 mg/kg as Cu", Use(), 0.42, "cannot tell"),
        # × 50 kg: 0.35; × 20 %: 0.84; both: 0.70
        ("5300 mg/kg as Cu", Use(body_weight=said("50 kg", "kg")), 0.35, "cannot tell"),
        ("5320 mg/kg as Cu", Use(limit_allocation=said("20 %", "%")), 0.84, "pass"),
        ("5320 mg/kg as Cu", Use(body_weight=said("50 kg", "kg"), limit_allocation=said("20 %", "%")), 0.70, "pass"),
    ],
)
def test_an_adi_counts_by_body_weight_and_allocation(amount: str, use: Use, allowed: float, verdict: str, data: Data) -> None:
    check = intake(copper(amount, use=use), data, "Cu")
    assert check.values["allowed"] == pytest.approx(allowed)
    # the limit is told for this person: 0.07 × 60 = 4.2 mg/day, or 0.07 × 50 = 3.5
    assert check.values["limit"] == pytest.approx(3.5 if use.body_weight else 4.2)
    assert (check.verdict, check.values["limit_unit"]) == (verdict, "mg/day")


@pytest.mark.parametrize(("amount", "verdict"), [("105000 mg/kg as Cu", "cannot tell"), ("120000 mg/kg as Cu", "fail")])
def test_copper_fails_when_even_the_least_that_passes_is_too_much(amount: str, verdict: str, data: Data) -> None:
    # 7.82 g/day of a body lotion: 105 000 mg/kg are 821.1 mg, at least 821.1 × 0.0003 / 0.613 = 0.40184 mg by mouth; 120 000 mg/kg are 938.4 mg: 0.45925.
    # Allowed are, by the recipe's own word, 10 % of 4.2 mg
    use = Use(limit_allocation=said("10 %", "%"))
    assert intake(copper(amount, product="body-lotion", use=use), data, "Cu").verdict == verdict


def test_a_default_allocation_settles_no_fail(data: Data) -> None:
    # as above 0.45925 mg: more than 10 % of 4.2 mg, which nobody asked for, and far less than all of the 4.2 mg
    check = intake(copper("120000 mg/kg as Cu", product="body-lotion"), data, "Cu")
    assert (check.verdict, check.values["over_default"]) == ("cannot tell", True)
    # 105 000 mg/kg are 0.40184 mg at least, which could be within it
    assert intake(copper("105000 mg/kg as Cu", product="body-lotion"), data, "Cu").values["over_default"] is False


def test_a_superseded_limit_is_not_judged_by(data: Data) -> None:
    assert [x.quantity for x in data.body.limits if (x.authority, x.element, x.superseded) == ("efsa", "Cu", True)] == ["UL"]
    assert [c.values["quantity"] for c in judged(copper("1 %"), data).checks if c.rule == "upper-intake" and c.subject == "Cu"] == ["ADI"]


def salt(formula: str, amount: str, **more: Any) -> Recipe:
    return cream(("water", "q.s."), (own("salt", part("Salt", 100, formula)), amount), **more)


def test_elements_that_nobody_limits_are_one_note(data: Data) -> None:
    # potassium and sulfur of K2SO4: neither authority has an upper intake
    found = judged(salt("K2SO4", "1 %", markets=("EU", "US")), data)
    note = the_check(found, "upper-intake")
    assert (note.severity, note.verdict, note.code, note.market, note.lines, note.figure) == ("note", "cannot tell", "no-intake-limit", "", (), "")
    assert note.values == {"elements": ["K", "S"], "population": "Adult"}
    assert not [id for id in found.figures if id.startswith(("intake.", "element.K.limit", "element.S.limit"))]
    # beside one that is limited, and none where all are
    assert the_check(judged(zinc(), data), "upper-intake", code="no-intake-limit").values["elements"] == ["S"]
    assert [c.code for c in judged(salt("ZnO", "1 %"), data).checks if c.rule == "upper-intake"] == ["upper-intake"]
    # what is asked for and not there, or may be in a gum, is not in it
    aimed = cream(("water", "q.s."), ("xanthan-gum", "1 %"), targets={"Li": Target(None, said("1 mg/kg", "mg/kg"))})
    assert "Li" not in the_check(judged(aimed, data), "upper-intake", code="no-intake-limit").values["elements"]


@pytest.mark.parametrize(
    ("formula", "amount", "symbol", "market", "limit", "authority"),
    [
        # vanadium: NASEM's 1.8 mg alone
        ("V2O5", "10 mg/kg", "V", "EU", 1.8, "NASEM (IOM)"),
        ("V2O5", "10 mg/kg", "V", "US", 1.8, "NASEM (IOM)"),
        # EFSA's tolerable intakes, for 60 kg: 1 mg/kg in a week of aluminium, 60 / 7 = 8.571 mg; chromium(III) 0.3 × 60 = 18 mg; nickel 0.013 × 60 = 0.78 mg
        ("Al2O3", "1 %", "Al", "EU", 8.57142, "EFSA / SCF"),
        ("Al2O3", "1 %", "Al", "US", 8.57142, "EFSA / SCF"),
        ("Cr2O3", "1 %", "Cr", "EU", 18, "EFSA / SCF"),
        ("Cr2O3", "1 %", "Cr", "US", 18, "EFSA / SCF"),
        ("NiO", "1 %", "Ni", "EU", 0.78, "EFSA / SCF"),
        # NASEM has its own 1 mg
        ("NiO", "1 %", "Ni", "US", 1.0, "NASEM (IOM)"),
    ],
)
def test_where_the_markets_authority_sets_no_limit_the_others_is_judged(
    formula: str, amount: str, symbol: str, market: str, limit: float, authority: str, data: Data
) -> None:
    found = judged(salt(formula, amount, markets=(market,)), data)
    check = the_check(found, "upper-intake", subject=symbol)
    assert (check.market, check.code, check.severity, check.values["authority"]) == (market, "upper-intake", "error", authority)
    assert (check.values["limit"], check.values["allowed"]) == (pytest.approx(limit), pytest.approx(limit / 10))
    assert check.values["limit_span"] == pytest.approx([limit] * 3)
    assert check.figure == f"element.{symbol}.limit-share" and check.source is not None


@pytest.mark.parametrize("markets", [(), ("JP",)])
def test_a_limit_that_one_authority_alone_sets_is_told_once(markets: tuple[str, ...], data: Data) -> None:
    found = judged(salt("V2O5", "10 mg/kg", markets=markets), data)
    assert [(c.market, c.values["limit"]) for c in found.checks if c.code == "upper-intake"] == [("", 1.8)]


def test_another_authoritys_limit_fails_too(data: Data) -> None:
    """Iron's 45 mg is NASEM's; with EFSA's safe level gone, 40 % of a soluble salt that passes wholly is judged by it in the EU as well."""
    nasem = tuple(x for x in data.body.limits if not (x.authority == "efsa" and x.element == "V"))
    known = replace(data.body, limits=nasem, oral={**data.body.oral, "V": value(10, 5, 20, "%")})
    absorbed = (Absorption(element="V", of="a study", fraction=value(50, 40, 60, "%"), grade="B"),)
    # 7.82 g/day × 10 000 mg/kg / 1000 = 78.2 mg, at least 40 % = 31.28 mg, as an intake at least 31.28 / 20 % = 156.4 mg: above 1.8
    recipe = salt("V2O5", "1 % as V", product="body-lotion")
    check = intake(recipe, replace(data, body=replace(known, absorptions=absorbed)), "V")
    assert (check.verdict, check.values["oral"][0]) == ("fail", pytest.approx(156.4))


def test_an_infants_tolerable_intake_is_by_its_weight(data: Data) -> None:
    # 0.142857 × 5 kg = 0.714285 mg of aluminium
    for who, weight in (("infant-0-6-months", 5), ("child-1-3", 12), ("adult-over-70", 60), ("pregnant", 60)):
        check = intake(salt("Al2O3", "1 %", use=Use(population=who)), data, "Al")
        assert (check.values["limit"], check.values["quantity"]) == (pytest.approx(0.142857 * weight), "TWI")


def test_a_second_limit_of_one_authority_says_what_it_is(data: Data) -> None:
    found = judged(salt("Al2O3", "1 %"), data)
    assert [row.id for row in found.compared["Al"]] == ["intake.Al.efsa"]
    more = Intake(authority="efsa", element="Al", quantity="UL", scope="all", value=value(5, unit="mg/day"))
    for limits, ids in (
        ((*data.body.limits, more), ["intake.Al.efsa", "intake.Al.efsa-ul"]),
        ((more, *data.body.limits), ["intake.Al.efsa", "intake.Al.efsa-twi"]),
    ):
        both = judged(salt("Al2O3", "1 %"), replace(data, body=replace(data.body, limits=limits)))
        assert [row.id for row in both.compared["Al"]] == ids
        # each is judged, and the share is that of the stricter: 5 mg
        rows = both.compared["Al"]
        assert [c.values["limit"] for c in both.checks if c.subject == "Al" and c.rule == "upper-intake"] == [row.whole.span.best for row in rows]
        assert both.figures["element.Al.limit-share"].span == next(row.internal.span for row in rows if row.limit.quantity == "UL")


def test_another_population_has_its_own_weight_and_limits(data: Data) -> None:
    child = Population(id="child", name="Child", body_weight=value(20, unit="kg"), band=Band(4, 7))
    limit = Intake(authority="efsa", element="Zn", quantity="ADI", band=Band(3, 10), scope="all", value=value(0.5, unit="mg/kg/day"))
    adults = [x for x in data.body.limits if x.band.start >= 18]
    more = replace(data, body=replace(data.body, populations={**data.body.populations, "child": child}, limits=(*adults, limit)))
    check = intake(zinc(use=Use(population="child")), more, "Zn")
    # 0.5 mg/kg/day × 20 kg × 10 % = 1 mg/day, and 0.0513333 mg/day at most comes
    assert (check.values["allowed"], check.values["population"], check.verdict) == (pytest.approx(1), "Child", "pass")
    assert intake(zinc(), more, "Zn").values["limit"] == 25  # the adults keep theirs
    # no skin area is known of this child: an adult's 1.54 g/day on 20 kg, 77 mg/kg/day
    assert bounds(judged(zinc(use=Use(population="child")), more).figures["exposure.dose"].span) == near(77, 77, 77)


def test_a_persons_ages_choose_the_limit(data: Data) -> None:
    # EFSA, zinc: 7, 10, 13, 18 mg up to 3, 6, 10, 14 years; of somebody of 15 to 18 years the 22 mg up to 17 and the 25 mg from 18
    for population, low, high in (("child-1-3", 7, 7), ("child-4-6", 10, 10), ("child-7-10", 13, 13), ("child-11-14", 18, 18), ("adolescent-15-17", 22, 25)):
        found = judged(zinc(use=Use(population=population)), data)
        check = the_check(found, "upper-intake", subject="Zn")
        assert (check.values["limit"], check.values["allowed"]) == (low, pytest.approx(low / 10)), population
        (zinc_limit,) = [row.whole.span for row in found.compared["Zn"] if row.id == "intake.Zn.efsa"]
        assert (zinc_limit.low, zinc_limit.high) == (low, high)
    # below one year EFSA has none for zinc, and NASEM 5 mg: 0.391068 g × 200 mg/kg × 0.02 / 0.12 / 1000 = 0.0130356 mg at most, of 0.5 mg
    found = judged(zinc(use=Use(population="infant-7-12-months")), data)
    check = the_check(found, "upper-intake", subject="Zn")
    assert (check.market, check.values["authority"], check.values["limit"], check.values["allowed"]) == ("EU", "NASEM (IOM)", 5, pytest.approx(0.5))
    assert (check.verdict, check.values["oral"][2]) == ("pass", pytest.approx(0.0130356))
    assert found.figures["element.Zn.limit-share"].span == found.figures["intake.Zn.nasem.internal"].span
    # SCCS: as much on each cm² as an adult uses: 24.14 mg/kg/day × 1.6 … 1.8; on 9 kg that is 0.347616 … 0.391068 g
    assert bounds(found.figures["exposure.dose"].span) == near(38.624, None, 43.452)
    assert bounds(found.figures["exposure.kept"].span) == near(0.347616, None, 0.391068)


def limited_to(figure: Datum, data: Data) -> Data:
    limit = Intake(authority="efsa", element="Zn", quantity="UL", scope="all", value=figure)
    return replace(data, body=replace(data.body, limits=(limit,)))


def test_of_a_limit_with_a_span_the_stricter_end_counts(data: Data) -> None:
    # 2 … 4 mg/day × 10 % = 0.2 … 0.4; 1 000 mg/kg × 1.54 g × 0.02 / 0.12 = 0.256667 may come; of 700 mg/kg 0.179667
    soft = limited_to(value(None, 2, 4, "mg/day"), data)
    check = intake(zinc("1000 mg/kg as Zn"), soft, "Zn")
    assert (check.verdict, check.values["allowed"], check.values["limit"]) == ("cannot tell", pytest.approx(0.2), 2)
    assert intake(zinc("700 mg/kg as Zn"), soft, "Zn").verdict == "pass"


def test_a_recalled_limit_settles_nothing(data: Data) -> None:
    check = intake(zinc(), limited_to(value(25, unit="mg/day", read="no"), data), "Zn")
    assert (check.verdict, check.values["recalled"]) == ("cannot tell", True)


@pytest.mark.parametrize(
    ("amount", "unsettled"),
    [
        # a sunscreen's 18 g are recalled: 18 g × 100 mg/kg × 0.02 / 0.12 / 1000 = 0.3 mg, which would pass; any amount up to 1000 g could be 16.7 mg
        ("100 mg/kg as Zn", True),
        # 18 g × 1000 mg/kg × 0.02 / 0.12 / 1000 = 3 mg of 2.5 mg: not settled as told either
        ("1000 mg/kg as Zn", False),
    ],
)
def test_what_rests_on_something_recalled_says_so(amount: str, unsettled: bool, data: Data) -> None:
    check = intake(zinc(amount, product="sunscreen"), data, "Zn")
    assert (check.verdict, check.values["unsettled"], check.values["recalled"]) == ("cannot tell", unsettled, False)
    # and with an amount of its own nothing is
    own_amount = intake(zinc("100 mg/kg as Zn", product="sunscreen", use=Use(amount=said("18 g/day", "g/day"))), data, "Zn")
    assert (own_amount.verdict, own_amount.values["unsettled"]) == ("pass", False)


def test_skin_and_allocation_are_shown_with_their_defaults(data: Data) -> None:
    use = judged(zinc(), data).pattern
    assert (use.skin, use.allocation.span.best, use.population.id, use.body_weight.span.best) == ("intact", 10, "adult", 60)
    assert "default" in use.allocation.at
    assert judged(zinc(use=Use(skin="damaged")), data).pattern.skin == "damaged"


@pytest.mark.parametrize(
    ("span", "verdict"),
    [
        (Span.exact(1), "pass"),
        (Span.exact(1 + 1e-12), "pass"),
        (Span.exact(1.001), "fail"),
        (Span.between(0, 1), "pass"),
        (Span.between(0, 2), "cannot tell"),
        (Span.between(1, 2), "cannot tell"),
        (Span.between(1.1, 2), "fail"),
        (None, "cannot tell"),
    ],
)
def test_within_a_maximum_of_one(span: Span | None, verdict: str) -> None:
    assert within(span, 1) == verdict
