import HallModel
import HallSyntax
import HallWords

/// Changes of a task that is there.
extension MinuteTranslation {
  /// `取消 T2 改由市政施工`, `完成 T2`, `延期 T3 12-08`: changes of an existing task.
  func taskChange(_ text: String) throws(MinuteFault) -> MinuteDeed? {
    var words = text.split(maxSplits: 2, whereSeparator: \.isWhitespace).map(String.init)
    guard words.count > 1 else { return nil }
    // T2 完成: the number may come first.
    let isFirst = MinuteTranslation.isTaskNumber(words[0])
    if isFirst { words.swapAt(0, 1) }
    var id = FullWidth.name(Slice(words[1])).uppercased()
    if id.first == "T" { id = place.meeting + "-" + id }
    guard MinuteTranslation.isTaskNumber(id) else { return nil }
    let more = words.count > 2 ? words[2] : ""
    if isFirst, let lead = SpokenTask.leader((words[0] + " " + more).trimmedText, self) {
      // T2 由赵六负责
      return .assignTask(id, to: lead, by: nil)
    }
    switch words[0].lowercased() {
    case "完成", "办完", "做完", "done":
      return .finishTask(id, result: more.isEmpty ? nil : more)
    case "取消", "cancel":
      guard !more.isEmpty else {
        throw MinuteFault(
          zh: "取消任务要写原因，如「任务 取消 \(words[1]) 改由市政施工」",
          en: "why is it cancelled? 'task cancel \(words[1]) the city does it'")
      }
      return .cancelTask(id, because: more)
    case "延期", "推迟", "extend": return try extend(id, more, words[1])
    case "负责", "交给", "assign", "lead":
      return assign(id, more)
    case "期限", "due": return .assignTask(id, to: nil, by: SpokenDay(more, called: words[0]))
    case _ where isFirst:
      throw MinuteFault(
        zh: "\(words[1]) 是已经有的任务；能写「任务 负责 \(words[1]) 谁」「任务 延期 \(words[1]) 日子」"
          + "「任务 完成 \(words[1])」「任务 取消 \(words[1]) 原因」，别的写「改 \(words[1]) 期限 12-31」这样",
        en:
          "\(words[1]) is a task that is there: 'task assign', 'task extend', 'task done' and 'task"
          + " cancel' change it, and for the rest 'correct \(words[1]) due 12-31'")
    default: return nil
    }
  }

  /// `赵六 下周三前`, `@赵六，12-20`: who leads it, and by when.
  private func assign(_ id: String, _ text: String) -> MinuteDeed {
    let text = text.trimmingPrefix { "@＠".contains($0) }
    for place in text.indices.reversed()
    where text[place].isWhitespace || "，,".contains(text[place]) {
      let day = String(text[text.index(after: place)...]).trimmedText
      guard let due = SpokenTask.day(day, self) else { continue }
      let who = people(String(text[..<place]).trimmingSeparators)
      return .assignTask(
        id, to: who.joined(in: Language(of: String(text))),
        by: SpokenDay(due, called: Keyword.due.word(Language(of: String(text)))))
    }
    let who = people(String(text))
    return .assignTask(id, to: who.joined(in: Language(of: String(text))), by: nil)
  }

  /// `T2`, `M-2025-011-T2`
  static func isTaskNumber(_ word: String) -> Bool {
    guard let last = FullWidth.name(Slice(word)).uppercased().split(separator: "-").last else {
      return false
    }
    return last.first == "T" && last.count > 1 && last.dropFirst().allSatisfy(MinuteLine.isDigit)
  }

  /// `12-08 材料未到`, `到下周五`: the new day, then why.
  private func extend(
    _ id: String, _ text: String, _ called: String
  ) throws(MinuteFault) -> MinuteDeed {
    var text = FullWidth.name(Slice(text))
    for word in ["到", "至", "to ", "until "] where text.hasPrefix(word) {
      text = String(text.dropFirst(word.count)).trimmedText
    }
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    // `下周四 下午两点半`: as many words as belong to the day.
    guard
      let count = (1...max(1, words.count)).reversed().first(where: { count in
        isDay(words.prefix(count).joined(separator: " "))
      })
    else {
      throw MinuteFault(
        zh: words.isEmpty
          ? "延期要写延到哪天，如「任务 延期 \(called) 12-08」"
          : "「\(words[0])」看不懂是哪一天；可以写「任务 延期 \(called) 12-08 原因」",
        en: words.isEmpty
          ? "extended to which day? 'task extend \(called) 12-08'"
          : "cannot tell which day '\(words[0])' is; write 'task extend \(called) 12-08 WHY'")
    }
    let due = SpokenDay(
      words.prefix(count).joined(separator: " "), called: Keyword.extended.word(Language(of: text)))
    let reason = words.dropFirst(count).joined(separator: " ")
    return .extendTask(id, to: due, because: reason.isEmpty ? nil : reason)
  }
}
