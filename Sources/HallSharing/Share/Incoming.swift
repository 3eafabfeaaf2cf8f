import HallGit
import HallHistory
import HallMerge
import HallModel
import HallStore
import HallSyntax
import HallWords

/// The commits of others, compared with the earlier state: histories only grow, and any loss is
/// reported before anything is merged.
struct Incoming {
  /// A history that has lost something, or cannot be read any more.
  struct Loss {
    let place: HistoryPlace
    /// The histories that contain what is lost: if a merge has dropped a side, the history of each
    /// side.
    let befores: [Ledger]
    /// The longest of them.
    var before: Ledger { befores.first ?? now }
    /// As received; empty if it is gone, or nothing in it can be relied on.
    let now: Ledger
    let lost: [Revision]
    let fault: Ledger.Fault?
    /// Whether the document itself is gone.
    let isGone: Bool
    /// The present path of a document that seems gone, if it was renamed.
    var renamed: String?
    /// Who removed it; nil if no commit says.
    let commit: CommitFacts?

    /// Whether a text changes what was approved according to the history.
    func amends(_ text: [UInt8]) -> Bool {
      befores.contains { before in
        let last = try? before.text(after: before.revisions.count)
        return Seal.kind(of: place.kind, path: place.documentPath, from: last ?? [], to: text)
          == .amendment
      }
    }
  }

  /// A document that was shared with an unfinished merge in it.
  struct Unfinished {
    let name: String
    let path: String
    /// The text according to its history; nil if no history has one.
    let told: [UInt8]?
    let history: HallVersions.Version?
    /// Who committed it; nil if no commit says.
    let commit: CommitFacts?
  }

  private(set) var losses: [Loss] = []
  /// The documents with an unfinished merge in them that had none before.
  let unfinished: [Unfinished]
  /// The signatures that were valid, and are gone or changed.
  let signatures: [LostSignature]
  /// The number of earlier commits that are gone: the branch was replaced by force.
  let removedCommits: Int
  let theirs: String
  /// The commit that was seen there before; nil if it is unknown.
  let known: String?

  /// - Parameters:
  ///   - base: the merge base of both sides.
  ///   - known: the commit that was seen there last.
  init(_ repository: Repository, base: String, known: String?, theirs: String) {
    self.theirs = theirs
    self.known = known
    let isForced = known.map { !repository.isAncestor($0, of: theirs) } ?? false
    removedCommits = isForced ? repository.commits(from: theirs, to: known ?? base) ?? 1 : 0
    let now = repository.files(in: theirs)
    let last = known ?? base
    let then = Dictionary(
      uniqueKeysWithValues: Set([base, last]).map { ($0, repository.files(in: $0)) })
    var found = Incoming.losses(repository, now, then, in: theirs)
    for (place, ledger) in Incoming.withoutDocument(repository, now, then[last] ?? [:])
    where !found.contains(where: { $0.place == place }) {
      found.append(
        Loss(
          place: place, befores: [ledger], now: ledger, lost: [], fault: nil, isGone: true,
          commit: repository.lastCommit(of: place.documentPath, in: "\(last)..\(theirs)")))
    }
    losses = Incoming.findingRenamed(
      found.sorted { $0.place.path < $1.place.path }, repository, "\(last)..\(theirs)")
    let broken = Set(losses.map(\.place.name))
    unfinished = Incoming.unfinished(repository, now, then[last] ?? [:], "\(last)..\(theirs)")
      .filter { !broken.contains($0.name) }
    signatures = LostSignature.all(
      repository, in: theirs, now,
      since: known == base ? [base] : [known, base].compactMap(\.self),
      broken: broken)
  }

