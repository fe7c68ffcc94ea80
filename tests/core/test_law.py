"""The law of the EU as its annexes are worded: what is prohibited, restricted and permitted, expressed as the entry says, on a date."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from builders import ON, cream, judged, line, own, part, the_check, value, verdict
from formulator.core.assess import Assessment
from formulator.core.checks import Check
from formulator.core.chemistry import formula
from formulator.core.data import Data
from formulator.core.figure import Source
from formulator.core.material import Material, Substance
from formulator.core.recipe import Line
from formulator.core.rules import Class, Entry, Limit, Reading, RuleList, class_membership, names_substance, scope_holds
from formulator.core.span import Span

Row = Line | tuple[str | Material, str]


def law(data: Data, *rows: Row, on: date = ON, **more: Any) -> Assessment:
    """A cream of water and these lines, judged."""
    return judged(cream(("water", "q.s."), *rows, **more), data, on)


def rules(found: Assessment) -> dict[str, str]:
    """The entries that matched something, with their verdicts."""
    return {c.rule: c.verdict for c in found.checks if c.rule.startswith("eu-") and c.rule.rpartition("-")[2][0].isdigit()}


def single(id: str, text: str = "", functions: tuple[str, ...] = ("mineral",), **more: Any) -> Material:
    return own(id, part(id, 100, text, **more), functions=functions)


# --- Annex III, entry 24: water-soluble zinc salts, 1 % as zinc ---


@pytest.mark.parametrize(
    ("chloride", "expected"),
    [
        # 2 % heptahydrate × 22.7376 % = 0.454752 %; ZnCl2 is 47.9748 % Zn: 1.13 % of it 0.542115 %, 1.14 % 0.546913 %: together 0.996867 and 1.001665 %
        ("1.13 %", "pass"),
        ("1.14 %", "fail"),
    ],
)
def test_soluble_zinc_salts_are_summed_as_zinc(chloride: str, expected: str, data: Data) -> None:
    found = law(data, ("zinc-sulfate-heptahydrate", "2 %"), ("zinc-chloride", chloride))
    check = the_check(found, "eu-iii-24")
    assert (check.verdict, check.subject, check.lines, check.values["limit"]) == (expected, "Zn", ((0, 1), (0, 2)), 1)
    assert check.values["share"] == pytest.approx({"1.13 %": 0.996867, "1.14 %": 1.001665}[chloride], rel=1e-5)
    assert found.figures[check.figure].span.best == check.values["share"]
    assert (check.source.id, check.locator) == ("eu-1223-2009", "Annex III, entry 24")


def test_exactly_the_limit_passes(data: Data) -> None:
    assert the_check(law(data, ("zinc-sulfate-heptahydrate", "1 % as Zn")), "eu-iii-24").verdict == "pass"
    assert the_check(law(data, ("zinc-sulfate-heptahydrate", "1.00001 % as Zn")), "eu-iii-24").verdict == "fail"


def test_zinc_oxide_is_no_soluble_salt(data: Data) -> None:
    assert "eu-iii-24" not in rules(law(data, line("zinc-oxide", "20 %", use_as="mineral")))
    both = law(data, line("zinc-oxide", "20 %", use_as="mineral"), ("zinc-chloride", "2 %"))
    # 2 × 0.479748 = 0.959496 %, the oxide is not added
    assert the_check(both, "eu-iii-24").values["share"] == pytest.approx(0.959496, rel=1e-5)


@pytest.mark.parametrize(("hydrate", "expected"), [("zinc-sulfate-heptahydrate", "pass"), ("zinc-sulfate-monohydrate", "fail")])
def test_hydrate_and_parent_fall_under_one_entry_by_their_zinc(hydrate: str, expected: str, data: Data) -> None:
    # 3 %: of the heptahydrate 0.682 % Zn, of the monohydrate 3 × 0.364333 = 1.093 %
    assert verdict(cream(("water", "q.s."), (hydrate, "3 %")), data, "eu-iii-24") == expected


@pytest.mark.parametrize(("amount", "expected"), [("3 %", "pass"), ("4 %", "fail")])
def test_an_unlisted_soluble_zinc_salt_counts_by_its_formula(amount: str, expected: str, data: Data) -> None:
    # zinc lactate Zn(C3H5O3)2: 65.38 / (65.38 + 72.066 + 10.08 + 95.994 = 243.52) = 26.848 %: 3 % are 0.805 %, 4 % are 1.074 %
    salt = single("Zinc Dilactate", "Zn(C3H5O3)2", water_soluble=True)
    check = the_check(law(data, (salt, amount)), "eu-iii-24")
    assert (check.verdict, check.values["share"]) == (expected, pytest.approx(float(amount[0]) * 0.26848, rel=1e-4))


@pytest.mark.parametrize(("amount", "expected"), [("3 %", "pass"), ("4 %", "cannot tell")])
def test_a_zinc_salt_of_unknown_solubility(amount: str, expected: str, data: Data) -> None:
    check = the_check(law(data, (single("Zinc Dilactate", "Zn(C3H5O3)2"), amount)), "eu-iii-24")
    assert (check.verdict, check.values["low"], check.values["share"]) == (expected, 0, None)


def test_an_insoluble_salt_beside_a_soluble_one_does_not_count(data: Data) -> None:
    salt = single("Zinc Stearate", "Zn(C18H35O2)2", water_soluble=False)
    assert the_check(law(data, (salt, "20 %"), ("zinc-chloride", "1 %")), "eu-iii-24").values["substances"] == ["Zinc Chloride"]


def test_zinc_of_a_blend_counts_by_its_share(data: Data) -> None:
    # 10 % of a blend with 20 % zinc chloride: 2 % × 47.9748 % = 0.959496 %
    blend = own("blend", part("Zinc Chloride", 20, "ZnCl2", water_soluble=True), part("Aqua", 80, "H2O"))
    assert the_check(law(data, (blend, "10 %")), "eu-iii-24").values["share"] == pytest.approx(0.959496, rel=1e-5)
    # and 10.5 %: 1.00747 %
    assert the_check(law(data, (blend, "10.5 %")), "eu-iii-24").verdict == "fail"


def test_an_adjuster_is_judged_at_its_maximum(data: Data) -> None:
    # 0.9 … 1.1 % as Zn: the nominal amount would pass, the maximum not
    check = the_check(law(data, line("zinc-sulfate-heptahydrate", "0.9 % as Zn", "1.1 % as Zn")), "eu-iii-24")
    assert (check.verdict, check.values["share"], check.values["high"]) == ("cannot tell", pytest.approx(0.9), pytest.approx(1.1))


# --- Annex II: prohibited, whatever the dose ---


def test_selenite_is_prohibited_at_any_dose(data: Data) -> None:
    check = the_check(law(data, ("sodium-selenite", "0.0001 %")), "eu-ii-297")
    assert (check.verdict, check.code, check.severity, check.market) == ("fail", "prohibited", "error", "EU")


def test_a_compound_of_selenium_is_prohibited_without_number_or_name(data: Data) -> None:
    assert the_check(law(data, (single("Something New", "C6H5SeH"), "0.1 %")), "eu-ii-297").verdict == "fail"


def test_of_nothing_there_is_nothing_to_prohibit(data: Data) -> None:
    assert rules(law(data, ("sodium-selenite", "0 %"))) == {}


def test_selenium_disulfide_in_a_face_cream_fails_where_annex_ii_excepts_shampoos_only(data: Data) -> None:
    found = rules(law(data, ("selenium-disulfide", "0.9 %")))
    assert found == {"eu-ii-297": "fail", "eu-iii-49": "cannot tell"}


@pytest.mark.parametrize(("amount", "expected"), [("0.9 %", "pass"), ("1 %", "pass"), ("1.1 %", "fail")])
def test_selenium_disulfide_in_a_shampoo(amount: str, expected: str, data: Data) -> None:
    assert rules(law(data, ("selenium-disulfide", amount), product="shampoo")) == {"eu-iii-49": expected}


@pytest.mark.parametrize(("amount", "expected"), [("0.33 %", "pass"), ("0.34 %", "fail")])
def test_sodium_fluoride_in_a_toothpaste(amount: str, expected: str, data: Data) -> None:
    # 18.998 / (22.990 + 18.998) = 45.247 % F: 0.33 % are 0.1493 %, 0.34 % are 0.1538 %; the limit is 0.15 % as F
    assert rules(law(data, ("sodium-fluoride", amount), product="toothpaste")) == {"eu-iii-31": expected}


def test_sodium_fluoride_in_a_face_cream_is_prohibited(data: Data) -> None:
    found = law(data, ("sodium-fluoride", "0.1 %"))
    assert rules(found) == {"eu-ii-191": "fail", "eu-iii-31": "cannot tell"}
    assert the_check(found, "eu-iii-31").values["product"] == "face-cream"


def test_an_organic_fluorine_compound_is_no_salt_of_hydrofluoric_acid(data: Data) -> None:
    assert "eu-ii-191" not in rules(law(data, (single("Perfluorodecalin", "C10F18"), "1 %")))


def test_chromium_oxide_green_is_a_permitted_colourant(data: Data) -> None:
    assert rules(law(data, ("chromium-oxide-green", "1 %"))) == {"eu-iv-129": "pass"}


def test_chromium_trioxide_is_prohibited(data: Data) -> None:
    assert the_check(law(data, (single("Chromium Trioxide", "CrO3", oxidation={"Cr": 6.0}), "0.01 %")), "eu-ii-97").verdict == "fail"


def test_a_salt_of_chromium_iii_is_for_an_expert(data: Data) -> None:
    check = the_check(law(data, (single("Chromium Chloride", "CrCl3.6H2O", oxidation={"Cr": 3.0}), "0.01 %")), "eu-ii-97")
    assert (check.verdict, check.code) == ("cannot tell", "expert-review")
    assert "chromium(III)" in check.values["why"]


def test_chromium_of_unknown_state_cannot_be_told(data: Data) -> None:
    check = the_check(law(data, (single("Chromium Compound", "CrCl3"), "0.01 %")), "eu-ii-97")
    assert (check.verdict, check.code) == ("cannot tell", "prohibited")


def test_iodide_is_for_an_expert_and_iodine_prohibited(data: Data) -> None:
    assert the_check(law(data, ("potassium-iodide", "0.01 %")), "eu-ii-213").code == "expert-review"
    iodine = the_check(law(data, (single("Iodine", "I2", cas=("7553-56-2",)), "0.01 %")), "eu-ii-213")
    assert (iodine.verdict, iodine.code) == ("fail", "prohibited")


@pytest.mark.parametrize("more", [{"cas": ("1303-96-4",)}, {"oxidation": {"B": 3.0}}])
def test_borax_is_prohibited_by_number_or_by_class(more: dict[str, Any], data: Data) -> None:
    assert the_check(law(data, (single("Borax", "Na2B4O7.10H2O", **more), "0.5 %")), "eu-ii-1396").verdict == "fail"


def test_boric_acid_has_its_own_entry(data: Data) -> None:
    acid = single("Boric Acid", "H3BO3", cas=("10043-35-3",), oxidation={"B": 3.0})
    assert rules(law(data, (acid, "0.5 %"))) == {"eu-ii-1395": "fail"}


def test_barium_sulfate_is_excepted_and_barium_chloride_not(data: Data) -> None:
    assert "eu-ii-46" not in rules(law(data, (single("Blanc Fixe", "BaSO4", water_soluble=False), "1 %")))
    assert rules(law(data, (single("Barium Dichloride", "BaCl2.2H2O"), "1 %")))["eu-ii-46"] == "fail"


def test_a_declared_content_is_judged_by_class_too(data: Data) -> None:
    assert the_check(law(data, (own("ore", part("Some Ore", elements={"Pb": value(2, unit="mg/kg")})), "1 %")), "eu-ii-289").verdict == "fail"


def test_a_trace_that_is_sure_is_judged_as_much_as_a_lot(data: Data) -> None:
    assert the_check(law(data, (own("ore", part("Some Ore", elements={"Pb": value(0.5, unit="mg/kg")})), "0.01 %")), "eu-ii-289").verdict == "fail"


def test_an_upper_bound_alone_does_not_make_a_compound_of_it(data: Data) -> None:
    # there may be no lead at all
    bounded = own("clay", part("Some Clay", elements={"Pb": value(None, 0, 10, "mg/kg")}))
    assert the_check(law(data, (bounded, "1 %")), "eu-ii-289").verdict == "cannot tell"


def test_a_content_of_zero_is_none(data: Data) -> None:
    assert rules(law(data, (own("clay", part("Some Clay", elements={"Pb": value(0, unit="mg/kg")})), "1 %"))) == {}


def test_petrolatum_needs_its_refining_history(data: Data) -> None:
    check = the_check(law(data, ("petrolatum", "5 %")), "eu-ii-904")
    assert (check.verdict, check.code) == ("cannot tell", "expert-review")


# --- Annex III: conditions, scopes, duties ---


@pytest.mark.parametrize(
    ("ph", "expected"),
    [
        (Span.exact(5.5), "pass"),
        (Span.exact(11), "pass"),
        (Span.exact(0.5), "pass"),
        (Span.exact(11.5), "fail"),
        (Span.between(10.5, 11.5), "cannot tell"),
        (Span.between(11.2, 11.5), "fail"),
        (None, "cannot tell"),
    ],
)
def test_sodium_hydroxide_is_judged_by_the_ph(ph: Span | None, expected: str, data: Data) -> None:
    check = the_check(law(data, line("sodium-hydroxide-10", "0.3 %", "0.6 %"), ph=ph and ("as written", ph)), "eu-iii-15a")
    assert (check.verdict, check.code, check.values["ph_high"], check.figure) == (expected, "condition", 11, "")
    assert check.values["ph"] == (ph and "as written")


@pytest.mark.parametrize(("ph", "expected"), [(5, "pass"), (11.5, "fail")])
def test_sodium_hydroxide_in_a_shampoo_adjusts_the_ph_too(ph: float, expected: str, data: Data) -> None:
    # a shampoo is no hair straightener: what holds is the pH of "other uses as pH adjuster"
    check = the_check(law(data, ("sodium-hydroxide-10", "0.3 %"), product="shampoo", ph=("as written", Span.exact(ph))), "eu-iii-15a")
    assert (check.verdict, check.code) == (expected, "condition")
    assert "hair straightener" in data.readings["eu-iii-15a"].duty


def test_a_product_that_no_limit_of_a_restriction_names_is_for_an_expert(data: Data) -> None:
    # III/63: strontium hydroxide, as pH adjuster of depilatories; of a face cream the entry says nothing
    hydroxide = single("Strontium Hydroxide", "Sr(OH)2", cas=("18480-07-4",), oxidation={"Sr": 2.0})
    check = the_check(law(data, (hydroxide, "0.1 %"), ph=("7", Span.exact(7))), "eu-iii-63")
    assert (check.verdict, check.code, check.values["product"]) == ("cannot tell", "outside-scope", "face-cream")


@pytest.mark.parametrize(
    ("amount", "product", "expected", "code"),
    [("2.4 %", "face-cream", "pass", "limit"), ("2.6 %", "face-cream", "fail", "limit"), ("20 %", "shower-gel", "pass", "duty")],
)
def test_triethanolamine_is_limited_where_it_stays_on(amount: str, product: str, expected: str, code: str, data: Data) -> None:
    check = the_check(law(data, ("triethanolamine", amount), product=product), "eu-iii-62")
    assert (check.verdict, check.code) == (expected, code)
    assert "nitrosating" in check.values["duty"]


def test_a_duty_passes_and_is_told(data: Data) -> None:
    found = law(data, line("benzyl-alcohol", "0.5 %", use_as="preservative"))
    check = the_check(found, "eu-iii-45", code="duty")
    assert (check.verdict, check.severity) == ("pass", "error")
    assert "ingredients" in check.values["duty"]
    label = the_check(found, "eu-iii-45", code="label-duty")
    assert (label.verdict, label.severity, label.values["due"], label.values["above"]) == ("pass", "note", "yes", 0.001)


# --- Annex V: preservatives ---


@pytest.mark.parametrize(
    ("amount", "product", "expected"),
    [
        # M(C7H6O2) / M(C7H5NaO2) = 122.123 / 144.105 = 0.84746: 0.589 % of the salt are 0.49915 % of the acid, 0.591 % are 0.50085 %
        ("0.589 %", "face-cream", "pass"),
        ("0.591 %", "face-cream", "fail"),
        # 2.9 % are 2.4576 %, 3.0 % are 2.5424 %; 2.0 % are 1.6949 %, 2.1 % are 1.7797 %
        ("2.9 %", "shampoo", "pass"),
        ("3.0 %", "shampoo", "fail"),
        ("2.0 %", "toothpaste", "pass"),
        ("2.1 %", "toothpaste", "fail"),
    ],
)
def test_sodium_benzoate_counts_as_benzoic_acid(amount: str, product: str, expected: str, data: Data) -> None:
    check = the_check(law(data, ("sodium-benzoate", amount), product=product), "eu-v-1")
    assert (check.verdict, check.values["as"]) == (expected, "C7H6O2")
    assert check.values["share"] == pytest.approx(float(amount.split()[0]) * 0.84746, rel=1e-5)


@pytest.mark.parametrize(("amount", "expected"), [("0.80 %", "pass"), ("0.81 %", "fail")])
def test_potassium_sorbate_counts_as_sorbic_acid(amount: str, expected: str, data: Data) -> None:
    # M(C6H8O2) / M(C6H7KO2) = 112.128 / 150.218 = 0.746434: 0.80 % are 0.59715 %, 0.81 % are 0.60461 %; the limit is 0.6 %
    assert the_check(law(data, ("potassium-sorbate", amount)), "eu-v-4").verdict == expected


@pytest.mark.parametrize(
    ("text", "amount", "expected"),
    [
        ("C14H10MgO4", "0.5 %", "pass"),  # two acids: 2 × 122.123 / 266.53 = 0.9164; 0.458 %
        ("C14H10MgO4", "0.6 %", "fail"),  # 0.5498 %
        # ethanolamine benzoate, one acid whatever the amine's atoms: 122.123 / 183.207 = 0.66659; 0.75 % are 0.49994 %, 0.76 % are 0.50661 %
        ("C9H13NO3", "0.75 %", "pass"),
        ("C9H13NO3", "0.76 %", "fail"),
        # a benzoate of C7H11NO2, with two times the carbon: 122.123 / 263.293 = 0.46383; 1.07 % are 0.4963 %, 1.08 % are 0.50093 %
        ("C14H17NO4", "1.07 %", "pass"),
        ("C14H17NO4", "1.08 %", "fail"),
        # ethylenediamine dibenzoate: two nitrogens may hold two acids; at most all of it is acid
        ("C16H20N2O4", "0.5 %", "pass"),
        ("C16H20N2O4", "0.6 %", "cannot tell"),
        ("C7H5RaO2", "0.6 %", "cannot tell"),  # no standard atomic weight
        ("NaCl", "0.6 %", "cannot tell"),
        ("", "0.5 %", "pass"),
        ("", "0.6 %", "cannot tell"),
    ],
)
def test_another_salt_of_benzoic_acid(text: str, amount: str, expected: str, data: Data) -> None:
    salt = single("Odd Benzoate", text, ("preservative",), cas=("532-32-1",))
    assert the_check(law(data, (salt, amount)), "eu-v-1").verdict == expected


@pytest.mark.parametrize(("amount", "expected"), [("1.1 %", "pass"), ("1.12 %", "fail")])
def test_a_preservative_blend_is_judged_by_its_substances(amount: str, expected: str, data: Data) -> None:
    # 90 %: 1.1 % of the blend are 0.99 %, 1.12 % are 1.008 %
    blend = own(
        "blend",
        part("Phenoxyethanol", 90, "C8H10O2", cas=("122-99-6",)),
        part("Ethylhexylglycerin", 10, "C11H24O3", cas=("70445-33-9",)),
        functions=("preservative",),
    )
    found = law(data, (blend, amount))
    assert (the_check(found, "eu-v-29").verdict, the_check(found, "eu-v").verdict) == (expected, "pass")
    assert the_check(found, "preservative-missing").verdict == "pass"


@pytest.mark.parametrize(("amount", "expected"), [("1 %", "pass"), ("1.2 %", "cannot tell")])
def test_a_recalled_share_never_settles_a_fail(amount: str, expected: str, data: Data) -> None:
    # 90 %, by memory: as much as all of it may be phenoxyethanol, or none
    recalled = value(90, unit="%", read="no", range=(0.0, 100.0))
    blend = own("blend", part("Phenoxyethanol", recalled, "C8H10O2"), part("Ethylhexylglycerin", 10, "C11H24O3"), functions=("preservative",))
    check = the_check(law(data, (blend, amount)), "eu-v-29")
    assert (check.verdict, check.values["share"]) == (expected, pytest.approx(float(amount.split()[0]) * 0.9))


def test_a_preservative_of_no_list_fails(data: Data) -> None:
    check = the_check(law(data, (single("Wonder Preserver", functions=("preservative",)), "1 %")), "eu-v")
    assert (check.verdict, check.code, check.lines, check.locator) == ("fail", "not-on-list", ((0, 1),), "Annex V")
    assert check.subject == "Wonder Preserver"


def test_a_preservative_of_several_functions_cannot_be_told_until_it_is_said(data: Data) -> None:
    both = single("Wonder Preserver", functions=("preservative", "humectant"))
    assert the_check(law(data, (both, "1 %")), "eu-v").verdict == "cannot tell"
    for use, expected in (("preservative", "fail"), ("humectant", "pass")):
        assert the_check(law(data, line(both, "1 %", use_as=use), materials=(both,)), "eu-v").verdict == expected


def test_of_a_blend_only_the_named_preservatives_must_be_on_the_list(data: Data) -> None:
    listed = part("Phenoxyethanol", 50, cas=("122-99-6",))
    rest, stated = part("Wonder Booster", 50), part("Wonder Booster", 50, functions=("preservative",))
    assert the_check(law(data, (own("good", listed, rest, functions=("preservative",)), "1 %")), "eu-v").verdict == "pass"
    found = the_check(law(data, (own("bad", listed, stated, functions=("preservative",)), "1 %")), "eu-v")
    assert (found.verdict, found.values["substances"]) == ("fail", ["Wonder Booster"])


def test_salicylic_acid_as_preservative_or_not(data: Data) -> None:
    def found(**more: Any) -> dict[str, str]:
        return rules(law(data, line("salicylic-acid", "0.6 %", **more)))

    # 0.5 % as preservative (V/3), 2 % otherwise (III/98)
    assert found(use_as="preservative")["eu-v-3"] == "fail"
    assert "eu-v-3" not in found(use_as="active")
    assert found()["eu-v-3"] == "cannot tell"
    assert the_check(law(data, ("salicylic-acid", "0.6 %")), "eu-v-3").values["unstated"] == ["Salicylic acid"]


def test_a_permitted_preservative_where_its_text_leaves_it_open_is_for_an_expert(data: Data) -> None:
    # V/3: the acid not in oral products, of its salts nothing is said
    def found(row: Line) -> Check:
        return the_check(law(data, row, product="toothpaste"), "eu-v-3")

    stated = found(line("salicylic-acid", "0.1 %", use_as="preservative"))
    assert (stated.verdict, stated.code, stated.values["unstated"]) == ("cannot tell", "outside-scope", [])
    unstated = found(line("salicylic-acid", "0.1 %"))
    assert (unstated.verdict, unstated.values["unstated"]) == ("cannot tell", ["Salicylic acid"])


def test_a_preservative_that_its_entry_bars_from_a_product_fails_there(data: Data) -> None:
    # V/5 as it stood to 11 June 2019: formaldehyde not in aerosol dispensers
    def found(*functions: str, **more: Any) -> Check:
        aldehyde = single("Formaldehyde", "CH2O", functions, cas=("50-00-0",))
        row = line(aldehyde, "0.1 %", **more)
        return the_check(law(data, row, materials=(aldehyde,), product="deodorant-spray", on=date(2019, 6, 11)), "eu-v-5")

    barred = found("preservative")
    assert (barred.verdict, barred.code, barred.values["product"]) == ("fail", "prohibited-here", "deodorant-spray")
    unstated = found("preservative", "active")
    assert (unstated.verdict, unstated.code, unstated.values["unstated"]) == ("cannot tell", "prohibited-here", ["Formaldehyde"])
    assert found("preservative", "active", use_as="preservative").verdict == "fail"


def test_a_uv_filter_in_a_spray_is_outside_its_conditions(data: Data) -> None:
    # VI/27a: the nano form not where the lungs may be exposed; VI/27 leaves the others to III/321, by the particles of the grade
    nano = single("Titanium Dioxide (nano)", "TiO2", ("uv-filter",), cas=("13463-67-7",), water_soluble=False)
    barred = the_check(law(data, (nano, "5 %"), product="deodorant-spray"), "eu-vi-27a")
    assert (barred.verdict, barred.code) == ("fail", "prohibited-here")
    other = the_check(law(data, line("titanium-dioxide", "5 %", use_as="uv-filter"), product="deodorant-spray"), "eu-vi-27")
    assert (other.verdict, other.code) == ("cannot tell", "outside-scope")


@pytest.mark.parametrize(
    ("rows", "more", "expected"),
    [
        ([], {}, "fail"),
        ([], {"preservation": "water activity below 0.6"}, "pass"),
        ([("phenoxyethanol", "0.9 %")], {}, "pass"),
        ([line("benzyl-alcohol", "0.5 %")], {}, "pass"),
        ([line("benzyl-alcohol", "0.5 %", use_as="solvent")], {}, "fail"),
        ([("pentylene-glycol", "3 %")], {}, "fail"),
        ([("phenoxyethanol", "0 %")], {}, "fail"),
    ],
)
def test_a_recipe_with_water_needs_a_preservative(rows: list[Row], more: dict[str, str], expected: str, data: Data) -> None:
    check = the_check(law(data, *rows, **more), "preservative-missing")
    assert (check.verdict, check.severity) == (expected, "warning")


def test_a_balm_needs_no_preservative(data: Data) -> None:
    assert [c for c in judged(cream(("olive-oil", "100 %")), data).checks if c.rule == "preservative-missing"] == []


@pytest.mark.parametrize(
    ("substance", "water"),
    [(part("Aqua"), True), (part("WATER"), True), (part("Oxidane", 100, "H2O"), True), (part("Oxygenated", 100, "H2O2"), False), (part("Glycerin"), False)],
)
def test_water_by_name_or_formula(substance: Substance, water: bool) -> None:
    assert substance.is_water is water


def test_water_in_a_solution_is_water(data: Data) -> None:
    assert verdict(cream(("olive-oil", "99 %"), ("citric-acid-20", "1 %")), data, "preservative-missing") == "fail"


# --- Annexes IV and VI: colourants and UV filters ---


def test_a_colourant_of_no_list_fails(data: Data) -> None:
    assert the_check(law(data, (single("Wonder Blue", functions=("colourant",)), "1 %")), "eu-iv").verdict == "fail"


@pytest.mark.parametrize(("amount", "expected"), [("24 %", "pass"), ("26 %", "fail")])
def test_zinc_oxide_as_uv_filter(amount: str, expected: str, data: Data) -> None:
    assert rules(law(data, line("zinc-oxide", amount, use_as="uv-filter"))) == {"eu-vi-30": expected}


def test_zinc_oxide_as_mineral_or_colourant_is_not_judged_by_annex_vi(data: Data) -> None:
    assert rules(law(data, line("zinc-oxide", "30 %", use_as="mineral"))) == {}
    assert rules(law(data, line("zinc-oxide", "30 %", use_as="colourant"))) == {"eu-iv-144": "pass"}


@pytest.mark.parametrize(("amount", "expected"), [("24 %", "pass"), ("26 %", "cannot tell")])
def test_zinc_oxide_of_unstated_use(amount: str, expected: str, data: Data) -> None:
    found = law(data, ("zinc-oxide", amount))
    assert rules(found) == {"eu-iv-144": "pass", "eu-vi-30": expected}
    assert the_check(found, "eu-vi-30").values.get("unstated") == (["Zinc oxide"] if expected == "cannot tell" else None)


def test_entries_for_nano_forms_are_for_what_is_declared_nano(data: Data) -> None:
    nano = single("Zinc Oxide (nano)", "ZnO", ("uv-filter",), cas=("1314-13-2",), water_soluble=False)
    assert "eu-vi-30a" in rules(law(data, (nano, "5 %")))
    assert "eu-vi-30a" not in rules(law(data, line("zinc-oxide", "5 %", use_as="uv-filter")))


# --- readings: of another text, missing, dated, doubtful ---


def changed(data: Data, entry: str, **new: Any) -> Data:
    return replace(data, readings={**data.readings, entry: replace(data.readings[entry], **new)})


def phenoxyethanol(data: Data, on: date = ON) -> Assessment:
    return law(data, ("phenoxyethanol", "0.9 %"), on=on)


def dated(data: Data, key: str, **new: Any) -> Data:
    return replace(data, entries={**data.entries, key: replace(data.entries[key], **new)})


def test_a_reading_of_another_text_judges_nothing(data: Data) -> None:
    check = the_check(phenoxyethanol(changed(data, "eu-v-29", hash="0" * 16)), "eu-v-29")
    assert (check.verdict, check.code, check.values["state"]) == ("cannot tell", "expert-review", "changed")


def test_an_entry_without_a_reading_is_for_an_expert(data: Data) -> None:
    unread = replace(data, readings={id: r for id, r in data.readings.items() if id != "eu-v-29"})
    check = the_check(phenoxyethanol(unread), "eu-v-29")
    assert (check.verdict, check.code, check.values["state"]) == ("cannot tell", "expert-review", "unread")


@pytest.mark.parametrize(
    ("new", "on", "listed"),
    [
        ({"since": "2027-01-01"}, date(2026, 12, 31), False),
        ({"since": "2027-01-01"}, date(2027, 1, 1), True),
        ({"until": "2027-01-01"}, date(2026, 12, 31), True),
        ({"until": "2027-01-01"}, date(2027, 1, 1), False),
    ],
)
def test_a_permission_counts_from_and_until_its_dates(new: dict[str, str], on: date, listed: bool, data: Data) -> None:
    found = phenoxyethanol(dated(data, "eu-v-29", **new), on)
    assert ("eu-v-29" in rules(found), the_check(found, "eu-v").verdict) == (listed, "pass" if listed else "fail")


@pytest.mark.parametrize(("on", "judged_then"), [(date(2027, 4, 30), False), (date(2027, 5, 1), True)])
def test_a_prohibition_counts_from_its_date(on: date, judged_then: bool, data: Data) -> None:
    later = dated(data, "eu-ii-297", since="2027-05-01")
    assert ("eu-ii-297" in rules(law(later, ("sodium-selenite", "0.001 %"), on=on))) == judged_then


@pytest.mark.parametrize(("on", "verdict", "state"), [(date(2027, 4, 30), "cannot tell", "earlier"), (date(2027, 5, 1), "fail", None)])
def test_before_its_day_a_reading_is_of_another_text(on: date, verdict: str, state: str | None, data: Data) -> None:
    later = changed(data, "eu-ii-297", since="2027-05-01")
    check = the_check(law(later, ("sodium-selenite", "0.001 %"), on=on), "eu-ii-297")
    assert (check.verdict, check.values.get("state")) == (verdict, state)


@pytest.mark.parametrize(("on", "judged_then"), [(date(2027, 4, 30), False), (date(2027, 5, 1), True)])
def test_where_nothing_held_before_nothing_is_found(on: date, judged_then: bool, data: Data) -> None:
    later = changed(data, "eu-ii-297", since="2027-05-01", free_before=True)
    assert ("eu-ii-297" in rules(law(later, ("sodium-selenite", "0.001 %"), on=on))) == judged_then


@pytest.mark.parametrize(("on", "verdict", "limit"), [(date(2026, 12, 31), "pass", 1.0), (date(2027, 1, 1), "fail", 0.5)])
def test_each_date_is_judged_by_its_own_text(on: date, verdict: str, limit: float, data: Data) -> None:
    old, new = dated(data, "eu-v-29", until="2027-01-01").entries["eu-v-29"], "eu-v-29@2027-01-01"
    tighter = replace(data.readings["eu-v-29"], entry=new, limits=(Limit(maximum=0.5),))
    both = {**data.entries, "eu-v-29": old, new: replace(old, key=new, since="2027-01-01", until="")}
    check = the_check(phenoxyethanol(replace(data, entries=both, readings={**data.readings, new: tighter}), on), "eu-v-29")
    assert (check.verdict, check.values["limit"]) == (verdict, limit)


def test_a_doubtful_reading_fails_nothing(data: Data) -> None:
    doubted = changed(data, "eu-ii-297", confidence="low")
    assert the_check(law(doubted, ("sodium-selenite", "0.001 %")), "eu-ii-297").verdict == "cannot tell"
    limit = changed(data, "eu-v-29", confidence="low")
    assert the_check(law(limit, ("phenoxyethanol", "0.1 %")), "eu-v-29").verdict == "cannot tell"


def test_a_lower_bound_of_the_ph_counts_too(data: Data) -> None:
    bounded = changed(data, "eu-iii-15a", limits=(Limit(maximum=None, ph_low=4.0),))
    assert the_check(law(bounded, ("sodium-hydroxide-10", "1 %"), ph=("3", Span.exact(3))), "eu-iii-15a").verdict == "fail"
    assert the_check(law(bounded, ("sodium-hydroxide-10", "1 %"), ph=("4", Span.exact(4))), "eu-iii-15a").verdict == "pass"


# --- what was consulted ---


def test_every_list_consulted_is_told_with_its_edition(data: Data) -> None:
    found = law(data, ("phenoxyethanol", "0.9 %"))
    told = {c.rule: c for c in found.checks if c.code == "list-consulted"}
    assert set(told) == {"eu-ii", "eu-iii", "eu-iv", "eu-v", "eu-vi"}
    assert (told["eu-v"].values["matched"], told["eu-ii"].values["matched"], told["eu-ii"].verdict) == (1, 0, "pass")
    assert found.markets["EU"].editions["II"] == data.lists["eu-ii"].edition
    assert (found.markets["EU"].complete, found.markets["EU"].verdict) == (True, "pass")
    assert found.markets["EU"].rules == sum(rules.size for rules in data.lists.values() if "EU" in rules.markets) == 2362


@pytest.mark.parametrize(
    ("edition", "on", "expected"),
    [
        ("2025-12-08", date(2027, 6, 8), "pass"),  # to the day 18 months
        ("2025-12-08", date(2027, 6, 9), "cannot tell"),
        ("2025-12-08", date(2027, 7, 1), "cannot tell"),  # not yet 19 months, and still more than 18
        ("2025-10-31", date(2027, 4, 30), "pass"),
        ("2025-10-31", date(2027, 5, 1), "cannot tell"),
        ("2025-12-08", date(2025, 12, 8), "pass"),
    ],
)
def test_an_edition_of_more_than_eighteen_months_is_noted(edition: str, on: date, expected: str, data: Data) -> None:
    aged = replace(data, lists={**data.lists, "eu-ii": replace(data.lists["eu-ii"], edition=edition)})
    check = the_check(law(aged, on=on), "law-edition", subject="eu-ii")
    assert (check.verdict, check.severity) == (expected, "note")


@pytest.mark.parametrize(("on", "months"), [(date(2025, 12, 8), 0), (date(2026, 1, 7), 0), (date(2026, 1, 8), 1), (date(2027, 7, 1), 18)])
def test_the_age_of_an_edition_in_whole_months(on: date, months: int, data: Data) -> None:
    aged = replace(data, lists={**data.lists, "eu-ii": replace(data.lists["eu-ii"], edition="2025-12-08")})
    assert the_check(law(aged, on=on), "law-edition", subject="eu-ii").values["months"] == months


def test_an_old_edition_does_not_decide(data: Data) -> None:
    assert law(data, ("phenoxyethanol", "0.9 %"), on=date(2030, 1, 1)).markets["EU"].verdict == "pass"


def test_a_market_without_rules_cannot_be_told(data: Data) -> None:
    without = replace(data, lists={id: rules for id, rules in data.lists.items() if "JP" not in rules.markets})
    without = replace(without, entries={key: e for key, e in data.entries.items() if e.list in without.lists})
    without = replace(without, readings={key: r for key, r in data.readings.items() if key in without.entries})
    found = law(without, ("phenoxyethanol", "0.9 %"), markets=("JP",))
    check = the_check(found, "jp-coverage")
    assert (check.verdict, check.code, check.market, check.values) == ("cannot tell", "coverage-partial", "JP", {"rules": 0})
    assert (found.verdict, found.markets["JP"].complete) == ("cannot tell", False)


def test_another_markets_law_can_fail_but_not_pass_a_recipe(data: Data) -> None:
    # the Union's annexes hold in Germany, but they are not the whole of its law
    assert the_check(law(data, ("phenoxyethanol", "0.9 %"), markets=("DE",)), "de-coverage").verdict == "cannot tell"
    assert law(data, ("sodium-selenite", "0.1 %"), markets=("DE",)).markets["DE"].verdict == "fail"


def test_in_germany_the_annexes_of_the_union_are_consulted(data: Data) -> None:
    found = law(data, ("phenoxyethanol", "1.1 %"), markets=("DE",))
    assert {c.rule for c in found.checks if c.code == "list-consulted"} >= {"eu-ii", "eu-iii", "eu-iv", "eu-v", "eu-vi", "de-bvl"}
    assert the_check(found, "eu-v-29").verdict == "fail"
    assert found.markets["DE"].rules == 2362


@pytest.mark.parametrize("market", ["JP", "US", "CA", "CN", "TW", "KR", "ASEAN"])
def test_the_rules_of_another_market_can_fail_and_never_pass(market: str, data: Data) -> None:
    clean, mercury = law(data, ("glycerin", "5 %"), markets=(market,)), single("Mercury", "Hg", cas=("7439-97-6",))
    lists = {id for id, rules in data.lists.items() if market in rules.markets}
    assert {c.rule for c in clean.checks if c.code == "list-consulted"} == lists
    assert {c.verdict for c in clean.checks if c.code == "list-consulted"} == {"cannot tell"}
    assert the_check(clean, f"{market.lower()}-coverage").values["rules"] == clean.markets[market].rules > 0
    assert (clean.markets[market].verdict, clean.markets[market].complete) == ("cannot tell", False)
    found = law(data, (mercury, "1 %"), markets=(market,))
    named = [c for c in found.checks if c.code in ("prohibited", "prohibited-here", "limit") and c.market == market]
    assert named
    assert all(c.rule.startswith(f"{market.lower()}-") for c in named)
    assert "pass" not in {c.verdict for c in named}


def test_an_incomplete_list_cannot_pass_a_recipe(data: Data) -> None:
    partial = replace(data, lists={**data.lists, "eu-ii": replace(data.lists["eu-ii"], complete=False)})
    found = phenoxyethanol(partial)
    assert the_check(found, "eu-coverage").verdict == "cannot tell"
    # of a list that is not whole, that no entry matched says nothing
    assert (the_check(found, "eu-ii").verdict, the_check(found, "eu-iii").verdict) == ("cannot tell", "pass")


def test_a_recipe_without_markets_has_no_law(data: Data) -> None:
    found = law(data, ("sodium-selenite", "1 %"), markets=())
    assert (dict(found.markets), rules(found)) == ({}, {})


@pytest.mark.parametrize(
    ("material", "known"),
    [
        (own("named", part("Some Extract", organic=True)), True),
        (own("numbered", replace(part("x", organic=True), inci="", cas=("56-81-5",))), True),
        (own("nameless", replace(part("x", organic=True), inci="")), False),
        (own("open", part("Some Extract", 70, organic=True), unnamed=value(30, unit="%")), False),
    ],
    ids=lambda x: x.id if isinstance(x, Material) else "",
)
def test_what_has_no_name_cannot_be_judged_by_the_law(material: Material, known: bool, data: Data) -> None:
    checks = [c for c in law(data, (material, "1 %")).checks if c.rule == "identity-unknown"]
    assert [(c.verdict, c.values["materials"], c.lines, c.market) for c in checks] == ([] if known else [("cannot tell", [material.id], ((0, 1),), "EU")])


def test_a_substance_without_inci_name_is_called_by_its_material(data: Data) -> None:
    salt = own("salt", replace(part("my-salt", 100, "KMnO4", cas=("7722-64-7",)), inci=""))
    check = the_check(law(data, (salt, "0.1 %")), "eu-ii-1613")
    assert (check.subject, check.values["substances"], check.verdict) == ("salt", ["salt"], "fail")


def test_an_unknown_material_is_told_once(data: Data) -> None:
    found = law(data, ("no-such-thing", "1 %"))
    assert [c.rule for c in found.checks if c.verdict != "pass" and c.severity == "error"] == ["material-unknown"]


def test_a_nameless_preservative_is_not_refused_for_its_name(data: Data) -> None:
    nameless = own("nameless", replace(part("x", organic=True), inci=""), functions=("preservative",))
    found = law(data, (nameless, "1 %"))
    assert (the_check(found, "eu-v").verdict, the_check(found, "identity-unknown").verdict) == ("pass", "cannot tell")


# --- the parts: names, classes, scopes ---

ENTRY = Entry(id="eu-x-1", list="eu-x", number="1", title="Zinc salts", names=("ZINC SULFATE",), cas=("7733-02-0",))


def zinc_salt(**more: Any) -> Substance:
    return part("Zinc Sulfate", 100, "ZnSO4.7H2O", **more)


@pytest.mark.parametrize(
    ("substance", "named"),
    [
        (zinc_salt(), True),
        (part("zinc sulfate"), True),
        (part("Vitriol", names=("Zinc sulfate",)), True),
        (part("Vitriol", cas=("7446-20-0", "7733-02-0")), True),
        (part("Vitriol", cas=("7446-20-0",)), False),
        (part("Zinc Sulfate Something"), False),
        (replace(part("x"), inci=""), False),
    ],
)
def test_an_entry_names_by_inci_or_number(substance: Substance, named: bool) -> None:
    assert names_substance(ENTRY, substance) is named


def test_a_nano_entry_names_nano_forms_only() -> None:
    nano = replace(ENTRY, nano=True)
    assert not names_substance(nano, zinc_salt(cas=("7733-02-0",)))
    assert names_substance(nano, part("Zinc Sulfate (nano)", cas=("7733-02-0",)))


@pytest.mark.parametrize(
    ("rule", "substance", "membership"),
    [
        (Class(element="Zn"), zinc_salt(), "class"),
        (Class(element="Cu"), zinc_salt(), None),
        (Class(element="Zn"), part("Zinc Sulfate"), None),  # of which nothing is on file
        (Class(element="Zn"), part("Zinc Sulfate", organic=True), None),
        (Class(element="Zn"), part("Ore", elements={"Zn": value(5)}), "class"),
        (Class(element="Zn"), part("Ore", elements={"Zn": value(None, 0, 5)}), "unsure"),
        (Class(element="Zn"), part("Ore", elements={"Zn": value(0)}), None),
        (Class(element="Zn"), part("Ore", elements={"Cu": value(5)}), None),
        (Class(element="Zn", soluble=True), zinc_salt(water_soluble=True), "class"),
        (Class(element="Zn", soluble=True), zinc_salt(water_soluble=False), None),
        (Class(element="Zn", soluble=True), zinc_salt(), "unsure"),
        (Class(element="Zn", states=(2,)), zinc_salt(oxidation={"Zn": 2.0}), "class"),
        (Class(element="Zn", states=(0,)), zinc_salt(oxidation={"Zn": 2.0}), None),
        (Class(element="Zn", states=(2,)), zinc_salt(), "unsure"),
        (Class(element="Zn", inorganic=True), zinc_salt(), "class"),
        (Class(element="Zn", inorganic=True), part("Zinc Gluconate", 100, "Zn(C6H11O7)2"), None),
        (Class(element="Zn", inorganic=True), part("Ore", elements={"Zn": value(5)}), "class"),
        (Class(element="Zn", except_formulas=(formula("ZnSO4"),)), zinc_salt(), None),  # a hydrate is its parent
        (Class(element="Zn", except_formulas=(formula("ZnCl2"),)), zinc_salt(), "class"),
        (Class(element="Zn", except_formulas=(formula("ZnSO4"),)), part("Ore", elements={"Zn": value(5)}), "class"),
        (Class(element="Zn", except_entries=("eu-x-1",)), zinc_salt(), None),
        (Class(element="Zn", except_entries=("eu-x-1",), unless_scope=("oral",)), zinc_salt(), "class"),
        (Class(element="Zn", except_entries=("eu-x-1",), unless_scope=("face",)), zinc_salt(), None),
    ],
)
def test_membership_of_a_class(rule: Class, substance: Substance, membership: str | None) -> None:
    assert class_membership(rule, substance, frozenset({"face", "leave-on"}), {"eu-x-1": ENTRY}) == membership


@pytest.mark.parametrize(
    ("limit", "holds"),
    [
        (Limit(maximum=1), True),
        (Limit(maximum=1, scopes=(frozenset({"face"}),)), True),
        (Limit(maximum=1, scopes=(frozenset({"hair", "rinse-off"}), frozenset({"face", "leave-on"}))), True),
        (Limit(maximum=1, scopes=(frozenset({"face", "rinse-off"}),)), False),
        (Limit(maximum=1, excluded=frozenset({"leave-on"})), False),
        (Limit(maximum=1, excluded=frozenset({"spray"})), True),
    ],
)
def test_scope_of_a_limit(limit: Limit, holds: bool) -> None:
    assert scope_holds(limit, frozenset({"face", "leave-on"})) is holds


def test_an_entry_that_moved_matches_no_more(data: Data) -> None:
    moved = replace(data, entries={**data.entries, "eu-v-29": replace(data.entries["eu-v-29"], moved=True)})
    assert "eu-v-29" not in rules(phenoxyethanol(moved))


def test_a_list_can_hold_in_several_markets_and_limit_several_substances(data: Data) -> None:
    source = Source(id="s", title="s")
    one = RuleList(
        id="us-x", markets=("US", "CA"), annex="X", title="", kind="restriction", edition="2026-01-01", complete=True, act=source, source=source, size=1
    )
    entry = Entry(id="us-x-1", key="us-x-1", list="us-x", number="1", title="Glycols", names=("PROPYLENE GLYCOL", "BUTYLENE GLYCOL"))
    reading = Reading(entry="us-x-1", hash="", read="2026-01-01", means="limited", limits=(Limit(maximum=5),))
    more = replace(data, lists={"us-x": one}, entries={"us-x-1": entry}, readings={"us-x-1": reading})
    found = law(more, ("propylene-glycol", "3 %"), ("butylene-glycol", "3 %"), markets=("US", "CA"))
    assert [(c.market, c.verdict, c.values["share"]) for c in found.checks if c.rule == "us-x-1"] == [("US", "fail", 6), ("CA", "fail", 6)]
    assert (found.markets["US"].complete, found.markets["CA"].complete) == (True, False)
