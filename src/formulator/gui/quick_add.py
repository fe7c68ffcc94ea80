"""What is typed to find a material, and behind it, where one is typed, how much of it goes in: "glycerin 5 %". No Qt here."""

from __future__ import annotations

import re
from collections.abc import Iterable

from formulator.core.material import Material
from formulator.core.recipe import Amount, Line
from formulator.core.units import QuantityError
from formulator.gui.typed import half_typed, with_typed

_SEEN = 20  # of what is found; the rest is found by other things than its name
_BARE = re.compile(r"\d*[.,]?\d*")
_FILLS = ("q.s.", "q.s", "qs")
_ANY = Amount("1 %", "share", 1.0)


def parted(typed: str) -> tuple[str, str]:
    """Words and the amount behind them, "" where there is none. An amount may be half typed: what is found stays while its unit is added."""
    words = typed.split()
    for n in range(1, len(words)):
        tail = " ".join(words[n:])
        if tail.lower() in _FILLS or (tail[0] in "0123456789.," and _may_become_amount(tail)):
            return " ".join(words[:n]), tail
    return " ".join(words), ""


def is_bare(amount: str) -> bool:
    """Whether an amount is a number alone: then it may belong to the name, as in polysorbate 60."""
    return bool(_BARE.fullmatch(amount))


def borne(words: str, number: str, found: Iterable[Material]) -> bool:
    """Whether the number follows the words in the name of one of the materials found: "Polysorbate 60", "PEG-8"."""
    follows = re.compile(rf"{re.escape(words.split()[-1])}\w*\W+{re.escape(number)}(?![.,]?\d)", re.IGNORECASE)
    first = (material for _, material in zip(range(_SEEN), found, strict=False))
    return any(follows.search(name) for material in first for name in (material.name, material.inci, *material.names))


def line_of(material: str, amount: str, first: Amount, comma_is_decimal: bool) -> Line:
    """A line with the amount typed, with `first` where none is; a bare number has its unit. With a max it is an adjuster. Raises QuantityError."""
    line = Line(material=material, amount=first, adjust="pH" if " max" in amount else "")
    return with_typed(line, amount, comma_is_decimal) if amount else line


def _may_become_amount(text: str) -> bool:
    if is_bare(text) or half_typed(text):
        return True
    try:
        line_of("", text, _ANY, "," in text)
    except QuantityError:
        return False
    return True
