import HallModel
import HallSyntax
import HallWords

extension MinuteSession {
  /// The hall's own rules, and the built-in ones.
  package var rules: [String] {
    let charter = loaded.hall.charter
    let own = charter.rules.ownNames
    return own
      + VotingRule.builtIn.compactMap(\.builtIn).map { $0.word(charter.language) }
      .filter { !own.contains($0) }
  }
}
