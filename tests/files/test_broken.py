"""The museum of broken files: each file in tests/broken has its faults named on its first lines, and the reader must say exactly these.

`# expects: LINE | COMPLAINT | WAY OUT`, a line for each fault; LINE is "-" when there is none, the texts may be parts of what is said.
"""

import os
import re
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import tomli

from formulator.core.data import Data
from formulator.files.recipe import Opened, open_recipe, read_recipe
from formulator.files.table import Problem

BROKEN = Path(__file__).parents[1] / "broken"
FILES = sorted(BROKEN.glob("*.toml"))
GOOD = b"""format = 1
name = "A cream"
product = "face-cream"
emulsion = "o/w"

[[phase]]
kind = "water"

  [[phase.line]]
  material = "water"
  amount = "q.s."
"""


def expected(content: bytes) -> list[tuple[int | None, str, str]]:
    """What the first lines say must be found."""
    found = []
    for line in content.decode("latin-1").splitlines():
        if not line.startswith("# expects:"):
            break
        number, says, fix = (part.strip() for part in line.removeprefix("# expects:").encode("latin-1").decode("utf-8").split("|"))
        found.append((None if number == "-" else int(number), says, fix))
    return found


def holds(raw: Any, place: str) -> bool:
    """Whether a place names something of the file, or a key that is missing from it."""
    steps = [int(index) if index else key for index, key in re.findall(r"\[(\d+)\]|([^.\[\]]+)", place)]
    for step in steps[:-1]:
        if not (step in raw if isinstance(step, str) else step < len(raw)):
            return False
        raw = raw[step]
    return isinstance(raw, (dict, list))


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_broken_file_is_told_all_its_faults_and_no_other(path: Path, data: Data) -> None:
    content = path.read_bytes()
    wanted = expected(content)
    assert wanted, f"{path.name} does not say what it expects"
    found = open_recipe(path, data).problems
    told = "\n".join(f"{p.line} | {p.says} | {p.fix}" for p in found)
    assert len(found) == len(wanted), told
    for line, says, fix in wanted:
        matching = [p for p in found if says in p.says and fix in p.fix and p.line == line]
        assert matching, f"nobody says {line} | {says} | {fix}, but\n{told}"
    assert [p.line or 0 for p in found] == sorted(p.line or 0 for p in found), "not in the order of the file"


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_complaint_is_a_sentence_with_a_way_out_and_a_place_in_the_file(path: Path, data: Data) -> None:
    for problem in open_recipe(path, data).problems:
        assert problem.says.strip() == problem.says != ""
        assert not problem.says.endswith(".")
        assert problem.fix[0].isupper()
        assert problem.fix.endswith((".", "?"))
        if problem.place:
            assert holds(tomli.loads(path.read_text(encoding="utf-8")), problem.place), problem.place


def test_the_museum_is_not_empty_and_shows_no_file_twice() -> None:
    assert len(FILES) >= 45
    texts = [path.read_bytes().partition(b"format")[2] for path in FILES]
    assert len(set(texts)) == len(texts)


def test_only_an_unknown_material_or_nothing_at_all_leaves_a_recipe_that_a_window_can_open(data: Data) -> None:
    opened = {path.stem for path in FILES if open_recipe(path, data).recipe is not None}
    assert opened == {"unknown-material", "unknown-material-nothing-like-it", "phases-empty"}


def test_every_fault_of_a_file_is_told_at_once(data: Data) -> None:
    found = open_recipe(BROKEN / "many-at-once.toml", data).problems
    assert [p.line for p in found] == sorted(p.line or 0 for p in found)
    assert len({p.place for p in found}) == len(found) == 8


# --- what is no text, or no file, made here ---


def the_one(opened: Opened) -> Problem:
    assert opened.recipe is None
    (problem,) = opened.problems
    return problem


