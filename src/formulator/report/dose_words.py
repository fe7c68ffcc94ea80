"""Checks on dose in words: upper intakes, margins of safety, impurities, balance and supply. Each names the person and the pattern it is for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from formulator.core.checks import Check
from formulator.core.ratios import ENDLESS
from formulator.core.span import Span
from formulator.report.numbers import known, listed, number, span
from formulator.report.tongue import decimals, marked, say

Values = Mapping[str, Any]
GRADES = {
    "A": marked("grade A: measured in people, or a regulator's figure"),
    "B": marked("grade B: human skin in the laboratory, or a small trial"),
    "C": marked("grade C: measured in animals"),
    "D": marked("grade D: default, not measured"),
}
SKIN = {"intact": marked("intact"), "damaged": marked("damaged")}


def _intake(check: Check, v: Values) -> str:
    name = say(
        "{authority} {quantity} of {limit} ({scope})",
        authority=v["authority"],
        quantity=v["quantity"],
        limit=known(Span(*v["limit_span"]), v["limit_unit"]),
        scope=v["scope"],
    )
    numbers = {
        "symbol": check.subject,
        "dose": span(Span(v["low"], v["absorbed"], v["high"]), "mg/day"),
        "oral": span(Span(*v["oral"]), "mg/day"),
        "allowed": number(v["allowed"]),
        "allocation": number(v["allocation"]),
        "limit": name,
    }
    if v["swallowed"]:
        words = say(
            "{symbol}: {oral} may be swallowed, of which {dose} is absorbed; {allowed} mg/day is allowed, {allocation} % of the {limit}. For: {whom}.",
            **numbers,
            whom=_whom(v),
        )
    else:
        words = say(
            "{symbol}: {dose} absorbed through {skin} skin, {grade}; as an oral intake {oral}; "
            "{allowed} mg/day is allowed, {allocation} % of the {limit}. For: {whom}.",
            **numbers,
            skin=say(SKIN[v["skin"]]),
            grade=say(GRADES[v["grade"]]),
            whom=_whom(v),
        )
    if check.verdict == "pass":
        return words
    why = []
    if check.verdict == "cannot tell" and v["over_default"]:
        share = numbers["allocation"]
        why.append(say("even the least is above the {share} %, but that is a default: set limit_allocation to have it judged", share=share))
    if v["skin"] == "damaged":
        why.append(say("through damaged skin anything up to all of it can pass, so this cannot be cleared for skin that people scratch"))
    if v["recalled"]:
        why.append(say("the limit is recalled and settles nothing"))
    elif v["unsettled"]:
        why.append(say("something it rests on is recalled or of low confidence, and settles nothing; the derivation names it"))
    if v["oral_unknown"]:
        why.append(say("how much of it is absorbed by mouth is not on file"))
    if v["unanalysed"]:
        why.append(say("not analysed: {materials}", materials=listed(v["unanalysed"])))
    return f"{words} {say('; ').join(why).capitalize()}." if why else words


def _unlimited(check: Check, v: Values) -> str:
    return say(
        "No upper intake to judge by is on file for {elements} and this person ({person}): the dose was compared with none.",
        elements=listed(v["elements"]),
        person=v["population"].lower(),
    )


def _margin(check: Check, v: Values) -> str:
    sentences = [
        say("{name}: margin of safety {margin}, at least {least} is wanted; SED {sed}.", name=v["name"], margin=_mos(v), least=number(v["least"]), sed=_sed(v)),
        *_assumed(v),
    ]
    if v["unsettled"]:
        sentences.append(say("Something it rests on is recalled or of low confidence, and settles nothing."))
    return " ".join([*sentences, say("For: {whom}.", whom=_whom(v))])


def _margin_not_as_tested(check: Check, v: Values) -> str:
    return say(
        "{name}: margin of safety {margin} by the absorption per area, but there is more of it here than was tested, or it is not said how much "
        "was (tested_at). For: {whom}.",
        name=v["name"],
        margin=_mos(v),
        whom=_whom(v),
    )


def _margin_together(check: Check, v: Values) -> str:
    lead = say(
        "{name}: used at this share in all {products} product types together, its margin of safety would be {margin} (SED {sed}); {least} is wanted.",
        name=v["name"],
        products=number(v["products"]),
        margin=_mos(v),
        sed=_sed(v),
        least=number(v["least"]),
    )
    return " ".join([lead, *_assumed(v), say("For: {whom}.", whom=v["population"].lower())])


def _margin_damaged(check: Check, v: Values) -> str:
    return say(
        "{name}: margin of safety {margin}, but a margin speaks of intact skin only: on damaged skin it can never pass, "
        "because its barrier is what the absorption was measured on. For: {whom}.",
        name=v["name"],
        margin=_mos(v),
        whom=_whom(v),
    )


def _no_threshold(check: Check, v: Values) -> str:
    lead = say("{name}: no margin of safety, because {element} has no dose known to be safe.", name=v["name"], element=v["element"])
    return f"{lead} {v['says']}"


def _margin_unknown(check: Check, v: Values) -> str:
    return say("No NOAEL on file, so no margin of safety: {materials}.", materials=listed(v["materials"]))


def _inhaled(check: Check, v: Values) -> str:
    return say(
        "{product}: part of it is breathed in, which no dose here counts. None of them can clear it: have the inhaled dose assessed.", product=v["product"]
    )


def _certificates(check: Check, v: Values) -> str:
    source = marked("No specification of {elements}, so it cannot be told against the limits of {market}: {materials}. Ask for the certificates.")
    if not v["all"]:
        source = marked(
            "No specification of one or more of {elements}, so it cannot be told against the limits of {market}: {materials}. Ask for the certificates."
        )
    return say(source, elements=listed(v["elements"]), market=check.market, materials=listed(v["materials"]))


def _impurity(check: Check, v: Values) -> str:
    sentences = [
        say(
            "{symbol} as an impurity: the specifications allow up to {specified} mg/kg; {quantity} {limit} mg/kg.",
            symbol=check.subject,
            specified=number(v["specified"]),
            quantity=v["quantity"],
            limit=number(v["limit"]),
        )
    ]
    if v["recalled"]:
        sentences.append(say("The limit or a specification is recalled, and settles nothing."))
    if v["missing"]:
        sentences.append(say("Without a specification besides: {materials}.", materials=listed(v["missing"])))
    return " ".join(sentences)


def _medicines(check: Check, v: Values) -> str:
    numbers = {"symbol": check.subject, "applied": number(v["applied"] * 1000), "pde": number(v["pde"] * 1000)}
    if not v["ctcl"]:
        lead = say(
            "{symbol} as an impurity: the specifications allow up to {applied} µg/day on the skin; "
            "permitted daily exposure of a medicine {pde} µg/day. A limit for medicines, for orientation.",
            **numbers,
        )
    else:
        source = marked(
            "{symbol} as an impurity: the specifications allow up to {applied} µg/day on the skin; permitted daily exposure of a medicine {pde} µg/day; "
            "{content} mg/kg is within the {ctcl} mg/kg set for people already sensitised. A limit for medicines, for orientation."
        )
        if v["content"] > v["ctcl"]:
            source = marked(
                "{symbol} as an impurity: the specifications allow up to {applied} µg/day on the skin; permitted daily exposure of a medicine {pde} µg/day; "
                "{content} mg/kg is above the {ctcl} mg/kg set for people already sensitised. A limit for medicines, for orientation."
            )
        lead = say(source, **numbers, content=number(v["content"]), ctcl=number(v["ctcl"]))
    missing = [say("No specification: {materials}.", materials=listed(v["missing"]))] if v["missing"] else []
    return " ".join([lead, *missing, say("For: {whom}.", whom=_whom(v))])


def _ratio(check: Check, v: Values) -> str:
    source = {
        "pass": marked("{ratio} is {value} by mass: meets the target of {goal}."),
        "fail": marked("{ratio} is {value} by mass: misses the target of {goal}."),
        "cannot tell": marked("{ratio} is {value} by mass: may or may not meet the target of {goal}."),
    }[check.verdict]
    return say(source, ratio=check.subject, value=span(Span(*v["ratio"]), ""), goal=decimals(v["goal"])) + _beside(v)


def _ratio_missing(check: Check, v: Values) -> str:
    return say("{ratio} is to be {goal}, but there is no {elements} in it.", ratio=check.subject, goal=decimals(v["goal"]), elements=listed(v["missing"]))


def _ratio_note(check: Check, v: Values) -> str:
    return say("{ratio} is {value} by mass.", ratio=check.subject, value=span(Span(*v["ratio"]), "")) + _beside(v)


def _beside(v: Values) -> str:
    if not v["reference"]:
        return ""
    value = span(Span(*v["reference"]), "")
    return " " + say("In the reference intakes of {authority} it is {value}; nothing says that skin wants the same.", authority=v["authority"], value=value)


def _supply(check: Check, v: Values) -> str:
    said = f" {v['says'].rstrip('.')}." if v["says"] else ""
    if v["grade"] == "D":
        return (
            say("{symbol}: how much of it is absorbed from this product was not measured, so it cannot be set beside a supplement.", symbol=check.subject)
            + said
        )
    grade = say(GRADES[v["grade"]])
    words = say(
        "{symbol}: {share} of what a supplement of the {authority} {quantity} would deliver is absorbed; {grade}. For: {whom}.",
        symbol=check.subject,
        share=span(Span(*v["share"]), "%"),
        authority=v["authority"],
        quantity=v["quantity"],
        grade=f"{grade} ({'; '.join(v['of'])})" if v["of"] else grade,
        whom=_whom(v),
    )
    return words + said


def _whom(v: Values) -> str:
    return say("{person}, {pattern}", person=v["population"].lower(), pattern=v["pattern"].lower())


def _mos(v: Values) -> str:
    if v["low"] >= ENDLESS:
        return say("without end")
    low, high = number(v["low"]), number(v["high"])
    if v["low"] == v["high"]:
        return low
    best = number(v["mos"]) if v["mos"] is not None and v["mos"] != v["low"] else ""
    if v["high"] >= ENDLESS:
        return say("{best}, at least {least}, no upper end", best=best, least=low) if best else say("at least {least}, no upper end", least=low)
    if best:
        return say("{best}, at least {least}, at most {most}", best=best, least=low, most=high)
    return say("at least {least}, at most {most}", least=low, most=high)


def _sed(v: Values) -> str:
    return span(Span(*v["sed"]), "mg/kg/day")


def _assumed(v: Values) -> list[str]:
    return [say("Default, not measured: {values}.", values=listed([say(x) for x in v["defaults"]]))] if v["defaults"] else []


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
