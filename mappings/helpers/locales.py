"""Numbers and dates as Intl writes them for en-US (ECMA-402)."""

import zoneinfo
from decimal import Decimal

from helpers.numbers import number_to_string, to_locale_number

_CURRENCIES = {
    "USD": "$",
    "EUR": "€",
    "GBP": "£",
    "JPY": "¥",
    "INR": "₹",
    "CNY": "CN¥",
    "KRW": "₩",
    "CAD": "CA$",
    "AUD": "A$",
    "NZD": "NZ$",
    "BRL": "R$",
    "MXN": "MX$",
    "CHF": "CHF\xa0",
}


def locale_currency(value, currency, least=None, most=None):
    """An amount of money in en-US: "$1,234.50"; yen and won have no fraction."""
    digits = 0 if currency in ("JPY", "KRW") else 2
    least = digits if least is None else least
    most = max(digits, least) if most is None else most
    text = to_locale_number(abs(value), min(least, most), most)
    minus = "-" if value < 0 else ""
    return minus + _CURRENCIES[currency] + text


def locale_percent(value, least=0, most=None):
    """A share in en-US: 0.256 is "26%"."""
    hundredfold = float(Decimal(number_to_string(value)).scaleb(2))
    return (
        to_locale_number(hundredfold, least, max(0, least) if most is None else most)
        + "%"
    )


def in_zone(date, zone):
    """A date in a time zone by its name; in local time where there is none."""
    return date.astimezone(zoneinfo.ZoneInfo(zone) if zone else None)


def locale_day(date, weekday=None, year=None, month=None, day=None, zone=None):
    """The day of a date in en-US, with the parts that are asked for."""
    if not (weekday or year or month or day):
        year = month = day = "numeric"
    local = in_zone(date, zone)
    names = {"long": "%A", "short": "%a"}
    name = local.strftime(names[weekday]) if weekday else ""
    year_text = (
        f"{local.year % 100:02}" if year == "2-digit" else year and str(local.year)
    )
    day_text = f"{local.day:02}" if day == "2-digit" else day and str(local.day)
    if month in ("long", "short"):
        month_text = local.strftime("%B" if month == "long" else "%b")
        text = f"{month_text} {day_text}" if day else month_text
        if year:
            text += f", {year_text}" if day else f" {year_text}"
    else:
        month_text = (
            f"{local.month:02}" if month == "2-digit" else month and str(local.month)
        )
        text = "/".join(part for part in (month_text, day_text, year_text) if part)
    return ", ".join(part for part in (name, text) if part)


def locale_clock(date, hour=None, minute=None, second=None, twelve=True, zone=None):
    """The time of a date in en-US, with the parts that are asked for."""
    if not (hour or minute or second):
        hour, minute, second = "numeric", "2-digit", "2-digit"
    local = in_zone(date, zone)
    number = local.hour % 12 or 12 if twelve else local.hour or 24
    padded = hour == "2-digit" or not twelve
    parts = [f"{number:02}" if padded else str(number)]
    if minute:
        parts.append(f"{local.minute:02}")
    if second:
        parts.append(f"{local.second:02}")
    text = ":".join(parts)
    return f"{text} {'PM' if local.hour >= 12 else 'AM'}" if twelve else text


def locale_moment(date, zone=None):
    """Day and time in en-US: "3/1/2024, 9:05:07 AM"."""
    return f"{locale_day(date, zone=zone)}, {locale_clock(date, zone=zone)}"
