"""A recipe written and read again is the same recipe, and what was written is written the same again. Comments stay with what they speak of; a file is
there whole, old or new, whatever happens."""

import json
import os
import stat
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from formulator.core.data import Data
from formulator.core.recipe import Line, Phase, Quantity, Recipe
from formulator.core.span import Span
from formulator.files import write
from formulator.files.recipe import amount, open_recipe, read_recipe
from formulator.files.write import recipe_text, save_recipe

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "recipes").glob("*.toml"))
GOLDEN = ROOT / "tests" / "golden"
LIBRARY = ("water", "glycerin", "zinc-oxide", "zinc-sulfate-heptahydrate", "xanthan-gum", "polysorbate-60", "sorbitan-stearate", "citric-acid-20")


def read(text: str | bytes, data: Data) -> Recipe:
    found = read_recipe(text if isinstance(text, bytes) else text.encode(), data)
    assert found.problems == (), text
    assert found.recipe is not None
    return found.recipe


def declared(recipe: Recipe) -> list[Any]:
    """What equality leaves out: the tables of own materials as they were read."""
    return [dict(m.declared) for m in recipe.materials]


def comes_back(recipe: Recipe, data: Data) -> str:
    """The text of a recipe, after making sure that it is read as the same recipe and written the same again."""
    text = recipe_text(recipe)
    again = read(text, data)
    assert again == recipe
    assert declared(again) == declared(recipe)
    assert recipe_text(again) == text
    return text


# --- generated files: a plain dict is laid out by a writer of its own ---

letters = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
names = letters.filter(str.strip)
hard = st.sampled_from(
    ['"', "'", '"""', "'''", "\\", "\\n", "a\nb", "\n", "\r\n", "a\r", "\t", "\x7f", "\x00", "# no comment", "[[phase]]", "µ – 日 🧴", "é", "=", "{", "]"]
)
texts = st.one_of(names, st.lists(st.one_of(hard, names), min_size=1, max_size=5).map("".join).filter(str.strip))
decimals = st.decimals(min_value="0.001", max_value=9, places=3).map(lambda d: f"{d.normalize():f}")
shares = st.one_of(
    decimals.map(lambda d: f"{d} %"),
    decimals.map(lambda d: f"{d}%"),
    decimals.map(lambda d: f" {d} mg/kg "),
    decimals.map(lambda d: f"{d} ppm"),
    decimals.map(lambda d: f"{d} g/100 g"),
    decimals.map(lambda d: f"{d}e-2 %"),
)
masses = st.one_of(decimals.map(lambda d: f"{d} g"), decimals.map(lambda d: f"{d} kg"), decimals.map(lambda d: f"{d} mg"), decimals.map(lambda d: f"{d} oz"))
spans = st.one_of(
    st.integers(1, 20),
    st.floats(0.5, 20, allow_nan=False),
    st.tuples(st.integers(1, 9), st.integers(10, 20)).map(lambda x: f"{x[0]} - {x[1]}"),
    st.tuples(st.floats(1, 5), st.floats(5, 9), st.floats(9, 20)).map(lambda x: dict(zip(("low", "best", "high"), x, strict=True))),
    texts.map(lambda t: {"value": 10, "source": t, "at": "p. 3", "kind": "supplier", "confidence": "low", "read": "yes", "note": t}),
    st.just([{"value": 10}, {"best": 11, "low": 10, "high": 12}]),
)


# one substance has one name, and what is blank in it is one blank: the law goes by it
names = texts.map(lambda t: " ".join(t.replace(";", " ").replace("/", " ").split()) or "Aqua")


