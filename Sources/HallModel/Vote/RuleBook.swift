import HallSyntax

/// The rules a vote may name: the built-in ones, and the hall's own, which take precedence.
package struct RuleBook: Sendable {
  /// Nil stands for a rule that cannot be read: it decides nothing, rather than half of what its
  /// author meant.
  private var own: [String: VotingRule?] = [:]
  /// The hall's own rules that replace a built-in one, under any of its names.
  private var replaced: [Keyword: VotingRule?] = [:]

  init(_ document: Document) {
    for (index, node) in document.nodes.enumerated() where node.kind == .rule {
      let name = FullWidth.name(document.slice(node.value))
      let rule = try? RuleBook.read(index, name: name, in: document)
      // Of two rules with one name, nobody knows which is meant.
      own[name] = .some(own.keys.contains(name) ? nil : rule)
      if let keyword = Vocabulary.keyword(Slice(name), in: .ruleName) {
        replaced[keyword] = .some(replaced.keys.contains(keyword) ? nil : rule)
      }
    }
  }

  /// The rule with a name as a vote writes it, in either language.
  package subscript(_ name: Slice) -> VotingRule? {
    if !own.isEmpty, let rule = own[FullWidth.name(name)] { return rule }
    guard let keyword = Vocabulary.keyword(name, in: .ruleName) else { return nil }
    if !replaced.isEmpty, let rule = replaced[keyword] { return rule }
    return VotingRule.builtIn.first { $0.builtIn == keyword }
  }

  /// Whether the hall has a rule with this name that cannot be read.
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
    func length(_ keyword: Keyword) throws(ValueFault) -> Length? {
      try value(keyword).map { text throws(ValueFault) in try Length(reading: text) }
    }
    var rule = VotingRule(
      name: name, builtIn: nil, voters: try word(.voters, .voters) ?? .members,
      participation: try legs(.participation), quorum: try legs(.quorum), pass: try legs(.pass),
      base: try word(.base, .base) ?? .baseParticipating,
      silent: try word(.silent, .silentRule) ?? .ignored,
      ignoresInvalid: try word(.invalid, .invalidRule) == .ignored,
      recused: try word(.recused, .recusedRule))
    rule.veto = try legs(.rejectedBy)
    rule.countsUnits = try word(.headsBy, .headsBy) == .byUnit
    rule.noticePeriod = try length(.noticePeriod)
    rule.postingPeriod = try length(.postingPeriod)
    rule.waitsForPosting = try word(.effective, .effectiveRule) == .afterPosting
    if let limit = value(.proxyLimit) {
      var cursor = Cursor(limit)
      guard let number = cursor.takeNumber()?.value, cursor.atEnd else { throw .malformed }
      rule.proxyLimit = number
    }
    // Who is needed is always a share of all who may vote.
    let isWhole = (rule.participation + rule.quorum).allSatisfy {
      $0.base == nil || $0.base == .baseEntitled
    }
    guard isWhole, !SingleFact.isRepeated(in: document.fields(of: index), of: document),
      !rule.contradictsItself, !rule.dividesNothing
    else { throw .malformed }
    return rule
  }
}
