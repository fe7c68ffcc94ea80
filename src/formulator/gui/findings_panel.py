"""The findings below the recipe, as an editor lists problems: each with its source, and a click goes to the lines concerned."""

from __future__ import annotations

from collections.abc import Hashable
from typing import cast

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, QUrl, Signal
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
from formulator.core.data import Data
from formulator.gui import theme
from formulator.gui.findings_model import MEND, MESSAGE, RULE, SIGN, SOURCE, STATE_ROLE, FindingsModel
from formulator.gui.mend_button import MendButton
from formulator.gui.mending import Mender, Offer
from formulator.gui.panel import label
from formulator.gui.rows_model import Index

WIDTHS = {SIGN: 120, RULE: 156, SOURCE: 160, MEND: 140}
NARROW = {SIGN: 120, RULE: 132, SOURCE: 116, MEND: 138}
SMALL = {SIGN: 120, RULE: 124, SOURCE: 120, MEND: 68}
NARROW_BELOW, SMALL_BELOW = 1000, 760  # px
WIDEST_MESSAGE = 1000  # a longer line is hard to read
BUTTON = 36  # px of height that a button in a row needs
IDLE = 150  # ms without a change before mends are searched for that take several evaluations
KEPT = 500  # sizes of wrapped texts


class FindingDelegate(QStyledItemDelegate):
    """Colours of the verdicts, and sources that look like links. How large a wrapped text is is kept: each key asks it for every cell."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._boxes: dict[tuple[str, int, str], tuple[int, int]] = {}

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

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """A button gets the whole cell, not what the padding of a text leaves."""
        editor.setGeometry(option.rect)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the wrapped text."""
        view = cast(QTableView, self.parent())
        width = view.columnWidth(index.column()) - 2 * theme.SPACE - 4
        if index.column() == MESSAGE and view.columnSpan(index.row(), MESSAGE) > 1:
            width += view.columnWidth(SOURCE)
        text, font = str(index.data() or ""), option.font.key()
        key = text, max(width, 40), font
        if key not in self._boxes:
            if len(self._boxes) > KEPT:
                self._boxes.clear()
            box = option.fontMetrics.boundingRect(0, 0, max(width, 40), 10_000, Qt.TextFlag.TextWordWrap, text)
            self._boxes[key] = (box.width(), box.height() + 12)
        wide, high = self._boxes[key]
        return QSize(wide, max(high, BUTTON if index.column() == MEND and not view.isColumnHidden(MEND) else 0))


