"""Several clones of one hall, for the scripts that try what many people do to it at once.

Every call has a home, git settings and a clock of its own. What is found wrong is raised as `Wrong`.
"""
import hashlib
import os
import pty
import re
import select
import shutil
import signal
import subprocess
import tempfile
import time

FOLDERS = ("agendas", "matters", "history", "signatures")
#: The day on which everything happens.
TODAY = "2025-03-20"
REVISION = re.compile(
    r"^## (\d+)\n\n((?:\* [^\n]*\n)+)\n(`{3,})diff\n(.*?)^\3\n\n\* chain: sha256:(\w+)\n", re.M | re.S)
ROSTER = [("张三", "居民", "1-101"), ("钱七", "居民", "1-102"), ("周九", "居民", "1-103"),
          ("吴十", "居民", "1-104"), ("赵六", "物业", ""), ("李四", "社区", "")]


class Wrong(Exception):
    """What must not be; says what was done, and what came of it."""


def sha(data):
    return hashlib.sha256(data).hexdigest()


class Answer:
    def __init__(self, words, code, text, seconds):
        self.words, self.code, self.text, self.seconds = words, code, text, seconds

    def __str__(self):
        return f"$ {' '.join(self.words)}\n{self.text.rstrip()}\n(exit {self.code})"


class Ground:
    """A folder with the shared repository and the clones, and what programs see of the machine."""

    def __init__(self, hall, name):
        self.hall = os.path.abspath(hall)
        self.top = tempfile.mkdtemp(prefix=name + "-")
        self.remote = self.top + "/remote.git"
        self.env = {"PATH": os.environ["PATH"], "HOME": self.top, "NO_COLOR": "1", "LC_ALL": "C.UTF-8",
                    "LANG": "zh_CN.UTF-8", "TERM": "xterm-256color", "GIT_CONFIG_NOSYSTEM": "1",
                    "GIT_CONFIG_GLOBAL": self.top + "/gitconfig", "GIT_EDITOR": "true", "EDITOR": "true",
                    "GIT_MERGE_AUTOEDIT": "no"}
        with open(self.top + "/gitconfig", "w") as file:
            file.write("[init]\n\tdefaultBranch = main\n[user]\n\temail = w@example.org\n"
                       "[advice]\n\tdetachedHead = false\n[gc]\n\tauto = 0\n[core]\n\tfsync = none\n")
        subprocess.run(["git", "init", "-q", "--bare", self.remote], check=True, env=self.env)

    def clone(self, folder, person):
        subprocess.run(["git", "clone", "-q", self.remote, f"{self.top}/{folder}"], check=True,
                       env=self.env, capture_output=True)
        return Clone(self, folder, person)

    def remove(self):
        shutil.rmtree(self.top, ignore_errors=True)


class Clone:
    """One person's clone."""

    def __init__(self, ground, folder, person):
        self.ground, self.name, self.person = ground, folder, person
        self.path = f"{ground.top}/{folder}"
        self.env = dict(ground.env, HALL_AUTHOR=person, GIT_AUTHOR_NAME=person,
                        GIT_COMMITTER_NAME=person)
        #: What was called here, to tell it when something is wrong.
        self.calls = []

    def run(self, *words, okay=(0,), timeout=60):
        """Runs `hall`, or git and others where the first word is a program."""
        words = list(words)
        call = words if words[0] in ("git", "ssh-keygen") else [self.ground.hall, *words]
        began = time.monotonic()
        try:
            done = subprocess.run(call, cwd=self.path, env=self.env, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=timeout)
        except subprocess.TimeoutExpired:
            raise Wrong(f"{self.person}: {' '.join(words)} does not end")
        answer = Answer(words, done.returncode, done.stdout.decode("utf-8", "replace"),
                        time.monotonic() - began)
        self.note(answer)
        if okay is not None and done.returncode not in okay:
            raise Wrong(f"{self.person}: {answer}")
        return answer

    def git(self, *words, okay=(0,)):
        return self.run("git", *words, okay=okay)

    def note(self, answer):
        self.calls = (self.calls + [answer])[-40:]

    def typed(self, *words, reply, timeout=60):
        """Runs `hall` on a terminal.

        reply: says what is typed at a prompt, from what has been shown since the one before.
        """
        child, terminal = pty.fork()
        if child == 0:
            os.chdir(self.path)
            os.execve(self.ground.hall, [self.ground.hall, *words], self.env)
        shown, asked, began = b"", 0, time.monotonic()
        try:
            while time.monotonic() - began < timeout:
                if select.select([terminal], [], [], 0.1)[0]:
                    try:
                        piece = os.read(terminal, 65536)
                    except OSError:
                        break
                    if not piece:
                        break
                    shown += piece
                    continue
                new = re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]", b"", shown[asked:]).decode("utf-8", "replace")
                if new.rstrip().endswith(("：", ":")):
                    asked = len(shown)
                    os.write(terminal, reply(new).encode())
            else:
                os.kill(child, signal.SIGKILL)
                raise Wrong(f"{self.person}: {' '.join(words)} does not end\n{shown.decode('utf-8', 'replace')}")
        finally:
            status = os.waitpid(child, 0)[1]
            os.close(terminal)
        text = re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]|\r", b"", shown).decode("utf-8", "replace")
        answer = Answer(list(words), os.waitstatus_to_exitcode(status), text, time.monotonic() - began)
        self.note(answer)
        return answer

    # Files

    def read(self, path):
        with open(f"{self.path}/{path}", encoding="utf-8") as file:
            return file.read()

    def write(self, path, text):
        with open(f"{self.path}/{path}", "w", encoding="utf-8") as file:
            file.write(text)

    def has(self, path):
        return os.path.lexists(f"{self.path}/{path}")

    def record(self):
        """Every file of the record, by its path."""
        files = {}
        for folder in FOLDERS:
            for base, _, names in os.walk(f"{self.path}/{folder}"):
                for name in names:
                    path = os.path.relpath(os.path.join(base, name), self.path)
                    with open(f"{self.path}/{path}", "rb") as file:
                        files[path] = file.read()
        with open(self.path + "/hall.md", "rb") as file:
            files["hall.md"] = file.read()
        return files

    def documents(self, kind):
        folder = self.path + "/" + kind
        names = os.listdir(folder) if os.path.isdir(folder) else []
        return sorted(name[:-3] for name in names if name.endswith(".md"))

    def last_calls(self, count=6):
        return "\n\n".join(str(call) for call in self.calls[-count:])


