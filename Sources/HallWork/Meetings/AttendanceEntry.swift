import HallModel
import HallSyntax
import HallWords

/// The attendance given in a call. Each text is a name, or names with separators.
package struct GivenAttendance: Equatable, Sendable {
  package var present: [String] = []
  /// A party and the number of its people, as in `居民 12`.
  package var counts: [String] = []
  package var absent: [String] = []
  package var excused: [String] = []
  package var observing: [String] = []
  package var invited: [String] = []
  /// The person represented and the proxy, as in `周九 → 钱七`.
  package var proxies: [String] = []
  /// A name and an hour, as in `赵六 15:10`.
  package var late: [String] = []
  package var left: [String] = []
  /// People to be taken off the list, who were added by mistake.
  package var removed: [String] = []

  package init() {}

  /// Whether it only says who came late and who left early.
  var isOnlyTimes: Bool {
    var others = self
    (others.late, others.left) = ([], [])
    return others == GivenAttendance()
  }

  package subscript(list: AttendanceList) -> [String] {
    get { self[keyPath: list.path] }
    set { self[keyPath: list.path] = newValue }
  }
}

/// The lists of an attendance that people go into.
package enum AttendanceList: Sendable {
  case present, absent, excused, observing, invited, late, left, proxies

  fileprivate var path: WritableKeyPath<GivenAttendance, [String]> {
    switch self {
    case .present: \.present
    case .absent: \.absent
    case .excused: \.excused
    case .observing: \.observing
    case .invited: \.invited
    case .late: \.late
    case .left: \.left
    case .proxies: \.proxies
    }
  }
}

/// The attendance given in a call, applied to a meeting.
struct AttendanceEntry {
  private(set) var sheet: AttendanceSheet
  /// Whether anybody is marked as present.
  private(set) var bringsPeople = false
  private var said: [Phrase] = []
  /// The proxy holders.
  private var holders: [Attendee] = []
  private let meeting: Meeting
  private let finder: AttendeeFinder
  private let language: Language

  /// What the facts are called in messages.
  private let name: (Keyword) -> String

  /// - Parameter then: the meeting with the charter at its approval, if that differs.
  init(
    _ meeting: Meeting, then: Meeting? = nil, _ language: Language,
    naming name: @escaping (Keyword) -> String
  ) {
    self.meeting = meeting
    self.name = name
    self.language = language
    sheet = AttendanceSheet(meeting, language)
    finder = AttendeeFinder(meeting: meeting, then: then)
  }

  var hasWords: Bool { !said.isEmpty }

  /// What was done, in words.
  var did: Phrase {
    Phrase(zh: said.map(\.zh).joined(separator: "；"), en: said.map(\.en).joined(separator: "; "))
  }

  /// The proxy holders who are absent, so that their proxies do not count.
  var absentHolders: [String] {
    holders.filter { !sheet.isPresent($0) }.map(\.name)
  }

  /// The reason of the revision.
  var why: Phrase { did }

  mutating func read(_ given: GivenAttendance) throws(Refusal) {
    for person in try tell("去掉", "taken off", given.removed, removing: true) {
      guard sheet.removeEverywhere(person) else {
        throw .refused(
          Phrase(zh: "名单上没有「\(person.name)」", en: "'\(person.name)' is not on the list"), hint: nil)
      }
    }
    for person in try tell("到会", "present", given.present) {
      try present(person)
    }
    for text in given.counts { try count(text) }
    for person in try tell("缺席", "absent", given.absent) {
      try away(person, .absent, from: .excused)
    }
    for person in try tell("请假", "excused", given.excused) {
      try away(person, .excused, from: .absent)
    }
    try guests("列席", "observing", given.observing, .observing)
    try guests("邀请", "invited", given.invited, .invited)
    for text in given.proxies { try proxy(text) }
    for text in given.late {
      try present(time(text, .late, "迟到", "late"))
    }
    for text in given.left {
      try present(time(text, .left, "早退", "left"))
    }
  }

  /// Finds the people of a list, and applies the change to them.
  private mutating func tell(
    _ zh: String, _ en: String, _ words: [String], removing: Bool = false
  ) throws(Refusal) -> [Attendee] {
    guard !words.isEmpty else { return [] }
    // A person who is taken off need not be on any roster.
    let people: [Attendee]
    if removing {
      people = words.flatMap { NameList(Slice($0)).elements }.map { finder.written($0, under: nil) }
    } else {
      people = try finder.all(words)
    }
    say(zh, en, people.map(\.name))
    return people
  }

  private mutating func say(_ zh: String, _ en: String, _ names: [String]) {
    guard !names.isEmpty else { return }
    said.append(
      Phrase(
        zh: "\(zh) " + names.joined(separator: "、"), en: "\(en) " + names.joined(separator: ", ")))
  }

  private mutating func present(_ person: Attendee) throws(Refusal) {
    bringsPeople = true
    sheet.remove(person, from: .absent)
    sheet.remove(person, from: .excused)
    guard let party = person.party, !sheet.isPresent(person) else { return }
    try sheet.add(person, to: .party(party))
  }

