import Foundation
import HallCommands
import HallModel
import HallWords
import Testing

@testable import HallGit

/// Programs that see none of this machine's own git settings.
struct HermeticPrograms: Programs {
  func run(_ call: ProgramCall) -> ProgramResult? {
    var call = call
    let settings: [String: String?] = [
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "HOME": "/nonexistent",
    ]
    call.environment.merge(settings) { mine, _ in mine }
    return SystemPrograms().run(call)
  }
}

/// A hall that several people share: a bare repository, and a clone for each of them.
final class SharedHall {
  let folder: URL
  /// The programs of everybody's machine.
  var programs: any Programs = HermeticPrograms()
  /// Advances with every call, so that no two calls have the same time.
  private(set) var now = 1_764_550_800
  /// What computes figures, for everybody.
  var reckoning: FigureReckoning? = .written

  /// - Parameters:
  ///   - files: the first files of the hall, besides `hall.md`.
  ///   - remote: the name of the shared repository's folder.
  init(
    _ files: [String: String], charter: String = TestHall.charter, remote: String = "shared.git",
    clones: [String] = ["甲", "乙"], branch: String = "main", hall: String = ""
  ) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "share-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    self.hall = hall
    git(["init", "--quiet", "--bare", path(remote)])
    git(["-C", path(remote), "symbolic-ref", "HEAD", "refs/heads/" + branch])
    for (index, name) in clones.enumerated() {
      git(["clone", "--quiet", path(remote), path(name)])
      if index == 0 {
        git(["-C", path(name), "symbolic-ref", "HEAD", "refs/heads/" + branch])
        let own = ["hall.md": charter, ".gitignore": ".hall/\nprivate/\n"]
        for (file, text) in files.merging(own, uniquingKeysWith: { $1 }) {
          try write(text, to: file, of: name)
        }
        #expect(share(name).status == 0)
      }
    }
  }

  /// Where the hall is in the repository: empty, or a folder's name.
  let hall: String

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.path(percentEncoded: false) + "/" + name }

  func hallPath(_ name: String) -> String { path(name) + (hall.isEmpty ? "" : "/" + hall) }

  @discardableResult
  func git(_ words: [String]) -> ProgramResult {
    programs.run(
      ProgramCall(
        ["git", "-c", "user.name=某", "-c", "user.email=mou@example.cn"] + words))
      ?? ProgramResult(status: 127)
  }

  /// Runs git in somebody's clone.
  @discardableResult
  func git(of name: String, _ words: String...) -> ProgramResult {
    git(["-C", path(name)] + words)
  }

  /// Runs a call in somebody's clone, at a terminal if there are answers.
  @discardableResult
  func run(_ name: String, _ words: [String], answers: [String]? = nil) -> Answer {
    run(name, words, console: answers.map { ScriptedConsole($0) })
  }

  /// The same with a console that the test can inspect afterwards.
  @discardableResult
  func run(_ name: String, _ words: [String], console: ScriptedConsole?) -> Answer {
    now += 60
    var context = CommandContext(
      environment: ["HALL_AUTHOR": name, "NO_COLOR": "1"], workingDirectory: hallPath(name),
      now: now, machineOffset: 8 * 3600, isTerminal: console != nil, columns: 80,
      console: console ?? SilentConsole() as any Console)
    context.programs = programs
    context.reckoning = reckoning
    return CommandTable.answer(words, in: context)
  }

  @discardableResult
  func share(_ name: String, answers: [String]? = nil) -> Answer {
    run(name, ["share"], answers: answers)
  }

  func text(_ path: String, of name: String) -> String {
    let file = URL(filePath: hallPath(name)).appending(path: path)
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }

  func write(_ text: String, to path: String, of name: String) throws {
    let file = URL(filePath: hallPath(name)).appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func edit(_ path: String, of name: String, _ old: String, _ new: String) throws {
    let text = text(path, of: name)
    #expect(text.contains(old))
    try write(text.replacing(old, with: new, maxReplacements: 1), to: path, of: name)
  }

  /// Every file of somebody's hall that is shared, with its text.
  func record(of name: String) -> [String: String] {
    let root = URL(filePath: hallPath(name))
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: hallPath(name))) ?? []
    return Dictionary(
      uniqueKeysWithValues: paths.filter {
        $0 == "hall.md" || $0.hasPrefix("agendas/M") || $0.hasPrefix("matters/Q")
          || $0.hasPrefix("history/")
      }.map { ($0, (try? String(contentsOf: root.appending(path: $0), encoding: .utf8)) ?? "") })
  }
}
