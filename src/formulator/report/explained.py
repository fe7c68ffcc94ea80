"""`formulator explain`: a figure down to its sources, or a rule with its words, our reading and the figure it judged."""

from __future__ import annotations

from collections.abc import Iterator

from formulator.core.assess import Assessment
from formulator.core.checks import Check
from formulator.core.data import Data
from formulator.files.table import did_you_mean
from formulator.report import words
from formulator.report.derivation import cited, derivation, lines
from formulator.report.library import entry_lines


def text(found: Assessment, data: Data, what: str | None) -> tuple[str, bool]:
    """The explanation, and whether there is such a figure or rule; without a name, all names there are."""
    if what is None:
        return "\n".join(_contents(found)), True
    if what in found.figures:
        return "\n".join(lines(derivation(found.figures[what], data, heading=what))), True
    checks = [c for c in found.checks if c.rule == what]
    if checks:
        return "\n".join(_rule(found, data, checks)), True
    known = (*found.figures, *dict.fromkeys(c.rule for c in found.checks))
    return f"formulator: no figure or rule '{what}' in this recipe. {did_you_mean(what, known, 'Leave it out to see all.')}", False


def _contents(found: Assessment) -> Iterator[str]:
    wide = max(len(id) for id in found.figures)
    yield f"{found.recipe.name}: {found.verdict}"
    yield "figures"
    yield from (f"  {id:<{wide}}  {words.figure(figure)}" for id, figure in found.figures.items())
    yield "rules"
    yield from (f"  {check.rule:<{wide}}  {check.verdict:<11}  {words.message(check)}" for check in found.checks)


def _rule(found: Assessment, data: Data, checks: list[Check]) -> Iterator[str]:
    for check in checks:
        yield f"{check.rule}: {check.verdict} ({check.severity}{', ' + check.market if check.market else ''}{', ' + check.subject if check.subject else ''})"
        yield f"    {words.message(check)}"
        for p, n in check.lines:
            line = found.recipe.phases[p].lines[n]
            yield f"    line: {line.material}, {line.amount.text} (phase {found.recipe.phases[p].name or p + 1})"
        if check.source:
            yield f"    {check.locator or check.subject}: {cited(check.source)}"
        if check.rule in data.entries:
            yield from (f"    {line}" for line in entry_lines(data.entries[check.rule], data))
        if check.figure in found.figures:
            yield from (f"  {line}" for line in lines(derivation(found.figures[check.figure], data, heading=check.figure)))
