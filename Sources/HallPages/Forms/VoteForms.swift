import HallModel
import HallSyntax
import HallWords

/// Result announcements. They print no name of a voter: only counts, and those whose office is public.
extension FormSource {
  package func content(of vote: Vote, in meeting: Meeting) -> FormContent {
    var content = common
    let tally = hall.tally(vote, in: meeting)
    content.add("表决", "vote", shown(vote.title))
    content.add("会议", "meeting", shown(meeting.title))
    content.add("编号", "number", meeting.name)
    content.add("表决依据", "how it was held", howHeld(vote, meeting))
    content.add("票数", "counts", blocks: counts(tally).map { [.table($0)] } ?? [])
    content.add("条件", "conditions", blocks: conditions(tally).map { [.table($0)] } ?? [])
    content.add("结论", "conclusion", conclusion(tally))
    let words = tally.rule.map { RuleWords($0, isChoice: vote.isChoice).text(language) }
    let name = vote.ruleName.map { shown($0.string) }
    content.add(
      "规则", "rule",
      name.map { name in name + (words.map { say("（\($0)）", " (\($0))") } ?? "") })
    content.add("规则依据", "rule basis", name.flatMap { basis(ofRule: $0) })
    content.add("计票", "tellers", vote.value(.teller).map { people($0, meeting) })
    content.add("监票", "scrutineers", vote.value(.scrutineer).map { people($0, meeting) })
    let posted =
      meeting.decisions(under: vote).compactMap(\.posted).first ?? meeting.period(.posted)
    content.add("公示", "posted", posted.map(period))
    let until = vote.period(.votingPeriod)?.end ?? meeting.day
    content.add("期限", "until", until.map(day))
    content.add("选项", "options", blocks: [.boxes(choices(vote))])
    content.add(
      "代理上限", "limit",
      tally.rule?.proxyLimit.map {
        say("一名受托人最多代理 \($0) 人。", "Nobody may hold more than \($0) proxies.")
      }
        ?? say(
          "一名受托人最多代理几人，按议事规则。", "How many proxies one person may hold is a matter of the rules."))
    content.add("票", "ballots", blocks: ballots(vote, tally, meeting))
    content.add("落款", "issued by", blocks: signature(posted?.start ?? meeting.day ?? today))
    return content
  }

  private func howHeld(_ vote: Vote, _ meeting: Meeting) -> String {
    let methods = vote.methods.map { $0.word(language) }.joined(in: language)
    let voting = vote.period(.votingPeriod).map(period) ?? meeting.moment.map(when)
    let scope = vote.text(.scope).map(shown)
    return say(
      "\(shown(charter.name))" + (voting.map { "于\($0)" } ?? "")
        + (methods.isEmpty ? "" : "以\(methods)方式") + "就「\(shown(vote.title))」进行表决"
        + (scope.map { "，表决范围：\($0)" } ?? "") + "。现将结果公告如下：",
      "\(shown(charter.name)) voted on '\(shown(vote.title))'" + (voting.map { ", \($0)" } ?? "")
        + (methods.isEmpty ? "" : ", \(methods)") + (scope.map { "; scope: \($0)" } ?? "") + ".")
  }

  /// The law or clause that a rule of hall.md rests on.
  private func basis(ofRule name: String) -> String? {
    let document = charter.document
    guard let section = document.section(.rules) else { return nil }
    let rule = document.children(of: section).first { child in
      FullWidth.name(document.slice(document.nodes[child].value)) == name
    }
    return rule.flatMap { document.field(.basis, of: $0) }.map { shown($0.string) }
  }

  // MARK: Counts

