import HallModel
import HallSyntax
import HallWords

/// One paper ballot, as it will be written.
package struct Ballot: Equatable {
  /// The unit or the name written on it.
  package let voter: String
  package let isUnit: Bool
  package let identity: NamedVoter
  /// A word of the vocabulary, or the chosen options.
  package let choice: String

  package init(voter: String, isUnit: Bool, identity: NamedVoter, choice: String) {
    self.voter = voter
    self.isUnit = isUnit
    self.identity = identity
    self.choice = choice
  }

  /// Whether somebody voted; a silent or recused voter did not.
  package func isCast(_ language: Language) -> Bool {
    ![Keyword.silent, .recused].contains { $0.word(language) == choice }
  }
}

/// Determines who is meant on a ballot, and what was chosen.
package struct BallotJudge {
  /// Why a voter or a choice cannot be read.
  package struct Fault: Error {
    package let fact: Phrase
    package let hint: Phrase

    package init(fact: Phrase, hint: Phrase) {
      self.fact = fact
      self.hint = hint
    }
  }

  private let vote: Vote
  private let rule: VotingRule
  private let reader: VoteReader
  private let meeting: Meeting
  private let language: Language
  private let options: OptionLines

  package init(_ vote: Vote, in meeting: Meeting, rule: VotingRule, _ language: Language) {
    self.vote = vote
    self.rule = rule
    self.meeting = meeting
    self.language = language
    reader = VoteReader(vote: vote, meeting: meeting, rule: rule, ballotBook: nil)
    options = OptionLines(vote)
  }

  package func voter(_ text: String) throws(Fault) -> NamedVoter {
    let name = FullWidth.name(Slice(TableEdit.written(text)))
    let voter = reader.resolve(name)
    switch voter {
    case .voter: return voter
    // One ballot is one unit: a name that stands for several does not say which.
    case .ambiguous, .several:
      throw Fault(
        fact: Phrase(zh: "名册里叫「\(text)」的不止一位", en: "several voters are called '\(text)'"),
        hint: Phrase(zh: "写户号", en: "write the unit"))
    case .other(let bare):
      // A person in the minutes, though not in the roster.
      if rule.voters == .members, isHere(bare) { return voter }
      let isOnRoster = meeting.charter.roster.hasPerson(name)
      throw Fault(
        fact: isOnRoster
          ? Phrase(
            zh: "「\(text)」在名册里没有面积，不能算业主票",
            en: "'\(text)' has no area on the roster and cannot count as an owner's")
          : Phrase(zh: "名册里没有「\(text)」", en: "'\(text)' is not on the roster"),
        hint: isOnRoster
          ? Phrase(zh: "先在名册里补上面积", en: "give it its area in the roster first")
          : Phrase(
            zh: "核对纸票上的户号，或先把它补进名册", en: "check the ballot, or bring the roster up to date"))
    }
  }

  /// The owner of the unit a ballot is for; nil if the roster does not say.
  package func owner(_ identity: NamedVoter) -> String? {
    rule.voters == .owners ? reader.label(of: identity) : nil
  }

  private func isHere(_ name: String) -> Bool {
    meeting.attendance?.representedNames.contains(name) ?? false
  }

  /// The choice in the form that is written.
  package func choice(_ text: String) throws(Fault) -> String {
    let value = Slice(text)
    if value.trimmed.isEmpty {
      throw Fault(
        fact: Phrase(zh: "没有写意见", en: "no choice is written"),
        hint: Phrase(
          zh: "空白票写「无效」，没交回的写「未表态」", en: "write 'invalid' for a blank ballot, 'silent' for none"))
    }
    if let word = Vocabulary.keyword(value, in: .ballotWord) ?? BallotJudge.short[text] {
      let isSide = word == .votesFor || word == .against
      if !vote.isChoice || !isSide { return word.word(language) }
    }
    guard vote.isChoice else { throw unreadable(text) }
    let chosen = options.chosen(value)
    guard !chosen.isEmpty, options.hasAll(chosen), Set(chosen).count == chosen.count
    else { throw unreadable(text) }
    guard chosen.count <= vote.seats else {
      throw Fault(
        fact: Phrase(
          zh: "选了 \(chosen.count) 个，最多选 \(vote.seats) 个",
          en: "\(chosen.count) are chosen, and \(vote.seats) at most may be"),
        hint: Phrase(zh: "选多了的票写「无效」", en: "a ballot with too many is 'invalid'"))
    }
    return chosen.joined(in: language)
  }

  /// Abbreviations for quick typing.
  private static let short: [String: Keyword] = [
    "同": .votesFor, "反": .against, "弃": .abstain, "无": .invalid, "y": .votesFor, "n": .against,
  ]

  private func unreadable(_ text: String) -> Fault {
    let words =
      (vote.isChoice
        ? options.all.map(\.label) : [Keyword.votesFor, .against].map { $0.word(language) })
      + [Keyword.abstain, .invalid].map { $0.word(language) }
    return Fault(
      fact: Phrase(zh: "意见「\(text)」读不懂", en: "the choice '\(text)' cannot be read"),
      hint: Phrase(
        zh: "可以写：" + words.joined(separator: "、"), en: "there are: " + words.joined(separator: ", ")
      ))
  }

  // MARK: What they come to

  /// The counts for the minutes: the ballots themselves stay private.
  package func counts(of ballots: [Ballot]) -> [(keyword: Keyword, text: String)] {
    func count(_ word: Keyword) -> [Ballot] { ballots.filter { $0.choice == word.word(language) } }
    let cast = ballots.filter { $0.isCast(language) }
    var lines: [(Keyword, String)] = []
    if vote.isRemote || vote.value(.delivered) != nil { lines.append((.returned, text(cast))) }
    for word in [Keyword.invalid, .silent] where !count(word).isEmpty {
      lines.append((word, text(count(word))))
    }
    if !vote.isChoice {
      lines += [Keyword.votesFor, .against].map { ($0, text(count($0), isSide: true)) }
    }
    lines.append((.abstain, text(count(.abstain), isSide: true)))
    return lines
  }

  /// The counts of the options.
  package func options(of ballots: [Ballot]) -> [(label: String, text: String)] {
    var voters: [String: [Ballot]] = [:]
    for ballot in ballots {
      for label in Set(options.chosen(Slice(ballot.choice))) {
        voters[label, default: []].append(ballot)
      }
    }
    return options.all.map { ($0.label, text(voters[$0.label] ?? [], isSide: true)) }
  }

  /// `70户 5610.30㎡` under a rule for owners; `居民 12、物业 1` under one for members.
  private func text(_ ballots: [Ballot], isSide: Bool = false) -> String {
    let figures = reader.figures(names: ballots.map { FullWidth.name(Slice($0.voter)) })
    let isChinese = language == .zh
    if rule.voters == .owners {
      let area = figures.area.number.map { " \(Area(units: $0).text)㎡" } ?? ""
      return "\(ballots.count)" + (isChinese ? "户" : " households") + area
    }
    let parties = figures.byParty ?? [:]
    let known = meeting.parties.parties.map(\.name).filter { parties[$0] ?? 0 > 0 }
    let sum = known.reduce(0) { $0 + (parties[$1] ?? 0) }
    if isSide, !ballots.isEmpty, sum == Int128(ballots.count) {
      return known.map { "\($0) \(parties[$0] ?? 0)" }.joined(in: language)
    }
    return "\(ballots.count)" + (isChinese ? "人" : " people")
  }
}
