"""A recipe is a value: every edit gives another, and the one before stays what it was."""

import dataclasses

import pytest

from builders import cream, line
from formulator.core.recipe import Recipe

BASE = cream(phases={"water": [("water", "q.s."), ("glycerin", "5 %")], "oil": [("olive-oil", "10 %"), ("beeswax", "2 %")]})


def ids(recipe: Recipe) -> list[list[str]]:
    return [[row.material for row in phase.lines] for phase in recipe.phases]


def test_lines_are_told_with_their_places() -> None:
    assert [(p, n, row.material) for p, n, row in BASE.lines()] == [(0, 0, "water"), (0, 1, "glycerin"), (1, 0, "olive-oil"), (1, 1, "beeswax")]


@pytest.mark.parametrize(
    ("edited", "expected"),
    [
        (BASE.with_line(0, 1, line("urea", "5 %")), [["water", "urea"], ["olive-oil", "beeswax"]]),
        (BASE.with_inserted(1, 1, line("urea", "5 %")), [["water", "glycerin"], ["olive-oil", "urea", "beeswax"]]),
        (BASE.with_inserted(0, 2, line("urea", "5 %")), [["water", "glycerin", "urea"], ["olive-oil", "beeswax"]]),
        (BASE.without_line(1, 0), [["water", "glycerin"], ["beeswax"]]),
        (BASE.with_lines(0, ()), [[], ["olive-oil", "beeswax"]]),
        (BASE.with_moved((0, 1), (1, 0)), [["water"], ["glycerin", "olive-oil", "beeswax"]]),
        (BASE.with_moved((1, 0), (1, 1)), [["water", "glycerin"], ["beeswax", "olive-oil"]]),
        (BASE.with_moved((1, 1), (1, 0)), [["water", "glycerin"], ["beeswax", "olive-oil"]]),
    ],
)
def test_an_edit_gives_another_recipe(edited: Recipe, expected: list[list[str]]) -> None:
    assert ids(edited) == expected
    assert ids(BASE) == [["water", "glycerin"], ["olive-oil", "beeswax"]]


def test_a_line_moved_there_and_back_gives_an_equal_recipe() -> None:
    assert BASE.with_moved((0, 1), (1, 1)).with_moved((1, 1), (0, 1)) == BASE


def test_a_recipe_cannot_be_changed_in_place() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        BASE.name = "other"  # type: ignore[misc]
