"""Editions to files: handouts, sections with sound, the reader, the report, and the index of all.

Each format is a function from a view (one edition, laid out) or a whole handout to files; the two tables below
name them all. Nothing here writes to the output folder: bytes go to the store, under their own digest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline import codec
from pipeline.document import COPY, State
from pipeline.edition import Edition, EditionEntry, Handout, HandoutEntry, Published
from pipeline.errors import OutputError
from pipeline.publish import layout, pages, text
from pipeline.publish.assets import shared
from pipeline.publish.layout import View
from pipeline.publish.pictures import Pictures, collect
from pipeline.report import handout_report
from pipeline.report.as_json import dump
from pipeline.report.order import counts
from pipeline.store import Store
from pipeline.webvtt import webvtt

File = tuple[str, bytes]
"""A file's path and content."""


@dataclass(frozen=True, slots=True)
class Work:
    """A handout, laid out."""

    handout: Handout
    views: tuple[View, ...]
    pictures: Pictures


def _handout_html(view: View, work: Work) -> Iterator[File]:
    yield "handout.html", pages.handout(view, work.views)


def _handout_txt(view: View, _work: Work) -> Iterator[File]:
    yield "handout.txt", text.whole(view).encode()


def _sections(view: View, work: Work) -> Iterator[File]:
    for part in view.parts:
        yield f"sections/{part.stem}.html", pages.section(view, part, work.views)
        yield f"sections/{part.stem}.txt", text.section(view, part).encode()


def _captions(view: View, _work: Work) -> Iterator[File]:
    note = f"NOTE {view.words.draft_notice}\n\n" if view.edition.is_draft else ""
    for part in view.parts:
        if part.audio is not None:
            signature, _, cues = webvtt(part.audio.cues).partition("\n\n")
            yield f"sections/{part.stem}.vtt", f"{signature.strip()}\n\n{note}{cues}".encode()


EDITION_FORMATS: tuple[Callable[[View, Work], Iterator[File]], ...] = (
    _handout_html,
    _handout_txt,
    _sections,
    _captions,
)
"""Files of one edition; paths are relative to its folder."""


def _reader(work: Work) -> Iterator[File]:
    yield "index.html", pages.reader(work.handout, work.views)


def _report(work: Work) -> Iterator[File]:
    published = {path: f"images/{picture.name}" for path, picture in work.pictures.published.items()}
    data = handout_report(work.handout, published, work.pictures.refused)
    yield "report.json", dump(data)
    yield "report.html", pages.report(data)


def _documents(work: Work) -> Iterator[File]:
    """The data itself, for `plainleaf compare` and other programs."""
    yield "editions/original.json", codec.to_json(work.handout.original.document)
    for edition in work.handout.published:
        yield f"editions/{edition.name}.json", codec.to_json(edition.document)


def _images(work: Work) -> Iterator[File]:
    for _, picture in sorted(work.pictures.published.items()):
        yield f"images/{picture.name}", picture.data


HANDOUT_FORMATS: tuple[Callable[[Work], Iterator[File]], ...] = (_reader, _report, _documents, _images)
"""Files of a handout as a whole; paths are relative to its folder."""


def run(handout: Handout, *, folder: Path | None, store: Store, original: bool = False) -> tuple[Published, ...]:
    """Make every file of a handout and keep it in the store.

    `folder` is the source's, where its pictures lie; `original` publishes the source's own words too. Paths are
    relative to the output folder. Raises OutputError where the store cannot be written or lost a sound.
    """
    editions = (*handout.published, handout.original) if original else handout.published
    pictures = collect((edition.document for edition in (handout.original, *editions)), folder)
    language = handout.original.document.language
    work = Work(handout, tuple(layout.view(e, pictures.published, language) for e in editions), pictures)
    made: list[Published] = []
    for view in work.views:
        base = f"{handout.id}/{view.edition.name}"
        made += (_kept(store, f"{base}/{path}", data) for make in EDITION_FORMATS for path, data in make(view, work))
        made += _sounds(view, base, store)
    made += (_kept(store, f"{handout.id}/{path}", data) for make in HANDOUT_FORMATS for path, data in make(work))
    return tuple(sorted(made, key=lambda file: file.path))


def _kept(store: Store, path: str, data: bytes) -> Published:
    return Published(path, store.put_content(data), len(data))


def _sounds(view: View, base: str, store: Store) -> Iterator[Published]:
    for part in view.parts:
        if part.audio is None:
            continue
        path = f"{base}/sections/{part.stem}.mp3"
        try:
            size = store.path(part.audio.mp3).stat().st_size
        except OSError as error:
            raise OutputError(
                f"the store lost the sound of {path}.", "Run `plainleaf clean` and build again."
            ) from error
        yield Published(path, part.audio.mp3, size)


def entry(handout: Handout) -> HandoutEntry:
    """What the index says of a handout."""
    original = handout.original
    return HandoutEntry(
        handout.id,
        original.document.source.path,
        _entry(original),
        tuple(_entry(edition) for edition in handout.published),
    )


def _entry(edition: Edition) -> EditionEntry:
    document = edition.document
    return EditionEntry(
        name=edition.name,
        language=document.language,
        title=document.title.text,
        title_language=document.title.language or document.language,
        is_draft=edition.is_draft,
        refused=sum(1 for s in document.segments() if s.state is State.REFUSED and s.note != COPY),
        seconds=round(sum(audio.seconds for audio in edition.audio), 3),
        scores=dict(sorted(edition.readability.scores.items())),
        findings=counts(edition.findings),
    )


def index(handouts: Sequence[HandoutEntry], store: Store) -> tuple[Published, ...]:
    """The page of all handouts, and what every page shares."""
    made = [_kept(store, f"assets/{name}", data) for name, data in shared()]
    home = pages.home(sorted(handouts, key=lambda one: (one.published[0].title.casefold(), one.id)))
    return (_kept(store, "index.html", home), *made)
