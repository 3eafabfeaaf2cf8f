import HallModel
import HallSyntax

/// One vote for people: the rule, each leg, the effect of silent ballots, and the result.
package struct TallyText: Speaking {
  package let tally: Tally
  package let language: Language
  package let style: Style
  /// The day of an approval after which the roster was changed; nil if it was not.
  private let approval: String?

  package init(_ tally: Tally, language: Language, style: Style, approval: String? = nil) {
    self.tally = tally
    self.approval = approval
    self.language = language
    self.style = style
  }

  /// - Parameter hall: the hall's name, if several halls are asked about.
  package func text(hall: String?) -> String {
    let place = tally.meeting.place(of: tally.vote)
    let item = place.item.map(String.init) ?? "?"
    var name = tally.meeting.name + "#\(item)"
    if place.vote > 1 { name += say(" 第\(place.vote)次表决", " vote \(place.vote)") }
    let prefix = hall.map { VisibleText.line($0) + "  " } ?? ""
    var lines = [prefix + style.bold(name) + "  " + VisibleText.line(tally.vote.title)]
    lines.append("  " + ruleLine)
    if !tally.isPastKnown {
      lines.append(
        "  "
          + style.magenta(
            say(
              "确认时的规则、名册和各方在历史里找不到，下面按现在的算，只供参考",
              "what held at the approval is not in the history; these legs are by what holds today")
          ))
    }
    if let past = rosterAtApproval { lines.append("  " + past) }
    lines += legLines.map { "  " + $0 }
    if let options = optionsLine { lines.append("  " + options) }
    if let areas = decidedByArea { lines.append("  " + areas) }
    if let level = levelLine { lines.append("  " + level) }
    if let silent = silentLine { lines.append("  " + silent) }
    if let owners = ownersWithoutArea { lines.append("  " + owners) }
    if let recused = recusedLine { lines.append("  " + recused) }
    if let casting = castingLine { lines.append("  " + casting) }
    if tally.isDeclared {
      lines.append(
        "  "
          + style.dim(
            say("没有点票，按主持人宣布的结果", "nobody counted: the result is what the chair declared")))
    }
    lines.append("  " + resultLine)
    return lines.joined(separator: "\n") + "\n"
  }

  private var ruleLine: String {
    guard let written = tally.vote.ruleName else { return say("没有写规则", "no rule is named") }
    let name = VisibleText.line(written.string)
    guard let rule = tally.rule else {
      return tally.meeting.isApproved && tally.isPastKnown
        ? say("规则 \(name)（确认时没有定义）", "rule \(name) (not defined at the approval)")
        : say("规则 \(name)（没有定义）", "rule \(name) (not defined)")
    }
    let parts = [
      say("表决人 ", "voters ") + rule.voters.word(language)
        + (rule.countsUnits ? say("，一户一票", ", one vote a unit") : ""),
      say("基数 ", "base ") + rule.base.word(language),
      say("未表态 ", "silent ") + rule.silent.word(language),
    ]
    return say("规则 ", "rule ") + name + say("（", " (")
      + parts.joined(separator: say("；", "; ")) + say("）", ")")
  }

  /// Which roster an approved vote is counted with, if today's differs.
  private var rosterAtApproval: String? {
    approval.map {
      style.dim(say("按 \($0) 确认时的名册", "by the roster at the approval, \($0)"))
    }
  }

  private var legLines: [String] {
    // Of a vote that nobody counted there is nothing to divide.
    let legs = tally.legs.filter { !tally.isDeclared || $0.holds != nil }
    let rows = legs.map { leg -> [String] in
      let stage = leg.stage.keyword.word(language)
      let figures = leg.figures(language)
      let (measure, need) = (leg.measure.word(language), leg.threshold.phrase[language])
      return [stage, leg.option ?? "", measure, figures, need]
    }
    let without = tally.legsWithoutSilent.map(withoutSilent)
    return TextTable.aligned(rows, style).enumerated().map { place, row in
      row + (style.isPlain ? say("，", ", ") : "  ") + verdict(legs[place])
        + (place < without.count ? style.dim(without[place]) : "")
    }
  }

  /// The share of a leg without the silent ballots.
  private func withoutSilent(_ leg: TallyLeg) -> String {
    guard (tally.counts?.silent.heads.number ?? 0) > 0 else { return "" }
    let figures = "\(leg.text(leg.have) ?? "?") / \(leg.text(leg.of) ?? "?")"
    let verdict =
      switch leg.holds {
      case true?: say("够", "holds")
      case false?: say("不够", "fails")
      case nil: say("算不出", "cannot be determined")
      }
    return say("（不计未表态 \(figures) \(verdict)）", " (without the silent \(figures) \(verdict))")
  }

  package func verdict(_ leg: TallyLeg) -> String {
    switch leg.holds {
    case true?: style.good(say("够", "holds"))
    case false?: style.red(say("不够", "fails"))
    case nil: style.magenta(say("算不出", "cannot be determined"))
    }
  }

  var silentLine: String? {
    guard let counts = tally.counts, let silent = counts.silent.heads.number, silent > 0 else {
      return nil
    }
    let area = counts.silent.area.number.map { " " + Area(units: $0).text + "㎡" } ?? ""
    let unit = tally.rule?.voters == .owners ? say("户", "") : say("人", "")
    var line = say("未表态 \(silent)\(unit)\(area)", "silent \(silent)\(area)")
    let isMajority = tally.rule?.silent == .withMajority
    switch tally.deemed {
    case .side(let side)?:
      let word = side.word(language)
      line +=
        isMajority
        ? say("，随多数计入\(word)", ", counted with the majority \(word)")
        : say("，视为\(word)", ", deemed \(word)")
    case .option(let label)?:
      let name = VisibleText.line(label)
      line += say("，随多数计入「\(name)」", ", counted with the majority for '\(name)'")
    case .each?:
      line += say("，随多数，各选项计入领先的一边", ", counted on each option with its own majority")
    case .untold?:
      line += say(
        "，随多数，但还不知道哪边多", ", which go with the majority, but the majority is not known")
    case nil:
      if tally.rule?.silent != .ignored { line += say("，计入参与", ", counted as taking part") }
    }
    if tally.hangsOnSilence {
      let without = word(tally.withoutSilent)
      return line + style.magenta(say("；不计它们，结果是「\(without)」", "; without them: \(without)"))
    }
    guard tally.computed.result != nil else { return line }
    return line + say("；不影响结果", "; the result is the same without them")
  }

  /// The effect of leaving out the recused, if that decides.
  private var recusedLine: String? {
    guard tally.hangsOnRecusal else { return nil }
    let without = word(tally.withRecused)
    return style.magenta(
      say(
        "回避的人减出以后才是这个结果；不减，结果是「\(without)」",
        "the result hangs on the recused being left out; with them: \(without)"))
  }

  /// The chair's casting vote, if it counted.
  private var castingLine: String? {
    guard let side = tally.casting, let vote = tally.vote.castingVote else { return nil }
    let person = vote.person.isEmpty ? say("主持人", "the chair") : VisibleText.line(vote.person)
    let line = say(
      "票数相同，\(person)投决定票\(side.word(.zh))",
      "a tie; the casting vote of \(person): \(side.word(.en))")
    guard tally.hangsOnCasting else { return line }
    let without = word(tally.withoutCasting)
    return style.magenta(line + say("；没有它，结果是「\(without)」", "; without it: \(without)"))
  }

  /// A result in words: `当选 甲、乙`.
  package static func word(_ outcome: Outcome?, _ language: Language) -> String {
    outcome?.text(language) ?? language.say("无法确定", "unknown")
  }

  private func word(_ outcome: Outcome) -> String { TallyText.word(outcome, language) }

  private var resultLine: String {
    var line = style.bold(say("结果 ", "result ") + VisibleText.line(word(tally.outcome)))
    if let reason = tally.outcome.reason {
      line += say("：", ": ") + VisibleText.line(tally.words(for: reason)[language])
    }
    guard let written = tally.vote.writtenResult else {
      return line + style.dim(say("（没有写结果）", " (not written)"))
    }
    if tally.isFinal, !tally.isPastKnown || !tally.contradictsWritten {
      return line + style.dim(say("（已确认）", " (approved)"))
    }
    if tally.contradictsWritten {
      return style.bold(say("结果 ", "result ") + VisibleText.line(word(tally.computed)))
        + style.red(
          say(
            "，但写的是「\(written.result.word(.zh))」", ", but '\(written.result.word(.en))' is written"))
    }
    guard tally.outcome.result != nil else {
      return line
        + style.magenta(
          say(
            "（写的是「\(written.result.word(.zh))」）", " ('\(written.result.word(.en))' is written)"))
    }
    return line + style.dim(say("（和记录一致）", " (as written)"))
  }
}
