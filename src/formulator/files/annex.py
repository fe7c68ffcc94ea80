"""The official CosIng exports of Annexes II to VI of the EU cosmetics regulation, turned into the generated rule files of `resources/rules`.

Here live the layouts of those exports and what is mechanical about them: naming entries, splitting names, finding numbers, hashing the words of the law.
What must not live here is any reading of the law (a limit, a scope, a date of application): readings are curated files keyed by entry id and hash.
"""

import csv
import datetime
import hashlib
import io
import os
import re
import string
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

ENTRY, NAME, GLOSSARY = "Reference Number", "Chemical name / INN", "Name of Common Ingredients Glossary"
COLOUR_INDEX = "Colour index Number / Name of Common Ingredients Glossary"
CAS, EC, COLOUR = "CAS Number", "EC Number", "Color"
PRODUCT, MAXIMUM = "Product Type, body parts", "Maximum concentration in ready for use preparation"
OTHER, WORDING = "Other", "Wording of conditions of use and warnings"
IDENTIFIED, UPDATED = "Identified INGREDIENTS or substances e.g.", "Update Date"
_LAST = ("Regulation", "Other Directives/Regulations", "SCCS opinions", "Chemical/IUPAC Name", IDENTIFIED, "CMR", UPDATED)
_RESTRICTED = (ENTRY, NAME, GLOSSARY, CAS, EC, PRODUCT, MAXIMUM, OTHER, WORDING, *_LAST)

# What each list's rows hold, cell by cell.
LAYOUTS: dict[str, tuple[str, ...]] = {
    "eu-ii": (ENTRY, NAME, CAS, EC, *_LAST),
    "eu-iii": _RESTRICTED,
    "eu-iv": (ENTRY, NAME, COLOUR_INDEX, CAS, EC, COLOUR, PRODUCT, MAXIMUM, OTHER, WORDING, *_LAST),
    "eu-v": _RESTRICTED,
    "eu-vi": _RESTRICTED,
}

# The columns that are law: a change in one of them changes the entry's hash. The rest is CosIng's commentary.
LAW = (NAME, GLOSSARY, COLOUR_INDEX, CAS, EC, COLOUR, PRODUCT, MAXIMUM, OTHER, WORDING)

# Headers that mean the same under another name. `regulated_by` stands in some headers too, and has no cell in any row.
_SAME = {"Chemical name": NAME, "inn": NAME, "reference_number": ENTRY, "common_ingredients": GLOSSARY, "colour_index_number": COLOUR_INDEX}
_SAME |= {"cas_number": CAS, "ec_number": EC, "colour": COLOUR, "product_type": PRODUCT, "maximum_concentration": MAXIMUM, "other": OTHER}
_SAME |= {"wording_of_conditions": WORDING, "identified_ingredients": IDENTIFIED, "update_date": UPDATED, "cmr": "CMR", "regulation": "Regulation"}
_SAME |= {"other_regulations": "Other Directives/Regulations", "sccs_opinions": "SCCS opinions", "chemical_name": "Chemical/IUPAC Name"}

_FILE = re.compile(r"annex[ ._-]?(II|III|IV|V|VI)(?=[ ._-])", re.IGNORECASE)
_ENTRY_NUMBER = re.compile(r"\d+[a-z]*")
_CAS = re.compile(r"(?<!\d)(?<!\d-)(\d{2,7})-\s?(\d{2})-\s?(\d)(?!\d|-\d)")
_EC = re.compile(r"(?<!\d)(?<!\d-)(\d{3})-\s?(\d{3})-\s?(\d)(?!\d|-\d)")
_CI = re.compile(r"\bCI (\d{5}(?::\d)?)(?!\d)")
_FOOTNOTE = re.compile(r"\[\s*\d+\s*\]|\(\d{1,2}\)")
_CUT_LISTED = re.compile(r";|,(?!$)|\s+/|/\s+|/(?=CI \d)")
_CUT_GLOSSARY = re.compile(r";|(?<!-),\s+(?=[A-Za-z])|\s+/|/\s+|/(?=CI \d)")
# Commas that belong to a name: 1,2-HEXANEDIOL; 2,2'-METHYLENEBIS…; N,N'-BIS…; CITRUS PARADISI, X C. RETICULATA.
_INNER_COMMA = re.compile(r"(?:(?<![\d.])(?P<locant>\d{1,2}['′]*),(?=\d)|(?<![A-Za-z\d])(?P<n>N['′]?),(?=N)|(?P<hybrid>),(?= X ))")
_KEPT = "\x00"
_LETTERS = [first + second for first in ("", *string.ascii_lowercase) for second in string.ascii_lowercase]


