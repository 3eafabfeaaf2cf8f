/// Every word that has a meaning in a hall's files, whatever the language it is written in.
///
/// A keyword is one meaning: the word 参与 is three keywords, because it means three things in three
/// places. The words themselves are in ``Vocabulary``.
package enum Keyword: UInt8, CaseIterable, Sendable {
  // The hall
  case hall, community, language, timeZone, format, noticePeriod, revisitPeriod, isPublic
  case parties, roster
  case nameColumn, partyColumn, roleColumn, unitColumn, areaColumn, sharesColumn, ownerColumn
  case votes, observes, convenes, noVote
  case residents, property, units, departments, communityParty
  // Rules
  case rules, voters, participation, quorum, pass, base
  case owners, members
  case heads, area, shares, eachParty
  case headsBy, byPerson, byUnit
  case rejectedBy, postingPeriod, afterPosting, atOnce, proxyLimit
  case baseEntitled, basePresent, baseParticipating, baseCast
  case ignored, silentParticipating, withMajority, deemedConsent
  case leaveQuorum, leaveEntitled
  case ordinary, special, assembly, representatives, committee
  case consensus, eachPartyMajority, simple, absolute, plurality
  // The calendar
  case calendar, dayOff, workingDay
  // A matter
  case matter, source, raisedBy, date, place, level, ticket, replyBy
  case building, grid, communityLevel, subdistrict, district
  case log
  case collected, accepted, proposed, summoned, answered, met, implementing, urged
  case answeredBack, postedLog, escalated, referred, closed, struckOff, revisited, reopened
  // A meeting
  case meeting, status
  case draft, notified, voting, held, approved, cancelled, postponed
  case when, meetingPlace, chair, clerk
  case adjourned, adjournedFrom, approves, interest
  case notice, posted, preparedBy
  case attendance, absent, excused, observing, invited, proxy, late, left
  case agenda, duration, attachment, outcome
  case agreed, partlyAgreed, notAgreed, deferred, withdrawn, noted
  // A vote
  case vote, rule, method, votingPeriod, scope
  case showOfHands, rollCall, written, online, secret, voice, acclamation, unanimousConsent
  case movedBy, secondedBy
  case motion, mainMotion, amendmentMotion, proceduralMotion
  case entitled, present, delivered, returned, invalid, silent, participating
  case votesFor, against, abstain, castingVote, recused, ballots, caller, teller, scrutineer
  case option, seats, alternates, voteResult
  case carried, lost, noQuorum, elected, tied
  case ballotChoice
  // A decision
  case decision, kind, number, supersedes, basis, funds, effective, objection
  case objectionAnswered, upheld, dismissed, setAside
  case ownersDecision, residentsDecision, consultation, settlement
  case byVote, byConsensus
  // A task
  case lead, with, due, extended, ongoing, tbd, nextMeeting
  case measures, standard, review, progress, urgedOn, evidence
  case done, taskResult, acceptedBy, formerly
  case satisfied, fairlySatisfied, dissatisfied
  // Signatures
  case signatures, agrees, reserves, refuses, witnesses
  // Yes and no; anonymous
  case yes, no, anonymous
}

/// The places where a word is looked up. A word has one meaning in each of them.
package struct Scope: OptionSet, Sendable {
  package let rawValue: UInt64

  package init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  // Keys
  package static let hallFront = Scope(rawValue: 1 << 0)
  package static let matterFront = Scope(rawValue: 1 << 1)
  package static let meetingFront = Scope(rawValue: 1 << 2)
  package static let rule = Scope(rawValue: 1 << 3)
  package static let calendar = Scope(rawValue: 1 << 4)
  package static let log = Scope(rawValue: 1 << 5)
  package static let attendance = Scope(rawValue: 1 << 6)
  package static let item = Scope(rawValue: 1 << 7)
  package static let vote = Scope(rawValue: 1 << 8)
  package static let decision = Scope(rawValue: 1 << 9)
  package static let task = Scope(rawValue: 1 << 10)
  /// Lists whose keys are names: the parties, and who signed.
  package static let partyList = Scope(rawValue: 1 << 11)
  package static let signatureList = Scope(rawValue: 1 << 12)

  // Headings and table columns
  package static let hallSection = Scope(rawValue: 1 << 16)
  package static let matterSection = Scope(rawValue: 1 << 17)
  package static let meetingSection = Scope(rawValue: 1 << 18)
  package static let block = Scope(rawValue: 1 << 19)
  package static let rosterColumn = Scope(rawValue: 1 << 20)
  package static let ballotColumn = Scope(rawValue: 1 << 21)

  // Values from a closed list
  package static let partyPart = Scope(rawValue: 1 << 24)
  package static let partyName = Scope(rawValue: 1 << 25)
  package static let voters = Scope(rawValue: 1 << 26)
  package static let measure = Scope(rawValue: 1 << 27)
  package static let base = Scope(rawValue: 1 << 28)
  package static let silentRule = Scope(rawValue: 1 << 29)
  package static let ruleName = Scope(rawValue: 1 << 30)
  package static let level = Scope(rawValue: 1 << 31)
  package static let status = Scope(rawValue: 1 << 32)
  package static let outcome = Scope(rawValue: 1 << 33)
  package static let method = Scope(rawValue: 1 << 34)
  package static let voteResult = Scope(rawValue: 1 << 35)
  package static let ballotWord = Scope(rawValue: 1 << 36)
  package static let decisionKind = Scope(rawValue: 1 << 37)
  package static let basis = Scope(rawValue: 1 << 38)
  package static let dueWord = Scope(rawValue: 1 << 39)
  package static let satisfaction = Scope(rawValue: 1 << 40)
  package static let stance = Scope(rawValue: 1 << 41)
  package static let yesNo = Scope(rawValue: 1 << 42)
  package static let personWord = Scope(rawValue: 1 << 43)
  package static let invalidRule = Scope(rawValue: 1 << 44)
  package static let recusedRule = Scope(rawValue: 1 << 45)
  package static let headsBy = Scope(rawValue: 1 << 46)
  package static let effectiveRule = Scope(rawValue: 1 << 47)
  package static let motion = Scope(rawValue: 1 << 48)
  package static let answer = Scope(rawValue: 1 << 49)

  package static let anySection: Scope = [.hallSection, .matterSection, .meetingSection]
}

/// The kind of value that a key takes (FORMAT, “Values”).
package enum ValueKind: Sendable, Equatable {
  case text, person, names
  case day, time, period, duration, length
  case zone, language, integer
  case matterID, meetingID, matterReference, meetingReference, decisionReference
  /// `66户 5210.30㎡`: heads, an area, or both.
  case count
  /// A count, or heads by party, as `居民 12、物业 1`.
  case electorate
  /// A count, names, or heads by party.
  case ballots
  case heads
  /// A day, 长期 or 待定.
  case dueDay
  /// A day (or 长期), then a remark.
  case dueDayAndText
  case dayAndText
  /// An hour, which may be left out, then a remark.
  case timeAndText
  case personAndTime, proxy
  /// A path and its `sha256:` digest.
  case ballotFile
  /// `李四 同意`: who gave the casting vote, and for which side.
  case castingVote
  /// `人数 ≥ 2/3, 面积 ≥ 2/3`
  case legs
  /// One word of a closed list.
  case word(Scope)
  /// 通过, 当选 with names, ….
  case voteResult
}
