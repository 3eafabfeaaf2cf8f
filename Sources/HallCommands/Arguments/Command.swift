import HallWords

/// A command: `hall vote`, `hall matter close`.
protocol Command: SendableMetatype {
  static var spec: CommandSpec { get }

  /// Answers one call, or refuses it.
  static func run(_ invocation: Invocation) throws(Refusal) -> Answer
}
