import HallSyntax

extension Gap {
  /// The reason in words.
  package var phrase: Phrase {
    switch self {
    case .ruleUnknown: Phrase(zh: "没有写规则，或规则没有定义", en: "no rule is named, or it is not defined")
    case .ruleUnreadable:
      Phrase(zh: "hall.md 里的这条规则有写错的地方", en: "the rule in hall.md cannot be read")
    case .noCounts: Phrase(zh: "还没有票数", en: "there are no counts yet")
    case .noOptions:
      Phrase(
        zh: "没有选项可选：同意、反对、弃权这样的词不是选项",
        en: "there are no options: words such as for, against and abstain are not options")
    case .optionSides:
      Phrase(
        zh: "规则只有「否决」，每个选项都要写同意和反对",
        en:
          "the rule has nothing but 'rejected by': each option needs its own votes for and against")
    case .unreadableCount: Phrase(zh: "有的票数读不懂", en: "a count cannot be read")
    case .writtenTwice:
      Phrase(
        zh: "有一项写了两次，不知道按哪一行", en: "a line is given twice, and it is not known which counts")
    case .emptyCount:
      Phrase(zh: "有的票数还空着；没有人就写 0", en: "a count is still empty; write 0 for nobody")
    case .sideMissing:
      Phrase(
        zh: "收回或参与的比写出的票多，多出来的是弃权、无效还是反对，没有写",
        en: "more ballots came back than the written sides add up to; write what the others were")
    case .entitledUnknown:
      Phrase(zh: "不知道应到多少，请写「应到」", en: "how many may vote is not known; write 'entitled'")
    case .presentUnknown:
      Phrase(zh: "不知道实到多少，请写「实到」或参会人员", en: "how many were present is not known; write 'present'")
    case .participatingUnknown:
      Phrase(zh: "多个名额时要写「参与」", en: "with several seats, write 'participating'")
    case .areaUnknown: Phrase(zh: "缺少面积", en: "an area is missing")
    case .sharesUnknown: Phrase(zh: "缺少份额", en: "a share is missing")
    case .shareUnits:
      Phrase(
        zh: "有的份额写成占总数多少，有的只写份数，不能相加",
        en: "some shares are of a whole and others are plain numbers: they cannot be added")
    case .uncounted:
      Phrase(
        zh: "没有人反对，但没有数票；这条规则要知道票数",
        en: "nobody was against, but nobody counted, and this rule needs a count")
    case .everybodyUncounted:
      Phrase(zh: "写的是「全体」，要写上「实到」多少", en: "it says all present; write 'present'")
    case .sidesContradict:
      Phrase(
        zh: "写的是一致或全体同意，又有别的票",
        en: "it says 'unanimous' or 'all present', and there are votes for another side")
    case .figuresContradict:
      Phrase(
        zh: "数字自相矛盾，部分多于总数；核对各项票数和实到、收回、应到",
        en: "the figures contradict each other: a part is more than its whole; compare the counts"
          + " with present, returned and entitled")
    case .sharesNotWhole:
      Phrase(
        zh: "名册里的份额加起来不是总数", en: "the shares of the roster do not add up to their whole")
    case .nobodyLeft:
      Phrase(
        zh: "没有人反对，但能投票的人都弃权或回避了，没有人可以同意",
        en:
          "nobody was against, but all who may vote abstained or are recused: nobody was left to be for it"
      )
    case .headsUnknown: Phrase(zh: "缺少人数或户数", en: "a number of heads is missing")
    case .partyCountsUnknown:
      Phrase(
        zh: "要按各方分别写票数，如「居民 12、物业 1」",
        en: "counts by party are needed, as 'residents 12, property 1'")
    case .ballotsMissing:
      Phrase(zh: "票册不在这里，也没有写票数", en: "the ballots are not here and no counts are written")
    case .ambiguousName: Phrase(zh: "有的名字可以指几个人", en: "a name may mean several voters")
    case .voterUnknown:
      Phrase(
        zh: "有的人不在名册里，也没有写是哪一方，不知道有没有表决权",
        en: "it is not known whether a named voter may vote")
    case .pastUnknown:
      Phrase(
        zh: "没有写结果，确认时的规则、名册和各方又在历史里找不到",
        en: "no result is written, and what held at the approval is not in the history")
    case .partyUnknown:
      Phrase(zh: "有的票记在没有写明的一方名下", en: "there are votes of a party that is not defined")
    }
  }
}
