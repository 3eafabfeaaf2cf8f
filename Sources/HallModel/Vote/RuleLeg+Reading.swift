import HallSyntax

extension RuleLeg {
  /// Reads `人数 ≥ 2/3, 面积 ≥ 2/3`, `heads > 1/2`, `人数 三分之二以上`, `人数 过半数`, `人数 ≥ 75`,
  /// `面积 ≥ 2/3 占 应到`, `area >= 2/3 of cast`.
  package static func list(reading slice: Slice) throws(ValueFault) -> [RuleLeg] {
    var legs: [RuleLeg] = []
    for part in NameList.split(slice) {
      var cursor = Cursor(part)
      guard let measure = cursor.takeMeasure() else { throw .malformed }
      cursor.skipSpaces()
      let threshold = try cursor.takeThreshold(of: measure)
      cursor.skipSpaces()
      var base: Keyword?
      if !cursor.atEnd {
        guard cursor.take(anyOf: ["占", "of "]) else { throw .malformed }
        base = Vocabulary.keyword(cursor.rest, in: .base)
        if base == nil { throw .malformed }
      }
      legs.append(RuleLeg(measure, threshold, base: base))
    }
    guard !legs.isEmpty else { throw .emptyValue }
    return legs
  }
}

extension Cursor {
  fileprivate mutating func takeMeasure() -> Keyword? {
    for keyword in Vocabulary.keywords(in: .measure) where take(keyword) { return keyword }
    return nil
  }

  /// Takes `≥ 2/3`, `>= 2/3`, `不少于 2/3`, `三分之二以上`, `> 1/2`, `超过 1/2`, `过半数`.
  fileprivate mutating func takeThreshold(of measure: Keyword) throws(ValueFault) -> Threshold {
    if take(anyOf: ["≥", ">=", "不少于", "at least "]) {
      skipSpaces()
      return Threshold(try takeAmount(of: measure), inclusive: true)
    }
    if take(anyOf: ["过半数", "过半", "a majority", "majority"]) {
      return Threshold(Fraction(1, 2), inclusive: false)
    }
    if take(anyOf: [">", "超过", "多于", "more than "]) {
      skipSpaces()
      return Threshold(try takeAmount(of: measure), inclusive: false)
    }
    let amount = try takeAmount(of: measure)
    skipSpaces()
    guard take(anyOf: ["以上", "or more"]) else { throw .malformed }
    return Threshold(amount, inclusive: true)
  }

  /// Takes `2/3`, `75%` or `三分之二`; or a number in the unit of a measure, as `75`, `75户`,
  /// `5000㎡`, `45份`.
  private mutating func takeAmount(of measure: Keyword) throws(ValueFault) -> Threshold.Amount {
    var ahead = self
    do throws(ValueFault) {
      let fraction = try ahead.takeFraction()
      self = ahead
      return .fraction(fraction)
    } catch {
      guard error == .malformed else { throw error }
    }
    let number: Int128
    if let words = takeChineseNumber() {
      number = Int128(words) * ShareCount.one
    } else {
      number = try takeDecimal(places: ShareCount.places)
    }
    skipSpaces()
    switch measure {
    case .area:
      guard number % 100 == 0 else { throw .tooPrecise }
      _ = takeAreaUnit()
      return .number(number / 100, Area(units: number / 100).text + "㎡")
    case .shares:
      _ = takePartsUnit()
      return .number(number, ShareCount.number(number))
    default:
      guard number % ShareCount.one == 0 else { throw .malformed }
      _ = take(anyOf: ["户", "人", "票", "名", "位", "households", "people", "votes", "units"])
      return .number(number / ShareCount.one, String(number / ShareCount.one))
    }
  }
}
