console.log("tab\there", 'single "double"', "it's", 'both \' and "');
console.log("back\\slash", "\x41\u0042\u{43}", "a\
b");
console.log("nul:\0:".length, "\v\f\b".length, "\q", "${no}", "{{ jinja }} {% raw %} {# c #}");
console.log("'''", '"""', "\"\"\"'''", "%s %d", "100%");
console.log(JSON.stringify("\u2028\u2029\u0001\x7f"));
