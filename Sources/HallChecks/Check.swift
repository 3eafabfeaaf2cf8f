import HallModel
import HallSyntax

/// One thing `hall check` looks for: one type, one file, one identifier.
///
/// A check is asked about every document, meeting, matter, vote and the hall as a whole, and
/// answers where it has something to say.
package protocol Check: SendableMetatype {
  /// As in `vote-result`.
  static var id: String { get }
  /// What it looks for, in a sentence or two; its page of the documentation.
  static var about: Phrase { get }

  static func check(document: Document, _ context: CheckContext, _ report: inout Report)
  static func check(meeting: Meeting, _ context: CheckContext, _ report: inout Report)
  static func check(matter: Matter, _ context: CheckContext, _ report: inout Report)
  /// Asked once a vote, with its tally, so that it is counted once.
  static func check(tally: Tally, _ context: CheckContext, _ report: inout Report)
  /// Asked for every task of a matter or a meeting.
  static func check(
    task: Task, of owner: TaskOwner, _ context: CheckContext, _ report: inout Report)
  /// Asked once, for what only the whole hall shows.
  static func check(hall: Hall, _ context: CheckContext, _ report: inout Report)
}

extension Check {
  package static func check(document: Document, _ context: CheckContext, _ report: inout Report) {}
  package static func check(meeting: Meeting, _ context: CheckContext, _ report: inout Report) {}
  package static func check(matter: Matter, _ context: CheckContext, _ report: inout Report) {}
  package static func check(tally: Tally, _ context: CheckContext, _ report: inout Report) {}
  package static func check(
    task: Task, of owner: TaskOwner, _ context: CheckContext, _ report: inout Report
  ) {}
  package static func check(hall: Hall, _ context: CheckContext, _ report: inout Report) {}
}

/// What every check is told.
package struct CheckContext: Sendable {
  package let hall: Hall
  /// The day asked about.
  package let today: Day
  /// What was found wrong with the histories.
  package let histories: [HistoryFinding]
  /// Who signed what, and what that is worth.
  package let signatures: [SignatureFinding]
  /// Files that are nearly documents.
  package let nearDocuments: [NearDocument]
  /// The private files that others get to see.
  package let privateFiles: [PrivateFileFinding]

  package init(
    hall: Hall, today: Day, histories: [HistoryFinding] = [], signatures: [SignatureFinding] = [],
    nearDocuments: [NearDocument] = [], privateFiles: [PrivateFileFinding] = []
  ) {
    self.nearDocuments = nearDocuments
    self.hall = hall
    self.today = today
    self.histories = histories
    self.signatures = signatures
    self.privateFiles = privateFiles
  }

  package var charter: Charter { hall.charter }
}

/// Collects what one check finds.
package struct Report {
  package private(set) var problems: [Problem] = []
  private let id: String

  init(of check: any Check.Type) {
    id = check.id
  }

  /// - Parameters:
  ///   - range: the bytes of the document it is about; the caret stands below them.
  ///   - facts: what it is about beside what stands there, where one sentence says several things of
  ///     one place: the figure it is held against, the measure. Never a figure that is only told.
  ///   - sentence: which sentence of the check says it; nothing has to be given.
  package mutating func error(
    _ document: Document, _ range: Range<Int>, zh: String, en: String, hint: Phrase? = nil,
    facts: [String] = [], sentence: UInt = #line
  ) {
    let mark = Problem.Mark(sentence: sentence, facts: facts)
    add(.error, document, range, Phrase(zh: zh, en: en), hint, mark)
  }

  package mutating func warning(
    _ document: Document, _ range: Range<Int>, zh: String, en: String, hint: Phrase? = nil,
    facts: [String] = [], sentence: UInt = #line
  ) {
    let mark = Problem.Mark(sentence: sentence, facts: facts)
    add(.warning, document, range, Phrase(zh: zh, en: en), hint, mark)
  }

  /// - Parameter path: a file of the hall that is not read as one of its documents.
  package mutating func warning(path: String, zh: String, en: String, hint: Phrase? = nil) {
    problems.append(
      Problem(
        id: id, severity: .warning, path: path, range: 0..<0, message: Phrase(zh: zh, en: en),
        hint: hint))
  }

  /// Takes over what another report of the same check found.
  mutating func add(_ other: Report) { problems += other.problems }

  private mutating func add(
    _ severity: Problem.Severity, _ document: Document, _ range: Range<Int>, _ message: Phrase,
    _ hint: Phrase?, _ mark: Problem.Mark
  ) {
    problems.append(
      Problem(
        id: id, severity: severity, path: document.path, range: document.source(of: range),
        message: message, hint: hint, mark: mark, in: document))
  }
}
