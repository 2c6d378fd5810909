const items = ["a", "b"];
const n = 3;
console.log(`list: ${items.map((x) => `<${x}${n > 2 ? `+${n}` : ""}>`).join("")}`);
console.log(`line 1
  line 2 \${not} \`tick\` ${1 + 1}`);
console.log(`${items} ${[]}|${[[1, 2], 3]} ${null} ${undefined} ${true}`);
console.log(`quotes ' " and {braces} {{ x }} ${"{"}${"}"} {% if %}`);
