"""Values as Node's console.log shows them."""

import asyncio
import datetime
import math
import re
import sys
import time
import types
import unicodedata

from js2aio.mappings.helpers.errors import error_cause, error_message, error_name
from js2aio.mappings.helpers.numbers import (
    number_to_string,
    parse_float,
    parse_int,
    to_number,
)
from js2aio.mappings.helpers.text import (
    fields_of,
    json_stringify,
    property_order,
    to_string,
)


def quote_text(text):
    """Text in quotes as Node shows it inside of other values."""
    quote = "'"
    if "'" in text:
        if '"' not in text:
            quote = '"'
        elif "`" not in text and "${" not in text:
            quote = "`"
    short = {
        "\b": "\\b",
        "\t": "\\t",
        "\n": "\\n",
        "\f": "\\f",
        "\r": "\\r",
        "\\": "\\\\",
    }

    def escape(found):
        char = found[0]
        if char == "'":
            return "\\'" if quote == "'" else char
        code = ord(char)
        return short.get(char) or (f"\\x{code:02X}" if code < 256 else f"\\u{code:04x}")

    return quote + re.sub("[\0-\x1f'\\\\\x7f-\x9f\ud800-\udfff]", escape, text) + quote


def display_width(text):
    """How many columns of a terminal the text takes."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.combining(c) > 0 for c in text)


def align_columns(shown, numeric, indent, width=80):
    """Many short items in lines of columns, as Node groups those of an array."""
    more = shown[100:]
    shown = shown[:100]
    sizes = [display_width(text) + 2 for text in shown]
    widest = max(sizes)
    total = sum(sizes)
    if widest * 3 + indent >= width or (total / widest <= 5 and widest > 8):
        return shown + more
    bias = max(widest - 3 - math.sqrt(widest - total / (len(shown) + len(more))), 1)
    columns = min(
        math.floor(math.sqrt(2.5 * bias * len(shown)) / bias + 0.5),
        (width - indent) // widest,
        12,
    )
    if columns <= 1:
        return shown + more
    widths = [max(sizes[i::columns]) for i in range(columns)]
    lines = []
    for start in range(0, len(shown), columns):
        line = ""
        row = shown[start : start + columns]
        for i, text in enumerate(row):
            last = i == len(row) - 1
            cell = text if last else text + ", "
            missing = widths[i] - display_width(cell) - (2 if last else 0)
            if numeric:
                line += " " * missing + cell
            else:
                line += cell if last else cell + " " * missing
        lines.append(line)
    return lines + more


class DataInspector:
    """Writes numbers, texts, arrays and plain objects as Node's util.inspect does."""

    def __init__(self, none="undefined", depth=2):
        self.none = none
        self.depth = depth
        self.indent = 0
        self.deepest = 0

    def show(self, value, level=0):
        """The value as text."""
        if value is None:
            return self.none
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, int | float):
            minus_zero = value == 0 and math.copysign(1, value) < 0
            return "-0" if minus_zero else number_to_string(value)
        if isinstance(value, str):
            return self.show_text(value)
        return self.show_object(value, level)

    def show_text(self, text):
        """A string: a long one of several lines is shown line by line."""
        more = len(text) - 10000
        text, rest = text[:10000], f"... {more} more character{'s' * (more > 1)}"
        shown = quote_text(text)
        if len(text) > 16 and len(text) > 76 - self.indent and "\n" in text[:-1]:
            lines = re.findall(r"[^\n]*\n|[^\n]+", text)
            shown = (" +\n" + " " * (self.indent + 2)).join(map(quote_text, lines))
        return shown + rest if more > 0 else shown

    def show_object(self, value, level):
        """A list or a dict, which do not hold themselves."""
        is_array = isinstance(value, list | tuple)
        start, end = "[]" if is_array else "{}"
        if not value:
            return start + end
        if level > self.depth:
            return "[Array]" if is_array else "[Object]"
        level += 1
        self.deepest = level
        self.indent += 2
        if is_array:
            shown = [self.show(item, level) for item in value[:100]]
        else:
            shown = [
                f"{self.key(key)}: {self.show(value[key], level)}"
                for key in property_order(value)
            ]
        self.indent -= 2
        more = len(value) - 100
        if is_array and more > 0:
            shown.append(f"... {more} more item{'s' * (more > 1)}")
        numeric = is_array and all(
            isinstance(item, int | float) and not isinstance(item, bool)
            for item in value[:101]
        )
        return self.lay_out(shown, "", start, end, level, is_array, numeric)

    def lay_out(
        self,
        shown,
        base,
        start,
        end,
        level,
        is_array=False,
        numeric=False,
        one_each=False,
    ):
        """The items between their brackets: in one line where they fit, else below each other."""
        count = len(shown)
        if is_array and count > 6:
            shown = align_columns(shown, numeric, self.indent)
        before = f"{base} {start}" if base else start
        if self.deepest - level < 3 and len(shown) == count:
            length = (
                sum(map(len, shown))
                + 2 * count
                + self.indent
                + len(start)
                + len(base)
                + 10
            )
            joined = ", ".join(shown)
            if length <= 80 and "\n" not in joined and not one_each:
                return f"{before} {joined} {end}"
        line = "\n" + " " * self.indent
        return before + line + "  " + f",{line}  ".join(shown) + line + end

    def key(self, key):
        """The name of a property, in quotes where it is no plain word."""
        return key if re.fullmatch("[a-zA-Z_][a-zA-Z_0-9]*", key) else quote_text(key)


