import HallModel
import HallSyntax

/// The counts that are written under one vote, held against each other.
struct WrittenCounts {
  let vote: Vote

  /// A figure of a line; nil where the line is not there, or says nothing in the measure.
  func figure(_ key: Keyword, _ measure: Measure) -> Int128? {
    guard let count = vote.count(key) else { return nil }
    return measure == .area ? count.area?.units : count.heads.map { Int128($0) }
  }

  /// Reports that one line is above another, in heads and in area each.
  func check(_ key: Keyword, atMost limit: Keyword, _ report: inout Report) {
    for measure in [Measure.heads, .area] {
      guard let have = figure(key, measure), let most = figure(limit, measure), have > most else {
        continue
      }
      let word = WrittenCounts.word(measure)
      let (big, small) = (WrittenCounts.text(have, measure), WrittenCounts.text(most, measure))
      add(
        key, zh: "\(key.word(.zh))\(word) \(big)，多于\(limit.word(.zh))\(word) \(small)",
        en: "\(key.word(.en)) \(big), more than \(limit.word(.en)) \(small)", &report)
    }
  }

  /// Reports that more voted than a line allows.
  func check(
    cast: Int128, _ measure: Measure, atMostAny limits: [Keyword], _ report: inout Report
  ) {
    for limit in limits {
      guard let most = figure(limit, measure) else { continue }
      guard cast > most else { return }
      let word = WrittenCounts.word(measure)
      let (big, small) = (WrittenCounts.text(cast, measure), WrittenCounts.text(most, measure))
      add(
        limit, zh: "投票\(word)共 \(big)，多于\(limit.word(.zh))\(word) \(small)",
        en: "votes add up to \(big), more than \(limit.word(.en)) \(small)", &report)
      return
    }
  }

  /// Reports that 参与 is below the sum it must at least reach.
  func check(sum: Int128, _ measure: Measure, atMostWritten key: Keyword, _ report: inout Report) {
    guard let have = figure(key, measure), have < sum else { return }
    let word = WrittenCounts.word(measure)
    let (small, big) = (WrittenCounts.text(have, measure), WrittenCounts.text(sum, measure))
    add(
      key, zh: "\(key.word(.zh))\(word) \(small)，少于各项票之和 \(big)",
      en: "\(key.word(.en)) \(small), less than the votes, which add up to \(big)", &report)
  }

  private func add(_ key: Keyword, zh: String, en: String, _ report: inout Report) {
    guard let field = vote.document.fieldNode(key, of: vote.node) else { return }
    report.error(
      vote.document, vote.document.valueRange(field), zh: zh, en: en,
      hint: Phrase(zh: "核对这次表决的各项数字，改正写错的一项", en: "correct whichever figure is wrong"))
  }

  static func word(_ measure: Measure) -> String { measure == .area ? "面积" : "人数" }

  /// `120`, `9860.50㎡`
  static func text(_ figure: Int128, _ measure: Measure) -> String {
    measure == .area ? Area(units: figure).text + "㎡" : String(figure)
  }
}