class AnnexError(Exception):
    """What is wrong with an export or rule file: its `path` (empty for a text in memory), the `line` (from 1; 0 for the whole) and what this `says`."""

    def __init__(self, path: str, line: int, says: str) -> None:
        super().__init__(": ".join(part for part in (path, f"line {line}" if line else "", says) if part))
        self.path, self.line, self.says = path, line, says


class AnnexEntry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One row of one annex. `fields` is verbatim; everything between `title` and it is found in it by rule, and empty where nothing was found."""

    id: str  # "<list>-<entry>", unique: repeated numbers carry a letter
    list: str  # "eu-ii" … "eu-vi"
    entry: str  # the number as printed
    title: str  # the chemical name on one line
    status: Literal["", "moved"] = ""  # "moved": an empty row, the substance was deleted or stands elsewhere
    glossary: tuple[str, ...] = ()  # names the law itself gives, upper case
    inci: tuple[str, ...] = ()  # names CosIng lists as examples, upper case
    cas: tuple[str, ...] = ()  # with a right check digit
    cas_faulty: tuple[str, ...] = ()  # what stands among the CAS numbers and is none: misprinted or cut off
    ec: tuple[str, ...] = ()
    ci: tuple[str, ...] = ()  # Annex IV: colour index numbers, without "CI"
    fields: dict[str, str]  # header → text, only those with text
    hash: str  # see `fingerprint`


class Converted(NamedTuple):
    """One list that `convert_folder` wrote: the list's id, how many entries, the edition that the export states, and the export's file name."""

    list_id: str
    entries: int
    edition: datetime.date
    export: str


def convert(text: str, list_id: str) -> tuple[AnnexEntry, ...]:
    """Every row of an export as one entry, in the export's order.

    `text` is the whole export (with or without the lines above its header), `list_id` one of LAYOUTS. Raises AnnexError (without a path) with the line where
    the text is not that list. Source: the CosIng exports of the European Commission and the header rows they carry.
    """
    _, rows = _rows(text, list_id)
    layout = LAYOUTS[list_id]
    numbers = [_number(row) for row in rows]
    if list_id == "eu-iv" and not any(row[layout.index(PRODUCT)].strip() for row in rows):
        # CosIng's export of Annex IV leaves the product type empty and puts the conditions one cell to the right of their headers.
        first, last = layout.index(PRODUCT), layout.index(WORDING)
        rows = [[*row[:first], *row[first + 1 : last + 1], "", *row[last + 1 :]] for row in rows]
    return tuple(_entry(list_id, number, dict(zip(layout, row, strict=True))) for number, row in zip(_unique(numbers), rows, strict=True))


def edition(text: str, list_id: str) -> datetime.date:
    """The date an export speaks for: its printed "Last update", else the newest update date of its rows. Raises AnnexError where there is none."""
    printed = re.search(r"^.*Last update: ([\d/]+)", text[:1000], re.MULTILINE)
    if printed:
        return _date(printed[1], text[: printed.start()].count("\n") + 1)
    dates = [_date(row[-1].strip(), line) for line, row in zip(*_rows(text, list_id), strict=True) if row[-1].strip()]
    if not dates:
        raise AnnexError("", 0, "no date tells the edition")
    return max(dates)


def fingerprint(fields: dict[str, str]) -> str:
    """The first 16 hex digits of SHA-256 over the verbatim texts of the LAW columns, in that order, empty ones included, with U+001F between them."""
    return hashlib.sha256("\x1f".join(fields.get(header, "") for header in LAW).encode()).hexdigest()[:16]


def write(entries: Iterable[AnnexEntry]) -> bytes:
    """The rule file: UTF-8 JSON lines, one entry each, keys in the order of AnnexEntry, empty ones left out. The same entries give the same bytes."""
    encode = msgspec.json.Encoder().encode
    return b"".join(encode(entry) + b"\n" for entry in entries)


_DECODER = msgspec.json.Decoder(AnnexEntry)


def read(data: bytes) -> tuple[AnnexEntry, ...]:
    """The entries of a rule file that `write` made, in its order. Raises AnnexError (without a path) with the first line that is none."""
    try:
        return tuple(_DECODER.decode_lines(data))
    except (msgspec.DecodeError, UnicodeDecodeError):
        for number, line in enumerate(data.split(b"\n"), start=1):
            try:
                if line.strip():
                    _DECODER.decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError) as fault:
                raise AnnexError("", number, str(fault)) from None
        raise


def convert_folder(source: Path, target: Path) -> tuple[Converted, ...]:
    """Converts every export in `source` (files named …annex-II… to …annex-VI…, txt or csv) into `target`/<list>.jsonl, and says what was converted.

    All are converted before the first is written, each is written whole or not at all, and lists without an export stay as they are. Raises AnnexError with
    the file and line of the first fault, where two files are the same annex, and where there is no export.
    """
    exports: dict[str, Path] = {}
    for path in sorted(source.iterdir()):
        named = _FILE.search(path.name)
        if named and path.suffix.lower() in (".txt", ".csv"):
            list_id = f"eu-{named[1].lower()}"
            if list_id in exports:
                raise AnnexError(str(path), 0, f"a second export of Annex {named[1].upper()}, beside {exports[list_id].name}: keep one")
            exports[list_id] = path
    if not exports:
        raise AnnexError(str(source), 0, "no export of an annex is here (a file such as annex-II.txt)")
    done: list[tuple[Converted, bytes]] = []
    for list_id in (known for known in LAYOUTS if known in exports):
        path = exports[list_id]
        try:
            text = path.read_bytes().decode("utf-8-sig")
            entries = convert(text, list_id)
            done.append((Converted(list_id, len(entries), edition(text, list_id), path.name), write(entries)))
        except UnicodeDecodeError as fault:
            raise AnnexError(str(path), path.read_bytes()[: fault.start].count(b"\n") + 1, "not UTF-8") from None
        except AnnexError as fault:
            raise AnnexError(str(path), fault.line, fault.says) from None
    target.mkdir(parents=True, exist_ok=True)
    for converted, data in done:
        new = target / f".{converted.list_id}.jsonl.new"
        new.write_bytes(data)
        os.replace(new, target / f"{converted.list_id}.jsonl")
    return tuple(converted for converted, _ in done)


def _rows(text: str, list_id: str) -> tuple[list[int], list[list[str]]]:
    """The rows under the header, and the line each begins on; checked to be this list, with one cell for each column of its layout."""
    if list_id not in LAYOUTS:
        raise AnnexError("", 0, f"no list {list_id!r}; known: {', '.join(LAYOUTS)}")
    layout, title = LAYOUTS[list_id], list_id.replace("eu-", "annex ").upper()
    lines: list[int] = []
    rows: list[list[str]] = []
    header = False
    for line, row in _records(text):
        if header and row:
            if len(row) != len(layout):
                raise AnnexError("", line, f"{len(row)} cells, {title} has {len(layout)}")
            if not _ENTRY_NUMBER.fullmatch(_number(row)):
                raise AnnexError("", line, f"{row[0]!r} is no reference number")
            lines.append(line)
            rows.append(row)
        elif row and _SAME.get(row[0], row[0]) == ENTRY:
            columns = tuple(_SAME.get(cell, cell) for cell in row if cell != "regulated_by")
            if columns != layout:
                unknown = [cell for cell in columns if cell not in layout] or [cell for cell in layout if cell not in columns]
                raise AnnexError("", line, f"not the columns of {title}: {', '.join(unknown) or 'another order'}")
            header = True
        elif row and row[0].startswith("ANNEX ") and row[0] != title:
            raise AnnexError("", line, f"this is {row[0]}, not {title}")
    if not header:
        raise AnnexError("", 0, f"no header row ({ENTRY!r} first)")
    return lines, rows


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each CSV record with the line it begins on (a quoted cell may run over lines)."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for row in reader:
            yield line, row
            line = reader.line_num + 1
    except csv.Error as fault:
        raise AnnexError("", line, f"not a table of quoted cells: {fault}") from None


def _number(row: list[str]) -> str:
    return row[0].replace(" ", "").lower()


def _unique(numbers: list[str]) -> list[str]:
    """Reference numbers made unique: all of a repeated one get the next letter that no other entry has (9, 9 beside 9a, 9b: 9c, 9d)."""
    times, taken = Counter(numbers), set(numbers)
    unique = []
    for number in numbers:
        if times[number] > 1:
            number = next(number + letters for letters in _LETTERS if number + letters not in taken)
            taken.add(number)
        unique.append(number)
    return unique


def _entry(list_id: str, number: str, cells: dict[str, str]) -> AnnexEntry:
    fields = {header: text for header, text in cells.items() if text.strip()}
    title = _one_line(fields.get(NAME, ""))
    named = _names(fields.get(GLOSSARY) or fields.get(COLOUR_INDEX, ""), _CUT_GLOSSARY)
    inci = _names(fields.get(IDENTIFIED, ""), _CUT_LISTED)
    # "BUTYLPARABEN/PROPYLPARABEN/…" is a row of names, "FLOWER/LEAF OIL" is one: told apart by the examples.
    split = [part for name in named for part in (name.split("/") if sum(part in inci for part in name.split("/")) > 1 else [name])]
    numbers, others = _FOOTNOTE.sub(" ", fields.get(CAS, "")), _FOOTNOTE.sub(" ", fields.get(EC, ""))
    found = ["-".join(match.groups()) for match in _CAS.finditer(numbers)]
    # Some rows carry a CAS number in the EC column, or an EC number among the CAS numbers.
    strays = ["-".join(match.groups()) for match in _CAS.finditer(others)]
    rest = re.findall(r"\d{2,}[\d-]*", _EC.sub(" ", _CAS.sub(" ", numbers)))
    colours = _CI.findall(f"{fields.get(COLOUR_INDEX, '')} {fields.get(IDENTIFIED, '')}") if list_id == "eu-iv" else []
    return AnnexEntry(
        id=f"{list_id}-{number}",
        list=list_id,
        entry=fields[ENTRY].strip(),
        title=title,
        status="moved" if re.match(r"(moved|deleted)\b", title, re.IGNORECASE) else "",
        glossary=_once(split),
        inci=inci,
        cas=_once(cas for cas in found + strays if _check_digit(cas)),
        cas_faulty=_once([cas for cas in found if not _check_digit(cas)] + rest),
        ec=_once("-".join(match.groups()) for match in _EC.finditer(f"{others} {numbers}")),
        ci=_once(colours),
        fields=fields,
        hash=fingerprint(fields),
    )


def _names(text: str, cut: re.Pattern[str]) -> tuple[str, ...]:
    """The names in a cell: upper case, without footnote marks, line-break hyphens, repeats and dashes that stand for nothing."""
    kept = _INNER_COMMA.sub(lambda match: (match["locant"] or match["n"] or "") + _KEPT, _one_line(text))
    names = (re.sub(r"(?<=\S)- ", "-", re.sub(r"\s*[\[(]\d{1,2}[\])]$", "", part.replace(_KEPT, ",").strip(" ,"))) for part in cut.split(kept))
    return _once(name.upper() for name in names if name.strip("- "))


def _one_line(text: str) -> str:
    return " ".join(text.replace("\xad", "").split())


def _once(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))


def _check_digit(cas: str) -> bool:
    """Whether the last digit of a CAS number is the sum of the others, each times its place from the right, modulo 10."""
    *digits, last = (int(character) for character in cas if character != "-")
    return sum(place * digit for place, digit in enumerate(reversed(digits), start=1)) % 10 == last


def _date(text: str, line: int) -> datetime.date:
    try:
        return datetime.datetime.strptime(text, "%d/%m/%Y").date()
    except ValueError:
        raise AnnexError("", line, f"{text!r} is no date (day/month/year)") from None
