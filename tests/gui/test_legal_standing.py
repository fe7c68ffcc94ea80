"""What the law says of a material is seen before it is picked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from builders import own, part
from formulator.core.data import Data
from formulator.gui.legal_standing import before_picking, standing
from formulator.gui.library_panel import DETAIL_ROLE
from formulator.gui.material_picker import MaterialPicker
from formulator.gui.window import Window

DAY = "2026-11-22"


@pytest.mark.parametrize(
    ("id", "says"),
    [
        ("sodium-selenite", "✗ prohibited (eu-ii-297)"),  # selenium and its compounds
        ("zinc-sulfate-heptahydrate", "limited (eu-iii-24)"),  # water-soluble zinc salts
        ("phenoxyethanol", "permitted with conditions (eu-v-29)"),
        ("glycerin", ""),  # no entry names it
    ],
)
def test_the_gravest_of_what_the_markets_say(data: Data, id: str, says: str) -> None:
    assert standing(data.materials[id], data, DAY, ("EU",)) == says


def test_what_the_law_cannot_know_says_so(data: Data) -> None:
    blend = own("blend", part("", 90), functions=("emollient",))
    assert standing(blend, data, DAY, ("EU",)) == "? no identity for the law"
    assert before_picking(blend, data, DAY, ("EU",)).startswith("? no identity for the law")


def test_what_forbids_comes_before_the_figures(data: Data) -> None:
    assert before_picking(data.materials["sodium-selenite"], data, DAY, ("EU",)).startswith("✗ prohibited")
    zinc = before_picking(data.materials["zinc-sulfate-heptahydrate"], data, DAY, ("EU",))
    assert "Zn 22.74 %" in zinc and zinc.endswith("limited (eu-iii-24)")


def test_it_stands_in_the_library_and_follows_the_markets(qtbot: QtBot, window: Window) -> None:
    window.library.search.setText("sodium selenite")
    model = window.library.library_model
    assert "prohibited" in model.index(0, 0).data(DETAIL_ROLE)
    assert "prohibited" in model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    window.document.edit(replace(window.document.recipe, markets=("US",)), "Markets")
    assert "eu-ii" not in model.index(0, 0).data(DETAIL_ROLE)


def test_it_stands_where_a_material_is_swapped(qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def look(dialog: MaterialPicker) -> int:
        dialog.search.setText("sodium selenite")
        seen.append(dialog.rows.index(0, 0).data(DETAIL_ROLE))
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(MaterialPicker, "exec", look)
    window.table.select_line((0, 2))
    window.editing.swap()
    assert seen[0].startswith("✗ prohibited (eu-ii-297)")