@st.composite
def own_materials(draw: st.DrawFn, id: str) -> dict[str, Any]:
    made: dict[str, Any] = {"id": id, "name": draw(texts), "functions": draw(st.sampled_from([["emollient"], "emulsifier", ["other", "mineral"]]))}
    basis = draw(st.sampled_from(["formula", "elements", "organic", "substances", "like", ""]))
    made |= {
        "formula": {"formula": "ZnSO4.7H2O", "assay": draw(st.sampled_from(["99 %", "98 - 107 %", "<= 99 %"]))},
        "elements": {"elements": {"Zn": "12 mg/kg", "Cu": {"value": "3 - 5 ppm", "note": draw(texts)}}},
        "organic": {"organic": True},
        "substances": {
            "substances": [{"inci": draw(names), "share": "90 %"}, {"cas": ["1314-13-2"], "share": "5 - 10 %", "formula": "ZnO", "water_soluble": False}]
        },
        "like": {"like": draw(st.sampled_from(["squalane", "polysorbate-60"]))},
        "": {},
    }[basis]
    optional = {
        "inci": names,
        "cas": st.sampled_from(["111-01-3", ["111-01-3", "7732-18-5"]]),
        "names": st.lists(texts, max_size=3),
        "hlb": spans,
        "required_hlb": st.fixed_dictionaries({}, optional={"o/w": spans, "w/o": spans}),
        "hlb_applies": st.booleans(),
        "noael": decimals.map(lambda d: f"{d} mg/kg/day"),
        "impurities": st.fixed_dictionaries({}, optional={"Pb": decimals.map(lambda d: f"<= {d} mg/kg"), "As": decimals.map(lambda d: f"{d} ppm")}),
        "price": st.one_of(decimals.map(lambda d: f"{d} EUR/kg"), texts.map(lambda t: {"value": "3 - 4 USD/lb", "source": t})),
        "source": texts,
        "notes": st.lists(texts, max_size=2),
    }
    return made | draw(st.fixed_dictionaries({}, optional=optional))


@st.composite
def recipes(draw: st.DrawFn) -> dict[str, Any]:
    """A recipe as plain tables, without a fault."""
    ids = draw(st.lists(st.sampled_from(["my-oil", "b", "x y", "µ", 'a"b', "water"]), unique=True, max_size=2))
    kind = draw(st.sampled_from(["shares", "q.s.", "masses", "mixed", "mixed q.s."]))
    pool = {"shares": shares, "q.s.": shares, "masses": masses}.get(kind, st.one_of(shares, masses))
    phases: list[dict[str, Any]] = []
    for _ in range(draw(st.integers(1, 3))):
        lines = []
        for _ in range(draw(st.integers(1, 3))):
            line: dict[str, Any] = {"material": draw(st.sampled_from([*LIBRARY, *ids])), "amount": draw(pool)}
            if line["material"].startswith("zinc-") and draw(st.booleans()):
                line["amount"] = f"{line['amount'].strip()} as {draw(st.sampled_from(['Zn', 'O']))}"
            if draw(st.booleans()):
                line |= {"adjust": "pH", "max": line["amount"]}
            if draw(st.booleans()):
                line["as"] = draw(st.sampled_from(["other", "uv-filter", "emollient"]))
            lines.append(line)
        extra = {"name": letters, "heat": st.sampled_from(["75 degC", "20°C"]), "steps": st.lists(texts, max_size=3)}
        phases.append({"kind": draw(st.sampled_from(["water", "oil", "cool-down"])), "line": lines} | draw(st.fixed_dictionaries({}, optional=extra)))
    if "q.s." in kind:
        phases[0]["line"].insert(0, {"material": "water", "amount": draw(st.sampled_from(["q.s.", "qs", "Q.S."]))})
    made: dict[str, Any] = {
        "format": 1,
        "name": draw(texts),
        "product": draw(st.sampled_from(["face-cream", "lipstick"])),
        "emulsion": draw(st.sampled_from(["o/w", "w/o", "none"])),
    }
    if "mixed" in kind or draw(st.booleans()):
        made["batch"] = draw(st.sampled_from(["500 g", "1kg", " 2 kg"]))
    use = st.fixed_dictionaries(
        {},
        optional={
            "amount": st.just("1.54 g/day"),
            "body_weight": st.just("60 kg"),
            "population": st.just("adult"),
            "skin": st.sampled_from(["intact", "damaged"]),
            "limit_allocation": st.just("12.5 %"),
        },
    )
    ends = st.fixed_dictionaries({"min": st.just("1 mg/kg")}, optional={"max": st.just("0.1 %")})
    target = st.fixed_dictionaries(
        {}, optional={"hlb_tolerance": st.floats(0, 20), "elements": st.dictionaries(st.sampled_from(["Zn", "Cu", "Se"]), ends, max_size=2)}
    )
    optional = {
        "version": letters,
        "notes": letters,
        "preservation": texts.map(lambda t: t.strip() or "why"),
        "markets": st.lists(st.sampled_from(["EU", "US", "TW"]), max_size=3),
        "ph": st.one_of(st.floats(0, 14), st.integers(0, 14), st.sampled_from(["5.0 - 5.5", "5.5", "4 to 6", "<= 6"])),
        "use": use,
        "target": target,
    }
    return (
        made | draw(st.fixed_dictionaries({}, optional=optional)) | {"phase": phases} | ({"material": [draw(own_materials(id)) for id in ids]} if ids else {})
    )


