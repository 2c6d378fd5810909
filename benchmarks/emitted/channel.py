"""Producers and consumers around a queue that makes those wait who find it empty."""

import asyncio


async def main():
    queue = asyncio.Queue()
    total = 0

    async def produce():
        for i in range(2000):
            queue.put_nowait(i)
            if i % 10 == 0:
                await asyncio.sleep(0)

    async def consume():
        nonlocal total
        for _ in range(2000):
            item = await queue.get()
            total += item

    await asyncio.gather(consume(), consume(), produce(), produce())
    print(total)


if __name__ == "__main__":
    asyncio.run(main())
