import HallChecks
import HallModel
import HallSyntax
import HallWords

/// A meeting to be written to, and its name in messages.
package struct MeetingPlace {
  package let meeting: Meeting
  package let id: String

  package var document: Document { meeting.document }
}

/// An item of a meeting, and the words that follow it in the call.
package struct ItemPlace {
  package let meeting: Meeting
  package let item: AgendaItem
  /// `M-2025-008`
  package let id: String
  /// `M-2025-008#1`
  package let itemID: String
  package let rest: [String]

  package var document: Document { meeting.document }
}

/// Finding the meeting, the item and the vote that a call names.
extension Change {
  package func meeting(_ text: String) throws(Refusal) -> MeetingPlace {
    let reference = try find(text)
    guard case .meeting(let meeting) = reference else {
      throw .refused(
        Phrase(zh: "「\(text)」不是会议", en: "'\(text)' is not a meeting"),
        hint: Phrase(zh: "会议的编号像 M-2025-008", en: "a meeting is named as in M-2025-008"))
    }
    return MeetingPlace(meeting: meeting, id: reference.identifier)
  }

  /// The item named by the first words of a call: `M-2025-008 1`, or `M-2025-008#1`.
  package func item(_ words: [String]) throws(Refusal) -> ItemPlace {
    let reference = try find(words[0])
    switch reference {
    case .item(let meeting, let item):
      return ItemPlace(
        meeting: meeting, item: item, id: meeting.name,
        itemID: reference.identifier, rest: Array(words.dropFirst()))
    case .meeting(let meeting):
      let id = reference.identifier
      guard words.count > 1 else {
        throw .refused(
          Phrase(zh: "没有写是「\(id)」的第几项议题", en: "the item of '\(id)' is missing"),
          hint: itemHint(id))
      }
      let item = try item(words[1], of: meeting, id)
      let number = item.number.map { "#\($0)" } ?? "#?"
      return ItemPlace(
        meeting: meeting, item: item, id: id, itemID: id + number, rest: Array(words.dropFirst(2)))
    default:
      throw .refused(
        Phrase(zh: "「\(words[0])」不是会议，也不是议题", en: "'\(words[0])' is neither a meeting nor an item"),
        hint: itemHint("M-2025-008"))
    }
  }

  private func itemHint(_ id: String) -> Phrase {
    Phrase(zh: "写成「\(id) 1」或「\(id)#1」", en: "write '\(id) 1' or '\(id)#1'")
  }

  private func item(
    _ text: String, of meeting: Meeting, _ id: String
  ) throws(Refusal) -> AgendaItem {
    let items = meeting.items
    var cursor = Cursor(Slice(text).trimmed)
    _ = cursor.take(anyOf: ["议题", "第", "#"])
    var found: [AgendaItem]
    if let number = cursor.takeNumber()?.value ?? cursor.takeChineseNumber(),
      cursor.atEnd || cursor.take(anyOf: ["项", "号", "."])
    {
      found = items.filter { $0.number == number }
    } else {
      let wanted = FullWidth.name(Slice(text)).lowercased()
      let isAsked = session.takesParts && !wanted.isEmpty
      found = isAsked ? items.filter { $0.title.lowercased().holds(wanted) } : []
    }
    if found.count == 1 { return found[0] }
    let names = items.map { "\($0.number.map(String.init) ?? "?")  \($0.title)" }
    if found.count > 1 {
      throw .severalNamed(text, names, identifier: id + "#1")
    }
    throw .refused(
      Phrase(
        zh: "「\(id)」没有议题「\(text)」", en: "'\(id)' has no item '\(text)'"),
      hint: names.isEmpty
        ? Phrase(zh: "这次会议还没有议题", en: "the meeting has no items yet")
        : Phrase(
          zh: "议题有：" + names.joined(separator: "；"),
          en: "its items: " + names.joined(separator: "; "))
    )
  }

  /// A vote of an item by its place, from 1; by default, the last one.
  package func vote(_ number: String?, of place: ItemPlace) throws(Refusal) -> Vote {
    let votes = place.item.votes
    guard let last = votes.last else {
      throw .refused(
        Phrase(
          zh: "议题「\(place.item.title)」还没有表决", en: "item '\(place.item.title)' has no vote yet"),
        hint: Phrase(
          zh: "新加一个，写上标题和规则：hall 表决 \(place.itemID) 标题 --规则 规则",
          en: "add one, with its title and rule: hall vote \(place.itemID) TITLE --rule RULE"))
    }
    guard let number else { return last }
    var cursor = Cursor(Slice(number).trimmed)
    guard let place = cursor.takeNumber()?.value, cursor.atEnd, votes.indices.contains(place - 1)
    else {
      throw .refused(
        Phrase(
          zh: "没有第「\(number)」次表决，这项议题有 \(votes.count) 次",
          en: "there is no vote '\(number)'; the item has \(votes.count)"),
        hint: nil)
    }
    return votes[place - 1]
  }

