let handler = () => "first";
const call = () => handler();
console.log(call());
handler = () => "second";
console.log(call());

let later;
const read = () => later;
later = 42;
console.log(read());
