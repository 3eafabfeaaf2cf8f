import HallGit
import HallHistory
import HallMerge
import HallModel
import HallStore
import HallSyntax
import HallWords

/// The messages about a merge that was settled, and why one was not.
extension SettledMerge {
  /// What was decided, for the history: `合并时定：议题1 表决「更换主管」以甲为准`.
  static func decided(
    _ choices: [(conflict: MergeConflict, choice: MergeChoice)], _ merged: MergedFile?,
    _ words: ConflictText, _ language: Language
  ) -> String? {
    guard let merged, !choices.isEmpty else { return nil }
    let all = choices.map { entry -> String in
      let place = words.place(entry.conflict, language)
      let name = (entry.choice == .first) == merged.oursIsFirst ? words.ours : words.theirs
      return entry.choice == .both
        ? Phrase(zh: "\(place)两段都留下", en: "\(place): both kept")[language]
        : Phrase(zh: "\(place)以\(name)为准", en: "\(place): \(name)'s version kept")[language]
    }
    return Phrase(
      zh: "合并时定：" + all.joined(separator: "，"),
      en: "decided in the merge: " + all.joined(separator: ", "))[language]
  }

  /// The last author on each side.
  static func names(
    _ name: String, _ history: HallVersions.File?, _ language: Language
  ) -> ConflictText {
    func last(_ version: HallVersions.Version?) -> String? {
      guard let version, let place = HistoryPlace(named: name),
        let by = Ledger(version.bytes, of: place.documentPath).revisions.last?.by
      else { return nil }
      return by
    }
    let (ours, theirs) = (last(history?.ours), last(history?.theirs))
    guard let ours, let theirs, ours != theirs else {
      return ConflictText(
        ours: Phrase(zh: "这边", en: "you")[language], theirs: Phrase(zh: "那边", en: "they")[language])
    }
    return ConflictText(ours: ours, theirs: theirs)
  }

  static func gone(_ name: String, isOurs: Bool) -> Refusal {
    .refused(
      isOurs
        ? Phrase(
          zh: "\(name) 在这里被删掉了，别人却还在改。没有合并，一切照旧",
          en: "\(name) was deleted here and changed by others; nothing was merged")
        : Phrase(
          zh: "\(name) 被别人删掉了，这里却还在改。没有合并，一切照旧",
          en: "\(name) was deleted by others and changed here; nothing was merged"),
      hint: Phrase(
        zh: "不开的会用「hall 取消」，不要删文件；先把文件找回来：hall 恢复 \(name) 版本号",
        en: "cancel a meeting, never delete it; bring the file back: 'hall restore \(name) N'"))
  }

  static func open(_ lines: [String]) -> Refusal {
    func list(_ zh: Bool) -> String {
      lines.prefix(20).map { "  " + $0 }.joined(separator: "\n") + (lines.count > 20 ? "\n  …" : "")
    }
    return .refused(
      Phrase(
        zh: "有 \(lines.count) 处两边记得不一样，要由人来定；没有合并，一切照旧：\n" + list(true),
        en:
          "the sides contradict each other in \(Language.counted(lines.count, "place")); nothing was merged:\n"
          + list(false)),
      hint: Phrase(
        zh: "在终端里运行 hall 分享，会一条一条问", en: "run 'hall share' in a terminal: it asks one by one"))
  }

  /// Reports what was decided, and what was renumbered.
  func tell(_ sharing: Sharing, _ answer: inout Answer) {
    for part in parts {
      for entry in part.choices where part.decided != nil {
        guard let words = names[part.name], let merged = part.merged else { continue }
        let isOurs = (entry.choice == .first) == merged.oursIsFirst
        let name = isOurs ? words.ours : words.theirs
        let place = words.place(entry.conflict, sharing.language)
        sharing.tell(
          "\(part.name) \(place)：" + (entry.choice == .both ? "两段都留下" : "以\(name)为准"),
          "\(part.name) \(place): "
            + (entry.choice == .both ? "both kept" : "\(name)'s version kept"),
          &answer)
      }
      tellAmendments(part, sharing, &answer)
      for number in part.merged?.renumbered ?? [] {
        sharing.tell(
          "编号重了：「\(number.title)」改为 \(number.identifier(number.to))，\(number.identifier(number.from)) 是另一项",
          "number given twice: '\(number.title)' is now"
            + " \(number.identifier(number.to))", &answer)
      }
    }
  }

  /// Reports later edits in minutes that the other side has approved.
  private func tellAmendments(_ part: Part, _ sharing: Sharing, _ answer: inout Answer) {
    guard let joined = part.joined else { return }
    for revision in SettledMerge.amendments(part.history, joined, part.name) {
      sharing.tell(
        "\(part.name) 已经确认，\(revision.by)的改动记为确认后的修正：\(revision.why)",
        "\(part.name) is approved: what \(revision.by) did is an amendment: \(revision.why)",
        &answer)
    }
  }
}
