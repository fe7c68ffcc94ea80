"""How long the chief steps take, as a multiple of a fixed piece of numpy work done in the same run: machines differ, the ratio much less.

`./dev bench` prints the table; `ratio` in its extra column is what to compare between commits. No test fails on time.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from formulator.core.assess import evaluate
from formulator.core.search import Index
from formulator.files.bundled import load, shipped
from formulator.files.recipe import open_recipe
from formulator.report.structured import recipe_object
from yardstick import yardstick

RECIPE = shipped("recipes") / "zinc-copper-face-cream.toml"
ON = date(2026, 11, 1)


def measured(benchmark: pytest.FixtureRequest, work: Callable[[], object]) -> None:
    unit = yardstick()
    benchmark(work)  # type: ignore[operator]
    stats = benchmark.stats.stats  # type: ignore[attr-defined]
    benchmark.extra_info["ratio"] = round(stats.median / unit, 2)  # type: ignore[attr-defined]
    print(f"\n{benchmark.name}: {stats.median * 1000:.2f} ms, {stats.median / unit:.1f} × the yardstick")  # type: ignore[attr-defined]


def test_loading_all_data(benchmark: pytest.FixtureRequest) -> None:
    measured(benchmark, load)


def test_reading_a_recipe(benchmark: pytest.FixtureRequest) -> None:
    data = load().data
    measured(benchmark, lambda: open_recipe(RECIPE, data))


def test_evaluating_a_recipe(benchmark: pytest.FixtureRequest) -> None:
    data = load().data
    recipe = open_recipe(RECIPE, data).recipe
    assert recipe is not None

    def first() -> None:
        data.standings.clear()
        evaluate(recipe, data, ON)

    measured(benchmark, first)


def test_evaluating_it_again_with_another_amount(benchmark: pytest.FixtureRequest) -> None:
    data = load().data
    recipe = open_recipe(RECIPE, data).recipe
    assert recipe is not None
    measured(benchmark, lambda: evaluate(recipe, data, ON))


def test_one_recipe_as_json(benchmark: pytest.FixtureRequest) -> None:
    from formulator.report.structured import Checked

    data = load().data
    recipe = open_recipe(RECIPE, data).recipe
    assert recipe is not None
    found = Checked(RECIPE.name, evaluate(recipe, data, ON))
    measured(benchmark, lambda: recipe_object(found))


@pytest.mark.parametrize("what", [["-c", "import numpy"], ["-m", "formulator", "check", str(RECIPE)]], ids=["numpy alone", "a whole check"])
def test_a_new_process(benchmark: pytest.FixtureRequest, what: list[str]) -> None:
    measured(benchmark, lambda: subprocess.run([sys.executable, *what], capture_output=True, check=True, cwd=Path.cwd()))


def test_making_the_library_ready_to_be_searched(benchmark: pytest.FixtureRequest) -> None:
    materials = load().data.materials.values()
    measured(benchmark, lambda: Index(materials))


@pytest.mark.parametrize("typed", ["zinc", "cetyl alchol", "7446-20-0", "硫酸鋅", "qqqqzzzz"])
def test_searching_the_whole_library(benchmark: pytest.FixtureRequest, typed: str) -> None:
    """One search costs a fraction of building the index, which is why it is built once; `of building` tells how much."""
    materials = load().data.materials.values()
    times = []
    for _ in range(5):
        start = time.perf_counter()
        index = Index(materials)
        times.append(time.perf_counter() - start)
    measured(benchmark, lambda: index.find(typed))
    benchmark.extra_info["of building"] = round(benchmark.stats.stats.median / sorted(times)[2], 3)  # type: ignore[attr-defined]
