"""A copy of the checked data in the user's cache folder, so that a second start need not read and check thousands of values and entries again.

Its name holds the digest of everything it was made from, data and code; another text means another name. It is never a source of anything: without
it, or when it cannot be read, the data are read from `resources/`.
"""

from __future__ import annotations

import functools
import hashlib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

import msgspec
import platformdirs

from formulator.core.data import Data

_MADE_BY = ("core", "files")  # a change of any module there may change what is read


def digest(folder: Path) -> str:
    """Of all files below `resources/`, names and contents: the edition of the data."""
    found = hashlib.blake2b(digest_size=20)
    for path in sorted(p for p in folder.rglob("*") if p.suffix in (".toml", ".jsonl")):
        found.update(path.relative_to(folder).as_posix().encode())
        found.update(path.read_bytes())
    return found.hexdigest()


def copy_of(edition: str) -> Path:
    """Where the copy for this edition and this code lies."""
    return Path(platformdirs.user_cache_dir("formulator")) / f"data-{edition[:16]}-{_code(_MADE_BY)}.msgpack"


def read_copy(path: Path) -> Data | None:
    """The data as they were kept; None when there are none or they are damaged."""
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=Data)
    except (OSError, msgspec.MsgspecError):
        return None


def keep_copy(data: Data, path: Path) -> None:
    """Write it whole or not at all, in place of older ones; a folder that cannot be written is no fault."""
    content = msgspec.msgpack.encode(data, enc_hook=_plain)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".data-", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(name, path)
        for old in (*path.parent.glob("data-*.msgpack"), *path.parent.glob("law-*.msgpack")):
            if old != path:
                old.unlink(missing_ok=True)
    except OSError:
        return


@functools.cache
def _code(folders: tuple[str, ...]) -> str:
    package = Path(__file__).resolve().parents[1]
    found = hashlib.blake2b(digest_size=8)
    for path in sorted(p for folder in folders for p in (package / folder).glob("*.py")):
        found.update(path.read_bytes())
    return found.hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"no data hold a {type(value).__name__}")
