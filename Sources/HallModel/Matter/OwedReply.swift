import HallSyntax

/// The answer that whoever raised a matter is to have by a day: that of its 答复期限, until the log
/// says that they have it, with 反馈 or with the close.
package struct OwedReply: Sendable {
  /// The field of the day.
  package let field: Int
  package let day: Result<Day, ValueFault>

  /// Nil where no day is written, or the answer was given.
  package init?(in document: Document) {
    guard document.kind == .matter, let front = document.frontMatter,
      let field = document.fieldNode(.replyBy, of: front)
    else { return nil }
    let value = document.slice(document.nodes[field].value)
    guard !value.isEmpty else { return nil }
    let day = Result { () throws(ValueFault) in try Day(reading: value) }
    guard !OwedReply.isGiven(in: document, by: try? day.get()) else { return nil }
    (self.field, self.day) = (field, day)
  }

  /// Whether the log has the answer. After a reopening a day from then on asks for another one.
  private static func isGiven(in document: Document, by day: Day?) -> Bool {
    let log = document.nodes.indices.filter { document.nodes[$0].kind == .logLine }
      .map { LogLine(document: document, node: $0) }
    let reopened = log.filter { $0.keyword == .reopened }.compactMap(\.day).max()
    let start = reopened.flatMap { reopened in day.flatMap { $0 >= reopened ? reopened : nil } }
    return log.contains { line in
      [.answeredBack, .closed, .struckOff].contains(line.keyword)
        && (start.map { start in line.day.map { $0 >= start } ?? false } ?? true)
    }
  }
}
