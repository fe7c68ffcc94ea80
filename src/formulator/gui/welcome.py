"""What a window shows while no recipe is open: start a new one, go on with a recent one, look at an example, or drop a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from formulator.core.recipe import EMULSIONS, MARKETS, Emulsion
from formulator.files.bundled import shipped
from formulator.gui import theme
from formulator.gui.document import Document
from formulator.gui.panel import Panel, label
from formulator.gui.preferences import Preferences
from formulator.gui.recipe_header import EMULSION_WORDS, Choice
from formulator.report.tongue import say

if TYPE_CHECKING:
    from formulator.gui.window import Window

Start = tuple[str, str, tuple[str, ...]]
PATH_ROLE = int(Qt.ItemDataRole.UserRole)


def examples() -> list[tuple[str, Path]]:
    """The shipped recipes and what they are called."""
    return [(_name(path), path) for path in sorted(shipped("recipes").glob("*.toml"))]


class StartFields(QWidget):
    """Product type, emulsion and markets of a new recipe."""

    def __init__(self, document: Document, start: Start, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.product = Choice(self.tr("Product type"))
        for product in document.data.products.values():
            self.product.addItem(product.name, product.id)
        self.emulsion = Choice(self.tr("Emulsion"))
        for emulsion in EMULSIONS:
            self.emulsion.addItem(say(EMULSION_WORDS[emulsion]), emulsion)
        self.markets: dict[str, QCheckBox] = {}
        ticks = QGridLayout()
        ticks.setContentsMargins(0, 0, 0, 0)
        for n, market in enumerate(MARKETS):
            box = self.markets[market] = QCheckBox(market)
            box.setAccessibleName(self.tr("Market {0}").format(market))
            ticks.addWidget(box, n // 3, n % 3)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(theme.SPACE)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(self.tr("Product"), self.product)
        form.addRow(self.tr("Emulsion"), self.emulsion)
        form.addRow(self.tr("Markets"), ticks)
        self.take(start)

    def take(self, start: Start) -> None:
        """Show a choice."""
        self.product.show_value(start[0])
        self.emulsion.show_value(start[1])
        for market, box in self.markets.items():
            box.setChecked(market in start[2])

    def start(self) -> Start:
        """What is chosen."""
        markets = tuple(market for market, box in self.markets.items() if box.isChecked())
        return str(self.product.currentData()), str(self.emulsion.currentData()), markets


class FileList(QListWidget):
    """Files to open by a click or Enter. `chosen` carries the path."""

    chosen = Signal(Path)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setStyleSheet("QListView::item { padding: 6px; }")
        self.itemClicked.connect(self._choose)

    def show_files(self, files: Sequence[tuple[str, Path]]) -> None:
        """Other files."""
        self.clear()
        for words, path in files:
            item = QListWidgetItem(words, self)
            item.setData(PATH_ROLE, str(path))
            item.setToolTip(str(path))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is always one that Enter opens."""
        super().focusInEvent(event)
        if self.currentRow() < 0:
            self.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._choose(item)
            return
        super().keyPressEvent(event)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(Path(item.data(PATH_ROLE)))


class Welcome(QWidget):
    """Three columns; `started` carries product, emulsion and markets, `left` tells that nobody wants it any more."""

    started = Signal(object)
    left = Signal()

    def __init__(self, document: Document, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.setAccessibleName(self.tr("Welcome"))
        self.setAccessibleDescription(self.tr("Enter starts a new recipe; Tab goes to recent files and examples; Escape shows the empty bench."))
        self.fields = StartFields(document, preferences.start)
        self.start = QPushButton(self.tr("&Start a new recipe"))
        self.always = QCheckBox(self.tr("Always start like this"))
        self.recent = FileList(self.tr("Recent files"))
        self.none = label(self.tr("Recipes you open or save are listed here."), "muted", wrap=True)
        self.open = QPushButton(self.tr("&Open a file …"))
        self.examples = FileList(self.tr("Examples"))
        self.examples.show_files(examples())
        self.start.clicked.connect(self._start)
        for button in (self.start, self.open):
            button.setObjectName("plain")
        columns = QHBoxLayout()
        columns.setSpacing(theme.SPACE)
        columns.addWidget(_column(self.tr("New recipe"), self.fields, self.start, self.always, None), 1)
        columns.addWidget(_column(self.tr("Recent files"), self.none, self.recent, None, self.open), 1)
        columns.addWidget(_column(self.tr("Examples"), self.examples, label(self.tr("An example opens as a copy: try what you like."), "muted", wrap=True)), 1)
        title = label(self.tr("Formulator"))
        title.setFont(theme.figures(title.font(), 1.8, bold=True))
        says = self.tr("Design creams: emulsion, minerals, dose and law of one open recipe. Drop a recipe file anywhere on this window to open it.")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(5 * theme.SPACE, 4 * theme.SPACE, 5 * theme.SPACE, 4 * theme.SPACE)
        outer.setSpacing(2 * theme.SPACE)
        outer.addWidget(title)
        outer.addWidget(label(says, "muted", wrap=True))
        outer.addLayout(columns, 1)

    def refresh(self) -> None:
        """Recent files as they are now."""
        self.fields.take(self._preferences.start)
        found = [(f"{path.stem}\n{path.parent}", path) for path in self._preferences.recent if path.exists()]
        self.recent.show_files(found)
        self.recent.setVisible(bool(found))
        self.none.setVisible(not found)
        self.start.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter starts, Escape shows the empty bench."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._start()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _start(self) -> None:
        start = self.fields.start()
        if self.always.isChecked():
            self._preferences.start = start
        self.started.emit(start)


def welcome_of(window: Window) -> Welcome:
    """The welcome page of a window, with what its choices do there."""
    document, desk = window.document, window.desk
    page = Welcome(document, desk.preferences)

    def begin(start: Start) -> None:
        blank = desk.preferences.first_recipe(document.data)
        document.new(replace(blank, product=start[0], emulsion=cast(Emulsion, start[1]), markets=start[2]))
        window.show_bench()

    page.started.connect(begin)
    page.left.connect(window.show_bench)
    page.recent.chosen.connect(lambda path: desk.open_path(path, window))
    page.examples.chosen.connect(lambda path: desk.open_path(path, window, as_copy=True))
    page.open.clicked.connect(lambda: window.actions_.program.ask_open())
    document.changed.connect(window.show_bench)
    return page


def _name(path: Path) -> str:
    """A recipe's own name, without reading all of it; else its file's."""
    found = re.search(r'^name = "([^"\\]+)"', path.read_text(encoding="utf-8")[:2000], re.MULTILINE)
    return found[1] if found else path.stem.replace("-", " ").capitalize()


def _column(title: str, *parts: QWidget | None) -> Panel:
    panel = Panel(title)
    panel.body.setContentsMargins(theme.SPACE + 4, theme.SPACE, theme.SPACE + 4, theme.SPACE + 4)
    panel.body.setSpacing(theme.SPACE + 2)
    panel.setAccessibleName(title)
    add: Callable[[QWidget], None] = panel.body.addWidget
    for part in parts:
        if part is None:
            panel.body.addStretch(1)
        else:
            add(part)
    return panel
