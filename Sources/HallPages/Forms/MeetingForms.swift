import HallModel
import HallSyntax
import HallWords

/// Notices, attendance sheets, minutes and sign-off pages.
extension FormSource {
  package func content(of meeting: Meeting, notice: NoticeText) -> FormContent {
    var content = common
    content.add("会议", "meeting", shown(meeting.title))
    content.add("编号", "number", meeting.name)
    content.add("时间", "when", meeting.moment.map(when))
    content.add("地点", "place", meeting.text(.meetingPlace).map(shown))
    let paragraphs = notice.paragraphs
    content.add("题头", "heading", paragraphs.first)
    content.add(
      "正文", "body", blocks: paragraphs.dropFirst().dropLast().map { .text($0) })
    content.add(
      "落款", "issued by",
      blocks: [.signature((paragraphs.last ?? "").split(separator: "\n").map(String.init))])
    content.add("签到", "signatures", blocks: [.table(signatures(meeting))])
    content.add("各方", "parties", blocks: [.table(parties(meeting))])
    content.add("会期", "session", blocks: [.text(session(meeting))])
    content.add(
      "说明", "introduction",
      blocks: introduction(of: meeting.document))
    content.add("各项", "items", blocks: items(meeting))
    let tasks = meeting.tasks
    content.add(
      "任务", "tasks",
      blocks: tasks.isEmpty
        ? []
        : [
          .heading(say("任务", "Tasks")),
          .table(table(of: tasks.map { (.meeting(meeting), $0) }, isNarrow: true, isOwn: true)),
        ])
    content.add("到会", "attendance", blocks: attendance(meeting))
    return content
  }

  // MARK: Minutes

  private func session(_ meeting: Meeting) -> String {
    let place = meeting.text(.meetingPlace).map(shown)
    let when = meeting.moment.map(when)
    let officers = [
      meeting.value(.chair).map {
        say("会议由\(person($0, meeting))主持", "Chair: \(person($0, meeting))")
      },
      meeting.value(.clerk).map {
        say("\(person($0, meeting))记录", "Clerk: \(person($0, meeting))")
      },
    ].compactMap(\.self)
    let held = say(
      (when.map { $0 + "，" } ?? "") + (place.map { "在\($0)" } ?? "") + "召开\(shown(meeting.title))。",
      [when, place].compactMap(\.self).joined(separator: ", ") + ". ")
    guard !officers.isEmpty else { return held }
    return held + officers.joined(separator: say("，", ". ")) + say("。", ".")
  }

  private func items(_ meeting: Meeting) -> [Sheet.Block] {
    meeting.items.enumerated().flatMap { place, item -> [Sheet.Block] in
      let number = language.pick(
        ChineseNumber.text(place + 1) + "、", "\(item.number ?? place + 1). ")
      var blocks: [Sheet.Block] = [.heading(number + shown(item.title))]
      for (keyword, zh, en) in [
        (Keyword.raisedBy, "提出", "Raised by"), (.chair, "主持", "Chair"),
        (.interest, "利害关系", "Interest"), (.recused, "回避", "Recused"),
      ] {
        if let value = item.value(keyword) {
          blocks.append(
            .text(say("\(zh)：\(people(value, meeting))。", "\(en): \(people(value, meeting)).")))
        }
      }
      blocks += prose(under: item.node, in: item.document)
      for vote in item.votes { blocks += self.blocks(of: vote, in: meeting) }
      for decision in item.decisions { blocks += self.blocks(of: decision, in: meeting) }
      if let outcome = item.outcome {
        blocks.append(.text(say("结论：\(outcome.word(.zh))。", "Outcome: \(outcome.word(.en)).")))
      }
      return blocks
    }
  }

  /// What was voted on, the counts, each condition in words, and the result.
  private func blocks(of vote: Vote, in meeting: Meeting) -> [Sheet.Block] {
    let tally = hall.tally(vote, in: meeting)
    let movers = [
      vote.text(.movedBy).map { say("\(shown($0))动议", "moved by \(shown($0))") },
      vote.text(.secondedBy).map { say("\(shown($0))附议", "seconded by \(shown($0))") },
    ].compactMap(\.self)
    let rule = tally.rule.map { RuleWords($0, isChoice: vote.isChoice).text(language) }
    var sentences = [
      say("表决「\(shown(vote.title))」", "Vote: \(shown(vote.title))")
        + (movers.isEmpty ? "" : say("，", "; ") + movers.joined(separator: say("，", ", ")))
        + (rule.map { say("（\($0)）", " (\($0))") } ?? "")
    ]
    let counts = written(vote)
    if !counts.isEmpty { sentences.append(counts.joined(separator: say("，", ", "))) }
    if let silent = tally.counts?.silent.heads.number, silent > 0 {
      sentences.append(say("未表态 \(silent)", "silent \(silent)") + added(tally))
    }
    sentences += tally.legs.filter { $0.holds != nil }
      .map { $0.explanation[language] }
    if tally.isDeclared { sentences.append(say("没有点票，按主持人宣布的结果", "declared by the chair")) }
    sentences.append(say("结果：", "Result: ") + TallyText.word(tally.outcome, language))
    return [.text(sentences.joined(separator: say("；", "; ")) + say("。", "."))]
      + prose(under: vote.node, in: vote.document)
  }

