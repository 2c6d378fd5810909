console.log(1);
function stop() { return 4; }
if (process.argv.length > 1) { return console.log("end", stop()); }
console.log(2);
