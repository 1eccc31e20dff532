"""Checks of pictures and their alt text. The table is in `pipeline/check/__init__.py`."""
