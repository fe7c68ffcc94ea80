"""Where things stand in a TOML text. The oracle knows no TOML: each key and each header carries a number of its own, and its line is the one on which that
number stands; what is a table and what is in it comes from tomli."""

import json
import random
import re
from collections.abc import Iterator
from typing import Any

import pytest
import tomli

from formulator.files.scan import scan

# what a careless reader would take for a header, a key, a comment or the end of a string
DECOYS = [
    "[x]",
    "[[phase]]",
    "# no comment",
    "kind = 1",
    "]",
    "}",
    "{",
    "a, b",
    "=",
    "",
    "  ",
    '""',
    "''",
    '\\"',
    "\\",
    '"',
    "'",
    "é 日 🧴",
    "[[phase.line]]",
    "#",
]


def _read_over_lines() -> bool:
    try:
        return bool(tomli.loads("a = {\n b = 1,\n}\n"))
    except tomli.TOMLDecodeError:
        return False


INLINE_TABLES_OVER_LINES = _read_over_lines()  # since TOML 1.1


class Layout:
    """A TOML text laid out by chance. Keys are k1, k2 …; a table's header ends with a comment @n and the table holds the key t<n>."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.n = 0
        self.lines: list[str] = []

    def number(self) -> int:
        self.n += 1
        return self.n

    def key(self) -> str:
        name = f"k{self.number()}"
        return self.chance.choice([name, name, f'"{name}"', f"'{name}'", f'"{name} b.c]"', f"'[{name}]'", f'"{name}\\u00e9\\t="'])

    def text(self) -> str:
        words = self.chance.choices(DECOYS, k=self.chance.randint(0, 4))
        kind = self.chance.randrange(4)
        if kind == 0:
            return json.dumps(" ".join(words), ensure_ascii=False)
        if kind == 1:
            return "'" + " ".join(words).replace("'", "") + "'"
        if kind == 2:
            body = "\n".join(w.replace("\\", "\\\\").replace('"""', '""\\"') for w in words)
            body += self.chance.choice(["", '\n\\""" # no comment\n[no.header]\nno_key = [\n'])  # an escaped quote before two others ends nothing
            tail = self.chance.choice(["", '\\"', '"', '""', "\\\\"])  # up to two quotes may stand before the closing three
            return f'"""\n{body.rstrip(chr(34))}.{tail}"""'
        return "'''\n" + "\n".join(words).replace("'''", "").rstrip("'") + self.chance.choice(["", ".'", ".''"]) + "'''"

    def value(self, depth: int) -> str:
        kind = self.chance.randrange(8 if depth else 4)
        if kind < 2:
            return self.text()
        if kind < 4:
            return self.chance.choice(["1", "-1.5e3", "true", "2026-11-01", "2026-11-01 07:32:00", "0x1F", "inf"])
        inner = [self.value(depth - 1) for _ in range(self.chance.randint(0, 3))]
        if kind < 6:
            return f"[{', '.join(inner)}]"
        if kind == 6:
            rows = "".join(f"  {x},{self.chance.choice(['', '  # ] not the end', ' # [[no]]'])}\n" for x in inner)
            return f"[\n  # [a.comment]\n\n{rows}]"
        pairs = [f"{self.key()} = {x}" for x in inner]
        if INLINE_TABLES_OVER_LINES and self.chance.random() < 0.5:
            return "{  # } not the end\n" + "".join(f"  {pair},\n" for pair in pairs) + "}"
        return "{ " + ", ".join(pairs) + " }"

    def filler(self) -> None:
        for _ in range(self.chance.randrange(3)):
            self.lines.append(self.chance.choice(["", "   ", "# a comment", "  # [x] = [[y]]", "#", '\t# \'a\' """']))

    def statements(self) -> None:
        for _ in range(self.chance.randrange(4)):
            self.filler()
            dotted = f"d{self.number()}.{self.key()}" if self.chance.random() < 0.2 else self.key()
            pad = self.chance.choice(["", "  ", "\t"])
            equals = self.chance.choice([" = ", "=", "   =  "])
            self.lines.append(f"{pad}{dotted}{equals}{self.value(2)}{self.chance.choice(['', '', '  # behind it'])}")

    def table(self, path: tuple[str, ...], many: bool) -> None:
        n = self.number()
        self.filler()
        name = self.chance.choice([".", " . ", ".\t"]).join(path)
        inside = self.chance.choice(["", " "])
        brackets = ("[[", "]]") if many else ("[", "]")
        self.lines.append(f"{self.chance.choice(['', '  '])}{brackets[0]}{inside}{name}{inside}{brackets[1]}  # @{n}@")
        self.lines.append(f"t{n} = 0")
        self.statements()

    def tables(self, path: tuple[str, ...]) -> None:
        for name in ("a", "'b.c'", '"d]"')[: self.chance.randrange(4 - len(path))]:
            here = (*path, name)
            many = self.chance.random() < 0.6
            for _ in range(self.chance.randint(1, 3) if many else 1):
                self.table(here, many)
                if len(here) < 3:
                    self.tables(here)

    def written(self, end: str) -> str:
        self.statements()
        self.tables(())
        self.filler()
        return end.join("\n".join(self.lines).split("\n"))


def line_with(text: str, mark: str) -> int:
    (line,) = [n for n, line in enumerate(text.split("\n"), 1) if re.search(mark, line)]
    return line


