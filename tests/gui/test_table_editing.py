"""Editing whole lines and phases by keys and mouse, as a person does: select, copy, paste, move, drag, swap, lock, scale."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from formulator.core.recipe import Recipe
from formulator.files.recipe import read_recipe
from formulator.files.write import recipe_text
from formulator.gui import line_drag, pasting
from formulator.gui.amount_editor import AmountEditor
from formulator.gui.asking import BatchDialog, PhaseDialog
from formulator.gui.match_dialog import LEFT_OUT, UNKNOWN, MatchDialog
from formulator.gui.material_picker import MaterialPicker
from formulator.gui.recipe_model import LOCK_ROLE, PENDING_ROLE, Column
from formulator.gui.window import Window

Key, Mod, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
WATER, GLYCERIN, ZINC, OIL, POLYSORBATE, SORBITAN, PHENOXY, LYE = (0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (2, 0), (2, 1)
D = TypeVar("D", bound=QWidget)
Opener = Callable[[str], Window]
Drag = Callable[..., None]
MANY = "".join(f'\n  [[phase.line]]\n  material = "glycerin"\n  amount = "0.0{n + 1:02} %"\n' for n in range(40))


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    QGuiApplication.clipboard().clear()
    pasting._last = ("", (), ())
    yield


@pytest.fixture
def text(cream: Path) -> str:
    """The trial cream as text."""
    return cream.read_text(encoding="utf-8")


def materials(recipe: Recipe) -> list[list[str]]:
    return [[line.material for line in phase.lines] for phase in recipe.phases]


def amount(window: Window, place: tuple[int, int]) -> str:
    return window.document.recipe.phases[place[0]].lines[place[1]].amount.text


def select(qtbot: QtBot, window: Window, *places: tuple[int, int]) -> None:
    """Click the first line, Ctrl+click the others."""
    for n, place in enumerate(places):
        qtbot.mouseClick(window.table.viewport(), Left, Mod.ControlModifier if n else Mod.NoModifier, centre(window, place))
    assert sorted(window.table.selected_places()) == sorted(places)


def centre(window: Window, place: tuple[int, int], down: float = 0.5) -> QPoint:
    row = window.table.recipe_model.row_of(place)
    assert row is not None
    box = window.table.visualRect(window.table.recipe_model.index(row, Column.NAME))
    return QPoint(box.left() + 30, box.top() + int(box.height() * down))


def press(qtbot: QtBot, window: Window, key: Qt.Key, mod: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    if not window.isActiveWindow():  # no window manager gives a window back its focus here after a dialog
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
    if not window.table.hasFocus():
        window.table.setFocus()
    qtbot.keyClick(window.table, key, mod)


def editor(window: Window) -> AmountEditor:
    return next(e for e in window.table.findChildren(AmountEditor) if e.isVisible())


def during(kind: type[D], does: Callable[[D], None]) -> list[BaseException]:
    """Do something in the dialog that is about to open; what went wrong in it is given back and ends it."""
    failed: list[BaseException] = []

    def act(tries: int = 200) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None and tries:
            QTimer.singleShot(5, lambda: act(tries - 1))
            return
        try:
            assert isinstance(dialog, kind), dialog
            does(dialog)
        except BaseException as fault:
            failed.append(fault)
        finally:
            left = QApplication.activeModalWidget()
            if left is not None:
                failed.append(AssertionError("the dialog stayed open"))
                left.close()

    QTimer.singleShot(0, act)
    return failed


def undo_text(window: Window) -> str:
    return window.document.stack.undoText()


# --- several lines ---


def test_shift_and_arrows_select_and_delete_is_one_step(qtbot: QtBot, window: Window) -> None:
    start = window.document.recipe
    window.table.select_line(OIL)
    press(qtbot, window, Key.Key_Down, Mod.ShiftModifier)
    press(qtbot, window, Key.Key_Down, Mod.ShiftModifier)
    assert window.table.selected_places() == [OIL, POLYSORBATE, SORBITAN]
    press(qtbot, window, Key.Key_Delete)
    assert materials(window.document.recipe)[1] == []
    assert undo_text(window) == "Remove 3 lines"
    window.actions_.undo.trigger()
    assert window.document.recipe is start
    assert window.table.selected_places() == [OIL, POLYSORBATE, SORBITAN]  # what came back is selected
    window.actions_.redo.trigger()
    assert materials(window.document.recipe)[1] == []


def test_ctrl_clicks_select_across_phases_and_move_together(qtbot: QtBot, window: Window) -> None:
    select(qtbot, window, GLYCERIN, POLYSORBATE, PHENOXY)
    press(qtbot, window, Key.Key_Down, Mod.AltModifier | Mod.ShiftModifier)
    assert window.statusBar().currentMessage() == ""  # below the last there is no phase
    press(qtbot, window, Key.Key_Up, Mod.AltModifier)
    assert materials(window.document.recipe)[0] == ["glycerin", "polysorbate-60", "phenoxyethanol", "water", "zinc-sulfate-heptahydrate"]
    assert undo_text(window) == "Move 3 lines up"
    assert window.table.selected_places() == [(0, 0), (0, 1), (0, 2)]
    window.actions_.undo.trigger()
    assert window.table.selected_places() == [GLYCERIN, POLYSORBATE, PHENOXY]


def test_lines_go_to_another_phase_by_key_and_by_menu(qtbot: QtBot, window: Window) -> None:
    select(qtbot, window, GLYCERIN, ZINC)
    press(qtbot, window, Key.Key_Down, Mod.AltModifier | Mod.ShiftModifier)
    assert materials(window.document.recipe)[1][-2:] == ["glycerin", "zinc-sulfate-heptahydrate"]
    assert undo_text(window) == "Move 2 lines to phase B"
    menu = next(a.menu() for a in window.actions_.table._context.actions() if a.menu())
    menu.aboutToShow.emit()
    assert [a.text() for a in menu.actions()] == ["&A", "&B", "&C"]
    menu.actions()[2].trigger()
    assert materials(window.document.recipe)[2][-2:] == ["glycerin", "zinc-sulfate-heptahydrate"]
    assert window.table.selected_places() == [(2, 2), (2, 3)]


def test_duplicate_and_a_second_q_s_has_nothing(qtbot: QtBot, window: Window) -> None:
    select(qtbot, window, WATER, GLYCERIN)
    press(qtbot, window, Key.Key_D, Mod.ControlModifier)
    assert [line.amount.text for line in window.document.recipe.phases[0].lines][:4] == ["q.s.", "5 %", "0 %", "5 %"]
    assert "Only one line can be q.s." in window.statusBar().currentMessage()
    assert window.table.selected_places() == [(0, 2), (0, 3)]
    assert undo_text(window) == "Duplicate 2 lines"


def test_a_key_typed_after_selecting_several_edits_the_current_one(qtbot: QtBot, window: Window) -> None:
    select(qtbot, window, OIL, GLYCERIN)
    press(qtbot, window, Key.Key_7)
    qtbot.keyClick(editor(window), Key.Key_Return)
    assert (amount(window, GLYCERIN), amount(window, OIL)) == ("7 %", "15 %")


# --- clipboard ---


def test_copy_is_plain_text_and_comes_back_whole(qtbot: QtBot, window: Window) -> None:
    select(qtbot, window, GLYCERIN, LYE)
    press(qtbot, window, Key.Key_C, Mod.ControlModifier)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Glycerin\t5 %\tglycerin\n") and text.endswith("\t0.3 % max 0.6 %\tsodium-hydroxide-10\n")
    window.table.select_line(OIL)
    press(qtbot, window, Key.Key_V, Mod.ControlModifier)
    pasted = window.document.recipe.phases[1].lines[1:3]
    assert pasted == (window.document.recipe.phases[0].lines[1], window.document.recipe.phases[2].lines[1])
    assert undo_text(window) == "Paste 2 lines"
    pasting._last = ("", (), ())  # as from another program
    window.actions_.undo.trigger()
    window.table.select_line(OIL)
    press(qtbot, window, Key.Key_V, Mod.ControlModifier)
    assert window.document.recipe.phases[1].lines[1:3] == pasted


def test_cut_and_paste_moves(qtbot: QtBot, window: Window) -> None:
    window.table.select_line(PHENOXY)
    press(qtbot, window, Key.Key_X, Mod.ControlModifier)
    assert undo_text(window) == "Cut phenoxyethanol"
    window.table.select_line(WATER)
    press(qtbot, window, Key.Key_V, Mod.ControlModifier)
    assert materials(window.document.recipe)[0][:2] == ["water", "phenoxyethanol"]
    for _ in range(2):
        window.actions_.undo.trigger()
    assert window.table.selected_places() == [PHENOXY]


def test_a_spreadsheet_is_pasted_with_its_decimal_commas(qtbot: QtBot, window: Window) -> None:
    QGuiApplication.clipboard().setText("Ingredient\t% w/w\nUrea\t2,5\nSqualane\t3\nTotal\t5,5\n")
    window.table.select_line(GLYCERIN)
    press(qtbot, window, Key.Key_V, Mod.ControlModifier)
    assert [(line.material, line.amount.text) for line in window.document.recipe.phases[0].lines[2:4]] == [("urea", "2.5 %"), ("squalane", "3 %")]
    assert undo_text(window) == "Paste 2 lines"


def test_unknown_names_are_matched_left_out_or_taken_as_unknown(qtbot: QtBot, window: Window) -> None:
    QGuiApplication.clipboard().setText("glicerin\t2 %\nUrea\t1 %\nWonder gum XZ\t0,3 %\nold stuff\t9 %\n")
    window.table.select_line(WATER)

    def answer(dialog: MatchDialog) -> None:
        assert dialog.choices[0].accessibleName() == "What “glicerin” means"
        assert len(dialog.choices) == 3
        assert dialog.answers()[0].id == "glycerin"  # type: ignore[union-attr]
        dialog.choices[1].setCurrentIndex(dialog.choices[1].findData(UNKNOWN))
        dialog.choices[2].setCurrentIndex(dialog.choices[2].findData(LEFT_OUT))
        dialog.choices[2].setFocus()
        qtbot.keyClick(dialog, Key.Key_Return)

    failed = during(MatchDialog, answer)
    press(qtbot, window, Key.Key_V, Mod.ControlModifier)
    assert not failed, failed
    lines = window.document.recipe.phases[0].lines
    assert [(line.material, line.amount.text) for line in lines[1:4]] == [("glycerin", "2 %"), ("urea", "1 %"), ("Wonder gum XZ", "0.3 %")]
    assert "Left out: 1" in window.statusBar().currentMessage()
    again = read_recipe(recipe_text(window.document.recipe).encode(), window.document.data)
    assert again.recipe is not None and materials(again.recipe) == materials(window.document.recipe)


def test_cancel_pastes_nothing_and_prose_is_no_line(qtbot: QtBot, window: Window) -> None:
    start = window.document.recipe
    QGuiApplication.clipboard().setText("Wonder gum XZ\t0.3 %\n")
    failed = during(MatchDialog, lambda dialog: qtbot.keyClick(dialog, Key.Key_Escape))
    press(qtbot, window, Key.Key_V, Mod.ControlModifier)
    assert not failed
    QGuiApplication.clipboard().setText("Dear all,\nplease find attached the minutes.\n")
    press(qtbot, window, Key.Key_V, Mod.ControlModifier)
    assert window.document.recipe is start
    assert "no lines to paste" in window.statusBar().currentMessage()


def test_copy_in_an_open_editor_copies_its_text(qtbot: QtBot, window: Window) -> None:
    window.table.select_line(GLYCERIN)
    press(qtbot, window, Key.Key_F2)
    editor(window).selectAll()
    qtbot.keyClick(editor(window), Key.Key_C, Mod.ControlModifier)
    assert QGuiApplication.clipboard().text() == "5"
    qtbot.keyClick(editor(window), Key.Key_Escape)


# --- dragging ---


@pytest.fixture
def drag(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Press and move with the mouse; where the offscreen screen knows no dragging, its events are sent: enter, move, drop."""

    def go(window: Window, source: QWidget, start: QPoint, goal: QPoint, mod: Qt.KeyboardModifier = Mod.NoModifier, drops: bool = True) -> None:
        ran: list[QDrag] = []
        viewport = window.table.viewport()

        def run(found: QDrag, offered: Qt.DropAction) -> None:
            ran.append(found)
            mime = found.mimeData()
            enter = QDragEnterEvent(goal, offered, mime, Left, mod)
            QApplication.sendEvent(viewport, enter)
            assert enter.isAccepted()
            QApplication.sendEvent(viewport, QDragMoveEvent(goal, offered, mime, Left, mod))
            window.grab()  # with the line that shows where
            QApplication.sendEvent(viewport, QDropEvent(goal, offered, mime, Left, mod) if drops else QDragLeaveEvent())

        monkeypatch.setattr(line_drag, "run_drag", run)
        QTest.mousePress(source, Left, Mod.NoModifier, start)
        for away in (4, 12, 24):
            if ran:
                break
            at = start + QPoint(0, away)
            event = QMouseEvent(QEvent.Type.MouseMove, at, source.mapToGlobal(at), Qt.MouseButton.NoButton, Left, Mod.NoModifier)
            QApplication.sendEvent(source, event)
        QTest.mouseRelease(source, Left, Mod.NoModifier, start)
        assert len(ran) == 1
        QTest.qWait(1)

    return go


