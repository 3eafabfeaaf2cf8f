import Testing

struct ControlCharacterTests {
  @Test(arguments: [
    ("红\u{1B}[31m字", "6:2 warning 这里有看不见的字符 U+001B（转义符）"),
    ("张\u{202E}三", "6:2 warning 这里有看不见的字符 U+202E（改变文字方向）"),
    ("张三\u{2069}", "6:3 warning 这里有看不见的字符 U+2069（改变文字方向）"),
    ("\u{200F}张三", "6:1 warning 这里有看不见的字符 U+200F（改变文字方向）"),
    ("张\u{2060}三", "6:2 warning 这里有看不见的字符 U+2060（零宽字符）"),
    ("张\u{200B}三", "6:2 warning 这里有看不见的字符 U+200B（零宽字符）"),
    ("张\u{200D}三", "6:2 warning 这里有看不见的字符 U+200D（零宽字符）"),
    ("张\u{FEFF}三", "6:2 warning 这里有看不见的字符 U+FEFF（零宽字符）"),
    ("文\u{85}字", "6:2 warning 这里有看不见的字符 U+0085（控制符）"),
    ("文\u{7F}字", "6:2 warning 这里有看不见的字符 U+007F（控制符）"),
    ("一\r二", "6:2 warning 这里有看不见的字符 U+000D（控制符）"),
    ("- a\u{0C}: 1\n", "6:4 warning 这里有看不见的字符 U+000C（控制符）"),
    ("\u{7}一\u{7}\r\n二", "6:1 warning 这里有看不见的字符 U+0007（控制符），共 2 个"),
  ])
  func anInvisibleCharacterIsReportedOnceForEachLine(text: String, expected: String) {
    #expect(problems("control-character", inMeeting: text) == [expected])
  }

  @Test(arguments: ["a\tb\r\nc", "全　角 é 👍", "👨‍👩‍👧 ❤️‍🔥", "㎡ — “引” …"])
  func ordinaryTextIsFine(text: String) {
    #expect(problems("control-character", inMeeting: text) == [])
  }

  @Test func aByteOrderMarkAtTheStartIsFineAndALoneReturnAtTheEndIsNot() {
    #expect(problems("control-character", files: [matterPath: "\u{FEFF}---\n"]) == [])
    #expect(
      problems("control-character", files: [matterPath: "完\r"]) == [
        "matters/Q-2025-001.md:1:2 warning 这里有看不见的字符 U+000D（控制符）"
      ])
  }
}
