import HallModel
import HallSyntax

/// The counts of the options of a choice, if no leg shows them.
extension TallyText {
  private var options: [OptionFigures] { tally.counts?.options ?? [] }

  /// `甲 12，乙 9`; nil if the pass legs show each option.
  var optionsLine: String? {
    guard !options.isEmpty, !tally.legs.contains(where: { $0.option != nil }) else { return nil }
    let heads = options.map { option in
      VisibleText.line(option.label) + " " + (option.figures.heads.number.map(String.init) ?? "?")
    }
    return heads.joined(separator: say("，", ", "))
  }

  /// Who is level for the next places of alternates: the minutes say which of them follow.
  var levelLine: String? {
    let level = tally.computed.level
    guard !level.isEmpty else { return nil }
    let names = level.map { VisibleText.line($0) }
    guard tally.computed.result == .elected else {
      return style.magenta(
        say(
          "最后的名额票数相同：\(names.joined(in: .zh))；再投一次，或抽签定下来，结果写上全部当选的人",
          "level for the last seat: \(names.joined(in: .en)); vote again, or draw lots and write all who"
            + " are elected as the result"))
    }
    return style.magenta(
      say(
        "候补排到这里票数相同：\(names.joined(in: .zh))，按什么先后，写在结果里",
        "level for the next alternates: \(names.joined(in: .en)); the result says who follows"))
  }

  /// A note that area decided between options with equal heads.
  var decidedByArea: String? {
    guard tally.counts?.areaParts == true, tally.computed.result == .elected,
      let elected = tally.computed.elected
    else { return nil }
    let failed = Set(
      tally.legs.filter { $0.stage == .pass && $0.holds == false }.compactMap(\.option))
    let last = options.filter { elected.contains($0.label) }
      .compactMap { $0.figures.heads.number }.min()
    let equal = options.filter {
      $0.figures.heads.number == last && !failed.contains($0.label)
    }
    guard equal.contains(where: { !elected.contains($0.label) }) else { return nil }
    let areas = equal.sorted { ($0.figures.area.number ?? 0) > ($1.figures.area.number ?? 0) }
      .compactMap { option in
        option.figures.area.number.map {
          VisibleText.line(option.label) + " " + Area(units: $0).text + "㎡"
        }
      }
    return style.magenta(
      say("票数相同，按面积：", "as many votes, parted by area: ")
        + areas.joined(separator: say("，", ", ")))
  }
}
