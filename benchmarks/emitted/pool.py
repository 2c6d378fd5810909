"""Ten thousand jobs, a hundred at a time."""

import asyncio


async def sleep(ms):
    await asyncio.sleep(ms / 1000)


async def download(n):
    await sleep(0)
    return n + 1


async def main():
    semaphore = asyncio.Semaphore(100)

    async def limited(job):
        async with semaphore:
            return await download(job)

    results = await asyncio.gather(*(limited(job) for job in range(10000)))
    print(len(results), results[9999])


if __name__ == "__main__":
    asyncio.run(main())
