/// Two diverged histories of one document, joined into one chain.
///
/// What both have in common stays, then the first one's revisions stay as they are, and the other's
/// are replayed on top, each with its former place. Revisions that add nothing new are recorded by
/// a revision that changes nothing. So the joined history contains the chain digest of every
/// revision that either side recorded.
package struct LedgerJoin {
  /// The joined history.
  package private(set) var bytes: [UInt8]
  /// The document after its last revision.
  package private(set) var text: [UInt8]
  /// The revisions that were replayed: their former and present numbers.
  package private(set) var remade: [(was: Int, now: Int)] = []
  private var hash = SHA256()
  private var number: Int
  private let path: String

  /// What replayed revisions say in addition to their own reasons.
  package struct Notes: Sendable {
    /// For the last one: what was decided where both sides contradict each other.
    package var decided: String?
    /// For a revision that amends approved minutes: why.
    package var amending: String?

    package init(decided: String? = nil, amending: String? = nil) {
      self.decided = decided
      self.amending = amending
    }
  }

  /// A history that verifies, and the document after its last revision.
  package struct Whole: Sendable {
    package let ledger: Ledger
    package let text: [UInt8]

    package init(_ ledger: Ledger) throws(Ledger.Fault) {
      self.ledger = ledger
      text = try ledger.verify()
    }
  }

  /// What two histories have in common.
  package struct Overlap: Sendable {
    /// The other's revisions that are in the first one, by their digests.
    package var said: Set<String>
    /// Whether every revision of the first one is in the other.
    package var isWholeInOther: Bool

    package init(said: Set<String>, isWholeInOther: Bool) {
      self.said = said
      self.isWholeInOther = isWholeInOther
    }

    /// What is in both, compared by digest.
    package init(_ first: Ledger, _ other: Ledger) {
      let (own, others) = (Set(first.revisions.map(\.chain)), Set(other.revisions.map(\.chain)))
      self.init(said: own.intersection(others), isWholeInOther: own.isSubset(of: others))
    }
  }

  /// Joins two histories.
  ///
  /// - Parameters:
  ///   - overlap: what is in both; if omitted, compared by digest.
  ///   - base: the history that both are said to come from, if one is known. For a cherry-pick it
  ///     is one that the first side does not have: revisions only in the base are not brought
  ///     along.
  ///   - merging: a three-way merge of texts: the common base, the first one's last text, and the
  ///     other's text at some revision. It settles contradictions in favour of the other text, so
  ///     that the chain contains both sides' words.
  ///   - notes: what replayed revisions say in addition to their own reasons.
  ///   - kind: the kind of a revision of approved minutes, given its kind where it was made.
  package init(
    _ one: Whole, _ other: Whole, overlap: Overlap? = nil, base: Ledger? = nil,
    notes: Notes = Notes(),
    merging: (_ base: [UInt8], _ first: [UInt8], _ second: [UInt8]) -> [UInt8],
    kind: (_ was: Revision.Kind?, _ old: [UInt8], _ new: [UInt8]) -> Revision.Kind?
  ) throws(Ledger.Fault) {
    let (first, second) = (one.ledger, other.ledger)
    let overlap = overlap ?? Overlap(first, second)
    let before = Set(base?.revisions.map(\.chain) ?? []).subtracting(overlap.said)
    (bytes, text) = (first.bytes, one.text)
    (number, path) = (first.revisions.count, first.path)
    if before.isEmpty, overlap.isWholeInOther {
      (bytes, text) = (second.bytes, other.text)
      return
    }
    let named = Set(first.revisions.flatMap { [$0.chain] + $0.formerChains })
    let known = second.revisions.prefix {
      before.contains($0.chain) || overlap.said.contains($0.chain)
    }.count
    let texts = try second.texts(from: known, through: second.revisions.count)
    hash.update(bytes[...])
    var unsaid = second.revisions.prefix(known).filter { revision in
      !named.contains(revision.chain) && !before.contains(revision.chain)
    }
    for revision in second.revisions.dropFirst(known) {
      let next = merging(texts[0], one.text, texts[revision.number - known])
      let decided = revision.number == second.revisions.count ? notes.decided : nil
      guard next != text, !next.isEmpty else {
        let isNamed = named.contains(revision.chain) && overlap.said.contains(revision.chain)
        if !isNamed { unsaid.append(revision) }
        continue
      }
      name(unsaid)
      unsaid = []
      let kind = kind(revision.kind, text, next)
      let whys = [revision.why, kind == .amendment ? notes.amending : nil, decided]
      number += 1
      append(
        LedgerWriter.Note(
          at: revision.at, by: revision.by, why: LedgerJoin.reasons(whys), kind: kind,
          was: [revision.places.joined(separator: ", ")]), to: next)
      remade.append((revision.number, number))
    }
    name(unsaid, decided: remade.last?.was == second.revisions.count ? nil : notes.decided)
  }

  /// Records revisions that add nothing new: one revision for each author, so that nobody's name is
  /// next to another's words.
  private mutating func name(_ revisions: [Revision], decided: String? = nil) {
    var rest = revisions[...]
    while let first = rest.first {
      let run = rest.prefix { $0.by == first.by }
      rest = rest.dropFirst(run.count)
      var whys: [String] = []
      for why in run.map(\.why) where !whys.contains(why) { whys.append(why) }
      number += 1
      append(
        LedgerWriter.Note(
          at: run.last?.at ?? first.at, by: first.by,
          why: LedgerJoin.reasons(whys + [rest.isEmpty ? decided : nil]), kind: .joined,
          was: run.flatMap(\.places)), to: text)
    }
  }

  private mutating func append(_ note: LedgerWriter.Note, to next: [UInt8]) {
    bytes += LedgerWriter.revision(
      after: &hash, isFirst: bytes.isEmpty, number: number, note: note, from: text, to: next,
      path: path)
    text = next
  }

  private static func reasons(_ whys: [String?]) -> String {
    whys.compactMap(\.self).joined(separator: "；")
  }

  /// How many revisions two histories have in common.
  package static func common(_ first: Ledger, _ second: Ledger) -> Int {
    zip(first.revisions, second.revisions).prefix { $0.chain == $1.chain }.count
  }
}

extension Ledger {
  /// Whether another history has the same first revision, even if replayed under another name: then
  /// both belong to the same document.
  package func beganAs(_ other: Ledger) -> Bool {
    guard let one = revisions.first, let two = other.revisions.first else { return false }
    return !Set([one.chain] + one.formerChains).isDisjoint(with: [two.chain] + two.formerChains)
  }

  /// The same history for a document with a new name: every revision is replayed, with its former
  /// place.
  ///
  /// - Parameter changing: turns a text into the text under the new name.
  package func remade(
    for path: String, changing: ([UInt8]) -> [UInt8]
  ) throws(Fault) -> [UInt8] {
    _ = try verify()
    var history: [UInt8] = []
    var text: [UInt8] = []
    let texts = try texts(from: 0, through: revisions.count)
    for revision in revisions {
      let next = changing(texts[revision.number])
      history += LedgerWriter.revision(
        after: history, number: revision.number,
        note: LedgerWriter.Note(
          at: revision.at, by: revision.by, why: revision.why, kind: revision.kind,
          was: revision.places), from: text, to: next, path: path)
      text = next
    }
    return history
  }
}
