"""Ten thousand coroutines at once."""

import asyncio


async def sleep(ms):
    await asyncio.sleep(ms / 1000)


async def square(n):
    await sleep(1)
    return n * n


async def main():
    squares = await asyncio.gather(*(square(n) for n in range(10000)))
    print(len(squares), sum(squares))


if __name__ == "__main__":
    asyncio.run(main())
