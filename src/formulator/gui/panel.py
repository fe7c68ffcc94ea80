"""The frame every panel has: a rounded surface with one small title and room for what the panel is about."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from formulator.gui.theme import SPACE


class Panel(QFrame):
    """A titled surface. `head` is the row of the title, `body` what stands below."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, SPACE if title else 1, 1, 1)
        outer.setSpacing(SPACE - 2)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(SPACE + 4, 0, SPACE + 4, 0)
        if title:
            self.head.addWidget(label(title, "title"))
            self.head.addStretch(1)
            outer.addLayout(self.head)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SPACE - 2)
        outer.addLayout(self.body, 1)


def label(text: str, name: str = "", wrap: bool = False) -> QLabel:
    """A text; `name` is its look in the style sheet."""
    found = QLabel(text)
    found.setObjectName(name)
    found.setWordWrap(wrap)
    return found


def set_state(widget: QWidget, state: str) -> None:
    """Give a widget the colours of a verdict."""
    if widget.property("state") != state:
        widget.setProperty("state", state)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
