"""Random edits, undos and redos of every kind end where they should, and what the window shows is at every step what a fresh evaluation says.

FORMULATOR_RANDOM_EDITS=2000 is the nightly size; the suite does 150 steps.
"""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule, run_state_machine_as_test
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from formulator.core.assess import Assessment, evaluate
from formulator.core.data import Data
from formulator.core.recipe import Phase, Quantity, Recipe
from formulator.files.recipe import read_recipe
from formulator.files.write import recipe_text
from formulator.gui import phase_edits, scaling
from formulator.gui.amount_editor import AmountEditor
from formulator.gui.document import Document
from formulator.gui.recipe_model import Column
from formulator.gui.rows import recipe_rows
from formulator.gui.window import Window

ON = date(2026, 11, 22)
STEPS = int(os.environ.get("FORMULATOR_RANDOM_EDITS", "150"))
KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape)
A_RUN = 50  # steps of one window
AMOUNTS = ("3", "0.5", "12,5", "12.5 g", "200 ppm", "200 ppm as Zn", "q.s.", "0", "5 bananas", "1e9", "-1", "0,05 %", "7 % max 9 %", "2 kg")
GRAMS = ("12,5", "3", "0", "250 mg", "4 %", "nonsense", "1 kg", "0.5 g as Cu")
PRICES = ("3", "12,50 EUR/kg", "4 usd/lb", "145 EUR/25 kg", "free", "", "1 EUR/l", "0")
PASTED = ("Urea\t2,5\nSqualane\t3 %\n", "5 % glycerin\nPolysorbate 60 2.6\n", "Water\tad 100\n", "no lines at all", "Zinc oxide\t1 g\tzinc-oxide\n")
MATERIALS = ("squalane", "zinc-oxide", "urea", "copper-sulfate-pentahydrate", "sorbitan-stearate", "glycerin")


def told(found: Assessment) -> dict[str, Any]:
    """Everything an assessment says, apart from object identity."""
    figures = {id: (f.span.low, f.span.best, f.span.high, f.unit) for id, f in found.figures.items()}
    checks = [(c.rule, c.market, c.verdict, c.severity, c.code, tuple(c.lines), repr(c.values)) for c in found.checks]
    return {"figures": figures, "checks": checks, "nominal": found.composition.nominal.tolist()}


