import HallHistory
import HallModel
import HallStore
import HallSyntax
import Synchronization
import Testing

/// What `hall.md` said at an approval, according to the histories of both.
@Suite("The charter at an approval")
struct PastChartersTests {
  private static let path = "agendas/M-2025-008.md"

  private func minutes(_ body: String = "", status: String = "已确认") -> String {
    "---\n会议: M-2025-008\n状态: \(status)\n---\n\n# 会\n\n\(body)\n"
  }

  /// How many people the roster had at the approval, or why it is not known.
  private func people(_ temporary: TemporaryHall) throws -> String {
    let hall = try temporary.hall.load().hall
    let meeting = try #require(hall.meetings.first)
    switch hall.charterAtApproval(of: meeting) {
    case .known(let past): return "\(past.charter.roster.rows.count)"
    case .unknown(let reason): return reason.rawValue
    }
  }

  /// A hall whose roster grows by one each month, and minutes with the given revisions.
  private func hall(
    _ revisions: [(text: String, day: String, kind: Revision.Kind?)]
  ) throws -> TemporaryHall {
    let temporary = try TemporaryHall()
    var charter = WrittenHistory("hall.md")
    for month in 1...9 { charter.add(charterText(month), at: "0\(month)-01") }
    try temporary.write(charter)
    var history = WrittenHistory(Self.path)
    for revision in revisions {
      history.add(revision.text, at: revision.day, kind: revision.kind)
    }
    try temporary.write(history)
    return temporary
  }

  @Test("amendments and progress do not move the approval")
  func amended() throws {
    let held = minutes(status: "已召开")
    let temporary = try hall([
      (held, "02-10", nil), (minutes(), "03-10", nil), (minutes("改"), "05-10", .amendment),
      (minutes("改\n\n## 各方签字\n"), "06-10", .progress),
    ])
    #expect(try people(temporary) == "3")
  }

  @Test("of two approvals the one in force counts, even if an older text was restored")
  func approvedAgain() throws {
    let held = minutes(status: "已召开")
    let temporary = try hall([
      (minutes(), "03-10", nil), (held, "04-10", .amendment), (minutes(), "06-10", nil),
    ])
    #expect(try people(temporary) == "6")
    let open = try hall([(minutes(), "03-10", nil), (held, "04-10", .amendment)])
    #expect(try people(open) == "notApproved")
  }

  @Test("a revision that does not declare an amendment does not move it either")
  func mislabelled() throws {
    let temporary = try hall([
      (minutes(), "03-10", nil), (minutes("改"), "05-10", nil), (minutes("再改"), "06-10", nil),
    ])
    #expect(try people(temporary) == "3")
    // Other lines of the front matter are not an approval.
    let longer = minutes().replacing("状态", with: "地点: 楼下\n状态")
    let front = try hall([(minutes(), "03-10", nil), (longer, "05-10", .amendment)])
    #expect(try people(front) == "3")
  }

  @Test("missing knowledge is reported")
  func unknown() throws {
    let early = try hall([(minutes(), "03-10", nil)])
    var late = WrittenHistory("hall.md")
    late.add(charterText(7), at: "07-01")
    try early.write(late)
    #expect(try people(early) == "beginsLater")
    try early.remove("history/hall.md")
    #expect(try people(early) == "noHistory")
    let damaged = String(decoding: late.bytes, as: UTF8.self).replacing("* by", with: "* of")
    try early.write("history/hall.md", damaged)
    #expect(try people(early) == "unreadable")
    let unrecorded = try hall([(minutes(status: "已召开"), "03-10", nil)])
    try unrecorded.write(Self.path, minutes())
    #expect(try people(unrecorded) == "notApproved")
    try unrecorded.remove("history/M-2025-008.md")
    #expect(try people(unrecorded) == "notApproved")
  }

