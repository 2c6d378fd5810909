// $ is the very end, \d and \w know ASCII only, \s knows the no-break space.
console.log(/a$/.test("a\n"), /^\d$/.test("٣"), /^\w$/.test("é"), /^\s$/.test("\u00a0"), /^\s$/.test("\ufeff"));
console.log(/[[]/.test("["), /]/.test("]"), /{/.test("{"), /a{,2}/.test("a{,2}"));
console.log(/(a)|(b)/.exec("b")[1], "aab".replace(/(z)?a/, "[$1]"), /\//.test("/"), /[/]/.test("/"));
console.log(/[^]/.test("\n"), /\cA/.test("\x01"), /\u{61}/u.test("a"), /(?:)/.test(""));
