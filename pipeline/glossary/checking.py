"""What an editor of a glossary should know: entries that are wrong, that clash, or that do not make words plainer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pipeline.findings import Finding, Where, finding
from pipeline.glossary import inflect
from pipeline.glossary.entries import FORMS, LANGUAGE, Entry, Pos, Treatment, read_file
from pipeline.glossary.files import glossary_files, own_folder
from pipeline.score.difficulty import word_difficulty
from pipeline.score.frequency import UNLISTED, zipf
from pipeline.score.sentences import split
from pipeline.score.syllables import count
from pipeline.score.words import words

MAX_GRADE = 6.0  # Flesch-Kincaid grade of a definition, the term itself left out
ERROR = 0.1  # of a word's difficulty, 0 to 1: two words that differ by less may be equally hard
_NEGATION = re.compile(r"\b(?:not|no|never|none|without|cannot|nor|neither)\b|n['’]t\b", re.IGNORECASE)
_Placed = tuple[Entry, Where]


def check(paths: Iterable[Path] = ()) -> tuple[Finding, ...]:
    """Findings on these files and folders, or on Plainleaf's own glossary when none is given, in file order.

    Raises GlossaryError for a path that is not there.
    """
    placed: list[_Placed] = []
    findings: list[Finding] = []
    for path in glossary_files(list(paths) or [own_folder()]):
        entries, problems = read_file(path)
        for problem in problems:
            where = Where(problem.path, problem.line)
            findings.append(finding("glossary.entry", problem.message + ".", where))
        text = path.read_text("utf-8", errors="replace")
        placed += [(entry, Where(str(path), _line(text, entry.term))) for entry in entries]
    findings += _conflicts(placed)
    findings += _chains(placed)
    for entry, where in placed:
        findings += _definition(entry, where)
        findings += _harder(entry, where)
        findings += _forms(entry, where)
    return tuple(sorted(findings, key=lambda f: (f.where.path, f.where.line or 0, f.code)))


def _line(text: str, term: str) -> int:
    place = re.search(rf"^\s*term\s*=\s*[\"']{re.escape(term)}[\"']", text, re.MULTILINE)
    return 1 if place is None else text.count("\n", 0, place.start()) + 1


def _conflicts(placed: Sequence[_Placed]) -> Iterator[Finding]:
    """Two entries for one spelling and part of speech that nothing in the context tells apart."""
    seen: dict[tuple[object, ...], _Placed] = {}
    for entry, where in placed:
        for spelling in entry.spellings:
            key = (spelling.casefold(), entry.pos, entry.conditions)
            if key not in seen:
                seen[key] = (entry, where)
                continue
            other = seen[key][1]
            message = f"“{spelling}” ({entry.pos}) has another entry at {other.path}:{other.line}."
            yield finding("glossary.conflict", message, where, "Keep one, or give each its own context.")


def _chains(placed: Sequence[_Placed]) -> Iterator[Finding]:
    """A plain wording that another entry would replace again, in any company."""
    replaced = [(e, w) for e, w in placed if e.treatment is Treatment.REPLACE]
    by_word: dict[str, list[tuple[str, Entry]]] = {}
    for entry, _ in replaced:
        for spelling in entry.spellings:
            by_word.setdefault(spelling.casefold().split()[0], []).append((spelling.casefold(), entry))
    for entry, where in replaced:
        plain = f" {entry.plain.casefold()} "
        for word in plain.split():
            for spelling, other in by_word.get(word, ()):
                if f" {spelling} " in plain and not _in_company(other) and _same_pos(entry, other, spelling):
                    message = f"“{entry.term}” becomes “{entry.plain}”, and “{spelling}” becomes “{other.plain}”."
                    yield finding("glossary.chain", message, where, "Give the plainest wording at once.")


def _in_company(entry: Entry) -> bool:
    """Whether the entry applies beside certain words only."""
    return bool(entry.beside or entry.object or entry.subject)


def _same_pos(entry: Entry, other: Entry, spelling: str) -> bool:
    """Whether `other` could apply inside `entry`'s plain wording: one word has its entry's part of speech."""
    alone = spelling == entry.plain.casefold()
    return Pos.PHRASE in {entry.pos, other.pos} or other.pos is entry.pos or (" " in spelling and not alone)


def _definition(entry: Entry, where: Where) -> Iterator[Finding]:
    text = entry.definition
    if not text:
        return
    wrong = []
    if len(split(text)) != 1 or not text.rstrip().endswith("."):
        wrong.append("is not one sentence with a full stop")
    if re.search(r"\d", text.casefold().replace(entry.term.casefold(), "")):
        wrong.append("has a number in it")
    if _NEGATION.search(text):
        wrong.append("says what something is not")
    if not any(_starts_with(text, spelling) for spelling in entry.spellings):
        wrong.append("does not begin with the term")
    if not entry.source:
        wrong.append("has no source")
    grade = definition_grade(entry)
    if grade > MAX_GRADE:
        wrong.append(f"is at grade {grade:.1f}, above {MAX_GRADE:.0f}")
    for what in wrong:
        yield finding("glossary.definition", f"The definition of “{entry.term}” {what}.", where)


def _starts_with(text: str, spelling: str) -> bool:
    start = re.sub(r"^(?:an?|the)\s+", "", text.casefold())
    return start.startswith((spelling.casefold(), spelling.casefold()[:-1]))  # plural -y → -ies


def definition_grade(entry: Entry) -> float:
    """Flesch-Kincaid grade (Kincaid 1975) of an entry's definition, each word of the term counted as one syllable."""
    term = {word.casefold() for word in words(entry.term, LANGUAGE)}
    counted = words(entry.definition, LANGUAGE)
    if not counted:
        return 0.0
    syllables = sum(1 if w.casefold() in term else count(w, LANGUAGE) for w in counted)
    return 0.39 * len(counted) + 11.8 * syllables / len(counted) - 15.59


def _harder(entry: Entry, where: Where) -> Iterator[Finding]:
    """A plain wording whose hardest word is harder than the term's, by more than the model of words is sure of."""
    if entry.treatment is not Treatment.REPLACE:
        return
    if _hardest(entry.plain) > _hardest(entry.term) + ERROR:
        message = f"“{entry.plain}” is not easier than “{entry.term}”."
        yield finding("glossary.harder", message, where, "Choose more common words, or keep the term and define it.")


def _forms(entry: Entry, where: Where) -> Iterator[Finding]:
    """A form of the plain wording that no list of English words has: an irregular one the entry should give."""
    if entry.treatment is not Treatment.REPLACE:
        return
    for name, form in _inflected(entry):
        new = set(words(form, LANGUAGE)) - set(words(entry.plain, LANGUAGE))
        if any(zipf(word) == UNLISTED for word in new):
            message = f"The {name} of “{entry.plain}”, for “{entry.term}”, would be “{form}”, which is no known word."
            yield finding("glossary.form", message, where, f"Give the form: forms = {{ {name} = … }}.")


def _inflected(entry: Entry) -> Iterator[tuple[str, str]]:
    """The forms, by name, that a text may ask of a noun's or a verb's plain wording and its entry does not give."""
    if entry.pos is Pos.NOUN:
        made = {"plural": inflect.noun(entry.plain, plural=True)}
    elif entry.pos is Pos.VERB:
        made = {name: inflect.verb(entry.plain, name) for name in sorted(FORMS[Pos.VERB])}
    else:
        made = {}
    yield from ((name, form) for name, form in made.items() if name not in entry.forms)


def _hardest(text: str) -> float:
    return max((word_difficulty(word) for word in words(text, LANGUAGE)), default=0.0)