def flat(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(k)}={flat(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(flat, value)) + "]"
    if isinstance(value, str):
        return json.dumps(value).replace("\x7f", "\\u007f") if value.isascii() else json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return json.dumps(value)


def laid_out(raw: dict[str, Any], order: Any, marks: list[str]) -> str:
    """The tables as TOML with keys in chance order and a numbered comment at each of them."""

    def mark() -> str:
        marks.append(f"mark{len(marks)}.")
        return f"# {marks[-1]} [x] = \"'"

    def table(header: str, pairs: dict[str, Any]) -> None:
        if header:
            rows.append(mark())
            rows.append(f"{header} {mark()}")
        keys = list(pairs)
        order.shuffle(keys)
        rows.extend(f"{json.dumps(k)} = {flat(pairs[k])}{' ' + mark() if order.random() < 0.3 else ''}" for k in keys)

    rows: list[str] = [mark()]
    table("", {k: v for k, v in raw.items() if k not in ("use", "target", "phase", "material")})
    for key in ("use", "target"):
        if key in raw:
            table(f"[{key}]", raw[key])
    for phase in raw["phase"]:
        table("[[phase]]", {k: v for k, v in phase.items() if k != "line"})
        for line in phase["line"]:
            table("[[phase.line]]", line)
    for material in raw.get("material", []):
        table("[[material]]", material)
    rows.append(mark())
    return "\n".join(rows) + "\n"


def plain_amount(text: str) -> str:
    return "q.s." if text.strip().lower() in ("qs", "q.s.") else text.strip()


@settings(max_examples=120)
@given(recipes(), st.randoms(use_true_random=True))
def test_a_generated_file_comes_back_whole(data: Data, raw: dict[str, Any], order: Any) -> None:
    marks: list[str] = []
    source = laid_out(raw, order, marks)
    text = comes_back(read(source, data), data)
    assert [text.count(mark) for mark in marks] == [1] * len(marks), "a comment is lost or doubled"
    back = tomli.loads(text)
    for phase, wanted in zip(back["phase"], raw["phase"], strict=True):
        for line, asked in zip(phase["line"], wanted["line"], strict=True):
            assert line == asked | {key: plain_amount(asked[key]) for key in ("amount", "max") if key in asked}
        assert {k: v for k, v in phase.items() if k != "line"} == {k: v for k, v in wanted.items() if k != "line" and v}
    assert back.get("material", []) == raw.get("material", [])
    for key in ("name", "product", "emulsion", "batch", "version", "notes", "preservation"):
        assert back.get(key, "") == raw.get(key, "")
    assert back.get("use", {}) == raw.get("use", {})
    assert back.get("target", {}).get("elements", {}) == raw.get("target", {}).get("elements", {})
    assert back.get("target", {}).get("hlb_tolerance", 1.0) == raw.get("target", {}).get("hlb_tolerance", 1.0)


# --- recipes made in a window, not read from a file ---

comment_lines = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20).map(str.rstrip)
remarks = st.lists(comment_lines, max_size=3).map("\n".join).filter(lambda c: c == "" or c.strip("\n") != "")


