import HallModel
import HallSyntax
import HallWords

/// The outcome of a vote after its lines are written, and the message about it.
struct VoteSettlement {
  private let tally: Tally
  private let today: Day
  private let written: Language
  /// What a fact is called in messages.
  private let name: (Keyword) -> String
  /// The outcome of the vote. In amended minutes that were approved, the result follows from the
  /// counts and the rules at the approval; if those are not known, it is the written result.
  private let outcome: Outcome
  /// The result to be written; nil if it stays unchanged.
  let newResult: String?
  /// Whether the written result was computed from counts that no longer give any.
  let isWithdrawn: Bool

  /// - Parameters:
  ///   - node: the vote, in the document with the change applied.
  ///   - isResultGiven: whether the call gives the result.
  ///   - followsCounts: whether the written result was the computed one before the change: then it
  ///     stays so, with its alternates.
  init(
    node: Int, of place: ItemPlace, isResultGiven: Bool, followsCounts: Bool, in change: Change
  ) throws(Refusal) {
    let meeting = change.current(place.meeting)
    let vote = Vote(document: meeting.document, node: node)
    tally = change.outcome.tally(vote, in: meeting)
    outcome = meeting.isApproved && tally.isPastKnown ? tally.computed : tally.outcome
    today = change.today
    written = change.written
    name = change.name
    if isResultGiven {
      (newResult, isWithdrawn) = (nil, false)
      try refuseContradiction()
      return
    }
    guard VoteSettlement.isComplete(tally, today), outcome.result != nil else {
      newResult = nil
      isWithdrawn = followsCounts && vote.hasCounts && outcome.result == nil
      return
    }
    isWithdrawn = false
    let text = TallyText.word(outcome, change.written)
    let isStale = followsCounts && vote.value(.voteResult)?.string != text
    let agrees = vote.writtenResult != nil && !tally.contradictsWritten
    newResult = agrees && !isStale ? nil : text
  }

  /// Whether all votes are counted, so that the result is final.
  private static func isComplete(_ tally: Tally, _ today: Day) -> Bool {
    let vote = tally.vote
    guard let counts = tally.counts, vote.hasCounts else { return false }
    // While ballots come in, nothing is decided.
    if !tally.meeting.isHeld, let period = vote.period(.votingPeriod), period.end > today {
      return false
    }
    if vote.ballotTable != nil || vote.ballotReference != nil { return true }
    if vote.isChoice { return hasAllOptions(vote, counts) }
    if vote.value(.votesFor) != nil, vote.value(.against) != nil { return true }
    // Unanimity says it all.
    if counts.isUnanimous { return true }
    let sides = [counts.votesFor, counts.against, counts.abstain]
    let cast = sides.compactMap(\.heads.number).reduce(0, +)
    let whole =
      vote.count(.returned)?.heads ?? vote.count(.participating)?.heads
      ?? counts.present.heads.number.map { Int(clamping: $0) }
    return whole.map { Int128($0) == cast } ?? false
  }

  /// Whether every option has its votes, and the ballots that came back are all accounted for.
  private static func hasAllOptions(_ vote: Vote, _ counts: VoteCounts) -> Bool {
    guard !vote.options.isEmpty,
      vote.options.allSatisfy({ !vote.document.nodes[$0.node].value.isEmpty })
    else { return false }
    guard vote.seats == 1, let returned = vote.count(.returned)?.heads,
      let cast = counts.cast.heads.number
    else { return true }
    let ignored = counts.rule.ignoresInvalid ? counts.invalid.heads.number ?? 0 : 0
    return cast + ignored >= Int128(returned)
  }

  private func refuseContradiction() throws(Refusal) {
    guard tally.isPastKnown, tally.contradictsWritten, let field = tally.vote.value(.voteResult)
    else { return }
    let word = (
      zh: TallyText.word(tally.computed, .zh), en: TallyText.word(tally.computed, .en)
    )
    let reason = tally.decidingLeg?.explanation
    throw .refused(
      Phrase(
        zh: "按票数结果是「\(word.zh)」，不能写「\(field.string)」"
          + (reason.map { "：" + $0.zh } ?? "") + "；什么也没有写",
        en: "by the counts it is '\(word.en)', not '\(field.string)'"
          + (reason.map { ": " + $0.en } ?? "") + "; nothing was written"),
      hint: Phrase(
        zh: "不写 \(name(.voteResult))，程序会算；或更正票数",
        en: "leave \(name(.voteResult)) out, or correct the counts"))
  }

