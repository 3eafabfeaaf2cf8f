"""Makes the halls that `masking` publishes: residents, their numbers, sentences that name them."""

import collections
import os
import random
import re

import masking_corpus as corpus

UNITS = ["{b}-{u}-{d}", "{b}号楼{u}单元{d}", "{b}号楼{u}单元{d}室", "{b}栋{d}", "{b}-{d}"]
UNITS += ["{b}幢{u}单元{d}", "{b}号楼{d}室", "{b}座{d}", "{b}#{u}单元{d}", "{b}号楼{u}门{d}"]
OFFICES = [("物业", "项目经理"), ("社区", "网格员"), ("职能部门", "科长"), ("驻区单位", "队长")]

Part = collections.namedtuple("Part", "text what person kind")
Person = collections.namedtuple("Person", "name kind list")
Line = collections.namedtuple("Line", "parts position")


class Maker:
    """People, numbers and sentences, the same in every run."""

    def __init__(self, seed, chinese):
        self.random, self.chinese = random.Random(seed), chinese
        weights = [1 / (place + 4) for place in range(len(corpus.SURNAMES))]
        self.surnames = self.random.choices(corpus.SURNAMES, weights, k=5000)
        self.taken = set()

    def name(self, kind):
        pick = self.random.choice
        one = [given for given in corpus.GIVEN if len(given) == 1]
        two = [given for given in corpus.GIVEN if len(given) == 2]
        while True:
            name = {
                "two": lambda: pick(self.surnames) + pick(one),
                "three": lambda: pick(self.surnames) + pick([pick(two), pick(one) + pick(one)]),
                "compound, three": lambda: pick(corpus.COMPOUND) + pick(one),
                "four": lambda: pick(corpus.COMPOUND) + pick(two),
                "minority": lambda: pick(corpus.MINORITY_FIRST) + "·" + pick(corpus.MINORITY_LAST),
                "English": lambda: pick(corpus.ENGLISH_FIRST) + " " + pick(corpus.ENGLISH_LAST),
            }[kind]()
            if name not in self.taken:
                self.taken.add(name)
                return name

    def people(self, count, list_, kinds=None):
        kinds = kinds or {"two": 18, "three": 68, "compound, three": 3, "four": 6, "minority": 5}
        chosen = self.random.choices(list(kinds), list(kinds.values()), k=count)
        return [Person(self.name(kind), kind, list_) for kind in chosen]

    def digits(self, count):
        return "".join(str(self.random.randrange(10)) for _ in range(count))

    def english_unit(self):
        number = self.random.randrange(2, 19)
        return self.random.choice(
            [f"Flat {number}B", f"Unit {number}-1-301", f"Apt {number}C", f"flat {number}-402"]
        )

    def unit(self):
        door = f"{self.random.randrange(1, 26)}0{self.random.randrange(1, 5)}"
        building, entrance = self.random.randrange(1, 20), self.random.randrange(1, 5)
        return self.random.choice(UNITS).format(b=building, u=entrance, d=door)

    def identity(self):
        first = self.random.choice(["110101", "220102", "310104", "440305", "510107"])
        first += f"{self.random.randrange(1935, 2010)}{self.random.randrange(1, 13):02}"
        first += f"{self.random.randrange(1, 29):02}{self.digits(3)}"
        weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        check = "10X98765432"[sum(int(a) * b for a, b in zip(first, weights)) % 11]
        return first + check

    def card(self, length):
        first = self.random.choice(["6222", "6217", "6228", "4367"]) + self.digits(length - 5)
        places = enumerate(reversed(first))
        total = sum(sum(divmod(int(d) * (2 - place % 2), 10)) for place, d in places)
        return first + str(-total % 10)

    def number(self, kind):
        mobile = "1" + self.random.choice("3456789") + self.digits(9)
        fixed = self.random.choice("2345678") + self.digits(7)
        area = self.random.choice(["010", "021", "0431", "0755", "028"])
        grouped = " ".join(re.findall("..?.?.?", self.card(19)))
        plate = self.random.choice("京沪吉粤川辽黑浙") + self.random.choice("ABCDEFG")
        signs = "".join(self.random.choice("ABCDEFGHJK23456789") for _ in range(3))
        return {
            "mobile": mobile,
            "mobile, grouped": f"{mobile[:3]} {mobile[3:7]} {mobile[7:]}",
            "mobile, hyphens": f"{mobile[:3]}-{mobile[3:7]}-{mobile[7:]}",
            "mobile, +86": "+86 " + mobile,
            "mobile, full width": wide(mobile),
            "fixed": f"{area}-{fixed}",
            "fixed, brackets": f"({area}){fixed}",
            "fixed, wide brackets": f"（{area}）{fixed}",
            "fixed, no hyphen": area + fixed,
            "fixed, extension": f"{area}-{fixed}转801",
            "local, hyphen": f"{fixed[:4]}-{fixed[4:]}",
            "local, plain": "电话" + fixed,
            "identity": self.identity(),
            "identity, small x": self.identity().replace("X", "x"),
            "identity, full width": wide(self.identity()),
            "card 16": self.card(16),
            "card 19": self.card(19),
            "card, grouped": grouped,
            "plate": plate + "1" + self.digits(4),
            "plate, letters": plate + signs + "23",
            "plate, new energy": plate + "D" + self.digits(5),
            "plate, dot": plate + "·" + self.digits(5),
            "plate, blank": plate + " " + self.digits(5),
            "plate, small": plate[0] + plate[1].lower() + self.digits(5),
            "unit": self.unit(),
            "unit, full width": wide(f"{self.random.randrange(1, 9)}-2-301"),
            "unit, Chinese": self.random.choice(
                ["三号楼二单元五〇一", "五栋四零二", "七号楼一单元三〇二室"]
            ),
            "unit, letter": self.random.choice("ABC") + "座" + "1203",
            "unit, sign": "3#2-501",
            "unit, address": f"兴安南路{self.random.randrange(9, 99)}号{self.random.randrange(2, 9)}号楼302",
        }[kind]

    def line(self, position, template, people):
        """A sentence as its parts. `people` gives the next person to be named."""
        parts, who, is_english = [], {}, not self.chinese
        for piece in re.split(r"(\{\w\})", template):
            if piece in ("{a}", "{b}", "{c}"):
                person = who.setdefault(piece, None) or people()
                who[piece] = person
                parts.append(Part(person.name, "name", person, person.kind))
            elif piece == "{u}":
                unit = self.english_unit() if is_english else self.unit()
                kind = "unit beside a name" + (", English" if is_english else "")
                parts.append(Part(unit, "number", None, kind))
            elif piece:
                parts.append(Part(piece, "text", None, None))
        return Line(parts, position)


