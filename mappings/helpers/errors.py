"""JavaScript's errors, which are exceptions here."""

import asyncio
import atexit
import json
import os
import re
import sys
import traceback


def error_name(err):
    """The `name` that JavaScript gives the error: its own, else that of the built-in class."""
    own = getattr(err, "name", None)
    if isinstance(own, str) and not isinstance(
        err, NameError | AttributeError | ImportError
    ):
        return own
    names = {
        json.JSONDecodeError: "SyntaxError",
        re.error: "SyntaxError",
        UnicodeError: "URIError",
        ValueError: "RangeError",
        RecursionError: "RangeError",
        ArithmeticError: "RangeError",
        NameError: "ReferenceError",
        TypeError: "TypeError",
        LookupError: "TypeError",
        AttributeError: "TypeError",
        BaseExceptionGroup: "AggregateError",
        TimeoutError: "TimeoutError",
        asyncio.CancelledError: "AbortError",
    }
    return next((names[kind] for kind in type(err).__mro__ if kind in names), "Error")


def is_syntax_error(err):
    """Whether it is a SyntaxError of JavaScript; a ValueError tells it by its name alone."""
    return isinstance(err, json.JSONDecodeError | re.error) or (
        isinstance(err, ValueError) and getattr(err, "name", None) == "SyntaxError"
    )


def is_range_error(err):
    """Whether it is a RangeError of JavaScript: a ValueError that is none of another kind."""
    if isinstance(err, json.JSONDecodeError | UnicodeError):
        return False
    return isinstance(err, ValueError | ArithmeticError | RecursionError) and (
        getattr(err, "name", None) != "SyntaxError"
    )


def error_message(err):
    """The message of the error, without what Python adds to it for some classes."""
    if isinstance(err, BaseExceptionGroup):
        return err.message
    if isinstance(err, KeyError) and err.args:
        return str(err.args[0])
    return str(err)


def error_to_string(err):
    """The error as text: its name, a colon and its message."""
    name, message = error_name(err), error_message(err)
    return f"{name}: {message}" if name and message else name or message


def error_stack(err):
    """The error as text and, below it, where it was raised."""
    frames = traceback.extract_tb(err.__traceback__)
    lines = [f"    at {f.name} ({f.filename}:{f.lineno})" for f in reversed(frames)]
    return "\n".join([error_to_string(err), *lines])


def with_cause(err, cause):
    """The error itself, with the cause that it was given."""
    err.__cause__ = cause if isinstance(cause, BaseException) else Thrown(cause)
    return err


def as_cause(value):
    """The value as a cause: an exception as it is, anything else inside of one."""
    return value if value is None or isinstance(value, BaseException) else Thrown(value)


def cause_among(options):
    """The cause in the options of an error, of which there may be none."""
    return as_cause(next((each.get("cause") for each in options if each), None))


def error_cause(err):
    """`err.cause`: the error or other value that it was made with."""
    cause = err.__cause__
    return cause.value if isinstance(cause, Thrown) else cause


class Thrown(Exception):
    """Carries a value that was thrown although it is no error."""

    def __init__(self, value):
        super().__init__(value)
        self.value = value


def as_exception(value):
    """What `throw value` raises: an error itself, any other value inside of a Thrown."""
    return value if isinstance(value, BaseException) else Thrown(value)


def thrown_value(err):
    """What a catch clause sees: the value that was thrown."""
    return err.value if isinstance(err, Thrown) else err


def errors_of(err):
    """The `errors` of what may be an AggregateError: the values that were thrown."""
    if isinstance(err, BaseExceptionGroup):
        return [thrown_value(error) for error in err.exceptions]
    return err.get("errors") if isinstance(err, dict) else getattr(err, "errors", None)


def set_exit_code(code):
    """process.exitCode: the program ends with this code when it is through."""

    def leave():
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)

    atexit.register(leave)


def named_error(err, name):
    """The error itself, under another name."""
    err.name = name
    return err


def set_message(value, text):
    """`value.message = text`: an error has it in its arguments."""
    if isinstance(value, OSError):
        raise NotImplementedError("Python makes the message of an error of the system")
    if isinstance(value, BaseException):
        value.args = (text,)
    elif isinstance(value, dict):
        value["message"] = text
    else:
        value.message = text


def message_of(value):
    """The message of an error; of anything else the property of that name."""
    if isinstance(value, BaseException):
        return error_message(value)
    if value is None:
        raise TypeError("Cannot read properties of undefined (reading 'message')")
    if isinstance(value, dict):
        return value.get("message")
    return getattr(value, "message", None)
