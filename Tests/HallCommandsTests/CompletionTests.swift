import Foundation
import Testing

@testable import HallCommands

/// What may stand at the cursor, asked as the shells ask.
@Suite("Completions")
struct CompletionTests {
  private static let charter = """
    ---
    议事厅: 试厅
    语言: zh
    ---

    # 试厅

    ## 各方

    - 居民: 表决
    - 物业: 表决
    - 社区: 召集

    ## 名册

    | 姓名 | 方 | 身份 |
    | --- | --- | --- |
    | 张三 | 居民 | 楼长 |
    | 张四 | 居民 | 住户 |
    | 赵六 | 物业 | 经理 |

    ## 表决规则

    ### 楼内规约

    - 通过: 人数 > 1/2

    """

  private static let meeting = """
    ---
    会议: M-2025-008
    状态: 已召开
    时间: 2025-09-25 14:30
    ---

    # 下水协商会

    ## 议程

    ### 1. 更换主管

    #### 决议 D1: 更换主管

    - [ ] T1 取得三家报价
      - 负责: 物业/赵六
      - 期限: 2025-10-15
    - [x] T2 贴告示
      - 负责: 物业/赵六
      - 期限: 2025-10-15
      - 完成: 2025-10-01

    ### 2. 车棚

    """

  private static func matter(_ number: Int, _ title: String, log: String = "") -> String {
    "---\n问题: Q-2025-00\(number)\n---\n\n# \(title)\n\n## 进展\n\n- 2025-03-02 收集: 报告\n\(log)"
  }

  private func hall() throws -> TestHall {
    try TestHall(
      [
        "agendas/M-2025-008.md": Self.meeting,
        "agendas/M-2025-007.md": """
        ---
        会议: M-2025-007
        状态: 已确认
        时间: 2025-08-25 14:30
        ---

        # 电梯会

        """,
        "matters/Q-2025-001.md": Self.matter(1, "灯坏了"),
        "matters/Q-2025-002.md": Self.matter(2, "车位", log: "- 2025-04-02 结案: 画好了\n"),
      ], charter: Self.charter)
  }

  /// The words that are offered, as zsh gets them.
  private func offered(_ words: [String], in hall: TestHall) -> [String] {
    let answer = CommandTable.answer(["__complete", "zsh", "80"] + words, in: hall.context())
    #expect(answer.errors.isEmpty && answer.status == 0)
    return answer.output.split(separator: "\n").dropFirst()
      .map { String($0.prefix { $0 != "\t" }) }
  }

