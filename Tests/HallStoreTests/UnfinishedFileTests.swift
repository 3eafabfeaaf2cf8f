import Foundation
import Testing

@testable import HallStore

@Suite("Files that another program fills")
struct UnfinishedFileTests {
  private func withFolder(_ work: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "unfinished-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    try work(folder.path(percentEncoded: false))
  }

  private func names(_ folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []
  }

  @Test("a file has its name when it is finished, and before that another")
  func finished() throws {
    try withFolder { folder in
      do {
        let file = try UnfinishedFile(folder + "/a.tar")
        try Data("x".utf8).write(to: URL(filePath: file.path))
        #expect(names(folder) == ["a.tar.hall-new"])
        try file.finish()
      }
      #expect(names(folder) == ["a.tar"])
      #expect(throws: UnfinishedFile.Failure.self) { _ = try UnfinishedFile(folder + "/a.tar") }
      #expect(names(folder) == ["a.tar"])
    }
  }

  @Test("one that is given up is gone, and what a stopped call has left is written over")
  func givenUp() throws {
    try withFolder { folder in
      try Data("left".utf8).write(to: URL(filePath: folder + "/a.tar.hall-new"))
      do {
        let file = try UnfinishedFile(folder + "/a.tar")
        #expect(try Data(contentsOf: URL(filePath: file.path)).isEmpty)
      }
      #expect(names(folder) == [])
    }
  }

  @Test("two calls do not fill one file")
  func busy() throws {
    try withFolder { folder in
      let first = try UnfinishedFile(folder + "/a.tar")
      let failure = #expect(throws: UnfinishedFile.Failure.self) {
        _ = try UnfinishedFile(folder + "/a.tar")
      }
      guard case .busy? = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
      try first.finish()
      #expect(names(folder) == ["a.tar"])
    }
  }

  @Test("a folder that a stopped program has left is removed, one in use or of another is not")
  func swept() throws {
    try withFolder { folder in
      let old = folder + "/.hall-at-work-abcdef"
      let other = folder + "/hall-at-work-abcdef"
      for path in [old, other] {
        try FileManager.default.createDirectory(
          atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        try Data("private".utf8).write(to: URL(filePath: path + "/roster.md"))
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSinceNow: -3_600)], ofItemAtPath: path)
      }
      let used = try TemporaryFolder(in: folder)
      #expect(!FileManager.default.fileExists(atPath: old))
      #expect(FileManager.default.fileExists(atPath: other + "/roster.md"))
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -3_600)], ofItemAtPath: used.path)
      let next = try TemporaryFolder(in: folder)
      #expect(FileManager.default.fileExists(atPath: used.path))
      _ = (used, next)
    }
  }
}
