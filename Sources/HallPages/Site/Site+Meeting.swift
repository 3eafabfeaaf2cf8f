import HallModel
import HallSyntax
import HallWords

/// The page of a meeting, and votes as pictures.
extension Site {
  func page(_ meeting: Meeting) -> SitePage {
    var facts = [Sheet.Fact(say("编号", "Number"), meeting.name)]
    if let moment = meeting.moment {
      facts.append(Sheet.Fact(say("时间", "When"), source.when(moment)))
    }
    if let place = meeting.text(.meetingPlace) {
      facts.append(Sheet.Fact(say("地点", "Where"), source.shown(place)))
    }
    if let status = meeting.status {
      facts.append(Sheet.Fact(say("状态", "Status"), status.word(language)))
    }
    var blocks: [SitePage.Block] = []
    if !meeting.decisions.isEmpty {
      blocks += [
        .sheet(.heading(say("议定的", "Decided"))),
        .entries(meeting.decisions.map { entry($0, of: meeting) }),
      ]
    }
    if let words = draft(meeting) { blocks.append(.sheet(.small(words))) }
    blocks.append(.sheet(.facts(facts)))
    blocks += source.introduction(of: meeting.document).map { .sheet($0) }
    for item in meeting.items {
      blocks.append(
        .heading(
          "\(item.number.map { "\($0). " } ?? "")" + source.shown(item.title),
          id: item.number.map { "item-\($0)" }))
      blocks += source.prose(under: item.node, in: item.document).map { .sheet($0) }
      for vote in item.votes {
        blocks.append(.sheet(.text(say("表决：", "Vote: ") + source.shown(vote.title))))
        blocks += self.vote(hall.tally(vote, in: meeting))
      }
      if let outcome = item.outcome {
        blocks.append(.sheet(.text(say("结论：", "Outcome: ") + outcome.word(language))))
      }
    }
    blocks.append(.sheet(.small(check(meeting.document, meeting.name))))
    return SitePage(
      path: path(.meeting(meeting)), title: source.shown(meeting.title), blocks: blocks,
      updated: updated(meeting.document))
  }

  /// What a page says of minutes that may still change.
  func draft(_ meeting: Meeting) -> String? {
    meeting.isHeld && !meeting.isApproved
      ? say("（会议记录是草稿，还没有确认）", "(the minutes are a draft, not approved)") : nil
  }

  /// Each leg as a sentence and a picture, then the result. Nobody's vote is shown.
  func vote(_ tally: Tally) -> [SitePage.Block] {
    let legs = tally.isDeclared ? [] : tally.legs
    let silent = tally.counts?.silent
    let hasSilent = (silent?.heads.number ?? 0) > 0 && !tally.legsWithoutSilent.isEmpty
    var blocks: [SitePage.Block] = []
    var option: String?
    for (place, leg) in legs.enumerated() {
      if let name = leg.option, name != option {
        option = name
        blocks.append(.sheet(.strong(source.shown(name))))
      }
      guard let have = leg.have.number, let of = leg.of.number, of > 0,
        let fraction = leg.threshold.fraction, fraction.denominator > 0
      else {
        blocks.append(.sheet(.text(leg.explanation[language])))
        continue
      }
      // What the silent ballots add to the leg is drawn apart.
      let spoken =
        hasSilent && place < tally.legsWithoutSilent.count
        ? tally.legsWithoutSilent[place].have.number ?? have : have
      let share = { (part: Int128) in Int(min(1000, max(0, part) * 1000 / of)) }
      blocks.append(
        .bar(
          SitePage.Bar(
            share: share(min(have, spoken)), silent: share(have) - share(min(have, spoken)),
            need: min(1000, Int(fraction.numerator) * 1000 / Int(fraction.denominator)),
            sentence: leg.explanation[language])))
    }
    if hasSilent, let count = silent?.heads.number {
      let without = tally.legsWithoutSilent.map { $0.explanation[language] }
      blocks.append(
        .sheet(
          .text(
            say(
              "其中 \(count) 票没有表态，图上画斜纹的就是。不计这些票：",
              "\(count) ballots were silent: the striped part. Without them: ")
              + without.joined(separator: say("；", "; ")) + say("。", "."))))
    }
    return blocks
      + [.sheet(.strong(say("结果：", "Result: ") + TallyText.word(tally.outcome, language)))]
  }
}
