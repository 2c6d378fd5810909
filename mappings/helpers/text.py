"""Text of values, JSON, and the string methods that have no equal in Python."""

import datetime
import json
import math
import re
import unicodedata
from urllib.parse import quote, unquote

from js2aio.mappings.helpers.errors import error_to_string
from js2aio.mappings.helpers.numbers import number_to_string, to_number


def to_string(value, none="undefined"):
    """String(value): arrays are joined, plain objects are "[object Object]"."""
    if isinstance(value, str):
        return value
    if value is None:
        return none
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return number_to_string(value)
    if isinstance(value, list | tuple):
        return ",".join(to_string(item, none="") for item in value)
    if isinstance(value, BaseException):
        return error_to_string(value)
    if isinstance(value, dict):
        own = value.get("toString")
        return to_string(own()) if callable(own) else "[object Object]"
    if type(value).__module__ in (
        "builtins",
        "datetime",
        "re",
        "_regex",
    ) or callable(value):
        raise TypeError(
            f"JavaScript's text of {type(value).__name__} is not known here"
        )
    plain = type(value).__str__ is object.__str__ and hasattr(value, "__dict__")
    return "[object Object]" if plain else str(value)


def optional_text(value, none="undefined"):
    """String(value) of a text or an integer, which may be missing."""
    return none if value is None else str(value)


def primitive_to_string(value, none="undefined"):
    """String(value) of what is no object."""
    if value is None:
        return none
    if isinstance(value, bool):
        return "true" if value else "false"
    return number_to_string(value) if isinstance(value, int | float) else str(value)


def fields_of(value):
    """The fields of an instance without the private ones, whose names Python mangles."""
    private = tuple(f"_{cls.__name__.lstrip('_')}__" for cls in type(value).__mro__)
    fields = getattr(value, "__dict__", {})
    return {key: fields[key] for key in fields if not key.startswith(private)}


def property_order(keys):
    """Keys as JavaScript lists them: whole numbers first, by size, then in order of creation."""
    keys = list(keys)
    numbers = [
        key
        for key in keys
        if isinstance(key, str)
        and re.fullmatch(r"0|[1-9][0-9]{0,9}", key)
        and int(key) < 2**32 - 1
    ]
    if not numbers:
        return keys
    return sorted(numbers, key=int) + [key for key in keys if key not in set(numbers)]


def json_string(text):
    """A JSON string as JSON.stringify writes it: halves of surrogate pairs are escaped."""
    text = json.dumps(text, ensure_ascii=False)
    return re.sub("[\ud800-\udfff]", lambda half: f"\\u{ord(half[0]):04x}", text)


def json_stringify(value, replacer=None, indent=None, none="null"):
    """JSON.stringify: the same bytes as in JavaScript; None if there is no JSON for the value.

    `none` is what None stands for: with "undefined" it is left out of objects.
    """
    if isinstance(indent, str):
        step = indent[:10]
    else:
        step = " " * min(10, int(indent or 0))
    allowed = map(to_string, replacer) if isinstance(replacer, list) else None
    allowed = allowed and list(dict.fromkeys(allowed))
    open_objects = []

    def members(item):
        if isinstance(item, dict):
            found = {} if any(not isinstance(key, str) for key in item) else item
        else:
            found = fields_of(item)
        if allowed is not None:
            return {key: found[key] for key in allowed if key in found}
        return {key: found[key] for key in property_order(found)}

    def write(key, item, margin):
        own = (
            item.get("toJSON")
            if isinstance(item, dict)
            else getattr(item, "to_json", None) or getattr(item, "toJSON", None)
        )
        if isinstance(item, datetime.datetime):
            text = item.astimezone(datetime.UTC).isoformat(timespec="milliseconds")
            item = text.replace("+00:00", "Z")
        elif callable(own) and not isinstance(item, type):
            item = own()
        if callable(replacer):
            item = replacer(key, item)
        if item is None:
            return "null" if none == "null" else None
        if isinstance(item, bool):
            return "true" if item else "false"
        if isinstance(item, int | float):
            return number_to_string(item) if math.isfinite(item) else "null"
        if isinstance(item, str):
            return json_string(item)
        if callable(item):
            return None
        if any(item is other for other in open_objects):
            raise TypeError("Converting circular structure to JSON")
        open_objects.append(item)
        inner = margin + step
        if isinstance(item, list | tuple):
            parts = [
                write(str(i), part, inner) or "null" for i, part in enumerate(item)
            ]
            start, end = "[", "]"
        else:
            start, end = "{", "}"
            written = (
                (name, write(name, part, inner)) for name, part in members(item).items()
            )
            colon = ": " if step else ":"
            parts = [
                json_string(name) + colon + text
                for name, text in written
                if text is not None
            ]
        open_objects.pop()
        if not parts or not step:
            return start + ",".join(parts) + end
        return f"{start}\n{inner}" + f",\n{inner}".join(parts) + f"\n{margin}{end}"

    return write("", value, "")


