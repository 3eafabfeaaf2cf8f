import Testing

/// What people say at a meeting contains keys, counts and names, but is not a fact.
@Suite("Speech")
struct SpeechTests {
  private static let keys = [
    "同意", "反对", "弃权", "规则", "方式", "范围", "结果", "期限", "负责", "配合", "标准", "措施", "进展", "完成", "验收",
    "公示", "经费", "依据", "性质", "附件", "结论", "时长", "问题", "回避", "无效", "参与", "收回", "送达", "异议", "复查",
  ]

  private static let templates = [
    "{name}：{key}，怕分摊。", "{key}的事下次再说。", "大家对{key}没有意见，一共 12 户。", "{name}说{key}要写清楚：先公示再动工。",
    "{name}：3户都说{key}不合适。", "关于{key}，{name}认为可以再等 5 天。", "12户提出{key}问题，{name}答复了。",
    "{key}太紧，{name}建议放到月底。", "{key}方面：大家意见不一，再议。", "{key}：大家意见不一，先听{name}讲", "“{key}”两个字要改。",
    "{name}和赵六都{key}，但要求 10 月前公示。",
  ]

  static let sentences: [String] = keys.enumerated().flatMap { place, key in
    templates.map { template in
      template.replacing("{key}", with: key)
        .replacing("{name}", with: ["张三", "钱七", "王五", "小李"][place % 4])
    }
  }

  private static let english = [
    "for", "against", "abstain", "rule", "due", "lead", "with", "standard", "progress", "done",
    "result", "outcome", "posted", "funds", "scope",
  ].flatMap { key in
    [
      "Ann said the \(key) column was too long.", "\(key) what, asked Ben; 12 of us agree.",
      "Two people spoke \(key) it, 3 did not: see the list.",
    ]
  }

  @Test("three hundred sentences")
  func enough() {
    #expect(Set(Self.sentences + Self.english).count >= 300)
  }

  private func found(_ text: String) -> [String] {
    problems("unread-fact", inItem: text) + problems("field-place", inItem: text)
      + problems("keyword-place", inItem: text)
  }

  @Test("no sentence is read as a fact, in an item, in a vote, or as an entry of a list")
  func silence() {
    for sentence in Self.sentences + Self.english {
      for text in [
        "讨论了很久。\n\n\(sentence)\n", "讨论了很久。\n\n- \(sentence)\n",
        "#### 表决: 乙\n\n- 规则: 居民会议\n\n大家发言：\n\n\(sentence)\n\n- \(sentence)\n",
        "#### 决议 D1: 乙\n\n由物业牵头。\n\n\(sentence)\n",
        "- [ ] T1 乙\n  - 负责: 赵六\n\n会上说：\n\n\(sentence)\n",
      ] {
        let found = found(text)
        #expect(found.isEmpty, "\(text): \(found)")
      }
    }
  }

  @Test("nor in a matter, below its title or after its log")
  func matters() {
    for sentence in Self.sentences {
      let text = "# 题\n\n\(sentence)\n\n## 进展\n\n- 2025-03-10 收集\n\n后来的事：\n\n- \(sentence)\n"
      let found =
        problems("unread-fact", inMatter: text) + problems("field-place", inMatter: text)
      #expect(found.isEmpty, "\(text): \(found)")
    }
  }
}
