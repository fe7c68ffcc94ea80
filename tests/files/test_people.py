"""What a recipe file says of its use, its ratios and a material's toxicology, and what the shipped files say of people: read whole, every fault with its
line, and written back as it was."""

import shutil
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from formulator.core.body import Body
from formulator.core.data import Data
from formulator.core.figure import Datum
from formulator.core.recipe import Quantity, Recipe, Use
from formulator.core.span import Span
from formulator.files import bundled
from formulator.files.people import DIETS, LIMITS, REFERENCES, People
from formulator.files.recipe import Opened, read_recipe
from formulator.files.table import Problem, Table
from formulator.files.write import recipe_text

RESOURCES = Path(__file__).parents[2] / "resources"
PLACE = "\n@\n"
BODY = f"""format = 1
name = "A cream"
product = "face-cream"
emulsion = "o/w"
{PLACE}
[[phase]]
kind = "water"

  [[phase.line]]
  material = "water"
  amount = "q.s."
"""
MATERIAL = """[[material]]
id = "tried"
name = "Tried"
functions = ["other"]
organic = true
"""


def text(between: str = "", after: str = "") -> str:
    return BODY.replace(PLACE, f"\n{between}\n") + "\n" + after


def opened(data: Data, between: str = "", after: str = "") -> Opened:
    return read_recipe(text(between, after).encode(), data)


def read(data: Data, between: str = "", after: str = "") -> Recipe:
    found = opened(data, between, after)
    assert found.problems == () and found.recipe is not None, found.problems
    return found.recipe


def told(data: Data, between: str = "", after: str = "") -> list[tuple[str, str, str]]:
    """(the line of the file, what is wrong, the way out) of each fault."""
    lines = text(between, after).splitlines()
    found = opened(data, between, after)
    assert found.recipe is None
    return [(lines[p.line - 1].strip() if p.line else "", p.says, p.fix) for p in found.problems]


def comes_back(recipe: Recipe, data: Data) -> None:
    written = recipe_text(recipe)
    again = read_recipe(written.encode(), data)
    assert again.problems == () and again.recipe == recipe
    assert [m.declared for m in again.recipe.materials] == [m.declared for m in recipe.materials]
    assert recipe_text(again.recipe) == written


def quantities(use: Use) -> dict[str, Any]:
    found = {f.name: getattr(use, f.name) for f in fields(use)}
    return {k: (x.text, x.value) if isinstance(x, Quantity) else x for k, x in found.items() if x}


@pytest.mark.parametrize(
    ("says", "wanted"),
    [
        ('amount = "2 g/day"', {"amount": ("2 g/day", 2.0)}),
        ('amount = "2000 mg/day"', {"amount": ("2000 mg/day", 2.0)}),
        ('amount = "2.5 FTU/day"', {"fingertips": ("2.5 FTU/day", 2.5)}),
        ('amount = "3 FTU/d"', {"fingertips": ("3 FTU/d", 3.0)}),
        ('film = "2 mg/cm2"', {"film": ("2 mg/cm2", 2.0)}),
        ('film = "2000 µg/cm²"', {"film": ("2000 µg/cm²", 2.0)}),
        ('film = "2 mg/cm²"\narea = "face"\napplications = "2 1/day"', {"film": ("2 mg/cm²", 2.0), "part": "face", "applications": ("2 1/day", 2.0)}),
        ('area = "565 cm2"', {"area": ("565 cm2", 565.0)}),
        ('area = "565 cm²"', {"area": ("565 cm²", 565.0)}),
        ('area = "body-without-head"', {"part": "body-without-head"}),
        ('population = "child-1-3"\nbody_weight = "12 kg"', {"population": "child-1-3", "body_weight": ("12 kg", 12.0)}),
        ('skin = "damaged"\nlimit_allocation = "20 %"', {"skin": "damaged", "limit_allocation": ("20 %", 20.0)}),
    ],
)
def test_a_use_is_read_and_comes_back(says: str, wanted: dict[str, Any], data: Data) -> None:
    recipe = read(data, f"[use]\n{says}")
    assert quantities(recipe.use) == wanted
    comes_back(recipe, data)


