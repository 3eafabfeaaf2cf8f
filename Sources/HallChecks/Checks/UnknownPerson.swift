import HallModel
import HallSyntax

/// A person or unit that is not in the roster.
package enum UnknownPerson: Check {
  package static let id = "unknown-person"
  package static let readsHall = true
  package static let readsRoster = true
  package static let about = Phrase(
    zh: "写到的人或单位不在名册里。没有名册的议事厅不查；匿名、只写一方、邀请和列席的客人、会议自己增加的一方都不查。",
    en: "A person or unit is not on the roster. Not looked for in a hall without a roster, nor for"
      + " 'anonymous', a whole party, guests, and the people of a party the meeting adds.")

  package static func check(meeting: Meeting, _ context: CheckContext, _ report: inout Report) {
    guard !context.charter.roster.isEmpty else { return }
    let added = Set(meeting.parties.parties.map(\.name)).filter {
      context.charter.parties[$0] == nil
    }
    var guests: Set<String> = []
    if let attendance = meeting.attendance {
      for name in attendance.names(.observing) + attendance.names(.invited) {
        guests.insert(FullWidth.name(Slice(name).nameAfterParty))
      }
      for line in attendance.partyLines where added.contains(line.party) {
        guests.formUnion(line.names.map { FullWidth.name($0.name.nameAfterParty) })
      }
    }
    let mentions = context.names(in: meeting).mentions.filter { mention in
      if let name = mention.name, guests.contains(name) { return false }
      return mention.party.map { !added.contains($0) } ?? true
    }
    check(mentions, in: meeting.document, isOnceEach: meeting.isApproved, context, &report)
  }

  package static func check(matter: Matter, _ context: CheckContext, _ report: inout Report) {
    guard !context.charter.roster.isEmpty else { return }
    check(
      PersonMention.all(in: matter), in: matter.document, isOnceEach: false, context, &report)
  }

  /// - Parameter isOnceEach: whether each person is reported once, at the first place in the
  ///   document: in approved minutes the places are not corrected one by one, only the roster can
  ///   be.
  private static func check(
    _ mentions: [PersonMention], in document: Document, isOnceEach: Bool, _ context: CheckContext,
    _ report: inout Report
  ) {
    let unknown = mentions.filter { $0.name.map { !context.hasPerson($0) } ?? false }
    guard isOnceEach else {
      for mention in unknown { tell(mention, times: 1, context, &report) }
      return
    }
    func isElsewhere(_ mention: PersonMention) -> Int { mention.document === document ? 0 : 1 }
    let byName = Dictionary(grouping: unknown, by: \.name)
    for mentions in byName.values {
      let first = mentions.min {
        (isElsewhere($0), $0.range.lowerBound) < (isElsewhere($1), $1.range.lowerBound)
      }
      if let first { tell(first, times: mentions.count, context, &report) }
    }
  }

  private static func tell(
    _ mention: PersonMention, times: Int, _ context: CheckContext, _ report: inout Report
  ) {
    guard let name = mention.name else { return }
    let often =
      times > 1
      ? Phrase(zh: "（共 \(times) 处）", en: " (named \(times) times)") : Phrase(zh: "", en: "")
    let names = name.split(separator: " ").map(String.init)
    if names.count > 1, names.allSatisfy(context.hasPerson) {
      report.warning(
        mention.document, mention.range, zh: "「\(name)」当成了一个人\(often.zh)：姓名之间要用顿号隔开",
        en: "'\(name)' is read as one name\(often.en): names are parted by commas",
        hint: Phrase(
          zh: "写成「\(names.joined(separator: "、"))」",
          en: "write '\(names.joined(separator: ", "))'"))
      return
    }
    report.warning(
      mention.document, mention.range, zh: "「\(name)」不在名册里\(often.zh)",
      en: "'\(name)' is not on the roster\(often.en)",
      hint: Phrase(
        zh: "核对姓名，或把这个人（单位）加进名册：hall 名册 姓名 方",
        en: "correct the name, or add it to the roster: hall roster NAME PARTY"))
  }
}
