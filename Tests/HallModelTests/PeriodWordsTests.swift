import HallModel
import HallSyntax
import Testing

/// Two days without a year.
@Suite("A period without written years")
struct PeriodWordsTests {
  private func period(
    _ first: String, _ last: String, _ sense: DateWords.PeriodSense, today: String
  ) throws -> String? {
    let charter = Charter(document: Document(path: "hall.md", kind: .hall, bytes: []))
    let day = try Day(reading: Slice(today))
    return try DateWords.period(from: first, to: last, sense, today: day, charter: charter)
      .map { $0.start.iso + " " + $0.end.iso }
  }

  @Test(
    "the voting period of a held meeting is over",
    arguments: [
      ("11-20", "11-27", "2025-09-25", "2025-12-01", "2025-11-20 2025-11-27"),
      ("11月20日", "11月27日", "2025-09-25", "2025-12-01", "2025-11-20 2025-11-27"),
      ("6-1", "6-9", "2025-06-10", "2025-12-01", "2025-06-01 2025-06-09"),
      ("12-28", "1-5", "2025-12-20", "2026-01-10", "2025-12-28 2026-01-05"),
      // Said in the meeting about something that begins after it.
      ("12-05", "12-12", "2025-12-01", "2025-12-01", "2025-12-05 2025-12-12"),
      ("明天", "3天后", "2025-12-01", "2025-12-01", "2025-12-02 2025-12-04"),
    ])
  func held(first: String, last: String, meeting: String, today: String, expected: String) throws {
    let day = try Day(reading: Slice(meeting))
    #expect(try period(first, last, .before(meeting: day), today: today) == expected)
  }

  @Test(
    "that of a future meeting is in the future, or in progress",
    arguments: [
      ("12-28", "1-5", "2025-12-01", "2025-12-28 2026-01-05"),
      ("11-20", "12-10", "2025-12-01", "2025-11-20 2025-12-10"),
      ("2-1", "2-10", "2025-12-01", "2026-02-01 2026-02-10"),
      ("下周一", "周五", "2025-12-02", "2025-12-08 2025-12-12"),
      ("12-28", "8日", "2025-12-01", "2025-12-28 2026-01-08"),
      ("2025-12-20", "1-5", "2025-12-01", "2025-12-20 2026-01-05"),
    ])
  func ahead(first: String, last: String, today: String, expected: String) throws {
    #expect(try period(first, last, .ahead, today: today) == expected)
  }

  @Test("what a meeting decided begins after it")
  func after() throws {
    let day = try Day(reading: Slice("2025-09-25"))
    #expect(
      try period("9-26", "10-10", .after(day), today: "2025-12-01") == "2025-09-26 2025-10-10")
    #expect(try period("1-2", "1-20", .after(day), today: "2026-03-01") == "2026-01-02 2026-01-20")
  }
}
