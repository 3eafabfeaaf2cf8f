import Foundation
import HallCommands
import HallModel
import HallSyntax
import Testing
@testable import HallGit

/// `docs/format.md` is executable: its examples are a hall, its tables are the code's. So is the
/// guide in Chinese: its examples are a hall, what it says of mistakes the program says.
@Suite struct FormatPageTests {
  private static let pages = ["docs/format.md", "docs/format.zh.md"]

  private let page: String

  init() throws {
    page = try Repository.text("docs/format.md")
  }

  /// The rows of the first table after a heading, header left out.
  private func table(
    under heading: String, columns: String, of page: String
  ) throws -> [[String]] {
    let section = try #require(page.range(of: "\n\(heading)\n"), "no heading \(heading)")
    let lines = page[section.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(
      lines.firstIndex { $0.hasPrefix("| \(columns)") }, "no table \(columns)")
    return lines[(start + 2)...].prefix { $0.hasPrefix("|") }.map { row in
      TableCells.split(Slice(String(row))).map(\.string)
    }
  }

  @Test(arguments: pages)
  func `the examples are a hall without a mistake`(path: String) throws {
    let folder = try MarkdownPage(path).writtenHall()
    defer { try? FileManager.default.removeItem(at: folder) }
    let answer = CommandTable.answer(["check"], in: Repository.context(in: folder))
    #expect(answer.status == 0, "\(answer.output)\(answer.errors)")
  }

  @Test func `the guide quotes what the program says of a mistake`() throws {
    let guide = try Repository.text("docs/format.zh.md")
    let checks = try Repository.text("docs/checks.md")
    for row in try table(under: "### 容易写错的地方", columns: "写成了", of: guide) {
      let severity = ["错误": "error", "提醒": "warning"][row[1]] ?? row[1]
      #expect(checks.contains("\(severity): \(row[2]) ["), "\(row[0])")
    }
  }

  @Test func `the history on the page is a whole one`() throws {
    let start = try #require(page.range(of: "~~~text\n# Q-2025-021\n"))
    let end = try #require(page.range(of: "~~~\n", range: start.upperBound..<page.endIndex))
    let history = "# Q-2025-021\n" + page[start.upperBound..<end.lowerBound]
    let folder = try MarkdownPage("docs/format.md").writtenHall()
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "history"), withIntermediateDirectories: true)
    try Data(history.utf8).write(to: folder.appending(path: "history/Q-2025-021.md"))
    let answer = CommandTable.answer(["verify", "--json"], in: Repository.context(in: folder))
    // The page does not show the document, so that it is missing; the history itself is sound.
    #expect(answer.output.contains("\"verdict\" : \"missing\""), "\(answer.output)")
    #expect(answer.output.contains("\"revisions\" : 2"))
  }

  @Test func `every written form of a value is read`() throws {
    for row in try table(under: "### Values", columns: "kind", of: page) {
      let forms = row[1].split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
      #expect(!forms.isEmpty, "no form for \(row[0])")
      for form in forms {
        #expect(throws: Never.self, "\(row[0]): \(form)") { try read(Slice(form), as: row[0]) }
      }
    }
  }

  private func read(_ value: Slice, as kind: String) throws {
    switch kind {
    case "day": _ = try Day(reading: value)
    case "time": _ = try Moment(reading: value)
    case "period": _ = try Period(reading: value)
    case "duration": _ = try Minutes(reading: value)
    case "length": _ = try Length(reading: value)
    case "heads", "heads and area": _ = try Count(reading: value)
    case "area": _ = try Area(reading: value)
    case "fraction": _ = try RuleLeg.list(reading: Slice("人数 ≥ \(value.string)"))
    case "change": _ = try Delegation(reading: value)
    case "person", "list": #expect(!NameList(value).elements.isEmpty)
    default: Issue.record("a kind nobody reads: \(kind)")
    }
  }

  @Test func `the vocabulary is one table, in the code and on the page`() throws {
    var written: [String] = []
    for row in try table(under: "## Vocabulary", columns: "zh", of: page) {
      let (zh, en) = (groups(row[0]), groups(row[1]))
      #expect(zh.count == en.count, "\(row)")
      written += zip(zh, en).map { "\($0) | \($1)" }
    }
    let coded = Vocabulary.entries.map {
      $0.zh.joined(separator: "、") + " | " + $0.en.joined(separator: ", ")
    }
    #expect(Set(written).subtracting(coded).sorted() == [], "on the page and not in the code")
    #expect(Set(coded).subtracting(written).sorted() == [], "in the code and not on the page")
  }

  /// The keywords of a cell; a remark in parentheses at its end is none.
  private func groups(_ cell: String) -> [String] {
    var cell = cell
    if cell.hasSuffix(")"), let open = cell.lastIndex(of: "(") { cell = String(cell[..<open]) }
    return cell.components(separatedBy: " / ").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  @Test func `both pages tell of every key`() throws {
    let guide = try Repository.text("docs/format.zh.md")
    let end = try #require(page.range(of: "\n## Vocabulary\n"))
    let rules = String(page[..<end.lowerBound])
    let places: Scope = [
      .hallFront, .matterFront, .meetingFront, .rule, .calendar, .attendance, .item, .vote,
      .decision, .task,
    ]
    for keyword in Vocabulary.keywords(in: places) {
      let word = keyword.word(.zh)
      // By names of their own, so that a failure does not print the pages.
      let (isInRules, isInGuide) = (rules.contains(word), guide.contains(word))
      #expect(isInRules, "docs/format.md tells nothing of \(word)")
      #expect(isInGuide, "docs/format.zh.md tells nothing of \(word)")
    }
  }

  @Test func `the keys that may repeat are those of the page`() throws {
    let sentence = try #require(page.firstMatch(of: /These may repeat: ([^.]+)\./))
    let words = sentence.1.split(separator: ",").map {
      $0.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    let keys = Vocabulary.entries.filter { entry in entry.uses.contains { $0.repeats } }
    // The first are the lines that name parties, whose keys are in no table.
    #expect(Set(words.dropFirst()) == Set(keys.map { $0.keyword.word(.zh) }))
  }

  @Test func `what lies outside the seal is what the page says`() throws {
    let sentence = try #require(page.firstMatch(of: /Outside the seal\s+are ([^:]+):/))
    let open = Vocabulary.entries.filter { entry in
      entry.uses.contains { $0.roles.contains(.afterApproval) }
    }
    for word in open.map({ $0.keyword.word(.zh) }) {
      #expect(sentence.1.contains(word), "\(word) goes on after an approval")
    }
  }

  @Test func `the built-in rules are those of the page`() throws {
    let rows = try table(under: "### Built-in rules", columns: "zh", of: page)
    #expect(rows.count == VotingRule.builtIn.count)
    for (row, rule) in zip(rows, VotingRule.builtIn) {
      func text(_ legs: [RuleLeg]) -> String {
        legs.isEmpty
          ? "—"
          : legs.map { "\($0.measure.word(.en)) \($0.threshold.text)" }.joined(separator: ", ")
      }
      let builtIn = try #require(rule.builtIn)
      #expect(
        Array(row.prefix(7)) == [
          builtIn.word(.zh), builtIn.word(.en), rule.voters.word(.en), text(rule.participation),
          text(rule.quorum),
          text(rule.pass), rule.base.word(.en),
        ])
    }
  }

  @Test func `the worked days of the calendar are the program's`() throws {
    let examples = try MarkdownPage("docs/format.md")
    let hall = try #require(examples.files.first { $0.path == "hall.md" })
    let charter = Charter(
      document: Document(path: "hall.md", kind: .hall, bytes: Array(hall.text.utf8)))
    let rows = try table(under: "### Calendar", columns: "from", of: page)
    #expect(rows.count >= 3)
    for row in rows {
      let end = charter.end(
        of: try Length(reading: Slice(row[1])), from: try Day(reading: Slice(row[0])))
      #expect(end.iso == row[2])
    }
  }
}