@settings(max_examples=120)
@given(texts, letters, letters, st.lists(letters, max_size=3).map(tuple), st.lists(remarks, min_size=6, max_size=6))
def test_any_words_come_back(data: Data, name: str, notes: str, phase_name: str, steps: tuple[str, ...], remark: list[str]) -> None:
    line = Line(material="water", amount=amount("q.s."), comment=remark[0])
    salt = Line(material="zinc-oxide", amount=amount("200 mg/kg as Zn"), adjust="pH", maximum=amount("0.5 %"), use_as="mineral", comment=remark[1])
    recipe = Recipe(
        name=name,
        product="face-cream",
        emulsion="none",
        phases=(Phase(name=phase_name, kind="water", lines=(line, salt), steps=steps, comment=remark[2], heat=Quantity("75 degC", 75.0)),),
        notes=notes,
        version=notes,
        preservation=notes,
        ph=("5 - 6", Span.between(5, 6)),
        comment=remark[3],
        closing_comment=remark[4],
    )
    recipe = replace(recipe, use=replace(recipe.use, comment=remark[5]))
    comes_back(recipe, data)


# --- the files people have ---


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_an_example_is_written_as_it_stands(path: Path, data: Data) -> None:
    """So opening it in the window and saving it changes nothing a person would see in a diff."""
    opened = open_recipe(path, data)
    assert opened.problems == ()
    assert opened.recipe is not None
    assert comes_back(opened.recipe, data) == path.read_text(encoding="utf-8")


def test_the_canonical_order(data: Data) -> None:
    golden = (GOLDEN / "canonical.toml").read_text(encoding="utf-8")
    loose = read((GOLDEN / "canonical-from.toml").read_bytes(), data)
    assert comes_back(loose, data) == golden
    assert read(golden, data) == loose


@pytest.mark.parametrize("name", [*(p.name for p in EXAMPLES), "canonical.toml"])
def test_line_ends_and_a_byte_order_mark_make_no_other_recipe(name: str, data: Data) -> None:
    path = GOLDEN / name if name == "canonical.toml" else ROOT / "recipes" / name
    content = path.read_bytes()
    recipe = read(content, data)
    crlf = content.replace(b"\n", b"\r\n")
    for other in (crlf, b"\xef\xbb\xbf" + content, b"\xef\xbb\xbf" + crlf):
        again = read(other, data)
        assert again == recipe
        assert recipe_text(again) == recipe_text(recipe)


def test_where_each_comment_stays(data: Data) -> None:
    recipe = read((GOLDEN / "canonical-from.toml").read_bytes(), data)
    assert recipe.comment == "What a chemist wrote by hand,\nin no order.\nbeside the name"
    assert recipe.use.comment == "how it is used"
    assert [p.comment for p in recipe.phases] == ["the water phase\nmelt it", ""]
    assert [line.comment for _, _, line in recipe.lines()] == ["", "above the line\nbeside the amount", "", "", ""]
    assert recipe.materials[0].comment == "the supplier's own\nbeside the sheet"
    assert recipe.closing_comment == "the end\nof it"


def test_a_comment_follows_its_line_to_another_phase(data: Data) -> None:
    recipe = read((GOLDEN / "canonical-from.toml").read_bytes(), data)
    moved = recipe.with_moved((0, 1), (1, 0))
    again = read(recipe_text(moved), data)
    assert again.phases[1].lines[0].comment == "above the line\nbeside the amount"
    assert again == moved


def test_comments_inside_an_own_materials_tables_stay_with_it(data: Data) -> None:
    text = (ROOT / "recipes" / "hlb-far-off.toml").read_text(encoding="utf-8")
    text += '\n[[material]]\nid = "m"\nlike = "squalane"\n# of the table\n[material.required_hlb] # beside\n"o/w" = 11.0 # of the value\n'
    recipe = read(text, data)
    assert recipe.materials[0].comment == "of the table\nbeside\nof the value"
    comes_back(recipe, data)


