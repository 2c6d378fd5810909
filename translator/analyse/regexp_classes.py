"""Classes of regular expressions, those of the flag v too (ECMA-262 section 22.2.1)."""

from __future__ import annotations

from .regexp_characters import Characters, RegexError, join_halves
from .regexp_tree import Char, CharClass, ClassSet, Item, Kind, Property


class Classes(Characters):
    def char_class(self) -> CharClass | ClassSet:
        self.at += 1
        negated = self.take("^")
        if "v" in self.flags:
            return self.class_of_sets(negated)
        items: list[Item] = []
        while self.peek() != "]":
            if self.at >= len(self.source):
                raise RegexError("a class is not closed")
            self.union_item(items)
        self.at += 1
        return CharClass(negated, tuple(items))

    def class_of_sets(self, negated: bool) -> CharClass | ClassSet:
        """A class of the flag v: a union, or operands of ``--``, or of ``&&``."""
        items: list[Item] = []
        operator = ""
        while self.peek() != "]":
            if self.at >= len(self.source):
                raise RegexError("a class is not closed")
            if self.peek(2) in ("--", "&&"):
                if (
                    len(items) != 1
                    and not operator
                    or operator not in ("", self.peek(2))
                ):
                    raise RegexError("a class with several operators")
                operator = self.peek(2)
                self.at += 2
                self.operand(items)
            elif operator:
                raise RegexError("a class with several operators")
            else:
                self.union_item(items)
        self.at += 1
        if operator:
            return ClassSet(negated, operator, tuple(items))
        return CharClass(negated, tuple(items))

    def operand(self, items: list[Item]) -> None:
        found = self.member()
        if isinstance(found, tuple):
            items.append(CharClass(False, found))
        else:
            items.append(found)

    def union_item(self, items: list[Item]) -> None:
        first = self.member()
        if isinstance(first, CharClass) and not first.negated:
            items += first.items
        elif isinstance(first, tuple):
            items += first
        elif self.peek() == "-" and self.peek(2) not in (
            ("-]", "-", "--") if "v" in self.flags else ("-]", "-")
        ):
            self.at += 1
            last = self.member()
            if isinstance(first, int) and isinstance(last, int):
                if last < first:
                    raise RegexError("a range in the wrong order")
                items.append((first, last))
            else:  # annex B: the hyphen stands for itself
                items += [first, ord("-")]
                items += last if isinstance(last, tuple) else [last]
        else:
            items.append(first)

    def member(self) -> int | Kind | Property | CharClass | ClassSet | tuple[Item, ...]:
        char = self.peek()
        if "v" in self.flags:
            if char == "[":
                return self.char_class()
            if self.peek(2) == "\\q":
                raise RegexError("texts in a class (\\q)")
        self.at += 1
        if char != "\\":
            code = ord(char)
        else:
            found = self.character(in_class=True)
            if not isinstance(found, int):
                return found
            code = found
            if 0xD800 <= code < 0xDC00 and self.peek(2) == "\\u":
                start = self.at
                self.at += 2
                low = self.code_point()
                joined = join_halves(Char(code), Char(low))
                if joined is not None and self.unicode:
                    return joined.code
                self.at = start
        if not self.unicode and (code > 0xFFFF or 0xD800 <= code < 0xE000):
            raise RegexError(
                "a class with characters beyond U+FFFF, without the flag u"
            )
        return code
