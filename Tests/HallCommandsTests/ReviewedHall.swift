import Foundation
import HallCommands
import HallWords
import Testing

@testable import HallGit

/// A hall in its own git repository, which ignores this machine's settings.
struct ReviewedHall {
  let hall: TestHall
  /// Where the hall is in the repository; empty, or ending in `/`.
  let prefix: String

  init(_ files: [String: String] = [:], below prefix: String = "") throws {
    self.prefix = prefix
    hall = try TestHall([:])
    try FileManager.default.removeItem(at: hall.folder.appending(path: "hall.md"))
    try git("init", "-q", "-b", "main")
    let all = ["hall.md": TestHall.charter].merging(files) { $1 }
    if !files.isEmpty {
      for (path, text) in all { try write(text, to: path) }
    }
  }

  @discardableResult
  func git(_ words: String..., at time: String = "2025-12-01T09:00:00+08:00") throws -> String {
    let call = ProgramCall(
      ["git", "-C", hall.folder.path(percentEncoded: false)] + words,
      environment: Hermetic.environment.merging(
        ["GIT_AUTHOR_DATE": time, "GIT_COMMITTER_DATE": time]) { $1 })
    let result = try #require(SystemPrograms().run(call))
    #expect(result.isDone, "git \(words): \(result.errorText)")
    return result.text.split(separator: "\n").first.map(String.init) ?? ""
  }

  /// Commits everything, and returns the commit's hash.
  @discardableResult
  func commit(_ message: String = "x", at time: String = "2025-12-01T09:00:00+08:00") throws
    -> String
  {
    try git("add", "-A")
    try git("commit", "-q", "--allow-empty", "-m", message, at: time)
    return try git("rev-parse", "HEAD")
  }

  func write(_ text: String, to path: String) throws {
    try hall.write(Data(text.utf8), to: prefix + path)
  }

  func edit(_ path: String, _ old: String, _ new: String) throws {
    let text = hall.text(prefix + path)
    #expect(text.contains(old), "\(path) has no \(old)")
    try write(text.replacing(old, with: new), to: path)
  }

  /// Runs a call in the hall, as 王五.
  func run(_ words: String...) -> Answer { run(words) }

  func run(
    _ words: [String], by author: String? = "王五", at now: Int = 1_764_550_800,
    terminal: [String]? = nil
  ) -> Answer {
    let console: any Console = terminal.map { ScriptedConsole($0) } ?? SilentConsole()
    var context = hall.context(
      isTerminal: terminal != nil,
      environment: ["NO_COLOR": "1"].merging(author.map { ["HALL_AUTHOR": $0] } ?? [:]) { $1 },
      console: console)
    context.now = now
    context.workingDirectory += "/" + prefix
    context.programs = Hermetic()
    return CommandTable.answer(words, in: context)
  }

  /// This machine's programs without its settings.
  struct Hermetic: Programs {
    static let environment: [String: String?] = [
      "HOME": "/nowhere", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
      "GIT_AUTHOR_NAME": "王五", "GIT_AUTHOR_EMAIL": "w@example.org",
      "GIT_COMMITTER_NAME": "王五", "GIT_COMMITTER_EMAIL": "w@example.org",
    ]

    func run(_ call: ProgramCall) -> ProgramResult? {
      var call = call
      call.environment = Self.environment.merging(call.environment) { $1 }
      return SystemPrograms().run(call)
    }
  }

  /// Every file with its bytes, git's own files included.
  func everything() throws -> [String: String] { try hall.everything() }
}
