// Thousands of timers, half of them taken back.
async function main() {
  let fired = 0;
  await new Promise((resolve) => {
    for (let i = 0; i < 4000; i++) {
      const timer = setTimeout(() => {
        fired++;
      }, 1 + (i % 5));
      if (i % 2 === 0) clearTimeout(timer);
    }
    setTimeout(resolve, 30);
  });
  console.log(fired);
}

main();
