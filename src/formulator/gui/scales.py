"""The painted scales: the HLB line with its required band, and the bar of a dose against what is allowed. Each has words beside it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from formulator.core.span import Span
from formulator.gui import theme
from formulator.gui.verdict_view import HlbView
from formulator.report import words

HLB_END = 20.0
LIMIT_AT = 0.7  # where on the bar the limit stands, so that there is room to be over it


class HlbScale(QWidget):
    """HLB from 0 to 20: acceptable band, span and best of what is required (below), span and best of the blend (above)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: HlbView | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_view(self, view: HlbView) -> None:
        """Show other values; the words are for who cannot see the picture."""
        self.view = view
        said = self.tr("HLB scale from 0 to 20: required {0}, blend {1}").format(words.span(view.required, ""), words.span(view.blend, ""))
        self.setAccessibleName(said)
        self.setToolTip(self.tr("{0}.\nShaded: where the blend may lie.").format(said))
        self.update()

    def sizeHint(self) -> QSize:
        """Markers, line, markers and numbers."""
        return QSize(220, 48 + self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        if self.view is None:
            return
        shades = theme.colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QRectF(12, 20, self.width() - 24, 8)
        painter.setPen(QPen(QColor(shades.line), 1))
        painter.setBrush(QColor(shades.raised))
        painter.drawRoundedRect(line, 4, 4)
        if self.view.acceptable:
            low, high = (self._x(line, v) for v in self.view.acceptable)
            painter.setPen(QPen(QColor(shades.ok), 1))
            painter.setBrush(QColor(shades.ok_soft))
            painter.drawRect(QRectF(low, line.top() - 3, high - low, line.height() + 6))
        self._marker(painter, line, self.view.required, QColor(shades.text), above=False)
        self._marker(painter, line, self.view.blend, theme.verdict_colour(self.view.state, self.palette()), above=True)
        painter.setPen(QColor(shades.muted))
        painter.setFont(theme.figures(self.font(), 0.85))
        for value in range(0, 21, 5):
            x = self._x(line, value)
            painter.drawText(QRectF(x - 15, line.bottom() + 15, 30, 20), Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, str(value))
        painter.end()

    def _marker(self, painter: QPainter, line: QRectF, span: Span, ink: QColor, above: bool) -> None:
        """A bar for the span and a triangle for the best value: above for the blend, below for what is required."""
        y = line.top() - 5 if above else line.bottom() + 5
        painter.setPen(QPen(ink, 2.5, Qt.PenStyle.SolidLine if span.best is not None else Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(self._x(line, span.low), y), QPointF(self._x(line, span.high), y))
        if span.best is not None:
            x, tip = self._x(line, span.best), line.center().y()
            back = -1 if above else 1
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            far = y + back * 8
            painter.drawPolygon(QPolygonF([QPointF(x, tip), QPointF(x - 6, far), QPointF(x + 6, far)]))

    @staticmethod
    def _x(line: QRectF, value: float) -> float:
        return line.left() + line.width() * min(max(value, 0.0), HLB_END) / HLB_END


class DoseBar(QWidget):
    """The highest dose, as a bar; a stroke marks what is allowed, an arrow says that the bar goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dose = 0.0
        self.allowed: float | None = None
        self.state = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_dose(self, dose: float, allowed: float | None, state: str, said: str) -> None:
        """Show other values."""
        self.dose, self.allowed, self.state = dose, allowed, state
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()

    def sizeHint(self) -> QSize:
        """A thin bar."""
        return QSize(80, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        shades = theme.colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QRectF(0.5, 2.5, self.width() - 1, 7)
        painter.setPen(QPen(QColor(shades.line), 1))
        painter.setBrush(QColor(shades.raised))
        painter.drawRoundedRect(line, 3, 3)
        if self.allowed:
            full = self.dose / self.allowed * LIMIT_AT
            filled = QRectF(line.left(), line.top(), line.width() * min(full, 1.0), line.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.verdict_colour(self.state, self.palette()))
            painter.drawRoundedRect(filled, 3, 3)
            if full > 1.0:
                right, middle = line.right(), line.center().y()
                painter.setBrush(QColor(shades.surface))
                painter.drawPolygon(QPolygonF([QPointF(right - 9, middle - 3), QPointF(right - 3, middle), QPointF(right - 9, middle + 3)]))
            x = line.left() + line.width() * LIMIT_AT
            painter.setPen(QPen(QColor(shades.text), 1.5))
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        painter.end()
