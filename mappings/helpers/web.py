"""What browsers and Node have beside ECMA-262: URLs, and requests by fetch."""

import urllib.parse

import httpx
from ada_url import URL, URLSearchParams
from helpers.text import encode_uri_component, to_string


def new_url(text, base=None):
    """The URL of a text; what is none is a TypeError, as in JavaScript."""
    try:
        return URL(text, base)
    except ValueError:
        raise TypeError("Invalid URL") from None


def search_params(pairs):
    """URLSearchParams of names and values."""
    params = URLSearchParams("")
    for name, value in pairs:
        params.append(name, to_string(value))
    return params


def get_param(params, name):
    """The first value of a name; None where there is none."""
    return params.get(name) if params.has(name) else None


def change_params(url, method, *args):
    """Call a method of the parameters of a URL, which changes the URL too."""
    params = URLSearchParams(url.search)
    getattr(params, method)(*args)
    url.search = str(params)


def new_headers(pairs):
    """Headers of names and values; several values of one name are joined."""
    headers = httpx.Headers()
    for name, value in pairs:
        append_header(headers, name, to_string(value))
    return headers


def append_header(headers, name, value):
    """Add a value to those that a header has."""
    if name.lower() == "set-cookie":
        raise NotImplementedError("several values of set-cookie")
    headers[name] = f"{headers[name]}, {value}" if name in headers else value


async def fetch(url, method="GET", headers=None, body=None):
    """Ask a server as JavaScript's fetch does: any status is an answer."""
    async with httpx.AsyncClient(follow_redirects=True, timeout=None) as client:
        try:
            return await client.request(method, url, headers=headers, content=body)
        except httpx.TransportError as err:
            raise TypeError("fetch failed") from err


def parse_query(text):
    """The values of names in a query; several values of one name are a list."""
    found = {}
    for name, value in urllib.parse.parse_qsl(text, keep_blank_values=True):
        if name not in found:
            found[name] = value
        elif isinstance(found[name], list):
            found[name].append(value)
        else:
            found[name] = [found[name], value]
    return found


def format_query(values):
    """Names and values as a query; a list stands for several values."""
    return "&".join(
        f"{encode_uri_component(name)}={encode_uri_component(to_string(item, none=''))}"
        for name, value in values.items()
        for item in (value if isinstance(value, list) else [value])
    )
