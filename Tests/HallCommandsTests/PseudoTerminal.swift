/// A person at a real terminal, played by Python: the lines of a script with `terminal`, which
/// starts `hall minute` in a terminal of its own.
enum PseudoTerminal {
  /// The beginning of every script. A wait that fails prints what was seen and ends the script.
  static let driver = #"""
    import fcntl, os, pty, re, select, signal, struct, subprocess, sys, termios, time

    class Terminal:
        def __init__(self, columns=80, term="xterm"):
            self.master, self.slave = pty.openpty()
            fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
            self.before = termios.tcgetattr(self.slave)
            def control():
                os.setsid()
                fcntl.ioctl(0, termios.TIOCSCTTY, 0)
            environment = dict(os.environ, TERM=term, NO_COLOR="1", LANG="zh_CN.UTF-8")
            environment.pop("COLUMNS", None)
            self.process = subprocess.Popen(
                [os.environ["hall"], "minute", "M-2025-011"], stdin=self.slave, stdout=self.slave,
                stderr=self.slave, preexec_fn=control, env=environment)
            self.seen = ""
            self.bytes = b""

        def pump(self, seconds):
            ready, _, _ = select.select([self.master], [], [], seconds)
            if not ready:
                return False
            try:
                self.bytes += os.read(self.master, 65536)
            except OSError:
                return False
            self.seen = self.bytes.decode("utf-8", "ignore")
            return True

        def type(self, text):
            os.write(self.master, text.encode())

        # Waits for a text after everything that was waited for before.
        def wait(self, text, start=None):
            start = getattr(self, "place", 0) if start is None else start
            for _ in range(3000):
                place = self.seen.find(text, start)
                if place >= 0:
                    self.place = place + len(text)
                    return
                if self.process.poll() is not None and not self.pump(0.1):
                    break
                self.pump(0.02)
            print("never seen:", repr(text), "in", repr(self.seen[start:]))
            self.process.kill()
            sys.exit(1)

        def end(self):
            for _ in range(3000):
                if self.process.poll() is not None:
                    while self.pump(0.05):
                        pass
                    return self.process.returncode
                self.pump(0.01)
            print("it never ends", repr(self.seen))
            self.process.kill()
            sys.exit(1)

        def is_restored(self):
            return termios.tcgetattr(self.slave)[:4] == self.before[:4]

    def expect(fact, *facts):
        if not fact:
            print("not so:", *facts)
            sys.exit(1)

    def minutes():
        return open("agendas/M-2025-011.md", encoding="utf-8").read()


    """#
}
