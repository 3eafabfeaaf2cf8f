import HallModel
import HallSyntax

/// The tally of a vote just after it was recorded: a line for participation, one for the result.
extension TallyText {
  package var short: [String] {
    var lines: [String] = []
    for stage in TallyLeg.Stage.allCases {
      let legs = tally.legs.filter { $0.stage == stage }
      guard !legs.isEmpty else { continue }
      let name = stage.keyword.word(language)
      lines.append("  " + name + say("：", ": ") + legs.map(leg).joined(separator: say("，", ", ")))
    }
    if let options = optionsLine { lines.append("  " + options) }
    if let areas = decidedByArea { lines.append("  " + areas) }
    if let level = levelLine { lines.append("  " + level) }
    if let silent = silentLine { lines.append("  " + silent) }
    return lines
  }

  private func leg(_ leg: TallyLeg) -> String {
    let option = leg.option.map { VisibleText.line($0) + " " } ?? ""
    return option + VisibleText.line(leg.measure.word(language))
      + " " + leg.figures(language).replacing(" / ", with: "/")
      + " \(leg.threshold.phrase[language]) \(verdict(leg))"
  }
}
