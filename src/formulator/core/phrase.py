"""The program's own words inside core: a sentence and the values in it, so that it can be said in another language where it is shown. Names, formulas
and what the data say are plain text. Nothing is put together before it is shown: a keystroke makes hundreds of them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True, init=False)
class Phrase:
    """A `source` with {names} in braces, and their `values`; as text it is English."""

    source: str
    values: dict[str, Words]

    def __init__(self, source: str, /, **values: Words) -> None:
        self.source, self.values = source, values

    def __str__(self) -> str:
        return self.source.format_map(self.values) if self.values else self.source

    def __hash__(self) -> int:
        return hash(self.source)


Words = str | Phrase
