const failing = [Promise.reject("a"), new Promise((_, reject) => reject(7))];

Promise.any(failing).catch((error) => {
  console.log(error.errors.length, error.errors[0], error.errors[1] + 1);
});
