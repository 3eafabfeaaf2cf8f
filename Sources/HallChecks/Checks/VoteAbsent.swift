import HallModel
import HallSyntax

/// A person is listed as having voted who was neither present nor represented.
package enum VoteAbsent: Check {
  package static let id = "vote-absent"
  package static let readsHall = true
  package static let readsRoster = true
  package static let about = Phrase(
    zh: "写着投了票的人，既不在参会人员里，也没有委托到会的人。书面和线上投票不查；参会人员没有写姓名时不查。",
    en: "A voter is named who is neither in the attendance nor represented by a proxy who is. Not"
      + " looked for in written or online ballots, nor where the attendance names nobody.")

  package static func check(tally: Tally, _ context: CheckContext, _ report: inout Report) {
    guard !tally.vote.hasRemoteBallots, let attendance = tally.meeting.attendance,
      let reader = context.reader(of: tally)
    else { return }
    let names = context.voterNames(of: tally).cast
    guard !names.isEmpty, namesEveryVoter(attendance, of: tally) else { return }
    let present = Set(attendance.representedNames.flatMap(reader.candidates))
    for name in names where present.isDisjoint(with: reader.candidates(name.name)) {
      report.error(
        name.document, name.range, zh: "「\(name.name)」投了票，但没有参会，也没有委托到会的人",
        en: "'\(name.name)' voted, but neither attended nor gave a proxy to somebody who did",
        hint: Phrase(
          zh: "补在「参会人员」里，或加一行「- 委托: \(name.name) → 受托人」，或删去这个名字",
          en: "add the name or '- proxy: \(name.name) → HOLDER' to the attendance, or take it away")
      )
    }
  }

  /// Whether the attendance lists people by name, and no voting party's line leaves some out.
  private static func namesEveryVoter(_ attendance: Attendance, of tally: Tally) -> Bool {
    let parties = tally.meeting.parties
    let lines = attendance.partyLines
    guard lines.contains(where: { !$0.names.isEmpty }) else { return false }
    return lines.allSatisfy { line in
      line.heads == line.names.count
        || (tally.rule?.voters == .members && !parties.votes(line.party))
    }
  }
}
