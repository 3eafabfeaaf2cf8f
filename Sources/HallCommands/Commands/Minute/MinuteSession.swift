import HallModel
import HallStore
import HallSyntax
import HallWords

/// The minutes of one meeting while they are taken: their present place, and what each line does.
struct MinuteSession {
  let invocation: Invocation
  let id: String
  let language: Language
  var loaded: LoadedHall
  var meeting: Meeting
  /// The number of the current item.
  var item: Int?
  var vote: Int?
  private(set) var clock = MinuteClock()
  var astray = MinuteAstray()
  /// Lines that were given when something else was asked for.
  var unasked: [String] = []
  /// What each line has recorded, for undoing it; empty for a refused line.
  var journal: [Entry] = []

  /// What was recorded in one go.
  struct Entry {
    /// The lines: one, unless several were kept as text together.
    var lines: [SpokenLine]
    var steps: [[Steps.Part]]

    init(_ line: String, _ steps: [[Steps.Part]]) {
      self.init([SpokenLine(line: line, text: "")], steps)
    }

    init(_ lines: [SpokenLine], _ steps: [[Steps.Part]]) {
      (self.lines, self.steps) = (lines, steps)
    }
  }

  /// Whether any line of this session was recorded.
  var hasRecorded: Bool { journal.contains { !$0.steps.isEmpty } }

  /// The result of a line.
  struct Taken {
    var shown = ""
    /// Why it was refused.
    var refusal: String?
    var isDone = false
  }

  init(_ invocation: Invocation, of id: String) throws(Refusal) {
    self.invocation = invocation
    self.id = id
    (loaded, meeting) = try MinuteSession.load(invocation, id)
    language = try invocation.language(loaded.hall.charter)
    let numbers = meeting.items.compactMap(\.number)
    if numbers.count == 1 { choose(numbers[0]) }
  }

  static func load(
    _ invocation: Invocation, _ id: String
  ) throws(Refusal) -> (LoadedHall, Meeting) {
    var answer = Answer()
    guard let loaded = try invocation.load(&answer, namesFiles: false).first else {
      throw .oneHallOnly
    }
    guard case .meeting(let meeting) = try [loaded].find(id).reference else {
      throw .nothingNamed(id)
    }
    return (loaded, meeting)
  }

  var style: Style { invocation.context.style }
  var now: Int { invocation.context.clock?() ?? invocation.context.now }
  var keptLine: KeptLine { KeptLine(id, in: loaded.folder) }

  var currentItem: AgendaItem? {
    item.flatMap { number in meeting.items.first { $0.number == number } }
  }

  /// The vote that gets the figures.
  var currentVote: Vote? {
    let votes = currentItem?.votes ?? []
    return vote.flatMap { votes.indices.contains($0 - 1) ? votes[$0 - 1] : nil } ?? votes.last
  }

  private var place: MinutePlace {
    let item = currentItem
    var place = MinutePlace(meeting: id, item: self.item, vote: vote, votes: item?.votes.count ?? 0)
    place.taskOwner =
      item?.decisions.last?.number.map { "\(id)-D\($0)" } ?? self.item.map { "\(id)#\($0)" }
    for (index, vote) in (item?.votes ?? []).enumerated() where !vote.hasCounts {
      place.waiting.append(index + 1)
    }
    let heads = meeting.attendance?.partyLines.map(\.heads).reduce(0, +) ?? 0
    place.present = currentVote?.value(.present)?.string ?? (heads > 0 ? String(heads) : nil)
    if let moment = meeting.moment, let start = moment.start?.minutes {
      place.hours = start...(moment.end?.minutes ?? start + 180)
    }
    if invocation.canAsk {
      place.time = MinuteClock.timeOfDay(now, loaded.hall.charter, invocation)
    }
    return place
  }

  var translation: MinuteTranslation {
    let (charter, meeting) = (loaded.hall.charter, meeting)
    let today = (try? invocation.today(charter)) ?? Day(number: 0)
    let present = meeting.attendance?.presentNames ?? []
    return MinuteTranslation(
      place: place, parties: meeting.parties.parties.map(\.name),
      isName: { name in
        let person = charter.person(Slice(name), parties: meeting.parties).name ?? name
        return charter.roster.hasPerson(person) || present.contains(person)
      },
      isRule: { charter.rules[Slice($0)] != nil },
      isDay: { text in
        if Vocabulary.keyword(Slice(text), in: .dueWord) != nil { return true }
        do throws(DateWords.Fault) {
          _ = try DateWords(today: today, sense: .due, charter: charter).day(text)
          return true
        } catch { return error != .unknown }
      },
      bodies: { text in
        var found = meeting.parties.parties.map(\.name).filter { $0.holds(text) }
        for row in charter.roster.rows where row.name.holds(text) && !row.party.isEmpty {
          found.append(row.party + "/" + row.name)
        }
        return Array(Set(found))
      })
  }

  // MARK: The world of a line

  /// The context as it is now. It claims not to be a terminal, because the usual next commands
  /// would not help here.
  var context: CommandContext {
    var context = invocation.context
    context.now = now
    context.isTerminal = false
    return context
  }

  /// The base for calls made by the session, at this moment.
  var inner: Invocation {
    var inner = invocation
    inner.context = context
    return inner
  }

  /// A call with the options that this one was given.
  func whole(_ words: [String]) -> [String] {
    let spec = invocation.commands.first {
      $0.isCalled([words[0]]) || $0.isCalled(Array(words.prefix(2)))
    }
    var whole = words
    for option in [OptionSpec.hall, .language, .by, .asOf] where invocation.call.has(option) {
      guard spec?.allOptions.contains(where: { $0.name == option.name }) ?? false else { continue }
      for value in invocation.call.values(option) { whole += [option.name, value] }
    }
    return whole
  }

  /// Runs an action that records, and keeps what it recorded, so that it can be undone.
  mutating func record<Value>(
    _ line: String, beginning: Bool = false,
    _ work: (MinuteSession, inout Answer) throws(Refusal) -> Value
  ) throws(Refusal) -> (value: Value, shown: String) {
    var answer = Answer()
    var steps: [[Steps.Part]] = []
    func note(_ before: [Steps.Part]?) {
      if let step = loaded.folder.lastStep(), step != before { steps.append(step) }
    }
    if journal.allSatisfy(\.steps.isEmpty) { try takeInText() }
    let atFirst = loaded.folder.lastStep()
    if beginning, try begin() { note(atFirst) }
    let before = loaded.folder.lastStep()
    let value = try work(self, &answer)
    note(before)
    if !steps.isEmpty { journal.append(Entry(line, steps)) }
    (loaded, meeting) = try MinuteSession.load(inner, id)
    return (value, answer.output + answer.errors)
  }

  // MARK: Items

  mutating func choose(_ number: Int) {
    item = number
    vote = nil
    clock.start(number, at: now)
  }
}