@pytest.mark.parametrize(
    "filler", [b"\x00", b"a", b"[", b"#\n", b"a = 1\n", bytes(range(256))], ids=["nul", "letters", "brackets", "comments", "keys", "bytes"]
)
def test_fifty_megabytes_of_garbage_are_refused_at_once(filler: bytes, tmp_path: Path, data: Data) -> None:
    path = tmp_path / "garbage.toml"
    path.write_bytes(filler * (50_000_000 // len(filler)))
    start = time.perf_counter()
    problem = the_one(open_recipe(path, data))
    assert time.perf_counter() - start < 2
    assert problem.says == "the file is larger than 4 MB: this is no recipe or data file"
    assert problem.fix == "Choose a TOML text file."


def test_a_binary_file(tmp_path: Path, data: Data) -> None:
    path = tmp_path / "picture.toml"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    problem = the_one(open_recipe(path, data))
    assert (problem.line, problem.says) == (1, "the file is not UTF-8 text")


def test_a_file_of_zeros_is_text_but_no_toml(data: Data) -> None:
    assert "not valid TOML" in the_one(read_recipe(bytes(1000), data)).says


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", b"# nothing but words\n"], ids=["empty", "blank", "mark", "comment"])
def test_an_empty_file_is_told_what_it_lacks(content: bytes, data: Data) -> None:
    found = read_recipe(content, data)
    assert found.recipe is None
    assert [p.says for p in found.problems] == ["format is missing", "name is missing", "product is missing", "emulsion is missing", "there is no phase"]
    assert {p.line for p in found.problems} == {1}


def test_a_folder_instead_of_a_file(tmp_path: Path, data: Data) -> None:
    problem = the_one(open_recipe(tmp_path, data))
    assert problem.says == "the file cannot be opened: Is a directory"
    assert problem.line is None


def test_no_file_at_all(tmp_path: Path, data: Data) -> None:
    assert the_one(open_recipe(tmp_path / "nothing.toml", data)).says == "the file cannot be opened: No such file or directory"


@pytest.mark.skipif(sys.platform == "win32" or (hasattr(os, "geteuid") and os.geteuid() == 0), reason="root may read everything")
def test_a_file_that_must_not_be_read(tmp_path: Path, data: Data) -> None:
    path = tmp_path / "secret.toml"
    path.write_bytes(GOOD)
    path.chmod(0)
    problem = the_one(open_recipe(path, data))
    assert problem.says == "the file cannot be opened: Permission denied"
    assert "permissions" in problem.fix


@pytest.mark.parametrize("depth", [300, 1_000, 100_000])
@pytest.mark.parametrize(
    "made",
    [
        lambda n: f"notes = {'[' * n}{']' * n}\n",
        lambda n: f"notes = {'{ a = ' * n}1{' }' * n}\n",
        lambda n: f"{'.'.join('a' * n)} = 1\n",
        lambda n: f"[{'.'.join('a' * n)}]\nb = 1\n",
        lambda n: f"[[material]]\nid = 'a'\nname = 'a'\nfunctions = ['other']\nhlb = {'[' * n}1{']' * n}\n",
    ],
    ids=["arrays", "tables", "dotted", "header", "values"],
)
def test_very_deep_nesting_is_a_complaint_and_no_crash(made: Any, depth: int, data: Data) -> None:
    found = read_recipe(made(depth).encode(), data)
    assert found.recipe is None
    assert found.problems


@pytest.mark.parametrize("key", ["ph", "format", "hlb_tolerance", "version"])
def test_a_number_of_ten_thousand_digits(key: str, data: Data) -> None:
    problem = the_one(read_recipe(f"{key} = {'9' * 10_000}\n".encode() + GOOD, data))
    assert problem.says == "a number has thousands of digits"


def test_materials_in_a_long_chain_are_a_complaint_and_no_crash(data: Data) -> None:
    chain = "".join(f'[[material]]\nid = "m{n}"\nlike = "m{n + 1}"\n' for n in range(2_000))
    found = read_recipe(GOOD + chain.encode() + b'[[material]]\nid = "m2000"\nlike = "squalane"\n', data)
    assert found.recipe is None
    assert {p.says for p in found.problems} == {"like goes over more than 50 materials"}


def test_materials_in_a_chain_of_a_few_are_read(data: Data) -> None:
    chain = "".join(f'[[material]]\nid = "m{n}"\nlike = "m{n + 1}"\n' for n in range(40))
    found = read_recipe(GOOD + chain.encode() + b'[[material]]\nid = "m40"\nlike = "squalane"\n', data)
    assert found.problems == ()
    assert found.recipe is not None
    assert {m.inci for m in found.recipe.materials} == {data.materials["squalane"].inci}


@pytest.mark.timeout(20)
def test_a_large_file_of_faults_is_read_in_seconds(data: Data) -> None:
    lines = "".join(f'[[phase]]\nkind = "water"\n[[phase.line]]\nmaterial = "water"\namount = "{n}"\n' for n in range(3_000))
    found = read_recipe(b'format = 1\nname = "x"\nproduct = "face-cream"\nemulsion = "o/w"\n' + lines.encode(), data)
    assert [p.line for p in found.problems] == [9 + 5 * n for n in range(3_000)]
