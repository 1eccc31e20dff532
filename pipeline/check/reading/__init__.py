"""Checks of reading level and structure. The table is in `pipeline/check/__init__.py`."""