@pytest.mark.parametrize(
    ("says", "faults"),
    [
        ('amount = "2 g/day"\nfilm = "2 mg/cm2"', [('film = "2 mg/cm2"', "amount and film both say how much is used", "Keep one of them.")]),
        ('amount = "2 FTU/day"\nfilm = "2 mg/cm2"', [('film = "2 mg/cm2"', "amount and film both say how much is used", "Keep one of them.")]),
        ('area = "fase"', [('area = "fase"', "no part of the body 'fase'", "Did you mean 'face'?")]),
        ('area = "hnds"', [('area = "hnds"', "no part of the body 'hnds'", "Did you mean 'hands'?")]),
        ('film = "0 mg/cm2"', [('film = "0 mg/cm2"', "film is zero", "Write what it is, or leave the key out.")]),
        ('area = "0 cm2"', [('area = "0 cm2"', "area is zero", "Write what it is, or leave the key out.")]),
    ],
)
def test_a_fault_of_use_is_told_with_its_line(says: str, faults: list[tuple[str, str, str]], data: Data) -> None:
    assert told(data, f"[use]\n{says}") == faults


@pytest.mark.parametrize(
    ("says", "parts"),
    [
        # neither a part of the body nor like one
        ('area = "qqqq"', ("no part of the body 'qqqq'", 'Write area = "565 cm2", or one of: face, neck')),
        ('area = "565"', ("'565' has no unit", "cm2")),
        ('area = "40000 cm2"', ("", "")),
        ("area = 565", ("", "")),
        ('area = "2 g"', ("", "")),
        ('film = "2 mg"', ("", "")),
        ('film = "101 mg/cm2"', ("", "")),
        ('applications = "2"', ("", "")),
        ('applications = "101 1/day"', ("", "")),
        ('amount = "2 FTU"', ("", "")),
        ('amount = "1001 FTU/day"', ("", "")),
        ('population = "childd-1-3"', ("", "child-1-3")),
        ('skin = "broken"', ("", "")),
        ('limit_allocation = "101 %"', ("", "")),
        ('part = "face"', ("", "")),
    ],
)
def test_a_fault_of_use_is_one_fault(says: str, parts: tuple[str, str], data: Data) -> None:
    [(line, wrong, fix)] = told(data, f"[use]\n{says}")
    assert line == says and wrong and fix
    assert parts[0] in wrong and parts[1] in fix


def test_ratios_and_reference_are_read_and_come_back(data: Data) -> None:
    recipe = read(data, '[target]\nhlb_tolerance = 0.5\nreference = "nasem"\n\n[target.ratios]\n"Zn:Cu" = "8 - 12"\n"Ca:Mg" = 2')
    assert recipe.ratios == {"Zn:Cu": ("8 - 12", Span.between(8, 12)), "Ca:Mg": ("2", Span.exact(2))}
    assert (recipe.reference, recipe.tolerance) == ("nasem", 0.5)
    written = recipe_text(recipe)
    again = read_recipe(written.encode(), data)
    assert again.problems == () and again.recipe == recipe and recipe_text(again.recipe) == written


def test_a_reference_alone_comes_back(data: Data) -> None:
    recipe = read(data, '[target]\nreference = "efsa"')
    assert (recipe.reference, recipe.tolerance, recipe.ratios) == ("efsa", 1.0, {})
    comes_back(recipe, data)


def test_ratios_alone_come_back(data: Data) -> None:
    comes_back(read(data, '[target.ratios]\n"Zn:Cu" = "<= 12"'), data)


