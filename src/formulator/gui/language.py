"""The language of the window and its decimal mark, set once before anything is shown. `./dev words` makes the files; without one for the system's
language everything is English. The command line is English always.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from formulator.report import tongue

FILES = Path(__file__).parent / "translations"


def set_language(app: QCoreApplication, files: Path = FILES) -> list[QTranslator]:
    """Take the language of the default locale where it is on file, and its decimal mark in any case. Gives what it installed."""
    own, qt = QTranslator(app), QTranslator(app)
    installed = [own] if own.load(QLocale(), "formulator", "_", str(files)) else []
    # Qt's own words only beside ours: a window in two languages is worse than one in English
    if installed and qt.load(QLocale(), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        installed.append(qt)
    for translator in installed:
        app.installTranslator(translator)
    speak()
    return installed


def speak() -> None:
    """Let the words of report and core go through Qt's translators. Their sources have no context: one sentence, one translation."""
    tongue.speak(lambda source: QCoreApplication.translate("", source), QLocale().decimalPoint())
