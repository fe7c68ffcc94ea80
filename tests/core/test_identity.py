"""Who a substance is: whatever way an own material says it, the law must find it; and what cannot be found must not pass."""

from datetime import date
from typing import Any

import pytest

from formulator.core.assess import Assessment, evaluate
from formulator.core.data import Data
from formulator.core.material import valid_cas
from formulator.core.search import search
from formulator.core.units import QuantityError, quantity
from formulator.files.recipe import Opened, read_recipe

ON = date(2026, 11, 1)
HEAD = """format = 1
name = "x"
product = "face-cream"
{markets}
emulsion = "none"
preservation = "a test"
[[phase]]
kind = "water"
[[phase.line]]
material = "water"
amount = "q.s."
[[phase.line]]
material = "own"
amount = "{amount}"
[[material]]
id = "own"
name = "Own"
functions = ["{function}"]
"""


def opened(data: Data, own: str, amount: str = "1 %", function: str = "active", markets: str = 'markets = ["EU"]') -> Opened:
    return read_recipe((HEAD.format(amount=amount, function=function, markets=markets) + own).encode(), data)


def judged(data: Data, own: str, **more: Any) -> Assessment:
    found = opened(data, own, **more)
    assert found.recipe is not None and not found.problems, found.problems
    return evaluate(found.recipe, data, ON)


def verdict(found: Assessment, rule: str) -> str:
    return next((c.verdict for c in found.checks if c.rule == rule), "absent")


@pytest.mark.parametrize(
    ("own", "rule", "amount"),
    [
        ('cas = "10102-18-8"', "eu-ii-297", "1 %"),  # sodium selenite by its number alone
        ('inci = "DISODIUM SELENITE"', "eu-ii-297", "1 %"),
        ('cas = "10102-18-8"\norganic = true', "eu-ii-297", "1 %"),  # saying that it is organic does not hide it
        ('cas = "7488-56-4"', "eu-ii-297", "0.5 %"),  # selenium disulfide in a face cream
        ('cas = "\u2011123\u201131\u20119"'.replace("\u2011123", "123"), "eu-ii-1339", "1 %"),  # hydroquinone, its dashes typeset
        ('cas = " 123-31-9 "', "eu-ii-1339", "1 %"),
        ('inci = " Hydroquinone "\norganic = true', "eu-ii-1339", "1 %"),
        # a blend under the number it has as a whole
        ('cas = "123-31-9"\nsubstances = [{ inci = "AQUA", share = "50 %" }, { inci = "X", share = "50 %", organic = true }]', "eu-ii-1339", "1 %"),
    ],
)
def test_however_it_is_named_the_law_finds_it(data: Data, own: str, rule: str, amount: str) -> None:
    assert verdict(judged(data, own, amount=amount), rule) == "fail"


def test_a_salt_known_by_its_number_alone_is_covered_but_not_weighed(data: Data) -> None:
    # one number can stand for several hydrates, so how much zinc is in it is not taken from another's formula
    assert verdict(judged(data, 'cas = "7446-20-0"', amount="10 %"), "eu-iii-24") == "cannot tell"


def test_what_the_library_knows_settles_what_is_not_said(data: Data) -> None:
    found = judged(data, 'inci = "Zinc Oxide"\nformula = "ZnO"', amount="10 %")  # insoluble, which only the library says
    assert verdict(found, "eu-iii-24") == "absent"
    assert verdict(found, "composition-unknown") == "absent"


# diarsenic pentaoxide and ammonium dichromate: neither is in the library
@pytest.mark.parametrize("own", ['cas = "1303-28-2"', 'inci = "MOOR EXTRACT"', 'cas = ["7789-09-5"]'])
def test_a_substance_without_composition_is_never_cleared(data: Data, own: str) -> None:
    found = judged(data, own)
    check = next(c for c in found.checks if c.rule == "composition-unknown")
    assert (check.verdict, check.severity, check.market, check.lines) == ("cannot tell", "error", "EU", ((0, 1),))
    assert found.verdict == "cannot tell"


@pytest.mark.parametrize(("cas", "rule"), [("1327-53-3", "eu-ii-43"), ("7778-50-9", "eu-ii-97")])
def test_what_the_library_says_of_a_number_convicts(cas: str, rule: str, data: Data) -> None:
    """Arsenic trioxide and potassium dichromate are on file: their elements are known by the number, and "arsenic and its compounds" is found by them."""
    assert verdict(judged(data, f'cas = "{cas}"'), rule) == "fail"


def test_organic_or_a_formula_settles_it(data: Data) -> None:
    assert verdict(judged(data, 'inci = "ROSA EXTRACT"\norganic = true'), "composition-unknown") == "absent"
    assert judged(data, 'inci = "ROSA EXTRACT"\norganic = true').verdict == "pass"


