"""The shipped data are without a fault; and a fault planted in a copy of them is found, named and located, and stops everything that would judge by them."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from formulator import cli
from formulator.core.data import Data
from formulator.core.recipe import MARKETS
from formulator.files.audit import audit, every_value, methods, valid_cas
from formulator.files.bundled import load, shipped

RESOURCES = Path(__file__).parents[2] / "resources"
Plant = Callable[[Path], None]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "resources"
    shutil.copytree(RESOURCES, folder)
    return folder


def change(file: str, old: str, new: str) -> Plant:
    """Replace the first `old` of a file, once."""

    def plant(folder: Path) -> None:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} no longer holds {old!r}: plant this fault elsewhere"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return plant


def line_of(folder: Path, file: str, words: str) -> int:
    """The line on which the planted words stand."""
    lines = (folder / file).read_text(encoding="utf-8").split("\n")
    return next(n for n, line in enumerate(lines, 1) if words in line)


def append(file: str, text: str) -> Plant:
    def plant(folder: Path) -> None:
        with (folder / file).open("a", encoding="utf-8") as end:
            end.write(text)

    return plant


def remove(file: str) -> Plant:
    return lambda folder: (folder / file).unlink()


def cut(file: str, keep: Callable[[bytes], bytes]) -> Plant:
    def plant(folder: Path) -> None:
        (folder / file).write_bytes(keep((folder / file).read_bytes()))

    return plant


SECOND_OIL = """
[[material]]
id = "zinc-oxide"
name = "Zinc oxide again"
inci = "Zinc Oxide"
cas = "1314-13-2"
functions = ["mineral"]
formula = "ZnO"
water_soluble = false
identity = { source = "cosing-inventory", at = "again", confidence = "high", read = "yes" }
"""
MINERALS = "materials/minerals.toml"
READINGS = "rules/readings/eu-iii.toml"
INTAKES, DIET, ABSORPTION = "limits/upper-intakes.toml", "limits/diet.toml", "absorption.toml"

# what is planted → (file, what stands on the line of the complaint or "" for none, complaint, way out)
LOADING: dict[str, tuple[Plant, tuple[str, str, str, str]]] = {
    "a source nobody knows": (
        change(MINERALS, 'source = "cosing-inventory"', 'source = "cosing-inventorry"'),
        (MINERALS, "cosing-inventorry", "no source 'cosing-inventorry'", "Did you mean 'cosing-inventory'?"),
    ),
    "a value without a source": (
        change(MINERALS, 'functions = ["mineral"]', 'functions = ["mineral"]\ndensity = "1.96 g/mL"'),
        (MINERALS, "1.96 g/mL", "density has no source", "Write { value = …, source = …, at = …"),
    ),
    "an amount without a source": (
        change(
            "exposure.toml",
            'amount = { value = "1.54 g/day", source = "sccs-2023-hmi", at = "Table 3A", kind = "published", confidence = "high", read = "secondary" }',
            'amount = "1.54 g/day"',
        ),
        ("exposure.toml", 'amount = "1.54 g/day"', "amount has no source", "Write { value ="),
    ),
    "a wrong unit": (
        change("exposure.toml", 'value = "60 kg"', 'value = "60 cm2"'),
        ("exposure.toml", "60 cm2", "the unit 'cm2' does not fit here", "Write a mass such as g."),
    ),
    "a value out of range": (
        change("exposure.toml", 'value = "60 kg"', 'value = "60 g"'),
        ("exposure.toml", '"60 g"', "value is below 1 kg", "It must lie within 1 and 300 kg."),
    ),
    "a key nobody knows": (
        change(MINERALS, "water_soluble = true", "water_solubel = true"),
        (MINERALS, "water_solubel", "no key 'water_solubel' here", "Did you mean 'water_soluble'?"),
    ),
    "a second material of one id": (append(MINERALS, SECOND_OIL), (MINERALS, "Zinc oxide again", "a second material 'zinc-oxide'", "Give each its own id.")),
    "a formula that is none": (
        change(MINERALS, 'formula = "ZnSO4.7H2O"', 'formula = "ZnS04.7H2O"'),
        (MINERALS, "ZnS04.7H2O", "'ZnS04.7H2O', character 4: a count of zero", "Write it such as ZnSO4.7H2O"),
    ),
    "a function nobody knows": (
        change(MINERALS, 'functions = ["mineral"]', 'functions = ["minerall"]'),
        (MINERALS, "minerall", "no function 'minerall'", "Did you mean 'mineral'?"),
    ),
    "a reading of no entry": (
        change(READINGS, 'entry = "eu-iii-24"', 'entry = "eu-iii-2400"'),
        (READINGS, "eu-iii-2400", "no entry 'eu-iii-2400'", "Did you mean 'eu-iii-24"),
    ),
    "a second reading of an entry": (
        change(READINGS, 'entry = "eu-iii-31"', 'entry = "eu-iii-24" # again'),
        (READINGS, "# again", "a second reading of 'eu-iii-24'", "Keep one."),
    ),
    "a list in the middle of a line": (
        cut("rules/eu-ii.jsonl", lambda b: b[: len(b) // 2]),
        ("rules/lists.toml", 'file = "eu-ii.jsonl"', "eu-ii.jsonl cannot be read", "Make it again from the official file."),
    ),
    "a list that ends early": (
        cut("rules/eu-ii.jsonl", lambda b: b"".join(b.splitlines(keepends=True)[:-1])),
        ("rules/lists.toml", "entries = 1744", "eu-ii.jsonl has 1743 entries, not 1744", "some of the law is lost"),
    ),
    "a list that is not there": (
        remove("rules/eu-vi.jsonl"),
        (
            "rules/lists.toml",
            'file = "eu-vi.jsonl"',
            "eu-vi.jsonl cannot be read: [Errno 2] No such file or directory",
            "Make it again from the official file.",
        ),
    ),
    "a limit by nobody": (
        change(INTAKES, 'authority = "efsa"', 'authority = "efsaa"'),
        (INTAKES, "efsaa", "no authority 'efsaa'", "Did you mean 'efsa'?"),
    ),
    "a limit for a state nobody is in": (
        change(INTAKES, 'states = [""]', 'states = ["pregnnancy"]'),
        (INTAKES, "pregnnancy", "no state 'pregnnancy'", "Did you mean 'pregnancy'?"),
    ),
    "an age that ends before it begins": (
        change(INTAKES, "from = 1\nbelow = 4\n", "from = 4\nbelow = 1 # turned round\n"),
        (INTAKES, "# turned round", "the band ends before it begins", "from is its first birthday"),
    ),
    "a diet of no element": (change(DIET, 'element = "Zn"', 'element = "Zinc"'), (DIET, '"Zinc"', "no element 'Zinc'", "Did you mean 'Zn'?")),
    "an absorption of more than all": (
        change(ABSORPTION, 'low = "0 %"', 'low = "200 %"'),
        (ABSORPTION, '"200 %"', "low is above 100 %", "It must lie within 0 and 100 %."),
    ),
    "an absorption through no skin": (
        change(ABSORPTION, 'skin = "intact"', 'skin = "intakt"'),
        (ABSORPTION, "intakt", "no skin 'intakt'", "Did you mean 'intact'?"),
    ),
    "an absorption of a compound with a wrong CAS number": (
        change(ABSORPTION, '"15454-75-8"', '"15454-75-9"'),
        (ABSORPTION, "15454-75-9", "'15454-75-9' is no CAS number", "Its last digit must be right."),
    ),
    "a default in another unit": (
        change("toxicology.toml", 'best = "50 %"', 'best = "50 kg"'),
        ("toxicology.toml", '"50 kg"', "the unit 'kg' does not fit here", "Write a"),
    ),
    "no exposure file": (remove("exposure.toml"), ("exposure.toml", "", "cannot be read: No such file or directory", "Install the program again.")),
    "a file that is no text": (cut("exposure.toml", lambda b: b"\xff\xfe" + b), ("exposure.toml", "", "the file is not UTF-8 text", "Save it as UTF-8")),
    "a file that is no TOML": (append("exposure.toml", "\n[[broken]\n"), ("exposure.toml", "[[broken]", "not valid TOML", "Mend this place")),
}
# lists that are not whole make readings of their entries wrong too
FOLLOWED = {"a list in the middle of a line", "a list that is not there", "a list that ends early"}


def test_the_shipped_data_have_no_fault() -> None:
    bundle = load()
    assert bundle.problems == ()
    assert audit().faults == ()


def test_the_shipped_data_are_found_from_the_checkout() -> None:
    assert shipped("resources") == RESOURCES
    assert len(list(shipped("recipes").glob("*.toml"))) >= 8


@pytest.mark.parametrize("name", LOADING)
def test_a_planted_fault_is_told_with_its_file_line_and_way_out(name: str, copy: Path) -> None:
    plant, (file, words, says, fix) = LOADING[name]
    plant(copy)
    problems = load(copy).problems
    told = "\n".join(f"{p.file} {p.problem}" for p in problems)
    first = next((p for p in problems if p.file == file and says in p.problem.says), None)
    assert first is not None, told
    assert fix in first.problem.fix
    if words:
        near = line_of(copy, file, words.split("\n")[0])
        # a fault of a whole table stands on the line of its id, just above the words
        assert first.problem.line is not None
        assert near - 1 <= first.problem.line <= near
    others = [p for p in problems if p is not first]
    assert not others or (name in FOLLOWED and all("no entry 'eu-" in p.problem.says for p in others)), told


RECIPE = str(RESOURCES.parent / "recipes" / "zinc-copper-face-cream.toml")


@pytest.mark.parametrize("name", LOADING)
def test_by_faulty_data_nothing_is_judged(name: str, copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    plant, (file, _, says, _) = LOADING[name]
    plant(copy)
    monkeypatch.setattr(cli, "load", lambda: load(copy))
    assert cli.main(["check", RECIPE]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert f"resources/{file}" in err
    assert says in err
    assert err.endswith("formulator: the shipped data are faulty; nothing was judged.\n")
    monkeypatch.setattr(cli, "audit", lambda on: audit(copy, on))
    assert cli.main(["audit"]) == 3
    out, err = capsys.readouterr()
    assert f"✗ {file}" in out
    assert says in out
    assert err == ""


@pytest.mark.parametrize(
    "command", [["check", RECIPE, "--format", "json"], ["explain", RECIPE], ["materials"], ["rules"], ["screenshot", RECIPE, "-o", "never.png"]]
)
def test_no_command_goes_on_with_faulty_data(command: list[str], copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    LOADING["a key nobody knows"][0](copy)
    monkeypatch.setattr(cli, "load", lambda: load(copy))
    assert cli.main(command) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert re.match(r"resources/materials/minerals\.toml, line \d+: no key 'water_solubel' here\. Did you mean 'water_soluble'\?\n", err)


AUDITED: dict[str, tuple[Plant, str]] = {
    "a CAS number with a wrong check digit": (change(MINERALS, '"7646-85-7"', '"7646-85-8"'), "zinc-chloride: CAS 7646-85-8 has a wrong form or check digit"),
    "a CAS number of another form": (change(MINERALS, '"7646-85-7"', '"7646857"'), "zinc-chloride: CAS 7646857 has a wrong form or check digit"),
    "a reading of a text that changed": (
        change(READINGS, 'hash = "24d278a8d8e79045"', 'hash = "24d278a8d8e79046"'),
        "reading of eu-iii-24: its text has changed since 2026-11-22; read it again",
    ),
    "a source that nothing uses": (
        append("sources.toml", '\n[nobody-2000]\ntitle = "A paper"\nkind = "paper"\nurl = "https://example.org/paper"\n'),
        "sources.toml: 'nobody-2000' is used nowhere: take it out",
    ),
    "a source without an address": (
        change("sources.toml", 'url = "https://library.scconline.org/v001n05/18"\n', ""),
        "sources.toml: 'griffin-1949' has no address: give url, doi or isbn",
    ),
    "an address that is none": (
        change("sources.toml", '"https://library.scconline.org/v001n05/18"', '"library, shelf 3"'),
        "sources.toml: 'griffin-1949': 'library, shelf 3' is no address",
    ),
    "two limits for one age": (
        change(INTAKES, "from = 1\nbelow = 4\n", "from = 1\nbelow = 5\n"),
        "limit: two UL of Zn by efsa for one age: 1-3 years and 4-6 years",
    ),
    "two diets for one age": (
        change(DIET, 'quantity = "P95"\nfrom = 18', 'quantity = "mean"\nfrom = 18'),
        "diet: two mean of Cu by efsa for one age: adults, surveys in eight EU countries and adults, Germany",
    ),
    "no default for the margin": (
        cut("toxicology.toml", lambda b: re.sub(rb"\[default\.margin\]\n.*?\n\n", b"", b, count=1, flags=re.DOTALL)),
        "toxicology.toml: no default 'margin'",
    ),
    "no adults": (
        cut("exposure.toml", lambda b: re.sub(rb'((?:id|population) = )"adult"', rb'\1"grown-up"', b)),
        "exposure.toml: no population 'adult'",
    ),
    "a mineral said to be organic": (
        change(MINERALS, 'formula = "ZnSO4.7H2O"', "organic = true"),
        "zinc-sulfate-heptahydrate: a mineral said to be organic",
    ),
}


@pytest.mark.parametrize("name", AUDITED)
def test_what_each_value_alone_does_not_show_is_found_by_the_audit_alone(
    name: str, copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    plant, fault = AUDITED[name]
    plant(copy)
    assert load(copy).problems == ()
    assert [f for f in audit(copy).faults if "molar mass" not in f] == [fault]
    monkeypatch.setattr(cli, "audit", lambda on: audit(copy, on))
    assert cli.main(["audit"]) == 3
    assert f"✗ {fault}" in capsys.readouterr().out


def test_a_source_seen_only_by_name_must_not_be_called_read(copy: Path) -> None:
    change("sources.toml", "accessed = 2026-11-22\n", "")(copy)
    faults = audit(copy).faults
    assert faults
    assert all(re.search(r"read at 'griffin-1949', but that source says no day on which it was accessed", f) for f in faults)


def test_faults_of_many_files_are_told_together(copy: Path) -> None:
    for name in ("a source nobody knows", "a wrong unit", "a reading of no entry"):
        LOADING[name][0](copy)
    assert {p.file for p in load(copy).problems} == {MINERALS, "exposure.toml", READINGS}


def test_an_empty_folder(tmp_path: Path) -> None:
    problems = load(tmp_path).problems
    assert [p.file for p in problems] == [
        *("sources.toml", "atomic_weights.toml", "exposure.toml", "limits/upper-intakes.toml", "limits/reference-intakes.toml", "limits/diet.toml"),
        *("limits/impurities.toml", "limits/medicines.toml", "absorption.toml", "toxicology.toml"),
        *("rules/acts.toml", "rules/lists.toml", "rules/amendments.toml"),
    ]
    assert audit(tmp_path).faults


def test_the_edition_changes_with_every_file(copy: Path) -> None:
    before = load(copy).data.edition
    assert load(copy).data.edition == before
    seen = {before}
    files = ("sources.toml", "atomic_weights.toml", MINERALS, "exposure.toml", INTAKES, DIET, ABSORPTION, "toxicology.toml", READINGS, "rules/lists.toml")
    for file in files:
        append(file, "\n# a word more\n")(copy)
        seen.add(load(copy).data.edition)
    assert len(seen) == 1 + len(files)


def test_the_edition_changes_with_a_changed_entry_of_the_law(copy: Path) -> None:
    before = load(copy).data.edition
    change("rules/eu-ii.jsonl", "Selenium and its compounds", "Selenium and some compounds")(copy)
    assert load(copy).data.edition != before


@pytest.mark.parametrize(
    ("cas", "valid"),
    [
        ("7732-18-5", True),
        ("7446-20-0", True),
        ("56-81-5", True),
        ("7732-18-4", False),
        ("7732-18", False),
        ("", False),
        ("1-18-5", False),
        ("7732–18–5", False),
        (" 56-81-5", False),
    ],
)
def test_the_check_digit_of_a_cas_number(cas: str, valid: bool) -> None:
    assert valid_cas(cas) is valid


def test_every_shipped_value_says_where_it_was_read(data: Data) -> None:
    for place, datum in every_value(data):
        assert datum.source.id in data.sources, place
        assert datum.at, place
        assert datum.read in ("yes", "secondary", "no")


def test_every_method_rests_on_a_source_on_file(data: Data) -> None:
    found = list(methods())
    assert len(found) >= 10
    assert {id for m in found for id in m.sources} <= data.sources.keys()


def test_the_lists_speak_for_known_markets(data: Data) -> None:
    assert {m for rules in data.lists.values() for m in rules.markets} <= set(MARKETS)
    assert {m for a in data.body.authorities.values() for m in a.markets} <= set(MARKETS)
