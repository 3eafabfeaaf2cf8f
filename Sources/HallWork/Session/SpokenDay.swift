import HallModel
import HallSyntax
import HallWords

/// A day in any supported wording, and its name in messages.
package struct SpokenDay: Equatable, Sendable {
  package let text: String
  /// As in `--due`.
  package let name: String

  package init(_ text: String, called name: String) { (self.text, self.name) = (text, name) }
}

extension Change {
  /// The day meant; by default, today.
  package func day(
    _ spoken: SpokenDay?, _ sense: DateWords.Sense = .done
  ) throws(Refusal) -> Day {
    guard let spoken else { return today }
    return try day(spoken.text, spoken.name, sense)
  }
}

/// A text for an act.
package enum GivenText: Equatable, Sendable {
  case none
  case said(String)
  /// To be asked for.
  case asked
}

extension Session {
  /// The text without surrounding blanks; nil if it is empty.
  ///
  /// - Parameter asking: the prompt for the text.
  package func text(_ given: GivenText, asking: Phrase) throws(Refusal) -> String? {
    switch given {
    case .none: nil
    case .said(let text): TypedText.words(text)
    case .asked:
      try words(for: .text(asking))
    }
  }
}
