"""The elements of the verdict: content, on a bar the highest oral intake that would be absorbed as much, and a word that says how it stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from formulator.core.ratios import ENDLESS
from formulator.gui.number_link import NumberLink
from formulator.gui.panel import label, set_state
from formulator.gui.scales import DoseBar
from formulator.gui.theme import SIGNS, SPACE
from formulator.gui.verdict_view import ElementView, short
from formulator.report import words

SYMBOL_WIDTH = 24  # px
DOSE_WIDTH = 130
ONE_LINE = 306  # px, in the panel of the smallest window
APART = 2  # px; numbers have air of their own


class ElementRow(QWidget):
    """One element in two lines; in one where nobody limits it, for then there is no bar."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.symbol = label("")
        font = self.symbol.font()
        font.setBold(True)
        self.symbol.setFont(font)
        self.symbol.setFixedWidth(SYMBOL_WIDTH)
        self.content = NumberLink()
        self.state = label("")
        self.bar = DoseBar()
        self._keep_bar(True)
        self.dose = NumberLink()
        self.dose.setProperty("side", "right")
        self.dose.setMinimumWidth(DOSE_WIDTH)
        for link in (self.content, self.dose):
            link.asked.connect(self.asked)
        above, below = QHBoxLayout(), QHBoxLayout()
        for row, parts in ((above, (self.symbol, self.content, None, self.state)), (below, (self.bar, self.dose))):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(APART if row is above else SPACE // 2)
            for part in parts:
                if part is None:
                    row.addStretch(1)
                else:
                    row.addWidget(part)
        below.insertSpacing(0, SYMBOL_WIDTH + APART + 3)
        self._above, self._below, self._alone = above, below, False
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(above)
        box.addLayout(below)

    def take(self, view: ElementView) -> None:
        """Show another element or other values."""
        self.symbol.setText(view.symbol)
        self.content.show_figure(view.content, short(view.content))
        most = words.number(view.dose) if view.dose < ENDLESS else self.tr("no upper end")
        of = self.tr("{0} of {1}").format(most, words.number(view.allowed)) if view.allowed is not None else ""
        self.dose.show_figure(view.taken, of or self.tr("{0} absorbed").format(most))
        self.bar.setVisible(view.allowed is not None)
        self.bar.show_dose(view.dose, view.allowed, view.dose_state, view.why)
        self.state.setText(f"{SIGNS[view.state]} {view.word}".strip())
        self._part(alone=view.allowed is None and self._needed() <= ONE_LINE)
        self.state.setToolTip(view.why)
        set_state(self.state, view.state)

    def _needed(self) -> int:
        """The width of all in one line; measured only where there is no limit."""
        return SYMBOL_WIDTH + sum(part.sizeHint().width() + APART for part in (self.content, self.dose, self.state))

    def _part(self, alone: bool) -> None:
        """The dose stands beside the content, or below it; it moves only when that changes."""
        if alone != self._alone:
            self._alone = alone
            self.dose.setMinimumWidth(0 if alone else DOSE_WIDTH)
            self._keep_bar(not alone)
            if alone:
                self._above.insertWidget(self._above.count() - 1, self.dose)
            else:
                self._below.addWidget(self.dose)

    def _keep_bar(self, kept: bool) -> None:
        """Whether the place of a bar that is not shown stays free, so that the dose below stands at the right."""
        room = self.bar.sizePolicy()
        room.setRetainSizeWhenHidden(kept)
        self.bar.setSizePolicy(room)


class ElementRows(QWidget):
    """All elements, one below the other; rows are kept and filled anew."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[ElementRow] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        self._none = label(self.tr("No mineral element in this recipe."), "muted")
        self._box.addWidget(self._none)

    def take(self, views: Sequence[ElementView]) -> None:
        """Show these elements."""
        while len(self.rows) < len(views):
            row = ElementRow(self)
            row.asked.connect(self.asked)
            self._box.addWidget(row)
            self.rows.append(row)
        for row, view in zip(self.rows, views, strict=False):
            row.take(view)
        for n, row in enumerate(self.rows):
            row.setVisible(n < len(views))
        self._none.setVisible(not views)
