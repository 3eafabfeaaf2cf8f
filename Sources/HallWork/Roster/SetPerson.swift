import HallModel
import HallSheets
import HallSyntax
import HallWords

/// Adds a person to the roster, changes what it says of one, or takes one off it.
package struct SetPerson: Act {
  private let name: String
  private var cells: [Keyword: String]
  private let leaves: Bool
  private let isPrivate: Bool

  /// - Parameters:
  ///   - name: the person, also as `party/name`.
  ///   - cells: what is said of the person, by the columns of the roster; what is not said stays.
  ///   - leaves: whether the row is removed.
  ///   - isPrivate: whether a new roster is kept out of git.
  package init(_ name: String, _ cells: [Keyword: String], leaves: Bool, isPrivate: Bool) {
    self.name = name
    self.cells = cells.compactMapValues(TypedText.words)
    (self.leaves, self.isPrivate) = (leaves, isPrivate)
  }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let charter = change.charter
    let person = try person(charter)
    let cells = try person.cells.checked(charter)
    let rows = charter.roster.rows.filter { $0.name == FullWidth.name(Slice(person.name)) }
    let row = try SetPerson.row(of: rows, person.name, cells, leaves: leaves)
    let plan: RosterPlan
    let said: Phrase
    if leaves {
      guard let row else { throw notThere(person.name) }
      plan = RosterPlan(of: charter, removing: [row])
      said = SetPerson.said(
        Phrase(zh: "名册去掉了", en: "off the roster: "), SetPerson.told(row.written))
    } else if let row {
      let changed = RosterPlan.Changed(row: row, cells: cells)
      guard !changed.columns.isEmpty else {
        throw .refused(
          Phrase(
            zh: "名册上「\(person.name)」本来就是这样",
            en: "the roster says this of '\(person.name)' already"))
      }
      plan = RosterPlan(of: charter, changing: [changed])
      said = Phrase(
        zh: "名册上 " + RosterPlan.told(changed, .zh), en: "roster: " + RosterPlan.told(changed, .en))
    } else {
      var entry = RosterSheet.Entry(cells)
      entry.cells[.nameColumn] = person.name
      guard entry.cells[.partyColumn] != nil else { throw SetPerson.noParty(person.name, charter) }
      plan = RosterPlan(of: charter, adding: [entry])
      said = SetPerson.said(
        Phrase(zh: "名册加了", en: "on the roster: "), SetPerson.told { entry[$0] })
    }
    // A roster that is private already stays private.
    try plan.write(
      to: &change, isPrivate: isPrivate || charter.rosterDocuments.count > 1, why: said)
    let note = RecountedVotes(change.hall, change.outcome, today: change.today)
      .note(Phrase(zh: "新名册", en: "the new roster"))
    if let note { change.notes.append(note) }
    return try change.finish(did: said, next: ["hall roster"])
  }

  /// The person, and what is said of them: a party that is written with the name counts.
  private func person(
    _ charter: Charter
  ) throws(Refusal) -> (name: String, cells: [Keyword: String]) {
    let text = try TypedText.required(name, Phrase(zh: "姓名", en: "the name"))
    guard NameList.split(Slice(text)).count == 1 else {
      throw .refused(
        Phrase(zh: "「\(text)」不是一个人", en: "'\(text)' is not one person"),
        hint: Phrase(zh: "一次写一个人的姓名", en: "give one name at a time"))
    }
    let person = charter.person(Slice(text), parties: charter.parties)
    guard let name = person.name else {
      throw .refused(
        Phrase(zh: "「\(text)」里没有姓名", en: "'\(text)' names no person"),
        hint: Phrase(zh: "写姓名，如 张三", en: "write the name of a person"))
    }
    var cells = cells
    if person.hasWrittenParty, cells[.partyColumn] == nil { cells[.partyColumn] = person.party }
    return (name, cells)
  }

  /// The row that is meant; nil where there is none yet.
  private static func row(
    of rows: [Roster.Row], _ name: String, _ cells: [Keyword: String], leaves: Bool
  ) throws(Refusal) -> Roster.Row? {
    var rows = rows
    if let unit = cells[.unitColumn] {
      let own = rows.filter { Roster.unitKey($0.unit) == Roster.unitKey(unit) }
      // Whoever has no unit yet gets it; a further unit is a row of its own.
      rows = own.isEmpty && !leaves ? rows.filter { $0.unit.isEmpty } : own
    }
    if rows.count > 1, let party = cells[.partyColumn] { rows.removeAll { $0.party != party } }
    guard rows.count > 1 else { return rows.first }
    let places = rows.map { told($0.written).joined(separator: " ") }
    throw .refused(
      Phrase(
        zh: "名册上有 \(rows.count) 个「\(name)」：\(places.joined(separator: "；"))",
        en: "the roster has \(rows.count) rows of '\(name)': \(places.joined(separator: "; "))"),
      hint: Phrase(zh: "用 --户 写明是哪一户的", en: "say which by --unit"))
  }

  private func notThere(_ name: String) -> Refusal {
    .refused(
      Phrase(zh: "名册上没有「\(name)」", en: "'\(name)' is not on the roster"),
      hint: Phrase(zh: "名册上有谁：hall 名册", en: "see who is: hall roster"))
  }

  private static func noParty(_ name: String, _ charter: Charter) -> Refusal {
    let names = charter.parties.parties.map(\.name)
    return .refused(
      Phrase(
        zh: "名册上还没有「\(name)」，没有写是哪一方的",
        en: "'\(name)' is not on the roster yet, and the party is missing"),
      hint: Phrase(
        zh: "写上哪一方（\(names.joined(separator: "、"))），如：hall 名册 \(name) \(names.first ?? "居民")",
        en: "add the party (\(names.joined(separator: ", "))), as in: hall roster \(name)"
          + " \(names.first ?? "residents")"))
  }

  /// The filled cells of a row, in the order of the columns.
  private static func told(_ cell: (Keyword) -> String) -> [String] {
    RosterPlan.columns.compactMap { column in
      let text = cell(column)
      if text.isEmpty { return nil }
      return column == .areaColumn && text.last?.isNumber == true ? text + "㎡" : text
    }
  }

  private static func said(_ what: Phrase, _ cells: [String]) -> Phrase {
    Phrase(
      zh: what.zh + "「\(cells.first ?? "")」" + cells.dropFirst().map { "，" + $0 }.joined(),
      en: what.en + cells.joined(separator: ", "))
  }
}

extension [Keyword: String] {
  /// The cells as they are written, each checked.
  fileprivate func checked(_ charter: Charter) throws(Refusal) -> [Keyword: String] {
    var checked = self
    if let text = self[.partyColumn] {
      let names = charter.parties.parties.map(\.name)
      guard let party = charter.parties[FullWidth.name(Slice(text))] else {
        throw .unknownChoice(
          text, of: Phrase(zh: "方", en: "party"), choices: names,
          suggestion: Suggestion.nearest(to: text, among: names))
      }
      checked[.partyColumn] = party.name
    }
    if let text = self[.areaColumn] {
      guard let area = try? Area(reading: Slice(text)) else {
        throw .unreadableValue(
          text, option: Phrase(zh: "面积", en: "the area"),
          expected: Phrase(zh: "平方米数，如 89.5", en: "square metres, as 89.5"))
      }
      checked[.areaColumn] = area.text
    }
    for (column, text) in self where column != .unitColumn && RosterSheet.isPersonalNumber(text) {
      throw .refused(
        Phrase(
          zh: "「\(text)」里像是有手机号或身份证号，名册里不能写",
          en: "'\(text)' seems to hold a phone or identity number, which a roster must not"))
    }
    return checked
  }
}
