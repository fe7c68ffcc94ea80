"""The TOML text of own materials, changed piece by piece: what is not touched (comments, layout, other keys) stays as it was typed. No Qt here."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import tomli

from formulator.core.material import Material
from formulator.files.scan import scan
from formulator.files.write import MATERIAL_KEYS, materials_text, toml_value

_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")
_COMMA = re.compile(r"(?<![\d.,])(\d+),(\d+)(?![\d,])")
_THOUSAND = re.compile(r"[1-9]\d{0,2},\d{3}")


def text_of(raw: Mapping[str, Any], comment: str = "") -> str:
    """One material as a file holds it."""
    return materials_text([Material(id="", name="", functions=(), substances=(), comment=comment, declared=raw)])


def comments_of(text: str) -> str:
    """Every comment of a valid text, as a recipe keeps them with its material."""
    return "\n".join(line for lines in scan(text).comments.values() for line in lines)


def blocks(text: str) -> list[tuple[int, int]]:
    """Of each [[material]] of a valid text its first and last line (from 0, the last one excluded), with the comment right above it."""
    lines = text.split("\n")
    where = scan(text).lines
    heads: list[int] = []
    while (found := where.get(f"material[{len(heads)}]")) is not None:
        heads.append(found - 1)
    starts = []
    for head in heads:
        while head and lines[head - 1].lstrip().startswith("#"):
            head -= 1
        starts.append(head)
    return list(zip(starts, [*starts[1:], len(lines)], strict=True))


def block(text: str, n: int) -> str:
    """The text of one material of a file."""
    first, end = blocks(text)[n]
    return "\n".join(text.split("\n")[first:end]).strip("\n") + "\n"


def with_block(text: str, n: int, new: str) -> str:
    """The file with one material's text replaced; taken out when there is none."""
    first, end = blocks(text)[n]
    lines = text.split("\n")
    middle = new.strip("\n").split("\n") if new.strip() else []
    rest = lines[end:]
    return "\n".join([*lines[:first], *middle, *([""] if middle and "".join(rest).strip() else []), *rest]).rstrip("\n") + "\n"


def with_key(text: str, key: str, value: Any) -> str:
    """The text of one material with one of its keys set, or taken out when the value is None. Comments stay."""
    lines = text.split("\n")
    where = scan(text).lines
    line = where.get(f"material[0].{key}")
    if line is None:
        if value is None:
            return text
        at = _place_for(key, lines, where)
        return "\n".join([*lines[:at], _statement(key, value), *lines[at:]])
    if not re.match(rf"""\s*["']?{re.escape(key)}["']?\s*=""", lines[line - 1]):
        return _written_anew(text, key, value)  # a table of its own, or a dotted key
    end = _end(lines, line - 1)
    said = [comment for found in scan("\n".join(lines[line - 1 : end])).comments.values() for comment in found]
    if value is not None and len(said) == 1 and end == line:
        new = [f"{_statement(key, value)}  # {said[0]}"]
    else:
        new = [*(f"# {comment}" for comment in said), *([] if value is None else [_statement(key, value)])]
    return "\n".join([*lines[: line - 1], *new, *lines[end:]])


def typed_value(typed: str, unit: str = "", comma_is_decimal: bool = False) -> Any:
    """What a text typed into a field stands for in a file: None when empty, a number, "a unit", a table or list as TOML, else the text itself for the
    reader to complain of. A decimal comma becomes a point unless it could stand for thousands; a bare number gets the field's unit."""
    text = typed.strip()
    if not text:
        return None
    if text[0] in "{[":
        return _toml(text)
    if comma_is_decimal or not _THOUSAND.search(text):
        text = _COMMA.sub(r"\1.\2", text)
    if unit:
        bare = re.fullmatch(r"(<=|<|≤)?\s*[+-]?\d+(\.\d+)?(\s*[-–]\s*\d+(\.\d+)?)?", text)
        return f"{text.replace('–', '-')} {unit}" if bare else text
    if _NUMBER.fullmatch(text) and "," not in text:
        return float(text) if "." in text else int(text)
    return text.replace("–", "-") if re.fullmatch(r"[\d.]+\s*–\s*[\d.]+", text) else text


def shown_value(value: Any) -> str:
    """A value of a file as a field shows it."""
    if value is None:
        return ""
    return value if isinstance(value, str) else toml_value(value)


def listed(value: Any) -> str:
    """A text or list of texts as a field shows it."""
    return "; ".join(map(str, value)) if isinstance(value, list) else shown_value(value)


def parts(typed: str) -> list[str] | None:
    """The list that a field's text stands for, parted by semicolons."""
    return [part.strip() for part in typed.split(";") if part.strip()] or None


def _statement(key: str, value: Any) -> str:
    """A key with its value; of several tables each has its line."""
    if isinstance(value, list) and len(value) > 1 and all(isinstance(one, dict) for one in value):
        return "\n".join([f"{key} = [", *(f"  {toml_value(one)}," for one in value), "]"])
    return f"{key} = {toml_value(value)}"


def _toml(text: str) -> Any:
    try:
        return tomli.loads(f"x = {text}")["x"]
    except ValueError:
        return text


def _end(lines: Sequence[str], first: int) -> int:
    """Where the statement that begins on a line ends: the first line after it."""
    for end in range(first + 1, len(lines)):
        try:
            tomli.loads("\n".join(lines[first:end]))
        except ValueError:
            continue
        return end
    return len(lines)


def _place_for(key: str, lines: Sequence[str], where: Mapping[str, int]) -> int:
    """The line before which a new key goes: below the header, after those that go before it, before any table of its own."""
    inside = {place.removeprefix("material[0]."): line - 1 for place, line in where.items() if place.startswith("material[0].")}
    tables = [line for line in inside.values() if lines[line].lstrip().startswith("[")]
    limit = min(tables, default=len(lines))
    order = {known: n for n, known in enumerate(MATERIAL_KEYS)}
    mine = order.get(key, len(order))
    before = [line for place, line in inside.items() if line < limit and not re.search(r"[.\[]", place) and order.get(place, -1) < mine]
    known = [line for place, line in inside.items() if line in before and place in order]
    last = max(known or before, default=None)
    return where["material[0]"] if last is None else _end(lines, last)


def _written_anew(text: str, key: str, value: Any) -> str:
    raw = dict(tomli.loads(text)["material"][0])
    raw.pop(key, None)
    return text_of(raw if value is None else {**raw, key: value}, comments_of(text))
