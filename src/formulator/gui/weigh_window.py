"""The weigh sheet of the present batch: how much to make, on which balance, a preview of the pages, and the way to paper or PDF.

What is chosen here is not the recipe's and is not undone.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QHBoxLayout, QMessageBox, QPushButton, QScrollArea, QVBoxLayout, QWidget

from formulator.core.units import QuantityError
from formulator.gui import theme
from formulator.gui.document import Document
from formulator.gui.entry import Entry
from formulator.gui.panel import label, set_state
from formulator.gui.recipe_header import Choice
from formulator.gui.setting_fields import comma_is_decimal
from formulator.gui.settings_edits import bounded
from formulator.gui.settings_pages import MASS_UNITS
from formulator.gui.theme import SIGNS, SPACE
from formulator.gui.use_edits import half_typed_use
from formulator.gui.verdict_view import summary
from formulator.gui.weigh_document import Footer, Pages, effect, paper, pdf, warnings
from formulator.report.tongue import decimals, say
from formulator.report.weigh_sheet import RESOLUTIONS, Sheet, weigh_sheet

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

USUAL = (820, 780)
DEFAULT_BATCH = 100.0  # g, where the recipe gives none


class PagesView(QWidget):
    """The pages below each other, as wide as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages: Pages | None = None

    def show_pages(self, pages: Pages) -> None:
        """Show others."""
        self.pages = pages
        self.fit()
        self.update()

    def fit(self) -> None:
        """As tall as the pages are at this width."""
        if self.pages is not None:
            self.setFixedHeight(int(self.pages.count * (self.pages.size.height() * self._scale() + SPACE) + SPACE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """White paper in every theme."""
        if self.pages is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self._scale()
        wide, tall = self.pages.size.width() * scale, self.pages.size.height() * scale
        for page in range(self.pages.count):
            sheet = QRectF((self.width() - wide) / 2, SPACE + page * (tall + SPACE), wide, tall)
            if not sheet.intersects(QRectF(event.rect())):
                continue
            painter.setPen(QColor(theme.colours(self.palette()).line))
            painter.setBrush(Qt.GlobalColor.white)
            painter.drawRect(sheet)
            painter.save()
            painter.translate(QPointF(sheet.topLeft()))
            painter.scale(scale, scale)
            self.pages.paint(painter, page)
            painter.restore()
        painter.end()

    def _scale(self) -> float:
        assert self.pages is not None
        return max(0.4, min((self.width() - 2 * SPACE) / self.pages.size.width(), 1.4))


class Preview(QScrollArea):
    """The pages to scroll, by wheel and keys; their text is there for who cannot see them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = PagesView()
        self.setWidget(self.view)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_pages(self, pages: Pages) -> None:
        """Show others."""
        self.view.show_pages(pages)
        said = self.tr("Weigh sheet, 1 page") if pages.count == 1 else self.tr("Weigh sheet, {0} pages").format(pages.count)
        self.setAccessibleName(said)
        self.setAccessibleDescription(pages.plain())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and the last page."""
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if event.key() in ends:
            bar.setValue(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class WeighWindow(QDialog):
    """Stays open beside the recipe and follows it."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.setWindowTitle(self.tr("Weigh sheet – Formulator"))
        self.setAccessibleName(self.tr("Weigh sheet"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.mass = DEFAULT_BATCH
        self.own = False  # whether a batch was typed here
        self.sheet: Sheet | None = None
        self.pages: Pages | None = None
        self.batch = Entry(self.tr("Batch"))
        self.batch.setMaximumWidth(120)
        self.batch.setMinimumHeight(28)
        self.batch.typed.connect(self._batch_typed)
        self.balance = Choice(self.tr("The balance shows"))
        self.balance.setMinimumHeight(28)
        for n, resolution in enumerate(RESOLUTIONS):
            self.balance.addItem(f"{decimals(f'{resolution:f}')} g", n)
        self.balance.setCurrentIndex(RESOLUTIONS.index(next(r for r in RESOLUTIONS if f"{r:f}" == "0.01")))
        self.balance.activated.connect(self.remake)
        self.effect = label("", wrap=True)
        self.effect.setAccessibleName(self.tr("What rounding does"))
        self.preview = Preview()
        self._lay_out()
        self.resize(*USUAL)
        document.changed.connect(self._changed)

    def start(self) -> None:
        """Open, with the recipe's batch."""
        if not self.isVisible():
            self.own = False
            self._take_batch()
            self.remake()
        self.show()
        self.activateWindow()
        self.batch.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.batch.selectAll()

    def remake(self, *_: object) -> None:
        """Make the sheet anew."""
        found = self.document.assessment
        self.sheet = weigh_sheet(found, self.document.data, self.mass, RESOLUTIONS[self.balance.currentData()])
        footer = Footer(verdict=summary(found), passes=found.verdict == "pass", edition=self.document.data.edition, on=found.on.isoformat())
        self.pages = Pages(self.sheet, footer, paper())
        self._footer = footer
        self.preview.show_pages(self.pages)
        wrong = list(warnings(self.sheet))
        lines = [effect(self.sheet), *(f"{SIGNS['warning']} {text}" for text in wrong)]
        self.effect.setText("\n".join(lines))
        set_state(self.effect, "warning" if wrong else "")

    def save_pdf(self) -> None:
        """Ask for a file and write it."""
        name = re.sub(r"\W+", "-", self.document.recipe.name.lower()).strip("-") or "recipe"
        folder = self.document.path.parent if self.document.path else Path()
        start = str(folder / f"{name}-weigh-sheet.pdf")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the weigh sheet"), start, self.tr("PDF (*.pdf)"))
        if chosen:
            path = Path(chosen)
            self.write_pdf(path if path.suffix else path.with_suffix(".pdf"))

    def write_pdf(self, path: Path) -> bool:
        """Write the pages; what hinders it is said."""
        assert self.pages is not None
        try:
            path.write_bytes(pdf(self.pages, paper(), self.tr("Weigh sheet, {0}").format(self.document.recipe.name)))
        except OSError as fault:
            says = self.tr("{0} cannot be written: {1}.\nChoose another place.").format(path, fault.strerror)
            QMessageBox.warning(self, self.tr("Not saved – Formulator"), says)
            return False
        self.told.setText(self.tr("Saved to {0}").format(path))
        return True

    def print(self) -> None:
        """Ask which printer, and print."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(paper())
        printer.setDocName(self.tr("Weigh sheet, {0}").format(self.document.recipe.name))
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Lay the sheet out for the printer's paper and print it."""
        assert self.sheet is not None
        printer.setFullPage(True)  # the margin is ours
        pages = Pages(self.sheet, self._footer, printer.pageLayout().pageSize())
        painter = QPainter()
        if not painter.begin(printer):
            QMessageBox.warning(self, self.tr("Not printed – Formulator"), self.tr("The printer cannot be reached.\nChoose another, or save a PDF."))
            return
        first, last = printer.fromPage(), printer.toPage()  # both 0: all
        pages.print_on(painter, printer.resolution(), printer.newPage, max(first - 1, 0), last - 1 if last else None)
        painter.end()
        self.told.setText(self.tr("Printed"))

    def copy(self) -> None:
        """The sheet as text to the clipboard."""
        if self.pages is not None:
            QGuiApplication.clipboard().setText(self.pages.plain())
            self.told.setText(self.tr("Copied as text"))

    def sizeHint(self) -> QSize:
        """A page and its controls."""
        return QSize(*USUAL)

    def _batch_typed(self, text: str, session: int) -> None:
        try:
            found = bounded(text, "g", 0, 1e9, comma_is_decimal())
            if found.value == 0:
                raise QuantityError(say("nothing to weigh"), say("Write how much to make."))
        except QuantityError as fault:
            if half_typed_use(text, MASS_UNITS):
                self.batch.accept()
            else:
                self.batch.refuse(fault.says, fault.fix)
            return
        self.batch.accept()
        self.mass, self.own = found.value, True
        self.remake()

    def _take_batch(self) -> None:
        recipe = self.document.recipe
        self.mass = self.document.assessment.composition.batch or DEFAULT_BATCH
        self.batch.setText(decimals(recipe.batch.text if recipe.batch else f"{self.mass:.10g} g"))
        self.batch.accept()

    def _changed(self, *_: object) -> None:
        if not self.isVisible():
            return
        if not self.own:
            self._take_batch()
        self.remake()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE)
        for title, field in ((self.tr("Batch"), self.batch), (self.tr("The balance shows"), self.balance)):
            head = label(title, "muted")
            head.setBuddy(field)
            top.addWidget(head)
            top.addWidget(field)
        top.addStretch(1)
        buttons = ((self.tr("Print …"), self.print), (self.tr("Save PDF …"), self.save_pdf), (self.tr("Copy as text"), self.copy))
        self.buttons: list[QPushButton] = []
        foot = QHBoxLayout()
        self.told = label("", "muted")
        foot.addWidget(self.told, 1)
        for text, does in (*buttons, (self.tr("Close"), self.close)):
            button = QPushButton(text)
            button.setObjectName("plain")
            button.setAutoDefault(False)
            button.clicked.connect(does)
            foot.addWidget(button)
            self.buttons.append(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(SPACE + 4, SPACE + 4, SPACE + 4, SPACE + 4)
        outer.setSpacing(SPACE)
        outer.addLayout(top)
        outer.addWidget(self.effect)
        outer.addWidget(self.preview, 1)
        outer.addLayout(foot)
        self.setTabOrder(self.batch, self.balance)
