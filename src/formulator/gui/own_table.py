"""The table of own materials: it says what to do while nothing stands in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QTableView, QWidget

from formulator.gui import theme


class OwnTable(QTableView):
    """Paints `hint` where the first rows would be, and tells it to who listens."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = self.tr(
            "No material of your own yet. “New …” starts one from nothing, “Like a library material …” from one that is close to it, "
            "“Import a spreadsheet …” brings many at once."
        )
        self.setAccessibleDescription(self.hint)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)

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
