import HallSyntax

/// An open task with its due day, and who owes it.
package struct OwedTask: Sendable {
  package let task: Task
  package let owner: TaskOwner
  /// All who lead it together.
  package let leads: [Person]
  package let due: Day

  /// `M-2025-008-T1`
  package var identifier: String { Reference.task(owner, task).identifier }

  package func daysLate(on day: Day) -> Int { day - due }

  /// The days on which whoever leads was urged, in the order of the file.
  package var urgings: [Day] {
    task.values(.urgedOn).compactMap { value in
      var cursor = Cursor(value)
      return try? cursor.takeDay()
    }
  }

  /// All days on which it was urged: those of a matter's log are about its tasks.
  package var allUrgings: [Day] {
    guard case .matter(let matter) = owner else { return urgings }
    return Set(urgings + matter.log.filter { $0.keyword == .urged }.compactMap(\.day)).sorted()
  }

  /// The item that it is under, and the decision.
  package var item: AgendaItem? {
    task.document.ancestor(of: task.node, .item).map {
      AgendaItem(document: task.document, node: $0)
    }
  }

  package var decision: Decision? {
    task.document.ancestor(of: task.node, .decision).map {
      Decision(document: task.document, node: $0)
    }
  }

  /// Whether a party, or one of its people, leads it.
  package func isOwed(by debtor: Person) -> Bool {
    leads.contains { lead in
      guard let name = debtor.name else { return lead.party == debtor.party }
      if debtor.hasWrittenParty { return lead.name == name && lead.party == debtor.party }
      // A party of one meeting only is read as a name.
      return lead.name == name || lead.party == name
    }
  }
}

/// A party, or somebody without one, and what it owes.
package struct Debtor: Sendable {
  package let person: Person
  /// The oldest first.
  package let tasks: [OwedTask]

  package init(_ person: Person, _ tasks: [OwedTask]) {
    (self.person, self.tasks) = (person, tasks)
  }
}

/// What is owed to a hall: a question about open tasks.
extension Hall {
  /// The open tasks that are due on a day or before, the oldest first; of one day, in the order of
  /// the files.
  package func owed(dueBy last: Day) -> [OwedTask] {
    let found = owners.flatMap { owner, tasks, parties in
      tasks.compactMap { task -> OwedTask? in
        guard task.state == .open, let due = task.due.day, due <= last else { return nil }
        return OwedTask(
          task: task, owner: owner, leads: charter.people(leading: task.leads, parties: parties),
          due: due)
      }
    }
    return found.enumerated().sorted { ($0.element.due, $0.offset) < ($1.element.due, $1.offset) }
      .map(\.element)
  }

  /// Open tasks whose due day cannot be read.
  package var unreadableDues: [UnreadableDue] {
    owners.flatMap { _, tasks, _ in
      tasks.compactMap { task in
        guard task.state == .open, case .unreadable(let field, let fault) = task.due else {
          return nil
        }
        return UnreadableDue(document: task.document, field: field, fault: fault)
      }
    }
  }

  /// Everybody who owes one of some tasks: the parties of the hall in their order, then others. Who
  /// leads together owes it each.
  package func debtors(of tasks: [OwedTask]) -> [Debtor] {
    var names = charter.parties.parties.map(\.name)
    for lead in tasks.flatMap(\.leads) {
      guard let name = lead.party ?? lead.name, !names.contains(name) else { continue }
      names.append(name)
    }
    return names.compactMap { name in
      let own = tasks.filter { $0.leads.contains { ($0.party ?? $0.name) == name } }
      guard !own.isEmpty else { return nil }
      let isParty = own.contains { $0.leads.contains { $0.party == name } }
      return Debtor(
        Person(party: isParty ? name : nil, name: isParty ? nil : name, hasWrittenParty: isParty),
        own)
    }
  }

  /// Whether somebody is known here: a party, a person of the roster, or who leads any task.
  package func knows(_ person: Person) -> Bool {
    let isOfHall =
      person.name == nil || person.name.map(charter.roster.hasPerson) ?? false
    return isOfHall
      || owners.contains { owner, tasks, parties in
        tasks.contains { task in
          charter.people(leading: task.leads, parties: parties).contains { lead in
            lead.name == person.name || lead.party == person.name
          }
        }
      }
  }

  /// Every document that may have tasks, with its tasks and the parties that count there.
  private var owners: [(owner: TaskOwner, tasks: [Task], parties: PartyList)] {
    matters.map { (.matter($0), $0.tasks, charter.parties) }
      + meetings.map { (.meeting($0), $0.tasks, $0.parties) }
  }
}
