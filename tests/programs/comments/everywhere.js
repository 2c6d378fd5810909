#!/usr/bin/env node
// first line
/* block */ const a = 1; // trailing
/*
 * several
   lines, with # and """ and ''' inside
 */
function f(/* nothing */ x /* one */) {
  // only a comment
  return /* value */ x; // done
}
if (a) {
  // empty
} else {
  /* also empty */
}
console.log(f(a) /* last */);
// \u2028 is text here, and so is \
console.log("// no comment", '/* nor this */', `// ${/* in */ a}`);
<!-- an old kind of comment
console.log("end");
// the end
