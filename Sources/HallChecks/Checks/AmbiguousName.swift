import HallModel
import HallSyntax

/// A name in a vote may mean several voters.
package enum AmbiguousName: Check {
  package static let id = "ambiguous-name"
  package static let readsHall = true
  package static let readsRoster = true
  package static let about = Phrase(
    zh: "表决里写的姓名，在名册里不止一位表决人，算不出是谁的票。请写户号。",
    en: "A name in a vote may mean several voters of the roster, so that it is not clear whose"
      + " vote it is. Write the unit.")

  package static func check(tally: Tally, _ context: CheckContext, _ report: inout Report) {
    guard let reader = context.reader(of: tally) else { return }
    for voter in context.voterNames(of: tally).all {
      guard case .ambiguous(let name) = reader.resolve(voter.name) else { continue }
      let rows = context.charter.roster.rows(named: name).map { context.charter.roster.rows[$0] }
      let units = rows.map(\.unit).filter { !$0.isEmpty }
      let zh = units.isEmpty ? "在名册里给同名的人写上户号，表决里再写户号" : "请写户号：\(units.joined(separator: "、"))"
      let en =
        units.isEmpty
        ? "give them units in the roster, and write the unit"
        : "write the unit: \(units.joined(separator: ", "))"
      report.error(
        voter.document, voter.range,
        zh: "名册里有 \(reader.candidates(voter.name).count) 位表决人叫「\(name)」",
        en: "'\(name)' may be any of \(reader.candidates(voter.name).count) voters of the roster",
        hint: Phrase(zh: zh, en: en))
    }
  }
}
