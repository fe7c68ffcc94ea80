"""The most a line may carry, which limit binds it, and what is offered to mend a check."""

from dataclasses import replace
from typing import Any

import pytest

from builders import cream, judged, lipid, near, own, part, said, the_check, value, zinc_gluconate
from formulator.core.advice import Most, rounded_down
from formulator.core.assess import Assessment
from formulator.core.body import Intake
from formulator.core.checks import Check
from formulator.core.data import Data
from formulator.core.figure import Datum
from formulator.core.material import Material
from formulator.core.recipe import Line, Recipe, Use
from formulator.files.recipe import amount

ZINC = 65.38 / (65.38 + 32.06 + 4 * 15.999)  # in zinc sulfate without water, 0.404990
COPPER = 63.546 / (63.546 + 32.06 + 4 * 15.999 + 5 * 18.015)  # in copper sulfate with five, 0.254514


def with_water(*lines: Any, **more: Any) -> Recipe:
    return cream(("water", "q.s."), *lines, **more)


def rinsed(*lines: Any) -> Recipe:
    """A shampoo: so little of it stays that no upper intake binds."""
    return with_water(*lines, product="shampoo")


def dissolving(per_kg: float, id: str = "salt", **more: Any) -> Material:
    return own(id, solubility=value(per_kg, unit="g/kg"), **more)


def zinc_sulfate(id: str = "zinc-sulfate", **more: Any) -> Material:
    """Without a solubility, which would bind first."""
    return own(id, part("Zinc Sulfate", 100, "ZnSO4", cas=("7733-02-0",)), **more)


def offered(found: Assessment) -> dict[tuple[int, int], Most]:
    return {m.line: m for m in found.most}


def set_to(recipe: Recipe, place: tuple[int, int], share: float) -> Recipe:
    line: Line = recipe.phases[place[0]].lines[place[1]]
    return recipe.with_line(*place, replace(line, amount=amount(f"{share:.12g} %")))


def capped(found: Assessment, place: tuple[int, int]) -> list[Check]:
    return [c for c in found.checks if c.caps and place in c.lines]


@pytest.mark.parametrize(
    ("value_", "down"),
    [
        (1.23456, 1.23),
        (1.2399999, 1.23),
        (12.99, 12.9),
        (0.00123999, 0.00123),
        (1.23, 1.23),
        (0.3, 0.3),
        (0.1 + 0.2, 0.3),
        (99.99, 99.9),
        (100, 100),
        (4321, 100),
        (0, 0),
        (-1, 0),
    ],
)
def test_rounded_down(value_: float, down: float) -> None:
    assert rounded_down(value_) == pytest.approx(down, rel=1e-12)
    assert rounded_down(value_) <= max(value_, 0) * (1 + 1e-12)


def test_the_law_binds(data: Data) -> None:
    # 1 % of zinc / 0.404990 = 2.46920 %
    found = judged(rinsed((zinc_sulfate(), "1 %")), data)
    most = offered(found)[0, 1]
    assert (most.rule, most.material, most.share) == ("eu-iii-24", "zinc-sulfate", 2.46)
    assert most.figure.span.best == pytest.approx(1 / ZINC, rel=1e-4)
    assert found.figures["most.zinc-sulfate"] is most.figure
    assert most.figure.method.id == "most-by-limit"


def test_the_intake_binds_where_the_law_allows_more(data: Data) -> None:
    # a face cream: 25 mg × 10 % by mouth, 12 % of it absorbed at least: 0.3 mg; through the skin 2 % of 1.54 g × c: c = 9740.26 mg/kg of zinc
    most = offered(judged(with_water((zinc_sulfate(), "1 %")), data))[0, 1]
    assert (most.rule, most.share) == ("upper-intake", 2.4)
    assert most.figure.span.best == pytest.approx(0.974026 / ZINC, rel=1e-4)


def test_the_intake_binds_where_the_law_says_nothing(data: Data) -> None:
    # copper: 0.07 × 60 × 10 % = 0.42 mg by mouth, 7.4 % of it absorbed: 0.03108 mg; through the skin 0.38 % of 1.54 g × c: c = 5311.0 mg/kg;
    # the sulfate holds 25.45 % of copper: 2.087 %
    found = judged(with_water(("copper-sulfate-pentahydrate", "0.1 %")), data)
    most = offered(found)[0, 1]
    assert most.rule == "upper-intake"
    assert most.figure.span.best == pytest.approx(0.42 * 0.074 / 0.0038 / 1.54 * 1000 / 1e4 / COPPER, rel=1e-4)
    assert "mend" not in the_check(found, "upper-intake", subject="Cu").values


