import HallSyntax

/// One thing of the record that counts towards a statistic.
struct Observation: Sendable {
  /// What places it in a period.
  enum When: Sendable {
    case on(Day?)
    /// In hand from the first day to the second; counted in full where it ends within the period.
    case inHand(from: Day?, until: Day?)
  }

  let statistic: Statistic
  let when: When
  /// The person it belongs to; nil where it belongs to nobody.
  let who: Person?
  let share: Share

  init(
    _ statistic: Statistic, _ when: When, _ who: Person? = nil, part: Int128 = 0,
    of whole: Int128 = 1, leftOut: Int = 0
  ) {
    self.statistic = statistic
    self.when = when
    self.who = who
    share = Share(part: part, whole: whole, leftOut: leftOut)
  }

  /// What it adds to a period; nil where it is not in the period.
  func share(in period: Period?) -> Share? {
    guard let period else { return share }
    switch when {
    case .on(let day): return day.map(period.contains) == true ? share : nil
    case .inHand(let from, let until):
      guard let from, from <= period.end, until.map({ $0 >= period.start }) ?? true else {
        return nil
      }
      guard share.part > 0 else { return share }
      // Its closing day is not known: it is in no period.
      guard let until else { return Share(leftOut: 1) }
      return Share(part: period.contains(until) ? share.part : 0, whole: share.whole)
    }
  }

  /// The days it covers.
  var days: [Day] {
    switch when {
    case .on(let day): day.map { [$0] } ?? []
    case .inHand(let from, let until): [from, until].compactMap { $0 }
    }
  }
}

extension Person {
  /// Whether this is the person asked for: by a name, or by a name with its party.
  func isNamed(_ name: String) -> Bool { self.name == name || (self.name != nil && text == name) }
}