class FindingsTable(QTableView):
    """The table itself. `chosen` tells of a row that was clicked or opened by Enter, `mend_asked` of the mend that is to be applied."""

    chosen = Signal(QModelIndex)
    mend_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings_model = FindingsModel(self)
        self.setModel(self.findings_model)
        self.setItemDelegate(FindingDelegate(self))
        self.setObjectName("findings")
        self.setAccessibleName(self.tr("Findings"))
        says = self.tr("Enter goes to the line a finding is about; Ctrl+Enter opens its source; Alt+Enter applies its first mend, Alt+Shift+Enter shows all.")
        self.setAccessibleDescription(says)
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
        self._search = QTimer(self)
        self._search.setSingleShot(True)
        self._search.timeout.connect(self._search_shown)
        self._fit = QTimer(self)
        self._fit.setSingleShot(True)
        self._fit.timeout.connect(self._fit_rows)
        self._bare: list[int] | None = None
        for signal in (self.findings_model.rowsInserted, self.findings_model.rowsRemoved):
            signal.connect(self._forget_bare)
        for signal in (self.findings_model.rowsInserted, self.findings_model.dataChanged, self.findings_model.rowsRemoved):
            signal.connect(self._fit_soon)
        self.clicked.connect(self.chosen)

    def _set_widths(self) -> None:
        """What the columns get; without a button, its room goes to the others."""
        width, mends = self.viewport().width(), not self.isColumnHidden(MEND)
        chosen = SMALL if width < SMALL_BELOW else NARROW if width < NARROW_BELOW and mends else WIDTHS
        buttons = self.findChildren(MendButton)
        for button in buttons:
            button.set_short(chosen is SMALL)
        for column, wide in {**chosen, SOURCE: max(chosen[SOURCE], width - sum(chosen.values()) + chosen[SOURCE] - WIDEST_MESSAGE)}.items():
            goal = max([wide, *(b.room() for b in buttons)]) if column == MEND else wide
            if goal != self.columnWidth(column):
                self.setColumnWidth(column, goal)

    def _forget_bare(self, *_: object) -> None:
        self._bare = None

    def _fit_rows(self) -> None:
        """As high as their words; what rests on no source takes its room."""
        bare = [n for n, row in enumerate(self.findings_model.rows) if row.check.source is None]
        if bare != self._bare:
            self._bare = bare
            self.clearSpans()
            for n in bare:
                self.setSpan(n, MESSAGE, 1, 2)
        self.resizeRowsToContents()

    def show_mends(self) -> None:
        """A button in each row that has a way out; without any, no column for them. What has to be searched for comes once nothing changes."""
        rows = self.findings_model.rows
        searching = False
        for n, row in enumerate(rows):
            index = self.findings_model.index(n, MEND)
            present = self.indexWidget(index)
            offers = row.offers
            if offers is None:
                searching = True  # until then an earlier button stays
            elif not offers:
                if present is not None:
                    self.setIndexWidget(index, None)  # type: ignore[arg-type]
            else:
                if not isinstance(present, MendButton):
                    present = MendButton()
                    present.asked.connect(self._asked)
                    self.setIndexWidget(index, present)
                present.take(offers)
        indexes = (self.findings_model.index(n, MEND) for n in range(len(rows)))
        self.setColumnHidden(MEND, not any(self.indexWidget(index) is not None for index in indexes))
        self._set_widths()
        if searching:
            self._search.start(IDLE)

    def offers_of(self, row: int) -> tuple[Offer, ...]:
        """The mends of one row, searched for if need be."""
        finding = self.findings_model.rows[row]
        known = finding.offers
        if known is None and finding.mender is not None:
            known = finding.mender.offers(finding.check)
            self.show_mends()
        return known or ()

    def current_mend(self) -> Offer | None:
        """The first mend of the current finding."""
        index = self.currentIndex()
        return next(iter(self.offers_of(index.row())), None) if index.isValid() else None

    def open_menu(self) -> bool:
        """All mends of the current finding, below its button. False where there is none."""
        index = self.currentIndex()
        if not index.isValid() or not self.offers_of(index.row()):
            return False
        button = self.indexWidget(index.siblingAtColumn(MEND))
        if isinstance(button, MendButton):
            button.open_menu()
        return True

    def held(self) -> Hashable:
        """The key of the finding in hand; None where there is none."""
        index = self.currentIndex()
        return self.findings_model.key(self.findings_model.rows[index.row()]) if index.isValid() else None

    def hold(self, key: Hashable) -> None:
        """After other findings came: the same one in hand, wherever it stands now; is it gone, the worst of those that are left."""
        rows = self.findings_model.rows
        row = next((n for n, one in enumerate(rows) if self.findings_model.key(one) == key), 0)
        if rows and row != self.currentIndex().row():
            self.setCurrentIndex(self.findings_model.index(row, MESSAGE))

    def _asked(self, offer: Offer) -> None:
        """A button may be a moment older than the recipe: then the same offer is looked for again. The keys stay here, with the finding in hand:
        the button goes with its finding."""
        self.setFocus()
        self.hold(next((self.findings_model.key(row) for row in self.findings_model.rows if row.check is offer.check), self.held()))
        mender = self.findings_model.mender
        if mender is None or offer.base is mender.assessment.recipe:
            self.mend_asked.emit(offer)
            return
        for n, row in enumerate(self.findings_model.rows):
            if row.check.rule == offer.check.rule:
                for again in self.offers_of(n):
                    if again.same(offer):
                        self.mend_asked.emit(again)
                        return

    def _search_shown(self) -> None:
        """Look for the mends of one row in view, and come back for the next: a key typed meanwhile is not kept waiting for all of them."""
        seen = self.viewport().rect()
        for n, row in enumerate(self.findings_model.rows):
            if row.offers is None and self.visualRect(self.findings_model.index(n, MESSAGE)).intersects(seen):
                self.offers_of(n)
                return

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Other findings come into view."""
        super().scrollContentsBy(dx, dy)
        self._search.start(IDLE)

    def _fit_soon(self, *_: object) -> None:
        self._fit.start(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Texts are wrapped anew."""
        super().resizeEvent(event)
        self._set_widths()
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
    """Findings and how many passed. `line_asked` carries (phase, place), `check_asked` a check, `mend_asked` a mend."""

    mend_asked = Signal(object)
    line_asked = Signal(int, int)
    check_asked = Signal(object)
    counted = Signal(int)

    def __init__(self, data: Data, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = data
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
        self.table.mend_asked.connect(self.mend_asked)

    def take(self, assessment: Assessment) -> None:
        """Show the checks of an assessment."""
        held = self.table.held()
        self.table.findings_model.take(assessment.checks, Mender(assessment, self._data))
        self._tell()
        if held is not None:
            self.table.hold(held)

    def _toggled(self, shown: bool) -> None:
        self.table.findings_model.show_passed(shown)
        self._tell()

    def _tell(self) -> None:
        rows = self.table.findings_model.rows
        passed = self.tr("Hide {0} passed") if self.passed.isChecked() else self.tr("Show {0} passed")
        self.passed.setText(passed.format(self.table.findings_model.passed))
        self.table.show_mends()
        self.none.setVisible(not rows)
        self.table.setVisible(bool(rows))
        hint = self.tr("Enter: line · Ctrl+Enter: source · Alt+Enter: mend") if any(row.mend for row in rows) else self.tr("Enter: line · Ctrl+Enter: source")
        self.summary.setText(hint if rows else "")
        self.counted.emit(sum(row.state != "pass" for row in rows))

    def _chosen(self, index: QModelIndex) -> None:
        check = self.table.findings_model.rows[index.row()].check
        if index.column() == SOURCE and check.source and check.source.address:
            QDesktopServices.openUrl(QUrl(check.source.address))
            return
        self.check_asked.emit(check)
        if check.lines:
            self.line_asked.emit(*check.lines[0])