def expected(raw: Any, text: str, place: str = "") -> Iterator[tuple[str, int]]:
    """Every place in the parsed file, with the line its number stands on; what is inside a value stands where that value's key does."""
    if isinstance(raw, dict):
        for key, value in raw.items():
            here = f"{place}.{key}" if place else key
            mark = re.search(r"k\d+", key)
            if mark:
                line = line_with(text, rf"\b{mark[0]}\b")
                yield here, line
                yield from inside(value, here, line)
            elif not re.fullmatch(r"t\d+", key):
                yield from expected(value, text, here)
        own = next((k for k in raw if re.fullmatch(r"t\d+", k)), None)
        if own and place:
            yield place, line_with(text, f"@{own[1:]}@")
    elif isinstance(raw, list):
        for n, item in enumerate(raw):
            yield from expected(item, text, f"{place}[{n}]")


def inside(value: Any, place: str, line: int) -> Iterator[tuple[str, int]]:
    """Places within a value: they are told by the line on which it begins."""
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in parts:
        here = f"{place}.{key}" if isinstance(value, dict) else f"{place}[{key}]"
        # a key with dots in its name reads like a path; it is told by what is around it
        yield here, line
        yield from inside(inner, here, line)


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("seed", range(150))
def test_every_place_is_on_the_line_where_it_stands(seed: int, end: str) -> None:
    text = Layout(random.Random(seed)).written(end)
    raw = tomli.loads(text)
    found = scan(text)
    for place, line in expected(raw, text.replace("\r\n", "\n")):
        assert found.line_of(place) == line, f"{place}\n{text}"


@pytest.mark.parametrize("seed", range(1000, 1050))
def test_a_missing_key_is_on_the_line_of_its_table(seed: int) -> None:
    text = Layout(random.Random(seed)).written("\n")
    found = scan(text)
    for place, line in expected(tomli.loads(text), text):
        assert found.line_of(f"{place}.nothing") == line


def test_the_layouts_hold_what_they_are_for() -> None:
    texts = [Layout(random.Random(seed)).written("\n") for seed in range(200)]
    for part in ('"""', "'''", "[\n", "{ ", "[[ ", "' . ", "[[a.a]]", "[[a.a.a]]", '""""', '"k', "@", "\\\\"):
        assert any(part in text for text in texts), part
    assert all(tomli.loads(text) is not None for text in texts)


def test_what_is_nowhere_is_at_the_top() -> None:
    assert scan("a = 1\n\nb = 2\n").line_of("c") == 1
    assert scan("").line_of("anything[3].at.all") == 1


def test_an_array_of_tables_is_where_its_first_one_is() -> None:
    found = scan("a = 1\n\n[[phase]]\nkind = 1\n[[phase]]\n")
    assert (found.line_of("phase"), found.line_of("phase[0]"), found.line_of("phase[1]"), found.line_of("phase[0].kind")) == (3, 3, 5, 4)
    assert found.line_of("phase[1].kind") == 5


def test_a_table_of_dotted_keys_is_where_its_first_key_is() -> None:
    found = scan("x = 1\nuse.skin = 2\nuse.amount = 3\n")
    assert [found.line_of(p) for p in ("use", "use.skin", "use.amount", "use.nothing")] == [2, 2, 3, 2]


def test_inner_arrays_start_anew_in_each_table() -> None:
    text = "[[phase]]\n[[phase.line]]\n[[phase.line]]\n[[phase]]\n[[phase.line]]\n"
    found = scan(text)
    assert [found.line_of(p) for p in ("phase[0].line[0]", "phase[0].line[1]", "phase[1]", "phase[1].line[0]")] == [2, 3, 4, 5]


def test_an_array_goes_on_behind_the_table_around_it() -> None:
    text = "[[a.b]]\nx = 1\n[a]\ny = 2\n[[a.b]]\nx = 3\n"
    assert tomli.loads(text) == {"a": {"b": [{"x": 1}, {"x": 3}], "y": 2}}
    found = scan(text)
    assert [found.line_of(p) for p in ("a.b[0].x", "a", "a.y", "a.b[1]", "a.b[1].x")] == [2, 3, 4, 5, 6]


@pytest.mark.parametrize("key", ['"a\\"b"', "'\"a\"'", '"\\u0041"', '"tab\\t"', "'a\\b'"])
def test_a_quoted_key_is_known_by_what_it_says(key: str) -> None:
    text = f"x = 1\n{key} = 2\n"
    name = list(tomli.loads(text))[1]
    assert scan(text).lines[name] == 2


def comments(text: str) -> dict[str, list[str]]:
    return scan(text).comments


def test_comments_belong_to_what_follows_them_or_stands_beside_them() -> None:
    text = """# top
a = 1  # beside a
# above the table
[use]  # beside use
# inside use
skin = "#no"
# above the phase
[[phase]]
kind = [ # in the array
  "x", # at x
]
  # above the line
  [[phase.line]]
  material = "#" # beside material
# the end
#
#   kept   indent\t
"""
    assert comments(text) == {
        "": ["top", "beside a"],
        "use": ["above the table", "beside use", "inside use"],
        "phase[0]": ["above the phase", "in the array", "at x"],
        "phase[0].line[0]": ["above the line", "beside material"],
        "$": ["the end", "", "  kept   indent"],
    }


def test_no_comment_is_found_in_strings() -> None:
    text = 'a = "# no"\nb = \'# no\'\nc = """\n# no\n"""\nd = \'\'\'\n# no\n\'\'\'\ne = { f = "# no" }\n"# g" = 1\n'
    assert comments(text) == {}
