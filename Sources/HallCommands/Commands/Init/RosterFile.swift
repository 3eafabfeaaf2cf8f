import HallModel
import HallStore
import HallSyntax
import HallSheets
import HallWords

/// The sheet of `--roster`, read without errors.
struct RosterFile {
  let sheet: RosterSheet
  let file: SheetFile

  /// What the person should see before it is written.
  func shown(
    _ plan: RosterPlan, isPrivate: Bool, _ language: Language, isWhole: Bool
  ) -> String {
    (file.note.map { VisibleText.line($0[language]) + "\n" } ?? "")
      + (file.encoding == .utf8 ? "" : sheet.preview(file.encoding, language))
      + sheet.summary(language) + plan.text(language, most: .max, mostAdded: isWhole ? .max : 20)
      + sheet.notes(plan, isPrivate: isPrivate, language)
  }
}

extension RosterFile {
  /// Reads the sheet of `--roster`; nil without that option.
  static func named(
    _ invocation: Invocation, _ parties: PartyList
  ) throws(Refusal) -> RosterFile? {
    guard let path = invocation.call.value(InitOptions.roster) else { return nil }
    let file = try SheetFile(path, invocation)
    var sheet = RosterSheet(file.bytes, path: path, parties: parties)
    if let head = sheet.doubtful, sheet.problems.count == 1, invocation.canAsk {
      let language = invocation.plainLanguage
      let isLeftOut = Menu(
        Phrase(
          zh: "「\(head.text)」这一列写的不是各方，怎么办？",
          en: "The column '\(head.text)' names no parties. What shall be done with it?"),
        [
          (true, Phrase(zh: "不读这一列", en: "leave the column out")),
          (false, Phrase(zh: "停下，先改表格", en: "stop, and correct the sheet first")),
        ], hasDefault: false
      ).ask(invocation.context.console, language)
      if isLeftOut == true {
        sheet = RosterSheet(file.bytes, path: path, parties: parties, organisation: .leftOut)
      }
    }
    guard sheet.problems.isEmpty else {
      throw invocation.withCall(.wrongSheet(sheet.problems, in: sheet.document))
    }
    return RosterFile(sheet: sheet, file: file)
  }
}
