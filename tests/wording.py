"""`./dev words`: collects every English source of the window into the file that translators fill, and compiles what they have filled.

The sources are read from the syntax of the program: `self.tr` in its class, `translate` with its context, `say` and `marked` without one, and the labels,
phrases and methods of core, which may call none of these. Qt's lupdate then only merges them into what is translated already (it cannot look into
f-strings, and knows nothing of core). No line numbers are kept, so that a diff shows words.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "src" / "formulator"
SHEETS = PACKAGE / "gui" / "translations"
SHOWN = {"label", "at", "title"}  # keywords of core's Datum, Figure and Source whose constant is a word of the program
EXPLAINED = {"name", "formula", "symbols", "limits"}  # of a Method
TAKING = {"_none", "_unknown", "_bounded", "_figure", "_share", "default", "Phrase"}  # functions of core that take such a word
LISTS = {"FUNCTIONS", "Function", "WHY_NOT", "INSTEAD"}


def tool(name: str) -> str | None:
    """Where PySide6 keeps one of Qt's tools: beside the interpreter, or wherever the path leads."""
    beside = shutil.which(name, path=str(Path(sys.executable).parent))
    return beside or shutil.which(name)


def sources() -> set[tuple[str, str]]:
    """(context, source) of everything the window can say."""
    found: set[tuple[str, str]] = set()
    for path in sorted(PACKAGE.rglob("*.py")):
        parsed = ast.parse(path.read_text(encoding="utf-8"))
        if path.parent.name == "core":
            found |= {("", text) for text in _words(parsed) if any(c.isalpha() for c in text)}
        else:
            found |= set(_said(parsed, ""))
    return found


def _said(node: ast.AST, context: str) -> Iterator[tuple[str, str]]:
    """The sources in calls below a node; `context` is the class it stands in."""
    for inner in ast.iter_child_nodes(node):
        if isinstance(inner, ast.Call):
            name = inner.func.attr if isinstance(inner.func, ast.Attribute) else getattr(inner.func, "id", "")
            texts = [a.value for a in inner.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            if name == "tr" and texts:
                yield context, texts[0]
            elif name == "translate" and len(texts) > 1:
                yield texts[0], texts[1]
            elif name in ("say", "marked") and isinstance(inner.func, ast.Name) and texts:
                yield "", texts[0]
        yield from _said(inner, inner.name if isinstance(inner, ast.ClassDef) else context)


def _words(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = getattr(node.func, "id", "")
            wanted = EXPLAINED if called == "Method" else SHOWN
            yield from (text for k in node.keywords if k.arg in wanted for text in _texts(k.value))
            if called in TAKING:
                yield from (a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str) and (" " in a.value or called == "Phrase"))
            yield from (text for k in node.keywords if called == "Phrase" for text in _texts(k.value) if " " in text)
        elif isinstance(node, ast.Tuple) and len(node.elts) == 2 and isinstance(node.elts[1], (ast.Attribute, ast.Name, ast.Call, ast.IfExp, ast.Subscript)):
            yield from _texts(node.elts[0])  # (label, what it is the label of)
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
            if getattr(target, "id", "") in LISTS | {"at", "labels", "_MIND"} and node.value is not None:
                yield from (text for part in ast.walk(node.value) if not isinstance(part, ast.Call) for text in _texts(part))


def _texts(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.BoolOp):
        yield from (text for value in node.values for text in _texts(value))


def update(sheet: Path) -> None:
    """Bring one .ts file up to date with the sources; what is translated stays. Raises CalledProcessError, FileNotFoundError without lupdate."""
    lupdate = tool("pyside6-lupdate")
    if lupdate is None:
        raise FileNotFoundError("pyside6-lupdate is not installed")
    calls = "\n".join(f"translate({_quoted(context)}, {_quoted(text)})" for context, text in sorted(sources()))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sources.py"
        file.write_text(calls, encoding="utf-8")
        options = ["-silent", "-locations", "none", "-no-obsolete", "-sort-messages", "-disable-heuristic", "similartext"]
        subprocess.run([lupdate, *options, str(file), "-ts", str(sheet)], check=True, capture_output=True)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def compile(sheet: Path) -> None:
    """Make what Qt loads, beside the sheet."""
    subprocess.run([str(tool("pyside6-lrelease")), "-silent", str(sheet), "-qm", str(sheet.with_suffix(".qm"))], check=True, capture_output=True)


def main() -> None:
    """All languages there are."""
    for sheet in sorted(SHEETS.glob("*.ts")):
        update(sheet)
        text = sheet.read_text(encoding="utf-8")
        total, open_ = text.count("<source>"), text.count('type="unfinished"')
        print(f"{sheet.name}: {total} sources, {total - open_} translated")
        sheet.with_suffix(".qm").unlink(missing_ok=True)
        if open_ < total:
            compile(sheet)


if __name__ == "__main__":
    main()
