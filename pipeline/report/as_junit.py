"""The gate as JUnit XML: a suite for each file, a test case for each section, as Jenkins and GitLab show them.

Jenkins and GitLab read one failure of a test case, so a section's findings share one. Elements and attributes are those
that the schema of Jenkins' xUnit plugin (junit-10.xsd) knows.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree

from pipeline.characters import for_xml, one_line
from pipeline.edition import Readability, SectionScore
from pipeline.findings import Finding
from pipeline.report.as_text import figures_of, lines_of
from pipeline.report.check_report import CheckedFile, CheckReport, Failed
from pipeline.report.left_out import by_reason
from pipeline.report.order import ordered, place, worst_first
from pipeline.report.scores import BEFORE_HEADINGS

WHOLE_FILE = "(whole file)"


def render(report: CheckReport) -> str:
    """One `testsuites`. Findings at `fail_on` or worse fail their section; milder and known ones are its output."""
    root = ElementTree.Element("testsuites", {"name": "plainleaf check"})
    shuts, others = _by_path(report.shuts), _by_path(_milder(report))
    notes = _notes(report)
    files = {file.path: file for file in report.files}
    for path in sorted({*files, *shuts, *others, *notes}):
        _suite(root, path, files.get(path), shuts.get(path, []), others.get(path, []), notes.get(path, []))
    for failed in sorted(report.failed, key=lambda one: one.path):
        _failed(root, failed)
    _sum(root)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _milder(report: CheckReport) -> list[Finding]:
    return [found for found in report.findings if found.severity.rank > report.fail_on.rank]


def _by_path(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for one in findings:
        found[one.where.path].append(one)
    return dict(found)


def _notes(report: CheckReport) -> dict[str, list[str]]:
    """Lines about findings that do not count, by path."""
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for found in ordered(report.known):
        lines[found.where.path] += [f"known: {line}" for line in lines_of(found)]
    for ignored in sorted(report.ignored, key=lambda one: (place(one.finding), one.reason)):
        why = one_line(ignored.reason)
        lines[ignored.finding.where.path] += [f"ignored ({why}): {line}" for line in lines_of(ignored.finding)]
    return dict(lines)


def _suite(
    root: ElementTree.Element,
    path: str,
    file: CheckedFile | None,
    shuts: Sequence[Finding],
    others: Sequence[Finding],
    notes: Sequence[str],
) -> None:
    suite = _suite_of(root, path)
    if file is not None:
        _properties(suite, file.readability)
    sections = () if file is None else file.readability.sections
    slugs = {section.slug for section in sections}
    failing, told = _by_section(shuts, slugs), _by_section(others, slugs)
    _fill(_case(suite, path, WHOLE_FILE), failing[None], told[None], notes)
    for name, section in _named(sections):
        _fill(_case(suite, path, name), failing[section.slug], told[section.slug], [_figures(section)])


def _suite_of(root: ElementTree.Element, path: str) -> ElementTree.Element:
    return ElementTree.SubElement(root, "testsuite", {"name": _attribute(path), "file": _attribute(path)})


def _named(sections: Sequence[SectionScore]) -> Iterator[tuple[str, SectionScore]]:
    """Sections with a name that no other case of the suite has: Jenkins follows a case from run to run by its name."""
    names = Counter(one_line(section.heading) or BEFORE_HEADINGS for section in sections)
    for section in sections:
        name = one_line(section.heading) or BEFORE_HEADINGS
        yield (name if names[name] == 1 and name != WHOLE_FILE else f"{name} ({section.slug})"), section


def _by_section(findings: Sequence[Finding], slugs: set[str]) -> defaultdict[str | None, list[Finding]]:
    """By the slug of their section; those of no section that was scored under None."""
    found: defaultdict[str | None, list[Finding]] = defaultdict(list)
    for one in findings:
        found[one.where.section if one.where.section in slugs else None].append(one)
    return found


def _case(suite: ElementTree.Element, path: str, name: str) -> ElementTree.Element:
    # Jenkins takes what is before the last stop of a class name for its package: ".md" would part the path.
    classname = _attribute(path).replace(".", "_")
    return ElementTree.SubElement(suite, "testcase", {"classname": classname, "name": _attribute(name), "time": "0"})


def _fill(case: ElementTree.Element, shuts: Sequence[Finding], others: Sequence[Finding], says: Sequence[str]) -> None:
    if shuts:
        worst = worst_first(shuts)
        message = worst[0].message if len(worst) == 1 else f"{figures_of(worst)}; first: {worst[0].message}"
        attributes = {"message": _attribute(message), "type": worst[0].code}
        failure = ElementTree.SubElement(case, "failure", attributes)
        failure.text = for_xml("\n".join(line for found in worst for line in lines_of(found)))
    lines = [*says, *(line for found in ordered(others) for line in lines_of(found))]
    if lines:
        ElementTree.SubElement(case, "system-out").text = for_xml("\n".join(lines))


def _properties(suite: ElementTree.Element, figures: Readability) -> None:
    values = {"language": figures.language, "words counted": str(figures.counted.words)}
    values |= {f"words left out: {reason}": str(words) for reason, words in by_reason(figures).items()}
    values |= {name: f"{value:.2f}" for name, value in figures.scores.items()}
    properties = ElementTree.SubElement(suite, "properties")
    for name, value in values.items():
        ElementTree.SubElement(properties, "property", {"name": _attribute(name), "value": _attribute(value)})


def _figures(section: SectionScore) -> str:
    scores = ", ".join(f"{name} {value:.1f}" for name, value in section.scores.items())
    left_out = sum(by_reason(section).values())
    return f"{section.counted.words} words counted, {left_out} left out; {scores or 'no sentence to score'}"


def _failed(root: ElementTree.Element, failed: Failed) -> None:
    case = _case(_suite_of(root, failed.path), failed.path, WHOLE_FILE)
    error = ElementTree.SubElement(case, "error", {"message": _attribute(failed.message), "type": "not checked"})
    error.text = for_xml(failed.hint)


def _sum(root: ElementTree.Element) -> None:
    """Write the numbers of cases, failures and errors on every suite and on the root."""
    for element in (*root, root):
        element.set("tests", str(len(list(element.iter("testcase")))))
        element.set("failures", str(len(list(element.iter("failure")))))
        element.set("errors", str(len(list(element.iter("error")))))


def _attribute(text: str) -> str:
    """On one line: readers turn the white space of an attribute into blanks anyway."""
    return one_line(for_xml(text))
