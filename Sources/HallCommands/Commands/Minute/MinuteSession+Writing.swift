import HallModel
import HallStore
import HallSyntax
import HallWords

/// What a line writes that no other command does.
extension MinuteSession {
  /// What somebody said, as a paragraph of the current item.
  func addNote(_ text: String, _ answer: inout Answer) throws(Refusal) {
    try addNotes([text], &answer)
  }

  /// What was said, as paragraphs of the current item.
  func addNotes(_ texts: [String], _ answer: inout Answer) throws(Refusal) {
    guard let item = currentItem else { throw .nothingNamed("\(id)#\(self.item ?? 0)") }
    var change = try Change(inner, &answer)
    var block = LineBlock(change.written)
    for text in texts {
      if !block.isEmpty { block.blank() }
      block.prose(text)
    }
    let added = block
    let short = DisplayWidth.clipped(VisibleText.line(texts.first ?? ""), to: 30)
    let others = texts.count - 1
    try change.edit(
      item.document,
      why: Phrase(
        zh: "记：\(short)" + (others > 0 ? "（共 \(texts.count) 段）" : ""),
        en: "note: \(short)" + (others > 0 ? " (and \(others) more)" : ""))
    ) { editor throws(EditFault) in try editor.appendOwn(added, to: item.node) }
    try change.record(&answer, did: Phrase(zh: "已记。", en: "noted."))
  }

  /// Another item behind the others; its number.
  func addItem(_ title: String, _ answer: inout Answer) throws(Refusal) -> Int {
    var change = try Change(inner, &answer)
    let number = try change.nextNumber(.item, in: meeting.document)
    var block = LineBlock(change.written)
    block.item(number, title)
    let added = block
    try change.edit(
      meeting.document, why: Phrase(zh: "加议题 \(number) \(title)", en: "item \(number): \(title)")
    ) { editor throws(EditFault) in
      let agenda = try editor.section(.agenda)
      try editor.append(added, to: agenda)
    }
    try change.record(
      &answer, did: Phrase(zh: "已加议题 \(number)：\(title)", en: "added item \(number): \(title)"))
    return number
  }

  /// A meeting whose day has come is held with its first fact; whether this made it so.
  func begin() throws(Refusal) -> Bool {
    switch meeting.status {
    case .draft, .notified: break
    default: return false
    }
    var answer = Answer()
    var change = try Change(inner, &answer)
    let held = Keyword.held.word(change.written)
    let node = meeting.node
    try change.edit(
      meeting.document, why: Phrase(zh: "开会", en: "the meeting begins")
    ) { editor throws(EditFault) in try editor.set(.status, held, of: node) }
    try change.record(&answer, did: Phrase(zh: "", en: ""))
    return true
  }

  /// A meeting that nobody has recorded yet is, as it stands: else its first line could not be taken
  /// back, for there would be nothing before it.
  func takeInText() throws(Refusal) {
    guard let place = HistoryPlace(of: meeting.document),
      (try? loaded.ledger(of: place).revisions.isEmpty) == true
    else { return }
    let edit = HallWriter.Edit(
      path: meeting.document.path, kind: .meeting, old: meeting.document.bytes,
      new: meeting.document.bytes,
      why: Phrase(zh: "开会前", en: "before the meeting")[
        loaded.hall.charter.language])
    _ = try inner.record([edit], in: loaded)
  }

  /// The rule of a vote, chosen from a numbered list; nil where there is nobody to ask, or no
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

  /// Whether somebody named at the end of a task leads it; nil for no answer.
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
