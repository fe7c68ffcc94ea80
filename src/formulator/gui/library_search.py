"""What the library panel finds: the recipe's own materials, those of the user's folder, then the library's. Each is made ready once. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from formulator.core.data import Data
from formulator.core.material import Material
from formulator.core.search import Index
from formulator.gui.own_edits import only_priced

Mark = Literal["", "own", "in recipe", "differs"]
_KEPT = 200  # answers; going back a letter asks nothing anew
_library: list[tuple[Data, Index, dict[str, list[Material]]]] = []  # of the last data used, with answers: several windows share what took long to make
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"  # what almost everything holds takes longest to find, and is what is typed first


@dataclass(frozen=True, slots=True)
class Hit:
    """A material and where it is from: "" the library, "own" the user's folder, "in recipe", "differs" when the folder holds another of that id."""

    material: Material
    mark: Mark


class LibrarySearch:
    """Searches them all. Own ones come first; one of an id stands for the library's of that id, the recipe's for the folder's."""

    def __init__(self, data: Data) -> None:
        self._data = data
        self._own: dict[str, Hit] = {}
        self._index = Index(())

    def take(self, carried: Sequence[Material], folder: Sequence[Material]) -> bool:
        """Take the recipe's and the folder's materials; whether anything is new."""
        on_shelf = {m.id: m for m in folder}
        own = {m.id: Hit(m, "own") for m in folder}
        for m in carried:
            other = on_shelf.get(m.id)
            if other is None and only_priced(m):
                continue  # it is the library's own
            own[m.id] = Hit(m, "differs" if other is not None and other.declared != m.declared else "in recipe")
        if [(id, hit.mark, hit.material.declared) for id, hit in own.items()] == [(id, hit.mark, hit.material.declared) for id, hit in self._own.items()]:
            self._own = own
            return False
        self._own = own
        self._index = Index(hit.material for hit in own.values())
        return True

    def prepare(self) -> bool:
        """Make the library ready a piece at a time, before somebody types: the index, then the answer to a letter. Whether there is more to do."""
        fresh = not _library or _library[0][0] is not self._data
        _, answers = self._library()
        letter = next((x for x in _LETTERS if x not in answers), None)
        if letter is not None and not fresh:
            self._exact(letter)
        return letter is not None

    def material(self, id: str) -> Material | None:
        """What an id stands for here."""
        hit = self._own.get(id)
        return hit.material if hit else self._data.material(id)

    def find(self, typed: str) -> list[Hit]:
        """Those in which every word stands; if there are none at all, those that are spelt alike."""
        words = " ".join(typed.split())
        own, library = self._index.exact(words), self._exact(words)
        if not own and not library:
            own, library = self._index.alike(words), self._library()[0].alike(words)
        hits = [self._own[m.id] for m in own]
        return [*hits, *(Hit(m, "") for m in library if m.id not in self._own)]

    def _exact(self, words: str) -> list[Material]:
        if not words:
            return sorted(self._data.materials.values(), key=lambda m: m.name.casefold())
        index, answers = self._library()
        found = answers.get(words)
        if found is None:
            while len(answers) >= _KEPT:
                answers.pop(next((x for x in answers if len(x) > 1), next(iter(answers))))
            found = answers[words] = index.exact(words)
        return found

    def _library(self) -> tuple[Index, dict[str, list[Material]]]:
        if not _library or _library[0][0] is not self._data:
            _library[:] = [(self._data, Index(self._data.materials.values()), {})]
        return _library[0][1:]