def test_lines_are_dragged_to_another_phase(qtbot: QtBot, window: Window, drag: Drag) -> None:
    select(qtbot, window, GLYCERIN, ZINC)
    drag(window, window.table.viewport(), centre(window, GLYCERIN), centre(window, POLYSORBATE, 0.2))
    assert materials(window.document.recipe)[1][:3] == ["mineral-oil-light", "glycerin", "zinc-sulfate-heptahydrate"]
    assert undo_text(window) == "Move 2 lines to phase B"
    assert window.table.selected_places() == [(1, 1), (1, 2)]


def test_a_line_is_dragged_within_its_phase(qtbot: QtBot, window: Window, drag: Drag) -> None:
    select(qtbot, window, SORBITAN)
    drag(window, window.table.viewport(), centre(window, SORBITAN), centre(window, OIL, 0.2))
    assert materials(window.document.recipe)[1] == ["sorbitan-stearate", "mineral-oil-light", "polysorbate-60"]
    assert undo_text(window) == "Move sorbitan stearate"


def test_a_material_is_dragged_from_the_library(qtbot: QtBot, window: Window, drag: Drag) -> None:
    window.library.search.setText("squalane")
    view = window.library.list
    at = view.visualRect(view.model().index(0, 0)).center()
    drag(window, view.viewport(), at, centre(window, POLYSORBATE, 0.8))
    assert materials(window.document.recipe)[1][2] == "squalane"
    assert undo_text(window) == "Add squalane"
    assert window.table.selected_places() == [(1, 2)]


