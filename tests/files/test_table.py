"""The checked reader of a table: what each question accepts, and what it says of everything else. No question stops the reading."""

import math
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from formulator.core.span import Span
from formulator.files.table import Problem, Table, did_you_mean, symbol_meant

COLOURS = ("red", "green", "blue")
Ask = Callable[[Table], Any]


def asked(ask: Ask, **raw: Any) -> tuple[Any, list[tuple[str, str, str]]]:
    """The answer, and the problems as (place, says, fix)."""
    problems: list[Problem] = []
    answer = ask(Table(raw, "here", problems))
    return answer, [(p.place, p.says, p.fix) for p in problems]


def good(ask: Ask, **raw: Any) -> Any:
    answer, problems = asked(ask, **raw)
    assert problems == []
    return answer


def bad(ask: Ask, **raw: Any) -> tuple[str, str]:
    """The one complaint; the answer must be as if nothing were there."""
    answer, problems = asked(ask, **raw)
    assert not answer, answer
    ((place, says, fix),) = problems
    assert place == "here.key"
    return says, fix


def text(table: Table) -> Any:
    return table.text("key")


def needed(table: Table) -> Any:
    return table.text("key", required=True)


def number(table: Table) -> Any:
    return table.number("key", 0, 10)


def choice(table: Table) -> Any:
    return table.choice("key", COLOURS)


def texts(table: Table) -> Any:
    return table.texts("key")


def grams(table: Table) -> Any:
    return table.quantity("key", "g", 0, 1000)


def contents(table: Table) -> Any:
    return table.span("key", "mg/kg", 0, 1e6)


def hlb(table: Table) -> Any:
    return table.span("key", "", 0, 20)


# --- texts ---


def test_text() -> None:
    assert good(text, key="a") == "a"
    assert good(text, key="  a ") == "  a "
    assert good(text) == ""
    assert good(text, key="") == ""


@pytest.mark.parametrize("value", [5, 1.5, True, [], ["a"], {}, date(2026, 1, 1)])
def test_no_text(value: Any) -> None:
    assert bad(text, key=value) == ("key is not a text in quotes", "Write key as a text in quotes.")


def test_a_text_that_is_needed() -> None:
    assert good(needed, key="a") == "a"
    assert bad(needed) == ("key is missing", "Add key = … here.")
    assert bad(needed, key="") == bad(needed, key=" \n\t") == ("key is empty", "Give it a value.")
    assert bad(needed, key=5) == ("key is not a text in quotes", "Write key as a text in quotes.")


def test_choice() -> None:
    assert good(choice, key="red") == "red"
    assert good(choice) == ""
    assert good(choice, key="") == ""
    assert bad(choice, key="gren") == ("no key 'gren'", "Did you mean 'green'?")
    assert bad(choice, key="Red") == ("no key 'Red'", "Did you mean 'red'?")
    assert bad(choice, key="yellow") == ("no key 'yellow'", "Choose one of: red, green, blue.")
    assert bad(choice, key=1) == ("key is not a text in quotes", "Write key as a text in quotes.")
    assert bad(lambda t: t.choice("key", COLOURS, required=True)) == ("key is missing", "Add key = … here.")
    assert bad(lambda t: t.choice("key", COLOURS, required=True), key=" ") == ("key is empty", "Give it a value.")


def test_a_list_of_texts() -> None:
    assert good(texts, key=["a", "b"]) == ("a", "b")
    assert good(texts, key="a") == ("a",)
    assert good(texts) == good(texts, key=[]) == ()


@pytest.mark.parametrize("value", [5, True, ["a", 1], [["a"]], {"a": 1}, [None]])
def test_no_list_of_texts(value: Any) -> None:
    assert bad(texts, key=value) == ("key is not a list of texts", 'Write key = ["…", "…"].')


def test_a_list_of_words_that_are_known() -> None:
    def keys(table: Table) -> Any:
        return table.texts("keys", COLOURS)

    assert good(keys, keys=["red", "blue"]) == ("red", "blue")
    answer, problems = asked(keys, keys=["rod", "yellow", "blue"])
    assert answer == ("rod", "yellow", "blue")  # what was written is kept: the file is not read any further because of it
    assert problems == [("here.keys", "no key 'rod'", "Did you mean 'red'?"), ("here.keys", "no key 'yellow'", "Choose from: red, green, blue.")]


# --- flags and numbers ---


def test_flag() -> None:
    def flag(table: Table) -> Any:
        return table.flag("key")

    assert good(flag, key=True) is True
    assert good(flag, key=False) is False
    assert good(flag) is None
    for value in ("true", 1, 0, []):
        assert bad(flag, key=value) == ("key is not true or false", "Write key as true or false.")


