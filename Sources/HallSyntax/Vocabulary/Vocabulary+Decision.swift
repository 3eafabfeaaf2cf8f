extension Vocabulary {
  /// A decision: its kind and its basis.
  static let decisionEntries: [Entry] = [
    entry(.decision, "决议、决定、议定事项、协商意见", "Decision, Resolution", Use(.block)),
    entry(.kind, "性质", "kind", Use(.decision, .word(.decisionKind), .leading)),
    entry(.number, "文号", "number", Use(.decision)),
    entry(.supersedes, "取代", "supersedes", Use(.decision, .decisionReference, .refers)),
    entry(.basis, "依据", "basis", Use([.decision, .rule], .text, .refers)),
    entry(.funds, "经费", "funds", Use(.decision)),
    entry(.objection, "异议", "objection", Use(.decision, .text, [.repeats, .afterApproval])),
    entry(
      .objectionAnswered, "答复", "answered", Use(.decision, .dayAndText, [.repeats, .afterApproval])),
    entry(
      .effective, "生效", "effective", Use(.rule, .word(.effectiveRule), .leading),
      Use(.decision, .day, .afterApproval)),
    entry(.setAside, "撤销", "set aside", Use(.decision, .dayAndText, .afterApproval)),
    entry(.upheld, "成立", "upheld", Use(.answer)),
    entry(.dismissed, "不成立", "dismissed", Use(.answer)),
    entry(.ownersDecision, "业主共同决定", "owners' decision", Use(.decisionKind)),
    entry(.residentsDecision, "居民会议决定", "residents' decision", Use(.decisionKind)),
    entry(.consultation, "协商意见", "consultation", Use(.decisionKind)),
    entry(.settlement, "调解协议", "settlement", Use(.decisionKind)),
    entry(.byVote, "表决", "vote", Use(.basis)),
    entry(.byConsensus, "协商一致", "consensus", Use(.basis)),
  ]

  /// A task, and the signatures that close the minutes.
  static let taskEntries: [Entry] = [
    entry(
      .lead, "负责、牵头、责任单位、责任人、承办、负责人、牵头单位、牵头人、负责单位、承办单位、承办人、主办、主办单位",
      "lead, owner, responsible, assignee", Use(.task, .person, .leading)),
    entry(.with, "配合、协办、配合单位、协办单位、配合人", "with", Use(.task, .names)),
    entry(
      .due, "期限、完成时限、办结时限、截止、截止日期、完成期限、截止时间、办结日期、办理时限", "due, deadline, due date",
      Use(.task, .dueDay, .leading)),
    entry(.extended, "延期", "extended", Use(.task, .dueDayAndText, [.repeats, .afterApproval])),
    entry(.ongoing, "长期", "ongoing", Use(.dueWord)),
    entry(.tbd, "待定", "tbd", Use(.dueWord)),
    entry(.nextMeeting, "下次会议", "next meeting", Use(.dueWord)),
    entry(.measures, "措施", "measures", Use(.task)),
    entry(.standard, "标准、成果标准、完成标准", "standard", Use(.task)),
    entry(.review, "复查", "review", Use(.task)),
    entry(.progress, "进展", "progress", Use(.task, .dayAndText, [.repeats, .afterApproval])),
    entry(.urgedOn, "催办", "urged", Use(.task, .dayAndText, [.repeats, .afterApproval])),
    entry(.evidence, "佐证", "evidence", Use(.task, .text, [.repeats, .afterApproval, .closing])),
    entry(.done, "完成、完成时间", "done", Use(.task, .day, [.afterApproval, .closing])),
    entry(.taskResult, "结果", "result", Use(.task, .text, [.afterApproval, .closing])),
    entry(
      .acceptedBy, "验收、核验、验收人、核验人", "accepted by",
      Use(.task, .person, [.afterApproval, .closing])),
    entry(.formerly, "曾用", "formerly", Use([.task, .decision], .text, .repeats)),
    entry(.satisfied, "满意、很满意、非常满意、十分满意", "satisfied, very satisfied", Use(.satisfaction)),
    entry(.fairlySatisfied, "基本满意、比较满意、较满意", "fairly satisfied", Use(.satisfaction)),
    entry(
      .dissatisfied, "不满意、很不满意、不太满意、非常不满意", "dissatisfied, very dissatisfied, not satisfied",
      Use(.satisfaction)),
    entry(.signatures, "各方签字、会签、签字", "Signatures, Sign-off", Use(.meetingSection)),
    entry(.agrees, "同意", "agrees", Use(.stance)),
    entry(.reserves, "保留意见", "reserves", Use(.stance)),
    entry(.refuses, "拒绝签字、拒签", "refuses", Use(.stance)),
    entry(.witnesses, "见证", "witnesses", Use(.stance)),
  ]
}
