"""JavaScript's numbers, where Python's own would quietly give another value or another text."""

import math
import re
import struct
from decimal import ROUND_HALF_UP, Context, Decimal


def as_number(value):
    """A float that holds a whole number as an int; any other number as it is."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return value if value == 0 and math.copysign(1, value) < 0 else int(value)
    return value


def to_float(value):
    """A number as the 64-bit float that JavaScript holds."""
    try:
        return float(value)
    except OverflowError:
        return math.inf if value > 0 else -math.inf


def number_to_string(value):
    """The text of a number as JavaScript writes it: 2.0 is "2", 1e21 is "1e+21"."""
    if isinstance(value, int) and abs(value) <= 2**53:
        return str(int(value))
    if isinstance(value, float) and math.isnan(value):
        return "NaN"
    # From here on, numbers of 64 bits are rounded up to infinity.
    if abs(value) >= 2**1024 - 2**970:
        return "Infinity" if value > 0 else "-Infinity"
    if value == 0:
        return "0"
    text = repr(float(value))
    if "e" not in text:
        return text.removesuffix(".0")
    mantissa, exponent = text.split("e")
    if -7 < int(exponent) < 21:
        return format(Decimal(text), "f")
    return f"{mantissa}e{int(exponent):+d}"


def show_number(value):
    """The text of a number as console.log shows it: as number_to_string, but -0 has its sign."""
    return "-0" if str(value) == "-0.0" else number_to_string(value)


def trim_space(text):
    """The text without the white space that JavaScript knows at both ends."""
    space = "\t\n\v\f\r \xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff"
    return text.strip(space + "".join(map(chr, range(0x2000, 0x200B))))


def to_number(value, none="undefined"):
    """Number(value): text is read whole, empty text is 0, what is no number is NaN.

    `none` is the word for None: null is 0.
    """
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int | float):
        return value
    if value is None and none == "null":
        return 0
    if value is None or isinstance(value, dict) or callable(value):
        return math.nan
    if isinstance(value, list):
        item = value[0] if len(value) == 1 else None
        if len(value) > 1 or isinstance(item, bool):
            return math.nan
        return 0 if item is None else to_number(item)
    if not isinstance(value, str):
        raise TypeError(f"no number can be made of {type(value).__name__}")
    text = trim_space(value)
    if not text:
        return 0
    if re.fullmatch(r"0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+", text):
        return as_number(to_float(int(text, 0)))
    if re.fullmatch(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?", text):
        return as_number(float(text))
    if re.fullmatch(r"[+-]?Infinity", text):
        return -math.inf if text[0] == "-" else math.inf
    return math.nan


def parse_int(text, radix=None):
    """parseInt: the whole number that the text starts with, NaN where there is none."""
    if text is None:
        return math.nan
    text = trim_space(text)
    sign = -1 if text.startswith("-") else 1
    text = text[1:] if text[:1] in ("+", "-") else text
    radix = to_int32(radix or 0)
    if radix in (0, 16) and text[:2] in ("0x", "0X"):
        text, radix = text[2:], 16
    radix = radix or 10
    if not 2 <= radix <= 36:
        return math.nan
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"[:radix]
    length = 0
    while (
        length < len(text) and text[length].isascii() and text[length].lower() in digits
    ):
        length += 1
    if length == 0:
        return math.nan
    value = sign * int(text[:length], radix)
    if value == 0 and sign < 0:
        return -0.0
    return value if abs(value) <= 2**53 else to_float(value)


def parse_float(text):
    """parseFloat: the decimal number that the text starts with, NaN where there is none."""
    found = re.match(
        r"[+-]?(Infinity|([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?)",
        trim_space(text),
    )
    return as_number(float(found[0])) if found else math.nan


def to_integer(value):
    """The number without its fraction; NaN and None are 0, infinities stay."""
    if value is None or math.isnan(value):
        return 0
    return value if math.isinf(value) else int(value)


def to_int32(value):
    """The number as the signed 32-bit integer that the bit operators work on."""
    value = to_float(value)
    value = int(value) if math.isfinite(value) else 0
    return (value + 0x80000000) % 0x100000000 - 0x80000000


def to_uint32(value):
    """The number as an unsigned 32-bit integer: `value >>> 0`."""
    value = to_float(value)
    return int(value) % 0x100000000 if math.isfinite(value) else 0


def clamp_byte(value):
    """The number rounded to one of 0 to 255, a half to the even one; NaN is 0."""
    value = to_float(value)
    return 0 if math.isnan(value) else round(min(max(value, 0.0), 255.0))


def shift_left(value, count):
    """`value << count` on 32 bits, the sign bit included."""
    return to_int32(to_int32(value) << (to_uint32(count) & 31))


def shift_right(value, count):
    """`value >> count` on 32 bits."""
    return to_int32(value) >> (to_uint32(count) & 31)


def shift_right_unsigned(value, count):
    """`value >>> count`: the 32 bits taken as an unsigned number."""
    return to_uint32(value) >> (to_uint32(count) & 31)


def multiply_int32(a, b):
    """Math.imul: the low 32 bits of the product, with their sign."""
    product = to_int32(a) * to_int32(b)
    return (product + 0x80000000) % 0x100000000 - 0x80000000


def count_leading_zeros(value):
    """Math.clz32: how many of the 32 bits are zero before the first one."""
    return 32 - to_uint32(value).bit_length()


def to_float32(value):
    """Math.fround: the nearest number that 32 bits can hold."""
    value = to_float(value)
    try:
        return struct.unpack("f", struct.pack("f", value))[0]
    except OverflowError:
        return math.copysign(math.inf, value)


def remainder(a, b):
    """`a % b` with the sign of a; NaN where b is 0."""
    if b == 0 or math.isnan(a) or math.isnan(b) or math.isinf(a):
        return math.nan
    if isinstance(a, int) and isinstance(b, int):
        rest = abs(a) % abs(b)
        return rest if a >= 0 else -rest
    return math.fmod(a, b)


def divide(a, b):
    """`a / b`, with Infinity or NaN where b is 0."""
    if b != 0:
        return to_float(a) / to_float(b)
    if a == 0 or math.isnan(a):
        return math.nan
    return math.copysign(1, a) * math.copysign(1, b) * math.inf


def power(base, exponent):
    """`base ** exponent` as a number: NaN where Python would give a complex one."""
    if isinstance(base, int) and isinstance(exponent, int) and exponent >= 0:
        size = abs(base) ** min(exponent, 1100)
        if size <= 2**53:
            return base**exponent
    base, exponent = to_float(base), to_float(exponent)
    if math.isnan(exponent) or (abs(base) == 1 and math.isinf(exponent)):
        return math.nan
    odd = math.isfinite(exponent) and exponent % 2 == 1
    try:
        return math.pow(base, exponent)
    except OverflowError:
        return -math.inf if base < 0 and odd else math.inf
    except ValueError:
        if base != 0:
            return math.nan
        return math.copysign(math.inf, base) if odd else math.inf


def round_half_up(value):
    """Math.round: to the nearest whole number, a half goes up."""
    if not abs(value) < 2**53:  # NaN, an infinity, or a whole number that stays a float
        return value
    whole = math.floor(value)
    return whole + 1 if value - whole >= 0.5 else whole


def round_toward(value, how):
    """Math.floor, Math.ceil or Math.trunc; NaN and what is too large stay what they are."""
    return how(value) if abs(value) < 2**53 else value


def square_root(value):
    """Math.sqrt: NaN below zero."""
    return math.sqrt(value) if value >= 0 else math.nan


def cube_root(value):
    """Math.cbrt, to the last digit: the steps are those of fdlibm's cbrt, which V8 takes."""
    if value == 0 or not math.isfinite(value):
        return value
    size = abs(to_float(value))
    if size < 2.0**-1022:
        return cube_root(value * 2.0**54) / 2.0**18
    bits = struct.unpack(">Q", struct.pack(">d", size))[0]
    guess = ((bits >> 32) // 3 + 715094163) << 32
    root = struct.unpack(">d", struct.pack(">Q", guess))[0]
    r = root * root * (root / size)
    root *= (
        1.87595182427177009643
        + r * (-1.88497979543377169875 + r * 1.621429720105354466140)
        + r * r * r * (-0.758397934778766047437 + r * 0.145996192886612446982)
    )
    bits = struct.unpack(">Q", struct.pack(">d", root))[0] + 0x80000000
    root = struct.unpack(">d", struct.pack(">Q", bits & 0xFFFFFFFFC0000000))[0]
    r = size / (root * root)
    root += root * ((r - root) / (root + root + r))
    return math.copysign(root, value)


def hypotenuse(*values):
    """Math.hypot, to the last digit: the squares are scaled and summed as V8 does."""
    sizes = [abs(to_float(value)) for value in values]
    longest = max(sizes, default=0)
    if math.inf in sizes:
        return math.inf
    if any(math.isnan(size) for size in sizes):
        return math.nan
    if longest == 0:
        return 0
    total = lost = 0.0
    for size in sizes:
        square = (size / longest) ** 2 - lost
        added = total + square
        lost = (added - total) - square
        total = added
    return math.sqrt(total) * longest


def logarithm(value, log=math.log):
    """A logarithm as in Math: -Infinity for 0, NaN below zero."""
    if value == 0:
        return -math.inf
    return log(value) if value > 0 else math.nan


def sign(value):
    """Math.sign: 1, -1, or the value itself where it is zero or NaN."""
    if value > 0:
        return 1
    return -1 if value < 0 else value


def largest(values):
    """Math.max: -Infinity of nothing, NaN if there is one among the values."""
    values = list(values)
    if any(math.isnan(value) for value in values):
        return math.nan
    return max(values, default=-math.inf)


def smallest(values):
    """Math.min: Infinity of nothing, NaN if there is one among the values."""
    values = list(values)
    if any(math.isnan(value) for value in values):
        return math.nan
    return min(values, default=math.inf)


def to_fixed(value, digits=0):
    """toFixed: exactly so many digits after the point; a half goes away from zero."""
    if not 0 <= digits <= 100:
        raise ValueError("toFixed() digits argument must be between 0 and 100")
    if not abs(value) < 1e21:
        return number_to_string(value)
    exact = Decimal(to_float(value) + 0.0)
    return format(
        exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP, Context(prec=150)),
        "f",
    )


