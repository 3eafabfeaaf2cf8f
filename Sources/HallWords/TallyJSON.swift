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
      "elected": outcome.elected.map { .array($0.map(JSONValue.string)) } ?? .null,
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
    case .party: "each_party"
    }
  }

  package var party: String? {
    if case .party(let name) = self, !name.isEmpty { name } else { nil }
  }
}

extension TallyLeg {
  /// A figure as written: `92`, `7402.80`.
  package func text(_ figure: Figure) -> String? {
    figure.number.map { measure == .area ? Area(units: $0).text : String($0) }
  }

  package var json: JSONValue {
    [
      "stage": .string(stage.rawValue), "measure": .string(measure.machineName),
      "party": JSONValue(measure.party), "option": JSONValue(option),
      "have": JSONValue(text(have)), "of": JSONValue(text(of)),
      "need": .string(threshold.machineText), "holds": JSONValue(holds),
    ]
  }
}
