import HallModel
import HallSyntax
import HallWords

/// What is said of the current vote without a word of the files at the beginning: `3 for, 1 against`,
/// `carried`, `全票通过`, `举手`.
extension MinuteTranslation {
  func saidOfVote(_ line: String) -> MinuteDeed? {
    guard place.votes > 0 else { return nil }
    var text = line
    // 表决结果：4票同意，1票反对，通过
    for word in ["表决结果", "投票结果"] where text.hasPrefix(word) {
      text = String(text.dropFirst(word.count).trimmingColon)
    }
    var given = currentVote
    if text == "鼓掌通过", place.isWaiting {
      given.lines = [VoteLine(.method, Keyword.acclamation.word(.zh), called: text)]
      given.result = Keyword.carried.word(.zh)
    } else if MinuteTranslation.unanimities.contains(text.lowercased()) {
      guard place.isWaiting else { return nil }
      let word = Language(of: text) == .zh ? "一致" : "unanimous"
      given.lines = [VoteLine(.votesFor, word, called: text)]
    } else if let result = Vocabulary.keyword(Slice(text), in: .voteResult), result != .elected {
      given.result = text
    } else if place.isWaiting, let method = MinuteTranslation.method(text) {
      given.lines = [VoteLine(.method, method, called: Keyword.method.word(Language(of: text)))]
    } else if let movers = MinuteTranslation.movers(text) {
      given.lines = movers
    } else if let sides = MinuteTranslation.sides(text) ?? partiesAndSides(text)
      ?? peopleAndSides(text)
    {
      given.lines = sides
    } else if let comma = text.lastIndex(where: { "，,".contains($0) }),
      let result = Vocabulary.keyword(
        Slice(String(text[text.index(after: comma)...])), in: .voteResult),
      [.carried, .lost].contains(result),
      let sides = MinuteTranslation.sides(String(text[..<comma]))
    {
      given.lines = sides
      given.result = result.word(Language(of: text))
    } else if Vocabulary.keyword(Slice(text), in: .motion) != nil {
      given.lines = [VoteLine(.motion, text, called: text)]
    } else {
      return nil
    }
    return .vote(title: nil, given)
  }

  /// `举手`, `举手表决`, `无记名投票`, `voice vote`
  static func method(_ text: String) -> String? {
    let ends = ["", "表决", "投票"].filter { text.hasSuffix($0) }
    return ends.map { String(text.dropLast($0.count)) }.first {
      Vocabulary.keyword(Slice($0), in: .method) != nil
    }
  }

  /// Whether a line says that nobody was against.
  static let unanimities: Set<String> = [
    "全票通过", "全票", "一致通过", "全体通过", "全票同意", "一致同意", "全体同意", "都同意", "大家都同意", "无人反对", "没有人反对",
    "unanimous",
    "unanimously",
    "carried unanimously", "all in favour", "all in favor", "nem con", "nem. con.", "none against",
    "no one against", "nobody against",
  ]

  /// `moved Ann Lee seconded Bo Chen`, `Proposed by Ann Lee, seconded Bo Chen`.
  static func movers(_ text: String) -> [VoteLine]? {
    let words = text.split { $0.isWhitespace || $0 == "," }.map(String.init)
    guard let first = words.first, ["moved", "proposed"].contains(first.lowercased()),
      let second = words.firstIndex(where: { $0.lowercased() == "seconded" })
    else { return nil }
    func name(_ words: ArraySlice<String>) -> String {
      words.drop { $0.lowercased() == "by" }.joined(separator: " ")
    }
    let (mover, seconder) = (name(words[1..<second]), name(words[(second + 1)...]))
    guard !mover.isEmpty, !seconder.isEmpty else { return nil }
    return [
      VoteLine(.movedBy, mover, called: first), VoteLine(.secondedBy, seconder, called: "seconded"),
    ]
  }

  /// `3 for, 1 against`, `4人同意 0人反对`: numbers, each followed by its side.
  private static func sides(_ text: String) -> [VoteLine]? {
    var lines: [VoteLine] = []
    var rest = FullWidth.name(Slice(text))[...]
    while !rest.isEmpty {
      let number = rest.prefix(while: MinuteLine.isDigit)
      guard !number.isEmpty else { return nil }
      rest = rest.dropFirst(number.count).drop(while: \.isWhitespace)
      for unit in ["票", "户", "人", "名", "votes ", "vote "] where rest.hasPrefix(unit) {
        rest = rest.dropFirst(unit.count).drop(while: \.isWhitespace)
        break
      }
      let word = String(rest.prefix { !MinuteLine.isDigit($0) }).trimmingSeparators
      guard let side = side(word) else { return nil }
      lines.append(VoteLine(side, String(number), called: word))
      rest = rest.drop { !MinuteLine.isDigit($0) }
    }
    return lines.isEmpty ? nil : lines
  }

  /// `耿直、薛梅同意，冉明反对`: known people, each group followed by its side.
  func peopleAndSides(_ text: String) -> [VoteLine]? {
    var lines: [VoteLine] = []
    var names: [String] = []
    for part in text.split(whereSeparator: { $0.isWhitespace || "，,、；;".contains($0) }) {
      let part = String(part)
      let ends = ["不同意", "不赞成", "同意", "赞成", "反对", "弃权", "动议", "提议", "附议"]
      guard let end = ends.first(where: { part.hasSuffix($0) }) else {
        guard isName(part) else { return nil }
        names.append(part)
        continue
      }
      var name = String(part.dropLast(end.count))
      // 王秀芬改投同意
      if let verb = ["改投", "改成", "改为", "改"].first(where: name.hasSuffix) {
        name.removeLast(verb.count)
      }
      if !name.isEmpty { names.append(name) }
      guard !names.isEmpty, names.allSatisfy(isName) else { return nil }
      let keyword: Keyword? =
        switch end {
        case "动议", "提议": .movedBy
        case "附议": .secondedBy
        case "不赞成": .against
        default: Vocabulary.keyword(Slice(end), in: .ballotWord)
        }
      guard let keyword, !lines.contains(where: { $0.keyword == keyword }) else { return nil }
      lines.append(VoteLine(keyword, names.joined(separator: "、"), called: end))
      names = []
    }
    return lines.isEmpty || !names.isEmpty ? nil : lines
  }

  static func side(_ word: String) -> Keyword? {
    switch word.lowercased() {
    case "abstention", "abstentions", "abstained", "abstaining": .abstain
    case "in favour", "in favor": .votesFor
    case "opposed": .against
    default:
      Vocabulary.keyword(Slice(word), in: .ballotWord).flatMap {
        [.votesFor, .against, .abstain].contains($0) ? $0 : nil
      }
    }
  }
}
