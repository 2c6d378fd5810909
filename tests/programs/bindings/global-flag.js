#!/usr/bin/env node
"use strict";
/** A tool.
 * @file tool */
const fs = require("fs");
globalThis.verbose = false;
console.log(verbose, fs.existsSync("x"), globalThis.parseInt("5"));
