import HallHistory
import HallModel
import HallSyntax

/// Changes as sentences: what changed, from what, to what.
package enum FactText {
  /// One change on one line: `议题1 表决「整体更换主管」 同意：70户 → 71户`.
  ///
  /// - Parameter quote: makes text from the file safe to show.
  package static func line(
    _ change: FactChange, _ language: Language, quote: (String) -> String = { $0 }
  ) -> String {
    let place = subject(change.subjects, change.titles, of: change, language, quote)
    let key = label(change, language, quote)
    let name = [place, key].filter { !$0.isEmpty }.joined(separator: " ")
    let say = language.say
    let before = change.before.map { value($0, of: change, language, quote) }
    let after = change.after.map { value($0, of: change, language, quote) }
    switch (change.kind, change.label) {
    case (.added, nil): return say("新增 ", "added ") + place
    case (.removed, nil): return say("删去 ", "removed ") + place
    case (.added, _): return name + say("：加上 ", ": added ") + (after ?? "")
    case (.removed, _): return name + say("：去掉 ", ": removed ") + (before ?? "")
    case (.changed, _): return name + say("：", ": ") + (before ?? "") + " → " + (after ?? "")
    }
  }

  private static func value(
    _ text: String, of change: FactChange, _ language: Language, _ quote: (String) -> String
  ) -> String {
    guard change.key == "state", let state = Task.State(rawValue: text) else { return quote(text) }
    return state.phrase[language]
  }

  private static func label(
    _ change: FactChange, _ language: Language, _ quote: (String) -> String
  ) -> String {
    switch change.key {
    case "title": Phrase(zh: "标题", en: "title")[language]
    case "state": Phrase(zh: "状态", en: "state")[language]
    case "log": Keyword.log.word(language)
    default: change.label.map(quote) ?? ""
    }
  }

  /// The subject of a change: `议题1 表决「整体更换主管」`.
  package static func subject(_ change: FactChange, _ language: Language) -> String {
    subject(change.subjects, change.titles, of: change, language) { $0 }
  }

  /// The subject of something in a document, in the same words.
  ///
  /// - Parameter change: nil if it is about the subject itself.
  package static func subject(
    _ subjects: [Fact.Subject], _ titles: [String], of change: FactChange? = nil,
    _ language: Language, _ quote: (String) -> String
  ) -> String {
    func quoted(_ title: String) -> String {
      Phrase(zh: "「\(quote(title))」", en: " '\(quote(title))'")[language]
    }
    return zip(subjects, titles).map { subject, title in
      let name = quote(subject.name)
      let word: String
      switch subject.kind {
      case .item: word = Phrase(zh: "议题\(name)", en: "item \(name)")[language]
      case .vote: word = Keyword.vote.word(language)
      case .decision: word = Keyword.decision.word(language) + " " + name
      case .task: word = Phrase(zh: "任务 ", en: "task ")[language] + name
      case .rule: return Keyword.rule.word(language) + quoted(title)
      // A subject implies its section; a section is only named if all of it was added or removed.
      case .section:
        let isPlain = ["agenda", "log", "rules"].contains(subject.name)
        return isPlain && (subjects.count > 1 || change?.label != nil) ? "" : quote(title)
      case .document, .rosterRow: return ""
      }
      // Only the innermost subject needs its title.
      guard subject == subjects.last, change?.key != "title", !title.isEmpty,
        title != subject.name
      else { return word }
      return word + quoted(title)
    }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// How prose changed, by characters, with some text around each change.
  package static func prose(
    from old: String, to new: String, _ language: Language, _ style: Style
  ) -> [String] {
    let (before, after) = (Array(old), Array(new))
    return CharacterDiff.changes(from: before, to: after).map { change in
      let around = 12
      let lead = String(before[max(0, change.old.lowerBound - around)..<change.old.lowerBound])
      let tail = String(
        before[change.old.upperBound..<min(before.count, change.old.upperBound + around)])
      let gone = String(before[change.old])
      let come = String(after[change.new])
      func flat(_ text: String) -> String { VisibleText.line(text.replacing("\n", with: "⏎")) }
      if style.isPlain {
        let parts = [
          gone.isEmpty ? nil : language.say("去掉「\(flat(gone))」", "removed '\(flat(gone))'"),
          come.isEmpty ? nil : language.say("写上「\(flat(come))」", "added '\(flat(come))'"),
        ]
        return flat(lead) + language.say("，", ", ") + parts.compactMap(\.self).joined(in: language)
      }
      return (lead.isEmpty ? "" : "…") + flat(lead)
        + (gone.isEmpty ? "" : style.red("[-" + flat(gone) + "-]"))
        + (come.isEmpty ? "" : style.good("{+" + flat(come) + "+}"))
        + flat(tail) + (tail.isEmpty ? "" : "…")
    }
  }
}
