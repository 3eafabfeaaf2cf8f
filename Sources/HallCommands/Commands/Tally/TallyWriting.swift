import HallModel
import HallSyntax
import HallWords

/// `hall tally ID --write`: the figures that the minutes lack. Approved minutes get them as a
/// revision of figures, which every reader reckons anew, and which is no amendment.
enum TallyWriting {
  static let write = OptionSpec(
    "--write",
    summary: Phrase(
      zh: "把记录里还没有的应到、实到、合计和结果写进去",
      en: "write the entitled, the present, sums and results that the minutes lack"))

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    guard let id = invocation.arguments.first, invocation.arguments.count == 1 else {
      throw .missingArgument(Phrase(zh: "会议或议题编号", en: "ID"), of: invocation.call.spec)
    }
    var change = try Change(invocation, &answer)
    let reference = try change.find(id)
    let (meeting, votes) = try TallyCommand.votes(of: reference, named: id)
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
    for line in unknown + votes.flatMap(emptyLines) {
      answer.errors += VisibleText.line(line[change.language]) + "\n"
    }
    guard !missing.isEmpty else {
      if unknown.isEmpty {
        answer.output +=
          Phrase(zh: "数字和结果都写全了\n", en: "Figures and results are all written.\n")[change.language]
      } else {
        answer.raise(to: 1)
      }
      return answer
    }
    try FigureGaps.write(missing, to: meeting, in: &change)
    change.addsFigures(to: meeting.document)
    let name = meeting.id?.text ?? meeting.document.path
    try change.record(
      &answer,
      did: Phrase(
        zh: "\(name) 写进了 \(missing.count) 个数字", en: "\(name): \(missing.count) figures written"),
      details: missing.map {
        "  " + VisibleText.line(FigureGaps.line($0, in: meeting.document, change.written))
      }, next: ["hall show \(name)"])
    return answer
  }

  /// What to do about an empty line of a figure that the program could count.
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
