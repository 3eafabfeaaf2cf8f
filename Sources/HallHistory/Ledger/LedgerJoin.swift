/// Two histories of one document that parted, joined into one chain.
///
/// What both have in common stays, then the first one's revisions stay as they are, and the other's
/// are made again on top, each with where it stood before. So nothing that anybody recorded is gone.
package struct LedgerJoin {
  /// The joined history.
  package private(set) var bytes: [UInt8]
  /// The document after its last revision.
  package private(set) var text: [UInt8]
  /// The revisions that were made again: their numbers before and now.
  package private(set) var remade: [(was: Int, now: Int)] = []
  /// The other's revisions that say only what the first one's say already: a revision changes at
  /// least one byte, so that they are named by the one behind them, or not at all.
  package private(set) var repeated: [Revision] = []

  /// What revisions that are made again say beside their own reasons.
  package struct Notes: Sendable {
    /// Of the last one: what was decided where both sides contradict each other.
    package var decided: String?
    /// Of what amends approved minutes: why.
    package var amending: String?

    package init(decided: String? = nil, amending: String? = nil) {
      (self.decided, self.amending) = (decided, amending)
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

  /// Joins two histories.
  ///
  /// - Parameters:
  ///   - merging: the text that three texts make: what both come from, the first one's last text,
  ///     and the other's text at some revision. It settles contradictions for the other one, so that
  ///     both sides' words stand in the chain.
  ///   - notes: what revisions that are made again say beside their own reasons.
  ///   - kind: what a revision of approved minutes does, given what it did where it was made.
  package init(
    _ one: Whole, _ other: Whole, notes: Notes = Notes(),
    merging: (_ base: [UInt8], _ first: [UInt8], _ second: [UInt8]) -> [UInt8],
    kind: (_ was: Revision.Kind?, _ old: [UInt8], _ new: [UInt8]) -> Revision.Kind?
  ) throws(Ledger.Fault) {
    let (first, second) = (one.ledger, other.ledger)
    let common = LedgerJoin.common(first, second)
    (bytes, text) = (first.bytes, one.text)
    if second.revisions.count == common { return }
    if first.revisions.count == common {
      (bytes, text) = (second.bytes, other.text)
      return
    }
    let texts = try second.texts(from: common, through: second.revisions.count)
    let last = second.revisions.count
    var hash = SHA256()
    hash.update(bytes[...])
    var number = first.revisions.count
    var unsaid: [Revision] = []
    for revision in second.revisions.dropFirst(common) {
      let next = merging(texts[0], one.text, texts[revision.number - common])
      guard next != text, !next.isEmpty else {
        unsaid.append(revision)
        continue
      }
      number += 1
      let was = (unsaid + [revision]).map(LedgerJoin.place).joined(separator: ", ")
      let kind = kind(revision.kind, text, next)
      let more = [
        kind == .amendment ? notes.amending : nil, revision.number == last ? notes.decided : nil,
      ]
      let why = ([revision.why] + more.compactMap { $0 }).joined(separator: "；")
      let note = LedgerWriter.Note(
        at: revision.at, by: revision.by, why: why, kind: kind, was: was)
      bytes += LedgerWriter.revision(
        after: &hash, isFirst: bytes.isEmpty, number: number, note: note, from: text, to: next,
        path: first.path)
      remade.append((revision.number, number))
      text = next
      unsaid = []
    }
    repeated = unsaid
  }

  /// How many revisions two histories have in common.
  package static func common(_ first: Ledger, _ second: Ledger) -> Int {
    zip(first.revisions, second.revisions).prefix { $0.chain == $1.chain }.count
  }

  /// Where a revision stands, and where it stood before that: `4 sha256:…, 3 sha256:…`.
  static func place(of revision: Revision) -> String {
    "\(revision.number) sha256:\(revision.chain)" + (revision.was.map { ", " + $0 } ?? "")
  }
}

extension Revision {
  /// The chain digests that it had, or stands for, in histories that were joined.
  package var formerChains: [String] {
    guard let was else { return [] }
    return was.split(separator: " ").filter { $0.hasPrefix("sha256:") }.map {
      String($0.dropFirst("sha256:".count).prefix { $0 != "," })
    }
  }
}

extension Ledger {
  /// The same history of a document that has another name now: every revision is made again, with
  /// where it stood before.
  ///
  /// - Parameter changing: a text as it is under the new name.
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
          was: LedgerJoin.place(of: revision)), from: text, to: next, path: path)
      text = next
    }
    return history
  }
}