def begin(ground, meeting=True):
    """The first clone, with a hall in it that is shared."""
    os.mkdir(ground.top + "/a")
    clerk = Clone(ground, "a", "王五")
    clerk.git("init", "-q")
    clerk.git("remote", "add", "origin", ground.remote)
    with open(ground.top + "/roster.csv", "w", encoding="utf-8") as file:
        file.write("姓名,方,身份,户,面积,业主\n")
        for name, party, unit in ROSTER:
            file.write(f"{name},{party},,{unit},{'50' if unit else ''},{name if unit else ''}\n")
    clerk.run("init", ".", "--name", "测试厅", "--community", "社区", "--lang", "zh", "--roster",
              ground.top + "/roster.csv", "-y")
    clerk.run("matter", "add", "漏水", "--raised-by", "居民/张三", "--on", "2025-03-01")
    if meeting:
        clerk.run("new", "协商会", "--on", "2025-03-18", "--at", "14:30-16:00", "--place", "会议室",
                  "--chair", "社区/李四", "--clerk", "社区/李四", "--item", "换管", "--item", "车棚",
                  "--as-of", TODAY)
    clerk.run("share")
    return clerk


# What stands in the files

def count(record, fact):
    """How often a word stands in the documents; its histories do not count."""
    return sum(text.count(fact.encode()) for path, text in record.items()
               if not path.startswith(("history/", "signatures/")))


def revisions(text):
    """The revisions of a history: what each says of itself, its diff and its chain."""
    found = []
    for match in REVISION.finditer(text):
        head = dict(re.findall(r"^\* (\w+): (.*)$", match[2], re.M))
        found.append({"head": head, "diff": match[4], "chain": match[5]})
    return found


def chains(text):
    """The chain of every revision of a history, also of those it says it was made from."""
    found = set()
    for revision in revisions(text):
        found.add(revision["chain"])
        found.update(re.findall(r"sha256:(\w+)", revision["head"].get("was", "")))
    return found


def rebuilt(text, folder):
    """What GNU patch makes of each revision of a history, in turn."""
    place = tempfile.mkdtemp(dir=folder)
    texts = []
    for revision in revisions(text):
        done = subprocess.run(["patch", "-p1", "-s", "-d", place], input=revision["diff"].encode(),
                              capture_output=True)
        if done.returncode:
            raise Wrong("patch refuses a history: " + done.stdout.decode("utf-8", "replace"))
        (file,) = [os.path.join(base, name) for base, _, names in os.walk(place) for name in names]
        with open(file, "rb") as opened:
            texts.append(opened.read())
    shutil.rmtree(place)
    return texts


def rebuild(record, folder):
    """Holds every document against what patch makes of its whole history."""
    for path, text in record.items():
        if not path.startswith("history/"):
            continue
        place = tempfile.mkdtemp(dir=folder)
        done = subprocess.run(["patch", "-p1", "-s", "-d", place], input=text, capture_output=True)
        files = [os.path.join(base, name) for base, _, names in os.walk(place) for name in names]
        made = b"".join(open(file, "rb").read() for file in files)
        shutil.rmtree(place)
        name = path[len("history/"):]
        document = next((record[p] for p in (name, "agendas/" + name, "matters/" + name) if p in record), None)
        if done.returncode or made != document:
            raise Wrong(f"patch does not rebuild {name} from its history")
    for path in record:
        if path.startswith(("agendas/", "matters/")) and "history/" + path.split("/")[-1] not in record:
            raise Wrong(f"{path} has no history")


# Asked and answered

def replies(dice, typed=None):
    """Answers what `hall share` asks: any of the choices but the last, which stops."""
    def reply(shown):
        if typed is not None:
            typed.append(shown)
        menu = re.findall(r"选 1–(\d+)", shown)
        if menu:
            return f"{dice.randint(1, max(1, int(menu[-1]) - 1))}\n"
        return "照两边说的\n"
    return reply
