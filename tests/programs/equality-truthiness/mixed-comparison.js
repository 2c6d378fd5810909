console.log(1 < "2", "b" > "a", null < 1, undefined < 1, "10" > 9, "a" < 1, true > false, [2] > 1);
console.log(3 > 2 > 1, 1 < 2 < 3, null + 5, "5" - 2, "5" + 2, 5 + +"2", true + 1, "3" * "4");
