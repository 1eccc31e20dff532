"""Write the golden texts anew: `python -m tests.golden`. Read every line of the difference before committing it."""

from __future__ import annotations

from tests.golden.findings import findings_text
from tests.golden.plain import GOLDEN, SOURCE, plain_text

for source in sorted(path for path in SOURCE.iterdir() if path.is_file()):
    (GOLDEN / f"{source.stem}.txt").write_text(plain_text(source), "utf-8")
    (GOLDEN / f"{source.stem}.findings.txt").write_text(findings_text(source), "utf-8")
