import HallModel
import HallSyntax

/// A task as people say it: `清理楼道，庞博负责，7月1日前完成`, `Jo Marlow to write to the county by 29 May`, `清理楼道 负责 庞博
/// 期限 7月1日`.
struct SpokenTask {
  private(set) var title: String
  private(set) var lead: String?
  private(set) var due: String?

  /// Nil for a text that says neither who leads it nor until when.
  init?(_ text: String, _ translation: MinuteTranslation) {
    title = text
    if readBrackets(translation) { return }
    if !readEnglish(translation), !readSegments(translation), !readWords(translation) { return nil }
  }

  private static func isSomebody(_ name: String, _ translation: MinuteTranslation) -> Bool {
    translation.isName(name) || translation.parties.contains(name)
      || FullWidth.name(Slice(name)).contains("/")
  }

  /// `装沙箱（物业）月底前`: who leads it, between the task and its day.
  private mutating func readBrackets(_ translation: MinuteTranslation) -> Bool {
    guard let open = title.firstIndex(where: { "（(".contains($0) }),
      let close = title[open...].firstIndex(where: { "）)".contains($0) })
    else { return false }
    let name = String(title[title.index(after: open)..<close]).trimmedText
    let work = String(title[..<open]).trimmedText
    let rest = title[title.index(after: close)...].trimmingSeparators
    let day = rest.isEmpty ? nil : SpokenTask.day(rest, translation)
    guard SpokenTask.isSomebody(name, translation), !work.isEmpty, rest.isEmpty || day != nil
    else { return false }
    (title, lead, due) = (work, name, day)
    return true
  }

  /// `Jo Marlow to write to the county by 29 May`
  private mutating func readEnglish(_ translation: MinuteTranslation) -> Bool {
    let words = title.split(separator: " ").map(String.init)
    guard let to = words.firstIndex(of: "to"), (1...4).contains(to), to < words.count - 1 else {
      return false
    }
    let name = words[..<to].joined(separator: " ")
    guard SpokenTask.isSomebody(name, translation) else { return false }
    var rest = Array(words[(to + 1)...])
    if let by = rest.lastIndex(of: "by"), by > 0 {
      let day = rest[(by + 1)...].joined(separator: " ")
      if translation.isDay(day) {
        due = day
        rest.removeSubrange(by...)
      }
    }
    (lead, title) = (name, rest.joined(separator: " "))
    return true
  }

  /// `清理楼道，庞博负责，7月1日前完成`
  private mutating func readSegments(_ translation: MinuteTranslation) -> Bool {
    var rest: [String] = []
    for part in title.split(whereSeparator: { "，,".contains($0) }) {
      let segment = String(part).trimmedText
      if lead == nil, let name = SpokenTask.after(["负责人", "负责", "牵头"], segment),
        SpokenTask.isSomebody(name, translation)
      {
        lead = name
      } else if lead == nil, let name = SpokenTask.leader(segment, translation) {
        lead = name
      } else if lead == nil, rest.isEmpty, let (name, work) = SpokenTask.given(segment, translation)
      {
        lead = name
        rest.append(work)
      } else if due == nil, let day = SpokenTask.day(segment, translation) {
        due = day
      } else {
        rest.append(segment)
      }
    }
    guard lead != nil || due != nil, !rest.isEmpty else {
      (lead, due) = (nil, nil)
      return false
    }
    title = rest.joined(separator: "，")
    return true
  }

  /// `清理楼道 负责 庞博 期限 7月1日`
  private mutating func readWords(_ translation: MinuteTranslation) -> Bool {
    // 负责：李四 is 负责 李四.
    let words = title.split(whereSeparator: \.isWhitespace).flatMap { word -> [String] in
      let head = word.prefix { !MinuteLine.isColon($0) }
      guard head.count < word.count,
        Vocabulary.keyword(Slice(String(head)), in: .task) != nil
      else { return [String(word)] }
      return [String(head), String(word.dropFirst(head.count + 1))].filter { !$0.isEmpty }
    }
    var (kept, rest) = ([String](), words[...])
    while let word = rest.popFirst() {
      switch Vocabulary.keyword(Slice(word), in: .task) {
      case .lead? where !kept.isEmpty && lead == nil && !rest.isEmpty:
        guard let name = rest.first, SpokenTask.isSomebody(name, translation) else { return false }
        lead = rest.removeFirst()
      case .due? where !kept.isEmpty && due == nil && !rest.isEmpty:
        guard let word = rest.first, let day = SpokenTask.day(word, translation) else {
          return false
        }
        due = day
        rest.removeFirst()
      default:
        if lead == nil, kept.isEmpty, let work = word.firstRange(of: "负责"),
          case let name = String(word[..<work.lowerBound]).trimmedText,
          work.upperBound < word.endIndex,
          SpokenTask.isSomebody(name, translation)
        {
          // 李秀英负责张贴公示
          lead = name
          kept.append(String(word[work.upperBound...]))
        } else if lead == nil, !kept.isEmpty, let name = SpokenTask.leader(word, translation) {
          // 修电梯 由赵六负责 两周内
          lead = name
        } else if due == nil, lead != nil, let day = SpokenTask.day(word, translation) {
          due = day
        } else {
          kept.append(word)
        }
      }
    }
    guard lead != nil || due != nil, !kept.isEmpty else { return false }
    title = kept.joined(separator: " ")
    return true
  }

  /// `7月1日前完成`, `下周三前办结`, `月底前`: the day by which it is to be done.
  static func day(_ segment: String, _ translation: MinuteTranslation) -> String? {
    let day =
      taken(
        segment, ["之前完成", "以前完成", "内完成", "前完成", "之前办完", "以前办完", "前办完", "前办结", "完成", "办完", "办结"])
      ?? (segment.hasSuffix("前") ? String(segment.dropLast()) : segment)
    // 明天上午: a due day has no hour.
    let plain = ["上午", "下午", "晚上", "早上"].first { day.hasSuffix($0) && day.count > $0.count }
    return [day, String(day.dropLast(plain?.count ?? 0))].first(where: translation.isDay)
  }

  /// `负责 赵六`: what follows one of the words.
  private static func after(_ words: [String], _ text: String) -> String? {
    guard let word = words.first(where: text.hasPrefix) else { return nil }
    let rest = text.dropFirst(word.count).trimmingColon
    return rest.isEmpty ? nil : String(rest)
  }

  /// `由赵六负责`, `赵六牵头`: who leads it, if it is somebody.
  static func leader(_ text: String, _ translation: MinuteTranslation) -> String? {
    guard let said = taken(text, ["负责", "牵头", "承办"]) else { return nil }
    let name = String(said.dropFirst(said.hasPrefix("由") ? 1 : 0)).trimmedText
    return isSomebody(name, translation) ? name : nil
  }

  /// `由周强出报价单`: who leads it, and what it is.
  private static func given(
    _ text: String, _ translation: MinuteTranslation
  ) -> (name: String, work: String)? {
    guard text.hasPrefix("由") else { return nil }
    let said = text.dropFirst()
    for end in said.indices.dropFirst().reversed() {
      let name = String(said[..<end]).trimmedText
      guard isSomebody(name, translation) else { continue }
      let work = String(said[end...].drop { $0 == "来" || $0.isWhitespace })
      return work.isEmpty ? nil : (name, work)
    }
    return nil
  }

  /// What is left of a text without one of the words at its end.
  private static func taken(_ text: String, _ ends: [String]) -> String? {
    let end = ends.first { text.hasSuffix($0) && text.count > $0.count }
    return end.map { String(text.dropLast($0.count)).trimmedText }
  }
}