def test_number() -> None:
    assert good(number, key=5) == 5.0
    assert isinstance(good(number, key=5), float)
    assert good(number, key=0) == 0.0
    assert good(number, key=10) == 10.0
    assert good(number) is None
    assert bad(lambda t: t.number("key", 0, 1, required=True)) == ("key is missing", "Add key = … here.")


@pytest.mark.parametrize("value", ["5", True, False, [5], {"value": 5}, date(2026, 1, 1)])
def test_no_number(value: Any) -> None:
    assert bad(number, key=value) == ("key is not a number without quotes", "Write key as a number without quotes.")


@pytest.mark.parametrize(
    ("value", "says", "fix"),
    [
        (-0.1, "key is below 0", "It must lie within 0 and 10."),
        (10.1, "key is above 10", "It must lie within 0 and 10."),
        (math.nan, "key is nan", "Write a finite number."),
        (math.inf, "key is inf", "Write a finite number."),
        (-math.inf, "key is -inf", "Write a finite number."),
        (10**400, "key is inf", "Write a finite number."),
        (-(10**400), "key is -inf", "Write a finite number."),
    ],
)
def test_a_number_out_of_range(value: float, says: str, fix: str) -> None:
    assert bad(number, key=value) == (says, fix)
    assert bad(lambda t: t.span("key", "", 0, 10), key=value) == (says, fix)


# --- quantities and spans ---


@pytest.mark.parametrize(
    ("written", "value"), [("500 g", 500.0), ("0.5 kg", 500.0), ("500000 mg", 500.0), ("1 lb", 453.59237), ("0 g", 0.0), (" 5 g ", 5.0), ("5g", 5.0)]
)
def test_quantity(written: str, value: float) -> None:
    found = good(grams, key=written)
    assert found.text == written
    assert found.value == pytest.approx(value, rel=1e-12)


def test_no_quantity_is_not_zero() -> None:
    assert good(grams) is None


@pytest.mark.parametrize(
    ("value", "says", "fix"),
    [
        ("500", "'500' has no unit", "Write '500 g'."),
        ("0,5 kg", "'0,5 kg' is not a quantity", "Write 0.5 kg with a point."),
        ("5 %", "the unit '%' does not fit here", "Write a mass such as g."),
        ("5 furlongs", "the unit 'furlongs' does not fit here", "Write a mass such as g."),
        ("much", "'much' is not a quantity", "Write a number and its unit, such as '12.5 g'."),
        ("", "'' is not a quantity", "Write a number and its unit, such as '12.5 g'."),
        ("-1 g", "key is below 0 g", "It must lie within 0 and 1000 g."),
        ("2 kg", "key is above 1000 g", "It must lie within 0 and 1000 g."),
        ("1e999 g", "'1e999' is too large", "Write a number that can be weighed."),
        (500, "key is not a text in quotes", "Write key as a text in quotes."),
        (True, "key is not a text in quotes", "Write key as a text in quotes."),
        (["5 g"], "key is not a text in quotes", "Write key as a text in quotes."),
    ],
)
def test_a_quantity_that_is_none(value: Any, says: str, fix: str) -> None:
    assert bad(grams, key=value) == (says, fix)


@pytest.mark.parametrize(
    ("unit", "written", "value"),
    [
        ("%", "300 ppm", 0.03),
        ("%", "300 mg/kg", 0.03),
        ("%", "0.5 g/100 g", 0.5),
        ("mg/kg", "0.03 %", 300.0),
        ("g/day", "1540 mg/day", 1.54),
        ("kg", "60000 g", 60.0),
        ("degC", "75 °C", 75.0),
        ("mg/kg/day", "450 µg/kg/day", 0.45),
        ("cm2", "565 cm2", 565.0),
    ],
)
def test_units_of_a_field(unit: str, written: str, value: float) -> None:
    found = good(lambda t: t.quantity("key", unit, 0, 1e9), key=written)
    assert found.value == pytest.approx(value, rel=1e-12)


def test_span() -> None:
    assert good(hlb, key=10) == Span.exact(10.0)
    assert good(hlb, key=10.5) == Span.exact(10.5)
    assert good(hlb, key="10.5") == Span.exact(10.5)
    assert good(hlb, key="10 - 12") == good(hlb, key="10 to 12") == good(hlb, key="10–12") == Span.between(10, 12)
    assert good(hlb, key="10 - 10") == Span.exact(10)
    assert good(hlb) is None
    assert good(contents, key="12 mg/kg") == Span.exact(12)
    assert good(contents, key="0.001 - 0.002 %") == Span.between(10, 20)
    assert good(contents, key="<= 10 mg/kg") == good(contents, key="< 10 ppm") == good(contents, key="≤ 10 mg/kg") == Span.between(0, 10)


