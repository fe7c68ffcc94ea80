"""The doses as tables to check, sort and copy: elements beside each authority's limits, substances with their margins, impurities. A row holds cells."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QSortFilterProxyModel, Qt

from formulator.core.assess import Assessment
from formulator.core.checks import Check, Verdict, worst
from formulator.core.figure import Figure
from formulator.core.ratios import ENDLESS
from formulator.gui.dose_view import DIGITS, FEWER, evidence, limit_name
from formulator.gui.findings_model import state_of
from formulator.gui.rows_model import Index, RowsModel
from formulator.gui.theme import SIGNS
from formulator.report import words
from formulator.report.derivation import called
from formulator.report.dose_table import dose_rows
from formulator.report.tongue import marked, say

Role = Qt.ItemDataRole
SORT_ROLE = int(Role.UserRole) + 1
FIGURE_ROLE = int(Role.UserRole) + 2
STATE_ROLE = int(Role.UserRole) + 3
COPY_ROLE = int(Role.UserRole) + 4
VERDICTS = {
    "fail": marked("fails"),
    "warning": marked("warning"),
    "cannot tell": marked("cannot tell"),
    "note": marked("note"),
    "pass": marked("passes"),
    "": marked("not judged"),
}
SMALL = 0.001  # below it numbers are written with a power of ten
_ORDER = ("fail", "warning", "cannot tell", "note", "pass", "")


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: `text` in one line, `below` a second and smaller one; `key` sorts; `figure` is the id of what it shows."""

    text: str
    below: str = ""
    copied: str = ""
    key: float | str = ""
    figure: str = ""
    tip: str = ""
    state: str | None = None

    @property
    def whole(self) -> str:
        """As it is copied: one line."""
        return self.copied or self.joined

    @property
    def joined(self) -> str:
        """Both lines in one."""
        return f"{self.text} ({self.below})" if self.below and self.text else self.text or self.below


@dataclass(frozen=True, slots=True)
class Judged:
    """One row; `key` is what it is, apart from its numbers."""

    key: tuple[str, ...]
    cells: tuple[Cell, ...]


class DoseModel(RowsModel[Judged]):
    """Rows of one kind of table. The first column names the thing, the last gives the verdict."""

    TEXTS: frozenset[int] = frozenset()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def key(self, row: Judged) -> Hashable:
        """What makes it the same row."""
        return row.key

    def side(self, column: int) -> Qt.AlignmentFlag:
        """Names and words left, numbers right."""
        return Qt.AlignmentFlag.AlignLeft if column in self.TEXTS else Qt.AlignmentFlag.AlignRight

    def cell(self, row: Judged, column: int, role: int) -> Any:
        """Text, sorting key, figure, words for the pointer."""
        cell = row.cells[column]
        if role == Role.DisplayRole:
            return f"{cell.text}\n{cell.below}" if cell.below and cell.text else cell.text or cell.below
        if role == Role.TextAlignmentRole:
            return self.side(column) | Qt.AlignmentFlag.AlignTop
        if role in (Role.AccessibleTextRole, COPY_ROLE):
            return cell.whole
        return {Role.ToolTipRole: cell.tip or None, SORT_ROLE: cell.key, FIGURE_ROLE: cell.figure, STATE_ROLE: cell.state}.get(role)

    def take(self, assessment: Assessment) -> None:
        """Show another assessment."""
        raise NotImplementedError


class ElementsModel(DoseModel):
    """Every element beside every limit of EFSA and NASEM, one below the other; one row where nobody limits it."""

    HEADINGS = (
        marked("Element"),
        marked("Content\nmg/kg"),
        marked("Applied\nmg/day"),
        marked("Absorbed\nmg/day"),
        marked("Grade"),
        marked("As oral\nmg/day"),
        marked("External\n% limit"),
        marked("Internal\n% limit"),
        marked("Limit\nmg/day"),
        marked("With diet\n% limit"),
        marked("Verdict"),
    )
    TEXTS = frozenset({0, 4, 8, 10})

    def take(self, assessment: Assessment) -> None:
        """Show another assessment."""
        self.show_rows(tuple(self._rows(assessment)))

    def _rows(self, assessment: Assessment) -> Iterator[Judged]:
        for row in dose_rows(assessment):
            beside, figures = row.compared, row.dose.figures
            said = evidence(row, assessment.pattern.swallowed)
            grade = Cell("–" if assessment.pattern.swallowed else row.dose.grade, copied=said, key=row.dose.grade, tip=said)
            limit, external, internal, diet = (Cell(self.tr("none set"), key=0.0), Cell(""), Cell(""), Cell(""))
            if beside is not None:
                name = limit_name(row)
                scope, source = beside.limit.scope, beside.limit.value
                limit = Cell(name.removesuffix(" mg/day"), scope, f"{name} ({scope})", name, beside.allowed.id, f"{source.source.title}, {source.at}")
                external, internal = number(beside.external), number(beside.internal)
                diet = number(beside.with_diet) if beside.with_diet else Cell("–", tip=self.tr("No intake from diet on file."))
            judged = verdict(row.check, self.tr("no limit") if beside is None else self.tr("comparison"))
            yield Judged(
                key=(row.symbol, beside.id if beside else ""),
                cells=(
                    Cell(f"{SIGNS[judged.state or '']} {row.symbol}".strip(), "", row.symbol, row.symbol, row.content.id, judged.tip, judged.state),
                    number(row.content),
                    number(figures["applied"]),
                    number(row.absorbed),
                    grade,
                    number(figures["oral-equivalent"]),
                    external,
                    internal,
                    limit,
                    diet,
                    judged,
                ),
            )


