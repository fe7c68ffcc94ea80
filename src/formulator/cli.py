"""The command line: what was asked for, to which exit code it came. Figures and words come from core and report; Qt is loaded only for a window."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from formulator import __version__, upkeep
from formulator.core.assess import evaluate
from formulator.core.data import Data
from formulator.core.recipe import MARKETS
from formulator.files.audit import audit
from formulator.files.bundled import FileProblem, load
from formulator.files.recipe import open_recipe
from formulator.files.table import did_you_mean
from formulator.report import datasheet, entries, explained, library
from formulator.report.structured import Checked, run_json
from formulator.report.text import Style, problem_lines, run_text

if TYPE_CHECKING:
    from formulator.gui.window import Window

PASSED, FAULTY, UNREADABLE, BAD_DATA, WRONG_USAGE = 0, 1, 2, 3, 64
COMMANDS = ("check", "explain", "materials", "rules", "audit", "screenshot", "import", "export", "annexes")


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        print(f"{self.prog}: {message}", file=sys.stderr)
        raise SystemExit(WRONG_USAGE)


def main(arguments: Sequence[str] | None = None, window: Window | None = None) -> int:
    """Run one command and return its exit code: 0 all pass, 1 something fails or cannot be told, 2 unreadable, 3 faulty data, 64 wrong usage.
    `window` is one that stands already for this start."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        asked = _parser(given).parse_args(given)
        asked.window = window
        run: Callable[[argparse.Namespace], int] = asked.run
        code = run(asked)
        sys.stdout.flush()  # here, not when Python ends: a pipe that broke is then met below
        return code
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else WRONG_USAGE
    except BrokenPipeError:
        # the reader of our pipe went away; nothing is left to say to it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PASSED
    except KeyboardInterrupt:
        return 130
    except OSError as fault:
        print(f"formulator: the answer cannot be written: {fault.strerror}", file=sys.stderr)
        return UNREADABLE


def _parser(given: Sequence[str]) -> _Parser:
    parser = _Parser(prog="formulator", description="One open recipe for a cream, judged by emulsion, elements, dose and law.")
    parser.add_argument("--version", action="version", version=f"formulator {__version__}")
    first = next((word for word in given if not word.startswith("-")), "")
    if first not in COMMANDS and not {"-h", "--help"} & set(given):
        parser.add_argument("recipe", nargs="?", type=Path, help="a recipe to open in the window")
        parser.set_defaults(run=_window)
        return parser
    commands = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=_Parser)
    parser.epilog = "formulator [RECIPE] opens the window."

    check = commands.add_parser("check", help="check recipe files, or folders of them")
    check.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    _circumstances(check)
    check.add_argument("--format", choices=("text", "json"), default="text")
    check.add_argument("--all", action="store_true", help="show the checks that passed too")
    check.set_defaults(run=_check)

    explain = commands.add_parser("explain", help="how a figure or a rule's verdict came about")
    explain.add_argument("recipe", type=Path)
    explain.add_argument("what", nargs="?", metavar="FIGURE|RULE")
    _circumstances(explain)
    explain.set_defaults(run=_explain)

    materials = commands.add_parser("materials", help="search the library")
    materials.add_argument("words", nargs="*", metavar="WORDS")
    materials.set_defaults(run=_materials)

    rules = commands.add_parser("rules", help="what the law says of a substance")
    rules.add_argument("words", nargs="*", metavar="WORDS|CAS|ID")
    rules.set_defaults(run=_rules)

    audited = commands.add_parser("audit", help="check the shipped data, and count it")
    audited.add_argument("--format", choices=("text", "json", "markdown"), default="text", help="markdown: the page resources/README.md")
    audited.set_defaults(run=_audit)

    screenshot = commands.add_parser("screenshot", help="a picture of the window")
    screenshot.add_argument("recipe", type=Path)
    screenshot.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.png")
    screenshot.add_argument("--size", type=_size, default=(1280, 800), metavar="1280x800")
    screenshot.add_argument("--theme", choices=("light", "dark"), default="light")
    screenshot.add_argument("--panel", choices=("overview", "dose", "dose-table"), default="overview", help="what to show beside the recipe")
    screenshot.add_argument("--on", type=_date, default=None, metavar="DATE")
    screenshot.set_defaults(run=_screenshot)

    upkeep.add_commands(commands)
    return parser


