"""What a mode's own dictionary can inflect, and verbs it lacks, inflected like one it has."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Mapping
from itertools import product
from typing import Any

_PERSONS = [f"<{person}><{number}>" for number in ("sg", "pl") for person in ("p1", "p2", "p3")]
_FORMS = (
    "<inf>",
    "<ger>",
    *(f"<pp><{gender}><{number}>" for gender in "mf" for number in ("sg", "pl")),
    *(
        tense + person
        for tense in ("<pri>", "<prs>", "<imp>", "<ifi>", "<pii>", "<fti>", "<cni>")
        for person in _PERSONS
    ),
)
_NUMBERS = ("sg", "pl")
_PRONOUNS = (
    *(f"prpers<prn><enc><p3><{gender}><{number}>" for gender in ("m", "f", "mf") for number in _NUMBERS),
    *(f"el<prn><enc><p3><{gender}><{number}>" for gender in ("m", "f") for number in _NUMBERS),
    *(f"li<prn><enc><p3><mf><{number}>" for number in _NUMBERS),
    "ho<prn><enc><p3><nt>",
)
_ACCENTED = dict(zip("aeiou", "áéíóú", strict=True))


def _tags() -> list[str]:
    plain = [f"<vblex>{form}" for form in _FORMS]
    orders = [tags for tags in plain if re.search(r"<(?:imp|prs)>|<inf>|<ger>", tags)]
    return plain + [f"{tags}+{pronoun}" for tags, pronoun in product(orders, _PRONOUNS)]


class Inflector:
    """The dictionary file a mode inflects by."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._models: dict[str, list[tuple[str, str]]] = {}

    def forms(self, readings: list[str]) -> list[str]:
        """The form of each reading, "" where the dictionary has none. Raises as subprocess does."""
        text = "".join(f"^{reading}$\n" for reading in readings)
        command = ["lt-proc", "-g", self.file]
        done = subprocess.run(command, input=text.encode(), check=True, capture_output=True, timeout=60)  # noqa: S603
        return ["" if re.match(r"[#~@]", line) else line for line in done.stdout.decode().splitlines()]

    def verbs(self, infinitives: Iterable[str]) -> frozenset[str]:
        """Those of the verbs that the dictionary can inflect."""
        asked = list(infinitives)
        forms = self.forms([f"{verb}<vblex><inf>" for verb in asked])
        return frozenset(verb for verb, form in zip(asked, forms, strict=True) if form)

    def model(self, verb: str) -> list[tuple[str, str]]:
        """(form, tags) of a verb of the dictionary."""
        if verb not in self._models:
            tags = _tags()
            forms = self.forms([verb + each for each in tags])
            self._models[verb] = [(form, each) for form, each in zip(forms, tags, strict=True) if form]
        return self._models[verb]

    def conjugate(self, verb: str, model: str) -> list[tuple[str, str]]:
        """(form, tags) of a regular verb, by a model that ends alike; tags begin with the verb's own."""
        stem, model_stem = verb[:-2], model[:-2]
        accented, model_accented = _accent(stem), _accent(model_stem)
        found: list[tuple[str, str]] = []
        for form, tags in self.model(model):
            for old, new in ((model_stem, stem), (model_accented, accented)):
                if form.startswith(old):
                    found.append((_spelled(new, form[len(old) :]), tags))
                    break
        return found


def _accent(stem: str) -> str:
    """The stem with an accent on its last vowel."""
    at = max((i for i, letter in enumerate(stem) if letter in _ACCENTED), default=-1)
    return stem if at < 0 else stem[:at] + _ACCENTED[stem[at]] + stem[at + 1 :]


def _spelled(stem: str, ending: str) -> str:
    """Stem and ending, with the letters that keep a sound before e and i."""
    if ending[:1] in "eéií" and ending:
        stem = re.sub(r"c$", "qu", re.sub(r"g$", "gu", re.sub(r"z$", "c", stem)))
    return stem + ending


class Verbs:
    """The verbs of a language's terms, as a dictionary inflects them or like a model it has."""

    def __init__(self, file: str, table: Mapping[str, Any]) -> None:
        self._inflector = Inflector(file)
        self._models: Mapping[str, str] = table.get("models", {})
        self.known = self._inflector.verbs(dict.fromkeys(table.get("verb", {}).values()))

    def inflects(self, verb: str) -> bool:
        """Whether the dictionary has the verb, or one it can follow."""
        return verb in self.known or verb[-2:] in self._models

    def forms(self, verb: str) -> list[tuple[str, str]]:
        """(form, tags) of a verb; tags begin with the verb's own."""
        if verb in self.known:
            return self._inflector.model(verb)
        return self._inflector.conjugate(verb, self._models[verb[-2:]])
