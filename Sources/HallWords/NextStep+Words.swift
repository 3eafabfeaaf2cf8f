import HallModel
import HallSyntax

extension NextStep {
  /// The step in words a secretary would use.
  package var phrase: Phrase {
    switch self {
    case .propose: Phrase(zh: "该提方案了", en: "propose a plan")
    case .summon: Phrase(zh: "该吹哨或上会了", en: "summon, or meet")
    case .deliberate: Phrase(zh: "该会商了", en: "deliberate")
    case .meetAgain: Phrase(zh: "该再议了", en: "take it up again")
    case .implement: Phrase(zh: "该落实了", en: "carry it out")
    case .close: Phrase(zh: "可以结案了", en: "may be closed")
    case .revisit: Phrase(zh: "该回访了", en: "visit again")
    case .reopen: Phrase(zh: "不满意，该重开了", en: "dissatisfied: reopen")
    }
  }
}
