"""Ten thousand coroutines at once."""

import asyncio


async def square(n):
    await asyncio.sleep(0.001)
    return n * n


async def main():
    squares = await asyncio.gather(*(square(n) for n in range(10000)))
    print(len(squares), sum(squares))


if __name__ == "__main__":
    asyncio.run(main())
