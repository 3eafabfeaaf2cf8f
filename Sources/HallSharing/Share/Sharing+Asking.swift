import HallHistory
import HallMerge
import HallModel
import HallSyntax
import HallWords

/// Questions before anything is merged.
extension Sharing {
  /// Asks why approved minutes are amended by a later edit of the other side.
  func reason(for revision: Revision, of name: String) throws(Refusal) -> String {
    if let given = TypedText.words(session.reason) { return given }
    let stop = Refusal.refused(
      Phrase(
        zh: "\(name) 已经确认，\(revision.by)同时写的「\(revision.why)」是对它的修正，要有理由。没有合并，一切照旧",
        en: "\(name) is approved, and '\(revision.why)' by \(revision.by) amends it, which needs a"
          + " reason; nothing was merged"),
      hint: Phrase(zh: "写上理由再交：hall 分享 -m 理由", en: "give it: hall share -m WHY"))
    guard canAsk else { throw stop }
    let question = Phrase(
      zh: "\(name) 已经确认，\(revision.by)同时写的「\(revision.why)」要记为确认后的修正。\n"
        + "理由（直接回车先不合并）：",
      en: "\(name) is approved; '\(revision.why)' by \(revision.by) will be an amendment.\n"
        + "Why (Enter stops): ")
    guard let why = try words(question, leaving: .leavingStops) else { throw stop }
    return why
  }

  /// Asks which side of a contradiction to keep.
  ///
  /// - Parameter again: the call to make once the person knows.
  func ask(
    _ conflict: MergeConflict, _ name: String, _ words: ConflictText, oursIsFirst: Bool,
    again: Phrase = .shareAgain
  ) throws(Refusal) -> MergeChoice {
    enum Reply { case ours, theirs, both, stop }
    func question(_ language: Language) -> String {
      "\(name) " + words.line(conflict, oursIsFirst: oursIsFirst, language)
        + language.say("。以哪个为准？", ". Whose version shall be kept?")
    }
    var choices: [(Reply, Phrase)] = [
      (.ours, words.choice(conflict, isOurs: true, oursIsFirst: oursIsFirst)),
      (.theirs, words.choice(conflict, isOurs: false, oursIsFirst: oursIsFirst)),
    ]
    if conflict.kind == .text { choices.append((.both, Phrase(zh: "两段都留下", en: "keep both"))) }
    choices.append((.stop, Phrase(zh: "先不合并，问清楚再说", en: "stop; ask somebody first")))
    let menu = Choice(Phrase(zh: question(.zh), en: question(.en)), choices)
    switch try menu.ask(self) {
    case .ours: return oursIsFirst ? .first : .second
    case .theirs: return oursIsFirst ? .second : .first
    case .both: return .both
    case .stop, nil: throw Refusal.mergeStopped(again: again)
    }
  }
}
