"""A screen of its own (Xvfb) with a person before it: real keys and clicks (xdotool) to a program that runs as its own process.

What the program shows is known as a person knows it: by the titles of its windows, by the picture on the screen, and by the files it writes. There is no window
manager, so the person gives the keys to a window as one would. Every wait is for something to be so; the limit only ends a test that fails.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import PySide6
from PySide6.QtGui import QImage

T = TypeVar("T")
Area = tuple[int, int, int, int]  # left, top, right, bottom
Picture = npt.NDArray[np.uint8]  # rows, columns, red green blue
LIMIT = 60  # s until a wait is given up
WIDE, HIGH = 1280, 800
STEPS = 20  # of a drag
SHORTEST, LOWEST, HIGHEST = 30, 16, 40  # px of what is taken for a field or a button
PROGRAMS = {"Xvfb": "xvfb", "xdotool": "xdotool"}  # and the Debian packages they are in


def missing() -> str:
    """What is needed here and is not installed, as a reason to skip; "" when nothing is."""
    if sys.platform != "linux":
        return "real keys and clicks are sent on Linux only"
    packages = [package for program, package in PROGRAMS.items() if shutil.which(program) is None]
    if packages:
        return f"not installed: {' '.join(packages)} (Debian: apt-get install {' '.join(packages)})"
    plugin = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    linked = subprocess.run(["ldd", str(plugin)], capture_output=True, text=True, check=False).stdout
    lacks = re.findall(r"(\S+) => not found", linked)
    return f"Qt cannot show windows under X, it lacks {' '.join(lacks)} (Debian: apt-get install libxkbcommon-x11-0 libxcb-cursor0 …)" if lacks else ""


def until(found: Callable[[], T], what: str) -> T:
    """What is found, once it is."""
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        got = found()
        if got:
            return got
        time.sleep(0.02)
    raise AssertionError(f"waited in vain: {what}")


@dataclass(frozen=True)
class Box:
    """A field or a button on the screen."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def middle(self) -> tuple[int, int]:
        """Where to click."""
        return (self.left + self.right) // 2, (self.top + self.bottom) // 2