  @Test(
    "the words that fit, and no others",
    arguments: [
      // Commands, in the hall's language; English letters get English words.
      (["逾"], ["逾期"]), (["ov"], ["overdue"]), (["任务", "完"], ["完成"]), (["task", "d"], ["done"]),
      (["task", "完"], ["完成"]), (["查"], ["查"]), (["no", ""], []), (["help", "任务", "延"], ["延期"]),
      (["amend", "8", "任务", "延"], ["延期"]), (["amend", "8", "un"], ["undo"]),
      // Options.
      (["逾期", "--几"], ["--几天内"]), (["overdue", "--wi"], ["--within"]),
      (["overdue", "--within", "7d", "--wi"], []), (["overdue", "--json", "--js"], []),
      (["git-setup", "--undo", "--work"], []), (["show", "8", "-"], nil),
      // Closed lists.
      (["list", "任"], ["任务"]), (["list", "tas"], ["tasks"]),
      (["list", "任务", "--状态", "逾"], ["逾期"]), (["list", "meetings", "--status", "he"], ["held"]),
      (["--lang", "e"], ["en"]), (["--lang=e"], ["--lang=en"]), (["print", "8-D1", ""], ["决议公示"]),
      (["print", "8", "notic"], ["notice"]), (["export", "md", ""], ["问题清单", "任务落实台账"]),
      (["export", "ics", ""], []), (["completions", "z"], ["zsh"]),
      (["sign-off", "8", "居民", "张三", "--态度", "保"], ["保留意见"]),
      // The hall's own words.
      (["list", "tasks", "--方", ""], ["居民", "物业", "社区"]),
      (["task", "assign", "8-T1", "张"], ["张三", "张四"]),
      (["task", "assign", "8-T1", "物业/"], ["物业/赵六"]),
      (["attend", "8", "张三、张"], ["张三、张三", "张三、张四"]),
      (["vote", "8", "1", "换", "--规则", "楼"], ["楼内规约"]),
      (["show", "M"], ["M-2025-008", "M-2025-007"]), (["show", "m-2025-007"], ["M-2025-007"]),
      (["show", "8"], ["M-2025-008"]), (["show", "Q2"], ["Q-2025-002"]),
      (["show", "电梯"], ["M-2025-007"]),
      (["show", "车"], ["Q-2025-002"]), (["show", "会"], []),
      (["matter", "note", "1"], ["Q-2025-001"]),
      (["show", "M-2025-008-T"], ["M-2025-008-T1", "M-2025-008-T2"]),
      (["show", "8-D"], ["M-2025-008-D1"]), (["show", "8#"], ["M-2025-008#1", "M-2025-008#2"]),
      (["show", "M-2025-"], ["M-2025-008", "M-2025-007"]),
      // What is not finished, if anything of it fits.
      (["task", "done", ""], ["M-2025-008-T1"]), (["approve", ""], ["M-2025-008"]),
      (["approve", "M-2025-007"], ["M-2025-007"]), (["matter", "close", ""], ["Q-2025-001"]),
      (["matter", "reopen", ""], ["Q-2025-002", "Q-2025-001"]),
      (["outcome", "8", ""], ["1", "2"]), (["outcome", "8#1", ""], []),
      (["sign-off", "8", "居民", "张三", "--of", "T"], ["T1", "T2"]),
      (["edit", "ha"], ["hall"]), (["set", "8-T1", "期"], ["期限"]), (["set", "8-T1", "du"], ["due"]),
      // Free text: nothing is guessed.
      (["matter", "add", ""], []), (["record", "-m", ""], []), (["search", "下"], []),
    ] as [([String], [String]?)])
  func offers(words: [String], expected: [String]?) throws {
    let offered = offered(words, in: try hall())
    if let expected {
      #expect(offered == expected)
    } else {
      #expect(offered.contains("--机读") && !offered.contains("--议事"))
    }
  }

  @Test("an English hall, or --lang, has its commands in English")
  func english() throws {
    let hall = try TestHall([:], charter: "---\nhall: x\nlanguage: en\n---\n\n# x\n")
    #expect(offered(["task", ""], in: hall).first == "add")
    #expect(offered([""], in: hall).contains("overdue"))
    #expect(offered(["--lang", "en", ""], in: try self.hall()).contains("overdue"))
  }

  @Test("outside a hall, commands and files are offered, and nothing else")
  func nowhere() {
    let context = CommandContext(
      environment: [:], workingDirectory: "/", now: 0, machineOffset: 0, isTerminal: false,
      columns: 80)
    func lines(_ words: String...) -> [String] {
      CommandTable.answer(["__complete", "fish", "80"] + words, in: context).output
        .split(separator: "\n").map(String.init)
    }
    #expect(lines("over") == ["words", "overdue\topen tasks past their due day, oldest first"])
    #expect(lines("show", "") == ["words"])
    #expect(lines("init", "") == ["folders"])
    #expect(lines("init", "--roster", "") == ["files"])
    #expect(lines("--hall", "/nowhere", "show", "") == ["words"])
  }

