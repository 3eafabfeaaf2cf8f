import Synchronization

/// Lines that are read one after another.
final class DemoLines: Sendable {
  private let lines: Mutex<ArraySlice<String>>

  init(_ lines: [String]) { self.lines = Mutex(lines[...]) }

  var hasLine: Bool { lines.withLock { !$0.isEmpty } }
  func next() -> String? { lines.withLock { $0.popFirst() } }

  /// Those that are left.
  func rest() -> [String] {
    lines.withLock { lines in
      defer { lines = [] }
      return Array(lines)
    }
  }
}
