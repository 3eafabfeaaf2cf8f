import Foundation
import HallCommands
import Testing

/// Exit code 2 means that nothing was done, and the message always says why.
@Suite("What an exit code means")
struct ExitCodeTests {
  private func hall() throws -> TestHall {
    let hall = try ReadingTests.hall()
    try hall.write(Data([0xC4, 0xE3, 0xBA, 0xC3, 0x0A]), to: "agendas/M-2025-001.md")
    return hall
  }

  @Test("a command that writes works despite an unreadable file, and names the file")
  func done() throws {
    let hall = try hall()
    let added = hall.write("matter", "add", "路灯不亮", "--on", "2025-12-01")
    #expect(added.status == 0, "\(added.errors)")
    #expect(added.output.contains("路灯不亮") && added.errors.contains("agendas/M-2025-001.md"))
    let recorded = hall.write("record")
    #expect(recorded.status == 0 && recorded.errors.contains("agendas/M-2025-001.md"))
    // The unreadable file itself is refused.
    let refused = hall.write("record", "M-2025-001")
    #expect(refused.status == 2 && !refused.errors.isEmpty)
  }

  @Test("record names an empty file and still records the others")
  func empty() throws {
    let hall = try ReadingTests.hall()
    #expect(hall.write("record").status == 0)
    try hall.write(Data(), to: ReadingTests.path)
    let alone = hall.write("record")
    #expect(alone.status == 2 && alone.errors.contains(ReadingTests.path), "\(alone.errors)")
    try hall.write(Data((hall.text("hall.md") + "\n又\n").utf8), to: "hall.md")
    let both = hall.write("record")
    #expect(both.status == 0 && both.errors.contains(ReadingTests.path), "\(both.errors)")
  }

  @Test("check names an unreadable file even if it was asked about another")
  func check() throws {
    let hall = try ReadingTests.hall()
    let link = hall.folder.appending(path: "matters/Q-2025-009.md").path(percentEncoded: false)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "nowhere")
    for words in [["check", "M-2025-008"], ["check", "M-2025-008", "--json"]] {
      let answer = CommandTable.answer(words, in: hall.context())
      #expect(answer.status == 2)
      #expect(answer.output.contains("matters/Q-2025-009.md"), "\(answer.output)")
    }
  }

  @Test("minute exits with 1 if only some of its lines were accepted")
  func minutes() throws {
    let hall = try MinuteHall.make()
    #expect(hall.minute("议 9").answer.status == 2)
    #expect(hall.minute("到 张三", "议 9").answer.status == 1)
    #expect(hall.minute("到 张三、钱七").answer.status == 0)
  }
}
