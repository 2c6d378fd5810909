// White space comes before all other characters, also that which ends lines.
const ws = ["\t", "\n", "\v", "\f", "\r", " ", "_", "-", "0", "a", "a\nb", "ab", "a b", "0\n", "\n\n"];
console.log(JSON.stringify([...ws].sort((a, b) => a.localeCompare(b))), "0".localeCompare("\n"), "a\nb".localeCompare("a b"));
