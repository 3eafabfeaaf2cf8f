import HallModel
import HallSyntax
import HallWords

/// Translates a line: the one place where the words of live minutes become facts.
package struct MinuteTranslation: Sendable {
  let place: MinutePlace
  /// The parties of the meeting.
  let parties: [String]
  /// Whether the name is that of a known person.
  let isName: @Sendable (String) -> Bool
  let isRule: @Sendable (String) -> Bool
  let isDay: @Sendable (String) -> Bool
  /// The full names of parties and units that contain the text.
  let bodies: @Sendable (String) -> [String]

  package init(
    place: MinutePlace, parties: [String], isName: @escaping @Sendable (String) -> Bool,
    isRule: @escaping @Sendable (String) -> Bool, isDay: @escaping @Sendable (String) -> Bool,
    bodies: @escaping @Sendable (String) -> [String] = { _ in [] }
  ) {
    self.place = place
    self.parties = parties
    self.isName = isName
    self.isRule = isRule
    self.isDay = isDay
    self.bodies = bodies
  }

  /// What a line means; nil for speech.
  ///
  /// - Parameter read: the line as it was read; nil if it begins with no known word.
  package func deed(_ line: String, _ read: MinuteLine?) throws(MinuteFault) -> MinuteDeed? {
    if let read { return try deed(read) }
    return try spoken(line)
  }

  /// What a line means that begins with a known word.
  package func deed(_ line: MinuteLine) throws(MinuteFault) -> MinuteDeed {
    let rest = line.rest
    switch line.word {
    case .undo, .show, .help, .done: return try bare(line)
    case .note: return .note(try text(line, place.item))
    case .item: return try item(line)
    case .party: return .addParty(try text(line))
    case .attend(let list):
      if list == .present, let figure = presentFigure(line) { return figure }
      return try attend(line, list)
    case .vote where rest.isEmpty && place.item != nil: return try waitingVote(line)
    case .vote where place.votes > 0 && Vocabulary.keyword(Slice(rest), in: .motion) != nil:
      // motion procedural
      return currentVote(VoteLine(.motion, rest, called: line.written))
    case .vote:
      let text = try text(line, place.item)
      if let number = Int(FullWidth.name(Slice(text))) {
        guard (1...max(1, place.votes)).contains(number), place.votes > 0 else { throw noSuchVote }
        return .chooseVote(number)
      }
      return try newVote(text, line.written)
    case .figure(.recused) where place.votes == 0:
      return recusal(try text(line, place.item))
    case .field(let keyword): return try field(keyword, line)
    case .figure(let keyword):
      let value = try text(line, place.item)
      guard place.votes > 0 else { throw noVote(line.written) }
      var given = currentVote
      try addFigures(keyword, value, line.written, to: &given)
      return .vote(title: nil, given)
    case .decision:
      let kind = Vocabulary.keyword(Slice(line.written), in: .decisionKind)
      return try decision(try text(line, place.item), kind: kind.map { _ in line.written })
    case .outcome:
      let said = try text(line, place.item)
      // 结论 通过: of an item that has no vote.
      let isAgreed = ["确认", "通过", "一致通过", "同意", "一致同意"].contains(said) && place.votes == 0
      return .outcome(isAgreed ? Keyword.agreed.word(.zh) : said)
    case .interest:
      let said = try text(line, place.item)
      guard beginsWithName(said) else {
        throw MinuteFault(
          zh: "「\(line.written)」后面要写是谁，如「利害关系 张三 邻居 退场」；要记成话，写「记 …」",
          en: "'\(line.written)' needs a name, as in 'interest Ann left'; to keep it as a text,"
            + " 'note …'")
      }
      return .noteField(.interest, interest(said), of: .item)
    case .object, .answer: return try objection(line)
    case .strike: return .strike(try text(line))
    case .correct: return .correct(try text(line))
    case .adjourn: return .adjourn(rest, failed: line.written.hasPrefix("流会"))
    case .task:
      if let change = try taskChange(rest) { return change }
      _ = try text(line, place.item)
      return try task(rest)
    }
  }

  // MARK: The current vote

  /// Facts of the current vote, none of them given yet.
  var currentVote: GivenVote { GivenVote(which: place.vote.map(String.init)) }

  /// One fact of the current vote.
  func currentVote(_ line: VoteLine) -> MinuteDeed {
    var given = currentVote
    given.lines = [line]
    return .vote(title: nil, given)
  }

  // MARK: What is missing

  /// The text after a command word, which needs a chosen item.
  func text(_ line: MinuteLine, _ item: Int?) throws(MinuteFault) -> String {
    let text = try text(line)
    guard item != nil else {
      throw MinuteFault(
        zh: "还没有选议题，先写「议 1」这样选一个", en: "no item is chosen yet; choose one, as in 'item 1'")
    }
    return text
  }

  /// The text after a command word.
  func text(_ line: MinuteLine) throws(MinuteFault) -> String {
    guard !line.rest.isEmpty else {
      throw MinuteFault(
        zh: "「\(line.written)」后面还要写内容", en: "'\(line.written)' needs something after it")
    }
    return line.rest
  }

  /// A line of only one word: with more text after it, it is speech.
  private func bare(_ line: MinuteLine) throws(MinuteFault) -> MinuteDeed {
    // 散会 16:20
    if line.word == .done, let end = MinuteHour.atStart(of: line.rest, hours: place.hours),
      end.rest.isEmpty
    {
      return .end(end.time)
    }
    guard line.rest.isEmpty else {
      throw MinuteFault(
        zh: "「\(line.written)」要单独写一行；要记成话，写「记 …」",
        en: "'\(line.written)' must be alone in its line; to keep it as a text, write 'note …'")
    }
    switch line.word {
    case .undo: return .undo
    case .show: return .show
    case .done: return .done
    default: return .help
    }
  }

  private func noVote(_ word: String) -> MinuteFault {
    MinuteFault(
      zh: "这个议题还没有表决，「\(word)」没处写；先写「表决 题目」",
      en: "the item has no vote yet to write '\(word)' to; begin one with 'vote TITLE'")
  }

  private var noSuchVote: MinuteFault {
    MinuteFault(
      zh: "这个议题只有 \(place.votes) 次表决", en: "the item has only \(place.votes) votes")
  }

  // MARK: Items

  private func item(_ line: MinuteLine) throws(MinuteFault) -> MinuteDeed {
    let rest = line.rest
    guard !rest.isEmpty else {
      throw MinuteFault(
        zh: "「\(line.written)」后面写议题的序号，如「议 2」",
        en: "'\(line.written)' needs the number of an item, as in 'item 2'")
    }
    for word in ["新", "new"] {
      let head = rest.prefix { !$0.isWhitespace && !MinuteLine.isColon($0) }
      guard head.lowercased() == word else { continue }
      let title = String(
        rest.dropFirst(head.count).drop { $0.isWhitespace || MinuteLine.isColon($0) })
      guard !title.isEmpty else {
        throw MinuteFault(
          zh: "新议题要写题目，如「议 新 楼道照明」", en: "a new item needs a title: 'item new TITLE'")
      }
      return .addItem(title)
    }
    return .chooseItem(FullWidth.name(Slice(rest)))
  }

  /// The English word "present" is for people and for their number: with a number it is a figure of
  /// the vote.
  private func presentFigure(_ line: MinuteLine) -> MinuteDeed? {
    guard place.votes > 0, let first = line.rest.first, MinuteLine.isDigit(first) else {
      return nil
    }
    return currentVote(VoteLine(.present, FullWidth.name(Slice(line.rest)), called: line.written))
  }
}
