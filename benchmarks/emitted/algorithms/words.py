"""The most frequent words of a text."""

import re

SENTENCES = [
    "The quick brown fox jumps over the lazy dog",
    "A dog barks at the fox, and the fox runs away",
    "Over the hills and far away, the quick river runs",
    "Nobody knows where the brown river ends; the dog does not care",
]


def word_count(text):
    counts = {}
    for word in re.split(r"[^a-z]+", text.lower()):
        if word:
            counts[word] = counts.get(word, 0) + 1
    return counts


lines = [SENTENCES[i % len(SENTENCES)] for i in range(4000)]
counts = word_count("\n".join(lines))
top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:8]
for word, count in top:
    print(f"{word:8} {count}")
