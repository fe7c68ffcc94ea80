"""Everything is found by its words and by its keys: the command palette, the list of shortcuts, the history, the hints and what the program says of itself."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from formulator import __version__
from formulator.gui.about import AboutDialog, about_text
from formulator.gui.commands import Command, commands, matching, plain
from formulator.gui.palette import KEYS_ROLE, Palette
from formulator.gui.shortcuts import ShortcutsDialog
from formulator.gui.window import Window

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


def edited(window: Window, times: int = 1) -> None:
    for n in range(times):
        recipe = window.document.recipe
        window.document.edit(recipe.without_line(1, 0), f"Step {n + 1}")


def open_palette(qtbot: QtBot, window: Window) -> Palette:
    qtbot.keyClick(window, Key.Key_K, CTRL)
    found = QApplication.activePopupWidget()
    assert isinstance(found, Palette)
    return found


def test_a_command_runs_by_a_part_of_its_words(qtbot: QtBot, window: Window) -> None:
    edited(window)
    palette = open_palette(qtbot, window)
    assert QApplication.focusWidget() is palette.search and len(palette.commands_model.rows) > 30
    qtbot.keyClicks(palette.search, "undo")
    first = palette.commands_model.index(0, 0)
    assert first.data() == "Edit › Undo Step 1" and "Ctrl+Z" in first.data(KEYS_ROLE)
    qtbot.keyClick(palette.search, Key.Key_Return)
    qtbot.waitUntil(lambda: window.document.stack.index() == 0)
    assert QApplication.activePopupWidget() is None


def test_arrows_go_through_the_list_and_escape_leaves(qtbot: QtBot, window: Window) -> None:
    palette = open_palette(qtbot, window)
    rows = len(palette.commands_model.rows)
    for key, row in ((Key.Key_Down, 1), (Key.Key_PageDown, 12), (Key.Key_Up, 11), (Key.Key_PageUp, 0), (Key.Key_Up, 0)):
        qtbot.keyClick(palette.search, key)
        assert palette.list.currentIndex().row() == min(row, rows - 1)
    qtbot.keyClicks(palette.search, "zzz")
    assert not palette.commands_model.rows and palette.none.isVisible()
    qtbot.keyClick(palette.search, Key.Key_Return)
    assert palette.isVisible()
    palette.search.clear()
    assert palette.list.isVisible()
    qtbot.keyClick(palette.search, Key.Key_Escape)
    assert not palette.isVisible() and window.document.stack.index() == 0


def test_a_click_runs_a_command_too(qtbot: QtBot, window: Window) -> None:
    palette = open_palette(qtbot, window)
    qtbot.keyClicks(palette.search, "view hist")
    box = palette.list.visualRect(palette.commands_model.index(0, 0))
    qtbot.mouseClick(palette.list.viewport(), LEFT, pos=box.center())
    qtbot.waitUntil(lambda: window.below.currentWidget() is window.history)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.history.list)


def test_what_cannot_be_done_now_is_seen_and_does_nothing(qtbot: QtBot, window: Window) -> None:
    palette = open_palette(qtbot, window)
    qtbot.keyClicks(palette.search, "undo")
    index = palette.commands_model.index(0, 0)
    assert not index.flags() & Qt.ItemFlag.ItemIsEnabled
    assert "not possible now" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    qtbot.keyClick(palette.search, Key.Key_Return)
    assert palette.isVisible()
    palette.close()


def test_the_palette_knows_every_action_of_the_menus(window: Window) -> None:
    def below(menu: QMenu) -> list[QAction]:
        return [one for a in menu.actions() for one in (below(a.menu()) if isinstance(a.menu(), QMenu) else [a]) if not one.isSeparator()]

    named = {id(command.action) for command in commands(window)}
    menus = [a.menu() for a in window.menuBar().actions()]
    assert all(id(action) in named for menu in menus if isinstance(menu, QMenu) for action in below(menu) if action.isVisible())
    assert all(command.words and command.menus for command in commands(window))


def test_the_best_match_comes_first(qtbot: QtBot, window: Window) -> None:
    made = [Command(("Menu",), QAction(text, window)) for text in ("Reopen it", "Re open", "Open", "Menus", "&Open && shut")]
    made[2].action.setEnabled(False)
    assert [plain(c.action.text()) for c in matching(made, "open")] == ["Open & shut", "Re open", "Reopen it", "Open"]
    assert [c.words for c in matching(made, "MENU shut")] == ["Menu › Open & shut"]
    assert len(matching(made, "")) == 5


def test_no_key_means_two_things(window: Window) -> None:
    """Qt runs neither of two actions that share a key in one place."""
    everywhere = Counter(
        key.toString() for c in commands(window) if c.action.shortcutContext() == Qt.ShortcutContext.WindowShortcut for key in set(c.action.shortcuts())
    )
    assert [key for key, n in everywhere.items() if n > 1] == []


@pytest.mark.parametrize(("key", "modifiers"), [(Key.Key_F1, Qt.KeyboardModifier.NoModifier), (Key.Key_Question, CTRL)], ids=["F1", "Ctrl+?"])
def test_the_list_of_keys_is_made_from_the_actions(qtbot: QtBot, window: Window, key: Key, modifiers: Qt.KeyboardModifier) -> None:
    qtbot.keyClick(window, key, modifiers)
    (dialog,) = window.findChildren(ShortcutsDialog)
    text = dialog.text()
    for command in commands(window):
        if command.keys:
            assert f"{plain(command.action.text())}\t{command.keys}" in text
    assert "In the panels" in text and "Findings: Enter goes to the line" in text
    copy = next(b for b in dialog.findChildren(type(window.explain.copy)) if plain(b.text()) == "Copy")
    qtbot.mouseClick(copy, LEFT)
    assert QGuiApplication.clipboard().text() == text
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_history_goes_to_any_step_and_back(qtbot: QtBot, window: Window) -> None:
    start = window.document.recipe
    edited(window, 3)
    end = window.document.recipe
    qtbot.keyClick(window, Key.Key_7, CTRL)
    model, view = window.history.history_model, window.history.list
    assert [row.words for row in model.rows] == ["Opened", "Step 1", "Step 2", "Step 3"]
    assert model.index(3, 0).data() == "▸ Step 3  (now)" and model.index(0, 0).data().endswith("Opened  (saved)")
    shown: list[object] = []
    window.document.changed.connect(shown.append)
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(model.index(0, 0)).center())
    assert window.document.recipe is start and len(shown) == 1, "steps between are not judged"
    qtbot.waitUntil(lambda: model.rows[0].current)
    assert "undone" in model.index(2, 0).data()
    qtbot.keyClick(view, Key.Key_Down)
    qtbot.keyClick(view, Key.Key_Down)
    qtbot.keyClick(view, Key.Key_Return)
    assert window.document.stack.index() == 2
    window.document.go_to(3)
    assert window.document.recipe is end
    window.document.go_to(3)
    assert len(shown) == 3
    window.actions_.undo.trigger()
    qtbot.waitUntil(lambda: model.rows[2].current)
    edited(window)
    qtbot.waitUntil(lambda: len(model.rows) == 4 and model.rows[3].words == "Step 1")


def test_an_unseen_history_costs_nothing(qtbot: QtBot, window: Window) -> None:
    edited(window, 2)
    assert window.history.history_model.rows == ()


def test_the_status_bar_says_what_the_keys_do(qtbot: QtBot, window: Window) -> None:
    hints = window.hints
    assert "Ctrl+K" in hints.always.text() and "F1" in hints.always.text()
    qtbot.keyClick(window, Key.Key_2, CTRL)
    assert hints.here.text() == window.findings.table.accessibleDescription()
    qtbot.keyClick(window, Key.Key_1, CTRL)
    assert hints.here.text() == window.table.accessibleDescription() and hints.here.text()


def test_about_tells_version_and_data(qtbot: QtBot, window: Window) -> None:
    window.actions_.program.about.trigger()
    (dialog,) = window.findChildren(AboutDialog)
    assert dialog.text == about_text(window.document.data)
    for said in (f"Formulator {__version__}", f"Data edition {window.document.data.edition}", "PySide6", "eu-ii 20"):
        assert said in dialog.text
    copy = next(b for b in dialog.findChildren(type(window.explain.copy)) if plain(b.text()) == "Copy")
    qtbot.mouseClick(copy, LEFT)
    assert QGuiApplication.clipboard().text() == dialog.text
    qtbot.keyClick(dialog, Key.Key_Escape)
