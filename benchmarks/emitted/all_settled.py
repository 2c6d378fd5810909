"""Some fail, all are looked at."""

import asyncio


async def sleep(ms):
    await asyncio.sleep(ms / 1000)


async def check(n):
    await sleep(0)
    if n % 3 == 0:
        raise Exception(f"no {n}")
    return n


async def main():
    jobs = [asyncio.create_task(check(i)) for i in range(5000)]
    results = await asyncio.gather(*jobs, return_exceptions=True)
    good = 0
    bad = 0
    for result in results:
        if isinstance(result, Exception):
            bad += len(str(result))
        else:
            good += result
    print(good, bad)


if __name__ == "__main__":
    asyncio.run(main())
