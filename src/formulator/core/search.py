"""Finding a material by what people call it: id, INCI, trade or common name, CAS number, function; misspelt names when nothing fits."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from formulator.core.material import Material


def search(materials: Iterable[Material], words: str) -> list[Material]:
    """The materials in which every word is found, best first; if there are none, those whose names are spelt alike. All, for no words."""
    on_file = list(materials)
    asked = words.casefold().split()
    if not asked:
        return on_file
    ranked = [(rank, n, m) for n, m in enumerate(on_file) if (rank := _rank(m, " ".join(asked), asked)) is not None]
    if ranked:
        return [m for _, _, m in sorted(ranked, key=lambda r: r[:2])]
    spelt = {name: m for m in reversed(on_file) for name in _names(m)}
    close = difflib.get_close_matches(" ".join(asked), spelt, n=8, cutoff=0.7)
    return list({spelt[name].id: spelt[name] for name in close}.values())


def _names(material: Material) -> list[str]:
    substances = [name for s in material.substances for name in (s.inci, *s.cas)]
    everything = (material.id, material.name, material.inci, *material.cas, *material.names, *substances)
    return [name.casefold() for name in everything if name]


def _rank(material: Material, whole: str, asked: list[str]) -> int | None:
    """0 a name itself, 1 the start of one, 2 the start of a word, 3 somewhere; None when a word is nowhere."""
    names = _names(material)
    text = " ".join([*names, *material.functions])
    if not all(word in text for word in asked):
        return None
    if whole in names:
        return 0
    if any(name.startswith(whole) for name in names):
        return 1
    return 2 if all(f" {word}" in f" {text.replace('-', ' ')}" for word in asked) else 3
