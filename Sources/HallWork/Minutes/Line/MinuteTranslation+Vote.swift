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

  /// The title, the rule after it, and the voting method: `换灯 居民会议 举手`.
  func vote(_ text: String) -> (title: String, rule: String?, methods: [String]) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    var (front, methods) = (words, [String]())
    while let count = (1...3).first(where: { MinuteTranslation.isMethod(front, last: $0) }) {
      methods.insert(front.suffix(count).joined(separator: " "), at: 0)
      front.removeLast(count)
    }
    // Without a rule before it, such a word belongs to the title.
    if let (title, rule) = titleAndRule(front) { return (title, rule, methods) }
    if let (title, rule) = titleAndRule(words) { return (title, rule, []) }
    return (text, nil, [])
  }

  private static func isMethod(_ words: [String], last count: Int) -> Bool {
    words.count > count
      && Vocabulary.keyword(Slice(words.suffix(count).joined(separator: " ")), in: .method) != nil
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