  private mutating func away(
    _ person: Attendee, _ keyword: Keyword, from other: Keyword
  ) throws(Refusal) {
    sheet.removePresent(person)
    sheet.remove(person, from: other)
    let isKnown =
      meeting.charter.roster.hasPerson(person.name)
      && meeting.charter.roster.onlyParty(of: person.name) != nil
    // The side of a person is written if the roster does not say it.
    let name =
      isKnown
      ? person.name
      : [person.party, person.name].compactMap(\.self)
        .joined(separator: "/")
    try sheet.add(
      Attendee(party: person.party, name: name, remark: person.remark, voter: person.voter),
      to: .word(keyword))
  }

  private mutating func guests(
    _ zh: String, _ en: String, _ words: [String], _ keyword: Keyword
  ) throws(Refusal) {
    let people = words.flatMap { NameList.split(Slice($0)) }.map(finder.guest)
    for person in people { try sheet.add(person, to: .word(keyword)) }
    say(zh, en, people.map(\.name))
  }

  private mutating func count(_ text: String) throws(Refusal) {
    guard let entry = try? BallotEntry(reading: Slice(text), parties: meeting.parties),
      case .byParty(let counts) = entry, counts.allSatisfy({ meeting.parties[$0.party] != nil })
    else {
      throw .unreadableValue(
        text, option: name(.present),
        expected: Phrase(
          zh: "哪一方几人，如「居民 12」（\(meeting.parties.parties.map(\.name).joined(separator: "、"))）",
          en: "a party and a number, as in 'residents 12' ("
            + meeting.parties.parties.map(\.name).joined(separator: ", ") + ")"))
    }
    for (party, heads, _) in counts {
      if heads > 0 { bringsPeople = true }
      try sheet.count(heads, of: party)
      said.append(Phrase(zh: "\(party) \(heads) 人", en: "\(party) \(heads)"))
    }
  }

  private mutating func time(
    _ text: String, _ keyword: Keyword, _ zh: String, _ en: String
  ) throws(Refusal) -> Attendee {
    guard let read = try? PersonAndTime(reading: Slice(text)) else {
      throw .unreadableValue(
        text, option: name(keyword),
        expected: Phrase(zh: "姓名和时间，如「赵六 15:10」", en: "a name and an hour, as in 'Li 15:10'"))
    }
    let person = try finder.attendee(read.person)
    sheet.setTime(keyword, of: person, person.name + " " + read.time.text)
    say(zh, en, [person.name + " " + read.time.text])
    return person
  }

  // MARK: Proxies

  /// `周九 → 钱七（委托书 2025-09-20）`; the document in brackets is optional, and `委托` may replace the
  /// arrow.
  private mutating func proxy(_ text: String) throws(Refusal) {
    var text = text
    if !text.contains("→"), !text.contains("->"), let word = text.firstRange(of: "委托") {
      text.replaceSubrange(word, with: "→")
    }
    guard let read = try? Delegation(reading: Slice(text)) else {
      throw .unreadableValue(
        text, option: name(.proxy),
        expected: Phrase(
          zh: "谁委托谁，如「周九 → 钱七 委托书 2025-09-20」", en: "who stands in for whom, as in 'Ann → Ben'"))
    }
    let principal = try finder.attendee(read.from)
    let (holder, paper) = try holder(read.to)
    guard !principal.isSame(as: holder) else {
      throw .refused(
        Phrase(
          zh: "「\(principal.name)」不能委托自己", en: "'\(principal.name)' cannot be their own proxy"),
        hint: nil)
    }
    holders.append(holder)
    let brackets = language.pick(("（", "）"), (" (", ")"))
    let remark = paper.map { brackets.0 + $0 + brackets.1 } ?? ""
    // The side of somebody who is on no list is kept.
    let isKnown = meeting.charter.roster.hasPerson(principal.name)
    let from = [isKnown ? nil : principal.party, principal.name].compactMap(\.self)
    sheet.addProxy("\(from.joined(separator: "/")) → \(holder.name)\(remark)")
    say("委托", "proxy", ["\(principal.name) → \(holder.name)"])
  }

  /// The holder and the text after the name: the longest beginning that is a person's name.
  private func holder(_ element: NameList.Element) throws(Refusal) -> (Attendee, String?) {
    let words = element.name.string.split(separator: " ").map(String.init)
    for count in stride(from: words.count, to: 0, by: -1) {
      let name = words.prefix(count).joined(separator: " ")
      guard let person = try? finder.attendee(Slice(name)) else { continue }
      // `物业 赵六 委托书` does not mean a person called 赵六 委托书.
      if person.voter == nil, count < words.count || count > 2 { continue }
      let rest = words.dropFirst(count).joined(separator: " ")
      let remark = element.remark.map { $0.string }
      return (person, rest.isEmpty ? remark : rest)
    }
    // `居民/钱七 委托书` for a person on no roster: a Chinese name contains no blank.
    if let first = words.first, words.count > 1, first.contains("/"),
      first.unicodeScalars.last.map({ $0.value >= 0x3400 }) ?? false
    {
      return (try finder.attendee(Slice(first)), words.dropFirst().joined(separator: " "))
    }
    return (try finder.attendee(element.name), element.remark.map { $0.string })
  }
}
