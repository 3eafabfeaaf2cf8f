import HallModel
import HallSyntax
import HallWords

/// The page of a decision: how far it is, who sees to it, how it was voted.
extension Site {
  /// How far a decision is, in sentences: the answer first.
  func progress(_ decision: Decision, of meeting: Meeting) -> String {
    let standing = hall.standing(of: decision, in: meeting, on: today)
    var parts: [String] = []
    if let posted = decision.posted, posted.contains(today) {
      parts.append(
        say("○ 公示中，到\(source.day(posted.end))。", "○ Posted until \(source.day(posted.end))."))
    } else {
      let words = standing.phrase[.en]
      parts.append(
        say("\(standing.phrase[.zh])。", words.prefix(1).uppercased() + words.dropFirst() + "."))
    }
    let tasks = decision.tasks.filter { $0.state != .cancelled }
    if !tasks.isEmpty {
      let done = tasks.count { $0.state == .done }
      let late = tasks.count { $0.isOverdue(on: today) }
      let sign = late > 0 ? "▲ " : done == tasks.count ? "● " : "◐ "
      let all =
        done == tasks.count
        ? say("要办的 \(tasks.count) 件事都办完了", "all \(tasks.count) tasks are done")
        : say("要办的 \(tasks.count) 件事办完了 \(done) 件", "\(done) of \(tasks.count) tasks are done")
      parts.append(
        sign + all + (late > 0 ? say("，\(late) 件逾期", ", \(late) overdue") : "") + say("。", "."))
    }
    if let day = meeting.day {
      parts.append(say("\(source.day(day))议定。", "Decided on \(source.day(day))."))
    }
    return parts.joined(separator: say("", " "))
  }

  /// How somebody objects while it is posted, and whether somebody has; nobody is named.
  func posting(_ decision: Decision) -> String? {
    guard let posted = decision.posted, posted.contains(today) else { return nil }
    let open = decision.objections.open.count
    let all = decision.objections.all.count
    let name = source.shown(hall.charter.name)
    let how = say(
      "有不同意见的，请最迟于\(source.day(posted.end))向\(name)提出。",
      "Objections go to \(name) by \(source.day(posted.end)).")
    guard all > 0 else { return how }
    return how
      + say(
        "已经收到 \(all) 条异议，" + (open == 0 ? "都答复了。" : "\(open) 条还没有答复。"),
        " \(all) received, \(open == 0 ? "all answered" : "\(open) not answered yet").")
      + upheld(decision)
  }

  /// What comes of the objections that were found right.
  private func upheld(_ decision: Decision) -> String {
    let count = decision.objections.all.count { $0.isUpheld }
    guard count > 0 else { return "" }
    return say(
      "其中 \(count) 条成立，这项决议要重议。", " \(count) upheld: the decision will be discussed again.")
  }

  func page(_ decision: Decision, of meeting: Meeting) -> SitePage {
    var blocks: [SitePage.Block] = [.sheet(.strong(progress(decision, of: meeting)))]
    if let words = draft(meeting) { blocks.append(.sheet(.small(words))) }
    if let words = posting(decision) { blocks.append(.sheet(.text(words))) }
    blocks += source.prose(under: decision.node, in: decision.document).map { .sheet($0) }
    let tasks = decision.tasks
    if !tasks.isEmpty {
      blocks += [
        .heading(say("谁来办，什么时候办完", "Who, and by when"), id: "tasks"),
        .sheet(.table(source.table(of: tasks.map { (.meeting(meeting), $0) }, isShort: true))),
      ]
    }
    if case .vote(let vote) = meeting.ground(of: decision) {
      blocks.append(.heading(say("怎么表决的", "How it was voted"), id: "vote"))
      blocks += self.vote(hall.tally(vote, in: meeting))
    }
    blocks += [
      .sheet(.heading(say("依据、日期", "Basis and days"))),
      .sheet(.facts(source.facts(of: decision, in: meeting))),
      .link(href: path(.meeting(meeting)), text: say("出自 ", "From ") + source.shown(meeting.title)),
      .sheet(.small(check(meeting.document, Reference.decision(meeting, decision).identifier))),
    ]
    return SitePage(
      path: path(.decision(meeting, decision)), title: source.shown(decision.title), blocks: blocks,
      updated: updated(meeting.document))
  }
}
