"""`formulator explain`: a figure down to its sources, or a rule with its words, our reading and the figure it judged."""

from __future__ import annotations

from collections.abc import Iterator

from formulator.core.assess import Assessment
from formulator.core.data import Data
from formulator.files.table import did_you_mean
from formulator.report import words
from formulator.report.derivation import derivation, lines
from formulator.report.entries import finding_node


def text(found: Assessment, data: Data, what: str | None) -> tuple[str, bool]:
    """The explanation, and whether there is such a figure or rule; without a name, all names there are."""
    if what is None:
        return "\n".join(_contents(found)), True
    if what in found.figures:
        return "\n".join(lines(derivation(found.figures[what], data, heading=what))), True
    checks = [c for c in found.checks if c.rule == what]
    if checks:
        return "\n".join(line for check in checks for line in lines(finding_node(found, data, check))), True
    known = (*found.figures, *dict.fromkeys(c.rule for c in found.checks))
    return f"formulator: no figure or rule '{what}' in this recipe. {did_you_mean(what, known, 'Leave it out to see all.')}", False


def _contents(found: Assessment) -> Iterator[str]:
    wide = max(len(id) for id in found.figures)
    yield f"{found.recipe.name}: {found.verdict}"
    yield "figures"
    yield from (f"  {id:<{wide}}  {words.figure(figure)}" for id, figure in found.figures.items())
    yield "rules"
    yield from (f"  {check.rule:<{wide}}  {check.verdict:<11}  {words.message(check)}" for check in found.checks)
