import Foundation
import HallCommands
import HallWords
import Synchronization
import Testing
@testable import HallGit

/// A document of one of the kinds that halls keep, written twice from the same `hall.md`: by hand, as a
/// clerk would from the paper, and with commands and lines of `hall minute` only.
///
/// `calls` is a shell script: `hall` with its words, and after `<<'END'` the lines that go through a pipe.
struct WrittenTwice {
  static let folder = "Tests/Golden/documents"
  static let names = Repository.names(in: folder)
  /// The day on which everything is asked.
  static let asOf = ["--as-of", "2026-11-20"]

  let name: String
  /// The files written by hand, recorded as they are.
  let hand: URL
  /// The files that the calls make.
  let made: URL
  private let calls: [String]

  init(_ name: String) throws {
    self.name = name
    let files = FileManager.default
    let source = Repository.root.appending(path: "\(WrittenTwice.folder)/\(name)")
    let root = files.temporaryDirectory.appending(path: "twice-\(UUID().uuidString)")
    (hand, made) = (root.appending(path: "hand"), root.appending(path: "made"))
    for folder in [hand, made] {
      try files.createDirectory(at: folder, withIntermediateDirectories: true)
      try files.copyItem(
        at: source.appending(path: "hall.md"), to: folder.appending(path: "hall.md"))
    }
    for kind in ["agendas", "matters"] {
      let path = source.appending(path: kind)
      guard files.fileExists(atPath: path.path(percentEncoded: false)) else { continue }
      try files.copyItem(at: path, to: hand.appending(path: kind))
    }
    calls = try Repository.text("\(WrittenTwice.folder)/\(name)/calls")
      .split(separator: "\n").map(String.init)
  }

  func remove() { try? FileManager.default.removeItem(at: hand.deletingLastPathComponent()) }

  /// The documents that either way has, as `agendas/M-2026-001.md`.
  var documents: [String] {
    let paths = [hand, made].flatMap { folder in
      ["agendas", "matters"].flatMap { kind in
        ((try? FileManager.default.contentsOfDirectory(
          atPath: folder.appending(path: kind).path(percentEncoded: false))) ?? [])
          .filter { $0.hasSuffix(".md") }.map { "\(kind)/\($0)" }
      }
    }
    return Set(paths).sorted()
  }

  /// Makes the calls in order; each has to do all that it says.
  func make() {
    var rest = calls[...]
    while let call = rest.popFirst() {
      guard call.hasPrefix("hall ") else { continue }
      let isPiped = call.hasSuffix(" <<'END'")
      let lines = isPiped ? Array(rest.prefix { $0 != "END" }) : []
      rest = rest.dropFirst(lines.count)
      let words = TypedCall.split(String(call.dropFirst(5).dropLast(isPiped ? 8 : 0)))
      let answer = answer(words, in: made, lines)
      #expect(answer.status == 0, "\(name): \(call)\n\(answer.output)\(answer.errors)")
    }
  }

  func answer(_ words: [String], in folder: URL, _ lines: [String] = []) -> Answer {
    CommandTable.answer(
      words,
      in: CommandContext(
        environment: ["HALL_AUTHOR": "clerk", "NO_COLOR": "1"],
        workingDirectory: folder.path(percentEncoded: false), now: 1_764_550_800,
        machineOffset: 8 * 3600, isTerminal: false, columns: 80, console: Pipe(lines)))
  }
}

/// The lines of a pipe.
private final class Pipe: Console {
  private let lines: Mutex<[String]>
  let isInteractive = false

  init(_ lines: [String]) { self.lines = Mutex(lines) }

  var hasLine: Bool { lines.withLock { !$0.isEmpty } }
  func show(_ text: String) {}
  func line(_ prompt: Prompt) -> String? {
    lines.withLock { $0.isEmpty ? nil : $0.removeFirst() }
  }
  func rest() -> [UInt8] {
    lines.withLock { lines in
      defer { lines = [] }
      return Array(lines.map { $0 + "\n" }.joined().utf8)
    }
  }
  func run(_ words: [String]) -> Int32? { nil }
}
