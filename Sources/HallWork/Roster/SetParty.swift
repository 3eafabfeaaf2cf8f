import HallModel
import HallSyntax
import HallWords

/// Adds a party to the hall, or changes whether one votes.
package struct SetParty: Act {
  private let name: String
  private let part: String?

  /// - Parameter part: 表决, 列席, 召集 or 不表决, in either language; a party that is added votes
  ///   without one.
  package init(_ name: String, part: String?) {
    (self.name, self.part) = (TypedText.words(name) ?? "", TypedText.words(part))
  }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    guard !name.isEmpty else { throw .missing(Phrase(zh: "哪一方", en: "PARTY")) }
    let parties = change.charter.parties
    let known = parties[FullWidth.name(Slice(name))]
    let part = try self.part(known)
    let name = known?.name ?? self.name
    guard known?.part != part else {
      throw .refused(
        Phrase(
          zh: "「\(name)」本来就是「\(Phrase(part).zh)」", en: "'\(name)' \(Phrase(part).en) already"))
    }
    let said = Phrase(
      zh: known.map { "「\(name)」从\(Phrase($0.part).zh)改为\(Phrase(part).zh)" }
        ?? "加一方「\(name)」，\(Phrase(part).zh)",
      en: known.map { "'\(name)' \(Phrase(part).en) now (\(Phrase($0.part).en) before)" }
        ?? "a new party '\(name)': \(Phrase(part).en)")
    try change.edit(change.charter.document, why: said) { editor throws(EditFault) in
      // A hall that writes no parties has the five standard ones: they stay.
      let isStandard = editor.document.section(.parties) == nil
      let section = try editor.section(.parties)
      for party in isStandard ? parties.parties : [] {
        try editor.set(named: party.name, party.part.word(editor.language), of: section)
      }
      try editor.set(named: name, part.word(editor.language), of: section)
    }
    let note = RecountedVotes(change.hall, change.outcome, today: change.today)
      .note(Phrase(zh: "新的身份", en: "the new role"))
    if let note { change.notes.append(note) }
    return try change.finish(did: said, next: ["hall party"])
  }

  private func part(_ known: Party?) throws(Refusal) -> Keyword {
    guard let word = part else {
      if known == nil { return .votes }
      throw .missing(Phrase(zh: "身份", en: "ROLE"))
    }
    guard let part = Vocabulary.keyword(Slice(word), in: .partyPart) else {
      let parts = [Keyword.votes, .observes, .convenes, .noVote].map { Phrase($0) }
      throw .refused(
        Phrase(zh: "「\(word)」不是一方的身份", en: "'\(word)' is not a role of a party"),
        hint: Phrase(
          zh: "写成 " + parts.map(\.zh).joined(separator: "、") + " 之一",
          en: "write one of " + parts.map(\.en).joined(separator: ", ")))
    }
    return part
  }
}
