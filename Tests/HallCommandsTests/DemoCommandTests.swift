import Foundation
import HallWords
import TestSupport
import Testing

@testable import HallCommands
@testable import HallModel

/// A hall to play in is whole, and lively on whatever day it is made.
@Suite("hall demo")
struct DemoCommandTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  /// - Parameter now: seconds since 1970.
  private func context(_ now: Int = 1_764_550_800) -> CommandContext {
    CommandContext(
      environment: [:], workingDirectory: folder.path, now: now, machineOffset: 8 * 3600,
      isTerminal: false, columns: 80)
  }

  private func run(_ words: [String], now: Int = 1_764_550_800) -> Answer {
    CommandTable.answer(words, in: context(now))
  }

  /// The first and the last day of a year, a leap day and the days around it, a holiday, any day.
  private static let days = [
    "2025-12-01", "2026-01-01", "2026-12-31", "2028-02-29", "2028-03-01", "2026-10-03",
    "2027-06-15",
  ]

  @Test(
    "on any day, in both languages, something is overdue and nothing is wrong", arguments: days,
    ["zh", "en"])
  func lively(day: String, language: String) throws {
    let noon = try #require(ISO8601DateFormatter().date(from: day + "T04:00:00Z"))
    let now = Int(noon.timeIntervalSince1970)
    let made = run(["demo", "演示", "--lang", language], now: now)
    #expect(made.status == 0, "\(made.errors)")
    let hall = ["--hall", folder.path + "/演示"]
    let check = run(hall + ["check"], now: now)
    #expect(check.status == 0 && !check.output.contains("["), "\(check.output)")
    #expect(run(hall + ["verify"], now: now).status == 0)
    let overdue = run(hall + ["overdue", "--json"], now: now)
    #expect(overdue.status == 1)
    #expect(overdue.output.split(separator: "\"days_late\"").count == 4, "\(overdue.output)")
    let status = run(hall + ["status"], now: now).output
    let words =
      language == "zh"
      ? ["还有 9 天", "有异议、还没有了结的  1", "还没有确认的会议记录  1", "没议完的议题  1", "七天内到期  2"]
      : [
        "in 9 days", "Objections not settled  1", "Minutes not approved yet  1",
        "Items not finished  1",
      ]
    for word in words { #expect(status.contains(word), "\(status)") }
    #expect(run(hall + ["tally"], now: now).output.contains(language == "zh" ? "够" : "holds"))
  }

  @Test("it says what to try first, and each of it can be typed")
  func toTry() throws {
    for (language, english) in [("zh", false), ("en", true)] {
      let name = english ? "my hall" : "练手"
      let made = run(["demo", name, "--lang", language])
      let calls = made.output.split(separator: "\n").filter { $0.hasPrefix("  hall") }
      #expect(calls.count == 8, "\(made.output)")
      #expect(made.output.contains(english ? "cd 'my hall'" : "cd 练手"))
      for line in calls {
        // The call ends where two blanks stand.
        let call = line.dropFirst(2).components(separatedBy: "  ")[0]
        var words = call.split(separator: " ").dropFirst().map(String.init)
        if let first = words.first, ["undo", "撤销"].contains(first) { words += ["--by", "王五"] }
        let answer = run(["--hall", folder.path + "/" + name] + words)
        #expect(answer.status < 2, "\(call) \(answer.errors)")
      }
      if !english {
        #expect(made.output.contains("hall 逾期") && !made.output.contains("hall overdue"))
      }
    }
  }

  @Test("a folder that has something in it is left alone")
  func occupied() throws {
    for name in ["file.txt", ".hidden"] {
      try folder.write("x", to: "full/" + name)
      let answer = run(["demo", "full", "--lang", "zh"])
      #expect(answer.status == 2)
      #expect(answer.errors.contains("「full」里已经有东西，没有动它"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/full") == [name])
      try FileManager.default.removeItem(atPath: folder.path + "/full")
    }
    try FileManager.default.createDirectory(
      atPath: folder.path + "/empty", withIntermediateDirectories: true)
    #expect(run(["demo", "empty"]).status == 0)
    #expect(run(["demo", "empty"]).status == 2)
    #expect(run(["demo", "empty/agendas/x"]).status == 0)
  }

  @Test("not within a hall, not where a file is, not without a name")
  func places() throws {
    let hall = try TestHall([:])
    let within = hall.run("demo", "新厅")
    #expect(within.status == 2 && within.errors.contains("在议事厅"))
    try folder.write("x", to: "file")
    #expect(run(["demo", "file", "--lang", "zh"]).errors.contains("「file」不是文件夹"))
    #expect(run(["demo", " ", "--lang", "zh"]).errors.contains("名字是空的"))
  }

  @Test("a story is calls, each on its day, with the lines that it reads")
  func story() {
    let story = DemoStory(
      "# x\n\n@-3 09:30 王 五\nhall 一 {Q1}\n| 甲\n| 乙\nhall 二\n@+2 10:05 李四\nhall 三\n")
    #expect(story.calls.map(\.text) == ["hall 一 {Q1}", "hall 二", "hall 三"])
    #expect(story.calls.map(\.day) == [-3, -3, 2])
    #expect(story.calls.map(\.minutes) == [570, 570, 605])
    #expect(story.calls.map(\.author) == ["王 五", "王 五", "李四"])
    #expect(story.calls[0].input == ["甲", "乙"])
  }
}
