import HallModel
import HallSyntax
import HallWords

/// Adds a decision, under the vote that carried it.
package struct AddDecision: Act {
  /// The item and the title: `M-2025-008 1 TITLE`.
  private let names: [String]
  package var given: GivenDecision
  /// The vote of the item it goes under, from 1; by default, the last.
  package var vote: String?

  package init(_ names: [String], _ given: GivenDecision = GivenDecision()) {
    (self.names, self.given) = (names, given)
  }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let place = try change.item(names)
    guard let title = place.rest.first, !FullWidth.name(Slice(title)).isEmpty else {
      throw .missing(Phrase(zh: "标题", en: "TITLE"))
    }
    guard place.rest.count < 2 else { throw .stray(place.rest[1]) }
    try change.requireHeld(place.meeting, place.id, Phrase(zh: "决议", en: "a decision"))
    let fields = try DecisionFields(given, in: change, of: place.meeting)
    let vote = try vote.map { number throws(Refusal) in try change.vote(number, of: place) }
    // The same reader as for the record: what stands above it, and what its basis names of it.
    let above = VotesAbove(
      vote.map { vote in place.item.votes.filter { $0.node <= vote.node } } ?? place.item.votes)
    if !fields.standsAlone {
      switch above.ground(fields.basis) {
      case .vote(let vote): try AddDecision.refuseLost(vote, place, change)
      case .noSuchVote(let title): throw AddDecision.noVote(title, place)
      case .agreement, .nothing: break
      }
    }
    let number = try change.nextNumber(.decision, in: place.document)
    var block = LineBlock(change.written)
    block.decision(number, title)
    fields.write(to: &block)
    let isLast = vote == nil || vote?.node == place.item.votes.last?.node
    // After the vote's other decisions, before the next vote.
    let after = vote.map { place.meeting.decisions(under: $0).last?.node ?? $0.node }
    let node = isLast ? place.item.node : after ?? place.item.node
    let added = block
    try change.edit(
      place.document, why: Phrase(zh: "决议 D\(number) \(title)", en: "decision D\(number): \(title)")
    ) { editor throws(EditFault) in try editor.append(added, to: node) }
    let id = "\(place.id)-D\(number)"
    return try change.finish(
      did: Phrase(
        zh: "已记决议 \(id)：\(title)" + fields.shownDays.zh,
        en: "added decision \(id): \(title)" + fields.shownDays.en),
      next: [
        change.written == .zh
          ? "hall task add \(id) 做什么 --lead 谁 --due 日期"
          : "hall task add \(id) TITLE --lead WHO --due DATE",
        "hall print \(id)", "hall show \(id)",
      ])
  }

  private static func refuseLost(
    _ vote: Vote, _ place: ItemPlace, _ change: Change
  ) throws(Refusal) {
    let tally = change.hall.tally(vote, in: place.meeting)
    guard let result = tally.outcome.result ?? vote.writtenResult?.result, result != .carried,
      result != .elected
    else { return }
    let other = change.hall.carriedVote(in: place.item, of: place.meeting, otherThan: vote)
    if let other {
      let basis = Keyword.byVote.word(change.written) + " " + other.title
      throw .refused(
        lost(vote, result),
        hint: Phrase(
          zh: "依据的是表决「\(other.title)」，加上 \(change.name(.basis)) \"\(basis)\"",
          en: "if it rests on the vote '\(other.title)': \(change.name(.basis)) \"\(basis)\""))
    }
    throw .refused(
      lost(vote, result),
      hint: Phrase(
        zh: "依据的是别的一次表决，先选它（「表决 第几次」，命令里写 --第几次）；是协商一致定下的，加上 \(change.name(.basis)) 协商一致",
        en: "if another vote is meant, choose it ('vote N', --vote N in a command); if all agreed"
          + " without one: \(change.name(.basis)) consensus"))
  }

  private static func lost(_ vote: Vote, _ result: Keyword) -> Phrase {
    Phrase(
      zh: "表决「\(vote.title)」的结果是「\(result.word(.zh))」，不能据此作决议",
      en: "the result of the vote '\(vote.title)' is '\(result.word(.en))': it carries no decision")
  }

  private static func noVote(_ title: String, _ place: ItemPlace) -> Refusal {
    let votes = place.item.votes.map(\.title)
    return .refused(
      Phrase(
        zh: title.isEmpty ? "\(place.id) 这项议题里还没有表决" : "\(place.id) 这项议题里没有表决「\(title)」",
        en: title.isEmpty
          ? "no vote stands above it in this item of \(place.id)"
          : "no vote above it in this item of \(place.id) is called '\(title)'"),
      hint: Phrase(
        zh: votes.isEmpty ? "先记表决" : "照表决的标题写：" + votes.joined(separator: "、"),
        en: votes.isEmpty
          ? "note the vote first" : "write its title: " + votes.joined(separator: ", ")))
  }
}
