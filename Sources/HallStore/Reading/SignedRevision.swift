import HallHistory
import HallModel
import HallSyntax

/// A history's verdict on a revision that somebody signed.
package struct SignedRevision: Sendable {
  package enum Fit: Sendable, Equatable {
    case fits
    /// The revision has another text, or that text through other revisions.
    case otherText, otherHistory
    case noRevision(last: Int)
    case damaged(revision: Int)
  }

  package let fit: Fit
  /// The present number of the revision, if two histories were joined since it was signed.
  package private(set) var revisionNow: Int?
  /// nil if it does not fit.
  package private(set) var standing: SignatureFinding.Standing?
  /// The revision that superseded the signed text.
  package private(set) var leftBehindBy: Int?

  /// - Parameters:
  ///   - fault: what is wrong with the history, so that it is determined only once.
  ///   - areFigures: whether a revision adds only figures, each as everybody computes it.
  package init(
    _ statement: SignatureStatement, in ledger: Ledger, _ fault: Ledger.Fault?,
    areFigures: (_ number: Int) -> Bool = { _ in false }
  ) {
    // An incomplete append does not count as a revision.
    if let fault, fault.reason != .torn {
      fit = .damaged(revision: fault.revision)
      return
    }
    let revisions = ledger.revisions
    if let revision = revisions.first(where: { $0.number == statement.revision }),
      revision.chain == statement.chain
    {
      fit = revision.content == statement.content ? .fits : .otherText
      if fit == .fits { stand(on: revision, in: ledger, areFigures) }
      return
    }
    if let joined = revisions.first(where: { $0.stoodBefore(statement) }) {
      fit = .fits
      revisionNow = joined.number
      guard joined.content == statement.content else {
        // Replayed on top of what the others wrote, it has another text.
        (standing, leftBehindBy) = (.joined, joined.number)
        return
      }
      stand(on: joined, in: ledger, areFigures)
      return
    }
    guard let revision = revisions.first(where: { $0.number == statement.revision }) else {
      fit = .noRevision(last: revisions.count)
      return
    }
    fit = revision.content == statement.content ? .otherHistory : .otherText
  }

  /// Goes through the revisions after the signed one.
  private mutating func stand(
    on revision: Revision, in ledger: Ledger, _ areFigures: (Int) -> Bool
  ) {
    standing = .stands
    /// The texts that the signature has covered, by their digests, since figures were added.
    var held: Set<String> = []
    var figures: Int?
    var changed: Int?
    for (before, later) in zip(
      ledger.revisions.dropFirst(revision.number - 1),
      ledger.revisions.dropFirst(revision.number))
    {
      switch later.kind {
      case .progress, .joined: continue
      case nil: changed = changed ?? later.number
      case .figures where areFigures(later.number):
        held.insert(before.content)
        figures = figures ?? later.number
      // Removing the figures again restores the signed text.
      case .amendment where held.contains(later.content): continue
      case .amendment, .figures:
        standing = .amended
        leftBehindBy = later.number
        return
      }
    }
    guard let changed else { return }
    standing = .changed
    judge(in: ledger, changedBy: changed, signed: revision, upTo: figures.map { $0 - 1 })
  }

  /// Text that may change was changed; an approval may only change the status.
  ///
  /// - Parameter last: the last revision before figures were added; the figures are not compared.
  private mutating func judge(
    in ledger: Ledger, changedBy number: Int, signed revision: Revision, upTo last: Int?
  ) {
    leftBehindBy = number
    func document(after number: Int) -> Document? {
      guard let bytes = try? ledger.text(after: number) else { return nil }
      let kind: Document.Kind = ledger.path.hasPrefix("agendas/") ? .meeting : .other
      return Document(path: ledger.path, kind: kind, bytes: bytes)
    }
    guard let last = document(after: last ?? ledger.revisions.count), Seal.isApproved(last),
      let signed = document(after: revision.number)
    else { return }
    let isSame = Seal.isSameButStatus(signed, last)
    standing = isSame ? .stands : .approvedOtherwise
    if isSame { leftBehindBy = nil }
  }
}

extension Revision {
  /// Whether it is the signed revision, replayed when two histories were joined.
  fileprivate func stoodBefore(_ statement: SignatureStatement) -> Bool {
    was.contains { $0.contains("\(statement.revision) sha256:\(statement.chain)") }
  }
}

extension Ledger {
  /// What is wrong with the history, after checking every guarantee.
  package var firstFault: Fault? {
    do throws(Fault) {
      _ = try verify()
      return nil
    } catch {
      return error
    }
  }
}
