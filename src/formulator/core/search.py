"""Finding a material by what people call it: name, INCI, trade or common or Chinese name, CAS number, function, element; misspelt names when nothing fits."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from formulator.core.material import Material

_FUNCTIONS = 4  # from this field on a text is a property, not a name: it is no cure for a misspelt name
_PARTS = 3  # the substances of a material: what stands there, and behind it, is not its own name
_ALIKE = 0.5  # Dice coefficient of the letter pairs of two words that are taken for one
_CHINESE = "chinese name"


def search(materials: Iterable[Material], typed: str) -> list[Material]:
    """The materials in which every typed word stands somewhere, best first; see `Index`."""
    return Index(materials).find(typed)


@dataclass(frozen=True, slots=True)
class _Row:
    """A material with everything it can be found by: (field, text), all of it in one for a quick no, and the words of its names."""

    material: Material
    texts: tuple[tuple[int, str], ...]
    whole: str
    names: frozenset[str]


class Index:
    """Materials made ready for searching; built once for the library, which takes longer than a search does."""

    def __init__(self, materials: Iterable[Material]) -> None:
        self._rows = [_row(material) for material in materials]
        self._pairs: dict[str, set[str]] = defaultdict(set)
        self._known: dict[str, int] = {}
        for row in self._rows:
            for word in row.names:
                self._learn(word)

    def find(self, typed: str) -> list[Material]:
        """Those in which every typed word stands: the name counts most, then INCI, trade names, numbers, functions; a whole name before its start,
        that before a word, that before a part. If there are none, those whose names are spelt alike. All, by name, when nothing is typed."""
        return self.exact(typed) or self.alike(typed)

    def exact(self, typed: str) -> list[Material]:
        """Those in which every word stands as it is typed."""
        wanted, whole = typed.casefold().split(), " ".join(typed.casefold().split())
        scored: list[tuple[float, str, Material]] = []
        for row in self._rows:
            if all(word in row.whole for word in wanted):
                score = _score(row.texts, wanted)
                if len(wanted) > 1:
                    score = min(score, _score(row.texts, [whole]) - 1)
                scored.append((score, row.material.name.casefold(), row.material))
        return [material for *_, material in sorted(scored, key=lambda found: found[:2])]

    def alike(self, typed: str) -> list[Material]:
        """Those that hold, for each word, a known word that is spelt like it; those spelt most alike first."""
        if any(character.isdigit() for character in typed):
            return []  # another number is another substance
        meant = [self._like(word) for word in typed.casefold().split()]
        found: list[tuple[float, float, str, Material]] = []
        for row in self._rows:
            chosen = [max(((alike, word) for word, alike in words.items() if word in row.names), default=None) for words in meant]
            taken = [pair for pair in chosen if pair is not None]
            if taken and len(taken) == len(meant):
                spelt = _score(row.texts, [word for _, word in taken])
                found.append((-sum(alike for alike, _ in taken), spelt, row.material.name.casefold(), row.material))
        return [material for *_, material in sorted(found, key=lambda row: row[:3])]

    def _learn(self, word: str) -> None:
        if len(word) > 2 and word not in self._known:
            pairs = _pairs(word)
            self._known[word] = len(pairs)
            for pair in pairs:
                self._pairs[pair].add(word)

    def _like(self, word: str) -> dict[str, float]:
        """Known words that are spelt like one, and how much."""
        pairs = _pairs(word)
        shared = Counter(other for pair in pairs for other in self._pairs.get(pair, ()))
        alike = {other: 2 * n / (len(pairs) + self._known[other]) for other, n in shared.items()}
        return {other: share for other, share in alike.items() if share >= _ALIKE}


def _row(material: Material) -> _Row:
    texts = tuple(dict.fromkeys(_texts(material)))
    names = frozenset(word.strip(",;()") for field, text in texts if field < _FUNCTIONS for word in text.split())
    return _Row(material, texts, "\n".join(text for _, text in texts), names)


def _score(texts: Sequence[tuple[int, str]], wanted: Sequence[str]) -> float:
    """Lower is better; endless when a word stands nowhere."""
    total = 0.0
    for word in wanted:
        total += min((_rank(field, text, word) for field, text in texts if word in text), default=float("inf"))
    return total


def _rank(field: int, text: str, word: str) -> int:
    if text == word:
        # a whole name of any kind goes before the start of another's; but a part of a blend is not the blend
        return 5 * field - 1 if field >= _PARTS else field - 5
    at = text.find(word)
    if at == 0:
        return 5 * field
    return 5 * field + (1 if not text[at - 1].isalnum() else 3)


def _pairs(word: str) -> set[str]:
    """Every two letters in a row, with the ends marked: two letters exchanged leave most of them as they were."""
    padded = f"^{word}$"
    return {padded[k : k + 2] for k in range(len(padded) - 1)}


def _texts(material: Material) -> list[tuple[int, str]]:
    """(field, text) of everything a material can be found by; the fields in order of what they count."""
    substances = [text for s in material.substances for text in (s.inci, *s.names, *s.cas)]
    formulas = [s.formula for s in material.substances if s.formula]
    symbols = [x for f in formulas for x in (*f.elements, f.text)]
    names = [*material.names, *(fact.says for fact in material.facts if fact.what == _CHINESE)]
    fields = ([material.name], [material.inci, material.id], [*names, *material.cas], substances, [*material.functions, *symbols])
    found = [(n, text.casefold()) for n, texts in enumerate(fields) for text in texts if text]
    plain = [(n, text.replace("-", " ")) for n, text in found if "-" in text and not text[:1].isdigit()]
    joined = [(n, text.replace(" ", "").replace("-", "")) for n, text in found if (" " in text or "-" in text) and len(text.split()) == 2]
    return [*found, *plain, *joined]  # tween80; longer names run together meet words nobody wrote
