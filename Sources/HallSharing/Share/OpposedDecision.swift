import HallGit
import HallHistory
import HallMerge
import HallModel
import HallStore
import HallSyntax
import HallWords

/// A change made without the program that one side has accepted and the other has reversed: the
/// person who merges is asked, since git sees a change on one side only.
struct OpposedDecision {
  /// The common version according to the histories: a merge with this base keeps the change.
  let told: HallVersions.Version
  /// The common version as committed: a merge with this base reverses the change.
  let before: HallVersions.Version
  /// The reason given for it; nil if there is not exactly one.
  private let reason: String?
  /// The document without the change, and with it.
  private let texts: (goes: [UInt8], stands: [UInt8])

  /// - Parameter name: the document.
  init?(_ name: String, _ versions: HallVersions, _ repository: Repository) {
    guard let file = versions.documents[name], let before = file.committed, let ours = file.ours,
      let theirs = file.theirs, ours.bytes != theirs.bytes, let place = HistoryPlace(named: name),
      let history = versions.histories[name]
    else { return nil }
    func ledger(_ version: HallVersions.Version?) -> Ledger {
      Ledger(version?.bytes ?? [], of: place.documentPath)
    }
    let (one, two) = (ledger(history.ours), ledger(history.theirs))
    let common = LedgerJoin.common(one, two)
    guard common > 0, let told = try? one.text(after: common), told != before.bytes,
      // A side without a new revision has decided nothing.
      (try? one.verify()) == ours.bytes, (try? two.verify()) == theirs.bytes,
      OpposedDecision.isUnsaid(
        before, ledger(history.committed), one.revisions[common - 1],
        older: {
          versions.base.map { TakenAway(repository, since: [], in: $0).ledgers(at: place) } ?? []
        })
    else { return nil }
    func merged(_ base: [UInt8]) -> MergedFile {
      MergedFile(
        path: ours.path,
        MergedFile.Versions(
          base: base, ours: ours.bytes, theirs: theirs.bytes, isOursShared: true))
    }
    let (stands, goes) = (merged(told), merged(before.bytes))
    guard stands.isClean, goes.isClean, stands.bytes != goes.bytes else { return nil }
    (self.before, self.told) = (before, HallVersions.Version(path: before.path, bytes: told))
    texts = (goes.bytes, stands.bytes)
    let said = [one, two].flatMap { $0.revisions.dropFirst(common) }
    reason = said.count == 1 ? said.first?.why : nil
  }

  /// Whether the merge base contains something that its history does not lead to: it was edited, or
  /// its history was cut back.
  ///
  /// - Parameters:
  ///   - last: the last revision that both sides have.
  ///   - older: the histories that commits before it have removed something from; called only if
  ///     needed.
  private static func isUnsaid(
    _ document: HallVersions.Version, _ history: Ledger, _ last: Revision,
    older: () -> [Ledger]
  ) -> Bool {
    func has(_ ledger: Ledger) -> Bool { ledger.revisions.contains { $0.chain == last.chain } }
    guard (try? history.verify()) == document.bytes else { return true }
    // It never had the other side's revisions; what was cut off must have been there once.
    return !has(history) && older().contains(where: has)
  }

  /// The subject, in one line: `M-2025-001 没有经过议事厅的改动，一边认可了，理由「照纸票」，另一边改回了`.
  func line(_ name: String) -> Phrase {
    Phrase(
      zh: "\(name) 有一处改动没有经过议事厅，一边认可了" + (reason.map { "，理由「\($0)」" } ?? "") + "，另一边改回了",
      en: "the change of \(name) that was made outside the hall was accepted on one side"
        + (reason.map { ", '\($0)'," } ?? "") + " and put back on the other")
  }

  /// Asks whether to keep the change.
  func ask(_ name: String, _ sharing: Sharing) throws(Refusal) -> Bool {
    enum Reply { case stands, goes, stop }
    let line = line(name)
    let place = HistoryPlace(named: name)
    let facts = sharing.facts(
      from: texts.goes,
      to: Document(path: told.path, kind: place?.kind ?? .other, bytes: texts.stands))
    let menu = Choice(
      Phrase(zh: "\(line.zh)：\n\(facts)算不算数？", en: "\(line.en):\n\(facts)Keep the change?"),
      [
        (Reply.stands, Phrase(zh: "算数，留下改动", en: "keep it")),
        (.goes, Phrase(zh: "不算数，改回去", en: "do not keep it, put the text back")),
        (.stop, Phrase(zh: "先不合并，问清楚再说", en: "stop; ask somebody first")),
      ])
    switch try menu.ask(sharing) {
    case .stands: return true
    case .goes: return false
    case .stop, nil: throw Refusal.mergeStopped()
    }
  }

  /// What was decided, for the history.
  static func decided(_ stands: Bool, _ language: Language) -> String {
    Phrase(
      zh: "合并时定：没有经过议事厅的改动\(stands ? "算数" : "不算数，改回")",
      en: "decided in the merge: what was changed outside the hall "
        + (stands ? "is kept" : "is put back"))[language]
  }
}
