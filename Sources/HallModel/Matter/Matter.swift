import HallSyntax

/// One matter: a problem, from report to close.
package struct Matter: NodeView, Sendable {
  package let document: Document
  package let node: Int
  package let charter: Charter
  package let id: DocumentID?

  package init(_ document: Document, charter: Charter) {
    self.document = document
    self.charter = charter
    node = document.frontMatter ?? 0
    id = DocumentID(of: document)
  }

  /// Its name in messages: the identifier, or the path of a document without one.
  package var name: String { id?.text ?? document.path }

  package var title: String { document.title }

  package var day: Day? { day(.date) }

  package var raisedBy: Person? { value(.raisedBy).map { charter.person($0) } }

  /// The level as reported, or as set by the last 上报.
  package var level: Keyword? {
    let escalations = log.filter { $0.keyword == .escalated }
    return escalations.compactMap(\.newLevel).last ?? word(.level, in: .level)
  }

  package var tasks: [Task] {
    document.nodes.indices.filter { document.nodes[$0].kind == .task }
      .map { Task(document: document, node: $0) }
  }

  /// The lines of 进展, in the order of the file.
  package var log: [LogLine] {
    document.nodes.indices.filter { document.nodes[$0].kind == .logLine }
      .map { LogLine(document: document, node: $0) }
  }
}

/// One step of a matter: `- 2025-03-10 吹哨: 职能部门/市政排水`.
package struct LogLine: NodeView, Sendable {
  package let document: Document
  package let node: Int

  package init(document: Document, node: Int) {
    self.document = document
    self.node = node
  }

  /// The day as written.
  package var dayText: Slice {
    let text = document.slice(syntax.mark..<syntax.key.lowerBound)
    // The word may be on the next line.
    let line = text.prefix { $0 != UInt8(ascii: "\n") }.trimmed
    return line.last == UInt8(ascii: "\\") ? line.dropLast().trimmed : line
  }

  package var day: Day? { step?.day }

  /// The hour, if one follows the day.
  package var hour: TimeOfDay? { step?.hour }

  private var step: StepDay? { try? StepDay(reading: dayText) }

  /// 收集, 吹哨, …; nil for any other word: a remark.
  package var keyword: Keyword? { syntax.keyword }

  /// The day as the program writes it, with the hour; the written text if it cannot be read.
  package var shownDay: String {
    guard let step else { return dayText.string }
    return step.day.iso + (step.hour.map { " " + $0.text } ?? "")
  }

  /// `2025-03-10 吹哨: 职能部门/市政排水`, as the program writes it.
  package var words: String {
    "\(shownDay) \(word)" + (text.isEmpty ? "" : ": \(text)")
  }

  package var word: String { document.slice(syntax.key).string }
  package var text: String { document.slice(syntax.value).string }

  /// 满意, 基本满意 or 不满意, where the text of a 回访 begins with it.
  package var satisfaction: Keyword? {
    Vocabulary.keyword(beginning: document.slice(syntax.value), in: .satisfaction)
  }

  /// The level an escalation's text begins with.
  package var newLevel: Keyword? { LogLine.level(of: document.slice(syntax.value)) }

  /// The level the text of an escalation begins with.
  package static func level(of text: Slice) -> Keyword? {
    Vocabulary.keyword(beginning: text, in: .level)
  }
}
