// With the flags i and u, letters of one simple folding are the same.
console.log(/\u0390/iu.test("\u1fd3"), /[^\ufb05]/iu.test("\ufb06"), /\ufb05/i.test("\ufb06"));
console.log(`${"a-b".match(/(a)-(b)/)}`, "ab".match(/(a)|(x)/) + "", String(/q/.exec("a")));
