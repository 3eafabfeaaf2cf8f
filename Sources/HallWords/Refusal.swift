import HallModel
import HallSyntax

/// Why something was not done: what happened, what to do about it, and of what kind it is. It is made
/// where it is thrown.
package struct Refusal: Error, Sendable {
  package enum Kind: Sendable {
    /// The words of the call do not fit: help is the remedy.
    case usage
    /// What was asked for cannot be.
    case refused
    /// A file or a folder could not be read or written.
    case disk
    /// Somebody else changed the same document in between.
    case changedMeanwhile
  }

  package let kind: Kind
  package let message: Phrase
  package let hint: Phrase?
  /// Whether every part of the message is made visible already; it may be coloured.
  private let isShown: Bool

  package init(_ message: Phrase, hint: Phrase? = nil, kind: Kind = .refused, isShown: Bool = false)
  {
    (self.message, self.hint) = (message, hint)
    (self.kind, self.isShown) = (kind, isShown)
  }

  /// What was asked for cannot be, and why.
  package static func refused(_ reason: Phrase, hint: Phrase? = nil) -> Refusal {
    Refusal(reason, hint: hint)
  }

  /// The refusal as it is printed.
  package func text(_ language: Language) -> String {
    let message = isShown ? message[language] : VisibleText.lines(message[language])
    let hint = hint.map {
      Phrase.beforeHint[language] + VisibleText.line($0[language]) + "\n"
    }
    return "hall: \(message)" + (message.hasSuffix("\n") ? "" : "\n") + (hint ?? "")
  }
}

extension Phrase {
  /// What stands before a remedy.
  static let beforeHint = Phrase(zh: "提示：", en: "hint: ")
}
