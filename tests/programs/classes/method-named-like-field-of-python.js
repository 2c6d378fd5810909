class Request {
  constructor(from, import_) {
    this.from = from;
    this.class = "http";
    this.import = import_;
    this.None = 0;
  }
  pass() {
    return `${this.from} ${this.class} ${this.import} ${this.None}`;
  }
  print() {
    return this.pass().length;
  }
}
const request = new Request("here", true);
console.log(request.pass(), request.print());
