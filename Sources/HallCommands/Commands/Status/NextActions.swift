import HallModel
import HallSyntax
import HallWords

/// What may be done next in a hall: the only place that decides this.
struct NextActions {
  let status: HallStatus
  var hall: Hall { status.loaded.hall }
  /// The maximum number offered, in total and of each kind: each has a digit.
  private static let most = 9
  private static let mostOfAKind = 3

  init(_ status: HallStatus) { self.status = status }

  /// The most urgent first; only actions that the commands can do.
  func all(_ commands: [CommandSpec]) -> [NextAction] {
    let actions =
      meetingsToday + drafts + unsaid + unrecorded + unshared + pastMeetings
      + adjourned.prefix(Self.mostOfAKind) + objections.prefix(Self.mostOfAKind)
      + overdue.prefix(Self.mostOfAKind) + matters.prefix(Self.mostOfAKind + 1)
      + nextMeeting + approvals
      + dueSoon.prefix(Self.mostOfAKind) + draftedMeeting
    let offered = actions.compactMap { $0.with(commands) }.prefix(Self.most - 1)
    return offered + [newMatter].compactMap { $0.with(commands) }
  }

  // MARK: Meetings

  private var meetingsToday: [NextAction] {
    hall.openMeetings(on: status.today).flatMap { meeting -> [NextAction] in
      let name = name(meeting)
      let id = Reference.meeting(meeting).identifier
      return [
        .call(
          Phrase(zh: "做今天的会议记录：\(name)", en: "take today's minutes: \(name)"),
          NextCall("minute", [id])),
        .choice(
          Phrase(zh: "准备今天的会（\(name)）", en: "prepare today's meeting (\(name))"),
          ways(to: meeting)),
      ]
    }
  }

  /// An objection is answered.
  private var objections: [NextAction] {
    let verdict = NextCall.Question(
      text: Phrase(zh: "成立还是不成立（回车不写）", en: "Upheld or dismissed (Enter for neither)"),
      option: AnswerCommand.verdict.name, isOptional: true)
    let answer = NextCall.Question(text: Phrase(zh: "怎么答复", en: "The answer"))
    return status.contested.flatMap { entry -> [NextAction] in
      let name = Reference.decision(entry.meeting, entry.decision).identifier
      let open = entry.decision.objections.open
      // Of several, one is named by who has made it.
      let named = open.filter { objection in
        open.count == 1 || open.count { $0.who == objection.who } == 1 && objection.who != nil
      }
      return named.prefix(Self.mostOfAKind).map { objection -> NextAction in
        let options =
          open.count == 1 ? [] : [AnswerCommand.to.name] + (objection.who.map { [$0] } ?? [])
        let text = objection.text.string
        return .call(
          Phrase(zh: "答复 \(name) 的异议：\(text)", en: "answer the objection to \(name): \(text)"),
          NextCall("answer", [name], options: options, asking: [answer, verdict]))
      }
    }
  }

  /// What an adjourned meeting left is taken up by another one.
  private var adjourned: [NextAction] {
    status.adjourned.map { meeting in
      .call(
        Phrase(
          zh: "拟 \(meeting.name) 的续会：\(meeting.title)",
          en: "let \(meeting.name) go on: \(meeting.title)"),
        NextCall(
          "new",
          [meeting.title + hall.charter.language.say("（续会）", ", continued")],
          options: [NewCommand.adjournedFrom.name, Reference.meeting(meeting).identifier],
          asking: [day(of: NewCommand.on.name)]))
    }
  }

  /// Without a scheduled meeting, there is time for the rest first.
  private var draftedMeeting: [NextAction] {
    guard status.nextMeeting == nil else { return [] }
    let carry = status.openItems.isEmpty ? [] : ["--carry"]
    return [
      .call(
        Phrase(zh: "拟下一次会议的议程", en: "draft the next meeting"),
        NextCall("new", options: carry, asking: [title, day(of: "--on")]))
    ]
  }

  /// Everything begins with a problem.
  private var newMatter: NextAction {
    let what = NextCall.Question(text: Phrase(zh: "是什么问题", en: "What is the problem"))
    return .call(
      Phrase(zh: "把一个问题记进清单", en: "put a problem on the list"),
      NextCall("matter add", asking: [what]))
  }

