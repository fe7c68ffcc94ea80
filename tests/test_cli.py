"""The command line: what is printed, where, and with which exit code. Most runs are calls of `main`; what belongs to a process (pipes, displays, start) is run
as one."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import tomli

from formulator import __version__, cli
from formulator.core.data import Data
from formulator.files.bundled import Bundle, load
from report import contract

ROOT = Path(__file__).parents[1]
RECIPES = ROOT / "recipes"
BROKEN = ROOT / "tests" / "broken"
ON = "2026-11-01"
VERDICTS = {
    "hand-cream-over-the-zinc-limit": "fail",
    "hlb-far-off": "fail",
    "magnesium-body-lotion": "cannot tell",  # how much magnesium passes the skin nobody measured; all of it would be too much
    "night-cream-in-grams": "pass",
    "own-squalane-cream": "pass",
    "selenium-face-cream": "fail",
    "zinc-copper-face-cream": "pass",
    "zinc-oxide-barrier-cream": "cannot tell",
}
ESCAPE = "\x1b"


def recipe(name: str) -> str:
    return str(RECIPES / f"{name}.toml")


GOOD, BAD, UNSURE = recipe("zinc-copper-face-cream"), recipe("hlb-far-off"), recipe("zinc-oxide-barrier-cream")
UNREADABLE = str(BROKEN / "unknown-material.toml")


class Ran:
    """One run: exit code, what was printed and what was complained of."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture(scope="session")
def bundle() -> Bundle:
    return load()


@pytest.fixture
def run(bundle: Bundle, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    # read once, not a hundred times: a faulty reading is met in tests/files, a true start in the processes below
    monkeypatch.setattr(cli, "load", lambda: bundle)
    monkeypatch.setenv("COLUMNS", "100")

    def call(*words: str) -> Ran:
        code = cli.main(list(words))
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return call


def environment(**more: str) -> dict[str, str]:
    """As bare as a process can start with: no display, no terminal settings."""
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "SYSTEMROOT", "TEMP", "LANG") if key in os.environ}
    return kept | {"PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": ""} | more


def process(words: Sequence[str], **more: str) -> Ran:
    done = subprocess.run([sys.executable, "-m", "formulator", *words], capture_output=True, env=environment(**more), cwd=ROOT, timeout=60, check=False)
    return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def lists(data: Data, *markets: str) -> dict[str, dict[str, str]]:
    """Market → its lists, id → the short name by which editions are told."""
    return {market: {rules.id: rules.annex for rules in data.lists.values() if market in rules.markets} for market in markets}


def parsed(paths: Sequence[str]) -> dict[str, Any]:
    return {path: tomli.loads(Path(path).read_text(encoding="utf-8")) for path in paths}


# --- exit codes ---


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["check", GOOD, "--on", ON], 0),
        (["check", BAD, "--on", ON], 1),
        (["check", UNSURE, "--on", ON], 1),
        (["check", GOOD, BAD, "--on", ON], 1),
        (["check", UNREADABLE], 2),
        (["check", GOOD, UNREADABLE], 2),
        (["check", "nowhere.toml"], 2),
        (["check", str(BROKEN)], 2),
        (["check"], 64),
        (["check", GOOD, "--format", "xml"], 64),
        (["check", GOOD, "--nonsense"], 64),
        (["check", GOOD, "--market", "UK"], 64),
        (["check", GOOD, "--on", "yesterday"], 64),
        (["check", GOOD, "--on", "2026-02-30"], 64),
        (["check", GOOD, "--product", "soup"], 64),
        (["explain"], 64),
        (["explain", GOOD], 0),
        (["explain", GOOD, "hlb.required"], 0),
        (["explain", GOOD, "hlb.requird"], 64),
        (["explain", UNREADABLE], 2),
        (["explain", "nowhere.toml"], 2),
        (["explain", GOOD, "--product", "soup"], 64),
        (["materials"], 0),
        (["materials", "zinc"], 0),
        (["materials", "no such thing at all"], 1),
        (["rules"], 0),
        (["rules", "eu-iii-24"], 0),
        (["rules", "no such thing at all"], 1),
        (["audit"], 0),
        (["audit", "--format", "json"], 0),
        (["audit", "more"], 64),
        (["screenshot", GOOD], 64),
        (["screenshot", GOOD, "-o", "x.png", "--size", "big"], 64),
        (["screenshot", GOOD, "-o", "x.png", "--size", "1x1"], 64),
        (["screenshot", GOOD, "-o", "x.png", "--theme", "pink"], 64),
        (["screenshot", UNREADABLE.replace("unknown-material", "two-qs"), "-o", "x.png"], 2),
        (["--nonsense"], 64),
        (["one.toml", "two.toml"], 64),
        (["--help"], 0),
        (["check", "--help"], 0),
        (["--version"], 0),
    ],
    ids=lambda v: " ".join(Path(w).name for w in v) if isinstance(v, list) else str(v),
)
def test_exit_codes(words: list[str], code: int, run: Any) -> None:
    ran = run(*words)
    assert ran.code == code
    if code in (0, 1):
        assert ran.err == "" or (code == 1 and ran.out == "")
        assert ran.out or ran.err
    if code == 64:
        assert ran.out == ""
        assert ran.err
        assert "Traceback" not in ran.err


