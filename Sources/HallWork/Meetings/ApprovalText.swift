import HallModel
import HallSyntax
import HallWords

/// What an approval has sealed, and the next commands.
struct ApprovalText {
  private let meeting: Meeting
  private let id: String
  private let warnings: Int
  /// Whether an edit made outside the program was recorded with it.
  private let takesIn: Bool
  /// Whether the person was asked about what is left open, and need not be reminded.
  var isOpenKnown = false

  init(_ meeting: Meeting, _ id: String, warnings: Int, takesIn: Bool) {
    (self.meeting, self.id, self.warnings, self.takesIn) = (meeting, id, warnings, takesIn)
  }

  func lines(_ language: Language) -> [String] {
    let counts: [(Int, String, String)] = [
      (meeting.items.count, "议题", "item"), (meeting.votes.count, "表决", "vote"),
      (meeting.decisions.count, "决议", "decision"), (meeting.tasks.count, "任务", "task"),
    ]
    let present = counts.filter { $0.0 > 0 }
    let zh = present.map { "\($0.1) \($0.0) 项" }.joined(separator: "、")
    let en = present.map { Language.counted($0.0, $0.2) }.joined(separator: ", ")
    var lines = [
      Phrase(zh: "封存了正文：\(zh)", en: "sealed: the text, with \(en)"),
      Phrase(
        zh: "以后照样能记：任务的进展、延期和完成，公示、异议，各方签字",
        en: "still open: the tasks' progress, extensions and ends, postings, objections, signatures"
      ),
      Phrase(
        zh: "要改别的：hall 修正 \(id) -m 理由 改 \(id) 事项 内容",
        en: "to change anything else: hall amend \(id) -m WHY set \(id) FACT VALUE"),
    ]
    if takesIn {
      lines.append(
        Phrase(
          zh: "在别的程序里改过、还没记下的，先记成了一版",
          en: "what was edited outside the program was recorded first, as a revision of its own"))
    }
    if !isOpenKnown { lines += open }
    if warnings > 0 {
      lines.append(
        Phrase(
          zh: "还有 \(warnings) 个提醒，用「hall 检查 \(id)」看",
          en: "\(Language.counted(warnings, "warning")): see 'hall check \(id)'"))
    }
    return lines.map { "  " + $0[language] }
  }

  /// What the minutes leave open.
  var open: [Phrase] {
    var lines: [Phrase] = []
    let unfinished = meeting.items.filter { $0.isUnfinished && $0.votes.isEmpty }
    if !unfinished.isEmpty {
      let titles = unfinished.map { item in
        VisibleText.line((item.number.map { "\($0). " } ?? "") + item.title)
      }
      lines.append(
        Phrase(
          zh: "没有议完的议题（没有表决、决议或结论）：" + titles.joined(separator: "；"),
          en: "unfinished items (no vote, decision or outcome): " + titles.joined(separator: "; ")))
    }
    let votes = meeting.votes.filter { $0.value(.voteResult) == nil }
    if !votes.isEmpty {
      let titles = votes.map { VisibleText.line($0.title) }
      lines.append(
        Phrase(
          zh: "还没有结果的表决，再记要写理由：" + titles.joined(separator: "；"),
          en: "votes without a result (to add one now takes a reason): "
            + titles.joined(separator: "; ")))
    }
    return lines
  }
}
