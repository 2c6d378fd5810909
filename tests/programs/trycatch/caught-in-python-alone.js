// What raises in Python alone must not be taken for an error of the program.
const ratio = (a, b) => {
  try {
    return a / b;
  } catch (error) {
    return error.message;
  }
};
console.log(ratio(1, 0), ratio(1, 2));
try {
  console.log(-Infinity % 0.1);
} catch (error) {
  console.log(error.message);
}
