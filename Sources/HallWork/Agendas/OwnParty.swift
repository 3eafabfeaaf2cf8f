import HallModel
import HallSyntax
import HallWords

/// A party of one meeting, as the hotel across the street: it is at this table and not in the hall.
struct OwnParty {
  let name: String
  /// 表决, 列席 or 不表决.
  let part: Keyword

  /// - Parameter text: `酒店: 表决`, `酒店 列席`, or the name alone: then it votes.
  init(reading text: String, in change: Change) throws(Refusal) {
    let parts = text.split { $0.isWhitespace || ":：".contains($0) }.map(String.init)
    let words = [Keyword.votes, .observes, .noVote]
    let last = parts.last.flatMap { Vocabulary.keyword(Slice($0), in: .partyPart) }
    let isNamed = parts.count > 1 && last.map(words.contains) ?? false
    let name = (isNamed ? parts.dropLast() : parts[...]).joined(separator: " ")
    guard !name.isEmpty else {
      throw .refused(
        Phrase(zh: "没有写是哪一方", en: "the name of the party is missing"),
        hint: Phrase(zh: "写成「酒店: 表决」这样", en: "write it as 'hotel: votes'"))
    }
    guard change.charter.parties[name] == nil else {
      throw .refused(
        Phrase(zh: "「\(name)」本来就是议事厅的一方", en: "'\(name)' is a party of the hall already"),
        hint: Phrase(
          zh: "要改它有没有表决权：hall 各方 \(name) 表决", en: "to change its role: hall party \(name) votes"))
    }
    self.name = name
    part = isNamed ? last ?? .votes : .votes
  }

  func write(into editor: inout DocumentEditor) throws(EditFault) {
    let section = try editor.section(.parties)
    try editor.set(named: name, part.word(editor.language), of: section)
  }
}

/// Adds a party to a meeting.
package struct AddParty: Act {
  private let text: String
  private let meeting: String

  package init(_ text: String, to meeting: String) { (self.text, self.meeting) = (text, meeting) }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let place = try change.meeting(meeting)
    let party = try OwnParty(reading: text, in: change)
    let part = Phrase(party.part)
    try change.edit(
      place.document,
      why: Phrase(zh: "加一方：\(party.name)", en: "party: \(party.name)")
    ) { editor throws(EditFault) in try party.write(into: &editor) }
    return try change.finish(
      did: Phrase(
        zh: "这次会议加一方：\(party.name)，\(part.zh)",
        en: "a party of this meeting: \(party.name), \(part.en)"))
  }
}
