"""How everything looks: two sets of colours with good contrast, the signs of the verdicts, and the one style sheet.

A colour never carries a meaning alone: each verdict has a sign and a word as well.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

Theme = Literal["system", "light", "dark"]
SIGNS = {"pass": "✓", "fail": "✗", "warning": "⚠", "cannot tell": "?", "note": "i", "": ""}
SPACE = 8  # px, the unit of all distances


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """Every colour of one theme, as #rrggbb."""

    window: str
    surface: str
    raised: str
    line: str
    edge: str  # of what can be typed into or chosen from: it has to be found
    text: str
    muted: str
    accent: str
    selection: str
    ok: str
    bad: str
    unsure: str
    ok_soft: str
    bad_soft: str
    unsure_soft: str


LIGHT = Colours(
    window="#eef1f1",
    surface="#ffffff",
    raised="#f5f8f8",
    line="#d3dadb",
    edge="#7a898e",
    text="#182226",
    muted="#55646a",
    accent="#0a6672",
    selection="#d3eaec",
    ok="#1c7345",
    bad="#b3261e",
    unsure="#875500",
    ok_soft="#dff1e6",
    bad_soft="#fae3e1",
    unsure_soft="#fbeed3",
)
DARK = Colours(
    window="#14191c",
    surface="#1c2327",
    raised="#232b30",
    line="#37434a",
    edge="#6c7b83",
    text="#e7edef",
    muted="#a3b1b8",
    accent="#6fd0d8",
    selection="#21474d",
    ok="#74d39a",
    bad="#ff938a",
    unsure="#f0bd66",
    ok_soft="#1d3a2a",
    bad_soft="#472423",
    unsure_soft="#42341a",
)


