"""Checks on dose in English: upper intakes, margins of safety, impurities, balance and supply. Each names the person and the pattern it is for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from formulator.core.checks import Check
from formulator.core.ratios import ENDLESS
from formulator.core.span import Span
from formulator.report.numbers import listed, number, span

Values = Mapping[str, Any]
GRADES = {
    "A": "grade A: measured in people, or a regulator's figure",
    "B": "grade B: human skin in the laboratory, or a small trial",
    "C": "grade C: measured in animals",
    "D": "grade D: default, not measured",
}


def _intake(check: Check, v: Values) -> str:
    name = f"{v['authority']} {v['quantity']} of {span(Span(*v['limit_span']), v['limit_unit']).removeprefix('unknown, ')} ({v['scope']})"
    goal = f"{number(v['allowed'])} mg/day is allowed, {number(v['allocation'])} % of the {name}"
    dose = span(Span(v["low"], v["absorbed"], v["high"]), "mg/day")
    oral = span(Span(*v["oral"]), "mg/day")
    way = f"{dose} absorbed through {v['skin']} skin, {GRADES[v['grade']]}; as an oral intake {oral}"
    if v["swallowed"]:
        way = f"{oral} may be swallowed, of which {dose} is absorbed"
    words = f"{check.subject}: {way}; {goal}. For: {_whom(v)}."
    if check.verdict == "pass":
        return words
    why = []
    if check.verdict == "cannot tell" and v["over_default"]:
        why.append(f"even the least is above the {number(v['allocation'])} %, but that is a default: set limit_allocation to have it judged")
    if v["skin"] == "damaged":
        why.append("through damaged skin anything up to all of it can pass, so this cannot be cleared for skin that people scratch")
    if v["recalled"]:
        why.append("the limit is recalled and settles nothing")
    elif v["unsettled"]:
        why.append("something it rests on is recalled or of low confidence, and settles nothing; the derivation names it")
    if v["oral_unknown"]:
        why.append("how much of it is absorbed by mouth is not on file")
    if v["unanalysed"]:
        why.append(f"not analysed: {listed(v['unanalysed'])}")
    return f"{words} {'; '.join(why).capitalize()}." if why else words


def _unlimited(check: Check, v: Values) -> str:
    return f"No upper intake to judge by is on file for {listed(v['elements'])} and this person ({v['population'].lower()}): the dose was compared with none."


def _margin(check: Check, v: Values) -> str:
    why = "Something it rests on is recalled or of low confidence, and settles nothing. " if v["unsettled"] else ""
    return f"{v['name']}: margin of safety {_mos(v)}, at least {number(v['least'])} is wanted; SED {_sed(v)}. {_assumed(v)}{why}For: {_whom(v)}."


def _margin_not_as_tested(check: Check, v: Values) -> str:
    return (
        f"{v['name']}: margin of safety {_mos(v)} by the absorption per area, but there is more of it here than was tested, or it is not said how much "
        f"was (tested_at). For: {_whom(v)}."
    )


def _margin_together(check: Check, v: Values) -> str:
    lead = f"{v['name']}: used at this share in all {number(v['products'])} product types together, its margin of safety would be {_mos(v)}"
    return f"{lead} (SED {_sed(v)}); {number(v['least'])} is wanted. {_assumed(v)}For: {v['population'].lower()}."


def _margin_damaged(check: Check, v: Values) -> str:
    return (
        f"{v['name']}: margin of safety {_mos(v)}, but a margin speaks of intact skin only: on damaged skin it can never pass, "
        f"because its barrier is what the absorption was measured on. For: {_whom(v)}."
    )


def _no_threshold(check: Check, v: Values) -> str:
    return f"{v['name']}: no margin of safety, because {v['element']} has no dose known to be safe. {v['says']}"


def _margin_unknown(check: Check, v: Values) -> str:
    return f"No NOAEL on file, so no margin of safety: {listed(v['materials'])}."


def _inhaled(check: Check, v: Values) -> str:
    return f"{v['product']}: part of it is breathed in, which no dose here counts. None of them can clear it: have the inhaled dose assessed."


def _certificates(check: Check, v: Values) -> str:
    lead = f"No specification of {listed(v['elements'])}" if v["all"] else f"No specification of one or more of {listed(v['elements'])}"
    return f"{lead}, so it cannot be told against the limits of {check.market}: {listed(v['materials'])}. Ask for the certificates."


def _impurity(check: Check, v: Values) -> str:
    words = f"{check.subject} as an impurity: the specifications allow up to {number(v['specified'])} mg/kg; {v['quantity']} {number(v['limit'])} mg/kg."
    tail = f" Without a specification besides: {listed(v['missing'])}." if v["missing"] else ""
    return f"{words}{' The limit or a specification is recalled, and settles nothing.' if v['recalled'] else ''}{tail}"


def _medicines(check: Check, v: Values) -> str:
    ctcl = ""
    if v["ctcl"]:
        state = "above" if v["content"] > v["ctcl"] else "within"
        ctcl = f"; {number(v['content'])} mg/kg is {state} the {number(v['ctcl'])} mg/kg set for people already sensitised"
    missing = f" No specification: {listed(v['missing'])}." if v["missing"] else ""
    allowed = f"permitted daily exposure of a medicine {number(v['pde'] * 1000)} µg/day{ctcl}"
    dose = f"the specifications allow up to {number(v['applied'] * 1000)} µg/day on the skin; {allowed}"
    return f"{check.subject} as an impurity: {dose}. A limit for medicines, for orientation.{missing} For: {_whom(v)}."


def _ratio(check: Check, v: Values) -> str:
    state = {"pass": "meets", "fail": "misses", "cannot tell": "may or may not meet"}[check.verdict]
    return f"{check.subject} is {span(Span(*v['ratio']), '')} by mass: {state} the target of {v['goal']}.{_beside(v)}"


def _ratio_missing(check: Check, v: Values) -> str:
    return f"{check.subject} is to be {v['goal']}, but there is no {listed(v['missing'])} in it."


def _ratio_note(check: Check, v: Values) -> str:
    return f"{check.subject} is {span(Span(*v['ratio']), '')} by mass.{_beside(v)}"


def _beside(v: Values) -> str:
    if not v["reference"]:
        return ""
    return f" In the reference intakes of {v['authority']} it is {span(Span(*v['reference']), '')}; nothing says that skin wants the same."


def _supply(check: Check, v: Values) -> str:
    if v["grade"] == "D":
        lead = f"{check.subject}: how much of it is absorbed from this product was not measured, so it cannot be set beside a supplement."
        return f"{lead} {v['says'].rstrip('.')}." if v["says"] else lead
    of = f" ({'; '.join(v['of'])})" if v["of"] else ""
    share = span(Span(*v["share"]), "%")
    dose = f"{share} of what a supplement of the {v['authority']} {v['quantity']} would deliver is absorbed"
    words = f"{check.subject}: {dose}; {GRADES[v['grade']]}{of}. For: {_whom(v)}."
    return f"{words} {v['says'].rstrip('.')}." if v["says"] else words


def _whom(v: Values) -> str:
    return f"{v['population'].lower()}, {v['pattern'].lower()}"


def _mos(v: Values) -> str:
    if v["low"] >= ENDLESS:
        return "without end"
    if v["low"] == v["high"]:
        return number(v["low"])
    tail = "no upper end" if v["high"] >= ENDLESS else f"at most {number(v['high'])}"
    best = f"{number(v['mos'])}, " if v["mos"] is not None and v["mos"] != v["low"] else ""
    return f"{best}at least {number(v['low'])}, {tail}"


def _sed(v: Values) -> str:
    return span(Span(*v["sed"]), "mg/kg/day")


def _assumed(v: Values) -> str:
    return f"Default, not measured: {listed(v['defaults'])}. " if v["defaults"] else ""


DOSE_WORDS: Mapping[str, Callable[[Check, Values], str]] = {
    "upper-intake": _intake,
    "no-intake-limit": _unlimited,
    "margin-of-safety": _margin,
    "margin-not-as-tested": _margin_not_as_tested,
    "margin-aggregate": _margin_together,
    "margin-damaged-skin": _margin_damaged,
    "no-threshold": _no_threshold,
    "margin-unknown": _margin_unknown,
    "inhalation-not-judged": _inhaled,
    "certificate-missing": _certificates,
    "impurity": _impurity,
    "impurity-medicines": _medicines,
    "ratio": _ratio,
    "ratio-missing": _ratio_missing,
    "ratio-note": _ratio_note,
    "supply": _supply,
}
