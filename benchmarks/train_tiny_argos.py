"""Make tests/translate/fixtures/tiny-en-es.argosmodel: a real Argos package, small enough to be committed.

It learns the 120 sentence pairs of tiny-pairs.tsv by heart and nothing else; it exists so that tests can run the
whole Argos route. Same pairs and versions give the same bytes.

    python -m venv torchenv && torchenv/bin/pip install torch==2.13.0 numpy sentencepiece ctranslate2
    torchenv/bin/python benchmarks/train_tiny_argos.py            # two minutes; writes the package
    python benchmarks/train_tiny_argos.py --verify                # counts exact translations, without torch

Figures go to standard output as JSON.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.random_argos import METADATA

if TYPE_CHECKING:
    import numpy as np
    import sentencepiece
    import torch

FIXTURES = Path(__file__).parent.parent / "tests" / "translate" / "fixtures"
PAIRS = FIXTURES / "tiny-pairs.tsv"
PACKAGE = FIXTURES / "tiny-en-es.argosmodel"
TOP = "tiny-en-es"  # the zip's one folder
VOCABULARY = 550
LAYERS, HEADS, WIDTH, HIDDEN, LONGEST = 2, 4, 128, 512, 64
EPOCHS, RATE = 300, 1e-3
UNKNOWN, START, END = 0, 1, 2  # sentencepiece's own ids


def read_pairs() -> list[tuple[str, str]]:
    """The English and Spanish sentences of tiny-pairs.tsv."""
    rows = (line.split("\t") for line in PAIRS.read_text("utf-8").splitlines())
    return [(english, spanish) for english, spanish in rows]


def train_pieces(pairs: list[tuple[str, str]]) -> bytes:
    """A sentencepiece unigram model over both languages."""
    import sentencepiece

    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([text for pair in pairs for text in pair]),
        model_writer=model,
        model_type="unigram",
        vocab_size=VOCABULARY,
        character_coverage=1.0,
        num_threads=1,
        minloglevel=2,
    )
    return model.getvalue()


def positions() -> np.ndarray:
    """Sinusoidal position encodings, shape (LONGEST, WIDTH)."""
    import numpy as np

    angle = np.arange(LONGEST)[:, None] / 10_000 ** (np.arange(WIDTH // 2)[None, :] / (WIDTH // 2))
    return np.concatenate([np.sin(angle), np.cos(angle)], axis=1).astype(np.float32)


def build_network() -> torch.nn.Module:
    """An encoder and decoder of pre-norm layers, with one embedding matrix for source, target and output."""
    import torch
    from torch import nn

    class Network(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.embedding = nn.Embedding(VOCABULARY, WIDTH)
            nn.init.normal_(self.embedding.weight, std=WIDTH**-0.5)
            self.register_buffer("positions", torch.from_numpy(positions()))
            self.transformer = nn.Transformer(
                WIDTH, HEADS, LAYERS, LAYERS, HIDDEN, dropout=0.1, batch_first=True, norm_first=True
            )

        def embed(self, ids: torch.Tensor) -> torch.Tensor:
            return self.embedding(ids) * WIDTH**0.5 + self.positions[: ids.shape[1]]

        def forward(self, source: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
            hidden = self.transformer(
                self.embed(source),
                self.embed(target),
                tgt_mask=nn.Transformer.generate_square_subsequent_mask(target.shape[1]),
                tgt_is_causal=True,
            )
            return hidden @ self.embedding.weight.T

    return Network()


def train(pairs: list[tuple[str, str]], pieces: sentencepiece.SentencePieceProcessor) -> torch.nn.Module:
    """The network, trained on pairs of one source length at a time, so that no padding is needed on that side."""
    import torch

    torch.manual_seed(1)
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    network = build_network()
    optimizer = torch.optim.Adam(network.parameters(), lr=RATE, betas=(0.9, 0.98))
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=EPOCHS)
    batches: dict[int, list[tuple[list[int], list[int]]]] = {}
    for english, spanish in pairs:
        source = pieces.encode(english)
        batches.setdefault(len(source), []).append((source, pieces.encode(spanish)))
    for _ in range(EPOCHS):
        optimizer.zero_grad()
        for batch in batches.values():
            longest = max(len(target) for _, target in batch) + 1
            source = torch.tensor([source for source, _ in batch])
            given = torch.tensor([[START, *target] + [END] * (longest - len(target) - 1) for _, target in batch])
            wanted = torch.tensor([[*target, END] + [-100] * (longest - len(target) - 1) for _, target in batch])
            loss = torch.nn.functional.cross_entropy(
                network(source, given).transpose(1, 2), wanted, ignore_index=-100, reduction="sum", label_smoothing=0.1
            )
            (loss / 1000).backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
    return network.eval()


def to_ctranslate2(network: torch.nn.Module, pieces: sentencepiece.SentencePieceProcessor, folder: Path) -> None:
    """Write the weights as an int8 CTranslate2 model."""
    from ctranslate2.specs import transformer_spec

    weights = {name: tensor.detach().numpy() for name, tensor in network.state_dict().items()}
    spec = transformer_spec.TransformerSpec.from_config(
        (LAYERS, LAYERS), HEADS, pre_norm=True, activation=transformer_spec.common_spec.Activation.RELU
    )

    def copy(layer: Any, name: str) -> None:
        """A linear layer or a norm: CTranslate2 calls a norm's factors gamma and beta."""
        if hasattr(layer, "gamma"):
            layer.gamma, layer.beta = weights[f"{name}.weight"], weights[f"{name}.bias"]
        else:
            layer.weight, layer.bias = weights[f"{name}.weight"], weights[f"{name}.bias"]

    def attention(layer: Any, norm: str, name: str, *, over_itself: bool) -> None:
        copy(layer.layer_norm, norm)
        matrix, bias = weights[f"{name}.in_proj_weight"], weights[f"{name}.in_proj_bias"]
        cuts = [(0, 3 * WIDTH)] if over_itself else [(0, WIDTH), (WIDTH, 3 * WIDTH)]
        for linear, (start, end) in zip(layer.linear, cuts, strict=False):
            linear.weight, linear.bias = matrix[start:end], bias[start:end]
        copy(layer.linear[-1], f"{name}.out_proj")

    def feed_forward(layer: Any, norm: str, name: str) -> None:
        copy(layer.layer_norm, norm)
        copy(layer.linear_0, f"{name}.linear1")
        copy(layer.linear_1, f"{name}.linear2")

    spec.encoder.embeddings[0].weight = weights["embedding.weight"]
    spec.decoder.embeddings.weight = weights["embedding.weight"]
    spec.decoder.projection.weight = weights["embedding.weight"]
    spec.encoder.position_encodings.encodings = positions()
    spec.decoder.position_encodings.encodings = positions()
    copy(spec.encoder.layer_norm, "transformer.encoder.norm")
    copy(spec.decoder.layer_norm, "transformer.decoder.norm")
    for number, layer in enumerate(spec.encoder.layer):
        name = f"transformer.encoder.layers.{number}"
        attention(layer.self_attention, f"{name}.norm1", f"{name}.self_attn", over_itself=True)
        feed_forward(layer.ffn, f"{name}.norm2", name)
    for number, layer in enumerate(spec.decoder.layer):
        name = f"transformer.decoder.layers.{number}"
        attention(layer.self_attention, f"{name}.norm1", f"{name}.self_attn", over_itself=True)
        attention(layer.attention, f"{name}.norm2", f"{name}.multihead_attn", over_itself=False)
        feed_forward(layer.ffn, f"{name}.norm3", name)
    vocabulary = [pieces.id_to_piece(number) for number in range(VOCABULARY)]
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(str(folder))


