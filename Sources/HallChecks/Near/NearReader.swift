import HallModel
import HallSyntax

/// Reads leniently what the strict parser took for something else, and reports what looks like a
/// fact.
struct NearReader {
  let document: Document
  let charter: Charter
  let names: KnownNames
  /// The lines that continue the numbers of the agenda.
  let agenda: AgendaNumbers

  init(_ document: Document, _ context: CheckContext) {
    (self.document, charter) = (document, context.charter)
    names = KnownNames(in: document, context)
    agenda = AgendaNumbers(document)
  }

  /// The place of a node, or of one of its lines.
  func place(_ index: Int, at line: Range<Int>? = nil, followsFields: Bool) -> FactPlace {
    let parent = Int(document.nodes[index].parent)
    let isInTask = parent >= 0 && document.nodes[parent].kind == .task
    let scope = document.keyScope(of: index)
    let takesTasks = takesTasks(index)
    if takesTasks, !isInTask,
      isBelowUnreadTask(line.map(document.trimmed) ?? document.firstLine(of: document.nodes[index]))
    {
      return FactPlace(
        scope: .task, takesTasks: true, takesSteps: false, followsFields: true, names: names,
        takesAnyValue: true)
    }
    return FactPlace(
      scope: isInTask ? .task : scope, takesTasks: takesTasks,
      takesSteps: scope == .log || isInTask && document.kind == .matter,
      followsFields: followsFields, names: names)
  }

  func takesTasks(_ index: Int) -> Bool { KeywordPlace.takesTasks(index, document) }

  /// The agenda of a held meeting that has text but no item.
  func readAgenda(_ report: inout Report) {
    guard let meeting = names.meeting, meeting.isHeld, let agenda = document.section(.agenda),
      document.children(of: agenda).contains(where: { document.nodes[$0].kind != .blank }),
      !document.children(of: agenda).contains(where: { document.nodes[$0].kind == .item })
    else { return }
    report.warning(
      document, document.firstLine(of: document.nodes[agenda]),
      zh: "会已经开过，「议程」下面却一项议题也没有读到",
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
      guard !text.isEmpty else { continue }
      var found = Report(of: UnreadFact.self)
      readLine(text, line, index, follows, &found)
      // Few lines are candidates: only those are tested twice.
      if !found.problems.isEmpty, !isNamedElsewhere(line, index) { report.add(found) }
    }
  }

  private func readLine(
    _ text: Slice, _ line: Range<Int>, _ index: Int, _ follows: Bool, _ report: inout Report
  ) {
    let isFirst = line.lowerBound == document.nodes[index].range.lowerBound
    let indent = text.startIndex - line.lowerBound
    if isFirst, PlainLine(text).isItem, let key = emptyField(above: index, indent: indent) {
      addValueBelow(key, text.indices, &report)
    } else if isFirst, let key = emptyField(above: index, indent: .max),
      place(index, followsFields: false)
        .fact(in: Slice(key + ": ") + PlainLine(text).text, isItem: true) != nil
    {
      addValueBelow(key, text.indices, &report)
    } else if isFirst, isNameBelow(index, text, indent: indent) {
      addDetached(text, &report)
    } else if let heading = heading(instead: text, at: line, index) {
      add(text.indices, write: heading, &report)
    } else if follows, goesOn(index, line) || isStance(text, below: index) {
      addDetached(text, &report)
    } else if let fact = place(index, at: line, followsFields: follows).fact(in: text) {
      add(text.indices, write: fact, &report)
    } else if isTaskWithoutBox(text, index) {
      addTask(text, &report)
    } else if isFigureOutsideVote(text, index) {
      addOutsideVote(text, &report)
    }
  }

  /// Whether another check reports the line: a box or a bullet without a blank, a step of the log
  /// after a text.
  func isNamedElsewhere(_ line: Range<Int>, _ index: Int) -> Bool {
    var probe = Report(of: KeywordPlace.self)
    if FieldPlace.namesStep(line, in: index, document) { return true }
    KeywordPlace.checkLine(line, index, document, charter, &probe)
    return !probe.problems.isEmpty
  }

  func add(_ range: Range<Int>, write form: String, _ report: inout Report) {
    let text = document.slice(range).trimmed.string
    report.warning(
      document, range, zh: "「\(text)」像是一条记录，但这样写没有读取",
      en: "'\(text)' looks like a fact, but written like this it is not read",
      hint: Phrase(
        zh: "写成「\(form.replacing("\n", with: "」「"))」",
        en: "write '\(form.replacing("\n", with: "', '"))'"))
  }
}
