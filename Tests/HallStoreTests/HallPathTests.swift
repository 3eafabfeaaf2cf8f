import HallHistory
import HallModel
import HallStore
import HallSyntax
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program writes only to paths of the format, and no link below the hall leads it elsewhere.
@Suite("Where the program writes")
struct HallPathTests {
  @Test(
    "a path of the format is a place to write to",
    arguments: [
      "hall.md", "agendas/M-2025-001.md", "agendas/M-2025-001-雨水\n管.md", "matters/Q-2025-001.md",
      "history/hall.md", "signatures/allowed_signers", "signatures/M-2025-001.1.居民.x.md",
      "private/roster.md", "private/2025/M-2025-001-1.md", ".hall/steps", ".hall/drafts/hall.md",
      ".gitignore", ".gitattributes",
    ])
  func places(path: String) throws {
    #expect(HallPath(path)?.text == path)
  }

  @Test(
    "any other path is not",
    arguments: [
      "", "/", "/etc/passwd", "..", "../x.md", "agendas", "agendas/", "agendas/../hall.md",
      "agendas/./M-2025-001.md", "agendas//M-2025-001.md", "agendas/a/b.md", "agendas/.md",
      "agendas/.gitattributes", "agendas/.x.md", "history/M-2025-001", "history/../x/y.md",
      "signatures/x", "private", "private/../hall.md", "private/.ssh/x.md", "private/x.sh",
      ".git/hooks/post-commit", ".git/config", ".GIT/config", ".gitmodules", ".hall", ".hall/",
      ".hall/../x", ".HALL/pending", "HALL.md", "Agendas/M-2025-001.md", "x", "x.md", "x/y.md",
      "agendas/x.md\0y", "hall.md/", "./hall.md", "templates/x.md",
    ])
  func others(path: String) throws {
    #expect(HallPath(path) == nil)
  }

  private static let base = Array("---\n会议: M-2025-001\n---\n\n# 甲\n".utf8)
  private static let author = HallWriter.Author(name: "张三", at: "2025-03-01T09:00:00+08:00")

  private static func note(_ path: String) -> String {
    let line = "- \(path)\n"
    return line + "sha256:" + SHA256.hex(of: Array(line.utf8)) + "\n"
  }

  @Test(
    "a note with a path outside the record does nothing, and is removed",
    arguments: [
      ".git/hooks/post-commit", "../x.md", "/tmp/hall-x.md", "agendas/../.git/config",
      "history/../../x.md", "a/b.md", "x", ".hall/steps", ".gitattributes", ".gitignore",
      "agendas/.gitattributes", "private/.x.md", "agendas/a/b.md", "%2E./x.md",
    ])
  func notes(path: String) throws {
    let hall = try TemporaryHall()
    try hall.folder(".git/hooks")
    try hall.folder("a")
    try hall.write(".hall/pending.0", "#!/bin/sh\n")
    try hall.write(".hall/pending", Self.note(path))
    #expect(hall.bytes(".hall/pending.0") != nil)
    _ = try HallWriter(hall.hall).lock()
    #expect(hall.bytes(path) == nil && hall.bytes("../x.md") == nil)
    #expect(hall.bytes(".hall/pending") == nil && hall.bytes(".hall/pending.0") == nil)
  }

  /// Makes a hall in which one step is a link to a folder outside, and writes every kind of file.
  private func expectNothingOutside(
    linking name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let hall = try TemporaryHall()
    try hall.write("../外/x", "")
    try hall.link(name, to: "../外")
    let writer = try HallWriter(hall.hall)
    func edit(_ path: String, _ kind: Document.Kind, _ text: String) -> HallWriter.Edit {
      HallWriter.Edit(path: path, kind: kind, old: nil, new: Array(text.utf8), why: "甲")
    }
    _ = try? writer.write(
      [edit("agendas/M-2025-001.md", .meeting, String(decoding: Self.base, as: UTF8.self))],
      by: Self.author, reason: nil)
    _ = try? writer.write(
      [edit("matters/Q-2025-001.md", .matter, "---\n问题: Q-2025-001\n---\n\n# 甲\n")],
      by: Self.author, reason: nil)
    let draft = DraftFile("M-2025-001", in: try hall.hall)
    _ = try? draft.lock()
    try? draft.hand(Self.base, madeOn: Self.base)
    try? KeptLine("M-2025-001", in: try hall.hall).keep("甲")
    if let lock = try? writer.lock() {
      let files = ["history/M-2025-009.md", "signatures/allowed_signers"].map {
        HallWriter.Rewrite(path: $0, old: nil, new: Array("甲\n".utf8))
      }
      for file in files { try? writer.rewrite([file], holding: lock) }
    }
    #expect(try hall.names("../外") == ["x"], sourceLocation: sourceLocation)
  }

  @Test(
    "a folder of the hall that is a link is not written through",
    arguments: ["agendas", "matters", "history", "signatures", ".hall"])
  func links(name: String) throws { try expectNothingOutside(linking: name) }

