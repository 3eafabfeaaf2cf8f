import HallModel
import HallSyntax

/// A line that would be a fact but for the way it is written.
///
/// The strict reader takes what the format names. This check takes the decoration off each line
/// that was read as something else, and asks whether what is left would be a fact in its place.
package enum UnreadFact: Check {
  package static let id = "unread-fact"
  package static let about = Phrase(
    zh:
      "看上去是一条记录，却因为写法没有读进来：项目符号不对（「• 反对: 赵六」）、前面没有「- 」、冒号写成了等号、写在引用或表格里、标题少了冒号、用粗体代替标题、列表多缩进了一层等。说话的句子不查。",
    en: "A line that looks like a fact and was not read as one for the way it is written: another"
      + " bullet ('• against: Ann') or none, an equals sign for the colon, a quotation or a table row,"
      + " a heading with no colon, a bold line in place of a heading, a list one level too deep."
      + " What somebody said is left alone.")

  package static func check(
    document: Document, _ context: CheckContext, _ report: inout Report
  ) {
    guard document.fault == nil, !Scope.sections(of: document.kind).isEmpty else { return }
    let reader = NearReader(document, context.charter)
    reader.readAgenda(&report)
    // Whether the last line with something in it belongs to a list of fields, or is the heading that
    // one would stand below.
    var followsFields = false
    var tableFollowsFields = false
    for (index, node) in document.nodes.enumerated() {
      switch node.kind {
      case .prose: reader.readProse(index, followsFields, &report)
      case .bullet: reader.readBullet(index, &report)
      case .field, .logLine, .task:
        if node.keyword == nil, node.kind == .field { reader.readUnknownField(index, &report) }
        if node.keyword == nil, node.kind == .logLine { reader.readRemark(index, &report) }
        reader.readContinuation(index, &report)
      case .stray: reader.readStray(index, followsFields, &report)
      case .table: tableFollowsFields = followsFields
      case .tableRow: reader.readRow(index, tableFollowsFields, &report)
      case .heading: reader.readHeading(index, &report)
      default: break
      }
      switch node.kind {
      case .field, .bullet, .logLine, .section, .item, .rule, .vote, .decision, .task:
        followsFields = true
      case .blank, .comment: break
      default: followsFields = false
      }
    }
  }
}

/// Reads generously what the strict reader took for something else, and reports what looks like a
/// fact.
struct NearReader {
  let document: Document
  let charter: Charter
  let names: KnownNames

  init(_ document: Document, _ charter: Charter) {
    (self.document, self.charter) = (document, charter)
    names = KnownNames(in: document, charter)
  }

  /// The place a node stands in.
  func place(_ index: Int, followsFields: Bool) -> FactPlace {
    let parent = Int(document.nodes[index].parent)
    let isInTask = parent >= 0 && document.nodes[parent].kind == .task
    let scope = document.keyScope(of: index)
    return FactPlace(
      scope: isInTask ? .task : scope, takesTasks: takesTasks(index),
      takesSteps: scope == .log || isInTask && document.kind == .matter,
      followsFields: followsFields, names: names)
  }

  private func takesTasks(_ index: Int) -> Bool { KeywordPlace.takesTasks(index, document) }

  /// The agenda of a meeting that was held, with text in it and no item.
  func readAgenda(_ report: inout Report) {
    guard let meeting = names.meeting, meeting.isHeld, let agenda = document.section(.agenda),
      document.children(of: agenda).contains(where: { document.nodes[$0].kind != .blank }),
      !document.children(of: agenda).contains(where: { document.nodes[$0].kind == .item })
    else { return }
    report.warning(
      document, document.firstLine(of: document.nodes[agenda]),
      zh: "会已经开过，「议程」下面却没有读到一项议题",
      en: "the meeting was held, but no item is read below its agenda",
      hint: Phrase(
        zh: "每项议题的标题用三个 # 号，如「### 1. 题目」", en: "an item has three signs, as '### 1. Title'"))
  }

