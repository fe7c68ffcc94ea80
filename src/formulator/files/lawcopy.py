"""A copy of the checked law in the user's cache folder, so that a second start need not check three thousand entries again.

Its name holds the digest of everything it was made from, data and code; another text means another name. It is never a source of anything: without
it, or when it cannot be read, the law is read from `resources/`.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec
import platformdirs

from formulator.core.rules import Act, Entry, Reading, RuleList

_MADE_BY = ("core/rules.py", "core/chemistry.py", "files/rules.py", "files/lawbook.py", "files/lawcopy.py")


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """Acts, lists, entries and readings by id or key."""

    acts: Mapping[str, Act]
    lists: Mapping[str, RuleList]
    entries: Mapping[str, Entry]
    readings: Mapping[str, Reading]


def digest(folder: Path) -> str:
    """Of all files below `resources/`, names and contents: the edition of the data."""
    found = hashlib.blake2b(digest_size=20)
    for path in sorted(p for p in folder.rglob("*") if p.suffix in (".toml", ".jsonl")):
        found.update(path.relative_to(folder).as_posix().encode())
        found.update(path.read_bytes())
    return found.hexdigest()


def copy_of(edition: str) -> Path:
    """Where the copy for this edition and this code lies."""
    package = Path(__file__).resolve().parents[1]
    code = hashlib.blake2b(b"".join((package / name).read_bytes() for name in _MADE_BY), digest_size=8).hexdigest()
    return Path(platformdirs.user_cache_dir("formulator")) / f"law-{edition[:16]}-{code}.msgpack"


def read_copy(path: Path) -> Law | None:
    """The law as it was kept; None when there is none or it is damaged."""
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=Law)
    except (OSError, msgspec.MsgspecError):
        return None


def keep_copy(law: Law, path: Path) -> None:
    """Write it whole or not at all, in place of older ones; a folder that cannot be written is no fault."""
    content = msgspec.msgpack.encode(law, enc_hook=_plain)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".law-", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(name, path)
        for old in path.parent.glob("law-*.msgpack"):
            if old != path:
                old.unlink(missing_ok=True)
    except OSError:
        return


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"nothing of the law is a {type(value).__name__}")
