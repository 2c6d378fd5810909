"""Regular expressions: JavaScript's syntax to that of Python's ``re``.

The differences: ECMA-262 section 22.2 against https://docs.python.org/3/library/re.html.
"""

from __future__ import annotations


class RegexError(ValueError):
    """The pattern has something that ``re`` cannot do the same way."""


_CLASSES = {"d": "0-9", "w": "A-Za-z0-9_"}
_NEGATED = {"D": "[^0-9]", "W": "[^A-Za-z0-9_]"}
#: JavaScript's white space (ECMA-262 22.2.2.9, WhiteSpace and LineTerminator).
_SPACE = "\\t-\\r \\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff"
_SYNTAX = frozenset("^$\\.*+?()[]{}|/")


def translate_regex(pattern: str, flags: str) -> tuple[str, str]:
    """The pattern for ``re`` and its flags, as ``"re.I"`` or ``"re.I | re.M"`` or empty.

    ``g`` and ``d`` say how a pattern is used, not what it matches. Raises RegexError.
    """
    if "y" in flags:
        raise RegexError("the sticky flag has no counterpart")
    if "v" in flags:
        raise RegexError("the v flag has no counterpart in re")
    return _Translator(pattern, flags).run(), python_flags(flags)


def python_flags(flags: str) -> str:
    names = {"i": "re.IGNORECASE", "s": "re.DOTALL", "m": "re.MULTILINE"}
    return " | ".join(names[f] for f in "ims" if f in flags)


class _Translator:
    def __init__(self, pattern: str, flags: str) -> None:
        self.pattern = pattern
        self.flags = flags
        self.at = 0
        self.out: list[str] = []

    def run(self) -> str:
        while self.at < len(self.pattern):
            self.step()
        return "".join(self.out)

    def peek(self, count: int = 1) -> str:
        return self.pattern[self.at : self.at + count]

    def step(self) -> None:
        character = self.peek()
        if character == "\\":
            self.out.append(self.escape(in_class=False))
        elif character == "[":
            self.char_class()
        elif character == "(":
            self.group()
        elif character == "$":
            self.at += 1
            self.out.append("$" if "m" in self.flags else "\\Z")
        elif character == ".":
            self.at += 1
            self.out.append("." if "s" in self.flags else "[^\\n\\r\\u2028\\u2029]")
        elif character == "{" and not self.is_quantifier():
            self.at += 1
            self.out.append("\\{")
        elif character == "^" and "m" in self.flags:
            self.at += 1
            self.out.append("^")
        else:
            self.at += 1
            self.out.append(character)
            if character in "*+?}" and self.peek() == "+":
                raise RegexError("a quantifier after a quantifier")

    def is_quantifier(self) -> bool:
        end = self.pattern.find("}", self.at)
        body = self.pattern[self.at + 1 : end] if end > 0 else ""
        low, _, high = body.partition(",")
        return low.isdigit() and (high == "" or high.isdigit())

    def group(self) -> None:
        self.at += 1
        if self.peek(2) == "?<" and self.peek(3) not in ("?<=", "?<!"):
            end = self.pattern.index(">", self.at)
            name = self.pattern[self.at + 2 : end]
            if not name.isidentifier():
                raise RegexError(f"the group name {name!r}")
            self.out.append(f"(?P<{name}>")
            self.at = end + 1
        else:
            self.out.append("(")

    def escape(self, in_class: bool) -> str:
        self.at += 1
        character = self.peek()
        self.at += 1
        if character in _CLASSES:
            body = _CLASSES[character]
            return body if in_class else f"[{body}]"
        if character in _NEGATED:
            if in_class:
                raise RegexError(f"\\{character} inside of a class")
            return _NEGATED[character]
        if character == "s":
            return "\\s" if not in_class else "\\s"
        if character == "S":
            return "\\S"
        if character == "b":
            if in_class:
                return "\\x08"
            return self.ascii_boundary("\\b")
        if character == "B":
            return self.ascii_boundary("\\B")
        if character == "k":
            if self.peek() != "<":
                return "k"
            end = self.pattern.index(">", self.at)
            name = self.pattern[self.at + 1 : end]
            self.at = end + 1
            return f"(?P={name})"
        if character == "c":
            control = self.peek()
            self.at += 1
            return f"\\x{ord(control) % 32:02x}"
        if character == "u":
            return self.unicode_escape()
        if character == "x":
            digits = self.peek(2)
            if len(digits) == 2 and all(c in "0123456789abcdefABCDEF" for c in digits):
                self.at += 2
                return f"\\x{digits}"
            return "x"
        if character in "pP" and self.flags and "u" in self.flags:
            raise RegexError("Unicode properties (\\p) are not in re")
        if character == "0" and not self.peek().isdigit():
            return "\\x00"
        if character.isdigit():
            return f"\\{character}"
        if character in "nrtvf":
            return f"\\{character}"
        if character == "-":
            return "\\-"
        if character in _SYNTAX:
            return character if character == "/" else f"\\{character}"
        if character.isalpha():
            return character
        return character

    def ascii_boundary(self, escape: str) -> str:
        # \b of re counts all letters as word characters, JavaScript's only ASCII ones.
        return f"(?a:{escape})"

    def unicode_escape(self) -> str:
        if self.peek() == "{":
            end = self.pattern.index("}", self.at)
            code = int(self.pattern[self.at + 1 : end], 16)
            self.at = end + 1
            return f"\\U{code:08x}"
        digits = self.peek(4)
        self.at += 4
        return f"\\u{digits}"

    def char_class(self) -> None:
        self.at += 1
        negated = self.peek() == "^"
        if negated:
            self.at += 1
        if self.peek() == "]":
            self.at += 1
            # [] matches nothing, [^] matches anything.
            self.out.append("[\\s\\S]" if negated else "(?!)")
            return
        parts: list[str] = []
        while self.at < len(self.pattern) and self.peek() != "]":
            character = self.peek()
            if character == "\\":
                parts.append(self.escape(in_class=True))
                continue
            self.at += 1
            if character == "[" or character in "&~|" and self.peek() == character:
                parts.append(f"\\{character}")
            else:
                parts.append(character)
        self.at += 1
        self.out.append(f"[{'^' if negated else ''}{''.join(parts)}]")


assert _SPACE