def json_parse(text, reviver):
    """JSON.parse with a reviver: each value is passed through it, the innermost first."""

    def revive(key, value):
        if isinstance(value, dict):
            for name in property_order(value):
                found = revive(name, value[name])
                if found is None:
                    del value[name]
                else:
                    value[name] = found
        elif isinstance(value, list):
            value[:] = [revive(str(i), item) for i, item in enumerate(value)]
        return reviver(key, value)

    return revive("", json.loads(text))


def utf16_length(text):
    """The length as JavaScript counts it: a character beyond U+FFFF counts twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf16_slice(text, start=None, end=None):
    """slice, where a character beyond U+FFFF counts as two."""
    units = text.encode("utf-16-le", "surrogatepass")
    start, end, _ = slice(start, end).indices(len(units) // 2)
    return units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")


def utf16_substring(text, start, end=None):
    """substring, where a character beyond U+FFFF counts as two."""
    length = utf16_length(text)
    start = int(min(max(0, start or 0), length))
    end = length if end is None else int(min(max(0, end), length))
    return utf16_slice(text, min(start, end), max(start, end))


def utf16_units(text):
    """The 16-bit code units of the text, each as a string: split("")."""
    units = text.encode("utf-16-le", "surrogatepass")
    return [
        units[at : at + 2].decode("utf-16-le", "surrogatepass")
        for at in range(0, len(units), 2)
    ]


def utf16_find(text, part, start=0):
    """indexOf, where a character beyond U+FFFF counts as two."""
    start = min(max(start, 0), utf16_length(text))
    at = utf16_slice(text, start).find(part)
    return at if at < 0 else start + utf16_length(utf16_slice(text, start)[:at])


def join_surrogates(text):
    """The text with each pair of surrogates as the one character that it means."""
    return text.encode("utf-16-le", "surrogatepass").decode(
        "utf-16-le", "surrogatepass"
    )


def from_char_codes(codes):
    """String.fromCharCode: numbers are taken as 16 bits; surrogate pairs become one character."""
    units = [int(code) & 0xFFFF if math.isfinite(code) else 0 for code in codes]
    return join_surrogates("".join(map(chr, units)))


def from_code_points(codes):
    """String.fromCodePoint: what is no whole number up to 0x10ffff is a RangeError."""
    numbers = [to_number(code) for code in codes]
    for number in numbers:
        if not (0 <= number <= 0x10FFFF and number == int(number)):
            raise ValueError(f"Invalid code point {number_to_string(number)}")
    return join_surrogates("".join(chr(int(number)) for number in numbers))


def is_well_formed(text):
    """isWellFormed: no half of a surrogate pair stands alone."""
    return re.search("[\ud800-\udfff]", text) is None


def char_at(text, index, missing=""):
    """The character at an index; `missing` before the start and after the end."""
    return text[index] if len(text) > index >= 0 else missing


def char_from_end(text, index):
    """at: the character at an index, which counts from the end if negative; else None."""
    return text[index] if -len(text) <= index < len(text) else None


def char_code_at(text, index=0):
    """charCodeAt: NaN outside of the text."""
    units = text.encode("utf-16-le", "surrogatepass")
    if not 0 <= index < len(units) // 2:
        return math.nan
    return int.from_bytes(units[2 * index : 2 * index + 2], "little")


def code_point_at(text, index=0):
    """codePointAt: None outside of the text; the index counts 16-bit units."""
    inside = 0 <= index < utf16_length(text)
    found = utf16_slice(text, index, index + 2) if inside else ""
    return ord(found[0]) if found else None


def substring(text, start, end=None):
    """substring: negative numbers and NaN are 0, and the smaller of both is the start."""
    size = len(text)
    start = int(min(max(0, start or 0), size))
    end = size if end is None else int(min(max(0, end), size))
    return text[min(start, end) : max(start, end)]


def substr(text, start, length=None):
    """substr: so many characters from a start, which counts from the end if negative."""
    start = max(len(text) + start, 0) if start < 0 else start
    return text[start:] if length is None else text[start : start + max(length, 0)]


def find_text(text, part, start=0):
    """indexOf from a position: below 0 and NaN it is 0, after the end it is the end."""
    return text.find(part, int(min(max(0, start or 0), len(text))))


def find_last_text(text, part, start=None):
    """lastIndexOf: the last place that is not after `start`."""
    start = (
        len(text)
        if start is None or math.isnan(start)
        else min(max(start, 0), len(text))
    )
    return text.rfind(part, 0, int(start) + len(part))


def split_text(text, separator=None, limit=None):
    """split by a string: by none at all gives the whole, by the empty one each character."""
    if separator is None:
        parts = [text]
    else:
        parts = text.split(separator) if separator else list(text)
    return parts if limit is None else parts[: int(limit) % 2**32]


def pad_start(text, length, fill=" "):
    """padStart with a filling of any length."""
    missing = length - len(text)
    return (fill * missing)[:missing] + text if missing > 0 else text


def pad_end(text, length, fill=" "):
    """padEnd with a filling of any length."""
    missing = length - len(text)
    return text + (fill * missing)[:missing] if missing > 0 else text


def trim_text(text, ends="both"):
    """trim, trimStart and trimEnd, by what JavaScript takes for white space."""
    spaces = "\t\n\v\f\r \xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff"
    spaces += "".join(map(chr, range(0x2000, 0x200B)))
    text = text if ends == "end" else text.lstrip(spaces)
    return text if ends == "start" else text.rstrip(spaces)


def repeat_text(text, count):
    """repeat: a negative count is an error."""
    if not 0 <= count < math.inf:
        raise ValueError(f"Invalid count value: {number_to_string(count)}")
    return text * count


def replace_text(text, old, new, every=False):
    """replace of a string by one in which $&, $`, $' and $$ have a meaning, or by a function."""

    def insert(found):
        at = found.start()
        if callable(new):
            return to_string(new(old, at, text))
        parts = {"$$": "$", "$&": old, "$`": text[:at], "$'": text[at + len(old) :]}
        return re.sub(r"\$[$&`']", lambda mark: parts[mark[0]], new)

    return re.sub(re.escape(old), insert, text, count=0 if every else 1)


