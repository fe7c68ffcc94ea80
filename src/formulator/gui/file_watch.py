"""The file behind a window: whether another program changed it since, and whether another window has it open too."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, QTimer, Signal

from formulator.gui.document import Document
from formulator.gui.recovery import recovery_folder

State = Literal["same", "changed", "gone"]
SETTLE = 300  # ms: a program that replaces a file takes it away first


class FileWatch(QObject):
    """Knows the file as it was last read or written here. `changed` and `gone` tell, once, of what happened since."""

    changed = Signal()
    gone = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._seen = ""
        self._stamp: tuple[int, ...] = ()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.look)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._stirred)
        self._watcher.directoryChanged.connect(self._stirred)
        document.stored.connect(self.take)
        self.take()

    def take(self) -> None:
        """The file is as the recipe was just now."""
        path = self._document.path
        self._stamp, self._seen = (_stamp(path), _digest(path)) if path else ((), "")
        old = [*self._watcher.files(), *self._watcher.directories()]
        if old:
            self._watcher.removePaths(old)
        if path is not None and path.exists():
            self._watcher.addPaths([str(path), str(path.absolute().parent)])

    def state(self) -> State:
        """Whether the file still is what was read or written here."""
        path = self._document.path
        if path is None or _stamp(path) == self._stamp:
            return "same"
        now = _digest(path)
        return "same" if now == self._seen else "changed" if now else "gone"

    def look(self) -> None:
        """Tell what happened to the file; afterwards its present state is the known one."""
        found = self.state()
        if found != "same":
            self.take()
            (self.changed if found == "changed" else self.gone).emit()

    def _stirred(self, *_: object) -> None:
        self._soon.start(SETTLE)


class FileHold:
    """A mark that a file is open in a window, for all windows of all programs of this user."""

    def __init__(self) -> None:
        self._lock: QLockFile | None = None
        self._path: Path | None = None

    def take(self, path: Path | None) -> None:
        """Hold this file and let go of the one before."""
        if path is not None and self._path is not None and _whole(path) == self._path:
            return
        self.release()
        if path is not None:
            lock = _lock(path)
            self._path = _whole(path)
            self._lock = lock if lock is not None and lock.tryLock(0) else None

    def holder(self, path: Path) -> str:
        """Who else has a file open, in words; nothing when nobody has."""
        if self._path == _whole(path):
            return ""
        lock = _lock(path)
        if lock is None or lock.tryLock(0):
            if lock is not None:
                lock.unlock()
            return ""
        if lock.error() != QLockFile.LockError.LockFailedError:
            return ""
        found = lock.getLockInfo()
        return f"{found[1]}, process {found[0]}" if isinstance(found, tuple) and len(found) > 1 else "?"

    def release(self) -> None:
        """Let go."""
        if self._lock is not None:
            self._lock.unlock()
        self._lock = self._path = None


def _lock(path: Path) -> QLockFile | None:
    folder = recovery_folder().parent / "open"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    lock = QLockFile(str(folder / f"{hashlib.sha256(str(_whole(path)).encode('utf-8', 'surrogatepass')).hexdigest()[:24]}.lock"))
    lock.setStaleLockTime(0)
    return lock


def _whole(path: Path) -> Path:
    try:
        return path.resolve()
    except OSError:
        return path.absolute()


def _stamp(path: Path) -> tuple[int, ...]:
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_size, found.st_ino


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