def test_what_the_other_lines_bring_is_taken_off(data: Data) -> None:
    # 0.5 % of zinc from gluconate, which as sold may hold 102 % of its formula, leaves 0.49 %: 1.2099 % of the sulfate
    found = judged(rinsed((zinc_sulfate(), "0.2 %"), (zinc_gluconate(), "0.5 % as Zn")), data)
    assert offered(found)[0, 1].share == 1.2
    # and the sulfate's 0.2 % × 40.50 % = 0.0810 % leaves the gluconate 0.9190 % of zinc, in 14.35 % × 1.02 of it
    gluconate = 65.38 / (65.38 + 12 * 12.011 + 22 * 1.008 + 14 * 15.999)
    assert offered(found)[0, 2].figure.span.best == pytest.approx((1 - 0.2 * ZINC) / (1.02 * gluconate), rel=1e-4)


def test_where_the_others_use_it_up_nothing_is_offered(data: Data) -> None:
    found = judged(rinsed((zinc_sulfate(), "0.2 %"), (zinc_gluconate(), "1.5 % as Zn")), data)
    assert (0, 1) not in offered(found)
    # the heavier one is offered as the mend: (1 − 0.0810) / (14.35 % × 1.02) = 6.279
    assert the_check(found, "eu-iii-24", code="limit").values["mend"] == {"line": [0, 2], "material": "gluconate", "share": 6.27, "rule": "eu-iii-24"}


def test_a_mend_settles_its_check(data: Data) -> None:
    recipe = rinsed((zinc_sulfate(), "3 %"))
    check = the_check(judged(recipe, data), "eu-iii-24", code="limit")
    mend = check.values["mend"]
    assert (check.verdict, mend) == ("fail", {"line": [0, 1], "material": "zinc-sulfate", "share": 2.46, "rule": "eu-iii-24"})
    again = the_check(judged(set_to(recipe, (0, 1), mend["share"]), data), "eu-iii-24", code="limit")
    assert again.verdict == "pass" and "mend" not in again.values


def test_no_mend_where_the_share_is_not_the_matter(data: Data) -> None:
    """A check that cannot be told for another reason than the share of a line that is already low enough has no mend."""
    passing = the_check(judged(rinsed((zinc_sulfate(), "1 %")), data), "eu-iii-24", code="limit")
    assert passing.verdict == "pass" and "mend" not in passing.values
    for check in judged(rinsed((zinc_sulfate(), "2.46 %")), data).checks:
        assert "mend" not in check.values


@pytest.mark.parametrize("product", ["face-cream", "shampoo"])
def test_a_prohibited_line_gets_no_most(product: str, data: Data) -> None:
    selenite = judged(with_water(("sodium-selenite", "1 mg/kg"), product=product), data)
    assert (0, 1) not in offered(selenite)
    assert [c for c in selenite.checks if c.rule == "upper-intake" and c.subject == "Se"]
    # prohibited in this product only: the disulphide is a matter of the entry for shampoos
    disulphide = judged(with_water(("selenium-disulfide", "0.5 %"), product=product), data)
    assert ((0, 1) in offered(disulphide)) == (product == "shampoo")


def test_a_filler_gets_no_most(data: Data) -> None:
    recipe = cream((zinc_sulfate(), "q.s."), ("glycerin", "99 %"))
    assert offered(judged(recipe, data)) == {}


def test_a_filler_is_no_mend_either(data: Data) -> None:
    found = judged(cream((zinc_sulfate(), "q.s."), ("glycerin", "90 %")), data)
    check = the_check(found, "eu-iii-24", code="limit")
    assert check.verdict == "fail" and "mend" not in check.values


def test_a_line_that_no_limit_counts_gets_no_most(data: Data) -> None:
    assert offered(judged(with_water(("glycerin", "5 %")), data)) == {}


def test_solubility_where_water_gives_way(data: Data) -> None:
    # 99 % of water and the line's own 1 % : s·(100 − most)/1000 = most, most = 50 × 100 / 1050 = 4.7619
    found = judged(with_water((dissolving(50), "1 %")), data)
    most = offered(found)[0, 1]
    assert (most.rule, most.share, most.figure.method.id) == ("solubility", 4.76, "most-by-solubility")
    assert most.figure.span.best == pytest.approx(100 * 50 / 1050)
    # it does not depend on how much of it there is now
    assert offered(judged(with_water((dissolving(50), "7 %")), data))[0, 1].figure.span.best == pytest.approx(100 * 50 / 1050)


