"""The product of two matrices."""

import math


def create(rows, columns, value):
    return [[value(i, j) for j in range(columns)] for i in range(rows)]


def multiply(a, b):
    rows = len(a)
    columns = len(b[0])
    inner = len(b)
    product = create(rows, columns, lambda i, j: 0)
    for i in range(rows):
        for j in range(columns):
            total = 0
            for k in range(inner):
                total += a[i][k] * b[k][j]
            product[i][j] = total
    return product


a = create(90, 80, lambda i, j: (i * 7 + j * 3) % 11)
b = create(80, 70, lambda i, j: int(math.fmod(i * 5 - j * 2, 13)))
product = multiply(a, b)
print(product[0][0], product[89][69], sum(product[i][i] for i in range(70)))
