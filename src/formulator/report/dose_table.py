"""The dose of every element as rows, for the terminal and the window: one for each limit of an element, one where nobody limits it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from formulator.core.assess import Assessment
from formulator.core.checks import Check
from formulator.core.dose import ElementDose
from formulator.core.figure import Figure
from formulator.core.intakes import Compared


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseRow:
    """One element beside one limit. `compared` is None where no authority sets a limit; `check` None where the recipe's markets go by another authority."""

    symbol: str
    dose: ElementDose
    content: Figure
    compared: Compared | None
    check: Check | None
    authority: str

    @property
    def absorbed(self) -> Figure:
        """Through the skin (or swallowed), mg/day."""
        return self.dose.figures["absorbed"]


def dose_rows(found: Assessment, limited_only: bool = False) -> Iterator[DoseRow]:
    """Elements in order, each with its limits; those with no limit once, unless only the limited are asked for."""
    judged = {c.values["allowed_figure"]: c for c in found.checks if c.code == "upper-intake"}
    for symbol, dose in found.doses.items():
        content = found.figures[f"element.{symbol}.content"]
        if content.span.high == 0:
            continue
        rows = found.compared[symbol]
        for row in rows:
            yield DoseRow(symbol=symbol, dose=dose, content=content, compared=row, check=judged.get(row.id), authority=row.limit.authority)
        if not rows and not limited_only:
            yield DoseRow(symbol=symbol, dose=dose, content=content, compared=None, check=None, authority="")
