import pProps from "p-props";

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function load(name, ms) {
  console.log(`> ${name}`);
  await sleep(ms);
  console.log(`< ${name}`);
  return name.toUpperCase();
}

const { user, posts, version } = await pProps({
  user: load("user", 60),
  posts: load("posts", 20),
  version: 3,
});
console.log(user, posts, version);
const result = await pProps({ a: load("a", 30), b: load("b", 10) });
console.log(Object.keys(result).join(), result.a, result.b);
try {
  await pProps({ good: load("good", 40), bad: Promise.reject(new Error("bad")) });
} catch (error) {
  console.log(error.message);
}
