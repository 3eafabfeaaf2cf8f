import HallGit
import HallHistory
import HallMerge
import HallModel
import HallStore
import HallSyntax
import HallWords

/// The result for the hall's own files that both sides have changed: computed, with questions where
/// the sides contradict each other, before anything is written.
struct SettledMerge {
  /// One document, with its history.
  struct Part {
    let name: String
    let document: HallVersions.File
    let merged: MergedFile?
    let history: HallVersions.File?
    let joined: MergedFile?
    let choices: [(conflict: MergeConflict, choice: MergeChoice)]
    /// What was decided, in words.
    let decided: String?

    /// The path of the document: if one side has renamed the file, the new name.
    var path: String? {
      guard let ours = document.ours?.path, let theirs = document.theirs?.path else { return nil }
      return document.base?.path == ours ? theirs : ours
    }
  }

  let parts: [Part]
  /// The names for ours and theirs in messages.
  private(set) var names: [String: ConflictText] = [:]

  /// Every path that the hall settles itself, not git.
  var paths: [String] {
    let files = parts.flatMap { [$0.document, $0.history] }.compactMap { $0 }
    return Set(files.flatMap { [$0.base, $0.ours, $0.theirs] }.compactMap { $0?.path }).sorted()
  }

  /// The decisions so far, by document.
  typealias Answers = [String: [(conflict: MergeConflict, choice: MergeChoice)]]

  /// - Parameters:
  ///   - clashing: documents that are renumbered first, and after that are changed on one side
  ///     only.
  ///   - answers: the decisions so far.
  init(
    _ versions: HallVersions, _ sharing: Sharing, clashing: Set<String> = [],
    answers: Answers = [:]
  ) throws(Refusal) {
    var parts: [Part] = []
    var names: [String: ConflictText] = [:]
    var stops: [String] = []
    // Also merged if git does not see a change on both sides: a history was repaired, or git knows
    // no common version.
    let uneven = versions.mended.union(versions.begunAlike)
    let opposed = SettledMerge.opposed(versions, sharing.repository)
    let both = Set(versions.documents.filter(\.value.isChangedTwice).keys)
      .union(versions.histories.filter(\.value.isChangedTwice).keys).subtracting(clashing)
      .union(uneven).union(opposed.keys)
    for name in both.sorted() {
      var document = versions.documents[name] ?? HallVersions.File()
      let history = versions.histories[name]
      if document.base != nil, document.ours == nil || document.theirs == nil {
        throw SettledMerge.gone(name, isOurs: document.ours == nil)
      }
      let words = SettledMerge.names(name, history, sharing.language)
      names[name] = words
      var choices = answers[name] ?? []
      var merged: MergedFile?
      let isUneven = uneven.contains(name) || opposed[name] != nil
      var isKept: Bool?
      if let opposed = opposed[name] {
        if sharing.canAsk {
          let isAccepted = try opposed.ask(name, sharing)
          document.base = isAccepted ? opposed.told : opposed.before
          isKept = isAccepted
        } else {
          stops.append(opposed.line(name)[sharing.language])
        }
      }
      let isOursShared = SettledMerge.isOursShared(document, sharing.repository)
      if document.isChangedTwice || isUneven,
        let first = SettledMerge.merged(document, isOursShared, { _ in nil })
      {
        let standing = SettledMerge.standing(name, versions, first)
        for conflict in first.open where !choices.contains(where: { $0.conflict == conflict }) {
          if let standing {
            choices.append((conflict, standing))
            continue
          }
          guard sharing.canAsk else {
            stops.append(
              "\(name) " + words.line(conflict, oursIsFirst: first.oursIsFirst, sharing.language))
            continue
          }
          choices.append(
            (conflict, try sharing.ask(conflict, name, words, oursIsFirst: first.oursIsFirst)))
        }
        let known = choices
        merged = SettledMerge.merged(document, isOursShared) { conflict in
          known.first { $0.conflict == conflict }?.choice
        }
        // A contradiction that only a choice has raised has not been asked about yet.
        if stops.isEmpty, let rest = merged?.open.first {
          stops.append(
            "\(name) " + words.line(rest, oursIsFirst: first.oursIsFirst, sharing.language))
        }
      }
      let decided =
        versions.isWaiting(name)
        ? nil
        : SettledMerge.decided(choices, merged, words, sharing.charter.language)
          ?? isKept.map { OpposedDecision.decided($0, sharing.charter.language) }
      let joined = try history.flatMap { file throws(Refusal) in
        (file.isChangedTwice || isUneven) && stops.isEmpty
          ? try SettledMerge.joined(file, name, decided, isOursShared, sharing) : nil
      }
      parts.append(
        Part(
          name: name, document: document, merged: merged, history: history, joined: joined,
          choices: choices, decided: decided))
    }
    guard stops.isEmpty else { throw SettledMerge.open(stops) }
    (self.parts, self.names) = (parts, names)
  }