def to_exponential(value, digits=None):
    """toExponential: one digit, so many after the point, and the exponent."""
    if not math.isfinite(value):
        return number_to_string(value)
    digits = digits if digits is None else to_integer(digits)
    if digits is None:
        exact = Decimal(repr(to_float(value) + 0.0)).normalize()
    elif 0 <= digits <= 100:
        exact = Decimal(to_float(value) + 0.0)
        exact = Context(prec=digits + 1, rounding=ROUND_HALF_UP).plus(exact)
    else:
        raise ValueError("toExponential() argument must be between 0 and 100")
    minus, figures, _ = exact.as_tuple()
    text = "".join(map(str, figures))
    if digits is not None:
        text = text.ljust(digits + 1, "0")
    fraction = f".{text[1:]}" if len(text) > 1 else ""
    exponent = exact.adjusted() if exact else 0
    return f"{'-' * minus}{text[0]}{fraction}e{exponent:+d}"


def to_precision(value, precision=None):
    """toPrecision: so many significant digits, with an exponent where it is far off."""
    if precision is None or not math.isfinite(value):
        return number_to_string(value)
    if not 1 <= precision <= 100:
        raise ValueError("toPrecision() argument must be between 1 and 100")
    precision = int(precision)
    exact = Context(prec=precision, rounding=ROUND_HALF_UP).plus(
        Decimal(to_float(value) + 0.0)
    )
    exponent = exact.adjusted() if exact else 0
    if not -6 <= exponent < precision:
        return to_exponential(value, precision - 1)
    return format(
        exact.quantize(
            Decimal(1).scaleb(exponent + 1 - precision), context=Context(prec=150)
        ),
        "f",
    )


