import Agendas
import Foundation
import HallCommands
import HallSyntax
import Testing

@Suite("Agendas are drafted from templates")
struct AgendaTemplateTests {
  private static let english = """
    ---
    hall: Test hall
    language: en
    ---

    # Test hall

    """

  private static let calls = BuiltInTemplate.all.flatMap { template in
    Language.allCases.map { (template, $0) }
  }

  private func hall(_ language: Language) throws -> TestHall {
    language == .zh ? try TestHall([:]) : try TestHall([:], charter: Self.english)
  }

  @Test(
    "every template, filled in with a title and a day, gives an agenda without mistakes",
    arguments: calls.indices)
  func checked(index: Int) throws {
    let (template, language) = Self.calls[index]
    let hall = try hall(language)
    let name = language == .zh ? template.zh : template.en
    let answer = hall.write("new", "一次会 ABC", "--on", "2025-12-19", "--template", name)
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.errors == "")
    let text = hall.text("agendas/M-2025-001.md")
    #expect(!text.contains("{{") && !text.contains("}}"), "\(text)")
    #expect(text.contains("\n# 一次会 ABC\n"))
    #expect(!text.split(separator: "\n").contains { $0.hasSuffix(" ") })
    let check = hall.run("check")
    #expect(check.status == 0 && !check.output.contains("warning"), "\(check.output)")
  }

  @Test(
    "every template, filled in with every option, gives an agenda without mistakes",
    arguments: calls.indices)
  func filled(index: Int) throws {
    let (template, language) = Self.calls[index]
    let hall = try hall(language)
    try hall.write(
      Data(Self.matter.utf8), to: "matters/Q-2025-001.md")
    let answer = hall.write(
      "new", "一次会", "--on", "2025-12-19", "--at", "14:30-18:00", "--place", "二楼", "--chair", "李四",
      "--clerk", "王五", "--matter", "Q-2025-001", "--item", "车棚", "--template", template.zh)
    #expect(answer.status == 0 && answer.errors == "", "\(answer.errors)")
    let text = hall.text("agendas/M-2025-001.md")
    #expect(text.contains("二楼\n") && text.contains("李四\n") && text.contains("王五\n"))
    #expect(text.contains(". 楼下反水\n") && text.contains(": Q-2025-001\n"))
    #expect(text.contains(". 车棚\n"))
    let check = hall.run("check")
    #expect(check.status == 0 && !check.output.contains("warning"), "\(check.output)")
    // The hints are for the clerk, not for the notice board.
    let notice = hall.run("notice", "M-2025-001")
    #expect(notice.status == 0 && notice.errors == "")
    #expect(!notice.output.contains("<!--") && !notice.output.contains("提示"))
    #expect(!notice.output.contains("278"))
  }

  static let matter = """
    ---
    问题: Q-2025-001
    日期: 2025-03-02
    ---

    # 楼下反水

    """

  @Test(
    "a template has the same structure in both languages", arguments: BuiltInTemplate.all.indices)
  func twins(index: Int) {
    let template = BuiltInTemplate.all[index]
    func shape(_ bytes: [UInt8]) -> [String] {
      let document = Document(path: "agendas/M-2025-001.md", kind: .meeting, bytes: bytes)
      return document.nodes.filter { $0.kind != .blank && $0.kind != .prose }
        .map { "\($0.kind) \($0.keyword.map { "\($0)" } ?? "")" }
    }
    #expect(shape(template.textZH) == shape(template.textEN))
  }

  @Test("a hall's own templates add to the built-in ones or replace them")
  func own() throws {
    let hall = try TestHall([
      "agendas/templates/例会.md": "## 议程\n\n### 1. {{议题}}\n\n- 时长: 10分钟\n\n{{小区}}的事。\n",
      "agendas/templates/维修.md": "---\n地点: 楼下\n---\n\n# 修东西\n\n## 议程\n\n### 1. 看现场\n",
    ])
    let usual = hall.write(
      "new", "十二月例会", "--on", "2025-12-19", "--template", "例会", "--item", "车棚")
    #expect(usual.status == 0)
    #expect(usual.errors.contains("「小区」没有填"))
    #expect(
      hall.text("agendas/M-2025-001.md") == """
        ---
        会议: M-2025-001
        状态: 拟定
        时间: 2025-12-19
        记录: 王五
        ---

        # 十二月例会

        ## 议程

        ### 1. 车棚

        - 时长: 10分钟

        """)
    let filled = hall.write(
      "new", "例会", "--on", "2025-12-20", "--template", "例会", "--item", "车棚", "--fill", "小区=华建小区")
    #expect(filled.errors == "")
    #expect(hall.text("agendas/M-2025-002.md").hasSuffix("\n华建小区的事。\n"))
    #expect(hall.write("new", "修门", "--on", "2025-12-21", "--template", "repair").status == 0)
    let repair = hall.text("agendas/M-2025-003.md")
    #expect(repair.contains("\n# 修门\n\n## 议程\n\n### 1. 看现场\n"))
    #expect(repair.contains("地点: 楼下\n"))
    let list = hall.run("new", "--list-templates")
    #expect(list.status == 0)
    #expect(list.output.contains("例会        本议事厅的模板；可填 小区"))
    #expect(list.output.contains("维修        本议事厅的模板\n"))
  }

  @Test("an unreadable template does not stop the others from being used")
  func unreadable() throws {
    let hall = try TestHall([:])
    try hall.write(Data([0x61, 0xFF]), to: "agendas/templates/坏.md")
    try FileManager.default.createSymbolicLink(
      at: hall.folder.appending(path: "agendas/templates/维修.md"),
      withDestinationURL: URL(filePath: "/etc/passwd"))
    #expect(hall.write("new", "会", "--on", "2025-12-19", "--template", "调解").status == 0)
    let list = hall.run("new", "--list-templates")
    #expect(list.status == 0)
    #expect(list.output.contains("维修        本议事厅的模板；读不了\n"))
    #expect(list.output.contains("坏          本议事厅的模板；读不了\n"))
    let text = hall.write("new", "会", "--on", "2025-12-19", "--template", "坏")
    #expect(text.status == 2 && text.errors.contains("不是 UTF-8 文字"))
    let link = hall.write("new", "会", "--on", "2025-12-19", "--template", "维修")
    #expect(link.status == 2 && link.errors.contains("指向议事厅之外的链接"))
  }

  @Test("an unknown template or placeholder is refused, and the templates are listed")
  func unknown() throws {
    let answer = try TestHall([:]).write(
      "new", "会", "--on", "2025-12-19", "--template", "业主大汇")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("没有「业主大汇」这个模板，可以用：普通、三方协商、业主大会"))
    #expect(answer.errors.contains("是不是想写「业主大会」"))
    let place = try TestHall([:]).write(
      "new", "会", "--on", "2025-12-19", "--template", "维修", "--fill", "范=甲")
    #expect(place.status == 2)
    #expect(place.errors.contains("没有「范」这个要填的地方"))
  }
}
