import HallModel
import HallStore
import HallSyntax
import HallWords
import HallWork

/// Lines that no other command can write.
extension MinuteSession {
  /// Adds speech, as a paragraph of the current item.
  func addNote(_ text: String, _ answer: inout Answer) throws(Refusal) {
    try addNotes([text], &answer)
  }

  /// Adds speech, as paragraphs of the current item.
  func addNotes(_ texts: [String], _ answer: inout Answer) throws(Refusal) {
    guard let item = currentItem else { throw .nothingNamed("\(id)#\(self.item ?? 0)") }
    try inner.perform(NoteSpeech(texts, under: item), &answer)
  }

  /// Adds an item after the others; returns its number.
  func addItem(_ title: String, _ answer: inout Answer) throws(Refusal) -> Int {
    try inner.perform(AddItem(title, to: meeting), &answer).number ?? 0
  }

  /// Marks a meeting whose day has come as held, with its first fact; returns whether this changed
  /// it.
  func begin() throws(Refusal) -> Bool {
    switch meeting.status {
    case .draft, .notified: break
    default: return false
    }
    _ = try inner.perform(BeginMeeting(meeting))
    return true
  }

  /// Records the present text of a meeting without a history: otherwise the first line could not be
  /// undone, for want of an earlier revision.
  func takeInText() throws(Refusal) {
    guard let place = HistoryPlace(of: meeting.document),
      (try? loaded.ledger(of: place).revisions.isEmpty) == true
    else { return }
    let edit = HallWriter.Edit(
      path: meeting.document.path, kind: .meeting, old: meeting.document.bytes,
      new: meeting.document.bytes,
      why: Phrase(zh: "开会前", en: "before the meeting")[
        loaded.hall.charter.language])
    _ = try inner.session(of: loaded).record([edit], in: loaded)
  }

  /// The rule of a vote, chosen from a numbered list; nil if nobody can be asked, or there is no
  /// answer.
  mutating func askRule(_ title: String) -> String? {
    guard invocation.canAsk else { return nil }
    let console = invocation.context.console
    let rules = rules
    var text = Phrase(
      zh: "「\(VisibleText.line(title))」按什么规则？\n",
      en: "By which rule is '\(VisibleText.line(title))' decided?\n")[language]
    for (number, rule) in rules.enumerated() {
      text += "  \(number < 9 ? " " : "")\(number + 1)  \(VisibleText.line(rule))\n"
    }
    console.show(text)
    var asked: [String] = []
    while true {
      var prompt = Prompt(
        Phrase(zh: "规则（写序号；空着就不加）> ", en: "rule (its number; nothing adds no vote)> ")[language],
        history: asked, completions: { _ in rules })
      prompt.isHeldUntilNext = true
      guard let answer = console.line(prompt)?.trimmedText, !answer.isEmpty else { return nil }
      asked.append(answer)
      let folded = FullWidth.name(Slice(answer))
      if let number = Int(folded), rules.indices.contains(number - 1) { return rules[number - 1] }
      if loaded.hall.charter.rules[Slice(answer)] != nil { return folded }
      guard MinuteLine(answer) == nil else {
        unasked.append(answer)
        let (said, title) = (VisibleText.line(answer), VisibleText.line(title))
        console.show(
          Phrase(
            zh: "先写「\(title)」按什么规则；「\(said)」还没有记，按 ↑ 找回\n",
            en: "By which rule is '\(title)' decided? '\(said)' is not taken yet; ↑ has it\n")[
              language])
        continue
      }
      console.show(
        Phrase(
          zh: "没有「\(VisibleText.line(answer))」这个规则\n",
          en: "there is no rule '\(VisibleText.line(answer))'\n")[language])
    }
  }

  /// Whether a person named at the end of a task leads it; nil without an answer.
  func askLead(_ name: String) -> Bool? {
    var prompt = Prompt(
      Phrase(zh: "\(name) 是负责人吗？（是/否）", en: "Does \(name) lead it? (yes/no) ")[language])
    prompt.isHeldUntilNext = true
    for _ in 0..<3 {
      guard let answer = invocation.context.console.line(prompt)?.trimmedText.lowercased(),
        !answer.isEmpty
      else { return nil }
      if ["是", "是的", "对", "y", "yes"].contains(answer) { return true }
      if ["否", "不是", "不", "n", "no"].contains(answer) { return false }
    }
    return nil
  }

  /// The hall's own rules, and the built-in ones.
  var rules: [String] {
    let charter = loaded.hall.charter
    let own = charter.rules.ownNames
    return own
      + VotingRule.builtIn.compactMap(\.builtIn).map { $0.word(charter.language) }
      .filter { !own.contains($0) }
  }
}
