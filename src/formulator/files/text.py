"""Bytes to a TOML table: what can be wrong before a single key is read (size, encoding, syntax), and the lines of the faults after."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import tomli

from formulator.files.scan import scan
from formulator.files.table import Problem

LARGEST = 4_000_000  # bytes; a recipe of 200 lines is some 20 000


def toml_table(content: bytes) -> tuple[dict[str, Any] | None, str, list[Problem]]:
    """The table and its text, or the one fault that keeps it from being read."""
    if len(content) > LARGEST:
        says = f"the file is larger than {LARGEST // 1_000_000} MB"
        return None, "", [Problem("", f"{says}: this is no recipe or data file", "Choose a TOML text file.")]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        return None, "", [Problem("", "the file is not UTF-8 text", "Save it as UTF-8, or choose a text file.", line)]
    try:
        return tomli.loads(text), text, []
    except (ValueError, RecursionError) as fault:
        if not isinstance(fault, (tomli.TOMLDecodeError, RecursionError)):  # Python refuses to read a whole number this long
            return None, text, [Problem("", "a number has thousands of digits", "Write a number that can be weighed.")]
        match = re.search(r"\(at line (\d+), column (\d+)\)", str(fault))
        says = re.sub(r" \(at .*\)$", "", str(fault)) or "nested too deeply"
        column = f", column {match[2]}" if match else ""
        return (
            None,
            text,
            [Problem("", f"not valid TOML: {says}{column}", "Mend this place; what stands below it was not read.", int(match[1]) if match else None)],
        )


def located(problems: Sequence[Problem], text: str) -> tuple[Problem, ...]:
    """The problems with their line numbers, in the order of the file."""
    if not problems:
        return ()
    where = scan(text)
    found = [p if p.line is not None else replace(p, line=where.line_of(p.place)) for p in problems]
    return tuple(sorted(found, key=lambda p: p.line or 0))
