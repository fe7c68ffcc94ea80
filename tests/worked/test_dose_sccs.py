"""The table of the SCCS worked by hand: what stays on the skin of each product type, per day and per kg, and every other way from a use to a dose."""

from typing import Any

import pytest

from builders import bounds, cream, judged, near, pure_zinc_oxide, said
from formulator.core.assess import Assessment
from formulator.core.data import Data
from formulator.core.exposure import Pattern
from formulator.core.recipe import Recipe, Use

# product type, g/day, retention, kept = g/day × retention, E/bw as printed (mg/kg/day, after retention), 1000 × kept / 60 kg
TABLE = [
    ("shower-gel", 18.67, 0.01, 0.1867, 2.79, 3.111667),  # 18.67 × 0.01 = 0.1867; 186.7 / 60 = 3.111667
    ("hand-wash-soap", 20.0, 0.01, 0.2, 3.33, 3.333333),  # 20 × 0.01 = 0.2; 200 / 60 = 3.333333
    ("shampoo", 10.46, 0.01, 0.1046, 1.51, 1.743333),  # 10.46 × 0.01 = 0.1046; 104.6 / 60 = 1.743333
    ("hair-conditioner", 3.92, 0.01, 0.0392, 0.67, 0.653333),  # 3.92 × 0.01 = 0.0392; 39.2 / 60 = 0.653333
    ("body-lotion", 7.82, 1.0, 7.82, 123.2, 130.333333),  # 7820 / 60 = 130.333333
    ("face-cream", 1.54, 1.0, 1.54, 24.14, 25.666667),  # 1540 / 60 = 25.666667
    ("hand-cream", 2.16, 1.0, 2.16, 32.7, 36.0),  # 2160 / 60 = 36
    ("deodorant-non-spray", 1.5, 1.0, 1.5, 22.08, 25.0),  # 1500 / 60 = 25
    ("hair-styling", 4.0, 0.1, 0.4, 5.74, 6.666667),  # 4 × 0.1 = 0.4; 400 / 60 = 6.666667
    ("liquid-foundation", 0.51, 1.0, 0.51, 7.9, 8.5),  # 510 / 60 = 8.5
    ("make-up-remover", 5.0, 0.1, 0.5, 8.33, 8.333333),  # 5 × 0.1 = 0.5; 500 / 60 = 8.333333
    ("lipstick", 0.057, 1.0, 0.057, 0.9, 0.95),  # 57 / 60 = 0.95
    ("eye-shadow", 0.02, 1.0, 0.02, 0.33, 0.333333),  # 20 / 60 = 0.333333
    ("mascara", 0.025, 1.0, 0.025, 0.42, 0.416667),  # 25 / 60 = 0.416667
    ("eyeliner", 0.005, 1.0, 0.005, 0.08, 0.083333),  # 5 / 60 = 0.083333
    ("toothpaste", 2.75, 0.05, 0.1375, 2.16, 2.291667),  # 2.75 × 0.05 = 0.1375; 137.5 / 60 = 2.291667
    ("mouthwash", 21.62, 0.1, 2.162, 32.54, 36.033333),  # 21.62 × 0.1 = 2.162; 2162 / 60 = 36.033333
]
# outside the sum of all products
ALONE = [("deodorant-spray", 0.69, 1.0, 0.69, 10.0, 11.5)]  # 690 / 60 = 11.5

# who, area per kg beside an adult's, body weight kg: a face cream then comes to 24.14 × factor per kg, and that × weight / 1000 in g a day
CHILDREN = [
    ("infant-0-6-months", (1.8, 2.3), 5, (43.452, 55.522), (0.21726, 0.27761)),
    ("infant-7-12-months", (1.6, 1.8), 9, (38.624, 43.452), (0.347616, 0.391068)),
    ("child-1-3", (1.5, 1.6), 12, (36.21, 38.624), (0.43452, 0.463488)),
    ("child-4-6", (1.3, 1.6), 20, (31.382, 38.624), (0.62764, 0.77248)),
]


def plain(product: str = "face-cream", **use: Any) -> Recipe:
    return cream(("glycerin", "99 %"), (pure_zinc_oxide(), "1 %"), product=product, use=Use(**use))


def pattern(data: Data, product: str = "face-cream", **use: Any) -> Pattern:
    return found(data, product, **use).pattern


def found(data: Data, product: str = "face-cream", **use: Any) -> Assessment:
    return judged(plain(product, **use), data)


