const tasks = [];
for (const name of ["ann", "bob", "cy"]) {
  const upper = name.toUpperCase();
  tasks.push(() => `${name}=${upper}`);
}
for (const task of tasks) console.log(task());
