const thenable = { then(resolve) { resolve(7); } };
function executor(resolve) { resolve(thenable); throw new Error("ignored"); }
new Promise(executor).then((v) => console.log("v", v), (e) => console.log("e", e.message));
