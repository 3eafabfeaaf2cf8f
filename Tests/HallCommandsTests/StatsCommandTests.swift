import Foundation
import HallCommands
import Testing
import HallWords

@Suite struct StatsCommandTests {
  private let samples = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "samples")

  private func context(isTerminal: Bool = false) -> CommandContext {
    CommandContext(
      environment: ["NO_COLOR": "1"], workingDirectory: samples.path(percentEncoded: false),
      now: 1_764_550_800, machineOffset: 8 * 3600, isTerminal: isTerminal, columns: 80)
  }

  private func run(_ words: [String], isTerminal: Bool = false) -> Answer {
    CommandTable.answer(words + ["--as-of", "2025-12-01"], in: context(isTerminal: isTerminal))
  }

  /// The figures of a hall as `on_time_first 31/42 73.8`.
  private func figures(_ words: [String]) -> [String] {
    run(words + ["--format", "csv"]).output.components(separatedBy: "\r\n").dropFirst().dropLast()
      .map { line in
        let cells = line.components(separatedBy: ",")
        return cells[4] + " " + cells[5] + "/" + cells[6] + " " + cells[7]
      }
  }

  @Test func `csv explains each figure in the hall's language, JSON in English`() {
    let zh = run(["--hall", "xingannanlu", "stats", "--format", "csv"]).output
    #expect(zh.contains("期内收集的问题里，现在最远到了这一步的。"))
    let json = run(["--hall", "xingannanlu", "stats", "--json"]).output
    #expect(json.contains("Of the matters collected") && !json.contains("期内收集"))
  }

  /// Counted by hand, document after document; on the right, what makes up each figure.
  @Test func `the figures of the Chinese sample are those counted by hand`() {
    #expect(
      figures(["--hall", "xingannanlu", "stats"]) == [
        "stage_collected 1/18 5.6",  // Q17
        "stage_proposed 1/18 5.6",  // Q18: its meeting is not held
        "stage_summoned 1/18 5.6",  // Q12
        "stage_deliberated 4/18 22.2",  // Q5 (reopened), Q11, Q13, Q15
        "stage_implementing 2/18 11.1",  // Q6, Q16
        "stage_closed 1/18 5.6",  // Q7
        "stage_revisited 8/18 44.4",  // Q1 to Q4, Q8 to Q10, Q14
        "closed 9/18 50.0",  // the eight and Q7
        "resolved 9/18 50.0",
        // Matters 11/13 (late: Q7-T1, Q12-T1; Q14-T2 is due on 12-05); M1 4/5 (T3), M2 3/4 (T4),
        // M3 3/3, M4 1/2 (T2), M5 2/4 (T2, T4), M6 2/2, M7 3/5 (T1, T5), M8 2/4 (T1, T4; T5 is due
        // today).
        "on_time_first 31/42 73.8",
        // Matters 11/13; M1 5/5, M2 4/4, M3 3/3, M4 2/2, M5 4/4, M6 2/2, M7 3/4 (T5; T1 is due on
        // 12-05), M8 2/4.
        "on_time_extended 36/41 87.8",
        "answered 4/5 80.0",  // Q3, Q5 twice, Q14; not Q12
        "overdue 5/8 62.5",  // Q7-T1, Q12-T1, M7-T5, M8-T1, M8-T4; not M7-T1, M7-T3, M8-T5
        "satisfied 7/8 87.5",  // all but Q5; Q10's visit begins with no answer
        "fully_satisfied 5/8 62.5",  // not Q1, Q8
        "held 8/9 88.9",  // M9 is cancelled, M10 to come
        // 18/20, 137/137, 12/14, 20/21, 14/14, 10/10, 18/25, 11/12
        "attended 240/253 94.9",
        // 204/312, 143/186, 11/11, 226/312 twice, 11/11, 297/412, 92/120
        "turnout_owners_heads 1210/1676 72.2",
        // 16190.60 + 11760.20 + 1184.80 + 17480.50 × 2 + 1184.80 + 25380.60 + 7402.80, of
        // 24186.40 × 3 + 15320.40 + 1184.80 × 2 + 35226.90 + 9860.50
        "turnout_owners_area 98064.80/135336.60 72.5",
        "turnout_members_heads 290/514 56.4",  // 131/240 twice, 7/7, 6/7 for one is recused, 15/20
        "decisions_in_force 9/17 52.9",  // M2-D1, M4-D1, M5-D1, D2, M6-D1, M7-D1 to D3, M8-D1
        "decisions_superseded 1/17 5.9",  // M2-D2
        "decisions_consultation 7/17 41.2",  // M1-D1 to D3, M2-D3, M3-D1, M5-D3, M8-D2
        "decisions_not_carried 0/17 0.0", "decisions_undetermined 0/17 0.0",
      ])
  }

  @Test func `the figures of the English sample are those counted by hand`() {
    #expect(
      figures(["--hall", "riverside", "stats"]) == [
        "stage_collected 1/6 16.7",  // Q4
        "stage_proposed 0/6 0.0", "stage_summoned 0/6 0.0",
        "stage_deliberated 1/6 16.7",  // Q2
        "stage_implementing 3/6 50.0",  // Q3, Q5, Q6
        "stage_closed 0/6 0.0",
        "stage_revisited 1/6 16.7",  // Q1
        "closed 1/6 16.7", "resolved 1/6 16.7",
        // Q1-T1, Q2-T1, M1-T1, M3-T1, T4, T5; not M1-T2, M2-T1; M3-T2 was due at the next meeting
        "on_time_first 6/8 75.0",
        "on_time_extended 6/8 75.0",
        "answered 1/1 100.0", "overdue 2/6 33.3",  // M1-T2, M2-T1; not M2-T2, M3-T3, M4-T1, T2
        "satisfied 1/1 100.0", "fully_satisfied 1/1 100.0", "held 4/4 100.0",
        "attended 37/45 82.2",  // 10/11, 7/11, 10/12, 10/11
        "turnout_owners_heads 5/5 100.0",
        "turnout_owners_area 411.70/411.70 100.0",  // as hall.md was: 3 × 84.50 + 61.20 + 97.00
        "turnout_members_heads 14/18 77.8",  // 6/9, 8/9
        "decisions_in_force 4/6 66.7",
        "decisions_superseded 0/6 0.0", "decisions_consultation 2/6 33.3",
        "decisions_not_carried 0/6 0.0", "decisions_undetermined 0/6 0.0",
      ])
  }

  @Test func `the same hall in two languages has the same figures`() {
    let zh = figures(["--hall", "twins/zh", "stats"])
    #expect(zh == figures(["--hall", "twins/en", "stats"]))
    #expect(zh.count == 25)
  }

  @Test func `several halls have a row each, and a total that adds up parts and wholes`() {
    let figures = figures(["--hall", "xingannanlu", "--hall", "riverside", "stats"])
    #expect(
      figures.filter { $0.hasPrefix("on_time_first") } == [
        "on_time_first 31/42 73.8", "on_time_first 6/8 75.0", "on_time_first 37/50 74.0",
      ])
    let output = run(["--hall", "xingannanlu", "--hall", "riverside", "stats"]).output
    #expect(output.contains("\n  合计            37/50   74.0%\n"))
  }

  @Test func `people of two halls are not added up`() {
    let words = ["--hall", "xingannanlu", "--hall", "riverside", "stats", "--by", "人"]
    #expect(!run(words).output.contains("合计"))
    #expect(run(words).output.contains("兴连心议事厅  物业/赵六"))
  }

  @Test func `a period counts only what falls within it`() {
    let figures = figures([
      "--hall", "xingannanlu", "stats", "--from", "2025-07-01", "--to", "2025-07-31",
    ])
    // Sixteen were collected by then and four closed before; Q2 was closed, Q5's closing was undone.
    #expect(figures.contains("closed 1/12 8.3"))
    #expect(figures.contains("on_time_first 3/3 100.0"))  // Q2-T1, M6-T1, M6-T2
    #expect(figures.contains("resolved 0/0 "))
  }

  @Test func `a figure out of zero is a dash and never a percentage`() {
    let output = run(["--hall", "xingannanlu", "stats", "--to", "2025-01-01"]).output
    #expect(output.contains("没有可以统计的"))
    let january = run(["--hall", "xingannanlu", "stats", "--to", "2025-01-10"]).output
    #expect(january.contains("0/0       —\n"))
    let json = run(["--hall", "xingannanlu", "stats", "--to", "2025-01-01", "--json"]).output
    #expect(json.contains("\"percent\" : null"))
    #expect(!json.contains("\"percent\" : \"0.0\""))
  }

  @Test func `broken down by party, each figure is one table`() {
    let output = run(["--hall", "xingannanlu", "stats", "--by", "party"]).output
    #expect(
      output.contains(
        """
        按期完成（按最初的期限）
          居民        4/5   80.0%
          物业       6/11   54.5%
          驻区单位    1/1  100.0%
          职能部门    7/8   87.5%
          社区      13/17   76.5%

        """))
    // Matters raised anonymously have no party, but are still counted.
    #expect(output.contains("  未写哪一方"))
    #expect(!output.contains("业主参与率"))
  }

  @Test func `for one party, only the figures that concern it are shown`() {
    let output = run(["--hall", "xingannanlu", "stats", "--party", "物业"]).output
    #expect(output.contains("  按期完成（按最初的期限）    6/11   54.5%\n"))
    #expect(!output.contains("—"))
    #expect(!output.contains("解决率"))
  }

  @Test func `a party that nobody defines is refused, a person without a record is reported`() {
    for format in [[], ["--json"]] {
      let answer = run(["--hall", "xingannanlu", "stats", "--party", "物页"] + format)
      #expect(answer.status == 2 && answer.output.isEmpty)
      #expect(answer.errors.contains("物业"))
    }
    let answer = run(["--hall", "xingannanlu", "stats", "--person", "赵五"])
    #expect(answer.status == 0)
    #expect(answer.output.contains("没有「赵五」的记录"))
  }

  @Test(
    "every line fits 80 columns",
    arguments: [
      [], ["--by", "party"], ["--by", "person"], ["--by", "month"],
      ["--from", "2025-01-01", "--to", "2025-12-31", "--person", "物业/赵六"],
    ])
  func fits(options: [String]) {
    for halls in [["--hall", "xingannanlu"], ["--hall", "xingannanlu", "--hall", "twins/zh"]] {
      let output = run(halls + ["stats", "--lang", "zh"] + options, isTerminal: true).output
      #expect(output.count > 40)
      for line in output.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= 80) }
    }
  }

  @Test func `a period that ends before it begins is refused, and so is an invalid day`() {
    let hall = ["--hall", "xingannanlu", "stats"]
    #expect(run(hall + ["--from", "2025-07-01", "--to", "2025-06-30"]).status == 2)
    #expect(run(hall + ["--from", "2025-02-30"]).errors.contains("没有这一天"))
    #expect(run(hall + ["--by", "周"]).status == 2)
  }
}
