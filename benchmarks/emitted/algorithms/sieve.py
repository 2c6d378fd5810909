"""The primes below a limit, by the sieve of Eratosthenes."""


def primes_below(limit):
    composite = [False] * limit
    primes = []
    for i in range(2, limit):
        if composite[i]:
            continue
        primes.append(i)
        for j in range(i * i, limit, i):
            composite[j] = True
    return primes


primes = primes_below(250000)
print(len(primes), primes[-1], sum(primes))
