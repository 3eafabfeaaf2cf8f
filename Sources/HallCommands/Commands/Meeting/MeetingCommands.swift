/// The commands that keep the facts of one meeting.
enum MeetingCommands {
  static let specs = [
    AttendCommand.spec, VoteCommand.spec, DecideCommand.spec, OutcomeCommand.spec,
    SignOffCommand.spec, ApproveCommand.spec, HoldCommand.spec, PostponeCommand.spec,
    CancelCommand.spec,
  ]
}
