import HallModel
import HallSyntax

/// What stands behind a title: the options of a decision, and who does a task by when.
extension MinuteTranslation {
  /// `题目；标准 三家以上`: the title, and the options behind it.
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
  func task(_ text: String) -> [String] {
    let (body, options) = segments(text, Self.taskOptions)
    var words: [String] = []
    for word in body.split(whereSeparator: \.isWhitespace) {
      // An address within a word is none of a person.
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
    // `@物业 取得报价 10-15`: what is done may stand behind who does it.
    if title.isEmpty, due.count > 1 {
      title = Array(due.dropLast())
      due = [due[due.count - 1]]
    }
    var call = [place.taskOwner ?? place.meeting, argument(title.joined(separator: " "))]
    if let lead = people.first { call += ["--lead", FullWidth.name(Slice(lead))] }
    for other in people.dropFirst() { call += ["--with", FullWidth.name(Slice(other))] }
    if !due.isEmpty { call += ["--due", FullWidth.name(Slice(due.joined(separator: " ")))] }
    return call + options
  }

  /// A text that no reader of options takes for one.
  private func argument(_ text: String) -> String { text.hasPrefix("-") ? " " + text : text }
}
