"""Checks of law in words: what a list prohibits, limits, asks for or leaves to an expert. The words of the law itself are data and stay as they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from formulator.core.checks import Check
from formulator.core.span import Span
from formulator.report.numbers import ends, listed, number, span
from formulator.report.tongue import decimals, marked, say

Values = Mapping[str, Any]


def _prohibited(check: Check, v: Values) -> str:
    if check.verdict == "fail":
        return say("{substances} is prohibited, whatever the dose: {entry}.", substances=listed(v["substances"]), entry=v["title"])
    return say("{substances} may be prohibited, whatever the dose: {entry}.", substances=listed(v["substances"]), entry=v["title"])


def _limit(check: Check, v: Values) -> str:
    share = span(Span(v["low"], v["share"], v["high"]), "%")
    what = f"{listed(v['substances'])} {share}"
    if v["as"]:
        what = say("{substances} {share} as {counted}", substances=listed(v["substances"]), share=share, counted=v["as"])
    said = [say("limit {share} %", share=number(v["limit"]))] if v["limit"] is not None else []
    said += [say("at least {share} %", share=number(v["minimum"]))] if v["minimum"] is not None else []
    goal = say(", ").join(said)
    if v["each"]:
        goal = say("{limits} each", limits=goal)
    if v.get("unstated"):
        return say("{what}, {goal}: say with `as` what {substances} is used for.", what=what, goal=goal, substances=listed(v["unstated"]))
    sentences = [say("{what}, {goal}.", what=what, goal=goal)]
    if v["recalled"]:
        sentences.append(say("What it rests on is recalled, and settles nothing."))
    if "ph" in v:
        sentences.append(_condition(check, v))
    return " ".join(sentences) + _sentence(v["duty"])


def _condition(check: Check, v: Values) -> str:
    goal = ends(v["ph_low"], v["ph_high"])
    if v["ph"]:
        return say("pH must be {goal}; the recipe says {ph}.", goal=goal, ph=decimals(v["ph"]))
    return say("pH must be {goal}; the recipe does not say its pH.", goal=goal)


def _total_limit(check: Check, v: Values) -> str:
    return say("In sum: {limit}", limit=_limit(check, v))


def _here(check: Check, v: Values) -> str:
    them = listed(v["substances"])
    if v.get("unstated"):
        return say(
            "{substances} is not permitted in this product for one of its uses: say with `as` what {unstated} is used for.",
            substances=them,
            unstated=listed(v["unstated"]),
        )
    if check.verdict == "fail":
        words = say("{substances} is not allowed in this product ({product}).", substances=them, product=v["product"])
    else:
        words = say("{substances} may be not allowed in this product ({product}).", substances=them, product=v["product"])
    return words + _sentence(v["duty"])


def _label_duty(check: Check, v: Values) -> str:
    source = {
        "yes": marked("{substances} {share}: label duty above {above} % is due: {says}."),
        "no": marked("{substances} {share}: label duty above {above} % is not due: {says}."),
        "perhaps": marked("{substances} {share}: label duty above {above} % is may be due: {says}."),
    }[v["due"]]
    share = span(Span(v["low"], v["share"], v["high"]), "%")
    return say(source, substances=listed(v["substances"]), share=share, above=number(v["above"]), says=v["says"].rstrip(" ."))


def _condition_only(check: Check, v: Values) -> str:
    return say("{substances}: {condition}", substances=listed(v["substances"]), condition=_condition(check, v))


def _scope(check: Check, v: Values) -> str:
    if v["unstated"]:
        return say(
            "{substances} is not listed for this product for one of its uses: say with `as` what {unstated} is used for.",
            substances=listed(v["substances"]),
            unstated=listed(v["unstated"]),
        )
    return say(
        "{substances} is restricted to other products than {product}: expert review. {entry}.",
        substances=listed(v["substances"]),
        product=v["product"],
        entry=_short(v["title"]),
    )


STATES = {
    "unread": marked("this entry has not been read into a limit yet"),
    "changed": marked("the entry changed since it was read"),
    "earlier": marked("its words on this date are not on file"),
}


def _duty(check: Check, v: Values) -> str:
    return say("{substances}: permitted here.", substances=listed(v["substances"])) + _sentence(v["duty"])


def _review(check: Check, v: Values) -> str:
    why = v["why"] or say(STATES[v["state"]])
    return say("{substances}: expert review, {why}. Entry: {entry}.", substances=listed(v["substances"]), why=why.rstrip("."), entry=_short(v["title"]))


def _not_on_list(check: Check, v: Values) -> str:
    them, function = listed(v["substances"]), say(v["function"])
    if check.verdict == "fail":
        return say(
            "{substances} is used as {function} and is not on the list of those permitted (edition {edition}).",
            substances=them,
            function=function,
            edition=v["edition"],
        )
    return say(
        "{substances} is not a permitted {function} (edition {edition}): say with `as` what {material} is used for.",
        substances=them,
        function=function,
        edition=v["edition"],
        material=v["material"],
    )


def _consulted(check: Check, v: Values) -> str:
    source = {
        0: marked("{list}, {rules} entries, edition {edition}: no entry matched."),
        1: marked("{list}, {rules} entries, edition {edition}: {matched} entry matched."),
    }.get(v["matched"], marked("{list}, {rules} entries, edition {edition}: {matched} entries matched."))
    return say(source, list=_annex(v["annex"]), rules=v["rules"], edition=v["edition"], matched=v["matched"])


def _edition(check: Check, v: Values) -> str:
    if check.verdict == "pass":
        return say("{list}: edition {edition}, not older than 18 months on this date.", list=_annex(v["annex"]), edition=v["edition"])
    return say(
        "{list}: edition {edition} is {months} months old on this date; changes since then are not in it.",
        list=_annex(v["annex"]),
        edition=v["edition"],
        months=v["months"],
    )


def _annex(name: str) -> str:
    return say("Annex {number}", number=name) if re.fullmatch(r"[IVX]+", name) else name


def _sentence(text: str) -> str:
    """What the data say, as a sentence behind another."""
    return f" {text[0].upper()}{text[1:].rstrip(' .')}." if text else ""


def _short(text: str) -> str:
    return text if len(text) <= 110 else f"{text[:107].rstrip()}…"


LAW_WORDS: Mapping[str, Callable[[Check, Values], str]] = {
    "prohibited": _prohibited,
    "prohibited-here": _here,
    "limit-in-sum": _total_limit,
    "label-duty": _label_duty,
    "limit": _limit,
    "condition": _condition_only,
    "duty": _duty,
    "outside-scope": _scope,
    "expert-review": _review,
    "not-on-list": _not_on_list,
    "list-consulted": _consulted,
    "law-edition": _edition,
}
