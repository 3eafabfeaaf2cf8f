import HallModel
import HallSyntax
import HallWords

/// Rows of one sheet that contradict each other: the same row twice, or one unit with two areas.
struct RosterContradictions {
  private(set) var problems: [Problem] = []
  private let path: String
  private let index: LineIndex

  init(_ entries: [RosterSheet.Entry], in document: Document) {
    path = document.path
    index = LineIndex(document.bytes)
    var seen: [[String]: Int] = [:]
    var areas: [String: (area: Area, range: Range<Int>)] = [:]
    for (place, entry) in entries.enumerated() {
      let key =
        [.nameColumn, .partyColumn, .ownerColumn].map { FullWidth.name(Slice(entry[$0])) }
        + [entry.unitKey]
      // A row with neither is reported already, and equals no other.
      guard !key[0].isEmpty || !entry.unitKey.isEmpty else { continue }
      if let first = seen[key] {
        // A row without a name identifies nobody: if repeated, it is the same unit twice.
        twice(entry, entries[first], isNameless: key[0].isEmpty && key[2].isEmpty)
        continue
      }
      seen[key] = place
      guard let area = entry.area, !entry.unitKey.isEmpty else { continue }
      if let first = areas[entry.unitKey], first.area != area {
        let (unit, other) = (entry[.unitColumn], line(first.range))
        problem(
          entry,
          Phrase(
            zh: "「\(unit)」的面积是 \(area.text)，第 \(other) 行写的是 \(first.area.text)",
            en: "'\(unit)' has \(area.text) here and \(first.area.text) in line \(other)"),
          Phrase(zh: "一户只有一个面积，改成一样的", en: "a unit has one area: make them the same"))
      } else if areas[entry.unitKey] == nil {
        areas[entry.unitKey] = (area, entry.range)
      }
    }
  }

  private func line(_ range: Range<Int>) -> Int { index.position(of: range.lowerBound).line }

  private mutating func twice(
    _ entry: RosterSheet.Entry, _ first: RosterSheet.Entry, isNameless: Bool
  ) {
    let other = line(first.range)
    problem(
      entry,
      isNameless
        ? Phrase(
          zh: "和第 \(other) 行是同一户，两行都没有姓名",
          en: "the same unit as in line \(other), and neither row has a name")
        : Phrase(zh: "和第 \(other) 行是同一人、同一户", en: "the same person and unit as in line \(other)"),
      isNameless
        ? Phrase(zh: "补上姓名，或者删掉其中一行", en: "write the names, or delete one of the rows")
        : Phrase(zh: "删掉其中一行", en: "delete one of the rows"))
  }

  private mutating func problem(
    _ entry: RosterSheet.Entry, _ message: Phrase, _ hint: Phrase
  ) {
    problems.append(
      Problem(
        id: "sheet", severity: .error, path: path, range: entry.range, message: message,
        hint: hint))
  }
}
