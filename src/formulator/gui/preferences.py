"""What a person prefers, kept between starts: colours, what a new recipe starts as, and the files opened last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtCore import QSettings

from formulator.gui.theme import Theme

if TYPE_CHECKING:
    from formulator.core.data import Data
    from formulator.core.recipe import Emulsion, Recipe

RECENT = 12  # files that are remembered
DECIMALS = ("1", "2", "3", "4")
THEMES: tuple[Theme, ...] = ("system", "light", "dark")


def preferences_file() -> Path:
    """Where they are kept."""
    return platformdirs.user_config_path("formulator") / "window.ini"


class Preferences:
    """Read when asked for and written at once: several windows, and several programs, share them."""

    def __init__(self, file: Path | None = None) -> None:
        self._kept = QSettings(str(file or preferences_file()), QSettings.Format.IniFormat)

    @property
    def theme(self) -> Theme:
        """Light, dark, or as the system has it."""
        found = self._read("theme")
        return next((theme for theme in THEMES if theme == found), "system")

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self._write("theme", theme)

    @property
    def decimals(self) -> int | None:
        """Decimal places of shares and grams in the recipe; None for as many as each number needs."""
        found = self._read("decimals")
        return int(found) if found in DECIMALS else None

    @decimals.setter
    def decimals(self, places: int | None) -> None:
        self._write("decimals", "" if places is None else str(places))

    @property
    def start(self) -> tuple[str, Emulsion, tuple[str, ...]]:
        """Product type, emulsion and markets of a new recipe."""
        from formulator.core.recipe import EMULSIONS, MARKETS
        from formulator.gui.document import blank_recipe  # here: the colours are asked for before any of that is loaded

        blank = blank_recipe()
        emulsion = self._read("emulsion")
        kept = next((known for known in EMULSIONS if known == emulsion), blank.emulsion)
        chosen = tuple(market for market in self._read("markets").split() if market in MARKETS)
        markets = chosen if self._kept.contains("markets") else blank.markets
        return self._read("product") or blank.product, kept, markets

    @start.setter
    def start(self, start: tuple[str, str, Sequence[str]]) -> None:
        self._write("product", start[0])
        self._write("emulsion", start[1])
        self._write("markets", " ".join(start[2]))

    def first_recipe(self, data: Data) -> Recipe:
        """What a new recipe starts as."""
        from formulator.gui.document import blank_recipe

        blank = blank_recipe()
        product, emulsion, markets = self.start
        return replace(blank, product=product if product in data.products else blank.product, emulsion=emulsion, markets=markets)

    @property
    def recent(self) -> list[Path]:
        """The files opened or saved last, the newest first."""
        found = self._kept.value("recent", [])
        names = [found] if isinstance(found, str) else list(found) if isinstance(found, list) else []
        return [Path(str(name)) for name in names]

    def remember(self, path: Path) -> None:
        """A file was opened or saved."""
        path = path.absolute()
        self._write("recent", [str(p) for p in (path, *(p for p in self.recent if p != path))][:RECENT])

    def forget(self, path: Path | None = None) -> None:
        """Take a file out of the list; all without one."""
        self._write("recent", [str(p) for p in self.recent if path is not None and p != path])

    def _read(self, key: str) -> str:
        return str(self._kept.value(key, ""))

    def _write(self, key: str, value: object) -> None:
        self._kept.setValue(key, value)
        self._kept.sync()
