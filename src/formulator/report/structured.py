"""The contract's JSON: one object for a run over recipes, the same for every reader of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from formulator import __version__
from formulator.core.assess import Assessment
from formulator.core.checks import Check
from formulator.core.data import Data
from formulator.core.figure import Figure
from formulator.files.table import Problem
from formulator.report import words


@dataclass(frozen=True, slots=True)
class Checked:
    """One file of a run: its path as it was named, and its assessment, or the problems that kept it from one."""

    path: str
    assessment: Assessment | None
    problems: tuple[Problem, ...] = ()


def run_json(checked: Sequence[Checked], data: Data, on: date) -> str:
    """The whole run as JSON text."""
    run = {
        "program": {"name": "formulator", "version": __version__},
        "data": {"edition": data.edition},
        "on": on.isoformat(),
        "recipes": [recipe_object(c) for c in checked],
    }
    return msgspec.json.format(msgspec.json.encode(run), indent=2).decode()


def recipe_object(checked: Checked) -> dict[str, Any]:
    """One recipe as the contract says."""
    found = checked.assessment
    path = checked.path.encode(errors="replace").decode()  # a name that is no text is shown as far as it is
    problems = [{"line": p.line, "place": p.place, "says": p.says, "fix": p.fix} for p in checked.problems]
    if found is None:
        return {
            "path": path,
            "name": None,
            "verdict": None,
            "product": None,
            "population": None,
            "markets": {},
            "problems": problems,
            "figures": {},
            "checks": [],
        }
    return {
        "path": path,
        "name": found.recipe.name,
        "verdict": found.verdict,
        "product": found.recipe.product,
        "population": found.pattern.population.id,
        "markets": {
            market: {"verdict": m.verdict, "coverage": "complete" if m.complete else "partial", "editions": dict(m.editions)}
            for market, m in found.markets.items()
        },
        "problems": problems,
        "figures": {id: figure_object(f) for id, f in found.figures.items()},
        "checks": [check_object(c) for c in found.checks],
    }


def figure_object(figure: Figure) -> dict[str, Any]:
    """value (null when a contributor is unknown), low, high, unit, basis, confidence."""
    span = figure.span
    return {"value": span.best, "low": span.low, "high": span.high, "unit": figure.unit, "basis": figure.basis, "confidence": figure.confidence}


def check_object(check: Check) -> dict[str, Any]:
    """One check with its message and source."""
    source = check.source and {"title": check.source.title, "locator": check.locator, "url": check.source.address}
    return {
        "rule": check.rule,
        "market": check.market or None,
        "subject": check.subject or None,
        "lines": [list(place) for place in check.lines],
        "severity": check.severity,
        "verdict": check.verdict,
        "code": check.code,
        "values": dict(check.values),
        "message": words.message(check),
        "figure": check.figure or None,
        "source": source,
    }
