"""Lines as plain text, to a text editor or a spreadsheet and back: name, amount and material id with tabs between them. No Qt here.

Read is what people have: two columns in either order, a list of a text editor, a header that says the unit, decimal commas, phase letters, totals, "ad 100".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from formulator.core.composition import material_of
from formulator.core.data import Data
from formulator.core.recipe import Amount, Line, Recipe
from formulator.core.units import QuantityError
from formulator.gui.following import Place
from formulator.gui.typed import UNITS, TwoWaysError, typed_amount
from formulator.report.tongue import decimals, say

FILLS = Amount("q.s.", "q.s.")
_FILLS = re.compile(r"(?:q\.?\s?s\.?|ad|to|up to|add to|bal(?:ance|\.)?|rest|remainder)(?:\s*(?:to|ad)?\s*100(?:[.,]0+)?\s*(?:%|g)?)?", re.IGNORECASE)
_UNITS = "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True))
_AMOUNT = rf"[<≤]?\d*[.,]?\d+(?:[.,]\d+)*\s*(?:{_UNITS})?(?:\s*w/w)?(?:\s+as\s+[A-Z][a-z]?)?(?:\s+max\s+\d*[.,]?\d+\s*(?:{_UNITS})?)?"
_TRAILING = re.compile(rf"(.+?)(?:\s*[:=]\s*|\s+|\s*[,–-]\s+)({_AMOUNT}|{_FILLS.pattern})", re.IGNORECASE)
_LEADING = re.compile(rf"({_AMOUNT}|q\.?\s?s\.?)\s+(\S.*)", re.IGNORECASE)
_PHASE = re.compile(r"(?:phase\s*)?[A-Z]\d?|\d{1,2}[.)]?|phase\b.*", re.IGNORECASE)
_TOTALS = ("total", "sum", "summe", "gesamt", "totals", "合計", "總計")
_NAMES = ("ingredient", "material", "name", "inci", "raw", "component", "rohstoff", "原料", "成分")
_COMMA = re.compile(r"\d,(?:\d{1,2}|\d{4,})(?!\d)")


@dataclass(frozen=True, slots=True)
class Typed:
    """One line as it was read: what it is called, how much, and the id where one is given."""

    name: str
    line: Line
    id: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """What a text gave: its lines, and what was left out with the reason."""

    rows: tuple[Typed, ...]
    left: tuple[tuple[str, str], ...] = ()


def to_text(recipe: Recipe, data: Data, places: Sequence[Place]) -> str:
    """Lines as text: "Glycerin⇥5 %⇥glycerin". Decimals as the spreadsheets of this person have them: to those 1.125 may be a thousand."""
    rows = []
    for p, n in places:
        line = recipe.phases[p].lines[n]
        amount = f"{line.amount.text} max {line.maximum.text}" if line.maximum else line.amount.text
        rows.append("\t".join((material_of(recipe, data, line.material).name.removesuffix(" (unknown)"), decimals(amount), line.material)))
    return "\n".join(rows) + "\n"


def read_lines(text: str, known: Callable[[str], bool], comma_is_decimal: bool = False) -> Read:
    """The lines a text holds; "1,200" is read where another number shows what the comma means. `known` says whether a text is the name or id of a
    material: only then a row without an amount is a line, of 0 %."""
    rows = [_cells(raw, known) for raw in text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if raw.strip()]
    numbers = [cell for row in rows for cell in row if re.match(r"[<≤]?\d", cell)]
    comma = comma_is_decimal or any(_COMMA.search(cell) for cell in numbers)
    unit, name_column, amount_column = "%", -1, -1
    if rows and (header := _header(rows[0], known)):
        unit, name_column, amount_column = header
        rows = rows[1:]
    found: list[Typed] = []
    left: list[tuple[str, str]] = []
    for row in rows:
        read = _row(row, known, unit, comma, name_column, amount_column)
        if isinstance(read, Typed):
            found.append(read)
        elif read:
            left.append((" ".join(cell for cell in row if cell), read))
    return Read(tuple(found), tuple(left))


def _cells(raw: str, known: Callable[[str], bool]) -> list[str]:
    """The cells of a row: by tabs, else by semicolons, else an amount before or after a name."""
    for mark in ("\t", ";", "|"):
        if mark in raw:
            return [cell.strip().strip('"').strip() for cell in raw.split(mark)]
    plain = raw.strip().lstrip("-*•").strip()
    if known(plain):
        return [plain]
    if match := _TRAILING.fullmatch(plain):
        return [match[1].strip(), match[2].strip()]
    if match := _LEADING.fullmatch(plain):
        return [match[2].strip(), match[1].strip()]
    return [plain]


def _header(row: Sequence[str], known: Callable[[str], bool]) -> tuple[str, int, int] | None:
    """The unit of bare numbers and the columns of names and amounts, when a row is a header."""
    if len(row) < 2 or any(known(cell) or _amount(cell, "%", True) for cell in row if cell):
        return None
    words = [cell.casefold() for cell in row]
    name = next((n for n, word in enumerate(words) if any(w in word for w in _NAMES)), -1)
    marks = (("%", "%"), ("w/w", "%"), ("share", "%"), ("mg/kg", "mg/kg"), ("ppm", "ppm"), ("amount", ""), ("gram", "g"), ("weight", "g"), ("mass", "g"))
    for mark, unit in marks:
        column = next((n for n, word in enumerate(words) if mark in word and n != name), None)
        if column is not None:
            inside = re.search(rf"[(\[]\s*({_UNITS})\s*[)\]]", row[column])
            return (inside[1] if inside else unit or "%"), name, column
    column = next((n for n, word in enumerate(words) if re.fullmatch(r"\(?\[?(g|kg|mg)\)?\]?", word)), None)
    if column is not None:
        return words[column].strip("()[]"), name, column
    return ("%", name, -1) if name >= 0 else None


def _row(row: Sequence[str], known: Callable[[str], bool], unit: str, comma: bool, name_column: int, amount_column: int) -> Typed | str:
    """A line, or why it is none; "" where there is nothing to say of it."""
    cells = [(n, cell) for n, cell in enumerate(row) if cell]
    fault = ""
    given: Line | None = None
    at = -1
    order = sorted(cells, key=lambda c: (c[0] != amount_column, not _has_unit(c[1]), c[0]))
    for n, cell in order:
        if n == name_column or (n != amount_column and known(cell)):
            continue
        try:
            given, at = _amount_line(cell, unit, comma), n
        except QuantityError as why:
            fault = fault or (f"{why.says}. {why.fix}" if re.match(r"[<≤]?\d", cell) and isinstance(why, TwoWaysError) else "")
        if given is not None:
            break
    texts = [(n, cell) for n, cell in cells if n != at]
    named = [cell for n, cell in texts if n == name_column] or [cell for _, cell in texts if not _is_phase(cell) and not _bare_number(cell)]
    if not named or named[0].casefold().strip(" :") in _TOTALS:
        return ""
    name = named[0].removesuffix(" (unknown)")
    id = next((cell for _, cell in texts if cell != named[0] and known(cell)), "")
    if fault and given is None:
        return fault  # an amount that cannot be read is not none: a known name with it is no line of 0 %
    if given is None and not known(name):
        return "" if len(cells) == 1 and _is_phase(name) else say("no amount was found")
    given = given or Line(material="", amount=Amount("0 %", "share"))
    if len(texts) > 1 and not id and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", texts[-1][1]):
        id = texts[-1][1]  # an id nobody has here: what is taken as unknown keeps it
    return Typed(name, replace(given, material=id or name), id)


def _amount_line(cell: str, unit: str, comma: bool) -> Line | None:
    """The amount of a cell, with the max of an adjuster. Raises QuantityError for what is none."""
    if _FILLS.fullmatch(cell.strip()):
        return Line(material="", amount=FILLS)
    head, _, tail = cell.lstrip("<≤").partition(" max ")
    if not re.match(r"\d|[.,]\d", head.strip()):
        return None
    present = Amount(f"1 {unit}", "share")
    amount = typed_amount(head.replace("w/w", "").strip(), present, comma)
    if tail.strip():
        return Line(material="", amount=amount, adjust="pH", maximum=typed_amount(tail, amount, comma))
    return Line(material="", amount=amount)


def _amount(cell: str, unit: str, comma: bool) -> bool:
    try:
        return _amount_line(cell, unit, comma) is not None
    except QuantityError:
        return False


def _has_unit(cell: str) -> bool:
    return bool(_FILLS.fullmatch(cell)) or bool(re.match(rf"\d*[.,]?\d+\s*(?:{_UNITS})\b|.*%", cell))


def _is_phase(cell: str) -> bool:
    return bool(_PHASE.fullmatch(cell.strip(" :")))


def _bare_number(cell: str) -> bool:
    return bool(re.fullmatch(r"[\d.,\s]+", cell))
