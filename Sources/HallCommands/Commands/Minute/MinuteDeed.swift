import HallModel
import HallSyntax
import HallWords

/// Where the minutes are: what a line is about that does not say it.
package struct MinutePlace: Equatable, Sendable {
  /// As in `M-2025-008`.
  let meeting: String
  /// The current item.
  var item: Int?
  /// The current vote of it, by its place; nil for the last.
  var vote: Int?
  /// How many votes the current item has.
  var votes = 0
  /// What a task is handed out under: the last decision of the item, else the item.
  var taskOwner: String?
  /// The time of the day, as `15:10`, where the line is written as it happens.
  var time: String?
  /// From when to when the meeting is, in minutes from midnight.
  var hours: ClosedRange<Int>?
  /// The votes of the current item that have no counts, by their places.
  package var waiting: [Int] = []
  /// How many are there, as the current vote or the attendance has it.
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

/// What a line asks for: a call of another command, or one of the few things that are none.
package enum MinuteDeed: Equatable, Sendable {
  case call([String])
  /// Text for the current item.
  case note(String)
  case addItem(String)
  /// An item by its number or a part of its title.
  case chooseItem(String)
  case chooseVote(Int)
  /// A vote whose rule is not said.
  case voteWithoutRule(String)
  case undo, show, help, done
  /// A task with somebody named in front of its day who may lead it: the calls if so, and if not.
  case taskPerhapsOf(String, yes: [String], no: [String])
  /// Something that was understood as more than was written, which is said.
  indirect case noted(MinuteDeed, Phrase)
}

/// Why a line cannot be done as it is.
package struct MinuteFault: Error, Equatable, Sendable {
  package let reason: Phrase

  init(zh: String, en: String) { reason = Phrase(zh: zh, en: en) }
}

/// Makes a deed of a line: the one place where the words of live minutes become the calls of the
/// other commands.
package struct MinuteTranslation: Sendable {
  let place: MinutePlace
  /// The parties of the meeting.
  let parties: [String]
  /// Whether somebody of this name is known.
  let isName: @Sendable (String) -> Bool
  let isRule: @Sendable (String) -> Bool
  let isDay: @Sendable (String) -> Bool
  /// The parties and units whose names have this in them, as they are written.
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

  /// Every option that stands behind a word of a line.
  static let options: [(name: String, keyword: Keyword)] =
    (decisionOptions + taskOptions).map { ($0.2, $0.1) }
    + MinuteWord.figures.map { ($0.option, $0.keyword) }

  // MARK: What is missing

  /// The rest of a line that needs one, in a meeting whose item is chosen.
  private func text(_ line: MinuteLine, _ item: Int?) throws(MinuteFault) -> String {
    guard !line.rest.isEmpty else {
      throw MinuteFault(
        zh: "「\(line.written)」后面还要写内容", en: "'\(line.written)' needs something behind it")
    }
    guard item != nil else {
      throw MinuteFault(
        zh: "还没有选议题，先写「议 1」这样选一个", en: "no item is chosen yet; choose one, as in 'item 1'")
    }
    return line.rest
  }

  /// A line that is one word: with more behind it, it is something somebody said.
  private func bare(_ line: MinuteLine) throws(MinuteFault) -> MinuteDeed {
    guard line.rest.isEmpty else {
      throw MinuteFault(
        zh: "「\(line.written)」要单独写一行；要记成话，写「记 …」",
        en: "'\(line.written)' stands alone in its line; to keep it as a text, write 'note …'")
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

  /// English has one word for who is present and for how many are: with a number it is a figure of
  /// the vote.
  private func presentFigure(_ line: MinuteLine) -> MinuteDeed? {
    guard place.votes > 0, let first = line.rest.first, MinuteLine.isDigit(first) else {
      return nil
    }
    return .call(call("vote", nil, ["--present", FullWidth.name(Slice(line.rest))]))
  }
}
