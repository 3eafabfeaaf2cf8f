import HallModel
import HallSyntax

/// A whole and its parts do not add up, or a list of names and the sum at its end.
package enum VoteSum: Check {
  package static let id = "vote-sum"
  package static let readsHall = true
  package static let about = Phrase(
    zh: "整体和各部分都写了，加起来却不相等：送达 = 收回 + 未表态，收回 = 同意 + 反对 + 弃权 + 无效，参与也一样；或名单末尾的"
      + "「共」与名单不符。",
    en: "A whole and all its parts are written and do not add up: delivered = returned + silent,"
      + " returned = for + against + abstain + invalid, and those who took part; or the sum at the end"
      + " of a list is not that of its names.")

  package static func check(tally: Tally, _ context: CheckContext, _ report: inout Report) {
    let before = report.problems.count
    for measure in [Measure.heads, .area, .shares] where report.problems.count == before {
      checkWholes(tally, measure, &report)
    }
    guard !tally.isFinal else { return }
    checkLists(tally, context, &report)
  }

  private static func checkWholes(_ tally: Tally, _ measure: Measure, _ report: inout Report) {
    let written = WrittenCounts(vote: tally.vote)
    let silent = written.figure(.silent, measure)
    let returned = written.figure(.returned, measure)
    if let delivered = written.figure(.delivered, measure), let returned, let silent {
      compare(
        .delivered, delivered, returned + silent,
        (zh: "收回与未表态", en: "returned and silent"), measure, tally, &report)
    }
    if returned == nil, let silent {
      checkWithSilent(tally, measure, silent, written, &report)
    }
    guard let sides = sides(tally, measure) else { return }
    if let returned, let invalid = written.figure(.invalid, measure) {
      let isDoubled = silent.map { $0 > 0 && sides + invalid == returned + $0 } ?? false
      if isDoubled {
        doubled(tally, measure, returned, sides + invalid, &report)
      } else {
        compare(
          .returned, returned, sides + invalid,
          (zh: "各项票与无效", en: "the votes and the invalid"), measure, tally, &report)
      }
    }
    guard let whole = written.figure(.participating, measure),
      let rule = tally.rule
    else { return }
    let invalid = rule.ignoresInvalid ? 0 : written.figure(.invalid, measure)
    let taking = rule.silent == .ignored ? 0 : silent
    guard let invalid, let taking else { return }
    compare(
      .participating, whole, sides + invalid + taking,
      (zh: "参加表决的各项", en: "those who took part"), measure, tally, &report)
  }

  /// Without 收回: votes and silent ballots together cannot exceed 送达 or 应到.
  private static func checkWithSilent(
    _ tally: Tally, _ measure: Measure, _ silent: Int128, _ written: WrittenCounts,
    _ report: inout Report
  ) {
    guard let counts = tally.counts, !tally.vote.isChoice, silent > 0 else { return }
    let voted = [counts.votesFor, counts.against, counts.abstain, counts.invalid]
      .compactMap { $0[measure].number }.reduce(0, +)
    for key in [Keyword.delivered, .entitled] {
      guard let whole = written.figure(key, measure), voted + silent > whole,
        let field = tally.vote.document.fieldNode(key, of: tally.vote.node)
      else { continue }
      let (have, found) = (
        WrittenCounts.text(whole, measure), WrittenCounts.text(voted + silent, measure)
      )
      report.error(
        tally.vote.document, tally.vote.document.valueRange(field),
        zh: "「\(key.word(.zh))」的\(WrittenCounts.word(measure))是 \(have)，投的票加未表态是 \(found)",
        en: "'\(key.word(.en))' says \(have), but the votes and the silent add up to \(found)",
        hint: WrittenCounts.hint, facts: [key.machineName, "\(measure)"])
      return
    }
  }

  /// The sum of 同意, 反对 and 弃权, or of the options of one seat and 弃权, if each is written.
  private static func sides(_ tally: Tally, _ measure: Measure) -> Int128? {
    let vote = tally.vote
    guard let counts = tally.counts, !vote.isChoice || vote.seats == 1 else { return nil }
    // Until there is a result, another option may follow.
    guard !vote.isChoice || vote.writtenResult != nil else { return nil }
    var figures = vote.isChoice ? counts.options.map(\.figures) : [counts.votesFor, counts.against]
    guard vote.value(.abstain) != nil || OptionLines(vote).stray(.abstain) != nil else {
      return nil
    }
    if !vote.isChoice, vote.value(.votesFor) == nil || vote.value(.against) == nil { return nil }
    figures.append(counts.abstain)
    var sum: Int128 = 0
    for figure in figures {
      guard let number = figure[measure].number else { return nil }
      sum += number
    }
    return sum
  }

  private static func compare(
    _ key: Keyword, _ whole: Int128, _ sum: Int128, _ parts: (zh: String, en: String),
    _ measure: Measure, _ tally: Tally, _ report: inout Report
  ) {
    // `vote-count` reports parts that exceed the whole.
    guard whole != sum, sum < whole || key == .delivered || key == .participating,
      let field = tally.vote.document.fieldNode(key, of: tally.vote.node)
    else { return }
    let (have, found) = (WrittenCounts.text(whole, measure), WrittenCounts.text(sum, measure))
    let word = WrittenCounts.word(measure)
    report.error(
      tally.vote.document, tally.vote.document.valueRange(field),
      zh: "「\(key.word(.zh))」的\(word)是 \(have)，\(parts.zh)加起来是 \(found)",
      en: "'\(key.word(.en))' says \(have), but \(parts.en) add up to \(found)",
      hint: WrittenCounts.hint, facts: [key.machineName, "\(measure)"])
  }

  /// The sides add up to the returned and the silent ballots: they include the silent ones.
  private static func doubled(
    _ tally: Tally, _ measure: Measure, _ returned: Int128, _ sum: Int128, _ report: inout Report
  ) {
    guard let field = tally.vote.document.fieldNode(.returned, of: tally.vote.node) else { return }
    let (have, found) = (WrittenCounts.text(returned, measure), WrittenCounts.text(sum, measure))
    let zh = "各项票加起来是 \(found)，正好是收回 \(have) 加未表态：未表态的票好像已经算进去了"
    let en =
      "the votes add up to \(found), which is the \(have) returned and the silent: these seem to be"
      + " in them already"
    let hint = Phrase(
      zh: "同意、反对只写收回的票，未表态另写一行", en: "write only returned ballots as votes, the silent on a line")
    let range = tally.vote.document.valueRange(field)
    // An owner of several units may have returned one ballot and not another.
    if tally.rule?.voters == .owners, tally.meeting.charter.roster.hasOwnersOfSeveral {
      report.warning(tally.vote.document, range, zh: zh, en: en, hint: hint, facts: ["\(measure)"])
    } else {
      report.error(tally.vote.document, range, zh: zh, en: en, hint: hint, facts: ["\(measure)"])
    }
  }

  /// The sum at the end of a list compared with the names before it.
  private static func checkLists(
    _ tally: Tally, _ context: CheckContext, _ report: inout Report
  ) {
    let document = tally.vote.document
    // Most lists have no sum, and nothing has to be computed.
    let hasSum = document.fields(of: tally.vote.node).contains { field in
      NamedSum(document.slice(document.nodes[field].value)).sum != nil
    }
    guard hasSum else { return }
    let figures = context.hall.figures(of: tally.vote, in: tally.meeting)
    for figure in figures.all {
      guard let field = figure.field else { continue }
      let written = NamedSum(document.slice(document.nodes[field].value))
      let reckoned = NamedSum(Slice(figure.text))
      guard let sum = written.sum, let right = reckoned.sum, !isSame(sum, right, tally) else {
        continue
      }
      report.error(
        document, document.source(of: sum.startIndex..<sum.endIndex),
        zh: "写的是共 \(sum.string)，名单数来是 \(right.string)",
        en: "the sum says \(sum.string), the names add up to \(right.string)",
        hint: Phrase(
          zh: "核对名单；名单没错，就改成「共 \(right.string)」",
          en: "check the names; where they are right, write 'total \(right.string)'"),
        facts: [right.string])
    }
  }

  private static func isSame(_ left: Slice, _ right: Slice, _ tally: Tally) -> Bool {
    guard let one = try? BallotEntry(reading: left, in: tally.meeting),
      let other = try? BallotEntry(reading: right, in: tally.meeting)
    else { return false }
    switch (one, other) {
    case (.count(let one), .count(let other)):
      // A measure that the rule does not use may be left out.
      return (one.heads == other.heads || one.heads == nil || other.heads == nil)
        && (one.area == other.area || one.area == nil || other.area == nil)
    case (.byParty(let one), .byParty(let other)):
      return Dictionary(one.map { ($0.party, $0.heads) }, uniquingKeysWith: +)
        == Dictionary(other.map { ($0.party, $0.heads) }, uniquingKeysWith: +)
    case (.byParty(let parties), .count(let count)), (.count(let count), .byParty(let parties)):
      return parties.reduce(0) { $0 + $1.heads } == count.heads
    default: return false
    }
  }
}
