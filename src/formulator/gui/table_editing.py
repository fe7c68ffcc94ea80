"""What is done to the selected lines and the current phase: each verb is one undoable edit with its words, and tells in the status bar what it did."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from formulator.core.composition import material_of
from formulator.core.material import Material
from formulator.core.recipe import Phase
from formulator.gui import block_edits, phase_edits, scaling
from formulator.gui.asking import BatchDialog, PhaseDialog
from formulator.gui.block_edits import BlockEdit, called, phase_called
from formulator.gui.document import Document
from formulator.gui.following import Place
from formulator.gui.legal_standing import before_picking
from formulator.gui.library_search import LibrarySearch
from formulator.gui.locks import Locks
from formulator.gui.material_picker import MaterialPicker
from formulator.gui.own_edits import carried
from formulator.gui.own_shelf import Shelf
from formulator.gui.pasting import Clipboard
from formulator.gui.recipe_table import RecipeTable
from formulator.gui.rows import spoken


class TableEditing(QObject):
    """The verbs of the recipe table. `told` carries a word for the status bar."""

    told = Signal(str)

    def __init__(self, document: Document, table: RecipeTable, finder: LibrarySearch, shelf: Shelf) -> None:
        super().__init__(table)
        self.document = document
        self.table = table
        self.locks: Locks = table.recipe_model.locks
        self._finder = finder
        self._shelf = shelf
        self.clipboard = Clipboard(document, finder, shelf, table)
        table.lines_dropped.connect(self.drop_lines)
        table.material_dropped.connect(self.drop_material)
        table.text_dropped.connect(lambda text, goal: self._paste_text(text, goal))
        table.phase_opened.connect(self.edit_phase)

    # --- lines ---

    def copy(self) -> None:
        """The selected lines to the clipboard, as text."""
        places = self.table.selected_places()
        if places:
            self.clipboard.copy(places)
            self.told.emit(self.tr("Copied {0}").format(self._called(places)))

    def cut(self) -> None:
        """To the clipboard and out of the recipe."""
        places = self.table.selected_places()
        if places:
            self.clipboard.copy(places)
            self._do(block_edits.removed(self.document.recipe, self.document.data, places, cut=True))

    def paste(self) -> None:
        """The lines of the clipboard after the current one; what is not known is asked."""
        self._paste_text(self.clipboard.text(), self._after_selection())

    def remove(self) -> None:
        """Take the selected lines out; on the row of an empty phase, the phase."""
        places = self.table.selected_places()
        if places:
            self._do(block_edits.removed(self.document.recipe, self.document.data, places))
        else:
            self.delete_phase()

    def duplicate(self) -> None:
        """The selected lines again."""
        self._with_lines(lambda places: block_edits.duplicated(self.document.recipe, self.document.data, places))

    def move(self, step: int) -> None:
        """The selected lines one up or down, also across phases; on a phase's own row, the phase."""
        places = self.table.selected_places()
        recipe, data = self.document.recipe, self.document.data
        if places:
            edit = block_edits.stepped(recipe, data, places, step)
        else:
            place = self.table.current_place()
            edit = phase_edits.moved(recipe, place[0], step) if place else None
        if edit:
            self._do(edit)

    def move_to_phase(self, phase: int) -> None:
        """The selected lines to the end of a phase."""
        self._with_lines(lambda places: block_edits.moved_to(self.document.recipe, self.document.data, places, self.table.end_of(phase)))

    def move_by_phase(self, step: int) -> None:
        """The selected lines to the phase above or below."""
        places = self.table.selected_places()
        goal = (places[0] if step < 0 else places[-1])[0] + step if places else -1
        if 0 <= goal < len(self.document.recipe.phases):
            self.move_to_phase(goal)

    def swap(self) -> None:
        """Ask for another material for the current line and keep its share."""
        places = self.table.selected_places()
        if len(places) != 1:
            self.told.emit(self.tr("Select one line to swap its material."))
            return
        recipe, data = self.document.recipe, self.document.data
        name = spoken(material_of(recipe, data, recipe.phases[places[0][0]].lines[places[0][1]].material).name)
        intro = self.tr("What takes the place of {0}? The share stays.").format(name)
        dialog = MaterialPicker(self.tr("Swap material"), intro, self._finder, self._detail, self.table.window())
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.chosen is not None:
            self.swap_for(places[0], dialog.chosen)
        dialog.deleteLater()

    def swap_for(self, place: Place, material: Material) -> None:
        """Put another material into a line."""
        self._do(block_edits.swapped(self.document.recipe, self.document.data, place, material, self._embeds(material.id)))

    def drop_lines(self, goal: Place, copied: bool) -> None:
        """The selected lines were dragged to before a place."""
        recipe, data = self.document.recipe, self.document.data
        if copied:
            words = self.tr("Copy {0} to phase {1}")
            self._with_lines(
                lambda places: block_edits.inserted(
                    recipe, data, goal, block_edits.lines_at(recipe, places), words.format(called(recipe, data, places), phase_called(recipe, goal[0]))
                )
            )
        else:
            self._with_lines(lambda places: block_edits.moved_to(recipe, data, places, goal))

    def drop_material(self, id: str, goal: Place) -> None:
        """A material of the library was dragged to before a place."""
        recipe, data = self.document.recipe, self.document.data
        material = self._finder.material(id) or material_of(recipe, data, id)
        self._do(block_edits.added(recipe, data, material, goal, self._embeds(id)))

    # --- what is held, and scaling ---

    def lock(self) -> None:
        """Lock the selected lines, or set them free when all are locked. It is no edit: the file does not know it."""
        places = self.table.selected_places()
        if places:
            locked = not all(self.locks.is_locked(place) for place in places)
            self.locks.set_locked(places, locked)
            self.told.emit((self.tr("Locked {0}") if locked else self.tr("Unlocked {0}")).format(self._called(places)))

    def lock_ratio(self) -> None:
        """Keep the ratio of the selected lines, or give it up when they are one already."""
        places = self.table.selected_places()
        group = self.locks.group_of(places[0]) if places else frozenset()
        if group and group >= set(places):
            self.locks.unbind(places)
            self.told.emit(self.tr("The ratio of {0} is free").format(self._called(sorted(group))))
        elif len(places) < 2:
            self.told.emit(self.tr("Select two lines or more to keep their ratio."))
        elif any(line.amount.kind == "q.s." for line in block_edits.lines_at(self.document.recipe, places)):
            self.told.emit(self.tr("A q.s. line takes what is left: it cannot keep a ratio."))
        else:
            self.locks.bind(places)
            self.told.emit(self.tr("Scaling one of {0} scales the others").format(self._called(places)))

    def normalise(self) -> None:
        """Scale what is not locked so that all make 100 %."""
        self._scale(lambda: scaling.normalised(self.document.recipe, self.document.data, self.locks.held()))

    def scale_to_batch(self) -> None:
        """Ask for another batch; grams follow."""
        recipe = self.document.recipe
        held = [place for place in self.locks.held() if recipe.phases[place[0]].lines[place[1]].amount.kind == "mass"]
        dialog = BatchDialog(recipe.batch, len(held), self.table.window())
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.batch is not None:
            batch = dialog.batch
            self._scale(lambda: scaling.scaled_to_batch(recipe, self.document.data, batch, held))
        dialog.deleteLater()

    # --- phases ---

    def new_phase(self) -> None:
        """Ask what it is, and put it in after the current one."""
        recipe = self.document.recipe
        start = Phase(name=phase_edits.next_name(recipe), kind="cool-down")
        place = self.table.current_place()
        goal = place[0] + 1 if place else len(recipe.phases)
        found = self._ask_phase(self.tr("New phase"), self.tr("Add"), start)
        if found:
            self._do(phase_edits.with_new(self.document.recipe, found, goal))

    def edit_phase(self, number: int | None = None) -> None:
        """Ask for name, kind and heat of the current phase."""
        place = self.table.current_place()
        number = place[0] if number is None and place else number
        if number is None:
            return
        phase = self.document.recipe.phases[number]
        found = self._ask_phase(self.tr("Phase {0}").format(phase_called(self.document.recipe, number)), self.tr("Change"), phase, number)
        if found and found != phase:
            edit = phase_edits.changed(self.document.recipe, number, found.name, found.kind, found.heat)
            self._do(BlockEdit(edit.after, edit.words))

    def delete_phase(self) -> None:
        """Take the current phase out, when it is empty."""
        place = self.table.current_place()
        if place is None:
            return
        edit = phase_edits.deleted(self.document.recipe, place[0])
        if edit:
            self._do(edit)
        elif len(self.document.recipe.phases) == 1:
            self.told.emit(self.tr("A recipe has at least one phase."))
        else:
            name = phase_called(self.document.recipe, place[0])
            self.told.emit(self.tr("Phase {0} has lines. Remove or move them first.").format(name))

    # --- inside ---

    def _ask_phase(self, title: str, accept: str, phase: Phase, number: int = -1) -> Phase | None:
        others = {other.name for n, other in enumerate(self.document.recipe.phases) if n != number}

        def refused(made: Phase) -> str:
            return self.tr("there is a phase {0} already").format(made.name) if made.name and made.name in others else ""

        dialog = PhaseDialog(title, accept, phase, refused, self.table.window())
        taken = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.phase if taken else None

    def _paste_text(self, text: str, goal: Place) -> None:
        edit = self.clipboard.pasted(text, goal)
        if isinstance(edit, str):
            if edit:
                self.told.emit(edit)
        else:
            self._do(edit)

    def _after_selection(self) -> Place:
        places = self.table.selected_places()
        if places:
            return places[-1][0], places[-1][1] + 1
        place = self.table.current_place()
        return (place[0], place[1] + 1) if place else (0, 0)

    def _with_lines(self, edit: Callable[[list[Place]], BlockEdit | None]) -> None:
        places = self.table.selected_places()
        made = edit(places) if places else None
        if made:
            self._do(made)

    def _scale(self, edit: Callable[[], BlockEdit]) -> None:
        try:
            self._do(edit())
        except scaling.CannotScaleError as why:
            self.told.emit(str(why))

    def _detail(self, material: Material) -> str:
        found = self.document.assessment
        return before_picking(material, self.document.data, found.on.isoformat(), found.recipe.markets)

    def _embeds(self, id: str) -> bool:
        """Whether the recipe must carry the material: it is from the user's folder."""
        return carried(self.document.recipe, id) is None and self._shelf.material(id) is not None

    def _called(self, places: list[Place]) -> str:
        return called(self.document.recipe, self.document.data, places)

    def _do(self, edit: BlockEdit) -> None:
        faults = self.document.edit(edit.after, edit.words)
        if faults:
            self.told.emit(f"{edit.words}: {faults[0].says}. {faults[0].fix}")
            return
        self.table.select_places(edit.places)
        self.told.emit(f"{edit.words}. {edit.note}" if edit.note else edit.words)
