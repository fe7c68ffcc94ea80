"""Numbers, units and ranges: read strictly, and every refusal says what to write instead."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formulator.core.span import Span
from formulator.core.units import _ORDINARY, QuantityError, convert, number, quantity, span

UNITS = sorted(_ORDINARY)


@pytest.mark.parametrize(("text", "value"), [("12.5", 12.5), (" 5 ", 5), ("1e3", 1000), ("1E-2", 0.01), ("-3", -3), ("+4", 4), ("0", 0), ("007", 7)])
def test_a_plain_number_is_read(text: str, value: float) -> None:
    assert number(text) == value


@pytest.mark.parametrize("text", ["nan", "inf", "-inf", "", "five", "1 000", "1_000", "0x10", ".5", "5.", "1e", "--1", "½", "1.2.3"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(QuantityError, match="is not a number"):
        number(text)


def test_a_decimal_comma_is_refused_with_the_point() -> None:
    with pytest.raises(QuantityError, match=r"Write 1\.5 with a point"):
        number("1,5")


@pytest.mark.parametrize("text", ["1e999", "-1e999", "1e16"])
def test_a_number_nobody_can_weigh_is_refused(text: str) -> None:
    with pytest.raises(QuantityError, match="too large"):
        number(text)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("5 %", "%", 5),
        ("5%", "%", 5),
        (" 5  % ", "%", 5),
        ("300 mg/kg", "%", 0.03),
        ("300 ppm", "%", 0.03),
        ("5 % w/w", "%", 5),
        ("10 mg/100 g", "%", 0.01),  # 10 mg in 100 000 mg is 1 part in 10 000
        ("5 %", "mg/kg", 50_000),
        ("2.5 kg", "g", 2500),
        ("500 mg", "g", 0.5),
        ("1e3 mg", "g", 1),
        ("25 mg/day", "mg/day", 25),
        ("600 µg/day", "mg/day", 0.6),
        ("1.54 g/day", "g/day", 1.54),
        ("0.07 mg/kg/day", "mg/kg/day", 0.07),
        ("75 degC", "degC", 75),
        ("75 °C", "degC", 75),
        ("565 cm2", "cm2", 565),
        ("2.14 1/day", "1/day", 2.14),
        ("7", "", 7),
    ],
)
def test_a_quantity_in_the_unit_asked_for(text: str, unit: str, value: float) -> None:
    assert quantity(text, unit) == value


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("5 oz", "g", 5 * 28.349523125),  # the avoirdupois ounce is 28.349 523 125 g by definition
        ("0.2 lb", "g", 0.2 * 453.59237),  # and the pound 453.592 37 g
        ("0.2 lb", "kg", 0.2 * 0.45359237),
        ("2 g per day", "mg/day", 2000),
        ("5 percent", "mg/kg", 50_000),
        ("5 ‰", "%", 0.5),
        ("167 degF", "degC", 75),  # (167 − 32) × 5/9
        ("167 °F", "degC", 75),
        ("1 kg / L", "g/mL", 1),
        ("1 / day", "", None),
        ("2 mg/kg/week", "mg/kg/day", 2 / 7),
    ],
)
def test_other_units_are_known_too(text: str, unit: str, value: float | None) -> None:
    if value is None:
        with pytest.raises(QuantityError, match="does not fit here"):
            quantity(text, unit)
    else:
        assert quantity(text, unit) == pytest.approx(value, rel=1e-9)


@pytest.mark.parametrize(
    ("text", "unit", "fix"),
    [
        ("1,5 g", "g", "Write 1.5 g with a point."),
        ("-0,25 %", "%", "Write -0.25 % with a point."),
        ("g", "g", "such as '12.5 g'"),
        ("", "g", "such as '12.5 g'"),
        ("", "", "such as '12.5'"),
        ("1 000 g", "g", "such as '12.5 g'"),
        ("1.5.2 g", "g", "such as '12.5 g'"),
        ("five g", "g", "such as '12.5 g'"),
        ("5", "g", "Write '5 g'."),
        ("5 g", "%", "Write a share such as %, mg/kg or ppm."),
        ("5 %", "g", "Write a mass such as g."),
        ("5 g", "g/day", "Write an amount per day such as g/day."),
        ("5 g", "degC", "Write a temperature such as degC."),
        ("5 g", "cm2", "Write a quantity in cm2."),
        ("5 g", "", "Write a quantity in plain numbers."),
        ("5 furlong", "g", "Write a mass such as g."),
        ("5 wug", "g", "Write a mass such as g."),
        ("5 mg/50 g", "%", "Write a share such as %, mg/kg or ppm."),
        ("5 mg/kg2", "%", "Write a share such as %, mg/kg or ppm."),
        ("5 (", "g", "Write a mass such as g."),
        ("5 %%", "%", "Write a share such as %, mg/kg or ppm."),
        ("5 g:", "g", "Write a mass such as g."),
        ("5 g g", "g", "Write a mass such as g."),
        ("5 lambda", "g", "Write a mass such as g."),
    ],
)
def test_a_refused_quantity_says_what_to_write(text: str, unit: str, fix: str) -> None:
    with pytest.raises(QuantityError) as refused:
        quantity(text, unit)
    assert fix in refused.value.fix
    assert str(refused.value) == f"{refused.value.says}. {refused.value.fix}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 %", Span.exact(5)),
        ("4 - 6 %", Span.between(4, 6)),
        ("4-6 %", Span.between(4, 6)),
        ("4 – 6 %", Span.between(4, 6)),
        ("4 to 6 %", Span.between(4, 6)),
        ("5 - 5 %", Span.exact(5)),
        ("<= 10 %", Span.between(0, 10)),
        ("≤10 %", Span.between(0, 10)),
        ("< 10 %", Span.between(0, 10)),
        ("<= 0 %", Span.between(0, 0)),
        ("<= 300 mg/kg", Span.between(0, 0.03)),
        ("1e-3 - 2e-3 %", Span.between(0.001, 0.002)),
    ],
)
def test_a_span_is_read(text: str, expected: Span) -> None:
    assert span(text, "%") == expected


def test_an_upper_bound_reaches_down_to_the_floor() -> None:
    assert span("<= 20 degC", "degC", floor=-50) == Span.between(-50, 20)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("6 - 4 %", "runs downwards"),
        ("<= -5 %", "is below 0"),
        ("<=", "is not a quantity"),
        ("4 - 6", "unit '' does not fit"),
        ("4 - 1e999 %", "too large"),
        ("4 - 6 g", "unit 'g' does not fit"),
    ],
)
def test_a_faulty_span_is_refused(text: str, says: str) -> None:
    with pytest.raises(QuantityError, match=says):
        span(text, "%")


@pytest.mark.parametrize("unit", UNITS)
def test_every_unit_of_the_table_converts_to_itself(unit: str) -> None:
    assert convert(3.7, unit, unit) == 3.7


@pytest.mark.parametrize("unit", [u for u in UNITS if u])
def test_units_of_one_kind_convert_both_ways_and_of_two_kinds_not(unit: str) -> None:
    for to in (u for u in UNITS if u):
        if _ORDINARY[unit][0] == _ORDINARY[to][0]:
            assert convert(convert(3.7, unit, to), to, unit) == pytest.approx(3.7, rel=1e-12)
        else:
            with pytest.raises(QuantityError):
                convert(3.7, unit, to)


@given(st.floats(-1e9, 1e9), st.sampled_from([u for u in UNITS if u]))
def test_a_number_with_its_unit_reads_back_as_itself(x: float, unit: str) -> None:
    assert quantity(f"{x} {unit}", unit) == x


@given(st.text(max_size=12), st.sampled_from(["g", "%", "mg/day", "degC", ""]))
def test_any_text_after_a_number_is_a_finite_quantity_or_refused(tail: str, unit: str) -> None:
    try:
        assert math.isfinite(quantity(f"5 {tail}", unit))
    except QuantityError as refused:
        assert refused.fix
