// What text methods are given is made text first: a symbol throws, undefined is a word.
const mark = Symbol();
function attempt(action) {
  try {
    console.log(action());
  } catch (error) {
    console.log(error instanceof TypeError);
  }
}
attempt(() => "".includes(mark));
attempt(() => "ab".indexOf(mark));
attempt(() => "eve".replace("e", undefined));
attempt(() => "eve".replaceAll("e", null));
attempt(() => "eve".replace("v", 4));
attempt(() => "eve".replace(/v/, undefined));
