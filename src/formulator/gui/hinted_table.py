"""A table that says what to do while nothing stands in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QTableView, QWidget

from formulator.gui import theme


class HintedTable(QTableView):
    """Paints `hint` where the first rows would be, and tells it to who listens."""

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = hint
        self.setAccessibleDescription(hint)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, or the hint."""
        super().paintEvent(event)
        model = self.model()
        if model is not None and model.rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(theme.colours(self.palette()).muted))
            room = self.viewport().rect().adjusted(2 * theme.SPACE, 2 * theme.SPACE, -2 * theme.SPACE, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, self.hint)
            painter.end()
