const u = new URL("https://user:pw@example.com:8080/a/b?x=1&y=2#h");
console.log(u.hostname, u.port, u.pathname, u.search, u.hash, u.host, u.origin, u.protocol, u.href, String(u));
console.log(u.searchParams.get("x"), u.searchParams.has("z"));
u.searchParams.set("z", "a b"); u.pathname = "/c"; console.log(u.href, `${u}`);
const q = new URLSearchParams({ a: "1", b: "x y" }); q.append("c", "é"); console.log(q.toString());
for (const [k, v] of q) console.log(k, v);
console.log(new URL("../x", "https://a.com/b/c/").href);
try { new URL("nope"); } catch (e) { console.log(e instanceof TypeError); }
