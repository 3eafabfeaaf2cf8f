import HallModel
import HallSyntax
import HallWords

/// The record as tables for people: headings and values in the hall's language, with everything that
/// somebody asks who has to report.
package struct PeopleTables: Speaking {
  package enum Kind: String, CaseIterable, Sendable {
    case problems, tasks, decisions, votes, attendance, roster

    /// What the table is called, also as a file.
    package var name: Phrase {
      switch self {
      case .problems: Phrase(zh: "问题清单", en: "problems")
      case .tasks: Phrase(zh: "任务落实台账", en: "tasks")
      case .decisions: Phrase(zh: "决议", en: "decisions")
      case .votes: Phrase(zh: "表决", en: "votes")
      case .attendance: Phrase(zh: "到会", en: "attendance")
      case .roster: Phrase(zh: "名册", en: "roster")
      }
    }

    package init?(named word: String) {
      let short: [String: Kind] = ["问题": .problems, "任务": .tasks, "台账": .tasks]
      let found =
        Kind.allCases.first { $0.rawValue == word.lowercased() || $0.name.zh == word }
        ?? short[word]
      guard let found else { return nil }
      self = found
    }
  }

  private let source: FormSource
  private var hall: Hall { source.hall }
  private var today: Day { source.today }
  package var language: Language { source.language }

  package init(_ hall: Hall, today: Day, _ language: Language) {
    source = FormSource(hall, today: today, language, origin: nil)
  }

  package func table(_ kind: Kind) -> Sheet.Table {
    switch kind {
    case .problems: problems
    case .tasks: tasks
    case .decisions: decisions
    case .votes: votes
    case .attendance: attendance
    case .roster: roster
    }
  }

  private func head(_ words: (String, String)...) -> [String] { words.map { say($0.0, $0.1) } }

  private func shown(_ text: String?) -> String { text.map(PlainText.line) ?? "" }

  private var problems: Sheet.Table {
    var table = Sheet.Table(
      head(
        ("编号", "Number"), ("问题", "Problem"), ("日期", "Day"), ("来源", "Source"), ("提出", "Raised by"),
        ("层级", "Level"), ("工单", "Ticket"), ("阶段", "Stage"), ("未完任务", "Open tasks"),
        ("决议", "Decisions"),
        ("结案", "Closed")))
    table.rows = hall.matters.map { matter in
      let state = hall.state(of: matter, on: today)
      let items = matter.id.map(hall.items(about:)) ?? []
      let decisions = items.flatMap { entry in
        entry.item.decisions.map { Reference.decision(entry.meeting, $0).identifier }
      }
      let open =
        matter.tasks.count { $0.state == .open }
        + items.reduce(0) { sum, entry in
          sum
            + entry.item.nodes(.task).count {
              Task(document: entry.item.document, node: $0).state == .open
            }
        }
      return [
        matter.name, shown(matter.title), matter.day?.iso ?? "", shown(matter.text(.source)),
        matter.value(.raisedBy).map { source.people($0, nil) } ?? "",
        matter.level?.word(language) ?? "", shown(matter.text(.ticket)),
        state.stage.phrase[language],
        String(open), decisions.joined(in: language), state.closedDay?.iso ?? "",
      ]
    }
    return table
  }

  private var tasks: Sheet.Table {
    var table = Sheet.Table(
      head(
        ("编号", "Number"), ("任务", "Task"), ("负责", "Lead"), ("配合", "With"), ("期限", "Due"),
        ("延期次数", "Extensions"), ("状态", "State"), ("逾期天数", "Days late"), ("完成", "Done"),
        ("标准", "Standard"),
        ("措施", "Measures"), ("进展", "Progress"), ("结果", "Result"), ("决议", "Decision"),
        ("问题", "Matter")))
    table.rows = hall.ownedTasks.map { owner, task in
      let meeting: Meeting? = if case .meeting(let meeting) = owner { meeting } else { nil }
      let decision = task.document.ancestor(of: task.node, .decision).map {
        Decision(document: task.document, node: $0)
      }
      let item = task.document.ancestor(of: task.node, .item).map {
        AgendaItem(document: task.document, node: $0)
      }
      let matters =
        if case .matter(let matter) = owner { [matter.name] } else {
          item?.matters.map(\.text) ?? []
        }
      let isLate = task.isOverdue(on: today)
      let state =
        isLate ? say("逾期", "overdue") : task.state.phrase[language]
      return [
        Reference.task(owner, task).identifier, shown(task.title),
        task.value(.lead).map { source.people($0, meeting) } ?? "",
        task.value(.with).map { source.people($0, meeting) } ?? "",
        task.due.day?.iso ?? shown(task.text(.due)), String(task.extensions), state,
        isLate ? task.due.day.map { String(today - $0) } ?? "" : "", task.doneDay?.iso ?? "",
        shown(task.text(.standard)), shown(task.text(.measures)),
        task.values(.progress).map { shown($0.string) }.joined(separator: say("；", "; ")),
        shown(task.text(.taskResult)),
        decision.flatMap { found in meeting.map { Reference.decision($0, found).identifier } }
          ?? "",
        matters.joined(in: language),
      ]
    }
    return table
  }

  private var decisions: Sheet.Table {
    var table = Sheet.Table(
      head(
        ("编号", "Number"), ("决议", "Decision"), ("会议", "Meeting"), ("日期", "Day"), ("性质", "Kind"),
        ("状态", "Standing"), ("公示起", "Posted from"), ("公示止", "Posted to"), ("生效", "Effective"),
        ("经费", "Funds"), ("未完任务", "Open tasks")))
    table.rows = hall.meetings.flatMap { meeting in
      meeting.decisions.map { decision in
        [
          Reference.decision(meeting, decision).identifier, shown(decision.title),
          shown(meeting.title), meeting.day?.iso ?? "", decision.kind?.word(language) ?? "",
          hall.standing(of: decision, in: meeting, on: today).phrase[language],
          decision.posted?.start.iso ?? "", decision.posted?.end.iso ?? "",
          decision.effective?.iso ?? "", shown(decision.text(.funds)),
          String(decision.tasks.count { $0.state == .open }),
        ]
      }
    }
    return table
  }

  private var votes: Sheet.Table {
    var table = Sheet.Table(
      head(
        ("会议", "Meeting"), ("议题", "Item"), ("表决", "Vote"), ("规则", "Rule"), ("应到", "Entitled"),
        ("同意", "For"), ("反对", "Against"), ("弃权", "Abstain"), ("结果", "Result")))
    table.rows = hall.meetings.flatMap { meeting in
      meeting.items.flatMap { item in
        item.votes.map { vote in
          let tally = hall.tally(vote, in: meeting)
          func number(_ figures: Figures?) -> String {
            figures?.heads.number.map(String.init) ?? ""
          }
          return [
            meeting.name, item.number.map(String.init) ?? "", shown(vote.title),
            shown(vote.ruleName?.string), number(tally.counts?.entitled),
            vote.isChoice ? "" : number(tally.counts?.votesFor),
            vote.isChoice ? "" : number(tally.counts?.against), number(tally.counts?.abstain),
            TallyText.word(tally.outcome, language),
          ]
        }
      }
    }
    return table
  }

  private var attendance: Sheet.Table {
    var table = Sheet.Table(
      head(("会议", "Meeting"), ("日期", "Day"), ("方", "Party"), ("姓名", "Name"), ("情况", "How")))
    table.rows = hall.meetings.flatMap { meeting -> [[String]] in
      guard let attendance = meeting.attendance else { return [] }
      let lead = [meeting.name, meeting.day?.iso ?? ""]
      let present = attendance.partyLines.flatMap { line -> [[String]] in
        let more = line.heads - line.names.count
        return line.names.map {
          lead + [shown(line.party), shown($0.name.string), say("到会", "present")]
        }
          + (more > 0
            ? [
              lead + [shown(line.party), say("另 \(more) 人", "\(more) more"), say("到会", "present")]
            ] : [])
      }
      let others = [Keyword.absent, .excused, .observing, .invited].flatMap { keyword in
        attendance.names(keyword).map { lead + ["", shown($0), keyword.word(language)] }
      }
      return present + others
    }
    return table
  }

  private var roster: Sheet.Table {
    var table = Sheet.Table(
      [Keyword.nameColumn, .partyColumn, .roleColumn, .unitColumn, .areaColumn, .ownerColumn]
        .map { $0.word(language) })
    table.rows = hall.charter.roster.rows.map { row in
      [row.name, row.party, row.role, row.unit, row.area?.text ?? "", row.owner]
    }
    return table
  }
}

