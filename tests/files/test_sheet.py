"""Own materials from a spreadsheet and back: every doubt told, every fault with its row, and what was exported imports again unchanged."""

import csv
import io
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_round_trip import own_materials

from formulator import cli, upkeep
from formulator.core.data import Data
from formulator.core.material import Material
from formulator.files.materials import read_material
from formulator.files.own import read_file
from formulator.files.sheet import HEADS, Imported, Row, read_sheet, sheet_text
from formulator.files.table import Problem, Table
from formulator.files.values import Reader

USUAL = ["no INCI name: the law cannot be applied", "nothing says what it is made of", "no source"]


@pytest.fixture
def sheet(tmp_path: Path, data: Data) -> Callable[..., Imported]:
    """Read a text (or bytes) as a file of this name."""

    def read(content: str | bytes, name: str = "list.csv") -> Imported:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_sheet(path, data)

    return read


def only(found: Imported) -> Row:
    assert len(found.rows) == 1
    return found.rows[0]


def told(row: Row) -> list[str]:
    """The doubts but for those that every bare row has."""
    return [doubt for doubt in row.doubts if not any(doubt.startswith(usual) for usual in (*USUAL, "id made of the name"))]


def xlsx(rows: list[list[Any]]) -> bytes:
    """The least that is a workbook: text in the cells, numbers and truth values as such."""
    parts = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
            '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
        ),
        "_rels/.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
            'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
            '<sheets><sheet name="Oils" sheetId="1" r:id="b"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="b" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
        ),
        "xl/worksheets/sheet1.xml": '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        + "".join(f'<row r="{n}">' + "".join(_cell(f"{chr(65 + k)}{n}", x) for k, x in enumerate(row)) + "</row>" for n, row in enumerate(rows, 1))
        + "</sheetData></worksheet>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as book:
        for name, text in parts.items():
            book.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return out.getvalue()


