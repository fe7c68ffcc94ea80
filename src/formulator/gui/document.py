"""The open recipe with its undo stack and its assessment: every edit comes through here, is judged once, and is told by one signal.

What is not in the recipe (selection, panels, layout) is not here and is not undone.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from formulator.core.assess import evaluate
from formulator.core.composition import Fault, faults
from formulator.core.data import Data
from formulator.core.recipe import Amount, Line, Phase, Quantity, Recipe
from formulator.files.recipe import Opened, open_recipe
from formulator.files.write import save_recipe
from formulator.gui.own_edits import same_recipe
from formulator.report.tongue import say

NO_MERGE = -1
_SESSIONS = itertools.count(1)


def new_session() -> int:
    """A merge key nobody else has: edits that share it become one undo step."""
    return next(_SESSIONS)


class EditRecipe(QUndoCommand):
    """The one undo command: the recipe before and after. Edits of one session merge; typed back to the start it vanishes."""

    def __init__(self, before: Recipe, after: Recipe, text: str, merge_key: int, show: Callable[[Recipe], None]) -> None:
        super().__init__(text)
        self.before = before
        self.after = after
        self.merge_key = merge_key
        self._show = show

    def id(self) -> int:
        """The merge key; -1 merges with nothing."""
        return self.merge_key

    def redo(self) -> None:
        """Show the recipe after the edit."""
        self._show(self.after)

    def undo(self) -> None:
        """Show the recipe before it, the identical object."""
        self._show(self.before)

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take the other's outcome and words."""
        if not isinstance(other, EditRecipe):
            return False
        self.after = other.after
        self.setText(other.text())
        self.setObsolete(self.after is self.before)
        return True


class Document(QObject):
    """One recipe being edited. `changed` carries the new Assessment; `renamed` tells that the file has another name or state,
    `stored` that the recipe is now what its file holds."""

    changed = Signal(object)
    renamed = Signal()
    stored = Signal()

    def __init__(self, data: Data, on: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.data = data
        self.on = on
        self.path: Path | None = None
        self.fresh = True  # it started empty
        self.stack = QUndoStack(self)
        self.stack.cleanChanged.connect(self.renamed)
        self.assessment = evaluate(blank_recipe(), data, on)
        self._quiet = False
        self._passing: Recipe | None = None

    @property
    def recipe(self) -> Recipe:
        """The recipe as it stands."""
        return self.assessment.recipe

    @property
    def modified(self) -> bool:
        """Whether there is anything to save."""
        return not self.stack.isClean()

    def edit(self, after: Recipe, text: str, merge_key: int | None = None) -> list[Fault]:
        """Make `after` the recipe, as one step named `text`. With faults nothing happens and they are given back."""
        key = NO_MERGE if merge_key is None else merge_key
        top = self.stack.command(self.stack.index() - 1) if self.stack.index() else None
        if isinstance(top, EditRecipe) and key == top.merge_key != NO_MERGE and same_recipe(after, top.before):
            after = top.before  # typed back to the start: the very recipe it was
        if same_recipe(after, self.recipe):
            return []
        found = faults(after, self.data)
        if not found:
            self.stack.push(EditRecipe(self.recipe, after, text, key, self._show))
        return found

    def take_back(self, merge_key: int) -> None:
        """Back to before the edits of one session, where they are the last: a text that is refused leaves no beginning of it ("1,20" of "1,200")."""
        top = self.stack.command(self.stack.index() - 1) if self.stack.index() else None
        if isinstance(top, EditRecipe) and top.merge_key == merge_key != NO_MERGE:
            self.edit(top.before, top.text(), merge_key)

    def go_to(self, step: int) -> None:
        """To the recipe as it was after so many steps: the steps between are passed over, not judged."""
        if step == self.stack.index():
            return
        self._passing, self._quiet = None, True
        try:
            self.stack.setIndex(step)
        finally:
            self._quiet = False
        last = self._last_passed()
        if last is not None:
            self._show(last)

    def _last_passed(self) -> Recipe | None:
        return self._passing

    def new(self, recipe: Recipe | None = None) -> None:
        """Start from an empty recipe, or from this one."""
        self._start(recipe or blank_recipe(), None, True)

    def open(self, path: Path, as_copy: bool = False) -> Opened:
        """Read a file; one that cannot be used leaves everything as it is. A copy has no file of its own yet."""
        opened = open_recipe(path, self.data)
        if opened.recipe is not None:
            self._start(opened.recipe, None if as_copy else path)
        return opened

    def save(self) -> None:
        """Write to the file it has. Raises OSError."""
        if self.path is None:
            raise ValueError("the recipe has no file yet")
        self.save_as(self.path)

    def save_as(self, path: Path) -> None:
        """Write to a file, which is its file from now on. Raises OSError."""
        save_recipe(self.recipe, path)
        self.path = path
        self.stack.setClean()
        self.stored.emit()
        self.renamed.emit()

    def _start(self, recipe: Recipe, path: Path | None, fresh: bool = False) -> None:
        self.path, self.fresh = path, fresh
        self.stack.clear()
        self._show(recipe)
        self.stored.emit()
        self.renamed.emit()

    def _show(self, recipe: Recipe) -> None:
        if self._quiet:
            self._passing = recipe
            return
        self.assessment = evaluate(recipe, self.data, self.on)
        self.changed.emit(self.assessment)


def blank_recipe() -> Recipe:
    """What a new recipe starts as: three phases, and water that takes what is left."""
    return Recipe(
        name=say("New recipe"),
        product="face-cream",
        emulsion="o/w",
        markets=("EU",),
        batch=Quantity("500 g", 500.0),
        phases=(
            Phase(name="A", kind="water", lines=(Line(material="water", amount=Amount("q.s.", "q.s.")),)),
            Phase(name="B", kind="oil"),
            Phase(name="C", kind="cool-down"),
        ),
    )
