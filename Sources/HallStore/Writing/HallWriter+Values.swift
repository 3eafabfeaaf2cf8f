import HallHistory
import HallModel
import HallSyntax

/// What a change is made of, and what comes of it.
extension HallWriter {
  /// What to do with one document.
  package struct Edit: Sendable {
    /// The file, as in `agendas/M-2025-008-drains.md`.
    package let path: String
    package let kind: Document.Kind
    /// What the change was made on; nil for a file that was not there.
    package let old: [UInt8]?
    /// The text to be; the same as `old` only takes in what stands there.
    package let new: [UInt8]
    /// What the revision says, of the text before it, where nobody gives a reason.
    package let why: @Sendable (_ before: [UInt8]) -> String
    /// Who says whether approved minutes get figures and nothing else: the revision is one of
    /// figures then and no amendment, and whatever it is beside that is refused. It says nothing of
    /// minutes that are not approved.
    package var figures: FigureJudge?
    /// Whether what it says is a reason: nobody has to give another one for an amendment.
    package var isReasoned = false
    /// The text of the history with what this changes, where `old` is not what the history leads to;
    /// nil where the two cannot be told apart. So a change that an approval leaves open is recorded
    /// beside an edit of sealed text that waits for a reason.
    package var apart: (@Sendable (_ told: [UInt8], _ old: [UInt8], _ new: [UInt8]) -> [UInt8]?)?
    /// Whether what stands there and is not recorded goes without a revision, where approved text is
    /// put back as it was recorded: git has it already.
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

  /// A document that is taken out of the hall with its history, as if it had never been made: both
  /// are kept in `.hall/undone/`.
  package struct Unmaking: Sendable {
    package let place: HistoryPlace
    /// The file, as in `agendas/M-2025-008-drains.md`.
    package let path: String
    package let old: [UInt8]
    package let history: [UInt8]
    /// What both are called there: `M-2025-008`, or `M-2025-008.2` where that is taken.
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

  /// Who changes, when and why.
  package struct Author: Sendable {
    package let name: String
    /// RFC 3339, with the hall's offset.
    package let at: String

    package init(name: String, at: String) {
      self.name = name
      self.at = at
    }
  }

  /// A revision that was recorded.
  package struct Recorded: Sendable {
    package let place: HistoryPlace
    package let number: Int
    package let kind: Revision.Kind?
    package let why: String
    /// The texts before and after it.
    package let old: [UInt8]
    package let new: [UInt8]
    /// Whether the document was made with it.
    package let isNew: Bool

    package init(
      place: HistoryPlace, number: Int, kind: Revision.Kind?, why: String, old: [UInt8],
      new: [UInt8], isNew: Bool = false
    ) {
      (self.place, self.number, self.kind, self.why) = (place, number, kind, why)
      (self.old, self.new, self.isNew) = (old, new, isNew)
    }
  }

  /// What a person should know of a change that was recorded.
  package enum Notice: Sendable, Equatable {
    /// A revision whose writing was cut off was taken away; whether the text is recorded again.
    case cutOff(HistoryPlace, number: Int, isRedone: Bool)
    /// Approved text without a history, where others have one.
    case approvedWithoutHistory(HistoryPlace)
    /// A private file that is another now, and where the old one is kept.
    case copied(String, String)
  }

  package enum Failure: Error, Sendable {
    case disk(DiskFailure)
    /// The change is made, and not all of it is in its place: whoever writes next finishes it.
    case unfinished(DiskFailure)
    /// Another program of ours was writing all the time.
    case busy
    case store(StoreFailure)
    /// What stands in `.hall/` is none of this user's on this machine; the hall's folder.
    case foreign(ForeignNotes, String)
    /// A path that names nothing the format knows.
    case outside(String)
    /// Somebody changed the file meanwhile.
    case changedMeanwhile(String)
    /// Neither a matter nor a meeting: it has no identifier that a history could be kept under.
    case noIdentifier(String)
    /// Two files of one identifier, which would share one history.
    case sameIdentifier(String, String)
    /// What is written would be no text.
    case notText(String)
    /// A merge that nobody has finished stands in it.
    case merging(String)
    /// The history has something wrong with it, and is not added to.
    case history(String, Ledger.Fault)
    /// The history has fewer revisions than it once had; how many that were, where it is known.
    case lostRevisions(String, has: Int, had: Int?)
    /// Only with a reason does a history begin anew.
    case startNeedsReason
    /// A change of approved minutes needs a reason.
    case needsReason(String)
    /// What should only add figures to approved minutes does something else.
    case notFigures(String, FigureFault)
    /// A change made outside the program stands in approved minutes; it is recorded by itself.
    case unrecordedAmendment(String)

    /// Whether the change is made all the same.
    var isMade: Bool {
      if case .unfinished = self { true } else { false }
    }
  }
}