def _cell(at: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return f'<c r="{at}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, (int, float)):
        return f'<c r="{at}"><v>{value}</v></c>'
    return f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


# --- what is read ---

SHEETS = {
    "commas": "Trade Name,INCI Name,CAS No.,Function,Required HLB,Density\nMy squalane,Squalane,111-01-3,emollient,11.5,0.81 g/mL\n",
    "semicolons and decimal commas": "Trade Name;INCI Name;CAS No.;Function;Required HLB;Density\nMy squalane;Squalane;111-01-3;emollient;11,5;0,81 g/mL\n",
    "tabs": "Trade Name\tINCI Name\tCAS No.\tFunction\tRequired HLB\tDensity\nMy squalane\tSqualane\t111-01-3\temollient\t11,5\t0,81 g/mL\n",
    "quoted decimal commas": 'Trade Name,INCI Name,CAS No.,Function,Required HLB,Density\nMy squalane,Squalane,111-01-3,emollient,"11,5","0,81 g/mL"\n',
    "lines of Windows": "name;inci;cas;functions;rHLB;density\r\nMy squalane;Squalane;111-01-3;emollient;11,5;0,81 g/mL\r\n",
    "a mark of byte order": "\ufeffname;inci;cas;role;RHLB O/W;density\nMy squalane;Squalane;111-01-3;emollient;11.5;0.81 g/mL\n",
    "heads with blanks and dots": " NAME ;Inci;Cas-No;Functions:;required_hlb o/w;Density.\n My squalane ;Squalane;111-01-3; emollient ;11.5;0.81 g/mL\n",
}


@pytest.mark.parametrize("kind", SHEETS)
def test_one_material_in_many_sheets(kind: str, sheet: Any) -> None:
    row = only(sheet(SHEETS[kind]))
    assert row.problems == ()
    assert row.raw == {
        "id": "my-squalane",
        "name": "My squalane",
        "inci": "Squalane",
        "cas": ["111-01-3"],
        "functions": ["emollient"],
        "required_hlb": {"o/w": 11.5},
        "density": "0.81 g/mL",
    }
    assert row.material is not None
    assert (row.material.required_hlb["o/w"].span.best, row.material.density.span.best) == (11.5, 0.81)  # type: ignore[union-attr]
    # a decimal comma is told wherever one was read as a point
    assert [doubt for doubt in row.doubts if " read as " in doubt] == (
        ["required_hlb o/w: '11,5' read as 11.5", "density: '0,81 g/mL' read as 0.81 g/mL"] if "11,5" in SHEETS[kind] else []
    )


def test_a_sheet_of_an_older_windows(sheet: Any) -> None:
    row = only(sheet("name;functions;source\nÖl, süß;emollient;Müller µ\n".encode("cp1252")))
    assert (row.raw["name"], row.raw["source"]) == ("Öl, süß", "Müller µ")


def test_a_workbook(sheet: Any) -> None:
    rows = [
        ["Name", "CAS", "Function", "HLB", "Organic", "Composition", "Stock"],
        ["My wax", "8012-89-3", "emulsifier", 11.5, True, None, 12],
        [None, None, None, None, None, None, None],
        ["My salt", "7446-20-0", "mineral", None, None, '[{ inci = "Zinc Sulfate", share = "100 %", formula = "ZnSO4.7H2O" }]', 3],
        ["My ester", None, "emulsifier", 12, False, None, None],
    ]
    found = sheet(xlsx(rows), "list.xlsx")
    assert found.unused == ("Stock",)
    wax, salt, ester = found.rows
    assert wax.problems == salt.problems == ester.problems == ()
    assert (wax.raw["hlb"], wax.raw["organic"], ester.raw["hlb"]) == (11.5, True, 12)
    assert (type(ester.raw["hlb"]), ester.material.hlb.span.best) == (int, 12)
    assert salt.material.substances[0].formula.text == "ZnSO4.7H2O"


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        ("", "list.csv", "the sheet is empty"),
        ("\n\n", "list.csv", "the sheet is empty"),
        ("foo,bar\n1,2\n", "list.csv", "no column is headed 'name' or 'INCI'; found: foo, bar"),
        (b"PK no zip", "list.xlsx", "not a spreadsheet that can be read"),
        (b"", "list.xlsx", "not a spreadsheet that can be read"),
        (b"\xd0\xcf\x11\xe0", "list.xls", "not a spreadsheet that can be read"),
    ],
)
def test_what_is_no_sheet_of_materials(content: Any, name: str, says: str, sheet: Any) -> None:
    with pytest.raises(ValueError, match=says):
        sheet(content, name)


def test_a_sheet_that_is_not_there(tmp_path: Path, data: Data) -> None:
    for name in ("none.csv", "none.xlsx"):
        with pytest.raises((OSError, ValueError)):
            read_sheet(tmp_path / name, data)


# --- doubts ---


@pytest.mark.parametrize(
    ("head", "cells", "doubt"),
    [
        ("id", "squalane", "the library has a material of this id: yours would stand for it. To keep the library's other figures, add like = squalane"),
        ("cas", "111-01-4", "111-01-4 is no CAS number: its form or its check digit is wrong"),
        ("cas", "111013", "111013 is no CAS number: its form or its check digit is wrong"),
        ("cas", "111-01-3", "111-01-3 is also the number of Squalane in the library"),
        ("cas", "7732-18-5; 111-01-3", "111-01-3 is also the number of Squalane in the library"),
        ("inci", "Squalan", "INCI name not met before; Did you mean 'SQUALANE'?"),
        ("inci", "Qqqqqq", "INCI name not met before; check its spelling"),
        ("hlb", '"12,5"', "hlb: '12,5' read as 12.5"),
        ("use level", '"1,5 - 3 %"', "use_level: '1,5 - 3 %' read as 1.5 - 3 %"),
        ("price", '"12,50 EUR/kg"', "price: '12,50 EUR/kg' read as 12.50 EUR/kg"),
        ("price", "12.5", "price: '12.5' was left out, it has no currency; head the column 'Price (EUR/kg)', with the currency it is in"),
        ("Price (EUR/kg)", '"12,50"', "price: '12,50 EUR/kg' read as 12.50 EUR/kg"),
        ("more", "nonsense", "more: 'nonsense' cannot be read, and was left out"),
    ],
)
def test_a_doubt_is_told_and_the_row_stands(head: str, cells: str, doubt: str, sheet: Any) -> None:
    row = only(sheet(f"name,functions,{head}\nX,emollient,{cells}\n"))
    assert doubt in told(row)
    assert row.problems == () and row.material is not None


