"""Paths as text, as Node's module path has them on systems of the kind of Unix."""

import os
import posixpath


def join_path(*parts):
    """The parts as one path, as Node's path.join: ".." is taken away, a last slash stays."""
    return normalize_path("/".join(part for part in parts if part))


def normalize_path(path):
    """The path without "." and "..", as Node's path.normalize: a last slash stays."""
    if not path:
        return "."
    if path.startswith("/"):
        path = "/" + path.lstrip("/")
    normal = posixpath.normpath(path)
    return normal + "/" if path.endswith("/") and normal != "/" else normal


def resolve_path(*parts):
    """The absolute path, as Node's path.resolve: each part is relative to those before."""
    path = os.getcwd()
    for part in parts:
        path = posixpath.join(path, part)
    return posixpath.normpath("/" + path.lstrip("/"))


def relative_path(start, end):
    """The way from one path to another, as Node's path.relative: "" where they are one."""
    way = posixpath.relpath(resolve_path(end), resolve_path(start))
    return "" if way == "." else way


def path_base(path, suffix=""):
    """The last part of a path, as Node's path.basename, without a suffix."""
    name = path.rstrip("/").rpartition("/")[2]
    if suffix and suffix == path:
        return ""
    return name.removesuffix(suffix) if name != suffix else name


def path_folder(path):
    """What is before the last part of a path, as Node's path.dirname: "." where nothing is."""
    if not path:
        return "."
    folder, slash, _ = path.rstrip("/").rpartition("/")
    if folder == "/":
        return "//"
    return folder or slash or ("/" if path.startswith("/") else ".")


def path_suffix(path):
    """The suffix of the last part of a path, as Node's path.extname: "a." has "."."""
    name = path.rstrip("/").rpartition("/")[2]
    stem, dot, suffix = name.rpartition(".")
    return dot + suffix if stem and name != ".." else ""


def parse_path(path):
    """The parts of a path, as Node's path.parse."""
    base, suffix = path_base(path), path_suffix(path)
    inside = path.startswith("/") or "/" in path.rstrip("/")
    return {
        "root": "/" if path.startswith("/") else "",
        "dir": path_folder(path) if inside else "",
        "base": base,
        "ext": suffix,
        "name": base[: len(base) - len(suffix)],
    }


def format_path(parts):
    """A path of its parts, as Node's path.format."""
    base = parts.get("base") or (parts.get("name") or "") + (parts.get("ext") or "")
    folder = parts.get("dir") or parts.get("root")
    if not folder:
        return base
    return folder + base if folder == parts.get("root") else f"{folder}/{base}"
