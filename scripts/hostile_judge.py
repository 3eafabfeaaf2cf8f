"""Makes all that `hall` makes for others of one hall, and judges it against a harmless hall."""

import collections
import csv
import io
import json
import re
import xml.etree.ElementTree as ElementTree

import html5lib
import icalendar


CSP = 'http-equiv="Content-Security-Policy" content="default-src \'none\'; '
# What Markdown may make of a text, beside the tags of a harmless page.
MARKDOWN = (
    "p em strong del code pre blockquote ul ol li hr h3 h4 h5 h6 br a "
    "table thead tbody tr th td input"
)
ATTRIBUTES = {("a", "href"), ("a", "rel"), ("ol", "start"), ("code", "class"), ("td", "class")}
ATTRIBUTES |= {("th", "class"), ("input", "type"), ("input", "checked"), ("input", "disabled")}
# Lists of names and labels before a colon: a comma or a colon in them parts them, as it should.
LISTED = {
    "zq20",
    "zq36",
    "zq37",
    "zq38",
    "zq46",
    "zq48",
    "zq52",
    "zq58",
    "zq59",
    "zq67",
    "zq11",
    "zq40",
}
HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
# What a sheet was printed from stands in its style, as one CSS string.
FOOT = re.compile(r'content: "(?:[^"\\\n<]|\\[^\n])*"')
FORMULA = re.compile("^[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]")


def page_of(path):
    with open(path, "rb") as file:
        data = file.read()
    return data.decode("utf-8"), html5lib.parse(data, namespaceHTMLElements=False)


def marks(text):
    return collections.Counter(re.findall(r"zq\d+", text)) - collections.Counter(
        dict.fromkeys(LISTED, 10**6)
    )


