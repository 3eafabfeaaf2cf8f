import HallModel
import HallSyntax

/// Tasks.
extension NearReader {
  /// An item with a box below a list of names: `- 同意:` and `- [x] 张三` under it.
  func readTask(_ index: Int, _ report: inout Report) {
    let node = document.nodes[index]
    guard node.key.isEmpty, !node.value.isEmpty,
      let key = emptyField(above: index, indent: Int(node.depth))
    else { return }
    let name = document.text(node.value)
    report.warning(
      document, document.firstLine(of: node), zh: "「\(name)」写在「\(key)」下面，却成了一项任务",
      en: "'\(name)' stands below '\(key)', and is read as a task",
      hint: Phrase(
        zh: "不要方框：「- \(key): \(name)」", en: "leave out the box: '- \(key): \(name)'"))
  }

  /// `- T3 title` with the fields of a task below it, and no box.
  func isTaskWithoutBox(_ text: Slice, _ index: Int) -> Bool {
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

  func addTask(_ text: Slice, _ report: inout Report) {
    add(text.indices, write: "- [ ] \(PlainLine(text).text.string)", &report)
  }
}