  /// The changes made without the program on which the sides have decided differently.
  private static func opposed(
    _ versions: HallVersions, _ repository: Repository
  ) -> [String: OpposedDecision] {
    var opposed: [String: OpposedDecision] = [:]
    for name in versions.documents.keys where !versions.isWaiting(name) {
      opposed[name] = OpposedDecision(name, versions, repository)
    }
    return opposed
  }

  /// The side that is kept if approved text was changed without the program on one of them: that
  /// side, until the person who approved the text decides. Nobody else is asked.
  private static func standing(
    _ name: String, _ versions: HallVersions, _ merged: MergedFile
  ) -> MergeChoice? {
    guard versions.isWaiting(name) else { return nil }
    let isTheirs = versions.waiting.contains { $0.name == name }
    return isTheirs == merged.oursIsFirst ? .second : .first
  }

  /// The decisions, so that nobody is asked twice.
  var answers: Answers {
    Dictionary(parts.map { ($0.name, $0.choices) }) { first, _ in first }
  }

  /// The joined history; if it amends approved minutes, a person has to give the reason.
  private static func joined(
    _ file: HallVersions.File, _ name: String, _ decided: String?, _ isOursShared: Bool,
    _ sharing: Sharing
  ) throws(Refusal) -> MergedFile? {
    let notes = LedgerJoin.Notes(decided: decided)
    guard let plain = merged(file, isOursShared, notes: notes, { _ in nil }) else { return nil }
    if let fault = plain.fault { throw .damagedHistory(name, fault) }
    // A revision that was an amendment from the start has its reason.
    let second = plain.oursIsFirst ? file.theirs : file.ours
    let own = Set(
      Ledger(second?.bytes ?? [], of: HistoryPlace(named: name)?.documentPath ?? "").revisions
        .filter { $0.kind == .amendment }.map(\.chain))
    let amendments = SettledMerge.amendments(file, plain, name).filter { revision in
      revision.formerPlaces.first?.first.map { !own.contains($0) } ?? true
    }
    guard let first = amendments.first else { return plain }
    let why = try sharing.reason(for: first, of: name)
    return merged(
      file, isOursShared, notes: LedgerJoin.Notes(decided: decided, amending: why), { _ in nil })
  }

  /// The revisions of a joined history that amend what the other side has approved.
  static func amendments(
    _ file: HallVersions.File?, _ joined: MergedFile, _ name: String
  ) -> [Revision] {
    guard let place = HistoryPlace(named: name) else { return [] }
    let first = joined.oursIsFirst ? file?.ours : file?.theirs
    let before = Ledger(first?.bytes ?? [], of: place.documentPath).revisions.count
    return Ledger(joined.bytes, of: place.documentPath).revisions.dropFirst(before)
      .filter { $0.kind == .amendment }
  }

  private static func merged(
    _ file: HallVersions.File, _ isOursShared: Bool,
    notes: LedgerJoin.Notes = LedgerJoin.Notes(),
    _ choose: @escaping (MergeConflict) -> MergeChoice?
  ) -> MergedFile? {
    guard let ours = file.ours, let theirs = file.theirs else { return nil }
    return MergedFile(
      path: ours.path,
      MergedFile.Versions(
        base: file.base?.bytes ?? [], ours: ours.bytes, theirs: theirs.bytes,
        isOursShared: isOursShared),
      notes: notes, choosing: choose)
  }

  /// Whether ours keep their numbers: others have theirs already, unless a remote's default branch
  /// has ours.
  private static func isOursShared(_ file: HallVersions.File, _ repository: Repository) -> Bool {
    guard file.isChangedTwice, let ours = file.ours, let theirs = file.theirs else { return false }
    return SharedNumbers(repository: repository).isOurs(
      ours.path, base: file.base?.bytes ?? [], ours: ours.bytes, theirs: theirs.bytes) ?? false
  }
}
