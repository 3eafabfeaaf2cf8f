import HallSyntax

extension Tally {
  /// The leg that decides: the first that fails, quorum before pass.
  package var decidingLeg: TallyLeg? {
    guard outcome.result == .noQuorum || outcome.result == .lost else { return nil }
    return legs.first { $0.holds == false }
  }

  /// The leg that explains a result best: the one that fails; for a vote that was carried, the one
  /// that failed before, else the one that holds most narrowly.
  ///
  /// - Parameter other: the same vote as it was before, or under another rule.
  package func tellingLeg(against other: Tally? = nil) -> TallyLeg? {
    if let failing = decidingLeg { return failing }
    guard outcome.result == .carried else { return nil }
    let turned = other?.decidingLeg.flatMap { was in
      legs.first { $0.stage == was.stage && $0.measure == was.measure }
    }
    return turned ?? legs.filter { $0.holds == true }.min { $0.room < $1.room }
  }
}

extension Threshold {
  /// `≥ 2/3`; for the whole, “all”.
  package var phrase: Phrase {
    isAll ? Phrase(zh: "全部", en: "all") : Phrase(zh: text, en: text)
  }

  private var isAll: Bool {
    inclusive && fraction.map { $0.numerator == $0.denominator } ?? false
  }

  /// In words, that it is reached: 以上 includes the number, 超过 does not.
  fileprivate var isMet: Phrase {
    if isAll { return Phrase(zh: "是全部", en: "which is all") }
    return inclusive
      ? Phrase(zh: "达到 \(amountText)", en: "at least \(amountText)")
      : Phrase(zh: "超过 \(amountText)", en: "more than \(amountText)")
  }

  /// In words, that it is not reached.
  fileprivate var isMissed: Phrase {
    if isAll { return Phrase(zh: "不是全部", en: "which is not all") }
    return inclusive
      ? Phrase(zh: "不到 \(amountText)", en: "less than \(amountText)")
      : Phrase(zh: "没有超过 \(amountText)", en: "not more than \(amountText)")
  }
}

extension TallyLeg {
  /// The share reached, as a multiple of the share needed: only used to find the narrowest leg.
  fileprivate var room: Double {
    guard let have = have.number, let of = of.number, of > 0 else { return .infinity }
    guard let fraction = threshold.fraction else { return .infinity }
    let need = Double(fraction.numerator) / Double(fraction.denominator)
    return need > 0 ? Double(have) / Double(of) / need : .infinity
  }

  /// The leg in words, as in `参与 7402.80㎡，总数 9860.50㎡，达到 2/3`.
  package var explanation: Phrase {
    func phrase(_ figure: Figure, orElse unknown: Phrase) -> Phrase {
      Phrase(zh: shown(figure, .zh) ?? unknown.zh, en: shown(figure, .en) ?? unknown.en)
    }
    let have = phrase(have, orElse: Phrase(zh: "多少不知道", en: "an unknown number"))
    let of = phrase(of, orElse: Phrase(zh: "不知道", en: "an unknown number"))
    let party: Phrase
    if case .party(let name) = measure {
      party = Phrase(zh: "\(name)：", en: "\(name): ")
    } else {
      party = Phrase(zh: "", en: "")
    }
    let what =
      switch stage {
      case .participation: Phrase(zh: "参与", en: "took part")
      case .quorum: Phrase(zh: "到会", en: "present")
      case .pass: Phrase(zh: option ?? "同意", en: option.map { "for \($0)" } ?? "in favour")
      case .veto:
        Phrase(
          zh: option.map { "反对\($0)" } ?? "反对", en: option.map { "against \($0)" } ?? "against")
      }
    let verdict =
      switch holds {
      case true?: threshold.isMet
      case false?: threshold.isMissed
      case nil:
        Phrase(
          zh: "不知道是否\(threshold.isMet.zh)", en: "not known whether \(threshold.isMet.en)")
      }
    if isWhole {
      return Phrase(
        zh: "\(party.zh)\(what.zh)：一致，\(verdict.zh)",
        en: "\(party.en)all \(what.en), \(verdict.en)")
    }
    if threshold.isNumber {
      return Phrase(
        zh: "\(party.zh)\(what.zh) \(have.zh)，\(verdict.zh)",
        en: "\(party.en)\(have.en) \(what.en), \(verdict.en)")
    }
    return Phrase(
      zh: "\(party.zh)\(what.zh) \(have.zh)，总数 \(of.zh)，\(verdict.zh)",
      en: "\(party.en)\(have.en) of \(of.en) \(what.en), \(verdict.en)")
  }
}
