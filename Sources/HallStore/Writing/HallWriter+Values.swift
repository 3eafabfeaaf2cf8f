import HallHistory
import HallModel
import HallSyntax

/// The input and the results of a change.
extension HallWriter {
  /// What to do with one document.
  package struct Edit: Sendable {
    /// The file, as in `agendas/M-2025-008-drains.md`.
    package let path: String
    package let kind: Document.Kind
    /// The text that the change is based on; nil for a file that did not exist.
    package let old: [UInt8]?
    /// The new text; if it equals `old`, the present text of the file is recorded.
    package let new: [UInt8]
    /// The revision's message, given the text before it, if nobody gives a reason.
    package let why: @Sendable (_ before: [UInt8]) -> String
    /// Decides whether a change only adds figures to approved minutes: then the revision is one of
    /// figures and not an amendment, and anything else is refused. It has no effect on minutes that
    /// are not approved.
    package var figures: FigureJudge?
    /// Whether the message is a reason: then no other one is needed for an amendment.
    package var isReasoned = false
    /// The text of the history with this change, if `old` differs from the history; nil if the two
    /// cannot be separated. So a change that an approval allows can be recorded while an edit of
    /// sealed text still waits for a reason.
    package var apart: (@Sendable (_ told: [UInt8], _ old: [UInt8], _ new: [UInt8]) -> [UInt8]?)?
    /// Whether the present unrecorded text is left out, when approved text is restored as recorded:
    /// git already has it.
    package var leavesOut = false

    package init(
      path: String, kind: Document.Kind, old: [UInt8]?, new: [UInt8],
      why: @autoclosure @escaping @Sendable () -> String
    ) {
      self.init(path: path, kind: kind, old: old, new: new) { _ in why() }
    }

    package init(
      path: String, kind: Document.Kind, old: [UInt8]?, new: [UInt8],
      why: @escaping @Sendable (_ before: [UInt8]) -> String
    ) {
      self.why = why
      self.path = path
      self.kind = kind
      self.old = old
      self.new = new
    }
  }

  /// A document that is removed from the hall with its history, as if it had never been made: both
  /// are kept in `.hall/undone/`.
  package struct Unmaking: Sendable {
    package let place: HistoryPlace
    /// The file, as in `agendas/M-2025-008-drains.md`.
    package let path: String
    package let old: [UInt8]
    package let history: [UInt8]
    /// The name of both there: `M-2025-008`, or `M-2025-008.2` if that is taken.
    package let name: String

    package var target: HallPath { .notes("undone", name + ".md") }
    package var historyTarget: HallPath { .notes("undone", name + ".history.md") }

    package init(
      of place: HistoryPlace, path: String, old: [UInt8], history: [UInt8], in folder: HallFolder
    ) {
      (self.place, self.path, self.old, self.history) = (place, path, old, history)
      name = folder.undoneName(place.name)
    }
  }

  /// Who makes a change, and when and why.
  package struct Author: Sendable {
    package let name: String
    /// RFC 3339, with the hall's offset.
    package let at: String

    package init(name: String, at: String) {
      self.name = name
      self.at = at
    }
  }

  /// A recorded revision.
  package struct Recorded: Sendable {
    package let place: HistoryPlace
    package let number: Int
    package let kind: Revision.Kind?
    package let why: String
    /// The texts before and after it.
    package let old: [UInt8]
    package let new: [UInt8]
    /// Whether the document was created with it.
    package let isNew: Bool

    package init(
      place: HistoryPlace, number: Int, kind: Revision.Kind?, why: String, old: [UInt8],
      new: [UInt8], isNew: Bool = false
    ) {
      (self.place, self.number, self.kind, self.why) = (place, number, kind, why)
      (self.old, self.new, self.isNew) = (old, new, isNew)
    }
  }

  /// What a person should know about a recorded change.
  package enum Notice: Sendable, Equatable {
    /// An incomplete revision was removed; whether the text was recorded again.
    case cutOff(HistoryPlace, number: Int, isRedone: Bool)
    /// Approved text without a history, although others have one.
    case approvedWithoutHistory(HistoryPlace)
    /// A private file was replaced, and where the old one is kept.
    case copied(String, String)
  }

  package enum Failure: Error, Sendable {
    case disk(DiskFailure)
    /// The change is made, but not all of it is in place: the next write finishes it.
    case unfinished(DiskFailure)
    /// Another instance of this program was writing the whole time.
    case busy
    case store(StoreFailure)
    /// The content of `.hall/` does not belong to this user on this machine; the hall's folder.
    case foreign(ForeignNotes, String)
    /// A path that the format does not define.
    case outside(String)
    /// Somebody changed the file in the meantime.
    case changedMeanwhile(String)
    /// It is neither a matter nor a meeting: it has no identifier for a history.
    case noIdentifier(String)
    /// Two files with one identifier, which would share one history.
    case sameIdentifier(String, String)
    /// The text to write is not valid text.
    case notText(String)
    /// It contains an unfinished merge.
    case merging(String)
    /// The history has a fault, and is not extended.
    case history(String, Ledger.Fault)
    /// The history has fewer revisions than it once had; how many those were, if known.
    case lostRevisions(String, has: Int, had: Int?)
    /// A history is only restarted with a reason.
    case startNeedsReason
    /// A change of approved minutes needs a reason.
    case needsReason(String)
    /// A change that should only add figures to approved minutes does something else.
    case notFigures(String, FigureFault)
    /// Approved minutes contain a change made outside the program; it is recorded separately.
    case unrecordedAmendment(String)

    /// Whether the change is made all the same.
    var isMade: Bool {
      if case .unfinished = self { true } else { false }
    }
  }
}
