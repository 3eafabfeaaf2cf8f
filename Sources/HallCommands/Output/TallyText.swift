import HallModel
import HallSyntax

/// One vote for people: the rule, each leg, what silence does, and the result.
struct TallyText {
  let tally: Tally
  let language: Language
  let style: Style

  init(_ tally: Tally, language: Language, style: Style) {
    self.tally = tally
    self.language = language
    self.style = style
  }

  func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// - Parameter hall: the hall's name, where several are asked about.
  func text(hall: String?) -> String {
    let place = tally.meeting.place(of: tally.vote)
    let item = place.item.map(String.init) ?? "?"
    var name = (tally.meeting.id?.text ?? tally.meeting.document.path) + "#\(item)"
    if place.vote > 1 { name += say(" 第\(place.vote)次表决", " vote \(place.vote)") }
    let prefix = hall.map { VisibleText.line($0) + "  " } ?? ""
    var lines = [prefix + style.bold(name) + "  " + VisibleText.line(tally.vote.title)]
    lines.append("  " + ruleLine)
    lines += legLines.map { "  " + $0 }
    if let silent = silentLine { lines.append("  " + silent) }
    if let owners = ownersWithoutArea { lines.append("  " + owners) }
    lines.append("  " + resultLine)
    return lines.joined(separator: "\n") + "\n"
  }

  private var ruleLine: String {
    guard let written = tally.vote.ruleName else { return say("没有写规则", "no rule is named") }
    let name = VisibleText.line(written.string)
    guard let rule = tally.rule else {
      return say("规则 \(name)（没有定义）", "rule \(name) (not defined)")
    }
    let parts = [
      say("表决人 ", "voters ") + rule.voters.word(language),
      say("基数 ", "base ") + rule.base.word(language),
      say("未表态 ", "silent ") + rule.silent.word(language),
    ]
    return say("规则 ", "rule ") + name + say("（", " (")
      + parts.joined(separator: say("；", "; ")) + say("）", ")")
  }

  private var legLines: [String] {
    let rows = tally.legs.map { leg -> [String] in
      let stage = leg.stage == .quorum ? say("最低参与", "quorum") : say("通过", "pass")
      let measure: String
      switch leg.measure {
      case .heads: measure = Keyword.heads.word(language)
      case .area: measure = Keyword.area.word(language)
      case .party(let party): measure = party.isEmpty ? Keyword.eachParty.word(language) : party
      }
      let unit = leg.measure == .area ? "㎡" : ""
      let figures = "\(leg.text(leg.have) ?? "?") / \(leg.text(leg.of) ?? "?")\(unit)"
      return [
        stage, leg.option ?? "", measure, figures, leg.threshold.phrase[language], verdict(leg),
      ]
    }
    let widths = (0..<5).map { column in rows.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() where column < 5 && widths[column] > 0 {
        line += DisplayWidth.padded(VisibleText.line(cell), to: widths[column]) + "  "
      }
      return line + row[5]
    }
  }

  func verdict(_ leg: TallyLeg) -> String {
    switch leg.holds {
    case true?: style.green(say("够", "holds"))
    case false?: style.red(say("不够", "fails"))
    case nil: style.yellow(say("算不出", "cannot be told"))
    }
  }

  var silentLine: String? {
    guard let counts = tally.counts, let silent = counts.silent.heads.number, silent > 0 else {
      return nil
    }
    let area = counts.silent.area.number.map { " " + Area(units: $0).text + "㎡" } ?? ""
    var line = say("未表态 \(silent)\(area)", "silent \(silent)\(area)")
    switch tally.deemedSide {
    case .votesFor?: line += say("，随多数计入同意", ", counted with the majority for")
    case .against?: line += say("，随多数计入反对", ", counted with the majority against")
    default:
      if tally.rule?.silent != .ignored { line += say("，计入参与", ", counted as taking part") }
    }
    if tally.hangsOnSilence {
      let without = word(tally.withoutSilent)
      return line + style.yellow(say("；不计它们，结果是「\(without)」", "; without them: \(without)"))
    }
    return line + say("；不影响结果", "; the result is the same without them")
  }

  /// A result in words: `当选 甲、乙`.
  static func word(_ outcome: Outcome?, _ language: Language) -> String {
    guard let outcome, let result = outcome.result else {
      return language == .zh ? "无法确定" : "unknown"
    }
    let names = outcome.elected ?? []
    guard !names.isEmpty else { return result.word(language) }
    return result.word(language) + " " + names.joined(separator: language == .zh ? "、" : ", ")
  }

  private func word(_ outcome: Outcome) -> String { TallyText.word(outcome, language) }

  private var resultLine: String {
    var line = style.bold(say("结果 ", "result ") + VisibleText.line(word(tally.outcome)))
    if let reason = tally.outcome.reason { line += say("：", ": ") + reason.phrase[language] }
    guard let written = tally.vote.writtenResult else {
      return line + style.dim(say("（没有写结果）", " (not written)"))
    }
    if tally.contradictsWritten {
      return line
        + style.red(
          say(
            "，但写的是「\(written.result.word(.zh))」", ", but '\(written.result.word(.en))' is written"))
    }
    guard tally.outcome.result != nil else {
      return line
        + style.yellow(
          say(
            "（写的是「\(written.result.word(.zh))」）", " ('\(written.result.word(.en))' is written)"))
    }
    return line + style.dim(say("（与所写一致）", " (as written)"))
  }
}

extension Gap {
  /// The reason in words.
  var phrase: Phrase {
    switch self {
    case .ruleUnknown: Phrase(zh: "没有写规则，或规则没有定义", en: "no rule is named, or nobody defined it")
    case .ruleUnreadable:
      Phrase(zh: "hall.md 里的这条规则有写错的地方", en: "the rule in hall.md cannot be read")
    case .noCounts: Phrase(zh: "还没有票数", en: "there are no counts yet")
    case .unreadableCount: Phrase(zh: "有的票数读不懂", en: "a count cannot be read")
    case .entitledUnknown:
      Phrase(zh: "不知道应到多少，请写「应到」", en: "how many may vote is not known; write 'entitled'")
    case .presentUnknown:
      Phrase(zh: "不知道实到多少，请写「实到」或参会人员", en: "how many were present is not known; write 'present'")
    case .participatingUnknown:
      Phrase(zh: "多个名额时要写「参与」", en: "with several seats, write 'participating'")
    case .areaUnknown: Phrase(zh: "缺少面积", en: "an area is missing")
    case .headsUnknown: Phrase(zh: "缺少人数或户数", en: "a number of heads is missing")
    case .partyCountsUnknown:
      Phrase(
        zh: "要按各方分别写票数，如「居民 12、物业 1」",
        en: "counts by party are needed, as 'residents 12, property 1'")
    case .ballotsMissing:
      Phrase(zh: "票册不在这里，也没有写票数", en: "the ballots are not here and no counts are written")
    case .ambiguousName: Phrase(zh: "有的名字可以指几个人", en: "a name may mean several voters")
    case .voterUnknown:
      Phrase(
        zh: "有的人不在名册里，也没有写是哪一方，不知道有没有表决权",
        en: "nobody can tell whether somebody who voted may vote")
    case .partyUnknown:
      Phrase(zh: "有的票记在没有写明的一方名下", en: "there are votes of a party nobody defined")
    }
  }
}
