import HallSyntax

/// Decides whether a change of approved minutes only adds figures, each of them the one everybody
/// computes from `hall.md` at the approval. Then adding them is no amendment, and nothing else can
/// be written into approved minutes that way.
package struct FigureJudge: Sendable {
  let hall: Hall
  /// Without it nobody can compute a figure, and none is right.
  let reckoning: FigureReckoning?

  package init(_ hall: Hall, _ reckoning: FigureReckoning?) {
    (self.hall, self.reckoning) = (hall, reckoning)
  }

  /// - Parameters:
  ///   - last: the last revision of the minutes before the change; all of them if nil.
  ///   - hasReason: whether a reason is given.
  package func verdict(
    from old: Document, to new: Document, upTo last: Int = .max, hasReason: Bool
  ) -> FigureVerdict {
    let added: [AddedFigure]
    do throws(FigureFault) { added = try AddedFigure.all(from: old, to: new) } catch {
      return .wrong(error)
    }
    guard let id = DocumentID(of: old) else { return .wrong(.unknownCharter(.notApproved)) }
    switch hall.past.charter(PastCharters.Question(id.text, upTo: last)) {
    case .unknown(let reason): return .wrong(.unknownCharter(reason))
    case .known(let past):
      // The text that counts comes first; its fault is reported if no other text confirms the
      // figures.
      let verdicts = past.all.lazy.map { verdict(on: added, in: old, under: $0) }
      guard let best = verdicts.first(where: { $0.fault == nil }) ?? verdicts.first else {
        return .wrong(.unknownCharter(.unreadable))
      }
      let needsWord = best == .onItsWord || added.contains { book(of: $0, in: old) != nil }
      return best.fault == nil && needsWord && !hasReason ? .wrong(.unreasoned) : best
    }
  }

  private func verdict(
    on added: [AddedFigure], in minutes: Document, under charter: Charter
  ) -> FigureVerdict {
    let reckoned = reckoning?.figures(minutes, charter, hall) ?? []
    // If `hall.md` has a roster, everybody has all the data the figures need, except ballots.
    let isOpen = !charter.roster.isEmpty
    var isKnown = true
    for addition in added {
      let figure = addition.figure
      let own = reckoned.first {
        $0.vote == figure.vote && $0.field == figure.field && $0.keyword == figure.keyword
      }
      guard own?.text != figure.text else { continue }
      let isMissing = book(of: addition, in: minutes).map { hall.ballotBooks[$0] == nil } ?? false
      guard own == nil, !isOpen || isMissing else {
        return .wrong(
          .otherValue(figure.keyword, written: figure.text, reckoned: own?.text))
      }
      isKnown = false
    }
    return isKnown ? .right : .onItsWord
  }

  /// The ballots that a figure is counted from, if not everybody may see them.
  private func book(of addition: AddedFigure, in minutes: Document) -> String? {
    let path = Vote(document: minutes, node: addition.figure.vote).ballotReference?.path
    return path.flatMap { $0.hasPrefix("private/") ? $0 : nil }
  }
}
