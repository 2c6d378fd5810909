const item = 1;
const Item = 2;
const ITEM = 3;
const iTem = 4;
console.log(item, Item, ITEM, iTem);
const a$ = "a", $a = "b", $ = "c", _ = "d", __ = "e";
console.log(a$, $a, $, _, __);
