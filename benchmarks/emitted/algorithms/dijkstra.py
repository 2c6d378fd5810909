"""Shortest ways through a graph, with a binary heap as the queue."""

import math


class Heap:
    def __init__(self):
        self.items = []

    def __len__(self):
        return len(self.items)

    def push(self, cost, node):
        items = self.items
        items.append({"cost": cost, "node": node})
        i = len(items) - 1
        while i > 0:
            parent = (i - 1) // 2
            if items[parent]["cost"] <= items[i]["cost"]:
                break
            items[parent], items[i] = items[i], items[parent]
            i = parent

    def pop(self):
        items = self.items
        top = items[0]
        last = items.pop()
        if items:
            items[0] = last
            i = 0
            while True:
                left = 2 * i + 1
                right = left + 1
                least = i
                if left < len(items) and items[left]["cost"] < items[least]["cost"]:
                    least = left
                if right < len(items) and items[right]["cost"] < items[least]["cost"]:
                    least = right
                if least == i:
                    break
                items[least], items[i] = items[i], items[least]
                i = least
        return top


def shortest(graph, start):
    distances = [math.inf] * len(graph)
    distances[start] = 0
    queue = Heap()
    queue.push(0, start)
    while queue:
        entry = queue.pop()
        cost, node = entry["cost"], entry["node"]
        if cost > distances[node]:
            continue
        for neighbour, length in graph[node]:
            total = cost + length
            if total < distances[neighbour]:
                distances[neighbour] = total
                queue.push(total, neighbour)
    return distances


graph = [
    [
        [(i * 7 + 1) % 2000, i % 13 + 1],
        [(i * 3 + 5) % 2000, i % 7 + 2],
        [(i + 1) % 2000, 9],
    ]
    for i in range(2000)
]
distances = shortest(graph, 0)
farthest = max(range(len(distances)), key=distances.__getitem__)
print(distances[1999], farthest, distances[farthest])
