"use strict";

const assert = require("node:assert");

assert.strictEqual("a b".split(" ").length, 2);
