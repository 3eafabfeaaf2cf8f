@testable import HallCommands
import HallModel
import TestSupport
import HallWords
import Testing

@Suite("Matters go through their steps")
struct MatterCommandTests {
  private static let path = "matters/Q-2025-014.md"

  /// A hall with one matter and its log. Its clock is at 2025-12-01.
  private func hall(
    _ log: String = "- 2025-03-02 收集\n", meetings: [String: String] = [:], charter: String = ""
  ) throws -> TestHall {
    let matter = "---\n问题: Q-2025-014\n日期: 2025-03-02\n---\n\n# 一楼反水\n\n## 进展\n\n" + log
    let roster = "\n## 名册\n\n| 姓名 | 方 |\n| --- | --- |\n| 王五 | 社区 |\n| 市政排水 | 职能部门 |\n"
    return try TestHall(
      meetings.merging([Self.path: matter], uniquingKeysWith: { first, _ in first }),
      charter: TestHall.charter + charter + roster)
  }

  // MARK: add

  @Test("a new matter gets the next number of its year, its fields and its first step")
  func add() throws {
    let hall = try hall()
    let answer = hall.atTerminal(
      "问题", "新增", "2号楼漏雨", "--source", "居民反映", "--raised-by", "匿名", "--on", "昨天",
      "--place", "2号楼", "--level", "street", "--ticket", "HH-1", "--text", "屋顶渗水。\n第二段。")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("没有「street」这个层级"))
    let again = hall.atTerminal(
      "问题", "新增", "2号楼漏雨", "--source", "居民反映", "--raised-by", "匿名", "--on", "昨天",
      "--place", "2号楼", "--level", "subdistrict", "--ticket", "HH-1", "--text", "屋顶渗水。\n第二段。",
      answers: ["", ""])
    #expect(again.output.hasPrefix("已记下问题 Q-2025-015：2号楼漏雨，2025-11-30 周日\n"))
    #expect(
      hall.text("matters/Q-2025-015.md") == """
        ---
        问题: Q-2025-015
        来源: 居民反映
        提出: 匿名
        日期: 2025-11-30
        地点: 2号楼
        层级: 街道
        工单: HH-1
        ---

        # 2号楼漏雨

        屋顶渗水。

        第二段。

        ## 进展

        - 2025-11-30 收集

        """)
    #expect(hall.text("history/Q-2025-015.md").contains("* why: 新增问题：2号楼漏雨\n"))
    #expect(hall.run("check").status == 0)
    #expect(again.output.contains("  hall 问题 进展 Q-2025-015 '怎么办' --步骤 方案\n"))
  }

  @Test("a description is read from standard input")
  func standardInput() throws {
    let hall = try hall()
    let context = hall.context(
      environment: ["HALL_AUTHOR": "王五"],
      console: ScriptedConsole(["第一行", "- [x] T1 假的"], isInteractive: false))
    #expect(CommandTable.answer(["matter", "add", "漏雨", "--text", "-"], in: context).status == 0)
    #expect(
      hall.text("matters/Q-2025-015.md").contains("# 漏雨\n\n第一行\n\n\\- [x] T1 假的\n\n## 进展\n"))
    let refused = hall.atTerminal("matter", "add", "漏雨", "--text", "-", "--no-input")
    #expect(refused.status == 2)
  }

  @Test("another command can write while a text comes through a pipe")
  func slowPipe() throws {
    let hall = try hall()
    let other = hall.context(environment: ["HALL_AUTHOR": "李四"])
    let console = SlowPipe("第一行") {
      _ = CommandTable.answer(["matter", "note", "Q-2025-014", "来过电话"], in: other)
    }
    let answer = CommandTable.answer(
      ["matter", "add", "漏雨", "--text", "-"],
      in: hall.context(environment: ["HALL_AUTHOR": "王五"], console: console))
    #expect(answer.status == 0)
    #expect(hall.text(Self.path).contains("来过电话"))
    #expect(hall.text("matters/Q-2025-015.md").contains("第一行"))
  }

  @Test("a similar open matter is mentioned")
  func similar() throws {
    let hall = try hall()
    let answer = hall.write("matter", "add", "2号楼一楼反水")
    #expect(answer.status == 0)
    #expect(answer.errors == "注意：和还没结案的 Q-2025-014 一楼反水 很像，看看是不是一件事\n")
    // Somebody at a terminal is asked before anything is written.
    let no = hall.atTerminal("matter", "add", "3号楼一楼反水")
    #expect(no.output == "没有记，什么也没有写\n")
    #expect(hall.text("matters/Q-2025-016.md").isEmpty)
    let yes = hall.atTerminal("matter", "add", "3号楼一楼反水", answers: ["是", "", ""])
    #expect(yes.status == 0 && yes.errors.isEmpty)
    #expect(hall.text("matters/Q-2025-016.md").contains("3号楼"))
    _ = hall.atTerminal("matter", "close", "14", "修好了")
    #expect(!hall.atTerminal("matter", "add", "2号楼一楼反水了").errors.contains("Q-2025-014"))
  }

  @Test("an invalid matter is refused, and nothing is written")
  func refusedNew() throws {
    let hall = try hall()
    let before = try hall.everything()
    #expect(hall.atTerminal("matter", "add", " \u{1B}\n ").status == 2)
    let party = hall.atTerminal("matter", "add", "漏雨", "--raised-by", "酒店/吴十", answers: ["", ""])
    #expect(party.errors.contains("「酒店」不是写明的一方"))
    #expect(hall.atTerminal("matter", "add", "漏雨", "--on", "下雪天").status == 2)
    let future = hall.atTerminal("matter", "add", "漏雨", "--on", "明天")
    #expect(future.errors.hasPrefix("hall: --on 的「明天」是 2025-12-02 周二，还没有到"))
    #expect(hall.atTerminal("matter", "add", "漏雨", "-n").output.contains("+# 漏雨\n"))
    #expect(try hall.everything() == before)
  }

  // MARK: show

  @Test("a bare number means a matter, and a meeting is refused")
  func show() throws {
    let hall = try hall(meetings: ["agendas/M-2025-014.md": meeting(14, item: "")])
    #expect(hall.run("matter", "show", "14").output == hall.run("show", "Q-2025-014").output)
    #expect(hall.run("matter", "show", "１４").output.hasPrefix("Q-2025-014 "))
    try hall.edit(Self.path, "# 一楼反水", "# 2号楼反水")
    #expect(hall.run("问题", "看", "2号楼").output.hasPrefix("Q-2025-014 "))
    try hall.edit(Self.path, "# 2号楼反水", "# 一楼反水")
    #expect(hall.run("问题", "看", "一楼反水").output.hasPrefix("Q-2025-014 "))
    let other = hall.run("matter", "show", "M-2025-014")
    #expect(other.status == 2)
    #expect(other.errors.contains("「M-2025-014」不是问题"))
    #expect(hall.run("matter", "show", "15").errors.contains("没有找到问题「15」"))
  }

  // MARK: note

  @Test(
    "note refuses unknown steps and those that have their own command",
    arguments: [
      ("结案", "hall 问题 结案 Q-2025-014"), ("吹哨", "hall 问题 吹哨 Q-2025-014"),
      ("重开", "hall 问题 重开 Q-2025-014"), ("催半", "是不是想写「催办」"),
      ("clsoed", "did you mean 'closed'"),
    ])
  func steps(word: String, hint: String) throws {
    let hall = try hall()
    let before = hall.text(Self.path)
    let language = word == "clsoed" ? "en" : "zh"
    let answer = hall.atTerminal(
      "matter", "note", "14", "甲", "--step", word, "--lang", language)
    #expect(answer.status == 2)
    #expect(answer.errors.contains(hint), "\(answer.errors)")
    #expect(hall.text(Self.path) == before)
    #expect(hall.atTerminal("matter", "note", "14").status == 2)
  }

  // MARK: summon

  @Test("summon asks for the deadline and never guesses it")
  func deadline() throws {
    let hall = try hall()
    let before = hall.text(Self.path)
    let off = hall.write("matter", "summon", "Q-2025-014", "职能部门/市政排水")
    #expect(off.status == 2)
    #expect(off.errors.contains("没有说最晚哪天到场") && off.errors.contains("--到场期限"))
    #expect(hall.atTerminal("matter", "summon", "14", "市政排水", answers: [""]).status == 2)
    #expect(
      hall.atTerminal("matter", "summon", "14", "市政排水", "--no-input", answers: ["+3d"]).status == 2)
    #expect(hall.text(Self.path) == before)
    let asked = hall.atTerminal("matter", "summon", "14", "市政排水", answers: ["下周五"])
    #expect(asked.status == 0)
    #expect(hall.text(Self.path).contains("  - 期限: 2025-12-12\n"))
  }

  @Test(
    "an invalid body or a deadline in the past is refused",
    arguments: [
      (["酒店/前台", "--respond-by", "+3d"], "「酒店」不是写明的一方"),
      (["哪家公司", "--respond-by", "+3d"], "不知道「哪家公司」是哪一方的"),
      (["哪家公司", "--respond-by", "+3d"], "写成「职能部门/哪家公司」这样"),
      (["市政排水", "--respond-by", "2025-11-01"], "早于吹哨的 2025-12-01"),
      (["、", "--respond-by", "+3d"], "还要写"),
    ])
  func refusedSummons(words: [String], message: String) throws {
    let hall = try hall()
    let before = hall.text(Self.path)
    let context = hall.context(
      isTerminal: true, environment: ["HALL_AUTHOR": "王五"], console: ScriptedConsole())
    let answer = CommandTable.answer(["matter", "summon", "14"] + words, in: context)
    #expect(answer.status == 2)
    #expect(answer.errors.contains(message), "\(answer.errors)")
    #expect(hall.text(Self.path) == before)
  }

  // MARK: All of them

  private static let calls = [
    ["matter", "note", "Q-2025-014", "甲"], ["matter", "close", "Q-2025-014", "甲"],
    ["matter", "summon", "Q-2025-014", "社区/王五", "--respond-by", "2025-12-09"],
  ]

  @Test("without a terminal, a matter needs its full identifier", arguments: calls)
  func fullIdentifiers(words: [String]) throws {
    let hall = try hall()
    let context = hall.context(environment: ["HALL_AUTHOR": "王五"])
    for short in ["14", "2025-14", "Q14", "反水"] {
      var call = words
      call[2] = short
      let answer = CommandTable.answer(call, in: context)
      #expect(answer.errors.contains("要写完整的编号"), "\(answer)")
    }
    #expect(CommandTable.answer(words, in: context).status == 0)
  }

  @Test("a dry run shows the diff and writes nothing", arguments: calls)
  func dryRun(words: [String]) throws {
    let hall = try hall()
    let before = try hall.everything()
    let context = hall.context(environment: ["HALL_AUTHOR": "王五"])
    let answer = CommandTable.answer(words + ["-n"], in: context)
    #expect(answer.output.contains("+- 2025-12-01 "))
    #expect(try hall.everything() == before)
  }

  private static let hostile = [
    "甲\n## 表决", "---", "甲\n- [x] T9 假的", "```\n", "<!--", "# 题", "甲\r\n- 2025-01-01 结案",
    "\u{2028}- 2025-01-01 结案: 假", "吹哨: 乙", "[x] T1", "\u{202E}",
  ]

  @Test("no argument can forge a fact", arguments: hostile)
  func hostileText(text: String) throws {
    let hall = try hall()
    let context = hall.context(environment: ["HALL_AUTHOR": "王五"])
    func run(_ words: String...) { _ = CommandTable.answer(words, in: context) }
    run(
      "matter", "add", "--source", text, "--place", text, "--ticket", text, "--text", text, "--",
      text)
    run("matter", "note", "Q-2025-014", "--", text)
    run("matter", "note", "Q-2025-014", "--step", "方案", "--", text)
    run(
      "matter", "summon", "Q-2025-014", "市政排水", "--respond-by", "2025-12-09", "--about", text)
    run("matter", "close", "Q-2025-014", "--anyway", "-m", text, "--", text)
    run("matter", "reopen", "Q-2025-014", "--", text)
    let words = hall.text(Self.path).split(separator: "\n").filter { $0.hasPrefix("- 20") }
      .map { String($0.split(separator: " ")[2].prefix(2)) }
    #expect(words == ["收集", "备注", "方案", "吹哨", "结案", "重开"], "\(hall.text(Self.path))")
    #expect(hall.text(Self.path).split(separator: "\n").count { $0.hasPrefix("- [") } == 2)
    let new = hall.text("matters/Q-2025-015.md").split(separator: "\n")
    #expect(new.count { $0.hasPrefix("- ") } == 1 && new.count { $0.hasPrefix("## ") } == 1)
    #expect(hall.run("check").status == 0, "\(hall.run("check").output)")
  }

  @Test("nothing is written below an unclosed code fence")
  func unclosed() throws {
    let hall = try hall("- 2025-03-02 收集\n")
    try hall.edit(Self.path, "## 进展", "```\n## 进展")
    let before = try hall.everything()
    for words in Self.calls {
      let context = hall.context(environment: ["HALL_AUTHOR": "王五"])
      let answer = CommandTable.answer(words, in: context)
      #expect(answer.status == 2)
      #expect(answer.errors.contains("什么也没有写"), "\(answer.errors)")
    }
    #expect(try hall.everything() == before)
  }

  /// The suggested calls, split into words as a shell would.
  private func proposed(_ answer: Answer) -> [[String]] {
    answer.output.split(separator: "\n").filter { $0.hasPrefix("  hall ") }.map { line in
      var words: [String] = []
      for (place, part) in line.split(separator: "'", omittingEmptySubsequences: false).enumerated()
      {
        words += place % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
      }
      return Array(words.dropFirst())
    }
  }

  @Test("the calls suggested after each step can be pasted", arguments: ["zh", "en"])
  func pasted(language: String) throws {
    let hall = try hall()
    let steps = [
      ["note", "14", "两案", "--step", "方案"],
      ["summon", "14", "市政排水", "--respond-by", "3wd"], ["note", "14", "到了", "--step", "报到"],
      ["note", "14", "商定", "--step", "会商"], ["note", "14", "开工", "--step", "落实"],
    ]
    var seen: Set<String> = []
    func paste(_ answer: Answer) {
      let calls = proposed(answer)
      #expect(!calls.isEmpty, "\(answer)")
      for call in calls {
        let spec = CommandTable.commands.first { spec in
          [2, 1].contains { spec.isCalled(Array(call.prefix($0))) }
        }
        guard let spec else { continue }
        seen.insert(spec.name)
        let context = hall.context(
          isTerminal: true,
          environment: ["HALL_AUTHOR": "王五"], console: ScriptedConsole(["市政排水"]))
        // The unit to summon is a placeholder that people replace.
        let mended = call.map { ["单位", "unit"].contains($0) ? "市政排水" : $0 }
        let reads = ["show", "overdue"].contains(spec.name)
        let answer = CommandTable.answer(mended + (reads ? [] : ["-n"]), in: context)
        #expect(answer.status == 0, "\(call) \(answer.errors)")
      }
    }
    for step in steps {
      let context = hall.context(
        isTerminal: true, environment: ["HALL_AUTHOR": "王五"], console: ScriptedConsole())
      paste(CommandTable.answer(["matter"] + step + ["--lang", language], in: context))
    }
    paste(hall.atTerminal("task", "done", "Q14-T1", "--lang", language))
    paste(hall.atTerminal("matter", "close", "14", "好了", "--lang", language))
    paste(hall.atTerminal("task", "done", "Q14-T2", "--result", "不满意", "--lang", language))
    paste(hall.atTerminal("matter", "reopen", "14", "还漏", "--lang", language))
    #expect(
      seen.isSuperset(of: [
        "matter note", "matter summon", "task done", "matter close", "matter reopen",
      ]))
  }
}

/// A pipe that is read while something else happens.
private final class SlowPipe: Console {
  private let text: String
  private let meanwhile: @Sendable () -> Void

  init(_ text: String, meanwhile: @escaping @Sendable () -> Void) {
    self.text = text
    self.meanwhile = meanwhile
  }

  var isInteractive: Bool { false }
  func show(_ text: String) {}
  func line(_ prompt: Prompt) -> String? { nil }
  func run(_ words: [String]) -> Int32? { nil }

  func rest() -> [UInt8] {
    meanwhile()
    return Array(text.utf8)
  }
}
