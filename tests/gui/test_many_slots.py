"""Guards against a PySide6 that loses a reference to None for every signal that reaches a Python slot.

PySide6 6.12.0 does so on Python 3.11: after about 5,000 clicks the process dies with "deallocating None".
From Python 3.12 on None cannot be deallocated, so only 3.11 can show the fault. It needs a process of its own, since it kills the one it happens in.
"""

import os
import subprocess
import sys

CLICKS = 20_000

PROGRAM = f"""
from PySide6.QtWidgets import QApplication, QPushButton

app = QApplication([])
clicks = 0


def count():
    global clicks
    clicks += 1


button = QPushButton("Click")
button.clicked.connect(count)
for _ in range({CLICKS}):
    button.click()
print(clicks)
"""


def test_twenty_thousand_slot_calls_leave_the_process_alive() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, str(CLICKS)), done.stderr
