"""Editing the recipe by keys, as a person does."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders import cream, judged
from formulator.core.data import Data
from formulator.core.recipe import Quantity
from formulator.files.recipe import open_recipe
from formulator.gui.amount_editor import AmountEditor
from formulator.gui.recipe_model import PENDING_ROLE, Column
from formulator.gui.rows import FIGURE_SPACE, recipe_rows
from formulator.gui.window import Window

Key = Qt.Key
GLYCERIN, ZINC, OIL, POLYSORBATE, SOAP = (0, 1), (0, 2), (1, 0), (1, 1), (2, 1)


def editor(window: Window) -> AmountEditor:
    """The editor that is open."""
    found = [e for e in window.table.findChildren(AmountEditor) if e.isVisible()]
    assert len(found) == 1
    return found[0]


def type_amount(qtbot: QtBot, window: Window, place: tuple[int, int], text: str) -> None:
    """Select a line and type over its amount."""
    window.table.select_line(place)
    qtbot.keyClick(window.table, text[0])
    for letter in text[1:]:
        qtbot.keyClick(editor(window), letter)


def amount(window: Window, place: tuple[int, int]) -> str:
    return window.document.recipe.phases[place[0]].lines[place[1]].amount.text


def shown(window: Window, place: tuple[int, int], column: int = Column.SHARE) -> str:
    row = window.table.recipe_model.row_of(place)
    assert row is not None
    return str(window.table.recipe_model.index(row, column).data()).strip()


def best(window: Window, id: str) -> float:
    value = window.document.assessment.figures[id].span.best
    assert value is not None
    return value


def test_typing_moves_water_and_hlb_with_each_key_and_leaves_one_step(qtbot: QtBot, window: Window) -> None:
    start = window.document.recipe
    needed = best(window, "hlb.blend")
    waters = []
    window.table.select_line(POLYSORBATE)
    for n, letter in enumerate("3.5"):
        qtbot.keyClick(window.table if n == 0 else editor(window), letter)
        waters.append(shown(window, (0, 0)))
    assert waters[0] == waters[1] != waters[2]  # "3." is half typed
    assert best(window, "hlb.blend") != needed
    link = window.verdict._links["hlb.blend"]
    assert link.text() == f"{best(window, 'hlb.blend'):.2f}"
    qtbot.keyClick(editor(window), Key.Key_Return)
    assert window.document.stack.count() == 1
    assert window.actions_.undo.text() == "Undo Set polysorbate 60 to 3.5 %"
    window.actions_.undo.trigger()
    assert window.document.recipe is start


def test_enter_goes_down_over_phases_and_typing_goes_on(qtbot: QtBot, window: Window) -> None:
    type_amount(qtbot, window, ZINC, "0.2")
    qtbot.keyClick(editor(window), Key.Key_Return)
    assert amount(window, ZINC) == "0.2 mg/kg as Zn"
    assert window.table.current_place() == OIL
    qtbot.keyClick(window.table, "9")
    qtbot.keyClick(editor(window), Key.Key_Tab)
    assert amount(window, OIL) == "9 %"
    assert editor(window).line.material == "polysorbate-60"
    qtbot.keyClick(editor(window), Key.Key_Escape)
    assert window.document.stack.count() == 2


def test_two_sessions_are_two_steps(qtbot: QtBot, window: Window) -> None:
    for text in ("4", "6"):
        type_amount(qtbot, window, GLYCERIN, text)
        qtbot.keyClick(editor(window), Key.Key_Return)
    assert [window.document.stack.text(n) for n in range(2)] == ["Set glycerin to 4 %", "Set glycerin to 6 %"]


@pytest.mark.parametrize(
    ("typed", "written"),
    [("12,5", "12.5 %"), ("12.5", "12.5 %"), ("12.5 g", "12.5 g"), ("300 ppm", "300 ppm"), ("0,5%", "0.5 %"), (".5", "0.5 %")],
)
def test_amounts_as_people_type_them(qtbot: QtBot, window: Window, typed: str, written: str) -> None:
    type_amount(qtbot, window, GLYCERIN, typed)
    qtbot.keyClick(editor(window), Key.Key_Return)
    assert amount(window, GLYCERIN) == written


def test_an_amount_as_an_element_and_q_s(qtbot: QtBot, window: Window) -> None:
    type_amount(qtbot, window, ZINC, "200 ppm as Zn")
    qtbot.keyClick(editor(window), Key.Key_Return)
    assert amount(window, ZINC) == "200 ppm as Zn"
    type_amount(qtbot, window, (0, 0), "70")
    qtbot.keyClick(editor(window), Key.Key_Return)
    assert amount(window, (0, 0)) == "70 %"
    type_amount(qtbot, window, (0, 0), "q.s.")
    qtbot.keyClick(editor(window), Key.Key_Return)
    assert amount(window, (0, 0)) == "q.s."


def test_an_adjuster_takes_its_max_too(qtbot: QtBot, window: Window) -> None:
    type_amount(qtbot, window, SOAP, "0.7")
    assert editor(window).refused  # max is below the amount
    for letter in " % max 0.9 %":
        qtbot.keyClick(editor(window), letter)
    qtbot.keyClick(editor(window), Key.Key_Return)
    line = window.document.recipe.phases[2].lines[1]
    assert (line.amount.text, line.maximum and line.maximum.text) == ("0.7 %", "0.9 %")


def test_nonsense_stays_with_a_hint_and_changes_nothing(qtbot: QtBot, window: Window) -> None:
    start = window.document.recipe
    type_amount(qtbot, window, GLYCERIN, "5 bananas")
    open_editor = editor(window)
    assert open_editor.refused
    assert "bananas" in open_editor.accessibleDescription()
    assert open_editor.width() >= open_editor.fontMetrics().horizontalAdvance("5 bananas")  # all of it can be seen
    qtbot.keyClick(open_editor, Key.Key_Return)
    assert open_editor.isVisible() and open_editor.text() == "5 bananas"  # not lost, not left
    window.library.focus_search()  # leaving by another way keeps it in the cell
    assert shown(window, GLYCERIN) == "5 bananas"
    row = window.table.recipe_model.row_of(GLYCERIN)
    assert row is not None and window.table.recipe_model.index(row, Column.SHARE).data(PENDING_ROLE)
    assert window.document.recipe.phases[0].lines[1] == start.phases[0].lines[1]
    window.table.setFocus()
    window.table.select_line(GLYCERIN)
    qtbot.keyClick(window.table, Key.Key_F2)
    assert editor(window).text() == "5 bananas"
    editor(window).selectAll()
    qtbot.keyClicks(editor(window), "6")
    qtbot.keyClick(editor(window), Key.Key_Return)
    assert (shown(window, GLYCERIN), amount(window, GLYCERIN)) == ("6.00", "6 %")


def test_a_second_q_s_is_refused_with_the_way_out(qtbot: QtBot, window: Window) -> None:
    type_amount(qtbot, window, GLYCERIN, "q.s.")
    assert "only one can take what is left" in editor(window).accessibleDescription()
    assert amount(window, GLYCERIN) == "5 %"
    qtbot.keyClick(editor(window), Key.Key_Escape)


def test_thousands_or_decimals_is_asked_not_guessed(qtbot: QtBot, window: Window) -> None:
    type_amount(qtbot, window, ZINC, "1,200")
    assert "two ways" in editor(window).accessibleDescription()
    assert amount(window, ZINC) == "200 mg/kg as Zn", "nothing of it is left in the recipe, not the 1.20 it began with"
    assert window.document.stack.count() == 0
    qtbot.keyClick(editor(window), Key.Key_Escape)
    assert amount(window, ZINC) == "200 mg/kg as Zn"


def test_a_batch_that_is_refused_leaves_the_batch_as_it_was(qtbot: QtBot, window: Window) -> None:
    batch = window.header.batch
    batch.setFocus()
    batch.selectAll()
    qtbot.keyClicks(batch, "1,500 g")
    assert batch.refused and batch.text() == "1,500 g"
    assert window.document.recipe.batch == Quantity("500 g", 500.0)
    for _ in range(3):
        qtbot.keyClick(batch, Key.Key_Backspace)
    assert window.document.recipe.batch == Quantity("1.50 g", 1.5), "and what is mended is taken"


def test_escape_puts_back_what_was_there(qtbot: QtBot, window: Window) -> None:
    start = window.document.recipe
    type_amount(qtbot, window, GLYCERIN, "7")
    assert amount(window, GLYCERIN) == "7 %"
    qtbot.keyClick(editor(window), Key.Key_Escape)
    assert window.document.recipe is start
    assert window.document.stack.count() == 0
    assert not window.isWindowModified()


def test_typing_back_to_the_start_leaves_no_step(qtbot: QtBot, window: Window) -> None:
    start = window.document.recipe
    type_amount(qtbot, window, GLYCERIN, "57")
    qtbot.keyClick(editor(window), Key.Key_Backspace)
    assert window.document.recipe is start
    assert window.document.stack.count() == 0
    qtbot.keyClick(editor(window), Key.Key_Return)


def test_add_from_the_search_by_keyboard(qtbot: QtBot, window: Window) -> None:
    window.table.select_line(GLYCERIN)
    qtbot.keyClick(window, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is window.library.search
    qtbot.keyClicks(window.library.search, "zinc pca")
    qtbot.keyClick(window.library.search, Key.Key_Down)
    assert QApplication.focusWidget() is window.library.list
    qtbot.keyClick(window.library.list, Key.Key_Return)
    added = window.document.recipe.phases[0].lines[2]
    assert (added.material, added.amount.text) == ("zinc-pca", "1 %")
    assert window.table.current_place() == (0, 2)
    assert window.actions_.undo.text() == "Undo Add zinc PCA"
    qtbot.keyClick(window.library.list, Key.Key_Up)
    assert QApplication.focusWidget() is window.library.search


def test_search_finds_inci_cas_trade_names_and_functions_best_first(window: Window) -> None:
    def names(typed: str) -> list[str]:
        window.library.search.setText(typed)
        return [row.name for row in window.library.library_model.rows]

    assert names("GLYCERIN")[0] == "Glycerin"
    assert "Glycerin" in names("56-81-5")
    assert names("humectant urea") == ["Urea", "Hydroxyethyl urea"]
    assert names("no such thing") == []
    assert "Nothing found" in window.library.count.text()
    zinc = names("zn")
    assert "Zinc oxide" in zinc and "Glycerin" not in zinc


def test_double_click_adds(qtbot: QtBot, window: Window) -> None:
    window.library.search.setText("squalane")
    spot = window.library.list.visualRect(window.library.library_model.index(0, 0)).center()
    window.table.select_line(OIL)
    qtbot.mouseClick(window.library.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseDClick(window.library.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert [line.material for line in window.document.recipe.phases[1].lines][1] == "squalane"
    assert window.document.stack.count() == 1


def test_remove_and_undo(qtbot: QtBot, window: Window) -> None:
    start = window.document.recipe
    window.table.select_line(GLYCERIN)
    qtbot.keyClick(window.table, Key.Key_Delete)
    assert [line.material for line in window.document.recipe.phases[0].lines] == ["water", "zinc-sulfate-heptahydrate"]
    assert window.actions_.undo.text() == "Undo Remove glycerin"
    assert window.table.current_place() == GLYCERIN
    qtbot.keyClick(window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.document.recipe is start


def test_delete_in_the_search_removes_a_letter_not_a_line(qtbot: QtBot, window: Window) -> None:
    start = window.document.recipe
    window.library.focus_search()
    qtbot.keyClicks(window.library.search, "zi")
    qtbot.keyClick(window.library.search, Key.Key_Home)
    qtbot.keyClick(window.library.search, Key.Key_Delete)
    assert window.library.search.text() == "i"
    assert window.document.recipe is start


def test_move_across_phases_keeps_the_line_current(qtbot: QtBot, window: Window) -> None:
    window.table.select_line(ZINC)
    qtbot.keyClick(window.table, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert window.document.recipe.phases[1].lines[0].material == "zinc-sulfate-heptahydrate"
    assert window.table.current_place() == (1, 0)
    assert window.actions_.undo.text() == "Undo Move zinc sulfate heptahydrate to phase B"
    for _ in range(2):
        qtbot.keyClick(window.table, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [line.material for line in window.document.recipe.phases[0].lines] == ["water", "zinc-sulfate-heptahydrate", "glycerin"]
    assert window.actions_.undo.text() == "Undo Move zinc sulfate heptahydrate up"
    window.table.select_line((0, 0))
    steps = window.document.stack.count()
    qtbot.keyClick(window.table, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert window.document.stack.count() == steps  # nowhere to go


def test_selection_survives_what_happens_elsewhere(qtbot: QtBot, window: Window) -> None:
    window.table.select_line(SOAP)
    before = window.table.currentIndex().row()
    window.document.edit(window.document.recipe.without_line(*GLYCERIN), "Remove glycerin")
    assert window.table.current_place() == SOAP
    assert window.table.currentIndex().row() == before - 1


def test_header_fields_are_edits(qtbot: QtBot, window: Window) -> None:
    header = window.header
    start = window.document.recipe
    header.product.setFocus()
    qtbot.keyClicks(header.product, "Body")
    header.product.activated.emit(header.product.currentIndex())
    assert window.document.recipe.product == "body-lotion"
    header.market_actions["US"].trigger()
    assert window.document.recipe.markets == ("EU", "US")
    assert window.actions_.undo.text() == "Undo Set markets to EU, US"
    header.batch.setFocus()
    header.batch.selectAll()
    qtbot.keyClicks(header.batch, "1,5 kg")
    assert window.document.recipe.batch is not None and window.document.recipe.batch.value == 1500
    header.ph.setFocus()
    header.ph.selectAll()
    qtbot.keyClicks(header.ph, "4.8")
    assert window.document.recipe.ph is not None and window.document.recipe.ph[0] == "4.8"
    header.name.setFocus()
    header.name.selectAll()
    qtbot.keyClicks(header.name, "Better")
    assert window.windowTitle() == "Better[*] – Formulator"
    texts = [window.document.stack.text(n) for n in range(window.document.stack.count())]
    assert texts == ["Set product to Body lotion", "Set markets to EU, US", "Set batch to 1,5 kg", "Set pH to 4.8", "Rename to Better"]
    for _ in texts:
        window.actions_.undo.trigger()
    assert window.document.recipe is start
    assert header.product.currentData() == "face-cream"


def test_a_ph_of_twenty_is_refused(qtbot: QtBot, window: Window) -> None:
    window.header.ph.setFocus()
    window.header.ph.selectAll()
    qtbot.keyClicks(window.header.ph, "20")
    assert window.header.ph.refused and window.header.ph.text() == "20"
    assert window.document.recipe.ph is not None and window.document.recipe.ph[0] == "5.0 - 5.5", "not the 2 it began with"
    window.table.setFocus()


def test_save_writes_the_file_and_clears_the_star(qtbot: QtBot, window: Window, data: Data) -> None:
    path = window.document.path
    assert isinstance(path, Path)
    type_amount(qtbot, window, GLYCERIN, "4")
    qtbot.keyClick(editor(window), Key.Key_Return)
    assert window.isWindowModified()
    qtbot.keyClick(window, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not window.isWindowModified()
    assert open_recipe(path, data).recipe == window.document.recipe
    assert "Saved to" in window.statusBar().currentMessage()
    type_amount(qtbot, window, GLYCERIN, "3")  # not merged into what was saved
    qtbot.keyClick(editor(window), Key.Key_Return)
    assert window.isWindowModified()
    window.actions_.undo.trigger()
    assert not window.isWindowModified()


def test_grams_of_an_element_count_as_the_grams_of_its_salt(data: Data) -> None:
    """90 g of water beside 1 g of zinc: the salt weighs 287.56 / 65.38 = 4.398 g, and the whole 94.398 g."""
    recipe = cream(("water", "90 g"), ("zinc-sulfate-heptahydrate", "1 g as Zn"))
    water, salt = (row for row in recipe_rows(judged(recipe, data)) if row.is_line)
    assert (water.mass.strip(FIGURE_SPACE), salt.mass.strip(FIGURE_SPACE)) == ("90.00", "4.40")


def test_a_key_paints_no_more_than_the_rows_it_changes(qtbot: QtBot, window: Window) -> None:
    """Water that gives way, the totals of the phases and the line itself: not the whole table, also when the editor opens."""

    class Painted(QObject):
        rows = 0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if isinstance(event, QPaintEvent):
                self.rows += sum(rect.height() for rect in event.region()) // window.table.rowHeight(0)
            return False

    window.table.select_line(OIL)
    window.table.setFocus()
    QApplication.processEvents()
    painted = Painted()
    window.table.viewport().installEventFilter(painted)
    for key in "12":
        painted.rows = 0
        qtbot.keyClick(QApplication.focusWidget(), key)
        QApplication.processEvents()
        assert 0 < painted.rows <= 5 < len(window.table.recipe_model.rows), key
