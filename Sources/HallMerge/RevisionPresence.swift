import HallHistory
import HallModel
import HallSyntax

/// Whether a history still has its former revisions: each by its chain digest, or through a
/// revision that claims to replace it (`was`) and whose text contains its change.
///
/// A `was` alone proves nothing: anybody can write one.
package struct RevisionPresence {
  private let now: Ledger
  private let kind: Document.Kind
  private let chains: Set<String>
  /// The revisions that claim to replace another, by the other's chain digest.
  private let claims: [String: [Revision]]

  /// - Parameters:
  ///   - now: the present history.
  ///   - kind: the kind of its document.
  package init(in now: Ledger, of kind: Document.Kind) {
    (self.now, self.kind) = (now, kind)
    chains = Set(now.revisions.map(\.chain))
    var claims: [String: [Revision]] = [:]
    for revision in now.revisions {
      for chain in revision.formerChains { claims[chain, default: []].append(revision) }
    }
    self.claims = claims
  }

  /// What happened to the revisions of an older history.
  package struct Comparison: Sendable {
    /// The lost revisions.
    package fileprivate(set) var lost: [Revision] = []
    /// The numbers of the present revisions that replace older ones.
    package fileprivate(set) var standIns: Set<Int> = []
  }

  /// Compares an older history with this one.
  ///
  /// - Parameter then: a history of the same document, perhaps under another identifier.
  package func compare(with then: Ledger) -> Comparison {
    var comparison = Comparison()
    // A revision that was itself made from one that is here adds nothing to it.
    let missing = then.revisions.filter {
      !chains.contains($0.chain) && chains.isDisjoint(with: $0.formerChains)
    }
    guard !missing.isEmpty else { return comparison }
    let claimed = missing.map { revision in
      (revision, claimants(of: revision).filter { isAlike($0, revision) })
    }
    let numbers = claimed.filter { !$0.1.isEmpty }.flatMap { [$0.0.number - 1, $0.0.number] }
    let common = LedgerJoin.common(then, now)
    let before = (try? then.texts(after: Set(numbers + [common]))) ?? [:]
    let after = (try? now.texts(after: Set(claimed.flatMap { $0.1.map(\.number) }))) ?? [:]
    for (revision, claimants) in claimed {
      let claimant = claimants.first { claimant in
        guard let new = before[revision.number], let text = after[claimant.number] else {
          return false
        }
        if addsTheSame(claimant, revision, of: then, in: text) { return true }
        // A number, and what has it, may have changed since the histories diverged.
        return [revision.number - 1, common].compactMap { before[$0] }.contains { old in
          isSaid(from: moved(old, then), to: moved(new, then), in: text)
        }
      }
      if let claimant {
        comparison.standIns.insert(claimant.number)
      } else {
        comparison.lost.append(revision)
      }
    }
    return comparison
  }

  /// The revisions that claim to replace another one, or replace the same earlier one as it does:
  /// two clones that each replayed the same revision.
  private func claimants(of revision: Revision) -> [Revision] {
    let again = revision.formerChains.map { claims[$0] ?? [] }
    return (claims[revision.chain] ?? [])
      + (again.contains { $0.isEmpty } ? [] : again.flatMap(\.self))
  }

  /// Whether a revision that claims to replace another has the same metadata.
  private func isAlike(_ claimant: Revision, _ revision: Revision) -> Bool {
    guard claimant.by == revision.by else { return false }
    if claimant.kind == .joined { return true }
    return claimant.at == revision.at
      && (claimant.why == revision.why || claimant.why.hasPrefix(revision.why + "；"))
      && (revision.kind != .amendment || claimant.kind == .amendment)
  }

  /// A text of the older history under the document's present identifier.
  private func moved(_ text: [UInt8], _ then: Ledger) -> [UInt8] {
    guard then.path != now.path, let old = RevisionPresence.id(of: then),
      let new = RevisionPresence.id(of: now)
    else { return text }
    return IdentifierChange(from: old, to: new).applied(to: text)
  }

  private static func id(of ledger: Ledger) -> DocumentID? {
    guard let name = ledger.path.split(separator: "/").last?.dropLast(".md".count) else {
      return nil
    }
    return try? DocumentID(reading: Slice(String(name)))
  }

  /// Whether a revision adds every line that another one adds; for one that changes nothing,
  /// whether its text has them. Numbers may differ: `T1` matches any task.
  private func addsTheSame(
    _ claimant: Revision, _ revision: Revision, of then: Ledger, in text: [UInt8]
  ) -> Bool {
    func added(_ revision: Revision, _ ledger: Ledger) -> [[UInt8]] {
      let lines = ledger.bytes[revision.diff].split(separator: UInt8(ascii: "\n"))
      return lines.filter { $0.first == UInt8(ascii: "+") && !$0.starts(with: "+++ ".utf8) }
        .map { RevisionPresence.unnumbered($0.dropFirst()) }.filter { !$0.isEmpty }
    }
    let wanted = added(revision, then)
    guard !wanted.isEmpty else { return false }
    let there =
      claimant.kind == .joined
      ? text.split(separator: UInt8(ascii: "\n")).map { RevisionPresence.unnumbered($0) }
      : added(claimant, now)
    return Set(wanted).isSubset(of: there)
  }

  /// A line without blanks at its ends, and without the digits in the numbers of tasks and
  /// decisions.
  private static func unnumbered(_ line: Slice) -> [UInt8] {
    var result: [UInt8] = []
    for byte in line.trimmed {
      let isDigit = byte &- UInt8(ascii: "0") < 10
      let last = result.last
      if isDigit, last == UInt8(ascii: "T") || last == UInt8(ascii: "D") { continue }
      result.append(byte)
    }
    return result
  }

  /// Whether a text already contains a change: making it again would change nothing, except that a
  /// paragraph might be doubled.
  private func isSaid(from old: [UInt8], to new: [UInt8], in text: [UInt8]) -> Bool {
    let again = DocumentMerge(
      base: old, first: text, second: new, path: now.path, kind: kind,
      markers: .none
    ) { conflict in
      // The others may have written next to it.
      let isThere = conflict.second.map { conflict.first?.contains($0) ?? false } ?? false
      return conflict.kind == .text && isThere ? .first : .second
    }.bytes
    if again == text { return true }
    func facts(_ bytes: [UInt8]) -> FactList {
      FactList(Document(path: now.path, kind: kind, bytes: bytes))
    }
    func lines(_ bytes: [UInt8]) -> Set<[UInt8]> {
      Set(bytes.split(separator: UInt8(ascii: "\n")).map { Array($0) })
    }
    return lines(again) == lines(text)
      && FactChange.changes(from: facts(text), to: facts(again)).isEmpty
  }
}

extension LedgerJoin.Overlap {
  /// What is in both, by digest or because an earlier join replayed it.
  init(_ first: Ledger, and other: Ledger, of kind: Document.Kind) {
    let lost = RevisionPresence(in: first, of: kind).compare(with: other).lost
    let gone = RevisionPresence(in: other, of: kind).compare(with: first).lost
    self.init(
      said: Set(other.revisions.map(\.chain)).subtracting(lost.map(\.chain)),
      isWholeInOther: gone.isEmpty)
  }
}
