import HallModel
import HallSyntax
import HallWords
import Testing

@testable import HallPages

@Suite("Forms that are filled in")
struct FormTests {
  private func content() -> FormContent {
    var content = FormContent(.zh)
    content.add("会议", "meeting", "车棚会")
    content.add("地点", "place", nil)
    content.add("任务", "tasks", blocks: [.table(Sheet.Table(["任务"], [["报价"]]))])
    return content
  }

  private func filled(_ text: String) throws -> String {
    let template = FormTemplate(path: "agendas/forms/x.md", bytes: Array(text.utf8))
    let sheet = Sheet("x", .zh, try template.filled(with: content()))
    return SheetText(sheet).text
  }

  @Test("what is known is filled in, and a line with something that is not known is left out")
  func filling() throws {
    #expect(
      try filled("# {{会议}}\n\n在{{地点}}开。\n{{meeting}} 的任务：\n\n{{任务}}\n")
        == "车棚会\n\n车棚会 的任务：\n\n任务：报价\n")
  }

  @Test("a place that nothing fills is named with its line and column, and the nearest name")
  func unknown() throws {
    let refusal = #expect(throws: Refusal.self) { _ = try filled("# 题\n\n开 {{会义}}\n") }
    let text = refusal?.text(.zh) ?? ""
    #expect(text.contains("agendas/forms/x.md:3:3 没有「{{会义}}」这一项"), "\(text)")
    #expect(text.contains("是不是「{{会议}}」") && text.contains("能用的有：会议、地点、任务"))
  }

  @Test("every form of the program is filled without a place left over", arguments: Form.allCases)
  func builtIn(form: Form) {
    for language in Language.allCases {
      let template = form.template(language)
      #expect(!template.isEmpty, "\(form) \(language)")
    }
  }

  @Test("nothing that somebody wrote is live in a page")
  func hostile() {
    let evil = "</style></title><script>alert(1)</script><img src=x onerror=alert(1)>\"'&\u{202E}"
    var table = Sheet.Table([evil], [[evil]], caption: evil)
    table.numbers = [0]
    let sheet = Sheet(
      evil, .zh,
      [
        .mark(evil), .title(evil), .heading(evil), .text(evil), .strong(evil),
        .prose(Array(("[x](javascript:alert(1)) " + evil).utf8)), .facts([Sheet.Fact(evil, evil)]),
        .list([evil]), .table(table), .lines([evil]), .boxes([evil]), .signature([evil]),
        .small(evil),
        .tear(evil),
      ])
    let html = String(decoding: SheetHTML(sheet).bytes, as: UTF8.self)
    #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("=\"javascript:"))
    #expect(html.matches(of: /<\/style>/).count == 1 && html.matches(of: /<\/title>/).count == 1)
    #expect(!html.contains("\u{202E}"))
  }

  @Test("a share is cut off and never rounded up")
  func shares() {
    #expect(Percentage.text(2, of: 3) == "66.66%" && Percentage.text(1, of: 1) == "100.00%")
    #expect(Percentage.text(92, of: 120) == "76.66%" && Percentage.text(1, of: 3000) == "0.03%")
  }
}
