import HallModel
import HallSyntax
import HallWords

/// Messages for the person who takes the minutes.
extension MinuteSession {
  /// The text before the first line.
  package var greeting: String {
    var text = style.bold(id) + "  " + VisibleText.line(meeting.title) + "\n"
    for item in meeting.items { text += "  " + itemLine(item) }
    return text
      + style.dim(
        say(
          "一行记一件事，如「到 张三」「议 1」「记 …」；「帮」看写法，Tab 补全，「完」离开",
          "One line, one fact: 'present Ann, Ben', 'item 1', 'note …'. 'help', Tab, 'done'."))
      + "\n"
  }

  /// `2  充电车棚选址  20分`
  func itemLine(_ item: AgendaItem) -> String {
    var line = "\(item.number.map(String.init) ?? "?")  " + VisibleText.line(item.title)
    if let duration = item.duration {
      line += say("  \(duration.count)分", "  \(duration.count) min")
    }
    return line + "\n"
  }

  /// The current item, and its vote.
  func overview() -> String {
    let about =
      currentItem.map { Reference.item(meeting, $0) } ?? Reference.meeting(meeting)
    let shown = RecordText(
      loaded: loaded, today: current.today(loaded.hall.charter), language: language, style: style,
      width: width
    ).text(about)
    let votes = currentItem?.votes ?? meeting.items.flatMap(\.votes)
    return shown + votes.map(tallyLine).joined()
  }

  /// The current vote in one line: `整体更换主管：同意 66、反对 12 → 通过`.
  var tallyLine: String { currentVote.map(tallyLine) ?? "" }

  private func tallyLine(_ vote: Vote) -> String {
    let tally = loaded.hall.tally(vote, in: meeting)
    var parts: [String] = []
    for keyword in [
      Keyword.present, .delivered, .returned, .votesFor, .against, .abstain, .recused, .castingVote,
    ] {
      if let value = vote.value(keyword) {
        parts.append(keyword.word(language) + " " + value.string)
      }
    }
    for option in vote.options {
      let value = vote.document.slice(vote.document.nodes[option.node].value).string
      parts.append(option.label + " " + value)
    }
    let head = VisibleText.line(vote.title) + say("：", ": ")
    if parts.isEmpty, !vote.hasCounts, let result = vote.writtenResult?.result {
      // What the chair declared.
      return head + style.bold(result.word(language)) + "\n"
    }
    guard !parts.isEmpty else {
      let rule = vote.ruleName.map { say("规则 ", "rule ") + $0.string } ?? ""
      let motion = [Keyword.movedBy, .secondedBy, .motion].compactMap { keyword in
        vote.value(keyword).map { keyword.word(language) + " " + $0.string }
      }
      return head + VisibleText.line(([rule] + motion).joined(separator: say("，", ", ")))
        + say("，还没有票数", ", no counts yet") + "\n"
    }
    var end = style.bold(VisibleText.line(TallyText.word(tally.outcome, language)))
    if let reason = tally.outcome.reason {
      end += say("：", ": ") + VisibleText.line(tally.words(for: reason)[language])
    }
    if let leg = tally.legs.first(where: { $0.holds == false }) {
      let what = leg.measure.party ?? leg.measure.word(language)
      end +=
        say("（", " (") + VisibleText.line(what)
        + " " + leg.figures(language).replacing(" / ", with: "/")
        + say("，要 \(leg.threshold.text)）", ", needs \(leg.threshold.text))")
    }
    return head + VisibleText.line(parts.joined(in: language)) + " → " + end + "\n"
      + (isLevel(vote) ? levelHint : "") + (lots(tally.outcome) ?? "")
  }

  /// How a tie for the last seats is settled.
  private func lots(_ outcome: Outcome) -> String? {
    guard outcome.result == .tied, let first = outcome.level.first else { return nil }
    let names = VisibleText.line(((outcome.elected ?? []) + [first]).joined(in: language))
    return say(
      "最后的名额票数相同；再投一次，或抽签定下来，写「结果 当选 \(names)」这样，全部当选的人都写上\n",
      "Level for the last seat; vote again, or draw lots and write all who are elected: 'result elected"
        + " \(names)'\n")
  }

  /// Whether as many are for as against, and nobody broke the tie.
  private func isLevel(_ vote: Vote) -> Bool {
    guard vote.value(.castingVote) == nil, let votesFor = vote.count(.votesFor)?.heads,
      let against = vote.count(.against)?.heads
    else { return false }
    return votesFor == against && votesFor > 0
  }

  private var levelHint: String {
    say(
      "票数相同；主持人要投决定票，写「主持人决定票 同意」\n",
      "The votes are level; to break the tie: 'casting vote NAME for'\n")
  }

  /// The usual next calls.
  package var next: [String] { ["hall show \(id)", "hall minute \(id)", "hall approve \(id)"] }

  /// What is still open.
  package func summary() -> String {
    var open: [String] = []
    for item in meeting.items {
      let name =
        say("议题 ", "item ") + (item.number.map(String.init) ?? "?") + " "
        + VisibleText.line(item.title)
      // A vote that was not taken is named itself.
      if item.isUnfinished, item.votes.isEmpty { open.append(name + say("：没有结论", ": no outcome")) }
      for vote in item.votes where !vote.hasCounts && vote.writtenResult == nil {
        open.append(
          name
            + say(
              "：表决「\(VisibleText.line(vote.title))」没有票数",
              ": no counts of '\(VisibleText.line(vote.title))'"))
      }
    }
    for task in meeting.tasks where task.state == .open {
      let name = "T\(task.number ?? 0) " + VisibleText.line(task.title)
      if task.value(.lead) == nil {
        open.append(
          name
            + say(
              "：没有人负责（写「任务 负责 T\(task.number ?? 0) 谁」）",
              ": nobody leads (task assign T\(task.number ?? 0) WHO)"))
      }
      if task.value(.due) == nil { open.append(name + say("：没有期限", ": no due day")) }
    }
    guard !open.isEmpty else { return "" }
    let left = open.map { "  " + $0 + "\n" }.joined()
    guard meeting.isAdjourned else { return say("还没有记完：\n", "Still open:\n") + left }
    return say("会没有开完，留到续会的：\n", "Adjourned; left for the meeting that goes on:\n") + left
      + say(
        "拟续会：hall 拟会 标题 --日期 哪天 --续会 \(id)\n",
        "To call it: hall new TITLE --on DATE --adjourned-from \(id)\n")
  }

  /// An error in one or two lines: without the excerpt of the file, and without the program's name.
  static func short(_ text: String) -> String {
    var lines: [String] = []
    // The word before it says already that nothing was written.
    let text = text.replacing("；什么也没有写", with: "").replacing("; nothing was written", with: "")
    for line in text.split(separator: "\n").map(String.init) {
      let gutter = line.drop { $0 == " " || $0.isNumber }
      if gutter.hasPrefix("| ") || gutter == "|" { continue }
      if let range = line.firstRange(of: ": error: ") {
        let message = line[range.upperBound...]
        let end = message.hasSuffix("]") ? message.lastIndex(of: "[") : nil
        lines.append(String(end.map { message[..<$0] } ?? message).trimmedText)
      } else {
        lines.append(line.hasPrefix("hall: ") ? String(line.dropFirst(6)) : line)
      }
    }
    return lines.joined(separator: "\n")
  }
}
