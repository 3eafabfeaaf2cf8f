import HallModel
import HallWork
import HallWords
import TestSupport
import Testing

@Suite("Approved minutes keep no hints of a template")
struct TemplateHintsTests {
  private static let path = "agendas/M-2025-001.md"

  @Test("hints of a template are no part of approved minutes, and what somebody wrote stays")
  func hints() throws {
    let work = try WorkHall()
    var act = DraftAgenda("协商会", on: SpokenDay("2025-11-20", called: "--on"))
    act.template = "三方协商"
    act.items = ["路灯"]
    try work.session().perform(act)
    let draft = try work.text(Self.path)
    #expect(draft.contains("给记录人的提示"))
    try work.edit(Self.path, "状态: 拟定", "状态: 已召开")
    try work.edit(Self.path, "## 议程\n", "<!-- 老王写的 -->\n\n## 议程\n")
    let step = try work.session().perform(ApproveMinutes(of: "M-2025-001"))
    let text = try work.text(Self.path)
    #expect(!text.contains("给记录人的提示"))
    #expect(text.contains("<!-- 老王写的 -->\n\n## 议程\n"))
    #expect(!text.contains("\n\n\n"))
    #expect(step.details.contains { $0.hasPrefix("  去掉了模板里给记录人的提示") })
  }
}
