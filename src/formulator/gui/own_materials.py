"""The window of own materials: what there is, and everything that can be done with it. The recipe stays at hand beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QDialog, QFileDialog, QHBoxLayout, QHeaderView, QMessageBox, QPushButton, QVBoxLayout, QWidget

from formulator.core.material import Material
from formulator.files.own import Own
from formulator.files.sheet import read_sheet, sheet_text
from formulator.files.write import write_whole
from formulator.gui import theme
from formulator.gui.document import Document
from formulator.gui.import_preview import ImportPreview
from formulator.gui.library_panel import LibraryPanel
from formulator.gui.material_editor import BLANK, MaterialEditor
from formulator.gui.material_keeping import Start
from formulator.gui.material_text import blocks, text_of
from formulator.gui.own_edits import carried, users, with_material, without_material
from formulator.gui.own_list import NAME, WHAT, WHERE, OwnModel, OwnRow
from formulator.gui.own_shelf import Removed, Shelf
from formulator.gui.own_table import OwnTable
from formulator.gui.panel import label
from formulator.gui.rows import spoken
from formulator.report.tongue import marked, say

Keys = QKeySequence.StandardKey
Ask = QMessageBox.StandardButton
SHEETS = marked("Spreadsheets (*.csv *.tsv *.xlsx *.xls *.ods);;All files (*)")


class OwnMaterials(QDialog):
    """The list with its buttons. `told` carries a word for the status bar."""

    told = Signal(str)

    def __init__(self, document: Document, shelf: Shelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document, self.shelf = document, shelf
        self._removed: Removed | None = None
        self._shown: tuple[Own, tuple[Material, ...]] | None = None
        self.setWindowTitle(self.tr("Own materials – Formulator"))
        self.resize(900, 520)
        self.own_model = OwnModel(self)
        self.table = self._table()
        self.state = label("", "muted", wrap=True)
        self.new = self._button(self.tr("&New …"), self.new_material, Keys.New)
        self.edit = self._button(self.tr("&Edit …"), self.edit_current, "F2")
        self.like = self._button(self.tr("&Like a library material …"), self.ask_like, "Ctrl+L")
        self.put = self._button(self.tr("&Put into the recipe"), self.put_current, "Ctrl+Return")
        self.remove = self._button(self.tr("&Delete …"), self.remove_current, Keys.Delete)
        self.back = self._button(self.tr("Put &back"), self.put_back, Keys.Undo)
        self.brought = self._button(self.tr("&Import a spreadsheet …"), self.ask_import, "Ctrl+I")
        self.taken = self._button(self.tr("E&xport to CSV …"), self.ask_export, "Ctrl+Shift+E")
        self.folder = self._button(self.tr("Show &folder"), self.show_folder, None)
        self.leave = self._button(self.tr("Close"), self.close, None)
        self._lay_out()
        shelf.changed.connect(self.take)
        document.changed.connect(self.take)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._enable())
        self.take()
        if self.own_model.rows:
            self.select(0)
        self.table.setFocus()

    def take(self, *_: object) -> None:
        """Show what there is now. An edit that touches no material changes nothing here."""
        now = (self.shelf.own, self.document.recipe.materials)
        if self._shown is not None and now[0] is self._shown[0] and now[1] is self._shown[1]:
            return
        self._shown = now
        self.own_model.take(self.shelf, self.document.recipe, self.document.data)
        for column in (NAME, WHERE):
            self.table.setColumnWidth(column, min(max(self.table.sizeHintForColumn(column) + 16, 120), 340))
        if not self.state.text() or not self.own_model.rows:
            self.say(self.tr("Your materials lie in {0}.").format(self.shelf.folder))
        self._enable()

    def current(self) -> OwnRow | None:
        """The row that is current."""
        index = self.table.currentIndex()
        return self.own_model.rows[index.row()] if index.isValid() else None

    def select(self, row: int) -> None:
        """Make a row current."""
        index = self.own_model.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.table.scrollTo(index)

    def show_editor(self, start: Start, over: QWidget | None = None) -> MaterialEditor:
        """Open an editor."""
        editor = MaterialEditor(start, self.document, self.shelf, over or self)
        editor.saved.connect(self._saved)
        editor.finished.connect((over or self).activateWindow)
        editor.open()
        return editor

    def say(self, text: str) -> None:
        """A word below the list."""
        self.state.setText(text)

    def new_material(self) -> None:
        """Start one from nothing."""
        self.show_editor(Start(BLANK))

    def edit_current(self) -> None:
        """Edit the current one, or mend the file with faults."""
        row = self.current()
        start = self._start(row) if row else None
        if start is not None:
            self.show_editor(start)

    def ask_like(self) -> None:
        """Choose a library material to start from."""
        dialog = QDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setWindowTitle(self.tr("Like which library material? – Formulator"))
        dialog.resize(420, 520)
        library = LibraryPanel(self.document.data, parent=dialog)
        box = QVBoxLayout(dialog)
        box.addWidget(library)
        library.chosen.connect(dialog.accept)
        library.chosen.connect(self.start_like)
        library.focus_search()
        dialog.open()

    def start_like(self, id: str) -> None:
        """Start one from a library material: what is not said comes from it."""
        base = self.document.data.materials[id]
        known = {*self.document.data.materials, *(m.id for m in self.shelf.materials)}
        own = next(name for n in range(1, 1000) if (name := f"{id}-own" if n == 1 else f"{id}-own-{n}") not in known)
        self.show_editor(Start(text_of({"id": own, "name": self.tr("{0} (own)").format(base.name), "like": id})))

    def put_current(self) -> None:
        """The recipe carries the folder's material as it is now; a step that can be undone."""
        row = self.current()
        if row is None or row.material is None or row.kind != "folder":
            return
        words = self.tr("Carry {0} in the recipe").format(spoken(row.name))
        found = self.document.edit(with_material(self.document.recipe, self.document.data, row.material), words)
        self.say(f"{found[0].says}. {found[0].fix}" if found else self.tr("The recipe carries {0} as it is in your materials.").format(spoken(row.name)))

    def remove_current(self) -> None:
        """Delete the current one, after asking; of the folder's the way back stays open, the recipe's is an edit."""
        row = self.current()
        if row is None:
            return
        if row.kind == "recipe":
            self._take_out(row)
            return
        try:
            place = self.shelf.place(row.path, row.nth) if row.path else self.shelf.locate(row.id)
        except OSError as fault:
            self._failed(fault)
            return
        if place is None:
            self.shelf.refresh()
            return
        what = self.tr("the whole file {0}").format(place.path.name) if place.whole else self.tr("“{0}” from {1}").format(row.name, place.path.name)
        kept = self.tr("\nRecipes that use it carry it inside and keep it.")
        if QMessageBox.question(self, self.windowTitle(), self.tr("Delete {0}?").format(what) + kept, Ask.Yes | Ask.Cancel, Ask.Cancel) != Ask.Yes:
            return
        try:
            self._removed = self.shelf.remove(place)
        except OSError as fault:
            self._failed(fault)
            return
        self.say(self.tr("Deleted {0}. “Put back” undoes it as long as this window is open.").format(what))
        self._enable()

    def put_back(self) -> None:
        """Undo the last deletion."""
        if self._removed is None:
            return
        try:
            self.shelf.put_back(self._removed)
        except OSError as fault:
            self._failed(fault)
            return
        self.say(self.tr("{0} is as it was.").format(self._removed.path.name))
        self._removed = None
        self._enable()

    def ask_import(self) -> None:
        """Choose a spreadsheet and show what would come of it."""
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import own materials"), "", say(SHEETS))
        if name:
            self.preview(Path(name))

    def preview(self, path: Path) -> None:
        """Show a spreadsheet row by row."""
        try:
            found = read_sheet(path, self.document.data)
        except (OSError, ValueError) as fault:
            says = self.tr("{0} cannot be imported: {1}.").format(path.name, getattr(fault, "strerror", None) or fault)
            QMessageBox.warning(self, self.windowTitle(), says)
            return
        dialog = ImportPreview(path, found, self.shelf, self)
        dialog.brought.connect(self.say)
        dialog.edit_asked.connect(lambda text: self.show_editor(Start(text), dialog))
        dialog.open()

    def ask_export(self) -> None:
        """Write all of the folder's materials as CSV, which imports again unchanged."""
        start = str(Path.home() / "own-materials.csv")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export own materials"), start, self.tr("CSV (*.csv)"))
        if not name:
            return
        path = Path(name) if Path(name).suffix else Path(name).with_suffix(".csv")
        try:
            write_whole(path, sheet_text(self.shelf.materials))
        except OSError as fault:
            self._failed(fault)
            return
        left = len({p for p, _ in self.shelf.own.problems})
        without = self.tr(" Left out, because of faults in them: materials of {0} files.").format(left) if left else ""
        self.say(self.tr("{0} materials written to {1}.").format(len(self.shelf.materials), path) + without)

    def show_folder(self) -> None:
        """Open the folder in the desktop's file manager, making it if need be."""
        try:
            self.shelf.folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            self._failed(fault)
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.shelf.folder)))

    def event(self, event: QEvent) -> bool:
        """Files may have changed while another program was at work."""
        if event.type() == QEvent.Type.WindowActivate:
            self.shelf.refresh()
        return super().event(event)

    def _start(self, row: OwnRow) -> Start | None:
        """Where to edit a row."""
        if row.kind == "recipe" and row.material is not None:
            return Start(text_of(row.material.declared, row.material.comment), row.id, None, True)
        try:
            place = self.shelf.place(row.path, row.nth) if row.path else self.shelf.locate(row.id)
        except OSError as fault:
            self._failed(fault)
            return None
        if place is None:
            self.shelf.refresh()
            self.say(self.tr("{0} is no longer there.").format(row.name))
            return None
        line = row.line
        if line and not place.whole and row.path and row.nth is not None:
            line -= blocks(self.shelf.place(row.path).text)[row.nth][0]
        return Start(place.text, row.id, place, False, line)

    def _saved(self, id: str, where: str) -> None:
        self.take()
        n = next((n for n, row in enumerate(self.own_model.rows) if row.id == id), None)
        if n is not None:
            self.select(n)
        mine, other = carried(self.document.recipe, id), self.shelf.material(id)
        behind = mine is not None and other is not None and mine.declared != other.declared
        self.say(self.tr("{0} is saved {1}.").format(id, where) + (self.tr(" The recipe carries another: “Put into the recipe” renews it.") if behind else ""))
        self.table.setFocus()

    def _take_out(self, row: OwnRow) -> None:
        n = users(self.document.recipe, row.id)
        if n and self.document.data.material(row.id) is None:
            self.say(self.tr("{0} is used in the recipe ({1} times). Remove or swap those lines first.").format(row.name, n))
            return
        if (
            QMessageBox.question(self, self.windowTitle(), self.tr("Take “{0}” out of this recipe?").format(row.name), Ask.Yes | Ask.Cancel, Ask.Cancel)
            == Ask.Yes
        ):
            self.document.edit(without_material(self.document.recipe, row.id), self.tr("Take {0} out of this recipe's materials").format(spoken(row.name)))
            self.say(self.tr("{0} is no longer in this recipe; Undo in the recipe's window brings it back.").format(row.name))

    def _failed(self, fault: OSError) -> None:
        QMessageBox.warning(self, self.windowTitle(), self.tr("That cannot be done: {0}.").format(fault.strerror or fault))

    def _enable(self) -> None:
        row = self.current()
        self.edit.setEnabled(row is not None)
        self.remove.setEnabled(row is not None)
        self.put.setEnabled(row is not None and row.kind == "folder")
        self.taken.setEnabled(bool(self.shelf.materials))
        self.back.setVisible(self._removed is not None)

    def _button(self, words: str, does: Callable[[], object], keys: Keys | str | None) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName("plain")
        button.setAutoDefault(False)
        button.clicked.connect(lambda: does())
        if keys is not None:
            shortcut = QShortcut(QKeySequence(keys), self, does)
            button.setToolTip(f"{words.replace('&', '')} ({shortcut.key().toString(QKeySequence.SequenceFormat.NativeText)})")
        return button

    def _table(self) -> OwnTable:
        table = OwnTable()
        table.setObjectName("framed")
        table.setAccessibleName(self.tr("Own materials; Enter edits one"))
        table.setModel(self.own_model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 14)
        table.activated.connect(lambda _: self.edit_current())
        return table

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        for button in (self.new, self.like, self.edit, self.remove, self.back, None, self.put, None, self.brought, self.taken, self.folder):
            side.addWidget(button) if button else side.addSpacing(2 * theme.SPACE)
        side.addStretch(1)
        side.addWidget(self.leave)
        middle = QVBoxLayout()
        middle.addWidget(self.table, 1)
        middle.addWidget(self.state)
        outer = QHBoxLayout(self)
        outer.addLayout(middle, 1)
        outer.addLayout(side)
