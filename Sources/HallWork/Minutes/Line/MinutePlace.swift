import HallModel
import HallSyntax
import HallWords

/// The place in the minutes: what a line is about if it does not say so.
package struct MinutePlace: Equatable, Sendable {
  /// For example `M-2025-008`.
  let meeting: String
  /// The current item.
  var item: Int?
  /// The item after the current one; before any is chosen, the first.
  package var nextItem: Int?
  /// The current vote of the item, by its place; nil for the last.
  var vote: Int?
  /// The number of votes of the current item.
  var votes = 0
  /// What a task goes under: the last decision of the item, else the item.
  var taskOwner: String?
  /// The last decision of the item.
  package var decision: String?
  /// The last task of the item, as `M-2025-008-T3`.
  package var task: String?
  /// The options of the current vote; nil if it is no choice.
  package var options: [String]?
  /// Who has the chair: of the item, else of the meeting.
  package var chair: String?
  /// The time of day, as `15:10`, for lines typed during the meeting.
  var time: String?
  /// The hours of the meeting, in minutes from midnight.
  var hours: ClosedRange<Int>?
  /// The votes of the current item without counts, by their places.
  package var waiting: [Int] = []
  /// Whether the current vote has no counts yet.
  var isWaiting: Bool { waiting.contains(vote ?? votes) }
  /// The number of people present, from the current vote or the attendance.
  package var present: String?

  package init(
    meeting: String, item: Int? = nil, vote: Int? = nil, votes: Int = 0, taskOwner: String? = nil,
    time: String? = nil, hours: ClosedRange<Int>? = nil
  ) {
    self.meeting = meeting
    self.item = item
    self.vote = vote
    self.votes = votes
    self.taskOwner = taskOwner
    self.time = time
    self.hours = hours
  }
}
