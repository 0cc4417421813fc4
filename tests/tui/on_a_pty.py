"""The real program on a real pseudo-terminal: what is sent are keys, what comes is the screen."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from contextlib import suppress

PATIENCE = 300.0
"""Seconds after which something that is awaited is a failure."""


class Terminal:
    """One run of hamdiary on a pseudo-terminal of its own."""

    def __init__(self, environment, *arguments, size=(120, 40), command=None):
        self.shown = b""
        inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        everything = {**inherited, "TERM": "xterm-256color", "LANG": "C.UTF-8", **environment}
        command = command or [sys.executable, "-m", "hamdiary", *arguments]
        begun, begins = os.pipe()
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            # Ignored if the tests run as a job in the background, and inherited.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            os.execve(command[0], command, everything)
        # The pipe is closed by the program's beginning: before it the C library's own half of
        # the fork would answer a terminal that goes, with 1.
        os.close(begins)
        os.read(begun, 1)
        os.close(begun)
        rows = struct.pack("HHHH", size[1], size[0], 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, rows)

    def press(self, keys):
        os.write(self._master, keys.encode())

    def wait_for(self, words, since=0):
        """Until the words have been drawn; where in the output they end."""
        wanted = words.encode()
        deadline = time.monotonic() + PATIENCE
        while wanted not in self.shown[since:]:
            if time.monotonic() > deadline or not self._read(deadline):
                raise AssertionError(f"{words!r} did not appear: {self.shown[-1500:]!r}")
        return since + self.shown[since:].index(wanted) + len(wanted)

    def wait_for_anything(self):
        """Until something is drawn."""
        if not self._read(time.monotonic() + PATIENCE):
            raise AssertionError("nothing was drawn")

    def settle(self, quiet=0.03):
        """Until nothing has been drawn for a moment."""
        while self._read(time.monotonic() + quiet):
            pass

    def read_for(self, seconds):
        """Read what is drawn next, waiting so long at most; whether anything was."""
        return self._read(time.monotonic() + seconds)

    def _read(self, deadline):
        ready, _, _ = select.select([self._master], [], [], max(0, deadline - time.monotonic()))
        if not ready:
            return False
        try:
            piece = os.read(self._master, 65536)
        except OSError:
            return False
        self.shown += piece
        return bool(piece)

    def end(self, how=signal.SIGKILL):
        """Send a signal, wait for the end; the exit status as `waitpid` tells it."""
        os.kill(self.pid, how)
        return self.status()

    def hang_up(self):
        """Close the window: the terminal goes away and the program hears SIGHUP."""
        os.close(self._master)
        self._master = -1
        return self.status()

    def status(self):
        """Read to the end and wait for it."""
        deadline = time.monotonic() + PATIENCE
        while self._master >= 0 and self._read(deadline):
            pass
        while time.monotonic() < deadline:
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                self._close()
                return status
            select.select([], [], [], 0.02)
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        self._close()
        raise AssertionError(f"it did not end: {self.shown[-800:]!r}")

    def _close(self):
        if self._master >= 0:
            with suppress(OSError):
                os.close(self._master)
            self._master = -1
