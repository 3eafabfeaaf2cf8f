import HallHistory
import HallMerge
import HallModel
import HallSyntax
import HallWords
import HallWork

/// The revisions of a document that are in one state and not in another, and what each of them did.
struct RevisionTrail: Sendable {
  /// One revision, with the text before it and the text after it.
  struct Step: Sendable {
    let revision: Revision
    let before: Document
    let after: Document
    let changes: [FactChange]
    /// The places where prose changed.
    let prose: Set<[Fact.Subject]>
  }

  private(set) var steps: [Step] = []
  /// The revision that began the history.
  let first: Revision?
  /// Why the history cannot be read completely.
  private(set) var fault: Ledger.Fault?
  /// The first revision of the old state that is missing in the new one.
  private(set) var lost: Int?
  /// The text of the last revision; nil if there is none or it cannot be rebuilt.
  private(set) var last: [UInt8]?

  /// - Parameters:
  ///   - document: the document of the histories.
  ///   - isNew: whether the document itself is new, so that only revisions after an approval count.
  init(from old: Ledger, to new: Ledger, of document: Document, isNew: Bool) {
    if !new.bytes.isEmpty {
      do throws(Ledger.Fault) { _ = try new.verify() } catch { fault = error }
    }
    // A revision joined from elsewhere has a different number.
    let comparison = RevisionPresence(in: new, of: document.kind).compare(with: old)
    let known = Set(old.revisions.map(\.chain))
    if fault == nil { lost = comparison.lost.first?.number }
    let fresh = new.revisions.filter { revision in
      !known.contains(revision.chain) && !comparison.standIns.contains(revision.number)
        && revision.kind != .joined
    }
    let numbers = Set(fresh.map(\.number))
    self.first = new.revisions.first
    let first = isNew ? fresh.first { $0.kind != nil } : fresh.first
    do throws(Ledger.Fault) {
      guard let last = new.revisions.last?.number else { return }
      guard let first else {
        self.last = try new.text(after: last)
        return
      }
      let texts = try new.texts(from: first.number - 1, through: last)
      self.last = texts.last
      func read(_ number: Int) -> Document {
        Document(
          path: document.path, kind: document.kind, bytes: texts[number - first.number + 1])
      }
      var before = read(first.number - 1)
      var facts = FactList(before)
      for revision in new.revisions.dropFirst(first.number - 1) {
        let after = read(revision.number)
        let list = FactList(after)
        if numbers.contains(revision.number) {
          let places = Set(facts.prose.keys).union(list.prose.keys)
          steps.append(
            Step(
              revision: revision, before: before, after: after,
              changes: FactChange.paired(FactChange.changes(from: facts, to: list)),
              prose: places.filter { facts.prose[$0] != list.prose[$0] }))
        }
        (before, facts) = (after, list)
      }
    } catch {
      fault = fault ?? error
    }
  }

  /// The revisions that changed a fact, in order: the one that gave it its present value is last.
  ///
  /// - Parameter isRecorded: whether the document agrees with its history; if not, a revision
  ///   counts only if it made exactly this change.
  func origins(of change: FactChange, isRecorded: Bool) -> [Revision] {
    let touching = steps.filter { step in
      step.changes.contains { $0.subjects == change.subjects && $0.key == change.key }
    }
    let same = touching.last { step in
      step.changes.contains {
        $0.subjects == change.subjects && $0.key == change.key && $0.after == change.after
          && ($0.after != nil || $0.before == change.before)
      }
    }
    // A value of a list, or a step of a log, comes from one revision.
    if change.kind != .changed, let same { return [same.revision] }
    if let same { return touching.map(\.revision).filter { $0.number <= same.revision.number } }
    guard isRecorded else { return [] }
    if !touching.isEmpty { return touching.map(\.revision) }
    let bringing = steps.last { step in
      step.changes.contains { $0.label == nil && change.subjects.starts(with: $0.subjects) }
    }
    return [bringing?.revision ?? only].compactMap { $0 }
  }

  /// The revisions that changed the prose of a place, in order.
  func origins(of prose: ProseChange, isRecorded: Bool) -> [Revision] {
    guard isRecorded else { return [] }
    let found = steps.filter { $0.prose.contains(prose.subjects) }.map(\.revision)
    return found.isEmpty ? [only].compactMap { $0 } : found
  }

  /// The only revision, if there is exactly one.
  var only: Revision? { steps.count == 1 ? steps.first?.revision : nil }
}
