"""Errors: each helper against what Node 20 gave for the JavaScript beside it."""

import json
import math

from js2aio.mappings.helpers import errors as e
from js2aio.mappings.helpers.errors import error_name
from js2aio.mappings.helpers.numbers import number_to_string
from js2aio.mappings.helpers.text import json_string


class NotFound(Exception):
    """class NotFound extends Error {}"""


class Named(Exception):
    """class Named extends Error { name = "Named" }"""

    name = "Named"


def shape(value):
    """A value as text that JavaScript can give too: -0, NaN and None stay apart."""
    if value is None:
        return "None"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        minus_zero = value == 0 and math.copysign(1, value) < 0
        return "-0" if minus_zero else number_to_string(value)
    if isinstance(value, str):
        return json_string(value)
    return "[" + ", ".join(map(shape, value)) + "]"


def outcome(make):
    try:
        return shape(make())
    except (TypeError, ValueError, ArithmeticError) as err:
        return f"raises {error_name(err)}"


# JavaScript, the helper's call, what Node gave. A SyntaxError counts as a RangeError: both are ValueError.
# fmt: off
CASES = [
    ("String(new Error('m'))", lambda: e.error_to_string(RuntimeError('m')), '"Error: m"'),
    ('String(new Error())', lambda: e.error_to_string(RuntimeError()), '"Error"'),
    ("String(new TypeError('m'))", lambda: e.error_to_string(TypeError('m')), '"TypeError: m"'),
    ("new RangeError('m').name", lambda: e.error_name(ValueError('m')), '"RangeError"'),
    ("String(new ReferenceError('m'))", lambda: e.error_to_string(NameError('m')), '"ReferenceError: m"'),
    ("new AggregateError([new Error('a')], 'all').message", lambda: e.error_message(ExceptionGroup('all', [RuntimeError('a')])), '"all"'),
    ("new AggregateError([new Error('a')], 'all').name", lambda: e.error_name(ExceptionGroup('all', [RuntimeError('a')])), '"AggregateError"'),
    ("{class NotFound extends Error{}; String(new NotFound('x'))}", lambda: e.error_to_string(NotFound('x')), '"Error: x"'),
    ("{class Named extends Error{name='Named'}; String(new Named('x'))}", lambda: e.error_to_string(Named('x')), '"Named: x"'),
    ("String(Object.assign(new Error('x'),{name:'Own'}))", lambda: e.error_to_string(e.named_error(RuntimeError('x'), 'Own')), '"Own: x"'),
    ("String(Object.assign(new Error('x'),{name:''}))", lambda: e.error_to_string(e.named_error(RuntimeError('x'), '')), '"x"'),
    ("String(new Error('m',{cause:'why'}).cause)", lambda: e.error_cause(e.with_cause(RuntimeError('m'), 'why')), '"why"'),
    ("new Error('m',{cause:new TypeError('t')}).cause.message", lambda: e.error_message(e.error_cause(e.with_cause(RuntimeError('m'), TypeError('t')))), '"t"'),
    ("new Error('m').cause", lambda: e.error_cause(RuntimeError('m')), 'None'),
    ("new Error('m').stack.split('\\n')[0]", lambda: e.error_stack(RuntimeError('m')).split('\n')[0], '"Error: m"'),
]
# fmt: on


def test_same_as_node():
    found = [(js, outcome(make), expected) for js, make, expected in CASES]
    assert [case for case in found if case[1] != case[2]] == []


def test_what_python_itself_raises_has_a_name_too():
    def name_of(function):
        try:
            function()
        except (
            LookupError,
            AttributeError,
            ValueError,
            RuntimeError,
            ArithmeticError,
        ) as err:
            return e.error_name(err)

    def endless():
        return endless()

    assert name_of(lambda: {}["missing"]) == "TypeError"
    assert name_of(lambda: None.missing) == "TypeError"
    assert name_of(lambda: json.loads("{")) == "SyntaxError"
    assert name_of(endless) == "RangeError"
    assert name_of(lambda: 1 // 0) == "RangeError"
    assert e.error_message(KeyError("missing")) == "missing"


def test_the_stack_names_where_it_was_raised():
    try:
        raise RuntimeError("m")
    except RuntimeError as err:
        assert "test_the_stack_names_where_it_was_raised" in e.error_stack(err)
