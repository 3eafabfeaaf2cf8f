import HallModel
import HallSyntax

/// A voting rule in everyday words: who must take part, and how many must agree.
package struct RuleWords {
  private let rule: VotingRule
  private let isChoice: Bool

  package init(_ rule: VotingRule, isChoice: Bool) {
    self.rule = rule
    self.isChoice = isChoice
  }

  /// Legs with the same threshold are combined: `人数和面积都不少于 2/3`.
  package func text(_ language: Language) -> String {
    let say = language.say
    var parts: [String] = []
    if !rule.participation.isEmpty {
      parts.append(say("参与的", "taking part: ") + legs(rule.participation, language))
    }
    if !rule.quorum.isEmpty {
      parts.append(say("到会的", "present: ") + legs(rule.quorum, language))
    }
    if rule.pass.isEmpty, !rule.veto.isEmpty {
      parts.append(
        say("反对的不到", "unless against: ") + legs(rule.veto, language) + base(of: rule.veto, language)
          + say("就通过", ""))
    } else if rule.pass.isEmpty {
      parts.append(
        isChoice || rule.builtIn == .plurality
          ? say("得票多的当选", "the most votes win") : say("同意多于反对", "more for than against"))
    } else if rule.pass == [RuleLeg(.eachParty, Threshold(Fraction(1, 1), inclusive: true))] {
      parts.append(say("到会的每一方都同意", "every party present is for"))
    } else {
      parts.append(say("同意的", "for: ") + legs(rule.pass, language) + base(of: rule.pass, language))
    }
    return parts.joined(separator: say("；", "; "))
  }

  private func legs(_ legs: [RuleLeg], _ language: Language) -> String {
    let say = language.say
    var groups: [(threshold: Threshold, measures: [Keyword])] = []
    for leg in legs {
      if let place = groups.firstIndex(where: { $0.threshold == leg.threshold }) {
        groups[place].measures.append(leg.measure)
      } else {
        groups.append((leg.threshold, [leg.measure]))
      }
    }
    return groups.map { group in
      let measures = group.measures.map { $0.word(language) }.joined(separator: say("和", " and "))
      let all = group.measures.count > 1 ? say("都", "") : ""
      let sign =
        group.threshold.inclusive ? say("不少于 ", "at least ") : say("超过 ", "more than ")
      let amount = group.threshold.amountText
      return say(
        "\(measures)\(all)\(sign)\(amount)",
        group.threshold.isNumber
          ? "\(sign)\(amount) \(measures)" : "\(sign)\(amount) of \(measures)")
    }.joined(in: language)
  }

  /// What the legs divide by, unless they are numbers or differ.
  private func base(of legs: [RuleLeg], _ language: Language) -> String {
    let bases = Set(legs.filter { !$0.threshold.isNumber }.map { $0.base ?? rule.base })
    guard bases.count == 1, let base = bases.first else { return "" }
    let words: Phrase =
      switch base {
      case .baseEntitled: Phrase(zh: "全体", en: "all who may vote")
      case .basePresent: Phrase(zh: "到会的", en: "those present")
      case .baseCast: Phrase(zh: "同意加反对", en: "for and against")
      default: Phrase(zh: "参与的", en: "those taking part")
      }
    return Phrase(zh: "，按\(words.zh)算", en: ", of \(words.en)")[language]
  }
}