@pytest.mark.parametrize(("product", "amount", "retention", "kept", "printed", "by_weight"), [*TABLE, *ALONE], ids=lambda x: x if isinstance(x, str) else "")
def test_a_row_of_the_table(product: str, amount: float, retention: float, kept: float, printed: float, by_weight: float, data: Data) -> None:
    seen = found(data, product)
    use = seen.pattern
    assert use.amount is not None
    assert (use.amount.span.best, use.retention.span.best) == (amount, retention)
    assert bounds(seen.figures["exposure.kept"].span) == near(kept, kept, kept)
    # the dose is the printed one, each panel member's own weight in it: neither divided by a weight nor rinsed again
    assert bounds(seen.figures["exposure.dose"].span) == (printed, printed, printed)
    assert (use.dose.method.id, use.published, [term.value for term in use.dose.form.terms()]) == ("dose-published", True, [data.products[product].retained])
    # the same amount said by the recipe: amount × retention / 60 kg
    stated = found(data, product, amount=said(f"{amount} g/day", "g/day"))
    assert bounds(stated.figures["exposure.kept"].span) == near(kept, kept, kept)
    assert bounds(stated.figures["exposure.dose"].span) == near(by_weight, by_weight, by_weight)
    assert (stated.pattern.dose.method.id, stated.pattern.published) == ("dose-by-weight", False)


@pytest.mark.parametrize(
    ("product", "before", "after"),
    # the dose per kg before rinsing × retention, beside what is printed after it
    [("shampoo", 1.5049, 1.51), ("hair-styling", 5.74, 5.74), ("shower-gel", 2.792, 2.79), ("toothpaste", 2.1645, 2.16), ("mouthwash", 32.54, 32.54)],
)
def test_what_is_printed_after_rinsing_is_not_rinsed_again(product: str, before: float, after: float, data: Data) -> None:
    on_file = data.products[product]
    assert on_file.dose is not None and on_file.retention is not None and on_file.dose.span.best is not None and on_file.retention.span.best is not None
    assert on_file.dose.span.best * on_file.retention.span.best == pytest.approx(before)
    assert before == pytest.approx(after, abs=0.0052)
    assert pattern(data, product).dose.span.best == after


def test_all_products_together(data: Data) -> None:
    # 0.1867 + 0.2 + 0.1046 + 0.0392 + 7.82 + 1.54 + 2.16 + 1.5 + 0.4 + 0.51 + 0.5 + 0.057 + 0.02 + 0.025 + 0.005 + 0.1375 + 2.162 = 17.367
    # 2.79 + 3.33 + 1.51 + 0.67 + 123.2 + 24.14 + 32.7 + 22.08 + 5.74 + 7.9 + 8.33 + 0.9 + 0.33 + 0.42 + 0.08 + 2.16 + 32.54 = 268.82
    whole = data.body.aggregate
    assert whole is not None
    assert len(whole.products) == 17 and set(whole.products) == {row[0] for row in TABLE}
    kept = sum(pattern(data, product).kept.span.high for product in whole.products)
    dose = sum(pattern(data, product).dose.span.high for product in whole.products)
    assert (kept, dose) == (pytest.approx(17.367), pytest.approx(268.82))
    assert (whole.amount.span.best, whole.dose.span.best) == (17.4, 269.0) == (round(kept, 1), round(dose))


def test_a_sunscreen_stands_by_itself(data: Data) -> None:
    # 18 000 mg / 60 kg = 300 mg/kg; outside the sum, and recalled, so it settles nothing
    use = pattern(data, "sunscreen")
    assert bounds(use.dose.span) == near(300, 300, 300)
    assert data.body.aggregate is not None and "sunscreen" not in data.body.aggregate.products
    assert use.kept.firm is not None and use.kept.firm.low == 0


@pytest.mark.parametrize(
    ("use", "dose"),
    [
        # 3000 mg / 60 kg
        ({"amount": said("3 g/day", "g/day")}, 50.0),
        # 1540 mg / 50 kg: with a weight of one's own the published dose per kg no longer holds
        ({"body_weight": said("50 kg", "kg")}, 30.8),
        # 3000 mg / 50 kg
        ({"amount": said("3 g/day", "g/day"), "body_weight": said("50 kg", "kg")}, 60.0),
        # and stated in words that say the same: 3000 mg/day
        ({"amount": said("3000 mg/day", "g/day"), "body_weight": said("50 kg", "kg")}, 60.0),
    ],
)
def test_what_is_stated_is_divided_by_the_body_weight(use: dict[str, Any], dose: float, data: Data) -> None:
    assert bounds(found(data, **use).figures["exposure.dose"].span) == near(dose, dose, dose)


