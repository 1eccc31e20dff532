"""Sentences made plain: rules and glossary in turn, each edit through the gate, until nothing changes any more."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from types import ModuleType

from pipeline.clauses import main_verb
from pipeline.facts import shorthand
from pipeline.features import features
from pipeline.glossary.entries import Glossary
from pipeline.parser import Parser
from pipeline.simplify import gate, lexical
from pipeline.simplify.grammar import denies, is_condition, length
from pipeline.simplify.locked import locked
from pipeline.simplify.match import Match, matcher
from pipeline.simplify.rules import RULES, Rule, double_negation, inverted, refrain
from pipeline.simplify.verb_form import order

SHORTHAND = "shorthand"
_ROUNDS = 6  # a text that still changes after these keeps what it has; every step passed the gate


@dataclass(frozen=True, slots=True)
class Step:
    """One edit made or refused: what stood there, what would stand there."""

    rule: str
    before: str
    after: tuple[str, ...]
    reason: str
    entry: str | None = None
    applied: bool = True


@dataclass(slots=True)
class Work:
    """One source sentence on its way: the plain sentences it has become so far, and how."""

    source: str
    splits: bool = True  # headings and cells are only reworded
    fixed: tuple[str, ...] = ()  # texts of links and code: words that no entry may touch
    sentences: list[str] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.sentences = [self.source]

    def note(self, step: Step) -> None:
        """Remember a step, a refused one only once."""
        if step.applied or step not in self.steps:
            self.steps.append(step)

    def keep_source(self, reason: str) -> None:
        """Undo everything."""
        whole = Step("gate", self.source, tuple(self.sentences), reason, applied=False)
        self.steps = [Step(s.rule, s.before, s.after, s.reason, s.entry, applied=False) for s in self.steps]
        self.steps.append(whole)
        self.sentences = [self.source]


class Rewriter:
    """Rules, glossary and parser of one run."""

    def __init__(self, glossary: Glossary, *, max_words: int, disable: Collection[str] = ()) -> None:
        self.parse = Parser()
        self._matcher = matcher(glossary, frozenset(disable))
        self._found: dict[tuple[str, tuple[str, ...]], tuple[Match, ...]] = {}
        self._planned: dict[tuple[str, tuple[str, ...]], tuple[lexical.Change, ...]] = {}
        self._proposed: dict[str, tuple[tuple[Rule, tuple[str, ...]], ...]] = {}
        self._max_words = max_words
        self._rules = tuple(rule for rule in RULES if rule.name not in disable)
        self._words = lexical.RULE not in disable
        self._writes_out = SHORTHAND not in disable
        self._says_what_is = double_negation.NAME not in disable
        self._first = tuple(rule for rule in (inverted, refrain) if rule.NAME not in disable)

    def rewrite(self, works: Sequence[Work]) -> None:
        """Make every work's sentences plain, in batches."""
        if self._writes_out:
            for work in works:
                _write_out(work)
        if self._says_what_is:
            for work in works:
                _say_what_is(work)
        for rule in self._first:
            self._say_first([work for work in works if rule.MARK.search(work.sentences[0])], rule)
        active = list(works)
        for _ in range(_ROUNDS):
            changed = self._split(active)
            changed |= self._reword(active) if self._words else set()
            active = [work for work in active if id(work) in changed]
            if not active:
                break
        for work in works:
            if work.sentences != [work.source]:
                whole = " ".join(work.sentences)
                reason = gate.facts_kept(work.source, whole) or gate.easier(work.source, whole)
                if reason is not None:
                    work.keep_source(reason)

    def _say_first(self, works: Sequence[Work], rule: ModuleType) -> None:
        """A rule that comes before all others, as these need its clauses parsed right."""
        self.parse.prepare(work.sentences[0] for work in works)
        for work in works:
            text = work.sentences[0]
            changed = rule.changed(self.parse(text))
            if changed is None:
                continue
            refusal = gate.facts_kept(text, changed)
            if refusal is None and not rule.is_sound(self.parse(changed)):
                refusal = f"“{changed}” does not read as a sentence"
            work.note(Step(rule.NAME, text, (changed,), refusal or rule.REASON, applied=refusal is None))
            work.sentences = [text if refusal else changed]

    def _split(self, works: Sequence[Work]) -> set[int]:
        """Shorten sentences as far as the rules go; gives the ids of the works that changed."""
        changed: set[int] = set()
        active = list(works)
        while active:
            self.parse.prepare(text for work in active for text in work.sentences)
            proposed = [(work, list(self._proposals(work))) for work in active]
            self.parse.prepare(text for _, found in proposed for _, _, parts in found for text in parts)
            active = [work for work, found in proposed if self._take_first(work, found)]
            changed.update(id(work) for work in active)
        return changed

    def _proposals(self, work: Work) -> Iterator[tuple[int, Rule, tuple[str, ...]]]:
        for at, text in enumerate(work.sentences if work.splits else ()):
            if text not in self._proposed:
                self._proposed[text] = tuple(self._propose(text))
            yield from ((at, rule, parts) for rule, parts in self._proposed[text])

    def _propose(self, text: str) -> Iterator[tuple[Rule, tuple[str, ...]]]:
        """What the rules would make of a sentence."""
        doc = self.parse(text)
        main, told = main_verb(doc), order(doc)
        if (main is None and told is None) or text.rstrip().endswith("?"):
            return
        words, bound = length(doc), is_condition(doc)
        barred = bound and denies(doc)
        for rule in self._rules:
            if words < (self._max_words + 1 if rule.least is None else rule.least):
                continue
            if barred or (bound and not rule.conditions):
                continue
            verb = told if main is None and rule.orders else main
            for parts in rule.propose(doc, verb) if verb is not None else ():
                yield rule, parts

    def _take_first(self, work: Work, found: Iterable[tuple[int, Rule, tuple[str, ...]]]) -> bool:
        """Apply the first proposal that passes the gate, for one sentence; the others are found again."""
        for at, rule, parts in found:
            text = work.sentences[at]
            refusal = self._refusal(text, parts, rule)
            step = Step(rule.name, text, parts, refusal or rule.reason, applied=refusal is None)
            work.note(step)
            if refusal is None:
                work.sentences[at : at + 1] = parts
                return True
        return False

    def _refusal(self, text: str, parts: tuple[str, ...], rule: Rule) -> str | None:
        whole = " ".join(parts)
        docs = [self.parse(part) for part in parts]
        dropped = () if rule.dropped is None else rule.dropped(self.parse(text))
        return (
            gate.split_is_sound(self.parse(text), docs, dropped)
            or gate.facts_kept(text, whole)
            or gate.easier(text, whole)
        )

    def _reword(self, works: Sequence[Work]) -> set[int]:
        """Put plain words for hard ones; gives the ids of the works that changed."""
        self.parse.prepare(text for work in works for text in work.sentences)
        planned = [(work, at, self._changes(work, at)) for work in works for at in range(len(work.sentences))]
        planned = [plan for plan in planned if plan[2]]
        self.parse.prepare(lexical.apply(work.sentences[at], made) for work, at, made in planned)
        changed: set[int] = set()
        for work, at, made in planned:
            text = work.sentences[at]
            good = self._sound(work, text, made)
            if good:
                work.sentences[at] = lexical.apply(text, good)
                changed.add(id(work))
        return changed

    def _changes(self, work: Work, at: int) -> tuple[lexical.Change, ...]:
        text, key = work.sentences[at], (work.sentences[at], work.fixed)
        if key not in self._planned:
            self._planned[key] = tuple(lexical.changes(self.parse(text), self.matches(text, work.fixed)))
        return self._planned[key]

    def matches(self, text: str, fixed: Sequence[str] = ()) -> tuple[Match, ...]:
        """Glossary terms of a sentence, outside its locked places."""
        key = (text, tuple(fixed))
        if key not in self._found:
            doc = self.parse(text)
            ranges = [(start, start + len(word)) for word in fixed if (start := text.find(word)) >= 0]
            self._found[key] = self._matcher.find(doc, lambda: locked(doc, ranges))
        return self._found[key]

    def _sound(self, work: Work, text: str, made: Sequence[lexical.Change]) -> Sequence[lexical.Change]:
        """The changes that pass the gate; where they fail together, those that pass alone and with each other."""
        if self._refused(text, made) is None:
            good = [*made]
        else:
            good = []
            for change in made:
                refusal = self._refused(text, [*good, change])
                if refusal is None:
                    good.append(change)
                else:
                    self._note(work, text, change, refusal)
        for change in good:
            self._note(work, text, change, None)
        return good

    def _refused(self, text: str, made: Sequence[lexical.Change]) -> str | None:
        changed = lexical.apply(text, made)
        doc = self.parse(text)
        seen = features(doc)
        places = enumerate(zip(seen.starts, seen.texts, strict=True))
        edited = {at for at, (start, word) in places for c in made if start < c.end and c.start < start + len(word)}
        for change in made:
            reason = gate.facts_kept(text, lexical.apply(text, [change]))
            if reason is not None:
                return reason
        return gate.change_is_sound(doc, self.parse(changed), edited) or gate.easier(text, changed)

    @staticmethod
    def _note(work: Work, text: str, change: lexical.Change, refusal: str | None) -> None:
        reason = refusal or "A plainer word from the glossary."
        after = (change.text,)
        work.note(Step(change.rule, change.before(text), after, reason, change.entry.term, applied=refusal is None))


def _write_out(work: Work) -> None:
    """Shorthand of prescriptions in full, by the table that the gate knows too."""
    for one in shorthand.find(work.source):
        before = work.source[one.start : one.end]
        work.note(Step(SHORTHAND, before, (one.plain,), "Shorthand that patients do not know, in full."))
    work.sentences = [shorthand.spelled_out(work.source)]


def _say_what_is(work: Work) -> None:
    """Double negations of the table that the gate knows too; before all else, as no parse is needed."""
    text = work.sentences[0]
    for start, end, plain in reversed(list(double_negation.changes(text, work.fixed))):
        changed = text[:start] + plain + text[end:]
        refusal = gate.facts_kept(text, changed)
        reason = refusal or double_negation.REASON
        work.note(Step(double_negation.NAME, text[start:end], (plain,), reason, applied=refusal is None))
        text = text if refusal else changed
    work.sentences = [text]
