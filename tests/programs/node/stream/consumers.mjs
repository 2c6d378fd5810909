import { text, json } from "node:stream/consumers";
import { Readable } from "node:stream";
const all = await text(process.stdin);
console.log(all.length);
console.log((await json(Readable.from(['{"a":', "1}"]))).a);
