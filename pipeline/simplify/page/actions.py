"""What to do: the instructions of a page, in order and word for word."""

from __future__ import annotations

from pipeline.document import Block
from pipeline.simplify.page import help as getting_help
from pipeline.simplify.page import pull
from pipeline.simplify.page.orders import orders
from pipeline.simplify.page.page import Page

_PREFIX = "page-what-to-do"


def make(page: Page) -> tuple[Block, ...]:
    """Every sentence that tells the reader to do something, or not to.

    A section about getting help that stands as a whole in the part on getting help is not given twice. Any other
    section is: half of what to do misleads.
    """
    helped = getting_help.find(page) if "when-to-get-help" in page.asked else ()
    elsewhere = frozenset(id for one in helped for id in one.ids)
    found = pull.find(page, lambda text: bool(orders(page.parse(text))))
    return pull.copied(
        _PREFIX, (one for one in found if not (one.ids <= elsewhere and getting_help.is_headed(page, one.path[-1])))
    )
