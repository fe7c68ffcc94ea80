"""Which materials match some words, best match first, and what is said of a material in one line. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable

from formulator.core.contents import content_of
from formulator.core.data import Data
from formulator.core.elements import UNCOUNTED
from formulator.core.material import Material
from formulator.core.units import convert
from formulator.report import words


def matching(materials: Iterable[Material], typed: str) -> list[Material]:
    """Materials in which every typed word stands somewhere; the name counts most, then INCI, trade names, numbers, functions."""
    wanted = typed.casefold().split()
    scored = [(score, material) for material in materials if (score := _score(material, wanted)) is not None]
    return [material for _, material in sorted(scored, key=lambda pair: (pair[0], pair[1].name.casefold()))]


def in_words(material: Material, data: Data) -> str:
    """HLB or required HLB, elements, functions."""
    parts = [material.inci] if material.inci and material.inci.casefold() != material.name.casefold() else []
    return " · ".join([*facts(material, data), ", ".join(material.functions), *parts])


def facts(material: Material, data: Data) -> list[str]:
    """The numbers a formulator chooses by."""
    found = []
    if "emulsifier" in material.functions:
        known = f"HLB {words.span(material.hlb.span, '').removeprefix('unknown, ')}" if material.hlb else "HLB not on file"
        found.append(known if material.hlb_applies else "HLB does not apply")
    needs = [f"{words.span(datum.span, '').removeprefix('unknown, ')} {kind}" for kind, datum in material.required_hlb.items()]
    found += [f"needs HLB {', '.join(needs)}"] if needs else []
    carried = [f"{symbol} {words.number(convert(best, 'mg/kg', '%'))} %" for symbol, best in _elements(material, data) if best]
    return found + ([" ".join(carried)] if carried else [])


def _elements(material: Material, data: Data) -> list[tuple[str, float | None]]:
    symbols = {x for s in material.substances for x in (*(s.formula.elements if s.formula else ()), *(s.elements or ()))}
    return [(x, content_of(material, x, data).span.best) for x in sorted(symbols - UNCOUNTED)]


def _score(material: Material, wanted: list[str]) -> int | None:
    """Lower is better; None when a word stands nowhere."""
    total = 0
    for word in wanted:
        best = min((rank for rank, text in _texts(material) if (rank := _rank(rank, text, word)) is not None), default=None)
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
    substances = [text for s in material.substances for text in (s.inci, *s.names, *s.cas)]
    symbols = [x for s in material.substances if s.formula for x in s.formula.elements]
    fields = ([material.name], [material.inci, material.id], material.names, [*material.cas, *substances], [*material.functions, *symbols])
    return [(n, text.casefold()) for n, texts in enumerate(fields) for text in texts if text]
