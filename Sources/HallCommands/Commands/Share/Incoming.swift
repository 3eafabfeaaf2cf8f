import HallHistory
import HallMerge
import HallModel
import HallStore
import HallSyntax

/// What others have sent, held against what was there before: histories only grow, and what does
/// not is told before anything of it is taken in.
struct Incoming {
  /// A history that has lost something, or cannot be read any more.
  struct Loss {
    let place: HistoryPlace
    /// The history with all it had.
    let before: Ledger
    /// As it was sent; empty where it is gone, or nothing of it can be relied on.
    let now: Ledger
    let lost: [Revision]
    let fault: Ledger.Fault?
    /// Whether the document itself is gone.
    let isGone: Bool
    /// The path that a document which is gone has now, where somebody has renamed it.
    var renamed: String?
    /// Who sent it; nil where no commit tells.
    let commit: CommitFacts?

    /// Whether a text changes what the history says was approved.
    func amends(_ text: [UInt8]) -> Bool {
      let last = try? before.text(after: before.revisions.count)
      return Seal.kind(of: place.kind, path: place.documentPath, from: last ?? [], to: text)
        == .amendment
    }
  }

  private(set) var losses: [Loss] = []
  /// The signatures that held, and are gone or another now.
  let signatures: [LostSignature]
  /// How many commits that were there before are gone: the branch was replaced by force.
  let removedCommits: Int
  let theirs: String
  /// What was seen there before; nil where nobody knows.
  let known: String?

  /// - Parameters:
  ///   - base: what both sides come from.
  ///   - known: what was seen there last.
  init(_ repository: Repository, base: String, known: String?, theirs: String) {
    self.theirs = theirs
    self.known = known
    let isForced = known.map { !repository.isAncestor($0, of: theirs) } ?? false
    removedCommits = isForced ? repository.commits(from: theirs, to: known ?? base) ?? 1 : 0
    let now = repository.files(in: theirs)
    var found: [HistoryPlace: Loss] = [:]
    for commit in Set([base, known ?? base]).sorted() {
      let then = repository.files(in: commit, below: ["history"])
      let paths = then.keys.filter { then[$0] != now[$0] }.sorted()
      guard !paths.isEmpty else { continue }
      // What a renumbered document has been called since is new there.
      let others = now.keys.filter { $0.hasPrefix("history/") && now[$0] != then[$0] }.sorted()
      let ledgers = Incoming.ledgers(repository, others, now)
      let present = PresentHistories(ledgers.values.filter { (try? $0.ledger.verify()) != nil })
      for (path, before) in Incoming.ledgers(repository, paths, then) {
        let lost = present.lost(of: before.ledger, at: before.place)
        let sent = ledgers[path]?.ledger
        var fault: Ledger.Fault?
        do throws(Ledger.Fault) { _ = try sent?.verify() } catch { fault = error }
        guard !lost.isEmpty || fault != nil, (try? before.ledger.verify()) != nil else { continue }
        if let other = found[before.place],
          other.before.revisions.count >= before.ledger.revisions.count
        {
          continue
        }
        let document = before.place.documentPath
        found[before.place] = Loss(
          place: before.place, before: before.ledger,
          now: (fault == nil ? sent : nil) ?? Ledger([], of: document),
          lost: fault == nil ? lost : [], fault: fault, isGone: now[document] == nil,
          commit: repository.lastCommit(of: path, in: "\(commit)..\(theirs)"))
      }
    }
    for (place, ledger) in Incoming.withoutDocument(repository, now, known ?? base)
    where found[place] == nil {
      found[place] = Loss(
        place: place, before: ledger, now: ledger, lost: [], fault: nil, isGone: true,
        commit: repository.lastCommit(
          of: place.documentPath, in: "\(known ?? base)..\(theirs)"))
    }
    losses = Incoming.findingRenamed(
      found.values.sorted { $0.place.path < $1.place.path }, repository,
      "\(known ?? base)..\(theirs)")
    signatures = LostSignature.all(
      repository, in: theirs, now,
      since: known == base ? [base] : [known, base].compactMap(\.self),
      broken: Set(losses.map(\.place.name)))
  }

  /// Whether nothing is lost.
  var isWhole: Bool { losses.isEmpty && signatures.isEmpty }

  /// The histories that are there and whose documents are gone since a commit.
  private static func withoutDocument(
    _ repository: Repository, _ now: [String: String], _ commit: String
  ) -> [(HistoryPlace, Ledger)] {
    let then = repository.files(in: commit)
    let gone = then.keys.filter { now[$0] == nil && HallFiles.kind(of: $0) != nil }.sorted()
    return gone.compactMap { path in
      // A file may have another name, which begins with the same identifier.
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

  /// What somebody wants done about the losses.
  enum Decision: Sendable {
    /// Put back what is gone.
    case putBack
    /// Let it be as it was sent, as a change of its own with this reason.
    case take(String)
  }
}

extension HallVersions {
  /// Makes whole the histories that others have sent with a loss.
  ///
  /// - Parameters:
  ///   - author: who puts back what is gone.
  ///   - words: what a revision says that puts something back.
  mutating func mend(
    _ incoming: Incoming, _ decision: Incoming.Decision, by author: HallWriter.Author,
    words: String, in repository: Repository
  ) throws(CommandError) {
    for loss in incoming.losses {
      let place = loss.place
      let sent =
        documents[place.name]?.theirs
        ?? repository.content(
          of: place.documentPath, in: incoming.theirs
        ).map { Version(path: place.documentPath, bytes: $0) }
      var note = LedgerWriter.Note(at: author.at, by: author.name, why: words)
      var wanted = HistoryRepair.Text.putBack
      // A document is never deleted, and what a damaged history told stands in its document.
      if let sent, !loss.isGone {
        if case .take(let reason) = decision {
          (note.why, wanted) = (reason, .asItIs(sent.bytes))
        } else if loss.fault != nil, !loss.amends(sent.bytes) {
          wanted = .asItIs(sent.bytes)
        }
        if case .asItIs = wanted, let commit = loss.commit {
          (note.at, note.by) = (commit.at, commit.by)
        }
      }
      let repair: HistoryRepair
      do throws(Ledger.Fault) {
        repair = try HistoryRepair(loss.before, now: loss.now, text: wanted, note: note) {
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
      begin(place.name, at: loss.before)
    }
  }
}