  func readProse(_ index: Int, _ followsFields: Bool, _ report: inout Report) {
    let node = document.nodes[index]
    var follows = followsFields
    for line in document.lines(in: node.range) {
      let text = document.slice(line).trimmed
      defer { follows = false }
      guard !text.isEmpty, !isNamedElsewhere(line, index) else { continue }
      let isFirst = line.lowerBound == node.range.lowerBound
      if isFirst, PlainLine(text).isItem,
        let key = emptyField(above: index, indent: text.startIndex - line.lowerBound)
      {
        addValueBelow(key, text.indices, &report)
      } else if isFirst, let key = emptyField(above: index, indent: .max),
        place(index, followsFields: false)
          .fact(in: item(Slice(key + ": ") + PlainLine(text).text)) != nil
      {
        addValueBelow(key, text.indices, &report)
      } else if isFirst, isNameBelow(index, text, indent: text.startIndex - line.lowerBound) {
        addDetached(text, &report)
      } else if let heading = heading(instead: text, at: line, index) {
        add(text.indices, write: heading, &report)
      } else if follows, goesOn(index, line) {
        addDetached(text, &report)
      } else if let fact = place(index, followsFields: follows).fact(in: text) {
        add(text.indices, write: fact, &report)
      } else if isTaskWithoutBox(text, index) {
        addTask(text, &report)
      }
    }
  }

  /// Whether another check names the line: a box or a bullet that lacks a blank.
  private func isNamedElsewhere(_ line: Range<Int>, _ index: Int) -> Bool {
    var probe = Report(of: KeywordPlace.self)
    KeywordPlace.checkLine(line, index, document, charter, &probe)
    return !probe.problems.isEmpty
  }

  private func addDetached(_ text: Slice, _ report: inout Report) {
    report.warning(
      document, text.indices, zh: "「\(text.string)」没有接到上一行，没有读取",
      en: "'\(text.string)' does not go on with the line above, and is not read",
      hint: Phrase(
        zh: "写在上一行里，或紧接着它、行首空两格", en: "write it on the line above, or right below it, indented"))
  }

  /// The list of names, of counts or of legs that stands above a node, but for blank lines.
  private func listField(above index: Int) -> Int? {
    var above = index - 1
    while above >= 0, [.blank, .bullet].contains(document.nodes[above].kind) { above -= 1 }
    guard above >= 0, document.nodes[above].kind == .field, !document.nodes[above].value.isEmpty
    else { return nil }
    let node = document.nodes[above]
    let scope = document.keyScope(of: above)
    guard let keyword = node.keyword else { return scope == .attendance ? above : nil }
    let isInTask = node.parent >= 0 && document.nodes[Int(node.parent)].kind == .task
    switch Vocabulary.use(of: keyword, in: isInTask ? .task : scope)?.value {
    case .names, .ballots, .person, .legs: return above
    default: return nil
    }
  }

  /// Whether a text below a list of names is more of them: names that are known, a separator at its
  /// beginning, or an item indented below it.
  private func isNameBelow(_ index: Int, _ text: Slice, indent: Int) -> Bool {
    guard let field = listField(above: index) else { return false }
    let begins = ["、", "，", ","].contains { text.starts(with: $0.utf8) }
    let plain = PlainLine(text)
    let isBelow = indent > Int(document.nodes[field].depth)
    return begins || names.areKnown(plain.text) || isBelow && plain.isItem
  }

  /// Whether the line above is a list that is still going on, with a separator at its end.
  private func goesOn(_ index: Int, _ line: Range<Int>) -> Bool {
    guard index > 0, line.lowerBound == document.nodes[index].range.lowerBound else { return false }
    let above = document.nodes[index - 1]
    guard [.field, .logLine, .task, .bullet].contains(above.kind),
      above.range.upperBound == line.lowerBound
    else { return false }
    let value = document.slice(above.value)
    guard !value.isEmpty else { return false }
    return ["、", "，", ",", "；", ";"].contains { value.reversed().starts(with: $0.utf8.reversed()) }
  }