def test_solubility_in_water_that_is_weighed(data: Data) -> None:
    # 60 % of water: 60 × 50 / 1000 = 3 %
    recipe = cream(("water", "60 %"), ("glycerin", "39 %"), (dissolving(50), "1 %"))
    assert offered(judged(recipe, data))[0, 2].figure.span.best == pytest.approx(3)
    # q.s. of something else gives no water away
    oil = lipid("oil", 10)
    assert offered(judged(cream(("water", "60 %"), (oil, "q.s."), (dissolving(50), "1 %")), data))[0, 2].figure.span.best == pytest.approx(3)


def test_the_water_of_a_solution_counts(data: Data) -> None:
    # 10 % of water, and 90 % of 20 % of a solution: 28 %: 28 × 50 / 1000 = 1.4
    recipe = cream(("water", "10 %"), ("sodium-hydroxide-10", "20 %"), ("glycerin", "69 %"), (dissolving(50), "1 %"))
    assert offered(judged(recipe, data))[0, 3].figure.span.best == pytest.approx(1.4)


def test_the_least_solubility_counts(data: Data) -> None:
    salt = own("salt", solubility=value(50, 40, 60, "g/kg"))
    assert offered(judged(cream(("water", "60 %"), ("glycerin", "39 %"), (salt, "1 %")), data))[0, 2].figure.span.best == pytest.approx(2.4)


def test_where_sources_of_a_solubility_are_apart_the_lowest_counts(data: Data) -> None:
    # zinc gluconate of the library: 11 to 550 g/kg. 100 % of water, which gives way: 11 × 100 / 1011 = 1.0880
    most = offered(judged(rinsed(("zinc-gluconate", "1 %")), data))[0, 1]
    assert (most.rule, most.share) == ("solubility", 1.08)
    assert most.figure.span.best == pytest.approx(11 * 100 / 1011)


def test_what_does_not_dissolve_at_all_is_not_offered(data: Data) -> None:
    assert offered(judged(cream(("glycerin", "99 %"), (dissolving(50), "1 %")), data)) == {}


@pytest.mark.parametrize(("per_kg", "rule"), [(10.0, "solubility"), (1000.0, "eu-iii-24")])
def test_the_tighter_of_solubility_and_law_binds(per_kg: float, rule: str, data: Data) -> None:
    salt = zinc_sulfate("salt", solubility=value(per_kg, unit="g/kg"))
    most = offered(judged(rinsed((salt, "0.1 %")), data))[0, 1]
    # 100 × 10 / 1010 = 0.9901; 2.4692
    assert (most.rule, most.share) == (rule, {"solubility": 0.99, "eu-iii-24": 2.46}[rule])


def test_two_lines_of_one_material_are_told_apart(data: Data) -> None:
    salt = zinc_sulfate("salt")
    found = judged(rinsed((salt, "0.1 %"), (salt, "0.2 %"), (salt, "0.3 %")), data)
    assert [m.figure.id for m in found.most] == ["most.salt", "most.salt@2", "most.salt@3"]
    # 2.4692 less what the other two are
    assert [m.figure.span.best for m in found.most] == list(near(2.4692 - 0.5, 2.4692 - 0.4, 2.4692 - 0.3, 1e-4))
    assert len({m.figure.id for m in found.most} & found.figures.keys()) == 3


def test_a_blend_counts_with_all_its_parts(data: Data) -> None:
    """Zinc sulfate and zinc gluconate in one material: its zinc is 0.5 × 40.50 % + 0.5 × 14.35 % = 27.42 %; 1 / 0.2742 = 3.647 %."""
    blend = own(
        "blend", part("Zinc Sulfate", 50, "ZnSO4", cas=("7733-02-0",)), part("Zinc Gluconate", 50, "Zn(C6H11O7)2", cas=("4468-02-4",), functions=("active",))
    )
    most = offered(judged(rinsed((blend, "1 %")), data))[0, 1]
    assert (most.rule, most.share) == ("eu-iii-24", 3.64)


def test_whole_hundred_is_the_most_there_is(data: Data) -> None:
    weak = own("weak", part("Zinc Sulfate", 0.1, "ZnSO4", cas=("7733-02-0",)), part("Glycerin", 99.9, organic=True))
    most = offered(judged(with_water((weak, "1 %")), data))[0, 1]
    assert most.share == 100 and most.figure.span.best is not None and most.figure.span.best > 100


