"""`plainleaf score`: figures by section for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

from pipeline.characters import width
from pipeline.score.formulas import FORMULAS, of_language
from tests.builds import LEAFLET, write
from tests.test_cli import plainleaf, rows

HARD = "The physician commences administration of antihypertensive medication immediately. " * 6
TWO = f"Your tablets\n\nEasy part\n\n{'You can eat and drink as you like to. ' * 6}\n\nHard part\n\n{HARD}\n"


def test_text_fits_a_terminal_and_names_every_figure_and_the_hardest_section(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", TWO)
    done = plainleaf("score", "a.txt", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert max(map(len, done.stdout.splitlines())) <= 80
    for formula in of_language("en"):
        assert formula.title in done.stdout
    assert "±" in done.stdout
    marked = [line for line in done.stdout.splitlines() if line.startswith("  > ")]
    assert marked[0].endswith("Hard part")
    assert done.stdout.index("Easy part") < done.stdout.index("Hard part")


def test_json_says_what_was_counted_left_out_and_how_sure_a_figure_is(tmp_path: Path) -> None:
    write(tmp_path, "texts/a.txt", TWO)
    write(tmp_path, "texts/b.md", f"# Title\n\n{LEAFLET}")
    value = json.loads(plainleaf("score", "texts", "--format", "json", cwd=tmp_path).stdout)
    assert [document["path"] for document in value["documents"]] == ["texts/a.txt", "texts/b.md"]
    document = value["documents"][0]
    for part in (document, *document["sections"]):
        assert part["margins"]["smog"] > 0
        assert part["counted"]["words"] > 0
        assert part["left_out"]["words"] == sum(part["left_out"]["why"].values())
    assert set(value["formulas"]) == set(document["scores"]) <= set(FORMULAS)
    assert value["formulas"]["flesch"]["harder"] == "lower"


def test_what_cannot_be_read_is_told_and_the_rest_is_whole_json(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    write(tmp_path, "b.txt", b"\x00\x01" * 50)
    done = plainleaf("score", "b.txt", "a.txt", "none.txt", "--format", "json", cwd=tmp_path)
    assert done.returncode == 6
    assert [document["path"] for document in json.loads(done.stdout)["documents"]] == ["a.txt"]
    assert "b.txt" in done.stderr
    assert "none.txt" in done.stderr


def test_figures_can_be_written_to_a_file(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    done = plainleaf("score", "a.txt", "--format", "json", "-o", "out/a.json", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert len(json.loads((tmp_path / "out" / "a.json").read_text("utf-8"))["documents"]) == 1
    assert plainleaf("score", "a.txt", "-o", "out", cwd=tmp_path).returncode == 5


def test_names_can_be_left_out_by_option_and_by_settings(tmp_path: Path) -> None:
    text = "Your visit\n\nYou will see Margaret Featherstonehaugh at Northumberland Hospital. Bring your letter.\n"
    write(tmp_path, "a.txt", text)

    def counted(*arguments: str) -> int:
        done = plainleaf("score", "a.txt", "--format", "json", *arguments, cwd=tmp_path)
        number: int = json.loads(done.stdout)["documents"][0]["counted"]["words"]
        return number

    everything = counted()
    assert counted("--names") == everything
    assert counted("--no-names") < everything
    write(tmp_path, "plainleaf.toml", "[score]\nnames = false\n")
    assert counted() == counted("--no-names") < counted("--names") == everything


def test_by_line_gives_the_same_keys_for_every_line_and_null_where_there_is_nothing(tmp_path: Path) -> None:
    done = plainleaf("score", "-", "--lines", cwd=tmp_path, stdin="Take it.\n\n...\nDrink water every day.")
    first, empty, stops, last = rows(done)
    assert {"words", "sentences", "syllables", "fkgl", "smog", "difficulty"} <= set(first)
    assert set(first) == set(empty) == set(stops) == set(last)
    assert (empty["words"], empty["fkgl"], empty["smog"], empty["difficulty"]) == (0, None, None, None)
    assert (stops["words"], stops["fkgl"]) == (0, None)
    assert last["words"] == 4


def test_lines_are_in_the_language_of_the_settings(tmp_path: Path) -> None:
    write(tmp_path, "plainleaf.toml", '[read]\nlanguage = "es"\n')
    done = plainleaf("score", "-", "--lines", cwd=tmp_path, stdin="El día es muy largo.\n")
    assert "fernandez_huerta" in rows(done)[0]
    assert "fkgl" not in rows(done)[0]


def test_a_heading_cannot_steer_the_terminal(tmp_path: Path) -> None:
    write(tmp_path, "a.md", f"# Title\n\n## Red \x1b[31m part\n\n{HARD}\n")
    assert "\x1b" not in plainleaf("score", "a.md", cwd=tmp_path).stdout


SPANISH = "Tome una tableta por la mañana con un vaso de agua. No deje de tomarla si se siente mejor.\n"


def test_the_language_is_told_and_a_text_in_another_one_is_warned_of(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", TWO)
    write(tmp_path, "b.txt", f"Su medicina\n\n{SPANISH}")
    write(tmp_path, "c.txt", "Ваше лекарство\n\nПринимайте одну таблетку в день.\n")
    english, spanish, russian = (plainleaf("score", f"{name}.txt", cwd=tmp_path) for name in "abc")
    assert english.stdout.startswith("a.txt (language: en)\n")
    assert english.stderr == ""
    assert "b.txt: The words are surely not of the language" in spanish.stderr
    assert "c.txt: Most letters are of another script" in russian.stderr
    assert "no formula" in russian.stdout
    assert "Flesch" not in russian.stdout


def test_the_language_can_be_named(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", f"Su medicina\n\n{SPANISH}")
    done = plainleaf("score", "b.txt", "--from", "SPA", cwd=tmp_path)
    assert done.stdout.startswith("b.txt (language: es)\n")
    assert "Huerta" in done.stdout
    assert done.stderr == ""
    by_line = rows(plainleaf("score", "-", "--lines", "--from", "es-MX", cwd=tmp_path, stdin=SPANISH))
    assert "fernandez_huerta" in by_line[0]
    wrong = plainleaf("score", "b.txt", "--from", "Spanish", cwd=tmp_path)
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "Spanish" in wrong.stderr


def test_a_file_name_is_no_word_of_the_text_and_one_word_is_one(tmp_path: Path) -> None:
    write(tmp_path, "my-long-file-name.md", "Rest.\n\nDrink.\n")
    assert "2 words and 2 sentences counted, 0 words left out" in plainleaf("score", ".", cwd=tmp_path).stdout
    write(tmp_path, "my-long-file-name.md", "# Help\n\nRest.\n")
    assert "1 word and 1 sentence counted, 1 word left out" in plainleaf("score", ".", cwd=tmp_path).stdout


def test_wide_letters_fit_the_terminal(tmp_path: Path) -> None:
    write(tmp_path, "a.md", f"# Title\n\n## {'哮喘是一种肺部疾病' * 6}\n\n{HARD}\n\n## {'é' * 90}\n\n{HARD}\n")
    shown = plainleaf("score", "a.md", cwd=tmp_path).stdout.splitlines()
    assert max(map(width, shown)) == 80


def test_a_short_section_is_never_the_hardest(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "# Title\n\n## One\n\nContraindicated antihypertensives.\n\n## Two\n\nRest now.\n")
    assert "  > " not in plainleaf("score", "a.md", cwd=tmp_path).stdout