def _circumstances(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--on", type=_date, default=None, metavar="DATE", help="the day to judge for (default: today)")
    parser.add_argument("--market", action="append", choices=MARKETS, metavar="M", help=f"instead of the recipe's markets: {' '.join(MARKETS)}")
    parser.add_argument("--product", metavar="P", help="instead of the recipe's product type")


def _date(text: str) -> date:
    try:
        if len(text) != len("2026-11-01"):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not a date such as 2026-11-01") from None


def _size(text: str) -> tuple[int, int]:
    wide, cross, high = text.partition("x")
    if not (cross and wide.isdigit() and high.isdigit() and 320 <= int(wide) <= 7680 and 240 <= int(high) <= 4320):
        raise argparse.ArgumentTypeError(f"'{text}' is not a size such as 1280x800")
    return int(wide), int(high)


def _check(asked: argparse.Namespace) -> int:
    bundle = load()
    if bundle.problems:
        return _bad_data(bundle.problems)
    _known_product(asked.product, bundle.data.products)
    on = asked.on or date.today()
    files = list(_files(asked.paths))
    if not files:
        print(f"formulator: no recipe in {', '.join(map(str, asked.paths))}", file=sys.stderr)
    checked = [_assessed(path, bundle.data, on, asked.market, asked.product) for path in _progress(files)]
    if files or asked.format == "json":
        _say(run_json(checked, bundle.data, on) if asked.format == "json" else run_text(checked, _style(asked.all)))
    if not files or any(c.assessment is None for c in checked):
        return UNREADABLE
    return PASSED if all(c.assessment and c.assessment.verdict == "pass" for c in checked) else FAULTY


def _say(text: str) -> None:
    """Print the answer. Who reads it may go away early: that changes no exit code."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _explain(asked: argparse.Namespace) -> int:
    bundle = load()
    if bundle.problems:
        return _bad_data(bundle.problems)
    _known_product(asked.product, bundle.data.products)
    checked = _assessed(asked.recipe, bundle.data, asked.on or date.today(), asked.market, asked.product)
    if checked.assessment is None:
        print("\n".join(problem_lines(checked, _style())), file=sys.stderr)
        return UNREADABLE
    text, found = explained.text(checked.assessment, bundle.data, asked.what)
    print(text, file=sys.stdout if found else sys.stderr)
    return PASSED if found else WRONG_USAGE


def _materials(asked: argparse.Namespace) -> int:
    bundle = load()
    if bundle.problems:
        return _bad_data(bundle.problems)
    return _shown(library.materials_text(bundle.data, " ".join(asked.words)), "material", asked.words)


def _rules(asked: argparse.Namespace) -> int:
    bundle = load()
    if bundle.problems:
        return _bad_data(bundle.problems)
    return _shown(entries.rules_text(bundle.data, " ".join(asked.words), date.today().isoformat()), "rule", asked.words, bundle.data.by_name)


def _audit(asked: argparse.Namespace) -> int:
    found = audit(on=date.today())
    rendered = {"json": library.audit_json, "text": library.audit_text, "markdown": datasheet.page}
    print(rendered[asked.format](found))
    return BAD_DATA if found.faults else PASSED


def _window(asked: argparse.Namespace) -> int:
    try:
        from formulator.gui import app
    except ImportError as fault:
        return _no_window(fault)

    try:
        return app.run(asked.recipe, date.today(), asked.window)
    except app.NoDisplay:
        print("formulator: there is no display to show a window on; `formulator check RECIPE` works without one.", file=sys.stderr)
        return FAULTY


def _no_window(fault: ImportError) -> int:
    print(f"formulator: the window cannot be loaded ({fault}); `formulator check RECIPE` works without it.", file=sys.stderr)
    return FAULTY


def _screenshot(asked: argparse.Namespace) -> int:
    bundle = load()
    if bundle.problems:
        return _bad_data(bundle.problems)

    opened = open_recipe(asked.recipe, bundle.data)
    if opened.recipe is None:
        print("\n".join(problem_lines(Checked(str(asked.recipe), None, opened.problems), _style())), file=sys.stderr)
        return UNREADABLE
    try:
        from formulator.gui import app
    except ImportError as fault:
        return _no_window(fault)

    if not ("DISPLAY" in os.environ or "WAYLAND_DISPLAY" in os.environ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        app.screenshot(asked.recipe, asked.output, asked.size, asked.theme, asked.on or date.today(), panel=asked.panel)
    except OSError as fault:
        print(f"formulator: {asked.output} cannot be written{': ' + fault.strerror if fault.strerror else ''}", file=sys.stderr)
        return UNREADABLE
    return PASSED


def _assessed(path: Path, data: Data, on: date, markets: Sequence[str] | None, product: str | None) -> Checked:
    opened = open_recipe(path, data, product)
    if opened.recipe is None or opened.problems:
        return Checked(str(path), None, opened.problems)
    recipe = replace(opened.recipe, markets=tuple(dict.fromkeys(markets))) if markets else opened.recipe
    return Checked(str(path), evaluate(recipe, data, on))


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """The recipes named, each once: files as they are, folders with every *.toml below them but formulator.toml."""
    seen: set[Path] = set()
    for path in paths:
        inside = sorted(p for p in path.rglob("*.toml") if p.name != "formulator.toml" and not p.is_dir()) if path.is_dir() else [path]
        for file in inside:
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield file


def _progress(files: Sequence[Path]) -> Iterator[Path]:
    """The files one by one, with a count on a terminal when there are many."""
    many = len(files) > 50 and sys.stderr.isatty()
    for n, file in enumerate(files, 1):
        if many and n % 20 == 0:
            print(f"\r{n} of {len(files)} recipes", end="", file=sys.stderr, flush=True)
        yield file
    if many:
        print("\r\x1b[K", end="", file=sys.stderr)


def _known_product(product: str | None, known: Mapping[str, object]) -> None:
    if product is not None and product not in known:
        print(f"formulator: no product type '{product}'. {did_you_mean(product, known, 'Choose one of: ' + ', '.join(known) + '.')}", file=sys.stderr)
        raise SystemExit(WRONG_USAGE)


def _shown(text: str, what: str, asked: Sequence[str], known: Iterable[str] = ()) -> int:
    if not text:
        hint = did_you_mean(" ".join(asked), known, "")
        print(f"formulator: no {what} matches '{' '.join(asked)}'{'. ' + hint if hint else ''}", file=sys.stderr)
        return FAULTY
    print(text)
    return PASSED


def _bad_data(problems: Sequence[FileProblem]) -> int:
    for found in problems:
        line = f", line {found.problem.line}" if found.problem.line else ""
        print(f"resources/{found.file}{line}: {found.problem.says}. {found.problem.fix}", file=sys.stderr)
    print("formulator: the shipped data are faulty; nothing was judged.", file=sys.stderr)
    return BAD_DATA


def _style(every: bool = False) -> Style:
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    return Style(colour=colour, width=min(shutil.get_terminal_size((100, 24)).columns, 140), every=every)
