import HallModel
import HallSyntax
import HallWords

/// A row above a building's rows that contains only the building's name, across all columns.
enum BuildingCaption {
  /// The building, as the beginning of a unit: `1号楼` is `1`, `2栋3单元` is `2-3`; nil for any other
  /// text.
  static func building(_ text: String, isFirst: Bool) -> String? {
    guard isFirst else { return nil }
    let text = CellText.unit(text).filter { $0 != " " }
    let isChinese = ["号楼", "楼", "栋", "幢", "座", "单元"].contains(where: text.hasSuffix)
    let word = ["building", "block"].first { text.lowercased().hasPrefix($0) }
    guard isChinese || word != nil else { return nil }
    let key = Roster.unitKey(String(text.dropFirst(word?.count ?? 0)))
    let parts = key.split(separator: "-", omittingEmptySubsequences: false)
    let isShort = parts.allSatisfy { part in
      (1...3).contains(part.utf8.count) && part.utf8.allSatisfy { isDigit($0) || isASCIILetter($0) }
    }
    return (1...2).contains(parts.count) && isShort ? key : nil
  }
}
