import HallSyntax

/// The parts of one parent in three versions, paired, and in the order of the merged text.
struct Siblings {
  typealias Key = Element.Key

  let base: [Key: Element]
  let first: [Key: Element]
  let second: [Key: Element]
  /// Every part that either side has, in the merged order.
  let order: [Key]
  /// Whether both sides put the same parts into different orders.
  let hasOrderClash: Bool

  init(base: [Element], first: [Element], second: [Element]) {
    let baseKeys = base.map(\.key)
    let firstNamed = Siblings.paired(base, first)
    let secondNamed = Siblings.paired(base, second)
    func table(_ named: [(Key, Element)]) -> [Key: Element] {
      Dictionary(named) { earlier, _ in earlier }
    }
    self.base = table(base.map { ($0.key, $0) })
    self.first = table(firstNamed)
    self.second = table(secondNamed)
    let firstKeys = firstNamed.map(\.0)
    let secondKeys = secondNamed.map(\.0)
    let shared = Set(baseKeys).intersection(firstKeys).intersection(secondKeys)
    func common(_ keys: [Key]) -> [Key] { keys.filter(shared.contains) }
    let isFirstMoved = common(firstKeys) != common(baseKeys)
    let isSecondMoved = common(secondKeys) != common(baseKeys)
    let clashes =
      isFirstMoved && isSecondMoved && common(firstKeys) != common(secondKeys)
    hasOrderClash = clashes && shared.contains { [.vote, .decision].contains($0.kind) }
    let skeletonIsFirst = isFirstMoved || !isSecondMoved
    let (skeleton, others) = skeletonIsFirst ? (firstKeys, secondKeys) : (secondKeys, firstKeys)
    let tables = skeletonIsFirst ? (self.first, self.second) : (self.second, self.first)
    order = Siblings.woven(
      skeleton, others, base: Set(baseKeys), goesAfter: skeletonIsFirst
    ) { key, other in
      guard let day = tables.1[key]?.day else {
        // A decision stays below the vote it rests on, a task above decisions that did not lead to
        // it.
        return key.kind == .decision && other.kind == .vote
          || key.kind == .task && other.kind == .decision
      }
      return tables.0[other]?.day.map { $0 > day } ?? false
    }
  }

  /// Inserts the other side's additions after what precedes them there.
  ///
  /// - Parameters:
  ///   - goesAfter: whether they come after the additions of the skeleton at the same place.
  ///   - stops: whether one may not come after an addition.
  private static func woven(
    _ skeleton: [Key], _ others: [Key], base: Set<Key>, goesAfter: Bool,
    stops: (Key, Key) -> Bool
  ) -> [Key] {
    var order = skeleton
    var standing = Set(skeleton)
    let otherKeys = Set(others)
    var before: Key?
    for key in others {
      defer { before = key }
      guard standing.insert(key).inserted else { continue }
      var place = before.flatMap { order.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
      let isOwn = before.map { !base.contains($0) && !skeleton.contains($0) } ?? false
      if goesAfter, !isOwn {
        while place < order.count, !base.contains(order[place]), !otherKeys.contains(order[place]),
          !stops(key, order[place])
        {
          place += 1
        }
      }
      order.insert(key, at: place)
    }
    return order
  }

  /// The parts of one side under their names in the base: a part whose title or value was changed
  /// is the one missing there, if there is only one of its kind.
  private static func paired(_ base: [Element], _ side: [Element]) -> [(Key, Element)] {
    let (known, found) = (Set(base.map(\.key)), Set(side.map(\.key)))
    func group(_ element: Element) -> String {
      let key = element.key
      let words = key.name.split(separator: " ", maxSplits: 1)
      switch key.kind {
      case .field: return "\(key.kind.rawValue) \(words.first ?? "")"
      // `2025-11-20 结案: …`: the word after the day.
      case .logLine: return "\(key.kind.rawValue) \(words.last?.prefix { $0 != ":" } ?? "")"
      default: return "\(key.kind.rawValue)"
      }
    }
    let gone = Dictionary(grouping: base.filter { !found.contains($0.key) }, by: group)
    let come = Dictionary(grouping: side.filter { !known.contains($0.key) }, by: group)
    return side.map { element in
      let name = group(element)
      guard !known.contains(element.key), isRenamable(element.key),
        let before = gone[name], before.count == 1, come[name]?.count == 1
      else { return (element.key, element) }
      return (before[0].key, element)
    }
  }

  /// Whether a part is identified by words that may be changed, and not by a number or a key.
  private static func isRenamable(_ key: Key) -> Bool {
    switch key.kind {
    case .item, .task, .decision: !key.name.allSatisfy(\.isNumber)
    case .field: key.name.contains(" ")
    default: true
    }
  }
}
