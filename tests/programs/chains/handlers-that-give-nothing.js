function done(value) {
  console.log("done", value);
}

const start = Promise.resolve(1);
start
  .then((value) => {
    console.log("got", value);
  })
  .then(done, done);

// What is no function is passed by.
Promise.resolve(2).then(3, 5).then(done, done);
