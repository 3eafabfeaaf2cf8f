import HallModel
import HallSyntax

extension Task {
  package func named(on day: Day) -> (String, Phrase) {
    if isOverdue(on: day) { return ("overdue", Phrase(zh: "逾期", en: "overdue")) }
    return (state.rawValue, state.phrase)
  }
}

extension Task.State {
  package var phrase: Phrase {
    switch self {
    case .open: Phrase(zh: "未完成", en: "open")
    case .done: Phrase(zh: "完成", en: "done")
    case .cancelled: Phrase(zh: "取消", en: "cancelled")
    }
  }
}

extension Keyword? {
  /// A status in machine formats and in words; for a meeting without one, not set.
  package var named: (String, Phrase) {
    guard let self else { return ("", Phrase(zh: "未写", en: "not set")) }
    return (self.machineName, Phrase(self))
  }
}

extension Stage {
  /// The stage in words: what has been done with the matter.
  package var phrase: Phrase {
    switch self {
    case .collected: Phrase(zh: "已收集", en: "collected")
    case .proposed: Phrase(zh: "有方案", en: "proposed")
    case .summoned: Phrase(zh: "已吹哨", en: "summoned")
    case .deliberated: Phrase(zh: "已会商", en: "deliberated")
    case .implementing: Phrase(zh: "落实中", en: "implementing")
    case .closed: Phrase(zh: "已结案", en: "closed")
    case .revisited: Phrase(zh: "已回访", en: "revisited")
    }
  }
}

extension DecisionStanding {
  package var phrase: Phrase {
    switch self {
    case .inForce: Phrase(zh: "有效", en: "in force")
    case .superseded: Phrase(zh: "已被取代", en: "superseded")
    case .consultation: Phrase(zh: "协商意见", en: "consultation")
    case .notCarried: Phrase(zh: "表决未通过", en: "not carried")
    case .undetermined: Phrase(zh: "结果未定", en: "undetermined")
    case .pending: Phrase(zh: "待生效", en: "pending")
    case .settlement: Phrase(zh: "调解协议", en: "settlement")
    case .setAside: Phrase(zh: "已撤销", en: "set aside")
    }
  }
}

extension Measure {
  /// What a leg measures; of one party, the party.
  package func word(_ language: Language) -> String {
    switch self {
    case .heads: Keyword.heads.word(language)
    case .area: Keyword.area.word(language)
    case .shares: Keyword.shares.word(language)
    case .party: party ?? Keyword.eachParty.word(language)
    }
  }
}