  @Test("a link in .hall/ is not written through either")
  func deepLinks() throws {
    let hall = try TemporaryHall()
    try hall.write("../外/x", "")
    try hall.folder(".hall")
    for name in ["drafts", "undone"] { try hall.link(".hall/" + name, to: "../../外") }
    let draft = DraftFile("M-2025-001", in: try hall.hall)
    #expect(throws: HallWriter.Failure.self) { try draft.hand(Self.base, madeOn: Self.base) }
    #expect(throws: HallWriter.Failure.self) { _ = try draft.lock() }
    #expect(try hall.names("../外") == ["x"])
    try hall.link(".hall/steps", to: "../../外/x")
    try hall.write("agendas/M-2025-001.md", bytes: Self.base)
    let edit = HallWriter.Edit(
      path: "agendas/M-2025-001.md", kind: .meeting, old: Self.base, new: Self.base, why: "甲")
    #expect(throws: HallWriter.Failure.self) {
      try HallWriter(hall.hall).write([edit], by: Self.author, reason: nil)
    }
    #expect(hall.bytes("../外/x") == [])
  }

  @Test("a pipe in place of a file in .hall/ blocks nobody")
  func pipes() throws {
    for name in ["steps", "pending", "pending.new", "lock"] {
      let hall = try TemporaryHall()
      try hall.folder(".hall")
      try hall.pipe(".hall/" + name)
      try hall.write("agendas/M-2025-001.md", bytes: Self.base)
      let edit = HallWriter.Edit(
        path: "agendas/M-2025-001.md", kind: .meeting, old: Self.base, new: Self.base, why: "甲")
      _ = try? HallWriter(hall.hall, disk: FaultyDisk(.error, at: .max, isRemote: name == "lock"))
        .write([edit], by: Self.author, reason: nil)
    }
  }

  @Test("a .hall/ that git tracks, or that is a link, is neither trusted nor written")
  func foreign() throws {
    let hall = try TemporaryHall()
    try hall.write("agendas/M-2025-001.md", bytes: Self.base)
    try hall.write(".hall/pending.0", "乙")
    try hall.write(".hall/pending", Self.note("agendas/M-2025-002.md"))
    try hall.write(".hall/steps", "M-2025-001:1:1\n")
    try hall.write(".hall/drafts/M-2025-001.md", "乙")
    try hall.write(".hall/minute-M-2025-001", "乙")
    #expect(try hall.hall.lastStep() != nil && hall.hall.drafts() == ["M-2025-001"])
    try hall.track(".hall/pending", ".hall/pending.0")
    let folder = try hall.hall
    #expect(folder.foreignNotes == .tracked)
    #expect(folder.lastStep() == nil && folder.drafts() == [])
    #expect(KeptLine("M-2025-001", in: folder).text == nil)
    #expect(throws: HallWriter.Failure.self) { _ = try HallWriter(folder).lock() }
    #expect(hall.bytes("agendas/M-2025-002.md") == nil)
    #expect(hall.bytes(".hall/pending.0") == Array("乙".utf8))
    // Once git does not track it, it belongs to this machine.
    try hall.track("hall.md")
    _ = try HallWriter(folder).lock()
    #expect(hall.bytes("agendas/M-2025-002.md") == Array("乙".utf8))

    try hall.remove(".hall")
    try hall.write("../外/steps", "M-2025-001:1:1\n")
    try hall.link(".hall", to: "../外")
    #expect(folder.foreignNotes == .notAFolder && folder.lastStep() == nil)
    #expect(throws: HallWriter.Failure.self) { _ = try HallWriter(folder).lock() }
  }

  @Test(
    "another user's unfinished change is not finished", .enabled(if: geteuid() == 0))
  func otherUser() throws {
    let hall = try TemporaryHall()
    try hall.write(".hall/pending.0", "乙")
    try hall.write(".hall/pending", Self.note("agendas/M-2025-002.md"))
    try #require(chown(hall.root + "/.hall/pending", 65534, 65534) == 0)
    #expect(try hall.hall.foreignNotes != nil)
    #expect(throws: HallWriter.Failure.self) { _ = try HallWriter(hall.hall).lock() }
    #expect(hall.bytes(".hall/pending.0") == Array("乙".utf8))
    // A note of the user's own next to a file that somebody else put there.
    try #require(chown(hall.root + "/.hall/pending", geteuid(), getegid()) == 0)
    try #require(chown(hall.root + "/.hall/pending.0", 65534, 65534) == 0)
    _ = try HallWriter(hall.hall).lock()
    #expect(hall.bytes("agendas/M-2025-002.md") == nil)
  }

  @Test("a new .hall/ contains an ignore file for git")
  func leftOut() throws {
    let hall = try TemporaryHall()
    try hall.write("agendas/M-2025-001.md", bytes: Self.base)
    let edit = HallWriter.Edit(
      path: "agendas/M-2025-001.md", kind: .meeting, old: Self.base, new: Self.base, why: "甲")
    _ = try HallWriter(hall.hall).write([edit], by: Self.author, reason: nil)
    #expect(hall.bytes(".hall/.gitignore") == Array("*\n".utf8))
    let other = try TemporaryHall()
    try DraftFile("hall", in: try other.hall).hand(Self.base, madeOn: Self.base)
    #expect(other.bytes(".hall/.gitignore") == Array("*\n".utf8))
  }

  @Test("the hall's own folder may be a link")
  func linkedRoot() throws {
    let hall = try TemporaryHall()
    try hall.write("agendas/M-2025-001.md", bytes: Self.base)
    try hall.link("../链接", to: "厅")
    let folder = try HallFolder(at: hall.outside + "/链接")
    let edit = HallWriter.Edit(
      path: "agendas/M-2025-001.md", kind: .meeting, old: Self.base,
      new: Self.base + Array("乙\n".utf8), why: "乙")
    _ = try HallWriter(folder).write([edit], by: Self.author, reason: nil)
    #expect(hall.bytes("history/M-2025-001.md") != nil)
  }
}
