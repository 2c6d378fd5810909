"""Promises that somebody else settles later."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    total = 0
    for round_number in range(5000):
        gate = loop.create_future()
        loop.call_later(0, gate.set_result, round_number)
        total += await gate
    print(total)


if __name__ == "__main__":
    asyncio.run(main())
