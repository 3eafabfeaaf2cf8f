import HallModel
import HallSyntax
import HallWords

/// Records that a person has signed the minutes on paper.
package struct NoteSignature: Act {
  private let meeting: String
  private let party: String
  private let person: String
  /// The word for a stance; by default, agrees.
  package var stance: String?
  package var on: SpokenDay?
  package var remark: String?
  /// The only decision or task that is signed, as in `D1`.
  package var part: String?

  package init(_ meeting: String, for party: String, by person: String) {
    (self.meeting, self.party, self.person) = (meeting, party, person)
  }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let place = try change.meeting(self.meeting)
    let meeting = place.meeting
    try change.requireHeld(meeting, place.id, Phrase(zh: "签字", en: "a signature"))
    try requireOrder(in: change, meeting)
    let party = try Self.party(self.party, in: change, meeting)
    let person = try Self.person(self.person, of: party, change, meeting)
    if let others = Self.otherParties(of: person, than: party, change, meeting) {
      change.notes.append(
        Phrase(
          zh: "注意：名册里「\(person)」是「\(others)」的",
          en: "note: according to the roster, '\(person)' belongs to '\(others)'"))
    }
    let day = try change.day(on)
    let stance =
      try self.stance.map { text throws(Refusal) in
        try change.word(text, in: .stance, Phrase(zh: "签字态度", en: "stance"))
      } ?? .agrees
    let part = try self.part.map { text throws(Refusal) in
      try Self.part(text, of: place)
    }
    var value = [part, person, day.iso, stance.word(change.written)].compactMap(\.self)
      .joined(separator: " ")
    if let remark, !remark.isEmpty { value += ": " + remark }
    let earlier = meeting.signOffs.first {
      $0.party == party && $0.person == person && $0.part == part
    }
    let line = value
    try change.edit(
      meeting.document, why: Phrase(zh: "\(party) \(person) 签字", en: "\(party): \(person) signed")
    ) { editor throws(EditFault) in
      var node = earlier?.node
      if let node {
        try editor.replaceValue(of: node, with: line)
      } else {
        var block = LineBlock(editor.language)
        block.field(named: party, line)
        node = try editor.appendToList(of: .signatures, block)
      }
      // A text entered as a name must be read back as a name.
      let written = node.map { SignOff(document: editor.document, node: $0) }
      guard let written, written.party == party, written.person == person, written.day == day
      else { throw EditFault.notRead(line: written?.line ?? 1) }
    }
    let scope = part.map { Phrase(zh: "（\($0)）", en: " (\($0))") } ?? Phrase(zh: "", en: "")
    let was = earlier.map { meeting.document.slice($0.syntax.value).string }
    return try change.finish(
      did: Phrase(
        zh:
          "\(place.id) \(party) \(person)\(scope.zh) \(DayText.withWeekday(day, .zh)) \(stance.word(.zh))"
          + (was.map { "（原来是「\($0)」）" } ?? ""),
        en: "\(place.id): \(party), \(person)\(scope.en) \(stance.word(.en)), "
          + DayText.withWeekday(day, .en) + (was.map { " (was '\($0)')" } ?? "")),
      next: meeting.status == .approved ? [] : ["hall approve \(place.id)"])
  }

  /// Refuses a call with the person before the party.
  private func requireOrder(in change: Change, _ meeting: Meeting) throws(Refusal) {
    let words = [self.meeting, party, person]
    let first = FullWidth.name(Slice(words[1]))
    guard meeting.parties[first] == nil, meeting.parties[FullWidth.name(Slice(words[2]))] != nil
    else { return }
    let order = "\(words[0]) \(words[2]) \(words[1])"
    throw .refused(
      Phrase(
        zh: "「\(words[2])」是一方，「\(words[1])」不是，什么也没有写",
        en: "'\(words[2])' is a party and '\(words[1])' is not; nothing was written"),
      hint: Phrase(
        zh: "先写哪一方，再写姓名：hall 签字 \(order)",
        en: "the party comes before the person: hall sign-off \(order)"))
  }

  /// A party, or a unit of the roster that signs for itself.
  private static func party(
    _ text: String, in change: Change, _ meeting: Meeting
  ) throws(Refusal) -> String {
    let name = FullWidth.name(Slice(text))
    if meeting.parties[name] != nil || change.charter.roster.hasPerson(name) { return name }
    // 职能部门/市政排水: a unit with its party.
    let unit = change.charter.person(Slice(text), parties: meeting.parties)
    if unit.hasWrittenParty, let party = unit.party, meeting.parties[party] != nil {
      return unit.name.flatMap { change.charter.roster.hasPerson($0) ? $0 : nil } ?? party
    }
    let parties = meeting.parties.parties.map(\.name)
    throw .unknownParty(text, among: parties, spelled: name)
  }

  /// The signer; a party before the name must be the party that is signed for.
  private static func person(
    _ text: String, of party: String, _ change: Change, _ meeting: Meeting
  ) throws(Refusal) -> String {
    let person = change.charter.person(Slice(text), parties: meeting.parties)
    guard let name = person.name, !name.isEmpty else {
      throw .refused(
        Phrase(zh: "没有写是谁签的字", en: "the name of the signer is missing"),
        hint: Phrase(zh: "写上姓名", en: "write the name"))
    }
    if person.hasWrittenParty, let own = person.party, own != party {
      throw .refused(
        Phrase(zh: "「\(text)」不是「\(party)」的人", en: "'\(text)' does not sign for '\(party)'"),
        hint: nil)
    }
    return name
  }

  /// The other parties the person belongs to in the roster, if not the party that is signed for.
  private static func otherParties(
    of person: String, than party: String, _ change: Change, _ meeting: Meeting
  ) -> String? {
    guard meeting.parties[party] != nil else { return nil }
    let roster = change.charter.roster
    let parties = roster.rows(named: person).map { roster.rows[$0].party }
    guard let other = parties.first, !other.isEmpty, !parties.contains(party) else { return nil }
    return VisibleText.line(other)
  }

  /// `D1` or `T3` of the meeting.
  private static func part(
    _ text: String, of place: MeetingPlace
  ) throws(Refusal) -> String {
    let meeting = place.meeting
    let parts =
      meeting.decisions.compactMap(\.number).map { "D\($0)" }
      + meeting.tasks.compactMap(\.number).map { "T\($0)" }
    var name = FullWidth.name(Slice(text)).uppercased()
    if name.hasPrefix(place.id + "-") { name.removeFirst(place.id.count + 1) }
    guard parts.contains(name) else {
      throw .unknownChoice(
        text, of: Phrase(zh: "决议或任务", en: "decision or task"), choices: parts, suggestion: nil)
    }
    return name
  }
}
