import HallModel
import HallSyntax
import HallWords

/// Determines a column by its rows, if its head may mean several things.
extension RosterSheet {
  /// Whether the content of a column is not what its head says: a person's private numbers, or only
  /// whether somebody is an owner.
  static func isNoColumn(_ column: Int, _ keyword: Keyword, of table: Spreadsheet) -> Bool {
    switch keyword {
    case .roleColumn: return holdsNumbers(column, of: table)
    case .ownerColumn:
      if holdsNumbers(column, of: table) { return true }
      // Otherwise all rows with 是 or 业主 would be one owner.
      let texts = table.rows.map { $0.row.text(column).lowercased() }.filter { !$0.isEmpty }
      return !texts.isEmpty && table.columns[.nameColumn] != nil && texts.allSatisfy(isKind)
    default: return false
    }
  }

  /// Whether most cells of a column are private numbers of people.
  static func holdsNumbers(_ column: Int, of table: Spreadsheet) -> Bool {
    let texts = table.rows.map { $0.row.text(column) }.filter { !$0.isEmpty }
    return texts.count { PersonalNumber.isIn($0) } * 2 > texts.count
  }

  private static func isKind(_ text: String) -> Bool {
    [
      "是", "否", "业主", "非业主", "租户", "租客", "承租人", "家属", "本人", "√", "✓", "yes", "no", "y", "n",
      "owner", "tenant",
    ].contains(text)
  }

  /// Whether the cells of a column all name parties; false if none does, nil if it is empty. If
  /// only some do, the others are reported one by one.
  package static func parties(
    in column: Int, of table: Spreadsheet, _ parties: PartyList
  ) -> Bool? {
    let texts = table.rows.map { $0.row.text(column) }.filter { !$0.isEmpty }
    if texts.isEmpty { return nil }
    let count = texts.count { parties[FullWidth.name(Slice($0))] != nil }
    return count * 2 >= texts.count
  }

  /// Whether a column is only filled in the first row of each block, as merged cells are: no value
  /// occurs twice.
  static func isMerged(_ column: Int?, in table: Spreadsheet) -> Bool {
    let texts = table.rows.map { $0.row.text(column) }
    let filled = texts.filter { !$0.isEmpty }
    return filled.count > 1 && filled.count < texts.count && texts.first?.isEmpty == false
      && Set(filled).count == filled.count
  }

  /// A column 单位 may or may not contain the parties.
  package static func doubt(
    _ head: Spreadsheet.Cell, _ parties: PartyList, _ path: String
  ) -> Problem {
    let names = parties.parties.map(\.name)
    return Problem(
      id: "sheet", severity: .error, path: path, range: head.range,
      message: Phrase(
        zh: "「\(head.text)」这一列写的不是各方（" + names.joined(separator: "、") + "），不知道要不要读",
        en: "the column '\(head.text)' names no parties (" + names.joined(separator: ", ")
          + "): it is not clear whether to read it"),
      hint: Phrase(
        zh: "它是「方」，就写成各方之一；不是，就把表头改成「工作地点」这样",
        en: "if it is the party, write one of these; else call it something like 'employer'"))
  }

  package static func noRows(_ table: Spreadsheet, _ path: String) -> Problem {
    Problem(
      id: "sheet", severity: .error, path: path, range: table.header?.range ?? 0..<0,
      message: Phrase(
        zh: "表头下面一行也没有，不知道是不是存错了表",
        en: "there is no row below the header: it may be the wrong sheet"),
      hint: Phrase(zh: "另存有内容的那一张表", en: "save the sheet that has the rows"))
  }

  package static func noHeader(_ table: Spreadsheet, _ path: String) -> Problem {
    let end = table.document.bytes.firstIndex(of: UInt8(ascii: "\n")) ?? table.document.bytes.count
    let start = table.document.bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    return Problem(
      id: "sheet", severity: .error, path: path,
      range: table.header?.range ?? min(start, end)..<max(start, end),
      message: Phrase(
        zh: "没有找到表头：前二十行里，没有一行写着「姓名」「户」或「业主」这样的列名",
        en: "no header: none of the first twenty rows heads a column 'name', 'unit' or 'owner'"),
      hint: Phrase(
        zh: "在第一行上面加一行表头，按各列写：姓名、方、身份、户、面积、业主，有几列写几列",
        en:
          "put a row above the first that heads the columns: name, party, role, unit, area, owner,"
          + " as many as there are"))
  }
}
