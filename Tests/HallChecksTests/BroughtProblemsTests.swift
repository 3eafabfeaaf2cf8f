import HallChecks
import HallModel
import HallSyntax
import Testing

/// Problems that a new state of a hall introduces, and those caused only by its roster.
@Suite("Errors in held minutes that only a new roster causes stop nobody")
struct BroughtProblemsTests {
  /// A second 钱七: it is no longer known whose vote 钱七's is.
  private static let grown = Sample.hall + "\n| 钱七 | 居民 | 9-9-901 | 70.00 |  |"
  private static let vote = Sample.vote(["规则: 委员会", "方式: 记名", "同意: 张三、钱七"])
  private static let minutes = Sample.meeting(item: vote)

  private func state(
    _ charter: String, _ minutes: String?, ballots: [String: String] = [:]
  ) throws -> BroughtProblems.State {
    func document(_ path: String, _ kind: Document.Kind, _ text: String) -> Document {
      Document(path: path, kind: kind, bytes: Array(text.utf8))
    }
    let hall = Hall(
      charter: Charter(document: document("hall.md", .hall, charter)),
      documents: minutes.map { [document(meetingPath, .meeting, $0)] } ?? [],
      ballotBooks: Dictionary(
        uniqueKeysWithValues: ballots.map {
          ($0, BallotBook(document: document($0, .ballots, $1), digest: ""))
        }))
    return (hall, Checker.problems(in: hall, today: try today))
  }

  private var today: Day { get throws { try Day(reading: Slice("2025-12-01")) } }

  private func brought(
    _ new: BroughtProblems.State, after earlier: BroughtProblems.State...
  ) throws -> BroughtProblems {
    BroughtProblems(
      new.problems.filter { $0.severity == .error }, of: new.hall, after: earlier, today: try today)
  }

  @Test("they are a warning at the roster, with the minutes' name")
  func byRoster() throws {
    let brought = try brought(
      state(Self.grown, Self.minutes), after: state(Sample.hall, Self.minutes))
    #expect(brought.errors.map(\.id) == [])
    let warning = try #require(brought.byRoster.first)
    #expect(brought.byRoster.count == 1)
    #expect(warning.id == "ambiguous-name" && warning.severity == .warning)
    #expect(warning.path == "hall.md" && Sample.hall.utf8.count > warning.range.lowerBound)
    #expect(warning.message.zh.contains("还没有确认的 M-2025-001：名册里有 2 位表决人叫「钱七」"))
    #expect(warning.message.en.contains("in M-2025-001, which is held and not approved: '钱七'"))
  }

  @Test("two of a kind are reported once, with their number")
  func severalOfAKind() throws {
    let text = Self.minutes + "\n" + Self.vote.replacing("换灯", with: "换门")
    let brought = try brought(state(Self.grown, text), after: state(Sample.hall, text))
    #expect(brought.errors.isEmpty && brought.byRoster.count == 1)
    #expect(brought.byRoster.first?.message.zh.hasSuffix("（这样的共 2 处）") == true)
  }

  @Test("errors from a change of the minutes stop, whatever changed in the roster")
  func ownChange() throws {
    let before = Self.minutes.replacing("张三、钱七\n", with: "张三\n").replacing(
      "同意: 张三、钱七", with: "同意: 张三")
    let brought = try brought(state(Self.grown, Self.minutes), after: state(Sample.hall, before))
    #expect(brought.errors.map(\.id) == ["ambiguous-name"] && brought.byRoster.isEmpty)
  }

  @Test("errors in minutes that are not held yet, or are new, stop")
  func notHeld() throws {
    let voting = Sample.meeting(item: Self.vote, status: "投票中")
    #expect(
      try brought(state(Self.grown, voting), after: state(Sample.hall, voting)).errors.count == 1)
    #expect(
      try brought(state(Self.grown, Self.minutes), after: state(Sample.hall, nil)).errors.count == 1
    )
    #expect(try brought(state(Self.grown, Self.minutes)).errors.count == 1)
  }

  @Test("earlier errors are known, and errors from other changes of hall.md stop")
  func otherCauses() throws {
    let known = try brought(
      state(Self.grown + "\n", Self.minutes), after: state(Self.grown, Self.minutes))
    #expect(known.errors.isEmpty && known.byRoster.isEmpty && known.before == 1)
    // The party no longer votes, after the same change that adds a person to the roster.
    let parties = "\n## 各方\n- 居民: 列席\n- 物业: 表决\n- 社区: 召集"
    let brought = try brought(
      state(Sample.hall + "\n| 郭一 | 居民 |  |  |  |" + parties, Self.minutes),
      after: state(Sample.hall, Self.minutes))
    #expect(Set(brought.errors.map(\.id)).contains("vote-entitled"))
    #expect(brought.byRoster.isEmpty)
  }

  @Test("errors from a damaged history stop, though they are reported at the minutes")
  func otherFindings() throws {
    let new = try state(Self.grown, Self.minutes)
    let minutes = try #require(new.hall.meetings.first).document
    let damage = Problem(
      id: "content", severity: .error, path: meetingPath, range: 0..<1,
      message: Phrase(zh: "历史不符", en: "not what the history has"), in: minutes)
    let brought = try brought(
      (new.hall, new.problems + [damage]), after: state(Sample.hall, Self.minutes))
    #expect(brought.errors.map(\.id) == ["content"] && brought.byRoster.count == 1)
  }

  @Test("a merge of one side's roster and the other's minutes is not stopped")
  func merge() throws {
    let brought = try brought(
      state(Self.grown, Self.minutes), after: state(Sample.hall, Self.minutes),
      state(Self.grown, nil))
    #expect(brought.errors.isEmpty && brought.byRoster.count == 1)
  }

  @Test("errors in a ballot file belong to the minutes that refer to it")
  func ballots() throws {
    let path = "private/M-2025-001-1.md"
    let digest = String(repeating: "0", count: 64)
    let text = Sample.meeting(
      item: Sample.vote(["规则: 委员会", "方式: 记名", "票册: \(path) sha256:\(digest)"]))
    let book = [path: "| 姓名 | 意见 |\n| --- | --- |\n| 张三 | 同意 |\n| 钱七 | 同意 |\n"]
    func ambiguous(_ problems: [Problem]) -> [String] {
      problems.filter { $0.id == "ambiguous-name" }.map(\.path)
    }
    let new = try state(Self.grown, text, ballots: book)
    #expect(ambiguous(new.problems) == [path], "the ballots have the problem")
    let brought = try brought(new, after: state(Sample.hall, text, ballots: book))
    #expect(ambiguous(brought.errors) == [] && ambiguous(brought.byRoster) == ["hall.md"])
  }
}