def test_ctrl_drags_a_copy_and_leaving_does_nothing(qtbot: QtBot, window: Window, drag: Drag) -> None:
    select(qtbot, window, GLYCERIN)
    drag(window, window.table.viewport(), centre(window, GLYCERIN), centre(window, (2, -1), 0.8), drops=False)
    assert window.document.stack.count() == 0
    drag(window, window.table.viewport(), centre(window, GLYCERIN), centre(window, (2, -1), 0.8), Mod.ControlModifier)
    assert materials(window.document.recipe)[2][0] == materials(window.document.recipe)[0][1] == "glycerin"
    assert undo_text(window) == "Copy glycerin to phase C"


# --- swap ---


def test_swap_keeps_the_share(qtbot: QtBot, window: Window) -> None:
    window.table.select_line(OIL)

    def pick(dialog: MaterialPicker) -> None:
        qtbot.keyClicks(dialog.search, "squalane")
        qtbot.keyClick(dialog.search, Key.Key_Return)

    failed = during(MaterialPicker, pick)
    press(qtbot, window, Key.Key_R, Mod.ControlModifier)
    assert not failed, failed
    line = window.document.recipe.phases[1].lines[0]
    assert (line.material, line.amount.text) == ("squalane", "15 %")
    assert undo_text(window).startswith("Swap ") and undo_text(window).endswith(" for squalane")
    assert window.table.selected_places() == [OIL]


