import HallChecks
import HallModel
import HallSyntax
import Testing

/// A problem stays the same wherever it moves and whatever else its message says.
struct KnownProblemsTests {
  private func problems(
    _ meeting: String, path: String = meetingPath, hall: String = Sample.hall
  ) throws -> [Problem] {
    let charter = Charter(
      document: Document(path: "hall.md", kind: .hall, bytes: Array(hall.utf8)))
    let document = Document(path: path, kind: .meeting, bytes: Array(meeting.utf8))
    let today = try Day(reading: Slice("2025-12-01"))
    return Checker.problems(in: Hall(charter: charter, documents: [document]), today: today)
  }

  /// The checks of the new problems in the second text.
  private func new(
    from old: String, to new: String, oldHall: String = Sample.hall, hall: String = Sample.hall
  ) throws -> [String] {
    KnownProblems(try problems(old, hall: oldHall)).new(in: try problems(new, hall: hall)).map(\.id)
  }

  private static let wrong = [
    "duplicate-id": "- [ ] T1 甲\n  - 负责: 物业/赵六\n  - 期限: 长期\n- [ ] T1 乙\n  - 负责: 物业/赵六\n  - 期限: 长期",
    "duplicate-key": "- 结论: 达成一致\n- 结论: 下次再议",
    "vote-twice": Sample.vote(["规则: 委员会", "同意: 张三、钱七", "反对: 张三"]),
    "vote-result": Sample.vote(["规则: 委员会", "同意: 张三、钱七", "结果: 未通过"]),
    "task-fields": "- [ ] T1 换灯\n  - 期限: 长期",
    "value": "- [ ] T1 换灯\n  - 负责: 物业/赵六\n  - 期限: 下个月",
    "decision-basis": "#### 决议 D1: 换灯",
    "unknown-person": "- 提出: 居民/陌生人",
    "unknown-key": "- [ ] T1 换灯\n  - 负则: 物业/赵六\n  - 期限: 长期",
  ]

  @Test(arguments: wrong.keys.sorted())
  func aProblemIsTheSameWhereLinesAreAddedAboveIt(check: String) throws {
    let item = try #require(KnownProblemsTests.wrong[check])
    let before = Sample.meeting(item: item)
    #expect(try problems(before).contains { $0.id == check }, "the text has the problem")
    let moved = before.replacing("# 协商会\n", with: "# 协商会\n\n一段话。\n\n再一段。\n\n")
    #expect(try new(from: before, to: moved) == [])
    #expect(try new(from: moved, to: before) == [])
  }

  @Test(arguments: wrong.keys.sorted())
  func theSameMistakeInAnotherItemIsNew(check: String) throws {
    let item = try #require(KnownProblemsTests.wrong[check])
    let here = Sample.meeting(item: item) + "\n### 2. 电梯\n"
    let there = Sample.meeting(item: "") + "\n### 2. 电梯\n" + item
    #expect(try new(from: here, to: there).contains(check))
  }

  @Test(arguments: wrong.keys.sorted())
  func theSameMistakeOnceMoreIsNew(check: String) throws {
    let item = try #require(KnownProblemsTests.wrong[check])
    let once = Sample.meeting(item: item)
    let count = try problems(once).count { $0.id == check }
    let twice = once + "\n### 2. 电梯\n" + item
    #expect(try new(from: once, to: twice).count { $0 == check } >= count)
  }

  @Test func theLanguageOfTheKeysDoesNotMakeAnotherProblem() throws {
    let chinese = Sample.meeting(item: "- [ ] T1 换灯\n  - 负责: 物业/赵六\n  - 期限: 下个月")
    #expect(try new(from: chinese, to: chinese.replacing("期限", with: "due")) == [])
  }

  @Test func aFigureThatIsOnlyMentionedDoesNotMakeAnotherProblem() throws {
    let vote = Sample.meeting(item: Sample.vote(["规则: 委员会", "同意: 王芳"]))
    let more = Sample.hall + "\n| 王芳 | 居民 | 3-2-601 | 95.20 |  |"
    #expect(try problems(vote).contains { $0.id == "ambiguous-name" })
    #expect(try !new(from: vote, to: vote, hall: more).contains("ambiguous-name"))
  }

  @Test func aFigureThatIsItselfWrongMakesAnotherProblem() throws {
    func vote(_ votes: Int) -> String {
      Sample.meeting(item: Sample.vote(["规则: 委员会", "实到: 3人", "同意: \(votes)人"]))
    }
    #expect(try new(from: vote(4), to: vote(5)) == ["vote-count"])
    #expect(try new(from: vote(4), to: vote(4)) == [])
  }

  @Test func anotherValueThatCannotBeReadIsAnotherProblem() throws {
    func task(_ due: String) -> String {
      Sample.meeting(item: "- [ ] T1 换灯\n  - 负责: 物业/赵六\n  - 期限: \(due)")
    }
    #expect(try new(from: task("下个月"), to: task("明年")) == ["value"])
  }

  @Test func aNumberedThingKeepsItsProblemsUnderAnotherTitle() throws {
    let before = Sample.meeting(item: "- [ ] T1 换灯")
    #expect(try new(from: before, to: before.replacing("换灯", with: "换楼道灯")) == [])
  }

  @Test func twoProblemsOfOneCheckAtOnePlaceAreTwo() throws {
    let both = Sample.meeting(item: "- [ ] T1 换灯")
    let noLead = Sample.meeting(item: "- [ ] T1 换灯\n  - 期限: 长期")
    let noDay = Sample.meeting(item: "- [ ] T1 换灯\n  - 负责: 物业/赵六")
    #expect(try new(from: noLead, to: noDay) == ["task-fields"])
    #expect(try new(from: noLead, to: both) == ["task-fields"])
    #expect(try new(from: both, to: noLead) == [])
  }

  @Test func inAMergeTheProblemsOfEitherStateAreKnown() throws {
    let one = try problems(Sample.meeting(item: "- [ ] T1 换灯\n  - 期限: 长期"))
    let other = try problems(Sample.meeting(item: "- [ ] T1 换灯\n  - 负责: 物业/赵六"))
    var known = KnownProblems(one)
    known.formUnion(other)
    let both = try problems(Sample.meeting(item: "- [ ] T1 换灯"))
    #expect(known.new(in: both).isEmpty)
    #expect(known.new(in: both + both).count == both.count)
  }

  @Test func anErrorThatWasAWarningIsNewAndNotTheOtherWayRound() {
    func problem(_ severity: Problem.Severity) -> Problem {
      Problem(
        id: "x", severity: severity, path: "a.md", range: 0..<0, message: Phrase(zh: "", en: ""))
    }
    #expect(KnownProblems([problem(.warning)]).new(in: [problem(.error)]).count == 1)
    #expect(KnownProblems([problem(.error)]).new(in: [problem(.warning)]).isEmpty)
    let both = [problem(.warning), problem(.error)]
    #expect(KnownProblems([problem(.error)]).new(in: both).count == 1)
  }
}