extension Sheet.Table {
  /// For a spreadsheet: with a byte order mark, or Excel takes UTF-8 for something else, and with no
  /// cell that a spreadsheet would compute.
  package var csv: String {
    var csv = CSV(head.map(Sheet.Table.defused))
    for row in rows { csv.add(row.map(Sheet.Table.defused)) }
    return "\u{FEFF}" + csv.text
  }

  /// A cell that begins like a formula gets a quotation mark before it; a number stays one.
  static func defused(_ cell: String) -> String {
    // What takes no room does not hide the sign from a spreadsheet.
    let first = cell.unicodeScalars.first { scalar in
      "\t\r".unicodeScalars.contains(scalar)
        || !scalar.properties.isDefaultIgnorableCodePoint
          && scalar.properties.generalCategory != .control
    }
    guard let first, "=+-@\t\r＝＋－＠".unicodeScalars.contains(first), Double(cell) == nil else {
      return cell
    }
    return "'" + cell
  }

  /// A table of Markdown.
  package var markdown: String {
    func line(_ cells: [String]) -> String {
      "| "
        + cells.map {
          $0.replacing(sign: "|", with: "\\|").replacing(sign: "\n", with: " ")
            .replacing(sign: "<", with: "&lt;")
        }
        .joined(separator: " | ") + " |\n"
    }
    return line(head) + "|" + String(repeating: " --- |", count: head.count) + "\n"
      + rows.map(line).joined()
  }
}
