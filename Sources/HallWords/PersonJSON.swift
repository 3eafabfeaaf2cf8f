import HallModel
import HallSyntax

extension Person {
  /// `{"party": …, "person": …}`; 匿名 is `anonymous` in either language.
  package var json: JSONValue {
    let word = name.flatMap { Vocabulary.keyword(Slice($0), in: .personWord) }
    return ["party": JSONValue(party), "person": JSONValue(word?.machineName ?? name)]
  }
}
