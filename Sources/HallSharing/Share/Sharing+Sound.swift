import HallGit
import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// Reasons to refuse what others have shared, before anything is merged.
extension Sharing {
  /// Refuses commits of others that are damaged: they would damage the hall here.
  func requireSound(_ versions: HallVersions) throws(Refusal) {
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
            zh: "请最后交的人把它修好再交：hall 记下 --接好",
            en: "the person who shared last repairs it and shares again: 'hall record --join'"))
      }
    }
  }

  /// Refuses to push what others have removed as if it were new: the shared branch was set back.
  func requireNotTakenBack(_ theirs: String, known: String?) throws(Refusal) {
    guard let known, known != theirs, !repository.isAncestor(known, of: theirs) else { return }
    let count = repository.commits(from: theirs, to: known) ?? 1
    try askToShareAgain(
      Phrase(
        zh: "大家共用的地方被人退回到从前，原来在那里的 \(count) 次改动不见了。您这里都还有",
        en:
          "the shared branch was set back: \(count) commits that were there are gone. You have them"
      ))
  }

  /// Asks before filling a shared place that had commits and is empty now: it was created anew, or
  /// it is a different one.
  func requireNotEmptied(_ place: SharedPlace, known: String?) throws(Refusal) {
    guard place.commit == nil, let known, let head = repository.commit("HEAD"),
      repository.isAncestor(known, of: head)
    else { return }
    let count = repository.commits(from: nil, to: known) ?? 1
    try askToShareAgain(
      Phrase(
        zh: "大家共用的地方（\(place.remote)）空了，上一次在那里的 \(count) 次改动都不见了。您这里都还有",
        en:
          "'\(place.remote)' is empty: the \(count) commits that were there are gone. You have them"
      ))
  }

  /// Asks whether to share again what others have removed.
  private func askToShareAgain(_ lead: Phrase) throws(Refusal) {
    guard !isAnyway else { return }
    enum Reply { case again, stop }
    if canAsk {
      let menu = Choice(
        Phrase(zh: lead.zh + "。怎么办？", en: lead.en + ". What shall be done?"),
        [
          (Reply.again, Phrase(zh: "把这里的再交上去", en: "share what is here again")),
          (.stop, Phrase(zh: "先不交，问清楚再说", en: "share nothing; ask somebody first")),
        ])
      if try menu.ask(self) == .again { return }
    }
    throw .refused(
      Phrase(zh: lead.zh + "。没有交，一切照旧", en: lead.en + "; nothing was shared"),
      hint: Phrase(
        zh: "先问清楚是谁动的；要把这里的再交上去：hall 分享 --照样",
        en: "ask who did it; to share what is here again: 'hall share --anyway'"))
  }

  /// The commits there and here have nothing in common.
  ///
  /// - Parameter known: the commit that was seen there last.
  func unrelated(_ known: String?) -> Refusal {
    guard let known else {
      return .refused(
        Phrase(
          zh: "这里和大家共用的地方不是同一个议事厅的记录，没有共同的来历。没有取回，也没有交，一切照旧",
          en:
            "this hall and the shared one have no history in common; nothing was taken in or shared"
        ),
        hint: Phrase(
          zh: "多半是地址写错了，用 git remote -v 看一看；要用大家的那份，另取到一个新文件夹（git clone），这里的先留着",
          en: "the address may be wrong: see 'git remote -v'; to have theirs, clone it into another"
            + " folder, and keep this one"))
    }
    let count = repository.commits(from: nil, to: known) ?? 1
    return .refused(
      Phrase(
        zh: "大家共用的地方换成了另一份记录：上一次在那里的 \(count) 次改动都不见了，和这里没有共同的来历。"
          + "没有取回，也没有交，您这里的都在",
        en:
          "the shared place holds another record: the \(count) commits that were there are gone, and"
          + " it has no history in common with this one; nothing was taken in or shared, and all that"
          + " was recorded is here"),
      hint: Phrase(
        zh: "请管共用地方的人看看是不是换错了。在他改好以前不要把两份合在一起，这个文件夹不要删",
        en:
          "ask the administrator of the shared place whether that is a mistake; until it is"
          + " corrected, do not put the two together, and keep this folder"))
  }
}
