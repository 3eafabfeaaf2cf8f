import HallModel
import HallSyntax
import HallWords

/// Notes on a new agenda; none of them prevents writing it.
extension DraftAgenda {
  func notes(
    on document: Document, _ agenda: NewAgenda, _ unfilled: [String], _ change: Change
  ) -> [Phrase] {
    var notes: [Phrase] = []
    let day = agenda.moment.day
    if day < change.today {
      notes.append(
        Phrase(
          zh: "\(DayText.withWeekday(day, .zh)) 已经过去了",
          en: "\(DayText.withWeekday(day, .en)) is past"))
    }
    let meeting = Meeting(document, charter: change.charter)
    let planned = meeting.items.compactMap { $0.duration?.count }.reduce(0, +)
    if let start = agenda.moment.start, let end = agenda.moment.end,
      planned > end.minutes - start.minutes
    {
      let length = end.minutes - start.minutes
      notes.append(
        Phrase(
          zh: "各项议题一共 \(planned)分钟，会议只有 \(length)分钟",
          en: "the items take \(planned) min, and the meeting lasts \(length) min"))
    }
    if clerk == nil, agenda.clerk == nil,
      let author = try? change.session.author(change.charter).name
    {
      notes.append(
        Phrase(
          zh: "名册里没有「\(author)」，「记录」空着；用 --记录 方/人 写上",
          en: "'\(author)' is not on the roster, and nobody is named to take the minutes;"
            + " name somebody with --clerk PARTY/PERSON"))
    }
    if !unfilled.isEmpty {
      notes.append(
        Phrase(
          zh: "模板里的「\(unfilled.joined(separator: "、"))」没有填，那几行没有写进去；可以用 --填 填",
          en: "nobody filled '\(unfilled.joined(separator: ", "))', and those lines were left out;"
            + " --fill fills them"))
    }
    return notes.map { Phrase(zh: "注意：" + $0.zh, en: "note: " + $0.en) }
  }

  /// That items are left over which the call did not take up; nil if there are none.
  static func reminder(
    _ waiting: [ItemReference], _ language: Language
  ) -> String? {
    guard !waiting.isEmpty else { return nil }
    let names = waiting.prefix(3).map { Reference.item($0.meeting, $0.item).identifier }
    let more = waiting.count > names.count
    return Phrase(
      zh: "还有 \(waiting.count) 项没议完的议题（\(names.joined(separator: "、"))\(more ? "…" : "")）"
        + "没有带上；拟会时加 --带上 就会带上",
      en: "\(Language.counted(waiting.count, "item")) still open"
        + " (\(names.joined(separator: ", "))\(more ? "…" : "")) were not taken up; --carry takes"
        + " them up"
    )[language]
  }
}
