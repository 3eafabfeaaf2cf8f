import HallModel
import HallSyntax

/// Items of lists, and lines below one.
extension NearReader {
  func addDetached(_ text: Slice, _ report: inout Report) {
    report.warning(
      document, text.indices, zh: "「\(text.string)」没有接到上一行，没有读取",
      en: "'\(text.string)' does not go on with the line above, and is not read",
      hint: Phrase(
        zh: "写在上一行里，或紧接着它、行首空两格", en: "write it on the line above, or right below it, indented"))
  }

  /// The list of names, of counts or of legs directly above a node, apart from blank lines.
  func listField(above index: Int) -> Int? {
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

  /// Whether a text below a list of names continues it: known names, a separator at its beginning,
  /// or an item indented below it.
  func isNameBelow(_ index: Int, _ text: Slice, indent: Int) -> Bool {
    guard let field = listField(above: index) else { return false }
    let begins = ["、", "，", ","].contains { text.starts(with: $0.utf8) }
    let plain = PlainLine(text)
    let isBelow = indent > Int(document.nodes[field].depth)
    return begins || names.areKnown(plain.text) || isBelow && plain.isItem
  }

  /// Whether the line above is a list that continues, with a separator at its end.
  func goesOn(_ index: Int, _ line: Range<Int>) -> Bool {
    guard index > 0, line.lowerBound == document.nodes[index].range.lowerBound else { return false }
    let above = document.nodes[index - 1]
    guard [.field, .logLine, .task, .bullet].contains(above.kind),
      above.range.upperBound == line.lowerBound
    else { return false }
    let value = document.slice(above.value)
    guard !value.isEmpty else { return false }
    return ["、", "，", ",", "；", ";"].contains { value.ends(with: $0) }
  }

  func readBullet(_ index: Int, _ report: inout Report) {
    let node = document.nodes[index]
    let text = document.slice(node.value)
    if isNamedElsewhere(document.firstLine(of: node), index) { return }
    if isTaskWithoutBox(text, index) { return addTask(text, &report) }
    if let fact = place(index, followsFields: true).fact(in: text, isItem: true) {
      add(node.value, write: fact, &report)
    } else if let key = emptyField(above: index, indent: Int(node.depth)) {
      addValueBelow(key, node.value, &report)
    } else if isBareKey(index) {
      report.warning(
        document, document.firstLine(of: node), zh: "「\(text.string)」后面少了冒号，没有读取",
        en: "'\(text.string)' lacks its colon, and is not read",
        hint: Phrase(
          zh: "写成「- 项目: 内容」", en: "write it as in '- key: value'"))
    } else if isPartyWithoutPart(text, index) {
      report.warning(
        document, node.value, zh: "「\(text.string)」后面没有写身份，没有算作一方",
        en: "'\(text.string)' says no part, and is not read as a party",
        hint: Phrase(
          zh: "写成「- \(text.string): 列席」，或者「表决」「召集」",
          en: "write '- \(text.string): observes', or 'votes', or 'convenes'"))
    } else if isFigureOutsideVote(text, index) {
      addOutsideVote(text, &report)
    } else if isStance(text, below: index) {
      addDetached(text, &report)
    } else if let field = listField(above: index), node.depth > document.nodes[field].depth {
      addDetached(text, &report)
    } else if index > 0, document.nodes[index - 1].kind == .logLine,
      document.nodes[index - 1].value.isEmpty
    {
      addDetached(text, &report)
    }
  }

  /// `- 反对`, with its value on the lines below: an item that consists of a key.
  func isBareKey(_ index: Int) -> Bool {
    let node = document.nodes[index]
    let hasMore =
      document.hasSeveralLines(node)
      || index + 1 < document.nodes.count
        && [.bullet, .task].contains(document.nodes[index + 1].kind)
        && document.nodes[index + 1].depth > node.depth
    guard hasMore else { return false }
    let text = PlainLine.withoutColon(PlainLine(document.slice(document.firstLine(of: node))).text)
    let scope = place(index, followsFields: true).scope
    if [.attendance, .partyList, .signatureList].contains(scope),
      names.parties[FullWidth.name(text)] != nil
    {
      return true
    }
    return Vocabulary.keyword(text, in: scope) != nil
  }

  /// `- 社区` in the list of parties.
  private func isPartyWithoutPart(_ text: Slice, _ index: Int) -> Bool {
    let name = text.string
    return place(index, followsFields: true).scope == .partyList && name.count <= 20
      && name.contains(where: \.isLetter)
      && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == " " }
  }

  func addValueBelow(_ key: String, _ value: Range<Int>, _ report: inout Report) {
    let text = PlainLine(document.slice(value)).text.string
    report.warning(
      document, value, zh: "「\(key)」只取一个值，写在下一层列表里没有读取",
      en: "'\(key)' takes one value; an item below it is not read",
      hint: Phrase(
        zh: "写在同一行：「- \(key): \(text)」", en: "write it on one line: '- \(key): \(text)'"))
  }

