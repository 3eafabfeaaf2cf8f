import HallGit
import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// What a change is about, in the order a review tells it.
enum ReviewGroup: String, Sendable, CaseIterable {
  /// Of what an approval had sealed: each needs a reason, and stands before everything else.
  case amendments
  case decisions, votes, tasks, matters, meetings
  /// The hall's own rules, roster, parties and settings.
  case hall
  /// What goes on after a decision: boxes, extensions, progress, postings, signatures.
  case progress

  var title: Phrase {
    switch self {
    case .amendments: Phrase(zh: "已确认的纪要被修正", en: "Approved minutes amended")
    case .decisions: Phrase(zh: "决议", en: "Decisions")
    case .votes: Phrase(zh: "表决", en: "Votes")
    case .tasks: Phrase(zh: "任务", en: "Tasks")
    case .matters: Phrase(zh: "问题", en: "Matters")
    case .meetings: Phrase(zh: "会议", en: "Meetings")
    case .hall: Phrase(zh: "议事厅：规则、名册、各方", en: "The hall: rules, roster, parties")
    case .progress: Phrase(zh: "进展", en: "Progress")
    }
  }

  /// Where a change belongs that no approval had sealed.
  init(_ subjects: [Fact.Subject], in kind: Document.Kind) {
    let inner = subjects.last { [.vote, .decision, .task].contains($0.kind) }
    switch (kind, inner?.kind) {
    case (.hall, _): self = .hall
    case (_, .vote): self = .votes
    case (_, .decision): self = .decisions
    case (_, .task): self = .tasks
    case (.matter, _): self = .matters
    default: self = .meetings
    }
  }
}

/// One change between two states of a hall: one line of a review.
struct ReviewEntry: Sendable {
  enum Content: Sendable {
    /// A fact; of something that is new, what else there is to know of it at once.
    case fact(FactChange, details: [FactChange])
    case vote(VoteChange)
    case prose(ProseChange)
    case came, went
    /// The file's old and new names.
    case renamed(String, String)
    /// No fact is another: blank lines, spelling, comments.
    case layout
    /// An amendment of which nothing is to be seen any more.
    case withdrawn
  }

  let group: ReviewGroup
  /// The document as it is now, or as it was where it is gone.
  let document: Document
  let content: Content
  /// The revision that made the change; nil where no history tells.
  var revision: Revision?
  /// Earlier revisions that changed the same, by their numbers.
  var others: [Int] = []
  /// Whether the document says something else than its history, and the change is part of that.
  var isUnrecorded = false

  var kind: FactChange.Kind {
    switch content {
    case .fact(let change, _): change.kind
    case .vote(let change): change.kind
    case .came: .added
    case .went: .removed
    case .prose, .renamed, .layout, .withdrawn: .changed
    }
  }
}

/// What must not be overlooked: where the record does not say what it should.
package struct ReviewAlert: Sendable {
  package enum Kind: String, Sendable {
    /// Approved text is another, and no amendment says why.
    case sealed
    /// A revision changed approved text and does not call itself an amendment.
    case mislabelled
    /// Revisions that were there are there no more.
    case rewritten
    /// The history cannot be read whole.
    case damaged
    /// A document is gone.
    case gone
    /// The bytes of a document that changed are not text.
    case unreadable
    /// Somebody may sign with a key who could not, or may no more.
    case keyAdded = "key_added"
    case keyRemoved = "key_removed"
  }

  package let kind: Kind
  package let document: Document
  /// The revision it is found in.
  package var revision: Int?
  package var fault: Ledger.Fault?
  /// Why a revision that says it only adds figures does not.
  var figures: FigureFault?
  /// Who may sign, and the key's fingerprint.
  var signer: String?

  /// Whether it keeps the question from being answered whole.
  package var isFailure: Bool { kind == .damaged || kind == .unreadable }
}

extension ReviewAlert {
  /// The keys that somebody may sign with in one commit and not in the other.
  ///
  /// - Parameters:
  ///   - from: a commit's digits.
  ///   - to: the same of the later one.
  static func keys(in repository: Repository, from: String, to: String) -> [ReviewAlert] {
    func signers(_ commit: String) -> (document: Document, names: [String]) {
      let bytes = repository.content(of: AllowedSigners.path, in: commit) ?? []
      let names = AllowedSigners(bytes).entries.map { "\($0.principals) \($0.key.fingerprint)" }
      return (Document(path: AllowedSigners.path, kind: .other, bytes: bytes), names)
    }
    let (before, after) = (signers(from), signers(to))
    func alerts(_ kind: Kind, _ names: [String], _ document: Document) -> [ReviewAlert] {
      names.map { ReviewAlert(kind: kind, document: document, signer: $0) }
    }
    return alerts(.keyAdded, after.names.filter { !before.names.contains($0) }, after.document)
      + alerts(.keyRemoved, before.names.filter { !after.names.contains($0) }, before.document)
  }
}

extension Document {
  /// `M-2025-008`, `hall`; the path of a document that has no identifier.
  var reviewName: String { HistoryPlace(of: self)?.name ?? path }
}
