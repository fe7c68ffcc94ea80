"""A number that can be asked: click it, or press Enter on it, and its derivation opens."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyleOptionButton, QWidget

from formulator.core.figure import Figure
from formulator.gui import theme
from formulator.report import words
from formulator.report.derivation import called


class NumberLink(QPushButton):
    """Shows one figure; `asked` carries its id."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figure_id = ""
        self._shown = ""
        self.setObjectName("number")
        self.setFlat(True)
        self.setFont(theme.figures(self.font()))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.asked.emit(self.figure_id))

    def show_figure(self, figure: Figure, text: str = "") -> None:
        """Show a figure, as `text` where it stands in a sentence."""
        self.figure_id = figure.id
        whole, name = words.figure(figure), called(figure)
        said = f"{name}: {whole}"
        if said == self.accessibleName() and (text or whole) == self.text():
            return
        self.setText(text or whole)
        self.setAccessibleName(said)
        self.setToolTip(self.tr("{0}: {1}\nClick to see how it was worked out.").format(name, whole))

    def text(self) -> str:
        """What it shows."""
        return self._shown

    def setText(self, text: str) -> None:
        """Show this. It is not the button's own text: a change of that lays out all that is around it, at every key, and here only a wider one has to."""
        self._shown = text
        self.update()
        if self.sizeHint().width() > self.width():
            self.updateGeometry()

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Paint the number."""
        super().initStyleOption(option)
        option.text = self._shown

    def sizeHint(self) -> QSize:
        """As wide as the number, with room for the focus frame."""
        size = self.fontMetrics().size(0, self.text())
        return QSize(size.width() + 7, size.height() + 4)

    def minimumSizeHint(self) -> QSize:
        """A number is never cut off."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter asks as a click does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
