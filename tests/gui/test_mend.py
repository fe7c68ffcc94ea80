"""What a finding offers to set: one click or Alt+Enter, one undo step, and the finding is settled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from formulator.core.data import Data
from formulator.files.recipe import open_recipe
from formulator.gui.findings_model import MEND, MESSAGE
from formulator.gui.findings_panel import FindingsTable, MendButton
from formulator.gui.line_edits import mended
from formulator.gui.window import Window

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier
Opener = Callable[[str], Window]
GRAMS = """\
format = 1
name = "All in grams"
product = "face-cream"
markets = ["EU"]
emulsion = "none"

[[phase]]
name = "A"
kind = "water"

  [[phase.line]]
  material = "water"
  amount = "90 g"

  [[phase.line]]
  material = "zinc-sulfate-heptahydrate"
  amount = "6 g"

  [[phase.line]]
  material = "phenoxyethanol"
  amount = "0.8 g"
"""


@pytest.fixture
def over(opened: Opener, cream: Path) -> Window:
    """The trial cream with more zinc sulfate than the law allows."""
    return opened(cream.read_text(encoding="utf-8").replace("200 mg/kg as Zn", "5 %"))


def button(window: Window, rule: str) -> MendButton:
    """The button in the row of a finding."""
    table = window.findings.table
    row = next(n for n, found in enumerate(table.findings_model.rows) if found.check.rule == rule)
    index = table.findings_model.index(row, MEND)
    table.scrollTo(index)
    found = table.indexWidget(index)
    assert isinstance(found, MendButton)
    return found


def verdicts(window: Window, rule: str) -> set[str]:
    return {check.verdict for check in window.document.assessment.checks if check.rule == rule and check.subject == "Zn"}


def test_one_click_sets_the_line_and_settles_the_finding(qtbot: QtBot, over: Window) -> None:
    start = over.document.recipe
    assert verdicts(over, "eu-iii-24") == {"fail"}
    offered = button(over, "eu-iii-24")
    share = offered.mend.share if offered.mend else 0
    assert offered.button.text() == f"Set to {share:g} %"
    assert offered.button.accessibleName() == f"Set Zinc sulfate heptahydrate to {share:g} %"
    qtbot.mouseClick(offered.button, LEFT)
    line = over.document.recipe.phases[0].lines[2]
    assert line.amount.text == f"{share:g} %" and line.amount.value == share
    assert verdicts(over, "eu-iii-24") == {"pass"} and verdicts(over, "upper-intake") == {"pass"}
    assert over.document.stack.count() == 1
    assert over.actions_.undo.text() == f"Undo Set zinc sulfate heptahydrate to {share:g} %"
    assert over.table.current_place() == (0, 2)
    over.actions_.undo.trigger()
    assert over.document.recipe is start
    again = button(over, "eu-iii-24").mend
    assert again is not None and again.share == share


def test_alt_enter_does_it_too(qtbot: QtBot, over: Window) -> None:
    table = over.findings.table
    qtbot.keyClick(over, Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is table
    row = next(n for n, found in enumerate(table.findings_model.rows) if found.check.rule == "eu-iii-24")
    table.setCurrentIndex(table.findings_model.index(row, MESSAGE))
    qtbot.keyClick(table, Key.Key_Return, ALT)
    assert over.document.stack.count() == 1
    assert verdicts(over, "eu-iii-24") == {"pass"}


def test_the_button_is_reached_by_tab_and_space(qtbot: QtBot, over: Window) -> None:
    offered = button(over, "eu-iii-24").button
    offered.setFocus()
    qtbot.keyClick(offered, Key.Key_Space)
    assert verdicts(over, "eu-iii-24") == {"pass"}


def test_a_finding_without_a_mend_says_so(qtbot: QtBot, over: Window) -> None:
    table = over.findings.table
    row = next(n for n, found in enumerate(table.findings_model.rows) if found.mend is None)
    assert table.indexWidget(table.findings_model.index(row, MEND)) is None
    table.setFocus()
    table.setCurrentIndex(table.findings_model.index(row, MESSAGE))
    qtbot.keyClick(table, Key.Key_Return, ALT)
    assert over.document.stack.count() == 0 and "no amount to set" in over.statusBar().currentMessage()
    table.clearSelection()
    table.setCurrentIndex(table.findings_model.index(-1, -1))
    over.actions_.mend.trigger()
    assert over.document.stack.count() == 0


def test_without_a_mend_there_is_no_column_for_it(qtbot: QtBot, window: Window) -> None:
    table = window.findings.table
    assert table.isColumnHidden(MEND) and not table.findChildren(MendButton)
    window.document.edit(mended(window.document.recipe, window.document.data, (0, 2), 5.0).after, "Set zinc sulfate heptahydrate to 5 %")
    assert not table.isColumnHidden(MEND)
    window.actions_.undo.trigger()
    assert table.isColumnHidden(MEND)


def test_the_button_follows_its_finding_while_others_come_and_go(qtbot: QtBot, over: Window) -> None:
    over.document.edit(over.document.recipe.without_line(2, 0), "Remove phenoxyethanol")  # one finding more
    qtbot.mouseClick(over.findings.passed, LEFT)
    for rule in ("eu-iii-24", "upper-intake"):
        row = next(r for r in over.findings.table.findings_model.rows if r.check.rule == rule and r.mend)
        assert button(over, rule).mend == row.mend
    _only_where_they_belong(over.findings.table)
    over.actions_.undo.trigger()
    _only_where_they_belong(over.findings.table)


def _only_where_they_belong(table: FindingsTable) -> None:
    for n, row in enumerate(table.findings_model.rows):
        assert (table.indexWidget(table.findings_model.index(n, MEND)) is not None) == (row.mend is not None), row.message


def test_no_button_is_cut_off(qtbot: QtBot, over: Window) -> None:
    for size in ((1024, 700), (1280, 800), (1920, 1080)):
        over.resize(QSize(*size))
        qtbot.wait(30)
        offered = button(over, "eu-iii-24").button
        assert offered.width() >= offered.sizeHint().width() and offered.height() >= offered.sizeHint().height(), size
        assert offered.accessibleName().startswith("Set Zinc sulfate heptahydrate to ")


def test_a_recipe_in_grams_keeps_its_grams(qtbot: QtBot, opened: Opener) -> None:
    window = opened(GRAMS)
    share = button(window, "eu-iii-24").mend
    assert share is not None
    qtbot.mouseClick(button(window, "eu-iii-24").button, LEFT)
    line = window.document.recipe.phases[0].lines[1]
    assert line.amount.kind == "mass" and line.amount.text.endswith(" g")
    made = window.document.assessment.composition
    assert share.share - 1e-4 < float(made.nominal[1]) <= share.share
    assert verdicts(window, "eu-iii-24") == {"pass"}


def test_of_an_adjuster_the_max_is_set(window: Window) -> None:
    recipe, data = window.document.recipe, window.document.data
    line = mended(recipe, data, (2, 1), 0.5).after.phases[2].lines[1]
    assert (line.amount.text, line.maximum and line.maximum.text) == ("0.3 %", "0.5 %")
    line = mended(recipe, data, (2, 1), 0.2).after.phases[2].lines[1]
    assert (line.amount.text, line.maximum and line.maximum.text) == ("0.2 %", "0.2 %")


def test_what_was_set_is_written_and_read_again(qtbot: QtBot, over: Window, data: Data) -> None:
    qtbot.mouseClick(button(over, "eu-iii-24").button, LEFT)
    over.document.save()
    assert over.document.path is not None
    assert open_recipe(over.document.path, data).recipe == over.document.recipe
