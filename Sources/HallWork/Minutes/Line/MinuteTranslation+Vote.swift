import HallModel
import HallSyntax
import HallWords

/// The vote that a line is about, and the title of a new one.
extension MinuteTranslation {
  /// The vote of the item that still has no counts.
  func waitingVote(_ line: MinuteLine) throws(MinuteFault) -> MinuteDeed {
    if place.waiting.count == 1 { return .chooseVote(place.waiting[0]) }
    guard place.waiting.isEmpty else {
      let first = place.waiting[0]
      throw MinuteFault(
        zh: "有 \(place.waiting.count) 次表决还没有票数；写上是第几次，如「表决 \(first)」",
        en: "\(place.waiting.count) votes wait for counts; write which, as in 'vote \(first)'")
    }
    throw MinuteFault(
      zh: "这个议题没有等着写票数的表决；新的表决要写题目，如「表决 更换主管 居民会议」",
      en: "no vote of the item waits for counts; a new one needs a title: 'vote New lamps assembly'"
    )
  }

  /// A new vote, with what is said of it at once: `换灯 居民会议 举手；动议 张三；应到 51`.
  func newVote(_ text: String, _ written: String) throws(MinuteFault) -> MinuteDeed {
    var segments = text.split(whereSeparator: { ";；".contains($0) }).map { String($0).trimmedText }
    var said: [GivenVote] = []
    while segments.count > 1, let last = segments.last, let given = try facts(last) {
      said.insert(given, at: 0)
      segments.removeLast()
    }
    var front = segments.joined(separator: Language(of: text).say("；", "; "))
    if let (before, given) = try factsAtEnd(of: front) {
      said.insert(given, at: 0)
      front = before
    }
    var (title, rule, methods) = vote(front)
    if let named = said.lazy.compactMap(\.rule).first {
      // 请人；规则 委员会: the title is all that stands before it.
      (title, rule, methods) = (front, named, [])
    }
    guard let rule else { return .voteWithoutRule(title) }
    var given = GivenVote(rule: rule)
    if !methods.isEmpty {
      given.lines = [VoteLine(.method, methods.joined(separator: "、"), called: written)]
    }
    for fact in said {
      given.lines += fact.lines
      given.options += fact.options
      given.result = fact.result ?? given.result
    }
    return .vote(title: title, given)
  }

  /// The facts of a vote that a part of a line gives; nil for any other text.
  private func facts(_ text: String) throws(MinuteFault) -> GivenVote? {
    var given = GivenVote()
    if let movers = MinuteTranslation.movers(text) {
      given.lines = movers
    } else if let line = MinuteLine(text), case .figure(let keyword) = line.word, !line.rest.isEmpty
    {
      try addFigures(keyword, line.rest, line.written, to: &given)
    } else {
      return nil
    }
    return given
  }

  /// Numbers after the title and the rule: `建车棚 居民代表会议 应到 51`.
  private func factsAtEnd(
    of text: String
  ) throws(MinuteFault) -> (front: String, given: GivenVote)? {
    // A rule and its method are the last words of what is in front; no more are looked at, so that the
    // time for a long line grows with its length.
    var last: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      if vote(last.joined(separator: " ")).rule != nil {
        let rest = String(text[word.startIndex...]).trimmedText
        if let line = MinuteLine(rest), line.word.isCount,
          line.rest.first.map(MinuteLine.isDigit) ?? false, let given = try facts(rest)
        {
          return (String(text[..<word.startIndex]).trimmedText, given)
        }
      }
      last = last.suffix(23) + [String(word)]
    }
    return nil
  }

  /// The title, the rule after it, and the voting method: `换灯 居民会议 举手`.
  func vote(_ text: String) -> (title: String, rule: String?, methods: [String]) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    var (front, methods) = (words, [String]())
    while let count = (1...3).first(where: { MinuteTranslation.isMethod(front, last: $0) }) {
      let last = front.suffix(count).joined(separator: " ")
      methods.insert(contentsOf: NameList.split(Slice(last)).map(\.string), at: 0)
      front.removeLast(count)
    }
    // Without a rule before it, such a word belongs to the title.
    if let (title, rule) = titleAndRule(front) { return (title, rule, methods) }
    if let (title, rule) = titleAndRule(words) { return (title, rule, []) }
    return (text, nil, [])
  }

  private static func isMethod(_ words: [String], last count: Int) -> Bool {
    guard words.count > count else { return false }
    // 书面、线上
    let parts = NameList.split(Slice(words.suffix(count).joined(separator: " ")))
    return !parts.isEmpty && parts.allSatisfy { Vocabulary.keyword($0, in: .method) != nil }
  }

  /// The rule is the last word or words, if they name one.
  private func titleAndRule(_ words: [String]) -> (title: String, rule: String)? {
    for count in [1, 2, 3] where words.count > count {
      let rule = words.suffix(count).joined(separator: " ")
      guard isRule(rule) else { continue }
      var front = Array(words.dropLast(count))
      if front.count > 1, let last = front.last, Vocabulary.keyword(Slice(last), in: .vote) == .rule
      {
        front.removeLast()
      }
      return (front.joined(separator: " "), rule)
    }
    return nil
  }
}
