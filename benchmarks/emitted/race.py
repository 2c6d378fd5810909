"""The first of several, many times."""

import asyncio


async def mirror(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def main():
    wins = {"near": 0, "far": 0}
    for _ in range(300):
        tasks = [
            asyncio.create_task(mirror("far", 0.05)),
            asyncio.create_task(mirror("near", 0)),
            asyncio.create_task(mirror("far", 0.06)),
        ]
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        winner = next(task for task in tasks if task in done)
        wins[winner.result()] += 1
    print(wins["near"], wins["far"])


if __name__ == "__main__":
    asyncio.run(main())
