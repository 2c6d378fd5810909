const original = { list: [{ id: 1 }, { id: 2 }], text: "Zoë", flag: false };
const copy = JSON.parse(JSON.stringify(original));
copy.list[0].id = 9;
copy.list.push({ id: 3 });
console.log(original.list[0].id, original.list.length, JSON.stringify(copy));
