import HallModel
import HallSyntax
import HallWords
import HallWork

extension MinuteSession {
  /// `议2 更换主管 12/20分> `
  func prompt(_ history: [String], in context: CommandContext) -> Prompt {
    let text = promptText(context.columns)
    var prompt = Prompt(text(now), history: history, completions: completions)
    if let clock = context.clock { prompt.now = { text(clock()) } }
    prompt.leaving =
      Phrase(
        zh: "再按一次 Ctrl-C 离开，或写「完」", en: "Ctrl-C once more leaves; so does 'done'")[language]
    prompt.isHeldUntilNext = true
    return prompt
  }

  private func promptText(_ columns: Int) -> @Sendable (Int) -> String {
    guard let item = currentItem, let number = item.number else {
      let text = id + "> "
      return { _ in text }
    }
    let (clock, language, style) = (clock, language, style)
    let allotted = item.duration?.count
    let width = max(8, columns / 4)
    let title = DisplayWidth.clipped(VisibleText.line(item.title), to: width)
    return { now in
      let minutes = clock.seconds(number, at: now) / 60
      let unit = language.say("分", "min")
      var time = allotted.map { "\(minutes)/\($0)\(unit)" } ?? "\(minutes)\(unit)"
      if let allotted, minutes > allotted {
        let over = minutes - allotted
        time = style.red(time + language.say(" 超\(over)分", " \(over) over"))
      }
      return language.say("议", "item ") + "\(number) " + title + " " + time + "> "
    }
  }

  /// The words that can complete the last word of a line.
  private var completions: @Sendable (String) -> [String] {
    let (meeting, charter) = (meeting, loaded.hall.charter)
    let (language, rules) = (charter.language, rules)
    return { text in
      let word = LineEditor.lastWord(of: text)
      guard let line = MinuteLine(text + " "), text.contains(where: LineEditor.isBetween) else {
        return MinuteWord.words(language).map { $0 + " " }
      }
      func words(_ scope: Scope) -> [String] {
        Vocabulary.keywords(in: scope).map { $0.word(language) }
      }
      switch line.word {
      case .attend, .interest, .field, .object:
        return People(meeting, charter).matching(word, not: text)
      case .item:
        return meeting.items.compactMap { $0.number.map(String.init) } + meeting.items.map(\.title)
      case .vote, .figure(.rule): return rules
      case .figure(.method): return words(.method)
      case .figure(.voteResult): return words(.voteResult)
      case .figure(.motion): return words(.motion)
      case .figure, .note: return People(meeting, charter).matching(word, not: text)
      case .decision: return words(.decisionKind) + words(.basis)
      case .outcome: return words(.outcome)
      case .task:
        return text.contains { $0 == "@" || $0 == "＠" }
          ? People(meeting, charter).matching(word, not: "") + words(.dueWord) : []
      case .party, .answer, .adjourn, .strike, .correct, .undo, .show, .help, .done: return []
      }
    }
  }
}

/// The people and parties for completion.
private struct People {
  private let meeting: Meeting
  private let charter: Charter

  init(_ meeting: Meeting, _ charter: Charter) {
    self.meeting = meeting
    self.charter = charter
  }

  /// Names that begin with the text, except those already in the line; also the parties, and after
  /// its `/` the people of a party.
  func matching(_ word: String, not line: String) -> [String] {
    var found: [String] = []
    var seen: Set<String> = []
    let taken = Set(line.split(whereSeparator: LineEditor.isBetween).map(String.init))
    func add(_ name: String) {
      guard name.hasPrefix(word), name == word || !taken.contains(name), found.count < 500,
        seen.insert(name).inserted
      else { return }
      found.append(name)
    }
    let front = word.split(separator: "/", omittingEmptySubsequences: false).first.map(String.init)
    let party = word.contains("/") ? front : nil
    for line in meeting.attendance?.partyLines ?? [] {
      for name in line.names.map({ FullWidth.name($0.name) }) {
        if let party { if line.party == party { add(party + "/" + name) } } else { add(name) }
      }
    }
    for row in charter.roster.rows where !row.name.isEmpty {
      if let party { if row.party == party { add(party + "/" + row.name) } } else { add(row.name) }
    }
    if party == nil { for party in meeting.parties.parties { add(party.name) } }
    return found
  }
}
