import HallModel
import HallSyntax
import HallWords

/// The meaning of each column of a spreadsheet.
struct SheetColumns {
  private(set) var places: [Keyword: Int] = [:]
  private(set) var building: Int?
  private(set) var entrance: Int?
  /// The column 单位, which may name the parties.
  private(set) var organisation: Int?
  /// Unknown heads, and those with private details, with their places.
  private(set) var unknown: [String] = []
  private(set) var personal: [String] = []
  private(set) var problems: [Problem] = []

  init(
    _ heads: [Spreadsheet.Cell], _ meaning: (String) -> RosterHeads.Meaning, _ path: String
  ) {
    for (column, head) in heads.enumerated() where !head.text.isEmpty {
      switch meaning(head.text) {
      case .unknown: unknown.append(head.text)
      case .personal: personal.append(head.text)
      case .building where building == nil: building = column
      case .entrance where entrance == nil: entrance = column
      case .building, .entrance: unknown.append(head.text)
      case .organisation: organisation = organisation ?? column
      case .column(let keyword):
        if places[keyword] != nil {
          problems.append(SheetColumns.twice(head, keyword, path))
        } else {
          places[keyword] = column
        }
      }
    }
  }

  subscript(_ keyword: Keyword) -> Int? { places[keyword] }

  /// The columns that name a person or a unit.
  var identifying: [Int] {
    [.nameColumn, .ownerColumn, .unitColumn].compactMap { places[$0] }
      + [building, entrance].compactMap(\.self)
  }

  /// Treats a column as its rows show it to be, and not by its head.
  mutating func drop(_ keyword: Keyword, named head: String, isPersonal: Bool) {
    places[keyword] = nil
    if isPersonal { personal.append(head) } else { unknown.append(head) }
  }

  /// The column 单位 contains the parties.
  mutating func takeOrganisationAsParty() {
    places[.partyColumn] = organisation
    organisation = nil
  }

  mutating func leaveOutOrganisation(named head: String) {
    organisation = nil
    unknown.append(head)
  }

  private static func twice(
    _ head: Spreadsheet.Cell, _ keyword: Keyword, _ path: String
  ) -> Problem {
    Problem(
      id: "sheet", severity: .error, path: path, range: head.range,
      message: Phrase(
        zh: "有两列都像是「\(keyword.word(.zh))」，不知道用哪一列",
        en: "two columns may be the '\(keyword.word(.en))'"),
      hint: Phrase(
        zh: "留下一列，另一列改个名字或删掉", en: "keep one, and rename the other or delete it"))
  }
}
