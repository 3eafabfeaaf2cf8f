import HallGit
import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// The subject of a change, in the order of a review.
enum ReviewGroup: String, Sendable, CaseIterable {
  /// Changes of text sealed by an approval: each needs a reason, and they come first.
  case amendments
  case decisions, votes, tasks, matters, meetings
  /// The hall's own rules, roster, parties and settings.
  case hall
  /// What follows a decision: boxes, extensions, progress, postings, signatures.
  case progress

  var title: Phrase {
    switch self {
    case .amendments: Phrase(zh: "已确认的会议记录被修正", en: "Approved minutes amended")
    case .decisions: Phrase(zh: "决议", en: "Decisions")
    case .votes: Phrase(zh: "表决", en: "Votes")
    case .tasks: Phrase(zh: "任务", en: "Tasks")
    case .matters: Phrase(zh: "问题", en: "Matters")
    case .meetings: Phrase(zh: "会议", en: "Meetings")
    case .hall: Phrase(zh: "议事厅：规则、名册、各方", en: "The hall: rules, roster, parties")
    case .progress: Phrase(zh: "进展", en: "Progress")
    }
  }

  /// The group of a change that was not sealed by an approval.
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
    /// A fact; for a new thing, with its essential details.
    case fact(FactChange, details: [FactChange])
    case vote(VoteChange)
    case prose(ProseChange)
    case came, went
    /// The file's old and new names.
    case renamed(String, String)
    /// No fact has changed, only blank lines, spelling or comments.
    case layout
    /// An amendment whose effect is no longer visible.
    case withdrawn
  }

  let group: ReviewGroup
  /// The document as it is now; if it is gone, as it was.
  let document: Document
  let content: Content
  /// The revision that made the change; nil if no history records it.
  var revision: Revision?
  /// Earlier revisions that changed the same thing, by their numbers.
  var others: [Int] = []
  /// Whether the document differs from its history, and the change is part of the difference.
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

/// Something that must not be overlooked: the record is not what it should be.
package struct ReviewAlert: Sendable {
  package enum Kind: String, Sendable {
    /// Approved text has changed without an amendment that gives the reason.
    case sealed
    /// A revision changed approved text but is not marked as an amendment.
    case mislabelled
    /// Revisions have disappeared.
    case rewritten
    /// The history cannot be read completely.
    case damaged
    /// A document is gone.
    case gone
    /// A changed document is not valid text.
    case unreadable
    /// A signing key was added or removed.
    case keyAdded = "key_added"
    case keyRemoved = "key_removed"
    /// A signature is gone, or is not what it was.
    case signatureGone = "signature_gone"
    case signatureChanged = "signature_changed"
    /// A file that says what git, the editor or the pipeline do with the record, or a private one.
    case settings
    /// What was recorded after an approval, as an objection or a signature, was changed or taken out:
    /// the approval does not seal it, and no reason is asked for.
    case takenBack = "taken_back"
  }

  package let kind: Kind
  package let document: Document
  /// The revision concerned.
  package var revision: Int?
  package var fault: Ledger.Fault?
  /// Why a revision that claims to add only figures does not.
  var figures: FigureFault?
  /// The signer, and the key's fingerprint.
  var signer: String?
  /// What was taken back.
  var change: FactChange?

  /// Whether it makes the review incomplete.
  package var isFailure: Bool { kind == .damaged || kind == .unreadable }
}

extension ReviewAlert {
  /// The signing keys that are in only one of two commits.
  ///
  /// - Parameters:
  ///   - from: the hash of the earlier commit.
  ///   - to: the hash of the later commit.
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

extension ReviewAlert {
  /// Signatures that are gone or changed, and files beside the record that decide about it.
  static func others(in repository: Repository, from: String, to: String) -> [ReviewAlert] {
    repository.changedFiles(from: from, to: to).compactMap { file in
      let own =
        file.path.hasPrefix(repository.prefix)
        ? String(file.path.dropFirst(repository.prefix.count)) : nil
      let document = Document(path: own ?? file.path, kind: .other, bytes: [])
      if let own, own.hasPrefix("signatures/"), own != AllowedSigners.path {
        switch file.change {
        case .added: return nil
        case .removed: return ReviewAlert(kind: .signatureGone, document: document)
        case .changed: return ReviewAlert(kind: .signatureChanged, document: document)
        }
      }
      guard decides(file.path) || own?.hasPrefix("private/") ?? false else { return nil }
      return ReviewAlert(kind: .settings, document: document)
    }
  }

  /// Whether a file tells git or a host what to do: `.gitattributes`, `.github/workflows/hall.yml`.
  private static func decides(_ path: String) -> Bool {
    let steps = path.split(separator: "/").map(String.init)
    let names = [
      ".gitattributes", ".gitmodules", ".gitignore", ".gitlab-ci.yml", ".editorconfig",
      "Jenkinsfile",
      "CODEOWNERS", ".pre-commit-config.yaml",
    ]
    return steps.last.map(names.contains) ?? false
      || steps.dropLast().contains {
        [".github", ".gitlab", ".gitee", ".circleci", ".githooks"].contains($0)
      }
  }
}

extension Document {
  /// `M-2025-008`, `hall`; the path, for a document without an identifier.
  var reviewName: String { HistoryPlace(of: self)?.name ?? path }
}
