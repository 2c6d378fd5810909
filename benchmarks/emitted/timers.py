"""Thousands of timers, half of them taken back."""

import asyncio


async def main():
    fired = 0

    def fire():
        nonlocal fired
        fired += 1

    loop = asyncio.get_running_loop()
    for i in range(4000):
        timer = loop.call_later((1 + i % 5) / 1000, fire)
        if i % 2 == 0:
            timer.cancel()
    await asyncio.sleep(0.03)
    print(fired)


if __name__ == "__main__":
    asyncio.run(main())
