"""What holds for every dose, margin, impurity and ratio: knowing more never turns a settled verdict, and nothing hangs on how a thing is written."""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from builders import cream, judged, own, part, said, value
from formulator.core.assess import Assessment
from formulator.core.checks import Check
from formulator.core.data import Data, ImpurityLimit
from formulator.core.figure import Datum
from formulator.core.material import Material, Toxicity
from formulator.core.recipe import Line, Recipe, Use
from formulator.core.span import Span
from formulator.files.recipe import amount

TIMES = (0.0, 0.5, 0.9, 1.0, 1.0, 1.1, 3.0)  # below and above what it is
SETTLED = ("pass", "fail")


@st.composite
def narrowing(draw: st.DrawFn, smallest: float, largest: float) -> tuple[Span, Span]:
    """A span, and one within it."""
    # on a logarithmic scale: margins run over many powers of ten
    ends = sorted(math.exp(draw(st.floats(math.log(smallest), math.log(largest)))) for _ in range(4))
    low, inner, outer, high = ends
    wide = Span.between(low, high)
    best = draw(st.sampled_from([None, inner, outer]))
    return wide, Span(inner, best, outer)


def spans(pair: tuple[Span, Span], unit: str) -> tuple[Datum, Datum]:
    wide, narrow = (value(s.best, s.low, s.high, unit) for s in pair)
    return wide, narrow


def checks(found: Assessment, *rules: str) -> dict[tuple[str, str, str], Check]:
    return {(c.rule, c.subject, c.market): c for c in found.checks if c.rule.startswith(rules) and c.severity != "note"}


def never_turned(wide: Assessment, narrow: Assessment, *rules: str) -> None:
    before, after = checks(wide, *rules), checks(narrow, *rules)
    assert before.keys() == after.keys()
    for key, check in before.items():
        if check.verdict in SETTLED:
            assert after[key].verdict == check.verdict, key


def known(noael: Datum, oral: Datum, dermal: Datum) -> Material:
    return own("tried", part("Tried", organic=True), toxicity=Toxicity(noael=noael, oral_bioavailability=oral, dermal_absorption=dermal))


MARGIN = st.tuples(narrowing(0.01, 1e4), narrowing(1, 100), narrowing(0.01, 100))


@given(MARGIN, st.floats(0.01, 20), st.sampled_from(["intact", "damaged"]))
def test_knowing_more_never_turns_a_margin(data: Data, pairs: tuple[tuple[Span, Span], ...], share: float, skin: str) -> None:
    noael, oral, dermal = (spans(pair, unit) for pair, unit in zip(pairs, ("mg/kg/day", "%", "%"), strict=True))
    found = [judged(cream(("water", "q.s."), (known(noael[n], oral[n], dermal[n]), f"{share} %"), use=Use(skin=skin)), data) for n in (0, 1)]
    never_turned(found[0], found[1], "margin-of-safety")


@given(narrowing(1, 1e6), narrowing(0.1, 100), narrowing(0.1, 100), narrowing(0.01, 1e3), st.sampled_from(["face-cream", "shampoo", "lipstick"]))
def test_knowing_more_never_turns_an_upper_intake(
    data: Data, content: tuple[Span, Span], through: tuple[Span, Span], oral: tuple[Span, Span], limit: tuple[Span, Span], product: str
) -> None:
    found = []
    for n in (0, 1):
        salt = own("salt", part("Salt", 100, elements={"Zn": spans(content, "mg/kg")[n]}))
        body = data.body
        absorptions = tuple(replace(a, fraction=spans(through, "%")[n]) if (a.element, a.skin) == ("Zn", "intact") else a for a in body.absorptions)
        limits = tuple(replace(x, value=spans(limit, "mg/day")[n]) for x in body.limits if (x.element, x.authority, x.quantity) == ("Zn", "efsa", "UL"))
        known_now = replace(body, absorptions=absorptions, limits=limits, oral={**body.oral, "Zn": spans(oral, "%")[n]})
        found.append(judged(cream(("water", "q.s."), (salt, "5 %"), product=product), replace(data, body=known_now)))
    never_turned(found[0], found[1], "upper-intake")


@given(narrowing(0.01, 1e4), narrowing(0.01, 1e4), st.floats(0.1, 99))
def test_a_narrower_specification_never_takes_a_pass_away(data: Data, spec: tuple[Span, Span], other: tuple[Span, Span], share: float) -> None:
    """A specification is judged by the most it allows: a tighter one can clear what failed, and never the other way about."""
    recipes = [
        cream((own("a", impurities={"Pb": spans(spec, "mg/kg")[n]}), f"{share} %"), (own("b", impurities={"Pb": spans(other, "mg/kg")[n]}), f"{100 - share} %"))
        for n in (0, 1)
    ]
    limit = ImpurityLimit(market="EU", element="Pb", quantity="limit", value=value(10, unit="mg/kg"))
    wide, narrow = (checks(judged(r, replace(data, impurities=(limit,))), "impurity-eu")["impurity-eu", "Pb", "EU"] for r in recipes)
    assert wide.verdict in SETTLED and narrow.verdict in SETTLED
    assert narrow.verdict == "pass" or wide.verdict == "fail"
    assert narrow.values["specified"] <= wide.values["specified"]


