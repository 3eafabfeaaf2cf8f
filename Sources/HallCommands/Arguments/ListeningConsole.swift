import HallWords

/// A console of which everything is for listening.
struct ListeningConsole: Console {
  private let console: any Console

  init(_ console: any Console) { self.console = console }

  var isInteractive: Bool { console.isInteractive }
  var hasLine: Bool { console.hasLine }
  func show(_ text: String) { console.show(Answer.spoken(text)) }
  func line(_ prompt: Prompt) -> String? { console.line(prompt) }
  func rest() -> [UInt8] { console.rest() }
  func letGo() { console.letGo() }
  func columns(of text: String) -> Int? { console.columns(of: text) }
  func run(_ words: [String]) -> Int32? { console.run(words) }
}
