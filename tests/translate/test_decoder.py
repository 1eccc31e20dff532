"""Decoding in batches: the same texts as Argos Translate's own path, whatever the company."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.translate import decoder
from pipeline.translate.decoder import PackageDecoder, Search

SENTENCES = [
    line.split("\t")[0] for line in (Path(__file__).parent / "fixtures/tiny-pairs.tsv").read_text("utf-8").splitlines()
]
UNSEEN = [
    "Take three blue capsules on Tuesday.",
    "Your knee may hurt for some weeks after the operation.",
    "Do not take 2 tablets (10 mg) before noon, and never with milk.",
    "Migraine",
    "日本語",
]


@pytest.fixture(scope="module")
def tiny(tiny_packages: Path) -> PackageDecoder:
    return PackageDecoder(tiny_packages / "tiny-en-es", 2, "cpu")


def test_same_text_as_argostranslate_sentence_by_sentence(tiny: PackageDecoder) -> None:
    from argostranslate import settings
    from argostranslate.package import Package
    from argostranslate.translate import Language, PackageTranslation

    class Whole:
        def split_sentences(self, text: str) -> list[str]:
            return [text]

    theirs = PackageTranslation(
        Language("en", "English"), Language("es", "Spanish"), Package(tiny.package.package_path)
    )
    theirs.sentencizer = Whole()
    sentences = [*SENTENCES, *UNSEEN[:4]]
    ours = [hypotheses[0] for hypotheses in tiny.translate(sentences, Search(settings.beam_size))]
    assert ours == [theirs.translate(sentence) for sentence in sentences]


def test_company_order_and_threads_change_no_word(tiny: PackageDecoder, tiny_packages: Path) -> None:
    sentences = [*SENTENCES[:40], *UNSEEN]
    alone = {sentence: tiny.translate([sentence], Search(4, hypotheses=4)) for sentence in sentences}
    shuffled = sentences[::-3] + sentences[-2::-3] + sentences[-3::-3]
    assert sorted(shuffled) == sorted(sentences)
    other = PackageDecoder(tiny_packages / "tiny-en-es", 1, "cpu")
    for engine in (tiny, other):
        found = engine.translate(shuffled, Search(4, hypotheses=4))
        assert {sentence: [hypotheses] for sentence, hypotheses in zip(shuffled, found, strict=True)} == alone


def test_several_translations_the_best_first(tiny: PackageDecoder) -> None:
    ((*hypotheses,),) = tiny.translate(["Take one tablet each morning with food."], Search(4, hypotheses=4))
    assert len(set(hypotheses)) == 4
    assert hypotheses[0] == "Tome una tableta cada mañana con comida."


def test_what_the_model_cannot_take_stops_nothing_else(tiny: PackageDecoder) -> None:
    far_too_long = "tablet " * 300
    found = tiny.translate([far_too_long, SENTENCES[0], "", far_too_long], Search(4))
    assert [bool(hypotheses) for hypotheses in found] == [False, True, False, False]


def test_a_translation_without_end_is_none(tiny: PackageDecoder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoder, "LONGEST", 5)
    assert tiny.translate(["Take one tablet each morning with food."], Search(4)) == [()]


def test_batches_hold_sentences_of_one_length() -> None:
    tokens = [["a"] * length for length in (3, 1, 3, 2, 0, 3, 2)]
    assert list(decoder._batches(tokens, 6)) == [[0, 2], [5], [3, 6], [1]]
    assert list(decoder._batches([["a"] * 9], 6)) == [[0]]


def test_cuda_is_used_where_it_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    import ctranslate2

    monkeypatch.setattr(ctranslate2, "get_cuda_device_count", lambda: 0)
    assert (decoder.device("auto"), decoder.device("cpu")) == ("cpu", "cpu")
    with pytest.raises(ValueError, match="CUDA"):
        decoder.device("cuda")
    monkeypatch.setattr(ctranslate2, "get_cuda_device_count", lambda: 1)
    assert [decoder.device(asked) for asked in ("auto", "cuda", "cpu")] == ["cuda", "cuda", "cpu"]


def test_threads_are_all_or_as_asked() -> None:
    assert decoder.threads(3) == 3
    assert decoder.threads(0) >= 1
