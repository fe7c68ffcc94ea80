"""Opening, saving, leaving, and what happens when the program itself fails."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from formulator.core.data import Data
from formulator.files.recipe import open_recipe
from formulator.gui import app, recovery
from formulator.gui.recovery import ErrorDialog, error_door
from formulator.gui.window import Window

Answer = QMessageBox.StandardButton


def edited(window: Window) -> None:
    window.document.edit(window.document.recipe.without_line(0, 1), "Remove glycerin")


def test_new_starts_clean_and_asks_for_a_file(qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, data: Data) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    fresh = window.desk.windows[-1]
    qtbot.addWidget(fresh)
    assert fresh is not window and fresh.document.path is None and not fresh.isWindowModified()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "fresh"), ""))
    assert fresh.files.save()
    assert open_recipe(tmp_path / "fresh.toml", data).recipe == fresh.document.recipe
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    assert not fresh.files.ask_save_as()


def test_closing_asks_once_when_there_is_something_to_lose(window: Window, monkeypatch: pytest.MonkeyPatch, cream: Path) -> None:
    asked: list[str] = []

    def answer(reply: QMessageBox.StandardButton) -> None:
        monkeypatch.setattr(QMessageBox, "question", lambda *a: asked.append(a[2]) or reply)

    assert window.files.open(cream)
    edited(window)
    changed = window.document.recipe
    answer(Answer.Cancel)
    assert not window.close() and window.isVisible() and len(asked) == 1
    assert window.document.recipe is changed
    answer(Answer.Save)
    assert window.close() and len(asked) == 2
    assert "glycerin" not in cream.read_text(encoding="utf-8")


def test_an_example_is_opened_as_a_copy(window: Window, cream: Path) -> None:
    assert window.files.open(cream, as_copy=True)
    assert window.document.path is None and window.document.recipe.name == "Trial cream"


def test_faults_of_a_file_are_shown_together_and_change_nothing(window: Window, monkeypatch: pytest.MonkeyPatch, cream: Path) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box.text()))
    before = window.document.recipe
    text = cream.read_text(encoding="utf-8")
    cream.write_text(text.replace("5 %", "5 bananas").replace("face-cream", "fase-cream"), encoding="utf-8")
    assert not window.files.open(cream)
    assert window.document.recipe is before
    assert "bananas" in shown[0] and "Did you mean 'face-cream'?" in shown[0] and "line" in shown[0]
    cream.write_text(before.name, encoding="utf-8")
    assert not window.files.open(cream.with_name("absent.toml"))
    assert "cannot be opened" in shown[1]


def test_an_unknown_material_is_told_and_opened(window: Window, monkeypatch: pytest.MonkeyPatch, cream: Path) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box.text()))
    cream.write_text(cream.read_text(encoding="utf-8").replace('"glycerin"', '"glycerine"'), encoding="utf-8")
    assert window.files.open(cream)
    assert "Did you mean 'glycerin'?" in shown[0]
    assert window.table.recipe_model.rows[2].unknown


def test_a_place_that_cannot_be_written_is_told(window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *a: told.append(a[2]))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "such" / "folder.toml"), ""))
    edited(window)
    assert not window.files.ask_save_as()
    assert "cannot be written" in told[0] and window.isWindowModified()


def test_a_bug_in_a_slot_shows_the_dialog_and_the_window_works_on(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, data: Data
) -> None:
    with capture_exceptions() as caught:
        monkeypatch.setattr(sys, "excepthook", error_door(window, lambda: window.document.recipe, tmp_path / "recovery"))

        def bug() -> None:
            raise RuntimeError("planted")

        edited(window)
        window.explain.copy.clicked.connect(bug)
        window.explain.copy.setEnabled(True)
        window.explain.copy.click()
        window.explain.copy.click()  # a second error joins the first
        monkeypatch.undo()
    assert not caught
    dialogs = window.findChildren(ErrorDialog)
    assert len(dialogs) == 1 and dialogs[0].isVisible()
    assert dialogs[0].details.toPlainText().count("RuntimeError: planted") == 2
    copies = sorted((tmp_path / "recovery").glob("Trial-cream-*.toml"))
    assert len(copies) == 2 and str(copies[1]) in dialogs[0].message.text()
    assert open_recipe(copies[0], data).recipe == window.document.recipe
    qtbot.mouseClick(dialogs[0].copy, Qt.MouseButton.LeftButton)
    assert "planted" in QGuiApplication.clipboard().text()
    qtbot.mouseClick(dialogs[0].go_on, Qt.MouseButton.LeftButton)
    window.actions_.undo.trigger()
    assert len(window.document.recipe.phases[0].lines) == 3


def test_a_recovery_copy_that_cannot_be_written_is_said(window: Window, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    error_door(window, lambda: window.document.recipe, blocked)(RuntimeError, RuntimeError("planted"), None)
    dialog = window.findChildren(ErrorDialog)[0]
    assert "could not be written" in dialog.message.text()
    dialog.accept()


def test_recovery_lies_in_the_users_state_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(recovery.platformdirs, "user_state_path", lambda name: tmp_path / name)
    assert recovery.recovery_folder() == tmp_path / "formulator" / "recovery"


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="Windows and macOS always have a screen")
def test_without_a_display_qt_is_not_started(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(app.NoDisplay, match="no display"):
        app.need_display()
    for name in (":987", "nonsense", "localhost:987.0"):
        monkeypatch.setenv("DISPLAY", name)
        with pytest.raises(app.NoDisplay, match="does not answer"):
            app.need_display()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    app.need_display()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_screenshot_is_a_picture_of_the_size_asked_for(cream: Path, tmp_path: Path, theme: str) -> None:
    out = tmp_path / "window.png"
    program = (
        "import sys; from pathlib import Path; from datetime import date; from formulator.gui.app import screenshot;"
        "from PySide6.QtGui import QImage;"
        "screenshot(Path(sys.argv[1]), Path(sys.argv[2]), (1280, 800), sys.argv[3], date(2026, 11, 22));"
        "image = QImage(sys.argv[2]); print(image.width(), image.height(), image.pixelColor(4, 400).lightness() > 128)"
    )
    env = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    done = subprocess.run([sys.executable, "-c", program, str(cream), str(out), theme], env=env, capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.split() == ["1280", "800", str(theme == "light")], done.stderr
