import HallModel
import HallSyntax

/// A place where the record names a person who does, did or said something.
struct PersonMention {
  let document: Document
  let range: Range<Int>
  /// The person or unit; nil where a whole party is named.
  let name: String?
  /// The party written in front of the name, or the one whose line contains the name.
  let party: String?
  /// The range of the party, if it is written with the name, as in `物业/赵六`.
  let partyRange: Range<Int>?

  /// Reads `物业/赵六（代表）`.
  init(_ slice: Slice, in document: Document, charter: Charter, parties: PartyList) {
    self.document = document
    let name = NameList.Element(slice).name
    range = name.indices
    let person = charter.person(slice, parties: parties)
    self.name = person.name
    party = person.hasWrittenParty ? person.party : nil
    let slash = name.indices.first { FullWidth.byte(in: name, at: $0).byte == UInt8(ascii: "/") }
    partyRange = slash.map { name[..<$0].trimmed.indices }
  }

  /// A name in a place that gives the party, or does not.
  init(name: String, range: Range<Int>, in document: Document, party: String? = nil) {
    (self.document, self.range, self.name, self.party) = (document, range, name, party)
    partyRange = nil
  }
}

extension PersonMention {
  /// Everybody named in the fields of a matter.
  static func all(in matter: Matter) -> [PersonMention] {
    var reader = MentionReader(
      document: matter.document, charter: matter.charter, parties: matter.charter.parties)
    reader.readPeople(of: matter.node)
    for task in matter.tasks { reader.readPeople(of: task.node) }
    return reader.mentions
  }

  /// Everybody named in the fields of a meeting; not its guests (邀请, 列席), who need not be on any
  /// list.
  ///
  /// - Parameter voters: everybody named in a vote.
  static func all(
    in meeting: Meeting, voters: (Vote) -> VoterNames?
  ) -> [PersonMention] {
    var reader = MentionReader(
      document: meeting.document, charter: meeting.charter, parties: meeting.parties)
    reader.readPeople(of: meeting.node)
    if let attendance = meeting.attendance { reader.read(attendance) }
    for item in meeting.items { reader.readPeople(of: item.node) }
    for vote in meeting.votes {
      reader.readPeople(of: vote.node)
      reader.readCasting(vote)
      for voter in voters(vote)?.all ?? [] {
        reader.mentions.append(
          PersonMention(
            voter.document.slice(voter.range), in: voter.document, charter: meeting.charter,
            parties: reader.parties))
      }
    }
    for decision in meeting.decisions { reader.readPeople(of: decision.node) }
    for task in meeting.tasks { reader.readPeople(of: task.node) }
    for signOff in meeting.signOffs { reader.read(signOff) }
    return reader.mentions
  }
}

/// Collects the mentions of one document.
private struct MentionReader {
  let document: Document
  let charter: Charter
  let parties: PartyList
  var mentions: [PersonMention] = []

  mutating func read(_ slice: Slice) {
    guard Vocabulary.keyword(slice, in: [.personWord, .dueWord]) == nil else { return }
    mentions.append(PersonMention(slice, in: document, charter: charter, parties: parties))
  }

  /// Everybody named by the fields of a thing; for a key that takes one value, by the first field.
  mutating func readPeople(of node: Int) {
    for field in document.fields(of: node) {
      guard let use = document.use(of: field), use.value.namesPeople,
        let keyword = document.nodes[field].keyword,
        use.repeats || document.fieldNode(keyword, of: node) == field
      else { continue }
      for part in NameList.split(document.slice(document.nodes[field].value)) {
        // `A & B` lead a task together.
        for name in keyword == .lead ? charter.names(leading: part) : [part] { read(name) }
      }
    }
  }

  /// Who has the casting vote; a key that takes a name and a side.
  mutating func readCasting(_ vote: Vote) {
    guard let value = vote.value(.castingVote), let written = vote.castingVote?.person,
      // Whoever has the chair may be called so.
      Vocabulary.keyword(Slice(written), in: .meetingFront) != .chair
    else { return }
    let person = charter.person(Slice(written), parties: parties)
    guard let name = person.name, !name.isEmpty else { return }
    mentions.append(
      PersonMention(
        name: name, range: value.places(of: written).first ?? value.indices, in: document,
        party: person.hasWrittenParty ? person.party : nil))
  }

  mutating func read(_ attendance: Attendance) {
    for line in attendance.partyLines {
      for element in line.names where !element.name.isEmpty {
        let name = FullWidth.name(element.name.nameAfterParty)
        mentions.append(
          PersonMention(
            name: name, range: element.name.indices, in: document, party: line.party))
      }
    }
    for value in attendance.values(.proxy) {
      guard let change = try? Delegation(reading: value) else { continue }
      read(change.from)
      read(change.to.name)
    }
  }

  mutating func read(_ signOff: SignOff) {
    let value = document.slice(signOff.syntax.value)
    let person = NameList.Element(Slice(signOff.person)).name
    guard !person.isEmpty else { return }
    let range = value.places(of: person.string).first ?? value.indices
    mentions.append(
      PersonMention(
        name: FullWidth.name(person.nameAfterParty), range: range, in: document,
        party: signOff.party))
  }
}