  /// The counts as they stand in the minutes.
  private func written(_ vote: Vote) -> [String] {
    let figures = Vocabulary.keywords(in: .vote).filter { keyword in
      [
        .entitled, .present, .delivered, .returned, .participating, .votesFor, .against, .abstain,
        .invalid, .castingVote,
      ].contains(keyword)
    }
    return figures.compactMap { keyword in
      vote.text(keyword).map { keyword.word(language) + " " + shown($0) }
    }
      + vote.options.map { option in
        shown(option.label) + " "
          + shown(vote.document.slice(vote.document.nodes[option.node].value).string)
      }
  }

  private func blocks(of decision: Decision, in meeting: Meeting) -> [Sheet.Block] {
    let number = decision.number.map { "D\($0)" } ?? ""
    let facts = self.facts(of: decision, in: meeting).map { $0.name + say("：", ": ") + $0.value }
    return [
      .strong(say("决议 \(number)：", "Decision \(number): ") + shown(decision.title) + say("。", ""))
    ]
      + (facts.isEmpty ? [] : [.text(facts.joined(separator: say("；", "; ")) + say("。", "."))])
      + prose(under: decision.node, in: decision.document)
  }

  /// Who came, who was excused, who watched.
  private func attendance(_ meeting: Meeting) -> [Sheet.Block] {
    guard let attendance = meeting.attendance, !attendance.isBlank else { return [] }
    let present = attendance.partyLines.filter { $0.heads > 0 }.map { line in
      let names = line.names.map { shown($0.name.string) }.joined(in: language)
      let more = line.heads > line.names.count ? say("\(line.heads) 人", "\(line.heads)") : ""
      return shown(line.party) + say("：", ": ")
        + [names, more].filter { !$0.isEmpty }.joined(separator: say("等", ", "))
    }
    var facts = [Sheet.Fact(say("出席", "Present"), present.joined(separator: say("；", "; ")))]
    for keyword in [Keyword.late, .left, .excused, .absent, .observing, .invited] {
      let names = attendance.values(keyword).map { shown($0.string) }
      guard !names.isEmpty else { continue }
      facts.append(Sheet.Fact(keyword.word(language), names.joined(in: language)))
    }
    let proxies = attendance.proxies.map { proxy in
      say(
        "\(shown(proxy.principal))委托\(shown(proxy.holder))",
        "\(shown(proxy.holder)) for \(shown(proxy.principal))")
    }
    if !proxies.isEmpty {
      facts.append(Sheet.Fact(say("委托", "Proxies"), proxies.joined(in: language)))
    }
    return [.facts(facts)]
  }

  // MARK: Sheets to sign

  /// Everybody who is expected, and blank rows for those who come besides.
  private func signatures(_ meeting: Meeting) -> Sheet.Table {
    var table = Sheet.Table([
      say("序号", "No."), say("姓名", "Name"), say("方", "Party"), say("户", "Unit"), say("方式", "How"),
      say("时间", "Time"), say("电话", "Phone"), say("签名", "Signature"),
    ])
    table.widths = [6, 12, 12, 16, 9, 9, 14, 22]
    table.isToFill = true
    let named = meeting.attendance?.partyLines.flatMap { line in
      line.names.map { (line.party, FullWidth.name($0.name)) }
    }
    let rows = charter.roster.rows
    let people: [(party: String, name: String, unit: String)]
    if let named, !named.isEmpty {
      people = named.map { party, name in
        (party, name, rows.first { $0.name == name }?.unit ?? "")
      }
    } else {
      let votes = Set(meeting.parties.voting.map(\.name))
      let isVoter = { (row: Roster.Row) in
        (row.party.isEmpty || votes.contains(row.party)) && row.votes
      }
      // Who convenes and who observes signs as well, below those who vote.
      people = (rows.filter(isVoter) + rows.filter { !isVoter($0) && !$0.party.isEmpty })
        .map { ($0.party, $0.name.isEmpty ? $0.owner : $0.name, $0.unit) }
    }
    let blank = 6
    table.rows = (people + Array(repeating: ("", "", ""), count: blank)).enumerated().map {
      place, person in
      [
        String(place + 1), shown(person.name), shown(person.party), shown(person.unit), "", "", "",
        "",
      ]
    }
    return table
  }

  /// A line for each signature that is there, with its part and its remark, and one to sign on for each
  /// party that has none.
  private func parties(_ meeting: Meeting) -> Sheet.Table {
    var table = Sheet.Table([
      say("方", "Party"), say("签字", "Signature"), say("态度", "Stance"), say("日期", "Day"),
    ])
    table.widths = [20, 24, 36, 20]
    table.isToFill = true
    let named = Set(meeting.parties.parties.map(\.name))
    var rows = meeting.parties.parties.flatMap { party -> [[String]] in
      let signed = meeting.signOffs.filter { $0.party == party.name }
      return signed.isEmpty ? [[shown(party.name), "", "", ""]] : signed.map(row(of:))
    }
    rows += meeting.signOffs.filter { !named.contains($0.party) }.map(row(of:))
    table.rows = rows
    return table
  }

  private func row(of sign: SignOff) -> [String] {
    let part = sign.part.map { say("（\($0)）", " (\($0))") } ?? ""
    let stance = [sign.stance?.word(language) ?? "", shown(sign.remark)].filter { !$0.isEmpty }
    return [
      shown(sign.party), shown(sign.person) + part, stance.joined(separator: say("：", ": ")),
      sign.day?.iso ?? "",
    ]
  }
}
