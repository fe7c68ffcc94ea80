"""The one evaluation: pure, complete, and its verdict the worst of what decides."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders import ON, cream, judged, own, said, the_check, value
from formulator.core.assess import evaluate
from formulator.core.checks import worst
from formulator.core.data import Data, ImpurityLimit
from formulator.core.figure import Figure
from formulator.core.recipe import Recipe, Target, Use
from formulator.files.recipe import open_recipe

RECIPES = sorted((Path(__file__).parents[2] / "recipes").glob("*.toml"))
PLAIN = cream(("water", "q.s."), ("zinc-sulfate-heptahydrate", "0.1 %"), ("phenoxyethanol", "0.9 %"))


def shown(figure: Figure) -> tuple[object, ...]:
    return figure.span, figure.unit, figure.basis, figure.confidence, figure.notes, tuple(figure.form.worked())


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_the_same_recipe_data_and_date_give_the_same_assessment(path: Path, data: Data) -> None:
    recipe = open_recipe(path, data).recipe
    first, second = (evaluate(recipe, data, ON) for _ in range(2))
    assert first.checks == second.checks
    assert {id: shown(f) for id, f in first.figures.items()} == {id: shown(f) for id, f in second.figures.items()}
    assert (first.recipe, first.on, first.verdict, first.markets) == (recipe, ON, second.verdict, second.markets)


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_a_recipes_verdict_is_the_worst_of_its_errors_and_warnings(path: Path, data: Data) -> None:
    found = judged(open_recipe(path, data).recipe, data)
    assert found.verdict == worst([c.verdict for c in found.checks if c.severity in ("error", "warning")])
    for market, told in found.markets.items():
        assert told.verdict == worst([c.verdict for c in found.checks if c.severity != "note" and c.market == market])


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_every_check_points_at_lines_and_figures_that_are_there(path: Path, data: Data) -> None:
    recipe = open_recipe(path, data).recipe
    found = judged(recipe, data)
    places = {(p, n) for p, n, _ in recipe.lines()}
    for check in found.checks:
        assert set(check.lines) <= places, check.rule
        assert not check.figure or check.figure in found.figures, check.rule
        of_market = check.rule.startswith("eu-") or check.rule in ("law-edition", "identity-unknown") or check.code == "upper-intake"
        assert bool(check.market) == of_market, check.rule


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_a_rule_is_told_once_for_a_market_and_subject(path: Path, data: Data) -> None:
    found = judged(open_recipe(path, data).recipe, data)
    told = Counter((c.rule, c.market, c.subject) for c in found.checks if c.code != "upper-intake")  # an authority may set two limits for one element
    assert [key for key, n in told.items() if n > 1] == []


def test_a_recipe_without_fault_passes(data: Data) -> None:
    assert (judged(PLAIN, data).verdict, judged(PLAIN, data).markets["EU"].verdict) == ("pass", "pass")


@pytest.mark.parametrize(
    ("verdicts", "expected"), [([], "pass"), (["pass"], "pass"), (["pass", "cannot tell"], "cannot tell"), (["cannot tell", "fail", "pass"], "fail")]
)
def test_the_worst_of_some_verdicts(verdicts: list[str], expected: str) -> None:
    assert worst(verdicts) == expected


def test_notes_are_shown_and_never_decide(data: Data) -> None:
    found = judged(PLAIN, data, date(2040, 1, 1))
    assert the_check(found, "law-edition", subject="eu-ii").verdict == "cannot tell"
    assert found.verdict == "pass"


def test_a_warning_decides_the_recipe_and_not_the_market(data: Data) -> None:
    aimed = cream(("water", "q.s."), ("phenoxyethanol", "0.9 %"), targets={"Zn": Target(said("1 mg/kg", "mg/kg"), None)})
    found = judged(aimed, data)
    assert (found.verdict, found.markets["EU"].verdict) == ("fail", "pass")


def test_an_alien_number_in_the_amounts_is_refused_at_the_door(data: Data) -> None:
    with pytest.raises(ValueError, match="has faults"):
        evaluate(cream(("water", "q.s."), ("glycerin", "5 g")), data, ON)


def test_all_figures_of_the_contract_are_there(data: Data) -> None:
    recipe = open_recipe(RECIPES[0].with_stem("zinc-copper-face-cream"), data).recipe
    found = judged(recipe, data)
    wanted = (
        "share.total phase.water phase.oil phase.cool-down emulsifier.share hlb.required hlb.blend hlb.gap hlb.split.polysorbate-60 hlb.split.sorbitan-stearate"
    )
    dose = {
        "content": "mg/kg",
        "applied": "mg/day",
        "absorbed": "mg/day",
        "absorbed-per-kg": "mg/kg/day",
        "absorbed-per-area": "mg/cm2/day",
        "oral-equivalent": "mg/day",
        "limit-share": "%",
    }
    beside = ("", ".external", ".internal", ".with-diet")  # of the zinc limits; nobody on file tells a diet in copper for the US
    wanted += " exposure.kept exposure.dose substance.glycerin.sed substance.glycerin.mos ratio.Zn.Cu ratio.Zn.Cu.reference supply.Zn.efsa supply.Cu.efsa"
    wanted += " most.zinc-sulfate-heptahydrate most.copper-sulfate-pentahydrate most.phenoxyethanol"
    wanted += "".join(f" intake.Zn.{who}{kind}" for who in ("efsa", "nasem") for kind in beside)
    for id in [*wanted.split(), *(f"element.{x}.{kind}" for x in ("Zn", "Cu") for kind in dose)]:
        assert found.figures[id].id == id
    units = {id.rpartition(".")[2]: f.unit for id, f in found.figures.items() if id.startswith("element.")}
    assert units == dose
    assert found.figures["exposure.dose"].method.id == "dose-published"  # per kg of body weight as the SCCS prints it


@pytest.mark.parametrize(
    ("recipe", "figure"),
    [
        (cream(("water", "q.s."), ("sodium-benzoate", "0.4 %")), "substance.sodium-benzoate.aggregate-sed"),
        (cream(("water", "q.s."), ("glycerin", "5 %"), use=Use(fingertips=said("2 FTU/day", "FTU/day"))), "exposure.amount"),
    ],
    ids=["from all products", "amount by finger-tips"],
)
def test_what_another_figure_rests_on_is_a_figure_too(recipe: Recipe, figure: str, data: Data) -> None:
    assert figure in judged(recipe, data).figures


def test_the_share_of_a_limit_is_that_of_the_first_markets_authority(data: Data) -> None:
    rows = (("water", "q.s."), ("zinc-sulfate-heptahydrate", "200 mg/kg as Zn"))
    for markets, whose in ((("EU", "US"), "efsa"), (("US", "EU"), "nasem"), (("JP", "CA"), "nasem"), (("JP",), "efsa")):
        figures = judged(cream(*rows, markets=markets), data).figures
        assert figures["element.Zn.limit-share"].span == figures[f"intake.Zn.{whose}.internal"].span, markets
    found = judged(cream(*rows, markets=("EU", "US")), data)
    assert {c.market: c.figure for c in found.checks if c.code == "upper-intake"} == {"EU": "element.Zn.limit-share", "US": "intake.Zn.nasem.internal"}
    assert "element.S.limit-share" not in found.figures  # nobody limits it


@pytest.mark.parametrize(
    ("who", "verdict", "code"),
    [
        ("", "pass", "limit"),
        ("child-4-6", "pass", "limit"),
        ("child-1-3", "fail", "prohibited-here"),
        ("infant-7-12-months", "fail", "prohibited-here"),
        ("infant-0-6-months", "fail", "prohibited-here"),
    ],
)
def test_a_person_under_three_brings_the_law_for_children_under_three(who: str, verdict: str, code: str, data: Data) -> None:
    """Entry 98 allows 2 % of salicylic acid in a face cream, and none at all in preparations for children under three."""
    found = judged(cream(("water", "q.s."), ("salicylic-acid", "0.4 %"), use=Use(population=who)), data)
    check = the_check(found, "eu-iii-98")
    assert (check.verdict, check.code, "under-three" in found.pattern.scopes) == (verdict, code, verdict == "fail")
    assert found.pattern.scopes - {"under-three"} == found.pattern.product.scopes


def test_a_limit_for_children_under_three_of_a_market_is_theirs(data: Data) -> None:
    """An impurity limit for products of children under three: 2 mg/kg, where others may hold 10."""
    limits = tuple(
        ImpurityLimit(market="CN", element="Pb", quantity="limit", scopes=scopes, value=value(most, unit="mg/kg"))
        for scopes, most in (((frozenset({"under-three"}),), 2.0), ((), 10.0))
    )
    dirty = own("dirty", impurities={"Pb": value(None, 0, 5, "mg/kg")})
    for who, verdict in (("adult", "pass"), ("child-1-3", "fail")):
        recipe = cream((dirty, "100 %"), markets=("CN",), use=Use(population=who))
        assert the_check(judged(recipe, replace(data, impurities=limits)), "impurity-cn", subject="Pb").verdict == verdict
