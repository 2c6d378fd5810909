"""JavaScript's Date as an aware datetime in UTC, to the millisecond."""

import datetime
import math
import re
from datetime import UTC, timedelta


def date_from_ms(ms):
    """The date so many milliseconds after 1970."""
    return datetime.datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=int(ms))


def date_to_ms(date):
    """Milliseconds since 1970: getTime, valueOf, +date."""
    return (date - datetime.datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(
        milliseconds=1
    )


def now_ms():
    """Date.now: milliseconds since 1970."""
    return date_to_ms(datetime.datetime.now(UTC))


def current_date():
    """new Date(): this moment, to the millisecond."""
    return date_from_ms(now_ms())


def from_local_time(date):
    """The date of a local time without a zone; a time that clocks skip counts as before the skip."""
    return datetime.datetime.fromtimestamp(date.timestamp(), UTC)


def make_date(year, month=0, day=1, hour=0, minute=0, second=0, ms=0, utc=False):
    """new Date(year, month, ...): months count from 0; what is too large or small overflows."""
    year += 1900 if 0 <= year <= 99 else 0
    first = datetime.datetime(year + month // 12, month % 12 + 1, 1)
    date = first + timedelta(
        days=day - 1, hours=hour, minutes=minute, seconds=second, milliseconds=ms
    )
    return date.replace(tzinfo=UTC) if utc else from_local_time(date)


def date_with(date, utc=False, year=None, month=None, day=None, **time):
    """The date with some parts set, as setMonth, setHours and so on do; they may overflow."""
    part = date if utc else date.astimezone()
    months = (part.year if year is None else year) * 12
    months += part.month - 1 if month is None else month
    first = datetime.datetime(months // 12, months % 12 + 1, 1)
    changed = first + timedelta(
        days=(part.day if day is None else day) - 1,
        hours=time.get("hour", part.hour),
        minutes=time.get("minute", part.minute),
        seconds=time.get("second", part.second),
        milliseconds=time.get("ms", part.microsecond // 1000),
    )
    return changed.replace(tzinfo=UTC) if utc else from_local_time(changed)


def parse_date(text):
    """new Date(text): ISO 8601 and the usual English forms; ValueError for an invalid date."""
    iso = re.fullmatch(
        r"([+-]\d{6}|\d{4})(?:-(\d\d)(?:-(\d\d))?)?"
        r"(?:T(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)?)?",
        text.strip(),
    )
    if iso:
        year, month, day, hour, minute, second, fraction, zone = iso.groups()
        if not 1 <= int(day or 1) <= 31:
            raise ValueError("Invalid Date")
        date = datetime.datetime(int(year), int(month or 1), 1) + timedelta(
            days=int(day or 1) - 1,
            hours=int(hour or 0),
            minutes=int(minute or 0),
            seconds=int(second or 0),
            milliseconds=int((fraction or "0").ljust(3, "0")[:3]),
        )
        if hour and not zone:
            return from_local_time(date)
        sign = -1 if (zone or "")[:1] == "-" else 1
        digits = re.sub(r"\D", "", zone or "").ljust(4, "0")
        offset = sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
        return date.replace(tzinfo=UTC) - offset
    text = re.sub(r"^(Sun|Mon|Tue|Wed|Thu|Fri|Sat)[a-z]*\b|\(.*\)|,", " ", text.strip())
    text = re.sub(
        r"\b(GMT|UTC|Z)$", "+0000", re.sub(r"\b(GMT|UTC)(?=[+-])", "", text.strip())
    )
    text = " ".join(text.split())
    for day in (
        "%b %d %Y",
        "%B %d %Y",
        "%d %b %Y",
        "%d %B %Y",
        "%m/%d/%Y",
        "%Y/%m/%d",
        "%Y-%m-%d",
    ):
        for time in ("", " %H:%M", " %H:%M:%S", " %I:%M %p", " %I:%M:%S %p"):
            for zone in ("", " %z"):
                try:
                    date = datetime.datetime.strptime(text, day + time + zone)
                except ValueError:
                    continue
                return date.astimezone(UTC) if zone else from_local_time(date)
    raise ValueError("Invalid Date")


def parse_date_ms(text):
    """Date.parse: milliseconds since 1970, NaN for what is no date."""
    try:
        return date_to_ms(parse_date(text))
    except ValueError:
        return math.nan


def to_date(value):
    """new Date(value) of milliseconds, text, or another date."""
    if isinstance(value, datetime.datetime):
        return value
    return parse_date(value) if isinstance(value, str) else date_from_ms(value)


def date_to_iso(date):
    """toISOString: in UTC, to the millisecond, with a Z."""
    return (
        date.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    )


def weekday(date):
    """getDay: Sunday is 0."""
    return date.isoweekday() % 7


def timezone_offset(date):
    """getTimezoneOffset: minutes from local time to UTC."""
    return -(date.astimezone().utcoffset() // timedelta(minutes=1))


# The names stay English whatever the locale of the machine, which %a and %b follow.
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
)


def date_text(date):
    """toDateString: "Fri Mar 01 2024", in local time."""
    local = date.astimezone()
    return (
        f"{DAYS[local.weekday()]} {MONTHS[local.month - 1]} {local:%d} {local.year:04}"
    )


def date_to_string(date):
    """String(date): the day, the local time and the offset; the zone's name is left out."""
    local = date.astimezone()
    return f"{date_text(date)} {local:%H:%M:%S} GMT{local:%z}"


def utc_text(date):
    """toUTCString: "Fri, 01 Mar 2024 09:05:07 GMT"."""
    utc = date.astimezone(UTC)
    day = f"{DAYS[utc.weekday()]}, {utc:%d} {MONTHS[utc.month - 1]} {utc.year:04}"
    return f"{day} {utc:%H:%M:%S} GMT"


def locale_date(date):
    """toLocaleDateString in en-US: "3/1/2024", in local time."""
    local = date.astimezone()
    return f"{local.month}/{local.day}/{local.year}"


def locale_time(date):
    """toLocaleTimeString in en-US: "9:05:07 AM", in local time."""
    local = date.astimezone()
    return f"{local.hour % 12 or 12}:{local:%M:%S} {'PM' if local.hour >= 12 else 'AM'}"
