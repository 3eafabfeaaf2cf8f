import HallModel
import HallSyntax

extension Tally {
  /// Its members are in the order in which they are written, so that none has to be sorted.
  package var json: JSONValue {
    let place = meeting.place(of: vote)
    return [
      "basis": .string(isDeclared ? "declared" : "counted"),
      "elected": outcome.elected.map { .array($0.map(JSONValue.string)) } ?? .null,
      "elected_alternates": .array(outcome.alternates.map(JSONValue.string)),
      "final": .bool(isFinal),
      "item": JSONValue(place.item),
      "legs": .array(legs.map(\.json)),
      "legs_without_silent": .array(legsWithoutSilent.map(\.json)),
      "meeting": JSONValue(meeting.id?.text),
      "motion": JSONValue(vote.motion),
      "reason": JSONValue(outcome.reason?.rawValue),
      "result": .string(outcome.name),
      "rule": JSONValue(vote.ruleName?.string),
      "rule_id": JSONValue(rule?.builtIn),
      "rules_known": .bool(isPastKnown),
      "title": .string(vote.title),
      "vote": .integer(place.vote),
      "with_recused": .string(withRecused.name),
      "without_casting": .string(withoutCasting.name),
      "without_silent": .string(withoutSilent.name),
      "written": JSONValue(vote.writtenResult?.result),
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
      "have": JSONValue(text(have)),
      "holds": JSONValue(holds),
      "measure": .string(measure.machineName),
      "need": .string(threshold.machineText),
      "of": threshold.isNumber ? .null : JSONValue(text(of)),
      "option": JSONValue(option),
      "party": JSONValue(measure.party),
      "stage": .string(stage.rawValue),
      "unanimous": .bool(isWhole),
      "unit": JSONValue(measure == .shares ? unit(.zh) : nil),
    ]
  }
}
