"""Findings are mended one after the other without looking for the next: Alt+Enter again, also after a click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from conftest import CREAM, Opener
from formulator.gui.findings_model import MEND
from formulator.gui.mend_button import MendButton
from formulator.gui.window import Window

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def faulty(opened: Opener) -> Window:
    """No q.s. line, too much zinc, and emulsifiers far from the HLB that the oils need."""
    return opened(CREAM.replace("q.s.", "70 %").replace("200 mg/kg as Zn", "5 %").replace('"2.6 %"', '"3.6 %"').replace('"1.4 %"', '"0.4 %"'))


def failing(window: Window) -> set[str]:
    return {check.rule for check in window.document.assessment.checks if check.verdict == "fail"}


def rule_in_hand(window: Window) -> str:
    table = window.findings.table
    return table.findings_model.rows[table.currentIndex().row()].check.rule


def test_alt_enter_again_and_again(qtbot: QtBot, faulty: Window) -> None:
    assert failing(faulty) == {"total-not-100", "eu-iii-24", "hlb-gap"}
    qtbot.keyClick(faulty, Key.Key_2, CTRL)
    for n, rule in enumerate(("total-not-100", "eu-iii-24", "hlb-gap"), 1):
        assert rule_in_hand(faulty) == rule
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return, ALT)
        assert faulty.document.stack.count() == n
    assert failing(faulty) == set()


def test_also_when_a_line_was_typed_between(qtbot: QtBot, faulty: Window) -> None:
    qtbot.keyClick(faulty, Key.Key_2, CTRL)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return, ALT)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return, ALT)
    qtbot.keyClick(faulty, Key.Key_1, CTRL)
    qtbot.keyClicks(faulty.table, "2")
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    qtbot.keyClick(faulty, Key.Key_2, CTRL)
    assert rule_in_hand(faulty) == "hlb-gap"


def test_a_finding_stays_in_hand_where_others_come_and_go(qtbot: QtBot, faulty: Window) -> None:
    table = faulty.findings.table
    qtbot.keyClick(faulty, Key.Key_2, CTRL)
    qtbot.keyClick(table, Key.Key_Down)
    assert rule_in_hand(faulty) == "eu-iii-24"
    faulty.table.select_line((0, 0))
    qtbot.keyClick(faulty, Key.Key_1, CTRL)
    qtbot.keyClick(faulty.table, Key.Key_Q)
    qtbot.keyClicks(QApplication.focusWidget(), ".s.")
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert rule_in_hand(faulty) == "eu-iii-24" and table.currentIndex().row() == 0


def test_after_a_click_the_keys_are_for_the_next_finding(qtbot: QtBot, faulty: Window) -> None:
    table = faulty.findings.table
    button = table.indexWidget(table.findings_model.index(0, MEND))
    assert isinstance(button, MendButton)
    qtbot.mouseClick(button.button, Qt.MouseButton.LeftButton)
    assert faulty.document.stack.count() == 1
    assert QApplication.focusWidget() is table and rule_in_hand(faulty) == "eu-iii-24"
    qtbot.keyClick(table, Key.Key_Return, ALT)
    assert failing(faulty) == {"hlb-gap"}
