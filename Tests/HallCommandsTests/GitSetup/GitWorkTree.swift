import Foundation
import HallCommands
import TestSupport
import HallWords
import Testing
@testable import HallGit

/// A git repository with a hall, in a temporary folder that is removed after the test. It sees none
/// of the machine's own settings.
final class GitWorkTree: Sendable {
  /// The temporary folder that holds everything.
  let base: URL
  /// The top of the work tree.
  let top: URL
  let hall: URL

  static let names = ["repo", "仓 库'\"$(x)`y`;&#%P\\"]

  /// - Parameters:
  ///   - folder: where the hall is in the repository: empty, or ending in `/`.
  ///   - files: what the hall has besides `hall.md`.
  init(
    _ folder: String = "", named name: String = "repo", files: [String: String] = [:]
  ) throws {
    base = FileManager.default.temporaryDirectory.appending(path: "hall-git-\(UUID().uuidString)")
    top = base.appending(path: name)
    hall = folder.isEmpty ? top : top.appending(path: folder)
    try FileManager.default.createDirectory(at: hall, withIntermediateDirectories: true)
    for (path, text) in files.merging(
      ["hall.md": TestHall.charter], uniquingKeysWith: { a, _ in a })
    {
      try write(text, to: path)
    }
    #expect(try sh("git init -q -b main . && git add -A && git commit -qm first") == "")
  }

  deinit { try? FileManager.default.removeItem(at: base) }

  private static func environment(_ base: URL) -> [String: String?] {
    let home = base.path(percentEncoded: false)
    var variables: [String: String?] = [
      "HOME": home, "XDG_CONFIG_HOME": home, "GIT_CONFIG_GLOBAL": "/dev/null",
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "王五", "GIT_AUTHOR_EMAIL": "w@example.org",
      "GIT_COMMITTER_NAME": "王五", "GIT_COMMITTER_EMAIL": "w@example.org", "HALL_AUTHOR": "王五",
      "GIT_AUTHOR_DATE": "2025-12-01T10:00:00+08:00", "LC_ALL": "C.UTF-8",
      "GIT_COMMITTER_DATE": "2025-12-01T10:00:00+08:00", "GIT_PAGER": "cat", "PAGER": "cat",
    ]
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"] {
      variables[name] = .some(nil)
    }
    return variables
  }

  private struct Hermetic: Programs {
    let changes: [String: String?]

    func run(_ call: ProgramCall) -> ProgramResult? {
      var call = call
      call.environment.merge(changes) { own, _ in own }
      return SystemPrograms().run(call)
    }
  }

  /// Runs a call in the hall's folder, or in another one.
  func run(_ words: String..., in folder: URL? = nil, program: String = "/opt/hall") -> Answer {
    CommandTable.answer(words, in: context(in: folder, program: program))
  }

  func context(in folder: URL? = nil, program: String = "/opt/hall") -> CommandContext {
    var context = CommandContext(
      environment: ["HALL_AUTHOR": "王五"],
      workingDirectory: (folder ?? hall).path(percentEncoded: false), now: 1_764_550_800,
      machineOffset: 8 * 3600, isTerminal: false, columns: 80)
    context.programs = Hermetic(changes: GitWorkTree.environment(base))
    context.programPath = { program }
    return context
  }

  /// Runs a `sh` script, with the built program as `$hall`, and returns its output.
  func sh(_ script: String, in folder: URL? = nil) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = folder ?? top
    var variables = ProcessInfo.processInfo.environment
    for (name, value) in GitWorkTree.environment(base) { variables[name] = value }
    // A test that uses `$hall` needs the built program.
    variables["hall"] = try? RealProgram.path
    process.environment = variables
    let pipe = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: said, as: UTF8.self)
  }

  /// - Parameter path: within the hall.
  func write(_ text: String, to path: String) throws {
    let file = hall.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func text(_ path: String) -> String? {
    (try? Data(contentsOf: hall.appending(path: path))).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Every file with its mode and its bytes, git's own files included.
  func everything() throws -> [String: String] {
    let manager = FileManager.default
    let root = base.path(percentEncoded: false)
    var found: [String: String] = [:]
    for path in try manager.subpathsOfDirectory(atPath: root) {
      let facts = try manager.attributesOfItem(atPath: root + "/" + path)
      guard facts[.type] as? FileAttributeType != .typeDirectory else { continue }
      let mode = facts[.posixPermissions].map { "\($0) " } ?? ""
      found[path] =
        mode + (manager.contents(atPath: root + "/" + path)?.base64EncodedString() ?? "")
    }
    return found
  }
}

/// A meeting with a vote that adds up, and one that does not.
enum StagedTexts {
  static let right = meeting(
    item: "#### 表决: 更换主管\n\n- 规则: 赞成多于反对\n- 应到: 10\n- 实到: 10\n- 同意: 7\n- 反对: 3\n- 结果: 通过")
  static let wrong = right.replacing("- 反对: 3", with: "- 反对: 5")
}