class Judge:
    """Holds what came of a payload against what came of harmless words."""

    def __init__(self, faults, harmless, outputs, are_fields=True):
        self.faults, self.harmless, self.outputs = faults, harmless, outputs
        # Whether the payload stands in the marked places.
        self.are_fields = are_fields
        self.payload = outputs.payload

    def check(self, isright, kind, detail=""):
        self.faults.check(isright, kind, self.payload, detail)

    def run(self):
        names = self.outputs.site_files()
        self.check(names == self.harmless.site_files(), "the site has other files", names)
        plain = dict(self.harmless.pages())
        for name, path in self.outputs.pages():
            if name in plain:
                self.judge_page(name, path, plain[name])
        for name, text in self.outputs.texts.items():
            self.check(not HIDDEN.search(text), "print --text has a control or bidi sign", name)
            self.judge_words(name + " as text", text, self.harmless.texts[name])
        self.judge_feed()
        self.judge_calendar()
        self.judge_tables()
        self.judge_lines()

    def judge_page(self, name, path, plain):
        text, tree = page_of(path)
        plain_text, plain_tree = page_of(plain)
        tags = {element.tag for element in plain_tree.iter()} | set(MARKDOWN.split())
        allowed = {(e.tag, a) for e in plain_tree.iter() for a in e.attrib} | ATTRIBUTES
        for element in tree.iter():
            self.check(element.tag in tags, "a page has a tag of its own", (name, element.tag))
            for attribute, value in element.attrib.items():
                self.check(
                    (element.tag, attribute) in allowed,
                    "an attribute of its own",
                    (name, element.tag, attribute),
                )
                if attribute in ("href", "src"):
                    self.judge_address(name, element.tag, value)
        for tag in ("script", "style", "link", "meta", "base", "svg", "title", "main", "form"):
            same = len(list(tree.iter(tag))) == len(list(plain_tree.iter(tag)))
            self.check(same, f"not as many <{tag}>", name)
        styles = [
            [FOOT.sub('content: "…"', e.text or "") for e in t.iter("style")]
            for t in (tree, plain_tree)
        ]
        self.check(styles[0] == styles[1], "another style", name)
        self.check(CSP in text, "no content security policy", name)
        self.check(not HIDDEN.search(text), "a page has a control or bidi sign", name)
        self.judge_words(name, "\n".join(tree.itertext()), "\n".join(plain_tree.itertext()))

    def judge_address(self, name, tag, value):
        isown = re.fullmatch(r"(\.\./)?([dmq]/)?[\w.-]+|#main", value)
        isweb = tag == "a" and re.match(r"(https?://|mailto:)[^\s]+$", value)
        self.check(bool(isown or isweb), "an address that is live", (name, tag, value))

    def judge_words(self, name, text, plain):
        """Each place shows what it showed, and each word of the payload as often."""
        if not self.are_fields:
            return
        shown, wanted = marks(text), marks(plain)
        gone = [place for place in wanted if shown[place] < wanted[place]]
        self.check(not gone, "a place shows nothing any more", (name, gone))
        count = sum(shown.values())
        # In a list of names, what stands before a colon or a comma is a name, and masked for others.
        bare = self.payload if name.endswith(".csv") else re.split("[:,]", self.payload)[-1]
        bare = re.sub(r"&#?\w+;", " ", bare)
        # The address of a picture is not shown on a page; nor is what a mask stands for.
        bare = re.sub(r"(!\[[^\]]*\])\([^)]*\)", r"\1", bare).replace("](mailto:", "](")
        count -= text.count("＊＊＊") + len(re.findall(r"\S\.\\?;? zq", text))
        for word in set(re.findall(r"[A-Za-z\d]+", bare)):
            seen = len(re.findall(re.escape(word), text))
            self.check(
                seen >= count, "a word of the payload is not shown", (name, word, seen, count)
            )
        # Where words are shown as they are, the stars of emphasis are not among them.
        bare = re.sub(r"(\*+)(?=\S)(.*\S)\1", r"\2", self.payload)
        for sign in "*<>&\"'=+@|#^!{}":
            if sign in bare and count and sign not in text:
                self.check(False, f"a sign of the payload is not shown: {sign}", name)

    def judge_feed(self):
        roots = []
        for outputs in (self.outputs, self.harmless):
            try:
                roots.append(ElementTree.parse(outputs.site + "/feed.xml").getroot())
            except ElementTree.ParseError as error:
                self.check(False, "the feed is no XML", error)
                return
        tags = [collections.Counter(element.tag for element in root.iter()) for root in roots]
        self.check(tags[0] == tags[1], "the feed has other elements", tags[0])
        self.judge_words("feed.xml", "\n".join(roots[0].itertext()), "\n".join(roots[1].itertext()))
        with open(self.outputs.site + "/index.js", encoding="utf-8") as file:
            script = re.fullmatch(r"window\.hallIndex = (\[.*\]);\n", file.read())
        try:
            entries = json.loads(script[1])
            self.check(
                all(set(e) == {"title", "href", "text"} for e in entries), "other index entries"
            )
        except (TypeError, ValueError) as error:
            self.check(False, "index.js is no data", error)

    def judge_calendar(self):
        with open(self.outputs.site + "/tasks.ics", "rb") as file:
            calendars = self.outputs.calendar + [file.read()]
        with open(self.harmless.site + "/tasks.ics", "rb") as file:
            plain = self.harmless.calendar + [file.read()]
        for data, other in zip(calendars, plain):
            long = [line for line in data.split(b"\r\n") if len(line) > 75]
            self.check(not long, "a calendar line of over 75 bytes", long[:1])
            self.check(
                b"\r" not in data.replace(b"\r\n", b"") and b"\n" not in data.replace(b"\r\n", b""),
                "a calendar line ends otherwise",
            )
            try:
                shapes = [
                    [
                        (part.name, sorted(part))
                        for part in icalendar.Calendar.from_ical(text).walk()
                    ]
                    for text in (data, other)
                ]
                self.check(
                    shapes[0] == shapes[1],
                    "the calendar has other entries or properties",
                    shapes[0],
                )
            except ValueError as error:
                self.check(False, "the calendar cannot be read", error)
            text = data.decode().replace("\r\n ", "")
            self.judge_words("tasks.ics", text, other.decode().replace("\r\n ", ""))

    def judge_tables(self):
        for kind, text in self.outputs.tables.items():
            rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
            plain = list(csv.reader(io.StringIO(self.harmless.tables[kind].removeprefix("\ufeff"))))
            same = {len(r) for r in rows} == {len(r) for r in plain}
            same = same and (kind == "attendance" or len(rows) == len(plain))
            self.check(same, "a table of another form", (kind, len(rows), len(plain)))
            for cell in (cell for row in rows for cell in row):
                isnumber = re.fullmatch(r"[-+]?\d+(\.\d+)?", cell)
                seen = re.sub("^[\\s\u200b-\u200f\u2060\ufeff\x00-\x1f]+", "", cell)
                self.check(
                    not FORMULA.match(seen) or isnumber,
                    "a cell begins like a formula",
                    (kind, cell),
                )
            self.judge_words(kind + ".csv", text, self.harmless.tables[kind])
        for kind, text in self.outputs.markdown.items():
            # GFM: a pipe parts cells unless an odd number of backslashes stands before it.
            widths = [
                [len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) for line in lines.split("\n")]
                for lines in (text, self.harmless.markdown[kind])
            ]
            self.check(
                widths[0] == widths[1], "a Markdown table of another form", (kind, text[-300:])
            )
            live = re.search(r"(?<!\\)<[a-zA-Z/!?]", text)
            self.check(
                not live, "a Markdown table has HTML", (kind, live and text[live.start() :][:40])
            )

    def judge_lines(self):
        kinds = []
        for text in (self.outputs.lines, self.harmless.lines):
            try:
                entities = [json.loads(line) for line in text.split("\n")[:-1]]
                kinds.append(collections.Counter(entity["entity"] for entity in entities))
            except ValueError as error:
                self.check(False, "a line is no JSON", error)
                return
        self.check(
            kinds[0] == kinds[1], "other entities", (kinds[0] - kinds[1], kinds[1] - kinds[0])
        )
        self.check(
            not HIDDEN.search(self.outputs.lines.replace("\n", "")), "a line has a control sign"
        )
