import HallHistory
import HallModel
import HallSyntax

/// Whether a history still has what it once had: each revision by its chain digest, or by a revision
/// that says it stands for it (`was`) and in whose text its change stands.
///
/// A `was` alone proves nothing: anybody can write one.
package struct RevisionPresence {
  private let now: Ledger
  private let kind: Document.Kind
  private let chains: Set<String>
  /// The revisions that say they stand for another, by its chain digest.
  private let claims: [String: [Revision]]

  /// - Parameters:
  ///   - now: the history as it is.
  ///   - kind: what its document is.
  package init(in now: Ledger, of kind: Document.Kind) {
    (self.now, self.kind) = (now, kind)
    chains = Set(now.revisions.map(\.chain))
    var claims: [String: [Revision]] = [:]
    for revision in now.revisions {
      for chain in revision.formerChains { claims[chain, default: []].append(revision) }
    }
    self.claims = claims
  }

  /// What has become of the revisions of an older history.
  package struct Comparison: Sendable {
    /// Those that are gone.
    package fileprivate(set) var lost: [Revision] = []
    /// The numbers of the revisions now that stand for older ones.
    package fileprivate(set) var standIns: Set<Int> = []
  }

  /// Holds an older history against this one.
  ///
  /// - Parameter then: a history of the same document, which may have had another identifier.
  package func compare(with then: Ledger) -> Comparison {
    var comparison = Comparison()
    // What was itself made of a revision that is here says nothing more than that one.
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
        // A number may have changed since both histories parted, and what stands under it.
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

  /// The revisions that say they stand for another one; or, like that one, for one before it: two
  /// that made the same revision again, each in its clone.
  private func claimants(of revision: Revision) -> [Revision] {
    let again = revision.formerChains.map { claims[$0] ?? [] }
    return (claims[revision.chain] ?? [])
      + (again.contains { $0.isEmpty } ? [] : again.flatMap(\.self))
  }

  /// Whether a revision that says it stands for another says what that one said of itself.
  private func isAlike(_ claimant: Revision, _ revision: Revision) -> Bool {
    guard claimant.by == revision.by else { return false }
    if claimant.kind == .joined { return true }
    return claimant.at == revision.at
      && (claimant.why == revision.why || claimant.why.hasPrefix(revision.why + "；"))
      && (revision.kind != .amendment || claimant.kind == .amendment)
  }

  /// A text of the older history under the identifier that the document has now.
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

  /// Whether a revision adds every line that another one adds; one that changes nothing, whether its
  /// text has them. A number may be another: `T1` is any task's.
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

  /// A line without blanks at its ends, and without the digits of tasks' and decisions' numbers.
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

  /// Whether a change stands in a text: made there once more, it would change nothing, but that a
  /// paragraph which stands there stood there twice.
  private func isSaid(from old: [UInt8], to new: [UInt8], in text: [UInt8]) -> Bool {
    let again = DocumentMerge(
      base: old, first: text, second: new, path: now.path, kind: kind,
      markers: .none
    ) { conflict in
      // The others may have written beside it.
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
  /// What stands in both, by its digest or made again by an earlier join.
  init(_ first: Ledger, and other: Ledger, of kind: Document.Kind) {
    let lost = RevisionPresence(in: first, of: kind).compare(with: other).lost
    let gone = RevisionPresence(in: other, of: kind).compare(with: first).lost
    self.init(
      said: Set(other.revisions.map(\.chain)).subtracting(lost.map(\.chain)),
      isWholeInOther: gone.isEmpty)
  }
}
