"""Unsaved work is copied to the recovery folder within two seconds of a change, and is offered back at the next start when the program was killed.

A session is `<name>.toml` (a recipe, or an own material as its editor has it), `<name>.json` (which file it belongs to) and `<name>.lock` (held while its
window lives).
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

from formulator.files.write import recipe_text, write_whole
from formulator.gui.document import Document
from formulator.gui.recovery import recovery_folder

WAIT = 1000  # ms from the first change that is not yet kept; typing on does not put it off
_numbers = count(1)


def sessions_folder() -> Path:
    """Where unsaved work is kept."""
    return recovery_folder() / "sessions"


@dataclass(frozen=True, slots=True)
class Work:
    """What is unsaved: what it is called, its text, the file it belongs to, and what else is needed to go on with it."""

    name: str
    text: str
    path: Path | None
    more: Mapping[str, object] = field(default_factory=dict)


class Keeper(QObject):
    """Keeps one piece of unsaved work. Whose it is says what there is, and calls `changed` when that is another. `failed` tells why it cannot be kept."""

    failed = Signal(str)

    def __init__(self, parent: QObject | None = None, folder: Path | None = None) -> None:
        super().__init__(parent)
        self._folder = folder or sessions_folder()
        self._name = f"{os.getpid()}-{datetime.now():%Y%m%d%H%M%S%f}-{next(_numbers)}"
        self._lock: QLockFile | None = None
        self._told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.write)

    def unsaved(self) -> bool:
        """Whether there is anything to keep."""
        raise NotImplementedError

    def work(self) -> Work:
        """What there is now."""
        raise NotImplementedError

    @property
    def copy(self) -> Path:
        """Where the copy lies, while there is one."""
        return self._folder / f"{self._name}.toml"

    def write(self) -> None:
        """Keep what is unsaved now."""
        self._timer.stop()
        if not self.unsaved():
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if self._lock is None:
                self._lock = _lock(self.copy)
                self._lock.tryLock(0)
            work = self.work()
            path = str(work.path.absolute()) if work.path else ""
            about = {**work.more, "name": work.name, "path": path, "saved": datetime.now().isoformat(timespec="seconds")}
            # first what it belongs to: a copy without that, if power goes just between the two, would come back without its file
            write_whole(self.copy.with_suffix(".json"), json.dumps(about))
            write_whole(self.copy, work.text)
            self._told = False
        except OSError as fault:
            if not self._told:
                self._told = True
                self.failed.emit(str(fault.strerror or fault))

    def drop(self) -> None:
        """Nothing is unsaved: take the copy away."""
        self._timer.stop()
        if self._lock is not None:
            _remove(self.copy)

    def changed(self) -> None:
        """There is something else to keep now, or nothing any more."""
        if not self.unsaved():
            self.drop()
        elif not self._timer.isActive():
            self._timer.start(WAIT)

    def close(self) -> None:
        """Who made it is gone, and nothing is unsaved any more."""
        self.drop()
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None


class Autosave(Keeper):
    """Keeps the unsaved recipe of one document."""

    def __init__(self, document: Document, parent: QObject | None = None, folder: Path | None = None) -> None:
        super().__init__(parent, folder)
        self._document = document
        document.changed.connect(self._changed)
        document.renamed.connect(self._changed)

    def unsaved(self) -> bool:
        """Whether the recipe is another than its file holds."""
        return self._document.modified

    def work(self) -> Work:
        """The recipe as it stands."""
        recipe = self._document.recipe
        return Work(recipe.name, recipe_text(recipe), self._document.path)

    def close(self) -> None:
        """The window is gone."""
        self._document.changed.disconnect(self._changed)
        self._document.renamed.disconnect(self._changed)
        super().close()

    def _changed(self, *_: object) -> None:
        self.changed()


@dataclass(frozen=True, slots=True)
class Left:
    """Work that a session left behind: its copy, what it is called, the file it belongs to, when it was kept, and what else was noted of it."""

    copy: Path
    name: str
    path: Path | None
    saved: str
    lock: QLockFile
    about: Mapping[str, object] = field(default_factory=dict)

    @property
    def is_material(self) -> bool:
        """Whether it is an own material from its editor, not a recipe."""
        return self.about.get("kind") == "material"

    def remove(self) -> None:
        """It is taken over, or given up."""
        _remove(self.copy)
        self.lock.unlock()

    def taken_over(self, keeper: Keeper) -> bool:
        """Somebody goes on with it: it is given up once that is kept too, or needs no keeping. Else it stays, for the next start."""
        done = keeper.copy.exists() or not keeper.unsaved()
        if done:
            self.remove()
        return done

    def leave(self) -> None:
        """Offer it again at the next start."""
        self.lock.unlock()


def left_behind(folder: Path | None = None) -> list[Left]:
    """The work of sessions that are no more, oldest first. Each is held, so that no other start offers it too."""
    return list(_left(folder or sessions_folder()))


def _left(folder: Path) -> Iterator[Left]:
    for copy in sorted(folder.glob("*.toml"), key=_time):
        lock = _lock(copy)
        if not lock.tryLock(0):
            continue  # its window lives
        if not copy.exists():  # its window has saved it, or another start taken it over, since the folder was read
            lock.unlock()
            continue
        try:
            about = json.loads(copy.with_suffix(".json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            about = {}
        about = about if isinstance(about, dict) else {}
        saved = about.get("saved") or datetime.fromtimestamp(_time(copy)).isoformat(timespec="seconds")
        path = about.get("path")
        yield Left(copy, str(about.get("name") or copy.stem), Path(path) if path else None, str(saved), lock, about)


def _time(copy: Path) -> float:
    """When a copy was written; 0 when it is gone: other programs work in this folder too."""
    try:
        return copy.stat().st_mtime
    except OSError:
        return 0.0


def _lock(copy: Path) -> QLockFile:
    lock = QLockFile(str(copy.with_suffix(".lock")))
    lock.setStaleLockTime(0)  # never by age: only when its process is gone
    return lock


def _remove(copy: Path) -> None:
    for path in (copy, copy.with_suffix(".json")):
        path.unlink(missing_ok=True)