class Edits(RuleBasedStateMachine):
    """One window; beside it the plain list of the recipes it went through."""

    data: Data
    bare: Data
    start: Path
    steps = 0

    def __init__(self) -> None:
        super().__init__()
        document = Document(self.data, ON)
        assert document.open(self.start).recipe is not None
        self.window = Window(document)
        self.window.show()
        self.window.activateWindow()
        self.document, self.table, self.editing = document, self.window.table, self.window.editing
        self.went: list[Recipe] = [document.recipe]
        self.at = 0

    @initialize()
    def begin(self) -> None:
        self.table.select_line((0, 0))

    def teardown(self) -> None:
        stack = self.document.stack
        last = self.document.recipe
        while stack.canUndo():
            stack.undo()
        assert self.document.recipe is self.went[0]
        for _ in range(self.at):
            stack.redo()
        assert self.document.recipe is last
        stack.setClean()
        self.window.close()
        self.window.deleteLater()
        QApplication.processEvents()

    def edited(self) -> None:
        """What an edit left on the stack is what happened; what had been undone is gone."""
        now, index = self.document.recipe, self.document.stack.index()
        if now is self.went[self.at]:
            assert index == self.at
            return
        assert index == self.at + 1 == self.document.stack.count()
        assert self.document.stack.undoText()
        self.went[self.at + 1 :] = [now]
        self.at += 1

    # --- what a person does ---

    @rule(n=st.integers(0, 60), more=st.lists(st.integers(0, 60), max_size=4))
    def select(self, n: int, more: list[int]) -> None:
        places = [(p, k) for p, k, _ in self.document.recipe.lines()] + [(p, -1) for p in range(len(self.document.recipe.phases))]
        self.table.select_places([places[i % len(places)] for i in (n, *more)])

    @rule(text=st.sampled_from(AMOUNTS), by_mass=st.booleans(), grams=st.sampled_from(GRAMS), key=st.sampled_from(KEYS))
    def type_amount(self, text: str, by_mass: bool, grams: str, key: Qt.Key) -> None:
        place = next(iter(self.table.selected_places()), None)
        if place is None:
            return
        row = self.table.recipe_model.row_of(place)
        assert row is not None
        self.table.setCurrentIndex(self.table.recipe_model.index(row, Column.MASS if by_mass else Column.SHARE))
        QTest.keyClick(self.table, Qt.Key.Key_F2)
        editor = next(e for e in self.table.findChildren(AmountEditor) if e.isVisible())
        editor.selectAll()
        QTest.keyClicks(editor, grams if by_mass else text)
        QTest.keyClick(editor, key)
        for open_one in self.table.findChildren(AmountEditor):
            if open_one.isVisible():
                QTest.keyClick(open_one, Qt.Key.Key_Escape)
        self.edited()

    @rule(text=st.sampled_from(PRICES), key=st.sampled_from(KEYS))
    def type_price(self, text: str, key: Qt.Key) -> None:
        place = next(iter(self.table.selected_places()), None)
        if place is None:
            return
        self.table.edit_price(*place)
        for editor in [e for e in self.table.findChildren(AmountEditor) if e.isVisible()]:
            editor.selectAll()
            QTest.keyClicks(editor, text) if text else QTest.keyClick(editor, Qt.Key.Key_Delete)
            QTest.keyClick(editor, key)
        for open_one in self.table.findChildren(AmountEditor):
            if open_one.isVisible():
                QTest.keyClick(open_one, Qt.Key.Key_Escape)
        self.edited()

    @rule(what=st.sampled_from(("remove", "duplicate", "cut", "paste", "copy", "normalise", "delete_phase", "lock", "lock_ratio")))
    def do(self, what: str) -> None:
        getattr(self.editing, what)()
        self.edited()

    @rule(step=st.sampled_from((-1, 1)), far=st.booleans())
    def move(self, step: int, far: bool) -> None:
        (self.editing.move_by_phase if far else self.editing.move)(step)
        self.edited()

    @rule(n=st.integers(0, 60), copied=st.booleans())
    def drop(self, n: int, copied: bool) -> None:
        row = n % len(self.table.recipe_model.rows)
        phase, place = self.table.place_of(row)
        self.editing.drop_lines((phase, place + 1), copied)
        self.edited()

    @rule(material=st.sampled_from(MATERIALS), n=st.integers(0, 60))
    def drop_material(self, material: str, n: int) -> None:
        phase, place = self.table.place_of(n % len(self.table.recipe_model.rows))
        self.editing.drop_material(material, (phase, place + 1))
        self.edited()

    @rule(text=st.sampled_from(PASTED))
    def paste_text(self, text: str) -> None:
        self.editing._paste_text(text, self.editing._after_selection())
        self.edited()

    @rule(material=st.sampled_from(MATERIALS))
    def swap(self, material: str) -> None:
        for place in self.table.selected_places()[:1]:
            self.editing.swap_for(place, self.data.materials[material])
        self.edited()

    @rule(grams=st.sampled_from((100.0, 500.0, 1234.5)))
    def batch(self, grams: float) -> None:
        quantity = Quantity(f"{grams:g} g", grams)
        self.editing._scale(lambda: scaling.scaled_to_batch(self.document.recipe, self.data, quantity, self.editing.locks.held()))
        self.edited()

    @precondition(lambda self: len(self.document.recipe.phases) < 6)
    @rule(n=st.integers(0, 6))
    def new_phase(self, n: int) -> None:
        recipe = self.document.recipe
        self.editing._do(phase_edits.with_new(recipe, Phase(name=phase_edits.next_name(recipe), kind="oil"), n % (len(recipe.phases) + 1)))
        self.edited()

    @rule(n=st.integers(0, 6), heat=st.sampled_from(("", "75", "40,5 °C")), kind=st.sampled_from(("water", "oil", "cool-down")))
    def change_phase(self, n: int, heat: str, kind: Any) -> None:
        recipe = self.document.recipe
        number = n % len(recipe.phases)
        self.editing._do(phase_edits.changed(recipe, number, f"{recipe.phases[number].name}'"[:4], kind, phase_edits.heat_typed(heat)))
        self.edited()

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            self.window.actions_.undo.trigger()
            self.at = max(self.at - 1, 0)
            assert self.document.recipe is self.went[self.at]

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(times):
            self.window.actions_.redo.trigger()
            self.at = min(self.at + 1, len(self.went) - 1)
            assert self.document.recipe is self.went[self.at]

    # --- what must hold after each ---

    @invariant()
    def the_assessment_is_a_fresh_one(self) -> None:
        type(self).steps += 1
        recipe = self.document.recipe
        shown = told(self.document.assessment)
        self.bare.standings.clear()  # nothing kept from the edits before
        assert shown == told(evaluate(recipe, self.bare, self.document.on))
        again = read_recipe(recipe_text(recipe).encode("utf-8"), self.data)
        assert again.recipe is not None, again.problems
        assert shown == told(evaluate(again.recipe, self.data, self.document.on))

    @invariant()
    def the_table_shows_it(self) -> None:
        assert self.table.recipe_model.rows == recipe_rows(self.document.assessment)
        places = {(p, n) for p, n, _ in self.document.recipe.lines()}
        assert self.table.currentIndex().isValid()
        assert set(self.table.selected_places()) <= places
        assert self.editing.locks.held() <= places
        assert not [place for place in places if len(self.editing.locks.group_of(place)) == 0 and self.editing.locks.sign(place).isdigit()]


@pytest.mark.timeout(1800)
def test_random_edits_end_where_they_should(qapp: QApplication, data: Data, cream: Path) -> None:
    Edits.data, Edits.bare, Edits.start, Edits.steps = data, replace(data), cream, 0
    runs = STEPS * 5 // 4 // A_RUN + 2  # some end early
    checked = (HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large, HealthCheck.large_base_example)
    nightly = STEPS > 150
    profile = settings(max_examples=runs, stateful_step_count=A_RUN, deadline=None, derandomize=not nightly, suppress_health_check=checked, print_blob=nightly)
    run_state_machine_as_test(Edits, settings=profile)
    assert Edits.steps >= STEPS
