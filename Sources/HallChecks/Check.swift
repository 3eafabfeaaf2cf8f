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
  /// Whether it reads the roster, the parties or the rules: what they become later makes no approved
  /// minutes wrong.
  static var readsHall: Bool { get }
  /// Whether it asks the roster who somebody is.
  static var readsRoster: Bool { get }

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
  package static var readsHall: Bool { false }
  package static var readsRoster: Bool { false }
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
  /// What holds for the document that is looked at.
  package private(set) var charter: Charter

  package init(
    hall: Hall, today: Day, histories: [HistoryFinding] = [], signatures: [SignatureFinding] = [],
    nearDocuments: [NearDocument] = [], privateFiles: [PrivateFileFinding] = []
  ) {
    self.nearDocuments = nearDocuments
    self.hall = hall
    charter = hall.charter
    self.today = today
    self.histories = histories
    self.signatures = signatures
    self.privateFiles = privateFiles
  }

  /// Whether the roster has somebody of a name, now or when the minutes that are looked at were
  /// approved: who has left it was known, and who was added since is known.
  func hasPerson(_ name: String) -> Bool {
    charter.roster.hasPerson(name) || hall.charter.roster.hasPerson(name)
  }

  /// Whether a name is that of a party, now or when the minutes were approved.
  func hasParty(_ name: String, _ parties: PartyList) -> Bool {
    parties[name] != nil || hall.charter.parties[name] != nil
  }

  /// The same with the charter by which a meeting is judged.
  func judging(_ meeting: Meeting) -> CheckContext {
    var context = self
    context.charter = meeting.charter
    return context
  }
}

/// Collects what one check finds.
package struct Report {
  package private(set) var problems: [Problem] = []
  private let id: String
  /// Whether what is said now rests on the roster, the parties or the rules.
  var readsHall: Bool
  /// Approved minutes of which nobody knows what held when they were approved, and today's hall.
  private var judgedByToday: (meeting: Meeting, charter: Charter)?
  /// Whether it is approved minutes under a private roster that are looked at: they were found right
  /// by the roster of their day, which nobody has any more, and stand as they were written.
  private var isByLostRoster = false
  private let readsRoster: Bool
  /// Whether it is a vote that is looked at: what today's hall says of it stands at the hall's line.
  private var isOfVote = false
  /// What today's hall says of the approved votes that were looked at, by meeting.
  private var softened = SoftenedErrors()

  init(of check: any Check.Type) {
    id = check.id
    readsHall = check.readsHall
    readsRoster = check.readsRoster
  }

  /// Looks at a meeting: what today's hall says of approved minutes is a warning; of their votes, one
  /// at the hall's own line.
  mutating func look(
    at meeting: Meeting, in hall: Hall, vote isOfVote: Bool = false, _ work: (inout Report) -> Void
  ) {
    self.isOfVote = isOfVote
    // A private roster has no history: what it says is always of today.
    if meeting.isApproved, !hall.isPastKnown(of: meeting) || hall.charter.rosterDocuments.count > 1
    {
      judgedByToday = (meeting, hall.charter)
    }
    isByLostRoster =
      meeting.isApproved && hall.isPastKnown(of: meeting)
      && hall.charter.rosterDocuments.count > 1
    work(&self)
    (judgedByToday, isByLostRoster) = (nil, false)
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
    if readsHall, readsRoster, isByLostRoster { return }
    let isByToday = readsHall && severity == .error && judgedByToday != nil
    if isByToday, isOfVote, let (meeting, _) = judgedByToday {
      softened.add(id, mark.sentence, of: meeting, message)
      return
    }
    problems.append(
      Problem(
        id: id, severity: isByToday ? .warning : severity, path: document.path,
        range: document.source(of: range),
        message: message, hint: hint, mark: mark, in: document))
  }

  /// Says what today's hall says of approved votes.
  mutating func tellSoftened(at charter: Charter) {
    problems += softened.warnings(
      at: charter,
      lead: { name in
        Phrase(
          zh: "按现在的名册、各方和规则，已确认的 \(name)：",
          en: "by today's roster, parties and rules, of the approved \(name): ")
      },
      hint: Phrase(
        zh: "已确认的结果不变；名册、各方或规则改错了才要改回来",
        en:
          "what is approved stands; put back the roster, the parties or the rules if they are wrong"
      ))
    softened = SoftenedErrors()
  }
}
