// null in an object that holds anything is shown as null.
class Node {
  constructor(data) {
    this.data = data;
    this.next = null;
  }
}
function listOf(values) {
  let head = null;
  for (const value of values) {
    const node = new Node(value);
    node.next = head;
    head = node;
  }
  return head;
}
console.log(listOf(JSON.parse('[1, "two"]')));
console.log(listOf([]));
