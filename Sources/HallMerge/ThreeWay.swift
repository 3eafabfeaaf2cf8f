import HallModel
import HallSyntax

/// What three versions of a few bytes come to.
enum ThreeWay {
  /// The version that only one side changed, or both alike; nil where they contradict each other.
  ///
  /// Blanks at the end of a line and the way it ends mean nothing, but whoever changed only those
  /// keeps the change.
  static func pick(base: [UInt8]?, first: [UInt8], second: [UInt8]) -> [UInt8]? {
    if first == second || second == base { return first }
    if first == base { return second }
    let (plainFirst, plainSecond) = (plain(first), plain(second))
    if plainFirst == plainSecond { return first }
    guard let base else { return nil }
    let plainBase = plain(base)
    if plainSecond == plainBase { return first }
    return plainFirst == plainBase ? second : nil
  }

  /// What never contradicts itself: blank lines, and whether there are any.
  static func either<Value: Equatable>(base: Value?, first: Value, second: Value) -> Value {
    first == base ? second : first
  }

  /// Whether two versions say the same.
  static func isSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left == right || plain(left) == plain(right)
  }

  private static func plain(_ bytes: [UInt8]) -> [UInt8] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      Array(
        line[..<((line.lastIndex { ![0x20, 0x09, 0x0D].contains($0) } ?? line.startIndex - 1) + 1)])
    }.filter { !$0.isEmpty }.reduce(into: []) { $0 += $1 + [UInt8(ascii: "\n")] }
  }

  /// A list of names to which each side has added some, or taken some away: every change is made.
  ///
  /// - Returns: nil where one of the lists is none of names: a count, or counts by party.
  static func names(base: Slice, first: Slice, second: Slice, separator: String) -> [UInt8]? {
    let lists = [base, first, second].map { NameList.split($0).map(\.string) }
    // `12人`, `居民 12` are counts; 三 is part of many names.
    let isCounted = lists.joined().contains { name in
      FullWidth.name(Slice(name)).split(separator: " ").contains { word in
        word.utf8.first.map(isDigit) ?? false
      }
    }
    if isCounted { return nil }
    guard lists.allSatisfy({ !$0.isEmpty }) else { return nil }
    let gone = Set(lists[0]).subtracting(lists[2])
    let kept = lists[1].filter { !gone.contains($0) }
    let come = lists[2].filter { !lists[0].contains($0) && !kept.contains($0) }
    let names = kept + come
    return names.isEmpty ? nil : Array(names.joined(separator: separator).utf8)
  }
}
