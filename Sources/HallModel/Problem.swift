import HallSyntax

/// A text in both languages; the one that is shown is chosen where it is shown.
package struct Phrase: Sendable, Equatable {
  package let zh: String
  package let en: String

  package init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  package subscript(_ language: Language) -> String { language.say(zh, en) }

  /// Without the middle of what is too long for anybody to read.
  var clipped: Phrase { Phrase(zh: Phrase.clip(zh), en: Phrase.clip(en)) }

  private static func clip(_ text: String) -> String {
    guard text.utf8.count > 2400 else { return text }
    return text.prefix(400) + "…" + text.suffix(200)
  }
}

/// Something wrong in the record. All of them are collected, never only the first.
package struct Problem: Sendable {
  package enum Severity: String, Sendable { case error, warning }

  /// The check that found it, as in `vote-result`.
  package let id: String
  package let severity: Severity
  /// The file, relative to its hall.
  package let path: String
  /// The bytes of the file it is about; empty where the problem is a place between them.
  package let range: Range<Int>
  package let message: Phrase
  /// One remedy.
  package let hint: Phrase?
  /// What it is known by in another text of its file, but for the place (see ``identity``).
  package let mark: Mark
  /// The text its range is of; nil where there is none, or nobody asks for its place.
  let document: Document?

  /// - Parameter document: the file as it is read, where the problem is to be known again.
  package init(
    id: String, severity: Severity, path: String, range: Range<Int>, message: Phrase,
    hint: Phrase? = nil, mark: Mark = Mark(), in document: Document? = nil
  ) {
    self.id = id
    self.severity = severity
    self.path = path
    self.range = range
    self.mark = mark
    self.document = document
    // A value may be as long as a file; a message is read.
    self.message = message.clipped
    self.hint = hint?.clipped
  }
}
