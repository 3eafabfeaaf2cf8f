import HallModel
import HallSyntax
import HallWords

extension RosterPlan {
  /// The changes, for the revision and the command's output.
  package var summary: Phrase {
    Phrase(
      zh: "名册：新增 \(added.count) 行，改动 \(changed.count) 行，删去 \(removed.count) 行",
      en: "roster: \(added.count) added, \(changed.count) changed, \(removed.count) removed")
  }

  /// The rows that are new, changed or removed.
  ///
  /// - Parameters:
  ///   - most: how many of each kind are listed.
  ///   - mostAdded: how many of the new ones are listed; they remove nothing.
  package func text(_ language: Language, most: Int, mostAdded: Int? = nil) -> String {
    func rows<Row>(_ rows: [Row], _ most: Int, _ line: (Row) -> String) -> String {
      var text = rows.prefix(most).map { "  " + VisibleText.line(line($0)) + "\n" }.joined()
      if rows.count > most {
        text +=
          Phrase(
            zh: "    …… 另有 \(rows.count - most) 行\n", en: "    … and \(rows.count - most) more\n")[
            language]
      }
      return text
    }
    var text = summary[language] + "\n"
    text += rows(added, mostAdded ?? most) { "+ " + RosterPlan.told(RosterPlan.cells($0)) }
    text += rows(changed, most) { "~ " + RosterPlan.told($0, language) }
    text += rows(removed, most) { row in
      "- " + RosterPlan.told(RosterHeads.columns.map(row.written))
    }
    if unchanged > 0 {
      text += Phrase(zh: "没有变的 \(unchanged) 行\n", en: "\(unchanged) unchanged\n")[language]
    }
    if untouched > 0 {
      text +=
        Phrase(
          zh: "表里没有提到的方，名册里的 \(untouched) 行不动\n",
          en: "\(untouched) rows of parties the sheet does not speak of stay\n")[language]
    }
    return text
  }

  private static func told(_ cells: [String]) -> String {
    cells.filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// `2-1-301 张三：面积 86.40 → 92.15`
  package static func told(_ item: Changed, _ language: Language) -> String {
    let row = item.row
    let changes = item.columns.map { column in
      let (old, new) = (row.written(column), item.entry[column])
      let blank = Phrase(zh: "（空）", en: "(none)")[language]
      return column.word(language) + " " + (old.isEmpty ? blank : old) + " → "
        + (new.isEmpty ? blank : new)
    }
    return told([row.written(.unitColumn), row.written(.nameColumn)])
      + language.say("：", ": ")
      + changes.joined(separator: language.say("，", ", "))
  }
}
