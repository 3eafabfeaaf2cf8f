import HallModel
import HallSyntax

/// A three-way merge of a few bytes.
enum ThreeWay {
  /// The version that only one side changed, or that both changed alike; nil where they contradict
  /// each other.
  ///
  /// Blanks at the end of a line and the line ending do not count, but if only those changed, the
  /// change is kept.
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

  /// For values that never contradict each other: blank lines, and whether there are any.
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

  /// A list of names to which each side added names, or from which it removed some: every change is
  /// made.
  ///
  /// - Parameter base: nil if both sides started the list.
  /// - Returns: nil where the sides contradict each other (one name replaced by two different ones,
  ///   a remark written twice), and where a value is not a list of names: a count, or counts by
  ///   party.
  static func names(base: Slice?, first: Slice, second: Slice, separator: String) -> [UInt8]? {
    let base = base ?? first[first.startIndex..<first.startIndex]
    let sums = [base, first, second].map(NamedSum.init)
    // If the merged list is neither side's, neither sum fits: it is left out, and computed later.
    if sums.contains(where: { $0.sum != nil }) {
      let bare = sums.map(\.names)
      guard
        let names = names(base: bare[0], first: bare[1], second: bare[2], separator: separator)
      else { return nil }
      func people(_ list: Slice) -> Set<String> { Set(Names(list).order) }
      let side = [1, 2].first { people(bare[$0]) == people(names[...]) && sums[$0].sum != nil }
      guard let side, let sum = sums[side].sum else { return names }
      let tail = [first, second][side - 1][bare[side].endIndex..<sum.endIndex]
      return names + tail
    }
    let lists = [base, first, second].map(Names.init)
    guard lists.dropFirst().allSatisfy({ !$0.order.isEmpty }), !lists.contains(where: \.isCounted)
    else { return nil }
    return united(lists, separator)
  }

  /// Contact details, which are not names: each side's are kept.
  static func contacts(base: Slice?, first: Slice, second: Slice, separator: String) -> [UInt8]? {
    let lists = [base ?? first[first.startIndex..<first.startIndex], first, second].map(Names.init)
    guard lists.dropFirst().allSatisfy({ !$0.order.isEmpty }) else { return nil }
    return united(lists, separator)
  }

  private static func united(_ lists: [Names], _ separator: String) -> [UInt8]? {
    let (before, one, other) = (lists[0], lists[1], lists[2])
    func gone(_ side: Names) -> Set<String> { Set(before.order).subtracting(side.order) }
    func come(_ side: Names) -> Set<String> { Set(side.order).subtracting(before.order) }
    // If a name is replaced, both sides must have the same new name.
    if !gone(one).isDisjoint(with: gone(other)), come(one) != come(other) { return nil }
    var kept: [String] = []
    for name in one.order + other.order.filter({ !one.order.contains($0) }) {
      switch (before.texts[name], one.texts[name], other.texts[name]) {
      case (let was, let now?, let also?):
        if now == also || also == was {
          kept.append(now)
        } else if now == was || was == nil && FullWidth.name(Slice(now)) == name {
          kept.append(also)
        } else if was == nil, FullWidth.name(Slice(also)) == name {
          // A name without a remark does not contradict one with a remark.
          kept.append(now)
        } else {
          return nil
        }
      case (nil, let now?, nil), (nil, nil, let now?): kept.append(now)
      // Removed by one side, and rewritten by the other.
      case (let was?, let now?, nil), (let was?, nil, let now?): if now != was { return nil }
      case (_, nil, nil): continue
      }
    }
    return kept.isEmpty ? nil : Array(kept.joined(separator: separator).utf8)
  }

  /// A list of names, each as written, with its remark.
  private struct Names {
    private(set) var order: [String] = []
    private(set) var texts: [String: String] = [:]

    init(_ slice: Slice) {
      for part in NameList.split(slice) {
        let name = FullWidth.name(NameList.Element(part).name)
        if texts[name] == nil { order.append(name) }
        texts[name] = part.string
      }
    }

    /// Whether it contains a count: `12人`, `居民 12`, `张三等12人`. 三 is part of many names, and
    /// `2-1-301` is a unit.
    var isCounted: Bool {
      order.contains { name in
        let text = Slice(name)
        let isWord = name.split(separator: " ").contains { $0.utf8.first.map(isDigit) ?? false }
        // 甲7 is a name, and 张三等7人 are seven people.
        if let start = text.firstIndex(where: isDigit),
          isWord || name.contains("等") || name.last.map("人户名位票".contains) ?? false
        {
          return (try? Count(reading: text[start...])) != nil
        }
        guard let last = name.last, "人户名位票".contains(last) else { return false }
        let number = name.dropLast()
        return number.contains("等") || number.allSatisfy { "一二两三四五六七八九十百千〇零".contains($0) }
      }
    }
  }
}
