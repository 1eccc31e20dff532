"""Argos route: words a second, against argostranslate called section by section on the same model and threads.

    python -m benchmarks.argos [--threads N] [--length TOKENS]

Two models: the tiny package of the tests, and one of real size with random weights (random_argos.py), whose output is
held to `--length` tokens a sentence on both sides, as random weights end nowhere. argostranslate gets the sentences of
a section already split, so that it downloads no splitter. Beam, length penalty and precision are its own defaults on
both sides. It is measured as it comes (`ARGOS_INTRA_THREADS` = N: one batch at a time on all threads), in the way that
is faster (`ARGOS_INTER_THREADS` = N: batches side by side), and with one thread on both sides: the last two say what
batching alone is worth. One JSON object on stdout.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks import random_argos
from pipeline import read
from pipeline.document import BODY_KINDS
from pipeline.settings import ArgosOptions
from pipeline.sources import find
from pipeline.translate.argos import Argos
from pipeline.translate.decoder import PackageDecoder, Search, threads

FIXTURES = Path(__file__).parent.parent / "tests" / "translate" / "fixtures"
LIMIT = 3.0  # times as fast as argostranslate
BEAM = 4  # argostranslate's own
SECTION = 5  # sentences of a section of the tiny model's text
Sections = list[list[str]]


class Fixed:
    """A CTranslate2 translator whose every output has `length` tokens."""

    def __init__(self, translator: Any, length: int) -> None:
        self.translator, self.length = translator, length

    def translate_batch(self, *tokens: Any, **options: Any) -> Any:
        """As the translator's own."""
        held = {"min_decoding_length": self.length, "max_decoding_length": self.length}
        return self.translator.translate_batch(*tokens, **(options | held))


class Split:
    """A splitter for argostranslate: one line, one sentence, of a text that has no line breaks of its own."""

    def split_sentences(self, text: str) -> list[str]:
        """Sentences of a section."""
        return text.split("\x1f")


def timed(task: Callable[[], list[str]]) -> tuple[float, list[str]]:
    """Seconds, and what came out."""
    start = time.perf_counter()
    found = task()
    return time.perf_counter() - start, found


def peer(folder: Path, inter: int, intra: int, length: int | None) -> Any:
    """Argostranslate's translation by one package, with the translator it makes itself from such settings."""
    import ctranslate2
    from argostranslate import settings
    from argostranslate.package import Package
    from argostranslate.translate import Language, PackageTranslation

    translation = PackageTranslation(Language("en", "English"), Language("es", "Spanish"), Package(folder))
    options = {} if settings.compute_type == "auto" else {"compute_type": settings.compute_type}
    translator = ctranslate2.Translator(
        str(folder / "model"), device="cpu", inter_threads=inter, intra_threads=intra, **options
    )
    translation.translator = translator if length is None else Fixed(translator, length)
    translation.sentencizer = Split()
    return translation


def by_section(translation: Any, sections: Sections) -> list[str]:
    """One call a section."""
    return [translation.translate("\x1f".join(section)) for section in sections]


def measure(folder: Path, sections: Sections, count: int, length: int | None) -> dict[str, Any]:
    """Both paths over the same sections, and whether our texts are its texts, sentence by sentence."""
    sentences = [sentence for section in sections for sentence in section]
    words = sum(len(sentence.split()) for sentence in sentences)

    def ours(number: int, beam: int) -> tuple[float, list[str]]:
        decoder = PackageDecoder(folder, number, "cpu")
        if length is not None:
            decoder.translator = Fixed(decoder.translator, length)
        decoder.translate(sentences[:1], Search(beam))
        return timed(lambda: [found[0] for found in decoder.translate(sentences, Search(beam))])

    def theirs(inter: int, intra: int) -> float:
        translation = peer(folder, inter, intra, length)
        by_section(translation, sections[:1])
        return timed(lambda: by_section(translation, sections))[0]

    seconds, texts = ours(count, BEAM)
    as_it_comes, side_by_side = theirs(1, count), theirs(count, 1)
    our_one, their_one = ours(1, BEAM)[0], theirs(1, 1)
    sample = range(0, len(sentences), max(1, len(sentences) // 20))
    alone = by_section(peer(folder, 1, 1, length), [[sentences[at]] for at in sample])
    same = sum(texts[at] == text for at, text in zip(sample, alone, strict=True))
    return {
        "sections": len(sections),
        "sentences": len(sentences),
        "words": words,
        "words_per_s": round(words / seconds, 1),
        "words_per_s_at_beam_2": round(words / ours(count, 2)[0], 1),
        "peer": {
            "name": "argostranslate, section by section",
            "words_per_s": round(words / as_it_comes, 1),
            "words_per_s_with_batches_side_by_side": round(words / side_by_side, 1),
        },
        "ratio": round(as_it_comes / seconds, 2),
        "limit": LIMIT,
        "met": as_it_comes / seconds >= LIMIT,
        "ratio_with_its_batches_side_by_side": round(side_by_side / seconds, 2),
        "ratio_with_one_thread_each": round(their_one / our_one, 2),
        "same_text_as_peer_by_sentence": f"{same} of {len(sample)}",
    }


def tiny(folder: Path, count: int) -> dict[str, Any]:
    """The package of the tests, and the whole engine with its guards on it."""
    with zipfile.ZipFile(FIXTURES / "tiny-en-es.argosmodel") as archive:
        archive.extractall(folder)
    rows = (FIXTURES / "tiny-pairs.tsv").read_text("utf-8").splitlines()
    sentences = [row.split("\t")[0] for row in rows]
    sections = [sentences[at : at + SECTION] for at in range(0, len(sentences), SECTION)]
    figures = measure(folder / "tiny-en-es", sections, count, None)
    engine = Argos("es", folder=folder, options=ArgosOptions(threads=count))
    engine.translate(sentences)  # loads parser and facts
    seconds, _ = timed(lambda: [draft.text if draft else "" for draft in engine.translate(sentences)])
    return figures | {"words_per_s_with_guards_and_terms": round(figures["words"] / seconds, 1)}


def source_sections() -> Sections:
    """The sentences of source/ by section."""
    documents = [read.run(path.read_bytes(), path.name).document for path in find([Path("source")])]
    sections = [
        [s.text for block in section.blocks if block.kind in BODY_KINDS for s in block.segments()]
        for document in documents
        for section in document.every_section()
    ]
    return [section for section in sections if section]


def main() -> int:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--threads", type=int, default=threads(0))
    parser.add_argument("--length", type=int, default=20, help="tokens of every output of the random model")
    options = parser.parse_args()
    sections = source_sections()
    with tempfile.TemporaryDirectory() as folder:
        small = tiny(Path(folder) / "tiny", options.threads)
        package = random_argos.make(Path(folder) / "random", [text for section in sections for text in section])
        large = measure(package, sections, options.threads, options.length)
    figures = {"tiny": small, "real size, random weights": large | {"output_tokens": options.length}}
    print(json.dumps({"benchmark": "argos", "threads": options.threads, "beam": BEAM, "models": figures}, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
