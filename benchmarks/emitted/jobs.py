"""Workers that take jobs from a queue, which grows while they work."""

import asyncio


async def sleep(ms):
    await asyncio.sleep(ms / 1000)


async def main():
    queue = asyncio.Queue()
    for i in range(2000):
        queue.put_nowait({"id": i, "depth": 0})
    done = []

    async def worker():
        while not queue.empty():
            job = queue.get_nowait()
            await sleep(0)
            if job["depth"] < 2 and job["id"] % 4 == 0:
                queue.put_nowait({"id": job["id"] // 4, "depth": job["depth"] + 1})
            done.append(job["id"])

    await asyncio.gather(*(worker() for _ in range(20)))
    print(len(done), sum(done))


if __name__ == "__main__":
    asyncio.run(main())
