"""What must hold for the gate whatever the texts are."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.check import baseline
from pipeline.cli.gate import Asked, gate
from pipeline.report import FORMATS, CheckReport
from pipeline.settings import Settings

BAD = "When you get home, put the wet cloth on the sore arm and hold it there until it is warm, " * 2 + "then rest."
PIECES = st.sampled_from(
    [
        "# Your tablets",
        "## How to take them",
        "## HOW TO TAKE THEM",
        "#### Too deep",
        "Take 5.0 mg QD with food. Take .5 mg at 8 p.m.",
        "Take the tablet with a large glass of water in the morning after you eat, and rest, and sleep, and so on.",
        "Hypertension and myocardial infarction are contraindications. Hypertension and myocardial infarction are bad.",
        "![](a.png)",
        "![image](b.png)",
        "- one\n- two",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "<!-- plainleaf ignore reading.long-sentence: quoted -->",
        "<!-- plainleaf ignore nothing -->",
        "Read more",
    ]
)
TEXTS = (
    st.lists(PIECES, min_size=1, max_size=12).map("\n\n".join).filter(lambda text: "<!--" not in text or "Take" in text)
)


def run(folder: Path, known: tuple[baseline.Known, ...] | None = None) -> CheckReport:
    named = None if known is None else Path("b.json")
    return gate([str(folder)], Asked(Settings(), baseline=named, known=known or ()), {})


@settings(max_examples=10, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=3), st.data())
def test_a_run_against_its_own_report_finds_nothing_and_a_bad_sentence_more_is_found_alone(
    texts: list[str], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "texts"
        folder.mkdir()
        for number, text in enumerate(texts):
            (folder / f"{number}.md").write_text(text, "utf-8")
        report = Path(made) / "b.json"
        report.write_text(FORMATS["json"](run(folder)), "utf-8")
        known = baseline.load(report)
        again = run(folder, known)
        assert again.findings == ()
        assert again.fixed == 0
        chosen = data.draw(st.integers(0, len(texts) - 1))
        # The first heading takes an ignore that may stand at the end of the text.
        more = f"{texts[chosen]}\n\n## More\n\n## Even more\n\n{BAD}\n"
        (folder / f"{chosen}.md").write_text(more, "utf-8")
        added = run(folder, known)
        sentences = [found for found in added.findings if found.code == "reading.long-sentence"]
        assert len(sentences) == 1
        assert sentences[0].where.path == f"{chosen}.md"
        assert all(found.where.path == f"{chosen}.md" for found in added.findings)
