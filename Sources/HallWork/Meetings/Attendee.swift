import HallModel
import HallSyntax
import HallWords

/// A person who came to a meeting, or did not.
struct Attendee {
  /// Nil for a guest whose party was not given.
  let party: String?
  /// The name as written in the line of the party.
  let name: String
  /// The text in brackets after it.
  let remark: String?
  /// The voter of the roster, if there is exactly one.
  let voter: Int?

  /// The name with its remark, in the form that is written.
  func text(_ language: Language) -> String {
    guard let remark, !remark.isEmpty else { return name }
    return name + language.say("（\(remark)）", " (\(remark))")
  }

  func isSame(as other: Attendee) -> Bool {
    if let voter, let second = other.voter { return voter == second }
    return name == other.name && (party == other.party || party == nil || other.party == nil)
  }
}

/// Finds the person a text means, with the roster.
struct AttendeeFinder {
  let meeting: Meeting
  /// The same meeting with the charter at its approval, for people who have left the roster since;
  /// nil if the charter is the same as today's.
  var then: Meeting?

  private var roster: Roster { meeting.charter.roster }

  /// All people a list of names means.
  func all(_ words: [String]) throws(Refusal) -> [Attendee] {
    var found: [Attendee] = []
    for word in words {
      for part in NameList.split(Slice(word)) { found.append(try attendee(part)) }
    }
    return found
  }

  /// The person a text means: `赵六`, `物业/赵六`, `2-1-301`, with or without a remark after it.
  func attendee(_ slice: Slice) throws(Refusal) -> Attendee {
    do throws(Refusal) { return try ofToday(slice) } catch {
      guard let then, let past = try? AttendeeFinder(meeting: then).ofToday(slice) else {
        throw error
      }
      // The index of a voter would be that of a different roster.
      return Attendee(party: past.party, name: past.name, remark: past.remark, voter: nil)
    }
  }

  private func ofToday(_ slice: Slice) throws(Refusal) -> Attendee {
    let element = NameList.Element(slice)
    let person = meeting.charter.person(element.name, parties: meeting.parties)
    let remark = element.remark.map { FullWidth.name($0) }
    guard let name = person.name else {
      let party = person.party ?? element.name.string
      throw .refused(
        Phrase(zh: "「\(party)」是一方，不是一个人", en: "'\(party)' is a party, not a person"),
        hint: Phrase(
          zh: "写成「\(party)/姓名」；只知道人数就用 --实到 \"\(party) 3\"",
          en: "write '\(party)/NAME', or the number alone: --count \"\(party) 3\""))
    }
    if person.hasWrittenParty, let party = person.party {
      guard meeting.parties[party] != nil else { throw unknownParty(party, name) }
      return try known(name, of: party, remark)
    }
    let rows = roster.rows(named: name)
    let parties = Set(rows.map { roster.rows[$0].party }.filter { !$0.isEmpty })
    guard !rows.isEmpty else { throw unknownName(name) }
    if parties.count > 1 {
      throw .refused(
        Phrase(
          zh: "名册里不止一方有「\(name)」", en: "'\(name)' is in several parties of the roster"),
        hint: Phrase(
          zh: "写成" + parties.sorted().map { "「\($0)/\(name)」" }.joined(separator: "或"),
          en: "write " + parties.sorted().map { "'\($0)/\(name)'" }.joined(separator: " or ")))
    }
    guard let party = parties.first else { throw unknownName(name) }
    return try known(name, of: party, remark)
  }

  /// A guest, who need not be on any list.
  func guest(_ slice: Slice) -> Attendee {
    let element = NameList.Element(slice)
    let name = FullWidth.name(element.name)
    return Attendee(
      party: nil, name: name, remark: element.remark.map { FullWidth.name($0) },
      voter: voters(name, of: roster.onlyParty(of: name)).first)
  }

  /// A person named in a line already.
  func written(_ element: NameList.Element, under party: String?) -> Attendee {
    let person = meeting.charter.person(element.name, parties: meeting.parties)
    let name = person.name ?? FullWidth.name(element.name)
    let own = person.hasWrittenParty ? person.party : party ?? person.party
    let voters = voters(name, of: own)
    return Attendee(
      party: own, name: name, remark: element.remark.map { FullWidth.name($0) },
      voter: voters.count == 1 ? voters.first : nil)
  }

  private func voters(_ name: String, of party: String?) -> Set<Int> {
    let rows = roster.rows(named: name).filter { row in
      party == nil || [party, ""].contains(roster.rows[row].party)
    }
    return Set(rows.compactMap(roster.members.voter(ofRow:)))
  }

  /// A name within a party: one person; among several of the same name, the one of a unit.
  private func known(
    _ name: String, of party: String, _ remark: String?
  ) throws(Refusal) -> Attendee {
    let rows = roster.rows(named: name).map { roster.rows[$0] }
      .filter { [party, ""].contains($0.party) }
    let voters = voters(name, of: party)
    if voters.count > 1, rows.allSatisfy({ $0.name == name }) {
      let units = rows.map(\.unit).filter { !$0.isEmpty }
      throw .refused(
        Phrase(
          zh: "名册里有 \(voters.count) 位「\(name)」，不知道是哪一位",
          en: "'\(name)' may be any of \(voters.count) people of the roster"),
        hint: units.isEmpty
          ? Phrase(zh: "在名册里给同名的人写上户号", en: "give them units in the roster")
          : Phrase(
            zh: "写户号：\(units.joined(separator: "、"))",
            en: "write the unit: \(units.joined(separator: ", "))"))
    }
    // A person found by unit is written by name, unless others have the same name.
    if rows.count == 1, let row = rows.first, row.name != name, !row.name.isEmpty {
      let isOnly = self.voters(row.name, of: party).count == 1
      return Attendee(
        party: party, name: isOnly ? row.name : name, remark: remark ?? (isOnly ? nil : row.name),
        voter: voters.first)
    }
    return Attendee(
      party: party, name: name, remark: remark, voter: voters.count == 1 ? voters.first : nil)
  }

  private func unknownName(_ name: String) -> Refusal {
    let near = Suggestion.nearest(to: name, among: Array(Set(roster.rows.map(\.name))).sorted())
    let parties = meeting.parties.parties.map(\.name)
    let party = parties.first ?? "物业"
    let first = near.map { "是不是「\($0)」？" } ?? ""
    let firstEN = near.map { "did you mean '\($0)'? " } ?? ""
    return .refused(
      Phrase(
        zh: "「\(name)」不在名册里，不知道是哪一方的", en: "'\(name)' is not on the roster; the party is not known"
      ),
      hint: Phrase(
        zh: first + "写上是哪一方，如「\(party)/\(name)」（\(parties.joined(separator: "、"))）",
        en: firstEN
          + "write the party, as in '\(party)/\(name)' (\(parties.joined(separator: ", ")))"))
  }

  private func unknownParty(_ party: String, _ name: String) -> Refusal {
    let parties = meeting.parties.parties.map(\.name)
    return .unknownChoice(
      party, of: Phrase(zh: "方", en: "party"), choices: parties,
      suggestion: Suggestion.nearest(to: party, among: parties).map { "\($0)/\(name)" })
  }
}
