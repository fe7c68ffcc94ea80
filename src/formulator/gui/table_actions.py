"""The actions of the recipe table: into the Edit menu, a Recipe menu, and the menu of a right click, which has nothing the others have not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from formulator.gui.block_edits import phase_called
from formulator.gui.recipe_table import RecipeTable
from formulator.gui.table_editing import TableEditing

Keys = QKeySequence.StandardKey


class TableActions(QObject):
    """Makes them and keeps what they are called in step with the selection."""

    def __init__(self, editing: TableEditing, table: RecipeTable, parent: QObject) -> None:
        super().__init__(parent)
        self._editing = editing
        self._table = table
        self.cut = self._action(self.tr("Cu&t lines"), Keys.Cut, editing.cut)
        self.copy = self._action(self.tr("&Copy lines"), Keys.Copy, editing.copy)
        self.paste = self._action(self.tr("&Paste lines"), Keys.Paste, editing.paste)
        self.duplicate = self._action(self.tr("&Duplicate lines"), "Ctrl+D", editing.duplicate)
        self.select_all = self._action(self.tr("Select &all lines"), Keys.SelectAll, table.selectAll)
        self.remove = self._action(self.tr("&Remove lines"), Keys.Delete, editing.remove)
        self.up = self._action(self.tr("Move &up"), "Alt+Up", lambda: editing.move(-1))
        self.down = self._action(self.tr("Move do&wn"), "Alt+Down", lambda: editing.move(1))
        self.phase_up = self._action(self.tr("Move to the phase a&bove"), "Alt+Shift+Up", lambda: editing.move_by_phase(-1))
        self.phase_down = self._action(self.tr("Move to the phase be&low"), "Alt+Shift+Down", lambda: editing.move_by_phase(1))
        self.swap = self._action(self.tr("&Swap material …"), "Ctrl+R", editing.swap)
        self.lock = self._action(self.tr("&Lock or unlock lines"), "Ctrl+L", editing.lock)
        self.ratio = self._action(self.tr("Lock or unlock their rat&io"), "Ctrl+Shift+L", editing.lock_ratio)
        self.normalise = self._action(self.tr("&Normalise to 100 %"), "Ctrl+Shift+N", editing.normalise, anywhere=True)
        self.batch = self._action(self.tr("Scale to &batch …"), "Ctrl+Shift+B", editing.scale_to_batch, anywhere=True)
        self.new_phase = self._action(self.tr("New &phase …"), "Ctrl+Shift+P", editing.new_phase, anywhere=True)
        self.edit_phase = self._action(self.tr("P&hase: name, kind, heat …"), "Shift+F2", editing.edit_phase)
        self.delete_phase = self._action(self.tr("Delete &empty phase"), "", editing.delete_phase)
        self._context = QMenu(table)
        self._context.setAccessibleName(self.tr("Lines"))
        for part in (self._clip_part(), self._line_part()):
            self._context.addActions(part)
            self._context.addSeparator()
        self._add_phases(self._context)
        self._context.addSeparator()
        self._context.addActions([self.edit_phase, self.new_phase, self.delete_phase])
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._show_context)

    def fill_edit(self, menu: QMenu) -> None:
        """What people look for under Edit."""
        menu.addActions(self._clip_part())

    def add_menu(self, bar: QMenuBar) -> QMenu:
        """The Recipe menu: lines, what is held, and phases."""
        menu = bar.addMenu(self.tr("&Recipe"))
        menu.addActions(self._line_part())
        self._add_phases(menu)
        menu.addActions([self.phase_up, self.phase_down])
        menu.addSeparator()
        menu.addActions([self.normalise, self.batch])
        menu.addSeparator()
        menu.addActions([self.new_phase, self.edit_phase, self.delete_phase])
        return menu

    def _clip_part(self) -> list[QAction]:
        return [self.cut, self.copy, self.paste, self.duplicate, self.remove, self.select_all]

    def _line_part(self) -> list[QAction]:
        return [self.swap, self.lock, self.ratio, self.up, self.down]

    def _add_phases(self, menu: QMenu) -> None:
        """A menu with the phases there are now."""
        inside = menu.addMenu(self.tr("Move to p&hase"))
        inside.setAccessibleName(self.tr("Move to phase"))

        def fill() -> None:
            inside.clear()
            for n in range(len(self._editing.document.recipe.phases)):
                action = inside.addAction(f"&{phase_called(self._editing.document.recipe, n)}")
                action.triggered.connect(self._mover(n))

        inside.aboutToShow.connect(fill)
        fill()

    def _mover(self, phase: int) -> Callable[[], None]:
        return lambda: self._editing.move_to_phase(phase)

    def _show_context(self, at: QPoint) -> None:
        self._context.popup(self._table.viewport().mapToGlobal(at))

    def _do(self, does: Callable[[], object]) -> None:
        """First what is being typed is taken: its line may move."""
        if self._table.state() == self._table.State.EditingState:
            self._table.setFocus()
        does()

    def _action(self, words: str, keys: Keys | str, does: Callable[[], object], anywhere: bool = False) -> QAction:
        action = QAction(words, self)
        if keys != "":
            action.setShortcut(keys)
        action.triggered.connect(lambda _=False: self._do(does))
        if not anywhere:
            # in a text field these keys mean the text
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._table.addAction(action)
        return action
