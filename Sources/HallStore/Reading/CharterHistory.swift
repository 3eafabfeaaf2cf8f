import HallHistory
import HallModel
import HallSyntax
import Synchronization

/// The history of `hall.md`, for the text at a given moment. Each text is rebuilt once.
final class CharterHistory: Sendable {
  /// Which texts of `hall.md` may have been in force at a moment.
  struct Choice {
    /// The revision whose text counts.
    let revision: Int
    /// Earlier revisions that may have been the last ones known.
    let earlier: [Int]
    /// Later revisions that had been made elsewhere by then and were joined afterwards.
    let later: [Int]
  }

  /// How many other texts are considered: nobody joins more than this between two approvals.
  private static let mostOthers = 8

  private let present: Document
  private let ledger: Ledger
  /// When each revision was made, in seconds; nil where one does not say.
  private let moments: [Int?]
  /// The charters that have been needed, by the digests of their texts.
  private let charters = Mutex<[String: Charter]>([:])

  /// - Parameter present: the present `hall.md`, which need not be rebuilt.
  init(_ ledger: Ledger, present: Document) {
    (self.ledger, self.present) = (ledger, present)
    moments = ledger.revisions.map { SignatureMoment($0.at)?.seconds }
  }

  /// A fault that applies to every moment.
  var fault: CharterAtApproval.Reason? {
    if ledger.bytes.isEmpty { return .noHistory }
    if let fault = ledger.fault, fault.reason != .torn { return .unreadable }
    if ledger.revisions.isEmpty { return .noHistory }
    return moments.contains(nil) ? .unreadable : nil
  }

  /// The revisions that had been made at a moment; nil if there was none.
  ///
  /// A revision is based on all of those before it: its author had them, whatever a clock said. A
  /// revision that was replayed when histories were joined has the time it was made, not the time
  /// it was joined. So the last revision that was made here by then counts, together with those
  /// after it that were replayed and are as old.
  func choice(at moment: Int) -> Choice? {
    let revisions = ledger.revisions
    func isMade(_ index: Int) -> Bool { moments[index].map { $0 <= moment } ?? false }
    let own = revisions.indices.last { revisions[$0].was.isEmpty && isMade($0) }
    var last = own ?? -1
    while last + 1 < revisions.count, !revisions[last + 1].was.isEmpty, isMade(last + 1) {
      last += 1
    }
    guard last >= 0 else { return nil }
    var earlier: [Int] = []
    var index = last
    // Histories record whole seconds: a revision made in the second of the approval counts as made
    // before it, but the person who approved may not have had it.
    func isUnsure(_ index: Int) -> Bool {
      !revisions[index].was.isEmpty || moments[index] == moment
    }
    while index > 0, isUnsure(index), earlier.count < CharterHistory.mostOthers {
      index -= 1
      earlier.append(index + 1)
    }
    let later = revisions.indices.dropFirst(last + 1).filter {
      !revisions[$0].was.isEmpty && isMade($0)
    }
    return Choice(
      revision: last + 1, earlier: earlier,
      later: later.count <= CharterHistory.mostOthers ? later.map { $0 + 1 } : [])
  }

  /// Rebuilds all texts that some choices need, in one replay.
  func prepare(_ choices: [Choice]) throws(Ledger.Fault) {
    _ = try charters(after: choices.flatMap { [$0.revision] + $0.earlier })
  }

  /// The past charter for a choice, for minutes approved by a revision.
  func past(_ choice: Choice, approval: Int) throws(Ledger.Fault) -> PastCharter? {
    let found = try charters(after: [choice.revision] + choice.earlier)
    guard let charter = found[choice.revision] else { return nil }
    var others = choice.earlier.compactMap { found[$0] }
    if let picked = try picked(choice, onto: charter) { others.append(picked) }
    return PastCharter(
      charter: charter, revision: choice.revision, approval: approval,
      others: others.filter { $0 !== charter })
  }

  private func charters(after numbers: [Int]) throws(Ledger.Fault) -> [Int: Charter] {
    var digests: [Int: String] = [:]
    for number in numbers { digests[number] = ledger.revisions[number - 1].content }
    let known = charters.withLock { $0 }
    let lacking = digests.filter { known[$0.value] == nil }
    var made: [String: Charter] = [:]
    if !lacking.isEmpty {
      let own = SHA256.hex(of: present.bytes)
      let past = Set(lacking.filter { $0.value != own }.keys)
      let texts = past.isEmpty ? [:] : try ledger.texts(after: past)
      for (number, digest) in lacking where made[digest] == nil {
        if digest == own {
          made[digest] = Charter(document: present)
        } else if let text = texts[number] {
          made[digest] = CharterHistory.charter(text)
        }
      }
    }
    // The first thread's charter is shared by all.
    let all = charters.withLock { charters in
      charters.merge(made) { first, _ in first }
      return charters
    }
    return digests.compactMapValues { all[$0] }
  }

  private static func charter(_ text: [UInt8]) -> Charter {
    Charter(document: Document(path: HallFolder.charterPath, kind: .hall, bytes: text))
  }

  /// The text with what others had made by then, without what precedes that in the chain.
  private func picked(
    _ choice: Choice, onto charter: Charter
  ) throws(Ledger.Fault) -> Charter? {
    guard !choice.later.isEmpty else { return nil }
    let texts = try ledger.texts(after: Set(choice.later.flatMap { [$0 - 1, $0] }))
    var text = charter.document.bytes
    for number in choice.later {
      guard let before = texts[number - 1], let after = texts[number] else { return nil }
      var merged: [UInt8] = []
      for piece in LineMerge.merge(base: before, first: text, second: after) {
        switch piece {
        case .settled(let lines): merged += lines
        case .bothAdded(let first, let second): merged += first + second
        case .conflict: return nil
        }
      }
      text = merged
    }
    return CharterHistory.charter(text)
  }
}
