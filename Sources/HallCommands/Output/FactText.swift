import HallHistory
import HallModel
import HallSyntax

/// Changes as sentences: what changed, from what, to what.
enum FactText {
  /// One change on one line: `议题1 表决「整体更换主管」 同意：70户 → 71户`.
  static func line(_ change: FactChange, _ language: Language) -> String {
    let place = subject(change, language)
    let key = label(change, language)
    let name = [place, key].filter { !$0.isEmpty }.joined(separator: " ")
    func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
    let before = change.before.map(value(change, language))
    let after = change.after.map(value(change, language))
    switch (change.kind, change.label) {
    case (.added, nil): return say("新增 ", "added ") + place
    case (.removed, nil): return say("删去 ", "removed ") + place
    case (.added, _): return name + say("：加上 ", ": added ") + (after ?? "")
    case (.removed, _): return name + say("：去掉 ", ": removed ") + (before ?? "")
    case (.changed, _): return name + say("：", ": ") + (before ?? "") + " → " + (after ?? "")
    }
  }

  private static func value(
    _ change: FactChange, _ language: Language
  ) -> (String) -> String {
    { text in
      guard change.key == "state", let state = Task.State(rawValue: text) else { return text }
      return state.phrase[language]
    }
  }

  private static func label(_ change: FactChange, _ language: Language) -> String {
    switch change.key {
    case "title": Phrase(zh: "标题", en: "title")[language]
    case "state": Phrase(zh: "状态", en: "state")[language]
    case "log": Keyword.log.word(language)
    default: change.label ?? ""
    }
  }

  /// What a change is about: `议题1 表决「整体更换主管」`.
  static func subject(_ change: FactChange, _ language: Language) -> String {
    func quoted(_ title: String) -> String {
      Phrase(zh: "「\(title)」", en: " '\(title)'")[language]
    }
    return zip(change.subjects, change.titles).map { subject, title in
      let word: String
      switch subject.kind {
      case .item: word = Phrase(zh: "议题\(subject.name)", en: "item \(subject.name)")[language]
      case .vote: word = Keyword.vote.word(language)
      case .decision: word = Keyword.decision.word(language) + " " + subject.name
      case .task: word = Phrase(zh: "任务 ", en: "task ")[language] + subject.name
      case .rule: return Keyword.rule.word(language) + quoted(title)
      // Where a thing stands is said by the thing; only what came or went whole is named itself.
      case .section:
        let isPlain = ["agenda", "log", "rules"].contains(subject.name)
        return isPlain && (change.subjects.count > 1 || change.label != nil) ? "" : title
      case .document, .rosterRow: return ""
      }
      // Only the innermost thing needs its title.
      guard subject == change.subjects.last, change.key != "title", !title.isEmpty,
        title != subject.name
      else { return word }
      return word + quoted(title)
    }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// How prose changed, by characters, with a little of what stands around each change.
  static func prose(from old: String, to new: String, style: Style) -> [String] {
    let (before, after) = (Array(old), Array(new))
    return CharacterDiff.changes(from: before, to: after).map { change in
      let around = 12
      let lead = String(before[max(0, change.old.lowerBound - around)..<change.old.lowerBound])
      let tail = String(
        before[change.old.upperBound..<min(before.count, change.old.upperBound + around)])
      let gone = String(before[change.old])
      let come = String(after[change.new])
      func flat(_ text: String) -> String { VisibleText.line(text.replacing("\n", with: "⏎")) }
      return (lead.isEmpty ? "" : "…") + flat(lead)
        + (gone.isEmpty ? "" : style.red("[-" + flat(gone) + "-]"))
        + (come.isEmpty ? "" : style.green("{+" + flat(come) + "+}"))
        + flat(tail) + (tail.isEmpty ? "" : "…")
    }
  }
}
