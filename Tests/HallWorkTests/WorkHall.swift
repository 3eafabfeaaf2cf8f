import Foundation
import HallGit
import HallModel
import HallStore
import HallSyntax
import HallWork
import HallWords
import TestSupport
import Testing

/// A hall in a folder of its own, gone with the test, and somebody who works on it.
final class WorkHall: Sendable {
  private let folder: TestFolder

  static let charter = """
    ---
    议事厅: 试厅
    语言: zh
    ---

    # 试厅

    ## 名册

    | 姓名 | 方   | 身份 |
    | ---- | ---- | ---- |
    | 王五 | 社区 |      |
    | 张三 | 居民 |      |
    | 钱七 | 居民 |      |

    """

  init(_ charter: String = WorkHall.charter, files: [String: String] = [:]) throws {
    folder = try TestFolder(files.merging(["hall.md": charter]) { first, _ in first })
  }

  /// 王五 at work; today is 2025-12-01, a Monday.
  func session(asks: Bool = false) throws -> Session {
    let path = folder.path
    let world = World(
      environment: ["HALL_AUTHOR": "王五"], workingDirectory: path, now: 1_764_550_800,
      machineOffset: 8 * 3600)
    var session = Session(try HallFolder(at: path), in: world, .zh)
    session.asks = asks
    return session
  }

  /// The hall as it is on the disk.
  func hall() throws -> Hall { try HallFolder(at: folder.path).load().0 }

  func text(_ path: String) throws -> String {
    try String(contentsOf: folder.url.appending(path: path), encoding: .utf8)
  }

  func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.path + "/" + path)
  }

  /// Adds a file as any other program would.
  func add(_ path: String, _ text: String) throws { try folder.write(text, to: path) }

  /// Edits a file as any other program would.
  func edit(_ path: String, _ old: String, _ new: String) throws {
    let text = try text(path)
    try #require(text.contains(old), "\(path) has no \(old)")
    try folder.write(text.replacing(old, with: new), to: path)
  }
}

extension Session {
  /// Performs an act, and replies to its questions with these words, in order.
  ///
  /// - Returns: the step, and what was asked.
  func perform(_ act: some Act, saying words: String...) throws -> (step: Step, asked: [String]) {
    var (session, asked) = (self, [String]())
    while true {
      do throws(Refusal) { return (try session.perform(act), asked) } catch {
        let question = try #require(error.question, "\(error.message.zh)")
        let word = asked.count < words.count ? words[asked.count] : ""
        asked.append(question.text.zh)
        session.replies[question] = word.isEmpty ? .declined : .words(word)
      }
    }
  }

  /// Why an act is refused, which it must be.
  func refusal(
    of act: some Act, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Refusal {
    let refused = #expect(throws: Refusal.self, sourceLocation: sourceLocation) {
      try perform(act)
    }
    return try #require(refused, sourceLocation: sourceLocation)
  }
}
