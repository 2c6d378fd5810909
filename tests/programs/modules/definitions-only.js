"use strict";

/** Nothing runs here. */
async function work() {
  return 1;
}

module.exports = { work };
