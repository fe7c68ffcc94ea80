"""Every worked text is replayed: what a figure says of its arithmetic, evaluated, comes to the number it shows. So text and number cannot drift apart."""

import ast
import operator
from collections.abc import Iterator
from pathlib import Path

import pytest

from builders import cream, emulsifier, judged, line, lipid, own, part, said, value
from formulator.core.assess import Assessment
from formulator.core.data import Data
from formulator.core.figure import Figure, Worked
from formulator.core.material import Toxicity
from formulator.core.ratios import ENDLESS
from formulator.core.recipe import Recipe, Target, Use
from formulator.files.audit import methods
from formulator.files.recipe import open_recipe

RECIPES = sorted((Path(__file__).parents[2] / "recipes").glob("*.toml"))
SIGNS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


def evaluated(text: str) -> tuple[float, float]:
    """What a worked text comes to, and its largest number."""
    largest = 0.0

    def of(node: ast.expr) -> float:
        nonlocal largest
        if isinstance(node, ast.BinOp):
            return SIGNS[type(node.op)](of(node.left), of(node.right))
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            return -of(node.operand)
        assert isinstance(node, ast.Constant) and isinstance(node.value, (int, float)), ast.dump(node)
        largest = max(largest, abs(node.value))
        return float(node.value)

    return of(ast.parse(text.replace("×", "*").replace("−", "-"), mode="eval").body), largest


def all_figures(roots: Iterator[Figure]) -> Iterator[Figure]:
    """The figures and everything they cite, down to the data."""
    for figure in roots:
        yield figure
        yield from all_figures(term.value for term in figure.form.terms() if isinstance(term.value, Figure))


def figures_of(found: Assessment, data: Data) -> Iterator[Figure]:
    yield from all_figures(iter(found.figures.values()))
    for rows in found.compared.values():
        yield from all_figures(row.capacity for row in rows)
    for each in found.assessed:
        yield from all_figures(iter((each.share, each.sed, each.mos, *([each.aggregate] if each.aggregate else []))))


def misfit(figure: Figure, worked: Worked) -> str:
    result, largest = evaluated(worked.text)
    allowance = 1e-5 * max(abs(worked.value), abs(result)) if figure.method.id not in ("hlb-gap", "hlb-split") else 1e-5 * largest
    if figure.method.id == "most-by-limit":  # what is left of a large number may be small: each number is good to seven figures
        allowance = 1e-6 * evaluated(worked.text.replace("−", "+"))[0]
    return "" if abs(result - worked.value) <= allowance + 1e-9 else f"{figure.id} {worked.bound}: {worked.text} = {result}, shown {worked.value}"


def misfits(found: Assessment, data: Data) -> list[str]:
    return [wrong for figure in figures_of(found, data) for worked in figure.form.worked() if (wrong := misfit(figure, worked))]


