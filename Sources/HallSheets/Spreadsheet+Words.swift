import HallModel
import HallSyntax
import HallWords

/// What was not read from a sheet, and what was read differently from what is written.
extension Spreadsheet {
  package var notes: [Phrase] {
    var notes: [Phrase] = []
    if !leftOut.isEmpty {
      let rows = leftOutRows
      notes.append(
        Phrase(
          zh: "没有读的 \(leftOut.count) 行：\(rows.zh)",
          en: "rows left out: \(leftOut.count): \(rows.en)"))
    }
    for total in wrongTotals.prefix(3) {
      let line = line(total.row)
      notes.append(
        Phrase(
          zh: "第 \(line) 行的合计写的是 \(total.stated.text)，读到的各行加起来是 \(total.read.text)，请核对",
          en:
            "the total in line \(line) is \(total.stated.text), and the rows that were read add up"
            + " to \(total.read.text)"))
    }
    for (head, count) in filled {
      notes.append(
        Phrase(
          zh: "「\(head)」有 \(count) 格空着（像是合并过的单元格），照上面一行补上",
          en:
            "'\(head)' is empty in \(Language.counted(count, "row")), as merged cells are: taken from the row above"
        ))
    }
    if altered > 0 {
      notes.append(
        Phrase(
          zh: "有 \(altered) 格带着看不见的字符，已经去掉",
          en: "characters that cannot be seen were left out of \(altered) cells"))
    }
    return notes
  }

  private func line(_ row: Row) -> Int {
    LineIndex(document.bytes).position(of: row.range.lowerBound).line
  }

  /// `第 62 行「合计」（合计）、第 63 行「制表人：王五」（表尾）`
  private var leftOutRows: Phrase {
    let index = LineIndex(document.bytes)
    let most = 5
    func list(_ language: Language) -> String {
      var rows = leftOut.prefix(most).map { item in
        let line = index.position(of: item.row.range.lowerBound).line
        let text = Spreadsheet.shortened(item.text)
        return Phrase(
          zh: "第 \(line) 行「\(text)」（\(item.kind.phrase.zh)）",
          en: "line \(line) '\(text)' (\(item.kind.phrase.en))")[language]
      }
      if leftOut.count > most {
        rows.append(
          Phrase(zh: "另有 \(leftOut.count - most) 行", en: "\(leftOut.count - most) more")[language])
      }
      return rows.joined(in: language)
    }
    return Phrase(zh: list(.zh), en: list(.en))
  }

  private static func shortened(_ text: String) -> String {
    text.count > 16 ? text.prefix(15) + "…" : text
  }
}

extension RowSorter.Kind {
  package var phrase: Phrase {
    switch self {
    case .total: Phrase(zh: "合计行", en: "a total")
    case .footer: Phrase(zh: "表尾", en: "below the table")
    case .header: Phrase(zh: "又一次表头", en: "the header again")
    case .caption: Phrase(zh: "小标题", en: "a caption")
    }
  }
}
