"""Every action with its words, shortcut and menu. What an action does is one line; what follows is the document's business."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from formulator.gui import theme
from formulator.gui.program_actions import ProgramActions
from formulator.gui.table_actions import TableActions
from formulator.gui.window_menu import WindowMenu

if TYPE_CHECKING:
    from formulator.gui.window import Window

Keys = QKeySequence.StandardKey


class Actions(QObject):
    """Makes the menus of a window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.program = ProgramActions(window)
        self._file_menu()
        self._edit_menu()
        self.table.add_menu(self._window.menuBar())
        self._view_menu()
        self.windows = WindowMenu(window, self._menu(self.tr("&Window")))
        self.program.help_menu(self._menu(self.tr("&Help")))

    def _file_menu(self) -> None:
        files = self._window.files
        menu = self._menu(self.tr("&File"))
        self.new = self._action(menu, self.tr("&New"), Keys.New, lambda: self._window.desk.new(self._window))
        self.program.add_to_file(menu)
        menu.addSeparator()
        self.save = self._action(menu, self.tr("&Save"), Keys.Save, self._save)
        self.save_as = self._action(menu, self.tr("Save &as …"), QKeySequence("Ctrl+Shift+S"), files.ask_save_as)
        menu.addSeparator()
        self.sheet = self._action(menu, self.tr("&Weigh sheet …"), Keys.Print, self._window.tools.show_sheet)
        menu.addSeparator()
        self.program.end_file(menu)

    def _edit_menu(self) -> None:
        window, stack = self._window, self._window.document.stack
        menu = self._menu(self.tr("&Edit"))
        self.undo = stack.createUndoAction(self, self.tr("Undo"))
        self.undo.setShortcuts(Keys.Undo)
        self.redo = stack.createRedoAction(self, self.tr("Redo"))
        self.redo.setShortcuts([QKeySequence(key) for key in dict.fromkeys([*(key.toString() for key in QKeySequence.keyBindings(Keys.Redo)), "Ctrl+Y"])])
        menu.addActions([self.undo, self.redo])
        menu.addSeparator()
        self.table = TableActions(window.editing, window.table, self)
        self.table.fill_edit(menu)
        menu.addSeparator()
        self.find = self._action(menu, self.tr("&Find a material"), Keys.Find, window.library.focus_search)
        self.add = self._action(menu, self.tr("&Add to the recipe"), QKeySequence("Ctrl+Return"), window.library.choose_current, window.library)
        findings = window.findings.table
        self.mend = self._action(menu, self.tr("Apply the finding's &first mend"), QKeySequence("Alt+Return"), window.mend_current, findings)
        self.mends = self._action(menu, self.tr("&Choose a mend of the finding …"), QKeySequence("Alt+Shift+Return"), window.choose_mend, findings)

        menu.addSeparator()
        self.own = self._action(menu, self.tr("Own &materials …"), QKeySequence("Ctrl+Shift+M"), window.show_own)
        menu.addSeparator()
        self.what_if = self._action(menu, self.tr("W&hat if …"), QKeySequence("F9"), window.tools.what_if.toggle)
        self.settings = self._action(menu, self.tr("Recipe &settings …"), QKeySequence("Ctrl+Shift+R"), window.tools.show_settings)
        window.tools.put_buttons(self.what_if, self.settings, self.sheet)

    def _view_menu(self) -> None:
        window = self._window
        menu = self._menu(self.tr("&View"))
        self._action(menu, self.tr("&Recipe"), QKeySequence("Ctrl+1"), window.table.setFocus)
        self._action(menu, self.tr("&Findings"), QKeySequence("Ctrl+2"), lambda: self._show_below(0))
        self._action(menu, self.tr("&Explanation"), QKeySequence("Ctrl+3"), lambda: self._show_below(1))
        self._action(menu, self.tr("&Overview"), QKeySequence("Ctrl+4"), lambda: self._show_verdict(0))
        self._action(menu, self.tr("D&ose"), QKeySequence("Ctrl+5"), lambda: self._show_verdict(1))
        self._action(menu, self.tr("Dose &table"), QKeySequence("Ctrl+6"), lambda: self._show_below(2))
        self.history = self._action(menu, self.tr("&History"), QKeySequence("Ctrl+7"), lambda: self._show_below(3))
        menu.addSeparator()
        self.costs = self._action(menu, self.tr("&Costs in the recipe"), None, window.table.toggle_cost)
        self.costs.setCheckable(True)
        window.table.cost_shown.connect(self.costs.setChecked)
        menu.addSeparator()
        group = QActionGroup(self)
        self._themes: dict[theme.Theme, QAction] = {}
        choices: tuple[tuple[theme.Theme, str], ...] = (("system", self.tr("Colours of the s&ystem")), ("light", self.tr("&Light")), ("dark", self.tr("&Dark")))
        for name, words in choices:
            action = self._action(menu, words, None, self._theme_setter(name))
            action.setCheckable(True)
            group.addAction(action)
            self._themes[name] = action
        self.theme: theme.Theme = window.desk.preferences.theme
        self._themes[self.theme].setChecked(True)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)

    def show_theme(self, name: theme.Theme) -> None:
        """Light, dark, or as the system has it."""
        self.theme = name
        self._themes[name].setChecked(True)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, name)

    def _theme_setter(self, name: theme.Theme) -> Callable[[], None]:
        return lambda: self._window.desk.choose_theme(name)

    def _follow(self, *_: object) -> None:
        if self.theme == "system":
            self.show_theme("system")

    def _show_below(self, tab: int) -> None:
        below = self._window.below
        below.setCurrentIndex(tab)
        window = self._window
        (window.findings.table, window.explain.tree, window.doses.view, window.history.list)[tab].setFocus()

    def _show_verdict(self, page: int) -> None:
        pages = self._window.verdict.pages
        pages.setCurrentIndex(page)
        (pages.tabBar() if page == 0 else self._window.dose.use.population).setFocus()

    def _save(self) -> None:
        if self._window.files.save():
            self._window.tell(self.tr("Saved to {0}").format(self._window.document.path))

    def _menu(self, title: str) -> QMenu:
        return self._window.menuBar().addMenu(title)

    def _action(self, menu: QMenu, words: str, keys: Keys | QKeySequence | None, does: Callable[[], object], only_in: QWidget | None = None) -> QAction:
        action = QAction(words, self)
        if keys is not None:
            action.setShortcut(keys)
        action.triggered.connect(lambda _=False: does())
        menu.addAction(action)
        if only_in is not None:
            # the key means this only there: Del in a text field deletes a letter
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            only_in.addAction(action)
        return action
