import HallModel
import HallSyntax
import HallWords

/// Records on each overdue task that whoever leads it was urged. It is outside the seal.
package struct UrgeTasks: Act {
  /// A party or one of its people; nil for everybody.
  private let debtor: String?
  /// The length of time within which a task must fall due; nil for overdue tasks only.
  package var within: Length?
  package var on: SpokenDay?

  package init(_ debtor: String?) { self.debtor = debtor }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let day = try change.day(on)
    let owed = try change.hall.owed(by: debtor, within: within, today: change.today)
    guard !owed.isEmpty else { return change.unchanged(UrgeTasks.nothing(debtor)) }
    let open = owed.filter { !$0.urgings.contains(day) }
    for (document, tasks) in UrgeTasks.byDocument(open) {
      let numbers = tasks.map { "T\($0.task.number ?? 0)" }
      try change.edit(
        document,
        why: Phrase(
          zh: "催办 " + numbers.joined(in: .zh), en: "urged " + numbers.joined(in: .en))
      ) { editor throws(EditFault) in
        // From the end on: a node in front of a change keeps its index.
        for owed in tasks.sorted(by: { $0.task.node > $1.task.node }) {
          try editor.add(.urgedOn, day.iso, to: owed.task.node)
        }
      }
    }
    let before = owed.count - open.count
    guard !open.isEmpty else {
      return change.unchanged(
        Phrase(
          zh: "\(DayText.withWeekday(day, .zh)) 已经记过催办，没有什么要记的",
          en: "urged on \(DayText.withWeekday(day, .en)) already; nothing to note"))
    }
    let ids = open.map(\.identifier)
    let known = (zh: "；另有 \(before) 项当天已经记过", en: "; \(before) more noted before")
    return try change.finish(
      did: Phrase(
        zh: "已记 \(DayText.withWeekday(day, .zh)) 催办 \(open.count) 项："
          + ids.joined(in: .zh) + (before > 0 ? known.zh : ""),
        en: "noted as urged on \(DayText.withWeekday(day, .en)): " + ids.joined(in: .en)
          + (before > 0 ? known.en : "")),
      next: ["hall overdue", "hall show \(ids[0])"])
  }

  /// What is said where nothing is owed.
  package static func nothing(_ debtor: String?) -> Phrase {
    Phrase(
      zh: (debtor.map { "「\($0)」" } ?? "") + "没有要催办的任务",
      en: "There is nothing to urge" + (debtor.map { " '\($0)' about." } ?? "."))
  }

  private static func byDocument(_ tasks: [OwedTask]) -> [(Document, [OwedTask])] {
    var paths: [String] = []
    for task in tasks where !paths.contains(task.task.document.path) {
      paths.append(task.task.document.path)
    }
    return paths.compactMap { path in
      let own = tasks.filter { $0.task.document.path == path }
      return own.first.map { ($0.task.document, own) }
    }
  }
}

extension Hall {
  /// The tasks to urge about, the oldest first: those overdue, and those that fall due within a
  /// length.
  ///
  /// - Parameter debtor: a party or one of its people; nil for everybody.
  package func owed(
    by debtor: String?, within: Length?, today: Day
  ) throws(Refusal) -> [OwedTask] {
    let all = owed(dueBy: within.map { charter.end(of: $0, from: today) } ?? today + -1)
    guard let debtor else { return all }
    let person = charter.person(Slice(debtor))
    guard knows(person) else {
      let choices = debtors(of: owed(dueBy: .last)).map(\.person.text)
      throw .unknownChoice(
        debtor, of: Phrase(zh: "方或人", en: "party or person"),
        choices: choices.isEmpty ? charter.parties.parties.map(\.name) : choices,
        suggestion: Suggestion.nearest(to: debtor, among: choices))
    }
    return all.filter { $0.isOwed(by: person) }
  }
}