class Screen:
    """The screen and the person before it. `actions` counts what the person did: a key, a word typed, a click."""

    def __init__(self, number: str, pixels: Path) -> None:
        self.actions = 0
        self.environment = {"DISPLAY": f":{number}"}
        self._pixels = pixels

    # --- what a person does ---

    def key(self, keys: str) -> None:
        """One key or shortcut, such as "ctrl+s"."""
        self.actions += 1
        self._do("key", "--delay", "0", keys)

    def type(self, text: str) -> None:
        """A word or a number, in one go."""
        self.actions += 1
        self._do("type", "--delay", "4", "--", text)

    def click(self, spot: tuple[int, int]) -> None:
        """A click with the left button."""
        self.actions += 1
        self._do("mousemove", str(spot[0]), str(spot[1]), "click", "1")

    def drag(self, start: tuple[int, int], goal: tuple[int, int]) -> None:
        """With the left button held, as a hand moves: not in one leap."""
        self.actions += 1
        way = [(start[0] + (goal[0] - start[0]) * n // STEPS, start[1] + (goal[1] - start[1]) * n // STEPS) for n in range(1, STEPS + 1)]
        moves = [word for x, y in way for word in ("mousemove", str(x), str(y))]
        self._do("mousemove", str(start[0]), str(start[1]), "mousedown", "1", *moves, "mouseup", "1")

    # --- what a person sees ---

    def windows(self, title: str) -> list[str]:
        """The visible windows whose title fits."""
        return self._ask("search", "--onlyvisible", "--name", title).split()

    def title(self, window: str) -> str:
        """What stands in a window's title bar."""
        return self._ask("getwindowname", window).strip()

    def window(self, title: str) -> str:
        """The window with this title, once it is there; from now on it gets the keys."""
        found = until(lambda: self.windows(title), f"a window {title}")[0]
        self.give_keys(found)
        return found

    def give_keys(self, window: str) -> None:
        """As a window manager does when a window opens or the one over it closes."""

        def has_them() -> bool:
            self._ask("windowfocus", window)
            return self._ask("getwindowfocus", "-f").strip() == window

        until(has_them, f"the keys for {self.title(window)}")

    def picture(self) -> Picture:
        """What is on the screen now."""
        raw = self._pixels.read_bytes()
        head = np.frombuffer(raw[:100], ">u4")  # the head of an X window dump: its size, …, bytes a line, …, the count of colours
        start, stride = int(head[0]) + 12 * int(head[19]), int(head[12])
        rows = np.frombuffer(raw, np.uint8, offset=start, count=stride * HIGH).reshape(HIGH, stride // 4, 4)
        return rows[:, :WIDE, 2::-1]  # blue green red to red green blue

    def boxes(self, colour: str, area: Area) -> list[Box]:
        """The boxes drawn in a colour inside an area, from the top to the bottom and from the left to the right: fields and buttons."""
        left, top, right, bottom = area
        drawn = (self.picture()[top:bottom, left:right] == _rgb(colour)).all(axis=2)
        ends: dict[tuple[int, int], int] = {}  # from where to where a line goes: how high it was seen last
        found = []
        for y, row in enumerate(drawn):
            edges = np.flatnonzero(np.diff(np.concatenate(([0], row.view(np.int8), [0]))))
            for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
                if end - start >= SHORTEST:
                    above = ends.get((start, end))
                    if above is not None and LOWEST <= y - above <= HIGHEST:
                        found.append(Box(left + start, top + above, left + end, top + y))
                    ends[start, end] = y
        return sorted(found, key=lambda box: (box.top, box.left))

    def keep_picture(self, path: Path) -> None:
        """For people who look why a test failed."""
        QImage(self.picture().tobytes(), WIDE, HIGH, 3 * WIDE, QImage.Format.Format_RGB888).save(str(path))

    def _do(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env={**os.environ, **self.environment}, timeout=LIMIT, check=True, capture_output=True)

    def _ask(self, *words: str) -> str:
        done = subprocess.run(["xdotool", *words], env={**os.environ, **self.environment}, timeout=LIMIT, check=False, capture_output=True, text=True)
        return done.stdout


def _rgb(colour: str) -> Picture:
    return np.frombuffer(bytes.fromhex(colour[1:]), np.uint8)


@contextmanager
def new_screen(folder: Path) -> Iterator[Screen]:
    """A screen for a while."""
    folder.mkdir(parents=True, exist_ok=True)
    reads, writes = os.pipe()
    command = ["Xvfb", "-displayfd", str(writes), "-screen", "0", f"{WIDE}x{HIGH}x24", "-fbdir", str(folder), "-nolisten", "tcp", "-noreset"]
    with (folder / "xvfb.log").open("wb") as log, subprocess.Popen(command, pass_fds=[writes], stdout=log, stderr=log) as server:
        os.close(writes)
        with os.fdopen(reads) as answer:
            number = answer.readline().strip()  # Xvfb tells its number when it is ready, or ends
        assert number, (folder / "xvfb.log").read_text(encoding="utf-8")
        try:
            yield Screen(number, folder / "Xvfb_screen0")
        finally:
            server.terminate()


class Program:
    """The program with a home of its own; a second start finds what the first left there."""

    def __init__(self, screen: Screen, home: Path) -> None:
        self.home = home
        home.mkdir(parents=True, exist_ok=True)
        self._screen = screen
        self._said = home / "said.txt"
        self._running: subprocess.Popen[bytes] | None = None

    def start(self, *arguments: str) -> None:
        """As its own process, in its home."""
        places = {"XDG_CONFIG_HOME": "config", "XDG_STATE_HOME": "state", "XDG_CACHE_HOME": "cache", "XDG_DATA_HOME": "data", "XDG_RUNTIME_DIR": "run"}
        own = {name: str(self.home / place) for name, place in places.items()}
        (self.home / "run").mkdir(mode=0o700, exist_ok=True)
        kept = {name: os.environ[name] for name in ("PATH", "TMPDIR", "LD_LIBRARY_PATH", "FONTCONFIG_FILE", "FONTCONFIG_PATH") if name in os.environ}
        source = str(Path(__file__).resolve().parents[2] / "src")
        own |= {"HOME": str(self.home), "FORMULATOR_MATERIALS": str(self.home / "materials"), "LANG": "C.UTF-8", "PYTHONPATH": source}
        own |= {"QT_QPA_PLATFORM": "xcb", "DBUS_SESSION_BUS_ADDRESS": "disabled:"}  # the looks and dialogs of no desktop
        with self._said.open("ab") as said:
            command = [sys.executable, "-m", "formulator", *arguments]
            self._running = subprocess.Popen(command, env={**kept, **own, **self._screen.environment}, cwd=self.home, stdout=said, stderr=said)

    def kept(self) -> str:
        """The recovery copy of its unsaved work; "" while there is none, or not yet the note whose file it is."""
        found = (self.home / "state" / "formulator" / "recovery" / "sessions").glob("*.toml")
        copies = [copy for copy in sorted(found) if copy.with_suffix(".json").exists()]
        try:
            return copies[-1].read_text(encoding="utf-8") if copies else ""
        except FileNotFoundError:
            return ""  # taken away meanwhile

    def kill(self) -> None:
        """As a power cut does."""
        assert self._running is not None
        self._running.send_signal(signal.SIGKILL)
        self._running.wait(LIMIT)

    def ended(self) -> int:
        """How it ended by itself."""
        assert self._running is not None
        return self._running.wait(LIMIT)

    def said(self) -> str:
        """What it wrote to where nobody looks: nothing."""
        return self._said.read_text(encoding="utf-8")

    def stop(self) -> None:
        """Whatever happened, leave nothing running, and beside the home a picture of what was seen last."""
        self._screen.keep_picture(self.home.with_suffix(".png"))
        if self._running is not None and self._running.poll() is None:
            self.kill()