  /// The field without a value that an item is below.
  func emptyField(above index: Int, indent: Int) -> String? {
    var above = index - 1
    while above >= 0, isElement(above, indent: indent) { above -= 1 }
    guard above >= 0, document.nodes[above].kind == .field,
      document.nodes[above].value.isEmpty, Int(document.nodes[above].depth) < indent,
      document.nodes[above].keyword != nil
        || [.partyList, .signatureList].contains(document.keyScope(of: above))
    else { return nil }
    return document.text(document.nodes[above].key)
  }

  /// Whether a node can be between an item and the field above it: a blank line, or another item of
  /// the same list.
  private func isElement(_ index: Int, indent: Int) -> Bool {
    let node = document.nodes[index]
    switch node.kind {
    case .blank: return true
    case .bullet: return Int(node.depth) == indent
    default: return false
    }
  }

  /// `同意` below a signature's day: the word of a signature on a separate line.
  func isStance(_ text: Slice, below index: Int) -> Bool {
    guard index > 0, document.nodes[index - 1].kind == .field,
      document.keyScope(of: index - 1) == .signatureList
    else { return false }
    return Vocabulary.keyword(PlainLine(text).text, in: .stance) != nil
  }

  func readUnknownField(_ index: Int, _ report: inout Report) {
    let node = document.nodes[index]
    let scope = document.keyScope(of: index)
    let key = document.slice(node.key)
    // In a list of names, the name of a party is a key, unless something is added to it.
    if names.parties[FullWidth.name(key)] != nil, PlainLine(key).text == key { return }
    if isNamedElsewhere(document.firstLine(of: node), index) { return }
    if scope != .log, !scope.isEmpty, Spelling.nearest(to: key, in: scope) != nil { return }
    let text = document.slice(node.mark..<document.source(of: node.value).upperBound)
    // A name that is not a party in the attendance or among the signatures is a separate error.
    if [.attendance, .signatureList].contains(scope), names.parties[FullWidth.name(key)] == nil,
      !charter.roster.hasPerson(FullWidth.name(key))
    {
      return
    }
    let place = place(index, followsFields: true)
    if let fact = place.fact(in: text.trimmed, isItem: true) ?? factInEnd(of: text.trimmed, place) {
      add(document.source(of: text.trimmed.indices), write: fact, &report)
    } else if isFigureOutsideVote(text.trimmed, index) {
      addOutsideVote(document.slice(document.source(of: text.trimmed.indices)), &report)
    }
  }

  /// `主要负责: 赵六`: a key that is the end of a longer word, if the value shows what it is.
  private func factInEnd(of text: Slice, _ place: FactPlace) -> String? {
    var place = place
    place.takesText = false
    place.takesAnyValue = false
    var rest = text
    for _ in 0..<3 {
      guard let scalar = rest.unicodeScalar, scalar.properties.isIdeographic else { return nil }
      rest = rest.dropFirst(scalar.utf8.count)
      // Nothing but a character of the key can begin its end.
      guard (rest.first ?? 0) >= 0x80, FullWidth.byte(in: rest, at: rest.startIndex).byte >= 0x80
      else {
        return nil
      }
      if let fact = place.fact(in: rest, isItem: true) { return fact }
    }
    return nil
  }

  /// A dated line of a log whose word is not a known one: `- 2025-03-10 【吹哨】…`,
  /// `- 2025-03-10 吹哨；…`.
  func readRemark(_ index: Int, _ report: inout Report) {
    let node = document.nodes[index]
    let end = max(node.key.upperBound, document.source(of: node.value).upperBound)
    let text = document.slice(node.mark..<end).trimmed
    guard let fact = place(index, followsFields: true).fact(in: text, isItem: true) else { return }
    add(text.indices, write: fact, &report)
  }

  func readStray(_ index: Int, _ followsFields: Bool, _ report: inout Report) {
    let node = document.nodes[index]
    guard !FieldPlace.names(index, document, names.parties, charter),
      !isNamedElsewhere(document.firstLine(of: node), index)
    else { return }
    let text = document.slice(node.mark..<node.value.upperBound).trimmed
    if let fact = place(index, followsFields: followsFields).fact(in: text, isItem: true) {
      add(text.indices, write: fact, &report)
    } else if isFigureOutsideVote(text, index) {
      addOutsideVote(text, &report)
    }
  }

  /// A line that continues the one above it but reads as a separate fact: `- 同意: 张三` and below it,
  /// indented, `反对: 赵六`.
  func readContinuation(_ index: Int, _ report: inout Report) {
    let node = document.nodes[index]
    // Most values are on the line of their key.
    guard
      node.value.upperBound > document.bytes.count
        || node.value.lowerBound > node.key.upperBound + 4
    else { return }
    let isTask = node.kind == .task
    let place = FactPlace(
      scope: isTask ? .task : place(index, followsFields: true).scope, takesTasks: false,
      takesSteps: false, followsFields: true, names: names, takesAnyValue: true)
    for line in document.lines(in: node.range).dropFirst() {
      let text = document.slice(line).trimmed
      if let fact = place.fact(in: text) {
        add(text.indices, write: fact, &report)
      } else if isFigureOutsideVote(text, index) {
        addOutsideVote(text, &report)
      }
    }
  }
}
