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
  /// Decisions superseded by a later decision of a held meeting, keyed by the later one.
  private let lazySuccessors: Lazy<[PartID: PartID]>
  private let lazyNumbers: Lazy<PartNumbers>

  package init(
    charter: Charter, documents: [Document], ballotBooks: [String: BallotBook] = [:],
    past: PastCharters = .none
  ) {
    self.charter = charter
    self.ballotBooks = ballotBooks
    self.past = past
    matters = documents.filter { $0.kind == .matter }.map { Matter($0, charter: charter) }
    meetings = documents.filter { $0.kind == .meeting }.map { Meeting($0, charter: charter) }
    mattersByID = Hall.index(matters.map(\.id))
    meetingsByID = Hall.index(meetings.map(\.id))
    var items: [DocumentID: [ItemReference]] = [:]
    for meeting in meetings {
      for item in meeting.items {
        for matter in item.matters {
          items[matter, default: []].append(ItemReference(meeting: meeting, item: item))
        }
      }
    }
    itemsByMatter = items
    let judge = VoteJudge(charter, ballotBooks, past)
    self.judge = judge
    lazySuccessors = Lazy { [meetings] in Hall.successors(in: meetings, judge) }
    let all = matters.map(\.document) + meetings.map(\.document)
    lazyNumbers = Lazy { PartNumbers(all) }
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
    meeting(id.document)?.decisions.first { $0.number == id.number }
  }

  /// The decision that supersedes one. A consultation binds nobody, and so supersedes only another
  /// consultation.
  package func successor(of older: PartID) -> PartID? {
    lazySuccessors.value[older]
  }

  private static func successors(
    in meetings: [Meeting], _ judge: VoteJudge
  ) -> [PartID: PartID] {
    var successors: [PartID: PartID] = [:]
    let kinds = kinds(in: meetings)
    for meeting in meetings {
      guard meeting.isHeld, let id = meeting.id else { continue }
      for decision in meeting.decisions {
        guard let number = decision.number, let older = decision.supersedes,
          older != PartID(document: id, kind: .decision, number: number),
          // A consultation replaces no decision that binds.
          decision.kind != .consultation || kinds[older] == .consultation,
          [nil, .carried].contains(Hall.result(above: decision, in: meeting, judge))
        else { continue }
        successors[older] = PartID(document: id, kind: .decision, number: number)
      }
    }
    return successors
  }

  /// The kinds of the decisions that consultations would replace.
  private static func kinds(in meetings: [Meeting]) -> [PartID: Keyword] {
    let claimed = Set(
      meetings.flatMap { meeting in
        meeting.decisions.compactMap { $0.kind == .consultation ? $0.supersedes : nil }
      })
    guard !claimed.isEmpty else { return [:] }
    var kinds: [PartID: Keyword] = [:]
    for meeting in meetings {
      guard let document = meeting.id else { continue }
      for decision in meeting.decisions {
        guard let number = decision.number else { continue }
        let id = PartID(document: document, kind: .decision, number: number)
        if claimed.contains(id) { kinds[id] = decision.kind }
      }
    }
    return kinds
  }

  /// The result that the vote above a decision gives it; nil where the decision rests on no vote.
  private static func result(
    above decision: Decision, in meeting: Meeting, _ judge: VoteJudge
  ) -> VoteVerdict? {
    guard decision.basis != .byConsensus, let vote = meeting.vote(above: decision) else {
      return nil
    }
    // A written and approved result is final: nothing has to be counted.
    let final = meeting.isApproved ? vote.writtenResult?.result : nil
    let result = final ?? judge.tally(vote, in: meeting).outcome.result
    switch result {
    case nil: return .unknown
    case .carried?, .elected?: return .carried
    default: return .lost
    }
  }

  private enum VoteVerdict { case carried, lost, unknown }

  package func state(of matter: Matter) -> MatterState {
    MatterState(matter, references: matter.id.map(items(about:)) ?? []) { decision, meeting in
      standing(of: decision, in: meeting) == .inForce
    }
  }

  /// Whether a decision binds.
  ///
  /// - Parameter today: the day it is asked for; nil for the time when whatever it waits for is over.
  package func standing(
    of decision: Decision, in meeting: Meeting, on today: Day? = nil
  ) -> DecisionStanding {
    guard meeting.isHeld else { return .pending }
    if let day = decision.setAside, today.map({ day <= $0 }) ?? true { return .setAside }
    if let id = meeting.id, let number = decision.number,
      successor(of: PartID(document: id, kind: .decision, number: number)) != nil
    {
      return .superseded
    }
    if decision.kind == .consultation { return .consultation }
    if decision.kind == .settlement { return .settlement }
    switch Hall.result(above: decision, in: meeting, judge) {
    case .lost?: return .notCarried
    case .unknown?: return .undetermined
    case .carried?, nil: return waits(decision, in: meeting, on: today) ? .pending : .inForce
    }
  }

  /// Whether a decision has not taken effect: its day is still to come, or its rule has it wait for
  /// the end of the posting and for an answer to each objection.
  private func waits(_ decision: Decision, in meeting: Meeting, on today: Day?) -> Bool {
    if let day = decision.effective { return today.map { $0 < day } ?? false }
    guard decision.basis != .byConsensus,
      let rule = meeting.vote(above: decision).flatMap({ judge.tally($0, in: meeting).rule }),
      rule.waitsForPosting, let today
    else { return false }
    guard let posted = decision.posted, posted.end < today else { return true }
    // What an objection was right about does not take effect.
    return Objections(to: decision, by: today).all.contains { !$0.isAnswered || $0.isUpheld }
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

/// The standing of a decision.
package enum DecisionStanding: String, Sendable {
  case inForce = "in_force"
  case superseded
  /// A consultation binds nobody by law.
  case consultation
  /// The vote it depends on was not carried.
  case notCarried = "not_carried"
  /// The result of the vote it depends on is not known.
  case undetermined
  /// Its meeting has not been held, or the day it takes effect is still to come.
  case pending
  /// A settlement binds those who signed it.
  case settlement
  /// Ended, as by a court.
  case setAside = "set_aside"
}
