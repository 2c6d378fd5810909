"""What small packages of npm do: texts for terminals, times in words."""

import re
import sys

from helpers.numbers import number_to_string

_UNITS = {"s": 1e3, "m": 6e4, "h": 36e5, "d": 864e5, "w": 6048e5, "y": 315576e5}


def styled(text, *codes):
    """Text in a colour or style, where the output goes to a terminal."""
    if not sys.stdout.isatty():
        return text
    for start, end in codes:
        text = f"\x1b[{start}m{text}\x1b[{end}m"
    return text


def parse_duration(text):
    """Milliseconds of a time in words, "2 days" or "10h"; None for other text."""
    match = re.fullmatch(
        r"(-?(?:\d+)?\.?\d+) *(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?"
        r"|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)?",
        text,
        re.IGNORECASE,
    )
    if match is None:
        return None
    unit = (match[2] or "ms").lower()
    factor = 1 if unit.startswith(("ms", "milli")) else _UNITS[unit[0]]
    value = float(match[1]) * factor
    return int(value) if value.is_integer() else value


def format_duration(ms):
    """A time in words, "2d" or "10h"."""
    for unit in ("d", "h", "m", "s"):
        if abs(ms) >= _UNITS[unit]:
            return f"{int(ms / _UNITS[unit] + (0.5 if ms >= 0 else -0.5))}{unit}"
    return f"{number_to_string(ms)}ms"
