"""`python -m formulator` and `formulator`: the command line, and before it is even loaded the first picture of a window, where plainly one is asked for."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from formulator.gui.window import Window


def main() -> int:
    """Run the program and return its exit code."""
    window = _first_picture(sys.argv[1:])
    from formulator import cli  # loads numpy, the units, the readers of all files

    return cli.main(window=window)


def _first_picture(given: list[str]) -> Window | None:
    """None where something else is asked for, or where no window can be shown: the command line then says so."""
    if not (given == [] or (len(given) == 1 and given[0].endswith(".toml"))):
        return None
    # Python would hear of Ctrl+C only at its next turn, and raise in the middle of what Qt paints: it ends the program as a kill does, the work is kept
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        from formulator.gui.app import NoDisplay, first_picture
    except ImportError:
        return None
    try:
        return first_picture(Path(given[0]) if given else None)
    except NoDisplay:
        return None


if __name__ == "__main__":
    sys.exit(main())