@pytest.mark.parametrize(
    ("ask", "value", "says", "fix"),
    [
        (hlb, "12 - 10", "'12 - 10' runs downwards", "Write the lower number first."),
        (hlb, "10,5", "'10,5' is not a quantity", "Write 10.5 with a point."),
        (hlb, True, "key is not a number", "Write key = a number."),
        (hlb, [10], "key is not a number", "Write key = a number."),
        (hlb, 21, "key is above 20", "It must lie within 0 and 20."),
        (hlb, "19 - 21", "key is above 20", "It must lie within 0 and 20."),
        (contents, 12, 'key is not "12.5 mg/kg" in quotes', 'Write key = "12.5 mg/kg" in quotes.'),
        (contents, {"value": 12}, 'key is not "12.5 mg/kg" in quotes', 'Write key = "12.5 mg/kg" in quotes.'),
        (contents, "12", "'12' has no unit", "Write '12 mg/kg'."),
        (contents, "12 g", "the unit 'g' does not fit here", "Write a share such as %, mg/kg or ppm."),
        (contents, "200 %", "key is above 1e+06 mg/kg", "It must lie within 0 and 1e+06 mg/kg."),
    ],
)
def test_a_span_that_is_none(ask: Ask, value: Any, says: str, fix: str) -> None:
    assert bad(ask, key=value) == (says, fix)


def test_a_span_of_which_both_ends_are_outside_is_told_so_once() -> None:
    assert bad(hlb, key="21 - 22") == bad(hlb, key="21") == ("key is above 20", "It must lie within 0 and 20.")


# --- tables in tables ---


def test_a_table_knows_its_place() -> None:
    problems: list[Problem] = []
    top = Table({"use": {"skin": 5}, "phase": [{"line": [{"amount": 5}]}]}, "", problems)
    use = top.table("use")
    assert use is not None
    use.text("skin")
    for phase in top.tables("phase"):
        for line in phase.tables("line"):
            line.text("amount")
            line.fault("", "all of it", "Mend it.", soft=True)
    assert [(p.place, p.soft) for p in problems] == [("use.skin", False), ("phase[0].line[0].amount", False), ("phase[0].line[0]", True)]
    assert top.table("nothing") is None
    assert list(top.tables("nothing")) == []


def test_no_table() -> None:
    for value in ("a", 1, [{}], True):
        assert bad(lambda t: t.table("key"), key=value) == ("key is not a table", "Write key as a table.")


def test_no_array_of_tables() -> None:
    for value in ("a", 1, {}, True):
        assert bad(lambda t: list(t.tables("key")), key=value) == ("key is not an array of tables", "Write key as an array of tables.")
    answer, problems = asked(lambda t: [x.place for x in t.tables("key")], key=[{}, 1, {}, "a"])
    assert answer == ["here.key[0]", "here.key[2]"]
    assert [(place, says) for place, says, _ in problems] == [
        ("here.key[1]", "an entry of key is not a table"),
        ("here.key[3]", "an entry of key is not a table"),
    ]


def test_keys_that_nobody_asked_for() -> None:
    def read(table: Table) -> None:
        table.text("name")
        table.has("notes")
        table.done()

    assert good(read, name="a", notes=5) is None
    _, problems = asked(read, name="a", nmae="b", xyzzy=1)
    assert problems == [
        ("here.nmae", "no key 'nmae' here", "Did you mean 'name'?"),
        ("here.xyzzy", "no key 'xyzzy' here", "Take it out, or put it under notes."),
    ]


def test_looking_whether_a_key_is_there_is_not_asking_for_it() -> None:
    _, problems = asked(lambda t: (t.present("name"), t.done()), name="a")
    assert [says for _, says, _ in problems] == ["no key 'name' here"]


# --- did you mean ---


@pytest.mark.parametrize(
    ("word", "known", "answer"),
    [
        ("glyceril-stearate", ["glyceryl-stearate", "glycerin"], "Did you mean 'glyceryl-stearate'?"),
        ("noeal", ["name", "noael", "notes"], "Did you mean 'noael'?"),
        ("xyz", ["name", "noael"], "Look it up."),
        ("", ["name"], "Look it up."),
        ("name", [], "Look it up."),
    ],
)
def test_did_you_mean(word: str, known: list[str], answer: str) -> None:
    assert did_you_mean(word, known, "Look it up.") == answer
    assert did_you_mean(word, iter(known), "Look it up.") == answer


@pytest.mark.parametrize(
    ("word", "answer"), [("zn", "Did you mean 'Zn'?"), ("ZN", "Did you mean 'Zn'?"), ("Lead", "Write a symbol such as Zn."), ("", "Write a symbol such as Zn.")]
)
def test_the_symbol_that_was_meant(word: str, answer: str) -> None:
    assert symbol_meant(word) == answer
