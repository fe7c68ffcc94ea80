"""The pages of tests/worked: numbers worked by hand for each example recipe, compared with the program. Each expression on a page is worked out again, so a
page cannot contradict itself either."""

import ast
import operator
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
import tomli

from formulator.core.assess import evaluate
from formulator.core.data import Data
from formulator.core.ratios import ENDLESS
from formulator.files.recipe import open_recipe

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "tests" / "worked").glob("*.md"))
EXAMPLES = sorted((ROOT / "recipes").glob("*.toml"))
SIX_FIGURES = 1e-5
WEIGHTS = 1e-5  # the abridged atomic weights of a page against the full ones of the program
_SIGNS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


@dataclass(frozen=True)
class Row:
    """One figure of a page: what is written for each bound, and the expression it was worked from."""

    figure: str
    written: dict[str, float | None]
    working: dict[str, str]


def number(text: str) -> float:
    return ENDLESS if text == "endless" else float(text.replace("−", "-"))


def cells(page: Path, heading: str) -> list[list[str]]:
    """The rows of the table under a heading."""
    part = page.read_text(encoding="utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in part.splitlines() if line.startswith("|")]
    return rows[2:]


def rows(page: Path) -> list[Row]:
    found = []
    for figure, value, low, high, working in cells(page, "Figures"):
        written = {bound: number(text) if text not in ("", "unknown") else None for bound, text in (("value", value), ("low", low), ("high", high))}
        expressions = {(name or "value"): text for name, text in re.findall(r"(low|high|) ?`([^`]+)`", working)}
        found.append(Row(figure.strip("`"), written, expressions))
    return found


def worked(expression: str) -> float:
    """The value of an expression of numbers, + − × / and brackets."""

    def of(node: ast.AST) -> float:
        if isinstance(node, ast.BinOp):
            return float(_SIGNS[type(node.op)](of(node.left), of(node.right)))
        assert isinstance(node, ast.Constant), f"not arithmetic: {expression}"
        return float(node.value)

    return of(ast.parse(expression.replace("×", "*").replace("−", "-"), mode="eval").body)


def test_every_example_has_its_page() -> None:
    assert [p.stem for p in PAGES] == [p.stem for p in EXAMPLES]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_what_is_written_is_what_its_expression_gives(page: Path) -> None:
    for row in rows(page):
        assert row.working.keys() == {bound for bound, value in row.written.items() if value not in (None, ENDLESS)}, row.figure
        for bound, expression in row.working.items():
            assert row.written[bound] == pytest.approx(worked(expression), rel=SIX_FIGURES), f"{row.figure}, {bound}"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_the_program_comes_to_the_numbers_worked_by_hand(page: Path, data: Data) -> None:
    recipe = open_recipe(ROOT / "recipes" / f"{page.stem}.toml", data).recipe
    assert recipe is not None
    figures = evaluate(recipe, data, date(2026, 11, 1)).figures
    for row in rows(page):
        span = figures[row.figure].span
        value = row.written["value"]
        # a bound that is not written is the value itself
        low = row.written["low"] if row.written["low"] is not None else value
        high = row.written["high"] if row.written["high"] is not None else value
        if value is None:
            assert span.best is None, row.figure
        else:
            assert span.best == pytest.approx(value, rel=WEIGHTS), row.figure
        assert span.low == pytest.approx(low, rel=WEIGHTS), f"{row.figure}, lowest"
        assert span.high == pytest.approx(high, rel=WEIGHTS), f"{row.figure}, highest"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_a_page_works_out_the_chief_figures(page: Path, data: Data) -> None:
    recipe = open_recipe(ROOT / "recipes" / f"{page.stem}.toml", data).recipe
    assert recipe is not None
    chief = {
        id
        for id in evaluate(recipe, data, date(2026, 11, 1)).figures
        if id.startswith(("share.", "hlb.", "emulsifier.", "exposure.", "substance.", "ratio."))
        or re.fullmatch(r"(element|supply)\.(Zn|Cu|Mg|Se)\..+|intake\.(Zn|Cu|Se)\..+|most\.(zinc|copper|magnesium).*", id)
    }
    assert chief <= {row.figure for row in rows(page)}


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_a_page_speaks_of_the_recipe_as_it_is(page: Path) -> None:
    raw = tomli.loads((ROOT / "recipes" / f"{page.stem}.toml").read_text(encoding="utf-8"))
    lines = {line["material"]: line["amount"] for phase in raw["phase"] for line in phase["line"]}
    named = 0
    for material, amount, *_ in cells(page, "What goes in"):
        id = material.strip("`")
        if id in lines:
            named += 1
            assert amount.split(", at most")[0] == lines[id], id
    assert named >= 3
