"""Everything can be reached by keys and be read out: each shortcut is listed, each command can be found, each control of each window has a name."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from formulator.gui.about import AboutDialog
from formulator.gui.asking import BatchDialog, PhaseDialog
from formulator.gui.commands import commands, plain
from formulator.gui.leaving import open_editors
from formulator.gui.material_picker import MaterialPicker
from formulator.gui.palette import Palette
from formulator.gui.preferences_dialog import PreferencesDialog
from formulator.gui.shortcuts import ShortcutsDialog
from formulator.gui.window import Window

Role = QAccessible.Role
# what somebody does something with; the rest is text and room
CONTROLS = (
    Role.PushButton,
    Role.CheckBox,
    Role.RadioButton,
    Role.ComboBox,
    Role.ButtonMenu,
    Role.ButtonDropDown,
    Role.EditableText,
    Role.List,
    Role.Table,
    Role.Tree,
    Role.Slider,
    Role.SpinBox,
    Role.PageTab,
    Role.MenuItem,
)


def inside(one: QAccessibleInterface, depth: int = 0) -> Iterator[QAccessibleInterface]:
    """All of an accessibility tree that is seen, but for the cells of tables and lists."""
    yield one
    if one.role() in (Role.List, Role.Table, Role.Tree) or depth > 40:
        return
    for n in range(one.childCount()):
        child = one.child(n)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from inside(child, depth + 1)


def nameless(widget: QWidget) -> list[str]:
    found = []
    for one in inside(QAccessible.queryAccessibleInterface(widget)):
        if one.role() in CONTROLS and not one.text(QAccessible.Text.Name):
            is_of = one.object()
            # Qt's own: the cross that empties a search
            if is_of is None or (not is_of.objectName().startswith("_q_qlineedit") and type(is_of.parent()).__name__ != "QLineEdit"):
                found.append(f"{type(widget).__name__}: {one.role().name} {type(is_of).__name__}")
    return found


def test_every_control_of_every_window_has_a_name(qtbot: QtBot, trouble: Window) -> None:
    window = trouble
    assert nameless(window) == []
    for tab in range(window.below.count()):
        window.below.setCurrentIndex(tab)
        assert nameless(window) == []
    window.verdict.pages.setCurrentWidget(window.dose)
    window.table.select_line((0, 1))
    window.tools.what_if.start()
    assert nameless(window) == []
    window.tools.what_if.drop()
    data, recipe = window.document.data, window.document.recipe
    dialogs: list[QDialog] = [
        PreferencesDialog(window),
        AboutDialog(data, window),
        ShortcutsDialog(window),
        Palette(window),
        MaterialPicker("Swap", "For what?", window.library.finder, lambda _: "", window),
        BatchDialog(recipe.batch, 1, window),
        PhaseDialog("Phase", "Change", recipe.phases[0], parent=window),
    ]
    for dialog in dialogs:
        dialog.show()
        assert dialog.windowTitle() and nameless(dialog) == []
        dialog.close()
    window.tools.show_settings()
    window.tools.show_sheet()
    own = window.show_own()
    own.new_material()
    (editor,) = open_editors(window)
    settings, sheet = window.tools.settings, window.tools.sheet
    assert settings is not None and sheet is not None
    for shown in (settings, sheet, own, editor):
        assert shown.windowTitle() and nameless(shown) == []
    for tab in range(editor.tabs.count()):
        editor.tabs.setCurrentIndex(tab)
        assert nameless(editor) == []
    editor.give_up()
    own.close()
    settings.close()
    sheet.close()
    window.show_welcome()
    assert nameless(window) == []
    window.show_bench()
    QApplication.processEvents()


def test_every_shortcut_is_listed_and_every_action_is_a_command(qtbot: QtBot, window: Window) -> None:
    known = [command.action for command in commands(window)]
    listed = ShortcutsDialog(window)
    text = listed.text()
    for action in window.findChildren(QAction):
        keys = [key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts()]
        if keys:
            assert action in known, plain(action.text())
            assert all(key in text for key in keys), (plain(action.text()), keys)
    shown = {command.menus[0] for command in commands(window)}
    for top in window.menuBar().actions():
        assert isinstance(top.menu(), QMenu) and plain(top.text()) in shown
    twice = [key for command in commands(window) for key in (k.toString() for k in command.action.shortcuts())]
    assert len(twice) == len(set(twice)), "a key means one thing"
    listed.close()
    listed.deleteLater()
