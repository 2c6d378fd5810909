"""Bytes as Node's Buffer has them."""

import base64
import struct


def decode_base64(text):
    """The bytes of base64 text, in either alphabet and with or without "=" at its end."""
    text = text.partition("=")[0].translate(str.maketrans("-_", "+/"))
    return base64.b64decode(text + "=" * (-len(text) % 4))


def text_of_bytes(data):
    """The text of UTF-8, or what is text already."""
    return data if isinstance(data, str) else bytes(data).decode(errors="replace")


def bytes_of(data):
    """Bytes as they are, text as UTF-8."""
    return data.encode() if isinstance(data, str) else data


def inspect_buffer(data):
    """Bytes as console.log shows a Buffer: fifty of them."""
    shown = data[:50].hex(" ")
    more = len(data) - 50
    if more > 0:
        shown += f" ... {more} more byte{'s' * (more > 1)}"
    return f"<Buffer {shown}>" if shown else "<Buffer >"


ENCODINGS = (
    "utf8 utf-8 hex base64 base64url latin1 binary ascii utf16le utf-16le ucs2 ucs-2"
)


def is_encoding(name):
    """Whether Buffer knows an encoding of that name."""
    return name.lower() in ENCODINGS.split()


def known_encoding(name):
    """The name of an encoding in small letters; a TypeError where there is none."""
    if not is_encoding(name):
        raise TypeError(f"Unknown encoding: {name}")
    return name.lower()


