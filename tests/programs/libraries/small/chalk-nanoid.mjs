import "dotenv/config";
import chalk from "chalk";
import { nanoid } from "nanoid";
import { v4 } from "uuid";
console.log(chalk.red("x"), chalk.bold.green(`n ${1}`), nanoid().length, nanoid(5).length, v4().length);
