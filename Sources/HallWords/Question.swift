import HallModel
import HallSyntax

/// Something that somebody has to say before an act can go on. It is a value: a terminal asks it, a
/// script refuses it, a test answers it. The act is then made again with the reply.
package struct Question: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Answered with yes or no.
    case consent
    /// Answered with words, in one line.
    case words
    /// Answered with a text of several lines.
    case text
    /// Answered with one of these.
    case choice([Phrase])
  }

  package let kind: Kind
  /// Lines that stand above the question.
  package let shown: [Phrase]
  package let text: Phrase
  /// What is said where the reply is no, or is empty.
  package let declined: Phrase
  /// How to leave without an answer, where that is to be said.
  package private(set) var leaving: Phrase?

  private init(_ kind: Kind, _ shown: [Phrase], _ text: Phrase, _ declined: Phrase) {
    (self.kind, self.shown, self.text, self.declined) = (kind, shown, text, declined)
  }

  /// Whether the act goes on.
  ///
  /// - Parameter declined: what is said of a no, as in "nothing was changed".
  package static func consent(
    _ text: Phrase, showing shown: [Phrase] = [], orElse declined: Phrase
  ) -> Question {
    Question(.consent, shown, text, declined)
  }

  /// Something that nobody has said yet.
  ///
  /// - Parameter leaving: how to leave without an answer, where that is to be said.
  package static func words(
    _ text: Phrase, orElse declined: Phrase = Phrase(both: ""), leaving: Phrase? = nil
  ) -> Question {
    var question = Question(.words, [], text, declined)
    question.leaving = leaving
    return question
  }

  /// One of several things, none of which goes without saying.
  package static func choice(_ text: Phrase, among choices: [Phrase]) -> Question {
    Question(.choice(choices), [], text, Phrase(both: ""))
  }

  /// A text that an option leaves to be written.
  package static func text(_ text: Phrase) -> Question {
    Question(.text, [], text, Phrase(zh: "没有写", en: "nothing was written"))
  }
}

/// What somebody has said to a question: a yes, or words. No and nothing at all are no reply.
package enum Reply: Hashable, Sendable {
  case consent
  case words(String)
  /// The place of one of the choices, from 0.
  case choice(Int)
  case declined
}