def encode_text(text, encoding="utf8"):
    """The bytes of a text in one of Buffer's encodings."""
    encoding = known_encoding(encoding)
    if encoding == "hex":
        digits = text[: len(text) // 2 * 2]
        pairs = [digits[i : i + 2] for i in range(0, len(digits), 2)]
        known = set("0123456789abcdefABCDEF")
        bad = (i for i, pair in enumerate(pairs) if not set(pair) <= known)
        return bytes.fromhex("".join(pairs[: next(bad, len(pairs))]))
    if encoding in ("base64", "base64url"):
        return decode_base64(text)
    if encoding in ("latin1", "binary", "ascii"):
        return text.encode("utf-16-le", "surrogatepass")[::2]
    if encoding in ("utf8", "utf-8"):
        return text.encode()
    return text.encode("utf-16-le", "surrogatepass")


def decode_bytes(data, encoding="utf8"):
    """The text of bytes in one of Buffer's encodings."""
    encoding = known_encoding(encoding)
    data = bytes(data)
    if encoding == "hex":
        return data.hex()
    if encoding == "base64":
        return base64.b64encode(data).decode()
    if encoding == "base64url":
        return base64.urlsafe_b64encode(data).decode().rstrip("=")
    if encoding in ("latin1", "binary"):
        return data.decode("latin-1")
    if encoding == "ascii":
        return bytes(byte & 127 for byte in data).decode("ascii")
    if encoding in ("utf8", "utf-8"):
        return data.decode(errors="replace")
    return data[: len(data) // 2 * 2].decode("utf-16-le", "surrogatepass")


def compare_bytes(one, other):
    """-1, 0 or 1, by the first byte that is different."""
    one, other = bytes(one), bytes(other)
    return (one > other) - (one < other)


def concat_bytes(parts, length):
    """All bytes in one, cut off or filled with zeros to a length."""
    return b"".join(parts)[:length].ljust(length, b"\0")


def fill_bytes(data, value, start=0, end=None):
    """Fill bytes with a number, a text or other bytes, again and again."""
    end = len(data) if end is None else end
    if isinstance(value, int | float):
        value = bytes([int(value) & 255])
    elif isinstance(value, str):
        value = value.encode() or b"\0"
    if start < 0 or end > len(data):
        raise ValueError("The value is out of range")
    if end > start:
        size = end - start
        data[start:end] = (bytes(value) * (size // len(value) + 1))[:size]
    return data


def put_bytes(data, source, offset=0):
    """Write bytes over those of other ones, from an index on."""
    source = bytes(source)
    if offset + len(source) > len(data):
        raise ValueError("offset is out of bounds")
    data[offset : offset + len(source)] = source


def copy_bytes(source, target, at=0, start=0, end=None):
    """Write bytes over those of a target, as many as it has place for."""
    if min(at, start) < 0 or start > len(source):
        raise ValueError("The value is out of range")
    part = bytes(source[start:end])[: max(len(target) - at, 0)]
    target[at : at + len(part)] = part
    return len(part)


def write_encoded(data, text, offset=0, length=None, encoding="utf8"):
    """Write a text into bytes, whole characters as far as they fit."""
    if isinstance(length, str):
        length, encoding = None, length
    room = len(data) - offset
    if room < 0:
        raise ValueError('The value of "offset" is out of range')
    room = room if length is None else min(room, length)
    encoded = encode_text(text, encoding)[:room]
    if known_encoding(encoding) in ("utf8", "utf-8"):
        encoded = encoded.decode(errors="ignore").encode()
    elif known_encoding(encoding) in ("utf16le", "utf-16le", "ucs2", "ucs-2"):
        encoded = encoded[: len(encoded) // 2 * 2]
    data[offset : offset + len(encoded)] = encoded
    return len(encoded)


def swap_bytes(data, size):
    """Turn the order of each so many bytes round."""
    if len(data) % size:
        raise ValueError(f"Buffer size must be a multiple of {size * 8}-bits")
    for start in range(0, len(data), size):
        data[start : start + size] = bytes(data[start : start + size])[::-1]
    return data


def reverse_bytes(data):
    """Turn the order of the bytes round."""
    data[:] = bytes(data)[::-1]
    return data


def out_of_range(name, limits, received):
    """The error of Node for a number that is out of range."""
    err = ValueError(
        f'The value of "{name}" is out of range. It must be {limits}. '
        f"Received {received}"
    )
    err.code = "ERR_OUT_OF_RANGE"
    return err


def check_place(data, size, offset):
    """Raise what Node does where so many bytes at an offset are not there."""
    last = len(data) - size
    if last < 0:
        err = ValueError("Attempt to access memory outside buffer bounds")
        err.code = "ERR_BUFFER_OUT_OF_BOUNDS"
        raise err
    if offset > last:
        raise out_of_range("offset", f">= 0 and <= {last}", offset)


def check_integer(value, bits, signed):
    """Raise what Node does for a number that so many bits cannot hold."""
    low, high = (
        (-(1 << bits - 1), (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1)
    )
    if low <= value <= high:
        return
    if bits > 48:
        limits = (
            ">= -(2n ** 63n) and < 2n ** 63n" if signed else ">= 0n and < 2n ** 64n"
        )
        raise out_of_range("value", limits, f"{value:_}n")
    if bits > 32:
        limits = f">= 0 and < 2 ** {bits}"
        if signed:
            limits = f">= -(2 ** {bits - 1}) and < 2 ** {bits - 1}"
    else:
        limits = f">= {low} and <= {high}"
    plain = isinstance(value, int) and abs(value) > 2**32
    raise out_of_range("value", limits, f"{value:_}" if plain else f"{value}")


def read_number(data, code, offset=0):
    """The number that some bytes are, in a format of struct."""
    check_place(data, struct.calcsize(code), offset)
    return struct.unpack_from(code, data, offset)[0]


def write_number(data, code, value, offset=0):
    """Write a number into bytes, in a format of struct; the index behind it comes back."""
    size = struct.calcsize(code)
    if code[-1] not in "fd":
        check_integer(value, size * 8, code[-1].islower())
        value = int(value)
    check_place(data, size, offset)
    struct.pack_into(code, data, offset, value)
    return offset + size


def integer_at(data, offset, size, order, signed=False):
    """The number that up to six bytes are."""
    check_place(data, size, offset)
    return int.from_bytes(data[offset : offset + size], order, signed=signed)


def put_integer(data, value, offset, size, order, signed=False):
    """Write a number into up to six bytes; the index behind them comes back."""
    check_integer(value, size * 8, signed)
    check_place(data, size, offset)
    data[offset : offset + size] = int(value).to_bytes(size, order, signed=signed)
    return offset + size