def function_name(value):
    """A function or class as Node shows it: [Function: name]."""
    name = getattr(value, "__name__", "")
    if isinstance(value, type):
        base = value.__bases__[0].__name__
        base = {
            "object": "",
            "Exception": "Error",
            "RuntimeError": "Error",
            "list": "Array",
        }.get(base, base)
        return f"[class {name or '(anonymous)'}{base and ' extends ' + base}]"
    flags = getattr(getattr(value, "__code__", None), "co_flags", 0)
    kinds = {0x20: "Generator", 0x80: "Async", 0x200: "AsyncGenerator"}
    kind = next((word for flag, word in kinds.items() if flags & flag), "") + "Function"
    return f"[{kind} (anonymous)]" if name in ("", "<lambda>") else f"[{kind}: {name}]"


def error_heading(err):
    """The first line that Node shows of an error; where it was raised is left out."""
    name, message = error_name(err), error_message(err)
    own = type(err).__name__
    builtin = type(err).__module__ in (
        "builtins",
        "json.decoder",
        "asyncio.exceptions",
        "re",
    )
    if name.endswith("Error") and not builtin and own != name:
        name = own if name in own else f"{own} [{name}]"
    return f"{name}: {message}" if message else name


class Inspector(DataInspector):
    """Writes one value as Node's util.inspect does."""

    def __init__(self, none="undefined", depth=2):
        super().__init__(none, depth)
        self.open_values = []
        self.circular = {}

    def show(self, value, level=0, kind=None):
        """The value as text; `kind` tells a Map or Set from other dicts."""
        if value is None or isinstance(value, bool | int | float | str):
            return super().show(value, level)
        if any(value is other for other in self.open_values):
            number = self.circular.setdefault(id(value), len(self.circular) + 1)
            return f"[Circular *{number}]"
        return self.show_object(value, level, kind)

    def show_object(self, value, level, kind=None):
        """Anything that is no primitive value."""
        name = type(value).__name__
        start, end, base, entries = "{", "}", "", None
        if isinstance(value, list | tuple):
            start = "[" if type(value) in (list, tuple) else f"{name}({len(value)}) ["
            end, kind, plural = "]", "Array", value
        elif isinstance(value, set | frozenset) or kind == "Set":
            start, kind, plural = f"Set({len(value)}) {{", "Set", list(value)
        elif kind == "Map" or (
            isinstance(value, dict) and any(not isinstance(key, str) for key in value)
        ):
            start, kind, plural = f"Map({len(value)}) {{", "Map", list(value.items())
        elif isinstance(value, types.GeneratorType):
            return "Object [Generator] {}"
        elif asyncio.isfuture(value) or asyncio.iscoroutine(value):
            return self.show_promise(value, level)
        elif isinstance(value, datetime.datetime):
            text = value.astimezone(datetime.UTC).isoformat(timespec="milliseconds")
            return text.replace("+00:00", "Z")
        elif isinstance(
            value,
            type | types.FunctionType | types.MethodType | types.BuiltinFunctionType,
        ):
            return function_name(value)
        else:
            kind, plural = "Object", ()
            if isinstance(value, BaseException):
                base, entries = error_heading(value), self.error_entries(value)
            elif isinstance(value, dict):
                entries = [(self.key(key), value[key]) for key in property_order(value)]
            else:
                start = f"{name} {{".lstrip()
                fields = fields_of(value)
                entries = [(self.key(key), fields[key]) for key in fields]
            if not entries:
                return base or start + end
        if entries is None and not plural:
            return start + end
        if level > self.depth:
            short = kind if type(value) in (list, tuple, dict, set, frozenset) else name
            return f"[{short}]"
        level += 1
        self.open_values.append(value)
        self.deepest = level
        self.indent += 2
        if entries is not None:
            shown = [f"{key}: {self.show(item, level)}" for key, item in entries]
        elif kind == "Map":
            shown = [
                f"{self.show(key, level)} => {self.show(item, level)}"
                for key, item in plural[:100]
            ]
        else:
            shown = [self.show(item, level) for item in plural[:100]]
        self.indent -= 2
        more = len(plural) - 100
        if more > 0:
            shown.append(f"... {more} more item{'s' * (more > 1)}")
        self.open_values.pop()
        if id(value) in self.circular:
            mark = f"<ref *{self.circular[id(value)]}>"
            base = f"{mark} {base}" if base else mark
        numeric = kind == "Array" and all(
            isinstance(item, int | float) and not isinstance(item, bool)
            for item in plural[:101]
        )
        one_each = isinstance(value, BaseException)
        return self.lay_out(
            shown, base, start, end, level, kind == "Array", numeric, one_each
        )

    def error_entries(self, err):
        """What an error holds besides its name and message."""
        entries = [
            (self.key(k), v)
            for k, v in vars(err).items()
            if k not in ("name", "message")
        ]
        if err.__cause__ is not None:
            entries.append(("[cause]", error_cause(err)))
        if isinstance(err, BaseExceptionGroup):
            entries.append(("[errors]", list(err.exceptions)))
        return entries

    def show_promise(self, value, level):
        """A promise and, once it is settled, its outcome."""
        if asyncio.iscoroutine(value) or not value.done() or value.cancelled():
            return "Promise { <pending> }"
        self.indent += 2
        failed = value.exception()
        shown = self.show(failed or value.result(), level + 1)
        self.indent -= 2
        shown = "<rejected> " + shown if failed else shown
        self.deepest = max(self.deepest, level + 1)
        return self.lay_out([shown], "", "Promise {", "}", level + 1)


