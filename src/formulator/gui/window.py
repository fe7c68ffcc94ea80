"""The window: library left, recipe in the middle, findings and explanation below, the verdict at the right in its full height."""

from __future__ import annotations

from bisect import bisect

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QTabWidget, QVBoxLayout, QWidget

from formulator.core.assess import Assessment
from formulator.core.composition import material_of
from formulator.gui.actions import Actions
from formulator.gui.document import Document
from formulator.gui.dose_panel import DosePanel
from formulator.gui.dose_table import DoseTable
from formulator.gui.explain_panel import ExplainPanel
from formulator.gui.file_actions import FileActions
from formulator.gui.findings_model import Mend
from formulator.gui.findings_panel import FindingsPanel
from formulator.gui.library_panel import LibraryPanel
from formulator.gui.line_edits import LineEdit, added, mended, moved, removed
from formulator.gui.panel import Panel
from formulator.gui.recipe_header import RecipeHeader
from formulator.gui.recipe_table import RecipeTable
from formulator.gui.theme import SPACE
from formulator.gui.verdict_panel import VerdictPanel

USUAL = (1280, 800)
WIDTHS = (1200, 1600)  # px from which nothing has to be spared, and from which there is room to spare
NOTICE = 8000  # ms that a word stands in the status bar


class Window(QMainWindow):
    """One open recipe and all that is known of it."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        document.setParent(self)
        self.header = RecipeHeader(document)
        self.library = LibraryPanel(document.data)
        self.table = RecipeTable(document)
        self.verdict = VerdictPanel()
        self.dose = DosePanel(document)
        self.doses = DoseTable()
        self.findings = FindingsPanel()
        self.explain = ExplainPanel(document.data)
        self.files = FileActions(self, document)
        self.below = QTabWidget()
        self.below.setDocumentMode(True)
        self.below.setAccessibleName(self.tr("Findings and explanation"))
        self._lay_out()
        self.actions_ = Actions(self)
        self._connect()
        self.setMinimumSize(800, 560)
        self.resize(*USUAL)
        self._take(document.assessment)
        self._name()
        self.table.setFocus()

    def add(self, material: str) -> None:
        """Put a material in after the current line."""
        self._do(added(self.document.recipe, self.document.data, material, self.table.current_place()))

    def remove_line(self) -> None:
        """Take the current line out."""
        place = self._line()
        if place:
            self._do(removed(self.document.recipe, self.document.data, place))

    def move_line(self, step: int) -> None:
        """Move the current line, also across phases."""
        place = self._line()
        edit = moved(self.document.recipe, self.document.data, place, step) if place else None
        if edit:
            self._do(edit)

    def mend(self, offered: Mend) -> None:
        """Set a line to what a finding offers."""
        self._do(mended(self.document.recipe, self.document.data, offered.line, offered.share))

    def mend_current(self) -> None:
        """Set what the current finding offers."""
        offered = self.findings.table.current_mend()
        if offered is None:
            self.tell(self.tr("The current finding has no amount to set."))
        else:
            self.mend(offered)

    def tell(self, text: str) -> None:
        """A word in the status bar."""
        self.statusBar().showMessage(text, NOTICE)

    def show_derivation(self, figure_id: str) -> None:
        """Open the derivation of a figure."""
        self.explain.explain(figure_id)
        self.below.setCurrentWidget(self.explain)

    def show_material(self, id: str) -> None:
        """Open what is on file of a material, and what the law says of it, before it is picked."""
        self.explain.explain_material(material_of(self.document.recipe, self.document.data, id))
        self.below.setCurrentWidget(self.explain)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask once when there is something to save."""
        event.setAccepted(self.files.may_leave())

    def _do(self, edit: LineEdit) -> None:
        faults = self.document.edit(edit.after, edit.words)
        if faults:
            self.tell(f"{edit.words}: {faults[0].says}. {faults[0].fix}")
            return
        self.table.select_line(edit.place)
        self.tell(edit.words)

    def _line(self) -> tuple[int, int] | None:
        place = self.table.current_place()
        return place if place and place[1] >= 0 else None

    def _lay_out(self) -> None:
        middle = Panel()
        middle.setAccessibleName(self.tr("Recipe"))
        middle.body.addWidget(self.table)
        below = Panel()
        below.setAccessibleName(self.tr("Findings and explanation"))
        self.below.addTab(self.findings, self.tr("Findings"))
        self.below.addTab(self.explain, self.tr("Explanation"))
        self.below.addTab(self.doses, self.tr("Dose table"))
        self.verdict.pages.addTab(self.dose, self.tr("Dose"))
        below.body.addWidget(self.below)
        above = _split(Qt.Orientation.Horizontal, (self.library, 0), (middle, 1))
        left = _split(Qt.Orientation.Vertical, (above, 3), (below, 2))
        whole = _split(Qt.Orientation.Horizontal, (left, 1), (self.verdict, 0))
        self.library.setMinimumWidth(190)
        middle.setMinimumWidth(360)
        self.verdict.setMinimumWidth(330)
        below.setMinimumHeight(150)
        left.setSizes([470, 230])
        outer = QVBoxLayout()
        outer.setContentsMargins(SPACE, 2, SPACE, 0)
        outer.setSpacing(SPACE)
        outer.addWidget(self.header)
        outer.addWidget(whole, 1)
        inside = QWidget()
        inside.setLayout(outer)
        self.setCentralWidget(inside)
        self.statusBar().setSizeGripEnabled(False)
        self._whole, self._above = whole, above

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A small window gives the recipe what the panels beside it can spare."""
        super().resizeEvent(event)
        kind, was = (bisect(WIDTHS, size.width()) for size in (event.size(), event.oldSize()))
        if kind != was or event.oldSize().width() < 0:
            verdict, library = ((344, 196), (364, 250), (440, 290))[kind]
            self._whole.setSizes([event.size().width() - verdict, verdict])
            self._above.setSizes([library, event.size().width() - verdict - library])

    def _connect(self) -> None:
        self.document.changed.connect(self._take)
        self.document.renamed.connect(self._name)
        self.library.chosen.connect(self.add)
        for panel in (self.table, self.verdict, self.dose):
            panel.asked.connect(self.show_derivation)
        self.doses.opened.connect(self.show_derivation)
        self.doses.looked.connect(self.explain.explain)
        self.doses.told.connect(self.tell)
        self.findings.mend_asked.connect(self.mend)
        self.table.told.connect(self.tell)
        self.explain.told.connect(self.tell)
        self.findings.check_asked.connect(self.explain.explain_check)
        self.library.looked.connect(self.show_material)
        self.findings.line_asked.connect(self._go_to)
        self.findings.counted.connect(self._count)
        self.document.changed.connect(self._name)

    def _go_to(self, phase: int, place: int) -> None:
        self.table.select_line((phase, place))

    def _count(self, found: int) -> None:
        self.below.setTabText(0, self.tr("Findings ({0})").format(found))

    def _take(self, assessment: Assessment) -> None:
        self.verdict.take(assessment)
        self.findings.take(assessment)
        self.explain.take(assessment)
        self.dose.take(assessment)
        self.doses.take(assessment)
        self.library.take_own(assessment.recipe.materials)

    def _name(self, *_: object) -> None:
        self.setWindowTitle(f"{self.document.recipe.name}[*] – Formulator")
        self.setWindowModified(self.document.modified)


def _split(orientation: Qt.Orientation, *parts: tuple[QWidget, int]) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setHandleWidth(SPACE)
    splitter.setChildrenCollapsible(False)
    for n, (part, stretch) in enumerate(parts):
        splitter.addWidget(part)
        splitter.setStretchFactor(n, stretch)
    return splitter
