import HallModel
import HallSyntax
import HallWords

/// People who are named for one side of a vote in live minutes, and stand under another: they changed
/// their minds, or were written down wrongly. The later line counts.
struct ChangedSides {
  /// The other sides without them.
  private(set) var lines: [VoteLine] = []
  private(set) var notes: [Phrase] = []

  private static let sides: [Keyword] = [.votesFor, .against, .abstain, .recused]

  init(_ given: GivenVote, in vote: Vote, of meeting: Meeting, _ change: Change) {
    let language = change.written
    func name(_ element: Slice) -> String {
      change.charter.person(NameList.Element(element).name, parties: meeting.parties).name
        ?? FullWidth.name(element)
    }
    var moved: [String: Keyword] = [:]
    for line in given.lines where ChangedSides.sides.contains(line.keyword) {
      for element in NameList.split(Slice(line.text)) where !OptionText.isCount(element.string) {
        moved[name(element)] = line.keyword
      }
    }
    guard !moved.isEmpty else { return }
    let isRewritten = Set(given.lines.map(\.keyword))
    for side in ChangedSides.sides where !isRewritten.contains(side) {
      guard let value = vote.value(side) else { continue }
      let there = NameList.split(NamedSum(value).names)
      let left = there.filter { moved[name($0)] == nil }
      guard left.count < there.count else { continue }
      let text = left.map(\.string).joined(separator: language.listSeparator)
      let nobody = Phrase(zh: "无", en: "none")[language]
      lines.append(VoteLine(side, text.isEmpty ? nobody : text, called: side.word(language)))
      for element in there {
        let person = name(element)
        guard let now = moved[person] else { continue }
        notes.append(
          Phrase(
            zh: "注意：「\(person)」从\(side.word(.zh))改到\(now.word(.zh))",
            en: "note: '\(person)' moved from '\(side.word(.en))' to '\(now.word(.en))'"))
      }
    }
  }
}
