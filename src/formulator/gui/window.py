"""The window: library left, recipe in the middle, findings and explanation below, the verdict at the right in its full height.

It stands on the screen with the recipe as it is written before any of that is loaded, so nothing here imports a part of it but where it is used.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from formulator.gui.opening import Opening, shares_of
from formulator.gui.theme import SPACE

if TYPE_CHECKING:
    from formulator.core.assess import Assessment
    from formulator.gui.desk import Desk
    from formulator.gui.document import Document
    from formulator.gui.line_edits import LineEdit
    from formulator.gui.mending import Offer
    from formulator.gui.own_materials import OwnMaterials
    from formulator.gui.welcome import Welcome


USUAL = (1280, 800)
NOTICE = 8000  # ms that a word stands in the status bar


class Window(QMainWindow):
    """One open recipe and all that is known of it."""

    def __init__(self, document: Document | None = None, parent: QWidget | None = None, desk: Desk | None = None) -> None:
        super().__init__(parent)
        self.furnished = False
        self.welcome: Welcome | None = None
        self.own: OwnMaterials | None = None
        self.setMinimumSize(800, 560)
        self.resize(*USUAL)
        if document is not None:
            self.furnish(document, desk)

    def open_on(self, path: Path | None) -> None:
        """What is shown until it is furnished."""
        opening = Opening(path)
        self.setCentralWidget(opening)
        self.setWindowTitle(f"{opening.name} – Formulator" if opening.name else "Formulator")

    def furnish(self, document: Document, desk: Desk | None = None) -> None:
        """Put everything in, for one document."""
        from formulator.gui.actions import Actions
        from formulator.gui.desk import Desk
        from formulator.gui.dose_panel import DosePanel
        from formulator.gui.dose_table import DoseTable
        from formulator.gui.explain_panel import ExplainPanel
        from formulator.gui.file_actions import FileActions
        from formulator.gui.findings_panel import FindingsPanel
        from formulator.gui.hints import Hints
        from formulator.gui.history_panel import HistoryPanel
        from formulator.gui.keeping import Keeping
        from formulator.gui.library_panel import LibraryPanel
        from formulator.gui.line_drag import LibraryDrag
        from formulator.gui.own_shelf import Shelf
        from formulator.gui.recipe_header import RecipeHeader
        from formulator.gui.recipe_table import RecipeTable
        from formulator.gui.side_tools import SideTools
        from formulator.gui.table_editing import TableEditing
        from formulator.gui.verdict_panel import VerdictPanel

        self.document = document
        document.setParent(self)
        self.desk = desk or Desk(document.data, document.on)
        self.desk.windows.append(self)
        self.header = RecipeHeader(document)
        self.shelf = Shelf(document.data, self)
        self.library = LibraryPanel(document.data, self.shelf)
        self.table = RecipeTable(document)
        self.table.recipe_model.show_decimals(self.desk.preferences.decimals)
        self.tools = SideTools(self)
        self.editing = TableEditing(document, self.table, self.library.finder, self.shelf)
        LibraryDrag(self.library.list)
        self.verdict = VerdictPanel()
        self.dose = DosePanel(document)
        self.doses = DoseTable()
        self.findings = FindingsPanel(document.data)
        self.explain = ExplainPanel(document.data)
        self.history = HistoryPanel(document)
        self.files = FileActions(self, document)
        self.keeping = Keeping(self)
        self.below = QTabWidget()
        self.below.setDocumentMode(True)
        self.below.setAccessibleName(self.tr("Findings and explanation"))
        self._lay_out()
        self.actions_ = Actions(self)
        self.hints = Hints(self)
        self._connect()
        self._take(document.assessment)
        self._name()
        self.table.setFocus()
        self.furnished = True
        self._share_out(self.width())

    def add(self, material: str, amount: str = "") -> None:
        """Put a material in after the current line. What is from the user's folder goes into the recipe in the same step: the recipe travels whole."""
        from formulator.core.units import QuantityError
        from formulator.gui.line_edits import added
        from formulator.gui.own_edits import carried

        recipe, data = self.document.recipe, self.document.data
        own = None if carried(recipe, material) else self.shelf.material(material)
        lines = sum(line.material == material for *_, line in recipe.lines()) if own else 0
        try:
            self._do(added(recipe, data, material, self.table.current_place(), own, amount, QLocale().decimalPoint() == ","))
        except QuantityError as fault:
            self.tell(self.tr("“{0}” was not taken: {1}. {2}").format(amount, fault.says, fault.fix))
            return
        if lines:
            self.tell(self.tr("Your own {0} now stands for the library's in {1} other lines too").format(material, lines))

    def mend(self, offered: Offer) -> None:
        """Apply what a finding offers, as one step; what is locked stays."""
        from formulator.gui.holding import HeldError, keeping_ratios
        from formulator.gui.line_edits import LineEdit

        try:
            after, others = keeping_ratios(offered.base, offered.after, self.document.data, self.editing.locks)
        except HeldError as why:
            self.tell(str(why))
            return
        words = self.tr("{0} with its ratio").format(offered.words) if others else offered.words
        self._do(LineEdit(after, words, offered.place))

    def mend_current(self) -> None:
        """Apply the first mend of the current finding."""
        offered = self.findings.table.current_mend()
        if offered is None:
            self.tell(self.tr("The current finding has no amount to set, and no other mend."))
        else:
            self.mend(offered)

    def choose_mend(self) -> None:
        """Open all mends of the current finding."""
        if not self.findings.table.open_menu():
            self.tell(self.tr("The current finding has no amount to set, and no other mend."))

    def tell(self, text: str) -> None:
        """A word in the status bar."""
        self.statusBar().showMessage(text, NOTICE)

    def show_derivation(self, figure_id: str) -> None:
        """Open the derivation of a figure."""
        self.explain.explain(figure_id)
        self.below.setCurrentWidget(self.explain)

    def show_material(self, id: str) -> None:
        """Open what is on file of a material, and what the law says of it, before it is picked."""
        from formulator.core.composition import material_of

        self.explain.explain_material(self.library.material(id) or material_of(self.document.recipe, self.document.data, id))
        self.below.setCurrentWidget(self.explain)

    def show_own(self) -> OwnMaterials:
        """Open the window of own materials, or bring it to the front."""
        from formulator.gui.own_materials import OwnMaterials

        if self.own is None:
            self.own = OwnMaterials(self.document, self.shelf, self)
        if self.own.isVisible():
            self.own.raise_()
        self.own.show()
        self.own.activateWindow()
        return self.own

    def show_welcome(self) -> None:
        """What can be done while no recipe is open."""
        from formulator.gui.welcome import welcome_of

        if self.welcome is None:
            self.welcome = welcome_of(self)
            self.pages.addWidget(self.welcome)
        self.pages.setCurrentWidget(self.welcome)
        self.welcome.refresh()

    def show_bench(self, *_: object) -> None:
        """The recipe, when there was the welcome page."""
        if self.pages.currentIndex() != 0:
            self.pages.setCurrentIndex(0)
            self.table.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Own materials may have been written by another program meanwhile."""
        super().changeEvent(event)
        if self.furnished and event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.shelf.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask once when there is something to save."""
        from formulator.gui.leaving import may_go

        event.setAccepted(not self.furnished or may_go(self))
        if event.isAccepted() and self.own is not None:
            self.own.close()
        if event.isAccepted() and self.furnished:
            self.tools.close()
            self.keeping.close()
            self.desk.leave(self)

    def _do(self, edit: LineEdit) -> None:
        faults = self.document.edit(edit.after, edit.words)
        if faults:
            self.tell(f"{edit.words}: {faults[0].says}. {faults[0].fix}")
            return
        self.table.select_line(edit.place)
        self.tell(edit.words)

    def _lay_out(self) -> None:
        from formulator.gui.panel import Panel

        middle = Panel()
        middle.setAccessibleName(self.tr("Recipe"))
        middle.body.addWidget(self.table)
        middle.body.addWidget(self.tools.what_if)
        below = Panel()
        below.setAccessibleName(self.tr("Findings and explanation"))
        self.below.addTab(self.findings, self.tr("Findings"))
        self.below.addTab(self.explain, self.tr("Explanation"))
        self.below.addTab(self.doses, self.tr("Dose table"))
        self.below.addTab(self.history, self.tr("History"))
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
        self.pages = QStackedWidget()
        self.pages.addWidget(inside)
        self.setCentralWidget(self.pages)
        self.statusBar().setSizeGripEnabled(False)
        self._whole, self._above = whole, above

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A small window gives the recipe what the panels beside it can spare."""
        super().resizeEvent(event)
        now, was = (shares_of(size.width()) for size in (event.size(), event.oldSize()))
        if self.furnished and (now != was or event.oldSize().width() < 0):
            self._share_out(event.size().width())

    def _share_out(self, width: int) -> None:
        verdict, library = shares_of(width)
        self._whole.setSizes([width - verdict, verdict])
        self._above.setSizes([library, width - verdict - library])

    def _connect(self) -> None:
        self.document.changed.connect(self._take)
        self.document.renamed.connect(self._name)
        self.library.chosen.connect(lambda id: self.add(id, self.library.amount))
        for panel in (self.table, self.verdict, self.dose):
            panel.asked.connect(self.show_derivation)
        self.doses.opened.connect(self.show_derivation)
        self.doses.looked.connect(self.explain.explain)
        self.doses.told.connect(self.tell)
        self.findings.mend_asked.connect(self.mend)
        self.table.told.connect(self.tell)
        self.editing.told.connect(self.tell)
        self.explain.told.connect(self.tell)
        self.findings.check_asked.connect(self.explain.explain_check)
        self.library.stepped.connect(self.table.step_phase)
        self.library.looked.connect(self.show_material)
        self.library.problems_asked.connect(self.show_own)
        self.verdict.cost.price_asked.connect(self.table.edit_price)
        self.findings.line_asked.connect(self._go_to)
        self.findings.counted.connect(self._count)
        self.document.changed.connect(self._name)

    def _go_to(self, phase: int, place: int) -> None:
        self.table.select_line((phase, place))

    def _count(self, found: int) -> None:
        title = self.tr("Findings ({0})").format(found)
        if title != self.below.tabText(0):  # the same again would lay out the whole window
            self.below.setTabText(0, title)

    def _take(self, assessment: Assessment) -> None:
        self.verdict.take(assessment)
        self.findings.take(assessment)
        self.explain.take(assessment)
        self.dose.take(assessment)
        self.doses.take(assessment)
        self.library.take_own(assessment.recipe.materials)
        self.library.take_law(assessment.on.isoformat(), assessment.recipe.markets)

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