@pytest.mark.parametrize(
    ("head", "cell", "price"),
    [
        ("price", "12.50 EUR/kg", "12.50 EUR/kg"),
        ("Price (EUR/kg)", "12", "12 EUR/kg"),
        ("price [usd per lb]", "3.5", "3.5 USD/lb"),
        ("Unit price TWD/100 g", "45", "45 TWD/100 g"),
        ("Price (EUR/kg)", "3 USD/lb", "3 USD/lb"),  # a cell that says its own
        ("price", "4", None),
    ],
)
def test_the_head_of_a_column_may_say_what_its_prices_are_in(head: str, cell: str, price: str | None, sheet: Any) -> None:
    row = only(sheet(f"name,functions,{head}\nX,emollient,{cell}\n"))
    assert row.problems == ()
    assert row.raw.get("price") == price


def test_a_bare_row_is_doubted_in_all_it_lacks(sheet: Any) -> None:
    row = only(sheet("name,functions\nMy Oil (new),emollient\n"))
    assert [doubt.split(".")[0] for doubt in row.doubts] == [
        "id made of the name: my-oil-new",
        "no INCI name: the law cannot be applied",
        "nothing says what it is made of: any element is then bounded by its share",
        "no source",
    ]


def test_a_row_that_says_everything_is_not_doubted(sheet: Any) -> None:
    row = only(sheet("id,name,inci,functions,organic,source\nx,X,Squalane,emollient,yes,sheet 2026\n"))
    assert row.doubts == ()
    # and what is like a library material has its name, number and composition
    assert only(sheet("id,name,like,functions,source,cas\nx,X,squalane,emollient,sheet,111-01-3\n")).doubts == ()


def test_ids_made_of_names_do_not_meet(sheet: Any) -> None:
    found = sheet("name,functions\nOil,emollient\nOil,emollient\nÖl!,emollient\n鋅,mineral\n")
    assert [row.raw["id"] for row in found.rows] == ["oil", "oil-2", "l", "row-5"]


def test_a_second_row_of_one_id_is_told(sheet: Any) -> None:
    first, second = sheet("id,name,functions\na,X,emollient\na,Y,emollient\n").rows
    assert "a second row with the id a: only the first would count" not in first.doubts
    assert "a second row with the id a: only the first would count" in second.doubts


# --- faults ---


def test_faults_stand_at_their_rows(sheet: Any) -> None:
    text = (
        "name,functions,hlb,formula,elements,organic,like\n"
        "A,emulsifier,50,,,,\n"  # 2
        "B,emolient,,,,,\n"  # 3
        "C,mineral,,ZnS04,,,\n"  # 4
        "D,emollient,,,,,\n"  # 5
        'E,mineral,,ZnO,"{ Zn = ""12 %"" }",,\n'  # 6
        "F,emollient,,,,,no-such-thing\n"  # 7
        "G,emollient,,,,perhaps,\n"  # 8
        "H,,,,,,\n"  # 9
        "I,emulsifier,yes,,,,\n"  # 10
    )
    found = sheet(text)
    assert [row.number for row in found.rows] == list(range(2, 11))
    assert {row.number: [problem.says for problem in row.problems] for row in found.rows} == {
        2: ["hlb is above 40"],
        3: ["no function 'emolient'"],
        4: ["'ZnS04', character 4: a count of zero"],
        5: [],
        6: ["formula and elements both say what it is made of"],
        7: ["no material 'no-such-thing'"],
        8: ["organic is not true or false"],
        9: ["functions is missing"],
        10: ["hlb is not a number"],
    }
    assert [row.number for row in found.rows if row.material is not None] == [5]
    assert all(problem.place.startswith(f"row {row.number}") and problem.fix for row in found.rows for problem in row.problems)
    assert next(p.fix for p in found.rows[1].problems) == "Did you mean 'emollient'?"


