"""Everything the window can do, read from its menus: what the command palette and the list of shortcuts are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

PATH = " › "


@dataclass(frozen=True, slots=True)
class Command:
    """An action with the words of its menus before its own."""

    menus: tuple[str, ...]
    action: QAction

    @property
    def words(self) -> str:
        """What it does, with the menus it stands in: "Edit › Undo Set glycerin to 4 %"."""
        return PATH.join((*self.menus, plain(self.action.text())))

    @property
    def keys(self) -> str:
        """Its shortcuts as they are printed on keys."""
        return " / ".join(dict.fromkeys(key.toString(QKeySequence.SequenceFormat.NativeText) for key in self.action.shortcuts()))


def commands(window: QMainWindow) -> list[Command]:
    """Every action of the menus, in their order."""
    found: list[Command] = []
    for top in window.menuBar().actions():
        below = top.menu()
        if isinstance(below, QMenu):
            found += _of(below, (plain(top.text()),))
    return found


def matching(all: Sequence[Command], typed: str) -> list[Command]:
    """Those that hold every typed word, those that begin with it first; what cannot be done now comes last."""
    wanted = typed.casefold().split()
    scored = []
    for n, command in enumerate(all):
        text = command.words.casefold()
        own = plain(command.action.text()).casefold()
        if all_in(wanted, text):
            worst = max((_rank(own, word) for word in wanted), default=0)
            scored.append((not command.action.isEnabled(), worst, n, command))
    return [command for *_, command in sorted(scored, key=lambda s: s[:3])]


def all_in(words: Sequence[str], text: str) -> bool:
    """Whether each word stands somewhere in a text."""
    return all(word in text for word in words)


def plain(text: str) -> str:
    """The words of an action without the mark of its letter."""
    return re.sub(r"\(&\w\)|&(?!&)", "", text).replace("&&", "&")


def _rank(own: str, word: str) -> int:
    """0 at the start of the action's own words, 1 at the start of one of them, 2 inside one, 3 only in its menus."""
    if own.startswith(word):
        return 0
    return 1 if f" {word}" in own else 2 if word in own else 3


def _of(menu: QMenu, menus: tuple[str, ...]) -> Iterator[Command]:
    menu.aboutToShow.emit()  # a menu that is filled when it opens
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from _of(below, (*menus, plain(action.text())))
        elif not action.isSeparator() and action.isVisible():
            yield Command(menus, action)
