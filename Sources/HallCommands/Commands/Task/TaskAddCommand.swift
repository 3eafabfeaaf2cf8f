import HallModel
import HallStore
import HallSyntax
import HallWords

/// `hall task add`: hands out a task, under a decision, an item or a matter.
enum TaskAddCommand: Command {
  static let lead = OptionSpec(
    "--lead", value: Phrase(zh: "方/人", en: "PARTY/PERSON"),
    summary: Phrase(zh: "谁负责，如 物业/赵六", en: "who leads, as in property/Li"))
  static let with = OptionSpec(
    "--with", value: Phrase(zh: "方/人", en: "PARTY/PERSON"), repeats: true,
    summary: Phrase(zh: "谁配合，可以写几次", en: "who cooperates; several times if need be"))
  static let due = OptionSpec(
    "--due", value: Phrase(zh: "日期", en: "DATE"),
    summary: Phrase(zh: "期限；也可以写 长期 或 待定", en: "by when; or 'ongoing', 'tbd'"))
  static let standard = OptionSpec(
    "--standard", value: Phrase(zh: "标准", en: "TEXT"),
    summary: Phrase(zh: "怎样算做完", en: "what done means"))
  static let measures = OptionSpec(
    "--measures", value: Phrase(zh: "措施", en: "TEXT"),
    summary: Phrase(zh: "怎么做", en: "how it is to be done"))
  static let review = OptionSpec(
    "--review", value: Phrase(zh: "多久", en: "HOW OFTEN"),
    summary: Phrase(zh: "长期任务多久复查一次", en: "how often a standing commitment is reviewed"))

  static let spec = CommandSpec(
    "task add", aliases: ["任务 新增"],
    summary: Phrase(zh: "交办一项任务", en: "hand out a task"),
    arguments: [
      ArgumentSpec(Phrase(zh: "编号", en: "ID")), ArgumentSpec(Phrase(zh: "做什么", en: "TITLE")),
    ],
    options: [lead, with, due, standard, measures, review, .asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "编号可以是决议（M-2025-008-D1）、议题（M-2025-008#2）或问题（Q-2025-014）。",
      en: "ID is a decision (M-2025-008-D1), an item (M-2025-008#2) or a matter (Q-2025-014)."),
    examples: ["hall task add M-2025-008-D1 取得三家报价 --lead 物业/赵六 --due 10-15"])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    var change = try Change(invocation, &answer)
    let reference = try change.find(invocation.arguments[0])
    let title = invocation.arguments[1]
    let document = reference.document
    let number = try change.nextNumber(.task, in: document)
    let id = (reference.documentID?.text ?? document.path) + "-T\(number)"
    var block = LineBlock(change.written)
    block.task(number, title)
    func field(_ keyword: Keyword, _ value: String?) {
      if let value, !value.isEmpty { block.field(keyword, value, indent: 2) }
    }
    let due = try invocation.call.value(Self.due).map { text throws(Refusal) in
      try dueText(text, in: change)
    }
    field(.lead, invocation.call.value(lead))
    field(.with, invocation.call.values(with).joined(separator: change.separator))
    field(.due, due)
    field(.measures, invocation.call.value(measures))
    field(.standard, invocation.call.value(standard))
    field(.review, invocation.call.value(review))
    let why = Phrase(zh: "交办 T\(number) \(title)", en: "task T\(number) \(title)")
    let added = block
    switch reference {
    case .matter:
      try change.edit(document, why: why) { editor throws(EditFault) in
        try editor.appendToList(of: .log, added)
      }
    case .item(_, let item): try append(to: item.node)
    case .decision(_, let decision): try append(to: decision.node)
    case .meeting, .task:
      throw .refused(
        Phrase(
          zh: "任务要放在决议、议题或问题下面，「\(invocation.arguments[0])」不是",
          en:
            "a task belongs to a decision, an item or a matter; '\(invocation.arguments[0])' is none"
        ),
        hint: Phrase(
          zh: "写成 \(reference.identifier)-D1 或 \(reference.identifier)#1 这样",
          en: "write it as \(reference.identifier)-D1 or \(reference.identifier)#1"))
    }
    func append(to node: Int) throws(Refusal) {
      try change.edit(document, why: why) { editor throws(EditFault) in
        try editor.appendOwn(added, to: node)
      }
    }
    try change.record(
      &answer,
      did: Phrase(
        zh: "已交办 \(id)：\(title)" + (due.map { "，期限 " + DayText.shown($0, .zh) } ?? ""),
        en: "added \(id): \(title)" + (due.map { ", due " + DayText.shown($0, .en) } ?? "")),
      next: ["hall show \(id)", "hall task done \(id)"])
    return answer
  }

  /// What is written as the due day: a day, or one of the words that stand for none.
  ///
  /// - Parameter name: what it is called in messages.
  static func dueText(
    _ text: String, _ name: String = due.name, in change: Change
  ) throws(Refusal) -> String {
    if let word = Vocabulary.keyword(Slice(text), in: .dueWord) { return word.word(change.written) }
    return try change.invocation.day(text, name, .due, in: change).iso
  }
}