@pytest.mark.parametrize(("name", "between"), [("list.csv", "\n"), ("list.csv", ",\n"), ("list.xlsx", None)])
def test_an_empty_row_counts_in_the_numbers(name: str, between: str | None, sheet: Any) -> None:
    rows = [["name", "functions"], ["A", "emollient"], [None, None], ["B", "emolient"]]
    text = f"name,functions\nA,emollient\n{between}B,emolient\n"
    assert [row.number for row in sheet(text if between else xlsx(rows), name).rows] == [2, 4]


def test_a_row_longer_than_its_heads_is_told(sheet: Any) -> None:
    row = only(sheet("name,functions,hlb\nX,emulsifier,11,5\n"))
    assert told(row) or row.problems


def test_two_columns_of_one_meaning_are_told(sheet: Any) -> None:
    found = sheet("name,functions,trade name\nSqualane,emollient,Fitoderm\n")
    assert found.unused or told(only(found))


def test_a_doubt_quotes_the_cell(sheet: Any) -> None:
    row = only(sheet('name,functions,elements\nX,mineral,"{ Zn = "\n'))
    assert any("'{ Zn ='" in doubt for doubt in row.doubts)


# --- out and in again ---


def material(raw: dict[str, Any], data: Data) -> Material | None:
    problems: list[Problem] = []
    found = read_material(Table(raw, "", problems), Reader(sources={}, origin="recipe", find=data.material, known=tuple(data.materials)))
    return None if problems else found


def again(materials: list[Material], folder: Path, data: Data) -> list[Material | None]:
    path = folder / "out.csv"
    path.write_text(sheet_text(materials), encoding="utf-8", newline="")
    return [row.material for row in read_sheet(path, data).rows]


HARD: dict[str, dict[str, Any]] = {
    "plain": {"id": "a", "name": "A", "functions": ["emollient"]},
    "all keys": {
        "id": "a",
        "name": "A",
        "like": "squalane",
        "inci": "Squalane",
        "cas": ["111-01-3", "7732-18-5"],
        "names": ["a; b", "c"],
        "functions": ["emollient", "solvent"],
        "ionic": "nonionic",
        "hlb": {"best": 12, "low": 11.5, "high": 13},
        "hlb_applies": False,
        "hlb_why_not": "yes",
        "hlb_instead": "no",
        "required_hlb": {"o/w": 11.5, "w/o": {"value": 5, "note": 'he said "5", or so'}},
        "density": "0.81 g/mL",
        "use_level": "1 - 5 %",
        "noael": "450 mg/kg/day",
        "impurities": {"Pb": "<= 10 mg/kg"},
        "price": "145 EUR/25 kg",
        "notes": ["a", "b"],
        "source": "sheet; 2026",
    },
    "a price with its source": {"id": "a", "name": "A", "functions": ["other"], "price": {"value": "3 USD/lb", "source": "quote 7; 2026-03"}},
    "texts that look like something else": {"id": "12", "name": "11,5", "functions": ["other"], "source": "true", "inci": "[x]"},
    "a text with an end": {"id": "a", "name": "A ", "functions": ["other"], "source": " s"},
    "lines in a cell": {"id": "a", "name": "A\nB", "functions": ["other"], "source": 'x\r\n"y"'},
    "a formula of a sheet": {"id": "a", "name": "=1+1", "functions": ["other"], "source": "@x"},
    "one function as a text": {"id": "a", "name": "A", "functions": "other", "cas": "111-01-3"},
    "a decimal comma in a text": {"id": "a", "name": "A", "functions": ["other"], "hlb": {"value": 3, "note": "3,5 elsewhere"}},
    "a substance of many keys": {
        "id": "a",
        "name": "A",
        "functions": ["mineral"],
        "substances": [
            {"inci": "Zinc Oxide", "share": "90 - 95 %", "formula": "ZnO", "assay": "99 %", "water_soluble": False},
            {"cas": "7732-18-5", "share": "5 %"},
        ],
    },
}