  @Test("an edit of hall.md that is not recorded, and a private roster, are not part of it")
  func onlyHistory() throws {
    let temporary = try hall([(minutes(), "09-10", nil)])
    try temporary.write("hall.md", charterText(20))
    try temporary.write("private/roster.md", "| 姓名 | 方 |\n| --- | --- |\n| 外 | 居民 |\n")
    #expect(try people(temporary) == "9")
  }

  @Test("the present text is not rebuilt, and each other text only once")
  func rebuiltOnce() throws {
    let temporary = try hall([(minutes(), "09-10", nil)])
    let hall = try temporary.hall.load().hall
    let meeting = try #require(hall.meetings.first)
    let past = try #require(hall.charterAtApproval(of: meeting).known)
    #expect(past.document === hall.charter.document)
    #expect(past.approval == 1)
    #expect(past.revision == 9)
    let same = try #require(hall.charterAtApproval(of: meeting).known)
    #expect(same.charter === past.charter)
  }

  @Test("if clocks were wrong or histories were joined, the chain decides what was there")
  func joined() throws {
    var charter = WrittenHistory("hall.md")
    charter.add(charterText(1), at: "01-01")
    charter.add(charterText(2), at: "12-01")  // A clock that was wrong.
    charter.add(charterText(3), at: "03-01")
    let was = charter.place(of: 3)
    charter.add(charterText(4), at: "02-01", was: was)  // Came in from elsewhere.
    charter.add(charterText(5), at: "06-01")
    charter.add(charterText(6), at: "03-05", was: was)  // Came in after newer ones.
    let temporary = try hall([(minutes(), "03-10", nil)])
    try temporary.write(charter)
    let hall = try temporary.hall.load().hall
    let meeting = try #require(hall.meetings.first)
    let past = try #require(hall.charterAtApproval(of: meeting).known)
    #expect(past.revision == 4)
    // The person who approved may not have had what came in, or may have had what came in later.
    #expect(past.others.map(\.roster.rows.count) == [3, 5])
  }

  @Test("whether a change in the second of the approval was known then is uncertain")
  func sameSecond() throws {
    let temporary = try hall([(minutes(), "05-01", nil)])
    let hall = try temporary.hall.load().hall
    let meeting = try #require(hall.meetings.first)
    let past = try #require(hall.charterAtApproval(of: meeting).known)
    #expect(past.revision == 5)
    #expect(past.others.map(\.roster.rows.count) == [4])
  }

  @Test("a long history of both is read as fast as one of its texts is rebuilt")
  func long() throws {
    var charter = WrittenHistory("hall.md")
    var history = WrittenHistory(Self.path)
    history.add(minutes(), at: "05-15")
    for number in 1...1000 {
      let month = number * 12 / 1001 + 1
      charter.add(charterText(number % 40 + 1), at: (month < 10 ? "0" : "") + "\(month)-01")
      history.add(minutes("第 \(number) 次"), at: "06-01", kind: .amendment)
    }
    let temporary = try TemporaryHall()
    try temporary.write(charter)
    try temporary.write(history)
    let hall = try temporary.hall.load().hall
    let meeting = try #require(hall.meetings.first)
    let time = ContinuousClock().measure { _ = hall.charterAtApproval(of: meeting) }
    #expect(time < .seconds(2))
    let last = 1001 * 5 / 12
    #expect(try people(temporary) == "\(last % 40 + 1)")
  }

  @Test("many questions are answered at once, without repeated or needless work")
  func work() {
    let asked = Mutex<[String]>([])
    let past = PastCharters { questions in
      asked.withLock { $0 += questions.map(\.name) }
      return questions.map { _ in .unknown(.noHistory) }
    }
    let questions = ["M-2025-001", "M-2025-002"].map { PastCharters.Question($0) }
    past.prepare(questions)
    for question in questions { _ = past.charter(question) }
    past.prepare(questions)
    _ = past.charter(PastCharters.Question("M-2025-003"))
    #expect(asked.withLock { $0 } == ["M-2025-001", "M-2025-002", "M-2025-003"])
  }
}
