import HallModel
import HallStore
import HallSyntax
import HallWords

/// Adds a problem to the list of matters.
package struct AddMatter: Act {
  private let title: String
  package var on: SpokenDay?
  package var source: String?
  package var raisedBy: String?
  package var place: String?
  package var level: String?
  package var ticket: String?
  /// A description.
  package var text = GivenText.none

  package init(_ title: String) { self.title = title }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let title = try TypedText.required(title, Phrase(zh: "问题", en: "the title"))
    let day = try change.day(on)
    let id = try change.nextID(.matter, of: day)
    let level = try level.map { word throws(Refusal) in
      try Vocabulary.required(word, in: .level, Phrase(zh: "层级", en: "level"))
        .word(change.written)
    }
    let asked = Phrase(zh: "写是怎么回事", en: "Write what it is about")
    let description = try change.session.text(text, asking: asked)
    let front: [(Keyword, String?)] = [
      (.source, source), (.raisedBy, raisedBy), (.date, day.iso),
      (.place, place), (.level, level), (.ticket, ticket),
    ]
    let path = "matters/\(id.text).md"
    let blank = Document(
      path: path, kind: .matter,
      bytes: Array("---\n\(Keyword.matter.word(change.written)): \(id.text)\n---\n".utf8))
    var heading = LineBlock(change.written)
    heading.title(title)
    if let description {
      heading.blank()
      heading.prose(description)
    }
    var collected = LineBlock(change.written)
    collected.log(day, .collected, "")
    var editor = DocumentEditor(blank, language: change.written)
    do throws(EditFault) {
      for (keyword, value) in front {
        if let value = TypedText.words(value) { try editor.set(keyword, value, of: 0) }
      }
      try editor.append(heading, to: nil)
      try editor.appendToList(of: .log, collected)
    } catch {
      throw .wouldNotBeRead(path, error)
    }
    change.create(
      editor.document, why: Phrase(zh: "新增问题：\(title)", en: "new matter: \(title)"))
    if let declined = try doubt(title, in: &change) { return change.declined(declined) }
    return try change.finish(
      did: Phrase(
        zh: "已记下问题 \(id.text)：\(title)，\(DayText.withWeekday(day, .zh))",
        en: "added \(id.text): \(title), \(DayText.withWeekday(day, .en))"),
      next: ["hall show \(id.text)"] + MatterSteps.calls(path, in: change))
  }

  /// Names the open matters that resemble the new one.
  ///
  /// - Returns: the question, if the answer is that it is one of them.
  private func doubt(_ title: String, in change: inout Change) throws(Refusal) -> Question? {
    let similar = AddMatter.open(like: title, in: change.hall).prefix(3).map { matter in
      let other = matter.name + " " + matter.title
      return Phrase(
        zh: "注意：和还没结案的 \(other) 很像，看看是不是一件事",
        en: "note: much like \(other), which is open; is it the same?")
    }
    guard change.session.asks, !similar.isEmpty else {
      change.notes += similar
      return nil
    }
    let question = Question.consent(
      Phrase(zh: "还是要另记一个问题吗？", en: "Add it to the list as a new matter?"), showing: similar,
      orElse: Phrase(zh: "没有记，什么也没有写", en: "Not added; nothing was written."))
    return try change.session.agrees(to: question) ? nil : question
  }

  /// The open matters with a similar title.
  private static func open(like title: String, in hall: Hall) -> [Matter] {
    hall.matters.filter { matter in
      TitleLikeness.isClose(matter.title, title) && hall.state(of: matter).stage < .closed
    }
  }
}