@pytest.mark.parametrize("kind", HARD)
def test_what_is_exported_imports_unchanged(kind: str, tmp_path: Path, data: Data) -> None:
    first = material(HARD[kind], data)
    assert first is not None
    assert again([first], tmp_path, data) == [first]
    assert dict(again([first], tmp_path, data)[0].declared) == HARD[kind]  # type: ignore[union-attr]


def plain(raw: Any) -> Any:
    """Without what is known not to come back: a carriage return by itself, and a required HLB of no emulsion."""
    if isinstance(raw, dict):
        return {key: plain(value) for key, value in raw.items() if (key, value) != ("required_hlb", {})}
    return [plain(x) for x in raw] if isinstance(raw, list) else raw.replace("\r", "\n") if isinstance(raw, str) else raw


def test_a_carriage_return_comes_back(tmp_path: Path, data: Data) -> None:
    first = material({"id": "a", "name": "A\rB", "functions": ["other"]}, data)
    assert first is not None and again([first], tmp_path, data) == [first]


def test_the_line_ends_of_an_old_mac(sheet: Any) -> None:
    with suppress(ValueError):  # refused in words is well too
        assert only(sheet("name,functions\rX,emollient\r")).raw["name"] == "X"


@given(
    st.lists(st.sampled_from(["my-oil", "b", "x y", "µ", "água"]), unique=True, min_size=1, max_size=3).flatmap(lambda ids: st.tuples(*map(own_materials, ids)))
)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_materials_come_back(tmp_path: Path, data: Data, raws: tuple[dict[str, Any], ...]) -> None:
    materials = [m for m in (material(plain(raw), data) for raw in raws) if m is not None]
    back = again(materials, tmp_path, data)
    assert back == materials
    assert [dict(m.declared) for m in back if m] == [dict(m.declared) for m in materials]
    # and the sheet of what came back is the same sheet
    assert sheet_text([m for m in back if m]) == sheet_text(materials)


def test_an_export_has_every_head_once_and_each_is_known() -> None:
    head = next(csv.reader(io.StringIO(sheet_text([]))))
    assert head == list(HEADS)
    words = [word for words in HEADS.values() for word in words]
    assert len(words) == len(set(words))
    assert all(key in words for key, words in HEADS.items())


# --- the commands ---


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    own = tmp_path / "own"
    monkeypatch.setenv("FORMULATOR_MATERIALS", str(own))
    return own


