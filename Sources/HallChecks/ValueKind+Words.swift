import HallModel
import HallSyntax

extension ValueKind {
  /// What an unreadable value should have been; it follows the value.
  var expectation: Phrase {
    switch self {
    case .day, .dueDay: Phrase(zh: "读不出日期", en: "this is not a day")
    case .dueDayAndText, .dayAndText: Phrase(zh: "开头读不出日期", en: "it does not begin with a day")
    case .time: Phrase(zh: "读不出日期和时间", en: "this is not a day and a time")
    case .period: Phrase(zh: "读不出起止日期", en: "these are not two days")
    case .duration: Phrase(zh: "读不出时长", en: "this is not a duration")
    case .length: Phrase(zh: "读不出天数", en: "this is not a number of days")
    case .zone: Phrase(zh: "读不出时区", en: "this is not an offset from Greenwich")
    case .language: Phrase(zh: "不是能用的语言", en: "this is not a language of the program")
    case .integer, .heads: Phrase(zh: "读不出数目", en: "this is not a whole number")
    case .matterID, .matterReference: Phrase(zh: "不是问题的编号", en: "this is not a matter's identifier")
    case .castingVote:
      Phrase(zh: "读不出是谁投的、投哪一边", en: "this does not say who gave it, and for which side")
    case .timeAndText: Phrase(zh: "读不懂", en: "this cannot be read")
    case .meetingID, .meetingReference:
      Phrase(zh: "不是会议的编号", en: "this is not a meeting's identifier")
    case .decisionReference: Phrase(zh: "不是决议的编号", en: "this is not a decision's identifier")
    case .count, .electorate: Phrase(zh: "读不出户数或面积", en: "this is not a count of heads or area")
    case .ballots: Phrase(zh: "读不出票数，也不像姓名", en: "this is neither a count nor names")
    case .personAndTime: Phrase(zh: "读不出是谁、几点", en: "this is not a name and an hour")
    case .proxy: Phrase(zh: "读不出谁委托了谁", en: "this does not say who stands in for whom")
    case .ballotFile: Phrase(zh: "读不出票册文件", en: "this is not a ballot file of the hall")
    case .legs:
      Phrase(zh: "读不出比例", en: "this is not a share of heads, area or shares")
    case .word: Phrase(zh: "不是这一项可以填的词", en: "this is not one of its words")
    case .voteResult: Phrase(zh: "不是表决的结果", en: "this is not a result of a vote")
    case .text, .person, .names: Phrase(zh: "读不懂", en: "this cannot be read")
    }
  }

  /// How to write it instead: the nearest word of a closed list, else an example.
  func remedy(for value: Slice) -> Phrase {
    switch self {
    case .word(let scope): return ValueKind.remedy(for: value, of: scope)
    case .voteResult: return ValueKind.remedy(for: value, of: .voteResult)
    case .language: return Phrase(zh: "写成「zh」或「en」", en: "write 'zh' or 'en'")
    default:
      let example = example
      return Phrase(zh: "写成「\(example.zh)」这样", en: "write it as in '\(example.en)'")
    }
  }

  private static func remedy(for value: Slice, of scope: Scope) -> Phrase {
    if let near = Spelling.nearest(to: value, in: scope) {
      return Phrase(zh: "是不是要写「\(near)」？", en: "did you mean '\(near)'?")
    }
    let keywords = Vocabulary.keywords(in: scope)
    return Phrase(
      zh: "可以填：" + keywords.map { $0.word(.zh) }.joined(separator: "、"),
      en: "write one of: " + keywords.map { $0.word(.en) }.joined(separator: ", "))
  }

  private var example: Phrase {
    switch self {
    case .time: return same("2025-09-18 14:30-16:00")
    case .period: return Phrase(zh: "2025-09-06 至 2025-09-20", en: "2025-09-06 to 2025-09-20")
    case .duration: return Phrase(zh: "20分钟", en: "20 min")
    case .length: return Phrase(zh: "3天", en: "3 days")
    case .zone: return same("+08:00")
    case .integer, .heads: return same("5")
    case .matterID, .matterReference: return same("Q-2025-014")
    case .meetingID, .meetingReference: return same("M-2025-008")
    case .castingVote: return Phrase(zh: "李四 同意", en: "Ann Lee for")
    case .timeAndText: return Phrase(zh: "15:40 不足法定人数", en: "15:40 no quorum")
    case .decisionReference: return same("M-2025-008-D1")
    case .count, .electorate, .ballots:
      return Phrase(zh: "70户 5610.30㎡", en: "70 households 5610.30㎡")
    case .dueDayAndText: return Phrase(zh: "2025-10-30 材料未到", en: "2025-10-30 no material yet")
    case .dayAndText: return Phrase(zh: "2025-10-09 已收两家", en: "2025-10-09 two received")
    case .personAndTime: return same("赵六 15:10")
    case .proxy: return same("周九 → 钱七")
    case .ballotFile: return same("private/M-2025-008-1.md")
    case .legs: return Phrase(zh: "人数 ≥ 2/3, 面积 ≥ 2/3", en: "heads ≥ 2/3, area ≥ 2/3")
    case .day, .dueDay, .text, .person, .names, .language, .word, .voteResult:
      return same("2025-09-18")
    }
  }

  private func same(_ text: String) -> Phrase { Phrase(zh: text, en: text) }
}
