import Foundation
import HallCommands
import HallModel
import HallSyntax
import TestSupport
import Testing
import HallWords

/// `hall textconv`: a file as facts.
@Suite("textconv")
struct TextconvTests {
  private static let sample = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "samples")

  private func lines(_ text: String) throws -> [String] {
    try lines(Data(text.utf8))
  }

  private func lines(_ data: Data) throws -> [String] {
    let hall = try TestHall([:])
    try hall.write(data, to: "f")
    let answer = hall.run("textconv", "f")
    #expect(answer.status == 0 && answer.errors == "")
    let bytes = answer.bytes ?? Array(answer.output.utf8)
    return String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }

  @Test("a meeting becomes one line per fact, each with what it belongs to")
  func meeting() throws {
    let text = """
      ---
      会议: M-2025-008
      ---

      # 协商会

      ## 参会人员

      - 居民: 张三、钱七

      ## 议程

      ### 一、更换主管

      - 问题: Q-2025-014

      讨论摘要。

      - 张三：冬天反水。

      #### 表决: 更换

      - 同意: 7
      - 赞成：8

      #### 表决: 再换

      <!-- 没有人看见 -->

      #### 决议 d1: 更换

      - [ ] T1 报价
        - 期限: 2025-10-15
      - [x] 没有编号

      ### 1. 又一件

      ### 1. 再一件
      """
    #expect(
      try lines(text) == [
        "会议：M-2025-008", "# 协商会", "## 参会人员", "参会人员 居民：张三、钱七", "## 议程", "### 议题一 更换主管",
        "议题一 问题：Q-2025-014", "议题一 │ 讨论摘要。", "议题一 │ - 张三：冬天反水。", "#### 议题一 表决1 更换", "议题一 表决1 同意：7",
        "议题一 表决1 赞成：8", "#### 议题一 表决2 再换", "议题一 表决2 │ <!-- 没有人看见 -->", "#### 议题一 决议D1 更换",
        "议题一 决议D1 任务T1：报价", "议题一 决议D1 任务T1 状态：未完成", "议题一 决议D1 任务T1 期限：2025-10-15",
        "议题一 决议D1 任务没有编号 状态：完成", "### 议题1 又一件", "### 议题1 再一件", "",
      ])
  }

  @Test("a matter, a hall and an English meeting are recognised by their first key")
  func others() throws {
    let matter = "---\n问题: Q-2025-014\n---\n\n# 反水\n\n## 进展\n\n- 2025-03-02 收集: 报告\n- [ ] T1 会商\n"
    #expect(
      try lines(matter).dropLast() == [
        "问题：Q-2025-014", "# 反水", "## 进展", "进展 │ - 2025-03-02 收集: 报告", "任务T1：会商", "任务T1 状态：未完成",
      ])
    let hall =
      "---\n议事厅: 试\n---\n\n## 名册\n\n| 姓名 | 方 |\n| --- | --- |\n| 张三 | 居民 |\n\n## 表决规则\n\n### 换届\n\n- 基数: 参与\n"
    #expect(
      try lines(hall).dropLast() == [
        "议事厅：试", "## 名册", "名册 │ | 姓名 | 方 |", "名册 │ | 张三 | 居民 |", "## 表决规则", "### 规则换届",
        "规则换届 基数：参与",
      ])
    let english =
      "---\nmeeting: M-2025-001\n---\n\n## Agenda\n\n### 2. Roof\n\n#### Vote: Mend it\n\n- for: 7\n\n- [-] T2 x\n"
    #expect(
      try lines(english).dropLast() == [
        "meeting: M-2025-001", "## Agenda", "### item 2 Roof", "#### item 2 vote 1 Mend it",
        "item 2 vote 1 for: 7", "item 2 vote 1 task T2: x",
        "item 2 vote 1 task T2 state: cancelled",
      ])
  }

  @Test(
    "nothing of a sample is left out except blank lines",
    arguments: ["xingannanlu", "riverside", "jinyuan", "broken"])
  func whole(sample: String) throws {
    let folder = Self.sample.appending(path: sample)
    let kinds: [String: Document.Kind] = ["agendas": .meeting, "matters": .matter]
    for part in ["", "agendas", "matters"] {
      let names = try FileManager.default.contentsOfDirectory(
        atPath: folder.appending(path: part).path(percentEncoded: false))
      #expect(names.contains { $0.hasSuffix(".md") }, "\(part)")
      for name in names where name.hasSuffix(".md") {
        let data = try Data(contentsOf: folder.appending(path: part).appending(path: name))
        let text = try lines(data).joined(separator: "\n")
        let document = Document(path: name, kind: kinds[part] ?? .hall, bytes: Array(data))
        for fact in FactList(document).facts where fact.key != "state" {
          #expect(text.contains(VisibleText.lines(fact.value)), "\(name): \(fact.value)")
        }
        for prose in FactList(document).prose.values {
          for line in prose.split(separator: "\n") {
            #expect(
              text.contains(VisibleText.lines(line.trimmingCharacters(in: .whitespaces))),
              "\(name): \(line)")
          }
        }
      }
    }
  }

  @Test("a history becomes one line per revision, and any changed byte shows")
  func history() throws {
    let data = try Data(
      contentsOf: Self.sample.appending(path: "xingannanlu/history/M-2025-002.md"))
    let found = try lines(data)
    #expect(found[0] == "M-2025-002 的历史")
    let text = String(decoding: data, as: UTF8.self)
    #expect(found.count == text.split(separator: "\n").count { $0.hasPrefix("* chain:") } + 2)
    #expect(found[1].hasPrefix("第1版 20") && found[1].hasSuffix("]"))
    #expect(found.contains { $0.contains("（确认后的修正）") })
    // Any changed byte shows.
    for offset in stride(from: 0, to: data.count, by: data.count / 40) {
      var other = data
      other[offset] = other[offset] == 0x78 ? 0x79 : 0x78
      #expect(try lines(other) != found, "\(offset)")
    }
    #expect(try lines(data.dropLast(30)) != found)
    // Two different changes of the same line look different, too.
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("+- ") })
    let one = try lines(text.replacing(line, with: line + "一"))
    #expect(try one != lines(text.replacing(line, with: line + "二")))
  }

  @Test("any other file is printed unchanged, whatever its bytes")
  func raw() throws {
    let texts = [
      Data(), Data([0xFF, 0xFE, 0x00]), Data("---\n会议: M-1".utf8) + Data([0xC3, 0x0A]),
      Data("# x\n\n## 1\n".utf8), Data("---\na: b\n---\n- [ ] T1\n".utf8), Data("<<<<<<<\n".utf8),
      Data("# M-2025-001\n".utf8),
    ]
    for data in texts {
      let hall = try TestHall([:])
      try hall.write(data, to: "-x")
      let answer = hall.run("textconv", "--", "-x")
      #expect(answer.status == 0 && answer.bytes == Array(data))
    }
    let hall = try TestHall([:])
    #expect(hall.run("textconv", "nothing").status == 2)
    // Control characters are shown, not obeyed.
    let hostile = try lines("---\n会议: M-2025-001\n---\n\n# a\u{1B}[31m\u{202E}\n")
    #expect(hostile.contains("# a␛[31m<U+202E>"))
  }

  @Test(
    "git diff and git log show facts", .needs(.git, .builtProgram),
    arguments: ["", "./-x 社'区/"])
  func git(folder: String) throws {
    let program = try RealProgram.path
    let path = "agendas/M-2025-008.md"
    let tree = try GitWorkTree(
      folder, named: GitWorkTree.names[1], files: [path: StagedTexts.right])
    // The program, too, is in a folder whose name has special characters for a shell.
    let ours = tree.base.appending(path: "it's $(me) %P")
    try FileManager.default.createDirectory(at: ours, withIntermediateDirectories: true)
    let link = ours.appending(path: "hall").path(percentEncoded: false)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: program)
    #expect(tree.run("git-setup", program: link).status == 0)
    try tree.write(StagedTexts.right.replacing("- 同意: 7", with: "- 同意: 6"), to: path)
    let hunk = "-议题1 表决1 同意：7\n+议题1 表决1 同意：6\n"
    for script in ["git diff", "git commit -qam x; git log -p -1", "git show"] {
      let said = try tree.sh(script)
      #expect(said.contains(hunk), "\(script): \(said)")
      #expect(said.contains(" @@ #### 议题1 表决1 更换主管\n"))
      #expect(said.contains("+++ b/\(folder.dropFirst(folder.isEmpty ? 0 : 2))\(path)"))
    }
    #expect(try tree.sh("git show --no-textconv").contains("+- 同意: 6\n"))
  }
}