def to_radix(value, radix=10):
    """toString(radix): the digits that V8 gives, those of a fraction included."""
    if not 2 <= radix <= 36:
        raise ValueError("toString() radix must be between 2 and 36")
    if radix == 10 or not math.isfinite(value):
        return number_to_string(value)
    chars = "0123456789abcdefghijklmnopqrstuvwxyz"
    value = to_float(value)
    size = abs(value)
    whole = math.floor(size)
    fraction = size - whole
    delta = max(math.ulp(0.0), 0.5 * math.ulp(size))
    digits = []
    while fraction >= delta:
        fraction *= radix
        delta *= radix
        digit = int(fraction)
        digits.append(digit)
        fraction -= digit
        if (fraction > 0.5 or (fraction == 0.5 and digit % 2)) and fraction + delta > 1:
            while digits and digits[-1] == radix - 1:
                digits.pop()
            if digits:
                digits[-1] += 1
            else:
                whole += 1
            break
    text = ""
    whole = float(whole)
    while whole / radix >= 2**53:
        whole /= radix
        text = "0" + text
    while True:
        rest = math.fmod(whole, radix)
        text = chars[int(rest)] + text
        whole = (whole - rest) / radix
        if whole <= 0:
            break
    if digits:
        text += "." + "".join(chars[digit] for digit in digits)
    return "-" + text if value < 0 else text


