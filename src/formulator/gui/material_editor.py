"""The editor of one own material: fields and text are two faces of one TOML text, which is what is kept. What is wrong shows at once and forbids nothing
but using it: even unfinished work can be saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QMessageBox, QPlainTextEdit, QPushButton, QTabWidget, QVBoxLayout, QWidget

from formulator.core.material import EMPTY
from formulator.files.values import Reader
from formulator.gui import theme
from formulator.gui.document import Document
from formulator.gui.material_draft import INSIDE, Draft, doubts, folder_reader, read_draft, recipe_reader, slug
from formulator.gui.material_form import MaterialForm, sentence
from formulator.gui.material_keeping import MaterialKeeper, Start
from formulator.gui.material_text import comments_of, with_key
from formulator.gui.own_edits import with_material
from formulator.gui.own_shelf import ChangedOnDisk, Shelf
from formulator.gui.panel import label
from formulator.gui.rows import spoken

PLACE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 2
BLANK = '[[material]]\nid = ""\nname = ""\n'
Ask = QMessageBox.StandardButton


class MaterialEditor(QDialog):
    """`saved` carries the id of the material and, in words, where it was saved."""

    saved = Signal(str, str)

    def __init__(self, start: Start, document: Document, shelf: Shelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start, self.document, self.shelf = start, document, shelf
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Own material – Formulator"))
        self.resize(1080, 720)
        self.form = MaterialForm()
        self.form.edited.connect(self._field_edited)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("The material as TOML text"))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setTabChangesFocus(True)
        self.notice = label("", wrap=True)
        self.notice.setProperty("state", "fail")
        self.faults = QListWidget()
        self.faults.setObjectName("faults")
        self.faults.setAccessibleName(self.tr("Faults and doubts; Enter goes to the place"))
        self.faults.setWordWrap(True)
        self.faults.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.faults.itemActivated.connect(self.go_to)
        self.faults.itemClicked.connect(self.go_to)
        self.to_folder = self._button(self.tr("Save to my materials"), self.save_to_folder)
        self.to_recipe = self._button(self.tr("Save in this recipe only"), self.save_to_recipe)
        self.leave = self._button(self.tr("Cancel"), self.reject)
        (self.to_recipe if start.in_recipe else self.to_folder).setProperty("main", True)  # no default: Enter in a field must not save
        self._own_faults: list[tuple[str, str]] = []
        self._unkept = ""
        self.text.setPlainText(start.text if start.typed is None else start.typed)
        self.draft = self._read()
        self._lay_out()
        self.text.textChanged.connect(self._take)
        self.keeper = MaterialKeeper(self)
        self.keeper.failed.connect(self._cannot_keep)
        QShortcut(QKeySequence.StandardKey.Save, self, self.save)
        self._take()
        self.tabs.setCurrentIndex(1 if self.draft.raw is None or start.line else 0)
        if start.line:
            self._go_to_line(start.line)
        (self.text if self.tabs.currentIndex() else self.form.name.entry).setFocus()

    @property
    def modified(self) -> bool:
        """Whether anything would be lost."""
        return self.text.toPlainText() != self.start.text or bool(self._own_faults)

    def called(self) -> str:
        """What the material is called, as far as it has a name."""
        name = (self.draft.raw or EMPTY).get("name")
        return str(name or self.draft.id or self.start.id or self.tr("Unnamed material"))

    def go_to(self, item: QListWidgetItem) -> None:
        """To the field of a fault, or to its line in the text."""
        place, line = item.data(PLACE_ROLE), item.data(LINE_ROLE)
        field = self.form.owner(place) if place and self.draft.raw is not None else None
        if field is not None and self.tabs.currentIndex() == 0:
            self.form.ensureWidgetVisible(field)
            field.first().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.tabs.setCurrentIndex(1)
            self._go_to_line(line or 1)
            self.text.setFocus()

    def save(self) -> bool:
        """Save it where it came from, or to the folder; whether that was done."""
        (self.save_to_recipe if self.start.in_recipe else self.save_to_folder)()
        return not self.isVisible()

    def may_close(self) -> bool:
        """Leave, asking when something would be lost; whether it is left."""
        self.reject()
        return not self.isVisible()

    def give_up(self) -> None:
        """Leave without asking."""
        super().reject()

    def save_to_folder(self) -> None:
        """Write it into the folder of own materials, where it stood or as a file of its own."""
        draft = self._read(folder_reader(self.document.data))
        wrong = len(draft.problems) + len(self._own_faults)
        says = self.tr("It has {0} and cannot be used until they are mended. Save it as it stands?")
        if wrong and not self._sure(says.format(self._counted(wrong))):
            return
        path: Path | None = None
        try:
            path = self.shelf.store(draft.text, draft.id, self.start.place)
        except ChangedOnDisk as fault:
            if not self._sure(self.tr("{0} while you edited it. Save yours as another file beside it?").format(fault)):
                return
            path = self._store(draft)
        except OSError as fault:
            self._failed(fault)
            return
        if path is not None:
            self._done(draft.id or path.stem, self.tr("in {0}").format(path.name))

    def save_to_recipe(self) -> None:
        """Put it into the recipe, as one step that can be undone."""
        recipe, data = self.document.recipe, self.document.data
        draft = self._read(recipe_reader(data, recipe, self._id()), [m.id for m in recipe.materials if m.id != self.start.id])
        if draft.material is None or self._own_faults:
            wrong = len(draft.problems) + len(self._own_faults)
            says = self.tr("It has {0}: a recipe carries only what can be used. Mend them first, or save it to your materials as it stands.\n\n{1}")
            QMessageBox.warning(self, self.windowTitle(), says.format(self._counted(wrong), "\n".join(sentence(p) for p in draft.problems[:3])))
            return
        material = replace(draft.material, comment=comments_of(draft.text))
        was = self.start.id if self.start.in_recipe else ""
        known = any(m.id in (was, material.id) for m in recipe.materials)
        words = (self.tr("Change {0}") if known else self.tr("Add {0} to this recipe's materials")).format(spoken(material.name))
        found = self.document.edit(with_material(recipe, data, material, was), words)
        if found:
            QMessageBox.warning(self, self.windowTitle(), f"{found[0].says}. {found[0].fix}")
            return
        self._done(material.id, self.tr("in this recipe"))

    def reject(self) -> None:
        """Leave; asks when something would be lost."""
        if self.modified:
            says = self.tr("What you typed is not saved.")
            answer = QMessageBox.question(self, self.tr("Save it? – Formulator"), says, Ask.Save | Ask.Discard | Ask.Cancel, Ask.Save)
            if answer == Ask.Save:
                self.save()
            if answer != Ask.Discard:
                return
        super().reject()

    def _take(self) -> None:
        """Another text: read it, and show what it comes to."""
        self.draft = self._read()
        raw = self.draft.raw
        unsure = list(doubts(raw, self.document.data, self._reader().find)) if raw else []
        self._own_faults = self.form.take(self.draft, unsure)
        self._show_notice()
        self.faults.clear()
        mark, doubtful = theme.SIGNS["fail"], theme.SIGNS["cannot tell"]
        for problem in self.draft.problems:
            place = problem.place.removeprefix(INSIDE)
            where = ", ".join(text for text in (self.tr("line {0}").format(problem.line) if problem.line else "", place) if text)
            self._list(f"{mark} {where}{': ' if where else ''}{sentence(problem)}", place, problem.line)
        for key, text in self._own_faults:
            self._list(f"{mark} {text}", key, None)
        for key, text in unsure:
            self._list(f"{doubtful} {text}", key, None)
        if self._unkept:
            self._list(f"{doubtful} {self._unkept}", "", None)
        if not self.faults.count():
            self._list(f"{theme.SIGNS['pass']} {self.tr('No fault, no doubt.')}", "", None)
        self.to_recipe.setEnabled(self.draft.count == 1 or raw is not None)

    def _cannot_keep(self, why: str) -> None:
        self._unkept = self.tr("Unsaved work cannot be copied to the recovery folder: {0}. Save often.").format(why)
        self._take()

    def _read(self, reader: Reader | None = None, taken: list[str] | None = None) -> Draft:
        if taken is None:
            ids = self.document.recipe.materials if self.start.in_recipe else self.shelf.materials
            taken = [m.id for m in ids if m.id != self.start.id]
            if self.start.place is not None and self.start.place.whole:
                taken = [id for id in taken if not self._stands_here(id)]
        return read_draft(self.text.toPlainText(), reader or self._reader(), taken)

    def _stands_here(self, id: str) -> bool:
        found = self.shelf.locate(id)
        return found is not None and self.start.place is not None and found.path == self.start.place.path

    def _reader(self) -> Reader:
        data = self.document.data
        return recipe_reader(data, self.document.recipe, self._id()) if self.start.in_recipe else folder_reader(data)

    def _id(self) -> str:
        return self.start.id or self.draft.id

    def _field_edited(self, key: str, value: object) -> None:
        """A field's key goes into the text; the rest of the text stays as it is. A new material's id follows its name until it is typed."""
        before = self.draft
        text = with_key(before.text, key, value)
        if key == "name" and not self.start.id and before.id == slug(str((before.raw or EMPTY).get("name", ""))):
            text = with_key(text, "id", slug(str(value or "")))
        if key == "id" and value is None:
            text = with_key(before.text, "id", "")
        self._write(text)

    def _write(self, text: str) -> None:
        """Change only what differs: the text keeps its own undo, and the cursor its place."""
        old = self.text.toPlainText()
        if text == old:
            self._take()
            return
        head = next((n for n in range(min(len(old), len(text))) if old[n] != text[n]), min(len(old), len(text)))
        most = min(len(old), len(text)) - head
        tail = next((n for n in range(most) if old[-1 - n] != text[-1 - n]), most)
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(_units(old[:head]))
        cursor.setPosition(_units(old[: len(old) - tail]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[head : len(text) - tail])

    def _show_notice(self) -> None:
        draft = self.draft
        if draft.raw is not None:
            self.notice.hide()
            return
        says = self.tr("The text holds {0} materials: the fields show one at a time. Edit them as text.").format(draft.count)
        broken = self.tr("The text cannot be read, so the fields stand still. Mend it under “As text”.")
        self.notice.setText(f"{theme.SIGNS['fail']} {says if draft.count > 1 else broken}")
        self.notice.show()

    def _list(self, text: str, place: str, line: int | None) -> None:
        item = QListWidgetItem(text)
        item.setToolTip(text)
        item.setData(PLACE_ROLE, place)
        item.setData(LINE_ROLE, line)
        self.faults.addItem(item)

    def _go_to_line(self, line: int) -> None:
        cursor = QTextCursor(self.text.document().findBlockByNumber(line - 1))
        self.text.setTextCursor(cursor)

    def _store(self, draft: Draft) -> Path | None:
        try:
            return self.shelf.store(draft.text, draft.id)
        except OSError as fault:
            self._failed(fault)
            return None

    def _failed(self, fault: OSError) -> None:
        says = self.tr("It cannot be written: {0}.\nYour text is still here.").format(fault.strerror or fault)
        QMessageBox.warning(self, self.tr("Not saved – Formulator"), says)

    def _sure(self, says: str) -> bool:
        return QMessageBox.question(self, self.windowTitle(), says, Ask.Save | Ask.Cancel, Ask.Save) == Ask.Save

    def _counted(self, n: int) -> str:
        return self.tr("{0} faults").format(n) if n != 1 else self.tr("1 fault")

    def _done(self, id: str, where: str) -> None:
        super().accept()
        self.saved.emit(id, where)

    def _button(self, words: str, does: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName("plain")
        button.setAutoDefault(False)
        button.clicked.connect(lambda: does())
        return button

    def _lay_out(self) -> None:
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Fields and text"))
        fields = QWidget()
        box = QVBoxLayout(fields)
        box.setContentsMargins(0, theme.SPACE, 0, 0)
        box.addWidget(self.notice)
        box.addWidget(self.form, 1)
        self.tabs.addTab(fields, self.tr("&Fields"))
        self.tabs.addTab(self.text, self.tr("As &text"))
        self.faults.setFixedHeight(4 * (self.fontMetrics().height() + 8))
        foot = QHBoxLayout()
        foot.addWidget(self.leave)
        foot.addStretch(1)
        foot.addWidget(self.to_recipe)
        foot.addWidget(self.to_folder)
        outer = QVBoxLayout(self)
        outer.addWidget(self.tabs, 1)
        outer.addWidget(self.faults)
        outer.addLayout(foot)


def _units(text: str) -> int:
    """How many places a text takes in a Qt document."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