@pytest.mark.parametrize(
    ("says", "faults"),
    [
        ("Zn-Cu = 10", {("'Zn-Cu' is no element",), ("'Zn-Cu' is no pair of elements",)}),
        ('"Zn" = 10', {("'Zn' is no pair of elements",)}),
        ('"Zn:Cu:Se" = 10', {("'Zn:Cu:Se' is no pair of elements",)}),
        ('"Zn:Kupfer" = 10', {("'Kupfer' is no element",)}),
        ('"Zn:Cu" = "ten"', {("'ten' is not a quantity",)}),
        ('"Zn:Cu" = "12 - 8"', {("'12 - 8' runs downwards",)}),
    ],
)
def test_a_fault_of_a_ratio_is_told_with_its_line(says: str, faults: set[tuple[str]], data: Data) -> None:
    found = told(data, f"[target.ratios]\n{says}")
    assert {(wrong,) for _, wrong, _ in found} == faults
    assert all(line == says and fix for line, _, fix in found)


def test_the_way_out_of_a_pair_that_is_none(data: Data) -> None:
    assert 'Write "Zn:Cu" = "8 - 12".' in [fix for _, _, fix in told(data, "[target.ratios]\nZn-Cu = 10")]


def test_an_unknown_reference_is_told(data: Data) -> None:
    [(line, _, fix)] = told(data, '[target]\nreference = "nasen"')
    assert line == 'reference = "nasen"' and "nasem" in fix


TOXICOLOGY = 'noael = "450 mg/kg/day"\nstudy_days = 90\noral_bioavailability = "100 %"\ndermal_absorption = "5 - 10 %"\nsolubility = "300 g/kg"\n'


def test_a_materials_toxicology_is_read_and_comes_back(data: Data) -> None:
    recipe = read(data, after=MATERIAL + TOXICOLOGY)
    [material] = recipe.materials
    tox = material.toxicity
    assert tox.noael is not None and (tox.noael.span.best, tox.noael.unit) == (450, "mg/kg/day")
    assert tox.oral_bioavailability is not None and tox.oral_bioavailability.span.best == 100
    assert tox.dermal_absorption is not None and (tox.dermal_absorption.span.low, tox.dermal_absorption.span.high) == (5, 10)
    assert (tox.study_days, tox.point) == (90, tox.noael)
    assert material.solubility is not None and material.solubility.span.best == 300
    comes_back(recipe, data)


@pytest.mark.parametrize(
    "says",
    [
        'bmdl = "30 mg/kg/day"\nabsorbed_per_area = "0.5 µg/cm2"',
        'bmdl = "30 mg/kg/day"\nabsorbed_per_area = "0.5 µg/cm2"\ntested_at = "1.5 %"',
        # what may be nothing is not nothing
        'noael = "<= 30 mg/kg/day"\noral_bioavailability = "<= 50 %"\ndermal_absorption = "0 %"',
        'loael = { low = "10 mg/kg/day", best = "20 mg/kg/day", high = "30 mg/kg/day" }',
        'loael = { value = "20 mg/kg/day", source = "a paper", at = "p. 3", confidence = "low" }',
    ],
)
def test_other_points_of_departure_come_back(says: str, data: Data) -> None:
    recipe = read(data, after=MATERIAL + says)
    assert recipe.materials[0].toxicity.point is not None
    comes_back(recipe, data)


def test_the_share_that_was_tested_is_read(data: Data) -> None:
    tox = read(data, after=MATERIAL + 'noael = "1 mg/kg/day"\nabsorbed_per_area = "0.5 µg/cm2"\ntested_at = "15000 mg/kg"\n').materials[0].toxicity
    assert tox.tested_at is not None and (tox.tested_at.span.best, tox.tested_at.unit) == (1.5, "%")
    assert read(data, after=MATERIAL + 'noael = "1 mg/kg/day"').materials[0].toxicity.tested_at is None


def test_a_dose_of_nothing_in_a_substance_is_refused_too(data: Data) -> None:
    blend = MATERIAL.replace("organic = true\n", "") + 'substances = [{ inci = "First", share = "100 %", organic = true, noael = "0 mg/kg/day" }]\n'
    assert [wrong for _, wrong, _ in told(data, after=blend)] == ["noael is zero"]


