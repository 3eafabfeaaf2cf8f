import HallModel
import HallSyntax
import HallWords

/// What a line corrects, and what it takes out.
extension MinuteSession {
  /// `T2 期限 12-31`, `D1 标题 换灯`, `地点 活动室`, `议 2 标题 车棚`, `电费太贵 → 电费偏高`; nil if it names nothing.
  func corrected(_ text: String) -> (any Act)? {
    for arrow in ["→", "->", " 改成 ", " 改为 "] {
      guard let range = text.firstRange(of: arrow) else { continue }
      let old = String(text[..<range.lowerBound]).trimmedText
      let new = String(text[range.upperBound...]).trimmedText
      guard !old.isEmpty, !new.isEmpty else { return nil }
      return Reword(item.map { "\(id)#\($0)" } ?? id, old, to: new)
    }
    let (part, words) = part(of: text)
    guard words.count > 1 else { return nil }
    let fact = words[0]
    let value = words.dropFirst().joined(separator: " ")
    if let part { return SetFact(part, fact, value) }
    if let item, Vocabulary.keyword(Slice(fact), in: .item) != nil {
      return SetFact("\(id)#\(item)", fact, value)
    }
    guard Vocabulary.keyword(Slice(fact), in: .meetingFront) != nil else { return nil }
    return SetFact(id, fact, value)
  }

  /// `D1`, `T3`, `议 4`, `表决 换灯`, `异议 张三`, `利害关系 张三`, `同意 李四`; nil for the words of a text.
  func struck(_ text: String) -> (any Act)? {
    let (part, words) = part(of: text)
    if let part { return Strike(part, words.first, rest(words)) }
    guard let item, let fact = words.first else { return nil }
    if let decision = currentItem?.decisions.last?.number,
      Vocabulary.keyword(Slice(fact), in: .decision) != nil
    {
      return Strike("\(id)-D\(decision)", fact, rest(words))
    }
    let isFact =
      Vocabulary.keyword(Slice(fact), in: .item) != nil
      || Vocabulary.keyword(Slice(fact), in: .vote) != nil
      || Vocabulary.keyword(Slice(fact), in: .block) == .vote
    if isFact { return Strike("\(id)#\(item)", fact, rest(words)) }
    let isOfMeeting = Vocabulary.keyword(Slice(fact), in: .meetingFront) != nil
    return isOfMeeting && words.count == 1 ? Strike(id, fact) : nil
  }

  private func rest(_ words: [String]) -> String? {
    words.count > 1 ? words.dropFirst().joined(separator: " ") : nil
  }

  /// The part that a line names first, and the words after it.
  private func part(of text: String) -> (part: String?, words: [String]) {
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    if words.count > 1, ["决议", "任务", "decision", "task"].contains(words[0].lowercased()) {
      let name = FullWidth.name(Slice(words[1])).uppercased()
      if MinuteSession.isPartNumber(name) { words.removeFirst() }
    }
    guard let first = words.first else { return (nil, []) }
    let name = FullWidth.name(Slice(first)).uppercased()
    if MinuteSession.isPartNumber(name) { return ("\(id)-\(name)", Array(words.dropFirst())) }
    if case .chooseItem(let number)? = MinuteLine(first).flatMap({ try? translation.deed($0) }),
      Int(number) != nil
    {
      return ("\(id)#\(number)", Array(words.dropFirst()))
    }
    if words.count > 1,
      case .chooseItem(let number)? = MinuteLine(first + " " + words[1]).flatMap({
        try? translation.deed($0)
      }),
      Int(number) != nil
    {
      return ("\(id)#\(number)", Array(words.dropFirst(2)))
    }
    return (nil, words)
  }

  /// `D1`, `T3`
  private static func isPartNumber(_ name: String) -> Bool {
    guard let first = name.first, "DT".contains(first), name.count > 1 else { return false }
    return name.dropFirst().allSatisfy(MinuteLine.isDigit)
  }

  /// The refusal of a line that takes nothing out.
  func nothingToStrike(_ text: String) -> String {
    let text = VisibleText.line(text)
    return say(
      "没有找到要删的「\(text)」；能写「删 D1」「删 T2」「删 表决 标题」「删 同意 张三」，或原话里的几个字；要记成话，写「记 …」",
      "there is no '\(text)' to strike; as in 'strike D1', 'strike T2', 'strike vote TITLE', 'strike"
        + " for Ann', or words of a text; to keep the line as a text: 'note …'")
  }
}
