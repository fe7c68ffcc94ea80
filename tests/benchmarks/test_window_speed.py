"""How long the window takes: from a key to the repainted panels at 60 lines, and from a cold start to a recipe on the screen beside an empty window.

`./dev bench` prints the figures. No test fails on time; each runs what it measures, and checks that it happened.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from formulator.core.data import Data
from formulator.core.recipe import Amount, Line, Phase, Recipe
from formulator.files.bundled import load, shipped
from formulator.gui import theme
from formulator.gui.document import Document
from formulator.gui.window import Window
from yardstick import yardstick

ON = date(2026, 11, 1)
LINES = 60
KEYS = 200
STARTS = 9
SIZE = (1280, 800)
RECIPE = shipped("recipes") / "zinc-copper-face-cream.toml"


def sixty_lines(data: Data) -> Recipe:
    """Water, minerals with elements to follow, and emulsifiers, lipids and others as the library has them."""
    wanted = {"mineral": 8, "emulsifier": 12, "emollient": 20, "humectant": 8, "preservative": 3, "thickener": 4, "antioxidant": 4}
    chosen = [Line(material="water", amount=Amount("q.s.", "q.s."))]
    for function, count in wanted.items():
        fitting = [m.id for m in data.materials.values() if m.functions[0] == function and m.id != "water"]
        chosen += [Line(material=id, amount=Amount("0.5 %", "share", 0.5)) for id in fitting[:count]]
    assert len(chosen) == LINES
    phases = tuple(Phase(name=name, kind=kind, lines=tuple(chosen[n::3])) for n, (name, kind) in enumerate((("A", "water"), ("B", "oil"), ("C", "cool-down"))))
    return Recipe(name="Sixty lines", product="face-cream", emulsion="o/w", markets=("EU",), phases=phases)


def told(name: str, times: Sequence[float], unit: float) -> str:
    """Median and 95th percentile in ms, and as a multiple of `unit` (seconds)."""
    ordered = sorted(times)
    middle, late = statistics.median(ordered), ordered[int(0.95 * len(ordered))]
    return f"{name}: median {middle * 1e3:.1f} ms, p95 {late * 1e3:.1f} ms; {middle / unit:.1f} and {late / unit:.1f} ×"


def test_from_a_key_to_the_repainted_panels(benchmark: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]) -> None:
    """Keys typed into the amounts of a recipe of 60 lines, in a shown window with its style, until Qt has nothing more to paint."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(["bench"])
    theme.apply(app, "light")
    data = load().data
    document = Document(data, ON)
    window = Window(document)
    window.resize(*SIZE)
    window.show()
    document.new(sixty_lines(data))
    waited = time.perf_counter()
    while time.perf_counter() - waited < 3:  # the search is made ready in the quiet after the start
        app.processEvents()

    times: list[float] = []
    places = [(0, 3), (0, 9), (1, 4), (1, 11), (2, 7)]

    def type_one(n: int) -> None:
        window.table.select_line(places[n % len(places)])
        window.table.setFocus()
        app.processEvents()
        for key in f"{1 + n % 4}.{n % 7}{n % 9}":
            start = time.perf_counter()
            QTest.keyClick(app.focusWidget() or window.table, key)
            app.processEvents()
            if key != ".":  # half a number changes nothing
                times.append(time.perf_counter() - start)
        QTest.keyClick(app.focusWidget() or window.table, Qt.Key.Key_Return)
        app.processEvents()

    for n in range(10):
        type_one(n)
    times.clear()
    rounds = iter(range(10, 10 + KEYS // 3 + 1))
    benchmark.pedantic(lambda: type_one(next(rounds)), rounds=KEYS // 3, iterations=1)  # type: ignore[attr-defined]
    assert document.stack.count() > 0 and len(times) >= KEYS * 0.9
    unit = yardstick()
    benchmark.extra_info["ratio"] = round(statistics.median(times) / unit, 2)  # type: ignore[attr-defined]
    benchmark.extra_info["p95_ms"] = round(sorted(times)[int(0.95 * len(times))] * 1e3, 1)  # type: ignore[attr-defined]
    with capsys.disabled():
        print("\n" + told("a key, at 60 lines", times, unit))
    document.stack.setClean()
    window.close()


EMPTY = f"""
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.resize({SIZE[0]}, {SIZE[1]})
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""
FIRST = f"""
import sys
from formulator import __main__ as program
assert program._first_picture([{str(RECIPE)!r}]).isVisible()
"""
WHOLE = f"""
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from formulator import __main__ as program
run = QApplication.exec
QApplication.exec = staticmethod(lambda *_: (QTimer.singleShot(0, QApplication.quit), run())[1])
sys.argv[1:] = [{str(RECIPE)!r}]
sys.exit(program.main())
"""


def test_from_a_cold_start_to_a_recipe_on_the_screen(benchmark: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]) -> None:
    """New processes in turn: an empty window, the first picture of a recipe, and the whole bench with the recipe judged."""
    times: dict[str, list[float]] = {"an empty window": [], "a recipe on the screen": [], "and judged": []}

    def once() -> None:
        for name, program in zip(times, (EMPTY, FIRST, WHOLE), strict=True):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
            times[name].append(time.perf_counter() - start)

    once()  # what is compiled, and the copy of the data, are kept from here on
    for of in times.values():
        of.clear()
    benchmark.pedantic(once, rounds=STARTS, iterations=1)  # type: ignore[attr-defined]
    empty = statistics.median(times["an empty window"])
    with capsys.disabled():
        print()
        for name, found in times.items():
            print(f"{name}: {statistics.median(found) * 1e3:.0f} ms, {statistics.median(found) / empty:.2f} × an empty window")
    benchmark.extra_info["ratio"] = round(statistics.median(times["a recipe on the screen"]) / empty, 2)  # type: ignore[attr-defined]
