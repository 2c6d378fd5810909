const scores = { ann: 3, bob: 5 };
for (const name in scores) console.log(name, scores[name]);
for (const [name, score] of Object.entries(scores)) console.log(`${name}:${score}`);
for (const index in ["x", "y"]) console.log(typeof index, index);
for (const ch of "a😀b") console.log(ch, ch.length);