  private var nextMeeting: [NextAction] {
    guard let meeting = status.nextMeeting, let day = meeting.day else { return [] }
    guard day > status.today else { return [] }
    let name = name(meeting)
    return [
      .choice(
        Phrase(
          zh: "准备 \(DayText.withWeekday(day, .zh)) 的会（\(name)）",
          en: "prepare the meeting of \(DayText.withWeekday(day, .en)) (\(name))"),
        ways(to: meeting))
    ]
  }

  private func ways(to meeting: Meeting) -> [NextAction] {
    let id = Reference.meeting(meeting).identifier
    let isSent = meeting.status == .notified || meeting.status == .voting
    let show = NextAction.call(Phrase(zh: "看议程", en: "see the agenda"), NextCall("show", [id]))
    let add = NextAction.call(
      Phrase(zh: "加一项议题", en: "put an item on the agenda"),
      NextCall(
        "item", [id],
        asking: [NextCall.Question(text: Phrase(zh: "议什么", en: "What is it about"))]))
    let notice = NextAction.call(
      Phrase(zh: "出通知，好贴出去", en: "write the notice, to be posted"), NextCall("notice", [id]))
    let sent = NextAction.call(
      Phrase(zh: "通知发出去了，记下来", en: "the notice is out: note it"),
      NextCall("notice", [id], options: ["--sent"]))
    let isToday = meeting.day == status.today
    return [show, add, notice] + (isSent ? [] : [sent])
      + (isToday && meeting.status == .notified ? notHeld(id) : [])
  }

  var title: NextCall.Question {
    NextCall.Question(text: Phrase(zh: "会议叫什么", en: "What is the meeting called"))
  }

  func day(of option: String) -> NextCall.Question {
    NextCall.Question(
      text: Phrase(zh: "哪天（如 下周四、12-05）", en: "Which day (as thu, 2025-12-05)"), option: option,
      isDay: true)
  }

  func name(_ meeting: Meeting) -> String {
    let start = meeting.moment?.start.map { $0.text + " " } ?? ""
    return start + meeting.title
  }

  // MARK: Edits

  private var drafts: [NextAction] {
    status.drafts.map { name in
      .call(
        Phrase(zh: "接着改没存完的 \(name)", en: "go on with the unfinished edit of \(name)"),
        NextCall("edit", [name]))
    }
  }

  /// Others' changes of approved texts, for the decision of the person who approved them.
  private var unsaid: [NextAction] {
    status.unsaid.filter(status.answers).prefix(Self.mostOfAKind).map { change in
      let why = NextCall.Question(
        text: Phrase(zh: "为什么认可", en: "Why is it accepted"), option: OptionSpec.message.name)
      let last = String(change.lastRevision(in: status.loaded.folder))
      return .choice(
        Phrase(
          zh: "定下\(change.authors.zh)在 \(change.name) 里的改动",
          en: "settle what \(change.authors.en) changed in \(change.name)"),
        [
          .call(
            Phrase(zh: "看改了什么", en: "see what was changed"), NextCall("diff", [change.name])),
          .call(
            Phrase(zh: "认可，写上理由", en: "accept it, and say why"),
            NextCall("record", [change.name], asking: [why])),
          .call(
            Phrase(zh: "改回确认时的样子", en: "put it back as it was approved"),
            NextCall("restore", [change.name, last])),
        ])
    }
  }

  private var unrecorded: [NextAction] {
    guard let first = status.unrecorded.first else { return [] }
    let count = status.unrecorded.count
    let what = Phrase(
      zh: count == 1 ? "改过的 \(first.path) " : "改过的 \(count) 份文件",
      en: count == 1 ? first.path : "\(count) edited files")
    let why = NextCall.Question(
      text: Phrase(zh: "为什么改（可以不写）", en: "Why were they edited (may be left out)"),
      option: OptionSpec.message.name, isOptional: true)
    return [
      .call(
        Phrase(zh: "把\(what.zh)记下来", en: "record \(what.en)"),
        NextCall("record", asking: [why]))
    ]
  }

