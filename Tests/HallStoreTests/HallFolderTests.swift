import FoundationEssentials
import HallModel
import HallStore
import HallSyntax
import Testing

@Suite("The folder of a hall")
struct HallFolderTests {
  static let meeting = "---\n会议: M-2025-001\n---\n"

  @Test("the hall is the nearest folder upward with a hall.md")
  func findUpward() throws {
    let temporary = try TemporaryHall()
    try temporary.folder("agendas/templates/深")
    try temporary.write("里/hall.md", "")
    try temporary.folder("里/agendas")
    for folder in ["", "/agendas", "/agendas/templates/深"] {
      #expect(HallFolder.find(upwardFrom: temporary.root + folder)?.root == temporary.root)
    }
    #expect(
      HallFolder.find(upwardFrom: temporary.root + "/里/agendas")?.root == temporary.root + "/里")
    #expect(HallFolder.find(upwardFrom: temporary.outside) == nil)
    #expect(HallFolder.find(upwardFrom: temporary.root + "/没有") == nil)
  }

  @Test("the history of hall.md does not turn its folder into a hall")
  func historyOfTheCharter() throws {
    let temporary = try TemporaryHall()
    try temporary.write("history/hall.md", "# hall\n")
    #expect(HallFolder.find(upwardFrom: temporary.root + "/history")?.root == temporary.root)
    // A hall may have that name itself.
    let alone = try TemporaryHall(charter: nil)
    try alone.write("history/hall.md", "---\n议事厅: 史\n---\n")
    #expect(HallFolder.find(upwardFrom: alone.root + "/history")?.root == alone.root + "/history")
  }

  @Test("the folder is shown as given, or as the steps up to it; a link to it is resolved")
  func shownPath() throws {
    let temporary = try TemporaryHall()
    try temporary.folder("agendas/templates")
    try temporary.link("自己", to: temporary.root)
    let hall = try HallFolder(at: temporary.root + "/自己//")
    #expect(hall.root == temporary.root)
    #expect(hall.shownPath == temporary.root + "/自己")
    #expect(try HallFolder(at: "自己", from: temporary.root).root == temporary.root)
    #expect(HallFolder.find(upwardFrom: temporary.root)?.shownPath == ".")
    let deep = temporary.root + "/agendas/templates"
    #expect(HallFolder.find(upwardFrom: deep)?.shownPath == "../..")
  }

  @Test("a folder without hall.md is not a hall, and neither is a missing folder")
  func noHall() throws {
    let temporary = try TemporaryHall(charter: nil)
    #expect(throws: StoreFailure(path: temporary.root, reason: .noHall)) {
      try HallFolder(at: temporary.root)
    }
    #expect(throws: StoreFailure(path: temporary.root + "/x", reason: .notFound)) {
      try HallFolder(at: temporary.root + "/x")
    }
  }

  @Test("only Q-*.md in matters/ and M-*.md in agendas/ are documents, in the order of their paths")
  func documents() throws {
    let temporary = try TemporaryHall()
    let paths = [
      "matters/Q-2025-002.md", "matters/Q-2025-001-反水.md", "agendas/M-2025-010.md",
      "agendas/M-2025-002.md", "agendas/Q-2025-003.md", "matters/M-2025-003.md",
      "agendas/templates/M-2025-009.md", "agendas/.M-2025-008.md.swp", "agendas/M-2025-007.txt",
      "agendas/notes.md", "M-2025-006.md", "agendas/.M-2025-005.md",
    ]
    for path in paths { try temporary.write(path, Self.meeting) }
    let found = try temporary.hall.documentPaths()
    #expect(
      found.map(\.path) == [
        "agendas/M-2025-002.md", "agendas/M-2025-010.md", "matters/Q-2025-001-反水.md",
        "matters/Q-2025-002.md",
      ])
    #expect(found.map(\.kind) == [.meeting, .meeting, .matter, .matter])
  }

  @Test("a hall without its folders has no documents")
  func emptyHall() throws {
    let temporary = try TemporaryHall()
    #expect(try temporary.hall.documentPaths().isEmpty)
    let (hall, failures) = try temporary.hall.load()
    #expect(failures.isEmpty)
    #expect(hall.documents.map(\.path) == ["hall.md"])
  }

  @Test("answers keep the order of the paths, however many there are")
  func scanOrder() throws {
    let temporary = try TemporaryHall()
    for number in 1...200 {
      try temporary.write("agendas/M-2025-\(number + 1000).md", "# \(number)\n")
    }
    let (answers, failures) = try temporary.hall.scan { $0.path }
    #expect(failures.isEmpty)
    #expect(answers == (1...200).map { "agendas/M-2025-\($0 + 1000).md" })
  }

  @Test("bytes are kept unchanged, even an empty file")
  func bytes() throws {
    let temporary = try TemporaryHall()
    let bytes = Array("\u{FEFF}---\r\n会议: M-2025-001\r\n---\r\n# e\u{301}".utf8)
    try temporary.write("agendas/M-2025-001.md", bytes: bytes)
    try temporary.write("agendas/M-2025-002.md", "")
    let (hall, failures) = try temporary.hall.load()
    #expect(failures.isEmpty)
    #expect(hall.meetings.map(\.document.bytes) == [bytes, []])
    #expect(hall.meetings.map { $0.id?.text } == ["M-2025-001", "M-2025-002"])
    #expect(hall.meetings.last?.status == nil)
    #expect(hall.meetings.last?.title == "")
  }

  @Test("the private roster is read together with the public one, and may be missing")
  func privateRoster() throws {
    let temporary = try TemporaryHall(
      charter: "## 名册\n\n| 姓名 | 方 |\n| - | - |\n| 赵六 | 物业 |\n")
    #expect(try temporary.hall.charter().charter.roster.rows.map(\.name) == ["赵六"])
    try temporary.write(
      "private/roster.md", "| 姓名 | 方 | 户 | 面积 |\n| - | - | - | - |\n| 张三 | 居民 | 2-1-301 | 86.40 |\n"
    )
    let (charter, failures) = try temporary.hall.charter()
    #expect(failures.isEmpty)
    #expect(charter.roster.rows.map(\.name) == ["赵六", "张三"])
    #expect(charter.rosterDocuments.map(\.path) == ["hall.md", "private/roster.md"])
  }

  @Test("a ballot file of a vote is read and hashed; a missing one is left out")
  func ballotFiles() throws {
    let temporary = try TemporaryHall()
    let ballots = "| 户 | 意见 |\n| - | - |\n| 2-1-301 | 同意 |\n"
    try temporary.write("private/M-2025-001-1.md", ballots)
    try temporary.write(
      "agendas/M-2025-001.md",
      "## 议程\n### 1. 甲\n#### 表决: 乙\n- 票册: private/M-2025-001-1.md\n#### 表决: 丙\n"
        + "- 票册: private/没有.md\n#### 表决: 丁\n- 票册: ../x.md\n#### 表决: 戊\n- 票册: /etc/x.md\n")
    let (hall, failures) = try temporary.hall.load()
    #expect(failures.isEmpty)
    #expect(Array(hall.ballotBooks.keys) == ["private/M-2025-001-1.md"])
    let file = try #require(hall.ballotBooks["private/M-2025-001-1.md"])
    #expect(file.document.bytes == Array(ballots.utf8))
    #expect(file.digest == "7019e5f6bbc507212509f40985fd52a859aa0fc7e4fbea6a7f11224f974b0cd8")
  }
}