@pytest.fixture
def run(folder: Path, data: Data, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run the program; the data are those already read."""
    real = upkeep.load()
    monkeypatch.setattr(upkeep, "load", lambda: real)

    def go(*words: str | Path) -> tuple[int, str, str]:
        code = cli.main([str(word) for word in words])
        out, err = capsys.readouterr()
        return code, out, err

    return go


GOOD = "id,name,inci,functions,organic,source\nmy-oil,My oil,Squalane,emollient,yes,sheet 2026\n"


def test_a_preview_writes_nothing(run: Any, tmp_path: Path, folder: Path) -> None:
    (tmp_path / "oils.csv").write_text(GOOD)
    code, out, err = run("import", tmp_path / "oils.csv")
    assert (code, err) == (0, "")
    assert out == f"✓ row 2: My oil (my-oil)\n1 of 1 rows can be read. With --write they go into {folder / 'oils.toml'}.\n"
    assert not folder.exists()


def test_a_preview_lists_faults_doubts_and_what_is_not_taken(run: Any, tmp_path: Path, folder: Path) -> None:
    (tmp_path / "oils.csv").write_text("name,functions,stock\nA,emolient,3\nB,emollient,4\n")
    code, out, _ = run("import", tmp_path / "oils.csv")
    assert code == 1
    lines = out.splitlines()
    assert lines[0] == "✗ row 2: A (a)"
    assert lines[1] == "    ✗ no function 'emolient'. Did you mean 'emollient'?"
    assert "? row 3: B (b)" in lines and "    ? no source" in lines
    assert lines[-2:] == ["not taken over: the columns stock", f"1 of 2 rows can be read. With --write they go into {folder / 'oils.toml'}."]


def test_what_is_written_can_be_used(run: Any, tmp_path: Path, folder: Path, data: Data) -> None:
    (tmp_path / "oils.csv").write_text(GOOD)
    code, out, err = run("import", tmp_path / "oils.csv", "--write")
    assert (code, err) == (0, "")
    assert out.endswith(f"1 materials written to {folder / 'oils.toml'}\n")
    (found,), problems = read_file(folder / "oils.toml", data)
    assert (found.id, found.inci, problems) == ("my-oil", "Squalane", ())
    # never over what is there
    before = (folder / "oils.toml").read_bytes()
    code, _, err = run("import", tmp_path / "oils.csv", "--write")
    assert code == 2 and "is there already; name another with --to." in err
    assert (folder / "oils.toml").read_bytes() == before
    assert run("import", tmp_path / "oils.csv", "--to", tmp_path / "b.toml")[0] == 0
    assert (tmp_path / "b.toml").read_bytes() == before


def test_what_can_be_read_is_written_and_the_rest_told(run: Any, tmp_path: Path, folder: Path, data: Data) -> None:
    (tmp_path / "oils.csv").write_text(GOOD + ",B,,emolient,,\n")
    code, out, _ = run("import", tmp_path / "oils.csv", "--write")
    assert code == 1 and "✗ row 3: B (b)" in out
    assert [m.id for m in read_file(folder / "oils.toml", data)[0]] == ["my-oil"]


def test_one_id_twice_writes_nothing(run: Any, tmp_path: Path, folder: Path) -> None:
    (tmp_path / "oils.csv").write_text(GOOD + "my-oil,Other,,emollient,,\n")
    code, _, err = run("import", tmp_path / "oils.csv", "--write")
    assert (code, err) == (2, "formulator: my-oil stands in several rows; nothing was written.\n")
    assert not folder.exists()


@pytest.mark.parametrize("name", ["none.csv", "none.xlsx", "bad.xlsx", "empty.csv"])
def test_a_sheet_that_cannot_be_read_is_one_line(name: str, run: Any, tmp_path: Path) -> None:
    (tmp_path / "bad.xlsx").write_bytes(b"no zip")
    (tmp_path / "empty.csv").write_bytes(b"")
    code, out, err = run("import", tmp_path / name)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"formulator: {tmp_path / name}: ")


def test_export_and_import_again(run: Any, tmp_path: Path, folder: Path, data: Data) -> None:
    (tmp_path / "oils.csv").write_text(GOOD)
    run("import", tmp_path / "oils.csv", "--write")
    before = read_file(folder / "oils.toml", data)[0]
    for words in (["export"], ["export", folder / "oils.toml"]):
        code, out, err = run(*words, "-o", tmp_path / "out.csv")
        assert (code, out, err) == (0, f"1 materials written to {tmp_path / 'out.csv'}\n", "")
        (tmp_path / "back.toml").unlink(missing_ok=True)
        assert run("import", tmp_path / "out.csv", "--to", tmp_path / "back.toml")[0] == 0
        assert read_file(tmp_path / "back.toml", data)[0] == before
        assert (tmp_path / "back.toml").read_bytes() == (folder / "oils.toml").read_bytes()


def test_nothing_to_export(run: Any, tmp_path: Path) -> None:
    assert run("export", "-o", tmp_path / "out.csv") == (1, "", "formulator: there are no own materials.\n")
    assert not (tmp_path / "out.csv").exists()


def test_faulty_materials_are_not_exported(run: Any, tmp_path: Path, folder: Path) -> None:
    folder.mkdir()
    (folder / "a.toml").write_text('[[material]]\nid = "a"\nname = "A"\nfunctions = ["emolient"]\n')
    code, out, err = run("export", "-o", tmp_path / "out.csv")
    assert (code, out) == (2, "")
    assert err == f"{folder / 'a.toml'}, line 4: no function 'emolient'. Did you mean 'emollient'?\nformulator: nothing was written.\n"
    assert not (tmp_path / "out.csv").exists()
