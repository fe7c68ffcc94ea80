"""How two emulsifiers would have to be split to meet the required HLB: each share is a number that can be asked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from formulator.core.figure import Figure
from formulator.core.phrase import Phrase
from formulator.gui.number_link import NumberLink
from formulator.gui.panel import label
from formulator.gui.theme import SPACE
from formulator.report import words


class SplitAdvice(QWidget):
    """Two shares with the names of their emulsifiers; not shown where there is no such split."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE // 2)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label(self.tr("meets it, of the emulsifiers:"), "muted"), 0, 0, 1, 2)
        self._rows: list[tuple[NumberLink, QLabel]] = []
        for n in (1, 2):
            link, name = NumberLink(), label("")
            link.asked.connect(self.asked)
            grid.addWidget(link, n, 0, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(name, n, 1)
            self._rows.append((link, name))

    def take(self, splits: Sequence[Figure]) -> None:
        """Show these shares."""
        self.setVisible(bool(splits))
        for (link, name), figure in zip(self._rows, splits, strict=False):
            link.show_figure(figure, words.quantity(figure.span.best or 0.0, "%"))
            name.setText(str(figure.label.values["material"]) if isinstance(figure.label, Phrase) else figure.label)
