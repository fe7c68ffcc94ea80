"""The weigh sheet, worked by hand: rounding, what it does, and the order of the INCI list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from formulator.core.assess import Assessment, evaluate
from formulator.core.data import Data
from formulator.core.recipe import Line, Phase, Quantity, Recipe
from formulator.files.recipe import amount
from formulator.report.weigh_sheet import Sheet, SheetLine, rounded, rounded_masses, weigh_sheet

ON = date(2026, 11, 22)


def recipe(*phases: tuple[str, tuple[tuple[str, str], ...]]) -> Recipe:
    made = tuple(
        Phase(name="ABC"[n], kind=kind, lines=tuple(Line(material=id, amount=amount(text)) for id, text in lines))  # type: ignore[arg-type]
        for n, (kind, lines) in enumerate(phases)
    )
    return Recipe(name="Sheet", product="face-cream", emulsion="none", markets=("EU",), phases=made)


def judged(made: Recipe, data: Data) -> Assessment:
    return evaluate(made, data, ON)


def sheet(made: Recipe, data: Data, batch: float, resolution: str) -> Sheet:
    return weigh_sheet(judged(made, data), data, batch, Decimal(resolution))


def by_name(found: Sheet, name: str) -> SheetLine:
    return next(line for line in found.lines if line.name.lower().startswith(name))


SMALL = (("water", (("water", "q.s."), ("glycerin", "5 %"), ("zinc-sulfate-heptahydrate", "0.13 %"))), ("cool-down", (("phenoxyethanol", "0.9 %"),)))


@pytest.mark.parametrize(
    ("mass", "resolution", "shown"),
    [
        (2.5, "1", "3"),  # a half goes up, also where the nearest even number is below
        (3.5, "1", "4"),
        (0.65, "0.1", "0.7"),  # as a float 0.65 lies below the half; as it is written it does not
        (2.675, "0.01", "2.68"),
        (0.8 * 750 / 100, "0.01", "6.00"),  # 6.000000000000001 as a float
        (12.3456, "0.05", "12.35"),
        (12.32, "0.5", "12.5"),
        (4.4, "10", "0"),
        (0.0004, "0.001", "0.000"),
        (0.0005, "0.001", "0.001"),
    ],
)
def test_a_balance_shows_the_nearest_step(mass: float, resolution: str, shown: str) -> None:
    assert rounded(mass, Decimal(resolution)) == Decimal(shown)


def test_without_a_filler_the_total_is_off() -> None:
    # 3 × 3.35 g = 10.05 g; each rounds up to 3.4 g: 10.2 g, 0.15 g too much
    found = rounded_masses([3.35, 3.35, 3.35], Decimal("0.1"), [False, False, False])
    assert found == [Decimal("3.4")] * 3


def test_the_filler_takes_what_rounding_leaves() -> None:
    # 3.3 g + 2 × 3.35 g = 10.0 g; the two round up by 0.05 g each, so the filler gets 10.0 − 6.8 = 3.2 g
    assert rounded_masses([3.3, 3.35, 3.35], Decimal("0.1"), [True, False, False]) == [Decimal("3.2"), Decimal("3.4"), Decimal("3.4")]


def test_the_masses_of_a_batch(data: Data) -> None:
    # 50 g on a balance of 0.1 g: glycerin 2.5; zinc sulfate 0.065 → 0.1; phenoxyethanol 0.45 → 0.5; water 50 − 3.1 = 46.9 (exact: 46.985)
    found = sheet(recipe(*SMALL), data, 50.0, "0.1")
    assert [[line.text for line in phase.lines] for phase in found.phases] == [["46.9", "2.5", "0.1"], ["0.5"]]
    assert [phase.weighed for phase in found.phases] == ["49.5", "0.5"]
    assert found.total == Decimal("50.0") and found.off == pytest.approx(0, abs=1e-12)
    assert found.exact == pytest.approx(50)
    worst = found.worst
    assert worst is not None and worst.place == (0, 2)
    # 0.1 g instead of 0.065 g in the same 50 g: 0.1 / 0.065 − 1 = 53.85 %
    assert worst.off == pytest.approx(53.846, abs=1e-3)
    # 46.9 / 46.985 − 1 = −0.181 %
    assert by_name(found, "water").off == pytest.approx(-0.18091, abs=1e-4)
    assert by_name(found, "phenoxyethanol").off == pytest.approx(11.111, abs=1e-3)
    assert [line.coarse for line in found.lines] == [False, False, True, True]


def test_a_finer_balance_moves_nothing(data: Data) -> None:
    found = sheet(recipe(*SMALL), data, 1000.0, "0.1")  # 1.3 g and 9 g: exact to the step
    assert found.worst is None and found.off == pytest.approx(0, abs=1e-9)
    assert [line.text for line in found.lines] == ["939.7", "50.0", "1.3", "9.0"]


def test_too_little_for_the_balance(data: Data) -> None:
    found = sheet(recipe(*SMALL), data, 10.0, "0.1")  # zinc sulfate 0.013 g
    line = by_name(found, "zinc")
    assert line.text == "0.0" and line.lost and line.off == pytest.approx(-100)


def test_lines_that_miss_100_keep_their_own_total(data: Data) -> None:
    # 90 % of 200 g: 180 g, and the sheet says that the recipe is 10 % short
    found = sheet(recipe(("water", (("water", "80 %"), ("glycerin", "10 %")))), data, 200.0, "1")
    assert found.exact == pytest.approx(180) and found.total == 180 and found.short == pytest.approx(-10)


def test_a_q_s_below_zero_is_not_weighed(data: Data) -> None:
    found = sheet(recipe(("water", (("water", "q.s."), ("glycerin", "110 %")))), data, 100.0, "0.1")
    assert [line.text for line in found.lines] == ["0.0", "110.0"] and found.lines
    assert [line.share for line in found.lines] == pytest.approx([-10, 110])


def test_a_recipe_in_grams_is_scaled(data: Data) -> None:
    # 90 g + 6 g + 4 g = 100 g, to 250 g: × 2.5
    made = recipe(("water", (("water", "90 g"), ("glycerin", "6 g"), ("phenoxyethanol", "4 g"))))
    assert [line.text for line in sheet(made, data, 250.0, "0.1").lines] == ["225.0", "15.0", "10.0"]


def test_an_adjuster_has_its_most_rounded_down(data: Data) -> None:
    made = recipe(("water", (("water", "q.s."), ("sodium-hydroxide-10", "0.3 %"))))
    line = replace(made.phases[0].lines[1], adjust="pH", maximum=amount("0.6 %"))
    found = sheet(made.with_line(0, 1, line), data, 33.0, "0.1")
    # 0.6 % of 33 g is 0.198 g: never more than that, so 0.1 g
    assert by_name(found, "sodium").most == "0.1" and by_name(found, "sodium").text == "0.1" and by_name(found, "sodium").adjust == "pH"


@pytest.mark.parametrize(("batch", "most"), [(100.0, "4.00"), (250.0, "10.00"), (25.0, "1.00")])
def test_the_most_of_an_adjuster_in_grams_is_its_grams(data: Data, batch: float, most: str) -> None:
    # 99 g + 1 g = 100 g, max 4 g: 4 g to the 99 g are 3.883 % of 103 g, and 3.883 % of the batch would be too little
    made = recipe(("water", (("water", "99 g"), ("sodium-hydroxide-10", "1 g"))))
    line = replace(made.phases[0].lines[1], adjust="pH", maximum=amount("4 g"))
    assert by_name(sheet(made.with_line(0, 1, line), data, batch, "0.01"), "sodium").most == most


def test_heat_steps_and_batch_stand_as_they_are_written(data: Data) -> None:
    made = recipe(*SMALL)
    first = replace(made.phases[0], heat=Quantity("75 degC", 75.0), steps=("Heat.", "Stir."))
    found = sheet(replace(made, phases=(first, *made.phases[1:])), data, 50.0, "0.01")
    assert (found.phases[0].heat, found.phases[0].steps, found.phases[1].heat) == ("75 °C", ("Heat.", "Stir."), "")


def test_rounding_that_breaks_a_limit_is_told(data: Data) -> None:
    # phenoxyethanol: at most 1 % (Annex V, entry 29). 0.98 % of 26 g is 0.2548 g; a balance of 0.1 g makes it 0.3 g, 1.15 %; one of 0.01 g 0.25 g, 0.96 %
    made = recipe(("water", (("water", "q.s."), ("phenoxyethanol", "0.98 %"))))
    assert [c.rule for c in sheet(made, data, 26.0, "0.1").worsened] == ["eu-v-29"]
    assert sheet(made, data, 26.0, "0.01").worsened == ()


def names(found: Sheet) -> list[list[str]]:
    return [[one.name for one in part] for part in (found.inci.above, found.inci.below, found.inci.colourants)]


def test_the_inci_list_is_in_descending_order(data: Data) -> None:
    # water 93.97 (the rest) · glycerin 5 · then below 1 %: phenoxyethanol 0.9, zinc sulfate 0.13
    found = sheet(recipe(*SMALL), data, 50.0, "0.1")
    assert names(found) == [["Aqua", "Glycerin"], ["Phenoxyethanol", "Zinc Sulfate"], []]
    assert found.inci.text == "Aqua, Glycerin, Phenoxyethanol, Zinc Sulfate"
    assert found.inci.nameless == found.inci.uncertain == ()


def test_alike_names_are_summed_over_materials(data: Data) -> None:
    # sodium hydroxide 10 % at 4 %: 3.6 % water, 0.4 % sodium hydroxide. Water: 2 + 3.6 = 5.6 %, above glycerin's 5 %, below the oil's 89 %
    made = recipe(("water", (("water", "2 %"), ("glycerin", "5 %"), ("sodium-hydroxide-10", "4 %"))), ("oil", (("squalane", "q.s."),)))
    found = sheet(made, data, 100.0, "0.1")
    assert names(found) == [["Squalane", "Aqua", "Glycerin"], ["Sodium Hydroxide"], []]
    assert [one.share.best for one in found.inci.above] == pytest.approx([89, 5.6, 5])


def test_rounding_does_not_reorder_the_list(data: Data) -> None:
    found = sheet(recipe(("water", (("water", "q.s."), ("glycerin", "1.02 %"), ("propylene-glycol", "1.04 %")))), data, 10.0, "0.1")
    assert names(found)[0] == ["Aqua", "Propylene Glycol", "Glycerin"]


def test_a_blend_of_unknown_shares_is_placed_by_its_most_and_named(data: Data) -> None:
    # each of its three can be anything up to all of 6 %
    found = sheet(recipe(("water", (("water", "q.s."), ("glycerin", "5 %"), ("tefose-63", "6 %")))), data, 100.0, "0.1")
    assert names(found)[0][0] == "Aqua" and names(found)[0][-1] == "Glycerin"
    assert found.inci.uncertain == ("PEG-6 Stearate", "Glycol Stearate", "PEG-32 Stearate")


def test_what_has_no_inci_name_is_named(data: Data) -> None:
    found = sheet(recipe(("water", (("water", "q.s."), ("potassium-iodate", "0.1 %"), ("unheard-of", "1 %")))), data, 100.0, "0.1")
    assert names(found) == [["Aqua"], [], []]
    assert len(found.inci.nameless) == 2 and found.inci.nameless[1] == "unheard-of (unknown)"
    assert by_name(found, "unheard").unknown
