"""Before a recipe is open, and beside it: the welcome page, recent files, several windows, dropped files, preferences."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from conftest import ON
from formulator.core.data import Data
from formulator.gui import theme
from formulator.gui.commands import plain
from formulator.gui.desk import Desk
from formulator.gui.document import Document
from formulator.gui.preferences import RECENT, Preferences, preferences_file
from formulator.gui.preferences_dialog import PreferencesDialog
from formulator.gui.welcome import Welcome, examples
from formulator.gui.window import Window

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(data: Data, own_state: Path) -> Desk:
    return Desk(data, ON)


@pytest.fixture
def fresh(qtbot: QtBot, desk: Desk) -> Window:
    """A window as it stands after a start without a file."""
    window = Window(Document(desk.data, desk.on), desk=desk)
    qtbot.addWidget(window, before_close_func=lambda w: w.document.stack.setClean())
    window.show_welcome()
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    page(window).refresh()
    return window


def page(window: Window) -> Welcome:
    assert window.welcome is not None
    return window.welcome


def welcomed(window: Window) -> bool:
    return window.welcome is not None and window.pages.currentWidget() is window.welcome


def close(*windows: Window) -> None:
    for window in windows:
        window.document.stack.setClean()
        assert window.close()


def drop(window: Window, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(50, 50), copy, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted() == bool(paths)
    if paths:
        QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), copy, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier))


def test_enter_starts_a_recipe_of_the_chosen_kind(qtbot: QtBot, fresh: Window) -> None:
    fields = page(fresh).fields
    assert QApplication.focusWidget() is page(fresh).start
    fields.product.show_value("hand-cream")
    fields.emulsion.show_value("w/o")
    fields.markets["US"].setChecked(True)
    qtbot.keyClick(page(fresh).start, Key.Key_Return)
    recipe = fresh.document.recipe
    assert (recipe.product, recipe.emulsion, recipe.markets) == ("hand-cream", "w/o", ("EU", "US"))
    assert not welcomed(fresh) and QApplication.focusWidget() is fresh.table
    assert not fresh.document.modified and fresh.desk.preferences.start == ("face-cream", "o/w", ("EU",))


def test_a_start_can_be_kept_for_the_next(qtbot: QtBot, fresh: Window) -> None:
    page(fresh).fields.take(("body-lotion", "none", ("US", "CN")))
    page(fresh).always.setChecked(True)
    qtbot.mouseClick(page(fresh).start, LEFT)
    assert Preferences().start == ("body-lotion", "none", ("US", "CN"))
    assert Preferences().first_recipe(fresh.document.data).product == "body-lotion"


def test_escape_shows_the_empty_bench(qtbot: QtBot, fresh: Window) -> None:
    qtbot.keyClick(page(fresh).start, Key.Key_Escape)
    assert not welcomed(fresh) and fresh.document.fresh
    fresh.actions_.program.welcome.trigger()
    assert welcomed(fresh) and len(fresh.desk.windows) == 1


def test_an_example_opens_as_a_copy(qtbot: QtBot, fresh: Window) -> None:
    shown = page(fresh).examples
    assert shown.count() == len(examples()) > 3
    shown.setFocus()
    qtbot.keyClick(shown, Key.Key_Down)
    name = shown.currentItem().text()
    qtbot.keyClick(shown, Key.Key_Return)
    assert fresh.document.recipe.name == name and fresh.document.path is None and not welcomed(fresh)


def test_recent_files_are_offered_here_and_in_the_menu(qtbot: QtBot, fresh: Window, cream: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert page(fresh).none.isVisible()
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(cream)], ""))
    qtbot.mouseClick(page(fresh).open, LEFT)
    assert fresh.document.path == cream and Preferences().recent == [cream]
    fresh.document.new()
    fresh.actions_.program.welcome.trigger()
    assert welcomed(fresh) and page(fresh).recent.item(0).text().startswith("cream\n")
    item = page(fresh).recent.visualItemRect(page(fresh).recent.item(0))
    qtbot.mouseClick(page(fresh).recent.viewport(), LEFT, pos=item.center())
    assert fresh.document.path == cream
    menu = fresh.actions_.program.recent
    menu.aboutToShow.emit()
    words = [plain(action.text()) for action in menu.actions() if not action.isSeparator()]
    assert words[0].startswith("1 cream.toml") and words[-1] == "Forget these files"
    menu.actions()[0].trigger()
    assert len(fresh.desk.windows) == 1, "a file that is open is not opened again"
    menu.actions()[-1].trigger()
    menu.aboutToShow.emit()
    assert Preferences().recent == [] and not menu.actions()[0].isEnabled()


def test_recent_files_are_remembered_once_each_and_not_without_end(own_state: Path, tmp_path: Path) -> None:
    kept = Preferences()
    for n in range(RECENT + 3):
        kept.remember(tmp_path / f"{n}.toml")
    kept.remember(tmp_path / "5.toml")
    found = Preferences().recent
    assert len(found) == RECENT and found[0] == tmp_path / "5.toml" and found.count(tmp_path / "5.toml") == 1
    kept.forget(tmp_path / "5.toml")
    assert tmp_path / "5.toml" not in kept.recent and preferences_file().is_file()


def test_what_is_kept_may_be_nonsense(own_state: Path, data: Data) -> None:
    preferences_file().parent.mkdir(parents=True, exist_ok=True)
    preferences_file().write_text("[General]\ntheme=pink\nproduct=no-such\nemulsion=milk\nmarkets=EU XX\nrecent=/one.toml\n", encoding="utf-8")
    kept = Preferences()
    assert kept.theme == "system" and kept.start == ("no-such", "o/w", ("EU",)) and kept.recent == [Path("/one.toml")]
    assert kept.first_recipe(data).product == "face-cream"


def test_ctrl_n_opens_another_window_with_its_own_recipe(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClick(window, Key.Key_N, CTRL)
    assert len(window.desk.windows) == 2
    other = window.desk.windows[1]
    assert welcomed(other) and other.document is not window.document and other.size() == window.size()
    qtbot.keyClick(page(other).start, Key.Key_Return)
    other.document.edit(other.document.recipe.without_line(0, 0), "Remove water")
    assert window.document.stack.count() == 0 and not window.isWindowModified() and other.isWindowModified()
    close(other)
    assert window.desk.windows == [window]


def test_ctrl_n_where_nothing_is_open_stays_here(qtbot: QtBot, fresh: Window) -> None:
    qtbot.keyClick(page(fresh).start, Key.Key_Escape)
    qtbot.keyClick(fresh, Key.Key_N, CTRL)
    assert welcomed(fresh) and len(fresh.desk.windows) == 1


def test_a_dropped_file_is_opened(qtbot: QtBot, fresh: Window, cream: Path, tmp_path: Path) -> None:
    drop(fresh)
    drop(fresh, cream)
    assert fresh.document.path == cream and not welcomed(fresh)
    second = tmp_path / "second.toml"
    second.write_text(cream.read_text(encoding="utf-8"), encoding="utf-8")
    drop(fresh, cream, second)
    assert [w.document.path for w in fresh.desk.windows] == [cream, second]
    close(fresh.desk.windows[1])


def test_a_dropped_file_without_a_recipe_leaves_no_window(qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box.text()))
    bad = tmp_path / "bad.toml"
    bad.write_text("hello", encoding="utf-8")
    drop(window, bad)
    assert shown and window.desk.windows == [window] and window.document.path != bad


def test_colours_are_kept_and_shared(qtbot: QtBot, window: Window, qapp: QApplication) -> None:
    other = window.desk.another(window)
    menu = next(a.menu() for a in window.menuBar().actions() if plain(a.text()) == "View")
    assert isinstance(menu, QMenu)
    next(a for a in menu.actions() if plain(a.text()) == "Dark").trigger()
    assert Preferences().theme == "dark" and other.actions_.theme == "dark"
    assert qapp.palette().window().color().name() == theme.DARK.window
    again = window.desk.another(window)
    assert again.actions_.theme == "dark"
    close(other, again)


def test_preferences_are_changed_by_ok_only(qtbot: QtBot, window: Window) -> None:
    def dialog() -> PreferencesDialog:
        qtbot.keyClick(window, Key.Key_Comma, CTRL)
        return next(d for d in window.findChildren(PreferencesDialog) if d.isVisible())

    shown = dialog()
    shown.colours.show_value("light")
    shown.fields.take(("lipstick", "none", ("TW",)))
    qtbot.keyClick(shown, Key.Key_Escape)
    assert Preferences().theme == "system" and Preferences().start == ("face-cream", "o/w", ("EU",))
    shown = dialog()
    shown.colours.show_value("light")
    shown.fields.take(("lipstick", "none", ("TW",)))
    qtbot.mouseClick(shown.ok, LEFT)
    assert Preferences().theme == "light" and Preferences().start == ("lipstick", "none", ("TW",))
    shown = dialog()
    qtbot.keyClick(shown, Key.Key_Return)
    assert Preferences().theme == "light"


def test_no_word_of_the_page_is_cut_off(qtbot: QtBot, fresh: Window) -> None:
    for size in ((1024, 700), (1280, 800)):
        fresh.resize(*size)
        qtbot.wait(20)
        assert page(fresh).minimumSizeHint().width() <= size[0] and page(fresh).minimumSizeHint().height() <= size[1] - 60
