"""The commands that bring data in and out: own materials from a spreadsheet and back, the next edition of the EU annexes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from formulator.core.data import Data
from formulator.files import annex
from formulator.files.annex import AnnexError, convert_folder
from formulator.files.bundled import load, shipped
from formulator.files.own import own_folder, read_file, read_own, save_own
from formulator.files.sheet import Row, read_sheet, sheet_text
from formulator.files.write import write_whole

DONE, DOUBTFUL, UNREADABLE = 0, 1, 2


def add_commands(commands: argparse._SubParsersAction[Any]) -> None:
    """import, export and annexes."""
    brought = commands.add_parser("import", help="own materials from a spreadsheet (CSV, XLSX, ODS): a preview, and with --write the file")
    brought.add_argument("sheet", type=Path, metavar="SHEET")
    brought.add_argument("--write", action="store_true", help="write what can be read into the folder of own materials")
    brought.add_argument("--to", type=Path, default=None, metavar="FILE.toml", help="write it there instead")
    brought.set_defaults(run=_import)

    taken = commands.add_parser("export", help="own materials as CSV, which imports again unchanged")
    taken.add_argument("source", type=Path, nargs="?", metavar="FILE.toml", help="default: the whole folder of own materials")
    taken.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.csv")
    taken.set_defaults(run=_export)

    annexes = commands.add_parser("annexes", help="turn the official lists of the EU annexes (annex-II….txt …) into rule files")
    annexes.add_argument("source", type=Path, metavar="FOLDER")
    annexes.add_argument("--to", type=Path, default=None, metavar="FOLDER", help="default: resources/rules of this program")
    annexes.set_defaults(run=_annexes)


def _import(asked: argparse.Namespace) -> int:
    data = load().data
    try:
        found = read_sheet(asked.sheet, data)
    except (OSError, ValueError) as fault:
        print(f"formulator: {asked.sheet}: {getattr(fault, 'strerror', None) or fault}", file=sys.stderr)
        return UNREADABLE
    for row in found.rows:
        print("\n".join(_preview(row)))
    if found.unused:
        print(f"not taken over: the columns {', '.join(found.unused)}")
    materials = [row.material for row in found.rows if row.material is not None]
    ids = [m.id for m in materials]
    twice = sorted({id for id in ids if ids.count(id) > 1})
    if twice:
        print(f"formulator: {', '.join(twice)} stands in several rows; nothing was written.", file=sys.stderr)
        return UNREADABLE
    target = asked.to or own_folder() / f"{asked.sheet.stem}.toml"
    if not (asked.write or asked.to):
        print(f"{len(materials)} of {len(found.rows)} rows can be read. With --write they go into {target}.")
    elif target.exists():
        print(f"formulator: {target} is there already; name another with --to.", file=sys.stderr)
        return UNREADABLE
    elif materials:
        save_own(materials, target)
        print(f"{len(materials)} materials written to {target}")
    return DONE if len(materials) == len(found.rows) and materials else DOUBTFUL


def _preview(row: Row) -> Iterator[str]:
    mark = "✓" if row.material is not None and not row.doubts else "?" if row.material is not None else "✗"
    yield f"{mark} row {row.number}: {row.raw['name']} ({row.raw['id']})"
    yield from (f"    ✗ {problem.says}. {problem.fix}" for problem in row.problems)
    yield from (f"    ? {doubt}" for doubt in row.doubts)


def _export(asked: argparse.Namespace) -> int:
    data = load().data
    if asked.source is not None:
        materials, problems = read_file(asked.source, data)
        faults = [(asked.source, problem) for problem in problems]
    else:
        own = read_own(own_folder(), data)
        materials, faults = list(own.materials), list(own.problems)
    for path, problem in faults:
        line = f", line {problem.line}" if problem.line else ""
        print(f"{path}{line}: {problem.says}. {problem.fix}", file=sys.stderr)
    if faults or not materials:
        print(f"formulator: {'nothing was written' if faults else 'there are no own materials'}.", file=sys.stderr)
        return UNREADABLE if faults else DOUBTFUL
    write_whole(asked.output, sheet_text(materials))
    print(f"{len(materials)} materials written to {asked.output}")
    return DONE


def _annexes(asked: argparse.Namespace) -> int:
    target = asked.to or shipped("resources") / "rules"
    before = load().data
    try:
        done = convert_folder(asked.source, target)
    except (AnnexError, OSError) as fault:
        print(f"formulator: {fault}", file=sys.stderr)
        return UNREADABLE
    for one in done:
        print(f"{one.list_id}: {one.entries} entries, edition {one.edition}; {_moves(before, target, one.list_id)}")
    print("Set edition and entries in lists.toml; `formulator audit` names the readings whose text changed.")
    return DONE


def _moves(before: Data, target: Path, list_id: str) -> str:
    new = {e.id: e.hash for e in annex.read((target / f"{list_id}.jsonl").read_bytes())}
    old = {e.id: e.hash for e in before.entries.values() if e.list == list_id and not e.curated}
    changed = sum(id in old and old[id] != hash for id, hash in new.items())
    return f"{len(new.keys() - old.keys())} new, {len(old.keys() - new.keys())} gone, {changed} changed"
