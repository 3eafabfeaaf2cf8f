import HallSyntax

/// Lines that continue the numbers of the agenda but are not items because of their form:
/// `**2. 推选楼长**` or `#### 2. 推选楼长` after `### 1. 车棚选址`.
///
/// Parts of an item have numbers too (`**1. 现状**`); they start again at one, or repeat one, and
/// whatever follows them in the same item is not checked.
struct AgendaNumbers {
  /// The item's title with its number, as it should be written, by the node's index.
  private(set) var items: [Int: String] = [:]

  init(_ document: Document) {
    guard document.kind == .meeting, let agenda = document.section(.agenda) else { return }
    var next = 1
    var isInParts = false
    var hasNumberedSections = false
    for index in document.nodes.indices {
      let node = document.nodes[index]
      if node.kind == .heading, node.depth == 2, index < agenda,
        HeadingNumber(document.slice(node.value)).value != nil
      {
        hasNumberedSections = true
      }
      guard index > agenda else { continue }
      switch node.kind {
      case .section: return
      case .item:
        let number = node.key.isEmpty ? nil : AgendaNumbers.value(of: document.slice(node.key))
        next = (number ?? next) + 1
        isInParts = false
      case .heading, .prose:
        if node.kind == .heading, node.depth == 2, hasNumberedSections { return }
        guard !isInParts, let (number, title) = AgendaNumbers.heading(node, document) else {
          // A heading without a number ends the agenda, as a section does.
          if node.kind == .heading, node.depth <= 2 { return }
          continue
        }
        if number == next, !title.isEmpty {
          items[index] = "\(number). \(title.string)"
          next += 1
        } else {
          isInParts = true
        }
      default: break
      }
    }
  }

  private static func value(of number: Slice) -> Int? {
    var cursor = Cursor(number)
    return cursor.takeNumber()?.value ?? cursor.takeChineseNumber()
  }

  /// The number and the title of a heading, or of the first line of a text that looks like one:
  /// bold, in tags, quoted with its signs, or underlined.
  private static func heading(_ node: Node, _ document: Document) -> (Int, Slice)? {
    var line = document.firstLine(of: node)
    if node.kind == .heading {
      line = node.value
    } else {
      let text = document.slice(line)
      // Most prose does not begin with a sign or a number.
      guard text.count < 300, let first = text.first,
        "*_<>#".utf8.contains(first) || first == 0xE3 || isDigit(first)
      else { return nil }
      let plain = PlainLine(text)
      guard
        plain.isEnclosed || plain.hasHeadingSigns
          || PlainLine(HeadingNumber(text).rest).isEnclosed,
        document.lines(in: node.range).dropFirst().first.map({ document.slice($0).trimmed.isEmpty })
          ?? true
      else { return nil }
    }
    let plain = AgendaNumbers.withoutSigns(document.slice(line))
    let number = HeadingNumber(plain)
    return number.value.map { ($0, number.rest) }
  }

  /// A line without emphasis, tags, heading signs and quotation signs.
  private static func withoutSigns(_ line: Slice) -> Slice {
    var text = PlainLine.withoutMarkup(line)
    while let first = text.first, ">#".utf8.contains(first) { text = text.dropFirst().trimmed }
    return PlainLine.withoutBrackets(text)
  }
}
