import HallModel
import HallSyntax
import HallWords

/// A line in a matter's log: a step, or a remark.
package struct NoteMatter: Act {
  private let matter: String
  private let text: String?
  package var on: SpokenDay?
  /// The word for a step; nil for a remark.
  package var step: String?

  package init(_ matter: String, _ text: String?) {
    (self.matter, self.text) = (matter, TypedText.words(text))
  }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let matter = try change.findMatter(self.matter)
    let moment = try change.loggedMoment(on)
    let day = moment.day
    let keyword = try step.flatMap { word throws(Refusal) in
      try NoteMatter.read(step: word, of: matter)
    }
    // Who was called by the hour is noted with the hour.
    let isByHour = matter.tasks.contains { $0.state == .open && $0.firstDueHour != nil }
    let isNow = keyword == .answered && on == nil && isByHour
    let hour = moment.hours ?? (isNow ? change.clock.text : nil)
    var block = LineBlock(change.written)
    let word: Phrase
    switch (keyword, text) {
    case (.escalated?, let text):
      guard let text, LogLine.level(of: Slice(text)) != nil else {
        throw .refused(
          Phrase(
            zh: "上报要先写报到哪一级：楼栋、网格、社区、街道、区",
            en: "an escalation begins with its level: building, grid, community, subdistrict,"
              + " district"),
          hint: Phrase(
            zh: "写成「街道，\(text ?? "请街道协调")」这样",
            en: "write it as 'subdistrict: \(text ?? "please coordinate")'"))
      }
      block.log(day, at: hour, .escalated, text)
      word = Phrase(.escalated)
    case (let keyword?, let text):
      block.log(day, at: hour, keyword, text ?? "")
      word = Phrase(keyword)
    case (nil, let text?):
      word = Phrase(zh: "备注", en: "remark")
      block.log(day, at: hour, remark: word[change.written], text)
    case (nil, nil):
      throw .missing(Phrase(zh: "内容", en: "TEXT"))
    }
    let line = block
    try change.edit(
      matter.document,
      why: text.map { Phrase(zh: "\(word.zh)：\($0)", en: "\(word.en): \($0)") } ?? word
    ) { editor throws(EditFault) in
      try editor.appendToList(of: .log, line)
    }
    let id = matter.name
    let shownHour = hour.map { " " + $0 } ?? ""
    return try change.finish(
      did: Phrase(
        zh: "\(id) \(DayText.withWeekday(day, .zh))\(shownHour) \(word.zh)"
          + (text.map { "：" + $0 } ?? ""),
        en: "\(id) \(DayText.withWeekday(day, .en))\(shownHour) \(word.en)"
          + (text.map { ": " + $0 } ?? "")),
      next: MatterSteps.calls(matter.document.path, in: change))
  }

  /// The step a word names; nil for a remark. Some steps have commands of their own.
  private static func read(step word: String, of matter: Matter) throws(Refusal) -> Keyword? {
    if ["备注", "remark"].contains(FullWidth.name(Slice(word)).lowercased()) { return nil }
    let id = matter.name
    let keyword = try Vocabulary.required(word, in: .log, Phrase(zh: "步骤", en: "step"))
    func own(_ call: Phrase) -> Refusal {
      .refused(
        Phrase(
          zh: "「\(keyword.word(.zh))」有自己的命令", en: "'\(keyword.word(.en))' has a command of its own"),
        hint: Phrase(zh: "用「hall 问题 \(call.zh)」", en: "use 'hall matter \(call.en)'"))
    }
    switch keyword {
    case .summoned:
      throw own(
        Phrase(zh: "吹哨 \(id) 单位 --到场期限 日期", en: "summon \(id) UNIT --respond-by DATE"))
    case .closed: throw own(Phrase(zh: "结案 \(id) 怎么解决的", en: "close \(id) TEXT"))
    case .reopened: throw own(Phrase(zh: "重开 \(id) 原因", en: "reopen \(id) REASON"))
    default: return keyword
    }
  }
}
