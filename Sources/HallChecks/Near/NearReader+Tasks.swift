import HallModel
import HallSyntax

/// Tasks.
extension NearReader {
  /// A list of names whose items have boxes: `- 同意:` with `- [x] 张三` under it.
  func readBoxes(below index: Int, _ report: inout Report) {
    let node = document.nodes[index]
    guard node.value.isEmpty, node.keyword != nil,
      document.use(of: index)?.value.takesNames ?? false
    else { return }
    var items: [String] = []
    for below in document.nodes[(index + 1)...] {
      if below.kind == .blank { continue }
      guard below.kind == .task, below.key.isEmpty, below.depth > node.depth else { break }
      items.append(document.text(below.value))
    }
    guard !items.isEmpty else { return }
    let key = document.text(node.key)
    let zh = items.joined(separator: "、")
    report.warning(
      document, node.key, zh: "「\(key)」下面的方框读成了任务，姓名没有读取",
      en: "the boxes below '\(key)' are read as tasks, and no name is read",
      hint: Phrase(
        zh: "写成「- \(key): \(zh)」",
        en: "write '- \(key): \(items.joined(separator: ", "))'"))
  }

  /// A task whose box is at the end or after the number, as in `T4 报价 [x]`; nil if there is no such
  /// box.
  static func taskWithMovedBox(_ text: Slice) -> String? {
    var cursor = Cursor(text)
    guard cursor.takeTaskNumber() else { return nil }
    let number = text[..<cursor.index].string
    cursor.skipSpaces()
    var boxed = cursor
    if let box = boxed.takeTaskBox() {
      return "- [\(sign(of: box.state))] \(number) \(boxed.rest.trimmed.string)"
    }
    for (sign, state) in [("✅", "x"), ("☑", "x"), ("✓", "x"), ("√", "x"), ("☐", " "), ("□", " ")]
    where boxed.take(sign) {
      return "- [\(state)] \(number) \(boxed.rest.trimmed.string)"
    }
    for (end, sign) in [
      ("[x]", "x"), ("[X]", "x"), ("[ ]", " "), ("[-]", "-"), ("☑", "x"), ("☐", " "), ("✅", "x"),
      ("✓", "x"), ("√", "x"),
    ]
    where text.ends(with: end) {
      return "- [\(sign)] \(text.dropLast(end.utf8.count).trimmed.string)"
    }
    return nil
  }

  static func sign(of state: TaskBox.State) -> String {
    state == .open ? " " : state == .done ? "x" : "-"
  }

  /// `- T3 title` without a box, with the fields of a task below it.
  func isTaskWithoutBox(_ text: Slice, _ index: Int) -> Bool {
    guard takesTasks(index), LineStart.word(text) == nil else { return false }
    var cursor = Cursor(PlainLine(text).text)
    guard cursor.takeTaskNumber() else { return false }
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

  /// Whether a text is indented below an item with a box that is not read as a task's: it was meant
  /// as one of that task's fields.
  func isBelowUnreadTask(_ text: Range<Int>) -> Bool {
    var start = document.lineStart(of: text.lowerBound)
    let indent = text.lowerBound - start
    guard indent > 0 else { return false }
    // A task has few fields.
    for _ in 0..<30 where start > 0 {
      let above = document.lineStart(of: start - 1)..<(start - 1)
      start = above.lowerBound
      let text = document.trimmed(above)
      guard !text.isEmpty else { return false }
      guard text.lowerBound - start < indent else { continue }
      let plain = PlainLine(document.slice(text), takesBox: true)
      return plain.isItem && plain.box != nil
    }
    return false
  }

  func addTask(_ text: Slice, _ report: inout Report) {
    add(text.indices, write: "- [ ] \(PlainLine(text).text.string)", &report)
  }
}
