"""`plainleaf review`: export, import and status, and the gate for what has to be reviewed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.builds import LEAFLET, write
from tests.test_cli import plainleaf

WHO = ("--reviewer", "Ana Ruiz", "--qualification", "certified translator EN-ES", "--date", "2026-03-01")
FILE = "review/wound.es.xlf"
DOSE_ID = "s02.b01.u01.02"


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its exported file, to be copied and not changed."""
    root = tmp_path_factory.mktemp("exported")
    write(root / "source", "wound.txt")
    write(root, "plainleaf.toml", '[build]\nlanguages = ["es"]\naudio = false\n[review]\nrequire = ["critical"]\n')
    done = plainleaf("review", "export", cwd=root)
    assert (done.returncode, done.stdout, done.stderr) == (0, "review/wound.es.xlf\n", "")
    return root


@pytest.fixture
def project(exported: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(exported, tmp_path / "project"))


def approved(path: Path, **changes: str) -> Path:
    text = path.read_text("utf-8").replace('state="translated"', 'state="reviewed"')
    for before, after in changes.items():
        text = text.replace(before.replace("_", " "), after)
    path.write_text(text, "utf-8")
    return path


def status(project: Path) -> dict[str, int]:
    done = plainleaf("review", "status", "--format", "json", cwd=project)
    assert done.returncode == 0, done.stderr
    (document,) = json.loads(done.stdout)["documents"]
    counts: dict[str, int] = document["counts"]
    return counts | {"open": document["critical_unreviewed"]}


def test_the_gate_shuts_until_what_is_critical_was_reviewed(project: Path) -> None:
    shut = plainleaf("check", "source", "--only", "review", cwd=project)
    assert (shut.returncode, shut.stdout.count("error review.unreviewed")) == (1, 2)
    assert "source/wound.txt:3:1: error review.unreviewed [es] 3 of 3 sentences" in shut.stdout
    assert status(project) == {"draft": 7, "reviewed": 0, "stale": 0, "refused": 0, "open": 6}
    taken = plainleaf("review", "import", str(approved(project / FILE)), *WHO, cwd=project)
    assert (taken.returncode, taken.stderr) == (0, "")
    assert "7 taken, 0 refused, 0 approved before, 0 not reviewed yet." in taken.stdout
    assert status(project) == {"draft": 0, "reviewed": 7, "stale": 0, "refused": 0, "open": 0}
    assert plainleaf("check", "source", "--only", "review", cwd=project).returncode == 0
    source = project / "source/wound.txt"
    source.write_text(LEAFLET.replace("48 hours", "72 hours"), "utf-8")
    assert status(project) == {"draft": 0, "reviewed": 6, "stale": 1, "refused": 0, "open": 1}
    told = plainleaf("review", "status", cwd=project).stdout
    assert "approved before: Do not get the wound wet for 48 hours." in told
    assert plainleaf("check", "source", "--only", "review", cwd=project).returncode == 1


def test_nothing_has_to_be_reviewed_where_the_settings_do_not_say_so(project: Path) -> None:
    (project / "plainleaf.toml").unlink()
    done = plainleaf("check", "source", "--only", "review", cwd=project)
    assert done.returncode == 0
    assert "nothing of it was looked for" in done.stderr


def test_a_changed_dose_is_refused_and_the_rest_taken(project: Path) -> None:
    path = approved(project / FILE, **{"500_mg_de": "50 mg de"})
    done = plainleaf("review", "import", str(path), *WHO, cwd=project)
    assert done.returncode == 1
    assert f"refused {DOSE_ID}: “500 mg” became “50 mg”." in done.stdout
    assert "6 taken, 1 refused" in done.stdout
    again = plainleaf("review", "import", str(path), *WHO, "--override", f"{DOSE_ID}=lowered on the ward", cwd=project)
    assert again.returncode == 0
    assert "(overridden: lowered on the ward)" in again.stdout
    assert "lowered on the ward" in (project / "memory/es.tmx").read_text("utf-8")


@pytest.mark.parametrize("format", ["xliff1.2", "tmx"])
def test_other_formats_go_out(project: Path, format: str) -> None:
    done = plainleaf("review", "export", "--format", format, "-o", "out", cwd=project)
    assert (done.returncode, done.stderr) == (0, "")
    path = project / done.stdout.strip()
    assert path.parent.name == "out"
    assert (b'version="1.2"' if format == "xliff1.2" else b'<tmx version="1.4">') in path.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("export", "--format", "docx"), 2, "--format docx is not known"),
        (("export", "--to", "xx"), 2, "'xx'"),
        (("export", "nowhere"), 4, "does not exist"),
        (("status", "empty"), 4, "no sources"),
        (("import", "nowhere.xlf", *WHO), 4, "cannot be read"),
        (("import", "source/wound.txt", *WHO), 4, "cannot import"),
        (("import", "other.xlf", *WHO), 4, "not among the sources"),
        (("import", "french.xlf", *WHO), 4, "is from fr into es"),
        (("import", FILE, *WHO, "--override", "x"), 2, "no id or no reason"),
        (("import", FILE, *WHO, "--override", "x=y"), 2, "no sentence x"),
        (("import", FILE, "french.xlf", *WHO, "--override", "title=y"), 2, "for one file"),
        (("import", FILE, *WHO[:4], "--date", "soon"), 2, "no date"),
        (("import", FILE, "--reviewer", " ", *WHO[2:]), 2, "names its reviewer"),
    ],
)
def test_what_cannot_be_done_is_said_with_its_exit_code(
    project: Path, arguments: tuple[str, ...], code: int, says: str
) -> None:
    (project / "empty").mkdir()
    path = approved(project / FILE)
    text = path.read_text("utf-8")
    write(
        project, "other.xlf", text.replace('id="wound" original="source/wound.txt"', 'id="x" original="/etc/hostname"')
    )
    write(project, "french.xlf", text.replace('srcLang="en"', 'srcLang="fr"'))
    done = plainleaf("review", *arguments, cwd=project)
    assert (done.returncode, says in done.stderr) == (code, True), done.stderr
    assert not (project / "memory").exists()


def test_one_bad_file_does_not_stop_the_others(project: Path) -> None:
    path = approved(project / FILE)
    done = plainleaf("review", "import", "source/wound.txt", str(path), *WHO, cwd=project)
    assert done.returncode == 6
    assert "7 taken" in done.stdout
