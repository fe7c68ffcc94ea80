"""What is locked holds against mends and "what if" as it does against scaling: followed, or refused with the reason."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from conftest import CREAM, Opener
from formulator.core.recipe import Amount
from formulator.gui.holding import HeldError, keeping_ratios
from formulator.gui.window import Window

Key, Mod = Qt.Key, Qt.KeyboardModifier
GLYCERIN, ZINC, OIL, POLYSORBATE, SORBITAN = (0, 1), (0, 2), (1, 0), (1, 1), (1, 2)


def amount(window: Window, place: tuple[int, int]) -> str:
    return window.document.recipe.phases[place[0]].lines[place[1]].amount.text


def mend(qtbot: QtBot, window: Window, rule: str) -> str:
    """The first mend of a rule's finding, by its key; what the status bar says."""
    table = window.findings.table
    row = next(n for n, row in enumerate(table.findings_model.rows) if row.check.rule == rule and table.findings_model.rows[n].check.verdict != "pass")
    table.setFocus()
    table.setCurrentIndex(table.findings_model.index(row, 0))
    window.statusBar().clearMessage()
    qtbot.keyClick(table, Key.Key_Return, Mod.AltModifier)
    return window.statusBar().currentMessage()


@pytest.fixture
def much_zinc(opened: Opener) -> Window:
    """Zinc above its limit: the finding sets it lower."""
    return opened(CREAM.replace("200 mg/kg as Zn", "5 %"))


@pytest.fixture
def gap(opened: Opener) -> Window:
    """Emulsifiers in another proportion than the oil needs."""
    return opened(CREAM.replace('"2.6 %"', '"3.6 %"').replace('"1.4 %"', '"0.4 %"'))


def test_a_locked_line_is_not_mended_and_the_reason_is_told(qtbot: QtBot, much_zinc: Window) -> None:
    much_zinc.editing.locks.set_locked([ZINC], True)
    said = mend(qtbot, much_zinc, "eu-iii-24")
    assert said == "Zinc sulfate heptahydrate is locked. Unlock it first (Ctrl+L)."
    assert amount(much_zinc, ZINC) == "5 %" and much_zinc.document.stack.count() == 0
    much_zinc.editing.locks.set_locked([ZINC], False)
    mend(qtbot, much_zinc, "eu-iii-24")
    assert amount(much_zinc, ZINC) != "5 %"


def test_a_mend_takes_the_ratio_along_in_one_step(qtbot: QtBot, much_zinc: Window) -> None:
    much_zinc.editing.locks.bind([ZINC, GLYCERIN])
    start = much_zinc.document.recipe
    said = mend(qtbot, much_zinc, "eu-iii-24")
    assert said.endswith("with its ratio") and much_zinc.document.stack.undoText() == said
    zinc, glycerin = (float(amount(much_zinc, place).split()[0]) for place in (ZINC, GLYCERIN))
    assert zinc < 5 and glycerin == pytest.approx(zinc)  # 5 : 5 before
    much_zinc.actions_.undo.trigger()
    assert much_zinc.document.recipe is start


def test_a_ratio_to_something_locked_is_refused(qtbot: QtBot, much_zinc: Window) -> None:
    much_zinc.editing.locks.bind([ZINC, GLYCERIN])
    much_zinc.editing.locks.set_locked([GLYCERIN], True)
    said = mend(qtbot, much_zinc, "eu-iii-24")
    assert said == "Zinc sulfate heptahydrate keeps its ratio to glycerin, which is locked. Unlock that first (Ctrl+L)."
    assert much_zinc.document.stack.count() == 0


def test_a_split_that_would_change_a_locked_ratio_is_refused(qtbot: QtBot, gap: Window) -> None:
    gap.editing.locks.bind([POLYSORBATE, SORBITAN])
    said = mend(qtbot, gap, "hlb-gap")
    assert said.startswith("It would change the ratio of polysorbate 60, sorbitan stearate") and "Ctrl+Shift+L" in said
    assert gap.document.stack.count() == 0
    gap.editing.locks.unbind([POLYSORBATE])
    mend(qtbot, gap, "hlb-gap")
    assert gap.document.stack.undoText().startswith("Split")


def test_lines_scaled_by_one_factor_keep_their_ratio(window: Window) -> None:
    window.editing.locks.bind([POLYSORBATE, SORBITAN])
    before = window.document.recipe
    halves = before
    for p, n in (POLYSORBATE, SORBITAN):
        line = before.phases[p].lines[n]
        half = line.amount.value / 2
        halves = halves.with_line(p, n, type(line)(material=line.material, amount=Amount(f"{half:g} %", "share", half)))
    assert keeping_ratios(before, halves, window.document.data, window.editing.locks) == (halves, 0)
    three = [POLYSORBATE, SORBITAN, OIL]
    window.editing.locks.bind(three)
    with pytest.raises(HeldError, match="mineral oil"):
        keeping_ratios(before, halves, window.document.data, window.editing.locks)


def test_an_edit_of_no_amount_goes_through(window: Window) -> None:
    window.editing.locks.set_locked([GLYCERIN, ZINC], True)
    before = window.document.recipe
    moved = before.with_moved(GLYCERIN, (1, 0))
    assert keeping_ratios(before, moved, window.document.data, window.editing.locks) == (moved, 0)


def test_what_if_takes_the_ratio_along(qtbot: QtBot, window: Window) -> None:
    window.editing.locks.bind([POLYSORBATE, SORBITAN])
    start = window.document.recipe
    window.table.select_line(POLYSORBATE)
    qtbot.keyClick(window, Key.Key_F9)
    strip = window.tools.what_if
    strip.slider.setValue(strip.slider.value() * 2)
    assert (amount(window, POLYSORBATE), amount(window, SORBITAN)) == ("5.2 %", "2.8 %")
    qtbot.keyClick(strip.slider, Key.Key_Return)
    assert window.document.stack.undoText() == "Set polysorbate 60 to 5.2 % with its ratio" and window.document.stack.count() == 1
    window.actions_.undo.trigger()
    assert window.document.recipe is start


def test_what_if_ends_where_the_whole_ratio_leaves_nothing(qtbot: QtBot, opened: Opener) -> None:
    window = opened(CREAM.replace('"15 %"', '"40 %"').replace('"5 %"', '"40 %"'))
    free = 100 - 40 - 40 - 2.6 - 1.4 - 0.8 - 0.3 - 0.088
    window.editing.locks.bind([GLYCERIN, OIL])
    window.table.select_line(GLYCERIN)
    qtbot.keyClick(window, Key.Key_F9)
    window.tools.what_if.slider.setValue(window.tools.what_if.slider.maximum())
    # glycerin and oil, 40 : 40, share what water gives up
    assert 40 + free / 2 - 1 < float(amount(window, GLYCERIN).split()[0]) <= 40 + free / 2
    assert amount(window, GLYCERIN) == amount(window, OIL)
    qtbot.keyClick(window.tools.what_if.slider, Key.Key_Escape)


def test_what_if_does_not_move_what_is_locked(qtbot: QtBot, window: Window) -> None:
    window.editing.locks.set_locked([GLYCERIN], True)
    window.table.select_line(GLYCERIN)
    qtbot.keyClick(window, Key.Key_F9)
    assert not window.tools.what_if.isVisible()
    assert window.statusBar().currentMessage() == "Glycerin is locked. Unlock it first (Ctrl+L)."
