"""The user's own materials: what their folder holds, what is wrong with it, and where it lies."""

import os
from pathlib import Path

import platformdirs
import pytest

from builders import cream, judged
from formulator.core.data import Data
from formulator.files.own import own_folder, read_file, read_own, save_own
from formulator.files.recipe import read_recipe
from formulator.files.text import LARGEST


def oil(id: str, *more: str) -> str:
    return "\n".join(["[[material]]", f'id = "{id}"', f'name = "Oil {id}"', 'functions = ["emollient"]', *more, "", ""])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "materials"
    path.mkdir()
    return path


def write(folder: Path, **files: str | bytes) -> None:
    for name, content in files.items():
        (folder / f"{name}.toml").write_bytes(content if isinstance(content, bytes) else content.encode())


def told(folder: Path, data: Data) -> list[tuple[str, int | None, str]]:
    return [(path.name, problem.line, problem.says) for path, problem in read_own(folder, data).problems]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path, data: Data) -> None:
    found = read_own(tmp_path / "none", data)
    assert (found.materials, found.problems) == ((), ())


def test_a_file_in_place_of_the_folder_holds_nothing(tmp_path: Path, data: Data) -> None:
    (tmp_path / "file").write_text("x")
    assert read_own(tmp_path / "file", data).materials == ()


def test_every_file_in_the_order_of_their_names(folder: Path, data: Data) -> None:
    write(folder, b=oil("b1") + oil("b2"), a=oil("a"), empty="", comment="# nothing yet\n")
    (folder / "notes.txt").write_text("no material")
    (folder / "inner").mkdir()
    write(folder / "inner", c=oil("c"))
    found = read_own(folder, data)
    assert [m.id for m in found.materials] == ["a", "b1", "b2"]
    assert found.problems == ()
    assert all(m.origin == "recipe" for m in found.materials)


def test_what_is_wrong_is_told_with_file_and_line_and_the_rest_stands(folder: Path, data: Data) -> None:
    write(
        folder,
        a=oil("good") + oil("bad", "hlb = 50"),
        b=oil("spelt", 'noaell = "5 mg/kg/day"'),
        c='[[material]\nid = "x"\n',
        d=b"\xff\xfe",
        e=oil("lost", 'like = "no-such-oil"'),
        f='recipe = "x"\n' + oil("beside"),
    )
    assert told(folder, data) == [
        ("a.toml", 10, "hlb is above 40"),
        ("b.toml", 5, "no key 'noaell' here"),
        ("c.toml", 1, told(folder, data)[2][2]),
        ("d.toml", 1, "the file is not UTF-8 text"),
        ("e.toml", 5, "no material 'no-such-oil'"),
        ("f.toml", 1, "no key 'recipe' here"),
    ]
    assert "not valid TOML" in told(folder, data)[2][2]
    found = read_own(folder, data)
    assert [m.id for m in found.materials] == ["good", "beside"]
    assert all(problem.fix for _, problem in found.problems)
    assert next(p.fix for path, p in found.problems if path.name == "b.toml") == "Did you mean 'noael'?"


def test_the_first_of_two_of_one_id_counts(folder: Path, data: Data) -> None:
    write(folder, a=oil("twin", "hlb = 5"), b=oil("twin", "hlb = 9"))
    found = read_own(folder, data)
    assert [m.hlb.span.best for m in found.materials if m.hlb] == [5]
    assert told(folder, data) == [("b.toml", None, "a second material 'twin', the first one counts")]


def test_two_of_one_id_in_one_file(folder: Path, data: Data) -> None:
    write(folder, a=oil("twin") + oil("twin"))
    assert (len(read_own(folder, data).materials), [says for *_, says in told(folder, data)]) == (1, ["a second material 'twin', the first one counts"])


