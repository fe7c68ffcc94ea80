"""The user's own materials: text files in a folder of theirs, in the format of a recipe's [[material]].

`check` never looks here: a recipe carries what it uses.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from formulator.core.data import Data
from formulator.core.material import Material
from formulator.files.materials import read_material
from formulator.files.table import Problem, Table
from formulator.files.text import LARGEST, located, toml_table
from formulator.files.values import Reader
from formulator.files.write import materials_text, write_whole


@dataclass(frozen=True, slots=True)
class Own:
    """What the folder holds, in the order of the files, and the problems of each file."""

    materials: tuple[Material, ...]
    problems: tuple[tuple[Path, Problem], ...]


def own_folder() -> Path:
    """Where the user's materials lie; FORMULATOR_MATERIALS names another place."""
    named = os.environ.get("FORMULATOR_MATERIALS")
    return Path(named) if named else platformdirs.user_data_path("formulator", appauthor=False) / "materials"


def read_own(folder: Path, data: Data) -> Own:
    """Every *.toml of the folder; one that does not exist holds nothing."""
    found: dict[str, Material] = {}
    problems: list[tuple[Path, Problem]] = []
    for path in sorted(folder.glob("*.toml")) if folder.is_dir() else ():
        materials, faults = read_file(path, data)
        problems += [(path, fault) for fault in faults]
        for material in materials:
            if material.id in found:
                says = f"a second material '{material.id}', the first one counts"
                problems.append((path, Problem("", says, "Give each its own id.")))
            found.setdefault(material.id, material)
    return Own(tuple(found.values()), tuple(problems))


def read_file(path: Path, data: Data) -> tuple[list[Material], tuple[Problem, ...]]:
    """The materials of one file. What has a fault is left out and told."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as fault:
        return [], (Problem("", f"the file cannot be opened: {fault.strerror}", "Check its name and its permissions."),)
    raw, text, early = toml_table(content)
    if raw is None:
        return [], tuple(early)
    problems: list[Problem] = []
    table = Table(raw, "", problems)
    reader = Reader(sources={}, origin="recipe", find=data.material, known=tuple(data.materials))
    found: list[Material] = []
    for inner in table.tables("material"):
        before = len(problems)
        material = read_material(inner, reader)
        if material is not None and len(problems) == before:
            found.append(material)
    table.done()
    return found, located(problems, text)


def save_own(materials: Iterable[Material], path: Path) -> None:
    """Write a file of materials at once, making the folder if need be. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, materials_text(materials))
