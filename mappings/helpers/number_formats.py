"""Numbers as Intl.NumberFormat writes them for en-US (ECMA-402 section 15.5)."""

import math
import re
from decimal import ROUND_HALF_UP, Context, Decimal

from helpers.locales import _CURRENCIES
from helpers.numbers import number_to_string

_CURRENCY_NAMES = {
    "USD": "US dollars",
    "EUR": "euros",
    "GBP": "British pounds",
    "JPY": "Japanese yen",
    "INR": "Indian rupees",
    "CNY": "Chinese yuan",
    "KRW": "South Korean won",
    "CAD": "Canadian dollars",
    "AUD": "Australian dollars",
    "NZD": "New Zealand dollars",
    "BRL": "Brazilian reals",
    "MXN": "Mexican pesos",
    "CHF": "Swiss francs",
}
_COMPACT = {
    "short": ["", "K", "M", "B", "T"],
    "long": ["", " thousand", " million", " billion", " trillion"],
}
#: of each unit: short for one, short for more, narrow, long for one, long for more
_UNIT_NAMES = {
    name: forms.split("|")
    for name, forms in {
        "acre": " ac| ac|ac| acre| acres",
        "bit": " bit| bit|bit| bit| bits",
        "byte": " byte| byte|B| byte| bytes",
        "celsius": "°C|°C|°C| degree Celsius| degrees Celsius",
        "centimeter": " cm| cm|cm| centimeter| centimeters",
        "day": " day| days|d| day| days",
        "degree": " deg| deg|°| degree| degrees",
        "fahrenheit": "°F|°F|°| degree Fahrenheit| degrees Fahrenheit",
        "fluid-ounce": " fl oz| fl oz|fl oz| fluid ounce| fluid ounces",
        "foot": " ft| ft|′| foot| feet",
        "gallon": " gal| gal|gal| gallon| gallons",
        "gigabit": " Gb| Gb|Gb| gigabit| gigabits",
        "gigabyte": " GB| GB|GB| gigabyte| gigabytes",
        "gram": " g| g|g| gram| grams",
        "hectare": " ha| ha|ha| hectare| hectares",
        "hour": " hr| hr|h| hour| hours",
        "inch": " in| in|″| inch| inches",
        "kilobit": " kb| kb|kb| kilobit| kilobits",
        "kilobyte": " kB| kB|kB| kilobyte| kilobytes",
        "kilogram": " kg| kg|kg| kilogram| kilograms",
        "kilometer": " km| km|km| kilometer| kilometers",
        "kilometer-per-hour": " km/h| km/h|km/h| kilometer per hour| kilometers per hour",
        "liter": " L| L|L| liter| liters",
        "megabit": " Mb| Mb|Mb| megabit| megabits",
        "megabyte": " MB| MB|MB| megabyte| megabytes",
        "meter": " m| m|m| meter| meters",
        "meter-per-second": " m/s| m/s|m/s| meter per second| meters per second",
        "mile": " mi| mi|mi| mile| miles",
        "mile-per-gallon": " mpg| mpg|mpg| mile per gallon| miles per gallon",
        "mile-per-hour": " mph| mph|mph| mile per hour| miles per hour",
        "milliliter": " mL| mL|mL| milliliter| milliliters",
        "millimeter": " mm| mm|mm| millimeter| millimeters",
        "millisecond": " ms| ms|ms| millisecond| milliseconds",
        "minute": " min| min|m| minute| minutes",
        "month": " mth| mths|m| month| months",
        "ounce": " oz| oz|oz| ounce| ounces",
        "percent": "%|%|%| percent| percent",
        "petabyte": " PB| PB|PB| petabyte| petabytes",
        "pound": " lb| lb|#| pound| pounds",
        "second": " sec| sec|s| second| seconds",
        "stone": " st| st|st| stone| stones",
        "terabit": " Tb| Tb|Tb| terabit| terabits",
        "terabyte": " TB| TB|TB| terabyte| terabytes",
        "week": " wk| wks|w| week| weeks",
        "yard": " yd| yd|yd| yard| yards",
        "year": " yr| yrs|y| year| years",
    }.items()
}


