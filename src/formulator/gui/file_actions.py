"""Opening and saving as a person does it: dialogs, faults of files shown together, and one question before changes are lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from formulator.files.table import Problem
from formulator.gui.document import Document
from formulator.report.tongue import marked, say

PATTERN = marked("Recipes (*.toml);;All files (*)")


class FileActions(QObject):
    """What the File menu does."""

    def __init__(self, window: QWidget, document: Document) -> None:
        super().__init__(window)
        self._window = window
        self.document = document
        self.ask_first: Callable[[Path, bool], bool] = lambda path, writing: True  # whether a file may be opened, or written

    def choose(self) -> list[Path]:
        """Ask for files to open."""
        start = str(self.document.path.parent) if self.document.path else ""
        names, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Open recipes"), start, say(PATTERN))
        return [Path(name) for name in names]

    def open(self, path: Path, as_copy: bool = False) -> bool:
        """Open a file in this very window, and show its problems, all at once."""
        if not as_copy and not self.ask_first(path, False):
            return False
        opened = self.document.open(path, as_copy)
        if opened.problems:
            self._show(path, opened.problems, opened.recipe is not None)
        return opened.recipe is not None

    def save(self) -> bool:
        """Save; a recipe without a file is asked for one. False when it was not saved."""
        return self.ask_save_as() if self.document.path is None else self._write(self.document.path)

    def ask_save_as(self) -> bool:
        """Choose a file and save there."""
        name = re.sub(r"\W+", "-", self.document.recipe.name.lower()).strip("-") or "recipe"
        start = self.document.path or Path(f"{name}.toml")
        chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save the recipe"), str(start), say(PATTERN))
        if not chosen:
            return False
        path = Path(chosen)
        return self._write(path if path.suffix else path.with_suffix(".toml"))

    def may_leave(self) -> bool:
        """Whether the present recipe may go: saved, unchanged, or given up."""
        if not self.document.modified:
            return True
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self._window,
            self.tr("Save changes? – Formulator"),
            self.tr("“{0}” has changes that are not saved.").format(self.document.recipe.name),
            buttons.Save | buttons.Discard | buttons.Cancel,
            buttons.Save,
        )
        return self.save() if answer == buttons.Save else answer == buttons.Discard

    def show_problems(self, path: Path, problems: Sequence[Problem], opened: bool) -> None:
        """What is wrong with a file, all of it."""
        self._show(path, problems, opened)

    def _write(self, path: Path) -> bool:
        if not self.ask_first(path, True):
            return False
        try:
            self.document.save_as(path)
        except OSError as fault:
            says = self.tr("{0} cannot be written: {1}.\nChoose another place.").format(path, fault.strerror)
            QMessageBox.warning(self._window, self.tr("Not saved – Formulator"), says)
            return False
        return True

    def _show(self, path: Path, problems: Sequence[Problem], opened: bool) -> None:
        lines = [f"{say('{file}, line {n}', file=path.name, n=p.line) if p.line else path.name}: {p.says}. {p.fix}" for p in problems]
        title = self.tr("Opened with problems – Formulator") if opened else self.tr("Cannot be opened – Formulator")
        box = QMessageBox(QMessageBox.Icon.Warning, title, "\n\n".join(lines[:8]), QMessageBox.StandardButton.Ok, self._window)
        if len(lines) > 8:
            box.setInformativeText(self.tr("… and {0} more.").format(len(lines) - 8))
            box.setDetailedText("\n".join(lines))
        box.exec()