def test_two_parts_of_one_name_are_both_counted(data: Data) -> None:
    # 60 % + 40 % of 1.6 % is 1.6 % phenoxyethanol: limit 1 %
    own = 'substances = [{ inci = "PHENOXYETHANOL", share = "60 %" }, { inci = "Phenoxyethanol", share = "40 %" }]'
    found = judged(data, own, amount="1.6 %", function="preservative")
    assert verdict(found, "eu-v-29") == "fail"
    span = found.figures["law.eu-v-29"].span
    assert span.best == pytest.approx(1.6)


@pytest.mark.parametrize(
    ("own", "says"),
    [
        ('elements = { Zn = "60 %", Mg = "70 %" }', "more than the whole"),
        ('assay = "50 %"', "an assay of nothing"),
    ],
)
def test_a_composition_that_cannot_be_is_a_problem(data: Data, own: str, says: str) -> None:
    found = opened(data, own)
    assert found.recipe is None
    assert [says in p.says for p in found.problems] == [True]


@pytest.mark.parametrize(
    "own",
    [
        'cas = "123-31-8"\norganic = true',
        'cas = "n/a"\norganic = true',
        'cas = "0123-31-9"\norganic = true',
        'inci = "AQUA / SODIUM SELENITE"\norganic = true',
        'inci = "X; Y"\norganic = true',
        'cas = "1-1-1"\nsubstances = [{ inci = "X", share = "100 %", organic = true }]',
    ],
)
def test_an_identity_that_is_none_is_never_cleared(data: Data, own: str) -> None:
    found = judged(data, own)
    check = next(c for c in found.checks if c.rule == "identity-unknown")
    assert (check.verdict, check.lines, found.verdict) == ("cannot tell", ((0, 1),), "cannot tell")


@pytest.mark.parametrize(("cas", "right"), [("7732-18-5", True), ("7732-18-4", False), ("0732-18-5", False), ("7732185", False)])
def test_cas_check_digits(cas: str, right: bool) -> None:
    assert valid_cas(cas) is right


@pytest.mark.parametrize("inci", ["Aqua (Water)", "WATER/EAU", "Purified Water", "Rosa Damascena Flower Water"])
def test_water_under_other_names_needs_a_preservative(data: Data, inci: str) -> None:
    text = 'format = 1\nname = "x"\nproduct = "face-cream"\nmarkets = ["EU"]\nemulsion = "none"\n[[phase]]\nkind = "water"\n'
    text += '[[phase.line]]\nmaterial = "own"\namount = "100 %"\n[[material]]\nid = "own"\nname = "Own"\nfunctions = ["solvent"]\norganic = true\n'
    found = read_recipe(f'{text}inci = "{inci}"'.encode(), data)
    assert found.recipe is not None
    assert verdict(evaluate(found.recipe, data, ON), "preservative-missing") == "fail"


def test_without_a_market_nothing_is_cleared(data: Data) -> None:
    found = judged(data, 'inci = "X"\norganic = true', markets="")
    assert (verdict(found, "market-missing"), found.verdict) == ("cannot tell", "cannot tell")


def test_nothing_left_for_q_s_is_no_fault(data: Data) -> None:
    # 84.43 + 4.95 + 2.93 + 7.69 = 100 to the last digit, but not to the last bit of a sum
    rows = "".join(f'[[phase.line]]\nmaterial = "glycerin"\namount = "{x} %"\n' for x in (84.43, 4.95, 2.93, 7.69))
    text = f'format = 1\nname = "x"\nproduct = "face-cream"\nmarkets = ["EU"]\nemulsion = "none"\n[[phase]]\nkind = "water"\n{rows}'
    found = read_recipe(f'{text}[[phase.line]]\nmaterial = "water"\namount = "q.s."'.encode(), data)
    assert found.recipe is not None
    assert verdict(evaluate(found.recipe, data, ON), "total-not-100") == "pass"


@pytest.mark.parametrize("text", ["5 deg", "5 dB", "5 rad", "9 ml/l", "5 mm/m", "5 mmol/mol", "5 count", "5 dimensionless"])
def test_a_plain_number_to_pint_is_no_share(text: str) -> None:
    with pytest.raises(QuantityError, match="does not fit here"):
        quantity(text, "%")


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [("5 oz/lb", "%", 31.25), ("5 μg", "mg/kg/day", None), ("500 μg", "g", 5e-4), ("500 mcg", "g", 5e-4), ("5 permille", "%", 0.5)],
)
def test_mass_in_mass_is_one(text: str, unit: str, value: float | None) -> None:
    if value is None:
        with pytest.raises(QuantityError):
            quantity(text, unit)
    else:
        assert quantity(text, unit) == pytest.approx(value)  # 16 ounces to the pound


def test_a_comma_before_three_digits_has_two_readings() -> None:
    with pytest.raises(QuantityError) as fault:
        quantity("1,000 mg/kg", "%")
    assert "1.000 mg/kg" in fault.value.fix and "1000 mg/kg" in fault.value.fix


def test_a_number_is_found_exactly_or_not_at_all(data: Data) -> None:
    found = search(data.materials.values(), "123-31-9")
    assert found == []
    assert search(data.materials.values(), "ZnSO4")[0].id.startswith("zinc-sulfate")
    assert search(data.materials.values(), "tween80")[0].id == "polysorbate-80"
