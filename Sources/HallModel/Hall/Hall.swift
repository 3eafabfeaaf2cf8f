import HallSyntax

/// A whole hall: its charter, every document, and the links between them.
package final class Hall: Sendable {
  package let charter: Charter
  /// In the order of their paths.
  package let matters: [Matter]
  package let meetings: [Meeting]
  /// The ballot files that votes refer to and that are here, by path.
  package let ballotBooks: [String: BallotBook]
  /// What the charter said in the past; read when it is asked for.
  package let past: PastCharters
  let judge: VoteJudge
  /// Items by the matter they are about.
  private let itemsByMatter: [DocumentID: [ItemReference]]
  private let mattersByID: [DocumentID: [Int]]
  private let meetingsByID: [DocumentID: [Int]]
  /// The later decisions that say they take the place of one, by the older one.
  let lazyClaims: Lazy<[PartID: [DecisionClaim]]>
  private let lazyNumbers: Lazy<PartNumbers>

  package init(
    charter: Charter, documents: [Document], ballotBooks: [String: BallotBook] = [:],
    past: PastCharters = .none
  ) {
    self.charter = charter
    self.ballotBooks = ballotBooks
    self.past = past
    let read = Parallel.map(count: documents.count) { ReadDocument(documents[$0], charter) }
    matters = read.compactMap(\.matter)
    meetings = read.compactMap(\.meeting)
    mattersByID = Hall.index(matters.map(\.id))
    meetingsByID = Hall.index(meetings.map(\.id))
    var items: [DocumentID: [ItemReference]] = [:]
    for document in read {
      for (matter, item) in document.items { items[matter, default: []].append(item) }
    }
    itemsByMatter = items
    let judge = VoteJudge(charter, ballotBooks, past)
    self.judge = judge
    lazyClaims = Lazy { [meetings] in DecisionClaim.all(in: meetings) }
    let all = matters.map(\.document) + meetings.map(\.document)
    lazyNumbers = Lazy { PartNumbers(all) }
  }

  /// A matter or a meeting, with the items of the meeting by the matters that they are about.
  private struct ReadDocument: Sendable {
    var matter: Matter?
    var meeting: Meeting?
    var items: [(matter: DocumentID, item: ItemReference)] = []

    init(_ document: Document, _ charter: Charter) {
      switch document.kind {
      case .matter: matter = Matter(document, charter: charter)
      case .meeting:
        let meeting = Meeting(document, charter: charter)
        self.meeting = meeting
        for item in meeting.items {
          let reference = ItemReference(meeting: meeting, item: item)
          items += item.matters.map { ($0, reference) }
        }
      default: break
      }
    }
  }

  private static func index(_ ids: [DocumentID?]) -> [DocumentID: [Int]] {
    var index: [DocumentID: [Int]] = [:]
    for (place, id) in ids.enumerated() {
      if let id { index[id, default: []].append(place) }
    }
    return index
  }

  package var documents: [Document] {
    [charter.document] + matters.map(\.document) + meetings.map(\.document)
  }

  package func matter(_ id: DocumentID) -> Matter? {
    mattersByID[id]?.first.map { matters[$0] }
  }

  package func meeting(_ id: DocumentID) -> Meeting? {
    meetingsByID[id]?.first.map { meetings[$0] }
  }

  /// Every matter and meeting with an identifier: more than one is a mistake, and is reported.
  package func documents(of id: DocumentID) -> [Document] {
    (mattersByID[id] ?? []).map { matters[$0].document }
      + (meetingsByID[id] ?? []).map { meetings[$0].document }
  }

  /// Whether a document of the hall has an item, a decision or a task with a number.
  package func has(_ kind: Node.Kind, _ number: Int, of id: DocumentID) -> Bool {
    lazyNumbers.value.contains(kind, number, of: id)
  }

  package func items(about matter: DocumentID) -> [ItemReference] { itemsByMatter[matter] ?? [] }

  package func decision(_ id: PartID) -> Decision? {
    meeting(id.document)?.decision(id.number)
  }

  /// How far a matter has come by a day.
  ///
  /// - Parameter today: nil for the time when whatever a decision waits for is over.
  package func state(of matter: Matter, on today: Day?) -> MatterState {
    MatterState(matter, references: matter.id.map(items(about:)) ?? []) { decision, meeting in
      standing(of: decision, in: meeting, on: today) == .inForce
    }
  }

  /// Whether an item that a held meeting has dealt with is to be taken up again: nothing was decided,
  /// there was no quorum for its vote, or its election was tied.
  package func isUnfinished(_ item: AgendaItem, in meeting: Meeting) -> Bool {
    if item.isUnfinished { return true }
    guard item.value(.outcome) == nil, item.decisions.isEmpty,
      let vote = item.mainVote ?? item.votes.last
    else { return false }
    return unsettled(vote, in: meeting) != nil
  }

  /// Why a vote settled nothing: 参与不足 or 平票; nil for any other result.
  func unsettled(_ vote: Vote, in meeting: Meeting) -> Keyword? {
    let result = vote.writtenResult?.result ?? tally(vote, in: meeting).outcome.result
    return result == .noQuorum || result == .tied ? result : nil
  }
}
