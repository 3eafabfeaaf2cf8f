import HallCommands
import TestSupport
import Testing

/// Whatever somebody types, wherever a call takes text, it stays plain text.
///
/// A new command gets a row in `ForgedCall.all`; without one the last test fails.
@Suite("No argument forges structure")
struct ForgeryTests {
  /// Texts that would be structure, an option, a name or a command if they were written or shown as
  /// they are given. The first few combine many, and are tried in every place.
  static let texts =
    [
      "x\n## 表决\r\n---\r\n- [x] T9 假的\n```\n<!--\u{2028}#### 决议 D9: 假\u{85}- 结果: 通过\u{0B}"
        + "| a | b |\n| --- | --- |\u{0C}### 9. 假\r- 2025-01-01 结案\u{1B}[31m\u{202E}",
      "- [x] T9 假的 `{{标题}}` | a | b | <!-- \\",
      "\n---\n# \u{1B}]0;x\u{7}<!--\u{9B}31m",
    ] + HostileText.all + [
      "\r\n---\r\n", "- 结果: 通过", "~~~", "<!-- x -->", "-->", "| a | b |", "x\u{0C}---",
      "x\u{0}y", "\u{1B}[2J\u{1B}]52;c;eA==\u{7}", "\u{202E}文本\u{200B}",
      "\u{FFFD}\u{FFFE}\u{10FFFF}",
      "\u{3000}\t ", "D1", "T1", "Q-2025-001",
      "--upload-pack=x", "-n", "结果: 通过", "结果：通过", "(", "（", "}}", "{{标题}}", "{{甲}}", "/", "../x",
      "、；,;→->", "=", "\"", "\\", "%s%n$(x)`x`", "&lt;&#35;",
    ]
  static let severalInOne = 3
  static let long = String(repeating: "长", count: 100_000)

  @Test(
    "typed text stays plain text and never reaches a terminal raw", arguments: ForgedCall.all)
  func words(_ call: ForgedCall) throws {
    try #require(!ForgedHall.recorded.isEmpty, "the hall could not be made")
    let forger = try Forger(call)
    if call.isWhole { try forger.forge(0, Self.long) }
    for slot in forger.slots.indices {
      let isWhole = call.isWhole && !forger.slots[slot].chooses && !forger.slots[slot].isCommon
      for (number, text) in Self.texts.enumerated() {
        // Of the others each place has a third, and those beside it the other two.
        let isOwn = TestRun.isLong || number % 3 == slot % 3
        if number < Self.severalInOne || isWhole && isOwn { try forger.forge(slot, text) }
      }
    }
  }

  @Test("every command that writes is tried with each of its arguments and options")
  func complete() throws {
    var missing: [String] = []
    for spec in CommandTable.commands {
      let names = spec.options.map(\.name)
      guard names.contains("--dry-run") || spec.name == "minute" else { continue }
      // These need a repository, and have their own tests with hostile names.
      if ["git-setup", "share"].contains(spec.name) { continue }
      let name = spec.name.split(separator: " ").map(String.init)
      let rows = ForgedCall.all.filter { Array($0.words.prefix(name.count)) == name }
      let words = rows.map { $0.words.dropFirst(name.count) }
      if rows.isEmpty { missing.append(spec.name) }
      for option in spec.options where option.value != nil {
        // The sheets of a workbook come from another program: see WorkbookTests.
        if ["--message", "--by", "--sheet"].contains(option.name) { continue }
        let isMarked = words.contains { words in
          words.indices.dropLast().contains {
            words[$0] == option.name && words[$0 + 1].contains { "«‹".contains($0) }
          }
        }
        if !isMarked { missing.append("\(spec.name) \(option.name)") }
      }
      let marked = words.map { words in
        words.indices.count { place in
          words[place].contains { "«‹".contains($0) }
            && !(place > words.startIndex && words[place - 1].hasPrefix("-"))
        }
      }
      if marked.max() ?? 0 < spec.arguments.count { missing.append("\(spec.name): its arguments") }
    }
    #expect(missing == [])
  }
}
