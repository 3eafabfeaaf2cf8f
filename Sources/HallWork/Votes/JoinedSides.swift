import HallModel
import HallSyntax
import HallWords

/// Names that are said for a side of a vote in live minutes, where names stand already: people vote
/// one after the other, so they join those that are there. Whoever stands under another side changed
/// their mind, or was written down wrongly: the later line counts.
struct JoinedSides {
  /// The lines as given, with the names that were there; and the other sides without those who left.
  private(set) var lines: [VoteLine]
  private(set) var notes: [Phrase] = []

  private static let sides: [Keyword] = [.votesFor, .against, .abstain, .recused]

  init(_ given: [VoteLine], in vote: Vote, of meeting: Meeting, _ change: Change) {
    lines = given
    let separator = change.written.listSeparator
    func name(_ element: Slice) -> String {
      change.charter.person(NameList.Element(element).name, parties: meeting.parties).name
        ?? FullWidth.name(element)
    }
    /// The names of a side that stand in the vote; nil for figures, and for none.
    func there(_ side: Keyword) -> [Slice]? {
      guard let value = vote.value(side) else { return nil }
      return JoinedSides.names(NamedSum(value).names)
    }
    var moved: [String: Keyword] = [:]
    for line in given where JoinedSides.sides.contains(line.keyword) && !line.text.isEmpty {
      guard let before = vote.text(line.keyword), !before.isEmpty else { continue }
      let isNamed = there(line.keyword) != nil
      guard isNamed != (JoinedSides.names(Slice(line.text)) != nil) else { continue }
      let word = line.keyword
      notes.append(
        Phrase(
          zh: "注意：\(word.word(.zh))原来写的是「\(before)」，现在是「\(line.text)」；不对就「撤」",
          en:
            "note: '\(word.word(.en))' was '\(before)' and is now '\(line.text)'; if that is wrong, 'undo'"
        ))
    }
    for (place, line) in lines.enumerated() where JoinedSides.sides.contains(line.keyword) {
      guard let said = JoinedSides.names(Slice(line.text)) else { continue }
      for element in said { moved[name(element)] = line.keyword }
      let new = Set(said.map(name))
      let kept = (there(line.keyword) ?? []).filter { !new.contains(name($0)) }
      guard !kept.isEmpty else { continue }
      lines[place] = VoteLine(
        line.keyword, (kept + said).map(\.string).joined(separator: separator), called: line.name)
    }
    let isGiven = Set(given.map(\.keyword))
    let changes = given.contains { JoinedSides.sides.contains($0.keyword) }
    if changes, vote.value(.castingVote) != nil, !isGiven.contains(.castingVote) {
      lines.append(VoteLine(.castingVote, "", called: Keyword.castingVote.word(change.written)))
      notes.append(
        Phrase(
          zh: "注意：票数变了，决定票去掉了；还是平票，就再写「主持人决定票 同意」",
          en:
            "note: the counts changed, and the casting vote was taken out; if they are level, write it"
            + " again"))
    }
    for side in JoinedSides.sides where !isGiven.contains(side) {
      let names = there(side) ?? []
      let left = names.filter { moved[name($0)] == nil }
      guard left.count < names.count else { continue }
      let text = left.map(\.string).joined(separator: separator)
      let nobody = Phrase(zh: "无", en: "none")[change.written]
      lines.append(
        VoteLine(side, text.isEmpty ? nobody : text, called: side.word(change.written)))
      for person in names.map(name) {
        guard let now = moved[person] else { continue }
        notes.append(
          Phrase(
            zh: "注意：「\(person)」从\(side.word(.zh))改到\(now.word(.zh))",
            en: "note: '\(person)' moved from '\(side.word(.en))' to '\(now.word(.en))'"))
      }
    }
  }

  /// The names of a list; nil if it has a figure, or says 一致 or 无.
  private static func names(_ list: Slice) -> [Slice]? {
    guard !BallotEntry.isAll(list), !BallotEntry.isNobody(list) else { return nil }
    let names = NameList.split(list)
    let isNamed = names.allSatisfy {
      !OptionText.isCount($0.string) && !$0.contains(where: isDigit)
    }
    return isNamed && !names.isEmpty ? names : nil
  }
}
