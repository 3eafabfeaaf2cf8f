import HallModel
import HallSyntax

/// A party that is not defined by the hall or the meeting.
package enum UnknownParty: Check {
  package static let id = "unknown-party"
  package static let readsHall = true
  package static let about = Phrase(
    zh: "写到的一方没有在「各方」里写明：人名前、参会人员、名册、签字里，以及按各方写的票数，都要用写明的一方。",
    en: "A party is named that 'Parties' does not define: in front of a person, in the attendance,"
      + " in the roster, among the signatures, or where votes are counted by party.")

  package static func check(document: Document, _ context: CheckContext, _ report: inout Report) {
    guard document.kind == .hall || document.kind == .roster else { return }
    for row in context.charter.roster.rows where row.document === document {
      guard !row.party.isEmpty, context.charter.parties[row.party] == nil else { continue }
      let cells = TableCells.split(document.slice(document.nodes[row.node].value))
      // In most rosters the name comes before the party, and may be the same word.
      let cell = cells.last { FullWidth.name($0) == row.party }
      name(row.party, cell?.indices ?? document.nodes[row.node].value, in: document, &report)
    }
  }

  package static func check(meeting: Meeting, _ context: CheckContext, _ report: inout Report) {
    let document = meeting.document
    let parties = meeting.parties
    for index in meeting.attendance.map({ Array(document.children(of: $0.node)) }) ?? [] {
      let line = document.nodes[index]
      guard line.kind == .field, line.keyword == nil else { continue }
      let party = FullWidth.name(document.slice(line.key))
      if !context.hasParty(party, parties) { name(party, line.key, in: document, &report) }
    }
    let names = context.names(in: meeting)
    for mention in names.mentions { check(mention, parties, context, &report) }
    for vote in meeting.votes {
      for votes in names.voters(of: vote)?.byParty ?? []
      where !context.hasParty(votes.party, parties) {
        name(votes.party, votes.range, in: document, &report)
      }
    }
    for signOff in meeting.signOffs where !context.hasParty(signOff.party, parties) {
      if context.hasPerson(signOff.party) { continue }
      name(signOff.party, signOff.syntax.key, in: document, &report)
    }
  }

  package static func check(matter: Matter, _ context: CheckContext, _ report: inout Report) {
    for mention in PersonMention.all(in: matter) {
      check(mention, context.charter.parties, context, &report)
    }
  }

  private static func check(
    _ mention: PersonMention, _ parties: PartyList, _ context: CheckContext,
    _ report: inout Report
  ) {
    guard let party = mention.party, let range = mention.partyRange,
      !context.hasParty(party, parties)
    else { return }
    name(party, range, in: mention.document, &report)
  }

  private static func name(
    _ party: String, _ range: Range<Int>, in document: Document, _ report: inout Report
  ) {
    // `🔴 居民`, `• 居民`: the name with a sign before it.
    let plain = PlainLine(Slice(party)).text.string
    report.error(
      document, range, zh: "「\(party)」不是写明的一方", en: "'\(party)' is not a party",
      hint: plain == party
        ? Phrase(
          zh: "核对名称，或在「各方」下面加一行「- \(party): 表决」",
          en: "correct the name, or add '- \(party): votes' under 'Parties'")
        : Phrase(
          zh: "前后不要别的符号：「- \(plain): …」", en: "without the signs round it: '- \(plain): …'"))
  }
}