def test_swapping_a_salt_keeps_its_zinc_and_another_its_share(qtbot: QtBot, window: Window) -> None:
    data = window.document.data
    window.editing.swap_for(ZINC, data.materials["zinc-oxide"])
    assert amount(window, ZINC) == "200 mg/kg as Zn"
    before = window.document.assessment.composition.nominal[2]
    window.editing.swap_for(ZINC, data.materials["urea"])
    assert amount(window, ZINC).endswith(" %")
    assert window.document.assessment.composition.nominal[2] == pytest.approx(before, rel=1e-8)
    window.editing.swap_for(LYE, data.materials["urea"])
    line = window.document.recipe.phases[2].lines[1]
    assert (line.adjust, line.maximum) == ("", None)


# --- grams ---


@pytest.mark.parametrize(("typed", "written"), [("12,5", "2.5 %"), ("12.5 g", "2.5 %"), ("50 mg", "0.01 %"), ("200 ppm", "200 ppm")])
def test_grams_are_typed_and_the_share_follows(qtbot: QtBot, window: Window, typed: str, written: str) -> None:
    window.table.select_line(GLYCERIN)
    press(qtbot, window, Key.Key_Right)
    for n, letter in enumerate(typed):
        qtbot.keyClick(window.table if n == 0 else editor(window), letter)
    assert editor(window).accessibleName() == "Amount of glycerin in grams"
    qtbot.keyClick(editor(window), Key.Key_Return)
    assert amount(window, GLYCERIN) == written
    assert window.document.stack.count() == 1
    assert window.table.currentIndex().column() == Column.MASS  # down the column
    press(qtbot, window, Key.Key_F2)
    assert editor(window).accessibleName().endswith("in grams")
    qtbot.keyClick(editor(window), Key.Key_Escape)