def collation_key(text, numeric=False):
    """Sorts text as localeCompare does: by letters, then accents, then small before capital."""
    marks = "\t\n\v\f\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$"
    base = unicodedata.normalize("NFD", text)
    letters = [c for c in base if not unicodedata.combining(c)]
    first = []
    for c in letters:
        number = numeric and c.isdecimal()
        if number and first and first[-1][0] == 1 and first[-1][2]:
            first[-1] = (1, first[-1][1] * 10 + int(c), True)
        elif number:
            first.append((1, int(c), True))
        elif c in marks:
            first.append((0, marks.index(c), False))
        elif c.isdecimal():
            first.append((1, int(c), False))
        else:
            first.append((2, c.lower(), False))
    accents = [c for c in base if unicodedata.combining(c)]
    second = [(i, c) for i, c in enumerate(base) if c in accents]
    return first, second, [c.isupper() for c in letters if c.isalpha()]


def locale_compare(a, b, numeric=False, base=False):
    """localeCompare: -1, 0 or 1 in the order of a dictionary; `base` ignores case and accents."""
    left, right = collation_key(a, numeric), collation_key(b, numeric)
    if base:
        left, right = left[:1], right[:1]
    return (left > right) - (left < right)


def encode_uri(text):
    """encodeURI: what has a meaning in a whole URI stays."""
    return quote(text, safe=";,/?:@&=+$-_.!~*'()#")


def encode_uri_component(text):
    """encodeURIComponent: all but letters, digits and -_.!~*'() is escaped."""
    return quote(text, safe="-_.!~*'()")


def decode_uri_component(text):
    """decodeURIComponent: what is no UTF-8 after all is an error."""
    if re.search(r"%(?![0-9a-fA-F]{2})", text):
        raise UnicodeError("URI malformed")
    try:
        return unquote(text, errors="strict")
    except UnicodeDecodeError:
        raise UnicodeError("URI malformed") from None


def decode_uri(text):
    """decodeURI: escapes of characters that have a meaning in a URI stay."""
    kept = "|".join(f"%{ord(c):02x}" for c in ";/?:@&=+$,#")
    parts = re.split(f"({kept})", text, flags=re.IGNORECASE)
    return "".join(
        part if i % 2 else decode_uri_component(part) for i, part in enumerate(parts)
    )


class TemplateStrings(list):
    """The texts of a tagged template; `raw` are they with their backslashes."""

    def __init__(self, texts, raw):
        super().__init__(texts)
        self.raw = raw
