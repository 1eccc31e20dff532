"""A source file's bytes, or a clear word on why there are none."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from pipeline.errors import InputError


def load(path: Path | str, max_bytes: int) -> bytes:
    """The bytes of the file at `path`.

    Raises InputError when it is missing, no regular file, not permitted, or longer than `max_bytes`. No more than
    `max_bytes` + 1 bytes are ever read.
    """
    path = Path(path)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            if not os.access(path, os.R_OK | os.X_OK):
                raise PermissionError
            raise InputError(f"{path} is a folder, not a file.", "Name the files in it.")
        if not stat.S_ISREG(mode):
            raise InputError(f"{path} is not a regular file.", "Save the text as a file and name that.")
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
            size = max(len(data), path.stat().st_size)
    except FileNotFoundError as error:
        raise InputError(f"{path} does not exist.", "Check the name and the folder.") from error
    except PermissionError as error:
        raise InputError(f"{path} may not be read.", "Ask for the right to read it, or copy it elsewhere.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{path} cannot be read: {reason}.", "Check the name and the disk.") from error
    if len(data) > max_bytes:
        raise InputError(
            f"{path} has {size:,} bytes; the limit is {max_bytes:,}.",
            "Split it into shorter documents, or raise read.max_bytes in plainleaf.toml.",
        )
    return data
