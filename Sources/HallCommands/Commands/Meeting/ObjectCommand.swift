import HallModel
import HallWork
import HallWords

/// `hall object`: records an objection to a decision.
enum ObjectCommand: Command {
  static let on = OptionSpec(
    "--on", value: Phrase(zh: "日期", en: "DATE"), takes: .day,
    summary: Phrase(zh: "哪天；不写就是今天", en: "the day; by default today"))

  static let spec = CommandSpec(
    "object", aliases: ["异议"],
    summary: Phrase(zh: "记一条对决议的异议", en: "note an objection to a decision"),
    arguments: [
      ArgumentSpec(Phrase(zh: "决议", en: "DECISION"), takes: .thing([.decision], isOpen: false)),
      ArgumentSpec(Phrase(zh: "谁", en: "WHO"), takes: .person),
      ArgumentSpec(Phrase(zh: "内容", en: "TEXT"), isOptional: true),
    ],
    options: [on, .asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "记录确认以后也能记。答复用「hall 答复」。",
      en: "Also after the minutes are approved. 'hall answer' answers it."),
    examples: [
      Phrase(
        zh: "hall 异议 M-2025-008-D1 居民/周九 挡住消防通道",
        en: "hall object M-2025-004-D1 \"residents/Ben Okafor\" \"too near the window\""),
      Phrase(
        zh: "hall 异议 M-2025-008-D1 周九：挡住消防通道",
        en: "hall object M-2025-004-D1 \"Ben Okafor: too near the window\""),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let words = invocation.arguments
    let (who, text) = try said(Array(words.dropFirst()))
    var act = ObjectToDecision(words[0], by: who, text)
    act.on = invocation.day(on)
    return try invocation.perform(act)
  }

  /// `周九 太贵`, `周九：太贵`, `周九： 太贵`
  private static func said(_ words: [String]) throws(Refusal) -> (who: String, text: String) {
    let parts = words[0].split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { ":：".contains($0) })
    let texts = parts.dropFirst().map(String.init) + words.dropFirst()
    let text = texts.filter { !$0.isEmpty }.joined(separator: " ")
    guard let who = parts.first, !who.isEmpty, !text.isEmpty else {
      throw .missingArgument(spec.arguments[2].name, of: spec)
    }
    return (String(who), text)
  }
}
