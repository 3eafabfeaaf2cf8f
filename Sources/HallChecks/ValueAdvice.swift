import HallModel
import HallSyntax

/// What would be wrong with a value, before it is written.
package enum ValueAdvice {
  /// What is wrong with a text as the value of a key, and one remedy; nil where it can be read.
  package static func of(
    _ text: String, as keyword: Keyword, in scope: Scope, parties: PartyList
  ) -> (fact: Phrase, hint: Phrase)? {
    guard let kind = Vocabulary.use(of: keyword, in: scope)?.value else { return nil }
    let value = Slice(text).trimmed
    guard let fault = ValueReading.fault(of: value, as: kind, parties: parties) else { return nil }
    return fault.words(kind, value)
  }
}
