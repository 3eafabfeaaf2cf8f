import HallModel
import HallSyntax
import TestSupport
import Testing

/// What `docs/days.md` says of words for days, hours and lengths.
@Suite("The page of days in words")
struct DaysPageTests {
  private struct Row {
    let words: [String]
    let meaning: String
  }

  /// The rows of the table below a heading.
  private func rows(below heading: String) throws -> [Row] {
    let page = try Repository.text("docs/days.md")
    let lines = page.split(separator: "\n").drop { $0 != "## " + heading }.dropFirst()
    return lines.prefix { !$0.hasPrefix("## ") }.filter { $0.hasPrefix("| `") }.map { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      let words = cells[1].split(separator: "`").map(String.init)
        .enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
      return Row(words: words, meaning: Slice(cells[2]).trimmed.string)
    }
  }

  @Test("each word for a day means the day of its row")
  func days() throws {
    let calendar = "---\n议事厅: 试厅\n---\n\n## 日历\n\n- 休: 2026-01-01 至 2026-01-03\n- 班: 2026-01-04\n"
    let charter = Charter(
      document: Document(path: "hall.md", kind: .hall, bytes: Array(calendar.utf8)))
    let today = try Day(reading: Slice("2025-12-01"))
    let words = DateWords(today: today, sense: .due, charter: charter)
    let rows = try rows(below: "Days")
    #expect(rows.count > 15)
    for row in rows {
      for text in row.words {
        let day = try words.day(text).iso
        #expect(row.meaning.isEmpty || day == row.meaning, "\(text)")
      }
    }
  }

  @Test("each word for an hour means the hour of its row")
  func hours() throws {
    let rows = try rows(below: "Hours")
    #expect(rows.count > 3)
    for row in rows {
      for text in row.words { #expect(HourWords.written(text) == row.meaning, "\(text)") }
    }
  }

  @Test("each length means the minutes of its row")
  func lengths() throws {
    let rows = try rows(below: "How long")
    #expect(rows.count > 2)
    for row in rows {
      for text in row.words {
        #expect(try Minutes(reading: Slice(text)).text(.zh) == row.meaning, "\(text)")
      }
    }
  }
}