  func readBullet(_ index: Int, _ report: inout Report) {
    let node = document.nodes[index]
    let text = document.slice(node.value)
    if isNamedElsewhere(document.firstLine(of: node), index) { return }
    if isTaskWithoutBox(text, index) { return addTask(text, &report) }
    if let key = emptyField(above: index, indent: Int(node.depth)) {
      return addValueBelow(key, node.value, &report)
    }
    if let fact = place(index, followsFields: true).fact(in: item(text)) {
      add(node.value, write: fact, &report)
    } else if isBareKey(index) {
      report.warning(
        document, document.firstLine(of: node), zh: "「\(text.string)」后面少了冒号，没有读取",
        en: "'\(text.string)' lacks its colon, and is not read",
        hint: Phrase(
          zh: "写成「- 项目: 内容」", en: "write it as in '- key: value'"))
    } else if let field = listField(above: index), node.depth > document.nodes[field].depth {
      addDetached(text, &report)
    } else if index > 0, document.nodes[index - 1].kind == .logLine,
      document.nodes[index - 1].value.isEmpty
    {
      addDetached(text, &report)
    }
  }

  /// `- 反对`, with its value on lines below: an item that is nothing but a key.
  private func isBareKey(_ index: Int) -> Bool {
    let node = document.nodes[index]
    let hasMore =
      document.lines(in: node.range).count > 1
      || index + 1 < document.nodes.count && document.nodes[index + 1].kind == .bullet
        && document.nodes[index + 1].depth > node.depth
    guard hasMore else { return false }
    let text = PlainLine(document.slice(document.firstLine(of: node))).text
    let scope = place(index, followsFields: true).scope
    if [.attendance, .partyList, .signatureList].contains(scope),
      names.parties[FullWidth.name(text)] != nil
    {
      return true
    }
    return Vocabulary.keyword(text, in: scope) != nil
  }

  private func addValueBelow(_ key: String, _ value: Range<Int>, _ report: inout Report) {
    let text = PlainLine(document.slice(value)).text.string
    report.warning(
      document, value, zh: "「\(key)」只取一个值，写在下一层列表里没有读取",
      en: "'\(key)' takes one value; an item below it is not read",
      hint: Phrase(
        zh: "写在同一行：「- \(key): \(text)」", en: "write it on one line: '- \(key): \(text)'"))
  }

  /// The field without a value that an item stands below.
  private func emptyField(above index: Int, indent: Int) -> String? {
    var above = index - 1
    while above >= 0, document.nodes[above].kind == .blank { above -= 1 }
    guard above >= 0, document.nodes[above].kind == .field,
      document.nodes[above].value.isEmpty, Int(document.nodes[above].depth) < indent,
      document.nodes[above].keyword != nil
        || [.partyList, .signatureList].contains(document.keyScope(of: above))
    else { return nil }
    return document.text(document.nodes[above].key)
  }

  func readUnknownField(_ index: Int, _ report: inout Report) {
    let node = document.nodes[index]
    let scope = document.keyScope(of: index)
    let key = document.slice(node.key)
    if isNamedElsewhere(document.firstLine(of: node), index) { return }
    if scope != .log, !scope.isEmpty, Spelling.nearest(to: key, in: scope) != nil { return }
    let text = document.slice(node.mark..<document.source(of: node.value).upperBound)
    // In a list of names, what a party is called is a key, unless there is more to it than a name.
    if names.parties[FullWidth.name(key)] != nil, PlainLine(key).text == key { return }
    guard let fact = place(index, followsFields: true).fact(in: item(text.trimmed)) else { return }
    add(document.source(of: text.trimmed.indices), write: fact, &report)
  }

  /// A dated line of a log whose word is not one: `- 2025-03-10 【吹哨】…`, `- 2025-03-10 吹哨；…`.
  func readRemark(_ index: Int, _ report: inout Report) {
    let node = document.nodes[index]
    let end = max(node.key.upperBound, document.source(of: node.value).upperBound)
    let text = document.slice(node.mark..<end).trimmed
    guard let fact = place(index, followsFields: true).fact(in: item(text)) else { return }
    add(text.indices, write: fact, &report)
  }

