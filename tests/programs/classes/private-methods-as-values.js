class C {
  #m() {
    return 1;
  }
  method() {
    return this.#m;
  }
}
console.log(new C().method() === new C().method());
