const err = new AggregateError([new Error("a"), new TypeError("b")], "both failed");
console.log(err.message, err.errors.length, err.errors[1] instanceof TypeError);
console.log(err instanceof AggregateError, err instanceof Error);
