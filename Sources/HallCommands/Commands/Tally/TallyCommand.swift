import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// `hall tally`: each vote recomputed, leg by leg.
enum TallyCommand: Command {
  static let spec = CommandSpec(
    "tally", aliases: ["计票"],
    summary: Phrase(zh: "把表决重新算一遍，逐条说明够不够", en: "recompute each vote, leg by leg"),
    arguments: [
      ArgumentSpec(
        Phrase(zh: "会议或议题编号", en: "ID"), takes: .thing([.meeting, .item], isOpen: false),
        isOptional: true, repeats: true)
    ],
    options: [TallyWriting.write] + OptionSpec.writing, formats: [.text, .json, .csv],
    details: Phrase(
      zh: "不写编号时算出所有会议的表决。写会议（M-2025-008）、议题（M-2025-008#1）或决议编号都可以。\n"
        + "加 --写入 就把记录里还没有的应到、实到、合计和结果写进去；已经确认的记录也可以，这不算修正。",
      en: "Without an ID, the votes of every meeting. An ID names a meeting (M-2025-008), an item"
        + " (M-2025-008#1) or a decision.\n--write adds the entitled, the present, sums and results"
        + " that the minutes lack, also to approved ones: that is not an amendment."),
    examples: [
      Phrase(
        zh: "hall 计票 M-2025-008",
        en: "hall tally M-2025-003"),
      Phrase(
        zh: "hall 计票 8#1 --机读",
        en: "hall tally 3#4 --json"),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    if invocation.call.has(TallyWriting.write) { return try TallyWriting.run(invocation) }
    var answer = Answer()
    let format = try invocation.format()
    let halls =
      if invocation.arguments.count == 1 {
        try invocation.load(about: invocation.arguments[0], &answer)
      } else {
        try invocation.load(&answer)
      }
    let language = try invocation.language(halls.first?.hall.charter)
    var tallies: [(LoadedHall, Tally)] = []
    if invocation.arguments.isEmpty {
      for loaded in halls { tallies += loaded.hall.tallies().map { (loaded, $0) } }
    }
    for text in invocation.arguments {
      let found = try halls.find(text)
      let (meeting, votes) = try found.reference.votes(named: text)
      tallies += votes.map { (found.loaded, found.loaded.hall.tally($0, in: meeting)) }
    }
    switch format {
    case .text, .md, .github:
      let labels = HallLabels(halls)
      answer.output = tallies.map { loaded, tally in
        TallyText(
          tally, language: language, style: invocation.style,
          approval: approval(of: tally, in: loaded)
        ).text(hall: labels.label(loaded))
      }.joined(separator: "\n")
      if tallies.isEmpty {
        answer.output = Phrase(zh: "还没有表决\n", en: "There are no votes yet.\n")[language]
      }
    case .json:
      let days = try halls.map { loaded throws(Refusal) in
        (loaded.folder.root, try invocation.today(loaded.hall.charter))
      }
      let today = Dictionary(days) { first, _ in first }
      let votes = JSONList(count: tallies.count) { [tallies] place in
        let (loaded, tally) = tallies[place]
        let record = RecordJSON(loaded: loaded, today: today[loaded.folder.root] ?? .first)
        return record.vote(tally).merging(loaded.identity)
      }
      invocation.write(lists: ["votes": votes], to: &answer)
    case .csv:
      answer.output = csv(tallies).text(in: invocation.context)
    }
    return answer
  }

  /// The day of an approval, if the roster has changed since.
  private static func approval(of tally: Tally, in loaded: LoadedHall) -> String? {
    let hall = loaded.hall
    guard tally.meeting.isApproved, tally.meeting.charter !== hall.charter,
      let past = hall.charterAtApproval(of: tally.meeting).known,
      past.charter.roster.lines != hall.charter.roster.lines,
      let place = HistoryPlace(of: tally.meeting.document),
      let revision = (try? loaded.ledger(of: place))?.revisions
        .first(where: { $0.number == past.approval })
    else { return nil }
    return String(revision.at.prefix(10))
  }

  private static func csv(_ tallies: [(LoadedHall, Tally)]) -> CSV {
    var csv = CSV([
      "hall", "meeting", "item", "vote", "title", "rule", "result", "written", "without_silent",
      "stage", "measure", "party", "option", "have", "of", "need", "holds", "hall_dir",
    ])
    for (loaded, tally) in tallies {
      let place = tally.meeting.place(of: tally.vote)
      let head = [
        loaded.name, tally.meeting.id?.text ?? "", place.item.map(String.init) ?? "",
        String(place.vote), tally.vote.title, tally.vote.ruleName?.string ?? "",
        tally.outcome.name, tally.vote.writtenResult?.result.machineName ?? "",
        tally.withoutSilent.name,
      ]
      let folder = loaded.folder.shownPath
      if tally.legs.isEmpty { csv.add(head + [String](repeating: "", count: 8) + [folder]) }
      for leg in tally.legs {
        csv.add(
          head + [
            leg.stage.rawValue, leg.measure.machineName, leg.measure.party ?? "", leg.option ?? "",
            leg.text(leg.have) ?? "", leg.text(leg.of) ?? "", leg.threshold.machineText,
            leg.holds.map(String.init) ?? "", folder,
          ])
      }
    }
    return csv
  }
}
