var util = require("util");
var EventEmitter = require("events").EventEmitter;

/**
 * A queue.
 * @param {number} size how many at most
 */
function Queue(size) {
  if (!(this instanceof Queue)) {
    return new Queue(size);
  }
  EventEmitter.call(this);
  this.size = size;
  this.items = [];
}
util.inherits(Queue, EventEmitter);

// Adds one.
Queue.prototype.add = function add(item) {
  var self = this;
  if (self.items.length >= self.size) {
    throw new QueueError("full");
  }
  self.items.push(item);
  self.emit("added", item);
  return self;
};

Object.defineProperty(Queue.prototype, "length", {
  get: function () { return this.items.length; },
  enumerable: true,
});

Queue.prototype.push = Queue.prototype.add;

Queue.of = function () {
  var made = new Queue(arguments.length);
  for (var i = 0; i < arguments.length; i++) made.add(arguments[i]);
  return made;
};

function QueueError(message) {
  Error.call(this, message);
  Error.captureStackTrace(this, QueueError);
  this.name = "QueueError";
  this.message = message;
}
util.inherits(QueueError, Error);

var Limited = function (size) {
  Queue.call(this, size);
  this.limited = true;
};
Limited.prototype = Object.create(Queue.prototype, { constructor: { value: Limited } });
Limited.prototype.add = function (item) {
  return Queue.prototype.add.call(this, item + "!");
};

var q = Queue(2);
q.on("added", function (item) { console.log("added", item); });
q.add("a").push("b");
try { q.add("c"); } catch (e) { console.log(e.name, e.message, e instanceof QueueError, e instanceof Error); }
console.log(q.length, Queue.of(1, 2, 3).length);
var l = new Limited(3);
console.log(l.add("x").items, l instanceof Queue, l.limited);
module.exports = Queue;
