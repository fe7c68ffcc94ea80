"""The law's own cases: each was written from the text of an entry, with its arithmetic in `why`, before the program judged it."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from formulator.core.assess import evaluate
from formulator.core.data import Data
from formulator.core.recipe import Recipe
from formulator.files.recipe import read_recipe
from formulator.files.write import toml_value

CASES = [
    pytest.param(case, id=f"{path.stem.removeprefix('cases-')}: {case['rule']}: {case['name']}")
    for path in sorted(Path(__file__).parent.glob("cases-*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]


def recipe_of(case: dict[str, Any], data: Data) -> Recipe:
    """The case as a recipe file: its substances as materials of the recipe, water for the rest."""
    market = case["rule"].split("-")[0].upper()
    lines, materials = [], []
    for n, line in enumerate(case["lines"]):
        own = {k: v for k, v in line.items() if k not in ("share", "as")}
        parts = [{"organic": True, **part} if not {"formula", "elements"} & part.keys() else part for part in own.get("substances", [])]
        for part in parts:
            part["share"] = f"{part['share']} %" if isinstance(part["share"], int | float) else part["share"]
        own |= {"substances": parts} if parts else {}
        if not {"formula", "elements", "substances"} & own.keys():
            own["organic"] = True
        materials.append({"id": f"m{n}", "name": own.get("inci", f"m{n}"), "functions": ["other"], **own})
        used = f'\nas = "{line["as"]}"' if "as" in line else ""
        lines.append(f'[[phase.line]]\nmaterial = "m{n}"\namount = "{line["share"]} %"{used}')
    ph = f'ph = "{case["ph"]}"\n' if "ph" in case else ""
    head = f'format = 1\nname = "case"\nproduct = "{case["product"]}"\nmarkets = ["{market}"]\nemulsion = "none"\n{ph}'
    body = '[[phase]]\nname = "A"\nkind = "water"\n[[phase.line]]\nmaterial = "water"\namount = "q.s."\n'
    own_text = "\n".join("[[material]]\n" + "\n".join(f"{k} = {toml_value(v)}" for k, v in m.items()) for m in materials)
    text = "\n".join([head, body, *lines, own_text])
    opened = read_recipe(text.encode(), data)
    assert opened.recipe is not None and not opened.problems, opened.problems
    return opened.recipe


@pytest.mark.parametrize("case", CASES)
def test_the_law_as_written(case: dict[str, Any], data: Data) -> None:
    on = case["on"] if isinstance(case["on"], date) else date.fromisoformat(case["on"])
    found = evaluate(recipe_of(case, data), data, on)
    checks = [c for c in found.checks if c.rule == case["rule"] and c.code not in ("label-duty",)]
    verdicts = [c.verdict for c in checks]
    if case["verdict"] == "absent":
        assert not [c for c in checks if c.code != "list-consulted"], case["why"]
    else:
        worst = next((v for v in ("fail", "cannot tell", "pass") if v in verdicts), "absent")
        if worst == "absent" and case["verdict"] == "pass" and any(c.rule == case["rule"] for c in found.checks):
            return  # a bare label duty: shown, never in the way
        assert worst == case["verdict"], (case["why"], [(c.code, c.verdict, dict(c.values)) for c in checks])