def colours(palette: QPalette) -> Colours:
    """The colours that belong to a widget's palette."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def verdict_colour(verdict: str, palette: QPalette) -> QColor:
    """The colour of a verdict or flag; muted for a note."""
    shades = colours(palette)
    names = {"pass": shades.ok, "fail": shades.bad, "warning": shades.unsure, "cannot tell": shades.unsure}
    return QColor(names.get(verdict, shades.muted))


def apply(app: QApplication, theme: Theme = "system") -> None:
    """Give the program its look; "system" goes by what the desktop says."""
    colour(app, theme)
    dress(app)


def dress(app: QApplication) -> None:
    """The style sheet in the colours it has. Set before a window is built it would be gone through again and again while that is done."""
    app.setStyleSheet(_sheet(colours(app.palette())))


def colour(app: QApplication, theme: Theme) -> None:
    """The colours and the font alone: enough for what paints itself."""
    dark = theme == "dark" or (theme == "system" and QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark)
    shades = DARK if dark else LIGHT
    app.setStyle("Fusion")
    font = QFont(app.font())
    font.setPointSizeF(max(font.pointSizeF(), 10.0))
    app.setFont(font)
    app.setPalette(_palette(shades))


def figures(font: QFont, scale: float = 1.0, bold: bool = False) -> QFont:
    """A font whose digits are all equally wide."""
    found = QFont(font)
    found.setFeature(QFont.Tag("tnum"), 1)
    found.setPointSizeF(font.pointSizeF() * scale)
    found.setBold(bold)
    return found


def _palette(shades: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    pairs = {
        role.Window: shades.window,
        role.WindowText: shades.text,
        role.Base: shades.surface,
        role.AlternateBase: shades.raised,
        role.Text: shades.text,
        role.Button: shades.raised,
        role.ButtonText: shades.text,
        role.BrightText: shades.bad,
        role.Highlight: shades.selection,
        role.HighlightedText: shades.text,
        role.ToolTipBase: shades.raised,
        role.ToolTipText: shades.text,
        role.PlaceholderText: shades.muted,
        role.Link: shades.accent,
        role.LinkVisited: shades.accent,
        role.Accent: shades.accent,
        role.Light: shades.raised,
        role.Midlight: shades.raised,
        role.Mid: shades.line,
        role.Dark: shades.line,
        role.Shadow: shades.line,
    }
    for name, colour in pairs.items():
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(shades.muted))
    return palette


def _sheet(shades: Colours) -> str:
    text = _SHEET
    # the longest name first: "ok" is the beginning of "ok_soft"
    for field in sorted(fields(shades), key=lambda f: -len(f.name)):
        text = text.replace(f"@{field.name}", getattr(shades, field.name))
    return text


_SHEET = """
QFrame#panel { background: @surface; border: 1px solid @line; border-radius: 8px; }
QLabel#title { color: @muted; font-weight: bold; }
QLabel#muted { color: @muted; }
QLabel#section { color: @muted; font-weight: bold; }
QLabel[state="pass"] { color: @ok; } QLabel[state="fail"] { color: @bad; }
QLabel[state="warning"] { color: @unsure; } QLabel[state="cannot tell"] { color: @unsure; }
QLabel#chip { border-radius: 6px; padding: 6px 10px; font-weight: bold; background: @raised; }
QLabel#chip[state="pass"] { background: @ok_soft; } QLabel#chip[state="fail"] { background: @bad_soft; }
QLabel#chip[state="cannot tell"] { background: @unsure_soft; }
QLabel#hint { background: @bad_soft; color: @bad; border: 1px solid @bad; border-radius: 4px; padding: 4px 8px; }
QPushButton#number { border: 1px solid transparent; border-radius: 4px; padding: 0 2px; color: @accent; background: transparent; text-align: left; }
QPushButton#number[side="right"] { text-align: right; }
QPushButton#number:hover { text-decoration: underline; background: @raised; }
QPushButton#number:disabled { color: @muted; }
QPushButton#number:focus { border-color: @accent; }
QPushButton#plain, QPushButton#field { border: 1px solid @line; border-radius: 4px; padding: 3px 10px; background: @surface; color: @text; }
QPushButton#plain:hover, QPushButton#field:hover { border-color: @accent; } QPushButton#plain:focus, QPushButton#field:focus { border-color: @accent; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox QAbstractItemView { border: 1px solid @line; background: @surface; }
QPushButton#field::menu-indicator { image: none; width: 0; }
QPushButton#field { padding: 3px 20px 3px 7px; text-align: left; border-color: @edge; }
QPushButton#plain:checked { background: @selection; border-color: @accent; }
QLineEdit, QComboBox { border: 1px solid @edge; border-radius: 4px; padding: 3px 6px; background: @surface; }
QLineEdit { selection-background-color: @accent; selection-color: @surface; }
QLineEdit:focus, QComboBox:focus { border: 1px solid @accent; }
QLineEdit[refused="true"] { border: 1px solid @bad; color: @bad; background: @bad_soft; }
QLineEdit#cell { border-radius: 0; padding: 0 4px; } QLineEdit#search { padding: 5px 8px; }
QLineEdit#name { font-weight: bold; }
QPushButton#problem { border: 1px solid @unsure; border-radius: 4px; padding: 3px 8px; background: @unsure_soft; color: @unsure; text-align: left; }
QPushButton#problem:focus, QPushButton#problem:hover { border: 2px solid @unsure; padding: 2px 7px; }
QPushButton#plain[main="true"] { border-color: @accent; font-weight: bold; } QPushButton#plain:disabled { color: @muted; background: @window; }
QPlainTextEdit, QTableView#cells, QListWidget#faults, QTableView#framed { border: 1px solid @edge; border-radius: 4px; background: @surface; }
QPlainTextEdit:focus, QTableView#cells:focus, QListWidget#faults:focus, QTableView#framed:focus { border: 1px solid @accent; }
QTableView#cells { gridline-color: @line; } QTableView#cells::item { padding: 0 6px; } QTableView#framed::item { padding: 4px 8px; }
QListWidget#faults::item { padding: 3px 8px; border: none; } QListWidget#faults::item:selected { background: @selection; color: @text; }
QTableView#recipe::item { padding: 0 3px; }
QTableView#findings::item { padding: 4px 6px; } QTableView#doses::item { padding: 3px 2px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableView, QListView, QTreeView { border: none; background: @surface; alternate-background-color: @surface; outline: none; }
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected { background: @selection; color: @text; }
QListView::item { border-bottom: 1px solid @raised; }
QHeaderView { background: @surface; }
QHeaderView::section { background: @surface; color: @muted; border: none; border-bottom: 1px solid @line; padding: 5px 6px; }
QTableView#doses QHeaderView::section { padding: 5px 3px; }
QTabWidget::pane { border: none; } QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: @muted; padding: 6px 12px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; font-weight: bold; }
QTabBar::tab:focus { color: @accent; }
QScrollArea, QScrollArea > QWidget > QWidget#inside { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; } QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @line; border-radius: 4px; min-height: 24px; min-width: 24px; margin: 1px; } QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; } QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QMenuBar { background: @window; color: @text; padding: 2px 4px; } QMenuBar::item { padding: 4px 10px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @selection; }
QMenu { background: @surface; color: @text; border: 1px solid @line; padding: 4px; } QMenu::item { padding: 5px 28px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: @selection; } QMenu::item:disabled { color: @muted; } QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QStatusBar { color: @muted; } QStatusBar::item { border: none; }
QToolTip { background: @raised; color: @text; border: 1px solid @line; padding: 4px; }
QCheckBox { spacing: 6px; }
QCheckBox::indicator:unchecked, QTableView::indicator:unchecked {
  border: 1px solid @muted; border-radius: 3px; background: @surface; width: 13px; height: 13px;
}
QCheckBox::indicator:unchecked:focus { border: 2px solid @accent; }
"""