class MatchInspector(Inspector):
    """Shows the match of a pattern as the array that it is in JavaScript."""

    def show_object(self, value, level, kind=None):
        """Any value; a match has its groups and, by name, where it was found."""
        if not isinstance(value, re.Match):
            return super().show_object(value, level, kind)
        if level > self.depth:
            return "[Array]"
        level += 1
        self.deepest = level
        self.indent += 2
        texts = (value[0], *value.groups())
        shown = ["undefined" if x is None else self.show_text(x) for x in texts]
        before = value.string[: value.start()].encode("utf-16-le", "surrogatepass")
        shown += [
            f"index: {len(before) // 2}",
            f"input: {self.show_text(value.string)}",
        ]
        shown.append(f"groups: {self.show_groups(value.groupdict(), level)}")
        self.indent -= 2
        return self.lay_out(shown, "", "[", "]", level, is_array=True)

    def show_groups(self, named, level):
        """The groups with a name, which are an object without a prototype."""
        base = "[Object: null prototype]"
        if not named:
            return "undefined"
        if level > self.depth:
            return base
        level += 1
        self.deepest = level
        self.indent += 2
        shown = [f"{self.key(key)}: {self.show(named[key], level)}" for key in named]
        self.indent -= 2
        return self.lay_out(shown, base, "{", "}", level)


