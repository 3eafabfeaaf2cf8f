import HallModel
import HallSyntax
import HallWords

/// The place in the minutes: what a line is about if it does not say so.
package struct MinutePlace: Equatable, Sendable {
  /// For example `M-2025-008`.
  let meeting: String
  /// The current item.
  var item: Int?
  /// The current vote of the item, by its place; nil for the last.
  var vote: Int?
  /// The number of votes of the current item.
  var votes = 0
  /// What a task goes under: the last decision of the item, else the item.
  var taskOwner: String?
  /// The time of day, as `15:10`, for lines typed during the meeting.
  var time: String?
  /// The hours of the meeting, in minutes from midnight.
  var hours: ClosedRange<Int>?
  /// The votes of the current item without counts, by their places.
  package var waiting: [Int] = []
  /// The number of people present, from the current vote or the attendance.
  package var present: String?

  package init(
    meeting: String, item: Int? = nil, vote: Int? = nil, votes: Int = 0, taskOwner: String? = nil,
    time: String? = nil, hours: ClosedRange<Int>? = nil
  ) {
    self.meeting = meeting
    self.item = item
    self.vote = vote
    self.votes = votes
    self.taskOwner = taskOwner
    self.time = time
    self.hours = hours
  }
}

/// The meaning of a line: a call of another command, or something that is not a command.
package enum MinuteDeed: Equatable, Sendable {
  case call([String])
  /// Text for the current item.
  case note(String)
  case addItem(String)
  /// An item by its number or a part of its title.
  case chooseItem(String)
  case chooseVote(Int)
  /// A vote without a rule.
  case voteWithoutRule(String)
  case undo, show, help, done
  /// A task with a name before its day, of a person who may be the lead: the calls if so, and if
  /// not.
  case taskPerhapsOf(String, yes: [String], no: [String])
  /// A line that was read as more than it says, with a remark about that.
  indirect case noted(MinuteDeed, Phrase)
}

/// Why a line cannot be carried out.
package struct MinuteFault: Error, Equatable, Sendable {
  package let reason: Phrase

  init(zh: String, en: String) { reason = Phrase(zh: zh, en: en) }
}

/// Translates a line: the one place where the words of live minutes become calls of other commands.
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

  package func deed(_ line: MinuteLine) throws(MinuteFault) -> MinuteDeed {
    let rest = line.rest
    switch line.word {
    case .undo, .show, .help, .done: return try bare(line)
    case .note: return .note(try text(line, place.item))
    case .item: return try item(line)
    case .attend(let option):
      if option == nil, let figure = presentFigure(line) { return figure }
      return try attend(line, option)
    case .vote where rest.isEmpty && place.item != nil: return try waitingVote(line)
    case .vote:
      let (title, rule, methods) = vote(try text(line, place.item))
      if let number = Int(FullWidth.name(Slice(title))), rule == nil {
        guard (1...max(1, place.votes)).contains(number), place.votes > 0 else { throw noSuchVote }
        return .chooseVote(number)
      }
      guard let rule else { return .voteWithoutRule(title) }
      let method = methods.isEmpty ? [] : ["--method", methods.joined(separator: "、")]
      return .call(call("vote", title, ["--rule", rule] + method))
    case .figure(let keyword):
      let value = try text(line, place.item)
      guard place.votes > 0 else { throw noVote(line.written) }
      return .call(call("vote", nil, try figures(keyword, value, line.written)))
    case .decision:
      let (title, options) = segments(try text(line, place.item), Self.decisionOptions)
      return .call(call("decide", title, options))
    case .outcome: return .call(call("outcome", try text(line, place.item), []))
    case .task:
      if let call = try taskChange(rest) { return .call(call) }
      _ = try text(line, place.item)
      return task(rest)
    }
  }

  static let decisionOptions: [(Scope, Keyword, String)] = [
    (.decision, .kind, "--kind"), (.decision, .basis, "--basis"), (.decision, .funds, "--funds"),
    (.decision, .posted, "--posted"), (.decision, .supersedes, "--supersedes"),
    (.decision, .number, "--number"),
  ]

  static let taskOptions: [(Scope, Keyword, String)] = [
    (.task, .standard, "--standard"), (.task, .measures, "--measures"), (.task, .with, "--with"),
    (.task, .review, "--review"), (.task, .due, "--due"), (.task, .lead, "--lead"),
  ]

  /// Every option that may be after a word of a line.
  static let options: [(name: String, keyword: Keyword)] =
    (decisionOptions + taskOptions).map { ($0.2, $0.1) }
    + MinuteWord.figures.map { ($0.option, $0.keyword) }

  // MARK: What is missing

  /// The text after a command word, which needs a chosen item.
  private func text(_ line: MinuteLine, _ item: Int?) throws(MinuteFault) -> String {
    guard !line.rest.isEmpty else {
      throw MinuteFault(
        zh: "「\(line.written)」后面还要写内容", en: "'\(line.written)' needs something after it")
    }
    guard item != nil else {
      throw MinuteFault(
        zh: "还没有选议题，先写「议 1」这样选一个", en: "no item is chosen yet; choose one, as in 'item 1'")
    }
    return line.rest
  }

  /// A line of only one word: with more text after it, it is speech.
  private func bare(_ line: MinuteLine) throws(MinuteFault) -> MinuteDeed {
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

  // MARK: Calls

  /// A call about the current item.
  private func call(_ command: String, _ argument: String?, _ options: [String]) -> [String] {
    var words = [command, place.meeting, place.item.map(String.init) ?? ""]
    if let argument { words.append(argument.hasPrefix("-") ? " " + argument : argument) }
    if command == "vote", argument == nil, let vote = place.vote {
      words += ["--vote", String(vote)]
    }
    return words + options
  }

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
    return .call(call("vote", nil, ["--present", FullWidth.name(Slice(line.rest))]))
  }
}
