import HallModel
import HallSyntax

/// The notice of a meeting: a title, facts, the agenda, and the sender. Each line is a paragraph,
/// so that it wraps wherever it is pasted.
package struct NoticeText: Speaking {
  private let meeting: Meeting
  private let charter: Charter
  package let language: Language
  private let today: Day
  /// When people were told that it would be, if it has been moved since.
  private let was: Moment?
  /// The adjourned meeting that it goes on with.
  private let adjourned: Meeting?

  package init(
    _ meeting: Meeting, language: Language, today: Day, was: Moment? = nil,
    goesOnWith adjourned: Meeting? = nil
  ) {
    self.meeting = meeting
    self.adjourned = adjourned
    self.was = was
    charter = meeting.charter
    self.language = language
    self.today = today
  }

  /// Facts that people need and the meeting does not have yet.
  package var missing: [Keyword] {
    (moment == nil ? [Keyword.when] : [])
      + [Keyword.meetingPlace, .chair, .clerk].filter { meeting.value($0) == nil }
  }

  /// The paragraphs: the title first, who sends it last.
  package var paragraphs: [String] {
    let title =
      was == nil ? say("会议通知：", "Notice: ") : say("会议改期通知：", "Notice of a new date: ")
    var paragraphs = [title + shown(meeting.title)]
    paragraphs.append(facts.joined(separator: "\n"))
    paragraphs += PlainText.paragraphs(beforeSectionsOf: meeting.document)
    let agenda = meeting.items.enumerated().map { item($0.element, place: $0.offset + 1) }
    if !agenda.isEmpty {
      paragraphs.append(([say("议题：", "Agenda:")] + agenda.flatMap { $0 }).joined(separator: "\n"))
    }
    paragraphs.append(signature.joined(separator: "\n"))
    return paragraphs
  }

  package var text: String { VisibleText.lines(paragraphs.joined(separator: "\n\n")) + "\n" }

  // MARK: The facts

  /// The time, unless it is put off to a day that nobody knows yet.
  private var moment: Moment? { meeting.status == .postponed ? nil : meeting.moment }

  private var facts: [String] {
    let unknown = say("另行通知", "to be announced")
    let before = was.map { say("（原定 \(when($0))，改期）", " (moved from \(when($0)))") } ?? ""
    var facts = [
      fact("时间", "When", (moment.map(when) ?? unknown) + before),
      fact("地点", "Where", meeting.text(.meetingPlace).map(shown) ?? unknown),
    ]
    if let adjourned {
      let when = adjourned.day.map { day($0) } ?? adjourned.name
      facts.append(
        fact(
          "续会", "Goes on with",
          say("接\(when)没有开完的", "") + shown(adjourned.title) + say("", " of \(when)")))
    }
    if let chair = meeting.person(.chair) { facts.append(fact("主持", "Chair", name(of: chair))) }
    facts += invited
    return facts
  }

  private func fact(_ zh: String, _ en: String, _ value: String) -> String {
    say(zh + "：", en + ": ") + value
  }

  /// Who should come: the parties by their part, and the people named in the meeting.
  private var invited: [String] {
    let separator = say("、", ", ")
    var facts: [String] = []
    func add(_ zh: String, _ en: String, _ names: [String]) {
      if !names.isEmpty { facts.append(fact(zh, en, names.joined(separator: separator))) }
    }
    func parties(_ parts: Keyword...) -> [String] {
      meeting.parties.parties.filter { parts.contains($0.part) }.map { party in
        let line = meeting.attendance?.partyLines.first { $0.party == party.name }
        let names = line?.names.map { $0.name.string } ?? []
        let people = names.joined(separator: separator)
        return shown(party.name + (names.isEmpty ? "" : say("（\(people)）", " (\(people))")))
      }
    }
    func guests(_ keyword: Keyword) -> [String] {
      (meeting.attendance?.names(keyword) ?? []).map(shown)
    }
    add("请到会", "Invited", parties(.votes, .noVote) + guests(.invited))
    add("列席", "Observing", parties(.observes) + guests(.observing))
    add("召集", "Convened by", parties(.convenes))
    return facts
  }

  /// `2025年12月11日 周四 14:30-16:30`
  private func when(_ moment: Moment) -> String {
    let hours = [moment.start, moment.end].compactMap { $0?.text }.joined(separator: "-")
    return day(moment.day) + " " + DayText.weekday(moment.day, language)
      + (hours.isEmpty ? "" : " " + hours)
  }

  private func day(_ day: Day) -> String {
    DayText.long(day, language)
  }

  private func name(of person: Person) -> String {
    shown([person.party, person.name].compactMap { $0 }.joined(separator: " "))
  }

  // MARK: The agenda

  private func item(_ item: AgendaItem, place: Int) -> [String] {
    let length = item.duration.map { say("（\($0.text(.zh))）", " (\($0.text(.en)))") } ?? ""
    var lines = ["\(item.number ?? place). " + shown(item.title) + length]
    let meant = meeting.parties
    for (keyword, zh, en) in [(Keyword.raisedBy, "提出", "Raised by"), (.chair, "主持", "Chair")] {
      if let value = item.value(keyword) {
        lines.append(fact(zh, en, name(of: charter.person(value, parties: meant))))
      }
    }
    let attachments = item.values(.attachment).map { shown($0.string) }
    if !attachments.isEmpty {
      lines.append(fact("附件", "Attached", attachments.joined(in: language)))
    }
    for vote in item.votes { lines += self.vote(vote) }
    return lines
  }

  private func vote(_ vote: Vote) -> [String] {
    var lines = [fact("表决", "Vote", shown(vote.title))]
    var facts: [String] = []
    if let name = vote.ruleName {
      let rule = charter.rules[name]
      let words = rule.map { RuleWords($0, isChoice: vote.isChoice).text(language) } ?? ""
      facts.append(
        say("按「\(shown(name.string))」", "by '\(shown(name.string))'")
          + (words.isEmpty ? "" : say("（\(words)）", " (\(words))")))
    }
    if let scope = vote.text(.scope) { facts.append(fact("范围", "scope", shown(scope))) }
    if let method = vote.text(.method) { facts.append(fact("方式", "method", shown(method))) }
    if let period = vote.period(.votingPeriod) {
      facts.append(
        fact("投票期", "voting period", day(period.start) + say("至", " to ") + day(period.end)))
    }
    let options = vote.options.map { shown($0.label) }
    if !options.isEmpty {
      facts.append(say("选项 ", "options ") + options.joined(in: language))
    }
    if !facts.isEmpty { lines.append(facts.joined(separator: say("；", "; "))) }
    return lines
  }

  // MARK: Who sends it

  private var signature: [String] {
    var lines: [String] = []
    if let clerk = meeting.person(.clerk) { lines.append(fact("联系人", "Contact", name(of: clerk))) }
    lines.append(shown(charter.name))
    // Until the new notice is out, the day is that of the old one.
    let isOut = was == nil || meeting.status == .notified
    lines.append(day((isOut ? meeting.day(.notice) : nil) ?? today))
    return lines
  }

  private func shown(_ text: String) -> String { PlainText.line(text) }
}
