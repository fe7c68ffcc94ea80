"""The copy of the checked law: the same law as was read, for this very edition alone, and never a reason to stop."""

import shutil
from pathlib import Path

import platformdirs
import pytest

from formulator.core.data import Data
from formulator.files import bundled, lawcopy
from formulator.files.bundled import load
from formulator.files.lawcopy import Law, copy_of, keep_copy, read_copy

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setattr(platformdirs, "user_cache_dir", lambda *names, **more: str(folder))
    return folder


def law_of(data: Data) -> Law:
    return Law(acts=data.acts, lists=data.lists, entries=data.entries, readings=data.readings)


def test_the_copy_is_the_law_as_it_was_read(cache: Path, data: Data, monkeypatch: pytest.MonkeyPatch) -> None:
    read = load().data
    assert [path.name for path in cache.iterdir()] == [copy_of(lawcopy.digest(RESOURCES)).name]

    def never(*_: object) -> None:
        raise AssertionError("the copy was not used")

    monkeypatch.setattr(bundled, "Lawbook", never)
    again = load()
    assert again.problems == ()
    assert law_of(again.data) == law_of(read) == law_of(data)
    assert list(again.data.entries) == list(read.entries)  # their order is the order of the law
    assert again.data.class_readings == read.class_readings


@pytest.mark.parametrize("content", [b"", b"not a law", b"\x80"])
def test_a_damaged_copy_is_read_anew(content: bytes, cache: Path, data: Data) -> None:
    kept = copy_of(lawcopy.digest(RESOURCES))
    kept.parent.mkdir(parents=True)
    kept.write_bytes(content)
    assert read_copy(kept) is None
    assert law_of(load().data) == law_of(data)
    assert read_copy(kept) == law_of(data)


def test_a_damaged_copy_cut_anywhere_is_none(cache: Path, data: Data) -> None:
    kept = copy_of("edition")
    keep_copy(law_of(data), kept)
    whole = kept.read_bytes()
    for length in (1, 1000, len(whole) // 2, len(whole) - 1):
        kept.write_bytes(whole[:length])
        assert read_copy(kept) is None


def test_another_edition_or_other_code_has_another_copy(cache: Path, data: Data, monkeypatch: pytest.MonkeyPatch) -> None:
    first = copy_of("a" * 40)
    assert copy_of("b" * 40) != first
    monkeypatch.setattr(lawcopy, "_MADE_BY", ("core/rules.py",))
    assert copy_of("a" * 40) != first


def test_older_copies_are_taken_away(cache: Path, data: Data) -> None:
    keep_copy(law_of(data), copy_of("a" * 40))
    keep_copy(law_of(data), copy_of("b" * 40))
    assert [path.name for path in cache.iterdir()] == [copy_of("b" * 40).name]


def test_a_folder_that_cannot_be_written_is_no_fault(cache: Path, data: Data) -> None:
    cache.write_text("a file where the folder should be")
    bundle = load()
    assert bundle.problems == ()
    assert law_of(bundle.data) == law_of(data)


def test_a_faulty_law_is_not_kept(cache: Path, tmp_path: Path) -> None:
    folder = tmp_path / "resources"
    shutil.copytree(RESOURCES, folder)
    with (folder / "rules" / "amendments.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[entry]]\nid = "eu-iii-999"\n')
    for _ in range(2):
        assert load(folder).problems != ()
    assert not cache.exists()


def test_only_what_is_of_the_law_is_kept(tmp_path: Path, data: Data) -> None:
    with pytest.raises(TypeError, match="nothing of the law is a object"):
        keep_copy(Law(acts={"x": object()}, lists={}, entries={}, readings={}), tmp_path / "copy")  # type: ignore[dict-item]
