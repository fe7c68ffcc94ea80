"""The folder of own materials as the window sees it: read when it changed, searched by id, written a file at a time. Nothing in it is lost unasked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from formulator.core.data import Data
from formulator.core.material import Material
from formulator.files.own import Own, own_folder, read_own
from formulator.files.table import Problem
from formulator.files.text import LARGEST, toml_table
from formulator.files.write import write_whole
from formulator.gui.material_text import block, blocks, with_block
from formulator.report.tongue import say

_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")  # names Windows gives to no file


class ChangedOnDisk(OSError):
    """The file is no longer what was opened."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a material stands: the file, and its text there (the whole file when it is the only one, or when the file cannot be taken apart)."""

    path: Path
    text: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Removed:
    """A file before and after a material was taken out of it."""

    path: Path
    before: str
    after: str


class Shelf(QObject):
    """Own materials and their problems; `changed` when either did."""

    changed = Signal()

    def __init__(self, data: Data, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data = data
        self._seen: object = None
        self.own = Own((), ())
        self.refresh()

    @property
    def folder(self) -> Path:
        """Where it is."""
        return own_folder()

    @property
    def materials(self) -> tuple[Material, ...]:
        """Those without a fault."""
        return self.own.materials

    def material(self, id: str) -> Material | None:
        """One of them by its id."""
        return next((m for m in self.own.materials if m.id == id), None)

    def refresh(self) -> None:
        """Look whether the folder changed, and read it then."""
        seen = (self.folder, tuple(self._files()))
        if seen != self._seen:
            self._seen = seen
            self.own = read_own(self.folder, self._data)
            self.changed.emit()

    def locate(self, id: str) -> Place | None:
        """The first material of an id, in the order in which the folder is read."""
        for path in sorted(self.folder.glob("*.toml")):
            for n, raw in enumerate(_tables(path)):
                if raw.get("id") == id:
                    return self.place(path, n)
        return None

    def place(self, path: Path, n: int | None = None) -> Place:
        """The nth material of a file, or all of it. Raises OSError."""
        text = _read(path)
        if n is None or toml_table(text.encode("utf-8"))[0] is None or len(blocks(text)) < 2 or n >= len(blocks(text)):
            return Place(path, text, True)
        return Place(path, block(text, n), False)

    def faulty(self) -> Iterator[tuple[Path, int | None, list[Problem]]]:
        """What is wrong in the folder, together for each material of a file, or for a file that cannot be read: (path, which, problems)."""
        found: dict[tuple[Path, int | None], list[Problem]] = {}
        for path, problem in self.own.problems:
            match = re.match(r"material\[(\d+)\]", problem.place)
            found.setdefault((path, int(match[1]) if match else None), []).append(problem)
        return ((path, n, problems) for (path, n), problems in found.items())

    def store(self, text: str, id: str, place: Place | None = None) -> Path:
        """Write a material's text, where it stood or into a file of its own, and give the file. Raises OSError; ChangedOnDisk before anything is written."""
        text = text.strip("\n") + "\n"
        path = self.free(id) if place is None else place.path
        if place is None or not place.path.exists():
            self._write(path, text)
        elif place.whole:
            if _read(path) != place.text:
                raise ChangedOnDisk(say("{name} was changed by another program", name=path.name))
            path = self._renamed(path, id)
            self._write(path, text)
            if path != place.path:
                place.path.unlink()
        else:
            self._write(path, with_block(_read(path), self._nth(place), text))
        self._again()
        return path

    def remove(self, place: Place) -> Removed:
        """Take a material out of the folder; what is given back puts it there again with `put_back`. Raises OSError."""
        before = _read(place.path)
        after = "" if place.whole else with_block(before, self._nth(place), "")
        if place.whole and before != place.text:
            raise ChangedOnDisk(say("{name} was changed by another program", name=place.path.name))
        if after.strip():
            self._write(place.path, after)
        else:
            place.path.unlink()
        self._again()
        return Removed(place.path, before, after)

    def put_back(self, removed: Removed) -> None:
        """Undo `remove`; a file that changed since is not touched. Raises OSError."""
        now = _read(removed.path) if removed.path.exists() else ""
        if now != (removed.after if removed.after.strip() else ""):
            raise ChangedOnDisk(say("{name} was changed since", name=removed.path.name))
        self._write(removed.path, removed.before)
        self._again()

    def free(self, id: str) -> Path:
        """A file of its own for an id: <id>.toml, or with a number where that is taken."""
        stem = re.sub(r"[^\w.-]+", "-", id.casefold()).strip(".-")[:80] or "unfinished"
        stem = f"{stem}-material" if _RESERVED.fullmatch(stem) else stem
        path, n = self.folder / f"{stem}.toml", 1
        while path.exists():
            n += 1
            path = self.folder / f"{stem}-{n}.toml"
        return path

    def _renamed(self, path: Path, id: str) -> Path:
        """The file of a material whose id changed, when it bore its former id."""
        former = [raw.get("id") for raw in _tables(path)]
        return self.free(id) if id and len(former) == 1 and former[0] == path.stem and former[0] != id else path

    def _nth(self, place: Place) -> int:
        text = _read(place.path)
        if toml_table(text.encode("utf-8"))[0] is not None:
            for n in range(len(blocks(text))):
                if block(text, n) == place.text:
                    return n
        raise ChangedOnDisk(say("{name} was changed by another program", name=place.path.name))

    def _write(self, path: Path, text: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text)

    def _again(self) -> None:
        self._seen = None
        self.refresh()

    def _files(self) -> Iterator[tuple[str, int, int]]:
        for path in sorted(self.folder.glob("*.toml")) if self.folder.is_dir() else ():
            try:
                found = path.stat()
            except OSError:
                continue
            yield path.name, found.st_mtime_ns, found.st_size


def _read(path: Path) -> str:
    """A file's text with plain line ends. Raises OSError also for one that is no text, which must not be written back."""
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise OSError(0, say("the file is too large"))
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as fault:
        raise OSError(0, say("the file is not UTF-8 text")) from fault


def _tables(path: Path) -> list[dict[str, Any]]:
    try:
        raw, _, _ = toml_table(_read(path).encode("utf-8"))
    except OSError:
        return []
    found = (raw or {}).get("material")
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