  /// The new status of the meeting: ballots on paper or online may come in before it.
  func status(in change: Change, _ place: ItemPlace) throws(Refusal) -> String? {
    let vote = tally.vote
    guard vote.hasCounts || vote.value(.voteResult) != nil else { return nil }
    let isRemote =
      vote.isRemote || vote.value(.votingPeriod) != nil || vote.value(.delivered) != nil
    if isRemote, [.draft, .notified].contains(place.meeting.status) {
      return Keyword.voting.word(change.written)
    }
    try change.requireHeld(
      place.meeting, place.id, Phrase(zh: "表决的票数和结果", en: "counts and results"))
    return nil
  }

  /// The result, as a text after the vote's title.
  var verdict: Phrase {
    let vote = tally.vote
    let was = vote.value(.voteResult)?.string
    let word = (
      zh: TallyText.word(outcome, .zh), en: TallyText.word(outcome, .en)
    )
    if let newResult {
      guard let was else { return Phrase(zh: "：结果 \(newResult)", en: ": \(newResult)") }
      return Phrase(
        zh: "：结果由「\(was)」改为「\(newResult)」",
        en: ": the result was '\(was)' and is now '\(newResult)'")
    }
    if let reason = outcome.reason.map(tally.words(for:)), vote.hasCounts {
      let gone = isWithdrawn ? was : nil
      return Phrase(
        zh: "：结果还算不出，\(reason.zh)" + (gone.map { "；原来的「\($0)」拿掉了" } ?? ""),
        en: ": no result yet: \(reason.en)" + (gone.map { "; '\($0)' is taken out" } ?? ""))
    }
    if was != nil { return Phrase(zh: "：结果 \(word.zh)", en: ": \(word.en)") }
    guard vote.hasCounts else { return Phrase(zh: "，还没有票数", en: ", no counts yet") }
    if let period = vote.period(.votingPeriod), period.end > today {
      return Phrase(
        zh: "：投票到 \(DayText.withWeekday(period.end, .zh))，结果到时再写",
        en: ": ballots come in until \(DayText.withWeekday(period.end, .en)); no result yet")
    }
    return open(word)
  }

  /// Says that no result is written, and what the counts would give.
  private func open(_ word: (zh: String, en: String)) -> Phrase {
    let vote = tally.vote
    guard outcome.result != nil else {
      return Phrase(zh: "，没有写结果", en: ", no result is written")
    }
    guard VoteSettlement.isComplete(tally, today) else {
      let lacking =
        vote.isChoice ? nil : [Keyword.votesFor, .against].first { vote.value($0) == nil }
      guard let lacking else {
        return Phrase(zh: "：选项的票数还没写全，先不写结果", en: ": not every option has its votes; no result yet")
      }
      let call = name(lacking) + " 0"
      return Phrase(
        zh: "：没有写「\(lacking.word(.zh))」，先不写结果；没有人\(lacking.word(.zh))就是「\(word.zh)」，写上「\(call)」定下来",
        en: ": '\(lacking.word(.en))' is missing, so no result is written yet; if it is nobody,"
          + " write '\(call)', and the result is '\(word.en)'")
    }
    return Phrase(
      zh: "，没有写结果；按票数是「\(word.zh)」", en: ", no result is written; by the counts it is '\(word.en)'")
  }

  /// The tally, if it has a result to be shown leg by leg.
  var shown: Tally? { tally.vote.hasCounts && outcome.result != nil ? tally : nil }

  func next(_ place: ItemPlace) -> [String] {
    guard tally.vote.hasCounts else {
      return written == .zh
        ? ["hall vote \(place.itemID) --for 票数 --against 票数"]
        : ["hall vote \(place.itemID) --for COUNT --against COUNT"]
    }
    // Nothing follows from a result that is still open.
    guard newResult != nil || tally.vote.value(.voteResult) != nil else {
      return ["hall tally \(place.itemID)"]
    }
    switch outcome.result {
    case .carried?, .elected?:
      let title = written == .zh ? "决议标题" : "TITLE"
      return ["hall decide \(place.itemID) \(title)", "hall tally \(place.itemID)"]
    case nil: return ["hall tally \(place.itemID)"]
    default:
      let word = Keyword.deferred.word(written)
      return ["hall outcome \(place.itemID) \"\(word)\"", "hall tally \(place.itemID)"]
    }
  }
}
