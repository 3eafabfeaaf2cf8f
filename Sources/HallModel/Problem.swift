import HallSyntax

/// A text in both languages; the language is chosen where the text is shown.
package struct Phrase: Sendable, Hashable {
  package let zh: String
  package let en: String

  package init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// What is the same in both languages.
  package init(both text: String) { self.init(zh: text, en: text) }

  /// The word of a keyword.
  package init(_ keyword: Keyword) { self.init(zh: keyword.word(.zh), en: keyword.word(.en)) }

  package subscript(_ language: Language) -> String { language.say(zh, en) }

  /// Without the middle of a text that is too long to read.
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
  /// The bytes of the file it is about; empty where the problem is at a place between bytes.
  package let range: Range<Int>
  package let message: Phrase
  /// One remedy.
  package let hint: Phrase?
  /// What identifies it in another text of its file, apart from the place (see ``identity``).
  package let mark: Mark
  /// The text that its range refers to; nil where there is none, or its place is not needed.
  let document: Document?

  /// - Parameter document: the parsed file, if the problem must be recognised in another text.
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
    // A value may be as long as a file, but a message has to be readable.
    self.message = message.clipped
    self.hint = hint?.clipped
  }
}
