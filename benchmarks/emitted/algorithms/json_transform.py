"""Orders as JSON text, summed by customer, as JSON text again."""

import json

orders = [
    {
        "id": i,
        "customer": f"customer {i % 37}",
        "items": [
            {"name": "pen", "price": 2, "count": i % 5},
            {"name": "book", "price": 12, "count": i % 3},
        ],
        "paid": i % 4 != 0,
    }
    for i in range(4000)
]
text = json.dumps(orders, separators=(",", ":"), ensure_ascii=False)


def summarise(text):
    by_customer = {}
    for order in json.loads(text):
        if not order["paid"]:
            continue
        total = sum(item["price"] * item["count"] for item in order["items"])
        summary = by_customer.setdefault(order["customer"], {"orders": 0, "total": 0})
        summary["orders"] += 1
        summary["total"] += total
    return [
        {"customer": customer, **summary}
        for customer, summary in by_customer.items()
        if summary["total"] > 100
    ]


summaries = summarise(text)
print(json.dumps(summaries[:2], indent=2, ensure_ascii=False))
print(len(summaries))
