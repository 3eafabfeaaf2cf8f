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

  /// Legs with the same threshold are combined: `人数和面积都要达到 2/3`.
  package func text(_ language: Language) -> String {
    let say = language.say
    var parts: [String] = []
    if !rule.participation.isEmpty {
      parts.append(say("参与的", "taking part: ") + legs(rule.participation, language))
    }
    if !rule.quorum.isEmpty {
      parts.append(say("到会的", "present: ") + legs(rule.quorum, language))
    }
    if rule.pass == [RuleLeg(.eachParty, Threshold(Fraction(1, 1), inclusive: true))] {
      parts.append(say("到会的每一方都要同意", "every party present is for"))
    } else if rule.pass.count == 1, let leg = rule.pass.first, leg.measure == .eachParty {
      let isMajority = leg.threshold == Threshold(Fraction(1, 2), inclusive: false)
      let isOfCast = (leg.base ?? rule.base) == .baseCast
      parts.append(
        say(
          isMajority && isOfCast
            ? "每一方里，同意的都要多于反对的"
            : "每一方里，\(base(of: rule.pass).zh)同意的都要\(RuleWords.need(leg.threshold, language))",
          "for: " + legs(rule.pass, language) + base(of: rule.pass).en))
    } else if !rule.pass.isEmpty {
      let base = base(of: rule.pass)
      parts.append(
        say(base.zh + "同意的", "for: ") + legs(rule.pass, language) + say("", base.en))
    } else if rule.veto.isEmpty {
      parts.append(
        isChoice || rule.builtIn == .plurality
          ? say("得票多的当选", "the most votes win") : say("同意多于反对", "more for than against"))
    }
    if !rule.veto.isEmpty {
      let base = base(of: rule.veto)
      parts.append(
        say(base.zh + "反对的", "rejected by ") + legs(rule.veto, language, isVeto: true)
          + say("就不通过", base.en))
    }
    return parts.joined(separator: say("；", "; "))
  }

  private func legs(_ legs: [RuleLeg], _ language: Language, isVeto: Bool = false) -> String {
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
      let must = isVeto ? all : all + say("要", "")
      let need = RuleWords.need(group.threshold, language)
      return say(
        "\(measures)\(must)\(need)",
        group.threshold.isNumber ? "\(need) \(measures)" : "\(need) of \(measures)")
    }.joined(in: language)
  }

  /// `达到 2/3`, `more than 1/2`
  private static func need(_ threshold: Threshold, _ language: Language) -> String {
    let sign =
      threshold.inclusive ? language.say("达到 ", "at least ") : language.say("超过 ", "more than ")
    return sign + threshold.amountText
  }

  /// What the legs divide by, unless they are numbers or differ; in Chinese it stands before them.
  private func base(of legs: [RuleLeg]) -> Phrase {
    let bases = Set(legs.filter { !$0.threshold.isNumber }.map { $0.base ?? rule.base })
    guard bases.count == 1, let base = bases.first else { return Phrase(both: "") }
    return switch base {
    case .baseEntitled: Phrase(zh: "全体当中", en: ", of all who may vote")
    case .basePresent:
      Phrase(zh: rule.quorum.isEmpty ? "到会的当中" : "其中", en: ", of those present")
    case .baseCast: Phrase(zh: "同意加反对当中", en: ", of for and against")
    default:
      Phrase(zh: rule.participation.isEmpty ? "参与的当中" : "其中", en: ", of those taking part")
    }
  }
}