def test_nonsense_in_grams_stays_in_its_cell(qtbot: QtBot, window: Window) -> None:
    window.table.select_line(GLYCERIN)
    press(qtbot, window, Key.Key_Right)
    for n, letter in enumerate("25 bananas"):
        qtbot.keyClick(window.table if n == 0 else editor(window), letter)
    assert editor(window).refused
    window.library.focus_search()
    model = window.table.recipe_model
    row = model.row_of(GLYCERIN)
    assert row is not None
    assert [model.index(row, c).data(PENDING_ROLE) for c in (Column.SHARE, Column.MASS)] == [False, True]
    assert model.index(row, Column.MASS).data() == "25 bananas"
    assert amount(window, GLYCERIN) == "5 %"


def test_in_a_recipe_all_in_grams_a_mass_stays_a_mass(qtbot: QtBot, opened: Opener, text: str) -> None:
    text = text.replace('batch = "500 g"\n', "").replace('"q.s."', '"300 g"').replace("200 mg/kg as Zn", "1 g")
    for share in ("5 %", "15 %", "2.6 %", "1.4 %", "0.8 %", "0.3 %", "0.6 %"):
        text = text.replace(f'"{share}"', f'"{share.replace("%", "g")}"')
    window = opened(text)
    window.table.select_line(GLYCERIN)
    press(qtbot, window, Key.Key_Right)
    press(qtbot, window, Key.Key_8)
    qtbot.keyClick(editor(window), Key.Key_Return)
    assert amount(window, GLYCERIN) == "8 g"


# --- locks and scaling ---


def test_normalise_leaves_locked_lines(qtbot: QtBot, opened: Opener, text: str) -> None:
    window = opened(text.replace('"q.s."', '"40 %"'))
    select(qtbot, window, PHENOXY, GLYCERIN)
    press(qtbot, window, Key.Key_L, Mod.ControlModifier)
    model = window.table.recipe_model
    row = model.row_of(PHENOXY)
    assert row is not None and model.index(row, Column.NAME).data(LOCK_ROLE) == "locked"
    assert "locked" in model.index(row, Column.NAME).data(Qt.ItemDataRole.AccessibleTextRole)
    assert window.document.stack.count() == 0  # not an edit
    window.actions_.table.normalise.trigger()
    assert window.document.assessment.figures["share.total"].span.best == pytest.approx(100, abs=1e-5)
    assert (amount(window, PHENOXY), amount(window, GLYCERIN)) == ("0.8 %", "5 %")
    assert amount(window, ZINC).endswith("mg/kg as Zn")
    assert undo_text(window) == "Normalise to 100 %"
    window.actions_.table.normalise.trigger()
    assert window.document.stack.count() == 1
    assert "100 % already" in window.statusBar().currentMessage()


