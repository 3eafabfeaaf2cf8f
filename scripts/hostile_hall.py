"""Writes hostile halls, and makes of them all that `hall` makes for others."""

import collections
import glob
import os
import shutil
import subprocess
import time

from hostile_payloads import CHARTER, MATTER, MEETING, filled

HARMLESS = "文字"
FORMS = [
    ("M-2025-001", "notice sheet minutes signoff ledger"),
    ("M-2025-001#1", "ballots proxies result"),
    ("M-2025-001#2", "ballots result"),
    ("M-2025-001-D1", "decision"),
    ("hall", "ledger"),
    ("物业", "ledger urge"),
    ("Q-2025-001", "visit close ledger"),
]
TABLES = "problems tasks decisions votes attendance roster".split()


class Faults:
    """What is wrong, by kind, with the payload that showed it."""

    def __init__(self):
        self.found = collections.defaultdict(dict)
        self.checks = 0

    def check(self, isright, kind, payload, detail=""):
        self.checks += 1
        if not isright:
            self.found[kind].setdefault(payload[:60], detail)

    def print(self):
        for kind, payloads in sorted(self.found.items(), key=lambda found: -len(found[1])):
            print(f"\n{kind}: {len(payloads)} payloads")
            for payload, detail in list(payloads.items())[:20]:
                print(f"  {payload!r:50.70} {str(detail)[:150]!r}")


class Program:
    def __init__(self, path, faults):
        self.path, self.faults = os.path.abspath(path), faults
        self.env = {
            **os.environ,
            "HALL_TODAY": "2025-12-01",
            "HALL_AUTHOR": "王五",
            "LC_ALL": "C.UTF-8",
        }

    def run(self, hall, *words, payload="", codes=(0,), limit=20):
        start = time.monotonic()
        try:
            done = subprocess.run(
                [self.path, *words],
                cwd=hall,
                capture_output=True,
                env=self.env,
                timeout=limit,
                stdin=subprocess.DEVNULL,
            )
        except subprocess.TimeoutExpired:
            self.faults.check(False, f"{words[0]} takes over {limit} s", payload, words)
            return subprocess.CompletedProcess(words, 99, b"", b"")
        done.seconds = time.monotonic() - start
        text = done.stdout + done.stderr
        isright = done.returncode in codes
        self.faults.check(
            isright, f"{words[0]} ends with {done.returncode}", payload, (words, text[-200:])
        )
        return done


def write_hall(folder, payload):
    for name, text in (
        ("hall.md", CHARTER),
        ("matters/Q-2025-001.md", MATTER),
        ("agendas/M-2025-001.md", MEETING),
    ):
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(filled(text, payload))


def write_grown(hall, text, place):
    shutil.rmtree(hall, ignore_errors=True)
    write_hall(hall, HARMLESS)
    with open(hall + "/agendas/M-2025-001.md", encoding="utf-8") as file:
        meeting = file.read()
    if place == "prose":
        meeting = meeting.replace("说 文字 zq42", "说\n\n" + text + "\n\n", 1)
    else:
        line = text.replace("\n", " ")
        for before in ("- [ ] T1 ", "D1: ", "### 1. "):
            meeting = meeting.replace(before + HARMLESS, before + line)
    with open(hall + "/agendas/M-2025-001.md", "w", encoding="utf-8") as file:
        file.write(meeting)


def many_meetings(hall, count):
    with open(hall + "/agendas/M-2025-001.md", encoding="utf-8") as file:
        text = file.read()
    for number in range(2, count):
        with open(f"{hall}/agendas/M-2025-{number:03}.md", "w", encoding="utf-8") as file:
            file.write(text.replace("会议: M-2025-001", f"会议: M-2025-{number:03}"))


def tree(folder):
    found = {}
    for path in glob.glob(folder + "/**", recursive=True, include_hidden=True):
        if os.path.isfile(path):
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = file.read()
    return found


class Outputs:
    """Everything that is made of one hall."""

    def __init__(self, program, hall, payload):
        self.program, self.hall, self.payload = program, hall, payload
        self.site, self.prints = hall + ".site", hall + ".prints"
        os.makedirs(self.prints, exist_ok=True)
        self.texts = {}

    def make(self):
        self.run("publish", self.site)
        for id_, forms in FORMS:
            for form in forms.split():
                name = f"{id_}-{form}".replace("#", "-")
                self.run("print", id_, form, "--to", f"{self.prints}/{name}.html")
                self.texts[name] = self.run("print", id_, form, "--text").stdout.decode()
        self.calendar = [
            self.run("export", "ics", *more).stdout
            for more in ((), ("--tasks-as", "events", "--alarm", "2"))
        ]
        self.tables = {kind: self.run("export", "csv", kind).stdout.decode() for kind in TABLES}
        self.lines = self.run("export", "ndjson").stdout.decode()
        self.markdown = {
            kind: self.run("export", "md", kind).stdout.decode() for kind in TABLES[:2]
        }
        return self

    def run(self, *words):
        return self.program.run(self.hall, *words, payload=self.payload)

    def pages(self):
        for top in (self.site, self.prints):
            for path in sorted(glob.glob(top + "/**/*.html", recursive=True)):
                yield os.path.relpath(path, os.path.dirname(top)).split("/", 1)[1], path

    def site_files(self):
        return sorted(
            os.path.relpath(path, self.site)
            for path in glob.glob(self.site + "/**", recursive=True)
            if os.path.isfile(path)
        )
