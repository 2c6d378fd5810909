const signal = AbortSignal.timeout(5);
console.log("made", signal.aborted);
