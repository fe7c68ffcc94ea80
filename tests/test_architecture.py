"""Imports run one way, and a machine checks it: gui, cli → report, files → core; inside core only leftwards in the order below. No module is a drawer."""

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "formulator"

# from left to right
CORE_ORDER = """phrase span figure forms ratios units price chemistry material recipe body rules data cover contents standing composition hlb elements exposure
absorption dose intakes checks substances margins impurities supply cost limits law advice search assess mends"""
# what each package may import of the program, beside itself
ALLOWED = {"core": set(), "files": {"core"}, "report": {"core", "files"}, "gui": {"core", "files", "report"}, "": {"core", "files", "report", "gui"}}
CORE_FOREIGN = {"numpy"}
ONLY_IN = {"PySide6": "gui/", "pint": "core/units.py"}
DRAWERS = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc", "tools"}
LONGEST = 330  # lines


def imported(path: Path, module: str) -> Iterator[str]:
    """Everything a file imports, wherever in it, in full dotted names."""
    package = module if path.stem == "__init__" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{base}.{name.name}" for name in node.names)


def module_faults(package: Path, path: Path) -> Iterator[str]:
    inside = path.relative_to(package)
    home = inside.parts[0] if len(inside.parts) > 1 else ""
    module = ".".join(["formulator", *inside.with_suffix("").parts]).removesuffix(".__init__")
    if path.stem.lower() in DRAWERS:
        yield f"{inside} is a drawer"
    if (lines := len(path.read_text(encoding="utf-8").splitlines())) >= LONGEST:
        yield f"{inside} has {lines} lines"
    for name in imported(path, module):
        top, *rest = name.split(".")
        if top == "formulator":
            yield from own_faults(inside, home, rest)
        else:
            misplaced = top in ONLY_IN and not inside.as_posix().startswith(ONLY_IN[top])
            foreign = home == "core" and top not in sys.stdlib_module_names | CORE_FOREIGN | set(ONLY_IN)
            if misplaced or foreign:
                yield f"{inside} imports {top}"


def own_faults(inside: Path, home: str, target: list[str]) -> Iterator[str]:
    """What is wrong with a module of the program importing `formulator.<target>`."""
    there = target[0] if target[0] in ALLOWED else ""
    if there != home and there not in ALLOWED[home] and target[0] != "__version__":
        yield f"{inside} imports formulator.{target[0]}"
    if home == there == "core" and inside.stem != "__init__":
        order = CORE_ORDER.split()
        here, other = (order.index(x) if x in order else -1 for x in (inside.stem, target[1]))
        if here < 0 or other < 0 or other >= here:
            yield f"core/{inside.stem} imports core/{target[1]}, which does not stand to its left"


def faults(package: Path) -> list[str]:
    return [fault for path in sorted(package.rglob("*.py")) for fault in module_faults(package, path)]


def test_the_program_is_built_as_designed() -> None:
    assert faults(PACKAGE) == []


def test_the_order_names_every_module_of_core() -> None:
    assert sorted(CORE_ORDER.split()) == sorted(path.stem for path in (PACKAGE / "core").glob("*.py") if path.stem != "__init__")


