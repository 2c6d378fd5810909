console.log(+function () { return 1; }, isNaN(+{}), +[5], Number(() => 1));
