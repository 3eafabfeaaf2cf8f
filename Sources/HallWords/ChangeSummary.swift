import HallModel
import HallSyntax

/// The message of a revision without a given reason: its one or two most important changes, on one
/// short line, like the subject of a letter: `状态 已通知→已召开；新增决议 D1，等7处`.
package struct ChangeSummary: Speaking {
  /// The maximum width of a message in columns.
  package static let width = 40

  /// Changes that are reported together: `T1、T3 完成`.
  private struct Point {
    let weight: Int
    let lead: String
    var names: [String]
    let tail: String
    /// How many further changes are counted without a name.
    var more: Int
  }

  private var points: [Point] = []
  package let language: Language

  /// The message of a revision that makes `old` into `document`.
  package static func text(from old: [UInt8], to document: Document, _ language: Language) -> String
  {
    guard !old.isEmpty else { return Phrase(zh: "初次记录", en: "first recorded")[language] }
    let before = FactList(Document(path: document.path, kind: document.kind, bytes: old))
    return ChangeSummary(from: before, to: FactList(document), language).text
  }

  private init(from old: FactList, to new: FactList, _ language: Language) {
    self.language = language
    let changes = FactChange.paired(FactChange.changes(from: old, to: new))
    let closed = Set(
      changes.filter { $0.key == "state" && $0.kind == .changed }.map(\.subjects))
    let kept = ChangeSummary.tasks(old).intersection(ChangeSummary.tasks(new))
    for change in changes {
      if change.label == nil, let task = change.subjects.last, kept.contains(task) { continue }
      // A completed task says when, with what result and on whose word: together that is one
      // change.
      if closed.contains(change.subjects), change.kind == .added,
        change.key.map(FactChange.closingKeys.contains) ?? false
      {
        continue
      }
      add(change)
    }
    let places = Set(old.prose.keys).union(new.prose.keys)
      .filter { old.prose[$0] != new.prose[$0] }
      // A prose section that is added or removed with its parent is not a separate change.
      .filter { $0.isEmpty || old.titles[$0] != nil && new.titles[$0] != nil }.count
    if places > 0 {
      let count = places > 1 ? say("\(places)处", " in \(places) places") : ""
      add(9, "", say("改动文字", "prose edited") + count, more: places - 1)
    }
    if points.isEmpty { add(9, "", say("只改格式或注释", "only layout or comments")) }
  }

  /// The tasks, wherever they are: a task that was moved is the same task.
  private static func tasks(_ list: FactList) -> Set<Fact.Subject> {
    Set(list.order.compactMap(\.last).filter { $0.kind == .task })
  }

  // MARK: What to say of one change

  private mutating func add(_ change: FactChange) {
    guard let subject = change.subjects.last else { return addFront(change) }
    let name = subject.name
    guard change.label != nil else { return addWhole(change, subject) }
    switch subject.kind {
    case .task:
      switch (change.key, change.after) {
      case ("state", "done"): add(3, "", name, say(" 完成", " done"))
      case ("state", "cancelled"): add(3, "", name, say(" 不再做", " given up"))
      case ("state", _): add(3, "", name, say(" 重新打开", " open again"))
      case ("extended", let value?):
        let day = value.prefix { !$0.isWhitespace }
        add(3, "", name, say(" 延期到 ", " extended to ") + day)
      default: add(4, name + " ", field(change))
      }
    case .vote:
      let weight = change.key == "result" ? 1 : 2
      add(weight, voteName(change.subjects) + " ", field(change))
    case .decision: add(3, name + " ", field(change))
    case .item:
      add(
        change.key == "outcome" ? 3 : 5, say("议题\(name) ", "item \(name) "), field(change))
    case .rule: add(2, say("规则 \(name) ", "rule \(name) "), field(change))
    case .section, .document, .rosterRow: addSection(change, name)
    }
  }

  private mutating func addFront(_ change: FactChange) {
    add(change.key == "status" ? 0 : 5, "", field(change))
  }

  private mutating func addSection(_ change: FactChange, _ name: String) {
    let title = change.titles.last ?? name
    if change.key == "log" {
      let value = change.after ?? change.before ?? ""
      let words = value.drop { !$0.isWhitespace }.drop { $0.isWhitespace }
      return change.kind == .removed
        ? add(1, say("去掉 ", "removed "), String(words)) : add(1, "", String(words))
    }
    // Attendance and signatures are named by their party.
    let isList = ["attendance", "signatures"].contains(name)
    add(6, title + " ", isList ? change.label ?? "" : field(change))
  }

  private mutating func addWhole(_ change: FactChange, _ subject: Fact.Subject) {
    let isNew = change.kind == .added
    let title = change.titles.last ?? ""
    switch subject.kind {
    case .task:
      add(3, isNew ? say("新增任务 ", "added task ") : say("删去任务 ", "removed task "), subject.name)
    case .decision:
      add(
        2, isNew ? say("新增决议 ", "added decision ") : say("删去决议 ", "removed decision "),
        subject.name)
    case .vote:
      add(
        2, isNew ? say("新增表决 ", "added vote ") : say("删去表决 ", "removed vote "),
        say("「\(title)」", "'\(title)'"))
    case .item:
      add(3, isNew ? say("新增议题 ", "added item ") : say("删去议题 ", "removed item "), subject.name)
    case .rule:
      add(2, isNew ? say("新增规则 ", "added rule ") : say("删去规则 ", "removed rule "), title)
    case .section, .document, .rosterRow:
      add(6, isNew ? say("新增 ", "added ") : say("删去 ", "removed "), title)
    }
  }

  /// `议题1 表决`, and the second vote of an item `议题1 表决2`.
  private func voteName(_ subjects: [Fact.Subject]) -> String {
    let item = subjects.last { $0.kind == .item }.map {
      say("议题\($0.name) ", "item \($0.name) ")
    }
    let number = subjects.last.map { $0.name == "1" ? "" : $0.name } ?? ""
    return (item ?? "") + say("表决", "vote") + number
  }

  /// `同意 65→66`; only the key if the values are long.
  private func field(_ change: FactChange) -> String {
    let label = change.key == "title" ? say("标题", "title") : change.label ?? ""
    if change.key?.hasPrefix("row ") == true {
      switch change.kind {
      case .added: return say("加 ", "added ") + label
      case .removed: return say("去掉 ", "removed ") + label
      case .changed: return say("改 ", "changed ") + label
      }
    }
    switch (change.before, change.after) {
    case (nil, let after?):
      // The text of a task's step follows its day, which the revision has anyway.
      let words = after.drop { !$0.isWhitespace }.drop { $0.isWhitespace }
      return label + " " + (change.key == "progress" && !words.isEmpty ? String(words) : after)
    case (let before?, let after?):
      let text = label + " " + before + "→" + after
      return DisplayWidth.of(text) <= 32 ? text : say("改\(label)", "changed \(label)")
    default: return say("去掉\(label)", "removed \(label)")
    }
  }

  private mutating func add(
    _ weight: Int, _ lead: String, _ name: String, _ tail: String = "", more: Int = 0
  ) {
    let name = name.split(whereSeparator: \.isNewline).joined(separator: " ")
    let same = points.firstIndex {
      $0.weight == weight && $0.lead == lead && $0.tail == tail && weight < 9
    }
    guard let same else {
      points.append(Point(weight: weight, lead: lead, names: [name], tail: tail, more: more))
      return
    }
    if !points[same].names.contains(name) { points[same].names.append(name) }
  }

  // MARK: The line

  private var text: String {
    // A stable sort: changes of equal weight stay in the file's order.
    let sorted = points.indices.sorted { left, right in
      (points[left].weight, left) < (points[right].weight, right)
    }.map { points[$0] }
    let total = sorted.reduce(0) { $0 + $1.names.count + $1.more }
    guard let first = sorted.first else { return "" }
    guard let head = fitting([], first, total) else {
      var only = first
      only.names = Array(first.names.prefix(1))
      let rest = remark([only], total)
      let room = ChangeSummary.width - DisplayWidth.of(rest)
      return DisplayWidth.clipped(body([only]), to: room) + rest
    }
    // The next point that fits is put next to it.
    let second = sorted.dropFirst().lazy.compactMap { self.fitting([head], $0, total) }.first
    let shown = [head] + (second.map { [$0] } ?? [])
    return body(shown) + remark(shown, total)
  }

  /// The point with as many of its names as fit after the others.
  private func fitting(_ others: [Point], _ point: Point, _ total: Int) -> Point? {
    var point = point
    while !point.names.isEmpty {
      let shown = others + [point]
      if DisplayWidth.of(body(shown) + remark(shown, total)) <= ChangeSummary.width { return point }
      point.names.removeLast()
    }
    return nil
  }

  private func body(_ shown: [Point]) -> String {
    shown.map { $0.lead + $0.names.joined(in: language) + $0.tail }
      .joined(separator: say("；", "; "))
  }

  /// How many more changes there are: `，等5处` in all, or `, and 3 more`.
  private func remark(_ shown: [Point], _ total: Int) -> String {
    let told = shown.reduce(0) { $0 + $1.names.count + $1.more }
    return total > told ? say("，等\(total)处", ", and \(total - told) more") : ""
  }
}
