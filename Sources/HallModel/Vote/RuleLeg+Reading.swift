import HallSyntax

extension RuleLeg {
  /// Reads `人数 ≥ 2/3, 面积 ≥ 2/3`, `heads > 1/2`, `人数 三分之二以上`, `人数 过半数`.
  package static func list(reading slice: Slice) throws(ValueFault) -> [RuleLeg] {
    var legs: [RuleLeg] = []
    for part in NameList.split(slice) {
      var cursor = Cursor(part)
      guard let measure = cursor.takeMeasure() else { throw .malformed }
      cursor.skipSpaces()
      legs.append(RuleLeg(measure, try cursor.takeThreshold()))
      cursor.skipSpaces()
      guard cursor.atEnd else { throw .malformed }
    }
    guard !legs.isEmpty else { throw .emptyValue }
    return legs
  }
}

extension Cursor {
  fileprivate mutating func takeMeasure() -> Keyword? {
    for keyword in Vocabulary.keywords(in: .measure) {
      guard let entry = Vocabulary.entry(of: keyword) else { continue }
      if take(anyOf: entry.zh + entry.en) { return keyword }
    }
    return nil
  }

  /// Takes `≥ 2/3`, `>= 2/3`, `不少于 2/3`, `三分之二以上`, `> 1/2`, `超过 1/2`, `过半数`.
  fileprivate mutating func takeThreshold() throws(ValueFault) -> Threshold {
    if take(anyOf: ["≥", ">=", "不少于", "at least "]) {
      skipSpaces()
      return Threshold(try takeFraction(), inclusive: true)
    }
    if take(anyOf: ["过半数", "过半", "a majority", "majority"]) {
      return Threshold(Fraction(1, 2), inclusive: false)
    }
    if take(anyOf: [">", "超过", "多于", "more than "]) {
      skipSpaces()
      return Threshold(try takeFraction(), inclusive: false)
    }
    let fraction = try takeFraction()
    skipSpaces()
    guard take(anyOf: ["以上", "or more"]) else { throw .malformed }
    return Threshold(fraction, inclusive: true)
  }
}