  /// - Parameter range: the new commits, `A..B`.
  private static func unfinished(
    _ repository: Repository, _ now: [String: String], _ then: [String: String], _ range: String
  ) -> [Unfinished] {
    let paths = now.keys.filter { now[$0] != then[$0] && HallFiles.kind(of: $0) != nil }.sorted()
    let contents = repository.contents(of: paths.map { now[$0] ?? "" })
    return zip(paths, contents).compactMap { path, bytes in
      guard let bytes, let kind = HallFiles.kind(of: path) else { return nil }
      let document = Document(path: path, kind: kind, bytes: bytes)
      guard document.hasMergeMarkers, let place = HistoryPlace(of: document) else { return nil }
      let history = now[place.path].flatMap { repository.contents(of: [$0])[0] }
      return Unfinished(
        name: place.name, path: path,
        told: history.flatMap { try? Ledger($0, of: place.documentPath).verify() },
        history: history.map { HallVersions.Version(path: place.path, bytes: $0) },
        commit: repository.lastCommit(of: path, in: range))
    }
  }

  /// The histories that have lost something which an earlier commit had, or which the new commits
  /// have brought: a merge may drop a side that nobody here has ever seen.
  ///
  /// - Parameter then: the files of the earlier commits.
  private static func losses(
    _ repository: Repository, _ now: [String: String], _ then: [String: [String: String]],
    in theirs: String
  ) -> [Loss] {
    let since = then.keys.sorted()
    var versions = since.flatMap { commit in
      (then[commit] ?? [:]).sorted { $0.key < $1.key }.compactMap { path, object in
        HistoryPlace(historyPath: path).map {
          TakenAway.Version(place: $0, object: object, taker: nil)
        }
      }
    }
    // The versions that show who removed them come first.
    versions = TakenAway(repository, since: since, in: theirs).versions + versions
    versions.removeAll { now[$0.place.path] == $0.object }
    guard !versions.isEmpty else { return [] }
    // The new names of a renumbered document are new there.
    let asked = Set(versions.map(\.place.path))
    let others = now.keys.filter { path in
      path.hasPrefix("history/")
        && (asked.contains(path) || then.values.contains { $0[path] != now[path] })
    }.sorted()
    let ledgers = Incoming.ledgers(repository, others, now)
    let present = PresentHistories(ledgers.values.filter { (try? $0.ledger.verify()) != nil })
    var befores: [HistoryPlace: [(ledger: Ledger, lost: [Revision], taker: String?)]] = [:]
    for (version, bytes) in zip(versions, repository.contents(of: versions.map(\.object))) {
      guard let bytes else { continue }
      let ledger = Ledger(bytes, of: version.place.documentPath)
      let known = Set(befores[version.place, default: []].flatMap(\.lost).map(\.chain))
      let lost = present.lost(of: ledger, at: version.place).filter { !known.contains($0.chain) }
      // A damaged version proves nothing.
      guard !lost.isEmpty, (try? ledger.verify()) != nil else { continue }
      befores[version.place, default: []].append((ledger, lost, version.taker))
    }
    return befores.map { place, befores in
      let sent = ledgers[place.path]?.ledger
      var fault: Ledger.Fault?
      do throws(Ledger.Fault) { _ = try sent?.verify() } catch { fault = error }
      let taker = befores.lazy.compactMap(\.taker).first.flatMap(repository.facts(of:))
      return Loss(
        place: place,
        befores: befores.map(\.ledger).sorted { $0.revisions.count > $1.revisions.count },
        now: (fault == nil ? sent : nil) ?? Ledger([], of: place.documentPath),
        lost: fault == nil ? befores.flatMap(\.lost).sorted { $0.number < $1.number } : [],
        fault: fault, isGone: now[place.documentPath] == nil,
        commit: taker
          ?? since.lazy.compactMap {
            repository.lastCommit(of: place.path, in: "\($0)..\(theirs)")
          }.first)
    }
  }

  /// Whether nothing is lost.
  var isWhole: Bool { losses.isEmpty && signatures.isEmpty && unfinished.isEmpty }

