"""Runs a program on a terminal of its own and presses Ctrl+C there: terminal.py MARK TIMES PROGRAM ARGUMENT...

The terminal sends SIGINT, as that of a user does, when MARK has been printed, TIMES times with half a second between them, and
whenever this program gets SIGUSR1. What the program prints goes on to standard
output; the exit code is the program's."""
import os, pty, select, signal, sys, time

mark, times, command = sys.argv[1].encode(), int(sys.argv[2]), sys.argv[3:]
child, terminal = pty.fork()
if child == 0:
    os.execvp(command[0], command)
signal.signal(signal.SIGUSR1, lambda *_: os.write(terminal, b"\x03"))
seen, next_press = b"", None
while True:
    try:
        if select.select([terminal], [], [], 0.05)[0]:
            part = os.read(terminal, 65536)
            if not part:
                break
            os.write(1, part)
            seen = (seen + part)[-65536:]
            # A terminal answers where its cursor is; PowerShell asks, and waits.
            if b"\x1b[6n" in part:
                os.write(terminal, b"\x1b[1;1R")
    except OSError:
        break
    if next_press is None and mark in seen:
        next_press = time.monotonic()
    if times and next_press is not None and time.monotonic() >= next_press:
        os.write(terminal, b"\x03")
        times -= 1
        next_press = time.monotonic() + 0.5
status = os.waitpid(child, 0)[1]
sys.exit(os.waitstatus_to_exitcode(status) % 256)
