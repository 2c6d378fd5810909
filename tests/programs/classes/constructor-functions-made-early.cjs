// The order of old packages: exports first, functions as methods, the class in between.
const EventEmitter = require("events").EventEmitter;
require("util").inherits(Command, EventEmitter);

const root = new Command("root");
module.exports = root;

Command.prototype.add = add;
Command.prototype.show = show;
Command.prototype.aliases = Command.prototype.hint = null;

function Command(name) {
  this.name = name;
  this.commands = [];
}

// Adds one below it.
function add(name) {
  const command = new Command(name);
  this.commands.push(command);
  this.emit("added", name);
  return command;
}

function show(indent) {
  console.log(" ".repeat(indent) + this.name, this.hint);
  for (const command of this.commands) command.show(indent + 2);
}

root.on("added", (name) => console.log("added", name));
root.add("init").add("all");
root.add("test").hint = "quick";
root.show(0);
