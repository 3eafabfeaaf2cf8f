import HallModel
import HallSheets
import HallSyntax
import HallWords

/// Adds a vote to an item, or changes its counts, and determines the result.
package struct RecordVote: Act {
  /// The item, and the title of a vote to add: `M-2025-008 1 TITLE`.
  private let names: [String]
  package var given: GivenVote
  package var ballots = GivenBallots.none
  /// Whether ballots are still to be entered.
  package var awaitsBallots = false

  /// Whether the lines are written as they are given, also in live minutes, where names add up.
  private let isExact: Bool

  package init(_ names: [String], _ given: GivenVote = GivenVote(), isExact: Bool = false) {
    (self.names, self.given, self.isExact) = (names, given, isExact)
  }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let drawn = try draw(in: &change)
    let (place, node, fields) = (drawn.place, drawn.node, drawn.fields)
    try VoteBallots.add(ballots, to: node, of: place, beside: fields, in: &change)
    try PrivateNames.keep(of: node, in: place, &change)
    try drawn.kept.write(
      to: place.meeting, completing: node, given: fields.givenFigures, withResult: false,
      in: &change)
    let settled = try VoteSettlement(
      node: node, of: place, isResultGiven: given.result != nil,
      followsCounts: drawn.standing.contains { $0.keyword == .voteResult },
      in: change)
    let status = try settled.status(in: change, place)
    try change.edit(place.document, why: Phrase(both: "")) { editor throws(EditFault) in
      if let result = settled.newResult { try editor.set(.voteResult, result, of: node) }
      if settled.isWithdrawn,
        let field = editor.document.fieldNodes(.voteResult, of: node).first
      {
        try editor.remove(field)
      }
      if let status { try editor.set(.status, status, of: place.meeting.node) }
    }
    noteThoseWhoLeft(drawn, &change)
    change.isOfOneVote = true
    change.hasFigures = given.lines.contains {
      [.votesFor, .against, .abstain].contains($0.keyword)
    }
    change.tally = settled.shown
    let added = drawn.isNew ? ("已加表决", "added the vote ") : ("", "")
    let voting = status == nil ? ("", "") : ("；会议记为「投票中」", "; the meeting is 'voting'")
    return try change.finish(
      did: Phrase(
        zh: "\(place.itemID) \(added.0)「\(drawn.name)」\(settled.verdict.zh)\(voting.0)",
        en: "\(place.itemID): \(added.1)'\(drawn.name)'\(settled.verdict.en)\(voting.1)"),
      details: fields.shownPeriod(change.language)
        + fields.shownFigures(
          instead: drawn.standing,
          Vote(document: change.current(place.meeting).document, node: node), change.language),
      next: settled.next(place))
  }

  /// Who may vote, and for what, in the vote with the change applied: ballots entered one by one
  /// are checked against it.
  package func ballotJudge(in session: Session) throws(Refusal) -> BallotJudge {
    var change = try Change(session, locks: false)
    let drawn = try draw(in: &change)
    let meeting = change.current(drawn.place.meeting)
    return try VoteBallots.judge(
      Vote(document: meeting.document, node: drawn.node), in: meeting, change)
  }

  /// Names who left before the line was typed and is counted all the same.
  private func noteThoseWhoLeft(_ drawn: Drawn, _ change: inout Change) {
    guard change.session.isLive else { return }
    let meeting = change.current(drawn.place.meeting)
    let left = Set(meeting.attendance?.leftNames ?? [])
    let sides = given.lines.filter { [.votesFor, .against, .abstain].contains($0.keyword) }
    for line in sides {
      let voters = NameList.split(Slice(line.text))
        .compactMap { change.charter.person($0, parties: meeting.parties).name }
      let side = Phrase(line.keyword)
      for name in voters where left.contains(name) {
        change.notes.append(
          Phrase(
            zh: "注意：「\(name)」记了早退，这次还算了他的票；不在场就写「删 \(side.zh) \(name)」",
            en: "note: '\(name)' has left, and votes here; if absent: 'strike \(side.en) \(name)'"))
      }
    }
  }

  /// The vote with the given lines, before anything is computed from them.
  private struct Drawn {
    let place: ItemPlace
    let node: Int
    let name: String
    let isNew: Bool
    let fields: VoteFields
    let kept: KeptFigures
    /// The figures of the program that were in the vote before.
    let standing: [WrittenFigure]
  }

  private func draw(in change: inout Change) throws(Refusal) -> Drawn {
    let place = try change.item(names)
    let title = place.rest.first
    guard place.rest.count < 2 else { throw .stray(place.rest[1]) }
    var given = given
    if title == nil, change.session.isLive, !isExact {
      let vote = try change.vote(given.which, of: place)
      let joined = JoinedSides(given.lines, in: vote, of: place.meeting, change)
      given.lines = joined.lines
      change.notes += joined.notes
    }
    let fields = try VoteFields(given, in: change, of: place.meeting)
    var hasBallots = awaitsBallots
    if case .none = ballots {} else { hasBallots = true }
    guard title != nil || !fields.isEmpty || hasBallots else {
      throw .refused(
        Phrase(zh: "没有写要记什么", en: "nothing to record"),
        hint: Phrase(
          zh: "加一次表决就写标题，记票就写 " + change.namesOfSides.zh,
          en: "give a title to add a vote, or " + change.namesOfSides.en))
    }
    let vote = try title == nil ? change.vote(given.which, of: place) : nil
    if let title {
      try requireNew(title, place)
      if fields.rule == nil { throw RuleName.missing(change) }
    }
    let name = vote?.title ?? title ?? ""
    let kept = KeptFigures(of: place.meeting, in: change.hall)
    let standing = vote.map { change.hall.figures(of: $0, in: place.meeting).standing } ?? []
    var node = vote?.node ?? place.item.node
    try change.edit(
      place.document, why: Phrase(zh: "表决 \(name)", en: "vote: \(name)")
    ) { editor throws(EditFault) in
      if let title {
        var block = LineBlock(editor.language)
        block.vote(title)
        block.blank()
        block.field(.rule, fields.rule ?? "")
        guard let added = try editor.append(block, to: place.item.node) else {
          throw EditFault.notRead(line: place.item.line)
        }
        node = added
      }
      try fields.write(to: node, into: &editor)
    }
    return Drawn(
      place: place, node: node, name: name, isNew: title != nil, fields: fields, kept: kept,
      standing: standing)
  }

  /// Titles are unique among the votes of an item, so that a repeated call adds nothing twice.
  private func requireNew(
    _ title: String, _ place: ItemPlace
  ) throws(Refusal) {
    guard given.which == nil else {
      throw .refused(
        Phrase(
          zh: "写了标题是新加表决，不能再写 --第几次", en: "a title adds a vote; --vote names an existing one"),
        hint: nil)
    }
    guard !FullWidth.name(Slice(title)).isEmpty else {
      throw .refused(
        Phrase(zh: "表决的标题是空的", en: "the title of the vote is empty"), hint: nil)
    }
    let wanted = FullWidth.name(Slice(title))
    guard place.item.votes.contains(where: { FullWidth.name(Slice($0.title)) == wanted }) else {
      return
    }
    throw .refused(
      Phrase(zh: "这项议题已经有表决「\(title)」", en: "the item has a vote '\(title)' already"),
      hint: Phrase(
        zh: "记它的票数就不要写标题；再表决一次就换个标题，如「\(title)（第二次）」",
        en: "leave the title out to note its counts; a second vote needs another title"))
  }
}
