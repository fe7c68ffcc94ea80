"""A person before a real screen makes the zinc-copper cream from nothing, mends it, saves it, loses power in the middle of an edit, and has the edit back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from screen import HIGH, WIDE, Program, Screen, missing, new_screen, until

from formulator.core.assess import evaluate
from formulator.core.data import Data
from formulator.core.recipe import Recipe
from formulator.files.bundled import shipped
from formulator.files.recipe import open_recipe, read_recipe
from formulator.gui.theme import LIGHT

lacking = missing()
pytestmark = [pytest.mark.skipif(bool(lacking), reason=lacking), pytest.mark.timeout(300)]

MOST = 60  # actions from an empty recipe to a saved one
LEFT = (0, 0, WIDE // 3, HIGH)  # the first column of the welcome page
LIBRARY = (0, 82, 260, 300)
HEADER = (0, 45, WIDE, 82)  # where the fields of the recipe stand
zinc = "zinc-sulfate-heptahydrate"
MENDS = (700, 610, 890, 745)  # where the findings have their buttons


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    with new_screen(tmp_path / "screen") as shown:
        yield shown


@pytest.fixture
def program(screen: Screen, tmp_path: Path) -> Iterator[Program]:
    made = Program(screen, tmp_path / "home")
    yield made
    made.stop()
    assert made.said() == ""


def add(screen: Screen, *lines: str) -> None:
    """Name and amount in the library's search, Enter."""
    for line in lines:
        screen.type(line)
        screen.key("Return")


def over(screen: Screen, *amounts: str) -> None:
    """Amounts typed over the current line and those below it."""
    screen.key("ctrl+1")
    for amount in amounts:
        screen.type(amount)
        screen.key("Return")


def read(path: Path, data: Data) -> Recipe:
    opened = open_recipe(path, data)
    assert opened.recipe is not None, opened.problems
    return opened.recipe


def kept(program: Program, data: Data, material: str) -> str:
    """The amount of a material in the recovery copy; "" while it is not in it."""
    found = read_recipe(program.kept().encode(), data).recipe
    return next((line.amount.text for *_, line in found.lines() if line.material == material), "") if found else ""


def verdicts(recipe: Recipe, data: Data) -> set[str]:
    return {check.verdict for check in evaluate(recipe, data, date.today()).checks}


def amounts(recipe: Recipe) -> list[tuple[str, str, str, str]]:
    """Phase, material, amount and max of every line."""
    return [(recipe.phases[p].name, line.material, line.amount.text, line.maximum.text if line.maximum else "") for p, _, line in recipe.lines()]


