import FoundationEssentials
import HallStore
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A separate folder for one test, removed afterwards.
final class TemporaryHall {
  /// The folder around the hall, for files outside it.
  let outside: String
  let root: String

  init(charter: String? = "---\n议事厅: 试\n---\n") throws {
    var template = Array((FileManager.default.temporaryDirectory.path + "/hall-XXXXXX").utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer -> String? in
      guard let base = buffer.baseAddress, let path = mkdtemp(base) else { return nil }
      return realpath(path, nil).map { resolved in
        defer { free(resolved) }
        return String(cString: resolved)
      }
    }
    outside = try #require(made)
    root = outside + "/厅"
    try folder("")
    if let charter { try write("hall.md", charter) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: outside)
  }

  func folder(_ path: String) throws {
    try FileManager.default.createDirectory(
      atPath: root + "/" + path, withIntermediateDirectories: true)
  }

  func write(_ path: String, _ text: String) throws {
    try write(path, bytes: Array(text.utf8))
  }

  func write(_ path: String, bytes: [UInt8]) throws {
    let full = root + "/" + path
    if let slash = full.lastIndex(of: "/") {
      try FileManager.default.createDirectory(
        atPath: String(full[..<slash]), withIntermediateDirectories: true)
    }
    try Data(bytes).write(to: URL(filePath: full))
  }

  /// The bytes of a file; nil where there is none.
  func bytes(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: root + "/" + path).map { Array($0) }
  }

  func link(_ path: String, to target: String) throws {
    try #require(symlink(target, root + "/" + path) == 0)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: root + "/" + path)
  }

  func names(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root + "/" + path).sorted()
  }

  /// A file that claims to have so many bytes, none of which is on the disk.
  func hollow(_ path: String, size: Int) throws {
    try write(path, "")
    try #require(truncate(root + "/" + path, size) == 0)
  }

  /// Makes a git index with some files.
  func track(_ paths: String...) throws {
    try write(".git/index", bytes: GitIndexBytes(paths).bytes)
  }

  func pipe(_ path: String) throws {
    try #require(mkfifo(root + "/" + path, 0o600) == 0)
  }

  var hall: HallFolder {
    get throws { try HallFolder(at: root) }
  }
}
