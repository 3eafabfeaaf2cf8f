import HallModel
import HallStore
import HallSyntax
import HallWords

/// `hall matter add`: a problem goes on the list.
enum MatterAddCommand: Command {
  static let source = OptionSpec(
    "--source", value: Phrase(zh: "来源", en: "SOURCE"),
    summary: Phrase(zh: "从哪里知道的，如 网格巡查", en: "where it comes from, as a patrol or a hotline"))
  static let raisedBy = OptionSpec(
    "--raised-by", value: Phrase(zh: "方/人", en: "PARTY/PERSON"),
    summary: Phrase(zh: "谁提出的，如 居民/张三；或 匿名", en: "who raised it; or 'anonymous'"))
  static let place = OptionSpec(
    "--place", value: Phrase(zh: "地点", en: "PLACE"),
    summary: Phrase(zh: "在哪里", en: "where it is"))
  static let level = OptionSpec(
    "--level", value: Phrase(zh: "层级", en: "LEVEL"),
    summary: Phrase(
      zh: "哪一级管：楼栋、网格、社区、街道、区",
      en: "building, grid, community, subdistrict or district"))
  static let ticket = OptionSpec(
    "--ticket", value: Phrase(zh: "工单号", en: "NUMBER"),
    summary: Phrase(zh: "热线的工单号", en: "the hotline's number"))
  static let text = OptionSpec(
    "--text", value: Phrase(zh: "文字", en: "TEXT"),
    summary: Phrase(zh: "说清楚是怎么回事；写 - 就从标准输入读", en: "what it is about; - reads standard input"))

  static let spec = CommandSpec(
    "matter add", aliases: ["问题 新增"],
    summary: Phrase(zh: "把一个问题记进问题清单", en: "put a problem on the list"),
    arguments: [ArgumentSpec(Phrase(zh: "问题", en: "TITLE"))],
    options: [source, raisedBy, MatterCommand.on, place, level, ticket, text, .asOf]
      + OptionSpec.writing,
    details: Phrase(
      zh: "编号自己往下排，按问题的日期算年份。已有差不多的问题时会提醒，在终端上先问一声。",
      en: "The next number of its day's year is taken. A matter much like it is mentioned; on a"
        + " terminal you are asked first."),
    examples: [
      "hall matter add 2号楼顶层漏雨 --source 居民反映 --raised-by 居民/杜鹏 --on 昨天",
      "hall matter add 背街路灯不亮 --level 网格 --text -",
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    let piped = try invocation.piped(text)
    var change = try Change(invocation, &answer)
    let call = invocation.call
    let title = try TypedText.required(
      invocation.arguments[0], Phrase(zh: "问题", en: "the title"))
    let day = try MatterCommand.day(in: change)
    let id: DocumentID
    do throws(StoreFailure) {
      id = try change.loaded.folder.nextID(.matter, year: day.components.year, in: change.hall)
    } catch {
      throw .store(error)
    }
    let level = try call.value(level).map { word throws(Refusal) in
      try read(level: word).word(change.written)
    }
    let asked = Phrase(zh: "写是怎么回事", en: "Write what it is about")
    let description = try invocation.text(text, piped: piped, asking: asked, change.language)
    let front: [(Keyword, String?)] = [
      (.source, call.value(source)), (.raisedBy, call.value(raisedBy)), (.date, day.iso),
      (.place, call.value(place)), (.level, level), (.ticket, call.value(ticket)),
    ]
    let path = "matters/\(id.text).md"
    let blank = Document(
      path: path, kind: .matter,
      bytes: Array("---\n\(Keyword.matter.word(change.written)): \(id.text)\n---\n".utf8))
    var heading = LineBlock(change.written)
    heading.title(title)
    if let description = TypedText.words(description) {
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
    let similar = open(like: title, in: change.hall).prefix(3).map { matter in
      let other = MatterCommand.name(matter) + " " + matter.title
      return Phrase(
        zh: "注意：和还没结案的 \(other) 很像，看看是不是一件事",
        en: "note: much like \(other), which is open; is it the same?")[change.language]
    }
    if invocation.canAsk, !similar.isEmpty {
      let question = Phrase(zh: "还是要另记一个问题吗？", en: "Put it on the list as another one?")
      let refused = Phrase(zh: "没有记，什么也没有写", en: "Not added; nothing was written.")
      guard
        invocation.goesOn(
          question, showing: similar, orElse: refused, change.language, &answer)
      else { return answer }
    } else {
      answer.errors += similar.map { VisibleText.line($0) + "\n" }.joined()
    }
    try change.record(
      &answer,
      did: Phrase(
        zh: "已记下问题 \(id.text)：\(title)，\(DayText.withWeekday(day, .zh))",
        en: "added \(id.text): \(title), \(DayText.withWeekday(day, .en))"),
      next: ["hall show \(id.text)"] + MatterCommand.next(path, in: change))
    return answer
  }

  /// The matters that are not closed and have a title much like one.
  private static func open(like title: String, in hall: Hall) -> [Matter] {
    hall.matters.filter { matter in
      TitleLikeness.isClose(matter.title, title) && hall.state(of: matter).stage < .closed
    }
  }

  private static func read(level word: String) throws(Refusal) -> Keyword {
    if let level = Vocabulary.keyword(Slice(word), in: .level) { return level }
    let isChinese = word.unicodeScalars.contains { $0.value >= 0x2E80 }
    let choices = Vocabulary.keywords(in: .level).map { $0.word(isChinese ? .zh : .en) }
    throw .unknownChoice(
      word, of: Phrase(zh: "层级", en: "level"), choices: choices,
      suggestion: Suggestion.nearest(to: word, among: choices))
  }
}
