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
    checkHalves(hall, context, &report)
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

  /// Shares of a whole that do not add up to it, or that cannot be added at all.
  private static func checkShares(_ roster: Roster, _ report: inout Report) {
    let owned = roster.rows.filter { $0.share != nil }
    guard let first = owned.first else { return }
    switch roster.shareSum {
    case .open, .whole: return
    case .mixed:
      // The first row that cannot be added to the first of all.
      let other = owned.first { row in
        row.share.flatMap { first.share?.added(to: $0) } == nil
      }
      let (row, share) = (other ?? first, (other ?? first).share?.text ?? "")
      report.warning(
        row.document, row.document.nodes[row.node].value,
        zh: "份额写的是 \(share)，别的行写的是 \(first.share?.text ?? "")，不能相加",
        en: "the share is \(share) and that of other rows \(first.share?.text ?? ""):"
          + " they cannot be added",
        hint: Phrase(
          zh: "全部写成份数，或全部写成占总数多少", en: "write all as plain numbers, or all as parts of the whole"))
    case .notWhole(let sum, let all):
      report.warning(
        first.document, first.document.nodes[first.node].value,
        zh: "名册里的份额加起来是 \(sum.text)，应该是 \(all.text)",
        en: "the shares of the roster add up to \(sum.text) and not to \(all.text)",
        hint: Phrase(
          zh: "核对「份额」一栏，看有没有漏写的户", en: "check the column 'shares', and whether a unit is missing"))
    }
  }

  /// Rows that say one of area and share and not the other, in a roster with both.
  private static func checkHalves(
    _ hall: Hall, _ context: CheckContext, _ report: inout Report
  ) {
    let roster = context.charter.roster
    guard roster.knowsAreas else { return }
    for (measure, word) in [(Keyword.area, Keyword.areaColumn), (.shares, .sharesColumn)] {
      let rows = roster.rowsLacking(measure).filter { $0.votes && $0.written(word).isEmpty }
      guard !rows.isEmpty, isAsked(hall, measure) else { continue }
      let (zh, en) = (measure.word(.zh), measure.word(.en))
      guard rows.count <= most else {
        let names = Roster.list(rows)
        report.warning(
          rows[0].document, rows[0].document.nodes[rows[0].node].value,
          zh: "名册里有 \(rows.count) 户没有写\(zh)，业主的\(zh)算不出来：\(names.zh)",
          en: "\(rows.count) owners of the roster have no \(en), so what all owners have is not"
            + " known: \(names.en)", hint: halfHint(zh, en))
        continue
      }
      for row in rows {
        let name = Roster.list([row])
        report.warning(
          row.document, row.document.nodes[row.node].value,
          zh: "「\(name.zh)」没有写\(zh)，业主的\(zh)算不出来",
          en: "'\(name.en)' has no \(en), so what all owners have is not known",
          hint: halfHint(zh, en))
      }
    }
  }

  private static func halfHint(_ zh: String, _ en: String) -> Phrase {
    Phrase(zh: "在名册里补上\(zh)", en: "write the \(en) in the roster")
  }

  /// Up to this many are reported one by one; a whole roster without areas is one problem.
  private static let most = 10

  private static let hint = Phrase(
    zh: "在名册里补上面积；不是业主，就不要写户和业主",
    en: "write the area; a person who is not an owner needs neither a unit nor an owner")

  /// Whether any vote uses a rule for owners, with a leg in a measure.
  private static func isAsked(_ hall: Hall, _ measure: Keyword? = nil) -> Bool {
    hall.meetings.contains { meeting in
      meeting.votes.contains { vote in
        guard let rule = vote.ruleName.flatMap({ hall.charter.rules[$0] }) else { return false }
        return rule.voters == .owners && measure.map(rule.measures.contains) ?? true
      }
    }
  }
}
