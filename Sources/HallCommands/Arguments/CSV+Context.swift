import HallWords

extension CSV {
  /// The rows as they go out: on a terminal, what it would obey is shown visibly.
  func text(in context: CommandContext) -> String {
    context.isTerminal ? VisibleText.lines(text) : text
  }
}
