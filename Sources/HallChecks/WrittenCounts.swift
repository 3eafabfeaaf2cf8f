import HallModel
import HallSyntax

/// The counts written under one vote, compared with each other.
struct WrittenCounts {
  let vote: Vote

  /// The figure of a line; nil where the line is missing, or has no value in the measure.
  func figure(_ key: Keyword, _ measure: Measure) -> Int128? {
    guard let count = vote.count(key) else { return nil }
    switch measure {
    case .area: return count.area?.units
    case .shares: return count.share.flatMap { $0.unit == shareUnit ? $0.units : nil }
    case .heads, .party: return count.heads.map { Int128($0) }
    }
  }

  /// What the first share of the vote is counted in: only shares of one unit are compared.
  private var shareUnit: ShareUnit? {
    vote.document.fields(of: vote.node).lazy.compactMap { node in
      (try? Count(reading: vote.document.slice(vote.document.nodes[node].value)))?.share?.unit
    }.first
  }

  /// Reports that one line exceeds another, separately in heads and in area.
  ///
  /// - Parameter units: why there may be more units than heads, and how many.
  func check(
    _ key: Keyword, atMost limit: Keyword, units: OwnedUnits? = nil, _ report: inout Report
  ) {
    for measure in [Measure.heads, .area, .shares] {
      guard let have = figure(key, measure), let most = figure(limit, measure), have > most else {
        continue
      }
      let word = WrittenCounts.word(measure)
      let (big, small) = (WrittenCounts.text(have, measure), WrittenCounts.text(most, measure))
      let why = measure == .heads && limit == .entitled ? units?.why(have, most) : nil
      add(
        key,
        zh: "\(key.word(.zh))\(word) \(big)，多于\(limit.word(.zh))\(word) \(small)" + (why?.zh ?? ""),
        en: "\(key.word(.en)) \(big), more than \(limit.word(.en)) \(small)" + (why?.en ?? ""),
        hint: why == nil ? WrittenCounts.hint : OwnedUnits.hint,
        facts: ["\(measure)", limit.machineName], &report)
    }
  }

  /// Reports that more voted than a line allows: the first of these lines that is written. The
  /// recused are among those present and entitled, and do not vote.
  func check(
    _ cast: CastVotes, _ measure: Measure, atMostAny limits: [Keyword], _ counts: VoteCounts,
    _ report: inout Report
  ) {
    let written = limits.lazy.compactMap { key in figure(key, measure).map { (key, $0) } }
    guard let (limit, whole) = written.first else { return }
    let gone =
      switch limit {
      case .present: counts.recused[measure].number ?? 0
      case .entitled: counts.allRecused[measure].number ?? 0
      default: Int128(0)
      }
    let most = max(0, whole - gone)
    let less: (zh: String, en: String) =
      gone == 0
      ? ("", "")
      : ("（除去回避的 \(WrittenCounts.text(gone, measure))）", " without the recused")
    let word = WrittenCounts.word(measure)
    let (big, small) = (WrittenCounts.text(cast.sum, measure), WrittenCounts.text(most, measure))
    if cast.isMore(than: most) {
      let seatsOf =
        cast.perVoter == 1
        ? ("", "") : (" × 每人 \(cast.perVoter) 票", " × \(cast.perVoter) votes each")
      let lacksSeats = vote.isChoice && vote.value(.seats) == nil && cast.option == nil
      add(
        limit,
        zh:
          "\(cast.what.zh)\(word)共 \(big)，多于\(limit.word(.zh))\(word) \(small)\(less.zh)\(seatsOf.0)",
        en: "\(cast.what.en) add up to \(big), more than \(limit.word(.en)) \(small)\(less.en)"
          + seatsOf.1,
        hint: lacksSeats ? WrittenCounts.seatsHint : WrittenCounts.hint,
        facts: ["\(measure)", big], &report)
    } else if cast.perVoter > 1 {
      // One voter gives an option one vote.
      for (option, written) in zip(vote.options, counts.options) {
        guard let votes = written.figures[measure].number, votes > most else { continue }
        let have = WrittenCounts.text(votes, measure)
        report.error(
          vote.document, vote.document.valueRange(option.node),
          zh: "「\(option.label)」的\(word) \(have)，多于\(limit.word(.zh))\(word) \(small)",
          en: "'\(option.label)' has \(have), more than \(limit.word(.en)) \(small)",
          hint: WrittenCounts.hint, facts: ["\(measure)"])
      }
    }
  }

  /// Reports that 参与 is below the sum that it must at least reach.
  func check(
    _ cast: CastVotes, _ measure: Measure, atMostWritten key: Keyword, _ report: inout Report
  ) {
    guard let have = figure(key, measure), cast.isMore(than: have) else { return }
    let word = WrittenCounts.word(measure)
    let (small, big) = (WrittenCounts.text(have, measure), WrittenCounts.text(cast.sum, measure))
    add(
      key,
      zh: "\(key.word(.zh))\(word) \(small)，少于\(cast.option.map { "「\($0)」的" } ?? "")各项票之和 \(big)",
      en: "\(key.word(.en)) \(small), less than the \(cast.what.en), which add up to \(big)",
      facts: ["\(measure)", big], &report)
  }

  /// The silent ballots, as written or computed from those delivered and returned; 0 where neither
  /// is written.
  func silent(_ measure: Measure) -> Int128 {
    if let silent = figure(.silent, measure) { return silent }
    guard let delivered = figure(.delivered, measure), let returned = figure(.returned, measure)
    else { return 0 }
    return max(0, delivered - returned)
  }

  /// - Parameter facts: the measure, and the excessive figure if another line states it.
  private func add(
    _ key: Keyword, zh: String, en: String, hint: Phrase = hint, facts: [String],
    sentence: UInt = #line,
    _ report: inout Report
  ) {
    guard let field = vote.document.fieldNode(key, of: vote.node) else { return }
    report.error(
      vote.document, vote.document.valueRange(field), zh: zh, en: en,
      hint: hint, facts: facts, sentence: sentence)
  }

  /// For an election whose seats are not written.
  static let seatsHint = Phrase(
    zh: "每人可以选几个的，先写「名额」；不然就核对票数",
    en: "where each may choose several, write 'seats' first; else correct the figures")

  static let hint = Phrase(zh: "核对这次表决的各项数字，改正写错的一项", en: "correct whichever figure is wrong")

  static func word(_ measure: Measure) -> String {
    switch measure {
    case .area: Keyword.area.word(.zh)
    case .shares: Keyword.shares.word(.zh)
    case .heads, .party: Keyword.heads.word(.zh)
    }
  }

  /// `120`, `9860.50㎡`
  static func text(_ figure: Int128, _ measure: Measure) -> String {
    measure.text(figure) + (measure == .area ? "㎡" : "")
  }
}
