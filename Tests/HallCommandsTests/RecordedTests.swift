import Foundation
import HallCommands
import TestSupport
import HallWords
import Testing

/// An answer from one history alone is the same as one from the whole hall.
@Suite struct RecordedTests {
  private let path = "agendas/M-2025-008.md"
  private let history = "history/M-2025-008.md"

  private func hall() throws -> TestHall {
    let hall = try TestHall([path: meeting(item: "第一版"), "agendas/M-2025-009.md": "坏"])
    for (old, new) in [("第一版", "第一版"), ("第一版", "第二版"), ("第二版", "第三版\n\n再一行")] {
      try hall.edit(path, old, new)
      _ = hall.write("record", "8", "-m", "改")
    }
    return hall
  }

  @Test(
    "a full identifier and a part of it give the same answer",
    arguments: [
      ["show", "ID", "--revision", "1", "--raw"], ["show", "ID", "--revision", "3", "--raw"],
      ["show", "ID", "--revision", "4", "--raw"], ["diff", "ID", "1", "2", "--text"],
      ["diff", "ID", "3", "1", "--text", "--exit-code"], ["diff", "ID", "0", "3", "--text"],
      ["diff", "ID", "2", "2", "--text", "--exit-code"], ["diff", "ID", "1", "9", "--text"],
      ["diff", "ID", "-1", "1", "--text"],
      ["show", "ID", "--revision", "1", "--raw", "--lang", "x"],
    ])
  func same(words: [String]) throws {
    let hall = try hall()
    func answer(_ name: String) -> Answer {
      CommandTable.answer(words.map { $0 == "ID" ? name : $0 }, in: hall.context())
    }
    let (whole, part) = (answer("M-2025-008"), answer("2025-8"))
    #expect(whole.bytes == part.bytes)
    #expect(whole.errors == part.errors)
    #expect(whole.status == part.status)
    #expect(whole.bytes != nil || whole.status == 2)
  }

  @Test func `damage after the requested revision does not matter, damage up to it does`()
    throws
  {
    let hall = try hall()
    let text = hall.text(history)
    try hall.write(Data(text.replacing("## 3", with: "## 5").utf8), to: history)
    #expect(hall.run("show", "M-2025-008", "--revision", "2", "--raw").status == 0)
    let late = hall.run("show", "M-2025-008", "--revision", "3", "--raw")
    #expect(late.status == 2)
    #expect(late.errors.contains("hall 记下 --接好"), "\(late.errors)")
    // No later diff mentions this line, so only the digest of the text reveals the change.
    try hall.write(Data(text.replacing("+# 协商会", with: "+# 商量会").utf8), to: history)
    for words in [
      ["show", "M-2025-008", "--revision", "2", "--raw"],
      ["diff", "M-2025-008", "1", "3", "--text"], ["diff", "M-2025-008", "2", "3", "--text"],
    ] {
      let answer = CommandTable.answer(words, in: hall.context())
      #expect(answer.status == 2, "\(words)")
      #expect(answer.bytes == nil)
    }
  }

  @Test func `a document with another file name is still found`() throws {
    let hall = try hall()
    let other = "agendas/M-2025-008 换泵.md"
    try FileManager.default.moveItem(
      at: hall.folder.appending(path: path), to: hall.folder.appending(path: other))
    let answer = hall.run("show", "M-2025-008", "--revision", "1", "--raw")
    #expect(answer.bytes.map { String(decoding: $0, as: UTF8.self) }?.contains("第一版") == true)
  }
}
