"""Typed arrays and the buffers that they share."""

import functools
import math
from array import array


def typed_array(code, source):
    """An array of so many zeros, of the numbers of a value, or a view of a buffer."""
    if isinstance(source, int | float):
        if source < 0:
            raise ValueError(f"Invalid typed array length: {source}")
        return array(code, [0]) * int(source)
    if isinstance(source, bytearray):  # an ArrayBuffer: its bytes are shared
        return memoryview(source).cast(code)
    if isinstance(source, bytes | memoryview):
        raise TypeError("bytes that may be an ArrayBuffer, or a typed array")
    return array(code, list(source))


def buffer_of(values):
    """The bytes that a typed array shares with all others on the same buffer."""
    return memoryview(memoryview(values).obj).cast("B")


def buffer_part(buffer, code, offset, length):
    """So many numbers of a buffer, from an offset in bytes on."""
    end = offset + length * array(code).itemsize
    if end > len(buffer):
        raise ValueError(f"Invalid typed array length: {length}")
    return memoryview(buffer)[offset:end].cast(code)


def fill_places(values, value, start=0, end=None):
    """Put a number at each place between two; the array itself comes back."""
    for place in range(*slice(start, end).indices(len(values))):
        values[place] = value
    return values


def put_numbers(values, source, offset=0):
    """Write the numbers of a source over those of a typed array, from an offset on."""
    numbers = list(source)
    if offset + len(numbers) > len(values):
        raise ValueError("offset is out of bounds")
    for place, number in enumerate(numbers, offset):
        values[place] = number


def sort_numbers(values, compare=None):
    """Sort a typed array, NaN last and -0 before 0; the array itself comes back."""

    def order(number):
        return math.isnan(number), number, math.copysign(1, number)

    key = order if compare is None else functools.cmp_to_key(compare)
    for place, number in enumerate(sorted(values, key=key)):
        values[place] = number
    return values
