"""What keeps one window from losing work: the copy of what is unsaved, the watch on its file, and one question before anything is overwritten."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMessageBox

from formulator.files.recipe import open_recipe
from formulator.gui.autosave import Autosave, Left
from formulator.gui.file_watch import FileHold, FileWatch

if TYPE_CHECKING:
    from formulator.gui.window import Window

Buttons = QMessageBox.StandardButton


class Keeping(QObject):
    """Made once a window. It listens to the document and to the window; the window tells it only that it closes."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.document = window.document
        self.autosave = Autosave(self.document, self)
        self.watch = FileWatch(self.document, self)
        self.hold = FileHold()
        self.hold.take(self.document.path)
        self._question: QMessageBox | None = None
        self._over_newer = False  # recovered work stands over a file that was written after it was kept
        self.autosave.failed.connect(self._cannot_keep)
        self.watch.changed.connect(self._ask_reload)
        self.watch.gone.connect(self._tell_gone)
        self.document.stored.connect(self._stored)
        window.files.ask_first = self.may_use
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def close(self) -> None:
        """The window closes: nothing is unsaved any more."""
        self.autosave.close()
        self.hold.release()
        if self._question is not None:
            self._question.close()

    def may_use(self, path: Path, writing: bool) -> bool:
        """Whether a file may be opened here, or written. Asks when it is open elsewhere, or was changed by another program."""
        other = self._window.desk.holder(path, self._window)
        if other is not None and not writing:
            self._window.desk.show(other)
            return False
        who = self.tr("another window") if other is not None else self.hold.holder(path)
        if who:
            says = self.tr("{0} is open in another window too ({1}). Changes made there are not seen here; what is saved last stays.")
            return self._sure(says.format(path.name, who), self.tr("Save anyway") if writing else self.tr("Open anyway"))
        if writing and path == self.document.path and (self._over_newer or self.watch.state() == "changed"):
            says = self.tr("{0} was changed by another program since it was opened here. Saving replaces what is in it.").format(path.name)
            return self._sure(says, self.tr("Save anyway"))
        return True

    def restore(self, left: Left) -> bool:
        """Take back work that was left behind: over its file, as one step that can be undone."""
        opened = open_recipe(left.copy, self.document.data)
        if opened.recipe is None:
            self._window.files.show_problems(left.copy, opened.problems, False)
            return False
        newer = left.path is not None and left.path.exists() and left.path.stat().st_mtime > left.copy.stat().st_mtime
        if left.path is None or not left.path.exists():
            self.document.new()
        elif self._window.desk.holder(left.path) is not self._window:  # else it is shown already
            if self.may_use(left.path, False):
                self.document.open(left.path)
            else:
                self.document.new()
        self.document.edit(opened.recipe, self.tr("Recover unsaved work"))
        if not self.document.modified:
            self.document.stack.resetClean()
        self.autosave.write()
        taken = left.taken_over(self.autosave)
        self._over_newer = newer and self.document.path is not None
        self._window.desk.show(self._window)
        if self._over_newer:
            self._window.tell(self.tr("The file was written after this was kept: Undo shows what is in it, saving asks."))
        return taken

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Files dropped on the window are opened; a window that is gone to looks at its file."""
        if event.type() == QEvent.Type.WindowActivate and self._question is None:
            self.watch.look()
        if isinstance(event, QDropEvent) and event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
            if files:
                event.acceptProposedAction()
                for path in files if not isinstance(event, QDragEnterEvent) else ():
                    self._window.desk.open_path(path, self._window)
                return True
        return super().eventFilter(watched, event)

    def _stored(self) -> None:
        self.hold.take(self.document.path)
        self._over_newer = False
        if self.document.path is not None:
            self._window.desk.preferences.remember(self.document.path)

    def _cannot_keep(self, why: str) -> None:
        self._window.tell(self.tr("Unsaved work cannot be copied to the recovery folder: {0}. Save often.").format(why))

    def _tell_gone(self) -> None:
        self.document.stack.resetClean()
        self._window.tell(self.tr("The file {0} is no longer there; saving writes it again.").format(self.document.path))

    def _ask_reload(self) -> None:
        """The recipe stays as it is until somebody says otherwise; it no longer counts as saved."""
        path = self.document.path
        if self._question is not None or path is None:
            return
        was_saved = not self.document.modified
        self.document.stack.resetClean()
        says = self.tr("{0} was changed by another program.").format(path.name)
        if was_saved:
            more = self.tr("Take over what it holds now? You can undo that.")
        else:
            more = self.tr("You have changes here that are not saved. Take over what the file holds now? You can undo that, and have your changes back.")
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("Changed on disk – Formulator"), f"{says}\n{more}", Buttons.NoButton, self._window)
        reload = box.addButton(self.tr("&Reload"), QMessageBox.ButtonRole.AcceptRole)
        keep = box.addButton(self.tr("&Keep mine"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(reload if was_saved else keep)
        box.setEscapeButton(keep)
        self._question = box
        box.finished.connect(lambda _: self._answered(box.clickedButton() is reload))
        box.open()

    def _answered(self, reload: bool) -> None:
        box, self._question = self._question, None
        if box is not None:
            box.deleteLater()
        path = self.document.path
        if not reload or path is None:
            return
        self.watch.take()
        opened = open_recipe(path, self.document.data)
        if opened.problems:
            self._window.files.show_problems(path, opened.problems, opened.recipe is not None)
        if opened.recipe is not None:
            self.document.edit(opened.recipe, self.tr("Reload from disk"))
            self.document.stack.setClean()

    def _sure(self, says: str, yes: str) -> bool:
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("Are you sure? – Formulator"), says, Buttons.Cancel, self._window)
        go_on = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(Buttons.Cancel)
        box.exec()
        return box.clickedButton() is go_on
