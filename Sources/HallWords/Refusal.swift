import HallModel
import HallSyntax

/// Why something was not done: what happened, what to do about it, and its kind. It is made where
/// it is thrown.
package struct Refusal: Error, Sendable {
  package enum Kind: Sendable, Equatable {
    /// The arguments do not fit: help is the remedy.
    case usage
    /// The request cannot be fulfilled.
    case refused
    /// A file or a folder could not be read or written.
    case disk
    /// Somebody else changed the same document in the meantime.
    case changedMeanwhile
    /// The text of a document, by its path, is approved and not to be changed without a reason.
    case sealed(path: String)
    /// A word that there is no use for.
    case stray(String)
    /// Something that has to be named and is not.
    case missing(Phrase)
  }

  package let kind: Kind
  package let message: Phrase
  package let hint: Phrase?
  /// What has to be said before it can be done; nil for what a reply would not change.
  package let question: Question?
  /// What is wrong in a text, each to be shown with its line.
  package let problems: ShownProblems?
  /// Whether every part of the message is already made visible; it may be coloured.
  private let isShown: Bool
  /// Lines that stand in front of it.
  private var above: Phrase?

  package init(
    _ message: Phrase, hint: Phrase? = nil, kind: Kind = .refused, isShown: Bool = false,
    question: Question? = nil, problems: ShownProblems? = nil
  ) {
    (self.message, self.hint, self.question) = (message, hint, question)
    self.problems = problems
    (self.kind, self.isShown) = (kind, isShown)
  }

  /// A word that there is no use for.
  package static func stray(_ word: String) -> Refusal {
    Refusal(Phrase(zh: "用不上「\(word)」", en: "no use for '\(word)'"), kind: .stray(word))
  }

  /// Something that has to be named and is not.
  package static func missing(_ name: Phrase) -> Refusal {
    Refusal(Phrase(zh: "没有写「\(name.zh)」", en: "\(name.en) is missing"), kind: .missing(name))
  }

  /// Somebody has to answer first.
  package static func open(_ question: Question) -> Refusal {
    Refusal(question.text, question: question)
  }

  /// The request cannot be fulfilled, and why.
  package static func refused(_ reason: Phrase, hint: Phrase? = nil) -> Refusal {
    Refusal(reason, hint: hint)
  }

  /// The same with its problems, which are shown by whoever knows how wide lines may be.
  package func showing(_ text: Phrase, _ place: ShownProblems.Place) -> Refusal {
    guard place == .below else {
      var shown = self
      shown.above = text
      return shown
    }
    let message = Phrase(
      zh: VisibleText.lines(message.zh) + "\n" + text.zh,
      en: VisibleText.lines(message.en) + "\n" + text.en)
    return Refusal(message, hint: hint, kind: kind, isShown: true)
  }

  /// The refusal as it is printed.
  package func text(_ language: Language) -> String {
    let message = isShown ? message[language] : VisibleText.lines(message[language])
    let hint = hint.map {
      Phrase.beforeHint[language] + VisibleText.line($0[language]) + "\n"
    }
    return (above?[language] ?? "") + "hall: \(message)" + (message.hasSuffix("\n") ? "" : "\n")
      + (hint ?? "")
  }

  /// The refusal for somebody whose language nothing tells: each of its lines in both.
  package var textInBothLanguages: String {
    let (zh, en) = (text(.zh), text(.en))
    let (chinese, english) = (zh.split(separator: "\n"), en.split(separator: "\n"))
    // Lists of several lines are not mixed.
    guard chinese.count == english.count, chinese.count <= 2 else { return zh + en }
    return zip(chinese, english).map { zh, en in
      zh + " / " + (en.hasPrefix("hall: ") ? en.dropFirst("hall: ".count) : en) + "\n"
    }.joined()
  }
}

extension Phrase {
  /// What stands before a remedy.
  static let beforeHint = Phrase(zh: "提示：", en: "hint: ")
}
