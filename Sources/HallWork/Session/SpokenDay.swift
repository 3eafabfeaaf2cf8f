import HallModel
import HallSyntax
import HallWords

/// A day as somebody says it, in whatever words, and what it is called in messages.
package struct SpokenDay: Sendable {
  package let text: String
  /// As in `--due`.
  package let name: String

  package init(_ text: String, called name: String) { (self.text, self.name) = (text, name) }
}

extension Change {
  /// The day that somebody says; today, without.
  package func day(
    _ spoken: SpokenDay?, _ sense: DateWords.Sense = .done
  ) throws(Refusal) -> Day {
    guard let spoken else { return today }
    return try day(spoken.text, spoken.name, sense)
  }
}

/// A text that an act takes.
package enum GivenText: Sendable {
  case none
  case said(String)
  /// Somebody writes it when asked.
  case asked
}

extension Session {
  /// The text, without the blanks around it; nil where it says nothing.
  ///
  /// - Parameter asking: what somebody is asked for.
  package func text(_ given: GivenText, asking: Phrase) throws(Refusal) -> String? {
    switch given {
    case .none: nil
    case .said(let text): TypedText.words(text)
    case .asked:
      try words(for: .text(asking))
    }
  }
}
