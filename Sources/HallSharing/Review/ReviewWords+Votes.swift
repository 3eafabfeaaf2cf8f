import HallModel
import HallSyntax
import HallWords

// The texts about votes.
extension ReviewWords {
  func line(_ change: VoteChange) -> String {
    let subject = FactText.subject(change.subjects, change.titles, language, quote)
    let most = 6
    var parts = change.changes.filter { $0.key != "result" }.map(field)
    if parts.count > most {
      let rest = parts.count - most
      parts = parts.prefix(most) + [say("另有 \(rest) 处", "and \(rest) more")]
    }
    var line: String
    switch change.kind {
    case .added: line = say("新增 ", "added ") + subject
    case .removed: return say("删去 ", "removed ") + subject
    case .changed: line = subject
    }
    if !parts.isEmpty { line += " " + parts.joined(separator: say("，", ", ")) }
    return line + say("；", "; ") + result(change.before, change.after)
      + leg(change.leg) + written(change)
  }

  /// `同意 116人 → 118人`
  private func field(_ change: FactChange) -> String {
    let label = change.key == "title" ? say("标题", "title") : quote(change.label ?? "")
    switch (change.before, change.after) {
    case (let before?, let after?): return "\(label) \(quote(before)) → \(quote(after))"
    case (nil, let after?):
      return (change.kind == .added ? "" : say("加上 ", "added ")) + "\(label) \(quote(after))"
    case (let before?, nil): return say("去掉 ", "without ") + "\(label) \(quote(before))"
    default: return label
    }
  }

  /// `结果 通过 → 未通过`, `结果仍是 通过`.
  private func result(_ before: Tally?, _ after: Tally?) -> String {
    let now = outcome(after)
    if let reason = after?.computed.reason, before?.computed.result == nil {
      return reason.phrase[language]
    }
    guard let before else { return say("结果 ", "result ") + now }
    return before.computed == after?.computed
      ? say("结果仍是 ", "result still ") + now
      : say("结果 ", "result ") + outcome(before) + " → " + now
  }

  private func outcome(_ tally: Tally?) -> String {
    let word = TallyText.word(tally?.computed, language)
    return tally?.computed.elected?.isEmpty == false ? quote(word) : word
  }

  private func written(_ change: VoteChange) -> String {
    guard change.contradictsWritten, let written = change.after?.vote.writtenResult else {
      return ""
    }
    let word = written.result.word(language)
    return say("，但写的是「\(word)」", ", but '\(word)' is written")
  }

  private func leg(_ leg: TallyLeg?) -> String {
    guard let leg else { return "" }
    let words = leg.explanation[language]
    // Of all this text, only a party's name comes from a file.
    let isParty = if case .party = leg.measure { true } else { false }
    return say("（", " (") + (isParty ? quote(words) : words) + say("）", ")")
  }

  func line(_ result: TurnedResult) -> String {
    let meeting = result.after.meeting
    let place = meeting.place(of: result.after.vote)
    let item = place.item.map { say("议题\($0) ", "item \($0) ") } ?? ""
    var name = Keyword.vote.word(language)
    if !result.after.vote.title.isEmpty {
      name += say("「", " '") + quote(result.after.vote.title) + say("」", "'")
    }
    let rule = result.after.vote.ruleName.map { say("规则 ", "rule ") + quote($0.string) }
    let causes = result.causes.map { $0.phrase[language] }.joined(in: language)
    return self.name(meeting.document) + " " + item + name + say("：", ": ")
      + outcome(result.before) + " → " + outcome(result.after)
      + leg(result.after.tellingLeg(against: result.before)) + say("；", "; ") + causes
      + (rule.map { say("（", " (") + $0 + say("）", ")") } ?? "")
  }
}
