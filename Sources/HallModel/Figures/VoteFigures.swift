import HallSyntax

/// The figures that minutes keep for a vote, so that no later change affects it: 应到, 实到, a sum at
/// the end of each list of names, and 结果.
///
/// They are computed from names, roster and attendance, as if none of them were written, and
/// include only what the rule uses.
package struct VoteFigures: Sendable {
  package let vote: Vote
  /// Every figure that can be computed, whether or not it is written.
  package let all: [WrittenFigure]

  /// - Parameters:
  ///   - meeting: with the charter by which the vote is judged.
  ///   - language: the language of the words that are written.
  ///   - withoutLeft: whether those who left early are gone: the vote is taken now, and they left
  ///     before.
  package init(
    _ vote: Vote, in meeting: Meeting, ballotBook: BallotBook? = nil, _ language: Language,
    withoutLeft: Bool = false
  ) {
    self.vote = vote
    guard vote.hasCounts, let rule = vote.rule(in: meeting) else {
      all = []
      return
    }
    let reader = VoteReader(vote: vote, meeting: meeting, rule: rule, ballotBook: ballotBook)
    let words = FigureWords(rule, meeting.parties, language)
    var all: [WrittenFigure] = []
    func add(_ keyword: Keyword, _ text: String?) {
      if let text { all.append(WrittenFigure(vote: vote.node, keyword: keyword, text: text)) }
    }
    if rule.needsEntitled {
      add(.entitled, words.text(reader.entitled(meeting.attendance)))
    }
    if rule.needsPresent, vote.place == .room {
      let gone = withoutLeft ? meeting.attendance?.leftNames ?? [] : []
      add(.present, words.text(reader.present(meeting.attendance, without: gone)))
    }
    let document = vote.document
    for node in document.fields(of: vote.node) {
      let field = document.nodes[node]
      guard let keyword = field.keyword, Vocabulary.voteSides.contains(keyword),
        field.value.upperBound <= document.bytes.count
      else { continue }
      let list = NamedSum(document.slice(field.value))
      guard case .names(let names)? = try? BallotEntry(reading: list.names, in: meeting),
        let sum = words.text(reader.figures(names: names.map(FullWidth.name)))
      else { continue }
      all.append(
        WrittenFigure(
          vote: vote.node, field: node, keyword: keyword,
          text: list.names.string + words.beforeSum + sum))
    }
    let outcome = Tally(vote, in: meeting, ballotBook: ballotBook).computed
    if outcome.result != nil { add(.voteResult, outcome.text(language)) }
    self.all = all
  }

  /// The figures that the minutes lack.
  package var missing: [WrittenFigure] {
    all.filter { figure in
      guard let field = figure.field else {
        // An empty line is unknown until somebody fills it in; a result follows from the rest.
        return figure.keyword == .voteResult
          ? vote.value(.voteResult) == nil
          : vote.document.fieldNode(figure.keyword, of: vote.node) == nil
      }
      return NamedSum(vote.document.slice(vote.document.nodes[field].value)).sum == nil
    }
  }

  /// The written figures that equal the computed ones: whoever wrote them, they follow from the
  /// rest.
  package var standing: [WrittenFigure] {
    all.filter { figure in
      let node = figure.field ?? vote.document.fieldNode(figure.keyword, of: vote.node)
      return node.map { vote.document.slice(vote.document.nodes[$0].value).string } == figure.text
    }
  }
}

/// A figure in words, in the measures that a rule uses.
private struct FigureWords {
  private let rule: VotingRule
  private let parties: PartyList
  private let language: Language

  init(_ rule: VotingRule, _ parties: PartyList, _ language: Language) {
    (self.rule, self.parties, self.language) = (rule, parties, language)
  }

  /// The separator between a list and its sum.
  var beforeSum: String { language.say("、共 ", ", total ") }

  /// `2户 166.80㎡`, `3人`, `居民 2、物业 1`; nil where a measure of the rule is not known.
  func text(_ figures: Figures) -> String? {
    guard let heads = figures.heads.number else { return nil }
    if rule.measures.contains(.eachParty) { return byParty(figures, heads) }
    var parts: [String] = []
    for measure in rule.figures {
      switch measure {
      case .area:
        guard let area = figures.area.number else { return nil }
        parts.append(Area(units: area).text + "㎡")
      case .shares:
        guard let shares = figures.shares.number else { return nil }
        let share = ShareCount(units: shares, figures.shareUnit ?? .parts)
        parts.append(share.text(language))
      case .heads, .party: parts.append(headsText(heads))
      }
    }
    return parts.joined(separator: " ")
  }

  private func headsText(_ heads: Int128) -> String {
    if rule.countsUnits {
      return language.say("\(heads)户", Language.counted(heads, "unit"))
    }
    if rule.voters == .owners {
      return language.say("\(heads)户", Language.counted(heads, "household"))
    }
    return language.say("\(heads)人", "\(heads) " + (heads == 1 ? "person" : "people"))
  }

  private func byParty(_ figures: Figures, _ heads: Int128) -> String? {
    guard heads > 0 else { return "0" }
    guard let counts = figures.byParty, counts.values.reduce(0, +) == heads else { return nil }
    let known = parties.parties.map(\.name).filter { counts[$0] ?? 0 > 0 }
    guard known.reduce(0, { $0 + (counts[$1] ?? 0) }) == heads else { return nil }
    return known.map { "\($0) \(counts[$0] ?? 0)" }.joined(in: language)
  }
}

extension Outcome {
  /// A result in words: `当选 甲、乙`, `当选 甲；平票 乙、丙`; nil where it is not known.
  package func text(_ language: Language) -> String? {
    guard let result else { return nil }
    let names = elected ?? []
    if result == .tied {
      let sure =
        names.isEmpty ? [] : [Keyword.elected.word(language) + " " + names.joined(in: language)]
      let open = level.isEmpty ? "" : " " + level.joined(in: language)
      return (sure + [Keyword.tied.word(language) + open]).joined(
        separator: language.say("；", "; "))
    }
    guard !names.isEmpty else { return result.word(language) }
    let text = result.word(language) + " " + names.joined(in: language)
    guard !alternates.isEmpty else { return text }
    return text + language.say("；", "; ") + Keyword.alternates.word(language) + " "
      + alternates.joined(in: language)
  }
}