def test_one_like_another_of_the_library(folder: Path, data: Data) -> None:
    write(folder, a='[[material]]\nid = "my-squalane"\nlike = "squalane"\nrequired_hlb = { "o/w" = 11 }\nsource = "sheet 2026-03"\n')
    (mine,) = read_own(folder, data).materials
    theirs = data.materials["squalane"]
    assert (mine.name, mine.inci, mine.cas, mine.functions, mine.density) == (theirs.name, theirs.inci, theirs.cas, theirs.functions, theirs.density)
    assert (mine.required_hlb["o/w"].span.best, mine.required_hlb["o/w"].source.title) == (11, "sheet 2026-03")


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_must_not_be_read(folder: Path, data: Data) -> None:
    write(folder, a=oil("a"), b=oil("b"))
    (folder / "a.toml").chmod(0)
    assert [m.id for m in read_own(folder, data).materials] == ["b"]
    assert told(folder, data) == [("a.toml", None, "the file cannot be opened: Permission denied")]


def test_a_file_that_is_not_there(folder: Path, data: Data) -> None:
    materials, (problem,) = read_file(folder / "none.toml", data)
    assert (materials, problem.says, problem.fix) == (
        [],
        "the file cannot be opened: No such file or directory",
        "Check its name and its permissions.",
    )


def test_a_folder_with_the_name_of_a_file(folder: Path, data: Data) -> None:
    (folder / "a.toml").mkdir()
    assert told(folder, data) == [("a.toml", None, "the file cannot be opened: Is a directory")]


def test_a_file_too_large_to_be_one_of_materials(folder: Path, data: Data) -> None:
    write(folder, a=oil("a").encode() + b"#" * LARGEST)
    assert read_own(folder, data).materials == ()
    ((_, _, says),) = told(folder, data)
    assert "large" in says


def test_what_is_saved_is_read_back(folder: Path, data: Data) -> None:
    write(
        folder, a="# of the cupboard\n" + oil("a", "hlb = { best = 12, low = 11, high = 13 }") + oil("b", 'notes = ["x"]', 'impurities = { Pb = "<= 1 mg/kg" }')
    )
    before = read_own(folder, data)
    target = folder / "deep" / "er" / "out.toml"  # made if need be
    save_own(before.materials, target)
    materials, problems = read_file(target, data)
    assert (tuple(materials), problems) == (before.materials, ())
    save_own(materials, folder / "again.toml")
    assert (folder / "again.toml").read_bytes() == target.read_bytes()


def test_where_the_folder_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORMULATOR_MATERIALS", str(tmp_path))
    assert own_folder() == tmp_path
    monkeypatch.setattr(platformdirs, "user_data_path", lambda name, **more: tmp_path / "data" / name)
    for unset in ("", None):
        monkeypatch.delenv("FORMULATOR_MATERIALS", raising=False)
        if unset is not None:
            monkeypatch.setenv("FORMULATOR_MATERIALS", unset)
        assert own_folder() == tmp_path / "data" / "formulator" / "materials"


def test_a_recipe_is_judged_without_the_folder(folder: Path, data: Data, monkeypatch: pytest.MonkeyPatch) -> None:
    """A recipe carries what it uses: one that names a material of the folder alone cannot be read, one that holds it can."""
    write(folder, a=oil("my-oil", "organic = true", 'inci = "Squalane"'))
    monkeypatch.setenv("FORMULATOR_MATERIALS", str(folder))
    head = 'format = 1\nname = "x"\nproduct = "face-cream"\nemulsion = "none"\n[[phase]]\nkind = "oil"\n[[phase.line]]\nmaterial = "my-oil"\namount = "100 %"\n'
    assert [problem.says for problem in read_recipe(head.encode(), data).problems] == ["no material 'my-oil'"]
    carried = read_recipe((head + (folder / "a.toml").read_text()).encode(), data)
    assert carried.problems == () and carried.recipe is not None
    (mine,) = read_own(folder, data).materials
    assert carried.recipe.materials == (mine,)
    assert judged(carried.recipe, data).checks == judged(cream(phases={"oil": [(mine, "100 %")]}, name="x", markets=()), data).checks
