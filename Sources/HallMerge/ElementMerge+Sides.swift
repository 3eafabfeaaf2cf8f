import HallModel
import HallSyntax

/// Two versions of one line, combined if they do not contradict each other.
extension ElementMerge {
  /// A list of names that each side started or added to, a row in which each side filled another
  /// cell, a task that one side completed and the other renamed.
  func sides(_ before: Element?, _ one: Element, _ other: Element) -> [UInt8]? {
    switch one.key.kind {
    case .field: listed(before, one, other)
    case .tableRow: row(before, one, other)
    case .task: before.flatMap { task($0, one, other) }
    default: nil
    }
  }

  private func listed(_ before: Element?, _ one: Element, _ other: Element) -> [UInt8]? {
    let was = before.map { base.document.slice(base.document.nodes[$0.node].value) }
    let now = first.document.slice(first.document.nodes[one.node].value)
    let also = second.document.slice(second.document.nodes[other.node].value)
    let separator = first.document.separator(in: now)
    let list: [UInt8]?
    let field = first.document.nodes[one.node]
    if field.keyword == nil, Contact.isKey(first.document.slice(field.key)) {
      list = ThreeWay.contacts(base: was, first: now, second: also, separator: separator)
    } else if isNameList(one) {
      list = ThreeWay.names(base: was, first: now, second: also, separator: separator)
    } else {
      list = nil
    }
    guard let list else { return nil }
    return first.document.line(
      of: one.node,
      replacing: first.document.source(of: first.document.nodes[one.node].value), by: list)
  }

  /// Whether a field lists people or things, each of which is a separate fact.
  private func isNameList(_ field: Element) -> Bool {
    let document = first.document
    let scope = document.keyScope(of: field.node)
    guard let keyword = document.nodes[field.node].keyword else {
      return scope.contains(.attendance)
    }
    return Vocabulary.use(of: keyword, in: scope)?.value.isList ?? false
  }

  /// A row of a table that has the same columns on both sides, merged cell by cell.
  private func row(_ before: Element?, _ one: Element, _ other: Element) -> [UInt8]? {
    let columns = first.document.columns(of: one.node)
    func cells(_ element: Element, _ document: Document) -> [Slice] {
      TableCells.split(document.slice(document.nodes[element.node].value))
    }
    func names(_ columns: [Slice]) -> [String] { columns.map { FullWidth.name($0) } }
    guard names(columns) == names(second.document.columns(of: other.node)) else { return nil }
    let was = before.map { cells($0, base.document) }
    if let before, names(columns) != names(base.document.columns(of: before.node)) { return nil }
    let (now, also) = (cells(one, first.document), cells(other, second.document))
    guard now.count == also.count, was.map({ $0.count == now.count }) ?? true,
      now.count <= columns.count
    else { return nil }
    var splices: [(range: Range<Int>, text: [UInt8])] = []
    for place in now.indices {
      let (mine, theirs) = (now[place], also[place])
      let old = was?[place] ?? mine[mine.startIndex..<mine.startIndex]
      let merged: [UInt8]
      if mine.elementsEqual(theirs) || theirs.elementsEqual(old) {
        continue
      } else if mine.elementsEqual(old) {
        merged = Array(theirs)
      } else if Contact.isKey(columns[place]),
        let list = ThreeWay.contacts(
          base: was.map { $0[place] }, first: mine, second: theirs,
          separator: first.document.separator(in: mine))
      {
        merged = list
      } else {
        return nil
      }
      splices.append((first.document.source(of: mine.startIndex..<mine.endIndex), merged))
    }
    let bytes = first.document.bytes
    let line = first.document.nodes[one.node].range
    var (text, start): ([UInt8], Int) = ([], line.lowerBound)
    for splice in splices {
      guard splice.range.lowerBound >= start, splice.range.upperBound <= line.upperBound else {
        return nil
      }
      text += bytes[start..<splice.range.lowerBound] + splice.text
      start = splice.range.upperBound
    }
    return text + bytes[start..<line.upperBound]
  }

  private func task(_ before: Element, _ one: Element, _ other: Element) -> [UInt8]? {
    let versions = [(base.document, before), (first.document, one), (second.document, other)]
    let boxes = versions.compactMap { $0.0.box(of: $0.1.node)?.sign }
    guard boxes.count == versions.count else { return nil }
    let titles = versions.map { $0.0.source(of: $0.0.nodes[$0.1.node].value) }
    let texts = zip(versions, titles).map { Array($0.0.bytes[$1]) }
    guard
      let box = ThreeWay.pick(
        base: Array(base.document.bytes[boxes[0]]), first: Array(first.document.bytes[boxes[1]]),
        second: Array(second.document.bytes[boxes[2]])),
      let title = ThreeWay.pick(base: texts[0], first: texts[1], second: texts[2])
    else { return nil }
    let bytes = first.document.bytes
    let line = first.document.nodes[one.node].range
    return bytes[line.lowerBound..<boxes[1].lowerBound] + box
      + bytes[boxes[1].upperBound..<titles[1].lowerBound] + title
      + bytes[titles[1].upperBound..<line.upperBound]
  }
}

/// Contact details: a person may have several.
private enum Contact {
  /// Words in the key of a field, or in the head of a column, that the format has no key for.
  private static let words = [
    "电话", "手机", "联系", "微信", "邮箱", "phone", "mobile", "contact", "tel", "email", "e-mail",
  ]

  static func isKey(_ key: Slice) -> Bool {
    let name = FullWidth.name(key).lowercased()
    return words.contains { name.contains($0) }
  }
}

extension Document {
  fileprivate func line(of node: Int, replacing range: Range<Int>, by text: [UInt8]) -> [UInt8] {
    let line = nodes[node].range
    return bytes[line.lowerBound..<range.lowerBound] + text
      + bytes[range.upperBound..<line.upperBound]
  }

  /// The separator between two names of a list.
  fileprivate func separator(in value: Slice) -> String {
    value.string.contains("、") || !value.string.contains(",") ? "、" : ", "
  }

  /// The cells of the first row of the table that contains a row.
  fileprivate func columns(of row: Int) -> [Slice] {
    guard let table = ancestor(of: row, .table),
      let head = children(of: table).first(where: { nodes[$0].kind == .tableRow })
    else { return [] }
    return TableCells.split(slice(nodes[head].value))
  }
}
