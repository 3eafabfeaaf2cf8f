import HallModel
import HallSyntax
import HallWords

/// The text after a title: the options of a decision; the person and the due day of a task.
extension MinuteTranslation {
  /// `题目；标准 三家以上`: the title, and the options after it.
  func segments(
    _ text: String, _ known: [(Scope, Keyword, String)]
  ) -> (title: String, options: [String]) {
    var title = ""
    var options: [String] = []
    for part in text.split(whereSeparator: { ";；".contains($0) }) {
      let segment = String(part).trimmedText
      let head = segment.prefix { !$0.isWhitespace && !MinuteLine.isColon($0) }
      let value = String(segment.dropFirst(head.count))
        .drop { $0.isWhitespace || MinuteLine.isColon($0) }
      let option = known.first { scope, keyword, _ in
        Vocabulary.keyword(Slice(String(head)), in: scope) == keyword
      }
      if !title.isEmpty, let option, !value.isEmpty {
        options += [option.2, String(value)]
      } else {
        title += (title.isEmpty ? "" : "；") + segment
      }
    }
    return (title.isEmpty ? text : title, options)
  }

  /// `取得三家报价 @物业/赵六 10-15`
  func task(_ text: String) -> MinuteDeed {
    let (body, options) = segments(text, Self.taskOptions)
    var words: [String] = []
    for word in body.split(whereSeparator: \.isWhitespace) {
      // An `@` within a word, as in an address, does not name a person.
      let parts = word.split(omittingEmptySubsequences: false) { $0 == "@" || $0 == "＠" }
      if let first = parts.first, !first.isEmpty { words.append(String(first)) }
      for part in parts.dropFirst() { words.append("@" + part) }
    }
    var title: [String] = []
    var people: [String] = []
    var due: [String] = []
    for word in words {
      if word.hasPrefix("@"), word.count > 1 {
        people.append(String(word.dropFirst()))
      } else if people.isEmpty {
        title.append(word)
      } else if due.isEmpty, let last = people.last, isName(last + " " + word) {
        people[people.count - 1] = last + " " + word
      } else {
        due.append(word)
      }
    }
    if people.isEmpty, title.count > 1, let last = title.last, isDay(last) {
      due = [title.removeLast()]
    }
    // `@物业 取得报价 10-15`: the task may be after the person.
    if title.isEmpty, due.count > 1 {
      title = Array(due.dropLast())
      due = [due[due.count - 1]]
    }
    var notes: [String] = []
    for (index, person) in people.enumerated() {
      guard let body = completed(person) else { continue }
      people[index] = body
      notes.append(body)
    }
    func call(_ title: [String], _ people: [String]) -> [String] {
      var call = ["task", "add", place.taskOwner ?? place.meeting]
      call.append(argument(title.joined(separator: " ")))
      if let lead = people.first { call += ["--lead", FullWidth.name(Slice(lead))] }
      for other in people.dropFirst() { call += ["--with", FullWidth.name(Slice(other))] }
      if !due.isEmpty { call += ["--due", FullWidth.name(Slice(due.joined(separator: " ")))] }
      return call + options
    }
    if people.isEmpty, !due.isEmpty, let name = title.last, title.count > 1, isName(name) {
      return .taskPerhapsOf(name, yes: call(title.dropLast(), [name]), no: call(title, []))
    }
    guard !notes.isEmpty else { return .call(call(title, people)) }
    let written = notes.joined(separator: "、")
    return .noted(
      .call(call(title, people)),
      Phrase(zh: "写成了「\(written)」；不对就「撤」", en: "written as '\(written)'; if that is wrong, 'undo'"))
  }

  /// `区排水所` for `排水所`: the only party or unit whose name contains this.
  private func completed(_ person: String) -> String? {
    let name = FullWidth.name(Slice(person))
    guard !name.contains("/"), name.count > 1, !parties.contains(name), !isName(name) else {
      return nil
    }
    let found = bodies(name)
    return found.count == 1 ? found[0] : nil
  }

  /// `取消 T2 改由市政施工`, `完成 T2`: changes of an existing task.
  func taskChange(_ text: String) throws(MinuteFault) -> [String]? {
    let words = text.split(maxSplits: 2, whereSeparator: \.isWhitespace).map(String.init)
    guard words.count > 1 else { return nil }
    var id = FullWidth.name(Slice(words[1])).uppercased()
    if id.first == "T" { id = place.meeting + "-" + id }
    guard let number = id.split(separator: "-").last, number.first == "T", number.count > 1,
      number.dropFirst().allSatisfy(MinuteLine.isDigit)
    else { return nil }
    let more = words.count > 2 ? words[2] : ""
    switch words[0].lowercased() {
    case "完成", "办完", "做完", "done":
      return ["task", "done", id] + (more.isEmpty ? [] : ["--result", more])
    case "取消", "cancel":
      guard !more.isEmpty else {
        throw MinuteFault(
          zh: "取消任务要写原因，如「任务 取消 \(words[1]) 改由市政施工」",
          en: "why is it cancelled? 'task cancel \(words[1]) the city does it'")
      }
      return ["task", "cancel", id, argument(more)]
    default: return nil
    }
  }

  /// A text in a form that is never read as an option.
  private func argument(_ text: String) -> String { text.hasPrefix("-") ? " " + text : text }
}