def test_substances_of_a_blend_have_their_own(data: Data) -> None:
    blend = MATERIAL.replace("organic = true\n", "") + (
        'substances = [\n  { inci = "First", share = "40 %", organic = true, noael = "10 mg/kg/day", dermal_absorption = "1 %" },\n'
        '  { inci = "Second", share = "60 %", organic = true },\n]\n'
    )
    recipe = read(data, after=blend)
    first, second = recipe.materials[0].substances
    assert first.toxicity.noael is not None and first.toxicity.noael.span.best == 10
    assert second.toxicity.point is None
    comes_back(recipe, data)


def test_like_takes_the_point_of_departure_and_a_new_one_replaces_it(data: Data) -> None:
    like = '[[material]]\nid = "{0}"\nlike = "potassium-sorbate"\n{1}\n'
    known = read(data, after=like.format("a", "") + like.format("b", 'noael = "5 mg/kg/day"') + like.format("c", 'study_days = 28\ndermal_absorption = "2 %"'))
    a, b, c = (m.toxicity for m in known.materials)
    assert a.bmdl is not None and a.bmdl.span.best == 1487 and a.noael is None
    # another name of it does not stand beside
    assert b.bmdl is None and b.noael is not None and b.noael.span.best == 5
    assert (c.bmdl, c.study_days) == (a.bmdl, 28) and c.dermal_absorption is not None
    comes_back(known, data)


@pytest.mark.parametrize(
    ("says", "at", "wrong", "fix"),
    [
        ('noael = "1 mg/kg/day"\nloael = "3 mg/kg/day"', 'loael = "3 mg/kg/day"', "noael and loael are both a point of departure", "Keep the one"),
        ('bmdl = "1 mg/kg/day"\nloael = "3 mg/kg/day"', 'loael = "3 mg/kg/day"', "bmdl and loael are both a point of departure", "Keep the one"),
        ('noael = "1 mg/kg/day"\nbmdl = "3 mg/kg/day"', 'bmdl = "3 mg/kg/day"', "noael and bmdl are both a point of departure", "Keep the one"),
        (
            'dermal_absorption = "1 %"\nabsorbed_per_area = "1 µg/cm2"',
            'absorbed_per_area = "1 µg/cm2"',
            "absorption is said both in % and per area",
            "Keep the one that was measured.",
        ),
        ('noael = "250 ppm"', 'noael = "250 ppm"', "the unit 'ppm' does not fit here", "mg/kg/day"),
        ('noael = "250 mg"', 'noael = "250 mg"', "the unit 'mg' does not fit here", "mg/kg/day"),
        ('noael = "250"', 'noael = "250"', "'250' has no unit", "Write '250 mg/kg/day'."),
        ('dermal_absorption = "150 %"', 'dermal_absorption = "150 %"', "", ""),
        ('oral_bioavailability = "-1 %"', 'oral_bioavailability = "-1 %"', "", ""),
        ('absorbed_per_area = "1 %"', 'absorbed_per_area = "1 %"', "the unit '%' does not fit here", ""),
        ("study_days = 0", "study_days = 0", "", ""),
        ('noael = "0 mg/kg/day"', 'noael = "0 mg/kg/day"', "noael is zero", "leave it out, and no margin is worked out"),
        ('bmdl = "0 mg/kg/day"', 'bmdl = "0 mg/kg/day"', "bmdl is zero", "leave it out"),
        ('loael = "0 g/kg/day"', 'loael = "0 g/kg/day"', "loael is zero", "leave it out"),
        ('noael = "1 g/kg/day"\noral_bioavailability = "0 %"', 'oral_bioavailability = "0 %"', "oral_bioavailability is zero", "the default is used"),
        ('tested_at = "1 mg/kg/day"', 'tested_at = "1 mg/kg/day"', "the unit 'mg/kg/day' does not fit here", ""),
        ('tested_at = "101 %"', 'tested_at = "101 %"', "", ""),
        ('tested = "1 %"', 'tested = "1 %"', "", "tested_at"),
        ('study_days = "ninety"', 'study_days = "ninety"', "", ""),
        ('solubility = "3"', 'solubility = "3"', "'3' has no unit", ""),
        ('noeal = "1 mg/kg/day"', 'noeal = "1 mg/kg/day"', "", "noael"),
    ],
)
def test_a_fault_of_toxicology_is_told_with_its_line(says: str, at: str, wrong: str, fix: str, data: Data) -> None:
    [(line, is_wrong, way_out)] = told(data, after=MATERIAL + says)
    assert line == at
    assert wrong in is_wrong and fix in way_out and is_wrong and way_out


