"""What Node's assert asks of functions: that they raise such an error."""

from helpers.comparing import AssertionFailure
from helpers.errors import error_to_string


def check_error(err, pattern=None, message=None):
    """Raise the error where its text is not as it has to be."""
    if pattern is not None and not pattern.search(error_to_string(err)):
        raise err
    if message is not None and str(err) != message:
        raise AssertionFailure(f"{str(err)!r} is not {message!r}") from err


def assert_throws(function, kind=Exception, **expected):
    """Call a function that has to raise such an error."""
    try:
        function()
    except kind as err:
        check_error(err, **expected)
    else:
        raise AssertionFailure("Missing expected exception.")


async def assert_rejects(awaitable, kind=Exception, **expected):
    """Wait for what has to fail with such an error."""
    try:
        await awaitable
    except kind as err:
        check_error(err, **expected)
    else:
        raise AssertionFailure("Missing expected rejection.")
