"""Takes every picture of the program: `./dev pictures [FOLDER] [--only WORD]`. All are taken offscreen, on one date, with nobody's own files in them.

The window in six states at three sizes, light and dark; and each other surface that people see. A scale is the process's own: one process for each.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ON = date(2026, 11, 22)
THEMES = ("light", "dark")
# width, height and scale: the smallest that is usable, the usual, and a good screen
SIZES = ((1024, 700, 1.0), (1280, 800, 1.0), (1920, 1080, 2.0))
MORE_SIZES = ((1280, 800, 1.5), (3840, 2160, 1.0))
STATES = ("empty", "typical", "full-of-findings", "sixty-lines", "long-names", "chinese-japanese-korean")
SURFACES = (
    "welcome",
    "dose",
    "dose-table",
    "explanation",
    "history",
    "what-if",
    "mend-menu",
    "own-materials-empty",
    "own-materials",
    "material-editor",
    "recipe-settings",
    "use-settings",
    "target-settings",
    "process-settings",
    "weigh-sheet",
    "palette",
    "preferences",
    "shortcuts",
)
# what the README shows, from the pictures above
SHOWN = {
    "window-light.png": "typical-1280x800-light.png",
    "window-dark.png": "typical-1280x800-dark.png",
    "dose-light.png": "dose-1280x800-light.png",
}
CJK = {"ja": "Japanese", "zh-cn": "Chinese", "ko": "Korean"}


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture; `size` is in points, of which each is `scale` pixels wide."""

    what: str
    size: tuple[int, int]
    scale: float
    theme: str

    @property
    def name(self) -> str:
        """The file."""
        at = "" if self.scale == 1 else f"@{self.scale:g}"
        return f"{self.what}-{self.size[0]}x{self.size[1]}{at}-{self.theme}.png"

    @property
    def pixels(self) -> tuple[int, int]:
        """How large it has to come out; dialogs come as large as they are."""
        return round(self.size[0] * self.scale), round(self.size[1] * self.scale)


def pictures() -> Iterator[Picture]:
    """The whole set."""
    for theme in THEMES:
        for wide, high, scale in SIZES:
            for state in STATES:
                yield Picture(state, (wide, high), scale, theme)
        for wide, high, scale in MORE_SIZES:
            yield Picture("typical", (wide, high), scale, theme)
        for surface in SURFACES:
            yield Picture(surface, (1280, 800), 1.0, theme)


def main() -> int:
    """Take them all, or say what is in the way."""
    parser = argparse.ArgumentParser(prog="./dev pictures", description="Takes every picture of the program.")
    parser.add_argument("folder", nargs="?", type=Path, default=HERE / "taken")
    parser.add_argument("--only", default="", metavar="WORD", help="those with this in their name")
    parser.add_argument("--surfaces", action="store_true", help="those beside the window's own states")
    parser.add_argument("--list", action="store_true", help="say what would be taken, with its pixels (a dialog comes as large as it is)")
    parser.add_argument("--readme", action="store_true", help="renew those in docs that the README shows")
    parser.add_argument("--scale", type=float, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    wanted = [p for p in pictures() if asked.only in p.name and (not asked.readme or p.name in SHOWN.values()) and (not asked.surfaces or p.what in SURFACES)]
    folder = asked.folder.resolve()
    if asked.scale is not None:
        return _take(folder, [p for p in wanted if p.scale == asked.scale])
    if not wanted:
        print(f"pictures: none has '{asked.only}' in its name", file=sys.stderr)
        return 64
    if asked.list:
        for p in wanted:
            print(p.name, *p.pixels)
        return 0
    folder.mkdir(parents=True, exist_ok=True)
    for scale in sorted({p.scale for p in wanted}):
        with tempfile.TemporaryDirectory() as own:
            env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": f"{scale:g}", "QT_SCALE_FACTOR_ROUNDING_POLICY": "PassThrough"}
            env |= {"FORMULATOR_MATERIALS": f"{own}/materials", "PICTURES_OWN": own}
            done = subprocess.run([sys.executable, str(HERE / "take.py"), *sys.argv[1:], "--scale", f"{scale:g}"], env=env, check=False)
            if done.returncode:
                return done.returncode
    for shown, taken in SHOWN.items():
        if asked.readme:
            (ROOT / "docs" / shown).write_bytes((folder / taken).read_bytes())
    print(f"{len(wanted)} pictures in {folder}")
    return 0


def _take(folder: Path, wanted: Sequence[Picture]) -> int:
    """Those of one scale, in this process. Qt is loaded only here, for the scale has to stand before."""
    import platformdirs

    own = Path(os.environ["PICTURES_OWN"])
    platformdirs.user_state_path = lambda *_, **__: own / "state"
    platformdirs.user_config_path = lambda *_, **__: own / "config"
    from stage import Stage, lacking_fonts

    stage = Stage(own, ON)
    lacking = lacking_fonts(CJK) if any(p.what == "chinese-japanese-korean" for p in wanted) else []
    if lacking:
        print(f"pictures: no font here has {', '.join(lacking)}. On Debian:  apt-get install fonts-noto-cjk", file=sys.stderr)
        return 1
    for picture in wanted:
        stage.take(picture, folder / picture.name)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