def test_wrong_usage_says_what_is_right(run: Any) -> None:
    assert "invalid choice: 'UK' (choose from 'EU', 'US'" in run("check", GOOD, "--market", "UK").err
    assert "'yesterday' is not a date such as 2026-11-01" in run("check", GOOD, "--on", "yesterday").err
    assert run("check", GOOD, "--product", "face-creme").err == "formulator: no product type 'face-creme'. Did you mean 'face-cream'?\n"
    assert "Choose one of: " in run("check", GOOD, "--product", "soup").err
    assert "'big' is not a size such as 1280x800" in run("screenshot", GOOD, "-o", "x.png", "--size", "big").err


def test_help_names_every_command(run: Any) -> None:
    text = run("--help").out
    for command in ("check", "explain", "materials", "rules", "audit", "screenshot"):
        assert command in text
    assert "formulator [RECIPE] opens the window" in text
    assert run("--version").out == f"formulator {__version__}\n"


# --- check: JSON ---


@pytest.fixture(scope="module")
def found() -> Any:
    """`check recipes --format json`, as a process."""
    ran = process(["check", "recipes", "--format", "json", "--on", ON])
    assert ran.code == 1
    assert ran.err == ""
    return ran.json


def test_the_json_keeps_the_contract(found: Any, data: Data) -> None:
    paths = [f"recipes/{name}.toml" for name in sorted(VERDICTS)]
    raws = {path: tomli.loads((ROOT / path).read_text(encoding="utf-8")) for path in paths}
    assert contract.of_run(found, raws, lists(data, "EU")) == []
    assert found["on"] == ON
    assert found["program"]["version"] == __version__
    assert found["data"]["edition"] == data.edition


def test_the_examples_have_the_verdicts_they_were_made_for(found: Any) -> None:
    assert {Path(r["path"]).stem: r["verdict"] for r in found["recipes"]} == VERDICTS


@pytest.mark.parametrize(
    ("name", "fails", "unsure"),
    [
        ("zinc-copper-face-cream", set(), set()),
        # 18.7 mg/day on the skin; if all passed, as much as 18.7 / 0.11 = 170 mg by mouth, and a tenth of 250 mg is 25
        ("magnesium-body-lotion", set(), {"upper-intake"}),
        ("night-cream-in-grams", set(), set()),
        ("own-squalane-cream", set(), set()),
        ("zinc-oxide-barrier-cream", set(), {"upper-intake"}),
        ("hand-cream-over-the-zinc-limit", {"eu-iii-24"}, {"upper-intake"}),
        ("selenium-face-cream", {"eu-ii-297"}, set()),
        ("hlb-far-off", {"hlb-gap", "hlb-unreachable"}, set()),
    ],
)
def test_an_example_fails_by_the_rules_it_was_made_for(name: str, fails: set[str], unsure: set[str], found: Any) -> None:
    (one,) = [r for r in found["recipes"] if Path(r["path"]).stem == name]
    judged = [c for c in one["checks"] if c["severity"] != "note"]
    assert {c["rule"] for c in judged if c["verdict"] == "fail"} == fails
    assert {c["rule"] for c in judged if c["verdict"] == "cannot tell"} == unsure


def test_a_check_names_its_lines_its_figure_and_its_law(found: Any) -> None:
    by_name = {Path(r["path"]).stem: r for r in found["recipes"]}
    (zinc,) = [c for c in by_name["hand-cream-over-the-zinc-limit"]["checks"] if c["rule"] == "eu-iii-24"]
    assert (zinc["lines"], zinc["subject"], zinc["market"], zinc["severity"], zinc["figure"]) == ([[0, 2]], "Zn", "EU", "error", "law.eu-iii-24")
    assert zinc["source"]["locator"] == "Annex III, entry 24"
    assert "eur-lex" in zinc["source"]["url"]
    assert zinc["values"]["limit"] == 1.0
    (selenium,) = [c for c in by_name["selenium-face-cream"]["checks"] if c["rule"] == "eu-ii-297"]
    assert (selenium["lines"], selenium["verdict"]) == ([[0, 2]], "fail")
    assert selenium["source"]["locator"] == "Annex II, entry 297"
    (both,) = [c for c in by_name["hlb-far-off"]["checks"] if c["rule"] == "hlb-gap"]
    assert (both["severity"], both["figure"], both["lines"]) == ("warning", "hlb.gap", [[1, 3]])


