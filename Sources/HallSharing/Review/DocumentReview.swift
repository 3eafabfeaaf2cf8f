import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords
import HallWork

/// The changes of one document between two states.
struct DocumentReview {
  private(set) var entries: [ReviewEntry] = []
  private(set) var alerts: [ReviewAlert] = []
  let trail: RevisionTrail
  private let old: Side?
  private let new: Side?
  private let document: Document
  /// The revisions that claim to add only figures to approved minutes.
  private let figures: FigureRevisions

  /// A document in one state, with the hall it is read in.
  struct Side {
    let document: Document
    let hall: Hall

    var tallies: [VotePlace: Tally] {
      guard document.kind == .meeting else { return [:] }
      let meeting = Meeting(document, charter: hall.charter)
      return Dictionary(Tally.ofVotes(in: meeting, ballotBooks: hall.ballotBooks)) { $1 }
    }
  }

  /// - Parameters:
  ///   - ledgers: the document's history in both states.
  ///   - reckoning: computes the figures that were added after an approval.
  init?(
    from old: Side?, to new: Side?, ledgers: (old: Ledger, new: Ledger),
    reckoning: FigureReckoning?
  ) {
    guard let document = new?.document ?? old?.document else { return nil }
    (self.old, self.new, self.document) = (old, new, document)
    trail = RevisionTrail(
      from: ledgers.old, to: ledgers.new, of: document, isNew: old == nil)
    figures =
      new.map {
        FigureRevisions(ledgers.new, at: HistoryPlace(of: document), in: $0.hall, reckoning)
      } ?? FigureRevisions.none
    guard let new else {
      entries.append(ReviewEntry(group: group([]), document: document, content: .went))
      alerts.append(ReviewAlert(kind: .gone, document: document))
      return
    }
    lookAtHistory(new.document)
    guard new.document.fault == nil, old?.document.fault == nil else {
      alerts.append(ReviewAlert(kind: .unreadable, document: document))
      let content: ReviewEntry.Content = old == nil ? .came : .layout
      entries.append(ReviewEntry(group: group([]), document: document, content: content))
      return
    }
    if let old, old.document.path != document.path {
      let names = ReviewEntry.Content.renamed(old.document.path, document.path)
      entries.append(
        ReviewEntry(group: group([]), document: document, content: names, revision: nil))
    }
    compare(to: new)
  }

  // MARK: The history

  /// The steps that changed approved text, whatever kind they claim to be.
  private var amendments: [RevisionTrail.Step] {
    trail.steps.filter { $0.revision.kind == .amendment || isMislabelled($0) }
  }

  /// Whether the document agrees with its history, if it has one.
  private var isRecorded: Bool { trail.last.map { $0 == new?.document.bytes } ?? true }

  private func isMislabelled(_ step: RevisionTrail.Step) -> Bool {
    step.revision.kind != .amendment && !figures.isRight(step.revision.number)
      && Seal.isApproved(step.before) && Seal.covered(step.before) != Seal.covered(step.after)
  }

  private mutating func lookAtHistory(_ document: Document) {
    if let fault = trail.fault {
      alerts.append(
        ReviewAlert(kind: .damaged, document: document, revision: fault.revision, fault: fault))
    }
    if let lost = trail.lost {
      alerts.append(ReviewAlert(kind: .rewritten, document: document, revision: lost))
    }
    for step in trail.steps where isMislabelled(step) {
      alerts.append(
        ReviewAlert(
          kind: .mislabelled, document: document, revision: step.revision.number,
          figures: figures.fault(of: step.revision.number)))
    }
    guard document.fault == nil else { return }
    let recorded = trail.last.map { Document(path: document.path, kind: document.kind, bytes: $0) }
    let isUnrecorded =
      recorded.map { recorded in
        Seal.isApproved(recorded) && Seal.covered(recorded) != Seal.covered(document)
      } ?? false
    // For added figures, the text before them is the one to compare with.
    let added = trail.steps.contains { figures.isRight($0.revision.number) }
    let later = added ? trail.steps.first?.before ?? document : document
    let isUnsaid =
      amendments.isEmpty
      && (old.map { old in
        Seal.isApproved(old.document) && Seal.covered(old.document) != Seal.covered(later)
      } ?? false)
    if isUnrecorded || isUnsaid { alerts.append(ReviewAlert(kind: .sealed, document: document)) }
  }

  // MARK: The facts

  private func group(_ subjects: [Fact.Subject]) -> ReviewGroup {
    ReviewGroup(subjects, in: document.kind)
  }

  private mutating func compare(to new: Side) {
    let first = amendments.first
    if let old, Seal.isApproved(old.document) {
      compare(old, to: new, sealed: true)
    } else if let first {
      // Approved and amended since the older state: the approved part is what the amendments
      // changed.
      let approved = Side(document: first.before, hall: new.hall)
      compare(old, to: approved, sealed: false)
      compare(approved, to: new, sealed: true)
    } else {
      compare(old, to: new, sealed: false)
    }
    let amended = entries.filter { $0.group == .amendments }
    let listed = Set(amended.compactMap { $0.revision?.number } + amended.flatMap(\.others))
    for step in amendments where !listed.contains(step.revision.number) {
      entries.append(
        ReviewEntry(
          group: .amendments, document: document, content: .withdrawn, revision: step.revision))
    }
  }