def preservative(inci: str, formula: str, cas: str) -> Material:
    return own(inci.lower(), part(inci, 100, formula, cas=(cas,)), functions=("preservative",))


def test_a_limit_on_each_ester_binds_each(data: Data) -> None:
    """0.4 % as acid for one paraben, 0.8 % for all: beside 0.3 % of methylparaben no more than 0.48 % of ethylparaben fits."""
    recipe = with_water((preservative("Methylparaben", "C8H8O3", "99-76-3"), "0.3 %"), (preservative("Ethylparaben", "C9H10O3", "120-47-8"), "0.1 %"))
    assert [c.verdict for c in judged(recipe, data).checks if c.rule == "eu-v-12"] == ["pass", "pass"]
    for place, most in offered(judged(recipe, data)).items():
        again = judged(set_to(recipe, place, most.share), data)
        assert [c.verdict for c in again.checks if c.rule == "eu-v-12"] == ["pass", "pass"]


@pytest.mark.parametrize(("product", "rules"), [("face-cream", {"upper-intake", "eu-v-29"}), ("hair-styling", {"eu-iii-24", "upper-intake", "eu-v-29"})])
def test_a_share_at_its_most_passes_and_a_little_more_does_not(product: str, rules: set[str], data: Data) -> None:
    lines = ((zinc_sulfate(), "0.2 %"), (zinc_gluconate(), "1 %"), ("copper-sulfate-pentahydrate", "0.1 %"), ("phenoxyethanol", "0.5 %"))
    recipe = cream(("water", "q.s."), *lines, product=product)
    most = offered(judged(recipe, data))
    assert {m.rule for m in most.values()} == rules
    for place, each in most.items():
        assert all(c.verdict == "pass" for c in capped(judged(set_to(recipe, place, each.share), data), place))
        above = judged(set_to(recipe, place, (each.figure.span.best or 0) * 1.01), data)
        assert any(c.verdict != "pass" for c in capped(above, place))


def recalled(datum: Datum) -> Datum:
    return replace(datum, read="no", confidence="low", range=(0, 100))


def test_nothing_is_offered_on_a_recalled_amount(data: Data) -> None:
    """The 18 g of a sunscreen are recalled: 25 mg × 10 % × 12 % / 18 g look like 0.1 % of zinc that would pass, and nobody could follow where it comes from."""
    found = judged(with_water((zinc_sulfate(), "3 %"), ("phenoxyethanol", "1.2 %"), product="sunscreen"), data)
    # what the law limits by itself is offered still
    assert [(m.material, m.share, m.rule) for m in found.most] == [("Phenoxyethanol", 1, "eu-v-29")]
    zinc = [c for c in found.checks if c.rule in ("eu-iii-24", "upper-intake") and c.lines == ((0, 1),)]
    assert [c.verdict for c in zinc] == ["cannot tell", "fail"] and not any("mend" in c.values for c in zinc)
    assert the_check(found, "eu-v-29").values["mend"]["share"] == 1
    # with an amount of its own it is: 2.46 % by the law, and 25 × 10 % × 12 % / 2 % / 3.6 g = 4.1667 g/kg, 1.0288 % of it, by the intake
    own_amount = judged(with_water((zinc_sulfate(), "3 %"), product="sunscreen", use=Use(amount=said("3.6 g/day", "g/day"))), data)
    assert (offered(own_amount)[0, 1].rule, offered(own_amount)[0, 1].share) == ("upper-intake", 1.02)


def test_nothing_is_offered_on_a_recalled_part_absorbed_by_mouth(data: Data) -> None:
    unread = replace(data, body=replace(data.body, oral={**data.body.oral, "Zn": recalled(data.body.oral["Zn"])}))
    recipe = with_water((zinc_sulfate(), "3 %"))
    assert [m.rule for m in judged(recipe, data).most] == ["upper-intake"]
    assert judged(recipe, unread).most == ()
    assert the_check(judged(recipe, data), "eu-iii-24", code="limit").values["mend"]["rule"] == "upper-intake"
    assert "mend" not in the_check(judged(recipe, unread), "eu-iii-24", code="limit").values


def test_a_recalled_limit_offers_nothing(data: Data) -> None:
    limit = Intake(authority="efsa", element="Zn", quantity="UL", scope="all", value=value(25, unit="mg/day", read="no"))
    assert judged(with_water((zinc_sulfate(), "3 %")), replace(data, body=replace(data.body, limits=(limit,)))).most == ()
