import HallWords

extension CSV {
  /// The rows as written: for a terminal, control characters are made visible.
  func text(in context: CommandContext) -> String {
    context.isTerminal ? VisibleText.lines(text) : text
  }
}
