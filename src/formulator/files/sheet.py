"""Own materials from a spreadsheet and back: CSV, XLSX, XLS or ODS with a row a material.

Nothing is taken over unseen: every row tells what is doubtful in it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli

from formulator.core.data import Data
from formulator.core.material import FUNCTIONS, Material, valid_cas
from formulator.files.materials import read_material
from formulator.files.table import Problem, Table, did_you_mean
from formulator.files.values import Reader
from formulator.files.write import toml_value

LISTS = ("names", "functions", "cas")
TEXTS = ("id", "name", "like", "inci", "ionic", "hlb_why_not", "hlb_instead", "formula", "source", "category")
REST = "more"  # what no column holds: further keys of the format, as TOML
# key of the format → what people write at the head of a column
HEADS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "code", "material code"),
    "name": ("name", "trade name", "material", "product", "ingredient"),
    "like": ("like",),
    "inci": ("inci", "inci name"),
    "cas": ("cas", "cas no", "cas number", "cas-no"),
    "names": ("names", "synonyms", "other names"),
    "functions": ("functions", "function", "role"),
    "ionic": ("ionic", "ionic type", "charge"),
    "hlb": ("hlb", "hlb value"),
    "hlb_applies": ("hlb_applies",),
    "hlb_why_not": ("hlb_why_not",),
    "hlb_instead": ("hlb_instead",),
    "required_hlb o/w": ("required_hlb o/w", "required hlb", "rhlb", "required hlb o/w", "rhlb o/w"),
    "required_hlb w/o": ("required_hlb w/o", "required hlb w/o", "rhlb w/o"),
    "formula": ("formula", "chemical formula"),
    "assay": ("assay", "purity"),
    "elements": ("elements",),
    "organic": ("organic",),
    "substances": ("substances", "composition"),
    "density": ("density",),
    "use_level": ("use_level", "use level", "typical use level"),
    "noael": ("noael",),
    "oral_bioavailability": ("oral_bioavailability", "oral bioavailability"),
    "dermal_absorption": ("dermal_absorption", "dermal absorption"),
    "impurities": ("impurities", "heavy metals"),
    "price": ("price",),
    "source": ("source", "supplier", "data sheet"),
    REST: (REST,),
}
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_PRICE_HEAD = re.compile(r"(?:unit )?price\W*\b([a-z]{3}) ?(?:/|per) ?([^)\]]+?)\W*", re.IGNORECASE)  # "Price (EUR/kg)": what its numbers are in
_COMMA = re.compile(r"(?<![\d.,])(\d+),(\d+)(?![\d,])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row as it would be taken over: its number in the sheet, the table it makes, the material (None when it cannot stand), faults and doubts."""

    number: int
    raw: Mapping[str, Any]
    material: Material | None
    problems: tuple[Problem, ...]
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """A sheet read: its rows, and the heads of columns that nothing was made of."""

    rows: tuple[Row, ...]
    unused: tuple[str, ...]


def read_sheet(path: Path, data: Data) -> Imported:
    """Read a sheet for a preview. Raises OSError or ValueError (with words) when it is no sheet, or has no column for the name."""
    cells = _cells(path)
    first = next((n for n, row in enumerate(cells) if any(str(cell).strip() for cell in row)), None)
    if first is None:
        raise ValueError("the sheet is empty")
    heads = [str(cell).strip() for cell in cells[first]]
    by_word = {word: key for key, words in HEADS.items() for word in words}
    keys = [by_word.get(head.casefold().strip(" .:").replace("_", " "), by_word.get(head.casefold())) for head in heads]
    units = [f"{found[1].upper()}/{found[2]}" if (found := _PRICE_HEAD.fullmatch(head)) else "" for head in heads]
    keys = ["price" if unit else key for key, unit in zip(keys, units, strict=True)]
    if "name" not in keys and "inci" not in keys:
        raise ValueError(f"no column is headed 'name' or 'INCI'; found: {', '.join(heads)}")
    rows: list[Row] = []
    taken: set[str] = set()
    for number, row in enumerate(cells[first + 1 :], first + 2):
        values: dict[str, str] = {}
        doubts = [f"more cells than columns, left out: {cell}" for cell in row[len(heads) :] if str(cell).strip()]
        for key, head, unit, cell in zip(keys, heads, units, row, strict=False):
            text = str(cell).strip()
            if key == "price" and _NUMBER.fullmatch(text):
                if not unit:
                    doubts.append(f"price: '{text}' was left out, it has no currency; head the column 'Price (EUR/kg)', with the currency it is in")
                    continue
                text = f"{text} {unit}"
            if key and text and key in values and values[key] != text:
                doubts.append(f"a second column of the same meaning, {head}: '{text}' was left out")
            elif key and text:
                values[key] = text
        if values:
            rows.append(_row(number, values, doubts, data, taken))
            taken.add(str(rows[-1].raw["id"]))
    return Imported(tuple(rows), tuple(head for head, key in zip(heads, keys, strict=True) if key is None and head))


