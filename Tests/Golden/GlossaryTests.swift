import Foundation
import HallSyntax
import Testing

/// The words that everybody reads stand in both languages, and are those that the program reads.
@Suite("The glossary")
struct GlossaryTests {
  private struct Row {
    let zh: [String]
    let en: [String]
    let cells: [String]

    init?(_ line: String) {
      guard line.hasPrefix("| "), !line.hasPrefix("| 中文"), !line.hasPrefix("| ---") else {
        return nil
      }
      cells = TableCells.split(Slice(line)).map(\.string)
      zh = cells[0].split(separator: "、").map(String.init)
      en = cells.count < 2 ? [] : cells[1].components(separatedBy: ", ")
    }
  }

  private let rows: [Row]

  init() throws {
    rows = try Repository.text("docs/glossary.md").split(separator: "\n").compactMap {
      Row(String($0))
    }
  }

  @Test func `each word has both names and both explanations`() {
    #expect(rows.count > 80)
    for row in rows {
      #expect(row.cells.count == 4 && row.cells.allSatisfy { !$0.isEmpty }, "\(row.cells)")
    }
  }

  @Test func `no word is explained twice`() {
    let names = rows.flatMap(\.zh)
    #expect(
      Set(names).count == names.count, "\(names.filter { name in names.count { $0 == name } > 1 })")
  }

  /// A remark in parentheses says that another sense is meant than that of the files.
  @Test func `a word of the files has the English name that the files have`() {
    for row in rows where row.zh.count == row.en.count {
      for (zh, en) in zip(row.zh, row.en) {
        let entries = Vocabulary.entries.filter { $0.zh.contains(zh) }
        #expect(
          entries.isEmpty || entries.contains { $0.en.contains { $0.lowercased() == en } },
          "\(zh): \(en)")
      }
    }
  }
}
