import HallModel
import HallSyntax

/// One document as the checks see it. Each is checked by itself, on whichever core is free; only what
/// the whole hall shows is looked for afterwards.
enum CheckSubject: Sendable {
  /// `hall.md`, or the private roster.
  case roster(Document)
  case matter(Matter)
  case meeting(Meeting)

  static func all(of hall: Hall) -> [CheckSubject] {
    hall.charter.rosterDocuments.map(CheckSubject.roster) + hall.matters.map(CheckSubject.matter)
      + hall.meetings.map(CheckSubject.meeting)
  }

  var document: Document {
    switch self {
    case .roster(let document): document
    case .matter(let matter): matter.document
    case .meeting(let meeting): meeting.document
    }
  }

  /// What each check found, by its place in ``Checker/checks``; nothing for those that found nothing.
  func reports(_ context: CheckContext) -> [(check: Int, report: Report)] {
    let look: (any Check.Type, inout Report) -> Void
    switch self {
    case .roster(let document):
      look = { check, report in check.check(document: document, context, &report) }
    case .matter(let matter):
      let tasks = matter.tasks
      look = { check, report in
        check.check(document: matter.document, context, &report)
        check.check(matter: matter, context, &report)
        for task in tasks { check.check(task: task, of: .matter(matter), context, &report) }
      }
    case .meeting(let meeting):
      look = CheckSubject.look(at: meeting, context)
    }
    return Checker.checks.enumerated().compactMap { place, check in
      var report = Report(of: check)
      look(check, &report)
      return report.isEmpty ? nil : (place, report)
    }
  }

  private static func look(
    at meeting: Meeting, _ context: CheckContext
  ) -> (any Check.Type, inout Report) -> Void {
    let hall = context.hall
    // Approved minutes are judged by the charter at their approval.
    let meeting = hall.judged(meeting)
    let minutes = JudgedMinutes(meeting, in: hall)
    let tasks = meeting.tasks
    let ofMeeting = context.judging(meeting)
    let tallies = meeting.votes.map { hall.tally($0, in: meeting) }
    return { check, report in
      report.look(at: minutes) { report in
        check.check(document: meeting.document, ofMeeting, &report)
        check.check(meeting: meeting, ofMeeting, &report)
        for task in tasks { check.check(task: task, of: .meeting(meeting), ofMeeting, &report) }
      }
      for tally in tallies {
        report.look(at: minutes, vote: true) { check.check(tally: tally, ofMeeting, &$0) }
      }
    }
  }
}

/// By which hall a meeting's minutes are checked.
struct JudgedMinutes {
  let meeting: Meeting
  /// Whether they are approved, and checked by today's hall: the one at their approval is not known.
  let isByToday: Bool
  /// Whether they were approved under a private roster: they were checked against the roster of that
  /// day, which no longer exists.
  let isByLostRoster: Bool

  init(_ meeting: Meeting, in hall: Hall) {
    self.meeting = meeting
    // A private roster has no history: findings based on it are always about today.
    let isPrivate = hall.charter.rosterDocuments.count > 1
    let isPastKnown = meeting.isApproved && hall.isPastKnown(of: meeting)
    isByToday = meeting.isApproved && (!isPastKnown || isPrivate)
    isByLostRoster = isPastKnown && isPrivate
  }
}
