"""Checks of words a reader may not know. The table is in `pipeline/check/__init__.py`."""