def inspect_data(value, none="undefined"):
    """Numbers, texts, arrays and objects of them as util.inspect shows them."""
    return DataInspector(none).show(value)


def show_data(value, none="undefined"):
    """The value as console.log shows it: text as it is, anything else as by inspect_data."""
    return value if isinstance(value, str) else inspect_data(value, none)


def inspect(value, none="undefined", depth=2):
    """The value as util.inspect shows it: text is in quotes."""
    return Inspector(none, depth).show(value)


def inspect_typed(values, name):
    """A typed array of that class, as console.log shows it."""
    return Inspector().show(type(name, (list,), {})(values))


def inspect_map(value, none="undefined"):
    """A dict that is a Map in JavaScript, as console.log shows it."""
    return Inspector(none).show(value, kind="Map")


def inspect_set(value, none="undefined"):
    """A dict or set that is a Set in JavaScript, as console.log shows it."""
    return Inspector(none).show(value, kind="Set")


def show(value, none="undefined"):
    """The value as console.log shows it: text as it is, anything else as by inspect."""
    return value if isinstance(value, str) else inspect(value, none)


def inspect_matches(value, none="undefined"):
    """What is or holds matches of patterns, as util.inspect shows it."""
    return MatchInspector(none).show(value)


def show_matches(value, none="undefined"):
    """The value as console.log shows it: text as it is, anything else as by inspect_matches."""
    return value if isinstance(value, str) else inspect_matches(value, none)


def format_log(template, *values):
    """The text that console.log makes of a template with %s, %d and so on, and values."""
    if not isinstance(template, str):
        return " ".join(map(show, (template, *values)))
    rest = list(values)

    def number(value):
        return "-0" if str(value) == "-0.0" else number_to_string(value)

    def insert(found):
        letter = found[0][1]
        if letter == "%":
            return "%"
        if not rest:
            return found[0]
        value = rest.pop(0)
        plain = value is None or isinstance(value, bool | int | float | str)
        if letter == "c":
            return ""
        if letter == "j":
            return json_stringify(value, none="undefined") or "undefined"
        if letter == "o" and isinstance(value, list):
            raise NotImplementedError("%o of an array shows its length, too")
        if letter in "oO":
            return inspect(value, depth=4 if letter == "o" else 2)
        if letter == "d":
            return number(to_number(value) if plain else math.nan)
        if letter == "i":
            return number(parse_int(to_string(value)) if plain else math.nan)
        if letter == "f":
            return number(parse_float(to_string(value)))
        if isinstance(value, int | float) and not isinstance(value, bool):
            return number(value)
        own_text = "__str__" in type(value).__dict__ and hasattr(value, "__dict__")
        return to_string(value) if plain or own_text else inspect(value, depth=0)

    text = re.sub("%[sdifjoOc%]", insert, template) if values else template
    return " ".join([text, *map(show, rest)])


class IndentedStream:
    """A stream that puts two spaces before each line: what console.group does."""

    def __init__(self, stream):
        self.stream = stream
        self.at_start = True

    def write(self, text):
        """Writes the text, indented."""
        for line in text.splitlines(keepends=True):
            self.stream.write("  " + line if self.at_start else line)
            self.at_start = line.endswith("\n")
        return len(text)

    def __getattr__(self, name):
        return getattr(self.stream, name)


