const ms = require("ms");
console.log(ms("2 days"), ms("1d"), ms("10h"), ms("2.5 hrs"), ms("100"), ms("-3 days"), ms("1y"), ms("5s"));
console.log(ms(60000), ms(2 * 60000), ms(-3 * 60000), ms(90061000), ms(500), ms(1500));
const { v4: uuidv4 } = require("uuid");
console.log(uuidv4().length, /^[0-9a-f-]{36}$/.test(uuidv4()));
require("dotenv").config();
console.log(process.env.NOT_SET_ANYWHERE);
