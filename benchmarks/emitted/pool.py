"""Ten thousand jobs, a hundred at a time."""

import asyncio


async def sleep(ms):
    await asyncio.sleep(ms / 1000)


async def download(n):
    await sleep(0)
    return n + 1


async def main():
    results = [None] * 10000
    jobs = iter(range(10000))

    async def worker():
        for job in jobs:
            results[job] = await download(job)

    await asyncio.gather(*(worker() for _ in range(100)))
    print(len(results), results[9999])


if __name__ == "__main__":
    asyncio.run(main())
