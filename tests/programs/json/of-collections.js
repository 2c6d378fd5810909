// A Map and a Set have no properties of their own.
const ages = new Map([["Ada", 36]]);
const seen = new Set([1]);
console.log(JSON.stringify(ages), JSON.stringify(seen));
console.log(Object.keys(ages), Object.values(seen).length, Object.entries(ages));
console.log(JSON.stringify([...ages]), JSON.stringify({ seen: [...seen] }));
