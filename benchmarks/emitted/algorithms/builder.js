// A page of HTML, piece by piece.
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escape(text) {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character]);
}

function row(cells) {
  let html = "<tr>";
  for (const cell of cells) {
    html += "<td>" + escape(cell) + "</td>";
  }
  return html + "</tr>";
}

function page(title, rows) {
  const parts = [];
  parts.push("<!DOCTYPE html>");
  parts.push(`<title>${escape(title)}</title>`);
  parts.push("<table>");
  for (const cells of rows) {
    parts.push("  " + row(cells));
  }
  parts.push("</table>");
  return parts.join("\n");
}

const rows = [];
for (let i = 0; i < 5000; i++) {
  rows.push([`row ${i}`, i % 10 === 0 ? "<b>tenth</b>" : "plain", `${i * i} & more`]);
}
const html = page('A "long" table', rows);
console.log(html.length);
console.log(html.split("\n").slice(0, 5).join("\n"));