def test_an_amount_keeps_the_text_it_was_typed_as(data: Data) -> None:
    texts_of = [line.amount.text for _, _, line in read((GOLDEN / "canonical-from.toml").read_bytes(), data).lines()]
    assert texts_of == ["q.s.", "200 mg/kg as Zn", "0.3 %", "5 %", "12.5 g"]


# --- saving ---


@pytest.fixture
def recipe(data: Data) -> Recipe:
    return read((GOLDEN / "canonical.toml").read_bytes(), data)


OLD = "the old text\n"


def test_saving_writes_the_text(tmp_path: Path, recipe: Recipe) -> None:
    path = tmp_path / "cream.toml"
    save_recipe(recipe, path)
    assert path.read_bytes() == recipe_text(recipe).encode()
    save_recipe(replace(recipe, name="Other – name"), path)
    assert path.read_bytes() == recipe_text(replace(recipe, name="Other – name")).encode()
    assert os.listdir(tmp_path) == ["cream.toml"]


@pytest.mark.parametrize("step", ["fsync", "replace", "chmod", "fdopen"])
@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["full", "interrupted"])
def test_a_save_that_fails_leaves_the_old_file_and_nothing_else(
    step: str, fault: BaseException, tmp_path: Path, recipe: Recipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "cream.toml"
    path.write_text(OLD, encoding="utf-8")

    def fail(*_: Any, **__: Any) -> None:
        raise fault

    with monkeypatch.context() as patched:
        patched.setattr(os, step, fail)
        with pytest.raises(type(fault)):
            save_recipe(recipe, path)
    assert path.read_text(encoding="utf-8") == OLD
    assert os.listdir(tmp_path) == ["cream.toml"]


def test_a_recipe_that_cannot_be_written_leaves_the_old_file(tmp_path: Path, recipe: Recipe, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "cream.toml"
    path.write_text(OLD, encoding="utf-8")
    monkeypatch.setattr(write, "recipe_text", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        save_recipe(recipe, path)
    assert path.read_text(encoding="utf-8") == OLD
    assert os.listdir(tmp_path) == ["cream.toml"]


def test_a_folder_that_is_not_there(tmp_path: Path, recipe: Recipe) -> None:
    with pytest.raises(OSError):
        save_recipe(recipe, tmp_path / "nowhere" / "cream.toml")
    with pytest.raises(OSError):
        save_recipe(recipe, tmp_path)
    assert os.listdir(tmp_path) == []


posix = pytest.mark.skipif(sys.platform == "win32", reason="modes and links of POSIX")


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o666])
def test_a_file_keeps_its_mode(mode: int, tmp_path: Path, recipe: Recipe) -> None:
    path = tmp_path / "cream.toml"
    path.write_text(OLD, encoding="utf-8")
    path.chmod(mode)
    save_recipe(recipe, path)
    assert stat.S_IMODE(path.stat().st_mode) == mode


@posix
def test_a_new_file_is_as_readable_as_any_other(tmp_path: Path, recipe: Recipe) -> None:
    save_recipe(recipe, tmp_path / "cream.toml")
    (tmp_path / "other").touch()
    assert (tmp_path / "cream.toml").stat().st_mode == (tmp_path / "other").stat().st_mode


@posix
def test_a_link_stays_a_link(tmp_path: Path, recipe: Recipe) -> None:
    (tmp_path / "real").mkdir()
    target = tmp_path / "real" / "cream.toml"
    target.write_text(OLD, encoding="utf-8")
    link = tmp_path / "cream.toml"
    link.symlink_to(target)
    save_recipe(recipe, link)
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == recipe_text(recipe)
    assert os.listdir(target.parent) == ["cream.toml"]
    assert sorted(os.listdir(tmp_path)) == ["cream.toml", "real"]
