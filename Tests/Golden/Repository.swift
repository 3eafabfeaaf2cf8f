import Foundation
import HallCommands
import Testing
@testable import HallGit

/// The repository the tests run in, and calls of the program within it.
enum Repository {
  static let root: URL = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
  }

  static func write(_ text: String, to path: String) throws {
    let file = root.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// The names of the files in a folder, sorted; none where it is missing.
  static func names(in folder: String) -> [String] {
    let path = root.appending(path: folder).path(percentEncoded: false)
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  /// The paths of all files below a folder, in whatever order.
  static func files(below folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(
      atPath: root.appending(path: folder).path(percentEncoded: false)
    ).map { folder + "/" + $0 }
  }

  /// A fixed world: 2025-12-01 09:00 in Beijing, 80 columns, no terminal unless asked for.
  static func context(
    in folder: URL = root, isTerminal: Bool = false, environment: [String: String] = [:]
  ) -> CommandContext {
    CommandContext(
      environment: ["NO_COLOR": "1"].merging(environment) { $1 },
      workingDirectory: folder.path(percentEncoded: false), now: 1_764_550_800,
      machineOffset: 8 * 3600, isTerminal: isTerminal, columns: 80)
  }
}

/// Goldens are reviewed text. `RECORD_GOLDEN=1` writes them anew and fails, so that no run that
/// records can pass for one that checks.
enum Golden {
  static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"

  static func expect(
    _ text: String, matches path: String, _ location: SourceLocation = #_sourceLocation
  ) throws {
    if isRecording {
      try Repository.write(text, to: path)
      Issue.record("recorded \(path)", sourceLocation: location)
      return
    }
    let expected = try? Repository.text(path)
    if expected != text {
      let difference = firstDifference(expected ?? "", text)
      Issue.record(
        "\(path) is stale: run RECORD_GOLDEN=1 swift test, and review it\n\(difference)",
        sourceLocation: location)
    }
  }

  private static func firstDifference(_ expected: String, _ actual: String) -> String {
    let expected = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let actual = actual.split(separator: "\n", omittingEmptySubsequences: false)
    for index in 0..<max(expected.count, actual.count) {
      let left = index < expected.count ? String(expected[index]) : "(no line)"
      let right = index < actual.count ? String(actual[index]) : "(no line)"
      if left != right { return "line \(index + 1)\n  expected: \(left)\n  actual:   \(right)" }
    }
    return ""
  }
}
