import HallModel
import HallSyntax

/// One thing `hall check` looks for: one type, one file, one identifier.
///
/// A check is called for every document, meeting, matter and vote and for the hall as a whole, and
/// reports what it finds.
package protocol Check: SendableMetatype {
  /// As in `vote-result`.
  static var id: String { get }
  /// What it looks for, in a sentence or two: its text in the documentation.
  static var about: Phrase { get }
  /// Whether it uses the roster, the parties or the rules: their later changes do not make approved
  /// minutes wrong.
  static var readsHall: Bool { get }
  /// Whether it looks people up in the roster.
  static var readsRoster: Bool { get }

  static func check(document: Document, _ context: CheckContext, _ report: inout Report)
  static func check(meeting: Meeting, _ context: CheckContext, _ report: inout Report)
  static func check(matter: Matter, _ context: CheckContext, _ report: inout Report)
  /// Called once for each vote, with its tally, so that it is counted once.
  static func check(tally: Tally, _ context: CheckContext, _ report: inout Report)
  /// Called for every task of a matter or a meeting.
  static func check(
    task: Task, of owner: TaskOwner, _ context: CheckContext, _ report: inout Report)
  /// Called once, for problems that only the whole hall shows.
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

/// The input of every check.
package struct CheckContext: Sendable {
  package let hall: Hall
  /// The day for which the hall is checked.
  package let today: Day
  /// The problems found in the histories.
  package let histories: [HistoryFinding]
  /// Who signed what, and whether each signature is good.
  package let signatures: [SignatureFinding]
  /// Files that are almost documents.
  package let nearDocuments: [NearDocument]
  /// The private files that others can see.
  package let privateFiles: [PrivateFileFinding]
  /// The charter that applies to the current document.
  package private(set) var charter: Charter
  /// Everybody named in the current meeting.
  private(set) var names: MeetingNames?

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

  /// Whether the roster has a name, now or when the current minutes were approved: people who have
  /// left since, and people who were added since, are both known.
  func hasPerson(_ name: String) -> Bool {
    charter.roster.hasPerson(name) || hall.charter.roster.hasPerson(name)
  }

  /// Whether a name is that of a party, now or when the minutes were approved.
  func hasParty(_ name: String, _ parties: PartyList) -> Bool {
    parties[name] != nil || hall.charter.parties[name] != nil
  }

  /// The same, with the charter by which a meeting is judged.
  func judging(_ meeting: Meeting) -> CheckContext {
    var context = self
    context.charter = meeting.charter
    context.names = MeetingNames(meeting, hall.ballotBooks)
    return context
  }

  /// The meeting that a document is about, by the current charter; nil for another kind of document.
  func meeting(of document: Document) -> Meeting? {
    if let meeting = names?.meeting, meeting.document === document { return meeting }
    return document.kind == .meeting ? Meeting(document, charter: charter) : nil
  }

  /// Everybody named in a meeting.
  func names(in meeting: Meeting) -> MeetingNames {
    if let names, names.meeting === meeting { return names }
    return MeetingNames(meeting, hall.ballotBooks)
  }

  /// Everybody named in a vote.
  func voterNames(of tally: Tally) -> VoterNames {
    names?.voters(of: tally.vote)
      ?? VoterNames(tally.vote, in: tally.meeting, ballotBook: ballotBook(of: tally.vote))
  }
}

/// Collects what one check finds.
package struct Report: Sendable {
  package private(set) var problems: [Problem] = []
  private let id: String
  /// Whether the current finding depends on the roster, the parties or the rules.
  var readsHall: Bool
  /// The current approved minutes, if their charter at the approval is not known.
  private var judgedByToday: Meeting?
  /// Whether the current minutes were approved under a private roster: they were checked against
  /// the roster of that day, which no longer exists, and are left as written.
  private var isByLostRoster = false
  private let readsRoster: Bool
  /// Whether a vote is being checked: findings based on today's hall are reported at the hall's
  /// line.
  private var isOfVote = false
  /// Findings about approved votes based on today's hall, by meeting.
  private var softened = SoftenedErrors()

  init(of check: any Check.Type) {
    id = check.id
    readsHall = check.readsHall
    readsRoster = check.readsRoster
  }

  /// Checks a meeting: for approved minutes, a finding based on today's hall is a warning; for
  /// their votes, a warning at the hall's own line.
  mutating func look(
    at minutes: JudgedMinutes, vote isOfVote: Bool = false, _ work: (inout Report) -> Void
  ) {
    self.isOfVote = isOfVote
    judgedByToday = minutes.isByToday ? minutes.meeting : nil
    isByLostRoster = minutes.isByLostRoster
    work(&self)
    (judgedByToday, isByLostRoster) = (nil, false)
  }

  /// - Parameters:
  ///   - range: the bytes of the document it is about; the caret is below them.
  ///   - facts: what else identifies it, if one sentence reports several problems at one place: the
  ///     figure compared with, the measure. Never a figure that is only mentioned.
  ///   - sentence: the sentence of the check that reports it; leave it at its default.
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

  /// - Parameter path: a file of the hall that is not read as a document.
  package mutating func warning(path: String, zh: String, en: String, hint: Phrase? = nil) {
    problems.append(
      Problem(
        id: id, severity: .warning, path: path, range: 0..<0, message: Phrase(zh: zh, en: en),
        hint: hint))
  }

  /// Adds the findings of another report of the same check.
  mutating func add(_ other: Report) {
    problems += other.problems
    softened.add(other.softened)
  }

  /// Whether it found nothing.
  var isEmpty: Bool { problems.isEmpty && softened.isEmpty }

  private mutating func add(
    _ severity: Problem.Severity, _ document: Document, _ range: Range<Int>, _ message: Phrase,
    _ hint: Phrase?, _ mark: Problem.Mark
  ) {
    if readsHall, readsRoster, isByLostRoster { return }
    let isByToday = readsHall && severity == .error && judgedByToday != nil
    if isByToday, isOfVote, let meeting = judgedByToday {
      softened.add(id, mark.sentence, of: meeting, message)
      return
    }
    problems.append(
      Problem(
        id: id, severity: isByToday ? .warning : severity, path: document.path,
        range: document.source(of: range),
        message: message, hint: hint, mark: mark, in: document))
  }

  /// Reports the findings about approved votes that are based on today's hall.
  mutating func tellSoftened(at charter: Charter) {
    problems += softened.warnings(
      at: charter,
      lead: { name in
        Phrase(
          zh: "按现在的名册、各方和规则，已确认的 \(name)：",
          en: "by today's roster, parties and rules, in the approved \(name): ")
      },
      hint: Phrase(
        zh: "已确认的结果不变；名册、各方或规则改错了才要改回来",
        en:
          "approved results are final; put back the roster, the parties or the rules if they are wrong"
      ))
    softened = SoftenedErrors()
  }
}