def test_a_recipe_with_prices_keeps_the_contract_and_explains_its_cost(tmp_path: Path, run: Any, data: Data) -> None:
    plain = Path(GOOD).read_text(encoding="utf-8")
    made = {"none": plain, "some": plain + price("glycerin", "2.40 EUR/kg"), "mixed": plain + price("glycerin", "2.40 EUR/kg") + price("water", "1 USD/kg")}
    paths = []
    for name, text in made.items():
        paths.append(str(tmp_path / f"{name}.toml"))
        Path(paths[-1]).write_text(text, encoding="utf-8")
    ran = run("check", *paths, "--format", "json", "--on", ON)
    assert contract.of_run(ran.json, parsed(paths), lists(data, "EU")) == []
    none, some, mixed = ran.json["recipes"]
    assert {r["verdict"] for r in (none, some, mixed)} == {"pass"}  # a note never decides
    figure = some["figures"].pop("cost")
    # 5 % at 2.40 EUR/kg: 0.12 EUR in a kg
    assert figure == {"value": None, "low": pytest.approx(0.12), "high": 1e15, "unit": "EUR/kg", "basis": "default", "confidence": "low"}
    some["figures"].pop("cost.batch", None)
    assert some["figures"] == mixed["figures"] == none["figures"]
    assert [c for c in some["checks"] if c["rule"] != "cost-unknown"] == none["checks"]
    assert run("explain", paths[1], "cost", "--on", ON).out.splitlines()[3] == "    lowest: (5 × 2.4) / 100 = 0.12 EUR/kg"
    text = run("check", paths[1], "--on", ON).out
    assert re.search(r"cost +at least 0.12 EUR/kg, no upper end +\d+ lines without a price", text)
    assert "cost" not in run("check", paths[0], "--on", ON).out


def price(id: str, text: str) -> str:
    return f'\n[[material]]\nid = "{id}"\nlike = "{id}"\nprice = "{text}"\n'


def test_two_runs_print_the_same(found: Any) -> None:
    again = process(["check", "recipes", "--format", "json", "--on", ON], PYTHONHASHSEED="7")
    assert again.json == found
    assert again.out == process(["check", "recipes", "--format", "json", "--on", ON], PYTHONHASHSEED="8").out


def test_an_unreadable_file_keeps_no_other_from_its_verdict(run: Any, data: Data) -> None:
    paths = [GOOD, UNREADABLE, str(BROKEN / "many-at-once.toml"), BAD]
    ran = run("check", *paths, "--format", "json", "--on", ON)
    assert ran.code == 2
    raws: dict[str, Any] = parsed([GOOD]) | {paths[1]: None, paths[2]: None} | parsed([BAD])
    assert contract.of_run(ran.json, raws, lists(data, "EU")) == []
    assert [r["verdict"] for r in ran.json["recipes"]] == ["pass", None, None, "fail"]
    (problem,) = ran.json["recipes"][1]["problems"]
    assert problem == {
        "line": 16,
        "place": "phase[0].line[1].material",
        "says": "no material 'glyceril-stearate'",
        "fix": "Did you mean 'glyceryl-stearate'?",
    }
    assert len(ran.json["recipes"][2]["problems"]) == 8


@pytest.mark.parametrize("markets", [["US"], ["EU", "US"], ["EU", "US", "CA", "CN", "TW", "JP", "KR", "ASEAN", "DE"], ["DE"], ["EU", "EU"]])
def test_markets_replace_the_recipes_own(markets: list[str], run: Any, data: Data) -> None:
    words = [word for market in markets for word in ("--market", market)]
    ran = run("check", *VERDICTS_PATHS, "--format", "json", "--on", ON, *words)
    assert contract.of_run(ran.json, parsed(VERDICTS_PATHS), lists(data, *markets)) == []
    for one in ran.json["recipes"]:
        assert list(one["markets"]) == list(dict.fromkeys(markets))
        for market, told in one["markets"].items():
            assert told["editions"] == {rules.annex: rules.edition for rules in data.lists.values() if market in rules.markets}
            assert told["coverage"] == ("complete" if market == "EU" else "partial")
            assert market == "EU" or told["verdict"] != "pass"


def test_a_market_named_twice_is_judged_once(run: Any) -> None:
    twice = run("check", UNSURE, "--format", "json", "--on", ON, "--market", "EU", "--market", "EU")
    assert twice.json == run("check", UNSURE, "--format", "json", "--on", ON, "--market", "EU").json


VERDICTS_PATHS = [recipe(name) for name in VERDICTS]


