"""Comments that are not closed hide what follows: that is told, with how much."""

from __future__ import annotations

import pytest

from pipeline import read
from pipeline.errors import InputError

DOSE = "Take 5 mg twice a day. Do not stop."  # nine words


def told(source: str, name: str) -> list[tuple[int | None, float | None]]:
    """Lines and numbers of words of what is hidden."""
    found = read.run(source.encode(), name).findings
    return [(one.where.line, one.value) for one in found if one.code == "read.unclosed-comment"]


@pytest.mark.parametrize(
    ("name", "source", "line", "words"),
    [
        ("a.md", f"# T\n\nRest.\n\n<!-- ask the ward\n\n{DOSE}\n", 5, 12),
        ("a.md", f"# T\n\nRest.\n<!--\n\n## More\n\n{DOSE}\n", 4, 10),
        ("a.md", f"# T\n\n- Rest.\n- <!-- later\n  {DOSE}\n\nSleep.\n", 4, 10),
        ("a.md", f"# T\n\n> Rest.\n>\n> <!-- later {DOSE}\n\nSleep.\n", 5, 10),
        ("a.md", f"# T\n\nRest.\n\n<!-- plainleaf ignore reading.grade: law\n\n{DOSE}\n", 5, 13),
        ("a.md", f"# T\n\nRest.\n\n<!-- one\n\n{DOSE}\n\n<!-- two -->\n\nSleep.\n", 5, 10),
        ("a.md", f"# T\n\nRest.\n\n<!-- one -\\->\n\n{DOSE}\n", 5, 10),
        ("a.html", f"<h1>T</h1>\n<p>Rest.</p>\n<!-- later\n<p>{DOSE}</p>", 3, 10),
        ("a.html", f"<h1>T</h1>\n<p>Rest. <!-- {DOSE}</p></body></html>", 2, 9),
        ("a.html", f"<h1>T</h1>\n<p>Rest.</p>\n<!-- one <p>{DOSE}</p>\n<!-- two -->\n<p>Sleep.</p>", 3, 10),
        ("a.html", f"<h1>T</h1>\n<p>Rest.</p>\n<!-- plainleaf ignore reading.grade: law\n<p>{DOSE}</p>", 3, 13),
    ],
)
def test_a_comment_that_is_not_closed_is_told_with_how_many_words_it_hides(
    name: str, source: str, line: int, words: int
) -> None:
    assert told(source, name) == [(line, words)]
    shown = " ".join(segment.text for segment in read.run(source.encode(), name).document.segments())
    assert "5 mg" not in shown


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("a.md", f"# T\n\n<!-- one -->\n\n{DOSE}\n\n<!--\ntwo\n\nthree\n-->\n\nRest.\n"),
        ("a.md", f"# T\n\n{DOSE} <!-- seen by readers\n\nRest.\n"),
        ("a.md", f"# T\n\n```html\n<!-- an example\n```\n\n{DOSE}\n"),
        ("a.md", f"# T\n\nWrite `<!--` first.\n\n{DOSE}\n"),
        ("a.md", f"# T\n\n{DOSE}\n\n<!--\n"),
        ("a.md", f"# T\n\n<!--[if !mso]><!-->\n\n{DOSE}\n\n<!--<![endif]-->\n"),
        ("a.txt", f"Your tablets\n\n<!-- a comment\n\n{DOSE}\n"),
        ("a.html", f"<h1>T</h1><!-- one --><p>{DOSE}</p><!----><!--> <p>Rest.</p><!---><p>Sleep.</p>"),
        ("a.html", f"<h1>T</h1><!-- one --!><p>{DOSE}</p>"),
        ("a.html", f"<h1>T</h1><!--[if !mso]><!--><p>{DOSE}</p><!--<![endif]--><!--[if mso]> <p>x</p> <![endif]-->"),
        ("a.html", f"<h1>T</h1><script><!--\nvar a = 1;\n//--></script><p>{DOSE}</p><script>'<!--'</script>"),
        ("a.html", f"<h1>T</h1><p title='<!--'>{DOSE}</p>"),
        ("a.html", f"<h1>T</h1><p>{DOSE}</p><!--"),
    ],
)
def test_a_comment_that_is_closed_or_hides_nothing_is_not_told(name: str, source: str) -> None:
    assert told(source, name) == []
    shown = " ".join(segment.text for segment in read.run(source.encode(), name).document.segments())
    assert "5 mg" in shown


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_a_file_that_is_one_open_comment_says_so(name: str) -> None:
    with pytest.raises(InputError, match="at line 2 a comment is not closed"):
        read.run(f"\n<!-- {DOSE}".encode(), name)


@pytest.mark.parametrize("piece", ["<!-- a ", "<!-->", "<!-- a -->", "<!-- <!-- a -->", "<!", "-->", "<!--\n\n"])
@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_many_comments_take_no_time(name: str, piece: str) -> None:
    assert len(told(f"<p>Rest.</p>\n\n{piece * 20_000}", name)) <= 20_000