def test_all_faults_at_once(data: Data) -> None:
    found = told(
        data,
        '[use]\narea = "fase"\nskin = "broken"\n\n[target.ratios]\n"Zn" = 10',
        MATERIAL + 'noael = "1 mg/kg/day"\nloael = "3 mg/kg/day"\n',
    )
    assert {line for line, _, _ in found} == {'area = "fase"', 'skin = "broken"', '"Zn" = 10', 'loael = "3 mg/kg/day"'}


# --- the shipped files ---


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Path]:
    """The shipped data, to be spoiled."""
    yield Path(shutil.copytree(RESOURCES, tmp_path / "resources"))


def spoiled(copy: Path, name: str, old: str, new: str) -> tuple[Problem, ...]:
    path = copy / name
    before = path.read_text(encoding="utf-8")
    assert old in before, old
    path.write_text(before.replace(old, new, 1), encoding="utf-8")
    found = bundled.load(copy).problems
    assert {p.file for p in found} == {name}
    return tuple(p.problem for p in found)


@pytest.mark.parametrize(
    ("name", "old", "new", "wrong"),
    [
        ("absorption.toml", 'grade = "B"', 'grade = "E"', "grade"),
        ("absorption.toml", 'cas = ["1314-13-2"]', 'cas = ["1314-13-3"]', "'1314-13-3' is no CAS number"),
        ("exposure.toml", 'value = "565 cm2"', 'value = "565 g"', "'g'"),
        ("exposure.toml", "from = 51\nbelow = 71", "from = 71\nbelow = 51", "the band ends before it begins"),
        ("exposure.toml", 'state = "pregnancy"', 'state = "pregnant"', "pregnant"),
        ("limits/impurities.toml", "since = 2017-01-01", 'since = "2017"', "since is not a date"),
        ("limits/medicines.toml", 'element = "Cd"', 'element = "Cx"', "Cx"),
        ("limits/upper-intakes.toml", 'quantity = "UL"', 'quantity = "UI"', "UI"),
        ("absorption.toml", "soluble = true", 'soluble = "yes"', "soluble"),
        ("toxicology.toml", "value = 3\n", "value = 3\nunknown_key = 1\n", "unknown_key"),
        ("toxicology.toml", "value = 3\n", "value = 11\n", "value is above 10"),
        ("toxicology.toml", "value = 3\n", "value = 0.5\n", "value is below 1"),
        ("toxicology.toml", "value = 100\n", "value = 1001\n", "value is above 1000"),
        ("toxicology.toml", 'source = "efsa-2010-lead"', 'source = "efsa-2010-led"', "efsa-2010-led"),
        ("toxicology.toml", 'element = "Pb"', 'element = "Lead"', "Lead"),
    ],
)
def test_a_fault_of_the_shipped_files_is_told(name: str, old: str, new: str, wrong: str, copy: Path) -> None:
    problems = spoiled(copy, name, old, new)
    assert problems
    assert any(wrong in f"{p.says} {p.fix}" for p in problems), problems
    assert all(p.says and p.fix for p in problems)


def people(data: Data) -> tuple[People, list[Problem]]:
    return People(data.sources, lambda name, take: None), []


