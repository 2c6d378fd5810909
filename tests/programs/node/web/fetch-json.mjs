import process from "node:process";

// What is there to be reached is started by the test; without it every request fails.
const base = process.env.SERVER ?? "http://127.0.0.1:1";

async function load(path) {
  const response = await fetch(`${base}${path}`, { headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
}

try {
  const data = await load("/items");
  console.log(data.length);
} catch (err) {
  console.log(err.message, err instanceof TypeError);
}