def bigint_to_radix(value, radix=10):
    """BigInt.prototype.toString(radix)."""
    if not 2 <= radix <= 36:
        raise ValueError("toString() radix must be between 2 and 36")
    digits = []
    rest = abs(value)
    while rest or not digits:
        rest, digit = divmod(rest, radix)
        digits.append("0123456789abcdefghijklmnopqrstuvwxyz"[digit])
    return "-" * (value < 0) + "".join(reversed(digits))


def to_bigint(value):
    """BigInt(value): of a whole number, or of text that is one."""
    if isinstance(value, str):
        text = trim_space(value)
        if not text:
            return 0
        if re.fullmatch(r"[+-]?[0-9]+|0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+", text):
            return int(text, 0 if re.match(r"0[xXoObB]", text) else 10)
        raise ValueError(f"Cannot convert {value} to a BigInt")
    if isinstance(value, float) and not value.is_integer():
        raise ValueError(
            f"The number {number_to_string(value)} cannot be converted to a BigInt "
            "because it is not an integer"
        )
    return int(value)


def bigint_power(a, b):
    """`a ** b` of BigInts: a negative exponent is an error."""
    if b < 0:
        raise ValueError("Exponent must be non-negative")
    return a**b


def bigint_divide(a, b):
    """`a / b` of BigInts: rounded towards zero."""
    quotient = abs(a) // abs(b)
    return quotient if (a < 0) == (b < 0) else -quotient


def bigint_remainder(a, b):
    """`a % b` of BigInts: with the sign of a."""
    rest = abs(a) % abs(b)
    return -rest if a < 0 else rest


def wrap_signed(bits, value):
    """The low bits of an integer as a signed number: BigInt.asIntN, an Int8Array."""
    value %= 2**bits
    return value - 2**bits if bits and value >= 2 ** (bits - 1) else value


def is_integer(value):
    """Number.isInteger: a number without a fraction (not a boolean, not text)."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return isinstance(value, int) or value.is_integer()


def is_safe_integer(value):
    """Number.isSafeInteger: a whole number that no other one rounds to."""
    return is_integer(value) and abs(value) < 2**53


def is_nan(value):
    """Number.isNaN: NaN itself, and nothing else."""
    return isinstance(value, float) and math.isnan(value)


def is_finite(value):
    """Number.isFinite: a number that is neither NaN nor infinite."""
    return is_number(value) and math.isfinite(value)


def is_number(value):
    """Whether the value is a number: `typeof value === "number"`."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def to_locale_number(value, least=0, most=3):
    """toLocaleString in en-US: commas between thousands, at most three digits after the point."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "∞" if value > 0 else "-∞"
    shortest = Decimal(number_to_string(value))
    step = Decimal(1).scaleb(-most)
    rounded = shortest.quantize(step, ROUND_HALF_UP, Context(prec=400))
    whole, _, fraction = f"{rounded:,f}".partition(".")
    fraction = fraction.rstrip("0").ljust(least, "0")
    minus = "-" if math.copysign(1, value) < 0 and not whole.startswith("-") else ""
    return minus + whole + (f".{fraction}" if fraction else "")
