function outer() {
  let count = 0;
  function middle() {
    function inner() {
      count++;
      return count;
    }
    return inner() + inner();
  }
  return [middle(), middle(), count];
}
console.log(outer());
