import HallModel
import HallSyntax
import HallWords

/// Writes the figures and results that minutes lack. Approved minutes get them as a revision of
/// figures, which every reader computes again, and which is not an amendment.
package struct WriteFigures: Act {
  /// A meeting, an item or a decision.
  private let name: String

  package init(of name: String) { self.name = name }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let (meeting, votes) = try change.find(name).votes(named: name)
    guard meeting.isHeld else {
      throw .refused(
        Phrase(
          zh: "会议还没有开，没有什么数字可写", en: "the meeting was not held: there are no figures to write"),
        hint: nil)
    }
    let missing = votes.flatMap { change.hall.figures(of: $0, in: meeting).missing }
      .filter { !meeting.isApproved || FigureGaps.canBeAdded($0, to: meeting.document) }
    let unknown = votes.filter { $0.hasCounts }.compactMap { vote -> Phrase? in
      let tally = change.hall.tally(vote, in: meeting)
      guard vote.value(.voteResult) == nil,
        let reason = tally.computed.reason.map(tally.words(for:))
      else { return nil }
      return Phrase(
        zh: "「\(vote.title)」的结果还算不出：\(reason.zh)",
        en: "'\(vote.title)' has no result yet: \(reason.en)")
    }
    change.notes += unknown + votes.flatMap(WriteFigures.emptyLines)
    guard !missing.isEmpty else {
      guard unknown.isEmpty else { return change.unfinished }
      return change.unchanged(Phrase(zh: "数字和结果都写全了", en: "Figures and results are all written."))
    }
    try FigureGaps.write(missing, to: meeting, in: &change)
    change.addsFigures(to: meeting.document)
    let name = meeting.name
    return try change.finish(
      did: Phrase(
        zh: "\(name) 写进了 \(missing.count) 个数字",
        en: "\(name): \(Language.counted(missing.count, "figure")) written"),
      details: missing.map {
        "  " + VisibleText.line(FigureGaps.line($0, in: meeting.document, change.written))
      }, next: ["hall show \(name)"])
  }

  /// What to do about an empty line of a figure that the program could compute.
  private static func emptyLines(of vote: Vote) -> [Phrase] {
    [Keyword.entitled, .present].filter { keyword in
      vote.value(keyword) == nil && vote.document.fieldNode(keyword, of: vote.node) != nil
    }.map { keyword in
      Phrase(
        zh: "「\(vote.title)」的「\(keyword.word(.zh))」空着：写上数字，或删去这一行，由程序按名册和参会人员数",
        en: "'\(keyword.word(.en))' of '\(vote.title)' is empty: write it, or take the line out to"
          + " have it counted")
    }
  }
}
