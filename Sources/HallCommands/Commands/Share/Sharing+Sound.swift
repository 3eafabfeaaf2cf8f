import HallHistory
import HallModel
import HallStore
import HallSyntax

/// What is refused of what others have shared, before anything is taken in.
extension Sharing {
  /// Refuses what others have shared where it is damaged: it would damage the hall here.
  func requireSound(_ versions: HallVersions) throws(CommandError) {
    if let theirs = versions.documents["hall"]?.theirs {
      let charter = Charter(document: Document(path: theirs.path, kind: .hall, bytes: theirs.bytes))
      guard !charter.isOfNewerFormat else { throw .newerFormat(charter.format) }
    }
    for (name, file) in versions.histories.sorted(by: { $0.key < $1.key }) {
      guard let bytes = file.theirs?.bytes, file.theirs?.bytes != file.base?.bytes,
        let place = HistoryPlace(named: name)
      else { continue }
      do throws(Ledger.Fault) { _ = try Ledger(bytes, of: place.documentPath).verify() } catch {
        throw .refused(
          Phrase(
            zh: "大家共用的地方，\(name) 的历史第 \(error.revision) 版\(error.reason.phrase.zh)，没有取回",
            en: "the shared history of \(name), revision \(error.revision):"
              + " \(error.reason.phrase.en); nothing was taken in"),
          hint: Phrase(
            zh: "请最后交的人把它修好再交：hall record --join",
            en: "whoever shared last mends it and shares again: 'hall record --join'"))
      }
    }
  }

  /// Refuses to give what others have taken back as if it were new: the shared branch was set back.
  func requireNotTakenBack(_ theirs: String, known: String?) throws(CommandError) {
    guard let known, known != theirs, !repository.isAncestor(known, of: theirs) else { return }
    let count = repository.commits(from: theirs, to: known) ?? 1
    guard !invocation.call.has(ShareCommand.anyway) else { return }
    enum Reply { case again, stop }
    let lead = Phrase(
      zh: "大家共用的地方被人退回到从前，原来在那里的 \(count) 次提交不见了。你这里都还有",
      en: "the shared branch was set back: \(count) commits that were there are gone. You have them"
    )
    if invocation.canAsk {
      let menu = Menu(
        Phrase(zh: lead.zh + "。怎么办？", en: lead.en + ". What shall be done?"),
        [
          (Reply.again, Phrase(zh: "把这里的再交上去", en: "share what is here again")),
          (.stop, Phrase(zh: "先不交，问清楚再说", en: "share nothing, and ask first")),
        ], hasDefault: false)
      if menu.ask(invocation.context.console, language) == .again { return }
    }
    throw .refused(
      Phrase(zh: lead.zh + "。没有交，一切照旧", en: lead.en + "; nothing was shared"),
      hint: Phrase(
        zh: "问清楚是谁退回的；要把这里的再交上去：hall share --anyway",
        en: "ask who did it; to share what is here again: 'hall share --anyway'"))
  }
}
