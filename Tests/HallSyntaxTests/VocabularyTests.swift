import HallSyntax
import Testing

@Suite("The vocabulary")
struct VocabularyTests {
  private static func scopes(of entry: Vocabulary.Entry) -> [Scope] {
    (0..<64).map { Scope(rawValue: 1 << $0) }.filter { scope in
      entry.uses.contains { !$0.scope.isDisjoint(with: scope) }
    }
  }

  @Test(
    "each form of each entry is found in each of its places, in any case, full-width and padded")
  func everyForm() {
    for entry in Vocabulary.entries {
      for form in entry.zh + entry.en {
        for scope in Self.scopes(of: entry) {
          for spelling in spellings(form) + [form.lowercased(), fullWidth(form.uppercased())] {
            let found = Vocabulary.keyword(Slice(spelling), in: scope)
            #expect(found == entry.keyword, "\(spelling) in \(scope.rawValue)")
          }
          #expect(Vocabulary.keyword(Slice(form + "x"), in: scope) != entry.keyword)
        }
      }
    }
  }

  @Test("no two meanings share a word in one place")
  func noSharedForms() {
    var seen: [String: Keyword] = [:]
    for entry in Vocabulary.entries {
      for scope in Self.scopes(of: entry) {
        for form in Set((entry.zh + entry.en).map { $0.lowercased() }) {
          let key = "\(form) in \(scope.rawValue)"
          #expect(seen[key] == nil, "\(key): \(entry.keyword)")
          seen[key] = entry.keyword
        }
      }
    }
  }

  @Test("every keyword has one entry, words in both languages, and places")
  func everyKeyword() {
    for keyword in Keyword.allCases {
      let entries = Vocabulary.entries.filter { $0.keyword == keyword }
      #expect(entries.count == 1, "\(keyword)")
      #expect(entries.allSatisfy { !$0.zh.isEmpty && !$0.en.isEmpty && !$0.uses.isEmpty })
      #expect(!keyword.word(.zh).isEmpty && !keyword.word(.en).isEmpty)
    }
  }

  @Test("a word has no meaning outside its places")
  func outside() {
    #expect(Vocabulary.keyword(Slice("参与"), in: .base) == .baseParticipating)
    #expect(Vocabulary.keyword(Slice("参与"), in: .silentRule) == .silentParticipating)
    #expect(Vocabulary.keyword(Slice("参与"), in: .vote) == .participating)
    #expect(Vocabulary.keyword(Slice("参与"), in: .task) == nil)
    #expect(Vocabulary.keyword(Slice(""), in: .vote) == nil)
    #expect(Vocabulary.keyword(Slice(String(repeating: "同", count: 1000)), in: .vote) == nil)
  }

  @Test("machine names are the English words with underscores")
  func machineNames() {
    #expect(Keyword.noQuorum.machineName == "no_quorum")
    #expect(Keyword.partlyAgreed.machineName == "partly_agreed")
    #expect(Keyword.ownersDecision.machineName == "owners_decision")
    #expect(Keyword.eachParty.machineName == "each-party")
  }

  /// Section 6 of the format, word for word, except for the places that a row cannot show.
  @Test(
    "the words of the format are read",
    arguments: [
      (
        Scope.hallFront,
        ["议事厅", "time zone", "timezone", "notice period", "revisit period", "public"]
      ),
      (.rosterColumn, ["姓名", "方", "身份", "户", "房号", "面积", "业主", "产权人", "role"]),
      (.partyPart, ["表决", "列席", "召集", "不表决", "no vote"]),
      (.rule, ["表决人", "最低参与", "法定人数", "到会", "通过", "基数", "依据", "未表态", "silent"]),
      (.base, ["应到", "应计", "应参加", "实到", "到会", "同意加反对", "有效", "cast"]),
      (.ruleName, ["双过半", "双四分之三", "简单多数", "绝对多数", "相对多数", "consensus"]),
      (.matterFront, ["问题", "事项", "提出人", "发现时间", "on", "date", "工单", "ticket", "public"]),
      (.level, ["楼栋", "网格", "社区", "街道", "区", "subdistrict"]),
      (.status, ["拟定", "草稿", "已通知", "投票中", "已召开", "已审定", "定稿", "取消", "改期"]),
      (.meetingFront, ["会议时间", "会议地点", "主持人", "记录人", "minutes by", "通知", "公示", "会前研究"]),
      (.meetingSection, ["到会", "出席", "与会", "present", "议题", "会签", "签字", "sign-off", "各方"]),
      (.outcome, ["延至下次", "暂缓", "知悉", "听取", "not agreed"]),
      (.vote, ["业主总数", "总户数", "出席人数", "回收", "未投票", "未返回", "未反馈", "赞成", "不同意", "票册", "名额"]),
      (.voteResult, ["通过", "passed", "failed", "人数不足", "当选", "平票"]),
      (.ballotColumn, ["户", "姓名", "意见", "ballot", "choice", "unit"]),
      (.decision, ["性质", "文号", "取代", "依据", "经费", "异议", "公示", "曾用"]),
      (.task, ["牵头", "责任单位", "责任人", "承办", "协办", "完成时限", "办结时限", "截止", "核验", "成果标准", "owner"]),
      (.satisfaction, ["满意", "基本满意", "不满意", "dissatisfied"]),
      (.stance, ["同意", "保留意见", "拒绝签字", "拒签", "见证", "reserves"]),
      (.log, ["收集", "受理", "吹哨", "报到", "催办", "反馈", "上报", "转办", "销号", "回访", "重开", "struck off"]),
    ])
  func wordsOfTheFormat(_ scope: Scope, words: [String]) {
    for word in words {
      #expect(Vocabulary.keyword(Slice(word), in: scope) != nil, "\(word) in \(scope.rawValue)")
    }
  }

  @Test(
    "English counts things in two forms", arguments: [(0, "0 days"), (1, "1 day"), (2, "2 days")])
  func counted(_ count: Int, _ text: String) {
    #expect(Language.counted(count, "day") == text)
  }
}
