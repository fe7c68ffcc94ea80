"""What would be lost when windows close, and the one question about all of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox, QWidget

from formulator.gui.material_editor import MaterialEditor
from formulator.report.tongue import say

if TYPE_CHECKING:
    from formulator.gui.window import Window

Answer = QMessageBox.StandardButton
_LISTED = 12


@dataclass(frozen=True, slots=True)
class Unsaved:
    """One recipe or own material with changes. `save` tells whether it was saved; `give_up` forgets the changes."""

    name: str
    save: Callable[[], bool]
    give_up: Callable[[], None]


def open_editors(window: QWidget) -> list[MaterialEditor]:
    """The editors of own materials that stand over a window."""
    return [editor for editor in window.findChildren(MaterialEditor) if editor.isVisible()]


def unsaved(window: Window) -> list[Unsaved]:
    """What a window would lose; an own material goes before the recipe that it may be saved in."""
    found = [Unsaved(say("{0} (own material)").format(e.called()), e.save, e.give_up) for e in open_editors(window) if e.modified]
    if window.document.modified or any(e.modified and e.start.in_recipe for e in open_editors(window)):
        found.append(Unsaved(window.document.recipe.name, window.files.save, window.document.stack.setClean))
    return found


def may_go(window: Window) -> bool:
    """Whether one window may close: each thing it would lose is asked about by itself."""
    return all(editor.may_close() for editor in open_editors(window)) and window.files.may_leave()


def settled(found: Sequence[Unsaved], over: QWidget) -> bool:
    """Ask once about several things: save all, give up all, or stay. Whether nothing is left that could be lost."""
    names = [f"• {one.name}" for one in found[:_LISTED]]
    if len(found) > _LISTED:
        names.append(say("… and {0} more.").format(len(found) - _LISTED))
    says = say("{0} things have changes that are not saved:").format(len(found)) + "\n" + "\n".join(names)
    answer = QMessageBox.question(over, say("Save all changes? – Formulator"), says, Answer.SaveAll | Answer.Discard | Answer.Cancel, Answer.SaveAll)
    if answer == Answer.SaveAll:
        return all(one.save() for one in found)
    if answer == Answer.Discard:
        for one in found:
            one.give_up()
        return True
    return False
