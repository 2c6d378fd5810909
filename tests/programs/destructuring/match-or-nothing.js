const parse = (arg) => {
  const [, negated, path, text] = arg.match(/^--(no-)?([\w.]+)(?:=(.*))?$/) ?? [];
  return path === undefined ? "ignored" : `${path} ${negated ? "off" : "on"} ${text ?? "-"}`;
};
console.log(parse("--a.b=1"), parse("--no-c"), parse("-x"));