def sheet_text(materials: Sequence[Material]) -> str:
    """Own materials as CSV; reading it back gives the same materials."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADS)
    for material in materials:
        declared = dict(material.declared)
        required = declared.pop("required_hlb", {})
        plain = {**declared, **{f"required_hlb {side}": value for side, value in required.items()}}
        rest = {key: value for key, value in plain.items() if key not in HEADS or not _fits(key, value)}
        writer.writerow([toml_value(rest) if key == REST and rest else _written(key, plain[key]) if key in plain and key not in rest else "" for key in HEADS])
    return out.getvalue()


def _cells(path: Path) -> list[list[Any]]:
    if path.suffix.lower() in (".csv", ".tsv", ".txt"):
        content = path.read_bytes()
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252", errors="replace")
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        first = text.partition("\n")[0]
        mark = max(",;\t", key=first.count)
        try:
            return list(csv.reader(io.StringIO(text), delimiter=mark))
        except csv.Error as fault:
            raise ValueError(f"not a sheet that can be read: {fault}") from fault
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_path(str(path))
    except python_calamine.CalamineError as fault:
        raise ValueError(f"not a spreadsheet that can be read: {fault}") from fault
    rows = book.get_sheet_by_index(0).to_python()
    return [[_plain(cell) for cell in row] for row in rows]


def _plain(cell: Any) -> str:
    """A cell as it is shown: a whole number without its point."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def _row(number: int, values: Mapping[str, str], doubts: list[str], data: Data, taken: set[str]) -> Row:
    raw: dict[str, Any] = {}
    for key, text in values.items():
        if key == REST:
            raw |= _toml(text, doubts, key)
        elif key.startswith("required_hlb "):
            raw.setdefault("required_hlb", {})[key.partition(" ")[2]] = _value(key, text, doubts)
        elif key in LISTS:
            raw[key] = [part.strip() for part in text.split(";") if part.strip()]
        else:
            raw[key] = text if key in TEXTS else _value(key, text, doubts)
    raw.setdefault("name", raw.get("inci", ""))
    if "id" not in raw:
        raw["id"] = _free(re.sub(r"[^a-z0-9]+", "-", str(raw["name"]).casefold()).strip("-") or f"row-{number}", taken)
        doubts.append(f"id made of the name: {raw['id']}")
    elif raw["id"] in taken:
        doubts.append(f"a second row with the id {raw['id']}: only the first would count")
    doubts += _doubts(raw, data)
    problems: list[Problem] = []
    reader = Reader(sources={}, origin="recipe", find=data.material, known=tuple(data.materials))
    material = read_material(Table(raw, f"row {number}", problems), reader)
    return Row(number=number, raw=raw, material=None if problems else material, problems=tuple(problems), doubts=tuple(doubts))


def _doubts(raw: Mapping[str, Any], data: Data) -> Iterator[str]:
    """What a careful reader would ask of a row that can be read."""
    if raw["id"] in data.materials:
        yield f"the library has a material of this id: yours would stand for it. To keep the library's other figures, add like = {raw['id']}"
    for number in raw.get("cas", ()):
        if not valid_cas(number):
            yield f"{number} is no CAS number: its form or its check digit is wrong"
        elif others := [m.name for m in data.materials.values() if number in m.cas and m.id != raw.get("like")]:
            yield f"{number} is also the number of {others[0]} in the library"
    inci = str(raw.get("inci", "")).upper()
    if not inci and "like" not in raw:
        yield "no INCI name: the law cannot be applied"
    elif inci and inci not in data.substances_by_name and inci not in data.by_name:
        yield f"INCI name not met before; {did_you_mean(inci, tuple(data.substances_by_name), 'check its spelling')}"
    for word in raw.get("functions", ()):
        if word not in FUNCTIONS:
            yield f"no function '{word}'; choose from {', '.join(FUNCTIONS)}"
    if not any(key in raw for key in ("formula", "elements", "organic", "substances", "like")):
        yield "nothing says what it is made of: any element is then bounded by its share. Give formula, elements, or organic = true"
    if "source" not in raw:
        yield "no source"


def _value(key: str, text: str, doubts: list[str]) -> Any:
    """A number, true or false, a table or list as TOML; else the text, with a decimal comma read as a point and said so."""
    if _COMMA.fullmatch(text.strip(" %")) or (_COMMA.search(text) and not text.startswith(("{", "["))):
        pointed = _COMMA.sub(r"\1.\2", text)
        doubts.append(f"{key}: '{text}' read as {pointed}")
        text = pointed
    if text.lower() in ("true", "yes", "false", "no"):
        return text.lower() in ("true", "yes")
    if re.fullmatch(r"[+-]?\d+(\.\d+)?|[{\[].*", text, re.DOTALL):
        try:
            return tomli.loads(f"x = {text}")["x"]
        except (tomli.TOMLDecodeError, ValueError):
            doubts.append(f"{key}: '{text}' cannot be read as a list or table, and stands as it is written")
    return text


def _toml(text: str, doubts: list[str], key: str) -> dict[str, Any]:
    try:
        return dict(tomli.loads(f"x = {text}")["x"])
    except (tomli.TOMLDecodeError, TypeError, ValueError):
        doubts.append(f"{key}: '{text}' cannot be read, and was left out")
        return {}


def _fits(key: str, value: Any) -> bool:
    """Whether a value comes back from a cell as it was."""
    if key in LISTS:
        return isinstance(value, list) and all(isinstance(x, str) and x and x == x.strip() and not set(";\r") & set(x) for x in value) and bool(value)
    if key in TEXTS:
        return isinstance(value, str) and value == value.strip() and bool(value) and "\r" not in value
    if isinstance(value, str) and (value != value.strip() or "\r" in value):
        return False
    read = _value(key, _written(key, value), [])
    return bool(read == value) and type(read) is type(value)


def _written(key: str, value: Any) -> str:
    if key in LISTS:
        return "; ".join(value)
    return value if isinstance(value, str) else toml_value(value)


def _free(id: str, taken: set[str]) -> str:
    n, found = 1, id
    while found in taken:
        n += 1
        found = f"{id}-{n}"
    return found
