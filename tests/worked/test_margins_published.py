"""Margins of safety that others have printed, some of them wrong: the program comes to the right one from the same inputs, and refuses what is no division."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from builders import ON
from formulator.core.assess import Assessment, evaluate
from formulator.core.data import Data
from formulator.files.recipe import Opened, read_recipe

HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = tomllib.loads((HERE / "margins.toml").read_text(encoding="utf-8"))["case"]
SOURCES = tomllib.loads((HERE / "margins-sources.toml").read_text(encoding="utf-8"))
NO_DOSE = ("cyclohexane-instant-facial-2018", "cyclohexane-masque-2018")  # their point of departure is a concentration, 250 ppm
NOT_READ = [case for case in CASES if "noael" not in case and case["id"] not in NO_DOSE]
PLACEHOLDER = "1 mg/kg/day"  # a dose does not follow from it


def ids(cases: list[dict[str, Any]]) -> list[Any]:
    return [pytest.param(case, id=case["id"]) for case in cases]


def text(case: dict[str, Any], **other: str) -> str:
    """The case as a recipe file. A dose per kg, or one that is given as it stands, is written as the amount that makes it at 60 kg."""
    share, absorption = case.get("share", "10 %"), case.get("dermal_absorption", "100 %")
    product, amount, weight = "face-cream", case.get("amount", ""), case.get("body_weight", "60 kg")
    use = ""
    if "sed_given" in case:
        # 10 % of E, all of it absorbed: E is ten times the dose
        amount = f"{float(case['sed_given'].split()[0]) * 10 * 60 / 1000:.12g} g/day"
    elif not amount:
        amount = f"{float(case['dose'].split()[0]) * 60 / 1000:.12g} g/day"
    if case.get("product_id") == "body-lotion" and case.get("dose") == "123.2 mg/kg/day":
        product = "body-lotion"  # the published pattern itself
    else:
        # skin that takes up what is said, whatever is swallowed of a lipstick: the source has no mouth in it
        product = case.get("product_id", product) if case.get("product_id") != "lipstick" else product
        use = f'[use]\namount = "{amount}"\nbody_weight = "{weight}"\n'
    said = {"noael": case.get("noael", PLACEHOLDER), "oral_bioavailability": "100 %", "dermal_absorption": absorption} | other
    figures = "\n".join(f'{key} = "{value}"' for key, value in said.items() if value)
    cas = f'cas = ["{case["cas"]}"]\n' if "cas" in case else ""
    return (
        f'format = 1\nname = "{case["id"]}"\nproduct = "{product}"\nmarkets = ["EU"]\nemulsion = "none"\n{use}'
        f'[[phase]]\nkind = "water"\n[[phase.line]]\nmaterial = "water"\namount = "q.s."\n[[phase.line]]\nmaterial = "tried"\namount = "{share}"\n'
        f'[[material]]\nid = "tried"\nname = "{case["substance"]}"\ninci = "{case["substance"]}"\n{cas}functions = ["other"]\norganic = true\n{figures}\n'
    )


def opened(case: dict[str, Any], data: Data, **other: str) -> Opened:
    return read_recipe(text(case, **other).encode(), data)


def assessed(case: dict[str, Any], data: Data, **other: str) -> Assessment:
    found = opened(case, data, **other)
    assert found.problems == () and found.recipe is not None, found.problems
    return evaluate(found.recipe, data, ON)


def test_every_case_is_tried_and_has_a_source() -> None:
    assert len(CASES) == 39 and len({case["id"] for case in CASES}) == len(CASES)
    assert sum(case["printed_wrong"] for case in CASES) == 14
    assert {case["source"] for case in CASES} <= SOURCES.keys()
    assert all("right_sed" in case or "sed_given" in case for case in CASES)
    assert {case["id"] for case in CASES if "noael" in case} == {case["id"] for case in CASES if "right_mos" in case}


@pytest.mark.parametrize("case", ids(CASES))
def test_the_dose_is_the_right_one(case: dict[str, Any], data: Data) -> None:
    sed = assessed(case, data).figures["substance.tried.sed"].span
    right = case["right_sed"] if "right_sed" in case else float(case["sed_given"].split()[0])
    assert (sed.low, sed.best, sed.high) == (pytest.approx(right, rel=1e-5),) * 3
    if "printed_sed" in case and not case["printed_wrong"]:
        assert sed.best == pytest.approx(case["printed_sed"], rel=0.03)  # printed to two or three figures


@pytest.mark.parametrize("case", ids([case for case in CASES if "right_mos" in case]))
def test_the_margin_is_the_right_one(case: dict[str, Any], data: Data) -> None:
    found = assessed(case, data)
    mos = found.figures["substance.tried.mos"].span
    assert (mos.low, mos.best, mos.high) == (pytest.approx(case["right_mos"], rel=1e-5, abs=0.06),) * 3
    if not case["printed_wrong"]:
        assert mos.best == pytest.approx(case["printed_mos"], rel=0.005)  # some divide by a rounded dose
    [check] = [c for c in found.checks if c.rule == "margin-of-safety" and c.subject == "tried"]
    assert check.verdict == ("pass" if case["right_mos"] >= 100 else "fail")


@pytest.mark.parametrize("case", ids([case for case in CASES if case["printed_wrong"]]))
def test_what_is_printed_wrong_does_not_come_out(case: dict[str, Any], data: Data) -> None:
    figures = assessed(case, data).figures
    ours = {"printed_sed": figures["substance.tried.sed"].span.best, "printed_mos": figures["substance.tried.mos"].span.best}
    wrong = [key for key, best in ours.items() if key in case and best != pytest.approx(case[key], rel=0.01)]
    if case["id"] == "cyclohexane-masque-2018":
        wrong.remove("printed_mos")  # its dose is right, and the placeholder's margin says nothing of its own
        assert not opened(case, data, noael="250 ppm").recipe
    else:
        assert wrong, case["fault"]


@pytest.mark.parametrize("case", ids([case for case in CASES if case["id"] in NO_DOSE]))
def test_a_concentration_is_no_point_of_departure(case: dict[str, Any], data: Data) -> None:
    found = opened(case, data, noael="250 ppm")
    [problem] = found.problems
    lines = text(case, noael="250 ppm").splitlines()
    assert found.recipe is None
    assert (problem.line, problem.place) == (lines.index('noael = "250 ppm"') + 1, "material[0].noael")
    assert "ppm" in problem.says and "mg/kg/day" in problem.fix


@pytest.mark.parametrize("case", ids(NOT_READ))
def test_without_a_point_of_departure_there_is_no_margin(case: dict[str, Any], data: Data) -> None:
    # under a name of its own, so that nothing on file stands in for it
    alone = {key: x for key, x in case.items() if key != "cas"} | {"substance": f"{case['substance']} as tried"}
    found = assessed(alone, data, noael="", oral_bioavailability="", dermal_absorption="")
    assert not [id for id in found.figures if id.endswith((".mos", ".sed"))]
    [check] = [c for c in found.checks if c.rule == "margin-of-safety"]
    assert (check.severity, check.verdict, check.code, check.values["materials"]) == ("note", "cannot tell", "margin-unknown", [alone["substance"]])