def test_the_product_replaces_the_recipes_own(run: Any) -> None:
    one = run("check", GOOD, "--format", "json", "--on", ON, "--product", "body-lotion").json["recipes"][0]
    own = run("check", GOOD, "--format", "json", "--on", ON).json["recipes"][0]
    assert (one["product"], own["product"]) == ("body-lotion", "face-cream")
    applied = [r["figures"]["element.Zn.applied"]["value"] for r in (one, own)]
    assert applied == pytest.approx([7.82 * 0.2, 1.54 * 0.2])


def test_every_product_type_can_be_checked(run: Any, data: Data) -> None:
    for product in data.products:
        ran = run("check", GOOD, "--format", "json", "--on", ON, "--product", product)
        raw = parsed([GOOD])
        raw[GOOD]["product"] = product
        assert contract.of_run(ran.json, raw, lists(data, "EU")) == []


def test_the_date_decides_whether_an_edition_is_old(run: Any) -> None:
    def edition(day: str) -> set[str]:
        checks = run("check", GOOD, "--format", "json", "--on", day).json["recipes"][0]["checks"]
        assert {c["severity"] for c in checks if c["rule"] == "law-edition"} == {"note"}
        return {c["verdict"] for c in checks if c["rule"] == "law-edition"}

    assert edition("2026-11-01") == {"pass"}
    assert edition("2030-01-01") == {"cannot tell"}


