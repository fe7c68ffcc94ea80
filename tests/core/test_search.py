"""Finding a material by what people call it."""

import pytest

from builders import own, part
from formulator.core.data import Data
from formulator.core.search import _SIMPLIFIED, _TRADITIONAL, search


def found(data: Data, words: str) -> list[str]:
    return [m.id for m in search(data.materials.values(), words)]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("zinc-oxide", "zinc-oxide"),  # the id
        ("Zinc Oxide", "zinc-oxide"),  # the name before what only holds its words
        ("  GLYCERIN ", "glycerin"),
        ("epsom", "magnesium-sulfate-heptahydrate"),  # what people say
        ("Disodium Selenite", "sodium-selenite"),  # INCI
        ("1314-13-2", "zinc-oxide"),  # CAS
        ("euxyl", "phenoxyethanol-ethylhexylglycerin"),  # a trade name
        ("ethylhexylglycerin", "ethylhexylglycerin"),  # itself, before the blend it is in
        ("sulfate zinc", "zinc-sulfate-heptahydrate"),  # every word, in any order
        ("glyceril stearate", "glyceryl-stearate"),  # misspelt
        ("氧化鋅", "zinc-oxide"),  # traditional characters
        ("氧化锌", "zinc-oxide"),  # the same, simplified
        ("荷荷芭油", "jojoba-oil"),  # as Taiwan calls it
        ("霍霍巴籽油", "jojoba-oil"),  # as the Chinese inventory does
        ("苯氧乙醇", "phenoxyethanol"),
        ("羊毛脂", "lanolin"),
        ("甘油", "glycerin"),
    ],
)
def test_the_best_match_comes_first(words: str, first: str, data: Data) -> None:
    assert found(data, words)[0] == first


def test_no_words_find_everything_by_name(data: Data) -> None:
    assert [data.materials[id].name.casefold() for id in found(data, "  ")] == sorted(m.name.casefold() for m in data.materials.values())


def test_an_element_finds_what_holds_it(data: Data) -> None:
    assert {"zinc-oxide", "zinc-pca"} <= set(found(data, "zn")[:20])


def test_the_name_counts_more_than_inci_trade_name_and_number() -> None:
    rows = [own("d", part("x", cas=("50-00-1",))), own("c", part("x"), names=("50-00-1",)), own("b", part("x"), inci="50-00-1"), own("50-00-1", part("x"))]
    assert [m.id for m in search(rows, "50-00-1")] == ["50-00-1", "b", "c", "d"]


@pytest.mark.parametrize(("word", "symbol"), [("Zink", "Zn"), ("Kupfer", "Cu"), ("Eisen", "Fe"), ("Schwefel", "S"), ("锌", "Zn"), ("鋅", "Zn"), ("鐵", "Fe")])
def test_an_element_is_found_by_its_name(word: str, symbol: str, data: Data) -> None:
    rows = {m.id: m for m in data.materials.values()}
    for id in found(data, word):
        carried = {x for s in rows[id].substances for x in (*(s.formula.elements if s.formula else ()), *(s.elements or ()))}
        named = word.casefold() in " ".join((rows[id].name, rows[id].inci, *rows[id].names, *(n for s in rows[id].substances for n in s.names))).casefold()
        assert symbol in carried or named, id
    assert found(data, word)


def test_the_two_scripts_have_a_character_each_for_the_other() -> None:
    assert len(_TRADITIONAL) == len(_SIMPLIFIED) == len(set(_TRADITIONAL))
    assert not set(_TRADITIONAL) & set(_SIMPLIFIED)


def test_a_function_finds_what_has_it(data: Data) -> None:
    assert set(found(data, "preservative")) >= {id for id, m in data.materials.items() if "preservative" in m.functions}


def test_nonsense_finds_nothing(data: Data) -> None:
    assert found(data, "qqqqzzzz") == []


def test_a_name_goes_before_its_start_a_word_and_a_part() -> None:
    names = ["alum", "alumina", "potash alum", "balumin", "nothing"]
    materials = [own(name, part("x")) for name in reversed(names)]
    assert [m.id for m in search(materials, "alum")] == names[:4]


def test_a_misspelt_material_is_listed_once() -> None:
    twice = own("sorbitan-oleate", part("Sorbitan Oleate", names=("x",)), names=("Sorbitan oleate",))
    assert [m.id for m in search([twice], "sorbitan olaete")] == ["sorbitan-oleate"]
