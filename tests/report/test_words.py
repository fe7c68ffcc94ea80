"""Numbers and checks in words, and the derivations: what a person reads must say what was found, and nothing of the machine."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders import cream, judged, own, part, value
from formulator.core.assess import Assessment, evaluate
from formulator.core.checks import Check
from formulator.core.data import Data
from formulator.core.figure import Datum
from formulator.core.material import Toxicity
from formulator.core.recipe import MARKETS
from formulator.core.span import Span
from formulator.files.recipe import read_recipe
from formulator.report import words
from formulator.report.derivation import Node, derivation, lines

ROOT = Path(__file__).parents[2]
ON = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (-0.0, "0"),
        (1, "1"),
        (10.333333, "10.33"),
        (100.0, "100"),
        (0.1 + 0.2, "0.3"),
        (99.99999, "100"),
        (12345.678, "12346"),
        (1000000, "1000000"),
        (0.0001234567, "0.0001235"),
        (-1.5, "−1.5"),
        (-0.00004, "−0.00004"),
        (9.9996, "10"),
        (8760.0, "8760"),
    ],
)
def test_numbers_have_four_figures_and_no_exponent(value: float, text: str) -> None:
    assert words.number(value) == text


def test_spans_in_words() -> None:
    assert words.span(Span.exact(10.5), "%") == "10.5 %"
    assert words.span(Span(9.9, 10.3, 10.7), "") == "10.3 (9.9 to 10.7)"
    assert words.span(Span.between(0, 20), "mg/kg") == "unknown, 0 to 20 mg/kg"
    assert words.span(Span(10.0000001, 10.0000002, 10.0000003), "%") == "10 %"  # what is not seen is not told


RECIPE = """format = 1
name = "x"
product = "{product}"
emulsion = "{emulsion}"
markets = ["EU", "US"]
{top}
[target.elements]
Zn = {{ min = "1 mg/kg", max = "2 mg/kg" }}
[[phase]]
kind = "water"
{lines}
[[material]]
id = "nameless"
name = "Nameless"
functions = ["emollient", "thickener"]
[[material]]
id = "moor"
name = "Moor extract"
inci = "Moor Extract"
functions = ["other"]
impurities = {{ Pb = "<= 1 mg/kg" }}
[[material]]
id = "mud"
name = "Mud"
inci = "Mud"
functions = ["other"]
impurities = {{ Pb = "<= 90 mg/kg", As = "<= 1 mg/kg" }}
organic = true
[[material]]
id = "lead"
name = "Lead salt"
inci = "Lead Oxide"
functions = ["mineral"]
formula = "PbO"
noael = "1 mg/kg/day"
[[material]]
id = "by-area"
name = "By area"
inci = "Tried By Area"
functions = ["other"]
organic = true
noael = "100 mg/kg/day"
oral_bioavailability = "100 %"
absorbed_per_area = "0.5 µg/cm2"
tested_at = "1 %"
[[material]]
id = "briefly"
name = "Briefly"
inci = "Tried Briefly"
functions = ["other"]
organic = true
noael = "24.1 mg/kg/day"
study_days = 28
oral_bioavailability = "100 %"
dermal_absorption = "10 %"
[[material]]
id = "vanadium"
name = "Vanadium salt"
inci = "Vanadium Pentoxide"
functions = ["mineral"]
formula = "V2O5"
[[material]]
id = "nickel"
name = "Nickel salt"
inci = "Nickel Sulfate"
functions = ["mineral"]
formula = "NiSO4"
[[material]]
id = "certified"
name = "Certified"
inci = "Certified"
functions = ["other"]
organic = true
impurities = {{ Ni = "<= 80 mg/kg" }}
[[material]]
id = "dye"
name = "A dye"
inci = "No Such Dye"
functions = ["colourant"]
organic = true
[[material]]
id = "odd"
name = "Odd emulsifier"
inci = "Odd"
functions = ["emulsifier"]
hlb_applies = false
hlb_why_not = "it is lamellar"
hlb_instead = "its own phase diagram"
organic = true
[[material]]
id = "unsure-salt"
name = "Unsure zinc salt"
inci = "Zinc Something"
functions = ["mineral"]
formula = "ZnC4H4O4"
[[material]]
id = "parabens"
name = "Parabens"
functions = ["preservative"]
substances = [
  {{ inci = "Methylparaben", cas = "99-76-3", share = "45 %", formula = "C8H8O3" }},
  {{ inci = "Ethylparaben", cas = "120-47-8", share = "55 %", formula = "C9H10O3" }},
]
[[material]]
id = "aldehyde"
name = "Formaldehyde"
inci = "Formaldehyde"
cas = "50-00-0"
functions = ["preservative"]
formula = "CH2O"
[[material]]
id = "nano"
name = "Nano titania"
inci = "Titanium Dioxide (nano)"
cas = "13463-67-7"
functions = ["uv-filter"]
formula = "TiO2"
[[material]]
id = "nano-of-several"
name = "Nano titania of several uses"
inci = "Titanium Dioxide (nano)"
cas = "13463-67-7"
functions = ["uv-filter", "mineral"]
formula = "TiO2"
"""


def assessed(data: Data, *rows: tuple[str, str], product: str = "face-cream", emulsion: str = "o/w", top: str = "", more: str = "") -> Assessment:
    text = "".join(f'[[phase.line]]\nmaterial = "{id}"\namount = "{amount}"\n{more}\n' for id, amount in rows)
    opened = read_recipe(RECIPE.format(product=product, emulsion=emulsion, top=top, lines=text).encode(), data)
    assert opened.recipe is not None, opened.problems
    return evaluate(opened.recipe, data, ON)


def everything(data: Data) -> Iterator[Assessment]:
    """Recipes good and bad, so that most of what can be said is said."""
    for path in sorted((ROOT / "recipes").glob("*.toml")):
        recipe = read_recipe(path.read_bytes(), data).recipe
        assert recipe is not None
        yield evaluate(recipe, data, ON)
        yield evaluate(recipe, data, date(2031, 1, 1))
        yield evaluate(replace(recipe, markets=MARKETS), data, date(2018, 6, 1))
        yield evaluate(replace(recipe, markets=()), data, ON)
    yield assessed(data, ("water", "50 %"))
    yield assessed(data, ("water", "q.s."), ("moor", "5 %"), emulsion="none", top='use = { skin = "damaged" }')
    yield assessed(data, ("water", "q.s."), ("glycerin", "150 %"))
    yield assessed(data, ("water", "q.s."), ("nameless", "10 %"), ("odd", "2 %"), ("zinc-oxide", "1 %"))
    yield assessed(data, ("water", "q.s."), ("nameless", "10 %"), ("polysorbate-60", "2 %"))
    yield assessed(data, ("water", "q.s."), ("dye", "1 %"), ("unsure-salt", "5 %"), ("squalane", "5 %"), ("polysorbate-20", "2 %"))
    yield assessed(data, ("water", "q.s."), ("sodium-benzoate", "0.5 %"), ("sodium-hydroxide-10", "2 %"), top='ph = "12"')
    yield assessed(data, ("water", "q.s."), ("unknown-thing", "5 %"), emulsion="none", top='preservation = "alcohol"')
    yield assessed(data, ("water", "q.s."), ("zinc-oxide", "30 %"), product="shampoo", emulsion="none", more='as = "uv-filter"')
    yield assessed(
        data, ("water", "q.s."), ("petrolatum", "5 %"), ("benzyl-alcohol", "0.5 %"), ("salicylic-acid", "0.1 %"), emulsion="none", product="toothpaste"
    )
    for currency in ("EUR", "USD"):
        priced = (own("one", price=value(2.4, unit="EUR/kg")), own("two", price=value(30, unit=f"{currency}/kg")))
        yield judged(cream(("water", "q.s."), (priced[0], "5 %"), (priced[1], "5 %")), data)
    yield assessed(data, ("water", "q.s."), ("glycerin", "5 %"), ("lead", "1 %"), emulsion="none", top='use = { skin = "damaged" }')
    yield assessed(data, ("water", "q.s."), ("mud", "50 %"), emulsion="none", top='use = { population = "child-4-6" }')
    pair = (("zinc-sulfate-heptahydrate", "0.1 %"), ("copper-sulfate-pentahydrate", "0.01 %"))
    for goal in ('"5 - 15"', '"12"', '"1 - 2"'):
        yield assessed(data, ("water", "q.s."), *pair, emulsion="none", top=f'[target.ratios]\n"Zn:Cu" = {goal}\n"Zn:Na" = "3"\n')
    yield assessed(data, ("water", "q.s."), ("zinc-oxide", "1 %"), ("xanthan-gum", "1 %"), emulsion="none", product="lipstick")
    yield assessed(data, ("water", "q.s."), ("parabens", "1.2 %"), ("aldehyde", "0.1 %"), emulsion="none", product="deodorant-spray")
    yield assessed(data, ("water", "q.s."), ("by-area", "1.5 %"), ("briefly", "1 %"), ("vanadium", "1 mg/kg"), emulsion="none")
    yield assessed(data, ("water", "q.s."), ("nano", "5 %"), ("nano-of-several", "5 %"), emulsion="none", product="deodorant-spray")


def checks(data: Data) -> Iterator[tuple[Assessment, Check]]:
    for found in everything(data):
        for check in found.checks:
            yield found, check


def test_every_finding_is_a_sentence(data: Data) -> None:
    seen = set()
    for found, check in checks(data):
        text = words.message(check)
        seen.add(check.code)
        assert text.strip() == text
        assert text[0].isupper() or text[0].isdigit() or text.split()[0] in ("pH", *(m.name for m in found.recipe.materials)), text
        assert text.endswith((".", "…")), text
        assert not re.search(r"\bNone\b(?! of them )|\bnan\b|\binf\b|[{}\[\]]|  |\.\.", text), text
    assert seen <= words.CODES
    assert seen == words.CODES, f"nothing here makes the program say: {sorted(words.CODES - seen)}"


def of_margin(known: Toxicity, data: Data) -> str:
    tried = own("tried", part("Tried", organic=True), toxicity=known)
    return says(judged(cream(("water", "q.s."), (tried, "1 %")), data), "margin-of-safety")


def says(found: Assessment, code: str, subject: str = "") -> str:
    (check,) = [c for c in found.checks if c.code == code and subject in ("", c.subject)]
    return words.message(check)


def test_where_the_limit_is_another_authoritys_it_is_named(data: Data) -> None:
    found = assessed(data, ("water", "q.s."), ("vanadium", "1 mg/kg"), ("zinc-oxide", "1 %"), emulsion="none")
    told = [words.message(c) for c in found.checks if c.code == "upper-intake" and c.subject == "V"]
    assert len(told) == 2 and all("10 % of the NASEM (IOM) UL of 1.8 mg/day" in text for text in told)
    assert all("how much of it is absorbed by mouth" not in text for text in told)
    nickel = assessed(data, ("water", "q.s."), ("nickel", "1 mg/kg"), emulsion="none")
    texts = [words.message(c) for c in nickel.checks if c.code == "upper-intake"]
    assert "0.078 mg/day is allowed, 10 % of the EFSA / SCF TDI of 0.78 mg/day" in texts[0]
    assert "0.1 mg/day is allowed, 10 % of the NASEM (IOM) UL of 1 mg/day" in texts[1]


def test_what_nobody_limits_is_told_for_whom(data: Data) -> None:
    for top, whom in (("", "adult"), ('use = { population = "child-1-3" }', "child, 1–3 years")):
        found = assessed(data, ("water", "q.s."), ("sodium-hydroxide-10", "0.1 %"), ("magnesium-sulfate-heptahydrate", "1 %"), emulsion="none", top=top)
        text = says(found, "no-intake-limit")
        whom = found.pattern.population.name.lower()
        assert text == f"No upper intake to judge by is on file for Na and S and this person ({whom}): the dose was compared with none."
        assert whom.split(",")[0] in text


def test_what_a_sunscreen_brings_says_that_something_is_recalled(data: Data) -> None:
    rows = (("water", "q.s."), ("zinc-oxide", "0.01 %"))
    recalled = assessed(data, *rows, emulsion="none", product="sunscreen")
    texts = [words.message(c) for c in recalled.checks if c.code == "upper-intake"]
    assert all("something it rests on is recalled or of low confidence, and settles nothing" in text.lower() for text in texts) and len(texts) == 2
    stated = assessed(data, *rows, emulsion="none", product="sunscreen", top='use = { amount = "18 g/day" }')
    assert not [c for c in stated.checks if c.code == "upper-intake" and "recalled" in words.message(c)]


def test_what_is_swallowed_is_told_before_what_of_it_is_absorbed(data: Data) -> None:
    """0.057 g of a lipstick × 7994 mg/kg of zinc: 0.4556 mg at most is swallowed, a fifth of it absorbed, at most a half."""
    found = assessed(data, ("water", "q.s."), ("zinc-oxide", "1 %"), emulsion="none", product="lipstick")
    text = next(words.message(c) for c in found.checks if c.code == "upper-intake")
    assert text.startswith("Zn: 0.4556 mg/day (0 to 0.4602) may be swallowed, of which 0.09113 mg/day (0 to 0.2301) is absorbed; 2.5 mg/day is allowed")
    assert "skin" not in text
    glycerin = says(assessed(data, ("water", "q.s."), ("glycerin", "5 %"), emulsion="none", product="lipstick"), "margin-of-safety")
    assert "Default, not measured: oral bioavailability and the part that is swallowed." in glycerin


def test_a_margin_by_area_says_what_is_not_as_tested(data: Data) -> None:
    found = assessed(data, ("water", "q.s."), ("by-area", "1.5 %"), emulsion="none")
    text = says(found, "margin-not-as-tested")
    assert text.startswith("Tried By Area: margin of safety 9925 by the absorption per area, but there is more of it here than was tested")
    assert "(tested_at)" in text and text.endswith("For: adult, face cream.")
    as_tested = says(assessed(data, ("water", "q.s."), ("by-area", "1 %"), emulsion="none"), "margin-of-safety")
    assert as_tested.startswith("Tried By Area: margin of safety 9925, at least 100 is wanted")


def test_a_margin_says_that_something_is_recalled(data: Data) -> None:
    """24.1 / 0.02414 / 3 = 332.8 by a factor that is recalled; with 10 it is 99.8."""
    text = says(assessed(data, ("water", "q.s."), ("briefly", "1 %"), emulsion="none"), "margin-of-safety")
    assert "margin of safety 332.8, at least 100 is wanted" in text
    assert "Something it rests on is recalled or of low confidence, and settles nothing." in text


@pytest.mark.parametrize(
    "more",
    [
        # 40 × 50 … 100 % / 0.02414 / 3 = 276 … 552, and 82.9 with a factor of 10
        {"noael": value(40, unit="mg/kg/day")},
        # 3 / 0.02414 / 3 = 41.4, and 124 with a factor of 1
        {"noael": value(3, unit="mg/kg/day"), "oral_bioavailability": value(100, unit="%")},
    ],
)
def test_any_margin_that_something_recalled_keeps_from_settling_says_so(more: dict[str, Datum], data: Data) -> None:
    assert "recalled" in of_margin(Toxicity(study_days=28, dermal_absorption=value(10, unit="%"), **more), data)


def test_a_margin_of_what_does_not_pass_at_all_has_no_number(data: Data) -> None:
    nothing = Toxicity(noael=value(3, unit="mg/kg/day"), oral_bioavailability=value(100, unit="%"), dermal_absorption=value(0, unit="%"))
    assert "1000000000000000" not in of_margin(nothing, data)


def test_damaged_skin_is_told_as_the_reason(data: Data) -> None:
    """Even with nothing that passes the skin measured, and little of it: a margin is for intact skin."""
    text = says(assessed(data, ("water", "q.s."), ("glycerin", "5 %"), emulsion="none", top='use = { skin = "damaged" }'), "margin-damaged-skin")
    assert "a margin speaks of intact skin only" in text and "can never pass" in text


def test_a_supply_that_nobody_measured_has_no_number(data: Data) -> None:
    magnesium = assessed(data, ("water", "q.s."), ("magnesium-sulfate-heptahydrate", "1 %"), emulsion="none")
    lead = "Mg: how much of it is absorbed from this product was not measured, so it cannot be set beside a supplement."
    text = says(magnesium, "supply", "Mg")
    assert text.startswith(lead) and not re.search(r"\d", text.removeprefix(lead).split("(")[0]) and " %" not in text
    zinc = says(assessed(data, ("water", "q.s."), ("zinc-oxide", "1 %"), emulsion="none"), "supply", "Zn")
    assert " % of what a supplement of the EFSA / SCF PRI would deliver is absorbed; grade " in zinc and zinc.endswith("For: adult, face cream.")


@pytest.mark.parametrize(
    ("share", "applied", "content", "state"),
    # 1.54 g × 32 mg/kg = 49.28 µg a day, 1.54 × 48 = 73.92
    [("40 %", "49.28", "32", "within"), ("60 %", "73.92", "48", "above")],
)
def test_medicines_are_told_with_what_is_kept_and_what_is_not(share: str, applied: str, content: str, state: str, data: Data) -> None:
    text = says(assessed(data, ("water", "q.s."), ("certified", share), emulsion="none"), "impurity-medicines", "Ni")
    dose = f"the specifications allow up to {applied} µg/day on the skin; permitted daily exposure of a medicine 200 µg/day"
    assert text == (
        f"Ni as an impurity: {dose}; {content} mg/kg is {state} the 35 mg/kg set for people already sensitised. A limit for medicines, for orientation. "
        "No specification: Water. For: adult, face cream."
    )


def nodes(node: Node) -> Iterator[Node]:
    yield node
    for inner in node.inputs:
        yield from nodes(inner)


def test_every_figure_can_be_derived_and_every_leaf_says_where_it_comes_from(data: Data) -> None:
    for found in everything(data):
        for id, figure in found.figures.items():
            tree = derivation(figure, data, heading=id)
            assert tree.heading.startswith(f"{id}: ")
            for node in nodes(tree):
                assert node.lines, node.heading
                assert not re.search(r"\bNone\b|\bnan\b|\binf\b", "\n".join((node.heading, *node.lines))), node
            text = list(lines(tree))
            assert all(line.strip() for line in text)


def test_a_market_is_never_simply_passed() -> None:
    text = words.market_words("EU", "pass", 2362, {"II": "2025-12-08"}, True)
    assert text == "EU: no fault found in 2362 rules, Annex II of 2025-12-08"
    assert words.market_words("US", "cannot tell", 0, {}, False) == "US: cannot tell from no rules on file; not the whole law"
    assert words.market_words("EU", "fail", 3, {"II": "2025-12-08"}, False).startswith("EU: fault found in 3 rules")
