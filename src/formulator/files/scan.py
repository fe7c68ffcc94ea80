"""Where things stand in a TOML text: place → line number, and which table a comment belongs to.

Runs on text that the parser has accepted, and only when a fault or a comment asks for it; it knows just enough TOML for that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import tomli

_KEY = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*')"""
_DOTTED = re.compile(rf"\s*{_KEY}(?:\s*\.\s*{_KEY})*")
_PART = re.compile(_KEY)


@dataclass(slots=True)
class Scan:
    """`lines`: place → line number from 1. `comments`: place of a table → its comment lines; "$" holds those after everything."""

    lines: dict[str, int] = field(default_factory=dict)
    comments: dict[str, list[str]] = field(default_factory=dict)

    def line_of(self, place: str) -> int | None:
        """The line of a place, or of the nearest thing around it."""
        while place and place not in self.lines:
            place = place[: max(place.rfind("."), place.rfind("["), 0)]
        return self.lines.get(place)


def scan(text: str) -> Scan:
    """Walk a valid TOML text once."""
    return _Walk(text.replace("\r\n", "\n")).result()


class _Walk:
    def __init__(self, text: str) -> None:
        self.text = text
        self.found = Scan({"": 1})
        self.table = ""
        self.pending: list[str] = []
        self.counts: dict[str, int] = {}

    def result(self) -> Scan:
        position, number = 0, 1
        while position < len(self.text):
            end = self._statement(position, number)
            number += self.text.count("\n", position, end)
            position = end
        if self.pending:
            self.found.comments.setdefault("$", []).extend(self.pending)
        return self.found

    def _statement(self, start: int, number: int) -> int:
        """Read what begins on this line; the answer is where the next statement's line begins."""
        end = self._line_end(start)
        stripped = self.text[start:end].strip()
        if stripped.startswith("#"):
            self.pending.append(_words(stripped))
        elif stripped.startswith("["):
            self._header(stripped, number)
        elif stripped:
            match = _DOTTED.match(self.text, start)
            key = match[0] if match else ""
            self._place(_parts(key), number)
            end = self._value_end(start + len(key))
        return end + 1

    def _header(self, line: str, number: int) -> None:
        many = line.startswith("[[")
        body = line[2:] if many else line[1:]
        match = _DOTTED.match(body)
        parts = _parts(match[0] if match else "")
        place = ""
        for n, part in enumerate(parts):
            place = f"{place}.{part}" if place else part
            last = n == len(parts) - 1
            if last and many:
                self.counts[place] = self.counts.get(place, -1) + 1
                self.found.lines.setdefault(place, number)
            if place in self.counts:
                place = f"{place}[{self.counts[place]}]"
        self.table = place
        self.found.lines[place] = number
        rest = body[match.end() if match else 0 :].lstrip(" \t]")
        self._own(_words(rest) if rest.startswith("#") else "")

    def _place(self, parts: list[str], number: int) -> None:
        place = self.table
        for part in parts:
            place = f"{place}.{part}" if place else part
            self.found.lines.setdefault(place, number)
        self._own("")

    def _own(self, trailing: str) -> None:
        lines = [*self.pending, *([trailing] if trailing else [])]
        self.pending = []
        if lines:
            self.found.comments.setdefault(self.table, []).extend(lines)

    def _line_end(self, start: int) -> int:
        end = self.text.find("\n", start)
        return len(self.text) if end < 0 else end

    def _value_end(self, position: int) -> int:
        """The end of the line on which the value that starts after `position` ends; comments on the way go to the table."""
        depth = 0
        while position < len(self.text):
            here = self.text[position]
            if here == "\n" and depth == 0:
                return position
            if here == "#":
                end = self._line_end(position)
                self._own(_words(self.text[position:end]))
                position = end
                continue
            if here in "\"'":
                position = self._string_end(position, here)
                continue
            depth += (here in "[{") - (here in "]}")
            position += 1
        return position

    def _string_end(self, start: int, quote: str) -> int:
        if self.text.startswith(quote * 3, start):
            end = self.text.index(quote * 3, start + 3)
            while quote == '"' and _escaped(self.text, end):
                end = self.text.index(quote * 3, end + 1)
            end += 3
            while self.text.startswith(quote, end):  # up to two quotes may stand before the closing three
                end += 1
            return end
        end = self.text.index(quote, start + 1)
        while quote == '"' and _escaped(self.text, end):
            end = self.text.index(quote, end + 1)
        return end + 1


def _escaped(text: str, position: int) -> bool:
    slashes = 0
    while position > slashes and text[position - slashes - 1] == "\\":
        slashes += 1
    return slashes % 2 == 1


def _parts(dotted: str) -> list[str]:
    return [tomli.loads(f"key = {part}")["key"] if part[0] in "\"'" else part for part in _PART.findall(dotted)]


def _words(comment: str) -> str:
    return comment.strip().removeprefix("#").removeprefix(" ")