def test_a_cream_from_nothing_and_back_after_the_power_is_gone(screen: Screen, program: Program, data: Data) -> None:
    program.start()
    window = screen.window("New recipe.* – Formulator")
    start = until(lambda: screen.boxes(LIGHT.accent, LEFT), "the button that has the keys")
    screen.click(start[0].middle)
    over(screen, "70")  # no q.s. line any more
    screen.key("ctrl+f")
    # five percent of the salt instead of 200 mg/kg zinc: over the limit of Annex III
    add(screen, "glycerin 5", "xanthan gum 0.3", "zinc sulfate heptahydrate 5", "copper sulfate 0.008")
    screen.key("Next")  # phase
    # three to one is far from the HLB that these oils need
    add(screen, "isopropyl myristate 6", "sweet almond oil 6", "cetearyl alcohol 3", "polysorbate 60 3", "sorbitan stearate 1")
    screen.key("Next")
    add(screen, "phenoxyethanol 0.9", "tocopherol 0.2", "citric acid 20 0.2 % max 0.5 %")

    until(lambda: kept(program, data, "citric-acid-20"), "a copy with all lines")
    assert kept(program, data, "water") == "70 %"
    mends = until(lambda: screen.boxes(LIGHT.line, MENDS), "the button of the first finding")
    screen.click(mends[0].middle)
    until(lambda: kept(program, data, "water") == "q.s.", "water that fills up")
    screen.key("alt+Return")
    until(lambda: kept(program, data, zinc) not in ("", "5 %"), "zinc at its limit")
    over(screen, "200 mg/kg as Zn")
    screen.key("ctrl+2")
    screen.key("alt+Return")
    until(lambda: kept(program, data, "polysorbate-60") not in ("", "3 %"), "the emulsifiers split by the required HLB")
    over(screen, "2.4", "1.6")

    fields = until(lambda: screen.boxes(LIGHT.edge, HEADER), "the fields of the recipe")
    screen.click(fields[0].middle)
    screen.key("ctrl+a")
    screen.type("Zinc and copper face cream")
    screen.click(fields[-1].middle)
    screen.type("5.0 - 5.5")
    screen.key("ctrl+s")
    screen.window("Save the recipe.*")
    screen.type("my cream")
    screen.key("Return")
    until(lambda: screen.title(window) == "Zinc and copper face cream – Formulator", "a window without unsaved changes")
    assert screen.actions < MOST, f"{screen.actions} actions"

    file = program.home / "my cream.toml"
    made, wanted = read(file, data), read(shipped("recipes") / "zinc-copper-face-cream.toml", data)
    assert amounts(made) == amounts(wanted)
    assert [(phase.name, phase.kind) for phase in made.phases] == [(phase.name, phase.kind) for phase in wanted.phases]
    assert (made.name, made.product, made.markets, made.emulsion) == (wanted.name, wanted.product, wanted.markets, wanted.emulsion)
    assert (made.batch, made.ph) == (wanted.batch, wanted.ph)
    until(lambda: not program.kept(), "no copy of what is saved")

    # one amount taken, one still being typed
    screen.give_keys(window)
    over(screen, "0.85")
    screen.type("0.25")
    until(lambda: (kept(program, data, "phenoxyethanol"), kept(program, data, "tocopherol")) == ("0.85 %", "0.25 %"), "a copy with both amounts")
    program.kill()
    assert read(file, data) == made

    program.start()
    screen.window("Unsaved work.*")
    screen.key("Return")
    window = screen.window(r"Zinc and copper face cream\* – Formulator")
    screen.key("ctrl+s")
    until(lambda: screen.title(window) == "Zinc and copper face cream – Formulator", "a window without unsaved changes")
    changed = {"phenoxyethanol": "0.85 %", "tocopherol": "0.25 %"}
    assert amounts(read(file, data)) == [(phase, material, changed.get(material, amount), most) for phase, material, amount, most in amounts(made)]
    screen.key("ctrl+q")
    assert program.ended() == 0


def test_open_change_fix_and_save_without_a_mouse(screen: Screen, program: Program, data: Data) -> None:
    file = program.home / "hand.toml"
    shutil.copy(shipped("recipes") / "hand-cream-over-the-zinc-limit.toml", file)
    before = read(file, data)
    program.start()
    screen.window("New recipe.* – Formulator")
    screen.key("ctrl+o")
    screen.window("Open recipes.*")
    screen.type("hand.toml")
    screen.key("Return")
    window = screen.window("Hand cream over the zinc limit – Formulator")
    screen.key("Down")
    over(screen, "7")
    screen.key("ctrl+2")
    screen.key("alt+Return")
    until(lambda: kept(program, data, zinc) not in ("", "4.6 %"), "zinc within its limits")
    screen.key("ctrl+s")
    until(lambda: screen.title(window) == "Hand cream over the zinc limit – Formulator", "a window without unsaved changes")
    after = read(file, data)
    assert [new[1:3] for new, old in zip(amounts(after), amounts(before), strict=True) if new != old and new[1] != zinc] == [("glycerin", "7 %")]
    assert "fail" in verdicts(before, data) and "fail" not in verdicts(after, data)
    assert screen.actions < 15, f"{screen.actions} actions"
    screen.key("ctrl+q")
    assert program.ended() == 0


def test_a_material_is_dragged_into_the_recipe_and_taken_back(screen: Screen, program: Program, data: Data) -> None:
    file = program.home / "hand.toml"
    shutil.copy(shipped("recipes") / "hand-cream-over-the-zinc-limit.toml", file)
    program.start("hand.toml")
    window = screen.window("Hand cream over the zinc limit – Formulator")
    search = until(lambda: screen.boxes(LIGHT.edge, LIBRARY), "the library's search")[0]
    screen.click(search.middle)
    screen.type("tocopherol")
    first, below_the_lines = (search.middle[0], search.bottom + 28), (WIDE // 2, 500)
    screen.drag(first, below_the_lines)
    until(lambda: kept(program, data, "tocopherol"), "tocopherol in the recipe")
    made = read_recipe(program.kept().encode(), data).recipe
    assert made is not None and amounts(made)[-1][:2] == ("C", "tocopherol")
    screen.key("ctrl+z")
    until(lambda: screen.title(window) == "Hand cream over the zinc limit – Formulator" and not program.kept(), "the recipe as it was")
    screen.key("ctrl+q")
    assert program.ended() == 0
