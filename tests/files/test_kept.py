"""The copy of the checked data: the same data as were read, for this very edition alone, and never a reason to stop."""

import shutil
from dataclasses import replace
from pathlib import Path

import platformdirs
import pytest

from formulator.core.data import Data
from formulator.files import bundled, kept
from formulator.files.bundled import load
from formulator.files.kept import copy_of, keep_copy, read_copy

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setattr(platformdirs, "user_cache_dir", lambda *names, **more: str(folder))
    return folder


def test_the_copy_is_the_data_as_they_were_read(cache: Path, data: Data, monkeypatch: pytest.MonkeyPatch) -> None:
    read = load().data
    assert [path.name for path in cache.iterdir()] == [copy_of(kept.digest(RESOURCES)).name]

    def never(*_: object) -> None:
        raise AssertionError("the copy was not used")

    monkeypatch.setattr(bundled, "Lawbook", never)
    monkeypatch.setattr(bundled, "read_material", never)
    again = load()
    assert again.problems == ()
    assert again.data == read == data
    assert list(again.data.entries) == list(read.entries)  # their order is the order of the law
    assert again.data.class_readings == read.class_readings


@pytest.mark.parametrize("content", [b"", b"no data", b"\x80"])
def test_a_damaged_copy_is_read_anew(content: bytes, cache: Path, data: Data) -> None:
    copy = copy_of(kept.digest(RESOURCES))
    copy.parent.mkdir(parents=True)
    copy.write_bytes(content)
    assert read_copy(copy) is None
    assert load().data == data
    assert read_copy(copy) == data


def test_a_damaged_copy_cut_anywhere_is_none(cache: Path, data: Data) -> None:
    copy = copy_of("edition")
    keep_copy(data, copy)
    whole = copy.read_bytes()
    for length in (1, 1000, len(whole) // 2, len(whole) - 1):
        copy.write_bytes(whole[:length])
        assert read_copy(copy) is None


def test_another_edition_or_other_code_has_another_copy(cache: Path, data: Data, monkeypatch: pytest.MonkeyPatch) -> None:
    first = copy_of("a" * 40)
    assert copy_of("b" * 40) != first
    monkeypatch.setattr(kept, "_MADE_BY", ("core",))
    assert copy_of("a" * 40) != first


def test_older_copies_are_taken_away(cache: Path, data: Data) -> None:
    keep_copy(data, copy_of("a" * 40))
    keep_copy(data, copy_of("b" * 40))
    assert [path.name for path in cache.iterdir()] == [copy_of("b" * 40).name]


def test_a_folder_that_cannot_be_written_is_no_fault(cache: Path, data: Data) -> None:
    cache.write_text("a file where the folder should be")
    bundle = load()
    assert bundle.problems == ()
    assert bundle.data == data


def test_faulty_data_are_not_kept(cache: Path, tmp_path: Path) -> None:
    folder = tmp_path / "resources"
    shutil.copytree(RESOURCES, folder)
    with (folder / "rules" / "amendments.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[entry]]\nid = "eu-iii-999"\n')
    for _ in range(2):
        assert load(folder).problems != ()
    assert not cache.exists()


def test_only_data_are_kept(tmp_path: Path, data: Data) -> None:
    with pytest.raises(TypeError, match="no data hold a object"):
        keep_copy(replace(data, acts={"x": object()}), tmp_path / "copy")  # type: ignore[dict-item]
