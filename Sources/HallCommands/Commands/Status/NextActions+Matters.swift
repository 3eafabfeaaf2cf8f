import HallModel
import HallSyntax
import HallWords

/// The steps that matters wait for.
extension NextActions {
  var matters: [NextAction] {
    let urgent: [NextStep] = [.reopen, .revisit, .close]
    func rank(_ step: NextStep) -> Int { urgent.firstIndex(of: step) ?? urgent.count }
    return status.waiting.enumerated().sorted {
      (rank($0.element.step), $0.offset) < (rank($1.element.step), $1.offset)
    }.map { action($0.element.matter, $0.element.step) }
  }

  private func action(_ matter: Matter, _ step: NextStep) -> NextAction {
    let id = matter.name
    let name = "\(id) \(matter.title)"
    func note(_ step: Keyword, _ asked: Phrase) -> NextCall {
      NextCall(
        "matter note", [id], options: ["--step", step.word(hall.charter.language)],
        asking: [NextCall.Question(text: asked)])
    }
    func named(_ zh: String, _ en: String) -> Phrase {
      Phrase(zh: "\(name)：\(zh)", en: "\(name): \(en)")
    }
    let meet = NextAction.call(
      Phrase(zh: "为它开个会", en: "call a meeting about it"),
      NextCall("new", options: ["--matter", id], asking: [title, day(of: "--on")]))
    switch step {
    case .propose:
      return .call(
        named("提方案", "propose a plan"),
        note(.proposed, Phrase(zh: "打算怎么办", en: "What is the plan")))
    case .summon:
      return .choice(
        named("吹哨或上会", "summon, or meet"),
        [.call(Phrase(zh: "吹哨，请单位到场", en: "summon units"), summons(id)), meet])
    case .deliberate:
      let answered = note(.answered, Phrase(zh: "谁到了场", en: "Who came"))
      let met = note(.met, Phrase(zh: "商量出了什么", en: "What was agreed"))
      return .choice(
        named("会商", "deliberate"),
        [
          meet, .call(Phrase(zh: "记下谁到了场", en: "note who came"), answered),
          .call(Phrase(zh: "已经商量过，记下来", en: "it was talked over: note it"), met),
        ])
    case .meetAgain:
      let met = note(.met, Phrase(zh: "商量出了什么", en: "What was agreed"))
      return .choice(
        named("上次没议完，再议", "take it up again"),
        [meet, .call(Phrase(zh: "已经商量过，记下来", en: "it was talked over: note it"), met)])
    case .implement:
      return .call(
        named("记下怎么落实的", "note how it is carried out"),
        note(.implementing, Phrase(zh: "落实了什么", en: "What was done")))
    case .close:
      return .call(
        named("结案", "close it"),
        NextCall(
          "matter close", [id],
          asking: [.init(text: Phrase(zh: "怎么解决的", en: "How was it solved"))]))
    case .revisit:
      guard let task = revisit(of: matter) else {
        return .call(
          named("记下回访", "note the visit"),
          note(
            .revisited,
            Phrase(zh: "回访结果（满意、基本满意、不满意开头）", en: "Result (begin with satisfied or dissatisfied)")))
      }
      return .call(named("记下回访结果", "note how the visit went"), done(task, isRevisit: true))
    case .reopen:
      return .call(
        named("回访不满意，重开", "dissatisfied: reopen it"),
        NextCall(
          "matter reopen", [id],
          asking: [.init(text: Phrase(zh: "还有什么没解决", en: "What is still wrong"))]))
    }
  }

  private func summons(_ id: String) -> NextCall {
    let parties = hall.charter.parties
    let units = hall.charter.roster.rows.filter { !parties.votes($0.party) }
      .map { "\($0.party)/\($0.name)" }
    return NextCall(
      "matter summon", [id],
      asking: [
        .init(
          text: Phrase(zh: "请哪些单位（用「、」隔开）", en: "Which units (commas between them)"), words: units),
        .init(
          text: Phrase(zh: "最晚哪天到场（如 3个工作日、下周五）", en: "By when are they to come (as 3wd, fri)"),
          option: MatterSummonCommand.respondBy.name, isDay: true),
      ])
  }

  func revisit(of matter: Matter) -> String? {
    matter.tasks.first { $0.isRevisit && $0.state == .open && $0.number != nil }.map {
      matter.name + "-T" + ($0.number.map(String.init) ?? "")
    }
  }
}
