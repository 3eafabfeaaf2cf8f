import HallHistory
import HallModel
import HallSyntax
import HallWords

extension Step {
  /// What was done, or what would be done.
  ///
  /// - Returns: each a text of whole lines: the answer, and what is said beside it.
  package func text(_ style: Style) -> (answer: String, remarks: String) {
    func lines(_ phrases: [Phrase]) -> String {
      phrases.map { VisibleText.line($0[language]) + "\n" }.joined()
    }
    let above = lines(shown)
    guard !isUnfinished else { return (above, lines(notes)) }
    guard !isPlan else {
      return (above + recorded.diffs + details.map { $0 + "\n" }.joined(), lines(notes))
    }
    var more = details
    if let tally { more += TallyText(tally, language: language, style: style).short }
    if let amendment {
      more += amendment.text(language, style).split(separator: "\n").map { "  " + $0 }
    }
    return (above + lines([did]) + more.map { $0 + "\n" }.joined(), lines(notes + warnings))
  }
}
