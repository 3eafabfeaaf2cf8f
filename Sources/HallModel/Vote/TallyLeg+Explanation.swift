import HallSyntax

extension Tally {
  /// The leg that decides: the first that fails, quorum before pass.
  package var decidingLeg: TallyLeg? {
    guard outcome.result == .noQuorum || outcome.result == .lost else { return nil }
    return legs.first { $0.holds == false }
  }
}

extension Threshold {
  /// `≥ 2/3`; of the whole, what a person would say.
  package var phrase: Phrase {
    let isAll = inclusive && fraction.numerator == fraction.denominator
    return isAll ? Phrase(zh: "全部", en: "all") : Phrase(zh: text, en: text)
  }
}

extension TallyLeg {
  /// The leg in words, as in `参与的面积 7402.80㎡，占 9860.50㎡，达到 ≥ 2/3`.
  package var explanation: Phrase {
    let (have, of) = (TallyLeg.text(have, measure), TallyLeg.text(of, measure))
    let party: Phrase
    if case .party(let name) = measure {
      party = Phrase(zh: "\(name)：", en: "\(name): ")
    } else {
      party = Phrase(zh: "", en: "")
    }
    let what =
      stage == .quorum ? Phrase(zh: "参与", en: "took part") : Phrase(zh: "同意", en: "in favour")
    let verdict =
      switch holds {
      case true?: Phrase(zh: "达到 \(threshold.phrase.zh)", en: "meets \(threshold.phrase.en)")
      case false?: Phrase(zh: "未达到 \(threshold.phrase.zh)", en: "below \(threshold.phrase.en)")
      case nil:
        Phrase(zh: "无法判断 \(threshold.phrase.zh)", en: "\(threshold.phrase.en) cannot be told")
      }
    return Phrase(
      zh: "\(party.zh)\(what.zh) \(have)，总数 \(of)，\(verdict.zh)",
      en: "\(party.en)\(have) of \(of) \(what.en), \(verdict.en)")
  }

  private static func text(_ figure: Figure, _ measure: Measure) -> String {
    guard let number = figure.number else { return "?" }
    return measure == .area ? Area(units: number).text + "㎡" : String(number)
  }
}
