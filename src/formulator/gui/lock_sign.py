"""The signs of what is locked: a padlock, and for a ratio two bars with the number of it."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPainterPath, QPen, QPixmap

LOCK_SIZE = 18  # px
_FINE = 3  # drawn as large for sharp screens


def lock_icon(sign: str, colour: QColor, font: QFont) -> QIcon:
    """A padlock for "locked"; for the number of a ratio that number in a ring."""
    return _drawn(sign, colour.name(), font.family())


@lru_cache(maxsize=64)
def _drawn(sign: str, colour: str, family: str) -> QIcon:
    picture = QPixmap(LOCK_SIZE * _FINE, LOCK_SIZE * _FINE)
    picture.setDevicePixelRatio(_FINE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor(colour)
    painter.setPen(QPen(ink, 1.4))
    if sign == "locked":
        shackle = QPainterPath()
        shackle.moveTo(6, 9)
        shackle.lineTo(6, 6.5)
        shackle.arcTo(QRectF(6, 3, 6, 7), 180, -180)
        shackle.lineTo(12, 9)
        painter.drawPath(shackle)
        painter.setBrush(ink)
        painter.drawRoundedRect(QRectF(4.5, 8.5, 9, 6.5), 1.5, 1.5)
    else:
        font = QFont(family)
        font.setPixelSize(10)
        font.setBold(True)
        painter.setFont(font)
        painter.drawRoundedRect(QRectF(1, 2.5, 16, 13), 6, 6)
        painter.drawText(QRectF(1, 2.5, 16, 13), Qt.AlignmentFlag.AlignCenter, f"∶{sign}")
    painter.end()
    return QIcon(picture)
