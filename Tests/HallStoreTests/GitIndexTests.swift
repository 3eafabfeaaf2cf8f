import HallStore
import Testing

/// The files that git tracks are read from its index, without git.
@Suite("The paths in git's index")
struct GitIndexTests {
  private static let others = [
    ".gitignore", "agendas/M-2025-001.md", "hall.md", "private-notes.md", "xprivate/a.md",
  ]

  private func fault(_ bytes: [UInt8]) throws -> ForeignNotes? {
    let hall = try TemporaryHall()
    try hall.write(".hall/steps", "")
    try hall.write(".git/index", bytes: bytes)
    return try hall.hall.foreignNotes
  }

  @Test(
    "a file in .hall/ is found in every form of the index", arguments: [2, 3, 4], [20, 32])
  func versions(version: Int, size: Int) throws {
    let none = GitIndexBytes(Self.others, version: version, objectSize: size)
    #expect(try fault(none.bytes) == nil)
    for path in [".hall/pending", ".HALL/pending", ".hall"] {
      let with = GitIndexBytes(Self.others + [path], version: version, objectSize: size)
      #expect(try fault(with.bytes) == .tracked, "\(path)")
    }
  }

  @Test("an index that cannot be parsed, or is split into two files, counts as containing it")
  func unknown() throws {
    let bytes = GitIndexBytes(Self.others).bytes
    #expect(try fault(Array(bytes.dropLast(30))) == .tracked)
    #expect(try fault(Array("DIRC\0\0\0\u{9}".utf8)) == .tracked)
    let link = Array("link".utf8) + GitIndexBytes.number(20, 4) + [UInt8](repeating: 1, count: 20)
    #expect(try fault(GitIndexBytes(Self.others, extensions: link).bytes) == .tracked)
    let tree = Array("TREE".utf8) + GitIndexBytes.number(4, 4) + [1, 2, 3, 4]
    #expect(try fault(GitIndexBytes(Self.others, extensions: tree).bytes) == nil)
  }

  @Test("the hall may be a folder of the work tree, and git's own folder elsewhere")
  func elsewhere() throws {
    let hall = try TemporaryHall()
    try hall.write(".hall/steps", "")
    try hall.write("../.git", "gitdir: git/worktrees/x\n")
    try hall.write(
      "../git/worktrees/x/index", bytes: GitIndexBytes([".hall/pending", "a.md"]).bytes)
    #expect(try hall.hall.foreignNotes == nil)
    try hall.write(
      "../git/worktrees/x/index", bytes: GitIndexBytes(["厅/.hall/pending", "a.md"]).bytes)
    #expect(try hall.hall.foreignNotes == .tracked)
  }
}
