import HallChecks
import HallModel
import HallStore
import HallSyntax
import HallWords

/// `hall approve`: seals the minutes of a meeting.
enum ApproveCommand: Command {
  static let spec = CommandSpec(
    "approve", aliases: ["确认"],
    summary: Phrase(zh: "确认会议记录，封存正文", en: "approve the minutes, which seals them"),
    arguments: [ArgumentSpec(Phrase(zh: "会议", en: "ID"))],
    options: [.asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "会议没有开，或记录里还有错误，就不能确认；还有没议完的，在终端上会先问。确认以后，任务进展、公示、异议和签字照样能记；\n"
        + "改别的要用「hall amend」并写理由。已经确认的再确认一次，什么也不改。",
      en:
        "Minutes of a meeting that was not held, or with errors in them, are not approved; on a terminal"
        + " you are asked first where something was left open. What goes"
        + " on afterwards can still be noted: tasks, postings, objections, signatures.\nAnything else"
        + " takes 'hall amend' and a reason. Approving approved minutes changes nothing."),
    examples: ["hall approve M-2025-008"])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    var change = try Change(invocation, &answer)
    let place = try change.meeting(invocation.arguments[0])
    let meeting = place.meeting
    let language = change.language
    guard meeting.status != .approved else {
      answer.output +=
        Phrase(
          zh: "\(place.id) 已经确认过了\n", en: "\(place.id) is approved already.\n")[language]
      return answer
    }
    guard meeting.status == .held else {
      let status = meeting.status?.word(language) ?? meeting.text(.status) ?? ""
      throw .refused(
        Phrase(
          zh: status.isEmpty ? "「\(place.id)」没有写状态，不能确认" : "「\(place.id)」还是「\(status)」，没有开过，不能确认",
          en: status.isEmpty
            ? "'\(place.id)' has no status" : "'\(place.id)' is '\(status)' and was not held"),
        hint: Phrase(
          zh: "会开过了就先记谁到会：hall attend \(place.id) 姓名",
          en: "if it was held, note who came: hall attend \(place.id) NAME"))
    }
    let problems = problems(of: meeting, in: change)
    let errors = problems.filter { $0.severity == .error }
    guard errors.isEmpty else {
      let renderer = change.loaded.renderer(language, invocation.context)
      answer.errors += errors.map { renderer.text($0) }.joined()
      answer.errors += refusal(errors.count, place.id).text(language)
      answer.raise(to: 2)
      return answer
    }
    let figures = try FigureGaps(of: place, in: change)
    guard try figures.complete(&change, &answer) else { return answer }
    let warnings = problems.count { $0.severity == .warning && $0.id != UnrecordedEdit.id }
    // With what was just agreed to, nothing of it is left open.
    var text = ApprovalText(
      change.current(meeting), place.id, warnings: warnings,
      takesIn: problems.contains { $0.id == UnrecordedEdit.id })
    if invocation.canAsk, !text.open.isEmpty {
      text.isOpenKnown = true
      let question = Phrase(
        zh: "正文封存以后再改要写理由。现在就确认吗？", en: "Once sealed, a change takes a reason. Approve it now?")
      let refused = Phrase(zh: "没有确认，什么也没有改", en: "Not approved; nothing was changed.")
      guard
        invocation.goesOn(
          question, showing: text.open.map { $0[language] }, orElse: refused, language, &answer)
      else { return answer }
    }
    let word = Keyword.approved.word(change.written)
    try change.edit(meeting.document, why: Phrase(zh: "确认会议记录", en: "minutes approved")) {
      editor throws(EditFault) in try editor.set(.status, word, of: meeting.node)
    }
    try change.record(
      &answer,
      did: Phrase(
        zh: "\(place.id) 已确认：\(meeting.title)", en: "\(place.id) approved: \(meeting.title)"),
      details: text.lines(language),
      next: unsigned(meeting, change).map { "hall sign-off \(place.id) \($0)" }
        + ["hall show \(place.id)"])
    return answer
  }

  /// What is wrong with the minutes and their history as they stand.
  private static func problems(of meeting: Meeting, in change: Change) -> [Problem] {
    let (findings, _) = change.loaded.folder.historyFindings(
      of: change.hall, unread: change.loaded.failures.map(\.path),
      reckoning: change.invocation.context.reckoning)
    var paths: Set<String> = [meeting.document.path]
    if let history = HistoryPlace(of: meeting.document) { paths.insert(history.path) }
    return Checker.problems(in: change.hall, today: change.today, histories: findings, of: paths)
  }

  private static func refusal(_ errors: Int, _ id: String) -> Refusal {
    .refused(
      Phrase(
        zh: "「\(id)」还有 \(errors) 个错误，不能确认",
        en: "'\(id)' has \(errors) error\(errors == 1 ? "" : "s") and is not approved"),
      hint: Phrase(zh: "改好以后再确认一次", en: "mend them and approve it then"))
  }

  /// The voting parties that were there and have not signed, with somebody of theirs.
  private static func unsigned(_ meeting: Meeting, _ change: Change) -> [String] {
    let signed = Set(meeting.signOffs.map(\.party))
    let lines = meeting.attendance?.partyLines ?? []
    return lines.filter { meeting.parties.votes($0.party) && !signed.contains($0.party) }
      .map { line in
        let name = line.names.first.map { FullWidth.name($0.name) }
        return line.party + " " + (name ?? (change.written == .zh ? "姓名" : "NAME"))
      }
  }
}