def write_package(pieces: bytes, model: Path) -> None:
    """Zip the package with fixed dates and order."""
    members = {
        "metadata.json": json.dumps(METADATA, indent=2).encode() + b"\n",
        "sentencepiece.model": pieces,
        **{f"model/{file.name}": file.read_bytes() for file in sorted(model.iterdir())},
    }
    with zipfile.ZipFile(PACKAGE, "w") as package:
        for name, data in members.items():
            entry = zipfile.ZipInfo(f"{TOP}/{name}", date_time=(1980, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            package.writestr(entry, data, zipfile.ZIP_DEFLATED, compresslevel=9)


def exact_with_ctranslate2(pairs: list[tuple[str, str]], folder: Path) -> int:
    """How many pairs CTranslate2 alone gives word for word, at beam 1."""
    import ctranslate2
    import sentencepiece

    pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / TOP / "sentencepiece.model"))
    translator = ctranslate2.Translator(str(folder / TOP / "model"), compute_type="int8", intra_threads=1)
    tokens = [pieces.encode(english, out_type=str) for english, _ in pairs]
    results = translator.translate_batch(tokens, beam_size=1)
    return sum(
        pieces.decode(result.hypotheses[0]) == spanish for result, (_, spanish) in zip(results, pairs, strict=True)
    )


def exact_with_argos(pairs: list[tuple[str, str]], folder: Path) -> int:
    """How many pairs Argos Translate gives word for word, with the package installed by itself."""
    for place in ("ARGOS_PACKAGES_DIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        os.environ[place] = str(folder / place)
    from argostranslate import package, translate

    class OneSentence:
        def split_sentences(self, text: str) -> list[str]:
            return [text]

    package.install_from_path(PACKAGE)
    translation = translate.get_translation_from_codes("en", "es")
    translation.underlying.sentencizer = OneSentence()
    return sum(translation.translate(english) == spanish for english, spanish in pairs)


def verify(pairs: list[tuple[str, str]]) -> dict[str, int]:
    """Size of the package and exact translations by each route."""
    figures = {"pairs": len(pairs), "bytes": PACKAGE.stat().st_size}
    with tempfile.TemporaryDirectory() as unpacked, tempfile.TemporaryDirectory() as installed:
        zipfile.ZipFile(PACKAGE).extractall(unpacked)
        figures["exact_ctranslate2_beam_1"] = exact_with_ctranslate2(pairs, Path(unpacked))
        try:
            figures["exact_argos"] = exact_with_argos(pairs, Path(installed))
        except ModuleNotFoundError:
            print("argostranslate is not installed here: run --verify where it is.", file=sys.stderr)
    return figures


def main() -> None:
    """Train and write the package, or verify the one that is there."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--verify", action="store_true", help="only count the exact translations of the package")
    pairs = read_pairs()
    if not options.parse_args().verify:
        import sentencepiece

        model = train_pieces(pairs)
        pieces = sentencepiece.SentencePieceProcessor(model_proto=model)
        with tempfile.TemporaryDirectory() as folder:
            to_ctranslate2(train(pairs, pieces), pieces, Path(folder))
            write_package(model, Path(folder))
    print(json.dumps(verify(pairs)))


if __name__ == "__main__":
    main()