@given(narrowing(1, 1e5), narrowing(1, 1e5), st.floats(0.01, 100), st.floats(1, 10))
def test_knowing_more_never_turns_a_ratio(data: Data, zinc: tuple[Span, Span], copper: tuple[Span, Span], goal: float, width: float) -> None:
    found = []
    for n in (0, 1):
        blend = own("blend", part("Blend", 100, elements={"Zn": spans(zinc, "mg/kg")[n], "Cu": spans(copper, "mg/kg")[n]}))
        recipe = cream(("water", "q.s."), (blend, "1 %"), ratios={"Zn:Cu": ("goal", Span.between(goal, goal * width))})
        found.append(judged(recipe, data))
    never_turned(found[0], found[1], "ratio")


LINES = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "zinc-chloride",
                "zinc-sulfate-heptahydrate",
                "zinc-gluconate",
                "copper-sulfate-pentahydrate",
                "copper-gluconate",
                "magnesium-sulfate-heptahydrate",
                "glycerin",
                "phenoxyethanol",
            ]
        ),
        st.sampled_from([0.01, 0.05, 0.2, 0.5, 1.0, 3.0]),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda row: row[0],
)
PRODUCTS = st.sampled_from(["face-cream", "body-lotion", "shampoo", "lipstick", "toothpaste", "sunscreen"])
DAILY = (".applied", ".absorbed", ".absorbed-per-kg", ".absorbed-per-area", ".oral-equivalent", ".sed", ".limit-share", ".external", ".internal")
DAILY_TOO = ("exposure.kept", "exposure.dose")


def recipe_of(lines: list[tuple[str, float]], **more: Any) -> Recipe:
    return cream(("water", "q.s."), *((id, f"{share} %") for id, share in lines), **more)


def numbers(found: Assessment, *ends: str) -> dict[str, tuple[float, float | None, float]]:
    return {id: (f.span.low, f.span.best, f.span.high) for id, f in found.figures.items() if id.endswith(ends or "")}


def same(a: Mapping[str, tuple[float, float | None, float]], b: Mapping[str, tuple[float, float | None, float]], times: float = 1.0) -> None:
    assert a.keys() == b.keys()
    for id, row in a.items():
        for mine, its in zip(row, b[id], strict=True):
            assert (mine is None) == (its is None), id
            if mine is not None and its is not None and max(mine, its) < 1e14:  # what has no upper end stays without one
                assert its == pytest.approx(mine * times, rel=1e-9, abs=1e-12), id


@given(LINES, PRODUCTS, st.sampled_from(["0.5", "1.54", "18"]))
def test_twice_as_much_is_twice_the_dose(data: Data, lines: list[tuple[str, float]], product: str, grams: str) -> None:
    once, twice = (judged(recipe_of(lines, product=product, use=Use(amount=said(f"{times * float(grams)} g/day", "g/day"))), data) for times in (1, 2))
    same(numbers(once, *DAILY, *DAILY_TOO), numbers(twice, *DAILY, *DAILY_TOO), 2)
    same(numbers(once, ".content"), numbers(twice, ".content"))
    same(numbers(once, ".mos"), numbers(twice, ".mos"), 0.5)


@given(LINES, PRODUCTS)
def test_units_do_not_matter(data: Data, lines: list[tuple[str, float]], product: str) -> None:
    plain = judged(recipe_of(lines, product=product, use=Use(amount=said("1.5 g/day", "g/day"))), data)
    written = cream(
        ("water", "q.s."),
        *((id, f"{share * 1e4:.10g} mg/kg" if n % 2 else f"{share * 10:.10g} g/kg") for n, (id, share) in enumerate(lines)),
        product=product,
        use=Use(amount=said("1500 mg/day", "g/day")),
    )
    other = judged(written, data)
    same(numbers(plain), numbers(other))
    assert [(c.rule, c.subject, c.verdict) for c in plain.checks] == [(c.rule, c.subject, c.verdict) for c in other.checks]


