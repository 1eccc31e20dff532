"""An Argos package of real size with random weights: its speed is that of a real one, its words are noise.

Six and six layers of width 512 with eight heads and 32,000 tokens, as the packages of Argos Translate have them, int8.
No model of that size may be shipped with the project; this one is made in a few seconds from a fixed seed.
"""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

LAYERS, HEADS, WIDTH, HIDDEN, TOKENS, LONGEST = 6, 8, 512, 2048, 32_000, 512
PIECES = 3000  # of the tokens that text is cut into; the others are never read, but always weighed
METADATA = {
    "package_version": "1.0",
    "argos_version": "1.9.0",
    "from_code": "en",
    "from_name": "English",
    "to_code": "es",
    "to_name": "Spanish",
    "links": [],
}


def make(folder: Path, texts: Sequence[str]) -> Path:
    """The package's folder below `folder`; its pieces are learnt from `texts`."""
    top = folder / "random-en-es"
    (top / "model").mkdir(parents=True)
    (top / "metadata.json").write_text(json.dumps(METADATA), "utf-8")
    pieces = _pieces(texts)
    (top / "sentencepiece.model").write_bytes(pieces)
    _model(top / "model", pieces)
    return top


def _pieces(texts: Sequence[str]) -> bytes:
    import sentencepiece

    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(texts),
        model_writer=model,
        model_type="unigram",
        vocab_size=PIECES,
        hard_vocab_limit=False,
        character_coverage=1.0,
        num_threads=1,
        minloglevel=2,
    )
    return model.getvalue()


def _model(folder: Path, pieces: bytes) -> None:
    import numpy as np
    import sentencepiece
    from ctranslate2.specs import common_spec, transformer_spec

    random = np.random.default_rng(1)
    spec: Any = transformer_spec.TransformerSpec.from_config(
        (LAYERS, LAYERS), HEADS, pre_norm=True, activation=common_spec.Activation.RELU
    )

    def linear(layer: Any, rows: int, columns: int) -> None:
        layer.weight = random.standard_normal((rows, columns), dtype=np.float32) * columns**-0.5
        layer.bias = np.zeros(rows, np.float32)

    def norm(layer: Any) -> None:
        layer.gamma, layer.beta = np.ones(WIDTH, np.float32), np.zeros(WIDTH, np.float32)

    def attention(layer: Any, *sizes: int) -> None:
        norm(layer.layer_norm)
        for one, size in zip(layer.linear, (*sizes, WIDTH), strict=True):
            linear(one, size, WIDTH)

    def feed_forward(layer: Any) -> None:
        norm(layer.layer_norm)
        linear(layer.linear_0, HIDDEN, WIDTH)
        linear(layer.linear_1, WIDTH, HIDDEN)

    embeddings = random.standard_normal((TOKENS, WIDTH), dtype=np.float32) * WIDTH**-0.5
    spec.encoder.embeddings[0].weight = embeddings
    spec.decoder.embeddings.weight = embeddings
    spec.decoder.projection.weight = embeddings
    angle = np.arange(LONGEST)[:, None] / 10_000 ** (np.arange(WIDTH // 2)[None, :] / (WIDTH // 2))
    positions = np.concatenate([np.sin(angle), np.cos(angle)], axis=1).astype(np.float32)
    for half in (spec.encoder, spec.decoder):
        half.position_encodings.encodings = positions
        norm(half.layer_norm)
        for layer in half.layer:
            attention(layer.self_attention, 3 * WIDTH)
            feed_forward(layer.ffn)
    for layer in spec.decoder.layer:
        attention(layer.attention, WIDTH, 2 * WIDTH)
    processor = sentencepiece.SentencePieceProcessor(model_proto=pieces)
    known = [processor.id_to_piece(number) for number in range(processor.get_piece_size())]
    vocabulary = known + [f"▁unread{number}" for number in range(TOKENS - len(known))]
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(str(folder))
