export const version = "1.2.3";
export function parts(text = version) {
  return text.split(".").map(Number);
}
export default class Version {
  constructor(text) {
    [this.major, this.minor, this.patch] = parts(text);
  }
}
const local = new Version("4.5.6");
export { local as current };
console.log(version, parts(), local.minor);
