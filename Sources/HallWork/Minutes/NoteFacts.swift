import HallModel
import HallSyntax
import HallWords

/// Records a field of a meeting or of one of its items: who raised it, its papers, an interest, what
/// the party committee found.
package struct NoteField: Act {
  private let keyword: Keyword
  private let text: String
  private let home: FactHome
  /// The meeting, and the item if it is of one.
  private let names: [String]

  package init(_ keyword: Keyword, _ text: String, of home: FactHome, at names: [String]) {
    (self.keyword, self.text, self.home, self.names) = (keyword, text, home, names)
  }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let (meeting, node, scope): (Meeting, Int, Scope)
    switch home {
    case .meeting:
      meeting = try change.meeting(names[0]).meeting
      (node, scope) = (meeting.node, .meetingFront)
    case .item:
      let place = try change.item(names)
      (meeting, node, scope) = (place.meeting, place.item.node, .item)
    }
    let field = try WrittenField(GivenField(keyword, text), in: scope, of: meeting, change)
    try change.edit(meeting.document, why: field.said) { editor throws(EditFault) in
      try field.write(into: &editor, of: node)
    }
    return try change.finish(
      did: Phrase(zh: "已记\(field.said.zh)", en: "noted \(field.said.en)"))
  }
}

/// Records that a meeting ended before its agenda was done.
package struct AdjournMeeting: Act {
  private let id: String
  private let text: String
  /// Whether it is said to have failed, though it may have settled something before.
  private let failed: Bool

  /// - Parameter text: why, or until when, as in `到 12-11`; an hour may be before it.
  package init(_ id: String, _ text: String, failed: Bool) {
    (self.id, self.text, self.failed) = (id, text, failed)
  }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let meeting = try change.meeting(id).meeting
    if let was = meeting.text(.adjourned) {
      // The day may follow later.
      if let until = try until(text, in: change) {
        return try write(was + change.written.say("，", ", ") + until, until, meeting, in: &change)
      }
      throw .refused(
        Phrase(zh: "已经写了休会：\(was)", en: "the meeting is adjourned already: \(was)"),
        hint: Phrase(
          zh: "补上哪天续会：休会 到 12-11；写错了：改 休会 …",
          en: "to say when it goes on: 'adjourn until 12-11'; to correct it: 'change adjourned …'"))
    }
    let given = MinuteHour.atStart(of: text, hours: meeting.hours)
    let said = try reason(given?.rest ?? text, in: change)
    // A transcript does not say when it was.
    let now = ClockReading(
      change.session.world.now, offset: change.session.world.offset(change.charter))
    let isNow = change.session.asks && meeting.mayBeGoingOn(now)
    let hour = given?.time.text ?? (isNow ? now.time.text : nil)
    let value = [hour, said].compactMap(\.self).joined(separator: " ")
    return try write(value, said, meeting, in: &change)
  }

  private func write(
    _ value: String, _ said: String, _ meeting: Meeting, in change: inout Change
  ) throws(Refusal) -> Step {
    let node = meeting.node
    // 流会 is a meeting for which too few came; any other that stops is adjourned.
    let isShort = ["法定人数", "人数不", "人不够", "quorum"].contains { said.lowercased().holds($0) }
    let word = failed || isShort ? "流会" : "休会"
    let written = change.written == .zh ? word : nil
    try change.edit(
      meeting.document, why: Phrase(zh: "\(word)：\(said)", en: "adjourned: \(said)")
    ) { editor throws(EditFault) in try editor.set(.adjourned, value, of: node, as: written) }
    return try change.finish(
      did: Phrase(zh: "已记\(word)：\(value)", en: "adjourned: \(value)"))
  }

  private func reason(_ text: String, in change: Change) throws(Refusal) -> String {
    if let until = try until(text, in: change) { return until }
    return text.isEmpty ? change.written.say("休会", "adjourned") : text
  }

  /// When it goes on, if a text says so: `到 12-11`, `下周五晚上七点`.
  private func until(_ text: String, in change: Change) throws(Refusal) -> String? {
    func said(_ moment: DateWords.Moment) -> String {
      let when = moment.day.iso + (moment.hours.map { " " + $0 } ?? "")
      return change.written.say("\(when) 续会", "until \(when)")
    }
    for word in ["改到", "到", "至", "until ", "to "] where text.hasPrefix(word) {
      let day = String(text.dropFirst(word.count)).trimmedText
      return said(try change.moment(SpokenDay(day, called: change.name(.adjourned)), .meeting))
    }
    guard !text.isEmpty else { return nil }
    // 休会 下周五: without a word before it, only what is a day.
    let day = SpokenDay(text, called: change.name(.adjourned))
    return (try? change.moment(day, .meeting)).map(said)
  }
}

/// Records when a meeting ended: the end of its hours.
package struct EndMeeting: Act {
  private let id: String
  private let end: TimeOfDay

  package init(_ id: String, at end: TimeOfDay) { (self.id, self.end) = (id, end) }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let meeting = try change.meeting(id).meeting
    guard let moment = meeting.moment, let start = moment.start else {
      throw .refused(
        Phrase(zh: "会议没有写几点开始，记不下几点结束", en: "the meeting has no hour at which it began"),
        hint: Phrase(zh: "「时间」写成 2025-09-18 14:30 这样", en: "write 'when' as 2025-09-18 14:30"))
    }
    guard end.minutes >= start.minutes else {
      throw .refused(
        Phrase(
          zh: "\(end.text) 比开始的 \(start.text) 早",
          en: "\(end.text) is before it began, \(start.text)"))
    }
    let value = moment.day.iso + " " + start.text + "-" + end.text
    let node = meeting.node
    try change.edit(
      meeting.document, why: Phrase(zh: "\(end.text) 散会", en: "ended at \(end.text)")
    ) { editor throws(EditFault) in try editor.set(.when, value, of: node) }
    return try change.finish(
      did: Phrase(zh: "\(end.text) 散会", en: "ended at \(end.text)"))
  }
}
