import HallModel
import HallSheets
import HallSyntax
import HallWords

/// What is said of a person for the roster, each cell checked as one of a spreadsheet is.
struct RosterCells {
  /// The cells in the written form; the party is not among them.
  let checked: [Keyword: String]

  init(_ cells: [Keyword: String], _ charter: Charter) throws(Refusal) {
    var checked = cells
    checked[.partyColumn] = nil
    if let text = cells[.areaColumn], !text.isEmpty {
      guard let area = try? Area(reading: Slice(text)) else {
        throw .unreadableValue(
          text, option: Phrase(zh: "面积", en: "the area"),
          expected: Phrase(zh: "平方米数，如 89.5", en: "square metres, as 89.5"))
      }
      checked[.areaColumn] = area.text
    }
    for (column, text) in checked where column != .unitColumn {
      if let fault = RosterCells.fault(of: text) { throw fault }
    }
    self.checked = checked
  }

  /// A number that the record must not contain.
  static func fault(of text: String) -> Refusal? {
    RosterSheet.personalNumber(in: text).map { .refused($0) }
  }

  /// Refuses a second area of one unit.
  ///
  /// - Parameter row: the row that is changed.
  static func requireOneArea(
    _ cells: [Keyword: String], besides row: Roster.Row?, _ charter: Charter
  ) throws(Refusal) {
    let unit = cells[.unitColumn] ?? row?.unit ?? ""
    guard !unit.isEmpty, let text = cells[.areaColumn],
      let area = try? Area(reading: Slice(text))
    else { return }
    let other = charter.roster.rows.first { other in
      Roster.unitKey(other.unit) == Roster.unitKey(unit) && other.area.map { $0 != area } ?? false
        && !(other.node == row?.node && other.document === row?.document)
    }
    guard let other, let present = other.area else { return }
    throw .refused(
      Phrase(
        zh: "「\(unit)」在名册上是 \(present.text)㎡（\(other.name)），一户只有一个面积",
        en: "'\(unit)' has \(present.text)㎡ on the roster (\(other.name)): a unit has one area"),
      hint: Phrase(
        zh: "写成一样的；原来的错了，先改那一行", en: "give the same; if that is wrong, change that row first"))
  }
}
