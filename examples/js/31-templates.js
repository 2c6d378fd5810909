"use strict";

// A tiny template engine: {{ name }}, {{ name | filter }}, {% each list %}...{% end %}.

const FILTERS = {
  upper: (text) => text.toUpperCase(),
  trim: (text) => text.trim(),
  money: (value) => `$${Number(value).toFixed(2)}`,
  quote: (text) => `'${text.replace(/'/g, "\\'")}'`,
};

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text) => text.replace(/[&<>"]/g, (ch) => ESCAPES[ch]);

function lookup(path, scope) {
  return path.split(".").reduce((value, key) => value?.[key], scope);
}

function fill(text, scope) {
  return text.replace(/\{\{\s*([\w.]+)((?:\s*\|\s*\w+)*)\s*\}\}/g, (_, path, pipes) => {
    let value = String(lookup(path, scope) ?? "");
    const names = pipes.split("|").map((name) => name.trim()).filter(Boolean);
    for (const name of names) {
      const filter = FILTERS[name];
      if (!filter) throw new Error(`no filter named ${name}`);
      value = filter(value);
    }
    return escapeHtml(value);
  });
}

/** Render a template; loops may not be nested. */
function render(template, scope) {
  const expanded = template.replace(
    /\{% each (\w+) %\}([\s\S]*?)\{% end %\}/g,
    (_, name, body) => scope[name].map((item) => fill(body, { ...scope, item })).join(""),
  );
  return fill(expanded, scope);
}

const invoice = `Dear {{ customer.name | upper }},
{% each lines %}- {{ item.what }} at {{ item.price | money }}
{% end %}Total: {{ total | money }}
{{ note | trim | quote }}{{ missing }}`;

const lines = [
  { what: "Nuts & bolts", price: 3.5 },
  { what: "Hammer <large>", price: 24 },
];

console.log(
  render(invoice, {
    customer: { name: "Grace" },
    lines,
    total: lines.reduce((sum, { price }) => sum + price, 0),
    note: "  it's paid  ",
  }),
);

try {
  render("{{ x | shout }}", { x: "hey" });
} catch (err) {
  console.log(err.message);
}

const raw = String.raw`C:\temp\new {{ x }}`;
console.log(raw, raw.length);
