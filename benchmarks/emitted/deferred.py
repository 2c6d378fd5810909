"""Promises that somebody else settles later."""

import asyncio


def defer():
    future = asyncio.get_running_loop().create_future()
    return {"promise": future, "resolve": future.set_result}


async def main():
    gates = [defer() for _ in range(20000)]

    async def open_gates():
        for i, gate in enumerate(gates):
            gate["resolve"](i)

    async def pass_gates():
        total = 0
        for gate in gates:
            total += await gate["promise"]
        return total

    total, _ = await asyncio.gather(pass_gates(), open_gates())
    print(total)


if __name__ == "__main__":
    asyncio.run(main())
