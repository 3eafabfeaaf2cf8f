import HallHistory
import HallModel
import HallSyntax

/// Finds what `hall.md` said when minutes were approved, from the histories of both.
struct CharterFinder: Sendable {
  /// Reads a document's history up to a revision; empty if there is none.
  typealias Reader = @Sendable (_ place: HistoryPlace, _ last: Int) -> Ledger?

  let read: Reader
  /// Read at the first question, and kept for all others.
  private let charter: Lazy<CharterHistory?>

  init(present: Document, read: @escaping Reader) {
    self.read = read
    charter = Lazy {
      HistoryPlace(of: present).flatMap { read($0, .max) }
        .map { CharterHistory($0, present: present) }
    }
  }

  /// The approval of minutes that is in force: its revision, and when it was made.
  private struct Approval {
    let revision: Int
    let moment: Int
  }

  private enum Found {
    case approval(Approval)
    case reason(CharterAtApproval.Reason)
  }

  /// Answers questions on all cores: each history of minutes is read once, that of `hall.md` once
  /// for all.
  func charters(_ questions: [PastCharters.Question]) -> [CharterAtApproval] {
    guard let charter = charter.value else {
      return questions.map { _ in .unknown(.unreadable) }
    }
    if let fault = charter.fault { return questions.map { _ in .unknown(fault) } }
    let found = Parallel.map(count: questions.count, inChunksOf: 2) { approval(questions[$0]) }
    let choices = found.map { found -> CharterHistory.Choice? in
      guard case .approval(let approval) = found else { return nil }
      return charter.choice(at: approval.moment)
    }
    // A text that cannot be rebuilt is found again below, for the question it concerns.
    if questions.count > 1 { try? charter.prepare(choices.compactMap(\.self)) }
    return zip(found, choices).map { found, choice in
      switch found {
      case .reason(let reason): return .unknown(reason)
      case .approval(let approval):
        guard let choice else { return .unknown(.beginsLater) }
        let past = try? charter.past(choice, approval: approval.revision)
        return past.map(CharterAtApproval.known) ?? .unknown(.unreadable)
      }
    }
  }

  /// The revision that set the status to 已确认, which has not changed since. Amendments of approved
  /// minutes do not move it.
  private func approval(_ question: PastCharters.Question) -> Found {
    guard let place = HistoryPlace(named: question.name),
      let ledger = read(place, question.last)
    else { return .reason(.unreadable) }
    do throws(Ledger.Fault) {
      guard let number = try ledger.approval(upTo: question.last) else {
        return .reason(.notApproved)
      }
      guard let moment = SignatureMoment(ledger.revisions[number - 1].at) else {
        return .reason(.unreadable)
      }
      return .approval(Approval(revision: number, moment: moment.seconds))
    } catch {
      return .reason(.unreadable)
    }
  }
}

extension Ledger {
  /// The number of the revision since which minutes have been approved; nil if they are not.
  ///
  /// - Parameter last: the last revision to consider.
  func approval(upTo last: Int) throws(Fault) -> Int? {
    try standing(upTo: last) { text in
      let document = Document(path: path, kind: .meeting, bytes: text)
      return (Seal.isApproved(document), document.linesOfFrontMatter)
    }
  }

  /// The revision since which minutes have been approved; nil if they are not, or it is not known.
  package var approval: Revision? {
    guard let number = try? approval(upTo: .max) else { return nil }
    return revisions.indices.contains(number - 1) ? revisions[number - 1] : nil
  }
}

extension Document {
  /// How many of the first lines the front matter depends on: all, if it is not closed.
  fileprivate var linesOfFrontMatter: Int {
    guard let front = frontMatter, !nodes[front].isUnclosed, fault == nil else { return .max }
    let last = nodes[Int(nodes[front].subtreeEnd) - 1]
    return last.kind == .delimiter ? Int(last.line) : .max
  }
}

extension HallFolder {
  /// The past texts of the charter, from the histories of this folder.
  func pastCharters(present: Document) -> PastCharters {
    let finder = CharterFinder(present: present) { place, last in
      try? ledger(of: place, upTo: last)
    }
    return PastCharters(finder.charters)
  }
}
