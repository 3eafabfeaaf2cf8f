import HallWords

/// The commands that keep the facts of one meeting.
enum MeetingCommands {
  static let all: [any Command.Type] = [
    AttendCommand.self, VoteCommand.self, DecideCommand.self, OutcomeCommand.self,
    SignOffCommand.self, ApproveCommand.self, HoldCommand.self, PostponeCommand.self,
    CancelCommand.self,
  ]
}