  func readStray(_ index: Int, _ followsFields: Bool, _ report: inout Report) {
    let node = document.nodes[index]
    guard !FieldPlace.names(index, document, names.parties, charter),
      !isNamedElsewhere(document.firstLine(of: node), index)
    else { return }
    let text = document.slice(node.mark..<node.value.upperBound).trimmed
    guard let fact = place(index, followsFields: followsFields).fact(in: item(text)) else { return }
    add(text.indices, write: fact, &report)
  }

  /// A line that goes on with the one above it and reads as a fact of its own:
  /// `- 同意: 张三` and below it, indented, `反对: 赵六`.
  func readContinuation(_ index: Int, _ report: inout Report) {
    let node = document.nodes[index]
    // Most values stand behind their key, on its line.
    guard
      node.value.upperBound > document.bytes.count
        || node.value.lowerBound > node.key.upperBound + 4
    else { return }
    let isTask = node.kind == .task
    let place = FactPlace(
      scope: isTask ? .task : place(index, followsFields: true).scope, takesTasks: false,
      takesSteps: false, followsFields: true, names: names, takesAnyValue: true)
    for line in document.lines(in: node.range).dropFirst() {
      guard let fact = place.fact(in: document.slice(line)) else { continue }
      add(document.trimmed(line), write: fact, &report)
    }
  }

  /// A row of two cells, the first of which is a key.
  func readRow(_ index: Int, _ followsFields: Bool, _ report: inout Report) {
    let node = document.nodes[index]
    let table = Int(node.parent)
    guard table >= 0, document.nodes[table].kind == .table else { return }
    var cells = TableCells.split(document.slice(node.value))
    while cells.last?.isEmpty == true { cells.removeLast() }
    // In a vote or a rule a table of keys is the list; elsewhere tables hold data.
    // In a decision or below a task tables hold data, unless they stand in place of the list.
    guard followsFields || !document.keyScope(of: table).isDisjoint(with: [.vote, .rule]),
      cells.count == 2, !cells[0].isEmpty, !cells[1].isEmpty
    else { return }
    let line = Slice(cells[0].string + ": " + cells[1].string)
    guard let fact = place(table, followsFields: followsFields).fact(in: item(line)) else { return }
    add(node.value, write: fact, &report)
  }

  /// A text as the content of a list item.
  private func item(_ text: Slice) -> Slice { Slice([UInt8]("- ".utf8)) + text }

  /// `- T3 title` with the fields of a task below it, and no box.
  private func isTaskWithoutBox(_ text: Slice, _ index: Int) -> Bool {
    var cursor = Cursor(PlainLine(text).text)
    guard takesTasks(index), cursor.takeTaskNumber() else { return false }
    let next = index + 1
    guard next < document.nodes.count else { return false }
    let below = document.nodes[next]
    guard [.stray, .bullet, .field, .prose].contains(below.kind) else { return false }
    let place = FactPlace(
      scope: .task, takesTasks: false, takesSteps: false, followsFields: true, names: names)
    return document.lines(in: below.range).first.map { line in
      let plain = PlainLine(document.slice(line))
      return plain.isItem && place.fact(plain) != nil
    } ?? false
  }

  private func addTask(_ text: Slice, _ report: inout Report) {
    add(text.indices, write: "- [ ] \(PlainLine(text).text.string)", &report)
  }

  func add(_ range: Range<Int>, write form: String, _ report: inout Report) {
    let text = document.slice(range).trimmed.string
    report.warning(
      document, range, zh: "「\(text)」像是一条记录，但这样写没有读取",
      en: "'\(text)' looks like a fact, but written like this it is not read",
      hint: Phrase(zh: "写成「\(form)」", en: "write '\(form)'"))
  }
}
