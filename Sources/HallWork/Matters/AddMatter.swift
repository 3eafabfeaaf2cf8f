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
  /// The day by which whoever raised it is to have an answer.
  package var replyBy: SpokenDay?
  /// A description.
  package var text = GivenText.none

  package init(_ title: String) { self.title = title }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let title = try TypedText.required(title, Phrase(zh: "问题", en: "the title"))
    let day = try change.day(on)
    if let declined = try doubt(title, in: &change) { return change.declined(declined) }
    let id = try change.nextID(.matter, of: day)
    let level = try level.map { word throws(Refusal) in
      try Vocabulary.required(word, in: .level, Phrase(zh: "层级", en: "level"))
        .word(change.written)
    }
    let asked = Phrase(zh: "写是怎么回事", en: "Write what it is about")
    let description = try change.session.text(text, asking: asked)
    let replyBy = try replyDay(after: day, in: change)
    if let replyBy, replyBy < day {
      throw .refused(
        Phrase(
          zh: "答复的期限 \(DayText.withWeekday(replyBy, .zh)) 早于发现的那天 \(day.iso)",
          en: "the reply is due on \(DayText.withWeekday(replyBy, .en)), before \(day.iso)"),
        hint: Phrase(zh: "核对年份和日子", en: "check the year and the day"))
    }
    let front: [(Keyword, String?)] = [
      (.source, source), (.raisedBy, try change.session.fact(raisedBy, orAsk: AddMatter.who)),
      (.date, day.iso), (.place, try change.session.fact(place, orAsk: AddMatter.whereItIs)),
      (.level, level), (.ticket, ticket), (.replyBy, replyBy?.iso),
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
    return try change.finish(
      did: Phrase(
        zh: "已记下问题 \(id.text)：\(title)，\(DayText.withWeekday(day, .zh))"
          + (replyBy.map { "，最晚 \(DayText.withWeekday($0, .zh)) 答复" } ?? ""),
        en: "added \(id.text): \(title), \(DayText.withWeekday(day, .en))"
          + (replyBy.map { ", reply by \(DayText.withWeekday($0, .en))" } ?? "")),
      next: ["hall show \(id.text)"] + MatterSteps.calls(path, in: change))
  }

  // MARK: What may be asked

  private static let who = Question.words(
    Phrase(zh: "谁提出的（如 居民/张三；不知道就回车）：", en: "Who raised it (Enter if not known): "))
  private static let whereItIs = Question.words(
    Phrase(zh: "在哪里（不写就回车）：", en: "Where is it (Enter to leave it out): "))
  private static let replyDay = Question.words(
    Phrase(
      zh: "最晚哪天答复（如 5个工作日、下周五；没有就回车）：",
      en: "By when is it to be answered (as 5wd, next fri; Enter for none): "))

  /// A hotline's ticket is to be answered by a day.
  private func replyDay(after day: Day, in change: Change) throws(Refusal) -> Day? {
    if let replyBy { return try change.day(replyBy, .dueAfter(day)) }
    guard ticket != nil || source?.contains("12345") == true,
      let text = try change.session.fact(nil, orAsk: AddMatter.replyDay)
    else { return nil }
    return try change.day(text, change.name(.replyBy), .dueAfter(day))
  }

  /// Names the open matters that resemble the new one.
  ///
  /// - Returns: the question, if the answer is that it is one of them.
  private func doubt(_ title: String, in change: inout Change) throws(Refusal) -> Question? {
    let similar = AddMatter.open(like: title, in: change).prefix(3).map { matter in
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
  private static func open(like title: String, in change: Change) -> [Matter] {
    change.hall.matters.filter { matter in
      TitleLikeness.isClose(matter.title, title)
        && change.hall.state(of: matter, on: change.today).stage < .closed
    }
  }
}
