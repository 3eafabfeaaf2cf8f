import HallModel
import HallSyntax
import HallWords
import Testing

@testable import HallWork

/// One matter from the first call to the visit, by somebody who has no command line.
@Suite("One matter on a session")
struct OneMatterTests {
  private let work: WorkHall

  init() throws { work = try WorkHall() }

  private func stage() throws -> Stage {
    let hall = try work.hall()
    let matter = try #require(hall.matters.first)
    return hall.state(of: matter, on: nil).stage
  }

  @Test("its steps, each an act")
  func steps() throws {
    let session = try work.session()
    var found = AddMatter("2号楼顶层漏雨")
    found.source = "居民反映"
    try session.perform(found)
    #expect(try stage() == .collected)

    var plan = NoteMatter("Q-2025-001", "局部修补")
    plan.step = "方案"
    try session.perform(plan)
    #expect(try stage() == .proposed)

    var whistle = SummonUnits(["职能部门/市政排水"], to: "Q-2025-001")
    whistle.by = SpokenDay("3个工作日", called: "--respond-by")
    try session.perform(whistle)
    #expect(try stage() == .summoned)

    var agenda = DraftAgenda("漏雨协商会", on: SpokenDay("2025-12-01", called: "--on"))
    agenda.matters = ["Q-2025-001"]
    try session.perform(agenda)
    var came = NoteAttendance(at: "M-2025-001")
    came.given.present = ["张三、钱七", "王五"]
    try session.perform(came)
    #expect(try stage() == .deliberated)

    var vote = GivenVote(rule: "居民会议")
    vote.lines = [
      VoteLine(.entitled, "2", called: "--entitled"), VoteLine(.votesFor, "2", called: "--for"),
      VoteLine(.against, "0", called: "--against"),
    ]
    let counted = try session.perform(
      RecordVote(["M-2025-001#1", "局部修补"], vote))
    #expect(counted.tally?.outcome.result == .carried)
    try session.perform(AddDecision(["M-2025-001#1", "先做局部修补"]))
    #expect(try stage() == .implementing)

    var task = GivenTask("修补屋面", under: "M-2025-001-D1")
    task.lead = "社区/王五"
    task.due = SpokenDay("12-10", called: "--due")
    try session.perform(AddTask(task))
    try session.perform(FinishTask("Q-2025-001-T1"))
    var begun = NoteMatter("Q-2025-001", "进场施工")
    begun.step = "落实"
    try session.perform(begun)
    #expect(try stage() == .implementing)

    try session.perform(FinishTask("M-2025-001-T1"))
    let closed = try session.perform(CloseMatter("Q-2025-001", solved: "试水不漏"))
    #expect(try stage() == .closed)
    #expect(closed.recorded.map(\.place.name) == ["Q-2025-001"])

    var visit = FinishTask("Q-2025-001-T2")
    visit.result = "满意"
    try session.perform(visit)
    #expect(try stage() == .revisited)
  }

  @Test("what is not said is an open question; the act is made again with the reply")
  func question() throws {
    try work.session().perform(AddMatter("路灯不亮"))
    var session = try work.session(asks: true)
    let whistle = SummonUnits(["职能部门/路灯所"], to: "Q-2025-001")
    let open = #expect(throws: Refusal.self) { try session.perform(whistle) }
    let question = try #require(open?.question)
    #expect(question.kind == .words)
    #expect(try work.text("matters/Q-2025-001.md").contains("吹哨") == false)

    session.replies[question] = .words("3个工作日")
    let step = try session.perform(whistle)
    #expect(step.recorded.count == 1)
    #expect(try work.text("matters/Q-2025-001.md").contains("期限: 2025-12-04"))
  }

  @Test("nobody there to be asked: it is refused, and nothing is written")
  func unasked() throws {
    let session = try work.session()
    try session.perform(AddMatter("路灯不亮"))
    let before = try work.text("matters/Q-2025-001.md")
    let refused = #expect(throws: Refusal.self) {
      try session.perform(SummonUnits(["职能部门/路灯所"], to: "Q-2025-001"))
    }
    #expect(refused?.question == nil)
    #expect(refused?.message.zh.contains("最晚哪天") == true)
    #expect(try work.text("matters/Q-2025-001.md") == before)
  }

  @Test("a no leaves everything as it was; a yes does it", arguments: [Reply.declined, .consent])
  func consent(_ reply: Reply) throws {
    try work.session().perform(AddMatter("2号楼顶层漏雨"))
    var session = try work.session(asks: true)
    let again = AddMatter("2号楼顶层漏雨了")
    let open = #expect(throws: Refusal.self) { try session.perform(again) }
    let question = try #require(open?.question)
    #expect(question.shown.contains { $0.zh.contains("Q-2025-001") })

    session.replies[question] = reply
    let step = try session.perform(again, saying: "", "").step
    #expect(step.recorded.isEmpty == (reply == .declined))
    #expect(try work.hall().matters.count == (reply == .declined ? 1 : 2))
  }

  @Test("a dry run says what would be recorded and writes nothing")
  func dryRun() throws {
    var session = try work.session()
    session.isDryRun = true
    let step = try session.perform(AddMatter("路灯不亮"))
    #expect(step.isPlan)
    #expect(step.recorded.diffs.contains("+# 路灯不亮"))
    #expect(try work.hall().matters.isEmpty)
  }

  @Test("a reply about a text that has changed since changes nothing")
  func changedMeanwhile() throws {
    try work.session().perform(AddMatter("路灯不亮"))
    var session = try work.session(asks: true)
    let whistle = SummonUnits(["职能部门/路灯所"], to: "Q-2025-001")
    let open = #expect(throws: Refusal.self) { try session.perform(whistle) }
    session.replies[try #require(open?.question)] = .words("3个工作日")

    try work.session().perform(NoteMatter("Q-2025-001", "有人又来问"))
    let before = try work.text("matters/Q-2025-001.md")
    let refused = #expect(throws: Refusal.self) { try session.perform(whistle) }
    #expect(refused?.kind == .changedMeanwhile)
    #expect(try work.text("matters/Q-2025-001.md") == before)
    // Asked about the text as it is now, it goes on.
    #expect(try session.perform(whistle).recorded.count == 1)
  }
}
