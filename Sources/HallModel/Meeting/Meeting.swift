import HallSyntax

/// One meeting: its agenda, then its minutes.
package final class Meeting: NodeView, Sendable {
  package let document: Document
  /// The front matter; a meeting without one has only empty properties.
  package let node: Int
  package let charter: Charter
  /// `M-2025-008`, from 会议, else from the file name.
  package let id: DocumentID?
  /// Its day and hours, as far as they are written.
  package let moment: Moment?
  // Each vote asks for these: they are read once, however many votes there are.
  private let lazyParties: Lazy<PartyList>
  private let lazyAttendance: Lazy<Attendance?>
  private let outline: Lazy<VoteOutline>
  private let parts: Lazy<MeetingParts>

  package init(_ document: Document, charter: Charter) {
    self.document = document
    self.charter = charter
    node = document.frontMatter ?? 0
    id = DocumentID(of: document)
    let when = document.field(.when, of: node)
    moment = when.flatMap { $0.isEmpty ? nil : try? Moment(reading: $0) }
    lazyParties = Lazy {
      var parties = charter.parties
      if let section = document.section(.parties) { parties.read(section, in: document) }
      return parties
    }
    lazyAttendance = Lazy {
      document.section(.attendance).map {
        Attendance(document: document, node: $0, isName: charter.roster.hasPerson)
      }
    }
    outline = Lazy { VoteOutline(document) }
    parts = Lazy { MeetingParts(document) }
  }

  /// Its name in messages: the identifier, or the path of a document without one.
  package var name: String { id?.text ?? document.path }

  package var hasFrontMatter: Bool { document.frontMatter != nil }

  /// The document's `# title`.
  package var title: String { document.title }

  /// The status as written; nil if there is none.
  package var status: Keyword? { word(.status, in: .status) }

  package var day: Day? { moment?.day }

  /// The hours of the meeting, in minutes from midnight; three of them where no end is written.
  package var hours: ClosedRange<Int>? {
    guard let moment, let start = moment.start?.minutes else { return nil }
    return start...(moment.end?.minutes ?? start + 180)
  }

  package var isApproved: Bool { status == .approved }

  /// Whether the meeting has taken place: 已召开 or 已确认.
  package var isHeld: Bool { status == .held || status == .approved }

  /// The hall's parties, with those the meeting adds.
  package var parties: PartyList { lazyParties.value }

  package func person(_ keyword: Keyword) -> Person? {
    value(keyword).map { charter.person($0, parties: parties) }
  }

  /// The attendance, once somebody has filled it in: before that nothing says who came.
  var filledAttendance: Attendance? { attendance.flatMap { $0.isBlank ? nil : $0 } }

  package var attendance: Attendance? { lazyAttendance.value }

  /// Whether a name is in the roster or the attendance.
  package func knows(_ name: String) -> Bool {
    charter.roster.hasPerson(name) || attendance?.party(of: name) != nil
  }

  /// The names of a list, each as it is compared; a name that is known exactly as written wins.
  package func names(_ list: Slice) -> [String] {
    NameList.split(NamedSum(list).names)
      .map { FullWidth.name(NameList.Element($0, knowing: knows).name) }.filter { !$0.isEmpty }
  }

  package var items: [AgendaItem] {
    parts.value.items.map { AgendaItem(document: document, node: $0) }
  }

  package var votes: [Vote] { parts.value.votes.map { Vote(document: document, node: $0) } }

  package var decisions: [Decision] {
    parts.value.decisions.map { Decision(document: document, node: $0) }
  }

  package var tasks: [Task] { parts.value.tasks.map { Task(document: document, node: $0) } }

  /// The first decision with a number.
  func decision(_ number: Int) -> Decision? {
    parts.value.decisionsByNumber[number].map { Decision(document: document, node: $0) }
  }

  /// The vote that a decision rests on: the one that its 依据 names, else the last main motion above
  /// it in its item, else the last vote.
  package func vote(above decision: Decision) -> Vote? {
    outline.value.votes[decision.node].map { Vote(document: document, node: $0) }
  }

  /// What a decision rests on.
  package func ground(of decision: Decision) -> DecisionGround {
    if decision.basis == .byConsensus { return .agreement }
    if let title = outline.value.missing[decision.node] { return .noSuchVote(title) }
    return vote(above: decision).map(DecisionGround.vote) ?? .nothing
  }

  /// The decisions that rest on a vote.
  package func decisions(under vote: Vote) -> [Decision] {
    (outline.value.decisions[vote.node] ?? []).map { Decision(document: document, node: $0) }
  }

  /// A vote's item by its written number, and the vote's place in the item, from 1.
  package func place(of vote: Vote) -> (item: Int?, vote: Int) {
    let item = document.ancestor(of: vote.node, .item)
    return (
      item.flatMap { AgendaItem(document: document, node: $0).number },
      outline.value.places[vote.node] ?? 1
    )
  }

  package var signOffs: [SignOff] {
    guard let section = document.section(.signatures) else { return [] }
    return document.children(of: section).filter { document.nodes[$0].kind == .field }
      .map { SignOff(document: document, node: $0) }
  }
}

extension Document {
  /// The first `# title`, or an empty string.
  package var title: String {
    nodes.first { $0.kind == .title }.map { slice($0.value).string } ?? ""
  }
}

extension DocumentID {
  /// The identifier that a file's name begins with, as in `agendas/M-2025-008-drains.md`.
  package init?(fileName path: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    var cursor = Cursor(Slice(name))
    guard let id = cursor.takeDocumentID() else { return nil }
    self = id
  }
}