  /// Each figure by heads and by area, as far as it is known, and the share beside it.
  private func counts(_ tally: Tally) -> Sheet.Table? {
    guard let counts = tally.counts, let rule = tally.rule else { return nil }
    let hasAreas = rule.measures.contains(.area)
    let heads = rule.voters == .owners ? say("户（人）数", "Owners") : say("人数", "Heads")
    // Where each party counts by itself, no share of all says anything.
    let isByParty = tally.legs.contains { if case .party = $0.measure { true } else { false } }
    let present = counts.presentMayVote
    let isOfPresent = rule.base == .basePresent && present.heads.number != nil
    let whole = isByParty ? .zero : isOfPresent ? present : counts.entitled
    let shareHead = isOfPresent ? say("占实到", "Of those present") : say("占比", "Share")
    var table = Sheet.Table(
      [say("项目", "Item"), heads, shareHead]
        + (hasAreas ? [say("面积（㎡）", "Area (m²)"), say("占比", "Share")] : []))
    table.caption = say("一、表决票数", "Counts")
    table.numbers = [1, 2, 3, 4]
    func share(_ part: Figure, _ of: Figure) -> String {
      guard let part = part.number, let of = of.number, of > 0, part <= of else { return "" }
      return Percentage.text(part, of: of)
    }
    func add(_ word: String, _ figures: Figures, isWhole: Bool = false) {
      let name = language == .en ? word.prefix(1).uppercased() + word.dropFirst() : word
      guard let number = figures.heads.number else { return }
      var row = [name, String(number), isWhole ? "" : share(figures.heads, whole.heads)]
      if hasAreas {
        row += [
          figures.area.number.map { Area(units: $0).text } ?? "",
          isWhole ? "" : share(figures.area, whole.area),
        ]
      }
      table.rows.append(row)
    }
    if !isByParty {
      add(say("应到（总数）", "Entitled"), counts.entitled, isWhole: true)
      if isOfPresent { add(Keyword.present.word(language), present, isWhole: true) }
    }
    for (keyword, figures) in [
      (Keyword.delivered, count(tally.vote, .delivered)), (.returned, count(tally.vote, .returned)),
    ] {
      if let figures { add(keyword.word(language), figures) }
    }
    if tally.vote.isChoice {
      for option in counts.options { add(shown(option.label), option.figures) }
    } else {
      add(Keyword.votesFor.word(language), counts.votesFor)
      add(Keyword.against.word(language), counts.against)
    }
    add(Keyword.abstain.word(language), counts.abstain)
    if (counts.invalid.heads.number ?? 0) > 0 {
      add(Keyword.invalid.word(language), counts.invalid)
    }
    if (counts.silent.heads.number ?? 0) > 0 {
      add(say("未表态", "Silent") + added(tally), counts.silent)
    }
    return table.rows.isEmpty ? nil : table
  }

  /// To whom the rule adds the silent ballots.
  func added(_ tally: Tally) -> String {
    guard let counts = tally.counts, let rule = tally.rule,
      let share = SilentShare(counts, silent: rule.silent)
    else { return "" }
    switch share {
    case .side(let side):
      return say("（计入\(side.word(.zh))）", " (counted \(side.word(.en)))")
    case .option(let label): return say("（计入\(shown(label))）", " (counted for \(shown(label)))")
    case .each, .untold: return ""
    }
  }

  private func count(_ vote: Vote, _ keyword: Keyword) -> Figures? {
    guard let count = vote.count(keyword), let heads = count.heads else { return nil }
    var figures = Figures.zero
    figures.heads = .known(Int128(heads))
    figures.area = count.area.map { .known($0.units) } ?? .unknown(.areaUnknown)
    return figures
  }

  /// Each condition of the rule, what was reached, and whether it holds; also without the silent
  /// ballots where they count.
  private func conditions(_ tally: Tally) -> Sheet.Table? {
    guard tally.legs.contains(where: { $0.holds != nil }), !tally.isDeclared else { return nil }
    var table = Sheet.Table([
      say("条件", "Condition"), say("实际", "Reached"), say("占比", "Share"), say("要求", "Needed"),
      say("结论", "Holds"),
    ])
    table.caption = say("二、通过条件", "Conditions")
    table.numbers = [2]
    table.widths = [27, 25, 20, 13, 15]
    func row(_ leg: TallyLeg, _ suffix: String) -> [String] {
      let option = leg.option.map { shown($0) + " " } ?? ""
      let share =
        leg.have.number.flatMap { have in
          leg.of.number.flatMap { of in of > 0 ? Percentage.text(have, of: of) : nil }
        } ?? ""
      let verdict =
        switch leg.holds {
        case true?: say("符合", "yes")
        case false?: say("不符合", "no")
        case nil: say("不能确定", "unknown")
        }
      return [
        option + leg.stage.keyword.word(language)
          + say("（\(leg.measure.word(.zh))）", " (\(leg.measure.word(.en)))")
          + suffix,
        leg.figures(language), leg.threshold.isNumber ? "" : share, leg.threshold.phrase[language],
        verdict,
      ]
    }
    table.rows = tally.legs.map { row($0, "") }
    if (tally.counts?.silent.heads.number ?? 0) > 0 {
      table.rows += tally.legsWithoutSilent.map { row($0, say("（不计未表态）", ", without the silent")) }
    }
    return table
  }

  private func conclusion(_ tally: Tally) -> String {
    let word = TallyText.word(tally.outcome, language)
    let reason = tally.outcome.reason.map { tally.words(for: $0)[language] }
    return say("表决结果：", "Result: ") + word + (reason.map { say("（\($0)）", " (\($0))") } ?? "")
      + say("。", ".")
  }

  // MARK: Ballots

  private func choices(_ vote: Vote) -> [String] {
    let options = vote.options.map { shown($0.label) }
    guard options.isEmpty else { return options }
    return [Keyword.votesFor, .against, .abstain].map { $0.word(language) }
  }

