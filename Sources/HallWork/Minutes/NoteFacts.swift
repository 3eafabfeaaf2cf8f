import HallModel
import HallSyntax
import HallWords

/// Records that somebody has an interest in an item.
package struct NoteInterest: Act {
  private let text: String
  private let item: AgendaItem

  package init(_ text: String, in item: AgendaItem) { (self.text, self.item) = (text, item) }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let before = item.text(.interest).map { $0 + change.separator } ?? ""
    let item = item
    try change.edit(
      item.document, why: Phrase(zh: "利害关系：\(text)", en: "interest: \(text)")
    ) { editor throws(EditFault) in try editor.set(.interest, before + text, of: item.node) }
    return try change.finish(
      did: Phrase(zh: "已记利害关系：\(text)", en: "noted the interest: \(text)"))
  }
}

/// Records that a meeting ended before its agenda was done.
package struct AdjournMeeting: Act {
  private let meeting: Meeting
  private let text: String

  /// - Parameter text: why, or until when, as in `到 12-11`.
  package init(_ meeting: Meeting, _ text: String) { (self.meeting, self.text) = (meeting, text) }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    if let was = meeting.text(.adjourned) {
      throw .refused(
        Phrase(zh: "已经写了流会：\(was)", en: "the meeting is adjourned already: \(was)"),
        hint: Phrase(zh: "要改就先「撤」", en: "'undo' takes it back"))
    }
    let world = change.session.world
    let hour = ClockReading(world.now, offset: world.offset(change.charter)).time.text
    let said = try reason(in: change)
    // A transcript does not say when it was.
    let value = (change.session.asks ? hour + " " : "") + said
    let node = meeting.node
    try change.edit(
      meeting.document, why: Phrase(zh: "流会：\(said)", en: "adjourned: \(said)")
    ) { editor throws(EditFault) in try editor.set(.adjourned, value, of: node) }
    return try change.finish(
      did: Phrase(zh: "已记流会：\(value)", en: "adjourned: \(value)"))
  }

  private func reason(in change: Change) throws(Refusal) -> String {
    for word in ["改到", "到", "至", "until ", "to "] where text.hasPrefix(word) {
      let day = String(text.dropFirst(word.count)).trimmedText
      let until = try change.day(SpokenDay(day, called: change.name(.adjourned)), .meeting)
      return change.written.say("\(until.iso) 续会", "until \(until.iso)")
    }
    return text.isEmpty ? change.written.say("休会", "adjourned") : text
  }
}
