"""The list of own materials: those of the folder with a file each, what of the folder has faults, and those that the recipe carries."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import Qt

from formulator.core.data import Data
from formulator.core.material import Material
from formulator.core.recipe import Recipe
from formulator.files.table import Problem
from formulator.gui.material_form import sentence
from formulator.gui.own_edits import carried
from formulator.gui.own_shelf import Shelf
from formulator.gui.rows_model import RowsModel
from formulator.gui.theme import SIGNS
from formulator.report.library import summary
from formulator.report.tongue import marked

NAME, WHERE, WHAT = range(3)
Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRow:
    """A material of the folder or of the recipe, or what is wrong in a file (`nth` of its materials, None for all of it)."""

    kind: Literal["folder", "recipe", "fault"]
    id: str = ""
    name: str
    where: str
    what: str
    material: Material | None = None
    path: Path | None = None
    nth: int | None = None
    line: int | None = None


class OwnModel(RowsModel[OwnRow]):
    """The rows."""

    HEADINGS = (marked("Material"), marked("Where"), marked("What it is"))

    def take(self, shelf: Shelf, recipe: Recipe, data: Data) -> None:
        """Show the folder and the recipe."""
        rows = [self._fault(path, nth, problems) for path, nth, problems in shelf.faulty()]
        for material in sorted(shelf.materials, key=lambda m: m.name.casefold()):
            mine = carried(recipe, material.id)
            where = self.tr("my materials")
            if mine is not None:
                where = self.tr("my materials, in the recipe") if mine.declared == material.declared else self.tr("my materials; other in the recipe")
            rows.append(OwnRow(kind="folder", id=material.id, name=material.name, where=where, what=summary(material, data), material=material))
        for material in recipe.materials:
            where = self.tr("this recipe")
            rows.append(OwnRow(kind="recipe", id=material.id, name=material.name, where=where, what=summary(material, data), material=material))
        self.show_rows(rows)

    def key(self, row: OwnRow) -> Hashable:
        """Where it is and its id."""
        return row.kind, row.id, row.path, row.nth

    def cell(self, row: OwnRow, column: int, role: int) -> Any:
        """Texts; a fault has its sign and word."""
        text = (f"{SIGNS['fail']} {row.name}" if row.kind == "fault" else row.name, row.where, row.what)[column]
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return text
        if role == Role.AccessibleTextRole:
            return self.tr("with faults: {0}").format(row.name) if row.kind == "fault" and column == NAME else text
        return None

    def _fault(self, path: Path, nth: int | None, problems: list[Problem]) -> OwnRow:
        first = problems[0]
        more = self.tr(" (and {0} more)").format(len(problems) - 1) if len(problems) > 1 else ""
        where = self.tr("{0}, line {1}").format(path.name, first.line) if first.line else path.name
        name = path.stem if nth is None else self.tr("{0}, material {1}").format(path.stem, nth + 1)
        return OwnRow(kind="fault", name=name, where=where, what=f"{sentence(first)}{more}", path=path, nth=nth, line=first.line)
