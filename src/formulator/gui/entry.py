"""A line to type in that tells each key, never loses what was typed, and says in red what is wrong and the way out."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from formulator.gui.document import new_session


class Entry(QLineEdit):
    """An editor of one text. `typed` carries the text and the session, a new one each time it gets the focus."""

    typed = Signal(str, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = new_session()
        self.setAccessibleName(name)
        self._hint: QLabel | None = None
        self.textEdited.connect(lambda text: self.typed.emit(text, self.session))

    @property
    def refused(self) -> bool:
        """Whether what stands here was not taken."""
        return bool(self.property("refused"))

    def refuse(self, says: str, fix: str) -> None:
        """Show what is wrong and the way out, right below."""
        self._mark(True)
        text = f"{says[:1].upper()}{says[1:]}. {fix}"
        self.setToolTip(text)
        self.setAccessibleDescription(text)
        if self._hint is None:
            self._hint = QLabel(self.window())
            self._hint.setObjectName("hint")
            self._hint.setWordWrap(True)
            self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._hint.setText(text)
        self._hint.setFixedWidth(min(340, self.window().width() - 2 * 8))
        self._hint.adjustSize()
        self._place_hint(self._hint)
        self._hint.show()
        self._hint.raise_()

    def accept(self) -> None:
        """What stands here is taken, or not finished: nothing to complain of."""
        self._mark(False)
        self.setToolTip("")
        self.setAccessibleDescription("")
        self._drop_hint()

    def mark(self, refused: bool) -> None:
        """The red border alone, where what is wrong stands beside."""
        self._mark(refused)

    def show_text(self, text: str) -> None:
        """Show the recipe's text, but not over what is being typed."""
        if self.text() != text and not (self.hasFocus() and self.isModified()):
            self.setText(text)
            if not self.hasFocus():
                self.setCursorPosition(0)  # of a long text its beginning is seen
            self.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A new session: what is typed from now on is one undo step."""
        super().focusInEvent(event)
        self.session = new_session()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The hint goes, the red border and the text stay."""
        super().focusOutEvent(event)
        if not self.refused:
            self.setModified(False)
        self._drop_hint()

    def hideEvent(self, event: QHideEvent) -> None:
        """No hint without its editor."""
        super().hideEvent(event)
        self._drop_hint()

    def _mark(self, refused: bool) -> None:
        if self.refused != refused:
            self.setProperty("refused", refused)
            self.style().unpolish(self)
            self.style().polish(self)

    def _place_hint(self, hint: QLabel) -> None:
        window = self.window()
        # right edges in line, where there is room for it
        left = min(0, self.width() - hint.width())
        below = self.mapTo(window, QPoint(left, self.height() + 2))
        above = self.mapTo(window, QPoint(left, -hint.height() - 2))
        spot = below if below.y() + hint.height() < window.height() else above
        hint.move(max(8, min(spot.x(), window.width() - hint.width() - 8)), spot.y())

    def _drop_hint(self) -> None:
        if self._hint is not None:
            self._hint.hide()
            self._hint.deleteLater()
            self._hint = None
