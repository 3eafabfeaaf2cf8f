import HallSyntax

/// Every figure of one vote: the written one, else the one computed from names, ballots, roster and
/// attendance.
package final class VoteCounts: Sendable {
  /// What the figures were read with.
  package let reader: VoteReader
  package let vote: Vote
  package let meeting: Meeting
  package let rule: VotingRule
  /// All who may vote, including the recused.
  package let entitled: Figures
  /// Those present, in person or by proxy, including the recused.
  package let present: Figures
  /// Those present who may vote.
  package let presentMayVote: Figures
  /// The recused who are present.
  package let recused: Figures
  /// All recused who would otherwise be entitled to vote.
  package let allRecused: Figures
  /// Whether all who voted are said to be for the motion. Their number is known if 参与 is written.
  package let isUnanimous: Bool
  package let votesFor: Figures
  package let against: Figures
  package let abstain: Figures
  package let invalid: Figures
  package let options: [OptionFigures]
  /// For, against, abstaining and, unless the rule ignores them, invalid (in a choice, the options
  /// instead of the first two), without silent ballots.
  package let cast: Figures
  /// 参与 as written: final, and nothing is added to it.
  let writtenParticipating: Figures?
  /// Ballots that came back, as written.
  let returned: Figures?
  /// Delivered and not returned.
  package let silent: Figures
  /// The casting vote, unless the person who gave it is recused. A chair need not be a voter.
  package let casting: CastingVote?
  /// The voting parties that are present, in the hall's order.
  package let presentParties: [String]

  package convenience init(
    _ vote: Vote, in meeting: Meeting, rule: VotingRule, ballotBook: BallotBook?
  ) {
    self.init(VoteReader(vote: vote, meeting: meeting, rule: rule, ballotBook: ballotBook))
  }

  init(_ reader: VoteReader) {
    self.reader = reader
    (vote, meeting, rule) = (reader.vote, reader.meeting, reader.rule)
    let attendance = meeting.filledAttendance
    casting = vote.castingVote.flatMap { casting in
      guard !casting.person.isEmpty,
        case .barred(.recused) = reader.standing(of: casting.person)
      else { return casting }
      return nil
    }
    var entitled = reader.written(.entitled) ?? reader.entitled(attendance)
    let writtenPresent = reader.written(.present)
    // Heads by party are written, or follow from the attendance.
    let here = writtenPresent?.byParty == nil ? reader.present(attendance) : nil
    present = writtenPresent ?? here ?? .unknown(.presentUnknown)
    recused = reader.recusedFigures(attendance)
    presentMayVote =
      writtenPresent == nil
      ? reader.presentMayVote(attendance, of: present, recused: recused) : present - recused
    allRecused = reader.recusedFigures(nil)
    let sides = VoteSides(reader)
    (against, abstain) = (sides.against, sides.abstain)
    isUnanimous = reader.isUnanimous
    let isNobodyLeft = reader.isNobodyLeft(
      sides, entitled: entitled, present: present, recused: (recused, allRecused))
    votesFor =
      isNobodyLeft
      ? .unknown(.nobodyLeft)
      : sides.isEverybodyAndMore ? .unknown(.sidesContradict) : sides.votesFor
    (invalid, options) = (sides.invalid, sides.options)
    cast = sides.cast(ignoringInvalid: rule.ignoresInvalid)
    writtenParticipating = reader.written(.participating)
    returned = reader.written(.returned)
    silent = sides.silent(reader)
    // Shares of a whole add up to it, whoever owns them, and whichever line names it.
    let figures =
      [sides.votesFor, sides.against, abstain, invalid, silent, present]
      + [writtenParticipating, returned, reader.written(.delivered)].compactMap(\.self)
    let known = (figures + sides.options.map(\.figures))
      .lazy.compactMap { $0.shareUnit?.all }.first
    if [.sharesUnknown, .entitledUnknown].contains(entitled.shares.gap), let known {
      (entitled.shares, entitled.shareUnit) = (.known(known.units), known.unit)
    }
    self.entitled = entitled
    presentParties = reader.presentParties(
      written: writtenPresent?.byParty, here: attendance == nil ? nil : here, recused: recused)
  }

  /// Those who took part in the vote: as written, else all who voted, plus silent ballots if the
  /// rule counts them as taking part.
  ///
  /// - Parameter treatment: how silent ballots are treated; a treatment other than the rule's
  ///   answers what the outcome would be without them.
  package func participating(silent treatment: Keyword) -> Figures {
    let isCounted = treatment != .ignored
    let computed = isCounted ? cast + silent : cast
    guard let written = writtenParticipating else { return computed }
    let figures = written.completed(by: computed)
    guard !isCounted, rule.silent != .ignored else { return figures }
    // The written figure already includes the silent ballots, unless it is too small for that.
    let votes = vote.isChoice ? options.map(\.figures) : [votesFor, against]
    let least = (votes + [abstain, invalid, silent]).compactMap(\.heads.number).reduce(0, +)
    guard let whole = written.heads.number, whole >= least || vote.isChoice && vote.seats > 1 else {
      return figures
    }
    return figures - silent
  }

  /// Whether area breaks a tie between options with equal heads: if owners vote or the rule has a
  /// leg by area, and if areas are written after the options.
  package var areaParts: Bool {
    if rule.voters == .owners || rule.measures.contains(.area) { return true }
    let options = vote.options
    return !options.isEmpty
      && options.allSatisfy { option in
        let value = vote.document.slice(vote.document.nodes[option.node].value)
        return (try? Count(reading: value))?.area != nil
      }
  }

  /// Those who took part under the rule.
  package var participating: Figures { participating(silent: rule.silent) }

  /// Whether an option is voted on by itself: then the options do not add up to the voters.
  package var hasOwnSides: Bool { options.contains { $0.against != nil } }

  /// How many votes one voter has: the seats and alternates of an election, else one.
  package var votesPerVoter: Int128 {
    vote.isChoice ? Int128(vote.seats) + Int128(vote.alternates) : 1
  }
}

