"""The words of tests/worked/search-words.toml: what formulators type, and what should come first. The words were chosen before any was tried."""

from pathlib import Path
from typing import Any

import pytest
import tomli

from formulator.core import search
from formulator.core.data import Data
from formulator.core.material import valid_cas
from formulator.core.search import Index

WORDS: list[dict[str, Any]] = tomli.loads((Path(__file__).parents[1] / "worked" / "search-words.toml").read_text(encoding="utf-8"))["word"]
ENOUGH = 57


@pytest.fixture(scope="module")
def index(data: Data) -> Index:
    return Index(data.materials.values())


def test_there_are_sixty_words_of_every_kind(data: Data) -> None:
    typed = [word["typed"] for word in WORDS]
    assert len(typed) == len(set(typed)) == 60
    assert {word["first"] for word in WORDS} <= data.materials.keys()
    assert sum("misspelt" in word["says"] or "exchanged" in word["says"] for word in WORDS) >= 8
    assert sum("trade name" in word["says"] for word in WORDS) >= 15
    assert sum(valid_cas(text) for text in typed) >= 3
    assert sum(not text.isascii() for text in typed) >= 4


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word["typed"])
def test_a_word_finds_its_material_first(word: dict[str, Any], index: Index) -> None:
    """A known miss names what comes instead, or "" for nothing: when the search learns it, its line goes from the file."""
    found = [material.id for material in index.find(word["typed"])]
    assert (found[0] if found else "") == word.get("instead", word["first"])


def test_of_sixty_words_at_most_three_miss() -> None:
    assert sum("instead" not in word for word in WORDS) >= ENOUGH


def test_an_index_is_built_once_however_often_it_is_asked(data: Data, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    real = search._row

    def counted(material: Any) -> Any:
        made.append(material.id)
        return real(material)

    monkeypatch.setattr(search, "_row", counted)
    index = Index(data.materials.values())
    for typed in ("zinc", "cetyl alchol", "", "qqqqzzzz", "7446-20-0"):
        index.find(typed)
    assert sorted(made) == sorted(data.materials)


def test_asking_changes_nothing(index: Index) -> None:
    """An answer does not depend on what was asked before it."""
    first = {word["typed"]: [material.id for material in index.find(word["typed"])] for word in WORDS}
    again = {word["typed"]: [material.id for material in index.find(word["typed"])] for word in reversed(WORDS)}
    assert first == again


def test_an_element_in_german_finds_its_salts(index: Index) -> None:
    """Half the letter pairs of mink are those of Zink too, and its name is the shorter."""
    assert index.find("Zink")[0].id.startswith("zinc-")
