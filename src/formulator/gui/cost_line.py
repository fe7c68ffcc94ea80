"""The cost in the overview: of a kg and of the batch, and how many lines have no price. Not there where nothing has one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from formulator.core.assess import Assessment
from formulator.core.checks import Check
from formulator.core.figure import Figure
from formulator.gui.number_link import NumberLink
from formulator.gui.panel import label
from formulator.gui.pricing import least_money, span_money
from formulator.report import words
from formulator.report.numbers import listed
from formulator.report.tongue import decimals


class CostLine(QWidget):
    """Shows `cost` and `cost.batch`; `asked` carries the id of the one to explain, `price_asked` the place of a line whose price is wanted."""

    asked = Signal(str)
    price_asked = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(0)
        self.head, self.batch_head = label("", "muted"), label("", "muted")
        self.number, self.batch = NumberLink(), NumberLink()
        self.note = NumberLink()
        self._first = (0, 0)
        self.note.clicked.connect(lambda: self.price_asked.emit(*self._first))
        self.head.setText(self.tr("Cost"))
        self.batch_head.setText(self.tr("Cost of the batch"))
        for column, (head, number) in enumerate(((self.head, self.number), (self.batch_head, self.batch))):
            head.setIndent(3)
            number.asked.connect(self.asked)
            grid.addWidget(head, 0, column)
            grid.addWidget(number, 1, column, Qt.AlignmentFlag.AlignLeft)
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.note, 2, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def take(self, assessment: Assessment) -> None:
        """Show another assessment."""
        check = next((c for c in assessment.checks if c.rule == "cost-unknown"), None)
        cost, batch = (assessment.figures.get(id) for id in ("cost", "cost.batch"))
        self.setVisible(check is not None)
        if check is None:
            return
        for figure, parts in ((cost, (self.head, self.number)), (batch, (self.batch_head, self.batch))):
            for part in parts:
                part.setVisible(figure is not None)
        if cost is not None:
            self.number.show_figure(cost, _text(cost))
        if batch is not None:
            self.batch.show_figure(batch, _text(batch))
        self.note.setVisible(check.verdict != "pass")
        if check.verdict != "pass":
            self._first = check.lines[0]
            self.note.setText(self._open(check))
            self.note.setAccessibleName(words.message(check))
            self.note.setToolTip(self.tr("{0}\nClick to type the price of the first.").format(words.message(check)))

    def _open(self, check: Check) -> str:
        """Why there is no plain number."""
        if check.code == "cost-currencies":
            return self.tr("Prices in {0}: not added up").format(listed(tuple(check.values["currencies"])))
        lines = len(check.lines)
        return self.tr("at least: one line has no price") if lines == 1 else self.tr("at least: {0} lines have no price").format(lines)


def _text(figure: Figure) -> str:
    """The number as it stands in the panel: "4.31 EUR/kg", "≥4.31 EUR/kg"."""
    span = figure.span
    if figure.notes:  # a line without a price
        return f"{decimals(least_money(span.low))} {figure.unit}"
    return f"{decimals(span_money(span))} {figure.unit}"