@pytest.mark.parametrize(
    ("raw", "wrong"),
    [
        ({"fraction": "2 %"}, "fraction has no source"),
        ({"fraction": ["2 %"]}, "fraction has no source"),
        ({"fraction": {"value": "200 %", "source": "ich-q3d-r2", "at": "x", "kind": "published", "confidence": "high", "read": "yes"}}, ""),
    ],
)
def test_a_value_without_a_source_is_refused(raw: dict[str, Any], wrong: str, data: Data) -> None:
    reader, problems = people(data)
    assert reader.datum(Table(raw, "absorption[0]", problems), "fraction", "%", 0, 100) is None
    assert problems and any(wrong in p.says for p in problems)
    assert reader.datum(Table({}, "absorption[0]", []), "fraction", "%", 0, 100) is None


def every_datum(body: Body) -> Iterator[tuple[str, Datum]]:
    for who in body.populations.values():
        yield who.id, who.body_weight
        if who.area_factor:
            yield who.id, who.area_factor
    yield from ((x.element, x.value) for x in (*body.limits, *body.references, *body.diets))
    yield from ((x.element, x.fraction) for x in body.absorptions)
    yield from (*body.proposals.items(), *body.oral.items(), *body.defaults.items())
    yield from ((x.element, x.pde) for x in body.medicines.values())
    yield from ((x.id, x.area) for x in body.parts.values())


def test_every_value_about_people_has_a_source_and_a_place(data: Data) -> None:
    seen = list(every_datum(data.body))
    assert len(seen) > 500
    assert [name for name, d in seen if not d.source.id or not d.at or d.source.id not in data.sources] == []
    assert {x.quantity for x in data.body.limits} <= set(LIMITS)
    assert {x.quantity for x in data.body.references} <= set(REFERENCES)
    assert {x.quantity for x in data.body.diets} <= set(DIETS)


def test_defaults_say_that_they_are(data: Data) -> None:
    kinds = {name: d.kind for name, d in data.body.defaults.items()}
    assert kinds["oral_bioavailability"] == kinds["dermal_absorption"] == "default"
    assert all(d.kind == "default" for d in data.body.proposals.values())
    assert data.body.defaults["oral_bioavailability"].others[0].span.best == 10


def test_what_a_recalled_factor_may_be_is_bounded(data: Data) -> None:
    """A factor lowers a margin tenfold at most, and never raises it; a margin is a number to a thousand, what is absorbed a percentage."""
    ranges = {name: d.range for name, d in data.body.defaults.items()}
    assert ranges == {
        "oral_bioavailability": (0, 100),
        "dermal_absorption": (0, 100),
        "margin": (1, 1000),
        "loael_factor": (1, 10),
        "short_study_factor": (1, 10),
    }


def test_tolerable_intakes_are_limits(data: Data) -> None:
    # 1 mg/kg a week of aluminium is 1 / 7 a day
    tolerable = {x.element: (x.authority, x.quantity, x.value.span.best, x.value.unit) for x in data.body.limits if x.quantity in ("TDI", "TWI")}
    assert tolerable == {
        "Al": ("efsa", "TWI", pytest.approx(1 / 7, rel=1e-5), "mg/kg/day"),
        "Ni": ("efsa", "TDI", 0.013, "mg/kg/day"),
        "Cr": ("efsa", "TDI", 0.3, "mg/kg/day"),
    }
    assert all(x.band.meets(who.band) for x in data.body.limits if x.quantity in ("TDI", "TWI") for who in data.body.populations.values())


def test_no_two_limits_hold_for_one_band(data: Data) -> None:
    """Of one authority, element and quantity two present limits never meet in age and state, or which holds would hang on the order of the file."""
    for intakes in (data.body.limits, data.body.references):
        now = [x for x in intakes if not x.superseded]
        meeting = [
            (a.authority, a.element, a.quantity, a.band, b.band)
            for n, a in enumerate(now)
            for b in now[n + 1 :]
            if (a.authority, a.element, a.quantity, a.scope) == (b.authority, b.element, b.quantity, b.scope) and a.band.meets(b.band)
            if a.bodies == b.bodies
        ]
        assert meeting == []
