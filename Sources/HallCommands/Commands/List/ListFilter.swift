import HallModel
import HallStore
import HallSyntax
import HallWords

/// The filters of a list.
struct ListFilter {
  private let party: String?
  private let person: String?
  private let place: String?
  private let statuses: Set<String>?
  private let period: Period?
  private let text: String?

  init(_ invocation: Invocation, kind: ListKind) throws(Refusal) {
    let call = invocation.call
    func folded(_ option: OptionSpec) -> String? {
      call.value(option).map { FullWidth.name(Slice($0)).lowercased() }
    }
    party = call.value(ListOptions.party).map { FullWidth.name(Slice($0)) }
    person = call.value(ListOptions.person).map { FullWidth.name(Slice($0)) }
    place = folded(ListOptions.place)
    text = folded(ListOptions.text)
    period = try call.value(ListOptions.period).map { word throws(Refusal) -> Period in
      guard let period = Period(calendar: word) else {
        throw .unreadableValue(
          word, option: call.name(ListOptions.period),
          expected: Phrase(
            zh: "2025、2025-09 或「2025-09-01 至 2025-09-30」",
            en: "2025, 2025-09 or '2025-09-01 to 2025-09-30'"))
      }
      return period
    }
    if kind != .matters, call.has(ListOptions.stage) {
      throw .unknownOption(
        "--stage", of: call.spec, suggestion: ListOptions.status.name)
    }
    let words = call.values(ListOptions.stage) + call.values(ListOptions.status)
    guard !words.isEmpty else {
      statuses = nil
      return
    }
    var names: Set<String> = []
    let choices = kind.statuses
    for word in words {
      let wanted = FullWidth.name(Slice(word)).lowercased()
      let found = choices.filter { $0.name == wanted || $0.words.contains(wanted) }
      guard !found.isEmpty else {
        let language = invocation.plainLanguage
        let known = choices.map { $0.phrase[language] }
        throw .unknownChoice(
          word, of: Phrase(zh: "状态", en: "status"), choices: known,
          suggestion: Suggestion.nearest(
            to: wanted, among: choices.flatMap { [$0.name] + $0.words }))
      }
      names.formUnion(found.map(\.name))
    }
    // Overdue tasks are open, too.
    if names.contains("open") { names.insert("overdue") }
    statuses = names
  }

  /// Refuses a party that nobody defines.
  func requireParty(in halls: [LoadedHall]) throws(Refusal) {
    if let party { try halls.requireParty(party) }
  }

  func matches(_ row: ListRow) -> Bool {
    if let party, !row.people.contains(where: { $0.party == party }) { return false }
    if let person, !row.people.contains(where: { $0.name == person }) { return false }
    if let place, !(row.place?.lowercased().holds(place) ?? false) { return false }
    if let statuses, !statuses.contains(row.status.name) { return false }
    if let period, !(row.day.map(period.contains) ?? false) { return false }
    if let text, !row.body.lowercased().holds(text) { return false }
    return true
  }
}

extension ListRow {
  /// The text of the thing: a whole document, or the lines of a part.
  fileprivate var body: String {
    let node: Int
    switch reference {
    case .matter, .meeting: return document.slice(0..<document.bytes.count).string
    case .item(_, let item): node = item.node
    case .decision(_, let decision): node = decision.node
    case .task(_, let task): node = task.node
    }
    let end = Int(document.nodes[node].subtreeEnd)
    let last = document.nodes[end - 1].range.upperBound
    return document.slice(document.nodes[node].range.lowerBound..<last).string
  }
}

extension Period {
  /// Reads a year, a month, or a period of two days.
  fileprivate init?(calendar text: String) {
    if let period = try? Period(reading: Slice(text)) {
      self = period
      return
    }
    var cursor = Cursor(Slice(text).trimmed)
    guard let year = cursor.takeNumber(), year.digits == 4 else { return nil }
    _ = cursor.take("年")
    guard !cursor.atEnd else {
      guard let first = Day(year: year.value, month: 1, day: 1),
        let last = Day(year: year.value, month: 12, day: 31)
      else { return nil }
      self.init(start: first, end: last)
      return
    }
    _ = cursor.take(anyOf: ["-", "/", "."])
    guard let month = cursor.takeNumber() else { return nil }
    _ = cursor.take("月")
    guard cursor.atEnd, let first = Day(year: year.value, month: month.value, day: 1),
      let last = Day(
        year: year.value, month: month.value,
        day: Day.length(ofMonth: month.value, year: year.value))
    else { return nil }
    self.init(start: first, end: last)
  }
}