@given(LINES.filter(lambda rows: len(rows) > 1), PRODUCTS, st.randoms(use_true_random=False))
def test_the_order_of_lines_does_not_matter(data: Data, lines: list[tuple[str, float]], product: str, chance: Any) -> None:
    plain = recipe_of(lines, product=product)
    rows = list(plain.phases[0].lines)
    chance.shuffle(rows)
    first, second = judged(plain, data), judged(plain.with_lines(0, tuple(rows)), data)
    same(numbers(first), numbers(second))
    told = [sorted((c.rule, c.subject, c.market, c.code, c.verdict, c.severity) for c in found.checks) for found in (first, second)]
    assert told[0] == told[1]
    assert sorted((m.material, m.share, m.rule) for m in first.most) == sorted((m.material, m.share, m.rule) for m in second.most)


def set_to(recipe: Recipe, place: tuple[int, int], share: float) -> Recipe:
    line: Line = recipe.phases[place[0]].lines[place[1]]
    return recipe.with_line(*place, replace(line, amount=amount(f"{share:.15g} %")))


@given(LINES, st.sampled_from(["face-cream", "body-lotion", "shampoo", "hair-styling", "toothpaste"]), st.sampled_from([(), ("EU",), ("EU", "US")]))
def test_a_share_at_its_most_passes_and_one_percent_more_does_not(data: Data, lines: list[tuple[str, float]], product: str, markets: tuple[str, ...]) -> None:
    recipe = recipe_of(lines, product=product, markets=markets)
    for most in judged(recipe, data).most:
        unrounded = most.figure.span.best
        assert unrounded is not None and most.share <= unrounded * (1 + 1e-12)
        others = sum(share for n, (_, share) in enumerate(lines, 1) if (0, n) != most.line)
        assume(unrounded * 1.01 + others < 100)  # there must be water left to give way
        at_most, above = (
            [c for c in judged(set_to(recipe, most.line, share), data).checks if c.caps and most.line in c.lines] for share in (most.share, unrounded * 1.01)
        )
        assert all(c.verdict == "pass" for c in at_most)
        # what no more of would dissolve is told by no check
        assert any(c.verdict != "pass" for c in above) or most.rule == "solubility"


@given(LINES, PRODUCTS)
def test_damaged_skin_is_never_better(data: Data, lines: list[tuple[str, float]], product: str) -> None:
    intact, damaged = (judged(recipe_of(lines, product=product, use=Use(skin=skin)), data) for skin in ("intact", "damaged"))
    for id, figure in intact.figures.items():
        if id.endswith((".absorbed", ".absorbed-per-kg", ".absorbed-per-area", ".oral-equivalent", ".sed")):
            assert damaged.figures[id].span.high >= figure.span.high * (1 - 1e-12), id
        if id.endswith(".mos"):
            assert damaged.figures[id].span.low <= figure.span.low * (1 + 1e-12), id
    assert all(c.verdict != "pass" for c in damaged.checks if c.rule == "margin-of-safety")
    order = {"pass": 0, "cannot tell": 1, "fail": 2}
    mine, its = checks(intact, "upper-intake"), checks(damaged, "upper-intake")
    # from a wider span a pass or a fail may become a doubt, but nothing turns good
    assert all(order[its[key].verdict] >= order[check.verdict] or check.verdict == "fail" for key, check in mine.items())
    assert not any(check.verdict == "fail" and its[key].verdict == "pass" for key, check in mine.items())


@given(st.sampled_from(["Zn", "Cu", "Al", "B", "Ni", "Ag", "Se", "Sr", "Cd", "As", "Pb", "Cr", "I", "Co", "Mg", "Fe", "S"]), st.booleans())
def test_damaged_skin_takes_up_no_less_of_any_element(data: Data, symbol: str, organic: bool) -> None:
    salt = own("salt", part("Salt", 100, f"{symbol}(C2H3O2)2" if organic else f"{symbol}Cl2"))
    intact, damaged = (
        judged(cream(("water", "q.s."), (salt, "1 %"), use=Use(skin=skin)), data).figures[f"element.{symbol}.absorbed"] for skin in ("intact", "damaged")
    )
    assert damaged.span.high >= intact.span.high * (1 - 1e-12)
    assert damaged.firm is None or intact.firm is None or damaged.firm.high >= intact.firm.high * (1 - 1e-12)


@given(MARGIN, st.sampled_from(TIMES))
def test_a_share_more_never_makes_a_margin_better(data: Data, pairs: tuple[tuple[Span, Span], ...], times: float) -> None:
    noael, oral, dermal = (spans(pair, unit)[0] for pair, unit in zip(pairs, ("mg/kg/day", "%", "%"), strict=True))
    order = {"pass": 0, "cannot tell": 1, "fail": 2}

    def worse(share: float) -> int:
        found = checks(judged(cream(("water", "q.s."), (known(noael, oral, dermal), f"{share} %")), data), "margin-of-safety")
        return max((order[c.verdict] for c in found.values()), default=0)

    first, second = sorted((2.0, 2.0 * times))
    assert worse(first) <= worse(second)
