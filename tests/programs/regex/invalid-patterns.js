function attempt(f) { try { f(); console.log("taken"); } catch (e) { console.log(e instanceof SyntaxError); } }
attempt(() => RegExp("(?u:a)"));
attempt(() => { RegExp("(?-ii:a)"); });
attempt(() => { new RegExp("a{", "u"); });
attempt(() => { new RegExp("["); });
attempt(() => { new RegExp("a", "gg"); });
attempt(() => { new RegExp("a{", ""); });
attempt(() => { new RegExp("a+b", "i"); });
try {
  new RegExp("a\\");
} catch (err) {
  console.log("a backslash at the end:", err instanceof SyntaxError);
}
