import HallModel
import HallSyntax

extension FigureFault {
  /// What is wrong with a revision that should only add figures. It follows a colon.
  package var words: Phrase {
    switch self {
    case .draft:
      Phrase(zh: "那时记录还没有确认", en: "the minutes were not approved then")
    case .otherChange:
      Phrase(
        zh: "还添了、改了或删了别的", en: "it adds, changes or takes out something else as well")
    case .twice:
      Phrase(zh: "补的一项本来就有", en: "it adds something that is already there")
    case .nothing:
      Phrase(zh: "一个数也没有补", en: "it adds no figure")
    case .otherValue(let keyword, let written, let reckoned?):
      Phrase(
        zh: "「\(keyword.word(.zh))」补的是「\(written)」，算出来是「\(reckoned)」",
        en: "'\(keyword.word(.en))' was given '\(written)', and it comes to '\(reckoned)'")
    case .otherValue(let keyword, let written, nil):
      Phrase(
        zh: "「\(keyword.word(.zh))」补的是「\(written)」，没有人算得出它",
        en: "'\(keyword.word(.en))' was given '\(written)', which nobody can compute")
    case .unknownCharter(let reason):
      Phrase(
        zh: "不知道确认时的 hall.md 写了什么（\(reason.words.zh)）",
        en: "it is not known what hall.md said at the approval (\(reason.words.en))")
    case .unreasoned:
      Phrase(
        zh: "要用不公开的名册或票册才算得出，又没有写理由",
        en: "it takes a private roster or ballots to compute, and no reason is given")
    }
  }
}

extension CharterAtApproval.Reason {
  /// Why it is not known, in brackets.
  package var words: Phrase {
    switch self {
    case .noHistory: Phrase(zh: "hall.md 没有历史", en: "hall.md has no history")
    case .beginsLater:
      Phrase(zh: "hall.md 的历史在确认以后才开始", en: "its history begins after the approval")
    case .notApproved:
      Phrase(zh: "历史里没有这次确认", en: "the minutes' history has no such approval")
    case .unreadable: Phrase(zh: "历史读不了", en: "a history cannot be read")
    }
  }
}
