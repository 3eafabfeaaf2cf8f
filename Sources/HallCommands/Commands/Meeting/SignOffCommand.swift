import HallModel
import HallSyntax
import HallWords

/// `hall sign-off`: somebody signed the minutes on paper.
enum SignOffCommand: Command {
  static let stance = OptionSpec(
    "--stance", value: Phrase(zh: "态度", en: "STANCE"),
    summary: Phrase(
      zh: "同意、保留意见、拒绝签字 或 见证；不写就是同意", en: "agrees (without it), reserves, refuses or witnesses"))
  static let on = OptionSpec(
    "--on", value: Phrase(zh: "日期", en: "DATE"),
    summary: Phrase(zh: "哪天签的；不写就是今天", en: "the day of it; today, without"))
  static let remark = OptionSpec(
    "--remark", value: Phrase(zh: "说明", en: "TEXT"),
    summary: Phrase(zh: "保留什么、为什么", en: "what is reserved, and why"))
  static let of = OptionSpec(
    "--of", value: Phrase(zh: "D1 或 T3", en: "D1 or T3"),
    summary: Phrase(zh: "只签这一项决议或任务", en: "limits it to a decision or a task"))

  static let spec = CommandSpec(
    "sign-off", aliases: ["签字"],
    summary: Phrase(zh: "记各方在纸上的签字", en: "note a signature on paper"),
    arguments: [
      ArgumentSpec(Phrase(zh: "会议", en: "ID")),
      ArgumentSpec(Phrase(zh: "方或单位", en: "PARTY")), ArgumentSpec(Phrase(zh: "姓名", en: "PERSON")),
    ],
    options: [stance, on, remark, of, .asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "一方可以有几个人签。同一个人对同一项再签一次，就改他那一行。会议记录确认以后也能签。",
      en: "Several people may sign for a party. Who signs the same thing again changes their line."
        + " Approved minutes can still be signed."),
    examples: [
      "hall sign-off M-2025-008 居民 张三",
      "hall sign-off M-2025-008 物业 赵六 --stance 保留意见 --remark 工期偏紧",
      "hall sign-off M-2025-008 物业 赵六 --of D1 --on 2025-09-27",
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    var change = try Change(invocation, &answer)
    let place = try change.meeting(invocation.arguments[0])
    let meeting = place.meeting
    try change.requireHeld(meeting, place.id, Phrase(zh: "签字", en: "a signature"))
    try Self.requireOrder(invocation.arguments, in: change, meeting)
    let party = try Self.party(invocation.arguments[1], in: change, meeting)
    let person = try Self.person(invocation.arguments[2], of: party, change, meeting)
    if let others = Self.otherParties(of: person, than: party, change, meeting) {
      answer.errors +=
        Phrase(
          zh: "注意：名册里「\(person)」是「\(others)」的\n",
          en: "note: by the roster '\(person)' is of '\(others)'\n")[change.language]
    }
    let call = invocation.call
    let day =
      try call.value(Self.on).map { text throws(Refusal) in
        try invocation.day(text, Self.on.name, .done, in: change)
      } ?? change.today
    let stance =
      try call.value(Self.stance).map { text throws(Refusal) in
        try change.word(text, in: .stance, Phrase(zh: "签字态度", en: "stance"))
      } ?? .agrees
    let part = try call.value(Self.of).map { text throws(Refusal) in
      try Self.part(text, of: place)
    }
    var value = [part, person, day.iso, stance.word(change.written)].compactMap(\.self)
      .joined(separator: " ")
    if let remark = call.value(Self.remark), !remark.isEmpty { value += ": " + remark }
    let earlier = meeting.signOffs.first {
      $0.party == party && $0.person == person && $0.part == part
    }
    let line = value
    try change.edit(
      meeting.document, why: Phrase(zh: "\(party) \(person) 签字", en: "\(party): \(person) signed")
    ) { editor throws(EditFault) in
      var node = earlier?.node
      if let node {
        try editor.replaceValue(of: node, with: line)
      } else {
        var block = LineBlock(editor.language)
        block.field(named: party, line)
        node = try editor.appendToList(of: .signatures, block)
      }
      // What was typed as a name must be read as one.
      let written = node.map { SignOff(document: editor.document, node: $0) }
      guard let written, written.party == party, written.person == person, written.day == day
      else { throw EditFault.notRead(line: written?.line ?? 1) }
    }
    let scope = part.map { Phrase(zh: "（\($0)）", en: " (\($0))") } ?? Phrase(zh: "", en: "")
    let was = earlier.map { meeting.document.slice($0.syntax.value).string }
    try change.record(
      &answer,
      did: Phrase(
        zh:
          "\(place.id) \(party) \(person)\(scope.zh) \(DayText.withWeekday(day, .zh)) \(stance.word(.zh))"
          + (was.map { "（原来是「\($0)」）" } ?? ""),
        en: "\(place.id): \(party), \(person)\(scope.en) \(stance.word(.en)), "
          + DayText.withWeekday(day, .en) + (was.map { " (was '\($0)')" } ?? "")),
      next: meeting.status == .approved ? [] : ["hall approve \(place.id)"])
    return answer
  }

  /// Refuses a person in front of the party.
  private static func requireOrder(
    _ words: [String], in change: Change, _ meeting: Meeting
  ) throws(Refusal) {
    let first = FullWidth.name(Slice(words[1]))
    guard meeting.parties[first] == nil, meeting.parties[FullWidth.name(Slice(words[2]))] != nil
    else { return }
    let order = "\(words[0]) \(words[2]) \(words[1])"
    throw .refused(
      Phrase(
        zh: "「\(words[2])」是一方，「\(words[1])」不是，什么也没有写",
        en: "'\(words[2])' is a party and '\(words[1])' is none; nothing was written"),
      hint: Phrase(
        zh: "先写哪一方，再写姓名：\(spec.called(.zh)) \(order)",
        en: "the party comes before the person: \(spec.called(.en)) \(order)"))
  }

  /// A party, or a unit of the roster that signs for itself.
  private static func party(
    _ text: String, in change: Change, _ meeting: Meeting
  ) throws(Refusal) -> String {
    let name = FullWidth.name(Slice(text))
    if meeting.parties[name] != nil || change.charter.roster.hasPerson(name) { return name }
    let parties = meeting.parties.parties.map(\.name)
    throw .unknownChoice(
      text, of: Phrase(zh: "方", en: "party"), choices: parties,
      suggestion: Suggestion.nearest(to: name, among: parties))
  }

  /// The one who signs; a party in front of the name must be the one that is signed for.
  private static func person(
    _ text: String, of party: String, _ change: Change, _ meeting: Meeting
  ) throws(Refusal) -> String {
    let person = change.charter.person(Slice(text), parties: meeting.parties)
    guard let name = person.name, !name.isEmpty else {
      throw .refused(
        Phrase(zh: "没有写是谁签的字", en: "who signed is not said"),
        hint: Phrase(zh: "写上姓名", en: "write the name"))
    }
    if person.hasWrittenParty, let own = person.party, own != party {
      throw .refused(
        Phrase(zh: "「\(text)」不是「\(party)」的人", en: "'\(text)' does not sign for '\(party)'"),
        hint: nil)
    }
    return name
  }

  /// Whose the roster says somebody is, where it is not the party that is signed for.
  private static func otherParties(
    of person: String, than party: String, _ change: Change, _ meeting: Meeting
  ) -> String? {
    guard meeting.parties[party] != nil else { return nil }
    let roster = change.charter.roster
    let parties = roster.rows(named: person).map { roster.rows[$0].party }
    guard let other = parties.first, !other.isEmpty, !parties.contains(party) else { return nil }
    return VisibleText.line(other)
  }

  /// `D1` or `T3` of the meeting.
  private static func part(
    _ text: String, of place: MeetingPlace
  ) throws(Refusal) -> String {
    let meeting = place.meeting
    let parts =
      meeting.decisions.compactMap(\.number).map { "D\($0)" }
      + meeting.tasks.compactMap(\.number).map { "T\($0)" }
    var name = FullWidth.name(Slice(text)).uppercased()
    if name.hasPrefix(place.id + "-") { name.removeFirst(place.id.count + 1) }
    guard parts.contains(name) else {
      throw .unknownChoice(
        text, of: Phrase(zh: "决议或任务", en: "decision or task"), choices: parts, suggestion: nil)
    }
    return name
  }
}
