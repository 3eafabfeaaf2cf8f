/// The commands that keep the facts of one meeting.
enum MeetingCommands {
  static let specs = [
    AttendCommand.spec, VoteCommand.spec,
  ]
}
