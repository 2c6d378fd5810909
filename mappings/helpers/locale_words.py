"""Words around numbers, times and lists as Intl writes them for en-US (ECMA-402)."""

import math

from helpers.numbers import number_to_string, to_locale_number


def plural_category(value):
    """Intl.PluralRules: "one" for what is written as 1, else "other"."""
    return "one" if to_locale_number(abs(value)) == "1" else "other"


def ordinal_category(value):
    """Intl.PluralRules for ordinal numbers: 1st, 2nd, 3rd, 4th."""
    number = to_locale_number(abs(value)).replace(",", "")
    endings = {"1": "one", "2": "two", "3": "few"}
    if "." in number or number[-2:] in ("11", "12", "13"):
        return "other"
    return endings.get(number[-1], "other")


def join_list(items, kind="conjunction", style="long"):
    """Intl.ListFormat: "a, b, and c"."""
    items = list(items)
    word = {"conjunction": "and", "disjunction": "or", "unit": ""}[kind]
    if kind == "conjunction" and style != "long":
        word = "&" if style == "short" else ""
    comma = " " if kind == "unit" and style == "narrow" else ", "
    if len(items) < 2:
        return "".join(items)
    if not word:
        return comma.join(items)
    last = f" {word} " if len(items) == 2 else f", {word} "
    return comma.join(items[:-1]) + last + items[-1]


class RelativeTimeFormat:
    """Writes how far a time is away: "in 2 days", "yesterday"."""

    SHORT = {
        "second": "sec.",
        "minute": "min.",
        "hour": "hr.",
        "week": "wk.",
        "month": "mo.",
        "quarter": "qtr.",
        "year": "yr.",
    }
    NARROW = dict(zip([*SHORT, "day"], ["s", "m", "h", "w", "mo", "q", "y", "d"]))

    def __init__(self, numeric="always", style="long"):
        self.auto = numeric == "auto"
        self.style = style

    def __call__(self, value, unit):
        """The text for so many of a unit, which lie in the past below 0."""
        unit = unit.removesuffix("s")
        if unit not in self.NARROW:
            raise ValueError(f"Invalid unit argument for format() '{unit}'")
        if not math.isfinite(value):
            raise ValueError(f"Invalid time value: {number_to_string(value)}")
        if self.auto and (text := self.named(value, unit)):
            return text
        number = to_locale_number(abs(value))
        amount = f"{number} {self.name(unit, number == '1')}"
        if self.style == "narrow":
            amount = number + self.NARROW[unit]
        past = math.copysign(1, value) < 0
        return f"{amount} ago" if past else f"in {amount}"

    def name(self, unit, one=True):
        """The name of a unit, for one of it or for several."""
        if self.style == "long" or unit == "day":
            return unit if one else f"{unit}s"
        return "qtrs." if unit == "quarter" and not one else self.SHORT[unit]

    def named(self, value, unit):
        """Where there is a word for it: "tomorrow", "last week"; else None."""
        value = round(value, 2)
        if unit == "day":
            return {-1: "yesterday", 0: "today", 1: "tomorrow"}.get(value)
        if unit == "second":
            return "now" if value == 0 else None
        if unit in ("minute", "hour"):
            return f"this {unit}" if value == 0 else None
        word = {-1: "last", 0: "this", 1: "next"}.get(value)
        return word and f"{word} {self.name(unit)}"
