"""The package async with functions that call back, with (error) or (None, result)."""

from helpers.processes import deliver
from helpers.streams import call_soon


def each_of(items, limit, function, done):
    """Call `function(item, key, callback)` for all, at most `limit` at a time.

    `items`: a list, or a dict. `done` is called once, with the first error or None.
    """
    pairs = list(items.items() if isinstance(items, dict) else enumerate(items))
    position = running = 0
    calling = over = False

    def go_on():
        nonlocal position, running, calling, over
        calling = True
        while running < limit and position < len(pairs) and not over:
            key, item = pairs[position]
            position += 1
            running += 1
            function(item, key, called_back)
        calling = False
        if position == len(pairs) and not running and not over:
            over = True
            done(None)

    def called_back(error=None, *_):
        nonlocal running, over
        running -= 1
        if over:
            return
        if error:
            over = True
            done(error)
        elif not calling:
            go_on()

    go_on()


def no_more(*_):
    """What is called at the end where nothing is to be done."""


def each(items, limit, function, done=no_more):
    """Call `function(item, callback)` for all items, at most `limit` at a time."""
    each_of(items, limit, lambda item, _, callback: function(item, callback), done)


def map_back(items, limit, function, done=no_more):
    """Call `function(item, callback)` for all; `done` gets what they call back with."""
    values = {}

    def visit(item, key, callback):
        def keep(error=None, *made):
            values[key] = made[0] if len(made) == 1 else list(made) or None
            callback(error)

        function(item, keep)

    def finish(error):
        keys = items if isinstance(items, dict) else sorted(values)
        found = {key: values.get(key) for key in keys}
        done(error, found if isinstance(items, dict) else list(found.values()))

    each_of(items, limit, visit, finish)


def parallel(tasks, limit=float("inf"), done=no_more):
    """Call all tasks, at most `limit` at a time; `done` gets what they call back with."""
    map_back(tasks, limit, lambda task, callback: task(callback), done)


def filter_back(items, limit, function, done=no_more):
    """Give `done` those items for which `function` calls back with what is true."""

    def finish(error, kept):
        done(error, [item for item, keep in zip(items, kept) if keep])

    map_back(items, limit, function, finish)


def reduce_back(items, value, function, done=no_more):
    """Call `function(value, item, callback)` for one item after the other."""

    def visit(item, _, callback):
        def keep(error=None, made=None):
            nonlocal value
            value = made
            callback(error)

        function(value, item, keep)

    each_of(items, 1, visit, lambda error: done(error, value))


def waterfall(tasks, done=no_more):
    """Call each task with what the one before called back with."""

    def call(position, *values):
        def called_back(error=None, *made):
            if error or position + 1 == len(tasks):
                done(error, *made)
            else:
                call(position + 1, *made)

        tasks[position](*values, called_back)

    call(0)


def calling_back(function):
    """An async function as one that calls back."""
    return lambda *args: deliver(args[-1], function(*args[:-1]))


class CallbackQueue:
    """Tasks for a worker that calls back, at most `limit` at a time."""

    def __init__(self, worker, limit=1):
        self.worker = worker
        self.limit = limit
        self.waiting = []
        self.active = 0
        self.drained = no_more

    def push(self, tasks, done=no_more):
        """Add a task, or a list of tasks; `done` is called for each."""
        for task in tasks if isinstance(tasks, list) else [tasks]:
            self.waiting.append((task, done))
        call_soon(self.go_on)

    def drain(self, function):
        """Call a function each time that nothing is left to do."""
        self.drained = function

    def go_on(self):
        while self.active < self.limit and self.waiting:
            self.active += 1
            self.start(*self.waiting.pop(0))

    def start(self, task, done):
        def called_back(error=None, *made):
            self.active -= 1
            done(error, *made)
            if not self.active and not self.waiting:
                self.drained()
            self.go_on()

        self.worker(task, called_back)

    def length(self):
        """How many tasks wait."""
        return len(self.waiting)

    def running(self):
        """How many tasks are under way."""
        return self.active
