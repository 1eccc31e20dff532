"""A translator for tests: says each sentence back, or whatever a table says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.translate.engine import Draft


class EchoTranslator:
    """Answers with `answers[sentence]`, else with the sentence itself; records what it was asked."""

    name = "echo"
    fingerprint = "echo/1"

    def __init__(self, answers: Mapping[str, str | None] | None = None) -> None:
        self.answers = dict(answers or {})
        self.asked: list[str] = []

    def translate(self, sentences: Sequence[str]) -> list[Draft | None]:
        """A draft for each sentence; None where the table says None."""
        self.asked.extend(sentences)
        answers = (self.answers.get(sentence, sentence) for sentence in sentences)
        return [None if answer is None else Draft(answer) for answer in answers]
