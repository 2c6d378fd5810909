const data = JSON.parse('{"a": [1, 2.5, "x", null, true], "b": {"c": {}}, "n": 1e2, "one": 1.0}');
console.log(data.a[0] + data.a[1], data.a[3], data.b.c.d, data.n, data.one, Object.keys(data).join());
console.log(JSON.parse("3") + 1, JSON.parse('"t"'), JSON.parse("null"), JSON.parse('[1,"2"]', (k, v) => (typeof v === "number" ? v * 10 : v)));
for (const bad of ["{", "[1,]", "'x'", "nan", "", "01", "{a:1}"]) {
  try {
    JSON.parse(bad);
    console.log("parsed", bad);
  } catch (err) {
    console.log(err.name);
  }
}