class NumberFormat:
    """Writes numbers in en-US with the options of Intl.NumberFormat."""

    def __init__(
        self,
        style="decimal",
        notation="standard",
        compact="short",
        currency="USD",
        currency_display="symbol",
        currency_sign="standard",
        sign="auto",
        grouping=None,
        whole=1,
        least=None,
        most=None,
        least_digits=None,
        most_digits=None,
    ):
        self.style = style
        self.notation = notation
        self.compact = compact
        self.currency = currency
        self.currency_display = currency_display
        self.accounting = currency_sign == "accounting" and style == "currency"
        self.sign = sign
        self.grouping = grouping
        self.whole = whole
        places = 0 if style != "currency" or currency in ("JPY", "KRW") else 2
        usual = places if style in ("currency", "percent") else 3
        #: round to two digits, or to a whole number, whichever keeps more
        self.brief = notation == "compact" and (
            least,
            most,
            least_digits,
            most_digits,
        ) == (
            None,
            None,
            None,
            None,
        )
        self.digits = None
        if least_digits is not None or most_digits is not None:
            self.digits = (
                1 if least_digits is None else least_digits,
                most_digits or 21,
            )
        self.least = (
            min(places, usual if most is None else most) if least is None else least
        )
        self.most = max(usual, self.least) if most is None else most
        if self.least > self.most or (self.digits and self.digits[0] > self.digits[1]):
            raise ValueError("maximumFractionDigits value is out of range.")

    def __call__(self, value):
        """The number as text."""
        if math.isnan(value):
            return self.dress("NaN", False, False, False)
        negative = math.copysign(1, value) < 0
        if math.isinf(value):
            return self.dress("∞", negative, False, False)
        exact = abs(Decimal(number_to_string(value)))
        if self.style == "percent":
            exact = exact.scaleb(2)
        power = self.power(exact)
        text = self.rounded(exact.scaleb(-power))
        if self.power(Decimal(text).scaleb(power)) != power and Decimal(text):
            # 999,999 is one million in compact notation.
            power = self.power(Decimal(text).scaleb(power))
            text = self.rounded(exact.scaleb(-power))
        zero = not Decimal(text)
        one = power == 0 and text.lstrip("0") == "1"
        text = self.grouped(text)
        if self.notation == "compact":
            with_symbol = self.style == "currency" and self.currency_display != "name"
            text += _COMPACT["short" if with_symbol else self.compact][power // 3]
        elif self.notation != "standard":
            text += f"E{power}"
        return self.dress(text, negative, zero, one)

    def power(self, exact):
        """The power of ten that a notation writes apart."""
        if self.notation == "standard" or not exact:
            return 0
        power = exact.adjusted()
        if self.notation == "scientific":
            return power
        power = power // 3 * 3
        return power if self.notation == "engineering" else min(max(power, 0), 12)

    def rounded(self, exact):
        """The digits of a number that is not negative, without groups."""
        most, least = self.most, self.least
        leading = exact.adjusted() if exact else 0
        if self.digits is not None:
            most, least = self.digits[1] - leading - 1, self.digits[0] - leading - 1
        elif self.brief:
            most, least = max(0, 2 - leading - 1), 0
        step = Decimal(1).scaleb(-most)
        value = exact.quantize(step, ROUND_HALF_UP, Context(prec=400))
        if self.digits is not None and value and value.adjusted() > leading:
            least -= 1
        whole, _, fraction = f"{value:f}".partition(".")
        fraction = fraction.rstrip("0").ljust(max(least, 0), "0")
        whole = whole.zfill(self.whole)
        return f"{whole}.{fraction}" if fraction else whole

    def grouped(self, text):
        """The digits with commas between thousands."""
        whole, point, fraction = text.partition(".")
        few = self.grouping in (None, "auto") and self.notation == "compact"
        few = (few or self.grouping == "min2") and len(whole) < 5
        if self.grouping is not False and not few:
            whole = re.sub(r"(?<=\d)(?=(\d{3})+$)", ",", whole)
        return whole + point + fraction

    def dress(self, text, negative, zero, one):
        """The sign, and what the style puts around the digits."""
        signs = {
            "auto": "-" if negative else "",
            "always": "-" if negative else "+",
            "never": "",
            "exceptZero": "" if zero or text == "NaN" else "-" if negative else "+",
            "negative": "-" if negative and not zero else "",
        }
        sign = signs[self.sign]
        if self.style == "percent":
            text += "%"
        elif self.style == "currency":
            if self.currency_display == "name":
                name = _CURRENCY_NAMES[self.currency]
                return f"{sign}{text} {name.removesuffix('s') if one else name}"
            symbol = _CURRENCIES[self.currency]
            if self.currency_display == "code":
                symbol = self.currency + "\xa0"
            elif self.currency_display == "narrowSymbol":
                symbol = re.sub("^(CN|CA|A|NZ|MX)(?=.$)", "", symbol)
            text = (symbol if text[0].isdigit() else symbol.rstrip("\xa0")) + text
            if self.accounting and sign == "-" and text[-1] not in "KMBT":
                return f"({text})"
        return sign + text


class UnitFormat(NumberFormat):
    """Writes numbers with a unit in en-US."""

    def __init__(self, unit, display="short", **options):
        super().__init__("unit", **options)
        self.forms = _UNIT_NAMES[unit]
        self.display = display

    def dress(self, text, negative, zero, one):
        """The sign, the digits and the unit."""
        places = {"short": (1, 0), "narrow": (2, 2), "long": (4, 3)}[self.display]
        return super().dress(text, negative, zero, one) + self.forms[places[one]]


def number_parts(text):
    """The parts of a number in en-US, as formatToParts gives them."""
    kinds = [
        ("minusSign", "-"),
        ("plusSign", r"\+"),
        ("nan", "NaN"),
        ("infinity", "∞"),
        ("group", r",(?=\d)"),
        ("fraction", r"(?<=\.)\d+"),
        ("decimal", r"\.(?=\d)"),
        ("exponentInteger", r"(?<=E)\d+|(?<=E-)\d+"),
        ("integer", r"\d+"),
        ("percentSign", "%"),
        ("exponentSeparator", r"(?<=\d)E(?=-?\d)"),
        ("compact", "(?<=[0-9 ])(?:[KMBT]|thousand|million|billion|trillion)$"),
        ("currency", r"[A-Z]*[$€£¥₹₩]|[A-Z]{3}(?=\xa0|NaN|∞)"),
        ("literal", r"[ \xa0()]"),
    ]
    pattern = "|".join(f"(?P<{kind}>{part})" for kind, part in kinds)
    parts = []
    for match in re.finditer(pattern + "|(?P<other>.)", text):
        kind = match.lastgroup
        if kind == "other":
            raise NotImplementedError(f"the parts of {text}")
        if kind == "minusSign" and parts and parts[-1]["type"] == "exponentSeparator":
            kind = "exponentMinusSign"
        parts.append({"type": kind, "value": match[0]})
    return parts
