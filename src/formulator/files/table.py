"""The checked reader of a TOML table: asks for keys by kind, records what is wrong with the way out, and never stops.

What a key means is not known here; `done` reports the keys nobody asked for.
"""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from formulator.core.chemistry import SYMBOLS
from formulator.core.recipe import Quantity
from formulator.core.span import Span
from formulator.core.units import QuantityError, quantity, span


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in a file: `place` ("phase[0].line[2].material"), what is wrong, the way out. `soft` ones leave a recipe that a window can open."""

    place: str
    says: str
    fix: str
    line: int | None = None
    soft: bool = False


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """A likely spelling, or what else to do."""
    spelt = {name.casefold(): name for name in known}
    close = difflib.get_close_matches(word.casefold(), spelt, n=1, cutoff=0.6)
    return f"Did you mean '{spelt[close[0]]}'?" if close else otherwise


def symbol_meant(word: str) -> str:
    """The symbol of an element in another case, or what to write: of a name, another element's symbol could be a likely spelling (Lead, La)."""
    return f"Did you mean '{word.capitalize()}'?" if word.capitalize() in SYMBOLS else "Write a symbol such as Zn."


class Table:
    """One table of a file at `place`; problems go to the shared list."""

    def __init__(self, raw: Mapping[str, Any], place: str, problems: list[Problem]) -> None:
        self.raw = raw
        self.place = place
        self.problems = problems
        self._asked: list[str] = []

    def at(self, key: str) -> str:
        """The place of one of this table's keys."""
        return f"{self.place}.{key}" if self.place else key

    def fault(self, key: str, says: str, fix: str, soft: bool = False) -> None:
        """Record a problem at a key ("" for the table itself)."""
        self.problems.append(Problem(self.at(key) if key else self.place, says, fix, soft=soft))

    def has(self, key: str) -> bool:
        """Whether the key is there; asking counts as knowing it."""
        self._asked.append(key)
        return key in self.raw

    def text(self, key: str, *, required: bool = False) -> str:
        """A text, "" when it is not there."""
        value = self._get(key, str, "a text in quotes", required)
        if required and value is not None and not value.strip():
            self.fault(key, f"{key} is empty", "Give it a value.")
            return ""
        return value or ""

    def flag(self, key: str) -> bool | None:
        """true or false; None when it is not there."""
        value: bool | None = self._get(key, bool, "true or false")
        return value

    def number(self, key: str, low: float, high: float, *, required: bool = False) -> float | None:
        """A finite number within low..high; None when it is not there or faulty."""
        value = self._get(key, (int, float), "a number without quotes", required)
        if value is None:
            return None
        return self._ranged(key, _float(value), low, high)

    def choice(self, key: str, known: Sequence[str], *, required: bool = False) -> str:
        """One word of a closed list, "" when it is not there or not of the list."""
        value = self.text(key, required=required)
        if value and value not in known:
            self.fault(key, f"no {key} '{value}'", did_you_mean(value, known, f"Choose one of: {', '.join(known)}."))
            return ""
        return value

    def texts(self, key: str, known: Sequence[str] | None = None) -> tuple[str, ...]:
        """An array of texts (a single text counts as one), each of the closed list where there is one."""
        if not self.has(key):
            return ()
        value = self.raw[key]
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list) or not all(isinstance(x, str) for x in items):
            self.fault(key, f"{key} is not a list of texts", f'Write {key} = ["…", "…"].')
            return ()
        for word in items if known is not None else ():
            if word not in (known or ()):
                self.fault(key, f"no {key.removesuffix('s')} '{word}'", did_you_mean(word, known or (), f"Choose from: {', '.join(known or ())}."))
        return tuple(items)

    def quantity(self, key: str, unit: str, low: float, high: float) -> Quantity | None:
        """ "500 g" in `unit` within low..high, with its text; None when it is not there or faulty."""
        text = self.text(key)
        if not self.present(key) or not isinstance(self.raw[key], str):
            return None
        try:
            value = quantity(text, unit)
        except QuantityError as fault:
            self.fault(key, fault.says, fault.fix)
            return None
        ranged = self._ranged(key, value, low, high, unit)
        return None if ranged is None else Quantity(text, ranged)

    def span(self, key: str, unit: str, low: float, high: float) -> Span | None:
        """A number, "a unit", "a - b unit" or "<= a unit" within low..high; None when it is not there or faulty."""
        if not self.has(key):
            return None
        value = self.raw[key]
        if isinstance(value, (int, float)) and not isinstance(value, bool) and not unit:
            ranged = self._ranged(key, _float(value), low, high)
            return None if ranged is None else Span.exact(ranged)
        if not isinstance(value, str):
            self.fault(key, f"{key} is not {_example(unit)}", f"Write {key} = {_example(unit)}.")
            return None
        try:
            found = span(value, unit, floor=low)
        except QuantityError as fault:
            self.fault(key, fault.says, fault.fix)
            return None
        inside = all(self._ranged(key, x, low, high, unit) is not None for x in (found.low, found.high))  # stops at the first that is not
        return found if inside else None

    def table(self, key: str) -> Table | None:
        """A table of its own."""
        value = self._get(key, dict, "a table")
        return None if value is None else Table(value, self.at(key), self.problems)

    def tables(self, key: str) -> Iterator[Table]:
        """Each table of an array of tables."""
        value = self._get(key, list, "an array of tables")
        for n, item in enumerate(value or []):
            if isinstance(item, dict):
                yield Table(item, f"{self.at(key)}[{n}]", self.problems)
            else:
                self.problems.append(Problem(f"{self.at(key)}[{n}]", f"an entry of {key} is not a table", f"Write [[{key}]] with its keys below."))

    def present(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self.raw

    def done(self) -> None:
        """Report the keys that nobody asked for: a misspelt one must not vanish."""
        for key in self.raw:
            if key not in self._asked:
                self.fault(key, f"no key '{key}' here", did_you_mean(key, self._asked, "Take it out, or put it under notes."))

    def _get(self, key: str, kind: type | tuple[type, ...], wanted: str, required: bool = False) -> Any:
        self._asked.append(key)
        if key not in self.raw:
            if required:
                self.fault(key, f"{key} is missing", f"Add {key} = … here.")
            return None
        value = self.raw[key]
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            self.fault(key, f"{key} is not {wanted}", f"Write {key} as {wanted}.")
            return None
        return value

    def _ranged(self, key: str, value: float, low: float, high: float, unit: str = "") -> float | None:
        if not math.isfinite(value):
            self.fault(key, f"{key} is {value}", "Write a finite number.")
            return None
        if not low <= value <= high:
            says = f"{key} is below {low:g} {unit}" if value < low else f"{key} is above {high:g} {unit}"
            self.fault(key, says.strip(), f"It must lie within {low:g} and {high:g} {unit}".strip() + ".")
            return None
        return value


def _float(value: float) -> float:
    try:
        return float(value)
    except OverflowError:  # TOML's whole numbers have no end
        return math.inf if value > 0 else -math.inf


def _example(unit: str) -> str:
    return f'"12.5 {unit}" in quotes' if unit else "a number"
