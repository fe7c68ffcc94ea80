"""The painted bars of the dose: what is known of a share of a limit as a band, its best value as a stroke, beside what this product may use.

Each bar can be clicked or reached by keys like the number beside it, and says in words what it shows.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from formulator.gui import theme
from formulator.gui.dose_view import DIGITS, LimitView, Scale
from formulator.report import words

MARGIN = 12.0  # px at both ends, so that the outer numbers of the scale have room
LEAST = 3.0  # px that a band has at least, to be seen


class ShareBar(QAbstractButton):
    """One limit. Band: the span; thick stroke: the best value; dashed: what this product may use; thin line: the whole limit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: LimitView | None = None
        self.scale = Scale(0.0, 100.0, False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_view(self, view: LimitView, scale: Scale, said: str) -> None:
        """Show other values; `said` is the bar in words."""
        self.view, self.scale = view, scale
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()

    def sizeHint(self) -> QSize:
        """A band with strokes above and below."""
        return QSize(120, 18)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter asks as a click does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def place(self, value: float) -> float:
        """Where a percentage stands, px from the left."""
        return MARGIN + (self.width() - 2 * MARGIN) * self.scale.at(value)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        if self.view is None:
            return
        shades, share = theme.colours(self.palette()), self.view.share
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QRectF(MARGIN, 5, self.width() - 2 * MARGIN, 8)
        painter.setPen(QPen(QColor(shades.line), 1))
        painter.setBrush(QColor(shades.raised))
        painter.drawRoundedRect(line, 3, 3)
        ink = theme.verdict_colour(self.view.state, self.palette())
        low, high = self.place(share.low), self.place(share.high)
        band = QRectF(low, line.top(), max(high - low, LEAST), line.height())
        painter.setPen(QPen(ink, 1))
        painter.setBrush(self._fill(ink))
        painter.drawRoundedRect(band, 2, 2)
        painter.setBrush(ink)
        if share.high > self.scale.end:
            self._arrow(painter, line.right() + MARGIN - 3, line.center().y(), -6)
        if share.low < self.scale.start:  # a logarithmic scale has no nought
            self._arrow(painter, line.left() - MARGIN + 3, line.center().y(), 6)
        self._stroke(painter, 100.0, QPen(QColor(shades.text), 1.5))
        self._stroke(painter, self.view.allocation, QPen(QColor(shades.text), 1.5, Qt.PenStyle.DotLine))
        if share.best is not None:
            x = self.place(share.best)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(shades.surface))
            painter.drawRect(QRectF(x - 3, line.top() - 3, 6, line.height() + 6))
            painter.setBrush(ink)
            painter.drawRect(QRectF(x - 2, line.top() - 3, 4, line.height() + 6))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(shades.accent), 1))
            painter.drawRoundedRect(QRectF(0.5, 0.5, self.width() - 1, self.height() - 1), 4, 4)
        painter.end()

    def _fill(self, ink: QColor) -> QBrush:
        """Full where a best value is known, hatched where only the bounds are."""
        assert self.view is not None
        soft = QColor(ink)
        if self.view.share.best is None:
            return QBrush(ink, Qt.BrushStyle.BDiagPattern)
        soft.setAlpha(110)
        return QBrush(soft)

    @staticmethod
    def _arrow(painter: QPainter, tip: float, middle: float, back: float) -> None:
        """It goes on beyond the scale."""
        painter.drawPolygon(QPolygonF([QPointF(tip + back, middle - 4), QPointF(tip, middle), QPointF(tip + back, middle + 4)]))

    def _stroke(self, painter: QPainter, value: float, pen: QPen) -> None:
        painter.setPen(pen)
        x = round(self.place(value)) + 0.5
        painter.drawLine(QPointF(x, 1), QPointF(x, self.height() - 1))


class ScaleAxis(QWidget):
    """The numbers of the scale that all bars share."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scale = Scale(0.0, 100.0, False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_scale(self, scale: Scale, said: str) -> None:
        """Show another scale."""
        self.scale = scale
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()

    def sizeHint(self) -> QSize:
        """A row of small numbers."""
        return QSize(120, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        painter.setPen(QColor(theme.colours(self.palette()).muted))
        painter.setFont(theme.figures(self.font(), 0.85))
        for value in self.scale.ticks():
            text = words.number(value, DIGITS)
            x = MARGIN + (self.width() - 2 * MARGIN) * self.scale.at(value)
            wide = painter.fontMetrics().horizontalAdvance(text) + 2
            left = min(max(x - wide / 2, 0.0), self.width() - wide)
            painter.drawText(QRectF(left, 0, wide, self.height()), Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
