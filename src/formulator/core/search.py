"""Finding a material by what people call it: name, INCI, trade or common name, CAS number, function, element; misspelt names when nothing fits."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from formulator.core.material import Material


def search(materials: Iterable[Material], typed: str) -> list[Material]:
    """The materials in which every typed word stands somewhere, best first: the name counts most, then INCI, trade names, numbers, functions.

    If there are none, those whose names are spelt alike. All, by name, when nothing is typed.
    """
    on_file = list(materials)
    wanted = typed.casefold().split()
    scored = [(score, material) for material in on_file if (score := _score(material, wanted)) is not None]
    if scored:
        return [material for _, material in sorted(scored, key=lambda pair: (pair[0], pair[1].name.casefold()))]
    if any(character.isdigit() for character in typed):
        return []  # another number is another substance
    known = {word for material in on_file for field, text in _texts(material) if field < _FUNCTIONS for word in text.split()}
    close = [difflib.get_close_matches(word, known, n=1, cutoff=0.7) for word in wanted]
    spelt = [found[0] for found in close if found]
    return search(on_file, " ".join(spelt)) if len(spelt) == len(wanted) else []


_FUNCTIONS = 4


def _score(material: Material, wanted: list[str]) -> int | None:
    """Lower is better; None when a word stands nowhere."""
    total = 0
    for word in wanted:
        ranks = (_rank(field, text, word) for field, text in _texts(material))
        best = min((rank for rank in ranks if rank is not None), default=None)
        if best is None:
            return None
        total += best
    return total


def _rank(field: int, text: str, word: str) -> int | None:
    at = text.find(word)
    if at < 0:
        return None
    return 4 * field + (0 if at == 0 else 1 if not text[at - 1].isalnum() else 3)


def _texts(material: Material) -> list[tuple[int, str]]:
    """(field, text) of everything a material can be found by; the fields in order of what they count."""
    substances = [text for s in material.substances for text in (s.inci, *s.names, *s.cas)]
    formulas = [s.formula for s in material.substances if s.formula]
    symbols = [x for f in formulas for x in (*f.elements, f.text)]
    fields = ([material.name], [material.inci, material.id], material.names, [*material.cas, *substances], [*material.functions, *symbols])
    found = [(n, text.casefold()) for n, texts in enumerate(fields) for text in texts if text]
    return [*found, *((n, text.replace(" ", "")) for n, text in found if " " in text)]  # tween80
