"""Regular expressions where Python's `re` goes another way than JavaScript."""

import re

from js2aio.mappings.helpers.text import split_text, to_string


def compile_regex(source, flags=""):
    """new RegExp(source, flags) of text known only when the program runs."""
    flags = "" if flags is None else to_string(flags)
    if len(set(flags)) < len(flags) or set(flags) - set("dgimsuvy"):
        raise re.error(f"Invalid flags supplied to RegExp constructor '{flags}'")
    unicode = "u" in flags or "v" in flags
    line_end = "\n\r\u2028\u2029"
    space = r"\t-\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
    identity_escape = r"\\(?:[^bBdDsSwWpPfnrtvcukx\d^$\\.*+?()\[\]{}|/]|[pPck]$)"
    outside = {
        ".": "(?s:.)" if "s" in flags else f"[^{line_end}]",
        "^": f"(?<![^{line_end}])" if "m" in flags else "^",
        "$": f"(?![^{line_end}])" if "m" in flags else r"\Z",
        "{": r"\{",
        "(?<": "(?P<",
        r"\b": r"(?a:\b)",
        r"\B": r"(?a:\B)",
        r"\D": "[^0-9]",
        r"\W": "[^A-Za-z0-9_]",
        r"\S": f"[^{space}]",
    }
    kinds = {
        r"\d": "0-9",
        r"\w": "A-Za-z0-9_",
        r"\s": space,
        r"\D": r"\x00-/:-\U0010ffff",
        r"\W": r"\x00-/:-@\[-\^`{-\U0010ffff",
        r"\S": r"\x00-\x08\x0e-\x1f!-\x9f\xa1-\u167f\u1681-\u1fff\u200b-\u2027"
        r"\u202a-\u202e\u2030-\u205e\u2060-\u2fff\u3001-\ufefe\uff00-\U0010ffff",
    }

    def write(part):
        if unicode and re.match(identity_escape, part):
            raise re.error(f"Invalid escape: {part}")
        if part.startswith(r"\u{") and unicode:
            return re.escape(chr(int(part[3:-1], 16)))
        if part.startswith(r"\k<"):
            return f"(?P={part[3:-1]})"
        if part.startswith(r"\c") and len(part) == 3:
            return f"\\x{ord(part[2]) % 32:02x}"
        if part.startswith((r"\p{", r"\P{")) and unicode:
            raise ValueError(f"Unicode properties are not in Python's re: {source}")
        if part == r"\0":
            return r"\x00"
        if part[0] == "\\" and part[1:].isalpha() and part[1] not in "nrtfvxu":
            return part[1:]
        return part

    def write_class(text):
        start = "[^" if text.startswith("[^") else "["
        parts = re.findall(
            (
                r"\\u\{[0-9a-fA-F]+\}|\\c[A-Za-z]|\\[pP]\{[^}]*\}|\\?[\s\S]"
                if unicode
                else r"\\c[A-Za-z]|\\?[\s\S]"
            ),
            text[len(start) : -1],
        )
        if not parts:
            return "(?!)" if start == "[" else "(?s:.)"
        written = []
        for before, part, after in zip(["", *parts], parts, [*parts[1:], ""]):
            if unicode and part == r"\B":
                raise re.error(f"Invalid escape: {part}")
            if part == r"\b":
                written.append(r"\x08")
            elif part == r"\-":
                written.append(part)
            elif part in kinds:
                written.append(kinds[part])
            elif part in "[&~|" or part == "-" and (before in kinds or after in kinds):
                written.append("\\" + part)
            else:
                written.append(write(part))
        text = start + "".join(written) + "]"
        # In a range of characters, k and s would be taken for letters beyond ASCII.
        return f"(?-i:{text})" if "i" in flags and r"\W" in parts else text

    properties = r"|\\[pP]\{[^}]*\}" if unicode else ""
    token = (
        r"\[(?:\\[\s\S]|[^\]\\])*\]|\\u\{[0-9a-fA-F]+\}|\\k<[^>]*>|\\c[A-Za-z]"
        rf"|\(\?<(?![=!])|\{{[0-9]+(?:,[0-9]*)?\}}{properties}|\\?[\s\S]"
    )
    result = ""
    for part in re.findall(token, source):
        if part[0] == "[":
            result += write_class(part)
        elif part in outside:
            result += outside[part]
        elif part in kinds:
            result += f"[{kinds[part]}]"
        else:
            result += write(part)
    return re.compile(result, re.IGNORECASE if "i" in flags else 0)


