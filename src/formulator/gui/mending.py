"""The mends of a finding in words: what its button and its undo step say, and where it leads. Found when asked for, and once an assessment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from formulator.core.assess import Assessment
from formulator.core.checks import Check
from formulator.core.data import Data
from formulator.core.mends import Mend, mends
from formulator.core.recipe import Recipe
from formulator.gui.line_edits import mended
from formulator.gui.rows import spoken
from formulator.report import words
from formulator.report.tongue import decimals, say

Place = tuple[int, int]
SEARCHED = ("prohibited", "prohibited-here")  # for these other materials are tried, which takes several evaluations
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One way out. `words` name the undo step, `button` and `short` stand on the button; `base` is the recipe it was found for."""

    code: str
    values: Mapping[str, Any]
    words: str
    button: str
    short: str
    base: Recipe
    after: Recipe
    place: Place
    check: Check

    @property
    def share(self) -> float:
        """The share it sets, %; 0 where it sets none."""
        return float(self.values.get("share", 0.0))

    @property
    def said(self) -> str:
        """The whole of it, beginning as a sentence does."""
        name = str(self.values.get("material", ""))
        return self.words.replace(spoken(name), name, 1) if name else self.words

    def same(self, other: Offer) -> bool:
        """Whether it is that offer again, of a later assessment."""
        return (self.code, self.words, _about(self.check)) == (other.code, other.words, _about(other.check))


class Mender:
    """The offers of one assessment."""

    def __init__(self, assessment: Assessment, data: Data) -> None:
        self.assessment = assessment
        self._data = data
        self._found: dict[int, tuple[Offer, ...]] = {}  # by the check's identity: the assessment keeps it alive

    def known(self, check: Check) -> tuple[Offer, ...] | None:
        """What is offered, where that is known or costs nothing to find; None for what has to be searched for first."""
        if id(check) in self._found or check.verdict == "pass" or check.code not in SEARCHED:
            return self.offers(check)
        return None

    def offers(self, check: Check) -> tuple[Offer, ...]:
        """What is offered, the plainest first."""
        found = self._found.get(id(check))
        if found is None:
            found = self._found[id(check)] = tuple(self._worded(check))
        return found

    def _worded(self, check: Check) -> Iterator[Offer]:
        made = mends(self.assessment, check, self._data)
        most = check.values.get("mend")
        if check.verdict != "pass" and most:
            yield self._set(check, most)
        for mend in made:
            # a share is set above; a use that the list has just refused is no way out
            if mend.code != "set-share" and not (mend.code == "use-as" and mend.values["function"] == check.values.get("function")):
                yield self._offer(check, mend)

    def _set(self, check: Check, most: Mapping[str, Any]) -> Offer:
        """The most a line may carry: also of an adjuster, whose amount stays, and in grams where the recipe is in grams."""
        edit = mended(self.assessment.recipe, self._data, (most["line"][0], most["line"][1]), most["share"])
        share = words.number(most["share"])
        return Offer(
            code="set-share",
            values={"material": most["material"], "share": most["share"]},
            words=edit.words,
            button=translate("Mend", "Set to {0} %").format(share),
            short=translate("Mend", "Set"),
            base=self.assessment.recipe,
            after=edit.after,
            place=edit.place,
            check=check,
        )

    def _offer(self, check: Check, mend: Mend) -> Offer:
        step, button, short = _TEXTS[mend.code](mend.values)
        base = self.assessment.recipe
        place = _first_other(base, mend.recipe)
        return Offer(code=mend.code, values=mend.values, words=step, button=button, short=short, base=base, after=mend.recipe, place=place, check=check)


def _split(v: Mapping[str, Any]) -> tuple[str, str, str]:
    parts = v["parts"]
    total = sum(part["share"] for part in parts)
    first = round(100 * parts[0]["share"] / total)
    named = ", ".join(f"{spoken(part['material'])} {words.number(part['share'])} %" for part in parts)
    button = translate("Mend", "Split {0} : {1}").format(first, 100 - first)
    return f"{button} ({named})", button, translate("Mend", "Split")


def _fill(v: Mapping[str, Any]) -> tuple[str, str, str]:
    step = translate("Mend", "Fill with {0}").format(spoken(v["material"]))
    return step, step, translate("Mend", "Fill")


def _use_as(v: Mapping[str, Any]) -> tuple[str, str, str]:
    step = translate("Mend", "Use {0} as {1}").format(spoken(v["material"]), say(v["function"]))
    return step, translate("Mend", "Use as {0}").format(say(v["function"])), translate("Mend", "Use as")


def _swap(v: Mapping[str, Any]) -> tuple[str, str, str]:
    step = translate("Mend", "Swap {0} for {1}, {2}").format(spoken(v["old"]), spoken(v["new"]), decimals(v["amount"]))
    return step, translate("Mend", "Swap for {0}").format(spoken(v["new"])), translate("Mend", "Swap")


_TEXTS = {"split": _split, "fill": _fill, "use-as": _use_as, "swap": _swap}


def _about(check: Check) -> tuple[str, str, str]:
    return check.rule, check.market, check.subject


def _first_other(before: Recipe, after: Recipe) -> Place:
    """The first line that is another one afterwards."""
    for p, phase in enumerate(after.phases):
        old = before.phases[p].lines
        for n, line in enumerate(phase.lines):
            if n >= len(old) or line is not old[n]:
                return p, n
    return 0, 0
