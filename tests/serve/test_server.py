"""The review page as a server: who gets in, what a form may do."""

from __future__ import annotations

import http.client
from urllib.parse import quote, urlencode

import pytest

from pipeline.review import Standing, load
from pipeline.serve import Server
from tests.review.projects import Project

DOSE = "Take 500 mg of paracetamol every 6 hours for pain."


def ask(
    server: Server, path: str, form: dict[str, str] | None = None, **headers: str
) -> tuple[int, http.client.HTTPMessage, str]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=20)
    body = None if form is None else urlencode(form)
    sent = {"Host": server.origin.removeprefix("http://"), "Origin": server.origin}
    sent |= {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request("GET" if form is None else "POST", path, body, sent)
    answer = connection.getresponse()
    text = answer.read().decode("utf-8", errors="replace")
    connection.close()
    return answer.status, answer.headers, text


def place(server: Server, source: str) -> str:
    row = next(row for row in server.desk.sheets[0].rows if row.source == source)
    return f"/{server.token}/0/{quote(row.segment)}"


def sign(server: Server) -> None:
    form = {"name": "Ana Ruiz", "qualification": "certified translator EN-ES"}
    assert ask(server, f"/{server.token}/reviewer", form)[0] == 303


def test_without_its_token_nothing_is_shown(server: Server) -> None:
    for path in ("/", "/wrong/", f"/{server.token}", f"/{server.token[:-1]}x/", "/../etc/passwd"):
        status, _, text = ask(server, path)
        assert status == 403
        assert "wound" not in text


def test_another_host_is_refused(server: Server) -> None:
    assert ask(server, f"/{server.token}/", Host="evil.example")[0] == 403


def test_a_form_of_another_page_is_refused(server: Server, reviewed: Project) -> None:
    sign(server)
    for origin in ("https://evil.example", "null", ""):
        assert ask(server, place(server, DOSE), {"target": "x"}, Origin=origin)[0] == 403
    assert not reviewed.memory.exists()


def test_every_answer_forbids_what_is_not_needed(server: Server) -> None:
    for path in (f"/{server.token}/", f"/{server.token}/0/next", f"/{server.token}/review.js", "/"):
        headers = ask(server, path)[1]
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-store"
        assert "Python" not in headers["Server"]


def test_too_much_text_is_refused(server: Server) -> None:
    assert ask(server, f"/{server.token}/reviewer", {"name": "x" * 70_000})[0] == 413


@pytest.mark.parametrize(
    "path", ["9/next", "0/none", "0/sound/..%2f..%2fetc", "0/sound/keep-it-dry", "review.py", "..%2fdesk.py", "x/y"]
)
def test_what_is_not_there(server: Server, path: str) -> None:
    assert ask(server, f"/{server.token}/{path}")[0] == 404


def test_a_reviewer_has_to_say_who_they_are(server: Server, reviewed: Project) -> None:
    status, _, text = ask(server, f"/{server.token}/reviewer", {"name": " ", "qualification": "translator"})
    assert status == 422
    assert 'role="alert"' in text
    status, headers, _ = ask(server, place(server, DOSE), {"target": "Tome 500 mg."})
    assert (status, headers["Location"]) == (303, f"/{server.token}/reviewer")
    assert not reviewed.memory.exists()


def test_an_approval_is_kept_and_the_next_sentence_follows(server: Server, reviewed: Project) -> None:
    sign(server)
    target = "Tome 500 mg de paracetamol cada 6 horas para el dolor."
    status, headers, _ = ask(server, place(server, DOSE), {"target": f"  {target}\r\n"})
    assert status == 303
    assert headers["Location"].endswith("?approved")
    approval = load(reviewed.memory, "es")[DOSE]
    assert (approval.target, approval.holds) == (target, True)
    assert approval.reviewer is not None
    assert approval.reviewer.name == "Ana Ruiz"
    rows = {row.source: row for row in reviewed.sheet().rows}
    assert (rows[DOSE].target, rows[DOSE].standing) == (target, Standing.REVIEWED)


def test_what_breaks_a_fact_is_not_approved_and_the_words_stay(server: Server, reviewed: Project) -> None:
    sign(server)
    wrong = "Tome 5000 mg de paracetamol cada 6 horas para el dolor."
    status, _, text = ask(server, place(server, DOSE), {"target": wrong})
    assert status == 422
    assert wrong in text
    assert "5000" in text.split('id="problem"')[1]
    assert not reviewed.memory.exists()
    status, _, _ = ask(server, place(server, DOSE), {"target": wrong, "override": "The clinic asked for it."})
    assert status == 303
    assert load(reviewed.memory, "es")[DOSE].override_reason == "The clinic asked for it."


def test_text_is_escaped(server: Server) -> None:
    sign(server)
    _, _, text = ask(server, place(server, DOSE), {"target": "</textarea><script>alert(1)</script> 9 mg"})
    assert "<script>alert" not in text


def test_links_stay_where_their_words_are(server: Server, reviewed: Project) -> None:
    sign(server)
    row = next(row for row in server.desk.sheets[0].rows if len(row.source_codes) >= 3)
    if row.target:
        ask(server, f"/{server.token}/0/{quote(row.segment)}", {"target": row.target + " "})
        assert load(reviewed.memory, "es")[row.source].codes == row.target_codes


def test_sound_is_served_in_parts(server: Server, reviewed: Project) -> None:
    sheet = server.desk.sheets[0]
    folder = reviewed.root / "outputs" / sheet.document / "es" / "sections"
    folder.mkdir(parents=True)
    (folder / "01-keep-it-dry.mp3").write_bytes(bytes(range(100)))
    slug = next(row.section for row in sheet.rows if row.section and "dry" in row.section)
    status, headers, _ = ask(server, f"/{server.token}/0/sound/{slug}", Range="bytes=10-19")
    assert (status, headers["Content-Range"]) == (206, "bytes 10-19/100")
    assert ask(server, f"/{server.token}/0/sound/{slug}")[0] == 200
