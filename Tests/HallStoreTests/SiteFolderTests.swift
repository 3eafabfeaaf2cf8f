import Foundation
import Testing

@testable import HallStore

@Suite("A folder of published pages")
struct SiteFolderTests {
  private func withFolder(_ work: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "site-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try work(folder.path(percentEncoded: false))
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  private func text(_ path: String) -> String? {
    try? String(contentsOfFile: path, encoding: .utf8)
  }

  @Test("only what differs is written, and what is no longer there goes")
  func changes() throws {
    try withFolder { path in
      let site = SiteFolder(path, from: "/")
      let first = try site.publish([("index.html", bytes("1")), ("d/a.html", bytes("2"))])
      #expect(first.written == 2 && first.removed == 0)
      let second = try site.publish([("index.html", bytes("1")), ("d/b.html", bytes("3"))])
      #expect(second.written == 1 && second.removed == 1 && second.unchanged == 1)
      #expect(text(path + "/d/b.html") == "3" && text(path + "/d/a.html") == nil)
      let third = try site.publish([("index.html", bytes("1")), ("d/b.html", bytes("3"))])
      #expect(third.written == 0 && third.removed == 0)
    }
  }

  @Test("of two files with one path the later holds, also where it is what was there")
  func twice() throws {
    try withFolder { path in
      let site = SiteFolder(path, from: "/")
      _ = try site.publish([("index.html", bytes("1"))])
      let changed = try site.publish([("index.html", bytes("2")), ("index.html", bytes("3"))])
      #expect(changed.written == 1 && changed.unchanged == 0 && text(path + "/index.html") == "3")
      let same = try site.publish([("index.html", bytes("4")), ("index.html", bytes("3"))])
      #expect(same.written == 0 && same.unchanged == 1 && text(path + "/index.html") == "3")
    }
  }

  @Test("what a stop has left of the list is no page of somebody else")
  func unfinishedList() throws {
    try withFolder { path in
      let site = SiteFolder(path, from: "/")
      _ = try site.publish([("index.html", bytes("1"))])
      try Data("x".utf8).write(to: URL(filePath: path + "/.hall-site.hall-new"))
      #expect(try site.publish([("index.html", bytes("2"))]).written == 1)
      #expect(!FileManager.default.fileExists(atPath: path + "/.hall-site.hall-new"))
    }
  }

  @Test("a folder whose last page went is gone, and an empty one is no obstacle")
  func lastPage() throws {
    try withFolder { path in
      let site = SiteFolder(path, from: "/")
      _ = try site.publish([("index.html", bytes("1")), ("d/a.html", bytes("2"))])
      #expect(try site.publish([("index.html", bytes("1"))]).removed == 1)
      #expect(!FileManager.default.fileExists(atPath: path + "/d"))
      try FileManager.default.createDirectory(
        atPath: path + "/q", withIntermediateDirectories: false)
      #expect(try site.publish([("index.html", bytes("3"))]).written == 1)
    }
  }

  @Test("pages that wait can be read by nobody else")
  func waitingPages() throws {
    try withFolder { path in
      let site = SiteFolder(path, from: "/")
      _ = try site.publish { (add) throws(SiteFolder.Failure) in
        try add("index.html", bytes("张三"))
        let modes = try? FileManager.default.attributesOfItem(atPath: path + "/.hall-new")
        #expect(modes?[.posixPermissions] as? Int == 0o700)
        try add("index.html", bytes("张某"))
        return nil
      }
      #expect(text(path + "/index.html") == "张某")
    }
  }

  @Test("a folder with anything else in it is left alone", arguments: ["notes.txt", "d/notes.txt"])
  func foreign(name: String) throws {
    try withFolder { path in
      let site = SiteFolder(path, from: "/")
      _ = try site.publish([("d/a.html", bytes("1"))])
      try bytes("own").withUnsafeBytes { try Data($0).write(to: URL(filePath: path + "/" + name)) }
      let failure = #expect(throws: SiteFolder.Failure.self) {
        _ = try site.publish([("d/a.html", bytes("2"))])
      }
      guard case .foreign(name)? = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
      #expect(text(path + "/d/a.html") == "1" && text(path + "/" + name) == "own")
    }
  }

  @Test("a folder is whole while every page is as it was written")
  func whole() throws {
    try withFolder { path in
      let site = SiteFolder(path, from: "/")
      #expect(try site.whole() == nil)
      let stamp = SiteFolder.Stamp(source: "abc", possibleNames: 2)
      let files = [("index.html", bytes("1")), ("d/a.html", bytes("2"))]
      _ = try site.publish(files)
      #expect(try site.whole() == nil, "nothing says what it was made from")
      _ = try site.publish(files, stamp)
      let known = try site.whole()
      #expect(known?.stamp == stamp && known?.count == 2)
      // A page that somebody changed, or removed, is made again.
      try Data("3".utf8).write(to: URL(filePath: path + "/d/a.html"))
      #expect(try site.whole() == nil)
      #expect(try site.publish(files, stamp).written == 1)
      #expect(try site.whole() != nil)
      try FileManager.default.removeItem(atPath: path + "/d/a.html")
      #expect(try site.whole() == nil)
      _ = try site.publish(files, stamp)
      try FileManager.default.createDirectory(
        atPath: path + "/.hall-new", withIntermediateDirectories: false)
      #expect(try site.whole() == nil)
    }
  }

  @Test("what a stop has left is gone after the next call, also where nothing changed")
  func leftover() throws {
    try withFolder { path in
      let site = SiteFolder(path, from: "/")
      _ = try site.publish([("index.html", bytes("1"))])
      try FileManager.default.createDirectory(
        atPath: path + "/.hall-new", withIntermediateDirectories: false)
      try Data("names".utf8).write(to: URL(filePath: path + "/.hall-new/0"))
      #expect(try site.publish([("index.html", bytes("1"))]).written == 0)
      #expect(!FileManager.default.fileExists(atPath: path + "/.hall-new"))
    }
  }

  @Test(
    "a list that somebody else wrote removes nothing that is no page",
    arguments: [
      "hall.md", "agendas/M-2025-001.md", "private/roster.md", "d/.hidden.html", "../out.html",
    ])
  func forgedList(name: String) throws {
    try withFolder { path in
      let folder = path + "/site"
      for part in ["d", "agendas", "private"] {
        try FileManager.default.createDirectory(
          atPath: folder + "/" + part, withIntermediateDirectories: true)
      }
      try Data("own".utf8).write(to: URL(filePath: folder + "/" + name))
      try Data("\(name)\nindex.html\n".utf8).write(to: URL(filePath: folder + "/.hall-site"))
      _ = try? SiteFolder(folder, from: "/").publish([("index.html", bytes("1"))])
      #expect(text(folder + "/" + name) == "own")
    }
  }
}

extension SiteFolder {
  /// Publishes files that are all there.
  fileprivate func publish(
    _ files: [(path: String, bytes: [UInt8])], _ stamp: Stamp? = nil
  ) throws(Failure) -> Outcome {
    try publish { (add) throws(Failure) in
      for file in files { try add(file.path, file.bytes) }
      return stamp
    }
  }
}
