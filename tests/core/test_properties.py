"""What holds for every recipe, tried on many."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import cream, emulsifier, judged, lipid, own, part, value
from formulator.core.assess import Assessment
from formulator.core.checks import within
from formulator.core.composition import compose
from formulator.core.data import Data
from formulator.core.figure import Datum, Form
from formulator.core.forms import Product, Weighted, WeightedMean
from formulator.core.material import Material
from formulator.core.ratios import ENDLESS, Difference, Quotient, Room, Split
from formulator.core.recipe import Amount, Line, Phase, Recipe
from formulator.core.span import Span, Spans

HLB = st.floats(0, 20)
SHARE = st.floats(1e-6, 40)
THREE = st.tuples(HLB, HLB, HLB).map(sorted)


@st.composite
def data_of(draw: st.DrawFn) -> Datum:
    """A value, exact, with a span, or only bounded."""
    low, best, high = draw(THREE)
    return value(draw(st.sampled_from([best, None])), low, high)


@st.composite
def wider(draw: st.DrawFn, datum: Datum) -> Datum:
    """The same value, less well known."""
    span = datum.span
    low, high = span.low * draw(st.floats(0, 1)), span.high * draw(st.floats(1, 3))
    return replace(datum, span=Span(low, span.best if draw(st.booleans()) else None, high))


PAIRS = st.lists(st.tuples(SHARE, data_of().flatmap(lambda d: st.tuples(st.just(d), wider(d)))), min_size=1, max_size=5)


def inside(narrow: Span, wide: Span) -> bool:
    slack = 1e-12 * max(1.0, abs(wide.high), abs(wide.low))
    return wide.low - slack <= narrow.low and narrow.high <= wide.high + slack


def mean(weights: Sequence[float], data: Sequence[Datum]) -> WeightedMean:
    return WeightedMean(weights=np.array(weights), values=Spans.of(d.span for d in data), cite=data.__getitem__, label=str)


def weighted(weights: Sequence[float], data: Sequence[Datum]) -> Weighted:
    exact = Spans.of(Span.exact(w) for w in weights)
    return Weighted(weights=exact, values=Spans.of(d.span for d in data), cite=data.__getitem__, label=str, per=100)


def forms(weights: Sequence[float], data: Sequence[Datum]) -> list[Form]:
    factors = tuple((str(n), d) for n, d in enumerate(data))
    quotient = Quotient(above=factors[:-1], below=factors[-1:], times=3)
    return [mean(weights, data), weighted(weights, data), Product(factors=factors, per=7), Difference(first=factors[0], second=factors[-1]), quotient]


@given(PAIRS)
def test_a_mean_lies_between_its_lowest_and_highest(rows: list[tuple[float, tuple[Datum, Datum]]]) -> None:
    data = [d for _, (d, _) in rows]
    everything = Span.between(min(d.span.low for d in data), max(d.span.high for d in data))
    assert inside(mean([w for w, _ in rows], data).span, everything)


@given(PAIRS)
def test_knowing_less_never_narrows_a_figure(rows: list[tuple[float, tuple[Datum, Datum]]]) -> None:
    weights = [w for w, _ in rows]
    for narrow, wide in zip(forms(weights, [d for _, (d, _) in rows]), forms(weights, [d for _, (_, d) in rows]), strict=True):
        assert inside(narrow.span, wide.span), narrow


@given(PAIRS)
def test_of_trusted_inputs_all_is_firm(rows: list[tuple[float, tuple[Datum, Datum]]]) -> None:
    for form in forms([w for w, _ in rows], [d for _, (d, _) in rows]):
        assert (form.firm.low, form.firm.high) == pytest.approx((form.span.low, form.span.high), abs=1e-12)


@given(PAIRS, st.lists(st.booleans(), min_size=5, max_size=5))
def test_what_is_recalled_never_makes_a_firm_span_narrower(rows: list[tuple[float, tuple[Datum, Datum]]], recalled: list[bool]) -> None:
    data = [replace(d, read="no", range=(0.0, 60.0)) if soft else d for (_, (d, _)), soft in zip(rows, recalled, strict=False)]
    for form in forms([w for w, _ in rows], data):
        assert form.firm is None or inside(form.span, form.firm), form


@given(PAIRS, st.floats(0, 100))
def test_knowing_less_never_settles_a_verdict_otherwise(rows: list[tuple[float, tuple[Datum, Datum]]], limit: float) -> None:
    for _, (narrow, wide) in rows:
        assert within(wide.span, limit) in (within(narrow.span, limit), "cannot tell")


@given(HLB, HLB, st.floats(0, 1))
def test_a_split_recombines_to_its_target(a: float, b: float, place: float) -> None:
    target = b + place * (a - b)
    if abs(a - b) > 1e-3:
        share = Split(target=("t", value(target)), first=("a", value(a)), second=("b", value(b))).span.best
        assert (share * a + (100 - share) * b) / 100 == pytest.approx(target, abs=1e-9)


@given(st.lists(data_of(), min_size=3, max_size=3), st.floats(0, 1))
def test_a_split_lies_within_nothing_and_all(data: list[Datum], place: float) -> None:
    low, high = sorted((d.span.low + d.span.high) / 2 for d in data[:2])
    a, b = (replace(d, span=Span(d.span.low, (d.span.low + d.span.high) / 2, d.span.high)) for d in data[:2])
    target = low + place * (high - low)
    if high - low > 1e-3:
        span = Split(target=("t", value(target, min(target, data[2].span.low), max(target, data[2].span.high))), first=("a", a), second=("b", b)).span
        assert 0 <= span.low <= span.best <= span.high <= 100


@given(PAIRS, st.floats(0, 1000))
def test_what_a_line_may_carry_keeps_the_limit_whatever_the_others_bring(rows: list[tuple[float, tuple[Datum, Datum]]], limit: float) -> None:
    data = [d for _, (d, _) in rows]
    sum_ = weighted([w for w, _ in rows], data)
    found = Room(maximum=("limit", value(limit)), sum=sum_, own=(0,))
    if found.possible and found.span.best >= ENDLESS:
        assert data[0].span.high < 1e-9, "next to nothing of it is in the line"
    elif found.possible:
        most = found.span.best
        weights = [most, *(w for w, _ in rows[1:])]
        assert weighted(weights, data).span.high == pytest.approx(limit, rel=1e-9)  # all of the limit, and no more
    elif data[0].span.high > 0:
        assert weighted([0, *(w for w, _ in rows[1:])], data).span.high >= limit * (1 - 1e-12)  # the others use it up


def masses(rows: Sequence[tuple[str, float]], times: float = 1) -> Recipe:
    lines = tuple(Line(material=id, amount=Amount(f"{x} g", "mass", x * times)) for id, x in rows)
    return replace(cream(("water", "q.s.")), phases=(Phase(name="A", kind="water", lines=lines),))


IDS = ["water", "glycerin", "zinc-sulfate-heptahydrate", "xanthan-gum", "zinc-gluconate", "sodium-hydroxide-10"]
ROWS = st.lists(st.tuples(st.sampled_from(IDS), st.floats(0.01, 1000)), min_size=1, max_size=6)


@given(rows=ROWS, times=st.floats(1e-3, 1e3))
def test_scaling_all_masses_leaves_the_shares(rows: list[tuple[str, float]], times: float, data: Data) -> None:
    assert compose(masses(rows, times), data).nominal == pytest.approx(compose(masses(rows), data).nominal, rel=1e-9)


@given(rows=ROWS)
def test_masses_make_a_hundred(rows: list[tuple[str, float]], data: Data) -> None:
    assert math.fsum(compose(masses(rows), data).nominal) == pytest.approx(100, abs=1e-9)


@given(shares=st.lists(st.tuples(st.sampled_from(IDS[1:]), st.floats(0, 60)), max_size=6), place=st.integers(0, 6))
def test_a_recipe_with_qs_makes_a_hundred(shares: list[tuple[str, float]], place: int, data: Data) -> None:
    rows: list[Any] = [Line(material=id, amount=Amount(f"{x} %", "share", x)) for id, x in shares]
    rows.insert(place, ("water", "q.s."))
    assert judged(cream(*rows), data).figures["share.total"].span.best == pytest.approx(100, abs=1e-9)


OWN: Mapping[str, Material] = {
    m.id: m
    for m in (
        own("gum", part("Some Gum")),
        own("open-blend", part("Zinc Chloride", value(None, 5, 9, "%"), "ZnCl2"), unnamed=value(None, 91, 95, "%")),
        own("ore", part("Ore", elements={"Zn": value(None, 0, 500, "mg/kg"), "Pb": value(1, unit="mg/kg")})),
        own("nameless", replace(part("x", organic=True), inci="")),
        own("radium", part("Radium Salt", 100, "RaCl2")),
        lipid("exotic", None),
        lipid("wide", value(10, 8, 13)),
        emulsifier("new", None),
        emulsifier("ionic", value(None, 10, 12), hlb_applies=False, hlb_why_not="anionic"),
        emulsifier("nine", 9),
        emulsifier("fifteen", 15),
        own("wonder", part("Wonder"), functions=("preservative", "uv-filter", "colourant")),
    )
}
ANY_ID = st.sampled_from(
    [*OWN, "no-such-thing", "zinc-oxide", "zinc-sulfate-heptahydrate", "sodium-benzoate", "squalane", "lecithin", "selenium-disulfide", "citric-acid-20"]
)


@st.composite
def any_recipe(draw: st.DrawFn) -> Recipe:
    """A recipe of anything, sane or not, whose amounts can be turned into shares."""
    rows = []
    for id, x, grow in draw(st.lists(st.tuples(ANY_ID, st.floats(0, 60), st.floats(1, 3)), max_size=6)):
        most = Amount("max", "share", x * grow) if draw(st.booleans()) else None
        rows.append(Line(material=id, amount=Amount(f"{x} %", "share", x), maximum=most, adjust="pH" if most else ""))
    filler = [Line(material="water", amount=Amount("q.s.", "q.s."))] if draw(st.booleans()) else [Line(material="water", amount=Amount("40 %", "share", 40.0))]
    return replace(
        cream(("water", "q.s.")),
        phases=(Phase(name="A", kind="water", lines=tuple(filler)), Phase(name="B", kind="oil", lines=tuple(rows))),
        materials=tuple(OWN.values()),
        emulsion=draw(st.sampled_from(["o/w", "w/o", "none"])),
        product=draw(st.sampled_from(["face-cream", "shampoo", "sunscreen", "lipstick", "toothpaste"])),
        markets=draw(st.sampled_from([(), ("EU",), ("EU", "US", "JP"), ("DE",)])),
    )


def numbers(found: Assessment) -> list[float]:
    """Every number of an assessment that somebody may see."""
    shown = [x for f in found.figures.values() for x in (f.span.low, f.span.best, f.span.high, *(w.value for w in f.form.worked())) if x is not None]
    return shown + [x for c in found.checks for x in c.values.values() if isinstance(x, float)]


@settings(max_examples=150)
@given(recipe=any_recipe())
def test_any_recipe_is_judged_without_nan_or_infinity(recipe: Recipe, data: Data) -> None:
    found = judged(recipe, data)
    assert all(math.isfinite(x) for x in numbers(found))
    assert not [w.text for f in found.figures.values() for w in f.form.worked() if "nan" in w.text or "inf" in w.text]


@settings(max_examples=100)
@given(recipe=any_recipe())
def test_no_firm_span_is_narrower_than_the_figure(recipe: Recipe, data: Data) -> None:
    for figure in judged(recipe, data).figures.values():
        firm = figure.firm
        assert firm is None or inside(figure.span, firm), figure.id


@settings(max_examples=60)
@given(recipe=any_recipe(), low=st.floats(0, 1), high=st.floats(1, 2))
def test_an_assay_known_less_well_never_narrows_a_figure(recipe: Recipe, low: float, high: float, data: Data) -> None:
    def with_assay(assay: Datum) -> Recipe:
        salt = own("zinc-sulfate-heptahydrate", part("Zinc Sulfate", 100, "ZnSO4.7H2O", assay=assay, water_soluble=True))
        return replace(recipe, materials=(*recipe.materials, salt))

    sharp, blunt = (judged(with_assay(a), data).figures for a in (value(100, unit="%"), value(100, 100 * low, 100 * high, "%")))
    for id, figure in sharp.items():
        if id.startswith("most."):  # one number on the careful side: who knows less may use less, or is not told
            assert id not in blunt or blunt[id].span.high <= figure.span.high * (1 + 1e-9), id
        else:
            assert inside(figure.span, blunt[id].span), id
