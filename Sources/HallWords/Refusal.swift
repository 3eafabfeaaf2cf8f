import HallModel
import HallSyntax

/// Why something was not done: what happened, what to do about it, and its kind. It is made where
/// it is thrown.
package struct Refusal: Error, Sendable {
  package enum Kind: Sendable {
    /// The arguments do not fit: help is the remedy.
    case usage
    /// The request cannot be fulfilled.
    case refused
    /// A file or a folder could not be read or written.
    case disk
    /// Somebody else changed the same document in the meantime.
    case changedMeanwhile
  }

  package let kind: Kind
  package let message: Phrase
  package let hint: Phrase?
  /// Whether every part of the message is already made visible; it may be coloured.
  private let isShown: Bool

  package init(_ message: Phrase, hint: Phrase? = nil, kind: Kind = .refused, isShown: Bool = false)
  {
    (self.message, self.hint) = (message, hint)
    (self.kind, self.isShown) = (kind, isShown)
  }

  /// The request cannot be fulfilled, and why.
  package static func refused(_ reason: Phrase, hint: Phrase? = nil) -> Refusal {
    Refusal(reason, hint: hint)
  }

  /// The refusal as it is printed.
  package func text(_ language: Language) -> String {
    let message = isShown ? message[language] : VisibleText.lines(message[language])
    let hint = hint.map {
      (language == .zh ? "提示：" : "hint: ") + VisibleText.line($0[language]) + "\n"
    }
    return "hall: \(message)" + (message.hasSuffix("\n") ? "" : "\n") + (hint ?? "")
  }
}
