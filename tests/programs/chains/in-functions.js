const later = (ms, value) => new Promise((resolve) => setTimeout(resolve, ms, value));
function getUser(id) {
  return later(10, { id, name: `u${id}` }).then((user) => ({ ...user, seen: true }));
}
function names(ids) {
  return Promise.all(ids.map(getUser)).then((users) => users.map((u) => u.name).join());
}
const count = (ids) => names(ids).then((text) => text.length);
names([1, 2]).then((text) => {
  console.log(text);
  return count([3, 4, 5]).then((n) => console.log(n));
});
