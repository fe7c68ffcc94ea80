"""The recipe's settings in a window of their own, beside the recipe. Each change is in force at once and is one step to undo; closing keeps it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QTabWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from formulator.core.recipe import Recipe
from formulator.gui import settings_edits as edits
from formulator.gui.document import Document
from formulator.gui.panel import label
from formulator.gui.rows import phase_title
from formulator.gui.setting_fields import Form, SettingEntry, SettingText
from formulator.gui.settings_pages import ProductPage, UsePage
from formulator.gui.settings_targets import TargetsPage
from formulator.gui.theme import SPACE
from formulator.report.tongue import decimals

USUAL = (700, 620)


class ProcessPage(Form):
    """Temperature and steps of each phase."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.heats: list[SettingEntry] = []
        self.steps: list[SettingText] = []
        for p in range(len(document.recipe.phases)):
            self._add_phase(p)
        self.end()

    def leave(self) -> None:
        """Listen no more."""
        for heat in self.heats:
            self.document.changed.disconnect(heat.retake)
        for steps in self.steps:
            self.document.changed.disconnect(steps.retake)

    def _add_phase(self, p: int) -> None:
        phase = self.document.recipe.phases[p]
        name = phase.name or str(p + 1)
        head = label(phase_title(phase).partition(",")[0])
        font = head.font()
        font.setBold(True)
        head.setFont(font)
        self.grid.addWidget(head, self.grid.rowCount(), 0, 1, 2)

        def heat(recipe: Recipe) -> str:
            there = recipe.phases[p].heat if p < len(recipe.phases) else None
            return decimals(there.text).replace("degC", "°C") if there else ""

        def steps(recipe: Recipe) -> str:
            return "\n".join(recipe.phases[p].steps) if p < len(recipe.phases) else ""

        def said(recipe: Recipe) -> str:
            return self.tr("Set temperature of phase {0} to {1}").format(name, heat(recipe) or self.tr("nothing"))

        title = self.tr("Temperature of phase {0}").format(name)
        field = SettingEntry(self.document, title, heat, lambda r, text, comma: edits.with_heat(r, p, text, comma), said, ("°C", "degC", "°F", "C", "F"))
        field.setPlaceholderText(self.tr("not heated; such as 75 °C"))
        many = SettingText(
            self.document,
            self.tr("Steps of phase {0}").format(name),
            steps,
            lambda r, text: edits.with_steps(r, p, text),
            self.tr("Change steps of phase {0}").format(name),
            4,
        )
        many.setPlaceholderText(self.tr("one step a line"))
        self.heats.append(field)
        self.steps.append(many)
        self.add(self.tr("Temperature"), field)
        self.add(self.tr("Steps"), many)


class SettingsDialog(QDialog):
    """Four pages. It stays open beside the window; undo and redo are the recipe's."""

    def __init__(self, document: Document, undo: QAction, redo: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.setWindowTitle(self.tr("Recipe settings – Formulator"))
        self.setAccessibleName(self.tr("Recipe settings"))
        self.addActions([undo, redo])
        self._start = 0
        self._phases: tuple[tuple[str, str], ...] = ()
        self.product, self.use, self.targets = ProductPage(document), UsePage(document), TargetsPage(document)
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.pages.setAccessibleName(self.tr("Pages of the settings"))
        named = ((self.product, self.tr("Product")), (self.use, self.tr("Use")), (self.targets, self.tr("Targets")))
        for page, title in named:
            self.pages.addTab(_scrolled(page), title)
        self._process_place = QScrollArea()
        _plain(self._process_place)
        self.pages.addTab(self._process_place, self.tr("Process"))
        self.last = label("", "muted")
        self.undo = self._button(self.tr("Undo"), undo.trigger)
        self.redo = self._button(self.tr("Redo"), redo.trigger)
        self.undo_all = self._button(self.tr("Undo all since opening"), self._undo_all)
        self.close_ = self._button(self.tr("Close"), self.close)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE, 0, SPACE, SPACE)
        for button in (self.undo, self.redo, self.undo_all):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.close_)
        said = QHBoxLayout()
        said.setContentsMargins(SPACE + 4, 0, SPACE + 4, 0)
        said.addWidget(self.last, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(SPACE - 2)
        outer.addWidget(self.pages, 1)
        outer.addLayout(said)
        outer.addLayout(foot)
        self.resize(*USUAL)
        document.changed.connect(self.take)
        document.stack.indexChanged.connect(self._tell)
        self.take()
        self._tell()

    def take(self, *_: object) -> None:
        """The process page follows the phases there are."""
        phases = tuple((phase.name, phase.kind) for phase in self.document.recipe.phases)
        if phases == self._phases:
            return
        self._phases = phases
        old = self._process_place.takeWidget()
        if isinstance(old, ProcessPage):
            old.leave()
            old.deleteLater()
        self.process = ProcessPage(self.document)
        self.process.setObjectName("inside")
        self._process_place.setWidget(self.process)

    def show_page(self, page: int) -> None:
        """Open, on a page."""
        self.pages.setCurrentIndex(page)
        self.show()
        self.activateWindow()
        first = (self.product.name, self.use.amount, self.targets.elements.new, self.process.heats[0] if self.process.heats else self.pages)[page]
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """From here on "all" counts."""
        super().showEvent(event)
        if not event.spontaneous():
            self._start = self.document.stack.index()
            self._tell()

    def _undo_all(self) -> None:
        self.document.stack.setIndex(self._start)

    def _tell(self, *_: object) -> None:
        stack = self.document.stack
        if not isValid(stack):  # it tells that it is emptied while the window dies
            return
        self.last.setText(self.tr("Last change: {0}").format(stack.undoText()) if stack.canUndo() else self.tr("Each change is in force at once."))
        self.undo.setEnabled(stack.canUndo())
        self.redo.setEnabled(stack.canRedo())
        self.undo_all.setEnabled(stack.index() > self._start)

    def _button(self, text: str, does: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName("plain")
        button.setAutoDefault(False)
        button.clicked.connect(does)
        return button


def _scrolled(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    _plain(area)
    page.setObjectName("inside")
    area.setWidget(page)
    return area


def _plain(area: QScrollArea) -> None:
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