  /// - Parameter sealed: whether the older text was approved.
  private mutating func compare(_ old: Side?, to new: Side, sealed: Bool) {
    let start = entries.count
    let empty = Document(path: document.path, kind: document.kind, bytes: [])
    let before = old?.document ?? empty
    let diff = DocumentDiff(from: before, to: new.document)
    var changes = FactChange.paired(diff.changes)
    if old == nil {
      entries.append(
        ReviewEntry(
          group: group([]), document: document, content: .came, revision: trail.first))
      // Of a new document, only what it decides and asks for is shown, not every line.
      changes = []
    }
    let facts = (old: FactList(before), new: FactList(new.document))
    changes += inner(changes, of: facts, isWhole: old == nil)
    func place(_ subjects: [Fact.Subject], isOpen: Bool) -> ReviewGroup {
      isOpen ? .progress : sealed ? .amendments : group(subjects)
    }
    // The author of a document is shown with the document.
    func origins(_ change: FactChange) -> [Revision] {
      old == nil ? [] : trail.origins(of: change, isRecorded: isRecorded)
    }
    func add(_ group: ReviewGroup, _ content: ReviewEntry.Content, _ revisions: [Revision]) {
      entries.append(
        ReviewEntry(
          group: group, document: document, content: content, revision: revisions.last,
          others: group == .amendments ? revisions.dropLast().map(\.number) : [],
          isUnrecorded: old != nil && revisions.isEmpty && !isRecorded))
    }
    var votes: [VotePlace: [FactChange]] = [:]
    var order: [VotePlace] = []
    let closed = changes.filter { $0.key == "state" && $0.after == Task.State.done.rawValue }
      .map(\.subjects)
    func isOfClosing(_ change: FactChange) -> Bool {
      change.kind == .added && closed.contains(change.subjects)
        && change.key.map(FactChange.closingKeys.contains) ?? false
    }
    for change in changes where !isOfClosing(change) {
      if let vote = VotePlace(change.subjects), change.subjects.last?.kind == .vote {
        if votes[vote] == nil { order.append(vote) }
        votes[vote, default: []] += [change] + details(of: change, in: facts.new)
        continue
      }
      let isOpen = document.kind != .hall && Seal.leavesOpen(change)
      // A box that is ticked, or a task that is taken up again, is progress.
      if sealed, isOpen, change.kind != .added, change.label != nil, change.key != "state" {
        alerts.append(
          ReviewAlert(
            kind: .takenBack, document: document, revision: origins(change).last?.number,
            change: change))
      }
      let details =
        change.key == "state"
        ? changes.filter { $0.subjects == change.subjects && isOfClosing($0) }
        : details(of: change, in: facts.new)
      add(
        place(change.subjects, isOpen: isOpen), .fact(change, details: details), origins(change))
    }
    let tallies = order.isEmpty ? ([:], [:]) : (old?.tallies ?? [:], new.tallies)
    for vote in order {
      let all = votes[vote] ?? []
      guard let change = VoteChange(all, before: tallies.0[vote], after: tallies.1[vote]) else {
        continue
      }
      let revisions = Dictionary(all.flatMap(origins).map { ($0.number, $0) }) { first, _ in first }
      // A revision that only adds figures is not an amendment.
      let isOpen = !revisions.isEmpty && revisions.keys.allSatisfy(figures.isRight)
      add(
        isOpen ? group(change.subjects) : place(change.subjects, isOpen: false), .vote(change),
        revisions.values.sorted { $0.number < $1.number })
    }
    // Prose that is added or removed together with its item is not a separate change.
    for prose in diff.prose
    where prose.subjects.isEmpty && old != nil
      || facts.old.titles[prose.subjects] != nil && facts.new.titles[prose.subjects] != nil
    {
      add(
        place(prose.subjects, isOpen: false), .prose(prose),
        trail.origins(of: prose, isRecorded: isRecorded))
    }
    guard entries.count == start, before.bytes != new.document.bytes else { return }
    let isSealed = sealed && Seal.covered(before) != Seal.covered(new.document)
    let revision = isSealed ? amendments.last?.revision : trail.only
    add(
      isSealed ? .amendments : group([]), .layout,
      [isRecorded ? revision : nil].compactMap { $0 })
  }

  /// The votes, decisions and tasks within a part that was added or removed as a whole.
  private func inner(
    _ changes: [FactChange], of facts: (old: FactList, new: FactList), isWhole: Bool
  ) -> [FactChange] {
    let come = changes.filter { $0.label == nil && $0.kind == .added }.map(\.subjects)
    let gone = changes.filter { $0.label == nil && $0.kind == .removed }.map(\.subjects)
    func parts(_ list: FactList, _ outer: [[Fact.Subject]], _ kind: FactChange.Kind) -> [FactChange]
    {
      list.order.filter { subjects in
        guard let last = subjects.last, [.vote, .decision, .task].contains(last.kind) else {
          return false
        }
        return outer.contains { $0 != subjects && subjects.starts(with: $0) }
      }.map { subjects in
        let title = list.titles[subjects]
        return FactChange(
          kind: kind, subjects: subjects, titles: list.titles(of: subjects), label: nil, key: nil,
          before: kind == .removed ? title : nil, after: kind == .added ? title : nil)
      }
    }
    return parts(facts.new, isWhole ? [[]] : come, .added) + parts(facts.old, gone, .removed)
  }

  /// The essential details of a new decision, task or vote.
  private func details(of change: FactChange, in list: FactList) -> [FactChange] {
    guard change.label == nil, change.kind == .added, let scope = change.subjects.last?.scope else {
      return []
    }
    let keys = Vocabulary.keys(in: scope) { $0.roles.contains(.leading) }
    return list.facts.filter { fact in
      fact.subjects == change.subjects && fact.keyword.map(keys.contains) ?? false
    }.map { fact in
      FactChange(
        kind: .added, subjects: fact.subjects, titles: change.titles, label: fact.label,
        key: fact.key, before: nil, after: fact.value)
    }
  }
}
