import HallHistory
import HallModel
import HallStore
import HallSyntax

/// When people were last told that a meeting would be, if it has been moved since.
enum ToldMoment {
  /// The time in the last text of its history in which the notice was out and the time was another.
  static func before(_ meeting: Meeting, in loaded: LoadedHall) -> Moment? {
    let document = meeting.document
    guard let place = HistoryPlace(of: document), let ledger = try? loaded.ledger(of: place),
      let last = ledger.revisions.last?.number,
      let texts = try? ledger.texts(from: 1, through: last)
    else { return nil }
    for text in texts.reversed() {
      let was = Meeting(
        Document(path: document.path, kind: .meeting, bytes: text), charter: meeting.charter)
      // With no new day, the old one still stands in the document.
      if was.status == .notified, let moment = was.moment,
        // An end that was written since is no new date.
        moment.day != meeting.moment?.day || moment.start != meeting.moment?.start
          || meeting.status == .postponed
      {
        return moment
      }
    }
    return nil
  }
}
