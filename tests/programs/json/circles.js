// An object among what it holds is a TypeError, of which the first line is compared.
const shown = (value) => {
  try {
    return JSON.stringify(value);
  } catch (error) {
    return `${error.name}: ${error.message.split("\n")[0]}`;
  }
};

const node = { name: "a", next: null };
node.next = node;
console.log(shown(node));

const list = [1];
list.push(list);
console.log(shown(list));

const tree = { children: [], up: null };
const leaf = { children: [], up: tree };
tree.children.push(leaf);
console.log(shown(tree));

const same = { x: 1 };
console.log(shown([same, same]));
