import Foundation
import HallCommands
import HallWords

/// A hall in a temporary folder that is removed after the test.
final class TestHall: Sendable {
  let folder: URL

  static let charter = """
    ---
    议事厅: 试厅
    语言: zh
    ---

    # 试厅

    """

  init(_ files: [String: String], charter: String = TestHall.charter) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "hall-\(UUID().uuidString)")
    for (path, text) in files.merging(["hall.md": charter], uniquingKeysWith: { first, _ in first })
    {
      try write(Data(text.utf8), to: path)
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ data: Data, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func context(
    isTerminal: Bool = false, columns: Int = 80, environment: [String: String] = [:],
    console: any Console = SilentConsole()
  ) -> CommandContext {
    CommandContext(
      environment: environment, workingDirectory: folder.path(percentEncoded: false),
      now: 1_764_550_800, machineOffset: 8 * 3600, isTerminal: isTerminal, columns: columns,
      console: console)
  }

  func run(_ words: String...) -> Answer { CommandTable.answer(words, in: context()) }

  /// Runs a command as 王五 at a terminal, with these answers.
  func atTerminal(_ words: String..., answers: [String] = []) -> Answer {
    CommandTable.answer(
      words,
      in: context(
        isTerminal: true, environment: ["HALL_AUTHOR": "王五", "NO_COLOR": "1"],
        console: ScriptedConsole(answers)))
  }
}
