import HallChecks
import HallModel
import HallStore
import HallSyntax
import HallSheets
import HallWords
import HallWork

/// `hall init` in a folder without a hall.
enum HallFounding {
  static func run(_ invocation: Invocation, in folder: String) throws(Refusal) -> Answer {
    var answer = Answer()
    let (call, context) = (invocation.call, invocation.context)
    let language = try language(invocation)
    let place = NewHallFolder(folder, from: context.workingDirectory)
    guard !place.has("history/hall.md") else {
      throw .refused(
        Phrase(
          zh: "「\(folder)」里有 hall.md 的历史，hall.md 却不见了",
          en: "'\(folder)' has the history of a hall.md that is gone"),
        hint: Phrase(
          zh: "先找回 hall.md（例如从 git），或者换一个文件夹",
          en: "bring hall.md back, as from git, or name another folder"))
    }
    let name = try hallName(invocation, for: folder, language)
    var founder = context.world.person(call.value(.by))
    let isAsked = founder == nil && invocation.canAsk
    if isAsked { founder = try invocation.askedAuthor(language) }
    let community = call.value(InitOptions.community).flatMap { $0.isEmpty ? nil : $0 }
    let hasHolidays = try InitOptions.hasHolidays(call.value(InitOptions.calendar), language)
    func hall(_ roster: [RosterSheet.Entry]?) -> NewHall {
      NewHall(
        name: name, community: community, language: language,
        // China has a single zone; elsewhere the machine's offset is used.
        zone: language.pick(8 * 3600, context.machineOffset),
        year: context.world.today(nil).components.year, hasHolidays: hasHolidays, roster: roster)
    }
    func charter(_ new: NewHall) -> Charter {
      Charter(document: Document(path: "hall.md", kind: .hall, bytes: Array(new.text.utf8)))
    }
    let isPrivate = call.has(InitOptions.isPrivate)
    var entries: [RosterSheet.Entry] = []
    if let found = try RosterFile.named(invocation, charter(hall([])).parties) {
      let plan = RosterPlan(found.sheet, of: charter(hall([])))
      try RosterRemoval(plan, invocation).requireWord()
      entries = plan.added
      let shown = found.shown(
        plan, isPrivate: isPrivate, language, isWhole: call.has(.dryRun))
      guard InitOptions.confirms(shown, invocation, language, &answer) else { return answer }
    }
    let new = hall(isPrivate ? nil : entries)
    let founded = try checked(new, privately: isPrivate ? entries : nil, invocation)
    let author = try context.world.author(founder, in: nil, Charter(document: founded.hall))
    let made = try write(founded, new, place, by: author, invocation, &answer)
    guard let made else { return answer }
    if isAsked { invocation.keep(author.name, in: made, language) }
    tell(founded, new, (folder, place.realPath), invocation, &answer)
    return answer
  }

  /// The language of the new hall. Where nothing tells it, somebody at a terminal is asked.
  private static func language(_ invocation: Invocation) throws(Refusal) -> Language {
    guard invocation.canAsk, !invocation.call.has(.language),
      invocation.context.toldLanguage(of: invocation.words) == nil
    else { return try invocation.language(nil) }
    let menu = Menu(
      Phrase(both: "用哪种文字？ Which language?"),
      [(Language.zh, Phrase(both: "中文")), (.en, Phrase(both: "English"))], hasDefault: false)
    guard let chosen = menu.ask(invocation.context.console, .en) else { throw .left }
    return chosen
  }

  private static func hallName(
    _ invocation: Invocation, for folder: String, _ language: Language
  ) throws(Refusal) -> String {
    var name = invocation.call.value(InitOptions.name)
    if name == nil, invocation.canAsk {
      let own = folder.split(separator: "/").last.map(String.init) ?? ""
      let other = own.contains { !$0.isASCII } ? own : nil
      let typed = invocation.context.console.line(
        Prompt(
          Phrase(
            zh: "议事厅叫什么名字？" + (other.map { "（回车就叫「\($0)」）" } ?? ""),
            en: "What is the hall called? " + (other.map { "(Enter: '\($0)') " } ?? ""))[language]))
      name = typed.map { TypedText.words($0) ?? other ?? "" }
    }
    guard let name, !Slice(name).trimmed.isEmpty else {
      throw .refused(
        Phrase(zh: "还不知道议事厅叫什么", en: "the name of the hall is missing"),
        hint: Phrase(zh: "用 --名称 写上名称", en: "give it with --name NAME"))
    }
    return Slice(name).trimmed.string
  }

