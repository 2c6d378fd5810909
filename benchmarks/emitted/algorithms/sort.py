"""Numbers sorted by merging, and people sorted by score and name."""

seed = 42


def random(below):
    global seed
    seed = seed * 16807 % 2147483647
    return seed % below


def merge_sort(items):
    if len(items) <= 1:
        return items
    middle = len(items) // 2
    left = merge_sort(items[:middle])
    right = merge_sort(items[middle:])
    merged = []
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            merged.append(left[i])
            i += 1
        else:
            merged.append(right[j])
            j += 1
    return merged + left[i:] + right[j:]


numbers = [random(100000) for _ in range(12000)]
ordered = merge_sort(numbers)

people = [
    {"name": f"person {number % 700}", "score": score % 100}
    for number, score in enumerate(numbers)
]
people.sort(key=lambda person: (-person["score"], person["name"]))

print(ordered[0], ordered[6000], ordered[11999])
print(", ".join(f"{person['name']}: {person['score']}" for person in people[:3]))
