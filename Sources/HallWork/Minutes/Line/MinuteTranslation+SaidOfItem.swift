import HallModel
import HallSyntax
import HallWords

/// What is said of the item or its decision without a word of the files at the beginning: `公示15天`,
/// `张建国主持`.
extension MinuteTranslation {
  /// `公示15天`, `经费3.2万元`, `从12月10日起执行`: a fact of the decision of the item.
  func saidOfDecision(_ text: String) -> MinuteDeed? {
    guard let decision = place.decision else { return nil }
    var given = GivenDecision()
    if let (keyword, value) = MinuteTranslation.attached(text) ?? MinuteTranslation.joined(text) {
      given.set(keyword, value)
    } else if let day = effectiveDay(text) {
      given.effective = SpokenDay(day, called: Keyword.effective.word(.zh))
    } else {
      return nil
    }
    return .changeDecision(decision, given)
  }

  /// `张建国主持`: who has the chair from now on, if it is a known person.
  func takingTheChair(_ text: String) -> MinuteDeed? {
    let name = String(text.dropLast(2)).trimmedText
    guard text.hasSuffix("主持"), isName(name) else { return nil }
    return .noteField(.chair, name, of: chairHome)
  }

  /// `选举 楼组长 得票最多`: a vote, if a rule is named.
  func election(_ text: String) -> MinuteDeed? {
    guard place.item != nil, text.hasPrefix("选举"),
      let deed = try? newVote(text, "表决"), case .vote = deed
    else { return nil }
    return deed
  }

  /// `更正：赞成4票`: the figure is written anew.
  func correction(_ text: String) throws(MinuteFault) -> MinuteDeed? {
    guard let word = ["更正", "纠正", "改正"].first(where: text.hasPrefix) else { return nil }
    let rest = String(text.dropFirst(word.count).trimmingColon)
    guard !rest.isEmpty, let deed = try deed(rest, MinuteLine(rest)), case .vote(nil, _) = deed
    else { return nil }
    return deed
  }

  /// `12月10日生效`, `自12月10日起生效`: the day.
  func effectiveDay(_ text: String) -> String? {
    guard let verb = ["开始生效", "生效", "执行", "施行", "实施"].first(where: text.hasSuffix) else {
      return nil
    }
    var day = String(text.dropLast(verb.count))
    for word in ["自", "从", "于"] where day.hasPrefix(word) { day.removeFirst() }
    for word in ["起", "开始"] where day.hasSuffix(word) { day.removeLast(word.count) }
    if day == "即日" { day = "今天" }
    return isDay(day) ? day : nil
  }

  /// `公示15天`, `公示期7天`, `经费3.2万元`, `费用2000元从公共收益支出`: a field and its value, which begins with a
  /// number.
  static func attached(_ text: String) -> (keyword: Keyword, value: String)? {
    let words: [(String, Keyword)] = [
      ("公示期", .posted), ("公示", .posted), ("经费", .funds), ("费用", .funds), ("资金", .funds),
    ]
    guard let (word, keyword) = words.first(where: { text.hasPrefix($0.0) }) else { return nil }
    let value = text.dropFirst(word.count).trimmingColon
    guard let first = value.first, MinuteLine.isDigit(first) || "一二三四五六七八九十两百千万半".contains(first)
    else { return nil }
    return (keyword, String(value))
  }

  /// `依据协商一致`, `协商一致`, `性质协商意见`, `公示到12月10号`, `公示期满生效`: a field and its value, without a blank
  /// between them.
  static func joined(_ text: String) -> (keyword: Keyword, value: String)? {
    if Vocabulary.keyword(Slice(text), in: .basis) == .byConsensus { return (.basis, text) }
    for word in ["公示期满后", "公示期满", "公示期后", "公示完成后", "公示完", "公示后", "公示结束后", "公示结束"]
    where text.hasPrefix(word) {
      let rest = text.dropFirst(word.count)
      guard ["生效", "执行", "实施", "起生效", "开始执行"].contains(rest) else { break }
      return (.effective, DecisionFields.afterPosting)
    }
    for word in ["公示期", "公示"] where text.hasPrefix(word) {
      for until in ["到", "至"] where text.dropFirst(word.count).hasPrefix(until) {
        return (.posted, "今天至" + text.dropFirst(word.count + 1))
      }
    }
    let words: [(String, Keyword)] = [("依据", .basis), ("性质", .kind)]
    guard let (word, keyword) = words.first(where: { text.hasPrefix($0.0) }) else { return nil }
    let value = text.dropFirst(word.count).trimmingColon
    let isKind = Vocabulary.keyword(Slice(String(value)), in: .decisionKind) != nil
    guard !value.isEmpty, keyword == .basis || isKind else { return nil }
    return (keyword, String(value))
  }

  /// Whether a clause speaks of a fact of a decision.
  static func speaksOfDecision(_ clause: String) -> Bool {
    ["公示", "经费", "费用", "生效", "依据", "性质", "编号", "取代", "协商一致"].contains(where: clause.hasPrefix)
      || ["生效", "执行", "施行", "实施"].contains(where: clause.hasSuffix)
  }
}