  /// Parses the documents of the hall again: they must pass the checks before they are written.
  private static func checked(
    _ new: NewHall, privately entries: [RosterSheet.Entry]?, _ invocation: Invocation
  ) throws(Refusal) -> (hall: Document, roster: Document?) {
    let document = Document(path: "hall.md", kind: .hall, bytes: Array(new.text.utf8))
    let roster = entries.map { RosterPlan.privateRoster($0, new.language) }
    let charter = Charter(document: document, privateRoster: roster)
    let hall = Hall(charter: charter, documents: [])
    // People without an area are reported with the sheet.
    let problems = Checker.problems(in: hall, today: invocation.context.world.today(charter))
      .filter { $0.severity == .error }
    guard problems.isEmpty else {
      throw .wouldBeWrong(invocation.text(of: problems, in: charter.rosterDocuments))
    }
    return (document, roster)
  }

  /// - Returns: the folder of the new hall; nil in a dry run.
  private static func write(
    _ founded: (hall: Document, roster: Document?), _ new: NewHall, _ place: NewHallFolder,
    by author: HallWriter.Author, _ invocation: Invocation, _ answer: inout Answer
  ) throws(Refusal) -> HallFolder? {
    let isDryRun = invocation.call.has(.dryRun)
    let why = Phrase(zh: "议事厅开张", en: "the hall is founded")
    let edit = HallWriter.Edit(
      path: "hall.md", kind: .hall, old: nil, new: founded.hall.bytes, why: why[new.language])
    let reason = invocation.call.value(.message).flatMap { $0.isEmpty ? nil : $0 }
    do throws(HallWriter.Failure) {
      var others: [HallWriter.Edit] = []
      func plain(_ path: String, _ old: [UInt8]?, _ bytes: [UInt8]) {
        others.append(HallWriter.Edit(path: path, kind: .other, old: old, new: bytes, why: ""))
      }
      for (path, lines) in [KeptOutOfGit.ignored, KeptOutOfGit.attributes] {
        let old = try place.bytes(of: path)
        if let bytes = KeptOutOfGit.adding(lines, to: old) { plain(path, old, bytes) }
      }
      if let roster = founded.roster {
        guard try place.bytes(of: roster.path) == nil else {
          throw .changedMeanwhile(roster.path)
        }
        plain(roster.path, nil, roster.bytes)
      }
      if isDryRun {
        answer.output += dryRun(founded.hall, others.map(\.path), new.language)
        return nil
      }
      let made = try place.make([.agendas, .matters])
      _ = try HallWriter(made).write([edit], with: others, by: author, reason: reason)
      return made
    } catch {
      throw .writing(error)
    }
  }

  private static func dryRun(
    _ hall: Document, _ others: [String], _ language: Language
  ) -> String {
    let files = (["agendas/", "matters/"] + others).joined(in: language)
    let lines = hall.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let diff = lines.dropLast().map { "+" + $0.string + "\n" }.joined()
    return VisibleText.lines(
      "--- /dev/null\n+++ b/hall.md\n@@ -0,0 +1,\(lines.count - 1) @@\n" + diff)
      + Phrase(zh: "还会新建：\(files)\n", en: "also made: \(files)\n")[language]
  }

  private static func tell(
    _ founded: (hall: Document, roster: Document?), _ new: NewHall,
    _ folder: (shown: String, path: String), _ invocation: Invocation, _ answer: inout Answer
  ) {
    let language = new.language
    let count = Charter(document: founded.hall, privateRoster: founded.roster).roster.rows.count
    let place = founded.roster == nil ? "hall.md" : HallFolder.privateRosterPath
    answer.output +=
      VisibleText.line(
        Phrase(
          zh: "「\(new.name)」已经建好" + (count > 0 ? "；名册 \(count) 行，在 \(place)" : ""),
          en: "'\(new.name)' is made"
            + (count > 0 ? "; \(Language.counted(count, "row")) of its roster in \(place)" : ""))[
            language]) + "\n"
      + VisibleText.line(
        Phrase(zh: "在文件夹 \(folder.path)", en: "in the folder \(folder.path)")[language]) + "\n"
    let years = new.hasHolidays ? [new.year, new.year + 1] : []
    let missing = years.filter { PublicHolidays.of($0) == nil }
    for year in missing {
      answer.output +=
        Phrase(
          zh: "\(year) 年的放假安排还不知道，公布以后写进 hall.md 的「日历」\n",
          en: "the holidays of \(year) are not known yet; write them into hall.md under Calendar\n")[
          language]
    }
    guard invocation.context.isTerminal else { return }
    let isHere = folder.shown == "." || folder.shown == invocation.context.workingDirectory
    let calls = [
      isHere ? nil : "cd " + folder.shown,
      count > 0 ? nil : "hall init --roster " + Phrase(zh: "名册.csv", en: "roster.csv")[language],
      "hall matter add " + Phrase(zh: "问题", en: "TITLE")[language],
      "hall new " + Phrase(zh: "会议名称", en: "TITLE")[language] + " --on "
        + Phrase(zh: "日期", en: "DATE")[language],
    ]
    answer.output += invocation.following(calls.compactMap(\.self), language)
  }
}
