import HallModel
import HallSyntax

/// The content of a meeting's file does not fit its status.
package enum MeetingStatus: Check {
  package static let id = "meeting-status"
  package static let about = Phrase(
    zh:
      "会还没有开（或已取消、改期），却已经有票数、结果或决议；或者写着已召开，却没有参会人员；或者续会、确认写的会议不对（自己、后来的、没有开过的、互相接着的）；或者决议的日期早于会议。",
    en: "A meeting that has not been held (or was cancelled or postponed) has counts, a result or a"
      + " decision; or a meeting that was held has no attendance, or goes on with"
      + " itself, a later meeting, one that was not held, or in a ring; or minutes approve themselves,"
      + " or those of a later meeting or one that was not held; or a decision has a day before its"
      + " meeting.")

  package static func check(meeting: Meeting, _ context: CheckContext, _ report: inout Report) {
    checkAdjourned(meeting, context, &report)
    checkDays(meeting, &report)
    checkApprovals(meeting, context, &report)
    guard let status = meeting.status else { return }
    switch status {
    case .draft, .notified, .cancelled, .postponed: checkResults(meeting, status, &report)
    case .held, .approved: checkAttendance(meeting, status, &report)
    default: return
    }
  }

  /// Minutes that approve themselves, or those of a meeting that was still to come.
  private static func checkApprovals(
    _ meeting: Meeting, _ context: CheckContext, _ report: inout Report
  ) {
    for item in meeting.items {
      guard let (id, range) = reference(.approves, of: item) else { continue }
      let hint = Phrase(zh: "写上以前那次会议的编号", en: "name the earlier meeting")
      if id == meeting.id {
        report.error(
          meeting.document, range, zh: "「确认」写的就是这次会议自己", en: "the minutes approve themselves",
          hint: hint)
      } else if let then = context.hall.meeting(id)?.day, let day = meeting.day, then > day {
        report.error(
          meeting.document, range, zh: "\(id.text) 在 \(then.iso) 才开，这时还没有记录可确认",
          en: "\(id.text) is on \(then.iso): there are no minutes of it to approve", hint: hint)
      } else if meeting.isHeld, let then = context.hall.meeting(id), let status = then.status,
        !then.isHeld
      {
        report.error(
          meeting.document, range, zh: "\(id.text) 还是「\(status.word(.zh))」，没有记录可确认",
          en: "\(id.text) is '\(status.word(.en))': there are no minutes of it to approve",
          hint: Phrase(
            zh: "那次会开过了，先把它的「状态」改为「已召开」；不然写上以前那次会议的编号",
            en: "set its status to 'held' if it was, or name the earlier meeting"))
      }
    }
  }

  /// The meeting that a field names, and where.
  static func reference(
    _ keyword: Keyword, of thing: some NodeView
  ) -> (id: DocumentID, range: Range<Int>)? {
    guard let value = thing.value(keyword), let id = try? DocumentID(reading: value) else {
      return nil
    }
    return (id, value.indices)
  }

  private static func checkResults(
    _ meeting: Meeting, _ status: Keyword, _ report: inout Report
  ) {
    let document = meeting.document
    let results = [.voteResult] + Vocabulary.voteSides + [.participating]
    func say(_ range: Range<Int>, _ zh: String, _ en: String) {
      report.error(
        document, range, zh: "会议还是「\(status.word(.zh))」，却已经有\(zh)",
        en: "\(en) in a meeting that is '\(status.word(.en))'",
        hint: Phrase(
          zh: "会开过了就把「状态」改为「已召开」，正在投票就改为「投票中」",
          en: "set the status to 'held', or to 'voting' while ballots come in"))
    }
    for vote in meeting.votes where vote.hasCounts || vote.value(.voteResult) != nil {
      let field = results.lazy.flatMap { document.fieldNodes($0, of: vote.node) }
        .first { !document.nodes[$0].value.isEmpty }
      let range = field.map(document.valueRange) ?? document.titleRange(vote.node)
      say(range, "表决的票数或结果", "counts or a result")
    }
    for decision in meeting.decisions {
      say(document.titleRange(decision.node), "决议", "a decision")
    }
  }

  private static func checkAttendance(
    _ meeting: Meeting, _ status: Keyword, _ report: inout Report
  ) {
    let attendance = meeting.attendance
    guard attendance?.partyLines.contains(where: { $0.heads > 0 }) != true,
      let field = meeting.document.fieldNode(.status, of: meeting.node)
    else { return }
    report.warning(
      meeting.document, meeting.document.nodes[field].value,
      zh: "会议「\(status.word(.zh))」，却没有写谁参会",
      en: "'\(status.word(.en))', but nobody is in the attendance",
      hint: Phrase(
        zh: "加上「## 参会人员」，每一方一行", en: "add '## Attendance' with one line for each party"))
  }
}
