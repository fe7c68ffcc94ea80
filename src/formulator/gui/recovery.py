"""The third door for errors: a bug saves a recovery copy of the recipe, shows what happened with text to copy, and the program goes on."""

from __future__ import annotations

import re
import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

import platformdirs
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from formulator.core.recipe import Recipe
from formulator.files.write import save_recipe
from formulator.gui.panel import label
from formulator.report.tongue import say

MOST = 20  # errors that one dialog shows: a fault in what is painted comes again and again
Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def recovery_folder() -> Path:
    """Where recovery copies lie."""
    return platformdirs.user_state_path("formulator") / "recovery"


def save_recovery(recipe: Recipe, folder: Path) -> Path:
    """A copy of the recipe under its name and the time. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    name = re.sub(r"[^\w]+", "-", recipe.name).strip("-")[:60] or "recipe"
    path = folder / f"{name}-{datetime.now():%Y%m%d-%H%M%S-%f}.toml"
    save_recipe(recipe, path)
    return path


class ErrorDialog(QDialog):
    """Says that something went wrong, where the copy lies, and gives the traceback to copy. A second error is added to it."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong – Formulator"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 400)
        self.errors = 0
        self.message = label("", wrap=True)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setAccessibleName(self.tr("What happened, for a bug report"))
        self.copy = QPushButton(self.tr("Copy"))
        self.go_on = QPushButton(self.tr("Go on"))
        self.go_on.setDefault(True)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.details.toPlainText()))
        self.go_on.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (self.copy, self.go_on):
            button.setObjectName("plain")
            foot.addWidget(button)
        outer = QVBoxLayout(self)
        outer.addWidget(self.message)
        outer.addWidget(self.details, 1)
        outer.addLayout(foot)

    def add(self, details: str, copy: str) -> None:
        """Show one more error."""
        self.message.setText(
            self.tr("The program met a fault of its own and goes on; your recipe is still open. {0}\nPlease send the text below to its makers.").format(copy)
        )
        self.details.appendPlainText(details)
        self.errors += 1


def error_door(window: QWidget, recipe: Callable[[], Recipe], folder: Path) -> Hook:
    """A `sys.excepthook` that saves a copy and shows the dialog over `window`."""
    shown: list[ErrorDialog] = []

    def hook(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
            return
        if shown and shown[0].errors >= MOST:
            return
        try:
            copy = say("A recovery copy lies at {path}.", path=save_recovery(recipe(), folder))
        except (OSError, ValueError) as failed:
            copy = say("A recovery copy could not be written: {why}.", why=failed)
        details = "".join(traceback.format_exception(kind, fault, trace))
        if not shown:
            dialog = ErrorDialog(window)
            dialog.finished.connect(lambda _: shown.clear())
            shown.append(dialog)
            dialog.open()
        shown[0].add(details, copy)

    return hook
