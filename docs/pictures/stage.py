"""Sets up each scene of the pictures in a real window, and grabs it. Runs in the process of one scale, which `take.py` starts."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QMessageLogContext, QPoint, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QFontDatabase, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from formulator.core.recipe import Amount, Line, Recipe
from formulator.files.bundled import load
from formulator.files.recipe import read_recipe
from formulator.gui import theme
from formulator.gui.desk import Desk
from formulator.gui.document import Document, blank_recipe
from formulator.gui.material_editor import MaterialEditor
from formulator.gui.palette import Palette
from formulator.gui.preferences import Preferences
from formulator.gui.preferences_dialog import PreferencesDialog
from formulator.gui.shortcuts import ShortcutsDialog
from formulator.gui.window import Window

if TYPE_CHECKING:
    from take import Picture

Scene = Callable[["Window"], "QWidget | None"]
HERE = Path(__file__).resolve().parent
RECIPES = HERE.parent.parent / "recipes"
TYPICAL = RECIPES / "zinc-copper-face-cream.toml"
LINES = 60
ROUNDS = 5
SOON = 200  # ms; slower timers keep what is unsaved
OWN = """\
[[material]]
id = "lavender-hydrosol"
name = "Lavender hydrosol, {n}"
functions = ["humectant"]
substances = [{{ inci = "Lavandula Angustifolia Flower Water", share = "100 %", organic = true }}]
source = "supplier sheet 2026-0{n}"
"""


def lacking_fonts(wanted: Mapping[str, str]) -> list[str]:
    """The writings that no font of this machine has: they would come out as boxes."""
    systems = {"ja": QFontDatabase.WritingSystem.Japanese, "zh-cn": QFontDatabase.WritingSystem.SimplifiedChinese, "ko": QFontDatabase.WritingSystem.Korean}
    return [words for name, words in wanted.items() if not QFontDatabase.families(systems[name])]


class Stage:
    """Takes pictures one after the other; each has a window of its own."""

    def __init__(self, own: Path, on: date) -> None:
        found = QApplication.instance()
        self.app = found if isinstance(found, QApplication) else QApplication(["formulator"])
        self.app.setApplicationName("formulator")
        self.app.setApplicationDisplayName("Formulator")
        qInstallMessageHandler(_heard)
        self.own, self.on, self.data = own, on, load().data

    def take(self, picture: Picture, file: Path) -> None:
        """Take one."""
        theme.apply(self.app, "dark" if picture.theme == "dark" else "light")
        self._own_materials(picture.what in ("own-materials", "material-editor"))
        preferences = Preferences(self.own / "window.ini")
        preferences.theme = "dark" if picture.theme == "dark" else "light"
        preferences.forget()
        for path in sorted(RECIPES.glob("*.toml"))[:3] if picture.what == "welcome" else ():
            preferences.remember(Path("recipes") / path.name)
        desk = Desk(self.data, self.on, preferences)
        window = Window(Document(self.data, self.on), desk=desk)
        window.resize(*picture.size)
        self._open(window, picture.what)
        window.show()
        window.activateWindow()
        if picture.what != "welcome":
            window.table.setFocus()
        self.settle(window)
        beside = SCENES.get(picture.what, _nothing)(window)
        self.settle(window)
        shown = (beside or window).grab()
        if isinstance(beside, (QMenu, Palette)):
            shown = _over(window, beside)
        if not shown.save(str(file), "PNG"):
            raise OSError(f"{file} cannot be written")
        if beside is not None:
            beside.close()
        window.document.stack.setClean()
        window.close()
        window.deleteLater()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # else every window of before is styled anew with the next

    def settle(self, window: Window) -> None:
        """Until layouts stand, rows are fitted and mends found: until no timer runs that starts such work."""
        flags = QEventLoop.ProcessEventsFlag
        for _ in range(ROUNDS):
            self.app.processEvents(flags.AllEvents)
        while any(t.isActive() and t.isSingleShot() and t.interval() <= SOON for t in window.findChildren(QTimer)):
            self.app.processEvents(flags.AllEvents | flags.WaitForMoreEvents)
        for _ in range(ROUNDS):
            self.app.processEvents(flags.AllEvents)

    def _open(self, window: Window, what: str) -> None:
        if what == "welcome":
            window.show_welcome()
            return
        recipe = blank_recipe() if what == "empty" else sixty_lines(window.document) if what == "sixty-lines" else None
        path = HERE / f"{what}.toml"
        if recipe is None:
            bright = what in ("mend-menu", "target-settings")
            opened = window.document.open(RECIPES / "hand-cream-over-the-zinc-limit.toml" if bright else path if path.exists() else TYPICAL)
            if opened.recipe is None:
                raise ValueError("; ".join(f"{p.says}. {p.fix}" for p in opened.problems))
        else:
            window.document.new(recipe)

    def _own_materials(self, some: bool) -> None:
        folder = self.own / "materials"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        if some:
            for n, kind in enumerate(("first lot", "second lot, stronger", "from another supplier"), 1):
                text = OWN.format(n=n).replace("lavender-hydrosol", f"lavender-hydrosol-{n}").replace(f", {n}", f", {kind}")
                (folder / f"lavender-{n}.toml").write_text(text, encoding="utf-8")


def sixty_lines(document: Document) -> Recipe:
    """The typical recipe with more of the library's water-soluble and oily materials, sixty lines in all."""
    recipe = read_recipe(TYPICAL.read_bytes(), document.data).recipe
    assert recipe is not None
    have = {line.material for *_, line in recipe.lines()}
    missing = LINES - sum(1 for _ in recipe.lines())
    for phase, wanted, many in ((0, {"humectant", "mineral"}, missing // 2), (1, {"emollient"}, missing - missing // 2)):
        fitting = [id for id, m in sorted(document.data.materials.items()) if wanted & set(m.functions) and id not in have]
        chosen = fitting[:: max(1, len(fitting) // many)][:many]
        lines = tuple(Line(material=id, amount=Amount("0.25 %", "share", 0.25)) for id in chosen)
        recipe = recipe.with_lines(phase, (*recipe.phases[phase].lines, *lines))
    return replace(recipe, name="Sixty lines")


def _heard(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """The offscreen screen has no window manager: of that it complains for nothing."""
    if not text.startswith("This plugin does not support"):
        print(f"pictures: {text}", file=sys.stderr)


def _over(window: Window, popup: QWidget) -> QPixmap:
    """A menu or the palette above its window, where it stands."""
    below = window.grab()
    painter = QPainter(below)
    painter.drawPixmap(popup.pos() - window.mapToGlobal(QPoint(0, 0)), popup.grab())
    painter.end()
    return below


def _nothing(window: Window) -> None:
    """The window as it is."""


def _dose(window: Window) -> None:
    window.verdict.pages.setCurrentWidget(window.dose)


def _below(part: str) -> Scene:
    def show(window: Window) -> None:
        window.below.setCurrentWidget(getattr(window, part))

    return show


def _explanation(window: Window) -> None:
    window.show_derivation("hlb.required")


def _history(window: Window) -> None:
    for id in ("panthenol", "allantoin", "jojoba-oil"):
        window.add(id)
    window.below.setCurrentWidget(window.history)


def _what_if(window: Window) -> None:
    window.table.select_line((1, 3))
    window.tools.what_if.start()


def _mends(window: Window) -> QWidget | None:
    table = window.findings.table
    table.setCurrentIndex(table.findings_model.index(0, 0))
    window.choose_mend()
    return next((menu for menu in table.findChildren(QMenu) if menu.isVisible()), None)


def _own(window: Window) -> QWidget | None:
    window.show_own()
    return window.own


def _editor(window: Window) -> QWidget | None:
    window.show_own()
    assert window.own is not None
    window.own.edit_current()
    return window.own.findChild(MaterialEditor)


def _settings(page: int) -> Scene:
    def show(window: Window) -> QWidget | None:
        window.tools.show_settings(page)
        return window.tools.settings

    return show


def _sheet(window: Window) -> QWidget | None:
    window.tools.show_sheet()
    return window.tools.sheet


def _preferences(window: Window) -> QWidget:
    dialog = PreferencesDialog(window)
    dialog.open()
    return dialog


def _shortcuts(window: Window) -> QWidget:
    dialog = ShortcutsDialog(window)
    dialog.show()
    return dialog


# each shows one surface, and gives the dialog or menu that it stands in
SCENES: dict[str, Scene] = {
    "dose": _dose,
    "dose-table": _below("doses"),
    "explanation": _explanation,
    "history": _history,
    "what-if": _what_if,
    "mend-menu": _mends,
    "own-materials-empty": _own,
    "own-materials": _own,
    "material-editor": _editor,
    "recipe-settings": _settings(0),
    "use-settings": _settings(1),
    "target-settings": _settings(2),
    "process-settings": _settings(3),
    "weigh-sheet": _sheet,
    "palette": lambda window: window.actions_.program.show_palette(),
    "preferences": _preferences,
    "shortcuts": _shortcuts,
}
