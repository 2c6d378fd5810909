"""A chain of a thousand steps, some times over."""

import asyncio


def step(value):
    return value + 1


async def then(before, function):
    return function(await before)


async def resolved(value):
    return value


async def main():
    total = 0
    for round_number in range(20):
        task = asyncio.create_task(resolved(round_number))
        for _ in range(1000):
            task = asyncio.create_task(then(task, step))
        total += await task
    print(total)


if __name__ == "__main__":
    asyncio.run(main())