  private var unshared: [NextAction] {
    guard !status.unshared.isEmpty else { return [] }
    let count = status.unshared.count
    return [
      .call(
        Phrase(
          zh: "把记下的 \(count) 版交给大家",
          en: "share what is recorded, \(Language.counted(count, "revision"))"),
        NextCall("share"))
    ]
  }

  // MARK: Tasks

  func done(_ id: String, isRevisit: Bool) -> NextCall {
    guard isRevisit else { return NextCall("task done", [id]) }
    let words = Vocabulary.keywords(in: .satisfaction).map { $0.word(hall.charter.language) }
    return NextCall(
      "task done", [id],
      asking: [
        .init(
          text: Phrase(
            zh: "结果（满意、基本满意、不满意）", en: "Result (satisfied, fairly satisfied, dissatisfied)"),
          option: TaskDoneCommand.result.name, words: words)
      ])
  }

  /// The overdue tasks, without the visits that their matters are waiting for already.
  private var overdue: [NextAction] {
    let visits = status.waiting.filter { $0.step == .revisit }.compactMap { revisit(of: $0.matter) }
    return status.overdue.compactMap { due -> NextAction? in
      guard let id = due.identifier, !visits.contains(id) else { return nil }
      return followUp(due, id)
    }
  }

  /// Actions for an open task: tick it off, urge it, extend it. An answer that is owed is given.
  func followUp(_ due: DueTask, _ id: String) -> NextAction {
    if due.isReply {
      let name = Phrase(zh: "答复 \(id) \(due.title)", en: "answer \(id) \(due.title)")
      let when = time(of: due)
      return .call(
        Phrase(zh: "\(name.zh)，\(when.zh)", en: "\(name.en), \(when.en)"),
        NextCall(
          "matter note", [id],
          options: ["--step", Keyword.answeredBack.word(hall.charter.language)],
          asking: [.init(text: Phrase(zh: "怎么答复的", en: "What was the answer"))]))
    }
    let lead = hall.charter.people(leading: due.leads).map { $0.text + " " }.joined()
    let when = time(of: due)
    let isRevisit = Vocabulary.keyword(Slice(due.title), in: .log) == .revisited
    let what = NextCall.Question(text: Phrase(zh: "怎么催的、怎么说的", en: "How, and what was said"))
    let urge =
      due.kind == .matter
      ? NextCall(
        "matter note", [due.document?.text ?? ""],
        options: ["--step", Keyword.urged.word(hall.charter.language)], asking: [what])
      : NextCall("task note", [id], asking: [what])
    return .choice(
      Phrase(
        zh: "跟进 \(id)：\(lead)\(due.title)，\(when.zh)",
        en: "follow up \(id): \(lead)\(due.title), \(when.en)"),
      [
        .call(
          Phrase(zh: "做完了，打勾", en: "it is done: tick it off"), done(id, isRevisit: isRevisit)),
        .call(Phrase(zh: "催过了，记一笔", en: "it was urged: note it"), urge),
        .call(
          Phrase(zh: "延期", en: "give it more time"),
          NextCall(
            "task extend", [id],
            asking: [
              .init(text: Phrase(zh: "新期限（如 下周五）", en: "The new day (as fri)"), isDay: true),
              .init(text: Phrase(zh: "为什么延期", en: "Why")),
            ])),
      ] + letter(to: due))
  }

  /// A reminder to the first who leads a task.
  private func letter(to due: DueTask) -> [NextAction] {
    guard let lead = hall.charter.people(leading: due.leads).first else { return [] }
    return [
      .call(Phrase(zh: "写催办函", en: "write a reminder"), NextCall("urge", [lead.text]))
    ]
  }

  private func time(of due: DueTask) -> Phrase {
    let days = due.due.number - status.today.number
    if days == 0 { return Phrase(zh: "今天到期", en: "due today") }
    return days > 0
      ? Phrase(zh: "还有\(days)天到期", en: "due in \(days)d")
      : Phrase(zh: "逾期\(-days)天", en: "\(-days)d late")
  }
}
