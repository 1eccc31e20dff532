"""The way of the data: the stages in order, for one source.

    source ─ read ─ simplify ─ translate ─ score ─ speak ─ check ─ publish ─► files

`STAGES` is the whole pipeline. Each entry takes the work so far and gives it back with one part more;
none looks at a later one. `plan.py` says which sources have to be built; `run` here builds one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import codec, store
from pipeline.document import Document, Edit
from pipeline.edition import Edition, Handout, Published
from pipeline.findings import Finding, catalogue
from pipeline.outputs import Built, summary
from pipeline.plan import Progress, Tools, build_key, code_digest, load, picture_digests, shown

if TYPE_CHECKING:
    from pipeline.read.remarks import Remark
    from pipeline.review import Sheet
    from pipeline.settings import Settings


@dataclass(frozen=True, slots=True)
class Work:
    """One source on its way. Fields below `data` are filled by the stages, in this order."""

    path: Path
    data: bytes
    text: str = ""
    remarks: tuple[Remark, ...] = ()  # to Plainleaf, in the source
    documents: tuple[Document, ...] = ()  # the original, the plain one, then one per language
    findings: tuple[tuple[Finding, ...], ...] = ()  # what making each document found, in the same order
    edits: tuple[Edit, ...] = ()  # from the original to the plain document
    editions: tuple[Edition, ...] = ()  # in the same order
    built: Built | None = None


def _read(work: Work, tools: Tools) -> Work:
    from pipeline import read

    reading = read.run(work.data, shown(work.path), language=tools.settings.read.language, folder=work.path.parent)
    return replace(
        work,
        text=reading.text,
        remarks=reading.remarks,
        documents=(reading.document,),
        findings=(reading.findings,),
    )


_SIMPLIFIED_BY = ("simplify", "glossary", "parser.py", "clauses.py", "facts", "score", "wording.py", "wording.toml")


def _simplify(work: Work, tools: Tools) -> Work:
    from pipeline import simplify
    from pipeline.simplify.simplification import Simplification

    options = tools.settings.simplify
    original = work.documents[0]
    key = store.key(
        "simplify",
        1,
        simplify.fingerprint(tools.glossaries) + code_digest(*_SIMPLIFIED_BY),
        document=codec.to_json(original).decode(),
        options=[options.max_words, list(options.disable), list(options.page)],
    )
    known = tools.store.get(key)
    if known is None:
        made = simplify.run(
            original, tools.glossary(), max_words=options.max_words, disable=options.disable, page=options.page
        )
        tools.store.put(key, codec.to_json(made))
    else:
        made = codec.from_json(Simplification, known)
    findings = (*work.findings, made.findings)
    return replace(work, documents=(original, made.document), findings=findings, edits=made.edits)


def _translate(work: Work, tools: Tools) -> Work:
    from pipeline import translate

    options = tools.settings.translate
    plain = work.documents[1]
    own = plain.language.split("-")[0]  # a source may name another language than the settings do
    for language in (language for language in tools.languages if language != own):
        made = translate.run(
            plain,
            language,
            engines=options.engines,
            memory=tools.settings.path(options.memory),
            do_not_translate=options.do_not_translate,
            argos=options.argos,
            store=tools.store,
        )
        work = replace(work, documents=(*work.documents, made.document), findings=(*work.findings, made.findings))
    return work


def _score(work: Work, tools: Tools) -> Work:
    from pipeline import score

    original, plain, *translations = (
        Edition(document, score.run(document, names=tools.settings.score.names), findings=findings)
        for document, findings in zip(work.documents, work.findings, strict=True)
    )
    return replace(work, editions=(original, replace(plain, edits=work.edits), *translations))


def _speak(work: Work, tools: Tools) -> Work:
    if not tools.settings.build.audio:
        return work
    from pipeline import speak
    from pipeline.wording import wording

    options = tools.settings.speak

    def spoken(edition: Edition) -> Edition:
        language = edition.document.language
        words = wording(language)
        made = speak.run(
            edition.document,
            engines=options.engines,
            words_per_minute=options.words_per_minute,
            store=tools.store,
            notice=words.draft_notice if edition.is_draft else "",
            reminder=f"{words.draft_title}." if edition.is_draft else "",
        )
        return replace(edition, audio=made.audio, findings=edition.findings + made.findings)

    original, *others = work.editions
    if tools.settings.build.original:
        original = spoken(original)
    return replace(work, editions=(original, *(spoken(edition) for edition in others)))


_ANSWERED = ("words", "grammar")
"""Groups of findings that plain words are the answer to: in a build they are looked for in the plain text alone."""


def _check(work: Work, tools: Tools) -> Work:
    from pipeline import check
    from pipeline.check import overrides, policy
    from pipeline.check.carried import carried
    from pipeline.check.judge import judge
    from pipeline.review import required

    every = overrides.for_file(tools.settings.check, str(work.path), tools.settings.root)
    of_source = every.model_copy(update={"disable": (*every.disable, *_ANSWERED)})

    def checked(edition: Edition, origin: Edition | None) -> Edition:
        options = of_source if origin is None else every
        found = check.run(edition, options, source_text=work.text, origin=origin, glossary=tools.glossary)
        lost = () if origin is None else carried(origin.document, edition.document)
        kept = judge(
            edition.findings + found + lost,
            options,
            work.remarks,
            work.documents[0],
            work.text,
            policy.looked_for(options, frozenset()) - {required.CODE},
        ).kept
        if origin is not None:  # what is wrong with a remark is told once, with the original
            kept = tuple(finding for finding in kept if catalogue()[finding.code].group != "check")
        return replace(edition, findings=kept)

    original, plain, *translations = work.editions
    return replace(
        work,
        editions=(
            checked(original, None),
            checked(plain, original),
            *(checked(edition, plain) for edition in translations),
        ),
    )


def _publish(work: Work, tools: Tools) -> Work:
    from pipeline import publish

    original, plain, *translations = work.editions
    handout = Handout(original, plain, tuple(translations))
    published = tools.settings.build.original
    files = publish.run(handout, folder=work.path.parent, store=tools.store, original=published)
    files = (*files, *_for_translators(handout, tools))
    named = [block.image.src for block in original.document.blocks() if block.image is not None]
    pictures = picture_digests(named, work.path.parent)
    return replace(work, built=summary(handout, publish.entry(handout), pictures, files))


def _for_translators(handout: Handout, tools: Tools) -> Iterator[Published]:
    """review/<language>.xlf of every translation."""
    from pipeline.review import FORMATS

    chosen = FORMATS["xliff2"]
    for sheet in sheets(handout, tools.settings):
        data = chosen.write(sheet)
        path = f"{handout.id}/review/{sheet.language}.{chosen.suffix}"
        yield Published(path, tools.store.put_content(data), len(data))


def sheets(handout: Handout, settings: Settings) -> Iterator[Sheet]:
    """What a reviewer sees of each translation of a handout. Raises UsageError for a memory that cannot be read."""
    from pipeline import review

    asked = settings.translate
    for edition in handout.translations:
        language = edition.document.language
        approvals = review.load(settings.path(asked.memory), language) if "memory" in asked.engines else {}
        yield review.sheet(handout, edition, approvals, settings.review.critical_sections)


STAGES: tuple[tuple[str, Callable[[Work, Tools], Work]], ...] = (
    ("read", _read),
    ("simplify", _simplify),
    ("translate", _translate),
    ("score", _score),
    ("speak", _speak),
    ("check", _check),
    ("publish", _publish),
)


_OF_FILES = ("speak", "publish")
"""Stages that make what a reader gets, and nothing that a reviewer needs."""


def plain(path: Path, tools: Tools) -> Document:
    """The plain text of one source. Raises PlainleafError."""
    work = _simplify(_read(Work(path, load(path, tools.settings)), tools), tools)
    return work.documents[1]


def handout(path: Path, tools: Tools, progress: Progress) -> Handout:
    """The editions of one source as a build would have them, without sound and without any file of theirs.

    Raises PlainleafError.
    """
    work = Work(path, load(path, tools.settings))
    for name, stage in STAGES:
        if name not in _OF_FILES:
            progress(str(path), name)
            work = stage(work, tools)
    original, plain, *translations = work.editions
    return Handout(original, plain, tuple(translations))


def run(path: Path, tools: Tools, progress: Progress) -> Built:
    """Build one source. Raises PlainleafError; what other sources made is not touched."""
    work = Work(path, load(path, tools.settings))
    key = build_key(path, work.data, tools)
    for name, stage in STAGES:
        progress(str(path), name)
        work = stage(work, tools)
    if work.built is None:
        raise AssertionError("the last stage gives the files")
    tools.store.put(key, codec.to_json(work.built))
    return work.built


def translate_ahead(paths: tuple[Path, ...], tools: Tools, progress: Progress) -> None:
    """Translate the sentences of several sources together, into the store, where each source's own run finds them.

    A source or a language that cannot be done is passed over: it fails in its own run, with its own message.
    """
    from pipeline import translate

    options = tools.settings.translate
    if not any(translate.BATCHING & {*translate.available(to, options.engines)} for to in tools.languages):
        return
    documents: list[Document] = []
    for path in paths:
        progress(str(path), "read")
        with suppress(Exception):
            work = Work(path, load(path, tools.settings))
            documents.append(_simplify(_read(work, tools), tools).documents[1])
        progress(str(path), "translate")
    for language in tools.languages:
        with suppress(Exception):
            translate.ahead(
                documents,
                language,
                engines=options.engines,
                memory=tools.settings.path(options.memory),
                do_not_translate=options.do_not_translate,
                argos=options.argos,
                store=tools.store,
            )
