"""The fields of the own-material editor: each shows one key of the material's table and says what it is to become. What is wrong stands below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from formulator.core.material import EMPTY, FUNCTIONS
from formulator.gui import theme
from formulator.gui.entry import Entry
from formulator.gui.material_text import listed, parts, shown_value, typed_value
from formulator.gui.panel import label, set_state
from formulator.gui.recipe_header import Choice

Table = Mapping[str, Any]


class Field(QWidget):
    """A title, what is edited, and below it its faults and doubts. `edited` carries a key of the material and its new value, None to take it out."""

    edited = Signal(str, object)

    def __init__(self, title: str, places: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.places = tuple(places)
        self.raw: Table = EMPTY
        self.head = label(title, "muted")
        self.says = label("", wrap=True)
        self.says.hide()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(1)
        self.body.addWidget(self.head)

    def owns(self, place: str) -> int:
        """How much of a place ("required_hlb.o/w") is this field's; 0 when nothing is."""
        return max((len(mine) for mine in self.places if place == mine or place.startswith((f"{mine}.", f"{mine}["))), default=0)

    def take(self, raw: Table) -> None:
        """Show another table."""
        self.raw = raw
        self.show_raw()

    def show_raw(self) -> None:
        """Show the present table."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """What gets the focus when somebody comes to mend it."""
        raise NotImplementedError

    def show_faults(self, faults: Sequence[str], doubts: Sequence[str]) -> None:
        """What is wrong here, and what is to be looked at."""
        lines = [f"{theme.SIGNS['fail']} {text}" for text in faults] + [f"{theme.SIGNS['cannot tell']} {text}" for text in doubts]
        text = "\n".join(lines)
        if self.says.text() != text:
            self.says.setText(text)
        set_state(self.says, "fail" if faults else "cannot tell")
        self.says.setVisible(bool(lines))
        self.mark(bool(faults))
        self.first().setAccessibleDescription(text)

    def mark(self, wrong: bool) -> None:
        """Show that something is wrong here, beside the words."""


class LineField(Field):
    """A text, a number, or a list parted by semicolons. `path` is the key, or a key and one inside it."""

    def __init__(self, title: str, path: Sequence[str], kind: str = "text", unit: str = "", hint: str = "") -> None:
        super().__init__(title, (".".join(path),))
        self._path, self._kind, self._unit = tuple(path), kind, unit
        self.entry = Entry(title)
        self.entry.setPlaceholderText(hint)
        self.entry.typed.connect(self._typed)
        self.head.setBuddy(self.entry)
        self.body.addWidget(self.entry)
        self.body.addWidget(self.says)

    def first(self) -> QWidget:
        """The line."""
        return self.entry

    def show_raw(self) -> None:
        """The value, but not over what is being typed, nor over another way to write it."""
        value = self.raw.get(self._path[0])
        for key in self._path[1:]:
            value = value.get(key) if isinstance(value, dict) else None
        if not self.entry.text() or self._value(self.entry.text()) != value:
            self.entry.show_text(listed(value) if self._kind == "list" else shown_value(value))

    def mark(self, wrong: bool) -> None:
        """A red border."""
        self.entry.mark(wrong)

    def _typed(self, text: str, session: int) -> None:
        key = self._path[0]
        value = self._value(text)
        if len(self._path) > 1:
            found = self.raw.get(key)
            inner = {**(found if isinstance(found, dict) else {}), self._path[1]: value}
            value = {k: v for k, v in inner.items() if v is not None} or None
        self.edited.emit(key, value)

    def _value(self, text: str) -> Any:
        if self._kind == "list":
            return parts(text)
        return (text.strip() or None) if self._kind == "text" else typed_value(text, self._unit, QLocale().decimalPoint() == ",")


class FunctionsField(Field):
    """What the material is for, to tick. A word the list does not know stays until it is mended in the text."""

    COLUMNS = 4

    def __init__(self, title: str) -> None:
        super().__init__(title, ("functions",))
        self.boxes = {word: QCheckBox(word) for word in FUNCTIONS}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        grid.setHorizontalSpacing(theme.SPACE)
        for n, box in enumerate(self.boxes.values()):
            box.clicked.connect(self._ticked)
            grid.addWidget(box, n // self.COLUMNS, n % self.COLUMNS)
        self.body.addLayout(grid)
        self.body.addWidget(self.says)

    def first(self) -> QWidget:
        """The first tick."""
        return next(iter(self.boxes.values()))

    def show_raw(self) -> None:
        """Tick what is there."""
        words = self._words()
        for word, box in self.boxes.items():
            box.setChecked(word in words)

    def _words(self) -> list[str]:
        said = self.raw.get("functions", ())
        return [said] if isinstance(said, str) else [x for x in said if isinstance(x, str)] if isinstance(said, list) else []

    def _ticked(self) -> None:
        kept = [word for word in self._words() if word not in self.boxes or self.boxes[word].isChecked()]
        self.edited.emit("functions", [*kept, *(word for word, box in self.boxes.items() if box.isChecked() and word not in kept)] or None)


class AppliesField(Field):
    """Whether HLB applies to the material: yes (which needs no word), or no, with why."""

    def __init__(self, title: str) -> None:
        super().__init__(title, ("hlb_applies", "hlb_why_not", "hlb_instead"))
        self.choice = Choice(title)
        for words, value in ((self.tr("as usual"), "absent"), (self.tr("yes"), "yes"), (self.tr("no: ionic, silicone, polymeric …"), "no")):
            self.choice.addItem(words, value)
        self.choice.activated.connect(self._chosen)
        self.head.setBuddy(self.choice)
        self.body.addWidget(self.choice)
        self.body.addWidget(self.says)

    def first(self) -> QWidget:
        """The choice."""
        return self.choice

    def show_raw(self) -> None:
        """What is said; nothing chosen when it is neither true nor false."""
        said = self.raw.get("hlb_applies")
        self.choice.show_value("absent" if said is None else "yes" if said is True else "no" if said is False else "?")

    def _chosen(self, index: int) -> None:
        self.edited.emit("hlb_applies", {"absent": None, "yes": True, "no": False}[self.choice.itemData(index)])
