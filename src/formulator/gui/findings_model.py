"""Checks as rows of a table: faults first, then warnings, what cannot be told, notes, and what passed."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont

from formulator.core.checks import Check
from formulator.gui.alike import alike
from formulator.gui.mending import Mender, Offer
from formulator.gui.rows import flag_of
from formulator.gui.rows_model import RowsModel
from formulator.gui.theme import SIGNS
from formulator.report import words
from formulator.report.tongue import marked, say

Role = Qt.ItemDataRole
STATE_ROLE = int(Role.UserRole) + 1
SIGN, RULE, MESSAGE, SOURCE, MEND = range(5)
_ORDER = ("fail", "warning", "cannot tell", "note", "pass")
_WORDS = {"fail": marked("fault"), "warning": marked("warning"), "cannot tell": marked("cannot tell"), "note": marked("note"), "pass": marked("passed")}


@dataclass(frozen=True, slots=True)
class Finding:
    """One check in words; `nth` tells apart checks that share rule, market and subject, `markets` are all that say it."""

    check: Check
    state: str
    message: str
    nth: int
    markets: tuple[str, ...] = ()
    mender: Mender | None = field(default=None, compare=False, repr=False)

    @property
    def offers(self) -> tuple[Offer, ...] | None:
        """What would mend it; None where that has to be searched for first."""
        return self.mender.known(self.check) if self.mender else ()

    @property
    def mend(self) -> Offer | None:
        """What would mend it first."""
        return next(iter(self.offers or ()), None)


class FindingsModel(RowsModel[Finding]):
    """The findings, with or without those that passed."""

    HEADINGS = ("", marked("Rule"), marked("What was found"), marked("Source"), marked("Mend"))

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._checks: tuple[Check, ...] = ()
        self._passed = 0
        self.mender: Mender | None = None
        self.with_passed = False

    @property
    def passed(self) -> int:
        """How many checks passed."""
        return self._passed

    def take(self, checks: Sequence[Check], mender: Mender | None = None) -> None:
        """Show other checks, with what can be done about them."""
        self._checks, self.mender = tuple(checks), mender
        counted: dict[Hashable, int] = {}
        found = []
        self._passed = 0
        for check, markets in alike(checks):
            name = (check.rule, check.market, check.subject)
            counted[name] = counted.get(name, 0) + 1
            state = state_of(check)
            self._passed += check.verdict == "pass"
            if self.with_passed or state != "pass":
                found.append(Finding(check, state, words.message(check), counted[name], markets, mender))
        self.show_rows(sorted(found, key=lambda f: _ORDER.index(f.state)))

    def show_passed(self, shown: bool) -> None:
        """Show or hide what passed."""
        self.with_passed = shown
        self.take(self._checks, self.mender)

    def painted(self, row: Finding) -> Hashable:
        """What its cells say."""
        return row.state, row.message, row.markets, source_words(row.check)

    def key(self, row: Finding) -> Hashable:
        """Rule, market and subject, whatever it found."""
        return row.check.rule, row.check.market, row.check.subject, row.nth

    def cell(self, row: Finding, column: int, role: int) -> Any:
        """Words, sign, tooltip."""
        if role == Role.DisplayRole:
            return self._texts(row)[column]
        if role == Role.ToolTipRole:
            source = row.check.source
            return row.message if column == MESSAGE else f"{source.title}\n{source.address}".strip() if column == SOURCE and source else None
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        if role == Role.FontRole and column == SIGN:
            font = QFont()
            font.setBold(True)
            return font
        return {STATE_ROLE: row.state}.get(role)

    def _texts(self, row: Finding) -> tuple[str, ...]:
        check = row.check
        named = check.market and (len(row.markets) > 1 or not check.rule.startswith(check.market.lower()))
        rule = f"{check.rule} ({say(', ').join(row.markets)})" if named else check.rule
        return f"{SIGNS[row.state]}  {say(_WORDS[row.state])}", rule, row.message, source_words(check), ""


def state_of(check: Check) -> str:
    """fail, warning, cannot tell, note or pass: notes are shown and never decide."""
    return "note" if check.severity == "note" and check.verdict != "pass" else flag_of(check) or "pass"


def source_words(check: Check) -> str:
    """Where the rule stands, as short as it can be cited."""
    if check.source is None:
        return ""
    return check.locator or check.source.title