  /// The meeting with the change applied.
  package func current(_ meeting: Meeting) -> Meeting {
    draft(meeting.document.path).map { Meeting($0, charter: charter) } ?? meeting
  }
}

/// Values that are checked before they are written.
extension Change {
  /// Throws if a text cannot be the value of a key; an empty text is not checked.
  package func requireReadable(
    _ text: String, as keyword: Keyword, in scope: Scope, _ option: String, _ meeting: Meeting
  ) throws(Refusal) {
    guard !text.isEmpty,
      let advice = ValueAdvice.of(text, as: keyword, in: scope, parties: meeting.parties)
    else { return }
    throw .refused(
      Phrase(
        zh: "\(option) 写的是「\(text)」，\(advice.fact.zh)", en: "\(option) '\(text)': \(advice.fact.en)"
      ),
      hint: advice.hint)
  }

  /// A word of a closed list, in the form that is written.
  package func word(
    _ text: String, in scope: Scope, _ what: Phrase
  ) throws(Refusal) -> Keyword {
    try Vocabulary.required(text, in: scope, what, language)
  }

  /// A period, in any supported wording; a single day is a period of one day.
  package func period(
    _ text: String, _ option: String, _ sense: DateWords.PeriodSense
  ) throws(Refusal) -> Period {
    if let period = try? Period(reading: Slice(text)) { return period }
    if let length = DateWords.length(text) {
      // 公示 15天: from today.
      return Period(start: today, end: charter.end(of: length, from: today))
    }
    if text.hasSuffix("起") { return try period(String(text.dropLast()), option, sense) }
    if let (first, length) = Change.beginning(of: text) {
      let start = try period(first, option, sense).start
      return Period(start: start, end: charter.end(of: length, from: start))
    }
    let ends = Change.ends(of: text)
    let found: Period?
    do throws(DateWords.Fault) {
      let (first, last) = (ends[0], ends[ends.count - 1])
      found = try DateWords.period(from: first, to: last, sense, today: today, charter: charter)
    } catch {
      // Says which of the two cannot be read.
      for part in ends { _ = try day(part, option, .bound) }
      throw .date(text, name: option, error)
    }
    guard let found else {
      throw .refused(
        Phrase(zh: "\(option) 的「\(text)」结束早于开始", en: "\(option) '\(text)' ends before it starts"),
        hint: Phrase(zh: "较早的写在前面", en: "write the earlier day first"))
    }
    return found
  }

  /// The two days of a period; one, for a single day.
  private static func ends(of text: String) -> [String] {
    var text = text.trimmedText
    for word in ["从", "自", "from "] where text.hasPrefix(word) { text.removeFirst(word.count) }
    for sign in ["至", "到", "~", "～", " to ", "–", "—", " - ", "－"] {
      let parts = text.split(separator: sign, maxSplits: 1).map(String.init)
      if parts.count == 2 { return [parts[0], withMonth(parts[1].trimmedText, of: parts[0])] }
    }
    // 10月1日-10月7日: in a day with dashes they part nothing.
    let parts = text.split(separator: "-").map(String.init)
    if parts.count == 2, parts[0].contains("月") {
      return [parts[0], withMonth(parts[1], of: parts[0])]
    }
    return [text]
  }

  /// The end of `3月21日至27日` has the month of its beginning.
  private static func withMonth(_ end: String, of start: String) -> String {
    let digits = FullWidth.name(Slice(end)).prefix(while: \.isNumber)
    let rest = FullWidth.name(Slice(end)).dropFirst(digits.count)
    guard (1...2).contains(digits.count), ["", "日", "号"].contains(String(rest)),
      let month = start.firstIndex(of: "月")
    else { return end }
    return start[...month] + digits + "日"
  }

  /// `12月1日起7天`: the first day, and how long.
  private static func beginning(of text: String) -> (first: String, length: Length)? {
    for word in ["起", "开始"] {
      guard let range = text.firstRange(of: word) else { continue }
      var first = String(text[..<range.lowerBound]).trimmedText
      for word in ["从", "自"] where first.hasPrefix(word) { first.removeFirst() }
      let rest = String(text[range.upperBound...].drop { $0 == "，" || $0 == "," }).trimmedText
      if let length = DateWords.length(rest) { return (first, length) }
    }
    return nil
  }

  /// How to read a period in the record of a meeting: if the meeting has been held, over by its
  /// day.
  package func before(_ meeting: Meeting) -> DateWords.PeriodSense {
    guard meeting.isHeld, let day = meeting.day, day <= today else { return .ahead }
    return .before(meeting: day)
  }

  /// How to read a period that a meeting has decided: if the meeting has been held, after its day.
  package func after(_ meeting: Meeting) -> DateWords.PeriodSense {
    guard meeting.isHeld, let day = meeting.day, day <= today else { return .ahead }
    return .after(day)
  }

  /// A period in the form that is written.
  package func text(_ period: Period) -> String {
    period.text(written)
  }
}
