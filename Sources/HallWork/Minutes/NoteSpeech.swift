import HallModel
import HallSyntax
import HallWords

/// Records what was said, as paragraphs of an item.
package struct NoteSpeech: Act {
  private let item: AgendaItem
  private let texts: [String]

  package init(_ texts: [String], under item: AgendaItem) {
    (self.texts, self.item) = (texts, item)
  }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
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
    return try change.finish(did: Phrase(zh: "已记。", en: "noted."))
  }
}

/// Takes a paragraph out of an item again: a line that was kept as text by mistake.
package struct StrikeSpeech: Act {
  private let item: AgendaItem
  private let node: Int

  /// Nil unless one paragraph of the item is the text, or else holds it.
  package init?(_ said: String, of item: AgendaItem) {
    let wanted = FullWidth.name(Slice(said))
    let paragraphs = item.nodes(.prose).map { node in
      (node, FullWidth.name(Slice(StrikeSpeech.text(of: node, in: item))))
    }
    let whole = paragraphs.filter { $0.1 == wanted }
    let found = whole.isEmpty ? paragraphs.filter { $0.1.holds(wanted) } : whole
    guard !wanted.isEmpty, found.count == 1 else { return nil }
    (self.item, node) = (item, found[0].0)
  }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let text = StrikeSpeech.text(of: node, in: item)
    let short = DisplayWidth.clipped(VisibleText.line(text), to: 30)
    try change.edit(
      item.document, why: Phrase(zh: "删去：\(short)", en: "struck: \(short)")
    ) { [node] editor throws(EditFault) in try editor.removeText(node) }
    return try change.finish(did: Phrase(zh: "已删去：\(short)", en: "struck: \(short)"))
  }

  /// A paragraph in one line.
  private static func text(of node: Int, in item: AgendaItem) -> String {
    item.document.slice(item.document.nodes[node].range).string.split(whereSeparator: \.isNewline)
      .joined(separator: " ")
  }
}

/// Adds an item after the others of a meeting.
package struct AddItem: Act {
  private let title: String
  private let meeting: Meeting

  package init(_ title: String, to meeting: Meeting) {
    (self.title, self.meeting) = (title, meeting)
  }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
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
    var step = try change.finish(
      did: Phrase(zh: "已加议题 \(number)：\(title)", en: "added item \(number): \(title)"))
    step.number = number
    return step
  }
}

/// Marks a meeting as held when the first fact about it is recorded.
package struct BeginMeeting: Act {
  private let meeting: Meeting

  package init(_ meeting: Meeting) { self.meeting = meeting }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let held = Keyword.held.word(change.written)
    let node = meeting.node
    try change.edit(
      meeting.document, why: Phrase(zh: "开会", en: "the meeting begins")
    ) { editor throws(EditFault) in try editor.set(.status, held, of: node) }
    return try change.finish(did: Phrase(both: ""))
  }
}
