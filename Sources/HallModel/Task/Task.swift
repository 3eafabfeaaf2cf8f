import HallSyntax

/// Something somebody has to do: `- [ ] T3 title` and the fields under it.
package struct Task: NodeView, Sendable {
  package let document: Document
  package let node: Int

  package init(document: Document, node: Int) {
    self.document = document
    self.node = node
  }

  package enum State: String, Sendable { case open, done, cancelled }

  /// When a task is due.
  package enum Due: Sendable, Equatable {
    case day(Day)
    /// 长期: a standing commitment, never overdue.
    case ongoing
    /// 待定
    case undecided
    /// 下次会议: its day follows when that meeting is set.
    case nextMeeting
    /// No 期限.
    case unwritten
    /// The value cannot be read; the node is the field's.
    case unreadable(node: Int, ValueFault)

    package var day: Day? {
      if case .day(let day) = self { day } else { nil }
    }
  }

  package var number: Int? { writtenNumber }

  package var state: State {
    switch document.box(of: node)?.state {
    case .done: .done
    case .cancelled: .cancelled
    case .open, nil: .open
    }
  }

  /// The last 延期, else 期限.
  package var due: Due {
    if let last = document.fieldNodes(.extended, of: node).last(where: hasValue) {
      return Task.due(of: last, in: document)
    }
    return firstDue
  }

  /// The hour of 期限, where it was first due by an hour of its day: `2025-10-15 16:30`.
  package var firstDueHour: TimeOfDay? {
    guard let value = value(.due) else { return nil }
    var cursor = Cursor(value.trimmed)
    guard (try? cursor.takeDay()) != nil else { return nil }
    cursor.skipSpaces()
    return try? cursor.takeTime()
  }

  /// 期限, as first decided.
  package var firstDue: Due {
    guard let field = document.fieldNode(.due, of: node), hasValue(field) else { return .unwritten }
    return Task.due(of: field, in: document)
  }

  private func hasValue(_ field: Int) -> Bool { !document.nodes[field].value.isEmpty }

  private static func due(of field: Int, in document: Document) -> Due {
    do throws(ValueFault) {
      return try DueValue(reading: document.slice(document.nodes[field].value)).due
    } catch {
      return .unreadable(node: field, error)
    }
  }

  package var extensions: Int {
    document.fields(of: node).count { document.nodes[$0].keyword == .extended && hasValue($0) }
  }

  /// Who leads: the first name of 负责, as written.
  package var lead: Slice? { leads.first }

  /// All who lead together, as written: `物业/赵六、社区/王五`.
  package var leads: [Slice] { value(.lead).map(NameList.split) ?? [] }

  package var doneDay: Day? { day(.done) }

  /// 满意, 基本满意 or 不满意; nil where 结果 says something else.
  package var satisfaction: Keyword? {
    document.field(.taskResult, of: node)
      .flatMap { Vocabulary.keyword(beginning: $0, in: .satisfaction) }
  }

  /// Whether it is open and a day is after the day it was due.
  package func isOverdue(on day: Day) -> Bool {
    state == .open && (due.day.map { $0 < day } ?? false)
  }

  /// Whether it is the revisit after a matter was closed.
  package var isRevisit: Bool {
    let title = document.slice(syntax.value)
    return Vocabulary.keyword(title, in: .log) == .revisited
  }
}

/// `2025-10-15`, `长期`, `待定`, each with a remark after it if the key takes one.
package struct DueValue: Sendable {
  package let due: Task.Due

  package init(reading slice: Slice) throws(ValueFault) {
    var cursor = Cursor(slice.trimmed)
    guard !cursor.atEnd else { throw .emptyValue }
    if let next = cursor.next, isDigit(next) {
      due = .day(try cursor.takeDay())
      guard !DueValue.goesOn(cursor) else { throw .malformed }
      return
    }
    let words = slice.trimmed
    var end = words.indices.first { index in
      let byte = FullWidth.byte(in: words, at: index).byte
      return isBlank(byte) || byte == UInt8(ascii: "(")
    }
    var next = Cursor(words)
    if next.take(.nextMeeting) { end = next.index }
    switch Vocabulary.keyword(words[..<(end ?? words.endIndex)], in: .dueWord) {
    case .ongoing: due = .ongoing
    case .tbd: due = .undecided
    case .nextMeeting: due = .nextMeeting
    default: throw .malformed
    }
  }

  /// Whether the text after a day makes it something else than a single day:
  /// `2025-10-15 至 2025-12-31`, `2025-10-15-16`, `2025-10-15、20`. A remark follows a blank or is in
  /// brackets.
  private static func goesOn(_ rest: Cursor) -> Bool {
    if rest.atEnd { return false }
    var cursor = rest
    if cursor.next.map(isDigit) ?? false { return true }
    cursor.skipSpaces()
    // A task is due on a day, never within a period.
    if cursor.take(anyOf: ["至", "~", "..", "改为", "改到", "延至", "延到", "→", "->"]) { return true }
    if cursor.take(anyOf: DueValue.connectors) {
      cursor.skipSpaces()
      return cursor.next.map(isDigit) ?? false
    }
    if cursor.take(anyOf: [",", ";"]) { cursor.skipSpaces() }
    // A second day is not a remark, even one that does not exist in the calendar.
    do throws(ValueFault) { _ = try cursor.takeDay() } catch { return error == .noSuchDay }
    return true
  }

  private static let connectors = [
    "到", "to ", "until ", "and ", "or ", "–", "—", "-", "/", ".", ":", "、", "或者", "或", "和", "及",
    "与",
  ]
}
