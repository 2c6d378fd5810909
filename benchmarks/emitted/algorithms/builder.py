"""A page of HTML, piece by piece."""

import re

ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def escape(text):
    return re.sub('[&<>"]', lambda match: ESCAPES[match[0]], text)


def row(cells):
    html = "<tr>"
    for cell in cells:
        html += "<td>" + escape(cell) + "</td>"
    return html + "</tr>"


def page(title, rows):
    parts = ["<!DOCTYPE html>", f"<title>{escape(title)}</title>", "<table>"]
    for cells in rows:
        parts.append("  " + row(cells))
    parts.append("</table>")
    return "\n".join(parts)


rows = []
for i in range(5000):
    rows.append(
        [f"row {i}", "<b>tenth</b>" if i % 10 == 0 else "plain", f"{i * i} & more"]
    )
html = page('A "long" table', rows)
print(len(html))
print("\n".join(html.split("\n")[:5]))
