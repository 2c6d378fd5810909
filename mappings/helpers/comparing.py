"""Values compared with all that is in them."""

import math


def deep_equal(a, b):
    """Whether two values are the same with all that is in them."""
    if isinstance(a, bool) or isinstance(b, bool):
        return a is b
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(deep_equal, a, b))
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(deep_equal(a[key], b[key]) for key in a)
    if isinstance(a, float) and isinstance(b, float) and math.isnan(a):
        return math.isnan(b)
    if type(a) is type(b) and hasattr(a, "__dict__"):
        return a is b or deep_equal(vars(a), vars(b))
    return a == b


class AssertionFailure(Exception):
    """What an assertion of Node's assert throws."""

    name = "AssertionError"
    code = "ERR_ASSERTION"


def assert_true(condition, message="The expression evaluated to a falsy value"):
    """Raise unless the condition holds; a message may be an error itself."""
    if not condition:
        raise (message if isinstance(message, Exception) else AssertionFailure(message))
