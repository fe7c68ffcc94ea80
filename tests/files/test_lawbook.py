"""The files of law, read together: faults planted in a copy of them are told with file, line and way out; and what changed on a day is put in its place."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from formulator.core.data import Data, ImpurityLimit
from formulator.files.annex import read
from formulator.files.bundled import load
from formulator.files.lawbook import Lawbook
from formulator.files.table import Problem, Table
from formulator.files.text import located, toml_table

RESOURCES = Path(__file__).parents[2] / "resources"
AMENDMENTS, JAPAN = "rules/amendments.toml", "rules/markets/jp.toml"
ACTS, READINGS, PLAIN = "rules/acts.toml", "rules/readings/eu-iii.toml", "rules/readings/eu-ii-plain.toml"
IMPURITIES = "limits/impurities.toml"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "resources"
    shutil.copytree(RESOURCES, folder)
    return folder


def law_of(folder: Path, data: Data) -> tuple[Lawbook, list[tuple[str, Problem]]]:
    """The law alone, with its problems, without reading all the rest again."""
    problems: list[tuple[str, Problem]] = []

    def take_file(name: str, take: Callable[[Table], object]) -> None:
        raw, text, early = toml_table((folder / name).read_bytes())
        assert raw is not None, early
        found: list[Problem] = []
        table = Table(raw, "", found)
        take(table)
        table.done()
        problems.extend((name, p) for p in located(found, text))

    book = Lawbook(folder, data.sources, data.products, take_file)
    book.fill()
    return book, problems


def plant(folder: Path, file: str, text: str) -> int:
    """Put words at the end of a file; the line on which they begin."""
    path = folder / file
    before = path.read_text(encoding="utf-8")
    path.write_text(f"{before}\n{text}", encoding="utf-8")
    return before.count("\n") + 2


def entry(*lines: str, id: str = "eu-iii-new", list: str = "eu-iii", means: str = "limited", head: str = "[[entry]]") -> str:
    """A curated entry, correct but for what `lines` make of it."""
    own = {line.split(" =")[0] for line in lines}
    usual = {
        "id": f'id = "{id}"',
        "list": f'list = "{list}"',
        "title": 'title = "New"',
        "act": 'act = "2026/78"',
        "means": f'means = "{means}"',
        "read": 'read = "yes"',
        "confidence": 'confidence = "high"',
    }
    return "\n".join([head, *(text for key, text in usual.items() if key not in own), *lines]) + "\n"


LIMIT = '[[entry.limit]]\nmaximum = "1 %"'
JP = {"id": "jp-2-new", "list": "jp-2"}

# what is planted → (file, text, words on the line of the complaint, complaint, way out)
FAULTS: dict[str, tuple[str, str, str, str, str]] = {
    "an act nobody knows": (AMENDMENTS, entry('act = "2026/79"', LIMIT), "2026/79", "no act '2026/79'", "Did you mean '2026/78'?"),
    "an act like no other": (AMENDMENTS, entry('act = "no act"', LIMIT), "no act", "no act 'no act'", "Add it to acts.toml."),
    "a list nobody knows": (AMENDMENTS, entry('list = "eu-vii"', LIMIT), "eu-vii", "no list 'eu-vii'", "Name a list of lists.toml."),
    "a market's list nobody knows": (JAPAN, entry('list = "jp-9"', LIMIT, **JP), "jp-9", "no list 'jp-9'", "Add a [[list]] above."),
    "no list": (AMENDMENTS, entry('list = ""', LIMIT), 'list = ""', "list is empty", "Give it a value."),
    "an added entry that is there": (
        AMENDMENTS,
        entry('id = "eu-iii-31"  # again', LIMIT),
        "# again",
        "'eu-iii-31' is on the list already",
        'Say change = "changed".',
    ),
    "an entry of a market twice": (JAPAN, entry('id = "jp-1-28"  # again', LIMIT, **JP), "# again", "a second entry 'jp-1-28'", "Ids are unique."),
    "a past text without its end": (AMENDMENTS, entry('change = "past"', LIMIT), "[[entry]]", "until is missing", "Say until which day this text held."),
    "a change of no kind": (AMENDMENTS, entry('change = "chnged"', LIMIT), "chnged", "no change 'chnged'", "Did you mean 'changed'?"),
    "an end that is no day": (AMENDMENTS, entry('until = "2026"', LIMIT), 'until = "2026"', "until is not a date", "Write until = 2025-12-08."),
    "a meaning of no kind": (AMENDMENTS, entry('means = "limted"', LIMIT), "limted", "no means 'limted'", "Did you mean 'limited'?"),
    "a confidence of no kind": (AMENDMENTS, entry('confidence = "hihg"', LIMIT), "hihg", "no confidence 'hihg'", "Did you mean 'high'?"),
    "free, and a number": (AMENDMENTS, entry(LIMIT, "free = true # ?"), "[[entry.limit]]", "a limit has numbers, or is free, or prohibits", "Give maximum"),
    "prohibited, and a number": (AMENDMENTS, entry(LIMIT, "prohibited = true"), "[[entry.limit]]", "a limit has numbers, or is free", "Give maximum"),
    "a limit of nothing": (AMENDMENTS, entry('[[entry.limit]]\nscopes = ["face"]'), "[[entry.limit]]", "a limit has numbers, or is free", "free = true"),
    "a limit above everything": (AMENDMENTS, entry('[[entry.limit]]\nmaximum = "101 %"'), "101 %", "maximum is above 100 %", "within 0 and 100 %"),
    "a scope nobody knows": (AMENDMENTS, entry(LIMIT, 'scopes = ["fase leave-on"]'), "fase", "no scope word 'fase'", "Did you mean 'face'?"),
    "an exclusion nobody knows": (AMENDMENTS, entry(LIMIT, 'excluded = ["orall"]'), "orall", "no excluded 'orall'", "Did you mean 'oral'?"),
    "a sum with nobody": (AMENDMENTS, entry(LIMIT, 'with = ["eu-iii-2400"]'), "eu-iii-2400", "no entry 'eu-iii-2400'", "Did you mean 'eu-iii-24"),
    "an acid that is none": (AMENDMENTS, entry(LIMIT, 'acid = "C7H6O2Xx"'), "C7H6O2Xx", "'C7H6O2Xx'", "Write it such as SeS2."),
    "limited without a limit": (AMENDMENTS, entry(), "[[entry]]", "a limited entry has limits, another has none", "Add a limit"),
    "prohibited with a limit": (
        AMENDMENTS,
        entry(LIMIT, means="prohibited"),
        "[[entry.limit]]",
        "a limited entry has limits, another has none",
        "change what it",
    ),
    "a duty of nothing": (AMENDMENTS, entry(means="duty"), "[[entry]]", "it is not said what the duty is", "Add duty."),
    "a review of nothing": (AMENDMENTS, entry(means="review"), "[[entry]]", "it is not said what an expert has to look at", "Add review."),
    "near without a question": (
        AMENDMENTS,
        entry("[entry.near]\nelement = 'Zn'", means="prohibited"),
        "[[entry]]",
        "it is not said what an expert has to look at",
        "Add review.",
    ),
    "a label without a share": (
        AMENDMENTS,
        entry("[[entry.label]]\nsays = 'x'", means="prohibited"),
        "[[entry.label]]",
        "above is missing",
        'Add above = "0.001 %".',
    ),
    "a label without words": (
        AMENDMENTS,
        entry("[[entry.label]]\nabove = '1 %'", means="prohibited"),
        "[[entry.label]]",
        "says is missing",
        "Add says = … here.",
    ),
    "a class of nothing": (AMENDMENTS, entry("[entry.class]\nsoluble = true", means="prohibited"), "[entry.class]", "a class of nothing", "Give element"),
    "an exception nobody knows": (
        AMENDMENTS,
        entry("[entry.class]\nelement = 'Zn'\nexcept_entries = ['eu-iii-2400']", means="prohibited"),
        "except_entries",
        "no entry 'eu-iii-2400'",
        "Did you mean 'eu-iii-24",
    ),
    "a source nobody knows": (AMENDMENTS, entry(LIMIT).replace('read = "yes"', 'read = "yes"\nseen = ["wkoo"]'), "wkoo", "no source 'wkoo'", "sources.toml"),
    "an act without its day": (
        ACTS,
        '[[act]]\nid = "2027/1"\ntitle = "An act"\nsource = "eu-1223-2009"\n',
        "[[act]]",
        "applies is not a date",
        "Write applies = 2025-12-08.",
    ),
    "a second reading of a plain entry": (
        READINGS,
        '[[reading]]\nentry = "eu-ii-1"\nhash = "0"\nread = 2026-11-22\nmeans = "prohibited"\nconfidence = "high"\n',
        'entry = "eu-ii-1"',
        "a second reading of 'eu-ii-1'",
        "Keep one.",
    ),
    "a plain reading of an entry that came with its own": (PLAIN, 'eu-iii-379 = "0"  # again', "# again", "a second reading of 'eu-iii-379'", "Keep one."),
    "a plain reading of no entry": (PLAIN, 'eu-ii-9999 = "0"', "eu-ii-9999", "no entry 'eu-ii-9999'", "Take it out."),
    "a reading of no entry": (
        READINGS,
        '[[reading]]\nentry = "eu-iii-2400"\nhash = "0"\nread = 2026-11-22\nmeans = "prohibited"\nconfidence = "high"\n',
        "eu-iii-2400",
        "no entry 'eu-iii-2400'",
        "Did you mean 'eu-iii-24",
    ),
    "a second reading": (
        READINGS,
        '[[reading]]\nentry = "eu-iii-24"\nhash = "0"\nread = 2026-11-22\nmeans = "prohibited"\nconfidence = "high"\n',
        'entry = "eu-iii-24"',
        "a second reading of 'eu-iii-24'",
        "Keep one.",
    ),
    "a reading of no day": (
        READINGS,
        '[[reading]]\nentry = "eu-ii-49"\nhash = "0"\nread = "today"\nmeans = "prohibited"\nconfidence = "high"\n',
        'read = "today"',
        "read is not a date",
        "Write read = 2025-12-08.",
    ),
}
# what stands in an entry of a list that is not there cannot be put anywhere, and a reading is missing its entry
BESIDE = {"no list": ["no list ''"]}


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_told_with_its_line_and_way_out(name: str, copy: Path, data: Data) -> None:
    file, text, words, says, fix = FAULTS[name]
    if file == PLAIN:  # one table of keys: into it, not behind it
        path = copy / PLAIN
        path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + f"\n{text}\n", encoding="utf-8")
        begin = 0
    else:
        begin = plant(copy, file, text)
    _, problems = law_of(copy, data)
    told = "\n".join(f"{file} {p}" for file, p in problems)
    first = next((p for f, p in problems if f == file and says in p.says), None)
    assert first is not None, told
    assert fix in first.fix
    lines = (copy / file).read_text(encoding="utf-8").split("\n")
    near = next(n for n, line in enumerate(lines, 1) if n >= begin and words in line)
    assert first.line is not None
    assert near <= first.line <= near + 1, told  # a fault of a whole table stands on its id or head
    assert all(any(known in p.says for known in BESIDE.get(name, [])) for _, p in problems if p is not first), told


def test_an_entry_of_the_official_file_names_an_act_on_file(copy: Path, data: Data) -> None:
    acts = copy / ACTS
    text = acts.read_text(encoding="utf-8")
    start = text.index('[[act]]\nid = "2019/1966"')
    acts.write_text(text[:start] + text[text.index("[[act]]", start + 1) :], encoding="utf-8")
    _, problems = law_of(copy, data)
    assert ("rules/lists.toml", "eu-v-3 names act 2019/1966, which is not on file") in {(file, p.says) for file, p in problems}


def test_the_shipped_law_has_no_fault_and_is_what_is_loaded(data: Data) -> None:
    book, problems = law_of(RESOURCES, data)
    assert problems == []
    assert (book.acts, book.lists, book.entries, book.readings) == (data.acts, data.lists, data.entries, data.readings)


# --- what an amendment does to a list ---


def amended(copy: Path, data: Data, *texts: str) -> Lawbook:
    for text in texts:
        plant(copy, AMENDMENTS, text)
    book, problems = law_of(copy, data)
    assert problems == []
    return book


def test_an_added_entry_holds_from_the_day_of_its_act(copy: Path, data: Data) -> None:
    book = amended(copy, data, entry(LIMIT, id="eu-iii-999"))
    added = book.entries["eu-iii-999"]
    assert (added.since, added.until, added.key, added.curated) == (data.acts["2026/78"].applies, "", "eu-iii-999", True)
    assert book.readings["eu-iii-999"].limits[0].maximum == 1
    assert book.lists["eu-iii"].size == data.lists["eu-iii"].size  # how many stand in the official file


def test_a_day_of_its_own_counts_before_the_acts(copy: Path, data: Data) -> None:
    text = entry(LIMIT.replace("[[entry.limit]]", "since = 2028-02-01\n[[entry.limit]]"), id="eu-iii-999")
    assert amended(copy, data, text).entries["eu-iii-999"].since == "2028-02-01"


def test_a_changed_entry_ends_the_text_before_it_and_keeps_its_names(copy: Path, data: Data) -> None:
    book = amended(copy, data, entry('change = "changed"', LIMIT, id="eu-v-29", list="eu-v"))
    day = data.acts["2026/78"].applies
    old, new = book.entries["eu-v-29"], book.entries[f"eu-v-29@{day}"]
    assert (old.until, new.since, new.id) == (day, day, "eu-v-29")
    assert (new.names, new.cas) == (old.names, old.cas) != ((), ())
    assert book.readings[new.key].limits[0].maximum == 1
    assert book.readings["eu-v-29"] == data.readings["eu-v-29"]


def test_an_entry_can_change_twice(copy: Path, data: Data) -> None:
    """Each text ends where the next begins, and new names replace the old ones."""
    first, second = data.acts["2026/78"].applies, "2028-02-01"
    once = entry('change = "changed"', LIMIT, id="eu-v-29", list="eu-v")
    twice = entry('change = "changed"', 'inci = ["Something"]', f"since = {second}", LIMIT, id="eu-v-29", list="eu-v")
    book = amended(copy, data, once, twice)
    texts = [(e.key, e.since, e.until) for e in book.entries.values() if e.id == "eu-v-29"]
    assert texts == [("eu-v-29", "", first), (f"eu-v-29@{first}", first, second), (f"eu-v-29@{second}", second, "")]
    assert book.entries[f"eu-v-29@{second}"].names == ("SOMETHING",)
    gone = entry('change = "deleted"', "since = 2029-01-01", id="eu-v-29", list="eu-v", means="duty")
    assert amended(copy, data, gone).entries[f"eu-v-29@{second}"].until == "2029-01-01"


def test_a_deleted_entry_ends(copy: Path, data: Data) -> None:
    book = amended(copy, data, entry('change = "deleted"', id="eu-v-29", list="eu-v", means="duty"))
    assert book.entries["eu-v-29"].until == data.acts["2026/78"].applies
    assert [e.key for e in book.entries.values() if e.id == "eu-v-29"] == ["eu-v-29"]


def test_a_past_text_ends_on_its_day_and_the_present_one_begins_after(copy: Path, data: Data) -> None:
    book = amended(copy, data, entry('change = "past"', "until = 2016-02-29", LIMIT, id="eu-v-29", list="eu-v"))
    assert (book.entries["eu-v-29@2016-03-01"].until, book.entries["eu-v-29"].since) == ("2016-03-01", "2016-03-01")


def test_a_past_in_which_nothing_held_is_only_a_beginning(copy: Path, data: Data) -> None:
    free = "[[entry.limit]]\nfree = true"
    book = amended(copy, data, entry('change = "past"', "until = 2016-02-29", free, id="eu-v-29", list="eu-v"))
    assert book.entries["eu-v-29"].since == "2016-03-01"
    assert not any(key.startswith("eu-v-29@") for key in book.entries)


def test_what_was_not_read_is_of_low_confidence(copy: Path, data: Data) -> None:
    book = amended(copy, data, entry('read = "no"', LIMIT, id="eu-iii-999"))
    assert book.readings["eu-iii-999"].confidence == "low"


def test_every_text_of_an_entry_has_its_own_days(data: Data) -> None:
    """On no day two texts of one entry hold at once."""
    by_id: dict[str, list[tuple[str, str]]] = {}
    for e in data.entries.values():
        by_id.setdefault(e.id, []).append((e.since, e.until or "9999"))
    for id, days in by_id.items():
        days.sort()
        assert all(end <= begin for (_, end), (begin, _) in pairwise(days)), (id, days)


def test_every_official_entry_is_on_file_once(data: Data) -> None:
    """The number of official entries of each list is the one that lists.toml states, and each stands under its own id."""
    raw, _, _ = toml_table((RESOURCES / "rules" / "lists.toml").read_bytes())
    assert raw is not None
    assert [item["id"] for item in raw["list"]] == ["eu-ii", "eu-iii", "eu-iv", "eu-v", "eu-vi"]
    for item in raw["list"]:
        printed = [e.id for e in read((RESOURCES / "rules" / item["file"]).read_bytes())]
        official = [e for e in data.entries.values() if e.list == item["id"] and not e.curated]
        assert len(printed) == item["entries"] == data.lists[item["id"]].size == len(official)
        assert len(set(printed)) == len(printed)
        assert [e.id for e in official] == printed == [e.key for e in official]
    assert sum(item["entries"] for item in raw["list"]) == 2362


def test_every_entry_of_every_market_is_of_a_list_and_read(data: Data) -> None:
    for e in data.entries.values():
        assert e.list in data.lists, e.id
        assert e.id.startswith(f"{e.list}-"), e.id
        assert not e.curated or e.key in data.readings, e.key
    assert data.readings.keys() <= data.entries.keys()


# --- impurities ---

IMPURITY = """[[impurity]]
market = "CA"
element = "Pb"
maximum = "10 mg/kg"
kind = "guideline"
source = "de-bvl-press"
at = "a table"
read = "secondary"
confidence = "high"
"""


def impurity_problems(copy: Path, text: str) -> Iterator[tuple[str, str, int | None]]:
    begin = plant(copy, IMPURITIES, text)
    for p in load(copy).problems:
        yield p.problem.says, p.problem.fix, p.problem.line and p.problem.line - begin
        assert p.file == IMPURITIES


@pytest.mark.parametrize(
    ("old", "new", "says", "fix"),
    [
        ('"CA"', '"UK"', "no market 'UK'", "Choose one of: EU, US"),
        ('"Pb"', '"Xx"', "no element 'Xx'", "Choose one of"),
        ('"guideline"', '"guidline"', "no kind 'guidline'", "Did you mean 'guideline'?"),
        ('"10 mg/kg"', '"10 cm2"', "the unit 'cm2' does not fit here", "Write"),
        ('"10 mg/kg"', '"-1 mg/kg"', "value is below 0 mg/kg", "It must lie within 0 and"),
        ('"de-bvl-press"', '"nobody"', "no source 'nobody'", ""),
        ('market = "CA"', 'market = "CA"\nsince = "2017"', "since is not a date", "Write since = 2025-12-08."),
        ('market = "CA"', 'market = "CA"\nmaximun = "1 mg/kg"', "no key 'maximun' here", "Did you mean 'maximum'?"),
    ],
)
def test_a_fault_of_an_impurity_limit(old: str, new: str, says: str, fix: str, copy: Path) -> None:
    assert old in IMPURITY
    ((told, way, line),) = impurity_problems(copy, IMPURITY.replace(old, new))
    assert says in told
    assert fix in way
    assert line is not None
    assert 0 <= line <= IMPURITY.count("\n")


def test_impurity_limits_are_of_a_market_an_element_and_two_days(copy: Path) -> None:
    more = 'market = "CA"\nsince = 2017-01-01\nuntil = 2018-01-01\nscopes = ["face leave-on"]\nexcluded = ["oral"]'
    plant(copy, IMPURITIES, IMPURITY.replace('market = "CA"', more))
    bundle = load(copy)
    assert bundle.problems == ()
    last = bundle.data.impurities[-1]
    assert (last.market, last.element, last.quantity, last.since, last.until) == ("CA", "Pb", "guideline", "2017-01-01", "2018-01-01")
    assert (last.scopes, last.excluded) == ((frozenset({"face", "leave-on"}),), frozenset({"oral"}))
    assert (last.value.span.high, last.value.unit, last.value.source.id) == (10, "mg/kg", "de-bvl-press")


def test_the_shipped_impurity_limits_are_of_words_that_products_carry(data: Data) -> None:
    carried = {word for p in data.products.values() for word in p.scopes}
    assert data.impurities
    for found in data.impurities:
        assert isinstance(found, ImpurityLimit)
        assert {word for words in found.scopes for word in words} | found.excluded <= carried, found
        for day in (found.since, found.until):
            assert not day or date.fromisoformat(day)
    kinds = {(x.market, x.element) for x in data.impurities}
    assert {("DE", "Pb"), ("KR", "Pb"), ("CN", "Pb")} <= kinds
    assert not any(x.market == "EU" for x in data.impurities)  # Article 17 has no figure
