import HallChecks
import HallModel
import HallStore
import HallSyntax
import HallWords

/// Approves the minutes of a meeting, which seals them.
package struct ApproveMinutes: Act {
  private let meeting: String

  package init(of meeting: String) { self.meeting = meeting }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let place = try change.meeting(self.meeting)
    let meeting = place.meeting
    let language = change.language
    guard meeting.status != .approved else {
      return change.unchanged(
        Phrase(zh: "\(place.id) 已经确认过了", en: "\(place.id) is approved already."))
    }
    guard meeting.status == .held else { throw ApproveMinutes.notHeld(place, language) }
    let problems = ApproveMinutes.problems(of: meeting, in: change)
    let errors = problems.filter { $0.severity == .error }
    guard errors.isEmpty else { throw ApproveMinutes.refusal(errors, place.id, in: change.loaded) }
    let figures = try FigureGaps(of: place, in: change)
    if let declined = try figures.complete(&change) { return change.declined(declined) }
    let warnings = problems.count { $0.severity == .warning && $0.id != UnrecordedEdit.id }
    // What the person has just agreed to is not listed as open again.
    var text = ApprovalText(
      change.current(meeting), place.id, warnings: warnings,
      takesIn: problems.contains { $0.id == UnrecordedEdit.id })
    if change.session.asks, !text.open.isEmpty {
      text.isOpenKnown = true
      let question = Question.consent(
        Phrase(
          zh: "正文封存以后再改要写理由。现在就确认吗？", en: "Once sealed, a change takes a reason. Approve it now?"),
        showing: text.open,
        orElse: Phrase(zh: "没有确认，什么也没有改", en: "Not approved; nothing was changed."))
      guard try change.session.agrees(to: question) else { return change.declined(question) }
    }
    change.takeInCharter()
    let word = Keyword.approved.word(change.written)
    let hints = TemplateHints(of: change.loaded.folder)
    let count = hints.nodes(in: change.current(meeting).document).count
    try change.edit(meeting.document, why: Phrase(zh: "确认会议记录", en: "minutes approved")) {
      editor throws(EditFault) in
      try editor.set(.status, word, of: meeting.node)
      for node in hints.nodes(in: editor.document).reversed() { try editor.removeText(node) }
    }
    let removed = Phrase(
      zh: "去掉了模板里给记录人的提示 \(count) 处",
      en: "\(count) of the template's hints for the clerk \(count == 1 ? "is" : "are") taken out")
    return try change.finish(
      did: Phrase(
        zh: "\(place.id) 已确认：\(meeting.title)", en: "\(place.id) approved: \(meeting.title)"),
      details: text.lines(language) + (count == 0 ? [] : ["  " + removed[language]]),
      next: ApproveMinutes.unsigned(meeting, change).map { "hall sign-off \(place.id) \($0)" }
        + [
          "hall print \(place.id)", "hall publish " + language.say("网页", "DIR"),
          "hall show \(place.id)",
        ])
  }

  private static func notHeld(_ place: MeetingPlace, _ language: Language) -> Refusal {
    let status = place.meeting.status?.word(language) ?? place.meeting.text(.status) ?? ""
    return .refused(
      Phrase(
        zh: status.isEmpty ? "「\(place.id)」没有写状态，不能确认" : "「\(place.id)」还是「\(status)」，没有开过，不能确认",
        en: status.isEmpty
          ? "'\(place.id)' has no status" : "'\(place.id)' is '\(status)' and was not held"),
      hint: Phrase(
        zh: "会开过了就先记谁到会：hall 到会 \(place.id) 姓名",
        en: "if it was held, note who came: hall attend \(place.id) NAME"))
  }

  /// The present problems of the minutes and their history.
  private static func problems(of meeting: Meeting, in change: Change) -> [Problem] {
    let (findings, _) = change.loaded.folder.historyFindings(
      of: change.hall, unread: change.loaded.failures.map(\.path),
      reckoning: change.session.world.reckoning)
    var paths: Set<String> = [meeting.document.path]
    if let history = HistoryPlace(of: meeting.document) { paths.insert(history.path) }
    return Checker.problems(in: change.hall, today: change.today, histories: findings, of: paths)
  }

  private static func refusal(
    _ errors: [Problem], _ id: String, in loaded: LoadedHall
  ) -> Refusal {
    let count = errors.count
    return Refusal(
      Phrase(
        zh: "「\(id)」还有 \(count) 个错误，不能确认",
        en: "'\(id)' has \(Language.counted(count, "error")) and is not approved"),
      hint: Phrase(zh: "改好以后再确认一次", en: "correct them, then approve it"),
      problems: ShownProblems(errors, in: loaded.shownDocuments, .above))
  }

  /// The voting parties that were present and have not signed, each with one of its people.
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

extension Change {
  /// Records `hall.md` as it is, if its history does not have this text: the votes are judged by what it
  /// said at the approval.
  fileprivate mutating func takeInCharter() {
    let document = charter.document
    guard let place = HistoryPlace(of: document), !document.bytes.isEmpty,
      draft(document.path) == nil, !loaded.folder.isRecorded(document, at: place)
    else { return }
    replace(
      document, by: document,
      why: written.say("确认会议记录时的 hall.md", "hall.md as it was when minutes were approved"))
  }
}
