import HallGit
import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// The changes of one hall between two of its states.
package struct Review: Sendable {
  package let hall: Hall
  /// The states; the older is nil if everything is new.
  package let from: Commit?
  package let to: Commit
  /// The number of commits between them.
  let commits: Int?
  /// Whether the newer state does not descend from the older one.
  let isAside: Bool
  package let today: Day
  /// The hall's offset from UTC, in seconds.
  package let offset: Int
  let entries: [ReviewEntry]
  package let alerts: [ReviewAlert]
  let turned: [TurnedResult]
  let silent: [SilentThing]
  /// The number of documents that are changed, new or gone.
  package let documents: Int

  /// - Parameters:
  ///   - roster: the private roster, which is in no state: the one of this folder is used for both.
  ///   - reckoning: computes the figures that were added after an approval.
  ///   - day: the day of the review, by the newer state's charter.
  package init(
    of repository: Repository, machineOffset: Int, from: Commit?, to: Commit,
    privateRoster roster: Document?, reckoning: FigureReckoning?,
    privateBallots: ([String]) -> [String: [UInt8]], on day: (Charter) throws(Refusal) -> Day
  ) throws(Refusal) {
    let states = repository.states(from?.digits, to.digits)
    func hall(_ state: HallState) -> Hall {
      let missing = state.files.ballotPaths.filter { state.ballots[$0] == nil }.sorted()
      return state.files.hall(
        privateRoster: roster, ballots: state.ballots.merging(privateBallots(missing)) { $1 })
    }
    let (old, new) = (hall(states.old), hall(states.new))
    self.hall = new
    (self.from, self.to) = (from, to)
    commits = repository.commits(from: from?.digits, to: to.digits)
    isAside = from.map { !repository.isAncestor($0.digits, of: to.digits) } ?? false
    today = try day(new.charter)
    offset = new.charter.timeZoneOffset ?? machineOffset
    var entries: [ReviewEntry] = []
    var alerts: [ReviewAlert] = []
    var documents: Set<String> = []
    for (before, after) in Review.pairs(old, new) {
      guard let document = after ?? before else { continue }
      let place = HistoryPlace(of: document)
      let ledgers = place.map { (states.old.files.ledger(of: $0), states.new.files.ledger(of: $0)) }
      let none = Ledger([], of: document.path)
      if let before, let after, before.bytes == after.bytes, before.path == after.path,
        ledgers?.0.bytes == ledgers?.1.bytes
      {
        continue
      }
      guard
        let review = DocumentReview(
          from: before.map { DocumentReview.Side(document: $0, hall: old) },
          to: after.map { DocumentReview.Side(document: $0, hall: new) },
          ledgers: (ledgers?.0 ?? none, ledgers?.1 ?? none), reckoning: reckoning)
      else { continue }
      entries += review.entries
      alerts += review.alerts
      if !review.entries.isEmpty || !review.alerts.isEmpty { documents.insert(document.path) }
    }
    if let from {
      alerts += ReviewAlert.keys(in: repository, from: from.digits, to: to.digits)
      alerts += ReviewAlert.others(in: repository, from: from.digits, to: to.digits)
    }
    self.entries = entries
    self.alerts = alerts
    self.documents = documents.count
    turned =
      from == nil
      ? []
      : TurnedResult.all(from: old, to: new).map { result in
        var result = result
        result.revision = Review.origin(of: result, in: entries)
        return result
      }
    // Between states of the same day, nothing can have been neglected.
    silent =
      from == to ? [] : SilentThing.all(from: from == nil ? nil : old, to: new, on: today)
  }

  package var isEmpty: Bool { entries.isEmpty && alerts.isEmpty && turned.isEmpty }

  func entries(in group: ReviewGroup) -> [ReviewEntry] { entries.filter { $0.group == group } }

  /// The documents of both states, paired by their identifiers: a renamed file is the same
  /// document. If two have the same identifier, the rest are paired by their paths.
  private static func pairs(_ old: Hall, _ new: Hall) -> [(Document?, Document?)] {
    func keyed(_ hall: Hall) -> [(key: String, document: Document)] {
      var taken: Set<String> = []
      return hall.documents.map { document in
        let name = document.reviewName
        return (taken.insert(name).inserted ? name : "/" + document.path, document)
      }
    }
    let (before, after) = (keyed(old), keyed(new))
    let earlier = Dictionary(before.map { ($0.key, $0.document) }) { first, _ in first }
    let later = Set(after.map(\.key))
    var pairs: [(Document?, Document?)] = before.filter { !later.contains($0.key) }
      .map { ($0.document, nil) }
    pairs += after.map { (earlier[$0.key], $0.document) }
    // The hall's own document always exists, if only as an empty one.
    return pairs.map { before, after in
      (before?.isNowhere == true ? nil : before, after?.isNowhere == true ? nil : after)
    }
  }

  /// The revision that changed the rule of a vote, or the basis of its figures.
  private static func origin(of result: TurnedResult, in entries: [ReviewEntry]) -> Revision? {
    let names = Set([result.before.rule?.name, result.after.rule?.name].compactMap { $0 })
    let changes = entries.filter { entry in
      guard entry.document.kind == .hall, case .fact(let change, _) = entry.content else {
        return false
      }
      let subject = change.subjects.last { $0.kind == .rule } ?? change.subjects.first
      switch (result.causes.first, subject?.kind) {
      case (.rule, .rule): return names.isEmpty || names.contains(subject?.name ?? "")
      case (.roster, .section): return subject?.name == Keyword.roster.machineName
      case (.parties, .section): return subject?.name == Keyword.parties.machineName
      default: return false
      }
    }
    return changes.compactMap(\.revision).max { $0.number < $1.number }
  }
}

extension Document {
  /// Whether it represents a missing `hall.md`.
  fileprivate var isNowhere: Bool { kind == .hall && bytes.isEmpty }
}