  @Test(
    "a day is offered with what it means; a meeting of which only a part is meant is unfinished")
  func meanings() throws {
    let hall = try hall()
    func lines(_ words: String...) -> [String] {
      CommandTable.answer(["__complete", "fish", "80"] + words, in: hall.context()).output
        .split(separator: "\n").map(String.init)
    }
    #expect(lines("task", "extend", "8-T1", "今") == ["words", "今天\t2025-12-01 周一"])
    #expect(lines("object", "M-2025-008").first == "unfinished")
    #expect(lines("task", "done", "").last == "M-2025-008-T1\t取得三家报价  2025-10-15  物业/赵六")
  }

  @Test("bash gets descriptions only for a list that it shows, and never as what it inserts")
  func bash() throws {
    let hall = try hall()
    func lines(_ line: String, _ replaced: String, _ type: String) -> [String] {
      CommandTable.answer(
        ["__complete", "bash", "40", line, replaced, type], in: hall.context()
      ).output.split(separator: "\n").map(String.init)
    }
    #expect(
      lines("hall show M-2025-00", "M-2025-00", "9") == ["words", "M-2025-008", "M-2025-007"])
    #expect(
      lines("hall show M-2025-00", "M-2025-00", "63") == [
        "words", "M-2025-008  2025-09-25  下水协商会", "M-2025-007  2025-08-25  电梯会",
      ])
    #expect(lines("hall show M-2025-007", "M-2025-007", "63") == ["words", "M-2025-007"])
  }

  @Test("a word with control signs is not offered, and what a word means shows none")
  func hostile() throws {
    let hall = try TestHall(
      [
        "agendas/M-2025-001.md":
          "---\n会议: M-2025-001\n---\n\n# \u{1B}]0;x\u{7}标题\u{202E}\n"
      ],
      charter: "---\n议事厅: x\n---\n\n## 各方\n\n- a\u{1B}[31mb: 表决\n- c\u{202E}d: 表决\n- 好: 表决\n")
    for shell in ["bash", "zsh", "fish"] {
      let line =
        shell == "bash"
        ? ["hall list tasks --party ", "", "63"] : ["list", "tasks", "--party", ""]
      let parties = CommandTable.answer(["__complete", shell, "80"] + line, in: hall.context())
        .output
      #expect(parties.split(separator: "\n").count == 2 && parties.contains("好"), "\(parties)")
      let show = shell == "bash" ? ["hall show M", "M", "63"] : ["show", "M"]
      let meetings = CommandTable.answer(["__complete", shell, "80"] + show, in: hall.context())
        .output
      #expect(
        !meetings.unicodeScalars.contains { "\u{1B}\u{7}\u{202E}".unicodeScalars.contains($0) })
    }
  }

  @Test("every value that the program knows words for has them offered")
  func kinds() {
    // What stands in place of a value that can be anything; a new placeholder needs a `takes:`.
    let free: Set<String> = [
      "TEXT", "TITLE", "WHY", "REASON", "NAME", "TIME", "PLACE", "SOURCE", "NUMBER", "PAPER",
      "COUNT",
      "PARTY N", "PARTY: votes", "NAME=TEXT", "HOW OFTEN", "DIGEST", "A: COUNT", "WHOM", "BASIS",
      "VALUE",
      "OLD", "NEW", "UNIT", "AREA", "WORDS", "N", "DAYS", "A", "B", "%L", "%P",
    ]
    for spec in CommandTable.commands {
      let values =
        spec.arguments.map { ($0.name.en, $0.takes) }
        + spec.allOptions.compactMap { option in option.value.map { ($0.en, option.takes) } }
      for (placeholder, kind) in values {
        if case .text = kind { #expect(free.contains(placeholder), "\(spec.name) \(placeholder)") }
      }
    }
  }

  @Test("an unknown shell is refused, and named")
  func unknown() throws {
    let answer = try hall().run("completions", "tcsh")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("bash、zsh、fish"), "\(answer.errors)")
    #expect(try hall().run("__complete", "tcsh", "80", "x").status == 2)
  }
}