def console_group(*label):
    """console.group: a heading; all that is printed after it is indented."""
    if label:
        print(*label)
    sys.stdout = IndentedStream(sys.stdout)
    sys.stderr = IndentedStream(sys.stderr)


def console_group_end():
    """console.groupEnd: the end of the innermost group."""
    if isinstance(sys.stdout, IndentedStream):
        sys.stdout = sys.stdout.stream
        sys.stderr = sys.stderr.stream


def console_count(label="default"):
    """console.count: prints how often it was called with this label."""
    counts = vars(console_count)
    counts[label] = counts.get(label, 0) + 1
    print(f"{label}: {counts[label]}")


def console_count_reset(label="default"):
    """console.countReset: the next count of this label is 1 again."""
    vars(console_count)[label] = 0


def console_time(label="default"):
    """console.time: starts a clock."""
    if label in vars(console_time):
        message = f"Warning: Label '{label}' already exists for console.time()"
        print(message, file=sys.stderr)
    vars(console_time).setdefault(label, time.perf_counter())


def console_time_log(label="default", *values, method="timeLog"):
    """console.timeLog: prints how long the clock has been running."""
    if label not in vars(console_time):
        message = f"Warning: No such label '{label}' for console.{method}()"
        return print(message, file=sys.stderr)
    seconds = time.perf_counter() - vars(console_time)[label]
    passed = f"{seconds * 1000:.3f}ms" if seconds < 1 else f"{seconds:.3f}s"
    print(f"{label}: {passed}", *map(show, values))


def console_time_end(label="default"):
    """console.timeEnd: prints how long the clock was running, and stops it."""
    console_time_log(label, method="timeEnd")
    vars(console_time).pop(label, None)


def console_assert(condition, *values):
    """console.assert: says on stderr that the condition does not hold; nothing is raised."""
    if condition:
        return
    if values:
        values = (f"Assertion failed: {to_string(values[0])}", *values[1:])
    print(format_log(*values or ("Assertion failed",)), file=sys.stderr)


def format_table(rows, columns=None, none="undefined"):
    """The text of console.table: a row for each entry, a column for each key."""
    if not isinstance(rows, list | dict):
        return show(rows, none)
    entries = list(enumerate(rows)) if isinstance(rows, list) else list(rows.items())

    def cell(value):
        deep = isinstance(value, dict) and len(value) > 2
        return inspect(value, none, -1 if deep else 0)

    keys = []
    lone = False
    table = []
    for index, row in entries:
        if isinstance(row, list):
            fields = {str(i): item for i, item in enumerate(row)}
        elif isinstance(row, dict):
            fields = {key: row[key] for key in property_order(row)}
        else:
            fields = fields_of(row) if hasattr(row, "__dict__") else None
        if fields is None:
            lone = True
            table.append((str(index), {}, cell(row)))
        else:
            keys += [key for key in fields if key not in keys]
            table.append(
                (str(index), {key: cell(item) for key, item in fields.items()}, "")
            )
    keys = keys if columns is None else columns
    heading = ["(index)", *keys] + ["Values"] * lone
    lines = [
        [i, *(cells.get(k, "") for k in keys)] + [v] * lone for i, cells, v in table
    ]
    widths = [max(map(display_width, column)) + 2 for column in zip(heading, *lines)]

    def line(cells):
        padded = (
            f" {text}" + " " * (w - 1 - display_width(text))
            for text, w in zip(cells, widths)
        )
        return "│" + "│".join(padded) + "│"

    bars = ["─" * width for width in widths]
    return "\n".join(
        [
            "┌" + "┬".join(bars) + "┐",
            line(heading),
            "├" + "┼".join(bars) + "┤",
            *map(line, lines),
            "└" + "┴".join(bars) + "┘",
        ]
    )
