"""Each example recipe against its stored report: figures to six significant digits, and every check with its verdict. To renew: tests/golden/README.md."""

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from formulator.core.assess import evaluate
from formulator.core.data import Data
from formulator.files.recipe import open_recipe
from formulator.report.structured import Checked, recipe_object

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
EXAMPLES = sorted((ROOT / "recipes").glob("*.toml"))
ON = date(2026, 11, 1)


def rounded(value: Any) -> Any:
    return float(f"{value:.6g}") if isinstance(value, float) else value


def report(path: Path, data: Data) -> dict[str, Any]:
    """What is kept of a report: the rest are words and sources, which may be mended without a number moving."""
    recipe = open_recipe(path, data).recipe
    assert recipe is not None
    found = recipe_object(Checked(path.name, evaluate(recipe, data, ON)))
    return {
        "verdict": found["verdict"],
        "figures": {id: {key: rounded(value) for key, value in figure.items()} for id, figure in found["figures"].items()},
        "checks": [{key: check[key] for key in ("rule", "market", "subject", "lines", "severity", "verdict", "code")} for check in found["checks"]],
    }


def written(found: dict[str, Any]) -> str:
    """One line for each figure and each check, so that a difference is read at a glance."""
    figures = ",\n".join(f"    {json.dumps(id)}: {json.dumps(figure)}" for id, figure in found["figures"].items())
    checks = ",\n".join(f"    {json.dumps(check)}" for check in found["checks"])
    return f'{{\n  "verdict": {json.dumps(found["verdict"])},\n  "figures": {{\n{figures}\n  }},\n  "checks": [\n{checks}\n  ]\n}}\n'


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_the_report_is_as_stored(path: Path, data: Data) -> None:
    golden = GOLDEN / f"{path.stem}.json"
    found = report(path, data)
    if os.environ.get("FORMULATOR_RENEW"):
        golden.write_text(written(found), encoding="utf-8")
    stored = json.loads(golden.read_text(encoding="utf-8"))
    assert found["verdict"] == stored["verdict"]
    assert found["figures"] == stored["figures"]
    assert found["checks"] == stored["checks"]


def test_every_stored_report_is_of_an_example() -> None:
    assert {p.stem for p in GOLDEN.glob("*.json")} == {p.stem for p in EXAMPLES}
    assert len(EXAMPLES) >= 8


def test_a_stored_report_is_written_in_the_one_way() -> None:
    for golden in GOLDEN.glob("*.json"):
        text = golden.read_text(encoding="utf-8")
        assert written(json.loads(text)) == text
