import HallModel
import HallSyntax

/// One voter appears twice among the names or the ballots of a vote.
package enum VoteTwice: Check {
  package static let id = "vote-twice"
  package static let readsHall = true
  package static let readsRoster = true
  package static let about = Phrase(
    zh: "同一位表决人投了两次：在同意、反对、弃权中写了两遍，在票册里有两行，或按业主表决时同一户的两个人各写了一遍。"
      + "一位业主有几户的，每户各交一张、意见一样，不算两次；意见不一样才算。",
    en: "One voter votes twice: named twice for, against or abstaining, on two rows of the ballots,"
      + " or, under a rule for owners, by two names of one household. An owner of several units may"
      + " return the ballot of each, as long as they say the same.")

  package static func check(tally: Tally, _ context: CheckContext, _ report: inout Report) {
    guard let reader = context.reader(of: tally) else { return }
    let names = context.voterNames(of: tally)
    find(in: names.sides + (tally.vote.seats == 1 ? names.options : []), reader, &report)
    if tally.vote.seats > 1 {
      // With several seats a voter may choose several options, but each of them once.
      for source in Set(names.options.map(\.source)).sorted() {
        find(in: names.options.filter { $0.source == source }, reader, &report)
      }
    }
    find(in: names.roll.filter(\.isCast), reader, &report)
  }

  private static func find(in names: [VoterName], _ reader: VoteReader, _ report: inout Report) {
    var first: [NamedVoter: VoterName] = [:]
    for name in names {
      let voter = reader.resolve(name.name)
      // Two entries of one ambiguous name may be two people; `ambiguous-name` reports that.
      if case .ambiguous = voter { continue }
      // Under 人数按: 户 an owner's name means each of their units.
      let heads = VoteReader.each(voter)
      guard let earlier = heads.lazy.compactMap({ first[$0] }).first else {
        for head in heads { first[head] = name }
        continue
      }
      let line = earlier.line
      if reader.areUnits(earlier.name, name.name) {
        if earlier.choice != name.choice { differ(name, earlier, &report) }
        continue
      }
      let isSame = earlier.name == name.name
      report.error(
        name.document, name.range,
        zh: isSame
          ? "「\(name.name)」已经投过一次（第\(line)行）"
          : "「\(name.name)」与第\(line)行的「\(earlier.name)」是同一位表决人，已经投过一次",
        en: isSame
          ? "'\(name.name)' already voted on line \(line)"
          : "'\(name.name)' and '\(earlier.name)' of line \(line) are one voter",
        hint: Phrase(zh: "只留一处", en: "keep one of the two"))
    }
  }

  /// The ballots of two units of one owner, who is one head, differ.
  private static func differ(
    _ name: VoterName, _ earlier: VoterName, _ report: inout Report
  ) {
    report.error(
      name.document, name.range,
      zh: "「\(name.name)」与第\(earlier.line)行的「\(earlier.name)」是同一位业主的，意见却不一样",
      en:
        "'\(name.name)' and '\(earlier.name)' of line \(earlier.line) are one owner's, and differ",
      hint: Phrase(
        zh: "一位业主算一个人，只有一种意见：问清楚再写", en: "an owner is one head and has one opinion: ask which"))
  }
}