@pytest.mark.parametrize(
    ("place", "text", "fault"),
    [
        ("core/span.py", "from PySide6 import QtCore", "core/span.py imports PySide6"),
        ("core/law.py", "import PySide6.QtCore as q", "core/law.py imports PySide6"),
        ("core/law.py", "def late():\n    import PySide6", "core/law.py imports PySide6"),
        ("core/law.py", "import pint", "core/law.py imports pint"),
        ("core/law.py", "import msgspec", "core/law.py imports msgspec"),
        ("core/law.py", "from formulator.files import table", "core/law.py imports formulator.files"),
        ("core/law.py", "from ..gui import theme", "core/law.py imports formulator.gui"),
        ("core/law.py", "from formulator import cli", "core/law.py imports formulator.cli"),
        ("core/figure.py", "from formulator.core.forms import Total", "core/figure imports core/forms, which does not stand to its left"),
        ("core/figure.py", "from . import assess", "core/figure imports core/assess, which does not stand to its left"),
        ("core/novelty.py", "from formulator.core import span", "core/novelty imports core/span, which does not stand to its left"),
        ("files/table.py", "from formulator import cli", "files/table.py imports formulator.cli"),
        ("files/table.py", "from formulator.report import words", "files/table.py imports formulator.report"),
        ("files/table.py", "import PySide6", "files/table.py imports PySide6"),
        ("report/words.py", "from formulator.gui import theme", "report/words.py imports formulator.gui"),
        ("report/words.py", "from formulator.cli import main", "report/words.py imports formulator.cli"),
        ("cli.py", "from PySide6.QtWidgets import QApplication", "cli.py imports PySide6"),
        ("gui/theme.py", "from formulator.cli import main", "gui/theme.py imports formulator.cli"),
        ("files/utils.py", "x = 1", "files/utils.py is a drawer"),
        ("gui/helpers.py", "x = 1", "gui/helpers.py is a drawer"),
        ("report/manager.py", "x = 1", "report/manager.py is a drawer"),
        ("report/endless.py", "\n".join(["x = 1"] * 330), "report/endless.py has 330 lines"),
    ],
    ids=lambda text: text[:40].replace("\n", " "),
)
def test_a_fault_is_found(place: str, text: str, fault: str, tmp_path: Path) -> None:
    (tmp_path / place).parent.mkdir(exist_ok=True)
    (tmp_path / place).write_text(text, encoding="utf-8")
    assert faults(tmp_path) == [fault]


def test_qt_planted_in_a_copy_of_core_is_found(tmp_path: Path) -> None:
    shutil.copytree(PACKAGE / "core", tmp_path / "core")
    assert faults(tmp_path) == []
    with (tmp_path / "core" / "span.py").open("a", encoding="utf-8") as file:
        file.write("\nfrom PySide6.QtCore import QObject\n")
    assert faults(tmp_path) == ["core/span.py imports PySide6"]


@pytest.mark.parametrize("text", ["import math", "import numpy as np", "from formulator.core.span import Span", "from .span import Span"])
def test_what_core_may_import_is_no_fault(text: str, tmp_path: Path) -> None:
    (tmp_path / "core").mkdir()
    (tmp_path / "core" / "law.py").write_text(text, encoding="utf-8")
    assert faults(tmp_path) == []


def fresh(program: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **more}
    return subprocess.run([sys.executable, "-c", program], env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False)


def test_checking_recipes_loads_no_window_and_no_pint() -> None:
    program = f"""
import sys
from formulator.cli import main
code = main(["check", {str(ROOT / "recipes")!r}, "--on", "2026-11-01"])
print(code, sorted(name for name in sys.modules if name.partition(".")[0] in ("PySide6", "shiboken6", "pint")), file=sys.stderr)
"""
    done = fresh(program)
    assert done.stderr.splitlines()[-1:] == ["1 []"], done.stderr  # some of the recipes have faults, on purpose


NOISY = """
import logging, warnings
def test_quiet(): logging.getLogger("x").info("fine")
def test_log(): logging.getLogger("x").warning("stray")
def test_warning(): warnings.warn("stray")
def test_unraisable():
    class Dying:
        def __del__(self): raise RuntimeError("stray")
    Dying()
"""


def test_a_stray_log_line_warning_or_unraisable_fails_its_test(tmp_path: Path) -> None:
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "test_noisy.py").write_text(NOISY, encoding="utf-8")
    done = fresh(f"import pytest; pytest.main(['-rfE', '-p', 'no:cacheprovider', '--rootdir', {str(tmp_path)!r}, {str(tmp_path / 'test_noisy.py')!r}])")
    told = [line.partition(" - ")[0].split("::")[-1] for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    assert sorted(told) == ["test_log", "test_unraisable", "test_warning"], done.stdout
    assert "stray log lines: ['WARNING x: stray']" in done.stdout
