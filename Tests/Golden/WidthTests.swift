import HallCommands
import HallWords
import Testing
@testable import HallGit

/// Answers fit the terminal they are shown on, whatever its width, and colours are only where they are
/// wanted.
@Suite("On terminals of many widths")
struct WidthTests {
  /// Calls that read, in a hall of samples/; a name of a meeting, a matter, a task and a person.
  private static func calls(_ hall: String, _ words: [String]) -> [[String]] {
    let (meeting, matter, decision, task, person, text) = (
      words[0], words[1], words[2], words[3], words[4], words[5]
    )
    return [
      ["status"], ["list", "meetings"], ["list", "matters"], ["list", "decisions"],
      ["list", "tasks"], ["show", meeting], ["show", matter], ["show", decision], ["show", task],
      ["overdue", "--within", "60天"], ["tally"], ["check"], ["check", "--published"],
      ["search", text], ["stats"], ["stats", "--by", "party"], ["stats", "--by", "month"],
      ["stats", "--person", person], ["log", meeting], ["log", "hall"], ["diff", meeting],
      ["diff", meeting, "2", "3"], ["verify"], ["party"], ["new", "--list-templates"], ["doctor"],
    ].map { ["--hall", hall] + $0 }
  }

  private static let halls: [[String]] =
    calls(
      "samples/xingannanlu",
      ["M-2025-008", "Q-2025-014", "M-2025-008-D1", "M-2025-008-T1", "赵六", "水"])
    + calls(
      "samples/riverside",
      ["M-2025-003", "Q-2025-002", "M-2025-003-D1", "M-2025-003-T3", "Grace Tan", "gate"])
    + [["--hall", "samples/broken", "check"], ["--hall", "samples/jinyuan", "tally"]]

  private func answer(
    _ words: [String], columns: Int, _ environment: [String: String] = [:]
  ) -> Answer {
    let world = Repository.context().world
    var context = CommandContext(
      environment: ["TERM": "xterm", "HALL_AUTHOR": "王五", "LANG": "C.UTF-8"].merging(environment) {
        $1
      },
      workingDirectory: world.workingDirectory, now: world.now, machineOffset: world.machineOffset,
      isTerminal: true, columns: columns)
    context.findProgram = { $0 == "git" ? "/usr/bin/git" : nil }
    return CommandTable.answer(words, in: context)
  }

  private func lines(_ answer: Answer) -> [String] {
    VisibleText.split(answer.output + answer.errors)
  }

  @Test("no line is wider than the terminal", arguments: halls, [60, 80, 120, 200])
  func fits(words: [String], columns: Int) {
    for line in lines(answer(words, columns: columns)) {
      #expect(
        DisplayWidth.of(line) <= columns, "\(words.joined(separator: " ")) at \(columns)\n\(line)")
    }
  }

  @Test("no escape without a terminal, with NO_COLOR, or on a dumb one", arguments: halls)
  func colours(words: [String]) {
    #expect(answer(words, columns: 80).output.contains("\u{1B}") || !words.contains("status"))
    for environment in [["NO_COLOR": "1"], ["TERM": "dumb"], ["HALL_PLAIN": "1"]] {
      let answer = answer(words, columns: 80, environment)
      #expect(!(answer.output + answer.errors).contains("\u{1B}"), "\(words) \(environment)")
    }
    #expect(
      !CommandTable.answer(words, in: Repository.context(environment: ["NO_COLOR": ""])).output
        .contains("\u{1B}"))
  }

  @Test("--plain draws nothing: no columns, no carets, no lines set in", arguments: halls)
  func plain(words: [String]) {
    let answer = answer(words + ["--plain"], columns: 60)
    for line in lines(answer) {
      // What a file says stands as it is written.
      if line.hasPrefix("这一行写的是") || line.hasPrefix("the line: ") { continue }
      #expect(!line.contains("  ") && !line.hasPrefix(" "), "\(words)\n\(line)")
      if words.contains("search") { continue }
      #expect(
        !line.contains("^^") && !line.contains(" | ") && !line.contains(" · "), "\(words)\n\(line)")
    }
    #expect(answer.status == self.answer(words, columns: 60).status)
  }

  @Test("--plain cuts nothing off, and changes no answer for programs")
  func whole() {
    let hall = ["--hall", "samples/xingannanlu"]
    let list = answer(hall + ["list", "tasks", "--plain"], columns: 40).output
    #expect(!list.contains("…"))
    #expect(list.contains("编号 M-2025-008-T1，状态 逾期，期限 2025-10-30，负责 物业/赵六，标题 取得三家报价并公示5日"))
    for format in [["--json"], ["--format", "csv"]] {
      let words = hall + ["list", "tasks"] + format
      #expect(answer(words + ["--plain"], columns: 80).output == answer(words, columns: 80).output)
    }
    let check = answer(
      ["--hall", "samples/broken", "check", "--plain", "--lang", "zh"], columns: 60)
    #expect(check.output.contains("这一行写的是："))
  }

  @Test("help is within 80 columns, and plainly a sentence for each option")
  func help() {
    for language in ["zh", "en"] {
      for spec in CommandTable.commands {
        for line in lines(answer(["help", spec.name, "--lang", language], columns: 80)) {
          #expect(DisplayWidth.of(line) <= 80, "\(line)")
        }
      }
    }
    let plain = answer(["help", "overdue", "--lang", "zh", "--plain"], columns: 60).output
    #expect(plain.contains("\n--截至, --as-of 日期：把这一天当作今天\n"))
  }
}
