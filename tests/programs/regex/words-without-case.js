console.log(/(?:\W)/iu.test("\u017f"), /\w+/i.test("abc"));
