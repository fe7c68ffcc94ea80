"""The cases as a whole: enough of them, and for every number the law sets, one recipe on each side of it."""

import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

from formulator.core.data import Data

CASES = [c for path in sorted(Path(__file__).parent.glob("cases-*.toml")) for c in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]
NAIL = "for nail products; no product type on file is one"
UNNAMED = "the official list gives neither a number nor an INCI name for it, and no class is read from its words: nothing can be recognised as it"
# a reading with a maximum that no case can meet on both sides → why
EXCEPTED = {
    "eu-iii-13@2019-06-12": NAIL,
    "eu-iii-14": NAIL,
    "eu-iii-94": NAIL,
    "eu-iii-95": NAIL,
    "eu-iii-185": NAIL,
    "eu-iii-311@2025-09-01": NAIL,
    "eu-iii-3": "for hair products in professional use; no product type on file is one",
    "eu-iii-64": "for hair products in professional use; no product type on file is one",
    "eu-iii-63": "for depilatories; no product type on file is one",
    "eu-iii-37": UNNAMED,
    "eu-iii-38": UNNAMED,
    "eu-iii-321": "its maxima are for loose face powders and hair sprays; no product type on file is one",
}


def with_maximum(data: Data) -> set[str]:
    """The keys of the Union's entries whose reading has a maximum."""
    return {
        key
        for key, reading in data.readings.items()
        if data.entries[key].list.startswith("eu-") and any(limit.maximum is not None for limit in (*reading.limits, *reading.totals))
    }


@pytest.fixture(scope="module")
def met(data: Data) -> dict[str, set[str]]:
    """Entry key → the verdicts that cases expect of it, each on a day on which that very text held."""
    texts = defaultdict(list)
    for entry in data.entries.values():
        texts[entry.id].append(entry)
    found: dict[str, set[str]] = defaultdict(set)
    for case in CASES:
        day = str(case["on"])
        for entry in texts[case["rule"]]:
            if entry.in_force(day) and data.reading(entry.key, day)[0] is not None:
                found[entry.key].add(case["verdict"])
    return found


def test_every_maximum_of_the_union_is_met_on_both_sides(data: Data, met: dict[str, set[str]]) -> None:
    one_sided = {key: sorted(met[key]) for key in with_maximum(data) - EXCEPTED.keys() if not {"pass", "fail"} <= met[key]}
    assert one_sided == {}


def test_an_exception_is_one(data: Data, met: dict[str, set[str]]) -> None:
    assert EXCEPTED.keys() <= with_maximum(data)
    assert {key for key in EXCEPTED if {"pass", "fail"} <= met[key]} == set()
    carried = [p.scopes for p in data.products.values()]
    for key, why in EXCEPTED.items():
        entry, reading = data.entries[key], data.readings[key]
        if why == UNNAMED:
            assert not entry.names
            assert not entry.cas
            assert reading.of_class is None
        else:
            for limit in reading.limits:
                assert limit.maximum is None or not any(words <= scopes for words in limit.scopes for scopes in carried), key


def test_there_are_cases_enough(data: Data) -> None:
    assert len(CASES) >= 120
    names = [(c["rule"], c["name"], str(c["on"])) for c in CASES]
    assert len(set(names)) == len(names)
    assert {"pass", "fail", "cannot tell", "absent"} == {c["verdict"] for c in CASES}
    assert {c["rule"].split("-")[0].upper() for c in CASES} >= {"EU", "US", "CA", "CN", "TW", "JP", "KR", "ASEAN"}


def test_every_case_says_why_and_of_which_entry(data: Data) -> None:
    known = {e.id for e in data.entries.values()} | data.lists.keys()
    for case in CASES:
        assert case["rule"] in known, case["name"]
        assert case["why"].strip(), case["name"]
