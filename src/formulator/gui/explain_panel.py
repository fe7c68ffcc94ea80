"""How a number came about, what a rule says, what is on file of a material: as a tree, down to a table in a book, and as text to copy."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeySequence, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QPushButton, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QVBoxLayout, QWidget

from formulator.core.assess import Assessment
from formulator.core.checks import Check
from formulator.core.data import Data
from formulator.core.material import Material
from formulator.gui import theme
from formulator.gui.derivation_model import MUTED_ROLE, DerivationModel
from formulator.gui.panel import label
from formulator.gui.rows_model import Index
from formulator.report.derivation import Node, derivation, lines
from formulator.report.entries import finding_node, material_node
from formulator.report.tongue import points

OPEN_STEPS = 2  # levels that stand open at first


class StepDelegate(QStyledItemDelegate):
    """Wraps every text to the width there is; explanations are muted."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Wrap and colour."""
        super().initStyleOption(option, index)
        option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText
        option.font = theme.figures(option.font, bold=option.font.bold())
        if index.data(MUTED_ROLE):
            palette = option.palette
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                palette.setColor(role, QColor(theme.colours(palette).muted))
            option.palette = palette

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the wrapped text."""
        view = cast(QTreeView, self.parent())
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        width = view.viewport().width() - depth * view.indentation() - 2 * theme.SPACE
        box = option.fontMetrics.boundingRect(QRect(QPoint(0, 0), QSize(max(width, 80), 10_000)), Qt.TextFlag.TextWordWrap, str(index.data()))
        return QSize(box.width(), box.height() + 6)


class StepTree(QTreeView):
    """The tree; wraps anew when it gets another width."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other heights."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class ExplainPanel(QWidget):
    """One explanation, kept up to date while the recipe changes. `told` carries a word for the status bar."""

    told = Signal(str)

    def __init__(self, data: Data, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = data
        self._assessment: Assessment | None = None
        self.figure_id = ""
        self._again: Callable[[Assessment], Node | None] = lambda _: None
        self.node: Node | None = None
        self.derivation_model = DerivationModel(self)
        self.tree = StepTree()
        self.tree.setAccessibleName(self.tr("How the number was worked out"))
        self.tree.setHeaderHidden(True)
        self.tree.setWordWrap(True)
        self.tree.setItemDelegate(StepDelegate(self.tree))
        self.tree.setModel(self.derivation_model)
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.copy = QPushButton(self.tr("Copy as text"))
        self.copy.setObjectName("plain")
        self.copy.setAccessibleName(self.tr("Copy the derivation as text"))
        self.copy.clicked.connect(self.copy_text)
        QShortcut(QKeySequence.StandardKey.Copy, self.tree, self.copy_text, context=Qt.ShortcutContext.WidgetShortcut)
        self.hint = label(self.tr("Click a number in the verdict to see how it was worked out."), "muted", wrap=True)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.SPACE + 4, 0, theme.SPACE, theme.SPACE - 2)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.copy)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, theme.SPACE - 2, 1, 0)
        outer.setSpacing(2)
        outer.addWidget(self.tree, 1)
        outer.addLayout(foot)
        self.copy.setEnabled(False)

    def take(self, assessment: Assessment) -> None:
        """Another assessment: the same subject, as it is now."""
        self._assessment = assessment
        if self.node is not None or self.figure_id:
            self._show(self.hint.text())

    def explain(self, figure_id: str) -> None:
        """Show how a figure was worked out."""
        self.figure_id = figure_id

        def again(found: Assessment) -> Node | None:
            figure = found.figures.get(figure_id)
            return None if figure is None else derivation(figure, self._data)

        self._again = again
        self._show(figure_id)

    def explain_check(self, check: Check) -> None:
        """Show a finding: the words of its rule, our reading, and the number it judged."""
        self.figure_id = check.figure

        def again(found: Assessment) -> Node | None:
            same = next((c for c in found.checks if (c.rule, c.market, c.subject, c.code) == (check.rule, check.market, check.subject, check.code)), None)
            return None if same is None else finding_node(found, self._data, same)

        self._again = again
        self._show(check.rule)

    def explain_material(self, material: Material) -> None:
        """Show what is on file of a material, and what the law says of it."""
        self.figure_id = ""
        self._again = lambda found: material_node(material, self._data, found.on.isoformat(), found.recipe.markets)
        self._show(material.id)

    def _show(self, subject: str) -> None:
        node = self._again(self._assessment) if self._assessment else None
        self.hint.setText(subject if node is not None else self.tr("{0} is no longer in this recipe.").format(subject.split(" ")[0]))
        if node != self.node:
            self.node = node
            self.derivation_model.take(node)
            self._open(QModelIndex(), OPEN_STEPS)
        self.copy.setEnabled(node is not None)

    def text(self) -> str:
        """The whole derivation as indented text."""
        with points():  # what is copied goes to other programs
            node = self._again(self._assessment) if self._assessment else None
        return "" if node is None else "\n".join(lines(node))

    def copy_text(self) -> None:
        """Put the derivation on the clipboard."""
        if self.node is not None:
            QGuiApplication.clipboard().setText(self.text())
            self.told.emit(self.tr("Derivation copied"))

    def _open(self, above: QModelIndex, levels: int) -> None:
        for row in range(self.derivation_model.rowCount(above) if levels else 0):
            index = self.derivation_model.index(row, 0, above)
            self.tree.expand(index)
            self._open(index, levels - 1)
