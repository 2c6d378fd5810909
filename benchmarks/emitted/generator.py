"""A hundred thousand values of an async generator."""

import asyncio


async def numbers(limit):
    for i in range(limit):
        yield i


async def main():
    total = 0
    async for n in numbers(100000):
        total += n
    print(total)


if __name__ == "__main__":
    asyncio.run(main())
