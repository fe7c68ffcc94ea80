"""What the audit finds wanting in sound data, and the page that is made of it."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from formulator import cli
from formulator.core.data import Data
from formulator.core.span import Span
from formulator.files.audit import Audit, audit
from formulator.files.holdings import every_fact, every_value
from formulator.report import datasheet

RESOURCES = Path(__file__).parents[2] / "resources"
LATE = date(2028, 6, 1)


@pytest.fixture(scope="module")
def found() -> Audit:
    return audit()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(RESOURCES, tmp_path / "resources")
    return tmp_path / "resources"


def changed(folder: Path, file: str, old: str, new: str) -> Audit:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{file} no longer holds {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    after = audit(folder)
    assert after.faults == ()
    return after


def test_what_is_wanting_is_counted(found: Audit) -> None:
    assert list(found.wanting) == ["conflicts", "materials_without_use_level", "emulsifiers_without_hlb", "lipids_without_required_hlb"]
    assert {kind: found.counts[kind] for kind in found.wanting} == {kind: len(names) for kind, names in found.wanting.items()}


def test_what_is_wanting_is_no_fault(found: Audit) -> None:
    assert found.faults == ()
    assert all(found.wanting.values())


def test_the_materials_that_want_something_counted_anew(found: Audit, data: Data) -> None:
    materials = data.materials.values()
    assert set(found.wanting["materials_without_use_level"]) == {m.id for m in materials if not m.use_level}
    assert set(found.wanting["emulsifiers_without_hlb"]) == {m.id for m in materials if "emulsifier" in m.functions and m.hlb_applies and not m.hlb}
    lipids = [m for m in materials if "emollient" in m.functions and "emulsifier" not in m.functions]
    assert set(found.wanting["lipids_without_required_hlb"]) == {m.id for m in lipids if not m.required_hlb}


def test_a_conflict_is_two_sources_that_cannot_both_be_right(found: Audit, data: Data) -> None:
    """Of one value, one source says 10 at most, another 12 at least."""

    def apart(a: Span, b: Span) -> bool:
        return a.high < b.low or b.high < a.low

    expected = {place for place, d in every_value(data) if any(apart(d.span, other.span) for other in d.others)}
    assert set(found.wanting["conflicts"]) == expected
    # each of them is on file with both figures, so that a reader can see who says what
    assert {"soybean-oil required HLB o/w", "adult body weight"} <= expected


def test_a_value_that_another_source_denies_is_named(copy: Path) -> None:
    old = '[[material.hlb]]\nbest = 14.9\nlow = 14.5\nhigh = 14.9\nsource = "purenature-polysorbate-60"'
    text = (copy / "materials" / "emulsifiers.toml").read_text(encoding="utf-8")
    if old not in text:
        old = next(part for part in text.split("\n\n") if "purenature-polysorbate-60" in part).strip()
    moved = old.replace("14.9", "3.1").replace("14.5", "2.9")
    assert "polysorbate-60 hlb" not in audit(copy).wanting["conflicts"]
    assert "polysorbate-60 hlb" in changed(copy, "materials/emulsifiers.toml", old, moved).wanting["conflicts"]


def test_limits_nobody_looked_at_for_a_year_are_named_for_a_day_only(found: Audit) -> None:
    assert "limit_sources_not_read_for_12_months" not in found.wanting
    today = audit(on=date(2026, 11, 22))
    assert today.wanting["limit_sources_not_read_for_12_months"] == ()
    late = audit(on=LATE)
    old = late.wanting["limit_sources_not_read_for_12_months"]
    assert old and late.counts["limit_sources_not_read_for_12_months"] == len(old)
    assert list(old) == sorted(set(old))
    assert {k: v for k, v in late.wanting.items() if not k.startswith("limit_sources")} == dict(found.wanting)


def test_only_sources_of_limits_grow_old(data: Data) -> None:
    old = set(audit(on=LATE).wanting["limit_sources_not_read_for_12_months"])
    of_limits = {x.value.source.id for x in (*data.body.limits, *data.impurities)}
    assert old <= of_limits
    assert old == {id for id in of_limits if data.sources[id].accessed}
    # the last day of the twelfth month is not too late, a month later is
    newest = max(date.fromisoformat(data.sources[id].accessed) for id in old)
    assert set(audit(on=newest.replace(year=newest.year + 1)).wanting["limit_sources_not_read_for_12_months"]) < old or len(old) == 1
    assert audit(on=newest.replace(year=newest.year + 1, month=newest.month % 12 + 1 if newest.month < 12 else 12, day=28)).counts["materials"] > 0


def test_values_and_facts_have_places_of_their_own(data: Data) -> None:
    places = [place for place, _ in every_value(data) if not place.endswith("(other)") and place.split()[0] in data.materials]
    assert len(places) == len(set(places)), sorted(p for p in set(places) if places.count(p) > 1)[:5]
    assert all(where.at for _, where in every_fact(data))


# --- the page ---


def test_the_page_is_made_of_the_audit_alone(found: Audit) -> None:
    page = datasheet.page(found)
    assert page == datasheet.page(found)
    lines = page.splitlines()
    assert lines[0] == "# The data"
    for name in ("materials", "emulsifiers", "lipids", "minerals", "others", "values", "facts", "sources", "readings"):
        assert f"| {name} | {found.counts[name]} |" in lines
    assert {line for line in lines if line.startswith("| rules ")} == {f"| rules {market} | {n} |" for market, n in found.rules.items()}
    share = f"{100 * found.counts['values_read_at_source'] / found.counts['values']:.1f} %"
    assert f"| read at source | {found.counts['values_read_at_source']} | {share} |" in lines
    assert "## Emulsifiers without HLB: " in page
    for kind, names in found.wanting.items():
        assert f"{', '.join(names)}." in lines, kind


def test_the_page_does_not_grow_old(found: Audit) -> None:
    """What is told for a day is not on it: it would be wrong on the next."""
    assert datasheet.page(audit(on=LATE)) == datasheet.page(found)


def test_the_page_says_none_where_nothing_is_wanting(found: Audit) -> None:
    page = datasheet.page(replace(found, wanting={"conflicts": ()}))
    assert "## Conflicts: 0\n\nNone.\n" in page


def test_every_file_on_the_page_is_there(found: Audit) -> None:
    names = [line.split("`")[1] for line in datasheet.page(found).splitlines() if line.startswith("| `")]
    assert names and all((RESOURCES / name).exists() for name in names)
    unnamed = {p.name for p in RESOURCES.iterdir()} - {name.rstrip("/") for name in names} - {"README.md"}
    assert unnamed == set()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    def go(*words: str) -> tuple[int, str]:
        code = cli.main(["audit", *words])
        out, err = capsys.readouterr()
        assert err == ""
        return code, out

    return go


def test_the_command_prints_the_page(run: Callable[..., tuple[int, str]], found: Audit) -> None:
    code, out = run("--format", "markdown")
    assert (code, out) == (0, datasheet.page(found) + "\n")


def test_the_command_tells_what_is_wanting_in_words(run: Callable[..., tuple[int, str]], found: Audit) -> None:
    code, out = run()
    assert code == 0
    for kind in found.wanting:
        assert str(found.counts[kind]) in out and kind.replace("_", " ") in out


def test_a_blank_stands_between_a_name_and_its_number(run: Callable[..., tuple[int, str]]) -> None:
    _, out = run()
    counts = [line for line in out.splitlines() if line.startswith("limit sources not read for 12 months")]
    assert counts and all(line.split()[-1].isdigit() for line in counts)
