"""A log, read by regular expressions."""

import re

LEVELS = ["INFO", "WARN", "ERROR"]
lines = []
for i in range(6000):
    level = LEVELS[i % len(LEVELS)]
    lines.append(
        f"2024-03-{i % 28 + 1:02} {level} [worker-{i % 8}] took {i * 37 % 900}ms"
    )
log = "\n".join(lines)

ENTRY = re.compile(
    r"^(?P<date>\d{4}-\d{2}-\d{2}) (?P<level>[A-Z]+) \[(?P<worker>[\w-]+)\]"
    r" took (?P<time>\d+)ms$",
    re.MULTILINE | re.ASCII,
)

times = {}
errors = 0
for match in ENTRY.finditer(log):
    if match["level"] == "ERROR":
        errors += 1
    worker = match["worker"]
    times[worker] = times.get(worker, 0) + int(match["time"])
print(errors)
for worker, time in times.items():
    print(f"{worker}: {time}")
print(len(re.sub(r"\d+ms", "?", log, flags=re.ASCII)))
