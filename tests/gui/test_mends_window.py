"""Every mend at its finding: by its button, its menu or a key; each is one step of the history, and what takes long to find comes when it is seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from conftest import CREAM
from formulator.core.recipe import Recipe
from formulator.gui import mending
from formulator.gui.findings_model import MEND, MESSAGE
from formulator.gui.mend_button import MendButton
from formulator.gui.window import Window

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Opener = Callable[[str], Window]
PYRITHIONE = """
[[material]]
id = "zinc-omadine"
name = "Zinc omadine"
functions = ["mineral"]
substances = [ { inci = "ZINC PYRITHIONE", cas = "13463-41-7", share = "100 %", formula = "C10H8N2O2S2Zn" } ]
source = "a test"
"""
TWO_USES = """
[[material]]
id = "phenoxy"
name = "Phenoxyethanol 2 uses"
inci = "PHENOXYETHANOL"
cas = "122-99-6"
functions = ["preservative", "solvent"]
source = "a test"
"""


def row_of(window: Window, rule: str, code: str = "") -> int:
    rows = window.findings.table.findings_model.rows
    return next(n for n, row in enumerate(rows) if row.check.rule == rule and (not code or row.check.code == code))


def button(window: Window, row: int) -> MendButton:
    table = window.findings.table
    index = table.findings_model.index(row, MEND)
    table.scrollTo(index)
    found = table.indexWidget(index)
    assert isinstance(found, MendButton)
    return found


def texts(recipe: Recipe, phase: int) -> list[str]:
    return [line.amount.text for line in recipe.phases[phase].lines]


def key_on(qtbot: QtBot, window: Window, row: int, modifiers: Qt.KeyboardModifier) -> None:
    table = window.findings.table
    qtbot.keyClick(window, Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    table.setCurrentIndex(table.findings_model.index(row, MESSAGE))
    qtbot.keyClick(table, Key.Key_Return, modifiers)


def menu() -> QMenu:
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def entries(of: QMenu) -> list[QAction]:
    return list(of.actions())


@pytest.fixture
def gap(opened: Opener, cream_text: str) -> Window:
    return opened(cream_text.replace('"2.6 %"', '"3.6 %"').replace('"1.4 %"', '"0.4 %"'))


@pytest.fixture
def cream_text() -> str:
    return CREAM


def test_the_emulsifiers_are_split(qtbot: QtBot, gap: Window) -> None:
    start = gap.document.recipe
    row = row_of(gap, "hlb-gap")
    offered = button(gap, row)
    assert offered.button.text().startswith("Split ") and " : " in offered.button.text()
    assert "polysorbate 60" in offered.button.accessibleName() and "sorbitan stearate" in offered.button.accessibleName()
    key_on(qtbot, gap, row, ALT)
    assert gap.document.stack.count() == 1 and gap.document.stack.undoText().startswith("Split ")
    amounts = [float(text.split()[0]) for text in texts(gap.document.recipe, 1)[1:]]
    assert sum(amounts) == pytest.approx(4.0) and amounts != [3.6, 0.4]
    assert not [c for c in gap.document.assessment.checks if c.rule == "hlb-gap" and c.verdict != "pass"]
    assert gap.table.current_place() == (1, 1)
    gap.actions_.undo.trigger()
    assert gap.document.recipe is start


def test_water_fills_up(qtbot: QtBot, opened: Opener, cream_text: str) -> None:
    window = opened(cream_text.replace('"q.s."', '"50 %"'))
    offered = button(window, row_of(window, "total-not-100"))
    assert offered.button.text() == "Fill with water"
    qtbot.mouseClick(offered.button, LEFT)
    assert texts(window.document.recipe, 0)[0] == "q.s." and window.document.stack.undoText() == "Fill with water"
    assert not [c for c in window.document.assessment.checks if c.rule == "total-not-100" and c.verdict != "pass"]


def test_the_use_is_chosen_from_the_menu(qtbot: QtBot, opened: Opener, cream_text: str) -> None:
    window = opened(cream_text.replace('"phenoxyethanol"\n  amount = "0.8 %"', '"phenoxy"\n  amount = "1.4 %"') + TWO_USES)
    row = row_of(window, "eu-v-29", "limit")
    offered = button(window, row)
    assert offered.more.isVisibleTo(offered) and offered.more.accessibleName() == "All 3 mends of this finding"
    key_on(qtbot, window, row, ALT | SHIFT)
    words = [action.text() for action in entries(menu())]
    assert words == ["Set Phenoxyethanol 2 uses to 1 %", "Use Phenoxyethanol 2 uses as preservative", "Use Phenoxyethanol 2 uses as solvent"]
    qtbot.keyClick(menu(), Key.Key_Down)
    qtbot.keyClick(menu(), Key.Key_Down)
    qtbot.keyClick(menu(), Key.Key_Return)
    assert window.document.recipe.phases[2].lines[0].use_as == "solvent"
    assert window.document.stack.undoText() == "Use phenoxyethanol 2 uses as solvent"
    assert not [c for c in window.document.assessment.checks if c.rule == "eu-v-29" and c.verdict != "pass"]
    window.actions_.undo.trigger()
    qtbot.mouseClick(button(window, row_of(window, "eu-v-29", "limit")).more, LEFT)
    qtbot.keyClick(menu(), Key.Key_Escape)
    assert window.document.stack.index() == 0


def test_a_use_that_the_list_refused_is_no_mend(opened: Opener, cream_text: str) -> None:
    other = TWO_USES.replace("PHENOXYETHANOL", "SOMETHING NEW").replace("122-99-6", "")
    window = opened(cream_text.replace('"phenoxyethanol"', '"phenoxy"') + other.replace('cas = ""\n', ""))
    offers = button(window, row_of(window, "eu-v", "not-on-list")).offers
    assert [offer.values["function"] for offer in offers] == ["solvent"]


@pytest.fixture
def prohibited(opened: Opener, cream_text: str) -> Callable[[], Window]:
    text = cream_text.replace('"zinc-sulfate-heptahydrate"', '"zinc-omadine"').replace("200 mg/kg as Zn", "0.05 %") + PYRITHIONE
    return lambda: opened(text)


def test_other_forms_are_searched_for_once_the_finding_is_seen(qtbot: QtBot, prohibited: Callable[[], Window], monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[str] = []
    search = mending.mends
    monkeypatch.setattr(mending, "mends", lambda found, check, data: searched.append(check.code) or search(found, check, data))
    window = prohibited()
    row = row_of(window, "eu-ii-1670")
    assert window.findings.table.findings_model.rows[row].offers is None and "prohibited" not in searched
    qtbot.waitUntil(lambda: bool(window.findings.table.findings_model.rows[row].offers))
    assert searched.count("prohibited") == 1
    offered = button(window, row)
    assert offered.button.text().startswith("Swap for zinc") and offered.button.accessibleName().startswith("Swap zinc omadine for zinc")
    # an edit elsewhere: the button stays till the search is done again, and means the recipe as it is then
    window.document.edit(window.document.recipe.without_line(0, 1), "Remove glycerin")
    row = row_of(window, "eu-ii-1670")
    assert window.findings.table.findings_model.rows[row].offers is None
    qtbot.mouseClick(button(window, row).button, LEFT)
    line = window.document.recipe.phases[0].lines[1]
    assert line.material.startswith("zinc-") and line.amount.element == "Zn" and len(window.document.recipe.phases[0].lines) == 2
    assert window.document.stack.count() == 2 and window.document.stack.undoText().startswith("Swap zinc omadine for ")
    assert not [c for c in window.document.assessment.checks if c.rule == "eu-ii-1670" and c.verdict != "pass"]


def test_a_key_does_not_wait_for_the_search(qtbot: QtBot, prohibited: Callable[[], Window]) -> None:
    window = prohibited()
    key_on(qtbot, window, row_of(window, "eu-ii-1670"), ALT)
    assert window.document.stack.undoText().startswith("Swap zinc omadine for ")


def test_without_a_mend_no_menu_opens(qtbot: QtBot, window: Window) -> None:
    table = window.findings.table
    row = next(n for n, found in enumerate(table.findings_model.rows) if found.mend is None)
    key_on(qtbot, window, row, ALT | SHIFT)
    assert QApplication.activePopupWidget() is None and "no other mend" in window.statusBar().currentMessage()


def test_long_names_are_cut_on_the_button_only(qtbot: QtBot, opened: Opener, cream_text: str) -> None:
    long = "Phenoxyethanol of a supplier with a very long name"
    named = TWO_USES.replace("Phenoxyethanol 2 uses", long)
    window = opened(cream_text.replace('"phenoxyethanol"\n  amount = "0.8 %"', '"phenoxy"\n  amount = "1.4 %"') + named)
    for size in ((1024, 700), (1280, 800), (1920, 1080)):
        window.resize(QSize(*size))
        qtbot.wait(30)
        offered = button(window, row_of(window, "eu-v-29", "limit"))
        assert offered.button.width() >= offered.button.sizeHint().width(), size
        assert offered.more.geometry().right() <= offered.width()
        assert long in offered.button.accessibleName()
