"""Requests as axios and got make them: a status that is no success is an error."""

import asyncio
import json

import httpx

_RETRIED = {408, 413, 429, 500, 502, 503, 504, 521, 522, 524}


class RequestError(Exception):
    """A request failed: `code` says how, `response` is the answer if there was one."""

    def __init__(self, message, code, response=None):
        super().__init__(message)
        self.code, self.response = code, response


async def send(method, url, headers=None, timeout=None, **content):
    """Ask a server, after redirects; `timeout` in milliseconds. Any status is an answer."""
    seconds = timeout / 1000 if timeout else None
    client = httpx.AsyncClient(follow_redirects=True, timeout=seconds)
    async with client:
        try:
            return await client.request(method.upper(), url, headers=headers, **content)
        except httpx.TimeoutException:
            text = f"timeout of {timeout}ms exceeded"
            raise RequestError(text, "ECONNABORTED") from None
        except httpx.ConnectError as err:
            raise RequestError(
                f"connect ECONNREFUSED ({err})", "ECONNREFUSED"
            ) from None


async def axios(method, url, data=None, **options):
    """Ask a server as axios does: data is sent as JSON."""
    response = await send(method, url, json=data, **options)
    if not response.is_success:
        status = response.status_code
        code = "ERR_BAD_REQUEST" if status < 500 else "ERR_BAD_RESPONSE"
        text = f"Request failed with status code {status}"
        raise RequestError(text, code, response)
    return response


class AxiosClient:
    """Requests that have an address to begin with, headers or a timeout in common."""

    def __init__(self, base_url="", headers=None, timeout=None):
        self.base_url = base_url
        self.headers = headers or {}
        self.timeout = timeout

    async def request(self, method, url, data=None, headers=None, **options):
        """Ask a server as axios does; what is given here counts."""
        if self.base_url and "//" not in url:
            url = self.base_url.rstrip("/") + "/" + url.lstrip("/")
        options.setdefault("timeout", self.timeout)
        headers = {**self.headers, **(headers or {})}
        return await axios(method, url, data, headers=headers, **options)


def response_data(response):
    """The value of an answer in JSON, else its text."""
    try:
        return json.loads(response.text)
    except ValueError:
        return response.text


async def got(method, url, limit=2, **options):
    """Ask a server as got does: again, a little later, where it is busy or down."""
    for attempt in range(limit + 1):
        response = await send(method, url, **options)
        status = response.status_code
        if method == "POST" or method == "PATCH" or status not in _RETRIED:
            break
        if attempt < limit:
            await asyncio.sleep(2**attempt)
    if not response.is_success:
        text = f"Request failed with status code {status} ({response.reason_phrase})"
        text += f": {method} {response.url}"
        raise RequestError(text, "ERR_NON_2XX_3XX_RESPONSE", response)
    return response


async def json_of(request):
    """The value of the answer, which is JSON."""
    return (await request).json()


async def text_of_answer(request):
    """The text of the answer."""
    return (await request).text


async def bytes_of_answer(request):
    """The bytes of the answer."""
    return (await request).content
