import HallModel
import HallSyntax

/// A unit or an owner in the roster has no area, though owners vote by area.
package enum OwnerArea: Check {
  package static let id = "owner-area"
  package static let about = Phrase(
    zh: "名册里有的户或业主没有面积，而名册有面积一列，或有表决按业主的规则。按业主表决时，他们不算在内。写成占总数多少的份额，"
      + "加起来应等于总数。",
    en:
      "A unit or an owner of the roster has no area, where others have one or a vote goes by a rule"
      + " for owners. Under such a rule they do not count. Shares of a whole add up to it.")

  package static func check(hall: Hall, _ context: CheckContext, _ report: inout Report) {
    let roster = context.charter.roster
    checkShares(roster, &report)
    for row in roster.rows {
      let cell = row.written(.votes)
      guard !Roster.isVotesWord(Slice(cell)) else { continue }
      report.warning(
        row.document, row.document.nodes[row.node].value,
        zh: "「\(row.name)」的「表决」写的是「\(cell)」，按不表决算",
        en: "'\(row.name)': votes '\(cell)' is read as no",
        hint: Phrase(zh: "写「否」或「是」；空着就是可以表决", en: "write 'no' or 'yes'; an empty cell is yes"))
    }
    let missing = roster.ownersWithoutArea.filter { row in
      // A member of a party that does not vote does not vote as an owner either. An area that
      // cannot be read is reported where it is.
      (row.party.isEmpty || context.charter.parties[row.party]?.votes ?? true)
        && row.written(.areaColumn).isEmpty
    }
    guard let first = missing.first, roster.knowsAreas || isAsked(hall) else { return }
    guard missing.count <= most else {
      let names = Roster.list(missing)
      report.warning(
        first.document, first.document.nodes[first.node].value,
        zh: "名册里有 \(missing.count) 户没有面积，按业主表决时不算在内：\(names.zh)",
        en: "\(missing.count) units of the roster have no area and do not count under a rule for"
          + " owners: \(names.en)", hint: hint)
      return
    }
    for row in missing {
      let unit = [row.unit, row.name.isEmpty ? row.owner : row.name].filter { !$0.isEmpty }
        .joined(separator: " ")
      report.warning(
        row.document, row.document.nodes[row.node].value, zh: "「\(unit)」没有面积，按业主表决时不算在内",
        en: "'\(unit)' has no area and does not count under a rule for owners",
        hint: hint)
    }
  }

  /// Shares of a whole that do not add up to it, once every unit has one.
  private static func checkShares(_ roster: Roster, _ report: inout Report) {
    let owners = roster.rows.filter(\.isOwned)
    guard let first = owners.first, let unit = first.share?.unit, let all = unit.all,
      owners.allSatisfy({ $0.share?.unit == unit })
    else { return }
    var units: Set<String> = []
    let sum = owners.reduce(Int128(0)) { sum, row in
      guard row.unit.isEmpty || units.insert(Roster.unitKey(row.unit)).inserted else { return sum }
      return sum + (row.share?.units ?? 0)
    }
    guard sum != all.units else { return }
    let have = ShareCount(units: sum, unit).text
    report.warning(
      first.document, first.document.nodes[first.node].value,
      zh: "名册里的份额加起来是 \(have)，应该是 \(all.text)",
      en: "the shares of the roster add up to \(have) and not to \(all.text)",
      hint: Phrase(
        zh: "核对「份额」一栏，看有没有漏写的户", en: "check the column 'shares', and whether a unit is missing"))
  }

  /// Up to this many are reported one by one; a whole roster without areas is one problem.
  private static let most = 10

  private static let hint = Phrase(
    zh: "在名册里补上面积；不是业主，就不要写户和业主",
    en: "write the area; a person who is not an owner needs neither a unit nor an owner")

  /// Whether any vote uses a rule for owners.
  private static func isAsked(_ hall: Hall) -> Bool {
    hall.meetings.contains { meeting in
      meeting.votes.contains { vote in
        vote.ruleName.flatMap { hall.charter.rules[$0] }?.voters == .owners
      }
    }
  }
}
