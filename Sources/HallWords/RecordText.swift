import HallModel
import HallStore
import HallSyntax

/// One thing of the record for people: its content, then what refers to it.
package struct RecordText: Speaking {
  package let loaded: LoadedHall
  package let today: Day
  package let language: Language
  package let style: Style
  /// The columns to fit into; nil if the output is not a terminal.
  package let width: Int?
  /// Who signed the document that is shown.
  package var signatures: [SignatureFinding] = []

  package init(
    loaded: LoadedHall, today: Day, language: Language, style: Style, width: Int?,
    signatures: [SignatureFinding] = []
  ) {
    self.loaded = loaded
    self.today = today
    self.language = language
    self.style = style
    self.width = width
    self.signatures = signatures
  }

  private var hall: Hall { loaded.hall }

  package func text(_ reference: Reference) -> String {
    switch reference {
    case .matter(let matter): return text(matter)
    case .meeting(let meeting): return text(meeting)
    case .item(let meeting, let item):
      return lines(item, of: meeting).joined(separator: "\n") + "\n"
        + belongsTo(Reference.meeting(meeting))
    case .decision(let meeting, let decision):
      return lines(decision, of: meeting, indent: "").joined(separator: "\n") + "\n"
        + (meeting.vote(above: decision).map { vote in
          "\n"
            + TallyText(hall.tally(vote, in: meeting), language: language, style: style)
            .text(hall: nil)
        } ?? "")
        + belongsTo(Reference.meeting(meeting))
    case .task(let owner, let task):
      let whole: Reference =
        switch owner {
        case .matter(let matter): .matter(matter)
        case .meeting(let meeting): .meeting(meeting)
        }
      return lines(task, of: owner, indent: "").joined(separator: "\n") + "\n" + belongsTo(whole)
    }
  }

  private func belongsTo(_ reference: Reference) -> String {
    "\n" + style.dim(say("出自 ", "from ")) + heading(reference) + "\n"
  }

  private func heading(_ reference: Reference) -> String {
    style.bold(reference.identifier) + "  " + VisibleText.line(reference.title)
  }

  /// The fields of a node as written, one a line.
  private func fields(
    of node: Int, in document: Document, indent: String, except hidden: Set<Keyword> = []
  ) -> [String] {
    document.children(of: node).flatMap { index -> [String] in
      let field = document.nodes[index]
      guard field.kind == .field, !field.value.isEmpty,
        !(field.keyword.map(hidden.contains) ?? false)
      else { return [] }
      let key = VisibleText.line(document.slice(field.key).string)
      let inner = DisplayWidth.of(indent + key) + 2
      let lines = fitted(document.slice(field.value).string, after: inner)
      let hanging = String(repeating: " ", count: inner)
      return [indent + style.dim(key) + "  " + lines[0]] + lines.dropFirst().map { hanging + $0 }
    }
  }

  /// A text made visible, in lines that fit after an indent of some columns.
  private func fitted(_ text: String, after columns: Int) -> [String] {
    let text = VisibleText.line(text)
    return width.map { DisplayWidth.wrapped(text, to: max(20, $0 - columns)) } ?? [text]
  }

  private func prose(of node: Int?, in document: Document, indent: String) -> [String] {
    document.children(of: node).flatMap { index -> [String] in
      let child = document.nodes[index]
      guard child.kind == .prose || child.kind == .stray || child.kind == .bullet else { return [] }
      let text = document.slice(child.range).string
      return VisibleText.split(text).filter { !$0.isEmpty }.flatMap { line in
        fitted(line, after: indent.count).map { indent + $0 }
      }
    }
  }

  /// The rows of the tables below a node, as a roll call.
  private func tables(of node: Int, in document: Document, indent: String) -> [String] {
    document.children(of: node).filter { document.nodes[$0].kind == .table }.flatMap { table in
      document.children(of: table).filter { document.nodes[$0].kind == .tableRow }.map { row in
        let cells = VisibleText.line(document.slice(document.nodes[row].range).string)
          .split(separator: "|").map { Slice(String($0)).trimmed.string }.filter { !$0.isEmpty }
        return indent + cells.joined(separator: "  ")
      }
    }
  }

  /// What a document says before its first section.
  private func described(_ document: Document) -> [String] {
    let title = document.nodes.firstIndex { $0.kind == .title }
    let lines =
      title.map { prose(of: $0, in: document, indent: "  ") }.flatMap { $0.isEmpty ? nil : $0 }
      ?? prose(of: nil, in: document, indent: "  ")
    return lines.isEmpty ? [] : [""] + lines
  }

  // MARK: - Matters

  private func text(_ matter: Matter) -> String {
    let state = hall.state(of: matter, on: today)
    var lines = [heading(.matter(matter))]
    var summary = say("阶段  ", "stage  ") + state.stage.phrase[language]
    if let step = NextStep(after: matter, state, in: hall, today: today) {
      summary += say("；", "; ") + style.magenta(step.phrase[language])
    }
    lines.append("  " + summary)
    if matter.document.frontMatter != nil {
      lines += fields(of: matter.node, in: matter.document, indent: "  ", except: [.matter])
    }
    lines += described(matter.document)
    let log = matter.log
    if !log.isEmpty { lines += ["", style.bold(say("进展", "Log"))] }
    for entry in log {
      let text = entry.text.isEmpty ? "" : "  " + VisibleText.line(entry.text)
      lines.append(
        "  \(VisibleText.line(entry.shownDay))  \(VisibleText.line(entry.word))\(text)"
      )
    }
    if !matter.tasks.isEmpty { lines += ["", style.bold(say("任务", "Tasks"))] }
    for task in matter.tasks { lines += self.lines(task, of: .matter(matter), indent: "  ") }
    let references = matter.id.map(hall.items(about:)) ?? []
    if !references.isEmpty { lines += ["", style.bold(say("在会上", "At meetings"))] }
    for entry in references {
      lines.append("  " + heading(.item(entry.meeting, entry.item)) + suffix(entry))
      for decision in entry.item.decisions {
        lines.append("    " + decisionLine(decision, of: entry.meeting))
        lines += decision.tasks.map { "      " + taskLine($0, of: .meeting(entry.meeting)) }
      }
      lines += ownTasks(entry.item).map { "    " + taskLine($0, of: .meeting(entry.meeting)) }
    }
    lines += signed
    return lines.joined(separator: "\n") + "\n"
  }

  /// Who signed the document with a key: signatures on paper are listed above.
  private var signed: [String] {
    guard !signatures.isEmpty else { return [] }
    return ["", style.bold(say("签名（密钥）", "Signed with keys"))]
      + signatures.lines(language, style, width: width).map { String($0.dropLast()) }
  }

  private func suffix(_ entry: ItemReference) -> String {
    let day = entry.meeting.day.map { "  " + $0.iso } ?? ""
    return style.dim(day + (entry.item.outcome.map { "  " + $0.word(language) } ?? ""))
  }

  // MARK: - Meetings

  private func text(_ meeting: Meeting) -> String {
    var lines = [heading(.meeting(meeting))]
    if meeting.hasFrontMatter {
      lines += fields(of: meeting.node, in: meeting.document, indent: "  ", except: [.meeting])
    }
    if let approval = approval(of: meeting) { lines.append("  " + approval) }
    if let next = continuation(of: meeting) { lines.append("  " + next) }
    lines += described(meeting.document)
    if let attendance = meeting.attendance {
      lines += ["", style.bold(say("参会人员", "Attendance"))]
      lines += fields(of: attendance.node, in: attendance.document, indent: "  ")
    }
    lines += ["", style.bold(say("议程", "Agenda"))]
    for item in meeting.items { lines += self.lines(item, of: meeting) }
    if !meeting.signOffs.isEmpty {
      lines += ["", style.bold(say("各方签字", "Signatures"))]
      for signOff in meeting.signOffs {
        lines.append(
          "  " + VisibleText.line(signOff.party) + "  "
            + VisibleText.line(meeting.document.slice(signOff.syntax.value).string))
      }
    }
    lines += signed
    return lines.joined(separator: "\n") + "\n"
  }

  /// The item of a later meeting that approved the minutes; nothing is written in the minutes
  /// themselves.
  private func approval(of meeting: Meeting) -> String? {
    guard let id = meeting.id else { return nil }
    for other in hall.meetings
    where other.isHeld && other.id != id && (other.day ?? .last) >= (meeting.day ?? .first) {
      let found = other.items.first { item in
        item.value(.approves).flatMap { try? DocumentID(reading: $0) } == id
          && hall.isCarried(item, in: other)
      }
      guard let found else { continue }
      let day = other.day.map { " (" + $0.iso + ")" } ?? ""
      return style.dim(say("确认于  ", "approved at  "))
        + Reference.item(other, found).identifier + VisibleText.line(day)
    }
    return nil
  }

  /// The meeting that goes on with an adjourned one.
  private func continuation(of meeting: Meeting) -> String? {
    hall.continuation(of: meeting).map { other in
      let day = other.day.map { " (" + $0.iso + ")" } ?? ""
      return style.dim(say("续会  ", "goes on at  ")) + Reference.meeting(other).identifier + day
    }
  }

  private func lines(_ item: AgendaItem, of meeting: Meeting) -> [String] {
    var lines = [heading(.item(meeting, item))]
    lines += fields(of: item.node, in: item.document, indent: "  ")
    lines += prose(of: item.node, in: item.document, indent: "  ")
    for vote in item.votes {
      let tally = hall.tally(vote, in: meeting)
      let result = resultWords(tally)
      let isTied = tally.outcome.result == .tied
      let names =
        isTied ? "" : tally.outcome.elected.map { " " + $0.joined(in: language) } ?? ""
      lines.append(
        "  " + say("表决 ", "vote ") + VisibleText.line(vote.title) + say("：", ": ")
          + style.bold(VisibleText.line(result + names)))
      lines += fields(of: vote.node, in: vote.document, indent: "    ")
      lines += legs(tally, indent: "    ")
      lines += prose(of: vote.node, in: vote.document, indent: "    ")
      lines += tables(of: vote.node, in: vote.document, indent: "    ")
    }
    for decision in item.decisions { lines += self.lines(decision, of: meeting, indent: "  ") }
    for task in ownTasks(item) {
      lines += self.lines(task, of: .meeting(meeting), indent: "  ")
    }
    return lines
  }

  /// The tasks of an item that are of none of its decisions.
  private func ownTasks(_ item: AgendaItem) -> [Task] {
    item.nodes(.task).filter { item.document.ancestor(of: $0, .decision) == nil }
      .map { Task(document: item.document, node: $0) }
  }

  /// The legs of a counted vote, in words: which share was reached, and which was needed.
  private func legs(_ tally: Tally, indent: String) -> [String] {
    guard tally.vote.hasCounts, tally.outcome.result != nil else { return [] }
    return tally.legs.filter { $0.holds != nil }.flatMap { leg in
      fitted(leg.explanation[language], after: indent.count).map { indent + style.dim($0) }
    }
  }

  private func resultWords(_ tally: Tally) -> String {
    if tally.outcome.result == .tied { return TallyText.word(tally.outcome, language) }
    if let result = tally.outcome.result { return result.word(language) }
    // What the minutes say stands beside what cannot be counted.
    if tally.outcome.reason == .noCounts, let written = tally.vote.writtenResult?.result {
      return written.word(language) + say("（没有写票数）", " (no counts are written)")
    }
    let reason = (tally.outcome.reason ?? .noCounts).phrase[language]
    guard tally.outcome.reason != .noCounts else { return reason }
    return say("结果无法确定，\(reason)", "result unknown, \(reason)")
  }

  // MARK: - Decisions and tasks

  private func decisionLine(_ decision: Decision, of meeting: Meeting) -> String {
    let standing = hall.standing(of: decision, in: meeting, on: today)
    return heading(.decision(meeting, decision)) + "  "
      + style.dim("[" + standing.phrase[language] + "]")
  }

  private func lines(_ decision: Decision, of meeting: Meeting, indent: String) -> [String] {
    var lines = [indent + decisionLine(decision, of: meeting)]
    if let id = decision.identifier(in: meeting), let successor = hall.successor(of: id, on: today)
    {
      lines.append(
        indent + "  " + say("已被 \(successor.text) 取代", "superseded by \(successor.text)"))
    }
    lines += fields(of: decision.node, in: decision.document, indent: indent + "  ")
    lines += prose(of: decision.node, in: decision.document, indent: indent + "  ")
    for task in decision.tasks {
      lines += self.lines(task, of: .meeting(meeting), indent: indent + "  ")
    }
    return lines
  }

  private func taskLine(_ task: Task, of owner: TaskOwner) -> String {
    let (name, phrase) = task.named(on: today)
    let word =
      switch name {
      case "overdue": style.red(phrase[language])
      case "done": style.good(phrase[language])
      default: style.magenta(phrase[language])
      }
    return heading(.task(owner, task)) + "  [\(word)]"
  }

  private func lines(_ task: Task, of owner: TaskOwner, indent: String) -> [String] {
    [indent + taskLine(task, of: owner)]
      + fields(of: task.node, in: task.document, indent: indent + "  ")
  }
}
