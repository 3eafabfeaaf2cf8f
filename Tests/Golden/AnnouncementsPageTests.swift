import Foundation
import HallCommands
import HallModel
import HallSyntax
import HallWords
import Testing

/// `docs/announcements.md` is a hall: every vote on it is judged again, and the row of its table says
/// what comes of it.
@Suite("The page of printed votes")
struct AnnouncementsPageTests {
  private static let path = "docs/announcements.md"

  private let page: MarkdownPage
  private let rows: [Row]
  /// By the number of the row, which is the number of the vote's item.
  private let votes: [Int: PrintedVote]

  private struct PrintedVote {
    let tally: Tally
    /// The item as it is written, from its heading to the next.
    let text: String
  }

  /// A row of a table: `| no. | whose vote | rule | figures as printed | printed | ours | from | note |`.
  private struct Row {
    let line: String
    let number: Int
    let cells: [String]

    init?(_ line: String) {
      let cells = TableCells.split(Slice(line)).map(\.string)
      guard cells.count == 8, let number = Int(cells[0]) else { return nil }
      (self.line, self.number, self.cells) = (line, number, cells)
    }

    var figures: String { cells[3] }
    var printed: String { cells[4] }
    var ours: String { cells[5] }
    var note: String { cells[7] }
  }

  init() throws {
    page = try MarkdownPage(Self.path)
    rows = page.text.split(separator: "\n").filter { $0.hasPrefix("| ") }
      .compactMap { Row(String($0)) }
    func document(_ file: (path: String, text: String), _ kind: Document.Kind) -> Document {
      Document(path: file.path, kind: kind, bytes: Array(file.text.utf8))
    }
    let charter = Charter(
      document: document(try #require(page.files.first { $0.path == "hall.md" }), .hall))
    let agendas = page.files.filter { $0.path.hasPrefix("agendas/") }
    let hall = Hall(charter: charter, documents: agendas.map { document($0, .meeting) })
    var votes: [Int: PrintedVote] = [:]
    for meeting in hall.meetings {
      let items = try #require(agendas.first { $0.path == meeting.document.path }).text
        .components(separatedBy: "\n### ")
      for vote in meeting.votes {
        let number = try #require(meeting.place(of: vote).item)
        #expect(votes[number] == nil, "two votes of number \(number)")
        votes[number] = PrintedVote(
          tally: hall.tally(vote, in: meeting),
          text: try #require(items.first { $0.hasPrefix("\(number). ") }))
      }
    }
    self.votes = votes
  }

  /// The result, and the leg that explains it best.
  private func words(_ tally: Tally) -> String {
    guard let result = tally.computed.text(.en) else {
      let reason = tally.computed.reason.map { tally.words(for: $0).en } ?? "no reason"
      return "unknown: \(reason)"
    }
    guard tally.computed.elected == nil else { return result }
    let leg = tally.tellingLeg() ?? tally.legs.first
    return leg.map { "\(result): \($0.explanation.en)" } ?? result
  }

  @Test func `there are more than forty, each with a row and a vote`() {
    #expect(rows.count > 40)
    #expect(rows.map(\.number) == Array(1...rows.count), "the rows are counted through")
    #expect(Set(rows.map(\.number)) == Set(votes.keys))
  }

  @Test func `what a row says is ours is what the program says`() throws {
    var judged = page.text
    for row in rows {
      let tally = try #require(votes[row.number]).tally
      var cells = row.cells
      cells[5] = words(tally)
      judged = judged.replacing(row.line, with: "| " + cells.joined(separator: " | ") + " |")
    }
    try Golden.expect(judged, matches: Self.path)
  }

  @Test func `what a row says is printed is the written result of its vote`() throws {
    for row in rows {
      let vote = try #require(votes[row.number]).tally.vote
      let written = try #require(vote.writtenResult, "row \(row.number) has no result")
      var words = ([written.result.word(.en)] + [written.names.joined(separator: ", ")])
        .filter { !$0.isEmpty }.joined(separator: " ")
      if !written.alternates.isEmpty {
        words += "; alternates " + written.alternates.joined(separator: ", ")
      }
      #expect(row.printed == words, "row \(row.number)")
    }
  }

  @Test func `every number of a vote is printed in its row`() throws {
    func numbers(_ text: String) -> Set<String> {
      Set(text.matches(of: /[0-9]+(?:\.[0-9]+)?/).map { String($0.output) })
    }
    for row in rows {
      let fields = try #require(votes[row.number]).text.split(separator: "\n").filter {
        $0.hasPrefix("- ") && !$0.hasPrefix("- rule:") && !$0.hasPrefix("- 规则:")
      }
      let printed = numbers(row.figures.replacing(",", with: ""))
      let unprinted = numbers(fields.joined(separator: "\n")).subtracting(printed)
      #expect(unprinted.isEmpty, "row \(row.number) does not print \(unprinted.sorted())")
    }
  }

  @Test func `where the printed result is not ours, page and row say so`() throws {
    let differing = try rows.filter { row in
      let tally = try #require(votes[row.number]).tally
      return tally.contradictsWritten || tally.computed.result == nil
    }
    for row in differing { #expect(row.note.count > 20, "row \(row.number) does not say why") }
    let sentence = try #require(page.text.firstMatch(of: /is not ours in the rows ([^:]+):/))
    let named = sentence.output.1.matches(of: /[0-9]+/).compactMap { Int($0.output) }
    #expect(named == differing.map(\.number))
  }

  @Test func `no rule and no figure on the page is a mistake`() throws {
    let folder = try page.writtenHall()
    defer { try? FileManager.default.removeItem(at: folder) }
    let answer = CommandTable.answer(["check"], in: Repository.context(in: folder))
    let errors = answer.output.split(separator: "\n").filter { $0.contains(": error: ") }
    let contradicted = votes.values.filter(\.tally.contradictsWritten)
    #expect(errors.count == contradicted.count, "\(answer.output)")
    #expect(errors.allSatisfy { $0.hasSuffix("[vote-result]") }, "\(answer.output)")
  }
}
