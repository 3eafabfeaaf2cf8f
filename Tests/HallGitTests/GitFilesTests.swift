import Foundation
import TestSupport
import Testing

@testable import HallGit

@Suite("What git knows of a folder")
struct GitFilesTests {
  @Test(
    "git knows what it was told of, whatever the name, and a work tree it cannot read", .needs(.git)
  )
  func gitKnows() throws {
    let folder = try TestFolder([
      "matters/-x.md": "x", "matters/[a].md": "x", "matters/a.md": "x",
    ])
    let root = folder.path
    #expect(!GitFiles.knows("matters/a.md", in: root))
    func git(_ words: String...) throws {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["git", "-C", root] + words
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      try #require(process.terminationStatus == 0)
    }
    try git("init", "-q")
    #expect(!GitFiles.knows("matters/a.md", in: root))
    try git("add", "--", "matters/a.md", "matters/-x.md")
    #expect(GitFiles.knows("matters/a.md", in: root))
    #expect(GitFiles.knows("matters/-x.md", in: root))
    // A name is no pattern.
    #expect(!GitFiles.knows("matters/[a].md", in: root))
    try folder.write("broken", to: ".git/HEAD")
    #expect(GitFiles.knows("matters/[a].md", in: root))
  }
}
