"""The findings below the recipe, as an editor lists problems: each with its source, and a click goes to the lines concerned."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QObject, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QDesktopServices, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from formulator.core.assess import Assessment
from formulator.gui import theme
from formulator.gui.findings_model import MESSAGE, RULE, SIGN, SOURCE, STATE_ROLE, FindingsModel
from formulator.gui.panel import label
from formulator.gui.rows_model import Index

WIDTHS = {SIGN: 120, RULE: 156, SOURCE: 160}
NARROW = {SIGN: 112, RULE: 132, SOURCE: 120}
NARROW_BELOW = 760  # px


class FindingDelegate(QStyledItemDelegate):
    """Colours of the verdicts, and sources that look like links."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Wrap, and colour sign and source."""
        super().initStyleOption(option, index)
        option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText
        palette = option.palette
        shades = theme.colours(palette)
        ink = {SIGN: theme.verdict_colour(index.data(STATE_ROLE), palette), RULE: QColor(shades.muted), SOURCE: QColor(shades.accent)}.get(index.column())
        option.font.setUnderline(index.column() == SOURCE)
        if ink is not None:
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                palette.setColor(role, ink)
            option.palette = palette

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the wrapped text."""
        view = cast(QTableView, self.parent())
        width = view.columnWidth(index.column()) - 2 * theme.SPACE - 4
        box = option.fontMetrics.boundingRect(0, 0, max(width, 40), 10_000, Qt.TextFlag.TextWordWrap, str(index.data() or ""))
        return QSize(box.width(), box.height() + 12)


class FindingsTable(QTableView):
    """The table itself. `chosen` tells of a row that was clicked or opened by Enter."""

    chosen = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings_model = FindingsModel(self)
        self.setModel(self.findings_model)
        self.setItemDelegate(FindingDelegate(self))
        self.setObjectName("findings")
        self.setAccessibleName(self.tr("Findings"))
        self.setAccessibleDescription(self.tr("Enter goes to the line a finding is about; Ctrl+Enter opens its source."))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(MESSAGE, QHeaderView.ResizeMode.Stretch)
        self._fit = QTimer(self)
        self._fit.setSingleShot(True)
        self._fit.timeout.connect(self.resizeRowsToContents)
        for signal in (self.findings_model.rowsInserted, self.findings_model.dataChanged, self.findings_model.rowsRemoved):
            signal.connect(self._fit_soon)
        self.clicked.connect(self.chosen)

    def _fit_soon(self, *_: object) -> None:
        self._fit.start(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Texts are wrapped anew."""
        super().resizeEvent(event)
        for column, width in (NARROW if self.viewport().width() < NARROW_BELOW else WIDTHS).items():
            self.setColumnWidth(column, width)
        self._fit.start(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, Ctrl+Enter opens the source."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            source = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.chosen.emit(index.siblingAtColumn(SOURCE if source else MESSAGE))
            return
        super().keyPressEvent(event)


class FindingsPanel(QWidget):
    """Findings and how many passed. `line_asked` carries (phase, place), `check_asked` a check."""

    line_asked = Signal(int, int)
    check_asked = Signal(object)
    counted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__()
        self.table = FindingsTable()
        self.none = QLabel(self.tr("No findings. Every rule that applies passed."))
        self.none.setObjectName("muted")
        self.none.setContentsMargins(theme.SPACE * 2, theme.SPACE, 0, theme.SPACE)
        self.passed = QPushButton()
        self.passed.setObjectName("plain")
        self.passed.setCheckable(True)
        self.passed.setAccessibleName(self.tr("Show checks that passed"))
        self.passed.toggled.connect(self._toggled)
        self.summary = label("", "muted")
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.SPACE + 4, 0, theme.SPACE + 4, theme.SPACE - 2)
        foot.addWidget(self.passed)
        foot.addStretch(1)
        foot.addWidget(self.summary)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 1, 0)
        outer.setSpacing(2)
        outer.addWidget(self.table, 1)
        outer.addWidget(self.none, 1, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(foot)
        self.table.chosen.connect(self._chosen)

    def take(self, assessment: Assessment) -> None:
        """Show the checks of an assessment."""
        model = self.table.findings_model
        model.take(assessment.checks)
        self._tell()

    def _toggled(self, shown: bool) -> None:
        self.table.findings_model.show_passed(shown)
        self._tell()

    def _tell(self) -> None:
        rows = self.table.findings_model.rows
        words = self.tr("Hide {0} passed") if self.passed.isChecked() else self.tr("Show {0} passed")
        self.passed.setText(words.format(self.table.findings_model.passed))
        self.none.setVisible(not rows)
        self.table.setVisible(bool(rows))
        self.summary.setText(self.tr("Enter: go to the line · Ctrl+Enter: open the source") if rows else "")
        self.counted.emit(sum(row.state != "pass" for row in rows))

    def _chosen(self, index: QModelIndex) -> None:
        check = self.table.findings_model.rows[index.row()].check
        if index.column() == SOURCE and check.source and check.source.address:
            QDesktopServices.openUrl(QUrl(check.source.address))
            return
        self.check_asked.emit(check)
        if check.lines:
            self.line_asked.emit(*check.lines[0])
