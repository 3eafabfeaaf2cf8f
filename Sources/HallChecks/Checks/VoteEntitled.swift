import HallModel
import HallSyntax

/// Somebody voted who may not: their party does not vote, they own nothing, or they are recused.
package enum VoteEntitled: Check {
  package static let id = "vote-entitled"
  package static let readsHall = true
  package static let readsRoster = true
  package static let about = Phrase(
    zh: "没有表决权的人写在票里：所在的一方列席、召集或不表决，名册的「表决」一栏写「否」，按业主表决时名册里没有面积，"
      + "或已经回避。这样的票不计。",
    en: "Somebody who may not vote is among the votes: their party observes, convenes or does not"
      + " vote; the roster's column 'votes' says no; under a rule for owners they have no area on the"
      + " roster; or they are recused. Such a"
      + " vote is not counted.")

  package static func check(tally: Tally, _ context: CheckContext, _ report: inout Report) {
    guard let reader = context.reader(of: tally) else { return }
    let names = context.voterNames(of: tally)
    for name in names.cast {
      switch reader.standing(of: name.name) {
      case .entitled: continue
      case .barred(let bar): tell(name, bar, &report)
      case .unknown(let gap):
        // `unknown-person` reports people who are not in the roster.
        guard gap == .voterUnknown, tally.meeting.charter.roster.hasPerson(name.name) else {
          continue
        }
        report.warning(
          name.document, name.range, zh: "名册里没有写「\(name.name)」是哪一方的，不知道有没有表决权",
          en: "the roster gives '\(name.name)' no party, so it is not known whether they may vote",
          hint: Phrase(
            zh: "在名册里写上是哪一方，或写成「居民/\(name.name)」这样",
            en: "give them a party in the roster, or write 'PARTY/\(name.name)'"))
      }
    }
    checkInterests(tally, names, &report)
    for votes in names.byParty where votes.heads > 0 {
      guard let party = tally.meeting.parties[votes.party], !party.votes else { continue }
      report.error(
        votes.document, votes.range,
        zh: "「\(party.name)」\(party.part.word(.zh))，没有表决权，这 \(votes.heads) 票不计",
        en: "'\(party.name)' \(doing(party)); its votes (\(votes.heads)) are not counted",
        hint: hint)
    }
  }

  /// Who left the room because of an interest, and voted all the same.
  private static func checkInterests(
    _ tally: Tally, _ names: VoterNames, _ report: inout Report
  ) {
    let document = tally.vote.document
    guard let item = document.ancestor(of: tally.vote.node, .item),
      let interests = document.field(.interest, of: item)
    else { return }
    let left = NameList(interests).elements.filter { element in
      let remark = element.remark.map { NameList.split($0).map { $0.string.lowercased() } } ?? []
      return remark.contains {
        ["退场", "已退场", "回避", "left", "left the room", "recused"].contains($0)
      }
    }.map { FullWidth.name($0.name.nameAfterParty) }
    for name in names.cast where left.contains(FullWidth.name(Slice(name.name).nameAfterParty)) {
      report.warning(
        name.document, name.range, zh: "「\(name.name)」因利害关系退场，又写了一票",
        en: "'\(name.name)' left because of an interest, and is among the votes",
        hint: Phrase(
          zh: "从票里删去，或核对利害关系的备注", en: "take the name away, or check the remark of the interest"))
    }
  }

  private static func tell(_ name: VoterName, _ bar: VoterBar, _ report: inout Report) {
    switch bar {
    case .party(let party):
      report.error(
        name.document, name.range,
        zh: "「\(name.name)」是\(party.name)的人，\(party.name)\(party.part.word(.zh))，没有表决权，这一票不计",
        en: "'\(name.name)' is of '\(party.name)', which \(doing(party)); the vote is not counted",
        hint: hint)
    case .noArea:
      report.error(
        name.document, name.range, zh: "「\(name.name)」在名册里没有面积，不能算业主票，这一票不计",
        en:
          "'\(name.name)' has no area on the roster and cannot count as an owner; the vote is not"
          + " counted",
        hint: Phrase(
          zh: "是业主就先在名册里补上户和面积；不是业主，从票里删去",
          en: "give them their unit and area in the roster; if they are not an owner, remove them"
            + " from the vote"))
    case .noVote:
      report.error(
        name.document, name.range, zh: "「\(name.name)」在名册里写明不表决，这一票不计",
        en: "the roster says that '\(name.name)' does not vote; the vote is not counted",
        hint: Phrase(
          zh: "从票里删去；候补递补了，就改名册里的「表决」",
          en: "take the name from the votes, or change 'votes' in the roster"))
    case .unheard:
      // `vote-absent` reports people who voted without being present.
      break
    case .recused:
      report.error(
        name.document, name.range, zh: "「\(name.name)」已经回避，又写了一票，这一票不计",
        en: "'\(name.name)' is recused and voted all the same; the vote is not counted",
        hint: Phrase(zh: "从票里，或从「回避」里删去", en: "take the name from the votes, or from 'recused'"))
    }
  }

  private static func doing(_ party: Party) -> String {
    switch party.part {
    case .observes: "observes"
    case .convenes: "convenes and does not vote"
    default: "does not vote"
    }
  }

  private static let hint = Phrase(
    zh: "从票里删去；这一方真要表决，就在「各方」里写成「表决」",
    en: "take it away, or let the party vote under 'Parties'")
}
