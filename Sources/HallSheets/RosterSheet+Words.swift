import HallModel
import HallSyntax
import HallWords

extension RosterSheet {
  /// The roster as the model reads it, with only these rows.
  private var roster: Roster { Roster([RosterPlan.privateRoster(entries, .zh)]) }

  /// The content of the sheet: rows, owners, units and their area.
  package func summary(_ language: Language) -> String {
    let units = Set(entries.map(\.unitKey).filter { !$0.isEmpty }).count
    var zh = ["表里读到 \(entries.count) 行"]
    var en = ["the sheet has \(Language.counted(entries.count, "row"))"]
    let owners = columns.contains(.areaColumn) ? roster.ownerSum : (heads: 0, area: Area.zero)
    if owners.heads > 0 {
      zh.append("业主 \(owners.heads) 位")
      en.append(Language.counted(owners.heads, "owner"))
    }
    if units > 0 {
      zh.append("\(units) 户")
      en.append("\(units) units")
    }
    if owners.heads > 0 {
      zh.append("面积合计 \(owners.area.text)㎡")
      en.append("\(owners.area.text) m² in all")
    }
    return Phrase(zh: zh.joined(separator: "，"), en: en.joined(separator: ", "))[language] + "\n"
  }

  /// What was not taken from the sheet, and how unclear cells were read.
  package func notes(_ plan: RosterPlan, isPrivate: Bool, _ language: Language) -> String {
    var notes = table.notes
    if filledParties > 0 {
      notes.append(
        Phrase(
          zh: "「方」有 \(filledParties) 格空着（像是合并过的单元格），照上面一行补上",
          en:
            "the party is empty in \(Language.counted(filledParties, "row")), as merged cells are: taken from the row"
            + " above"))
    }
    if let note = withoutArea { notes.append(note) }
    if let note = withoutName { notes.append(note) }
    if let partyHead {
      notes.append(
        Phrase(zh: "「\(partyHead)」读作「方」", en: "'\(partyHead)' was read as the party"))
    }
    if !personal.isEmpty {
      let heads = RosterSheet.quoted(personal)
      notes.append(
        Phrase(
          zh: "个人信息不进名册，没有写入：\(heads.zh)",
          en: "personal data stays out of a roster; left out: \(heads.en)"))
    }
    if !unknown.isEmpty {
      let heads = RosterSheet.quoted(unknown)
      notes.append(
        Phrase(zh: "名册用不上，没有写入：\(heads.zh)", en: "a roster has no use for: \(heads.en)"))
    }
    if let party = plan.party, !plan.added.isEmpty {
      notes.append(
        Phrase(
          zh: "表里没有「方」，新增的都记为「\(party)」",
          en: "the sheet names no party: new rows are '\(party)'"))
    }
    if isPrivate, !plan.changed.isEmpty || !plan.removed.isEmpty {
      notes.append(
        Phrase(
          zh: "private/ 里的名册没有历史，写了就不能撤销；原来的会留一份在 .hall/replaced/",
          en: "a roster in private/ has no history: what is written cannot be undone; a copy of the"
            + " old one is kept in .hall/replaced/"))
    }
    if !isPrivate, !plan.added.isEmpty {
      notes.append(
        Phrase(
          zh: "名册写在 hall.md，分享时会一起传出去；不该外传的，加 --私密",
          en: "the roster is in hall.md and goes wherever git takes it; --private keeps it here"
        ))
    }
    return notes.map { VisibleText.line($0[language]) + "\n" }.joined()
  }

  /// Owners without a known area: they do not count under a rule for owners.
  private var withoutArea: Phrase? {
    guard columns.contains(.areaColumn) || columns.contains(.ownerColumn) else { return nil }
    let missing = roster.ownersWithoutArea
    guard !missing.isEmpty else { return nil }
    let names = Roster.list(missing)
    return Phrase(
      zh: "\(missing.count) 户没有面积，按业主表决时不算在内：\(names.zh)",
      en:
        "\(missing.count) units have no area and do not count under a rule for owners: \(names.en)")
  }

  private var withoutName: Phrase? {
    let count = entries.count { $0[.nameColumn].isEmpty && $0[.ownerColumn].isEmpty }
    guard count > 0, columns.contains(.nameColumn) || columns.contains(.ownerColumn) else {
      return nil
    }
    return Phrase(
      zh: "\(count) 行没有姓名，只记户号", en: "a unit and no name in \(Language.counted(count, "row"))")
  }

  private static func quoted(_ heads: [String]) -> Phrase {
    Phrase(
      zh: heads.map { "「\($0)」" }.joined(), en: heads.map { "'\($0)'" }.joined(separator: ", "))
  }

  /// A few rows as they were read, so that a person can check that every character is right.
  package func preview(_ encoding: SheetEncoding, _ language: Language) -> String {
    let rows = entries.prefix(3).map { entry in
      "  " + VisibleText.line(columns.map { entry[$0] }.joined(separator: "  ")) + "\n"
    }
    return Phrase(
      zh: "这份表是 \(encoding.name) 编码，读成这样：\n",
      en: "The sheet is in \(encoding.name) and was read like this:\n")[language] + rows.joined()
  }
}
