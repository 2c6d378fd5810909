"""``verify``: whether a translation does what the program does under Node, shown by running both.

Nothing is executed but by a call of ``verify`` or ``judge``; what is executed runs with the
rights of the caller. The tests of js2aio use the same code.
"""

from .concerned import Concerned
from .judging import Conditions, Verdict, verify
from .status import Status

__all__ = ["Concerned", "Conditions", "Status", "Verdict", "verify"]