/// The votes for an option, and against it where it has sides of its own.
package struct OptionFigures: Sendable {
  package let label: String
  package let figures: Figures
  package let against: Figures?
  /// Of an option with sides of its own.
  package let abstain: Figures
}

/// The sides of a vote: how many were for, against, abstaining, for each option, invalid.
struct VoteSides {
  let votesFor: Figures
  let against: Figures
  let abstain: Figures
  let invalid: Figures
  let options: [OptionFigures]
  private let reader: VoteReader
  private let vote: Vote
  /// Those who cast a ballot, and those among them whose ballot is valid; nil without a table of
  /// ballots.
  private let ballots: (cast: Figures, valid: Figures)?

  init(_ reader: VoteReader) {
    self.reader = reader
    vote = reader.vote
    votesFor = reader.side(.votesFor)
    against = reader.side(.against)
    abstain = reader.side(.abstain)
    invalid = reader.side(.invalid)
    options = reader.options.all.map {
      OptionFigures(
        label: $0.label, figures: reader.option($0.label, node: $0.node),
        against: reader.own(.against, ofOption: $0.node),
        abstain: reader.own(.abstain, ofOption: $0.node) ?? .zero)
    }
    ballots = vote.isChoice && vote.seats > 1 ? reader.ballotsCast : nil
  }

  /// Whether one side is said to be everybody, and another has votes. Those who abstained voted, but
  /// where 参与 is written it may hold them.
  var isEverybodyAndMore: Bool {
    guard !vote.isChoice, vote.value(.votesFor).map(BallotEntry.isAll) ?? reader.isUnanimous else {
      return false
    }
    if (against.heads.number ?? 0) > 0 { return true }
    return !reader.isUnanimous && (abstain.heads.number ?? 0) > 0
      && vote.value(.participating) == nil
  }

  /// All who voted.
  func cast(ignoringInvalid: Bool) -> Figures {
    let valid: Figures
    if !vote.isChoice {
      valid = votesFor + against + abstain
    } else if let ballots {
      return ignoringInvalid ? ballots.valid : ballots.cast
    } else if vote.seats == 1, options.allSatisfy({ $0.against == nil }) {
      valid = options.reduce(abstain) { $0 + $1.figures }
    } else {
      // One voter may choose several, or votes on each option: only the ballots returned say how
      // many took part.
      guard let returned = reader.written(.returned) else {
        return .unknown(.participatingUnknown)
      }
      return ignoringInvalid ? returned - invalid : returned
    }
    return ignoringInvalid ? valid : valid + invalid
  }

  /// 未表态 as written, else ballots delivered and not returned.
  func silent(_ reader: VoteReader) -> Figures {
    if let written = reader.written(.silent) { return written }
    if let node = reader.options.stray(.silent) { return reader.figures(ofLine: node) }
    if let delivered = reader.written(.delivered) {
      return delivered - (reader.written(.returned) ?? cast(ignoringInvalid: false))
    }
    return reader.ballots == nil ? .zero : reader.side(.silent)
  }
}
