import HallModel
import HallStore
import HallSyntax
import HallWords

/// Drafts the agenda of a coming meeting from a template.
package struct DraftAgenda: Act {
  private let title: String
  private let on: SpokenDay?
  /// The hours, as in `14:30-16:00`.
  package var at: String?
  package var place: String?
  package var chair: String?
  /// Who takes the minutes; by default, the author.
  package var clerk: String?
  /// Identifiers of the matters that items are about.
  package var matters: [String] = []
  /// Titles of further items.
  package var items: [String] = []
  /// The name of a template; by default, the plain one.
  package var template: String?
  /// Values for places of the template, each as in `小区=华建小区`.
  package var fillings: [String] = []
  /// Whether to take up what earlier meetings left open.
  package var carries = false

  /// The adjourned meeting that it goes on with.
  package var adjournedFrom: String?

  /// Parties of this meeting alone, each as in `酒店: 表决`.
  package var parties: [String] = []
  /// What else stands at its head: whether residents may read it, what was found before the meeting.
  package var fields: [GivenField] = []

  package init(_ title: String, on day: SpokenDay?) { (self.title, on) = (title, day) }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    guard !Slice(title).trimmed.isEmpty else {
      throw .refused(
        Phrase(zh: "标题是空的", en: "the title is empty"),
        hint: Phrase(zh: "写上会议叫什么", en: "say what the meeting is called"))
    }
    guard let when = try change.session.fact(on?.text, orAsk: DraftAgenda.whichDay) else {
      throw .refused(
        Phrase(zh: "还没有写哪天开会", en: "the day of the meeting is not given"),
        hint: Phrase(zh: "加上 --日期 日期，如 --日期 下周五", en: "add --on DATE, as in --on fri"))
    }
    let said = try change.moment(
      SpokenDay(when, called: on?.name ?? change.language.say("--日期", "--on")), .meeting)
    let day = said.day
    let at = said.hours == nil ? try change.session.fact(at, orAsk: DraftAgenda.whichHour) : at
    let template = try AgendaTemplate.named(
      template, in: change.loaded.folder, change.written)
    var agenda = NewAgenda(
      id: try change.nextID(.meeting, of: day), title: title,
      moment: try DraftAgenda.moment(day, try MeetingHours.said(said, at: at, in: change)))
    let adjourned = try adjournedFrom.map { text throws(Refusal) in try change.meeting(text) }
    // It goes on where it was, with the same chair, unless the call says otherwise.
    agenda.place = try change.session.fact(
      place ?? adjourned?.meeting.text(.meetingPlace), orAsk: DraftAgenda.whichPlace)
    agenda.chair = (chair ?? adjourned?.meeting.text(.chair)).map {
      change.charter.person(Slice($0)).text
    }
    agenda.clerk = try clerk(in: change)
    agenda.items = try items(in: change)
    agenda.fillings = try fillings.map(DraftAgenda.filling)
    let carried = CarriedItems(change)
    if carries { carried.add(to: &agenda.items) }
    if let before = adjourned?.meeting.day, day < before {
      throw .refused(
        Phrase(
          zh: "续会的 \(day.iso) 比 \(adjourned?.id ?? "") 的 \(before.iso) 早",
          en: "\(day.iso) is before \(adjourned?.id ?? ""), which was on \(before.iso)"),
        hint: Phrase(zh: "核对年份和日子", en: "check the year and the day"))
    }
    if let adjourned { CarriedItems(change).add(from: adjourned.meeting, to: &agenda.items) }
    var (document, unfilled) = try agenda.document(from: template, in: change.charter)
    document = try withFacts(document, adjourned?.id, in: change)
    change.create(document, why: Phrase(zh: "拟定议程", en: "draft the agenda"))
    let id = agenda.id.text
    var next = [
      "hall item \(id) " + Phrase(zh: "标题", en: "TITLE")[change.language], "hall notice \(id)",
      "hall edit \(id)",
    ]
    let left = carried.waiting.filter { open in
      !agenda.items.contains { $0.isAbout(open.item) }
    }
    if let reminder = DraftAgenda.reminder(left, change.language) { next.append(reminder) }
    let hours = agenda.when.dropFirst(day.iso.count)
    change.notes += notes(on: document, agenda, unfilled, change)
    return try change.finish(
      did: Phrase(
        zh: "已拟 \(id)：\(title) \(DayText.withWeekday(day, .zh))\(hours)",
        en: "drafted \(id): \(title), \(DayText.withWeekday(day, .en))\(hours)"),
      next: next)
  }

  /// The draft with the meeting it goes on with, its own parties and the other facts of the call.
  private func withFacts(
    _ document: Document, _ adjourned: String?, in change: Change
  ) throws(Refusal) -> Document {
    let meeting = Meeting(document, charter: change.charter)
    let fields = try (fields + (adjourned.map { [GivenField(.adjournedFrom, $0)] } ?? [])).map {
      field throws(Refusal) in try WrittenField(field, in: .meetingFront, of: meeting, change)
    }
    let own = try parties.map { text throws(Refusal) in try OwnParty(reading: text, in: change) }
    var editor = DocumentEditor(document, language: change.written)
    do throws(EditFault) {
      for field in fields {
        try field.write(into: &editor, of: editor.document.frontMatter ?? 0)
      }
      for party in own { try party.write(into: &editor) }
    } catch {
      throw .wouldNotBeRead(document.path, error)
    }
    return editor.document
  }

  private static func moment(_ day: Day, _ hours: String?) throws(Refusal) -> Moment {
    do throws(ValueFault) {
      return try Moment(reading: Slice(day.iso + " " + (hours ?? "")))
    } catch {
      throw MeetingHours.refusal(hours ?? "", error)
    }
  }

  /// Who takes the minutes: the person in the call, else the author, if they are on the roster.
  private func clerk(in change: Change) throws(Refusal) -> String? {
    let charter = change.charter
    if let clerk { return charter.person(Slice(clerk)).text }
    let author = try change.session.author(charter).name
    guard charter.roster.isEmpty || charter.roster.hasPerson(author) else { return nil }
    return charter.person(Slice(author)).text
  }

  /// The items given in the call: those about matters, then those by title.
  private func items(in change: Change) throws(Refusal) -> [NewItem] {
    var found: [NewItem] = []
    for text in matters {
      guard case .matter(let matter) = try change.find(text), let id = matter.id else {
        throw .refused(
          Phrase(zh: "--问题 的「\(text)」不是问题", en: "'\(text)' is not a matter"),
          hint: Phrase(zh: "问题的编号像 Q-2025-014", en: "a matter is named as in Q-2025-014"))
      }
      guard !found.contains(where: { $0.matters == [id] }) else { continue }
      found.append(NewItem(title: matter.title, matters: [id]))
    }
    var items = items
    if found.isEmpty, items.isEmpty, !carries, adjournedFrom == nil, template == nil,
      let said = try change.session.fact(nil, orAsk: DraftAgenda.whichItems)
    {
      items = said.split { ";；".contains($0) }.map { String($0).trimmedText }
    }
    return found
      + items.filter { !Slice($0).trimmed.isEmpty }.map { NewItem(title: $0) }
  }

  // MARK: What may be asked

  private static let whichDay = Question.words(
    Phrase(zh: "哪天开会（如 下周四下午两点半）：", en: "On which day (as next thu 2:30pm): "))
  private static let whichHour = Question.words(
    Phrase(zh: "几点开（如 下午两点半；没定就回车）：", en: "At what hour (as 2:30pm; Enter if not set): "))
  private static let whichPlace = Question.words(
    Phrase(zh: "在哪里开（没定就回车）：", en: "Where (Enter if not set): "))
  private static let whichItems = Question.words(
    Phrase(
      zh: "议什么（有几项就用「；」隔开；以后再写就按回车）：",
      en: "What about (several with ; between them; Enter to leave it): "))

  private static func filling(
    _ text: String
  ) throws(Refusal) -> (name: String, value: String) {
    guard let sign = text.firstIndex(where: { "=＝".contains($0) }), sign > text.startIndex else {
      throw .unreadableValue(
        text, option: Phrase(zh: "--填", en: "--fill"),
        expected: Phrase(zh: "「名称=内容」，如 小区=华建小区", en: "NAME=TEXT, as in compound=Riverside"))
    }
    return (String(text[..<sign]), String(text[text.index(after: sign)...]))
  }
}