def test_without_a_date_it_is_today(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    class Someday(cli.date):
        @classmethod
        def today(cls) -> cli.date:
            return cls(2027, 2, 3)

    monkeypatch.setattr(cli, "date", Someday)
    assert run("check", GOOD, "--format", "json").json["on"] == "2027-02-03"
    assert "on 2027-02-03" in run("check", GOOD).out


# --- check: which files ---


def test_folders_are_read_to_the_bottom(tmp_path: Path, run: Any) -> None:
    good, settings = Path(GOOD).read_bytes(), b"this is no recipe"
    for name in ("b.toml", "a.toml", "deep/er/c.toml", ".hidden/d.toml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(good)
    for name in ("formulator.toml", "deep/formulator.toml", "notes.txt", "e.toml.bak"):
        (tmp_path / name).write_bytes(settings)
    (tmp_path / "folder.toml").mkdir()
    ran = run("check", str(tmp_path), "--format", "json", "--on", ON)
    assert ran.code == 0
    assert [Path(r["path"]).relative_to(tmp_path).as_posix() for r in ran.json["recipes"]] == [".hidden/d.toml", "a.toml", "b.toml", "deep/er/c.toml"]


def test_a_file_named_twice_is_checked_once(tmp_path: Path, run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.toml").write_bytes(Path(GOOD).read_bytes())
    (tmp_path / "link.toml").symlink_to("a.toml")
    monkeypatch.chdir(tmp_path)
    ran = run("check", "a.toml", "./a.toml", str(tmp_path), "link.toml", ".", "--format", "json", "--on", ON)
    assert [r["path"] for r in ran.json["recipes"]] == ["a.toml"]


def test_formulator_toml_itself_is_checked_when_it_is_named(tmp_path: Path, run: Any) -> None:
    (tmp_path / "formulator.toml").write_bytes(Path(GOOD).read_bytes())
    assert run("check", str(tmp_path / "formulator.toml"), "--on", ON).code == 0


def test_a_folder_without_recipes(tmp_path: Path, run: Any) -> None:
    ran = run("check", str(tmp_path))
    assert (ran.code, ran.out, ran.err) == (2, "", f"formulator: no recipe in {tmp_path}\n")


def test_a_path_that_is_not_there(run: Any) -> None:
    ran = run("check", "nowhere.toml", "--format", "json")
    assert ran.json["recipes"][0]["problems"] == [
        {"line": None, "place": "", "says": "the file cannot be opened: No such file or directory", "fix": "Check its name and its permissions."}
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="file names of any bytes")
def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/cr\xe8me.toml"
    with open(name, "wb") as file:
        file.write(Path(GOOD).read_bytes())
    for form in ("json", "text"):
        done = subprocess.run(
            [os.fsencode(sys.executable), b"-m", b"formulator", b"check", name, b"--on", ON.encode(), b"--format", form.encode()],
            capture_output=True,
            env=environment(),
            timeout=60,
            check=False,
        )
        assert done.stderr == b""
        assert done.returncode == 0
        assert "cr?me.toml" in done.stdout.decode("utf-8")


# --- check: text ---


def test_the_text_says_the_verdict_the_figures_and_the_reasons(run: Any) -> None:
    text = run("check", str(RECIPES), "--on", ON).out
    assert text.endswith("8 recipes: 3 pass, 3 fail, 2 cannot tell\n")
    assert re.search(r"^Zinc and copper face cream  ✓ pass  .*zinc-copper-face-cream\.toml$", text, re.MULTILINE)
    assert re.search(r"^  HLB required +10\.5 \(9\.6 to 11\.2\) +published, medium$", text, re.MULTILINE)
    assert "✗ eu-iii-24 Zinc Sulfate 1.046 % as Zn, limit 1 %." in text
    assert "no fault found in" in text
    assert "EU pass" not in text
    assert not re.search(r" +$", text, re.MULTILINE)
    assert "  ✓ " in text


def test_all_shows_the_checks_that_passed(run: Any) -> None:
    short, whole = run("check", GOOD, "--on", ON).out, run("check", GOOD, "--on", ON, "--all").out
    assert "checks passed (--all shows them)" in short
    assert "✓ eu-v-29" not in short
    assert not re.search(r"^  . eu-v-29 ", short, re.MULTILINE)
    assert "✓ eu-v-29" in whole
    assert "--all" not in whole


def test_each_problem_is_told_with_file_line_fault_and_way_out(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    ran = run("check", UNREADABLE)
    assert f"{UNREADABLE}  not read" in ran.out
    assert " ".join(ran.out.split()).endswith("line 16: no material 'glyceril-stearate'. Did you mean 'glyceryl-stearate'? (phase[0].line[1].material)")
    many = run("check", str(BROKEN / "many-at-once.toml")).out
    assert many.count("✗") == 8


@pytest.mark.parametrize("columns", [40, 72, 100, 140, 400])
def test_lines_fit_the_width(columns: int, run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    text = run("check", BAD, UNSURE, "--on", ON, "--all").out
    sentences = [line for line in text.split("\n") if re.match(r"  [✓✗?i] |      ", line)]
    long = [line for line in sentences if len(line) > min(columns, 140) and len(max(line.split(), key=len)) < columns - 6]
    assert long == []


def test_on_a_pipe_there_are_no_colours_and_no_progress(tmp_path: Path) -> None:
    for n in range(60):
        (tmp_path / f"{n}.toml").write_bytes(Path(GOOD).read_bytes())
    ran = process(["check", str(tmp_path), "--on", ON], FORCE_COLOR="1", TERM="xterm-256color")
    assert ran.code == 0
    assert ran.err == ""
    assert ESCAPE not in ran.out
    assert "\r" not in ran.out
    assert ran.out.endswith("60 recipes: 60 pass\n")


def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)


def test_on_a_terminal_there_are_colours_and_the_same_words(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    on_a_terminal(monkeypatch)
    coloured = run("check", str(RECIPES), "--on", ON).out
    assert ESCAPE in coloured
    monkeypatch.setenv("NO_COLOR", "1")
    plain = run("check", str(RECIPES), "--on", ON).out
    assert ESCAPE not in plain
    stripped = re.sub(r"\x1b\[\d*m", "", coloured)
    assert stripped.split() == plain.split()


def test_json_is_never_coloured(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    on_a_terminal(monkeypatch)
    assert ESCAPE not in run("check", GOOD, "--format", "json", "--on", ON).out


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")
def test_on_a_real_terminal_long_work_shows_how_far_it_is(tmp_path: Path) -> None:
    import pty

    for n in range(60):
        (tmp_path / f"{n}.toml").write_bytes(Path(GOOD).read_bytes())
    try:
        ours, theirs = pty.openpty()
    except OSError:
        pytest.skip("this machine has no terminals to give")
    command = [sys.executable, "-m", "formulator", "check", str(tmp_path), "--on", ON]
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, stdin=theirs, env=environment(TERM="xterm")) as child:
        os.close(theirs)
        shown = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            shown += part
        os.close(ours)
        assert child.wait(60) == 0
    text = shown.decode("utf-8")
    assert "\r20 of 60 recipes" in text
    assert "\r40 of 60 recipes" in text
    assert "\r\x1b[K" in text
    assert "\x1b[32m✓ pass\x1b[0m" in text


# --- explain ---


def test_without_a_name_everything_that_can_be_explained_is_listed(run: Any) -> None:
    text = run("explain", GOOD, "--on", ON).out
    assert text.startswith("Zinc and copper face cream: pass\nfigures\n")
    for id in ("share.total", "hlb.required", "element.Zn.content", "eu-iii-24", "upper-intake"):
        assert re.search(rf"^  {re.escape(id)} ", text, re.MULTILINE)


@pytest.mark.parametrize(
    "figure", ["hlb.required", "hlb.blend", "hlb.gap", "hlb.split.polysorbate-60", "element.Zn.content", "element.Cu.applied", "law.eu-iii-24"]
)
def test_a_figure_is_explained_down_to_a_source_with_an_address(figure: str, run: Any) -> None:
    text = run("explain", GOOD, figure, "--on", ON).out
    assert text.startswith(f"{figure}: ")
    assert re.search(r"https?://\S+\.\S+", text)
    assert "where " in text


def test_the_required_hlb_is_explained_step_by_step(run: Any) -> None:
    text = run("explain", GOOD, "hlb.required", "--on", ON).out
    assert "HLB = Σ wᵢ·HLBᵢ / Σ wᵢ" in text
    assert "(6 × 11.5 + 6 × 7 + 3 × 15.5) / (6 + 6 + 3) = 10.5" in text
    assert "lowest: (6 × 11.5 + 6 × 6 + 3 × 13) / (6 + 6 + 3) = 9.6" in text
    for lipid in ("6 % of Isopropyl myristate: 11.5", "6 % of Sweet almond oil: 7", "3 % of Cetearyl alcohol: 15.5"):
        assert lipid in text


def test_the_zinc_content_is_explained_down_to_atomic_weights(run: Any) -> None:
    text = run("explain", recipe("hand-cream-over-the-zinc-limit"), "element.Zn.content", "--on", ON).out
    assert "65.38" in text
    assert "1000000 × 1 × 65.38 / (14 × 1.008 + 11 × 15.999 + 1 × 32.06 + 1 × 65.38) = 227376 mg/kg" in text
    assert "(4.6 × 227376.3) / 100 = 10459 mg/kg" in text
    assert "https://www.ciaaw.org/" in text


def test_a_rule_is_explained_with_the_words_of_the_law(run: Any) -> None:
    text = run("explain", recipe("hand-cream-over-the-zinc-limit"), "eu-iii-24", "--on", ON).out
    assert text.startswith("eu-iii-24: fail (error, EU, Zn)\n")
    assert "Water-soluble zinc salts with the exception of zinc 4- hydroxy-benzenesulphonate" in text
    assert "Maximum concentration in ready for use preparation: 1% (as zinc)" in text or re.search(r"1 ?% \(?as zinc", text)
    assert "line: zinc-sulfate-heptahydrate, 4.6 % (phase A)" in text
    assert "reading of 2026-11-22 (high confidence)" in text
    assert "https://eur-lex.europa.eu" in text


def test_every_figure_and_rule_of_every_example_can_be_explained(run: Any, found: Any) -> None:
    for one in found["recipes"][::3]:
        for what in (*one["figures"], *dict.fromkeys(c["rule"] for c in one["checks"])):
            ran = run("explain", str(ROOT / one["path"]), what, "--on", ON)
            assert ran.code == 0, what
            assert ran.err == ""
            assert ran.out.startswith(f"{what}: ")
            assert "None" not in ran.out


def test_an_unknown_figure_is_answered_with_the_nearest_one(run: Any) -> None:
    ran = run("explain", GOOD, "hlb.requird", "--on", ON)
    assert ran.err == "formulator: no figure or rule 'hlb.requird' in this recipe. Did you mean 'hlb.required'?\n"
    assert "Leave it out to see all." in run("explain", GOOD, "xyzzy", "--on", ON).err


def test_explaining_an_unreadable_recipe_tells_its_problems(run: Any) -> None:
    ran = run("explain", UNREADABLE)
    assert ran.out == ""
    assert "no material 'glyceril-stearate'" in ran.err


# --- materials and rules ---


def test_materials_are_found_by_word(run: Any) -> None:
    lines = run("materials", "zinc").out.splitlines()
    assert len(lines) >= 5
    # by another of its names too: calamine is "pink zinc oxide"
    assert [line.split()[0] for line in lines if "zinc" not in line.lower()] == ["calamine"]
    assert run("materials", "zinc", "oxide").out.startswith("zinc-oxide ")
    assert run("materials", "zinc-oxide").out.startswith("Zinc oxide  (zinc-oxide)\n")


def test_all_materials_are_listed_without_words(run: Any, data: Data) -> None:
    assert sorted(line.split()[0] for line in run("materials").out.splitlines()) == sorted(data.materials)


def test_a_misspelt_material_is_found(run: Any) -> None:
    assert "glyceryl-stearate" in run("materials", "glyceril-stearate").out
    assert "polysorbate-60" in run("materials", "polysorbat 60").out


@pytest.mark.parametrize("cas", ["7446-20-0", "111-01-3"])
def test_a_material_is_found_by_its_cas_number(cas: str, run: Any) -> None:
    assert cas in run("materials", cas).out


def test_one_material_is_shown_whole_with_its_sources(run: Any) -> None:
    text = run("materials", "polysorbate-60").out
    assert text.startswith("Polysorbate 60  (polysorbate-60)\n")
    for part in ("INCI: ", "CAS: 9005-67-8", "functions: emulsifier", "HLB: 14.9 (14.5 to 14.9)", "https://", "other sources: "):
        assert part in text


def test_nothing_found_says_so(run: Any) -> None:
    assert run("materials", "no", "such", "thing").err == "formulator: no material matches 'no such thing'\n"
    assert run("rules", "no", "such", "thing").err == "formulator: no rule matches 'no such thing'\n"


def test_rules_for_a_cas_number_name_the_entry_that_covers_it(run: Any) -> None:
    """Annex III, entry 24 lists no CAS number of the heptahydrate: it covers it as a water-soluble zinc salt."""
    text = run("rules", "7446-20-0").out
    assert text.startswith("eu-iii-24  EU")
    assert "Annex III, entry 24, edition 2025-12-08" in text
    assert run("rules", "zinc-sulfate-heptahydrate").out == text


def test_a_rule_is_shown_with_its_words_and_our_reading(run: Any) -> None:
    text = run("rules", "eu-iii-24").out
    assert "Chemical name / INN: Water-soluble zinc salts" in text
    assert "reading of 2026-11-22 (high confidence): at most 1 % as Zn; covers compounds of Zn" in text
    assert run("rules", "EU-III-24").out == text


def test_rules_by_word(run: Any) -> None:
    text = run("rules", "selenium").out
    for id in ("eu-ii-297", "eu-iii-49"):
        assert re.search(rf"^{id}  ", text, re.MULTILINE)


@pytest.mark.parametrize(
    ("market", "asked", "entry"),
    [
        ("JP", "boric acid", "jp-1-28"),
        ("CA", "10043-35-3", "ca-r-boric"),
        ("CN", "Boric Acid", "cn-3-3"),
        ("TW", "boric", "tw-p-6"),
        ("ASEAN", "selenium", "asean-ii-297"),
        ("KR", "mercury", "kr-1-mercury"),
        ("US", "mercury", "us-700-13"),
        ("EU", "mercury", "eu-ii-221"),
    ],
)
def test_rules_of_every_market_are_found(market: str, asked: str, entry: str, run: Any, data: Data) -> None:
    text = run("rules", asked).out
    assert re.search(rf"^{entry}  {market}", text, re.MULTILINE), text
    alone = run("rules", entry).out
    assert alone.startswith(f"{entry}  {market}")
    assert data.lists[data.entries[entry].list].locator(data.entries[entry].number) in alone
    assert re.search(r"^    reading( of \d{4}-\d\d-\d\d)? \((high|medium|low) confidence\): ", alone, re.MULTILINE)


def test_an_entry_of_several_texts_is_shown_with_their_days(run: Any) -> None:
    text = run("rules", "eu-iii-24").out
    assert text.count("eu-iii-24  EU, DE, Annex III, entry 24") == 2
    assert "in force to 2026-12-31" in text
    assert "in force from 2027-01-01" in text


@pytest.mark.parametrize(("day", "texts"), [((2020, 4, 30), ["0.5 % as C7H6O3; not"]), ((2020, 5, 1), ["but not oral"])])
def test_rules_by_word_are_those_of_the_day(day: tuple[int, int, int], texts: list[str], run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    class Someday(cli.date):
        @classmethod
        def today(cls) -> cli.date:
            return cls(*day)

    monkeypatch.setattr(cli, "date", Someday)
    text = run("rules", "69-72-7").out
    (preservative,) = [block for block in text.split("\n\n") if block.startswith("eu-v-3 ")]
    assert all(words in preservative for words in texts)


def test_a_market_and_a_date_decide_what_a_check_finds(run: Any) -> None:
    def verdict(rule: str, market: str, day: str) -> set[str]:
        words = ("check", recipe("selenium-face-cream"), "--format", "json", "--on", day, "--market", market)
        return {c["verdict"] for c in run(*words).json["recipes"][0]["checks"] if c["rule"] == rule}

    assert verdict("eu-ii-297", "EU", ON) == {"fail"}
    assert verdict("eu-ii-297", "DE", ON) == {"fail"}
    assert verdict("asean-ii-297", "ASEAN", ON) == {"fail"}
    assert verdict("eu-ii-297", "ASEAN", ON) == set()
    assert verdict("jp-1-28", "JP", ON) == set()


def test_all_rules_are_counted(run: Any, data: Data) -> None:
    lines = run("rules").out.splitlines()
    assert len(lines) == len(data.entries) + 1
    assert lines[-1] == f"{len(data.entries)} entries; name one to read it whole."


# --- audit ---


def test_the_audit_keeps_the_contract(run: Any, data: Data) -> None:
    found = run("audit", "--format", "json").json
    assert contract.of_audit(found) == []
    assert found["faults"] == []
    counts = found["counts"]
    assert counts["materials"] == len(data.materials)
    assert counts["sources"] == len(data.sources)
    assert counts["emulsifiers"] >= 100
    assert counts["lipids"] >= 80
    assert counts["minerals"] >= 70
    assert counts["values_read_at_source"] <= counts["values"]
    assert counts["rules"]["EU"] == sum(r.size for r in data.lists.values() if "EU" in r.markets) == 2362
    # what was not in an official file (other texts of an entry, other markets' lists) is not counted among the rules of the Union
    assert sum(not e.curated and "EU" in data.lists[e.list].markets for e in data.entries.values()) == 2362
    assert {m: n for m, n in counts["rules"].items() if m not in ("EU", "DE")} == {
        m: sum(m in data.lists[e.list].markets for e in data.entries.values()) for m in counts["rules"] if m not in ("EU", "DE")
    }
    assert set(counts["rules"]) == set(contract.MARKETS)


def test_the_audit_in_words_has_the_same_numbers(run: Any) -> None:
    counts, text = run("audit", "--format", "json").json["counts"], run("audit").out
    for name, value in counts.items():
        if isinstance(value, int):
            assert re.search(rf"^{name.replace('_', ' ')} *{value}$", text, re.MULTILINE)
    assert text.endswith("no fault\n")


# --- the process ---


def test_python_m_formulator_is_the_same_program(run: Any) -> None:
    ran = process(["check", GOOD, "--on", ON])
    here = run("check", GOOD, "--on", ON)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == here.out


@pytest.mark.parametrize("locale", ["C", "C.UTF-8", "POSIX"])
def test_any_locale_will_do(locale: str) -> None:
    ran = process(["check", GOOD, "--on", ON], LC_ALL=locale, LANG=locale, PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert (ran.code, ran.err) == (0, "")
    assert "✓ pass" in ran.out


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
@pytest.mark.parametrize("words", [["rules"], ["audit"], ["check", "recipes", "--format", "json"], ["materials", "zinc"], ["explain", GOOD]])
def test_a_reader_that_goes_away_is_no_error(words: list[str]) -> None:
    ours, theirs = os.pipe()
    os.close(ours)  # nobody reads, from the first byte on
    done = subprocess.run(
        [sys.executable, "-m", "formulator", *words], stdout=theirs, stderr=subprocess.PIPE, env=environment(), cwd=ROOT, timeout=60, check=False
    )
    os.close(theirs)
    assert done.stderr == b""
    assert done.returncode == (1 if words[0] == "check" else 0)  # the verdict stands, whoever reads it


@pytest.mark.skipif(sys.platform == "win32", reason="a shell")
def test_the_first_line_alone(tmp_path: Path) -> None:
    line = f"set -o pipefail; '{sys.executable}' -m formulator rules | head -1"
    done = subprocess.run(["bash", "-c", line], capture_output=True, env=environment(), cwd=ROOT, timeout=60, check=False)
    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 1


no_window = pytest.mark.skipif(find_spec("formulator.gui.app") is None, reason="there is no window yet")


@no_window
@pytest.mark.skipif(sys.platform != "linux", reason="displays of X11 and Wayland")
@pytest.mark.parametrize(("words", "display"), [([], {}), ([GOOD], {}), ([], {"DISPLAY": ""}), ([GOOD], {"DISPLAY": ":987"}), (["nowhere.toml"], {})])
def test_without_a_display_one_line_names_check(words: list[str], display: dict[str, str]) -> None:
    ran = process(words, **display)
    assert ran.code == 1
    assert ran.out == ""
    assert ran.err == "formulator: there is no display to show a window on; `formulator check RECIPE` works without one.\n"


@pytest.mark.parametrize("words", [[], [GOOD], ["screenshot", GOOD, "-o", "never.png"]])
def test_without_the_toolkit_one_line_names_check(words: list[str], tmp_path: Path) -> None:
    """As on a server on which a system library of Qt is missing."""
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").write_text('raise ImportError("libEGL.so.1: cannot open shared object file")\n', encoding="utf-8")
    ran = process(words, PYTHONPATH=f"{tmp_path}{os.pathsep}{ROOT / 'src'}")
    assert ran.code == 1
    assert ran.out == ""
    assert ran.err == "formulator: the window cannot be loaded (libEGL.so.1: cannot open shared object file); `formulator check RECIPE` works without it.\n"
    assert process(["check", GOOD, "--on", ON], PYTHONPATH=f"{tmp_path}{os.pathsep}{ROOT / 'src'}").code == 0


@no_window
def test_a_screenshot_is_a_picture_of_the_size_asked_for(tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    ran = process(["screenshot", GOOD, "-o", str(picture), "--size", "900x600", "--on", ON])
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    content = picture.read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    assert (int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")) == (900, 600)


@no_window
def test_a_screenshot_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    picture = tmp_path / "nowhere" / "window.png"
    ran = process(["screenshot", GOOD, "-o", str(picture), "--on", ON])
    assert ran.code == 2
    assert ran.err == f"formulator: {picture} cannot be written\n"