def match_all_text(pattern, text):
    """match with the flag g: the texts of all matches, None if there is none."""
    return [found[0] for found in pattern.finditer(text)] or None


def search_index(pattern, text):
    """search: where the first match starts, -1 if there is none."""
    found = pattern.search(text)
    return found.start() if found else -1


def split_regex(pattern, text, limit=None):
    """split by a pattern, its groups among the parts; no empty match splits at the ends."""
    if not text:
        return [] if pattern.match(text) else [text]
    parts, start, at = [], 0, 0
    while at < len(text):
        found = pattern.search(text, at)
        if found is None or found.start() >= len(text):
            break
        if found.end() == start:
            at += 1
            found = pattern.match(text, at) if found.start() != start else None
            continue
        if found.end() == found.start() == at == start:
            at += 1
            continue
        parts += [text[start : found.start()], *found.groups()]
        start = found.end()
        at = max(start, at + 1) if found.end() == found.start() else start
    parts.append(text[start:])
    return parts if limit is None else parts[: int(limit) % 2**32]


def split_by(text, separator=None, limit=None):
    """split by a pattern, or by any other value as text."""
    if isinstance(separator, StatefulRegex):
        separator = separator.pattern
    if hasattr(separator, "finditer"):
        return split_regex(separator, text, limit)
    text_of_it = None if separator is None else to_string(separator)
    return split_text(text, text_of_it, limit)


def replace_regex(pattern, text, new, every=False):
    """replace by text in which $1, $&, $<name> and so on have a meaning."""

    def expand(found):
        def insert(mark):
            mark = mark[0][1:]
            if mark == "$":
                return "$"
            if mark == "&":
                return found[0]
            if mark == "`":
                return text[: found.start()]
            if mark == "'":
                return text[found.end() :]
            if mark[0] == "<":
                if not pattern.groupindex:
                    return "$" + mark
                name = mark[1:-1]
                return found[name] or "" if name in pattern.groupindex else ""
            for digits in (mark, mark[:1]):
                if 1 <= int(digits) <= pattern.groups:
                    return (found[int(digits)] or "") + mark[len(digits) :]
            return "$" + mark

        return re.sub(r"\$([$&`']|[0-9]{1,2}|<[^>]*>)", insert, new)

    return pattern.sub(expand, text, count=0 if every else 1)


def replace_with(pattern, text, function, every=False):
    """replace by what a function makes of each match: it gets the match, its groups and its place."""

    def call(found):
        names = [found.groupdict()] if pattern.groupindex else []
        return to_string(
            function(found[0], *found.groups(), found.start(), text, *names)
        )

    return pattern.sub(call, text, count=0 if every else 1)


class StatefulRegex:
    """A RegExp with the flag g or y: it goes on where its last match ended."""

    def __init__(self, pattern, sticky=False):
        self.pattern = pattern
        self.sticky = sticky
        self.last_index = 0

    def exec(self, text):
        """The next match, or None; then it starts anew."""
        found = None
        if self.last_index <= len(text):
            find = self.pattern.match if self.sticky else self.pattern.search
            found = find(text, self.last_index)
        self.last_index = found.end() if found else 0
        return found

    def test(self, text):
        """Whether there is a next match."""
        return self.exec(text) is not None

    def restarted(self):
        """The plain pattern, for a method that starts at the beginning; so does exec then."""
        self.last_index = 0
        return self.pattern


def regex_escape(text):
    """RegExp.escape: the text as a pattern that matches just it."""
    controls = {"\t": "t", "\n": "n", "\v": "v", "\f": "f", "\r": "r"}

    def escape(found):
        char, code = found[0], ord(found[0])
        if char in "^$\\.*+?()[]{}|/":
            return "\\" + char
        if char in controls:
            return "\\" + controls[char]
        return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"

    special = (
        r"^[0-9A-Za-z]|[\^$\\.*+?()\[\]{}|/,\-=<>#&!%:;@~'`\"\s\ufeff\ud800-\udfff]"
    )
    return re.sub(special, escape, text)


def match_groups(found):
    """What a match is as an array of JavaScript: the whole of it, and its groups."""
    return [found[0], *found.groups()]


def groups_or_items(value):
    """What a match is as an array, or the array that stands in its place."""
    return match_groups(value) if hasattr(value, "groups") else value


def match_to_string(found):
    """The text of a match, which is an array of JavaScript, or of null."""
    if found is None:
        return "null"
    return ",".join(group or "" for group in (found[0], *found.groups()))
