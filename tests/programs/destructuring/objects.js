const user = { id: 7, name: "Ada", address: { city: "Paris", zip: null }, age: undefined };
const { name, id: number, age = 30, nick = name.toLowerCase(), address: { city, zip = "none" } } = user;
console.log(name, number, age, nick, city, zip);
const { id, ...others } = user;
console.log(id, Object.keys(others).join());
const key = "name";
const { [key]: dynamic } = user;
console.log(dynamic);
