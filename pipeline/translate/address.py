"""One form of address for the reader, and orders that are orders, in a mode's words before it inflects them.

Works on lexical units, so that verbs and pronouns change together. How each language does it is data:
`data/address.toml`.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pipeline.translate import units
from pipeline.translate.dictionary import OWN
from pipeline.translate.readings import CLAUSE, PART

_VERB = re.compile(r"<(?:vb\w*|vaux)>(?:<pron>)?")
_FINITE = re.compile(r"(?P<head>.*<vb\w*>(?:<pron>)?)(?P<form><(?:pri|inf|imp|prs)>(?:<p\d><(?:sg|pl)>)?)(?P<tail>.*)")
_SECOND = re.compile(r"(<(?:pri|imp|prs|cni|fti|pii|ifi|pis|vaux)>)<p2><(?:sg|pl)>")
_CLITIC = re.compile(r"<prn><pro>")
_YOU_CLITIC = re.compile(r"(?:prpers|et|te|che|us)<prn><(pro|enc)>(?:<ref>)?<p2><mf><(?:sg|pl)>", re.IGNORECASE)
_YOU_STRONG = re.compile(r"^(?:prpers|ti)<prn><tn><p2><\w+><(?:sg|pl)>$", re.IGNORECASE)
_BEFORE_VERB = re.compile(r"<adv>|<prn><(?:pro|tn)>|<preadv>")


@dataclass(frozen=True, slots=True)
class _Address:
    order: str
    ban: str
    pivot_ban: str
    you: str
    clitics_after: bool
    object: str
    reflexive: str
    strong: str
    your: tuple[str, str]
    negators: frozenset[str]
    be: tuple[str, str]
    states: frozenset[str]


@cache
def _address(language: str) -> _Address:
    table = tomllib.loads(files("pipeline.translate").joinpath("data/address.toml").read_text("utf-8"))[language]
    table |= {"negators": frozenset(table["negators"]), "states": frozenset(table["states"])}
    return _Address(**table)


def settle(block: str, language: str, *, pivot: bool, reflexive: bool) -> str | None:
    """A block of `language`, one reading a word, with its instructions and its "you" made formal.

    None where an instruction came out without a verb to make an order of.

    `pivot`: another mode follows. `reflexive`: the English has "yourself".
    """
    address = _address(language)
    words, rest = units.read(block)
    pieces = [(word.blank, word.parts[0]) for word in words]
    ordered = _orders(pieces, address, pivot=pivot)
    if ordered is None:
        return None
    pieces = ordered
    readings = [reading for _, reading in pieces]
    settled = [
        (blank, _formal(reading, readings[i + 1 :], address, reflexive=reflexive))
        for i, (blank, reading) in enumerate(pieces)
    ]
    return units.write(settled, rest)


def _orders(pieces: list[tuple[str, str]], address: _Address, *, pivot: bool) -> list[tuple[str, str]] | None:
    """Takes out the clause marks; the first verb behind each becomes an order, or a ban if it is negated."""
    done: list[tuple[str, str]] = []
    at = 0
    while at < len(pieces):
        blank, reading = pieces[at]
        at += 1
        mark = units.lemma(reading).lstrip("@*")
        if mark == PART and at < len(pieces):
            done.append((blank + pieces[at][0].lstrip(), _small(pieces[at][1])))
            at += 1
            continue
        if mark != CLAUSE:
            done.append((blank, reading))
            continue
        clause: list[tuple[str, str]] = []
        while at < len(pieces) and not _VERB.search(pieces[at][1]) and _BEFORE_VERB.search(pieces[at][1]):
            if not re.search(r"<prn><tn><p2>", pieces[at][1]):
                clause.append(pieces[at])
            at += 1
        verb = _FINITE.fullmatch(pieces[at][1]) if at < len(pieces) else None
        if verb is None:
            return None
        clause.append((pieces[at][0], _ordered(verb, clause, address, pivot=pivot)))
        at += 1
        if at < len(pieces) and "<adj>" in pieces[at][1]:  # "stay calm": one reader
            pieces[at] = (pieces[at][0], pieces[at][1].replace("<pl>", "<sg>"))
        clause = [(b.lstrip() if i == 0 else b, _small(r)) for i, (b, r) in enumerate(clause)]
        clause[0] = (blank + clause[0][0], clause[0][1])
        done += [piece for piece in clause if piece[1]]
    return done


def _ordered(verb: re.Match[str], clause: list[tuple[str, str]], address: _Address, *, pivot: bool) -> str:
    """The verb as an order with its pronouns behind it, or as a ban. Empties the pieces that move."""
    banned = any(units.lemma(reading).lower() in address.negators for _, reading in clause)
    form = (address.pivot_ban if pivot else address.ban) if banned else address.order
    ordered = verb["head"] + form + verb["tail"]
    if banned:
        return ordered
    for index, (_, reading) in enumerate(clause):
        if _CLITIC.search(reading):
            ordered += "+" + reading.replace("<pro>", "<enc>").replace("Prpers", "prpers")
            clause[index] = (clause[index][0] if index == 0 else "", "")
    return ordered


def _small(reading: str) -> str:
    """Without the capital a mode gives the first word of a sentence."""
    return reading if "<np>" in reading or reading[1:2].isupper() else reading[:1].lower() + reading[1:]


def _formal(reading: str, following: list[str], address: _Address, *, reflexive: bool) -> str:
    if re.match(re.escape(address.be[0]), reading, re.IGNORECASE) and following:
        ahead = next((r for r in following if not re.search(r"<adv>|<preadv>", r)), "")
        if units.lemma(ahead).rstrip(OWN).lower() in address.states:
            reading = address.be[1] + reading[len(address.be[0]) :]
    if _YOU_STRONG.search(reading):
        return address.strong
    pronominal = reflexive or any("<pron>" in r for r in following[:1])
    kind = address.reflexive if pronominal or "<pron>" in reading else address.object
    reading = _YOU_CLITIC.sub(lambda found: kind.format(found[1]), reading)
    reading = re.sub(address.your[0], address.your[1], reading, flags=re.IGNORECASE)
    if _VERB.search(reading):
        head, plus, tail = reading.partition("+")
        reading = _SECOND.sub(lambda found: found[1] + address.you, head) + plus + tail
    return reading
