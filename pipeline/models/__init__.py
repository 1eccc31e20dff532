"""Translation packages for Argos: found in an index or a file, checked against a lock, unpacked, removed.

The only part of Plainleaf that uses the network, and only when it is asked to install or to list what an index offers.

    from pipeline import models
    models.install("en-es", lock=Path("plainleaf-models.lock"), index=models.INDEX)
"""

from __future__ import annotations

from pipeline.models.index import INDEX, Offer, offers, route
from pipeline.models.install import Installed, install, installed, remove
from pipeline.models.lock import Lock, Pin

__all__ = ["INDEX", "Installed", "Lock", "Offer", "Pin", "install", "installed", "offers", "remove", "route"]
