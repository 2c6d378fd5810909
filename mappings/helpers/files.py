"""Files as Node's fs has them: text with its line ends as they are, names in order."""

import errno
import os
import shutil
from pathlib import Path


def read_text(path):
    """The text of a file, line ends as they are."""
    return Path(path).read_bytes().decode(errors="replace")


def write_text(path, text):
    """Put text into a file, line ends as they are."""
    Path(path).write_text(text, encoding="utf-8", newline="")


def append_text(path, text):
    """Put text at the end of a file, line ends as they are."""
    with open(path, "a", encoding="utf-8", newline="") as file:
        file.write(text)


def list_folder(path):
    """The names in a folder, in order."""
    return sorted(os.listdir(path))


def scan_folder(path):
    """The entries of a folder, in the order of their names."""
    return sorted(os.scandir(path), key=lambda entry: entry.name)


def remove(path, force=False, recursive=False):
    """Remove a file, or with `recursive` a folder; `force`: it need not be there."""
    try:
        if recursive and os.path.isdir(path) and not os.path.islink(path):
            shutil.rmtree(path)
        else:
            os.remove(path)
    except FileNotFoundError:
        if not force:
            raise


def check_access(path, mode):
    """Raise where there is no such file, or it may not be used so."""
    if not os.access(path, mode):
        os.stat(path)
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)


def error_code(err):
    """The `code` of an error: its own, else the system's ("ENOENT")."""
    own = getattr(err, "code", None)
    if own is None and isinstance(err, OSError):
        return errno.errorcode.get(err.errno)
    return own