def test_locks_follow_their_line_through_moves_and_undos(qtbot: QtBot, window: Window) -> None:
    locks = window.editing.locks
    window.table.select_line(GLYCERIN)
    press(qtbot, window, Key.Key_L, Mod.ControlModifier)
    press(qtbot, window, Key.Key_Down, Mod.AltModifier | Mod.ShiftModifier)
    assert locks.is_locked((1, 3)) and not locks.is_locked(GLYCERIN)
    press(qtbot, window, Key.Key_Delete)
    assert not locks.held()
    window.actions_.undo.trigger()
    assert locks.held() == {(1, 3)}
    window.actions_.undo.trigger()
    assert locks.held() == {GLYCERIN}
    press(qtbot, window, Key.Key_L, Mod.ControlModifier)
    assert not locks.held()


def test_a_ratio_scales_together_live_and_in_one_step(qtbot: QtBot, window: Window) -> None:
    start = window.document.recipe
    select(qtbot, window, POLYSORBATE, SORBITAN)
    press(qtbot, window, Key.Key_L, Mod.ControlModifier | Mod.ShiftModifier)
    window.table.select_line(POLYSORBATE)
    for n, letter in enumerate("0.52"):  # on the way it is 0 and 0.5
        qtbot.keyClick(window.table if n == 0 else editor(window), letter)
    assert amount(window, SORBITAN) == "0.28 %"
    qtbot.keyClick(editor(window), Key.Key_Return)
    assert window.document.stack.count() == 1
    assert undo_text(window) == "Set polysorbate 60 to 0.52 % with its ratio"
    window.table.select_line(SORBITAN)
    press(qtbot, window, Key.Key_9)
    qtbot.keyClick(editor(window), Key.Key_Escape)
    assert (amount(window, POLYSORBATE), amount(window, SORBITAN)) == ("0.52 %", "0.28 %")
    window.actions_.undo.trigger()
    assert window.document.recipe is start


def test_scale_to_batch_asks_and_refuses_nonsense(qtbot: QtBot, opened: Opener, text: str) -> None:
    window = opened(text.replace('amount = "5 %"', 'amount = "25 g"').replace('amount = "0.8 %"', 'amount = "4 g"'))
    window.table.select_line(PHENOXY)
    press(qtbot, window, Key.Key_L, Mod.ControlModifier)

    def ask(dialog: BatchDialog) -> None:
        dialog.field.selectAll()
        qtbot.keyClicks(dialog.field, "two")
        qtbot.keyClick(dialog.field, Key.Key_Return)
        assert dialog.field.refused and dialog.isVisible()
        dialog.field.selectAll()
        qtbot.keyClicks(dialog.field, "1 kg")
        qtbot.keyClick(dialog.field, Key.Key_Return)

    failed = during(BatchDialog, ask)
    window.actions_.table.batch.trigger()
    assert not failed, failed
    assert window.document.recipe.batch is not None and window.document.recipe.batch.text == "1 kg"
    assert (amount(window, GLYCERIN), amount(window, PHENOXY), amount(window, OIL)) == ("50 g", "4 g", "15 %")
    assert undo_text(window) == "Scale to a batch of 1 kg"


# --- phases ---


def test_a_phase_is_made_renamed_heated_and_deleted(qtbot: QtBot, window: Window) -> None:
    start = window.document.recipe
    window.table.select_line(LYE)

    def make(dialog: PhaseDialog) -> None:
        assert dialog.name.text() == "D"
        qtbot.keyClicks(dialog.heat, "hot")
        qtbot.keyClick(dialog.heat, Key.Key_Return)
        assert dialog.heat.refused
        dialog.heat.selectAll()
        qtbot.keyClicks(dialog.heat, "40 °C")
        qtbot.keyClick(dialog.heat, Key.Key_Return)

    failed = during(PhaseDialog, make)
    window.actions_.table.new_phase.trigger()
    assert not failed, failed
    made = window.document.recipe.phases[3]
    assert (made.name, made.kind, made.heat and made.heat.text) == ("D", "cool-down", "40 degC")
    assert undo_text(window) == "Add phase D"
    assert window.table.current_place() == (3, -1)

    def rename(dialog: PhaseDialog) -> None:
        dialog.name.selectAll()
        qtbot.keyClicks(dialog.name, "B")
        qtbot.keyClick(dialog.name, Key.Key_Return)
        assert dialog.name.refused  # there is one
        dialog.name.selectAll()
        qtbot.keyClicks(dialog.name, "Powders")
        qtbot.keyClick(dialog.name, Key.Key_Return)

    failed = during(PhaseDialog, rename)
    press(qtbot, window, Key.Key_Return)
    assert not failed, failed
    assert undo_text(window) == "Rename phase D to Powders"
    press(qtbot, window, Key.Key_Up, Mod.AltModifier)
    assert [phase.name for phase in window.document.recipe.phases] == ["A", "B", "Powders", "C"]
    assert window.table.current_place() == (2, -1)
    press(qtbot, window, Key.Key_Delete)
    assert undo_text(window) == "Delete phase Powders"
    for _ in range(4):
        window.actions_.undo.trigger()
    assert window.document.recipe is start


