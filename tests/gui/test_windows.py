"""Several recipes: each in its window, none opened twice, none lost when all of them close."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from conftest import CREAM, ON, give_up
from formulator.core.data import Data
from formulator.gui.commands import plain
from formulator.gui.desk import Desk
from formulator.gui.document import Document
from formulator.gui.material_editor import MaterialEditor
from formulator.gui.preferences_dialog import PreferencesDialog
from formulator.gui.window import Window

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
Answer = QMessageBox.StandardButton


@pytest.fixture
def blank(qtbot: QtBot, data: Data) -> Window:
    """A window as the program starts: nothing open, the welcome page."""
    window = Window(Document(data, ON), desk=Desk(data, ON))
    qtbot.addWidget(window, before_close_func=give_up)
    window.show_welcome()
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"cream-{n}.toml" for n in range(3)]
    for n, path in enumerate(paths):
        path.write_text(CREAM.replace("Trial cream", f"Cream {n}"), encoding="utf-8")
    return paths


def choose(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path) for path in paths], ""))


def edited(window: Window) -> None:
    window.document.edit(window.document.recipe.without_line(0, 1), "Remove glycerin")


def names(window: Window) -> list[str]:
    return [w.document.recipe.name for w in window.desk.windows]


def listed(window: Window) -> list[str]:
    menu = next(a.menu() for a in window.menuBar().actions() if plain(a.text()) == "Window")
    menu.aboutToShow.emit()  # type: ignore[union-attr]
    return [("✓" if a.isChecked() else "") + plain(a.text()) for a in menu.actions() if a.isCheckable()]  # type: ignore[union-attr]


def close_all(window: Window) -> None:
    for one in list(window.desk.windows):
        one.document.stack.setClean()
        one.close()


def test_the_untouched_window_is_used_and_what_is_open_is_left_alone(qtbot: QtBot, blank: Window, files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, files[0])
    qtbot.keyClick(blank, Key.Key_O, CTRL)
    assert names(blank) == ["Cream 0"] and blank.document.path == files[0]
    edited(blank)
    choose(monkeypatch, files[1])
    qtbot.keyClick(blank, Key.Key_O, CTRL)
    assert names(blank) == ["Cream 0", "Cream 1"] and blank.document.modified
    qtbot.keyClick(blank, Key.Key_N, CTRL)
    assert names(blank) == ["Cream 0", "Cream 1", "New recipe"]
    choose(monkeypatch)
    qtbot.keyClick(blank, Key.Key_O, CTRL)
    assert len(blank.desk.windows) == 3
    close_all(blank)


def test_several_files_open_several_windows_and_none_twice(qtbot: QtBot, blank: Window, files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, *files)
    qtbot.keyClick(blank, Key.Key_O, CTRL)
    assert names(blank) == ["Cream 0", "Cream 1", "Cream 2"]
    qtbot.keyClick(blank, Key.Key_O, CTRL)
    assert len(blank.desk.windows) == 3
    shown: list[Window] = []
    choose(monkeypatch, files[2])
    with monkeypatch.context() as watched:
        watched.setattr(blank.desk, "show", shown.append)
        blank.actions_.program.open.trigger()
    assert shown == [blank.desk.windows[2]], "brought to the front where it is"
    close_all(blank)


def test_an_example_leaves_what_is_open_alone(qtbot: QtBot, window: Window) -> None:
    edited(window)
    window.show_welcome()
    assert window.welcome is not None
    window.welcome.examples.setFocus()
    qtbot.keyClick(window.welcome.examples, Key.Key_Return)
    first, second = window.desk.windows
    assert first.document.recipe.name == "Trial cream" and second.document.path is None and not second.document.fresh
    second.close()


def test_the_window_menu_lists_them_and_keys_go_round(qtbot: QtBot, blank: Window, files: list[Path]) -> None:
    for path in files:
        assert blank.desk.open_path(path, blank)
    first, second, third = blank.desk.windows
    edited(second)
    assert listed(second) == ["1 Cream 0 – cream-0.toml", "✓2 Cream 1* – cream-1.toml", "3 Cream 2 – cream-2.toml"]
    qtbot.keyClick(third, Key.Key_F6, CTRL)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is first)
    qtbot.keyClick(first, Key.Key_F6, CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is third)
    third.close()
    assert len(listed(first)) == 2
    close_all(blank)


def test_quitting_asks_once_for_all_of_it(qtbot: QtBot, blank: Window, files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    for path in files:
        blank.desk.open_path(path, blank)
    first, second, third = blank.desk.windows
    edited(first)
    edited(third)
    asked: list[str] = []
    answer = [Answer.Cancel]
    monkeypatch.setattr(QMessageBox, "question", lambda *a: asked.append(a[2]) or answer[0])
    qtbot.keyClick(second, Key.Key_Q, CTRL)
    assert asked == ["2 things have changes that are not saved:\n• Cream 2\n• Cream 0"] and len(first.desk.windows) == 3
    answer[0] = Answer.SaveAll
    qtbot.keyClick(second, Key.Key_Q, CTRL)
    assert len(asked) == 2 and first.desk.windows == []
    assert [b"glycerin" in path.read_bytes() for path in files] == [False, True, False]


def test_what_cannot_be_saved_keeps_the_windows(qtbot: QtBot, blank: Window, files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    blank.desk.open_path(files[0], blank)
    edited(blank)
    other = blank.desk.another(blank)
    edited_new = other.document.recipe.without_line(0, 0)
    other.document.edit(edited_new, "Remove water")
    monkeypatch.setattr(QMessageBox, "question", lambda *_: Answer.SaveAll)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    qtbot.keyClick(blank, Key.Key_Q, CTRL)
    assert len(blank.desk.windows) == 2 and other.document.modified, "no file was chosen for it"
    monkeypatch.setattr(QMessageBox, "question", lambda *_: Answer.Discard)
    qtbot.keyClick(blank, Key.Key_Q, CTRL)
    assert blank.desk.windows == []


def test_one_unsaved_thing_is_asked_about_as_ever(qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    window.desk.another(window)
    edited(window)
    asked: list[str] = []
    monkeypatch.setattr(QMessageBox, "question", lambda *a: asked.append(a[2]) or Answer.Discard)
    qtbot.keyClick(window, Key.Key_Q, CTRL)
    assert asked == ["“Trial cream” has changes that are not saved."] and window.desk.windows == []


def typing_in_an_editor(window: Window) -> MaterialEditor:
    own = window.show_own()
    own.new_material()
    editor = next(e for e in own.findChildren(MaterialEditor) if e.isVisible())
    editor.text.setPlainText('[[material]]\nid = "my-oil"\nname = "My oil"\nfunctions = ["emollient"]\n')
    return editor


def test_an_own_material_in_its_editor_is_asked_about_too(qtbot: QtBot, window: Window, own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = typing_in_an_editor(window)
    asked: list[str] = []
    answer = [Answer.Cancel]
    monkeypatch.setattr(QMessageBox, "question", lambda *a: asked.append(a[2]) or answer[0])
    assert not window.close() and asked == ["What you typed is not saved."] and editor.isVisible()
    edited(window)
    assert not window.desk.quit() and "• My oil (own material)\n• Trial cream" in asked[1]
    answer[0] = Answer.SaveAll
    assert window.desk.quit() and window.desk.windows == []
    assert "My oil" in (own_folder / "my-oil.toml").read_text(encoding="utf-8")


def test_decimals_are_chosen_for_all_windows_and_kept(qtbot: QtBot, window: Window) -> None:
    other = window.desk.another(window)
    other.document.edit(window.document.recipe, "The same")

    def shares(one: Window) -> list[str]:
        rows = one.table.recipe_model.rows
        return [row.share.strip("\u2007") for row in rows if row.is_line]

    assert shares(window)[1:4] == ["5.00", "0.088", "15.00"]
    for places, shown in (("1", ["5.0", "0.1", "15.0"]), ("3", ["5.000", "0.088", "15.000"]), ("", ["5.00", "0.088", "15.00"])):
        dialog = PreferencesDialog(window)
        dialog.decimals.show_value(places)
        dialog.accept()
        assert shares(window)[1:4] == shares(other)[1:4] == shown
        third = window.desk.another(window)
        third.document.edit(window.document.recipe, "The same")
        assert shares(third)[1:4] == shown
        third.document.stack.setClean()
        third.close()
        dialog.deleteLater()
    other.document.stack.setClean()
    other.close()
