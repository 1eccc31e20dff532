"""plainleaf.toml as one frozen, validated object. An unknown or wrong key is named in the error."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from pipeline.errors import UsageError
from pipeline.findings import Severity

FILE_NAME = "plainleaf.toml"
LANGUAGES = ("es", "fr", "pt", "it", "ca", "gl")


def _pairs(table: object) -> object:
    """A table of the file as pairs: settings are hashable."""
    return tuple(table.items()) if isinstance(table, dict) else table


Severities = Annotated[tuple[tuple[str, Severity], ...], BeforeValidator(_pairs)]


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


PagePart = Literal["summary", "when-to-get-help", "what-to-do", "words-to-know", "teach-back"]
"""What can be added to a page in plain words."""


class Build(_Table):
    """[build]: where things lie and what is made."""

    source: Path = Path("source")
    out: Path = Path("outputs")
    store: Path = Path(".plainleaf/store")
    languages: tuple[str, ...] = LANGUAGES  # targets, BCP 47
    original: bool = False  # publish the source's own words too
    audio: bool = True


class Read(_Table):
    """[read]: how sources are read."""

    language: str = "en"  # of the sources
    max_bytes: int = Field(default=2_000_000, gt=0)


class Simplify(_Table):
    """[simplify]: how plain words are made."""

    glossaries: tuple[Path, ...] = ()  # TOML files or folders of the user's own; they override Plainleaf's
    disable: tuple[str, ...] = ()  # names of rules, or glossary terms, not to use
    max_words: int = Field(default=20, ge=8)  # a longer sentence is split where it can be
    page: tuple[PagePart, ...] = ()  # parts added to the page, each marked as added, in this order


class ArgosOptions(_Table):
    """[translate.argos]: how packages of Argos Translate are run."""

    beam: int = Field(default=4, ge=1, le=16)  # translations followed side by side
    device: Literal["auto", "cpu", "cuda"] = "auto"  # auto: a CUDA device where CTranslate2 sees one
    threads: int = Field(default=0, ge=0, le=512)  # 0: as many as the process may use; changes no word


class Translate(_Table):
    """[translate]: how translations are made."""

    engines: tuple[str, ...] = ("memory", "patterns", "argos", "apertium")  # in the order they are asked
    memory: Path = Path("memory")  # folder of <language>.tmx with reviewed translations
    do_not_translate: tuple[str, ...] = ()
    argos: ArgosOptions = ArgosOptions()


class Review(_Table):
    """[review]: what has to be reviewed before it is used."""

    require: tuple[Literal["critical", "all"], ...] = ()  # `check` fails on what of this nobody approved
    critical_sections: tuple[str, ...] = ()  # headings or slugs of sections that are critical whatever they hold


class Speak(_Table):
    """[speak]: how speech is made."""

    engines: tuple[str, ...] = ("pyttsx3", "espeak")  # in the order they are asked
    words_per_minute: int = Field(default=150, ge=80, le=300)  # nominal rate of the voice


class Score(_Table):
    """[score]: what is counted."""

    names: bool = True  # proper names and titles too; WCAG 3.1.5 judges a text without them


class Limits(_Table):
    """Figures a writer may set; where one is left out, the profile's holds."""

    profile: Literal["us", "nhs"] | None = None  # whose rules hold where style guides disagree
    max_grade: float | None = Field(default=None, gt=0, allow_inf_nan=False)  # Flesch-Kincaid grade a section may have
    max_difficulty: float | None = Field(
        default=None, ge=1, le=6, allow_inf_nan=False
    )  # health-text difficulty a section may have
    max_sentence_words: int | None = Field(default=None, ge=5)
    max_paragraph_sentences: int | None = Field(default=None, ge=1)
    disable: tuple[str, ...] = ()  # codes or groups that are not reported
    severity: Severities = ()  # a table: code or group = the severity it is reported with


class Override(Limits):
    """[[check.overrides]]: other figures for some files."""

    files: tuple[str, ...] = Field(min_length=1)  # globs, relative to the folder of plainleaf.toml; ** for any folders


class Check(Limits):
    """[check]: what counts as good enough."""

    profile: Literal["us", "nhs"] = "us"
    fail_on: Severity = Severity.ERROR
    grammar: bool = False  # passive voice, noun strings, hidden verbs: these need spaCy and take longer
    overrides: tuple[Override, ...] = ()  # a key is taken from the last one that fits the file and sets it


class Settings(_Table):
    """All settings. Relative paths are relative to `root`."""

    root: Path = Field(default=Path(), exclude=True)  # folder of plainleaf.toml, not a key of the file
    build: Build = Build()
    read: Read = Read()
    simplify: Simplify = Simplify()
    translate: Translate = Translate()
    review: Review = Review()
    speak: Speak = Speak()
    score: Score = Score()
    check: Check = Check()

    def path(self, relative: Path) -> Path:
        """A path of the settings, from the folder the settings lie in."""
        return self.root / relative


def load(path: Path | None = None) -> Settings:
    """Settings of `path`, or of plainleaf.toml in this folder or the nearest one above, or the defaults.

    Raises UsageError, naming the file and every wrong key.
    """
    if path is None:
        here = Path.cwd()
        path = next((p / FILE_NAME for p in (here, *here.parents) if (p / FILE_NAME).is_file()), None)
        if path is None:
            return Settings()
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise UsageError(f"cannot read the settings {path}: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} is not valid TOML: {error}.") from error
    if "root" in table:
        _reject_root(path)
    try:
        return Settings.model_validate({**table, "root": path.parent})
    except ValidationError as error:
        lines = (f"  {_named(e['loc'], table)}: {_words(e['type'], e['msg'])}" for e in error.errors())
        raise UsageError(f"{path} has settings that cannot be used:\n" + "\n".join(lines)) from error


def _reject_root(path: Path) -> None:
    raise UsageError(f"{path} has settings that cannot be used:\n  root: no such setting")


def _named(place: tuple[int | str, ...], table: object) -> str:
    """The key that is wrong, as the file has it: `severity` is a table there, and pairs when it is judged."""
    names: list[str] = []
    steps = iter(place)
    for step in steps:
        if isinstance(table, dict) and isinstance(step, int):
            name = str(list(table)[step])
            next(steps, None)  # which half of the pair
            table = table[name]
        else:
            name = str(step)
            table = _below(table, step)
        names.append(name)
    return ".".join(names)


def _below(table: object, step: int | str) -> object:
    if isinstance(table, dict):
        return table.get(step)
    return table[step] if isinstance(table, list) and isinstance(step, int) else None


def _words(kind: str, message: str) -> str:
    return "no such setting" if kind == "extra_forbidden" else message[0].lower() + message[1:]
