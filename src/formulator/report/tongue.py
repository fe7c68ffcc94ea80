"""The one door through which words reach another language. The sources are whole English sentences with {names} in braces; until someone sets
a language, what comes out is the English itself.

A sentence that another language would order otherwise is one source and never glued from parts; what differs by number is two sources.
`./dev words` collects them: everything written in a call of `say` or `marked`, in a Qt class by `self.tr`, and the texts of every Method.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from formulator.core.phrase import Phrase, Words

_known: dict[str, str] = {}  # a source is looked up once: words are rendered with every keystroke
_look_up: Callable[[str], str] | None = None
_point = "."
_DECIMAL = re.compile(r"(?<=[0-9])\.(?=[0-9])")


def say(source: str, /, **values: object) -> str:
    """The sentence in the language that is set, with its values."""
    text = _known.get(source)
    if text is None:
        text = _known[source] = _look_up(source) if _look_up and source else source
    return text.format(**values) if values else text


def said(text: Words) -> str:
    """Words that core made: a Phrase with its values, a fixed label, or a name that no language knows and that stays."""
    if isinstance(text, Phrase):
        return say(text.source, **{name: said(value) for name, value in text.values.items()})
    return say(text)


def marked(source: str) -> str:
    """The source itself: said elsewhere, collected here."""
    return source


def speak(look_up: Callable[[str], str] | None, point: str = ".") -> None:
    """From now on say what `look_up` makes of a source, and write `point` for the decimal point; None for the English sources."""
    global _look_up, _point
    _look_up, _point = look_up, point
    _known.clear()


def decimals(text: str) -> str:
    """A number, or text that holds nothing but numbers, units and signs, as this language writes it. Never a sentence: numbers of entries and laws stay."""
    if _point == "." or "." not in text:
        return text
    return _DECIMAL.sub(_point, text)


@contextmanager
def points() -> Iterator[None]:
    """Within it decimals have a point: for what leaves the window."""
    global _point
    before, _point = _point, "."
    try:
        yield
    finally:
        _point = before
