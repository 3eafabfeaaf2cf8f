import HallModel
import HallSyntax

extension RosterPlan {
  /// What changes, as a revision and the answer say it.
  var summary: Phrase {
    Phrase(
      zh: "名册：新增 \(added.count) 行，改动 \(changed.count) 行，删去 \(removed.count) 行",
      en: "roster: \(added.count) added, \(changed.count) changed, \(removed.count) removed")
  }

  /// The rows that are new, others or gone.
  ///
  /// - Parameter most: how many of each are told.
  func text(_ language: Language, most: Int) -> String {
    func rows<Row>(_ rows: [Row], _ line: (Row) -> String) -> String {
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
    text += rows(added) { "+ " + RosterPlan.told(RosterPlan.cells($0)) }
    text += rows(changed) { "~ " + RosterPlan.told($0, language) }
    text += rows(removed) { row in "- " + RosterPlan.told(RosterHeads.columns.map(row.written)) }
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
  private static func told(_ item: Changed, _ language: Language) -> String {
    let row = item.row
    let changes = item.columns.map { column in
      let (old, new) = (row.written(column), item.entry[column])
      let blank = Phrase(zh: "（空）", en: "(none)")[language]
      return column.word(language) + " " + (old.isEmpty ? blank : old) + " → "
        + (new.isEmpty ? blank : new)
    }
    return told([row.written(.unitColumn), row.written(.nameColumn)])
      + (language == .zh ? "：" : ": ")
      + changes.joined(separator: language == .zh ? "，" : ", ")
  }
}

extension RosterSheet {
  /// What was not taken from the sheet, and what was taken as something.
  func notes(_ plan: RosterPlan, isPrivate: Bool, _ language: Language) -> String {
    var notes: [Phrase] = []
    func quoted(_ heads: [String]) -> Phrase {
      Phrase(
        zh: heads.map { "「\($0)」" }.joined(), en: heads.map { "'\($0)'" }.joined(separator: ", "))
    }
    if !personal.isEmpty {
      let heads = quoted(personal)
      notes.append(
        Phrase(
          zh: "个人信息不进名册，没有写入：\(heads.zh)",
          en: "personal data stays out of a roster; left out: \(heads.en)"))
    }
    if !unknown.isEmpty {
      let heads = quoted(unknown)
      notes.append(
        Phrase(zh: "名册用不上，没有写入：\(heads.zh)", en: "a roster has no use for: \(heads.en)"))
    }
    if invisible > 0 {
      notes.append(
        Phrase(
          zh: "有 \(invisible) 格带着看不见的字符，已经去掉",
          en: "characters that cannot be seen were left out of \(invisible) cells"))
    }
    if let party = plan.party, !plan.added.isEmpty {
      notes.append(
        Phrase(
          zh: "表里没有「方」，新增的都记为「\(party)」",
          en: "the sheet names no party: new rows are '\(party)'"))
    }
    if isPrivate, !plan.changed.isEmpty || !plan.removed.isEmpty {
      notes.append(
        Phrase(
          zh: "private/ 里的名册没有历史，写了就不能撤销",
          en: "a roster in private/ has no history: what is written cannot be undone"))
    }
    if !isPrivate, !plan.added.isEmpty {
      notes.append(
        Phrase(
          zh: "名册写在 hall.md，会随 git 传出去；不该传的，加 --private",
          en: "the roster stands in hall.md and goes wherever git takes it; --private keeps it here"
        ))
    }
    return notes.map { VisibleText.line($0[language]) + "\n" }.joined()
  }

  /// A few rows as they were understood, for somebody to see that every character is right.
  func preview(_ encoding: SheetEncoding, _ language: Language) -> String {
    let rows = entries.prefix(3).map { entry in
      "  " + VisibleText.line(columns.map { entry[$0] }.joined(separator: "  ")) + "\n"
    }
    return Phrase(
      zh: "这份表是 \(encoding.name) 编码，读成这样：\n",
      en: "The sheet is in \(encoding.name) and was read like this:\n")[language] + rows.joined()
  }
}
