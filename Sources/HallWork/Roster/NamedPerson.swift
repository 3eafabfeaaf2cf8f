import HallModel
import HallSheets
import HallSyntax
import HallWords

/// The person that a call names, and the rows of the roster with the name.
struct NamedPerson {
  let name: String
  /// The party, if it is said; as the hall writes it.
  let party: String?
  private let rows: [Roster.Row]
  private let charter: Charter

  /// - Parameters:
  ///   - text: a name exactly as the roster has it, else `party/name` or any other name.
  ///   - party: the party, if it is said apart from the name.
  init(_ text: String, party: String?, _ charter: Charter) throws(Refusal) {
    let text = try TypedText.required(text, Phrase(zh: "姓名", en: "the name"))
    let rows = charter.roster.rows
    let whole = FullWidth.name(Slice(text))
    var name = whole
    var written = party
    var same = rows.filter { $0.name == name }
    if same.isEmpty, let slash = whole.firstIndex(of: "/"),
      charter.parties[String(whole[..<slash])] != nil
    {
      let own = String(whole[..<slash])
      name = String(whole[whole.index(after: slash)...])
      same = rows.filter { $0.name == name }
      guard
        party.map({ charter.parties[FullWidth.name(Slice($0))]?.name == charter.parties[own]?.name }
        )
          ?? true
      else {
        throw .refused(
          Phrase(
            zh: "写了两个方：「\(own)」和「\(party ?? "")」", en: "two parties: '\(own)' and '\(party ?? "")'")
        )
      }
      written = own
    }
    // Whoever types ann means Ann.
    if same.isEmpty {
      same = rows.filter { $0.name.lowercased() == name.lowercased() }
      name = same.first?.name ?? name
    }
    self.name = name
    self.rows = same
    self.charter = charter
    self.party = try written.map { text throws(Refusal) in
      try NamedPerson.party(text, charter)
    }
  }

  private static func party(_ text: String, _ charter: Charter) throws(Refusal) -> String {
    guard let party = charter.parties[FullWidth.name(Slice(text))] else {
      throw .unknownParty(text, among: charter.parties.parties.map(\.name))
    }
    return party.name
  }

  /// The name for a new row.
  var newName: String {
    get throws(Refusal) {
      let others = ["匿名", "anonymous", "无", "none", "全体", "all", "姓名", "name"]
      guard NameList.split(Slice(name)).count == 1, name.first?.isLetter == true,
        !others.contains(name.lowercased())
      else {
        throw .refused(
          Phrase(zh: "「\(name)」不是一个人的姓名", en: "'\(name)' is not the name of one person"),
          hint: Phrase(zh: "一次写一个人，只写姓名", en: "give one person at a time, the name alone"))
      }
      if let fault = RosterCells.fault(of: name) { throw fault }
      return name
    }
  }

  /// The party for a new row: a further row of somebody is of the same party.
  var newParty: String? {
    party ?? (Set(rows.map(\.party)).count == 1 ? rows.first?.party : nil)
  }

  /// The row that is meant; nil where nobody of the name is on the roster.
  func row(unit: String?) throws(Refusal) -> Roster.Row? {
    guard !rows.isEmpty else { return nil }
    var found = party.map { party in rows.filter { $0.party == party } } ?? rows
    if let unit, !unit.isEmpty {
      let own = found.filter { Roster.unitKey($0.unit) == Roster.unitKey(unit) }
      // Whoever has no unit yet gets it.
      found = own.isEmpty && found.count == 1 ? found.filter { $0.unit.isEmpty } : own
    }
    guard !found.isEmpty else { throw another }
    guard found.count > 1 else { return found[0] }
    throw .refused(
      Phrase(
        zh: "名册上有 \(found.count) 个「\(name)」：\(NamedPerson.told(found, .zh))",
        en: "the roster has \(found.count) rows of '\(name)': \(NamedPerson.told(found, .en))"),
      hint: NamedPerson.difference(found))
  }

  /// Somebody of the name is there, and not where the call says.
  private var another: Refusal {
    .refused(
      Phrase(
        zh: "名册上的「\(name)」是：\(NamedPerson.told(rows, .zh))",
        en: "on the roster '\(name)' is: \(NamedPerson.told(rows, .en))"),
      hint: Phrase(
        zh: "是另一个人，或另有一户，加上 --另加；写错了的，先用 --去掉 去掉那一行，再加",
        en: "another person, or a further unit: add --new; if the row is wrong, take it off with"
          + " --remove and add the right one"))
  }

  /// What tells rows of one name apart.
  private static func difference(_ rows: [Roster.Row]) -> Phrase {
    if Set(rows.map { Roster.unitKey($0.unit) }).count == rows.count {
      return Phrase(zh: "用 --户 写明是哪一户的", en: "say which by --unit")
    }
    if Set(rows.map(\.party)).count == rows.count {
      return Phrase(zh: "写明是哪一方的", en: "say of which party")
    }
    return Phrase(
      zh: "这几行分不开，用「hall 编辑 hall」改",
      en: "these rows cannot be told apart; edit them with"
        + " 'hall edit hall'")
  }

  /// The rows of the same owner that do not say so yet: without an owner, two units are two voters.
  func owned(by entry: RosterSheet.Entry) throws(Refusal) -> [RosterPlan.Changed] {
    let own = rows.filter { $0.party == newParty && $0.isOwned }
    guard !own.isEmpty, entry.area != nil else { return [] }
    guard let owner = entry.cells[.ownerColumn] else {
      throw .refused(
        Phrase(
          zh: "名册上已经有「\(name)」：\(NamedPerson.told(own, .zh))；没有写这一户是谁的",
          en:
            "the roster has '\(name)' already: \(NamedPerson.told(own, .en)); the owner of this unit"
            + " is missing"),
        hint: Phrase(
          zh: "是同一位业主的另一户，加上 --业主 \(name)，两户算一个人；是同名的另一个人，--业主 的写法要能把两人分清",
          en:
            "if it is the same owner's, add --owner \"\(name)\", and both count as one; if it is a"
            + " namesake's, give an owner that tells them apart"))
    }
    guard FullWidth.name(Slice(owner)) == name else { return [] }
    return own.filter(\.owner.isEmpty).map { .init(row: $0, cells: [.ownerColumn: owner]) }
  }

  var notThere: Refusal {
    .refused(
      Phrase(zh: "名册上没有「\(name)」", en: "'\(name)' is not on the roster"),
      hint: Phrase(zh: "名册上有谁：hall 名册", en: "see who is: hall roster"))
  }

  var noParty: Refusal {
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

  private static func told(_ rows: [Roster.Row], _ language: Language) -> String {
    rows.map { told($0.written).dropFirst().joined(in: language) }
      .joined(separator: language.say("；", "; "))
  }

  /// The filled cells of a row, in the order of the columns.
  static func told(_ cell: (Keyword) -> String) -> [String] {
    RosterPlan.columns.compactMap { column in
      let text = cell(column)
      if text.isEmpty { return nil }
      return column == .areaColumn && text.last?.isNumber == true ? text + "㎡" : text
    }
  }
}