  /// How many ballots are printed; zero without a roster.
  package func ballotCount(_ vote: Vote, in meeting: Meeting) -> Int {
    voters(hall.tally(vote, in: meeting), meeting).count
  }

  private func voters(_ tally: Tally, _ meeting: Meeting) -> [VoterTable.Voter] {
    let table = tally.rule?.voters == .owners ? charter.roster.owners : charter.roster.members
    let votes = Set(meeting.parties.voting.map(\.name))
    return table.voters.filter { $0.party.isEmpty || votes.contains($0.party) }
  }

  /// A ballot for each voter, with a counterfoil to tear off; without a roster, one to copy.
  private func ballots(_ vote: Vote, _ tally: Tally, _ meeting: Meeting) -> [Sheet.Block] {
    let voters = voters(tally, meeting)
    let papers = voters.isEmpty ? [nil] : voters.map { Optional($0) }
    return papers.enumerated().flatMap { place, voter in
      (place > 0 ? [.pageBreak] : []) + paper(place + 1, voter, vote, tally, meeting)
    }
  }

  private func paper(
    _ number: Int, _ voter: VoterTable.Voter?, _ vote: Vote, _ tally: Tally, _ meeting: Meeting
  ) -> [Sheet.Block] {
    let label = voter.map { shown($0.label) } ?? ""
    let who = label.isEmpty ? "________________" : label
    let area = voter?.area.number.map { Area(units: $0).text + "㎡" }
    let weight =
      tally.rule?.voters == .owners ? [Sheet.Fact(say("面积", "Area"), area ?? "________")] : []
    let person = [
      Sheet.Fact(say("票号", "Number"), voter == nil ? "______" : String(number, digits: 4)),
      Sheet.Fact(say("表决人", "Voter"), who),
      Sheet.Fact(say("户号", "Unit"), voter.map { shown($0.unit) } ?? "________"),
    ].filter { !$0.value.isEmpty }
    // A secret ballot says only how much it weighs; who has got one is on the counterfoil.
    let isSecret = vote.methods.contains(.secret)
    let facts = isSecret ? weight : person + weight
    let seats = vote.seats
    let how =
      vote.isChoice
      ? say("最多选 \(seats) 项，在所选选项前的方框里打「√」，多选无效。", "Tick at most \(seats).")
      : say("只能选一项，在方框里打「√」。", "Tick one.")
    let until = vote.period(.votingPeriod).map(\.end) ?? meeting.day
    let back = [
      until.map { say("请最迟于\(day($0))", "Return it by \(day($0))") },
      say("交到\(shown(charter.name))", "to \(shown(charter.name))"),
    ].compactMap(\.self).joined(separator: say("", " "))
    let blocks: [Sheet.Block?] = [
      .title(say("表决票", "Ballot")),
      isSecret ? .small(say("（无记名：不写姓名，不签名）", "(secret: no name, no signature)")) : nil,
      facts.isEmpty ? nil : .facts(facts), .strong(shown(vote.title)),
      .text(how), .boxes(choices(vote)),
      isSecret ? nil : .lines([say("签名", "Signature"), say("日期", "Day")]),
      .small(back + say("。", ".") + invalid(isSecret) + silence(tally)),
      .tear(say("存　根", "Counterfoil")), .facts(person + weight),
      .lines([
        say("领票人", "Received by"), say("领票时间", "Day and hour"),
        say("代领的，代何人领", "If by proxy, for whom"),
      ]),
    ]
    return blocks.compactMap(\.self)
  }

  private func invalid(_ isSecret: Bool) -> String {
    let fault =
      isSecret
      ? say("写了姓名、做了记号", "has a name or a mark on it") : say("没有签名", "is not signed")
    return say(
      "\(fault)、涂改看不清、一项都没选或者选得太多的，按废票处理。",
      " A ballot that \(fault), cannot be read, or has no tick or too many is invalid.")
  }

  /// What it means under the rule if a ballot does not come back.
  private func silence(_ tally: Tally) -> String {
    switch tally.rule?.silent {
    case .silentParticipating?:
      say(
        "送达后不交回的，计入参与表决，不算同意也不算反对。",
        " A ballot that does not come back counts as taking part, for nobody.")
    case .withMajority?:
      say(
        "送达后不交回的，按议事规则计入多数的一方。", " A ballot that does not come back is counted with the majority.")
    case .deemedConsent?:
      say("送达后不交回的，按议事规则视为同意。", " A ballot that does not come back is deemed consent.")
    default: say("不交回的，不计入参与表决。", " A ballot that does not come back does not count.")
    }
  }
}

/// A share in percent, to two decimals, cut off and never rounded up: 66.66% is not two thirds.
enum Percentage {
  static func text(_ part: Int128, of whole: Int128) -> String {
    let hundredths = part * 10_000 / whole
    return "\(hundredths / 100).\(String(Int(hundredths % 100), digits: 2))%"
  }
}
