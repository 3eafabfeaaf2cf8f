import HallModel
import HallWork
import HallWords
import TestSupport
import Testing

@Suite("A meeting is called, on a session")
struct AgendaActTests {
  private static let path = "agendas/M-2025-001.md"

  private func drafted(_ title: String, on day: String? = nil) -> DraftAgenda {
    DraftAgenda(title, on: day.map { SpokenDay($0, called: "--on") })
  }

  @Test("the hours may be said with the day")
  func hours() throws {
    let work = try WorkHall()
    let step = try work.session().perform(drafted("例会", on: "下周四下午两点半"))
    #expect(step.did.zh == "已拟 M-2025-001：例会 2025-12-11 周四 14:30")
    #expect(try work.text(Self.path).contains("时间: 2025-12-11 14:30\n"))
    var twice = drafted("例会", on: "下周四下午两点半")
    twice.at = "3点"
    #expect(
      try work.session().refusal(of: twice).message.zh == "几点开会写了两个：14:30 和 15:00")
    var postponed = PostponeMeeting("M-2025-001")
    postponed.on = SpokenDay("12月18日上午九点", called: "--on")
    try work.session().perform(postponed)
    #expect(try work.text(Self.path).contains("时间: 2025-12-18 09:00\n"))
    postponed.on = SpokenDay("12-19", called: "--on")
    try work.session().perform(postponed)
    #expect(try work.text(Self.path).contains("时间: 2025-12-19 09:00\n"))
  }

  @Test("when, where and what are asked of a person, and only the day is needed")
  func asked() throws {
    let work = try WorkHall()
    let (_, asked) = try work.session(asks: true)
      .perform(drafted("例会"), saying: "下周四", "下午两点半到四点", "二楼", "路灯；垃圾")
    #expect(asked.map { String($0.prefix { $0 != "（" }) } == ["哪天开会", "几点开", "在哪里开", "议什么"])
    let text = try work.text(Self.path)
    #expect(text.contains("时间: 2025-12-11 14:30-16:00\n地点: 二楼\n"))
    #expect(text.contains("### 1. 路灯\n") && text.contains("### 2. 垃圾\n"))
    let (_, rest) = try work.session(asks: true).perform(drafted("再会", on: "12-12 9点"))
    #expect(rest.count == 2)
    #expect(try work.session().refusal(of: drafted("例会")).message.zh == "还没有写哪天开会")
  }
}
