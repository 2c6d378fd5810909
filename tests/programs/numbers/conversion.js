console.log(Number("12"), Number(" 3.5 "), Number(""), Number("12px"), Number(null), Number(undefined), Number(true));
console.log(Number("0x1f"), Number([]), Number([5]), Number({}), Number("1e3"), Number("-"), +"7", +false);
console.log(parseInt("12px"), parseInt("3.9"), parseInt("ff", 16), parseInt("x"), parseFloat("2.5rem"), parseInt("-0"));
console.log(Number.isInteger(5.0), Number.isInteger("5"), isNaN("x"), Number.isNaN("x"), Number.isSafeInteger(2 ** 53));
