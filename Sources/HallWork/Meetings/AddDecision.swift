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
    if !fields.standsAlone, let above = vote ?? place.item.votes.last {
      try AddDecision.refuseLost(above, place, change)
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
        "hall show \(id)",
      ])
  }

  private static func refuseLost(
    _ vote: Vote, _ place: ItemPlace, _ change: Change
  ) throws(Refusal) {
    let tally = change.hall.tally(vote, in: place.meeting)
    guard let result = tally.outcome.result ?? vote.writtenResult?.result, result != .carried,
      result != .elected
    else { return }
    throw .refused(
      Phrase(
        zh: "表决「\(vote.title)」的结果是「\(result.word(.zh))」，不能据此作决议",
        en: "the result of the vote '\(vote.title)' is '\(result.word(.en))': it carries no"
          + " decision"),
      hint: Phrase(
        zh: "依据的是别的一次表决，先选它（「表决 第几次」，命令里写 --第几次）；是协商一致定下的，加上 \(change.name(.basis)) 协商一致",
        en: "if another vote is meant, choose it ('vote N', --vote N in a command); if all agreed"
          + " without one: \(change.name(.basis)) consensus"))
  }
}
