"""The program's own words inside core: English text that still knows the sentence it was made from and the values in it, so that it can be said
in another language where it is shown. Names, formulas and what the data say are plain text.
"""

from __future__ import annotations


class Phrase(str):
    """A str in every respect, with its `source` and `values`."""

    __slots__ = ("source", "values")
    source: str
    values: dict[str, str]

    def __new__(cls, source: str, /, **values: str) -> Phrase:
        """The English text of a sentence with {names} and their values."""
        made = super().__new__(cls, source.format_map(values) if values else source)
        made.source, made.values = source, values
        return made

    def __reduce__(self) -> tuple[object, ...]:
        """Data are kept between starts."""
        return _again, (self.source, self.values)


def _again(source: str, values: dict[str, str]) -> Phrase:
    return Phrase(source, **values)
