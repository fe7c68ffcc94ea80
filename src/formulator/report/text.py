"""An assessment as text a person reads in a terminal: aligned, in colour where there is a terminal, with a word for every colour."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from formulator.core.assess import Assessment
from formulator.core.checks import Check
from formulator.report import words
from formulator.report.dose_table import dose_rows
from formulator.report.structured import Checked

_COLOURS = {"pass": "32", "fail": "31", "cannot tell": "33", "note": "36", "faint": "2", "bold": "1"}
_MARKS = {"pass": "✓", "fail": "✗", "cannot tell": "?"}
_LABELS = {"share.total": "total", "hlb.required": "HLB required", "hlb.blend": "HLB of emulsifiers", "hlb.gap": "HLB gap", "emulsifier.share": "emulsifiers"}


@dataclass(frozen=True, slots=True)
class Style:
    """How wide, and whether in colour."""

    colour: bool = False
    width: int = 100
    every: bool = False

    def paint(self, text: str, name: str) -> str:
        """The text in a colour, or as it is."""
        return f"\x1b[{_COLOURS[name]}m{text}\x1b[0m" if self.colour else text


def run_text(checked: Sequence[Checked], style: Style) -> str:
    """The whole run: each recipe, then the count of verdicts."""
    blocks = ["\n".join(_recipe(c, style)) for c in checked]
    verdicts = [c.assessment.verdict if c.assessment else "not read" for c in checked]
    if len(checked) > 1:
        counts = [f"{verdicts.count(v)} {v}" for v in ("pass", "fail", "cannot tell", "not read") if v in verdicts]
        blocks.append(f"{len(checked)} recipes: {', '.join(counts)}")
    return "\n\n".join(blocks)


def problem_lines(checked: Checked, style: Style) -> Iterator[str]:
    """The problems of a file: place, what is wrong, the way out."""
    for problem in checked.problems:
        where = f"{checked.path}, line {problem.line}" if problem.line else checked.path
        place = f" ({problem.place})" if problem.place else ""
        yield from _wrapped(f"{style.paint('✗', 'fail')} {where}: {problem.says}. {problem.fix}{style.paint(place, 'faint')}", style, "  ")


def _recipe(checked: Checked, style: Style) -> Iterator[str]:
    found = checked.assessment
    if found is None:
        yield f"{style.paint(checked.path, 'bold')}  {style.paint('not read', 'fail')}"
        yield from problem_lines(checked, style)
        return
    verdict = style.paint(f"{_MARKS[found.verdict]} {found.verdict}", found.verdict)
    yield f"{style.paint(found.recipe.name, 'bold')}  {verdict}  {style.paint(checked.path, 'faint')}"
    yield _for_whom(found)
    yield ""
    yield from _figures(found, style)
    yield ""
    yield from _doses(found, style)
    for market, m in found.markets.items():
        line = words.market_words(market, m.verdict, m.rules, m.editions, m.complete)
        yield from _wrapped(f"  {style.paint(_MARKS[m.verdict], m.verdict)} {line}", style, "    ")
    if not found.markets:
        yield "  ? no market is named: the law was not consulted"
    yield ""
    yield from _checks(found, style)


def _for_whom(found: Assessment) -> str:
    use = found.pattern
    amount = words.span(use.shown.span, use.shown.unit, 3) if use.shown else "amount not published"
    weight = words.span(use.body_weight.span, "kg")
    return f"  {use.product.name}, {found.recipe.emulsion}, {amount}, {use.population.name.lower()} of {weight}, {use.skin} skin, on {found.on.isoformat()}"


def _figures(found: Assessment, style: Style) -> Iterator[str]:
    made = found.composition
    rows = [(f"q.s. {made.label(i)}", words.quantity(float(made.nominal[i]), "%"), "") for i, line in enumerate(made.lines) if line.amount.kind == "q.s."]
    for id, figure in found.figures.items():
        element = id.split(".")
        if element[0] in ("law", "phase", "intake", "supply", "ratio", "exposure", "impurity") or (element[0] == "element" and element[2] != "content"):
            continue
        label = _LABELS.get(id) or (f"{element[1]} {element[2]}" if element[0] == "element" else f"{figure.label}")
        unpriced = sum(note.startswith("unpriced:") for note in figure.notes)
        rest = "default, not measured" if figure.basis == "default" else f"{figure.basis}, {figure.confidence}"
        if unpriced:
            rest = f"{unpriced} line{'' if unpriced == 1 else 's'} without a price"
        rows.append((label, words.figure(figure), rest))
    wide = max(len(row[0]) for row in rows)
    middle = max(len(row[1]) for row in rows)
    for label, value, rest in rows:
        yield f"  {label:<{wide}}  {value:<{middle}}  {style.paint(rest, 'faint')}" if rest else f"  {label:<{wide}}  {value}"


def _doses(found: Assessment, style: Style) -> Iterator[str]:
    """A line for each element that somebody limits: applied, absorbed on what evidence, and the shares of the limit, swallowed and absorbed."""
    rows = [("dose a day", "applied", "absorbed", "evidence", "of the limit, if swallowed", "as absorbed", "")]
    for row in dose_rows(found, limited_only=True):
        beside = row.compared
        if beside is None or row.check is None:
            continue  # another market's authority
        limit = f"{row.authority.upper()} {beside.limit.quantity} {words.span(beside.whole.span, 'mg')}"
        rows.append(
            (
                row.symbol,
                words.span(row.dose.figures["applied"].span, "mg", 3),
                words.span(row.absorbed.span, "mg", 3),
                f"[{row.dose.grade}]",
                words.span(beside.external.span, "%", 3),
                words.span(beside.internal.span, "%", 3),
                limit,
            )
        )
    if len(rows) == 1:
        return
    wide = [max(len(row[k]) for row in rows) for k in range(len(rows[0]))]
    for n, cells in enumerate(rows):
        line = "  " + "  ".join(f"{cell:<{wide[k]}}" for k, cell in enumerate(cells))
        yield style.paint(line.rstrip(), "faint") if n == 0 else line.rstrip()
    yield ""


def _checks(found: Assessment, style: Style) -> Iterator[str]:
    # a label duty passes, but who makes the label has to know of it
    shown = [c for c in found.checks if style.every or c.verdict != "pass" or (c.code == "label-duty" and c.values["due"] != "no")]
    rank = {"fail": 0, "cannot tell": 1, "pass": 2}
    ordered = sorted(shown, key=lambda c: (c.severity == "note", rank[c.verdict]))
    # markets share lists and authorities: what they say alike is said once
    yield from dict.fromkeys("\n".join(_check(check, style)) for check in ordered)
    passed = sum(c.verdict == "pass" for c in found.checks)
    if not style.every and passed:
        yield style.paint(f"  ✓ {passed} checks passed (--all shows them)", "faint")


def _check(check: Check, style: Style) -> Iterator[str]:
    colour = "note" if check.severity == "note" and check.verdict != "pass" else check.verdict
    mark = style.paint(_MARKS[check.verdict] if check.severity != "note" else "i", colour)
    rule = style.paint(f"{check.rule}", "bold")
    source = f" [{check.source.title}, {check.locator}]" if check.source and check.locator and check.verdict != "pass" else ""
    yield from _wrapped(f"  {mark} {rule} {words.message(check)}{style.paint(source, 'faint')}", style, "      ")


def _wrapped(text: str, style: Style, indent: str) -> Iterator[str]:
    # escape codes have no width
    extra = text.count("\x1b[") * 4
    kept = re.sub(r"(?<=\d) (?=%|mg|g/|°C)", "\xa0", text)  # a number and its unit stay on one line
    for line in textwrap.wrap(kept, style.width + extra, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False):
        yield line.replace("\xa0", " ")
