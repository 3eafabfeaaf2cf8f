import HallModel
import HallSyntax

/// What a fact is called where a person gives it: an option of a command, as in `--for`, or the word
/// of the files, as in live minutes. Messages name it so.
package struct FactNames: Sendable {
  private let options: [Keyword: Phrase]

  /// The words of the files.
  package static let words = FactNames([:])

  /// - Parameter options: the names that differ from the words of the files.
  package init(_ options: [Keyword: Phrase]) { self.options = options }

  package func callAsFunction(_ keyword: Keyword, _ language: Language) -> String {
    options[keyword]?[language] ?? keyword.word(language)
  }
}

extension Change {
  /// What a fact is called by the person who gives it.
  func name(_ keyword: Keyword) -> String { session.names(keyword, language) }

  /// Several of them, as a list in both languages.
  func names(_ keywords: [Keyword]) -> Phrase {
    func list(_ language: Language) -> String {
      keywords.map { session.names($0, language) }.joined(in: language)
    }
    return Phrase(zh: list(.zh), en: list(.en))
  }

  /// The counts that a vote needs.
  var namesOfSides: Phrase { names([.votesFor, .against, .abstain]) }
}
