import HallModel
import HallSyntax

extension Tally {
  package var json: JSONValue {
    let place = meeting.place(of: vote)
    return [
      "meeting": JSONValue(meeting.id?.text), "item": JSONValue(place.item),
      "vote": .integer(place.vote), "title": .string(vote.title),
      "rule": JSONValue(vote.ruleName?.string), "rule_id": JSONValue(rule?.builtIn),
      "result": .string(outcome.name), "written": JSONValue(vote.writtenResult?.result),
      "without_silent": .string(withoutSilent.name),
      "with_recused": .string(withRecused.name), "final": .bool(isFinal),
      "rules_known": .bool(isPastKnown),
      "without_casting": .string(withoutCasting.name),
      "basis": .string(isDeclared ? "declared" : "counted"), "motion": JSONValue(vote.motion),
      "elected": outcome.elected.map { .array($0.map(JSONValue.string)) } ?? .null,
      "elected_alternates": .array(outcome.alternates.map(JSONValue.string)),
      "reason": JSONValue(outcome.reason?.rawValue),
      "legs": .array(legs.map(\.json)),
      "legs_without_silent": .array(legsWithoutSilent.map(\.json)),
    ]
  }
}

extension Outcome {
  /// The result in machine formats: `unknown` where it cannot be computed.
  package var name: String { result?.machineName ?? "unknown" }
}

extension Measure {
  package var machineName: String {
    switch self {
    case .heads: Keyword.heads.machineName
    case .area: Keyword.area.machineName
    case .shares: Keyword.shares.machineName
    case .party: "each_party"
    }
  }

  package var party: String? {
    if case .party(let name) = self, !name.isEmpty { name } else { nil }
  }
}

extension TallyLeg {
  /// `92 / 120`, `7402.80 / 9860.50㎡`; of a number, `92`; of all without a count, the word for it.
  package func figures(_ language: Language) -> String {
    if isWhole { return language.say("一致", "unanimous") }
    let have = text(have) ?? "?"
    if case .of(let whole)? = shareUnit, !threshold.isNumber, text(of) == String(whole) {
      return have + "/\(whole)"
    }
    return (threshold.isNumber ? have : have + " / " + (text(of) ?? "?")) + unit(language)
  }

  package var json: JSONValue {
    [
      "stage": .string(stage.rawValue), "measure": .string(measure.machineName),
      "party": JSONValue(measure.party), "option": JSONValue(option),
      "have": JSONValue(text(have)), "of": threshold.isNumber ? .null : JSONValue(text(of)),
      "unit": JSONValue(measure == .shares ? unit(.zh) : nil), "unanimous": .bool(isWhole),
      "need": .string(threshold.machineText), "holds": JSONValue(holds),
    ]
  }
}
