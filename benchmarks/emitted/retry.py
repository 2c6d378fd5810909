"""Work that succeeds at the third attempt."""

import asyncio


async def sleep(ms):
    await asyncio.sleep(ms / 1000)


async def flaky(attempt):
    await sleep(0)
    if attempt < 3:
        raise Exception("not yet")
    return attempt


async def retry(limit):
    attempt = 1
    while True:
        try:
            return await flaky(attempt)
        except Exception:
            if attempt >= limit:
                raise
        attempt += 1


async def main():
    attempts = 0
    for _ in range(1500):
        attempts += await retry(5)
    print(attempts)


if __name__ == "__main__":
    asyncio.run(main())