NUMBER_KINDS = ["mobile", "mobile, grouped", "mobile, hyphens", "mobile, +86", "mobile, full width"]
NUMBER_KINDS += ["fixed", "fixed, brackets", "fixed, wide brackets", "fixed, no hyphen"]
NUMBER_KINDS += ["fixed, extension", "local, hyphen", "local, plain", "identity"]
NUMBER_KINDS += ["identity, small x", "identity, full width", "card 16", "card 19", "card, grouped"]
NUMBER_KINDS += ["plate", "plate, letters", "plate, new energy", "plate, dot", "plate, blank"]
NUMBER_KINDS += ["plate, small", "unit", "unit, full width", "unit, Chinese", "unit, letter"]
NUMBER_KINDS += ["unit, sign", "unit, address"]


def wide(text):
    return "".join(chr(ord(sign) + 0xFEE0) for sign in text)


def endless(random_, people):
    """One after the other, and all of them again in another order."""
    pool = []

    def next_():
        if not pool:
            pool.extend(random_.sample(people, len(people)))
        return pool.pop()

    return next_


class HallMaker:
    """A hall in one language: its files, and what its pages should say."""

    def __init__(self, folder, count, chinese=True, seed=7):
        self.make, self.folder, self.chinese = Maker(seed, chinese), folder, chinese
        kinds = None if chinese else {"English": 1}
        parts = (count // 3, count // 4, count - count // 3 - count // 4)
        lists = ("roster", "attendance", "no list")
        self.people = {
            list_: self.make.people(number, list_, kinds) for list_, number in zip(lists, parts)
        }
        self.keys = self.say(
            ["居民", "业主", "缺席", "请假", "委托"],
            ["residents", "absent", "excused", "invited", "proxy"],
        )
        self.people["attendance"] = [
            who._replace(list=f"attendance: {self.keys[place % 5]}")
            for place, who in enumerate(self.people["attendance"])
        ]
        self.officers = self.make.people(12, "office", kinds)
        self.meetings, self.expected = 0, {}
        self.fixed = {}

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def say(self, zh, en):
        return zh if self.chinese else en

    def build(self):
        head = "---\n议事厅: 测议事厅\n语言: zh\n格式: 2\n---\n\n# 测议事厅\n\n## 各方\n\n- 居民: 表决\n"
        head += "- 业主: 表决\n- 物业: 表决\n- 驻区单位: 表决\n- 职能部门: 列席\n- 社区: 召集\n\n## 名册\n\n"
        english = (
            "---\nhall: Test Hall\nlanguage: en\nformat: 2\n---\n\n# Test Hall\n\n## Roster\n\n"
        )
        table = "| 姓名 | 方 | 身份 | 户 |\n| --- | --- | --- | --- |\n"
        parties = ["property", "community", "departments", "units"]
        offices = OFFICES if self.chinese else [(party, "head") for party in parties]
        rows = "".join(
            f"| {who.name} | {offices[place % 4][0]} | {offices[place % 4][1]} |  |\n"
            for place, who in enumerate(self.officers)
        )
        self.write("hall.md", self.say(head, english) + table + rows)
        resident = self.say("居民", "residents")
        self.write(
            "private/roster.md",
            table
            + "".join(
                f"| {who.name} | {resident} |  | {1 + place // 99}-1-{101 + place % 99} |\n"
                for place, who in enumerate(self.people["roster"])
            ),
        )
        self.build_sentences()
        self.build_plain()
        self.build_places()

    def build_sentences(self):
        lines = []
        positions = corpus.POSITIONS if self.chinese else corpus.ENGLISH
        free = corpus.FREE if self.chinese else corpus.ENGLISH_FREE
        for list_, people in self.people.items():
            next_ = endless(self.make.random, people)
            templates = [(key, text) for key, texts in positions.items() for text in texts]
            rounds = max(2, 3 * len(people) // len(templates))
            # Who is on no list is named free as well, in another meeting than in position.
            named = "free, known from elsewhere" if list_ == "no list" else "free"
            for _ in range(rounds):
                lines += [self.make.line(key, text, next_) for key, text in templates]
                lines += [self.make.line(named, text, next_) for text in free]
            listed = list_ != "no list" and self.chinese
            for fits, change in self.otherwise() if listed else []:
                # The hall writes the name so; what is measured is the name itself.
                next_ = endless(self.make.random, [who for who in people if fits in who.name])
                lines.append(change(self.make.line("", "{a}同意先试三个月。", next_)))
        next_ = endless(self.make.random, self.officers)
        lines += [
            self.make.line("office", text, next_)
            for key in ("colon", "verb", "vote", "joined")
            for text in positions[key]
        ]
        for kind in NUMBER_KINDS if self.chinese else []:
            for text in corpus.NUMBERS:
                before, after = text.split("{n}")
                parts = [Part(before, "text", None, None)] * bool(before)
                parts.append(Part(self.make.number(kind), "number", None, kind))
                lines.append(Line(parts + [Part(after, "text", None, None)] * bool(after), kind))
        self.make.random.shuffle(lines)
        attending = self.people["attendance"]
        for start in range(0, len(lines), 150):
            place = start // 150
            share = -(-len(attending) * 150 // len(lines))
            self.meeting(lines[start : start + 150], attending[place * share : (place + 1) * share])

    def otherwise(self):
        """Changes that write a name as people and programs also do."""

        def change(name, how):
            def changed(line):
                parts = [
                    part._replace(text=how(part.text)) if part.person else part
                    for part in line.parts
                ]
                return Line(parts, "otherwise: " + name)

            return changed

        return [
            ("", change("blank between", lambda name: name[0] + "\u3000" + name[1:])),
            ("·", change("another dot", lambda name: name.replace("·", "•"))),
            ("·", change("no dot", lambda name: name.replace("·", ""))),
            ("", change("emphasis", lambda name: f"**{name}**")),
            ("", change("surname in bold", lambda name: f"**{name[0]}**{name[1:]}")),
            ("", change("zero width inside", lambda name: name[0] + "\u200b" + name[1:])),
        ] * 5

    def build_plain(self):
        plain = corpus.sentences(corpus.PLAIN if self.chinese else corpus.ENGLISH_PLAIN)
        self.meeting([Line([Part(text, "text", None, None)], "plain") for text in plain], [])

    def meeting(self, lines, attending):
        self.meetings += 1
        name = f"M-2025-{self.meetings:03}"
        listed = [
            self.say("、", ", ").join(
                who.name for who in attending if who.list == f"attendance: {key}"
            )
            for key in self.keys[:4]
        ]
        givers = [who.name for who in attending if who.list.endswith(self.keys[4])]
        text = (
            f"---\n会议: {name}\n状态: 已召开\n日期: 2025-06-{self.meetings % 28 + 1:02}\n---\n\n"
        )
        text += self.say("# 协商会\n\n## 参会人员\n\n", "# Meeting\n\n## Attendance\n\n")
        text += "".join(f"- {key}: {people}\n" for key, people in zip(self.keys, listed) if people)
        takers = givers[1:] + givers[:1]
        text += "".join(f"- {self.keys[4]}: {a} → {b}\n" for a, b in zip(givers, takers))
        text += self.say("\n## 议程\n", "\n## Agenda\n")
        for start in range(0, len(lines), 30):
            text += f"\n### {start // 30 + 1}. " + self.say(
                "公共事项\n\n先议后定。\n\n", "Item\n\nHeard.\n\n"
            )
            text += "".join(
                f"- {''.join(p.text for p in line.parts)}\n" for line in lines[start : start + 30]
            )
        self.write(f"agendas/{name}.md", text)
        self.expected[f"m/{name}.html"] = lines

    def build_places(self):
        """A matter, a meeting and a decision with a person of each list in each place of them."""
        for number, list_ in enumerate(self.people):
            kinds = None if self.chinese else {"English": 1}
            texts = corpus.PLACES[self.say(0, 1)]
            places = re.findall(r"\{(\w\w\w+)\}", "".join(texts).replace("{listed}", ""))
            who = dict(zip(places, self.make.people(len(places), list_, kinds)))
            self.fixed.update({person: place for place, person in who.items()})
            names = {place: person.name for place, person in who.items()}
            attending = names.values() if list_ == "attendance" else []
            if list_ == "roster":
                with open(os.path.join(self.folder, "private/roster.md"), "a") as file:
                    for name in names.values():
                        file.write(f"| {name} | {self.say('居民', 'residents')} |  |  |\n")
            listed = self.say("、", ", ").join(attending)
            ids = {"q": f"Q-2025-90{number}", "m": f"M-2025-90{number}", "listed": listed}
            self.write(f"matters/{ids['q']}.md", texts[0].format(**names, **ids))
            self.write(f"agendas/{ids['m']}.md", texts[1].format(**names, **ids))
        self.write("agendas/M-2025-990.md", corpus.HIDDEN[self.say(0, 1)])