class SubstancesModel(DoseModel):
    """Every substance with a point of departure: systemic exposure and margin of safety."""

    HEADINGS = (
        marked("Substance"),
        marked("In the product\n%"),
        marked("SED\nmg/kg/day"),
        marked("Margin of safety"),
        marked("Margin over\nall products"),
        marked("Verdict"),
    )
    TEXTS = frozenset({0, 5})

    def take(self, assessment: Assessment) -> None:
        """Show another assessment."""
        checks = {c.figure: c for c in assessment.checks if c.rule == "margin-of-safety" and c.figure}
        self.show_rows(
            tuple(
                Judged(
                    key=(each.id,),
                    cells=(
                        Cell(each.name, key=each.name.casefold(), figure=each.mos.id, tip=each.name),
                        number(each.share, assessment),
                        number(each.sed),
                        number(each.mos),
                        number(each.aggregate) if each.aggregate else Cell("–", tip=self.tr("Worked out for preservatives of product types used together.")),
                        verdict(checks.get(each.mos.id), self.tr("not judged")),
                    ),
                )
                for each in assessment.assessed
            )
        )


class ImpuritiesModel(DoseModel):
    """Every element that a specification names as an impurity, and the worst that the markets say of it."""

    HEADINGS = (marked("Impurity"), marked("Content\nmg/kg"), marked("Verdict"))
    TEXTS = frozenset({0, 2})

    def take(self, assessment: Assessment) -> None:
        """Show another assessment."""
        self.show_rows(tuple(self._rows(assessment)))

    def _rows(self, assessment: Assessment) -> Iterator[Judged]:
        for id, figure in assessment.figures.items():
            if not id.startswith("impurity."):
                continue
            symbol = id.split(".")[1]
            said = [c for c in assessment.checks if c.rule.startswith("impurity-") and c.subject == symbol]
            deciding = [c for c in said if c.severity != "note"]
            state: Verdict | None = worst([c.verdict for c in deciding]) if deciding else None
            tip = "\n".join(words.message(c) for c in said)
            last = min((c for c in deciding if c.verdict == state), key=lambda c: c.market, default=None)
            shown = verdict(last, self.tr("not judged")) if last else Cell(self.tr("not judged"), key=_ORDER.index(""), tip=tip, state="")
            yield Judged(key=(symbol,), cells=(Cell(symbol, key=symbol, figure=id, tip=tip), number(figure), shown))


class DoseOrder(QSortFilterProxyModel):
    """The order a heading was clicked for: numbers by their highest value, verdicts by their weight."""

    def __init__(self, source: DoseModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSortRole(SORT_ROLE)
        self.setSourceModel(source)

    def lessThan(self, left: Index, right: Index) -> bool:
        """Nothing comes before any number, and numbers before names."""
        a, b = (x.data(SORT_ROLE) for x in (left, right))
        return _comparable(a) < _comparable(b)


def number(figure: Figure, known: Assessment | None = None) -> Cell:
    """A figure in two lines: best value, and the span below; the whole in words for the pointer. `known`: only what that can explain leads somewhere."""
    span = figure.span
    id = figure.id if known is None or figure.id in known.figures else ""
    best = "" if span.best is None or span.best >= ENDLESS else brief(span.best)
    ends = f"{brief(span.low, FEWER)}–{brief(span.high, FEWER)}" if span.high < ENDLESS else f"≥ {brief(span.low)}"
    tip = f"{called(figure)}: {words.figure(figure)}"
    return Cell(best, "" if span.is_exact else ends, words.span(span, ""), span.high, id, tip)


def verdict(check: Check | None, without: str) -> Cell:
    """The verdict in sign and word, the finding for the pointer."""
    if check is None:
        return Cell(without, key=_ORDER.index(""), state="")
    state = state_of(check)
    said = f"{SIGNS[state]} {say(VERDICTS[state])}"
    return Cell(said, check.market, key=_ORDER.index(state), figure=check.figure, tip=words.message(check), state=state)


def brief(value: float, digits: int = DIGITS) -> str:
    """A number as short as a column wants it: 9.41e-6 and not 0.00000941."""
    if value == 0 or abs(value) >= SMALL:
        return words.number(value, digits)
    power = math.floor(math.log10(abs(value)))
    lead = words.number(round(value / 10.0**power, digits - 1), digits)
    return f"{lead}e{power}"


def as_text(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Cells between tabs, as a spreadsheet takes them."""
    return "\n".join("\t".join(row) for row in ([h.replace("\n", " ") for h in headings], *rows))


def _comparable(value: object) -> tuple[int, float, str]:
    if isinstance(value, (int, float)):
        return (1, float(value), "")
    return (2, 0.0, str(value)) if value else (0, 0.0, "")
