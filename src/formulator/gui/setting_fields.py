"""The fields of the recipe's settings: each shows one thing of the recipe, takes each key live, and says in red below it what is wrong.

What was not taken stays until it is mended, or until the recipe itself changes there (by undo, or in the window).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QVBoxLayout, QWidget

from formulator.core.recipe import Recipe
from formulator.core.units import QuantityError
from formulator.gui.document import Document, new_session
from formulator.gui.entry import Entry
from formulator.gui.panel import label, set_state
from formulator.gui.theme import SIGNS, SPACE
from formulator.gui.use_edits import half_typed_use

Show = Callable[[Recipe], str]
Take = Callable[[Recipe, str, bool], Recipe]
_UNDOING = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def comma_is_decimal() -> bool:
    """Whether this person's decimals have a comma."""
    return bool(QLocale().decimalPoint() == ",")


class SettingEntry(Entry):
    """One line. `show` reads the recipe, `take` gives the next one, `words` name the undo step of the recipe made."""

    def __init__(self, document: Document, title: str, show: Show, take: Take, words: Callable[[Recipe], str], units: Sequence[str] = ()) -> None:
        super().__init__(title)
        self.document = document
        self.title = title
        self._show, self._take, self._words = show, take, words
        self._units = tuple(units)
        self._shown = ""
        self._typing = False
        self.note = label("", wrap=True)
        self.note.hide()
        self.typed.connect(self._typed)
        document.changed.connect(self.retake)
        self.retake()

    def retake(self, *_: object) -> None:
        """Show what the recipe says, where that has changed."""
        self.show_text(self._show(self.document.recipe))

    def show_text(self, text: str) -> None:
        """What is being typed, or was refused, stays as long as the recipe says the same as before."""
        if text == self._shown:
            return
        self._shown = text
        if not self._typing:
            self.setText(text)
            self.accept()

    def refuse(self, says: str, fix: str) -> None:
        """Say below what is wrong and the way out."""
        self._mark(True)
        text = f"{says[:1].upper()}{says[1:]}. {fix}"
        set_state(self.note, "fail")
        self.note.setText(f"{SIGNS['fail']} {text}")
        self.note.show()
        self.setAccessibleDescription(text)

    def accept(self) -> None:
        """Nothing to complain of."""
        self._mark(False)
        self.note.hide()
        self.setAccessibleDescription("")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is half typed is wrong now; what was taken is shown as it is written."""
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.PopupFocusReason:
            return
        if self.text() != self._shown and not self.refused:
            self._commit(self.text(), self.session, final=True)
        if not self.refused:
            self.setText(self._shown)

    def event(self, event: QEvent) -> bool:
        """Undo is the recipe's, but for letters that the recipe never had."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _undoes(event) and not self.refused:
            event.ignore()
            return False
        return super().event(event)

    def _typed(self, text: str, session: int) -> None:
        self._commit(text, session, final=False)

    def _commit(self, text: str, session: int, final: bool) -> None:
        recipe = self.document.recipe
        try:
            after = self._take(recipe, text, comma_is_decimal())
        except QuantityError as fault:
            if final or not self._half(text):
                self.refuse(fault.says, fault.fix)
            else:
                self.accept()
            return
        self._typing = True
        try:
            found = self.document.edit(after, self._words(after), session)
        finally:
            self._typing = False
        if found:
            self.refuse(found[0].says, found[0].fix)
        else:
            self.accept()

    def _half(self, text: str) -> bool:
        """Whether going on typing may still make something of it."""
        plain = text.strip()
        return half_typed_use(plain, self._units) or plain.endswith(("-", "–", " t", " to", "<", "<=", "±")) or plain in ("", "<", "≤")


class SettingText(QPlainTextEdit):
    """Several lines. Tab goes on to the next field."""

    typed = Signal(str)

    def __init__(self, document: Document, title: str, show: Show, take: Callable[[Recipe, str], Recipe], words: str, lines: int = 3) -> None:
        super().__init__()
        self.recipe_document = document
        self.title = title
        self._show, self._take, self._words = show, take, words
        self._shown = ""
        self._typing = False
        self._filling = False
        self.session = new_session()
        self.setAccessibleName(title)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 14)
        self.textChanged.connect(self._changed)
        document.changed.connect(self.retake)
        self.retake()

    def retake(self, *_: object) -> None:
        """Show what the recipe says, where that has changed."""
        text = self._show(self.recipe_document.recipe)
        if text != self._shown:
            self._shown = text
            if not self._typing:
                self._filling = True
                self.setPlainText(text)
                self._filling = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A new session: what is typed from now on is one undo step."""
        super().focusInEvent(event)
        self.session = new_session()

    def event(self, event: QEvent) -> bool:
        """Undo is the recipe's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _undoes(event):
            event.ignore()
            return False
        return super().event(event)

    def _changed(self) -> None:
        if self._filling:
            return
        self._typing = True
        try:
            self.recipe_document.edit(self._take(self.recipe_document.recipe, self.toPlainText()), self._words, self.session)
        finally:
            self._typing = False


class Form(QWidget):
    """Titles left, fields right, what is wrong below each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(SPACE + 4, SPACE + 4, SPACE + 4, SPACE)
        self.grid.setHorizontalSpacing(SPACE + 4)
        self.grid.setVerticalSpacing(SPACE - 2)
        self.grid.setColumnStretch(1, 1)

    def add(self, title: str, field: QWidget) -> None:
        """A titled field, with room for its note."""
        row = self.grid.rowCount()
        head = label(title, "muted")
        head.setBuddy(field)
        head.setMinimumHeight(28)
        self.grid.addWidget(head, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        if isinstance(field, SettingEntry):
            box = QVBoxLayout()
            box.setSpacing(2)
            field.setMinimumHeight(28)
            box.addWidget(field)
            box.addWidget(field.note)
            self.grid.addLayout(box, row, 1)
        else:
            self.grid.addWidget(field, row, 1)

    def say(self, text: str) -> None:
        """A quiet sentence across."""
        self.grid.addWidget(label(text, "muted", wrap=True), self.grid.rowCount(), 0, 1, 2)

    def end(self) -> None:
        """What follows is empty."""
        self.grid.setRowStretch(self.grid.rowCount(), 1)


def _undoes(event: QKeyEvent) -> bool:
    return any(event.matches(key) for key in _UNDOING)