def derived() -> dict[str, Recipe]:
    """Recipes that reach the arithmetic the shipped ones leave out."""
    pair = [(emulsifier("low", value(4.3, 4, 5)), "3 %"), (emulsifier("high", value(15, 14, 16)), "2 %")]
    oils = [(lipid("a", value(10, 9, 12)), "10 %"), (lipid("exotic", None), "1 %")]
    blend = own(
        "blend", part("Zinc Sulfate", value(10, 8, 12, "%"), "ZnSO4.7H2O", water_soluble=None), part("Aqua", 80, "H2O"), unnamed=value(None, 8, 12, "%")
    )
    dried = own("dried", part("Zinc Chloride", 100, "ZnCl2", assay=value(98, 96, 104, "%"), water_soluble=True))
    traces = own("traces", part("Spa Water", elements={"Zn": value(1e-7, unit="mg/kg"), "Mg": value(None, 1e-12, 5e-5, "mg/kg")}))
    return {
        "all spans": cream(phases={"water": [("water", "q.s."), (blend, "1 %"), (dried, "0.5 %"), (traces, "5 %")], "oil": [*oils, *pair]}, emulsion="o/w"),
        "a pair": cream(phases={"water": [("water", "q.s.")], "oil": [oils[0], *pair]}, emulsion="o/w"),
        "no emulsifier": cream(phases={"water": [("water", "q.s.")], "oil": oils[:1]}, emulsion="o/w"),
        "no lipid": cream(phases={"water": [("water", "q.s.")], "oil": pair}, emulsion="w/o"),
        "nothing of it": cream(("water", "q.s."), targets={"Cu": Target(said("1 mg/kg", "mg/kg"), None)}),
        "below zero": cream(("water", "q.s."), ("glycerin", "120 %"), ("no-such-thing", "1e-7 %")),
        "adjuster": cream(("water", "q.s."), line("sodium-hydroxide-10", "0.3 %", "0.6 %"), ("sodium-benzoate", "0.4 %"), ("copper-gluconate", "0.1 %")),
        "sunscreen": cream(
            ("water", "q.s."), ("zinc-gluconate", "1 %"), line("zinc-oxide", "5 %", use_as="uv-filter"), product="sunscreen", markets=("US", "EU")
        ),
        "fingertips on a lotion": cream(
            ("water", "q.s."), ("zinc-gluconate", "1 %"), product="body-lotion", use=Use(fingertips=said("2.5 FTU/day", "FTU/day")), markets=("US",)
        ),
        "a film": cream(
            ("water", "q.s."),
            ("magnesium-chloride-hexahydrate", "1 %"),
            use=Use(film=said("1.3 mg/cm2", "mg/cm2"), part="arms", applications=said("3 1/day", "1/day")),
        ),
        "a child": cream(("water", "q.s."), ("zinc-oxide", "1 %"), ("glycerin", "5 %"), product="shampoo", use=Use(population="child-7-10")),
        "damaged skin": cream(("water", "q.s."), ("strontium-chloride-hexahydrate", "1 %"), ("glycerin", "5 %"), use=Use(skin="damaged"), markets=("EU", "US")),
        "lips": cream(("water", "q.s."), ("zinc-oxide", "1 %"), ("glycerin", "5 %"), product="lipstick"),
        "all products": cream(("water", "q.s."), ("sodium-benzoate", "0.4 %"), ("potassium-sorbate", "0.3 %"), product="body-lotion"),
        "toxicity": cream(
            ("water", "q.s."),
            (own("by-loael", toxicity=Toxicity(loael=value(30, unit="mg/kg/day"), study_days=28, oral_bioavailability=value(70, 60, 80, "%"))), "2 %"),
            (own("by-area", toxicity=Toxicity(bmdl=value(7, unit="mg/kg/day"), absorbed_per_area=value(0.3, 0.2, 0.5, "µg/cm2"))), "1 %"),
            (own("trade", part("One", 30, organic=True), part("Two", 70, organic=True), toxicity=Toxicity(noael=value(9, unit="mg/kg/day"))), "1 %"),
        ),
        "room": cream(
            ("water", "q.s."),
            ("zinc-sulfate-heptahydrate", "2 %"),
            ("zinc-gluconate", "3 %"),
            ("zinc-sulfate-heptahydrate", "1.5 %"),
            ("copper-gluconate", "0.5 %"),
            markets=("EU", "US"),
        ),
        "hardly dissolves": cream(("water", "q.s."), (own("salt", part("Salt", 100, "NaCl"), solubility=value(360, 350, 370, "g/kg")), "30 %")),
        "dissolves in a stated water": cream(
            ("water", "60 %"), ("glycerin", "39 %"), (own("salt", part("Salt", 100, "NaCl"), solubility=value(9, unit="g/kg")), "1 %")
        ),
        "impurities": cream(
            ("water", "q.s."),
            (own("clay", part("Clay"), impurities={"Pb": value(None, 0, 20, "mg/kg"), "As": value(None, 0, 3, "mg/kg")}), "5 %"),
            (own("mud", part("Mud"), impurities={"Pb": value(7, 5, 9, "mg/kg")}), "2.5 %"),
        ),
        "ratios": cream(
            ("water", "q.s."),
            ("zinc-sulfate-heptahydrate", "0.1 %"),
            ("copper-gluconate", "0.01 %"),
            ("xanthan-gum", "1 %"),
            ("magnesium-chloride-hexahydrate", "1 %"),
            ratios={"Mg:Zn": ("3", value(3).span), "Ca:Mg": ("1", value(1).span), "Mg:Ca": ("1", value(1).span)},
            reference="nasem",
        ),
        "costs": cream(
            ("water", "q.s."),
            (own("oil", price=value(4.3, unit="EUR/kg")), "20 %"),
            (own("dear", price=value(None, 310, 360, "EUR/kg")), "0.37 %"),
            batch=said("730 g", "g"),
        ),
        "costs of all lines": cream((own("base", price=value(None, 0.5, 0.7, "EUR/kg")), "87 g"), (own("oil", price=value(4.3, unit="EUR/kg")), "13 g")),
        "own use": cream(("water", "q.s."), ("copper-gluconate", "1 %"), use=Use(amount=said("3 g/day", "g/day"), body_weight=said("71.3 kg", "kg"))),
    }


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_every_worked_text_of_a_shipped_recipe_comes_to_its_number(path: Path, data: Data) -> None:
    opened = open_recipe(path, data)
    assert opened.recipe is not None, opened.problems
    assert misfits(judged(opened.recipe, data), data) == []


@pytest.mark.parametrize("name", derived())
def test_every_worked_text_of_a_derived_recipe_comes_to_its_number(name: str, data: Data) -> None:
    assert misfits(judged(derived()[name], data), data) == []


def test_every_method_of_the_program_is_replayed(data: Data) -> None:
    seen = {figure.method.id for recipe in derived().values() for figure in figures_of(judged(recipe, data), data)}
    wanted = {method.id for method in methods()}
    assert len(wanted) >= 40
    assert wanted - seen == set()


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_every_bound_that_differs_is_worked(path: Path, data: Data) -> None:
    found = judged(open_recipe(path, data).recipe, data)
    for figure in figures_of(found, data):
        span = figure.span
        shown = [w.bound for w in figure.form.worked()]
        differ = (["best"] if span.best is not None else []) + [b for b in ("low", "high") if getattr(span, b) != span.best]
        expected = [b for b in differ if getattr(span, b) < ENDLESS]  # a division by nothing is not written out
        assert shown == expected or figure.method.id == "hlb-split", figure.id


def test_a_ratio_of_nothing_to_what_may_be_nothing(data: Data) -> None:
    aimed = cream(("water", "q.s."), ("xanthan-gum", "1 %"), targets={"Zn": Target(None, said("5 mg/kg", "mg/kg"))}, ratios={"Zn:Ca": ("1", value(1).span)})
    figures = judged(aimed, data).figures
    # there is no zinc, and between none and 1150 mg/kg of calcium
    assert "ratio.Zn.Ca" not in figures or not [w.text for w in figures["ratio.Zn.Ca"].form.worked() if w.text.endswith("/ 0")]


def test_a_text_that_does_not_come_to_its_number_is_found(data: Data) -> None:
    figure = judged(cream(("water", "q.s.")), data).figures["share.total"]
    assert misfit(figure, Worked("best", "60 + 30.1", 90)) != ""
    assert misfit(figure, Worked("best", "(−10) + 60 + 40 × 1 / 1", 90)) == ""