  /// The documents deleted since a commit whose histories still exist.
  private static func withoutDocument(
    _ repository: Repository, _ now: [String: String], _ then: [String: String]
  ) -> [(HistoryPlace, Ledger)] {
    let gone = then.keys.filter { now[$0] == nil && HallFiles.kind(of: $0) != nil }.sorted()
    return gone.compactMap { path in
      // A file may have a different name that begins with the same identifier.
      let folder = path.prefix { $0 != "/" }
      let file = path.split(separator: "/").last.map(String.init) ?? path
      let name = file.hasSuffix(".md") ? String(file.dropLast(3)) : file
      let id = name.split(separator: "-").prefix(3).joined(separator: "-")
      let isMoved = now.keys.contains { $0.hasPrefix(folder + "/" + id) }
      guard !isMoved, let place = HistoryPlace(named: id),
        let object = now[place.path], let bytes = repository.contents(of: [object]).first ?? nil
      else { return nil }
      let ledger = Ledger(bytes, of: place.documentPath)
      return (try? ledger.verify()) == nil ? nil : (place, ledger)
    }
  }

  private static func ledgers(
    _ repository: Repository, _ paths: [String], _ files: [String: String]
  ) -> [String: (place: HistoryPlace, ledger: Ledger)] {
    let contents = repository.contents(of: paths.map { files[$0] ?? "" })
    var ledgers: [String: (place: HistoryPlace, ledger: Ledger)] = [:]
    for (path, bytes) in zip(paths, contents) {
      guard let bytes, let place = HistoryPlace(historyPath: path) else { continue }
      ledgers[path] = (place, Ledger(bytes, of: place.documentPath))
    }
    return ledgers
  }

  /// What to do about the losses.
  enum Decision: Sendable {
    /// Put back what is lost.
    case putBack
    /// Accept the text as received, as a change of its own with this reason.
    case take(String)
  }
}

extension HallVersions {
  /// Repairs the histories that others have sent with a loss.
  ///
  /// - Parameters:
  ///   - author: the person who puts back what is lost.
  ///   - words: the reason of a revision that puts something back.
  mutating func mend(
    _ incoming: Incoming, _ decision: Incoming.Decision, by author: HallWriter.Author,
    words: String, in repository: Repository
  ) throws(Refusal) {
    for loss in incoming.losses {
      let place = loss.place
      let sent =
        documents[place.name]?.theirs
        ?? repository.content(
          of: place.documentPath, in: incoming.theirs
        ).map { Version(path: place.documentPath, bytes: $0) }
      var note = LedgerWriter.Note(at: author.at, by: author.name, why: words)
      var wanted = HistoryRepair.Text.putBack
      // A document is never deleted, and a damaged history's text is in its document.
      if let sent, !loss.isGone {
        if case .take(let reason) = decision {
          (note.why, wanted) = (reason, .asItIs(sent.bytes))
        } else if loss.fault != nil, !loss.amends(sent.bytes) {
          wanted = .with(sent.bytes)
        }
        if wanted != .putBack, let commit = loss.commit {
          (note.at, note.by) = (commit.at, commit.by)
        }
      }
      let repair: HistoryRepair
      do throws(Ledger.Fault) {
        repair = try HistoryRepair(loss.befores, now: loss.now, text: wanted, note: note) {
          Document(path: place.documentPath, kind: place.kind, bytes: $0)
        }
      } catch {
        throw .damagedHistory(place.name, error)
      }
      let path = sent?.path ?? documents[place.name]?.base?.path ?? place.documentPath
      mend(
        place.name, history: Version(path: place.path, bytes: repair.bytes),
        document: Version(path: path, bytes: repair.text)
      ) { repository.content(of: $0, in: incoming.theirs) }
      for before in loss.befores { begin(place.name, at: before) }
    }
    for file in incoming.unfinished {
      guard let told = file.told, let history = file.history else {
        throw .writing(.merging(file.path))
      }
      mend(file.name, history: history, document: Version(path: file.path, bytes: told)) {
        repository.content(of: $0, in: incoming.theirs)
      }
    }
  }
}