def test_a_phase_with_lines_is_not_deleted(qtbot: QtBot, window: Window) -> None:
    window.table.select_line((1, -1))
    window.actions_.table.delete_phase.trigger()
    assert "has lines" in window.statusBar().currentMessage()
    assert window.document.stack.count() == 0


def test_kind_and_heat_of_a_phase(qtbot: QtBot, window: Window) -> None:
    def change(dialog: PhaseDialog) -> None:
        dialog.kind.setFocus()
        qtbot.keyClick(dialog.kind, Key.Key_End)
        qtbot.keyClicks(dialog.heat, "30")
        qtbot.keyClick(dialog.heat, Key.Key_Return)

    qtbot.mouseClick(window.table.viewport(), Left, Mod.NoModifier, centre(window, (1, -1)))
    failed = during(PhaseDialog, change)
    qtbot.mouseDClick(window.table.viewport(), Left, Mod.NoModifier, centre(window, (1, -1)))
    assert not failed, failed
    phase = window.document.recipe.phases[1]
    assert (phase.kind, phase.heat and phase.heat.value) == ("cool-down", 30)
    assert undo_text(window) == "Change phase B"


# --- nothing is lost ---


def test_undo_and_redo_keep_selection_and_scroll(qtbot: QtBot, opened: Opener, text: str) -> None:
    window = opened(text + MANY)
    table = window.table
    table.select_places([(2, 30), (2, 31)])
    press(qtbot, window, Key.Key_Up, Mod.AltModifier)
    table.select_places([(2, 35)])
    top = table.verticalScrollBar().value()
    assert top > 0
    for action in (window.actions_.undo, window.actions_.redo):
        action.trigger()
        assert table.selected_places() == [(2, 35)]
        assert table.verticalScrollBar().value() == top
    table.select_places([(2, 29)])
    window.actions_.undo.trigger()
    assert table.selected_places() == [(2, 30)]  # the very line


def test_a_structural_key_takes_what_is_being_typed_first(qtbot: QtBot, window: Window) -> None:
    window.table.select_line(GLYCERIN)
    press(qtbot, window, Key.Key_6)
    qtbot.keyClick(editor(window), Key.Key_Down, Mod.AltModifier)
    assert materials(window.document.recipe)[0] == ["water", "zinc-sulfate-heptahydrate", "glycerin"]
    assert amount(window, (0, 2)) == "6 %"
    assert window.document.stack.count() == 2


def test_the_tooltip_of_a_line_says_function_phase_and_lock(window: Window) -> None:
    model = window.table.recipe_model
    row = model.row_of(GLYCERIN)
    assert row is not None
    window.editing.locks.set_locked([GLYCERIN], True)
    tip = model.index(row, Column.NAME).data(Qt.ItemDataRole.ToolTipRole)
    assert "humectant" in tip and "A  Water phase, 75 °C" in tip and "Locked" in tip


def test_every_action_is_in_a_menu_and_no_key_means_two_things(window: Window) -> None:
    actions = window.actions_.table
    mine = [actions.cut, actions.copy, actions.paste, actions.duplicate, actions.remove, actions.select_all, actions.swap, actions.lock, actions.ratio]
    mine += [actions.up, actions.down, actions.phase_up, actions.phase_down, actions.normalise, actions.batch]
    mine += [actions.new_phase, actions.edit_phase, actions.delete_phase]
    listed = [a for menu in window.menuBar().actions() for a in menu.menu().actions()]
    assert all(action in listed for action in mine)
    ours = [key.toString() for action in mine for key in action.shortcuts() if key.toString()]
    others = {key.toString() for action in listed if action not in mine for key in action.shortcuts()}
    assert sorted(ours) == sorted(set(ours))
    assert not others & set(ours)
