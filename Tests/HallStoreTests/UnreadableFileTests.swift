import HallModel
import HallStore
import HallSyntax
import Testing

@Suite("Unreadable files are reported, and the rest is answered")
struct UnreadableFileTests {
  private static let good = "---\n会议: M-2025-001\n状态: 已召开\n---\n"

  /// A hall with one good meeting, `M-2025-001.md`, and whatever a test adds.
  private func hall() throws -> TemporaryHall {
    let temporary = try TemporaryHall()
    try temporary.write("agendas/M-2025-001.md", Self.good)
    try temporary.folder("matters")
    return temporary
  }

  private func expectFailure(
    _ temporary: TemporaryHall, _ path: String, _ reason: StoreFailure.Reason,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let (hall, failures) = try temporary.hall.load()
    #expect(failures == [StoreFailure(path: path, reason: reason)], sourceLocation: sourceLocation)
    #expect(
      hall.meetings.map(\.document.path) == ["agendas/M-2025-001.md"],
      sourceLocation: sourceLocation)
  }

  @Test("a folder with a document's name")
  func folder() throws {
    let temporary = try hall()
    try temporary.folder("agendas/M-2025-002.md")
    try expectFailure(temporary, "agendas/M-2025-002.md", .isFolder)
  }

  @Test("a pipe with a document's name blocks nobody")
  func pipe() throws {
    let temporary = try hall()
    try temporary.pipe("agendas/M-2025-002.md")
    try expectFailure(temporary, "agendas/M-2025-002.md", .notAFile)
  }

  @Test("a link that leads out of the hall is not followed")
  func linkOut() throws {
    let temporary = try hall()
    try temporary.write("../secret.md", "秘密")
    try temporary.link("agendas/M-2025-002.md", to: temporary.outside + "/secret.md")
    try expectFailure(temporary, "agendas/M-2025-002.md", .leadsOut)
  }

  @Test("a folder whose name only begins like the hall's is outside it")
  func linkToNeighbour() throws {
    let temporary = try hall()
    try temporary.write("../厅外/secret.md", "秘密")
    try temporary.link("agendas/M-2025-002.md", to: "../../厅外/secret.md")
    try expectFailure(temporary, "agendas/M-2025-002.md", .leadsOut)
  }

  @Test("a whole folder that is a link out of the hall is not followed either")
  func linkedFolderOut() throws {
    let temporary = try hall()
    try temporary.write("../别处/Q-2025-001.md", "秘密")
    try temporary.write("../别处/roster.md", "| 姓名 |\n| - |\n| 秘密 |\n")
    try temporary.link("signatures", to: temporary.outside + "/别处")
    #expect(throws: StoreFailure(path: "signatures/roster.md", reason: .leadsOut)) {
      try temporary.hall.read("signatures/roster.md", kind: .other)
    }
  }

  @Test(
    "private files may be kept in a folder elsewhere, unless git brought the link")
  func linkedPrivate() throws {
    let temporary = try hall()
    try temporary.write("../别处/roster.md", "| 姓名 |\n| - |\n| 张三 |\n")
    try temporary.link("private", to: temporary.outside + "/别处")
    let (hall, failures) = try temporary.hall.load()
    #expect(failures.isEmpty)
    #expect(hall.charter.roster.rows.count == 1)
    try temporary.track("private")
    try expectFailure(temporary, "private/roster.md", .leadsOut)
  }

  @Test("a link within the hall shows nothing private, and nothing of git's")
  func linkToHidden() throws {
    let temporary = try hall()
    try temporary.write(".git/config", "秘密")
    try temporary.write("private/roster.md", "秘密")
    for target in ["../.git/config", "../private/roster.md"] {
      try temporary.link("agendas/M-2025-002.md", to: target)
      try expectFailure(temporary, "agendas/M-2025-002.md", .leadsOut)
      try temporary.remove("agendas/M-2025-002.md")
    }
  }

  @Test("a file of zeros that claims to be large is not read into memory")
  func hollow() throws {
    let temporary = try hall()
    try temporary.hollow("agendas/M-2025-002.md", size: 1 << 30)
    try expectFailure(temporary, "agendas/M-2025-002.md", .tooLarge)
  }

  @Test("a document folder that leads out of the hall does not affect answers from the other")
  func linkedDocumentsOut() throws {
    let temporary = try TemporaryHall()
    try temporary.write("agendas/M-2025-001.md", Self.good)
    try temporary.write("../别处/Q-2025-001.md", "秘密")
    try temporary.link("matters", to: temporary.outside + "/别处")
    try expectFailure(temporary, "matters", .leadsOut)
    #expect(throws: StoreFailure(path: "matters", reason: .leadsOut)) {
      try temporary.hall.documentPaths()
    }
  }

  @Test("a folder that is a link within the hall is read")
  func linkedFolderIn() throws {
    let temporary = try TemporaryHall()
    try temporary.write("会议/M-2025-001.md", Self.good)
    try temporary.link("agendas", to: "会议")
    let (hall, failures) = try temporary.hall.load()
    #expect(failures.isEmpty)
    #expect(hall.meetings.map(\.document.path) == ["agendas/M-2025-001.md"])
  }

  @Test("a link that stays in the hall is read")
  func linkIn() throws {
    let temporary = try hall()
    try temporary.write("archive/old.md", "---\n会议: M-2025-002\n---\n")
    try temporary.link("agendas/M-2025-002.md", to: "../archive/old.md")
    let (hall, failures) = try temporary.hall.load()
    #expect(failures.isEmpty)
    #expect(hall.meetings.map(\.id?.text) == ["M-2025-001", "M-2025-002"])
  }

  @Test("a link to nothing, and a link to itself")
  func deadLinks() throws {
    let temporary = try hall()
    try temporary.link("agendas/M-2025-002.md", to: "nowhere.md")
    try expectFailure(temporary, "agendas/M-2025-002.md", .leadsNowhere)
    let looped = try self.hall()
    try looped.link("agendas/M-2025-002.md", to: "M-2025-002.md")
    let failures = try looped.hall.load().failures
    #expect(failures.map(\.path) == ["agendas/M-2025-002.md"])
  }

  @Test("a private roster that cannot be read does not affect the other answers")
  func unreadableRoster() throws {
    let temporary = try hall()
    try temporary.folder("private/roster.md")
    try expectFailure(temporary, "private/roster.md", .isFolder)
  }

  @Test("a ballot file that cannot be read is reported")
  func unreadableBallots() throws {
    let temporary = try hall()
    try temporary.write(
      "agendas/M-2025-001.md", Self.good + "## 议程\n### 1. 甲\n#### 表决: 乙\n- 票册: private/b.md\n")
    try temporary.folder("private/b.md")
    try expectFailure(temporary, "private/b.md", .isFolder)
  }

  @Test(
    "a file that is not UTF-8, or contains a NUL, is kept and left alone",
    arguments: [
      [0xFF] as [UInt8], [0x00], [0xE4, 0xB8],
    ])
  func notText(_ bytes: [UInt8]) throws {
    let temporary = try hall()
    let whole = Array(Self.good.utf8) + bytes
    try temporary.write("agendas/M-2025-002.md", bytes: whole)
    let (hall, failures) = try temporary.hall.load()
    #expect(failures.isEmpty)
    let meeting = try #require(hall.meetings.last)
    #expect(meeting.document.bytes == whole)
    #expect(meeting.document.fault?.offset == Self.good.utf8.count)
    #expect(meeting.status == nil)
    #expect(hall.meetings.first?.status == .held)
  }

  @Test("without a readable hall.md, the documents are still answered")
  func unreadableCharter() throws {
    let temporary = try TemporaryHall(charter: nil)
    try temporary.folder("hall.md")
    try temporary.write("agendas/M-2025-001.md", Self.good)
    try expectFailure(temporary, "hall.md", .isFolder)
    #expect(try temporary.hall.charter().charter.parties.parties.count == 5)
  }

  @Test("a file, or a link to nothing, with the name of a folder of documents")
  func noFolder() throws {
    let temporary = try TemporaryHall()
    try temporary.write("agendas/M-2025-001.md", Self.good)
    try temporary.write("matters", "甲")
    try expectFailure(temporary, "matters", .notAFolder)
    let linked = try TemporaryHall()
    try linked.write("agendas/M-2025-001.md", Self.good)
    try linked.link("matters", to: "nowhere")
    try expectFailure(linked, "matters", .leadsNowhere)
  }
}
