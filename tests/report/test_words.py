"""Numbers and checks in words, and the derivations: what a person reads must say what was found, and nothing of the machine."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from formulator.core.assess import Assessment, evaluate
from formulator.core.checks import Check
from formulator.core.data import Data
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
    yield assessed(data, ("water", "q.s."), ("glycerin", "5 %"), ("lead", "1 %"), emulsion="none", top='use = { skin = "damaged" }')
    yield assessed(data, ("water", "q.s."), ("mud", "50 %"), emulsion="none", top='use = { population = "child-4-6" }')
    pair = (("zinc-sulfate-heptahydrate", "0.1 %"), ("copper-sulfate-pentahydrate", "0.01 %"))
    for goal in ('"5 - 15"', '"12"', '"1 - 2"'):
        yield assessed(data, ("water", "q.s."), *pair, emulsion="none", top=f'[target.ratios]\n"Zn:Cu" = {goal}\n"Zn:Na" = "3"\n')
    yield assessed(data, ("water", "q.s."), ("zinc-oxide", "1 %"), ("xanthan-gum", "1 %"), emulsion="none", product="lipstick")
    yield assessed(data, ("water", "q.s."), ("parabens", "1.2 %"), ("aldehyde", "0.1 %"), emulsion="none", product="deodorant-spray")
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
