const f = (x) => { console.log("f", x); return x; };
const o = {};
o[f("k")] = f("v");
const make = () => { console.log("make"); return o; };
make()[f("a")] = f("b");
make().c = f("c");
let i = 0;
const a = [0, 0, 0];
a[i++] = i;
a[i] = i++;
console.log(a, o, i);
const die = (m) => { throw new Error(m); };
try { o[die("key")] = die("value"); } catch (e) { console.log(e.message); }
const prop = function () { throw new Error("prop"); };
const expr = function () { throw new Error("expr"); };
try { o[prop()] = expr(); } catch (e) { console.log(e.message); }
let u = null;
try { u[f("x")] = f("y"); } catch (e) { console.log(e instanceof TypeError); }

class Tree {
  constructor() {
    this.nodes = [];
    this.current = { name: "first" };
  }

  add(depth) {
    this.nodes[this.nodes.length] = depth > 0 ? this.replace(depth) : "leaf";
  }

  replace(depth) {
    this.current = { name: `replaced ${depth}` };
    return depth;
  }

  rename() {
    const old = this.current;
    this.current.name = String(this.replace(9));
    return [old.name, this.current.name];
  }
}

const tree = new Tree();
tree.add(2);
tree.add(0);
console.log(tree.nodes, tree.rename());

let k = 0;
const sums = [1, 1, 1];
const next = () => {
  k += 1;
  return k;
};
sums[k] += next();
sums[k] *= next() + 3;
console.log(sums, k);

async function fill(names) {
  const sizes = {};
  for (let at = 0; at < names.length; at++) {
    sizes[names[at]] = await Promise.resolve(at);
  }
  return sizes;
}
fill(["a", "b"]).then((sizes) => console.log(sizes));

const grown = [];
const grow = (depth) => {
  if (depth > 0) grown.push(depth);
  return depth;
};
grown[grown.length] = grow(0);
grown[grown.length] = grow(4);
console.log(grown);
