import HallGit
import HallModel
import HallStore
import HallSyntax
import HallWords

/// The minutes of one meeting while they are taken: their present place, and what each line does.
/// A front end gives it lines with `take`, and shows what comes back.
package struct MinuteSession: Speaking {
  package let id: String
  package let style: Style
  /// The columns to fit into; nil if nothing is to be wrapped.
  let width: Int?
  package private(set) var loaded: LoadedHall
  package private(set) var meeting: Meeting
  /// The number of the current item.
  var item: Int?
  /// The current vote of the item, from 1; nil for the last.
  var vote: Int?
  package private(set) var clock = MinuteClock()
  var astray = MinuteAstray()
  /// What each line has recorded, for undoing it; empty for a refused line.
  var journal: [Entry] = []
  private let session: Session
  /// Asks a question of an act; nil if nobody can be asked.
  private let asking: ((Question) throws(Refusal) -> Reply)?

  /// What was recorded in one go.
  struct Entry {
    /// The lines: one, unless several were kept as text together.
    var lines: [SpokenLine]
    var steps: [[Steps.Part]]

    init(_ line: String, _ steps: [[Steps.Part]]) { self.init([SpokenLine(line)], steps) }

    init(_ lines: [SpokenLine], _ steps: [[Steps.Part]]) {
      (self.lines, self.steps) = (lines, steps)
    }
  }

  /// The result of a line.
  package struct Taken {
    package var shown = ""
    /// Why it was refused.
    package var refusal: String?
    package var isDone = false
    /// Something that must be said before the line is taken: take it again with the reply.
    package var question: MinuteQuestion?
  }

  /// - Parameters:
  ///   - name: what names the meeting; nil for the only one of today.
  ///   - asking: asks a question of an act; nil if nobody can be asked.
  /// - Throws: a refusal, also of a meeting that cannot be going on now.
  package init(
    _ session: Session, of name: String?, style: Style, width: Int?,
    asking: ((Question) throws(Refusal) -> Reply)?
  ) throws(Refusal) {
    var session = session
    session.names = .words
    session.asks = asking != nil
    session.isLive = true
    let change = try Change(session, locks: false)
    let place = try MinuteSession.place(name, change)
    try MinuteSession.refuseUnfit(place, change)
    // The author is determined once: without HALL_AUTHOR git has to be started.
    session.author = try session.author(change.charter).name
    (self.session, self.asking) = (session, asking)
    (id, self.style, self.width) = (place.id, style, width)
    (loaded, meeting) = (change.loaded, place.meeting)
    let numbers = meeting.items.compactMap(\.number)
    if numbers.count == 1 { choose(numbers[0]) }
  }

  package var language: Language { session.language }
  /// Whether a person can be asked.
  package var asks: Bool { session.asks }
  /// Seconds since 1970-01-01 00:00 UTC.
  package var now: Int { session.world.clock?() ?? session.world.now }
  /// Where a line that is lost with the terminal is kept.
  package var keptLine: KeptLine { KeptLine(id, in: loaded.folder) }
  /// Where the current item and vote are kept, until the minutes are done.
  package var keptPlace: KeptLine { KeptLine(id, .place, in: loaded.folder) }
  /// The current item, and the vote if one was chosen: `2`, `2 1`; nil without an item.
  package var placeText: String? {
    item.map { number in String(number) + (vote.map { " \($0)" } ?? "") }
  }

  /// Goes on at the item and the vote that were kept; returns what to say about it.
  package mutating func goOn(at text: String) -> String? {
    let numbers = text.split(separator: " ").compactMap { Int($0) }
    guard let number = numbers.first, item == nil || meeting.items.count == 1,
      let found = meeting.items.first(where: { $0.number == number })
    else { return nil }
    choose(number)
    if numbers.count > 1, found.votes.indices.contains(numbers[1] - 1) { vote = numbers[1] }
    return say("接着上次的议题：", "Going on with the item of last time: ") + itemLine(found)
      + tallyLine
  }

  /// Whether any line of this session was recorded.
  package var hasRecorded: Bool { journal.contains { !$0.steps.isEmpty } }

  package var currentItem: AgendaItem? {
    item.flatMap { number in meeting.items.first { $0.number == number } }
  }

  /// The vote that gets the figures.
  var currentVote: Vote? {
    let votes = currentItem?.votes ?? []
    return vote.flatMap { votes.indices.contains($0 - 1) ? votes[$0 - 1] : nil } ?? votes.last
  }

  /// The session at this moment.
  var current: Session {
    var current = session
    current.world.now = now
    return current
  }

  // MARK: The place

  private var place: MinutePlace {
    let item = currentItem
    var place = MinutePlace(meeting: id, item: self.item, vote: vote, votes: item?.votes.count ?? 0)
    let numbers = meeting.items.compactMap(\.number)
    let current = self.item.flatMap { numbers.firstIndex(of: $0) }
    place.nextItem = numbers.dropFirst(current.map { $0 + 1 } ?? 0).first
    place.decision = item?.decisions.last?.number.map { "\(id)-D\($0)" }
    place.task = item?.nodes(.task).last
      .flatMap { Task(document: meeting.document, node: $0).number }.map { "\(id)-T\($0)" }
    place.taskOwner = place.decision ?? self.item.map { "\(id)#\($0)" }
    let chair = item?.value(.chair) ?? meeting.value(.chair)
    place.chair = chair.flatMap { loaded.hall.charter.person($0, parties: meeting.parties).name }
    place.options = currentVote.flatMap { $0.isChoice ? $0.options.map(\.label) : nil }
    for (index, vote) in (item?.votes ?? []).enumerated() where !vote.hasCounts {
      place.waiting.append(index + 1)
    }
    let heads = meeting.attendance?.partyLines.map(\.heads).reduce(0, +) ?? 0
    place.present = currentVote?.value(.present)?.string ?? (heads > 0 ? String(heads) : nil)
    place.hours = meeting.hours
    let clock = ClockReading(now, offset: session.world.offset(loaded.hall.charter))
    if asks, meeting.mayBeGoingOn(clock) { place.time = clock.time.text }
    return place
  }

  package var translation: MinuteTranslation {
    let (charter, meeting) = (loaded.hall.charter, meeting)
    let today = session.today(charter)
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

  mutating func choose(_ number: Int) {
    item = number
    vote = nil
    clock.start(number, at: now)
  }

  // MARK: Recording

  /// Performs an act, whose questions are asked at once.
  func perform(_ act: some Act) throws(Refusal) -> Step {
    var session = current
    while true {
      do throws(Refusal) { return try session.perform(act) } catch {
        guard let question = error.question, let asking else { throw error }
        session.replies[question] = try asking(question)
      }
    }
  }

  /// Performs an act, and keeps what it recorded, so that it can be undone.
  ///
  /// - Parameter beginning: whether it is a fact of the meeting itself, with which it is held.
  mutating func record(
    _ act: some Act, of lines: [SpokenLine], beginning: Bool = false
  ) throws(Refusal) -> Step {
    var steps: [[Steps.Part]] = []
    func note(_ before: [Steps.Part]?) {
      if let step = loaded.folder.lastStep(), step != before { steps.append(step) }
    }
    if !hasRecorded { try takeInText() }
    let atFirst = loaded.folder.lastStep()
    if beginning, try begin() { note(atFirst) }
    let before = loaded.folder.lastStep()
    defer { if !steps.isEmpty { journal.append(Entry(lines, steps)) } }
    do throws(Refusal) {
      let step = try perform(act)
      note(before)
      try readAgain()
      return step
    } catch {
      try readAgain()
      throw error
    }
  }

  mutating func readAgain() throws(Refusal) {
    loaded = try session.read()
    guard case .meeting(let meeting) = try [loaded].find(id).reference else {
      throw .nothingNamed(id)
    }
    self.meeting = meeting
    if currentItem == nil { item = nil }
  }

  /// Marks a meeting whose day has come as held, with its first fact; returns whether this changed
  /// it.
  private func begin() throws(Refusal) -> Bool {
    switch meeting.status {
    case .draft, .notified: break
    default: return false
    }
    _ = try perform(BeginMeeting(meeting))
    return true
  }

  /// Records the present text of a meeting without a history: otherwise the first line could not be
  /// undone, for want of an earlier revision.
  private func takeInText() throws(Refusal) {
    guard let place = HistoryPlace(of: meeting.document),
      (try? loaded.ledger(of: place).revisions.isEmpty) == true
    else { return }
    let why = Phrase(zh: "开会前", en: "before the meeting")[loaded.hall.charter.language]
    let edit = HallWriter.Edit(
      path: meeting.document.path, kind: .meeting, old: meeting.document.bytes,
      new: meeting.document.bytes, why: why)
    _ = try current.record([edit], in: loaded)
  }
}