def test_a_stated_amount_is_still_rinsed_off(data: Data) -> None:
    # 12 g/day × 0.01 = 0.12 g; 120 mg / 60 kg = 2 mg/kg
    seen = found(data, "shampoo", amount=said("12 g/day", "g/day"))
    assert bounds(seen.figures["exposure.kept"].span) == near(0.12, 0.12, 0.12)
    assert bounds(seen.figures["exposure.dose"].span) == near(2, 2, 2)


def test_fingertip_units(data: Data) -> None:
    # one unit 0.43–0.49 g: 2.5 × 0.43 = 1.075, 2.5 × 0.49 = 1.225 g/day; 1075 / 60 = 17.91667, 1225 / 60 = 20.41667 mg/kg
    seen = found(data, fingertips=said("2.5 FTU/day", "FTU/day"))
    assert bounds(seen.figures["exposure.kept"].span) == near(1.075, None, 1.225)
    assert bounds(seen.figures["exposure.dose"].span) == near(17.91667, None, 20.41667)


@pytest.mark.parametrize(
    ("product", "use", "kept"),
    [
        # 2 mg/cm² × 565 cm² × 2 /day / 1000 = 2.26 g
        ("face-cream", {"part": "face", "applications": said("2 1/day", "1/day")}, (2.26, 2.26, 2.26)),
        # the product's own area and frequency: 2 × 565 × 2.14 / 1000 = 2.4182
        ("face-cream", {}, (2.4182, 2.4182, 2.4182)),
        # 2 × 100 × 2.14 / 1000 = 0.428
        ("face-cream", {"area": said("100 cm2", "cm2")}, (0.428, 0.428, 0.428)),
        # hands 860 cm²: 2 × 860 × 2 / 1000 = 3.44
        ("hand-cream", {"part": "hands"}, (3.44, 3.44, 3.44)),
        # arms 2415–2503 cm²: 2 × 2415 × 1 / 1000 = 4.83, 2 × 2503 / 1000 = 5.006
        ("body-lotion", {"part": "arms", "applications": said("1 1/day", "1/day")}, (4.83, None, 5.006)),
        # what is rinsed off: 2 × 1440 × 1 / 1000 × 0.01 = 0.0288
        ("shampoo", {}, (0.0288, 0.0288, 0.0288)),
        # no area and no frequency published: up to 30 000 cm² a hundred times: 2 × 30 000 × 100 / 1000 × 0.05 = 300
        ("toothpaste", {}, (0, None, 300)),
    ],
)
def test_a_film_on_an_area_so_many_times(product: str, use: dict[str, Any], kept: tuple[float, float | None, float], data: Data) -> None:
    seen = found(data, product, film=said("2 mg/cm2", "mg/cm2"), **use)
    assert bounds(seen.figures["exposure.kept"].span) == near(*kept)
    low, best, high = (None if x is None else 1000 * x / 60 for x in kept)
    assert low is not None and high is not None
    assert bounds(seen.figures["exposure.dose"].span) == near(low, best, high)


def test_frequency_counts_for_a_film_only(data: Data) -> None:
    six = {"applications": said("6 1/day", "1/day")}
    film, amount = {"film": said("2 mg/cm2", "mg/cm2")}, {"amount": said("2 g/day", "g/day")}
    # 2 × 565 × 6 / 1000 = 6.78
    assert found(data, **film, **six).figures["exposure.kept"].span.best == pytest.approx(6.78)
    assert found(data, **amount, **six).figures["exposure.kept"].span.best == 2
    assert found(data, **six).figures["exposure.kept"].span.best == 1.54
    assert pattern(data, **six).dose.span.best == 24.14


@pytest.mark.parametrize(("who", "factor", "weight", "dose", "kept"), CHILDREN)
def test_a_child_has_more_skin_per_kg(
    who: str, factor: tuple[float, float], weight: float, dose: tuple[float, float], kept: tuple[float, float], data: Data
) -> None:
    on_file = data.body.populations[who]
    assert on_file.area_factor is not None
    assert (on_file.area_factor.span.low, on_file.area_factor.span.high, on_file.body_weight.span.best) == (*factor, weight)
    seen = found(data, population=who)
    assert bounds(seen.figures["exposure.dose"].span) == near(dose[0], None, dose[1])
    assert bounds(seen.figures["exposure.kept"].span) == near(kept[0], None, kept[1])


