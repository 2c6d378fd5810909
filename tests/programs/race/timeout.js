const timeout = (ms) => new Promise((_, reject) => setTimeout(() => reject(new Error(`timeout ${ms}`)), ms));
const work = (ms) => new Promise((resolve) => setTimeout(() => resolve(`worked ${ms}`), ms));
async function main() {
  console.log(await Promise.race([work(20), timeout(50)]).catch((e) => e.message));
  console.log(await Promise.race([work(90), timeout(30)]).catch((e) => e.message));
}
main().then(() => console.log("end of main"));
