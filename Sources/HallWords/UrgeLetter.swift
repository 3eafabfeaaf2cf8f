import HallModel
import HallSyntax

/// What a party owes, as a letter or as a message for a group chat: plain text, a line a paragraph,
/// so that it wraps wherever it is pasted.
package struct UrgeLetter: Speaking {
  package enum Form: Sendable { case letter, chat }

  private let debtor: Debtor
  private let charter: Charter
  package let language: Language
  private let today: Day
  /// The last day to reply; nil for as soon as possible.
  package var replyBy: Day?
  /// Who takes the reply; nil for the hall.
  package var replyTo: Person?

  package init(_ debtor: Debtor, of charter: Charter, today: Day, _ language: Language) {
    (self.debtor, self.charter, self.today, self.language) = (debtor, charter, today, language)
  }

  package func text(_ form: Form) -> String {
    let paragraphs = form == .letter ? paragraphs : chat
    return VisibleText.lines(paragraphs.joined(separator: form == .letter ? "\n\n" : "\n")) + "\n"
  }

  // MARK: The letter

  /// The paragraphs of the letter: what it is first, who sends it last.
  package var paragraphs: [String] {
    let tasks = debtor.tasks.enumerated().map { place, task in
      (["\(place + 1). " + title(task)] + facts(task).map { "   " + $0 }).joined(separator: "\n")
    }
    return [say("催办函", "Reminder"), say("\(addressee)：", "To \(addressee):")] + [opening] + tasks
      + [signature.joined(separator: "\n")]
  }

  private var opening: String {
    say("下列 \(debtor.tasks.count) 项由\(addressee)负责，\(state.zh)。", state.en + " ") + request
  }

  /// Whether all are late, or some are still to come.
  private var state: Phrase {
    let count = debtor.tasks.count
    let late = debtor.tasks.count { $0.due < today }
    let things = count == 1 ? "1 task" : "\(count) tasks"
    switch late {
    case count:
      return Phrase(
        zh: "期限已过，还没有办完",
        en: "\(things) led by \(addressee) \(count == 1 ? "is" : "are") past due and not done.")
    case 0:
      return Phrase(
        zh: "期限快到了，还没有办完",
        en:
          "\(things) led by \(addressee) will soon be due and \(count == 1 ? "is" : "are") not done."
      )
    default:
      return Phrase(
        zh: "其中 \(late) 项期限已过，还没有办完",
        en: "\(things) led by \(addressee) are not done; \(late) of them past due.")
    }
  }

  private var request: String {
    let to = replyTo.map(name) ?? shown(charter.name)
    let by = replyBy.map {
      say("最迟于\(day($0))（\(DayText.weekday($0, .zh))）", " by \(DayText.withWeekday($0, .en))")
    }
    return say(
      "请抓紧办理，\(by ?? "尽快")把办理情况回复\(to)。",
      "Please see to it, and tell \(to)\(by ?? " soon") how it stands.")
  }

  private func title(_ owed: OwedTask) -> String {
    shown(owed.task.title) + say("（\(owed.identifier)）", " (\(owed.identifier))")
  }

  /// What it rests on, when it is due, how late it is, and what has been said already.
  private func facts(_ owed: OwedTask) -> [String] {
    var facts = [fact("依据", "basis", basis(owed)), fact("期限", "due", due(owed))]
    if let standard = owed.task.text(.standard) {
      facts.append(fact("完成标准", "done means", shown(standard)))
    }
    let leads = owed.leads.map(name).joined(in: language)
    if leads != addressee, !leads.isEmpty { facts.append(fact("负责", "lead", leads)) }
    let others = (owed.task.value(.with).map(NameList.split) ?? []).map {
      name(charter.person($0))
    }
    if !others.isEmpty { facts.append(fact("配合", "with", others.joined(in: language))) }
    let urgings = owed.allUrgings
    if let last = urgings.max() {
      let count = urgings.count
      facts.append(
        say(
          "已催办 \(count) 次，上次是 \(day(last))",
          count == 1 ? "urged on \(day(last))" : "urged \(count) times, last on \(day(last))"))
    }
    return facts
  }

  private func basis(_ owed: OwedTask) -> String {
    switch owed.owner {
    case .matter(let matter):
      return say(
        "问题 \(matter.name)「\(shown(matter.title))」", "matter \(matter.name), \(shown(matter.title))"
      )
    case .meeting(let meeting):
      let held = meeting.day.map(day)
      let where_ = say(
        (held.map { $0 + " " } ?? "") + shown(meeting.title),
        shown(meeting.title) + (held.map { ", \($0)" } ?? ""))
      if let decision = owed.decision {
        let number = decision.number.map { "D\($0)" } ?? ""
        return where_
          + say(
            "，决议 \(number)「\(shown(decision.title))」",
            "; decision \(number), \(shown(decision.title))")
      }
      guard let item = owed.item else { return where_ }
      return where_
        + say(
          "，议题\(item.number.map { " \($0)" } ?? "")「\(shown(item.title))」",
          "; item\(item.number.map { " \($0)" } ?? ""), \(shown(item.title))")
    }
  }

  /// `2025年10月30日（原定 2025年10月15日，延期 1 次），逾期 32 天`
  private func due(_ owed: OwedTask) -> String {
    let times = owed.task.extensions
    var text = day(owed.due)
    if times > 0 {
      let first = owed.task.firstDue.day.map(day) ?? "?"
      text += say("（原定 \(first)，延期 \(times) 次）", " (first \(first), extended \(times)×)")
    }
    return text + say("，", ", ") + lateness(owed)
  }

  private func lateness(_ owed: OwedTask) -> String {
    let late = owed.daysLate(on: today)
    if late > 0 { return say("逾期 \(late) 天", "\(Language.counted(late, "day")) late") }
    return late == 0 ? say("今天到期", "due today") : say("还有 \(-late) 天", "in \(-late) days")
  }

  /// The hall, its community, and the day.
  private var signature: [String] {
    let community = charter.document.frontMatter.flatMap {
      charter.document.field(.community, of: $0)
    }
    return [shown(charter.name)] + (community.map { [shown($0.string)] } ?? []) + [day(today)]
  }

  // MARK: The message

  private var chat: [String] {
    let tasks = debtor.tasks.enumerated().map { place, owed in
      let due =
        owed.due == today ? [] : [say(shortDay(owed.due) + "到期", "due " + shortDay(owed.due))]
      let facts = ([owed.identifier] + due + [lateness(owed)]).joined(separator: say("，", ", "))
      return "\(place + 1). " + shown(owed.task.title) + say("（\(facts)）", " (\(facts))")
    }
    let late = debtor.tasks.count { $0.due < today }
    let count = debtor.tasks.count
    let head = say(
      "【催办】\(addressee)：还有 \(count) 项没办完"
        + (late == 0 ? "" : late == count ? (count == 1 ? "，已经逾期" : "，都逾期了") : "，\(late) 项逾期"),
      "Reminder for \(addressee): \(count) not done" + (late > 0 ? ", \(late) past due" : ""))
    return [head] + tasks + [request] + ["—— " + shown(charter.name)]
  }

  private func shortDay(_ day: Day) -> String {
    let (year, month, date) = day.components
    return year == today.components.year ? say("\(month)月\(date)日", day.iso) : self.day(day)
  }

  // MARK: Words

  /// The party; where one person leads everything, the person as well.
  private var addressee: String {
    let own = debtor.tasks.flatMap { owed in
      owed.leads.filter { lead in
        guard let name = debtor.person.name else { return lead.party == debtor.person.party }
        return lead.name == name || lead.party == name
      }
    }
    guard let first = own.first, own.allSatisfy({ $0.text == first.text }) else {
      return name(debtor.person)
    }
    return name(first)
  }

  private func fact(_ zh: String, _ en: String, _ value: String) -> String {
    say(zh + "：", en + ": ") + value
  }

  private func day(_ day: Day) -> String {
    DayText.long(day, language)
  }

  /// The party and the person; of a department or a stationed unit, its own name is enough.
  private func name(_ person: Person) -> String {
    let kind = person.party.flatMap { Vocabulary.keyword(Slice($0), in: .partyName) }
    let isUnit = person.name != nil && (kind == .departments || kind == .units)
    guard let name = person.name, let party = person.party, !isUnit else {
      return shown(person.name ?? person.party ?? "")
    }
    return shown(say("\(party) \(name)", "\(name) (\(party))"))
  }

  private func shown(_ text: String) -> String { PlainText.line(text) }
}
