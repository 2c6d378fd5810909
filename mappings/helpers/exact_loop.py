"""Node's order of work, for `--order exact`: ticks, then jobs, then a timer or an immediate.

ECMA-262 9.5 (jobs); the phases are those of Node's event loop.
"""

from __future__ import annotations

import asyncio
import atexit
import heapq
import os
import sys
import traceback
from collections import deque


class Timer:
    """A call that is due at a time, in milliseconds of the loop's clock."""

    def __init__(self, delay, callback, args, repeats):
        milliseconds = int(round(delay * 1000, 6))
        self.delay = milliseconds if 1 <= milliseconds < 2**31 else 1
        self.callback, self.args, self.repeats = callback, args, repeats
        self.due = self.place = 0
        self.cancelled = False
        self.holds = True  # the program stays alive for it

    def __lt__(self, other):
        return (self.due, self.place) < (other.due, other.place)

    def cancel(self):
        """Stop it; one that is over takes no harm."""
        self.cancelled = True

    def ref(self):
        """Let the program stay alive for it."""
        self.holds = True
        return self

    def unref(self):
        """Let the program end although it is not over."""
        self.holds = False
        return self


class EventLoop:
    """Runs callbacks one by one; after each of them the ticks, then the jobs.

    It runs inside of asyncio's loop, and hands over to it whenever it waits.
    """

    #: milliseconds that the program itself may take before they count
    SLACK = 4

    def __init__(self):
        self.ticks, self.jobs, self.immediates = deque(), deque(), deque()
        self.timers = []  # a heap
        self.places = 0
        self.clock, self.started, self.time = 0, 0, None
        self.rejected = {}  # promises that failed, and whose error nobody has handled
        self.suspended = set()  # coroutines that wait
        self.outside = 0  # how many of asyncio's futures are waited for
        self.arrived = deque()
        self.alarm = None
        self.is_serving = False

    def call_soon(self, callback, *args):
        """Call back as a job, once what runs now is through: `queueMicrotask`."""
        self.jobs.append((callback, args))
        self.awaken()

    def next_tick(self, callback, *args):
        """Call back before the jobs: `process.nextTick`."""
        self.ticks.append((callback, args))
        self.awaken()

    def call_later(self, delay, callback, *args):
        """Call back after a delay in seconds: `setTimeout`."""
        return self.schedule(Timer(delay, callback, args, repeats=False))

    def call_every(self, delay, callback, *args):
        """Call back again and again: `setInterval`."""
        return self.schedule(Timer(delay, callback, args, repeats=True))

    def call_immediate(self, callback, *args):
        """Call back behind the timers that are due: `setImmediate`."""
        timer = Timer(0, callback, args, repeats=False)
        self.immediates.append(timer)
        self.awaken()
        return timer

    def schedule(self, timer, since=None):
        """Put a timer in its place: by the time it is due, then by the order of the calls."""
        self.awaken()
        self.places += 1
        timer.due = (self.now() if since is None else since) + timer.delay
        timer.place = self.places
        heapq.heappush(self.timers, timer)
        return timer

    def elapsed(self):
        """Milliseconds since the program started."""
        return int((self.time() - self.started) * 1000)

    def now(self):
        """The clock: that of the wall, as long as the program itself takes no time."""
        elapsed = self.elapsed()
        if elapsed > self.clock + self.SLACK:
            self.clock = elapsed
        return self.clock

    def drain(self):
        """Run the ticks and the jobs until none is left; an error that nobody handled ends it."""
        while self.ticks or self.jobs or self.rejected:
            while self.ticks:
                callback, args = self.ticks.popleft()
                callback(*args)
            self.run_jobs()
            if self.rejected and not self.ticks:
                raise self.rejected[next(iter(self.rejected))]

    def run_jobs(self):
        """Run the jobs, and those that they add."""
        while self.jobs:
            callback, args = self.jobs.popleft()
            callback(*args)

    def run_timers(self):
        """Run the timers that are due together."""
        elapsed, last = self.elapsed(), self.places
        limit = None
        while self.timers and self.timers[0].due <= elapsed:
            timer = self.timers[0]
            if limit is None:
                late = elapsed > timer.due + self.SLACK
                limit = elapsed if late else timer.due
            if timer.due > limit or timer.place > last:
                break
            heapq.heappop(self.timers)
            if timer.cancelled:
                continue
            self.clock = max(self.clock, timer.due)
            start = self.now()
            timer.callback(*timer.args)
            if timer.repeats and not timer.cancelled:
                self.schedule(timer, start)
            self.drain()

    def run_immediates(self):
        """Run the immediates that are there; what they add runs in the next round."""
        waiting, self.immediates = self.immediates, deque()
        for timer in waiting:
            if not timer.cancelled:
                timer.callback(*timer.args)
                self.drain()

    def when_done(self, future, callback):
        """Call back when a future of asyncio is done."""
        self.outside += 1

        def arrive(_):
            self.outside -= 1
            self.arrived.append(callback)
            if self.alarm is not None and not self.alarm.done():
                self.alarm.set_result(None)

        if future is None:  # a bare yield, as in asyncio.sleep(0)
            asyncio.get_running_loop().call_soon(arrive, None)
        else:
            future.add_done_callback(arrive)

    def is_alive(self):
        """Whether there is anything left to wait for."""
        while self.timers and self.timers[0].cancelled:
            heapq.heappop(self.timers)
        return bool(
            self.immediates
            or self.outside
            or self.arrived
            or any(timer.holds and not timer.cancelled for timer in self.timers)
        )

    async def wait(self):
        """Let asyncio run until something is due."""
        if self.immediates or self.arrived:
            await asyncio.sleep(0)
            return
        loop = asyncio.get_running_loop()
        self.alarm = loop.create_future()
        if self.timers:
            moment = self.started + self.timers[0].due / 1000
            delay = max(0, moment - self.time())
            loop.call_later(delay, lambda alarm: alarm.cancel(), self.alarm)
        await asyncio.wait([self.alarm])
        self.alarm = None

    def awaken(self):
        """Run what is there although nobody called run(), or while asyncio runs."""
        if self.alarm is not None and not self.alarm.done():
            self.alarm.set_result(None)
        if not self.is_serving:
            self.is_serving = True
            asyncio.get_running_loop().create_task(self.serve(lambda: None))
            self.start_clock()

    def start_clock(self):
        """Count from now on, by the clock of asyncio's loop."""
        if self.time is None:
            self.time = asyncio.get_running_loop().time
            self.started = self.time()

    async def serve(self, main, module=False):
        """Run the program until nothing is left that it could wait for."""
        # What nobody reads to its end is never closed.
        sys.set_asyncgen_hooks(None, lambda generator: None)
        self.start_clock()
        result = main()
        if module:  # the body of a module is a job itself
            self.run_jobs()
        self.drain()
        self.started -= (
            0.001  # starting takes Node that long: its shortest timers are due
        )
        while self.is_alive():
            await self.wait()
            self.drain()  # what asyncio's own tasks have left
            self.run_timers()
            while self.arrived:
                self.arrived.popleft()()
                self.drain()
            self.run_immediates()
        self.is_serving = False
        if module and result is not None and not result.done():
            print("Warning: Detected unsettled top-level await", file=sys.stderr)
            raise SystemExit(13)

    def run(self, main, module=False):
        """Run a program; `module` where its body is one that may wait."""
        code, self.is_serving = 0, True
        sys.setrecursionlimit(max(sys.getrecursionlimit(), 4000))
        try:
            asyncio.run(self.serve(main, module))
        except SystemExit:
            if not self.suspended:
                raise
            code = sys.exc_info()[1].code
        except Exception:
            if not self.suspended:
                raise
            traceback.print_exc()
            code = 1
        if self.suspended:
            # What waits forever never runs its `finally` blocks.
            atexit._run_exitfuncs()
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code if isinstance(code, int) else int(code is not None))


LOOP = EventLoop()


def cancel_call(timer):
    """Stop a timer; None does no harm."""
    if timer is not None:
        timer.cancel()
