"""The status bar: what the keys do where the focus is, and always how to find a command and the list of keys."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QSizePolicy, QWidget

from formulator.gui.panel import label
from formulator.gui.theme import SPACE

MORE = " …"
_PART = re.compile(r"(?<=[.;,])\s[^.;,]+[.;,]?$")  # the last part of a sentence


class Hint(QLabel):
    """One line; where there is no room for all, as many of its sentences as there is room for, never half a word. It is whole in its tooltip and under F1."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("muted")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """It never makes the window wider."""
        return QSize(0, super().minimumSizeHint().height())

    def shown(self) -> str:
        """What there is room for."""
        text, metrics = self.text(), self.fontMetrics()
        while text and metrics.horizontalAdvance(text) > self.width():
            text = _PART.sub("", text.removesuffix(MORE)) + MORE if _PART.search(text.removesuffix(MORE)) else ""
        return text

    def paintEvent(self, event: QPaintEvent) -> None:
        """As much of the text as fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.shown())
        painter.end()


class Hints(QObject):
    """Keeps the hint of a window with its focus."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.here = Hint()
        self.always = label(self.tr("Ctrl+K: commands · F1: keys"), "muted")
        window.statusBar().setContentsMargins(SPACE, 0, SPACE, 0)
        window.statusBar().addWidget(self.here, 1)
        window.statusBar().addPermanentWidget(self.always)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is None or now.window() is not self._window:
            return
        says = ""
        widget: QWidget | None = now
        while widget is not None and widget is not self._window and not says:
            says = widget.accessibleDescription()
            widget = widget.parentWidget()
        self.here.setText(says)
        self.here.setToolTip(says)
