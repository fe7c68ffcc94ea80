"""What keeps the text of an own material from being lost: the copy while its editor is open, and going on with it after a crash."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from formulator.gui.autosave import Keeper, Left, Work
from formulator.gui.own_edits import carried
from formulator.gui.own_shelf import Place

if TYPE_CHECKING:
    from formulator.gui.desk import Desk
    from formulator.gui.material_editor import MaterialEditor
    from formulator.gui.window import Window


@dataclass(frozen=True, slots=True)
class Start:
    """What is edited: the text, the id it had, and where it stands: in a file of the folder, in the recipe, or nowhere yet. `typed` is what to go on
    with in its place."""

    text: str
    id: str = ""
    place: Place | None = None
    in_recipe: bool = False
    line: int | None = None  # where to begin in the text
    typed: str | None = None


class MaterialKeeper(Keeper):
    """Keeps what is typed in one editor."""

    def __init__(self, editor: MaterialEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        editor.text.textChanged.connect(self.changed)
        editor.finished.connect(self._leave)

    def unsaved(self) -> bool:
        """Whether the text is another than it was."""
        return self._editor.text.toPlainText() != self._editor.start.text

    def work(self) -> Work:
        """The text, and where it began."""
        start = self._editor.start
        path = self._editor.document.path if start.in_recipe else start.place.path if start.place else None
        place = {**asdict(start.place), "path": str(start.place.path)} if start.place else None
        more = {"kind": "material", "text": start.text, "id": start.id, "place": place, "in_recipe": start.in_recipe}
        return Work(self._editor.called(), self._editor.text.toPlainText(), path, more)

    def _leave(self, _: int) -> None:
        self.close()


def resume(left: Left, desk: Desk, near: Window) -> bool:
    """Open the editor with what was typed: one of a recipe in the window of that recipe, where it can be opened."""
    try:
        typed = left.copy.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return False
    about, id = left.about, str(left.about.get("id") or "")
    window, in_recipe = near, bool(about.get("in_recipe"))
    if in_recipe:
        if left.path is not None and left.path.exists():
            desk.open_path(left.path, near)
            window = desk.holder(left.path) or near
        else:
            window = next((w for w in desk.windows if carried(w.document.recipe, id)), near)
        in_recipe = carried(window.document.recipe, id) is not None
    start = Start(str(about.get("text") or ""), id if in_recipe or about.get("place") else "", _place(about.get("place")), in_recipe, typed=typed)
    editor = window.show_own().show_editor(start)
    editor.keeper.write()
    return left.taken_over(editor.keeper)


def _place(noted: object) -> Place | None:
    if not isinstance(noted, dict) or not noted.get("path"):
        return None
    return Place(Path(str(noted["path"])), str(noted.get("text") or ""), bool(noted.get("whole")))
