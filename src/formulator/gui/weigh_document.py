"""The weigh sheet as a text document and on paper: HTML made of a Sheet, laid out in pages, painted alike on screen, printer and PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
)

from formulator.gui.rows import FIGURE_SPACE, PHASE_WORDS, spoken
from formulator.report import words
from formulator.report.numbers import listed
from formulator.report.tongue import decimals as local
from formulator.report.tongue import say
from formulator.report.weigh_sheet import Sheet, SheetLine, SheetPhase

DPI = 96  # of the layout; painting scales it
MARGIN = 15.0  # mm
FEW = 4  # names in a sentence
FOOT = 34.0  # px below the text, for the footer
INK, FAINT, RULE, SHADE, WARN = "#101517", "#55646a", "#b9c3c6", "#eef2f2", "#9a1c15"  # paper is white in every theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Footer:
    """What stands at the foot of every page: verdict, edition of the data, date."""

    verdict: str
    passes: bool
    edition: str
    on: str

    @property
    def text(self) -> str:
        """In one line."""
        return say("Verdict of the recipe on {0}: {1}. Data edition {2}.").format(self.on, self.verdict, self.edition)


def paper() -> QPageSize:
    """A4, and Letter where that is what printers hold."""
    imperial = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return QPageSize(QPageSize.PageSizeId.Letter if imperial else QPageSize.PageSizeId.A4)


class Pages:
    """A sheet laid out for one size of paper."""

    def __init__(self, sheet: Sheet, footer: Footer, size: QPageSize) -> None:
        self.footer = footer
        self.size: QSizeF = size.size(QPageSize.Unit.Inch) * DPI
        self.margin = MARGIN / 25.4 * DPI
        self.document = QTextDocument()
        self.document.setUseDesignMetrics(True)  # the same line breaks at every resolution
        font = QFont()
        font.setPixelSize(12)
        self.document.setDefaultFont(font)
        self.document.setDocumentMargin(0)
        self.document.setHtml(html(sheet, footer.verdict, footer.passes))
        self.text = QSizeF(self.size.width() - 2 * self.margin, float(int(self.size.height() - 2 * self.margin - FOOT)))
        self.document.setPageSize(self.text)
        keep_together(self.document)

    @property
    def count(self) -> int:
        """How many pages."""
        return max(1, self.document.pageCount())

    def paint(self, painter: QPainter, page: int) -> None:
        """One page (from 0) with the corner of the paper at the origin, in pixels of the layout."""
        painter.save()
        painter.translate(self.margin, self.margin)
        self._foot(painter, page)
        painter.translate(0, -page * self.text.height())
        part = QRectF(0, page * self.text.height(), self.text.width(), self.text.height())
        painter.setClipRect(part)
        how = QAbstractTextDocumentLayout.PaintContext()
        how.clip = part
        how.palette.setColor(QPalette.ColorRole.Text, QColor(INK))
        self.document.documentLayout().draw(painter, how)
        painter.restore()

    def print_on(self, painter: QPainter, resolution: int, next_page: Callable[[], object], first: int = 0, last: int | None = None) -> None:
        """All pages, or some, on a device whose origin is the corner of the paper."""
        painter.scale(resolution / DPI, resolution / DPI)
        pages = range(first, self.count if last is None else min(last + 1, self.count))
        for page in pages:
            if page != pages[0]:
                next_page()
            self.paint(painter, page)

    def plain(self) -> str:
        """As text, for the clipboard and for who cannot see it."""
        return f"{self.document.toPlainText().strip()}\n\n{self.footer.text}\n".replace("\ufffc", "").replace(FIGURE_SPACE, "")

    def _foot(self, painter: QPainter, page: int) -> None:
        top = self.text.height() + 8
        font = QFont(self.document.defaultFont())
        font.setPixelSize(10)
        painter.setFont(font)
        painter.setPen(QColor(RULE))
        painter.drawLine(0, int(top), int(self.text.width()), int(top))
        painter.setPen(QColor(FAINT))
        number = say("Page {0} of {1}").format(page + 1, self.count)
        space = QRectF(0, top + 4, self.text.width(), FOOT - 8)
        flags = Qt.AlignmentFlag.AlignTop
        painter.drawText(space, flags | Qt.AlignmentFlag.AlignRight, number)
        painter.drawText(space.adjusted(0, 0, -80, 0), int(flags | Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap), self.footer.text)


def keep_together(document: QTextDocument) -> None:
    """No phase's title without its table, and no row in two parts: what would part begins the next page."""
    layout, tall = document.documentLayout(), document.pageSize().height()

    def page(y: float) -> int:
        return int((y + 0.5) // tall)

    for table in [f for f in document.rootFrame().childFrames() if isinstance(f, QTextTable)]:
        for row in range(table.rows()):
            cell = table.cellAt(row, min(1, table.columns() - 1))
            first, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
            top, bottom = layout.blockBoundingRect(first).top(), layout.blockBoundingRect(last).bottom()
            if page(top) != page(bottom - 1):
                for column in range(table.columns()):
                    part = table.cellAt(row, column)
                    how = part.format().toTableCellFormat()
                    how.setTopPadding((page(top) + 1) * tall - top + how.topPadding())
                    part.setFormat(how)
        title = table.firstCursorPosition().block().previous()
        second = table.cellAt(min(1, table.rows() - 1), 0).firstCursorPosition().block()
        if title.isValid() and page(layout.blockBoundingRect(title).top()) != page(layout.blockBoundingRect(second).top()):
            cursor = QTextCursor(title)
            how_block = cursor.blockFormat()
            how_block.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            cursor.setBlockFormat(how_block)


def pdf(pages: Pages, size: QPageSize, title: str) -> bytes:
    """The pages as a PDF file."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("Formulator")
    writer.setResolution(600)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    painter = QPainter(writer)
    pages.print_on(painter, 600, writer.newPage)
    painter.end()
    buffer.close()
    return bytes(held.data())


def html(sheet: Sheet, verdict: str = "", passes: bool = True) -> str:
    """The sheet's own text."""
    rules = f"td, th {{ border: 1px solid {RULE}; padding: 3px 6px }} th, .s {{ font-size: 10px; color: {FAINT} }} .q {{ color: {FAINT} }}"
    return f'<html><head><style>{rules}</style></head><body style="color:{INK}">{"".join(_parts(sheet, verdict, passes))}</body></html>'


def effect(sheet: Sheet) -> str:
    """What rounding does, in words."""
    off = f"{sheet.off:+.{max(0, -int(sheet.resolution.as_tuple().exponent)) + 1}f}".replace("-", "−")
    total = say("the total is exact") if float(off.replace("−", "-")) == 0 else say("the total is off by {0} g").format(local(off))
    lead = say("Rounded to {0} g: {1}").format(local(f"{sheet.resolution:f}"), total)
    worst = sheet.worst
    if worst is None:
        return say("{0}, and every share is kept.").format(lead)
    return say("{0}; the share worst off is that of {1}, by {2} % of itself.").format(lead, spoken(worst.name), words.number(worst.off, 2))


def warnings(sheet: Sheet) -> Iterator[str]:
    """What to know before weighing."""
    lost = [line.name for line in sheet.lines if line.lost]
    if lost:
        yield say("Too little for this balance: {0}. Use a finer one, weigh a premix, or make more.").format(_some(lost))
    coarse = sorted((line for line in sheet.lines if line.coarse and not line.lost), key=lambda line: -abs(line.off))
    if coarse:
        named = [f"{line.name} ({words.number(line.off, 2)} %)" for line in coarse]
        yield say("Rounding moves these shares by more than 1 % of themselves: {0}.").format(_some(named))
    yield from (say("As weighed, a check fails that the recipe passes: {0}").format(words.message(check)) for check in sheet.worsened)
    if abs(sheet.short) > 0.005:
        missing = say("{0} % is missing") if sheet.short < 0 else say("{0} % is too much")
        yield say("The lines do not make 100 %: {0}.").format(missing.format(words.number(abs(sheet.short))))
    if any(line.share < 0 for line in sheet.lines):
        yield say("The q.s. line is below zero and cannot be weighed.")
    unknown = [line.name for line in sheet.lines if line.unknown]
    if unknown:
        yield say("Not in the library: {0}.").format(listed(unknown))


def _some(names: list[str]) -> str:
    """The first few; each says so at its own line too."""
    return listed(names if len(names) <= FEW + 1 else [*names[:FEW], say("{0} more").format(len(names) - FEW)])


def _parts(sheet: Sheet, verdict: str, passes: bool) -> Iterator[str]:
    recipe = sheet.recipe
    version = say(", version {0}").format(escape(recipe.version)) if recipe.version else ""
    yield f'<p style="font-size:20px; font-weight:bold; margin:0">{escape(recipe.name)}</p>'
    size = f"{sheet.asked:.10g}"
    yield _p(say("Weigh sheet{0} · batch of {1} g · balance {2} g").format(version, local(size), local(f"{sheet.resolution:f}")), "margin:2px 0 8px 0", FAINT)
    blanks = (say("Batch no."), say("Date"), say("Weighed by"), say("Checked by"), say("Balance"))
    cells = "".join(f'<td width="20%" class="s">{escape(text)}<br/>&nbsp;<br/></td>' for text in blanks)
    yield _table(f"<tr>{cells}</tr>")
    yield _p(escape(effect(sheet)), "margin:8px 0 2px 0")
    if not passes:
        yield _p(f"<b>! {escape(say('The recipe does not pass: {0}.').format(verdict))}</b>", "margin:2px 0", WARN)
    for text in warnings(sheet):
        yield _p(f"<b>! {escape(text)}</b>", "margin:2px 0", WARN)
    places = decimals(sheet)
    for phase in sheet.phases:
        yield from _phase(phase, places)
    total = local(f"{sheet.total:f}")
    yield _p(f"<b>{say('Total weighed: {0} g').format(total)}</b>", "margin:14px 0 0 0")
    said = say("{0} of the recipe").format(escape(local(recipe.ph[0]).replace(" - ", "–"))) if recipe.ph else say("not stated in the recipe")
    yield _p(f"pH: {said}, {say('measured')} ________ &nbsp;&nbsp; {say('Yield')} ____________ g", "margin:8px 0 0 0")
    if recipe.notes:
        yield _p(f"{say('Notes')}: {escape(recipe.notes)}".replace("\n", "<br/>"), "margin:8px 0 0 0")
    yield from _inci(sheet)


def decimals(sheet: Sheet) -> int:
    """Of the shares, alike in all lines: two, more where a small one needs them."""
    least = min((line.share for line in sheet.lines if line.share > 0), default=1.0)
    return 2 if least >= 0.1 else 3 if least >= 0.01 else 4


def _phase(phase: SheetPhase, places: int) -> Iterator[str]:
    heat = f", {escape(local(phase.heat))}" if phase.heat else ""
    name = f"{escape(phase.name)}&nbsp; " if phase.name else ""
    title = f'<p style="font-size:14px; font-weight:bold; margin:14px 0 3px 0">{name}{say(PHASE_WORDS[phase.kind]).capitalize()}{heat}</p>'
    yield title
    if phase.lines:
        heads = [("", "4%", "center"), (say("Ingredient"), "41%", "left"), (say("% w/w"), "10%", "right"), (say("Weigh, g"), "14%", "right")]
        heads += [(say("Weighed, g"), "13%", "left"), (say("Lot"), "18%", "left")]
        cells = "".join(f'<th width="{wide}" align="{side}">{text}</th>' for text, wide, side in heads)
        rows = "".join(_line(line, places) for line in phase.lines)
        total = f'<td></td><td class="q">{say("Phase")}</td><td></td><td align="right">{local(phase.weighed)}</td><td></td><td></td>'
        foot = f'<tr style="background-color:{SHADE}">{total}</tr>' if len(phase.lines) > 1 else ""
        yield _table(f'<thead><tr style="background-color:{SHADE}">{cells}</tr></thead>{rows}{foot}')
    if not phase.steps:
        yield '<p style="font-size:10px; margin:0">&nbsp;</p>'  # a margin right below a table counts for nothing
    for n, step in enumerate(phase.steps, 1):
        yield _p(f'<span style="font-size:15px">☐</span> &nbsp;{n}. {escape(step)}', "margin:3px 0 0 6px")


def _table(rows: str) -> str:
    return f'<table width="100%" cellspacing="0" border="0" style="border-collapse:collapse">{rows}</table>'


def _line(line: SheetLine, places: int) -> str:
    notes = []
    if line.filler:
        notes.append(say("q.s., takes up the rounding of the others"))
    if line.adjust:
        notes.append(say("to {0}, at most {1} g in all").format(line.adjust, local(line.most)))
    if line.lost:
        notes.append(say("too little for this balance: exactly {0} g").format(words.number(line.exact, 3)))
    elif line.coarse:
        notes.append(say("rounding moves it by {0} %").format(words.number(line.off, 2)))
    said = f'<br/><span class="s">{escape("; ".join(notes))}</span>' if notes else ""
    whole, _, rest = f"{line.share:.{places}f}".replace("-", "−").partition(".")
    share = local(f"{whole}.{rest[:2]}{rest[2:].rstrip('0').ljust(len(rest) - 2, FIGURE_SPACE)}")  # the points below each other
    return (
        f'<tr><td align="center" style="padding:1px 2px; font-size:16px">☐</td><td>{escape(line.name)}{said}</td><td align="right" class="q">{share}</td>'
        f'<td align="right"><b>{local(line.text)}</b></td><td></td><td></td></tr>'
    )


def _inci(sheet: Sheet) -> Iterator[str]:
    found = sheet.inci
    yield f'<p style="font-size:14px; font-weight:bold; margin:14px 0 3px 0">{say("Ingredients (INCI)")}</p>'
    yield _p(escape(found.text) or say("none"), "margin:0")
    said = [say("In descending order by weight, salts and hydrates under their INCI name, adjusters at their nominal amount.")]
    if found.below:
        said.append(say("From {0} on each is below 1 %: any order.").format(found.below[0].name))
    if found.colourants:
        said.append(say("Colourants may stand last in any order."))
    yield _p(escape(" ".join(said)), "margin:3px 0 0 0; font-size:10px", FAINT)
    if found.uncertain:
        text = say("Place not certain, the supplier gives no single share: {0}.").format(listed(found.uncertain))
        yield _p(f"<b>{escape(text)}</b>", "margin:3px 0 0 0", WARN)
    if found.nameless:
        text = say("Without an INCI name, missing above: {0}.").format(listed(found.nameless))
        yield _p(f"<b>{escape(text)}</b>", "margin:3px 0 0 0", WARN)


def _p(text: str, style: str, ink: str = INK) -> str:
    return f'<p style="{style}; color:{ink}">{text}</p>'
