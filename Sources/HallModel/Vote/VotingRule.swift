import HallSyntax

/// One condition of a rule: a measure, and the fraction it must reach.
package struct RuleLeg: Sendable, Equatable {
  /// 人数, 面积 or 每方.
  package let measure: Keyword
  package let threshold: Threshold

  package init(_ measure: Keyword, _ threshold: Threshold) {
    self.measure = measure
    self.threshold = threshold
  }
}

/// How a vote is decided.
package struct VotingRule: Sendable, Equatable {
  package let name: String
  /// The built-in rule it is, or nil for the hall's own.
  package let builtIn: Keyword?
  /// 业主 or 成员.
  package var voters: Keyword
  package var quorum: [RuleLeg]
  package var pass: [RuleLeg]
  /// What a pass leg divides by: 应到, 实到, 参与 or 同意加反对.
  package var base: Keyword
  /// What becomes of silent ballots: 不计, 参与 or 随多数.
  package var silent: Keyword
  /// The measures of its legs.
  package var measures: Set<Keyword> { Set((quorum + pass).map(\.measure)) }
}

extension VotingRule {
  /// The built-in rules and the law behind them.
  package static let builtIn: [VotingRule] = {
    let half = Threshold(Fraction(1, 2), inclusive: false)
    let twoThirds = Threshold(Fraction(2, 3), inclusive: true)
    let threeQuarters = Threshold(Fraction(3, 4), inclusive: true)
    let whole = Threshold(Fraction(1, 1), inclusive: true)
    func both(_ threshold: Threshold) -> [RuleLeg] {
      [RuleLeg(.heads, threshold), RuleLeg(.area, threshold)]
    }
    func heads(_ threshold: Threshold) -> [RuleLeg] { [RuleLeg(.heads, threshold)] }
    func rule(
      _ keyword: Keyword, _ voters: Keyword = .members, quorum: [RuleLeg] = [],
      pass: [RuleLeg] = [], base: Keyword
    ) -> VotingRule {
      VotingRule(
        name: keyword.word(.zh), builtIn: keyword, voters: voters, quorum: quorum, pass: pass,
        base: base, silent: .ignored)
    }
    return [
      // Civil Code 278, items 1–5 and 9.
      rule(
        .ordinary, .owners, quorum: both(twoThirds), pass: both(half), base: .baseParticipating),
      // Civil Code 278, items 6–8.
      rule(
        .special, .owners, quorum: both(twoThirds), pass: both(threeQuarters),
        base: .baseParticipating),
      // Residents' Committee Law (2025), article 27.
      rule(.assembly, quorum: heads(half), pass: heads(half), base: .basePresent),
      // The same, articles 28 and 29.
      rule(.representatives, quorum: heads(twoThirds), pass: heads(half), base: .basePresent),
      // A committee of owners or of property management.
      rule(.committee, quorum: heads(half), pass: heads(half), base: .baseEntitled),
      rule(.consensus, pass: [RuleLeg(.eachParty, whole)], base: .baseCast),
      rule(.eachPartyMajority, pass: [RuleLeg(.eachParty, half)], base: .baseCast),
      rule(.simple, pass: heads(half), base: .baseCast),
      rule(.absolute, pass: heads(half), base: .baseEntitled),
      rule(.plurality, base: .baseCast),
    ]
  }()
}

/// The rules a vote may name: the built-in ones, and the hall's own, which go first.
package struct RuleBook: Sendable {
  /// Nil stands for a rule that cannot be read: it decides nothing, rather than half of what its
  /// author meant.
  private var own: [String: VotingRule?] = [:]
  /// The hall's own rules that take the place of a built-in one, under whichever of its names.
  private var replaced: [Keyword: VotingRule?] = [:]

  init(_ document: Document) {
    for (index, node) in document.nodes.enumerated() where node.kind == .rule {
      let name = FullWidth.name(document.slice(node.value))
      let rule = try? RuleBook.read(index, name: name, in: document)
      own[name] = .some(rule)
      if let keyword = Vocabulary.keyword(Slice(name), in: .ruleName) {
        replaced[keyword] = .some(rule)
      }
    }
  }

  /// The rule of a name as a vote writes it, in either language.
  package subscript(_ name: Slice) -> VotingRule? {
    if let rule = own[FullWidth.name(name)] { return rule }
    guard let keyword = Vocabulary.keyword(name, in: .ruleName) else { return nil }
    if let rule = replaced[keyword] { return rule }
    return VotingRule.builtIn.first { $0.builtIn == keyword }
  }

  /// Whether the hall has a rule of a name that cannot be read.
  package func isUnreadable(_ name: Slice) -> Bool {
    if let rule = own[FullWidth.name(name)] { return rule == nil }
    let keyword = Vocabulary.keyword(name, in: .ruleName)
    return keyword.flatMap { replaced[$0] }.map { $0 == nil } ?? false
  }

  package var ownNames: [String] { own.keys.sorted() }

  private static func read(
    _ index: Int, name: String, in document: Document
  ) throws(ValueFault) -> VotingRule {
    func value(_ keyword: Keyword) -> Slice? {
      document.field(keyword, of: index).flatMap { $0.isEmpty ? nil : $0 }
    }
    func word(_ keyword: Keyword, _ scope: Scope) throws(ValueFault) -> Keyword? {
      guard let value = value(keyword) else { return nil }
      guard let word = Vocabulary.keyword(value, in: scope) else { throw .malformed }
      return word
    }
    func legs(_ keyword: Keyword) throws(ValueFault) -> [RuleLeg] {
      guard let value = value(keyword) else { return [] }
      return try RuleLeg.list(reading: value)
    }
    return VotingRule(
      name: name, builtIn: nil, voters: try word(.voters, .voters) ?? .members,
      quorum: try legs(.quorum), pass: try legs(.pass),
      base: try word(.base, .base) ?? .baseParticipating,
      silent: try word(.silent, .silentRule) ?? .ignored)
  }
}

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
