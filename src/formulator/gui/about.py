"""What this program is: its version, the edition of its data, and what it runs on, with text to copy into a report."""

from __future__ import annotations

import platform

import numpy
import PySide6
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from formulator import __version__
from formulator.core.data import Data
from formulator.gui import theme
from formulator.gui.panel import label
from formulator.report.tongue import say


def about_text(data: Data) -> str:
    """Versions and data in a few lines."""
    markets = {market for rules in data.lists.values() for market in rules.markets}
    editions = [f"{rules.id} {rules.edition}" for rules in data.lists.values()]
    return "\n".join(
        (
            f"Formulator {__version__}",
            say(
                "Data edition {edition}: {materials} materials, {rules} rules of {markets} markets, {sources} sources",
                edition=data.edition,
                materials=len(data.materials),
                rules=len(data.entries),
                markets=len(markets),
                sources=len(data.sources),
            ),
            say("Lists of rules: {lists}", lists="; ".join(editions)),
            f"Python {platform.python_version()} · Qt {qVersion()} · PySide6 {PySide6.__version__} · NumPy {numpy.__version__}",
            f"{platform.platform()} · {QGuiApplication.platformName()}",
        )
    )


class AboutDialog(QDialog):
    """Shows the text, and copies it."""

    def __init__(self, data: Data, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Formulator"))
        self.setMinimumWidth(520)
        self.text = about_text(data)
        head, _, rest = self.text.partition("\n")
        title = label(head)
        title.setFont(theme.figures(title.font(), 1.5, bold=True))
        body = label(rest.replace("\n", "\n\n"), wrap=True)
        body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        body.setAccessibleName(self.tr("Versions"))
        says = self.tr("A bench for creams: emulsion, minerals, dose and law of one open recipe, every number with its source. MIT licence.")
        copy, close = QPushButton(self.tr("&Copy")), QPushButton(self.tr("Close"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text))
        close.clicked.connect(self.accept)
        close.setDefault(True)
        close.setFocus()
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (copy, close):
            button.setObjectName("plain")
            foot.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(2 * theme.SPACE, 2 * theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        box.setSpacing(theme.SPACE)
        for part in (title, label(says, "muted", wrap=True), body):
            box.addWidget(part)
        box.addStretch(1)
        box.addLayout(foot)
