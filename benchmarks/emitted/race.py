"""The first of several, many times."""

import asyncio


async def sleep(ms):
    await asyncio.sleep(ms / 1000)


async def mirror(name, ms):
    await sleep(ms)
    return name


async def race(*awaitables):
    tasks = [asyncio.ensure_future(awaitable) for awaitable in awaitables]
    done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    return next(task for task in tasks if task in done).result()


async def main():
    wins = {"near": 0, "far": 0}
    for _ in range(300):
        winner = await race(mirror("far", 50), mirror("near", 0), mirror("far", 60))
        wins[winner] += 1
    print(wins["near"], wins["far"])
    await asyncio.wait(asyncio.all_tasks() - {asyncio.current_task()})


if __name__ == "__main__":
    asyncio.run(main())
