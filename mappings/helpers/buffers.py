"""Bytes as Node's Buffer has them."""

import base64


def decode_base64(text):
    """The bytes of base64 text, in either alphabet and with or without "=" at its end."""
    text = text.partition("=")[0].translate(str.maketrans("-_", "+/"))
    return base64.b64decode(text + "=" * (-len(text) % 4))


def text_of_bytes(data):
    """The text of UTF-8, or what is text already."""
    return data if isinstance(data, str) else data.decode(errors="replace")


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