def test_how_much_a_child_swallows_is_not_published(data: Data) -> None:
    # an adult leaves a twentieth of a toothpaste in the mouth; of a child anything up to all of it: 2.75 g; 2750 mg / 12 kg = 229.1667 mg/kg
    seen = found(data, "toothpaste", population="child-1-3")
    assert bounds(seen.figures["exposure.kept"].span) == near(0, None, 2.75)
    assert bounds(seen.figures["exposure.dose"].span) == near(0, None, 229.16667)
    # no skin area comes into it: of a lipstick 57 mg / 12 kg = 4.75 mg/kg
    lips = found(data, "lipstick", population="child-1-3")
    assert (bounds(lips.figures["exposure.dose"].span), lips.pattern.dose.method.id) == (near(0, None, 4.75), "dose-by-weight")
    # above ten years, without a factor of its own, as an adult does: 0.1375 g over 43.4 kg = 3.168203
    assert bounds(found(data, "toothpaste", population="child-11-14").figures["exposure.dose"].span) == near(3.168203, 3.168203, 3.168203)


def test_a_child_of_a_range_of_weights(data: Data) -> None:
    # 24.14 × 1.3 = 31.382, × 1.5 = 36.21 mg/kg; × 23.1 kg / 1000 = 0.7249242 g, × 36 kg / 1000 = 1.30356 g
    seen = found(data, population="child-7-10")
    assert bounds(seen.figures["exposure.dose"].span) == near(31.382, None, 36.21)
    assert bounds(seen.figures["exposure.kept"].span) == near(0.7249242, None, 1.30356)


@pytest.mark.parametrize(
    ("who", "dose"),
    # no factor is published above ten years: an adult's amount, over the child's weight: 1540 / 43.4 = 35.48387; 1540 / 61.3 = 25.12235
    [("child-11-14", 35.48387), ("adolescent-15-17", 25.12235)],
)
def test_older_children_are_taken_to_use_an_adults_amount(who: str, dose: float, data: Data) -> None:
    seen = found(data, population=who)
    assert bounds(seen.figures["exposure.kept"].span) == near(1.54, 1.54, 1.54)
    assert bounds(seen.figures["exposure.dose"].span) == near(dose, dose, dose)


def test_the_amount_that_is_named(data: Data) -> None:
    # an adult's is the published one; a child's is worked out, 0.43452–0.463488 g; one that is stated is named as it is
    assert [bounds(x.span) for x in (pattern(data).shown, pattern(data, population="child-1-3").shown) if x] == [
        (1.54, 1.54, 1.54),
        near(0.43452, None, 0.463488),
    ]
    stated = pattern(data, population="child-1-3", amount=said("1 g/day", "g/day")).shown
    assert stated is not None and stated.span.best == 1
    assert pattern(data, "shaving-cream").shown is None


@pytest.mark.parametrize("who", ["adult", "adult-19-50", "adult-51-70", "adult-over-70", "pregnant", "lactating"])
def test_adults_of_one_weight_have_the_published_dose(who: str, data: Data) -> None:
    assert pattern(data, population=who).dose.span.best == 24.14


def test_the_dose_of_an_element_follows_the_dose_of_the_cream(data: Data) -> None:
    # 1 % of pure zinc oxide: 65.38 / 81.379 × 10 000 = 8034.02 mg/kg. Per day 1.54 × 8034.02 / 1000 = 12.3724 mg.
    # Through the skin at most 2 %: 12.3724 × 0.02 = 0.24745 mg; per kg 24.14 × 8034.02 × 0.02 / 10⁶ = 0.0038789 mg/kg, not 0.24745 / 60 = 0.0041242
    figures = found(data).figures
    assert bounds(figures["element.Zn.applied"].span) == near(12.3724, 12.3724, 12.3724, 1e-4)
    assert figures["element.Zn.absorbed"].span.high == pytest.approx(0.24745, rel=1e-4)
    assert figures["element.Zn.absorbed-per-kg"].span.high == pytest.approx(0.0038789, rel=1e-4)
    # per cm² of the face: 0.24745 / 565
    assert figures["element.Zn.absorbed-per-area"].span.high == pytest.approx(0.24745 / 565, rel=1e-4)
