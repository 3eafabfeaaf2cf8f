import HallModel
import HallPages
import HallStore
import HallSyntax
import HallWords
import HallWork

/// What is printed: the thing that a call names, and the form that fits it.
struct PrintSubject {
  enum Thing {
    case meeting(Meeting)
    case item(Meeting, AgendaItem)
    case decision(Meeting, Decision)
    case matter(Matter)
    /// Tasks, and whose they are.
    case tasks([(TaskOwner, Task)], scope: String)
    /// What a party owes.
    case party(String)
  }

  let loaded: LoadedHall
  let thing: Thing
  let form: Form

  init(_ text: String, _ form: Form?, in halls: [LoadedHall]) throws(Refusal) {
    if let first = halls.first, IdentifierQuery.isHall(text) {
      (loaded, self.form) = (first, form ?? .ledger)
      thing = .tasks(first.hall.ownedTasks, scope: first.name)
      try PrintSubject.require(self.form, [.ledger], text)
      return
    }
    let holder = halls.first { $0.hall.charter.parties[FullWidth.name(Slice(text))] != nil }
    if let holder {
      (loaded, self.form) = (holder, form ?? .ledger)
      try PrintSubject.require(self.form, [.ledger, .urge], text)
      thing =
        self.form == .urge
        ? .party(text) : .tasks(PrintSubject.tasks(of: holder.hall, ledBy: text), scope: text)
      return
    }
    let found = try halls.find(text)
    loaded = found.loaded
    let wanted: Form
    switch found.reference {
    case .meeting(let meeting):
      wanted = form ?? (meeting.isHeld ? .minutes : .notice)
      try PrintSubject.require(
        wanted,
        [
          .notice, .sheet, .minutes, .signoff, .ledger, .result, .ballots, .proxies, .decision,
        ], text)
      thing = try PrintSubject.thing(of: meeting, wanted, text)
    case .item(let meeting, let item):
      wanted = form ?? (item.votes.contains(where: \.hasCounts) ? .result : .ballots)
      try PrintSubject.require(wanted, [.result, .ballots, .proxies], text)
      thing = .item(meeting, item)
    case .decision(let meeting, let decision):
      wanted = form ?? .decision
      try PrintSubject.require(wanted, [.decision], text)
      thing = .decision(meeting, decision)
    case .matter(let matter):
      let isClosed = found.loaded.hall.state(of: matter, on: nil).stage >= .closed
      wanted = form ?? (isClosed ? .close : .ledger)
      try PrintSubject.require(wanted, [.visit, .close, .ledger], text)
      thing =
        wanted == .ledger
        ? .tasks(found.loaded.hall.ownedTasks(of: matter), scope: matter.title)
        : .matter(matter)
    case .task(let owner, let task):
      wanted = form ?? .ledger
      try PrintSubject.require(wanted, [.ledger], text)
      thing = .tasks([(owner, task)], scope: task.title)
    }
    self.form = wanted
  }

  private static func thing(
    of meeting: Meeting, _ form: Form, _ text: String
  ) throws(Refusal) -> Thing {
    switch form.subject {
    case .vote:
      let items = meeting.items.filter { !$0.votes.isEmpty }
      guard let item = items.first, items.count == 1 else {
        throw whichOne(
          of: items.map { Reference.item(meeting, $0) },
          none: Phrase(zh: "\(meeting.name) 没有表决", en: "\(meeting.name) has no vote"),
          several: Phrase(
            zh: "\(meeting.name) 有几项议题表决过，不知道印哪一项",
            en: "\(meeting.name) has votes in several items"),
          kind: Phrase(zh: "议题", en: "item"))
      }
      return .item(meeting, item)
    case .decision:
      guard let decision = meeting.decisions.first, meeting.decisions.count == 1 else {
        throw whichOne(
          of: meeting.decisions.map { Reference.decision(meeting, $0) },
          none: Phrase(zh: "\(meeting.name) 没有决议", en: "\(meeting.name) has no decision"),
          several: Phrase(
            zh: "\(meeting.name) 有几项决议，不知道印哪一项", en: "\(meeting.name) has several decisions"),
          kind: Phrase(zh: "决议", en: "decision"))
      }
      return .decision(meeting, decision)
    case .tasks: return .tasks(meeting.tasks.map { (.meeting(meeting), $0) }, scope: meeting.title)
    default: return .meeting(meeting)
    }
  }

  /// A meeting has none of what is printed, or several.
  private static func whichOne(
    of references: [Reference], none: Phrase, several: Phrase, kind: Phrase
  ) -> Refusal {
    let names = references.map(\.identifier)
    guard !names.isEmpty else { return .refused(none) }
    return .refused(
      several,
      hint: Phrase(
        zh: "写上\(kind.zh)：" + names.joined(in: .zh),
        en: "name the \(kind.en): " + names.joined(in: .en)))
  }

  private static func require(_ form: Form, _ fitting: [Form], _ text: String) throws(Refusal) {
    guard !fitting.contains(form) else { return }
    throw .refused(
      Phrase(zh: "「\(text)」印不了\(form.name.zh)", en: "'\(text)' has no \(form.name.en)"),
      hint: Phrase(
        zh: "能印的有：" + fitting.map(\.name.zh).joined(in: .zh),
        en: "it has: " + fitting.map(\.rawValue).joined(in: .en)))
  }

  // MARK: Forms

  /// The forms that a word may be printed as, judged by its shape alone.
  static func forms(of word: String) -> [ListedWord] {
    let text = FullWidth.name(Slice(word)).uppercased()
    let fitting: [Form] =
      if text.contains("#") {
        [.result, .ballots, .proxies]
      } else if text.contains("-D") {
        [.decision]
      } else if text.contains("-T") || text.hasPrefix("HALL") {
        [.ledger]
      } else if text.hasPrefix("Q") {
        [.close, .visit, .ledger]
      } else if IdentifierQuery(word) != nil {
        [.notice, .sheet, .minutes, .signoff, .result, .ballots, .proxies, .ledger]
      } else {
        [.ledger, .urge]
      }
    return fitting.map { ListedWord(Phrase(zh: $0.name.zh, en: $0.rawValue), $0.name) }
  }

  // MARK: Tasks

  private static func tasks(of hall: Hall, ledBy name: String) -> [(TaskOwner, Task)] {
    let wanted = FullWidth.name(Slice(name))
    return hall.ownedTasks.filter { owner, task in
      let parties: PartyList? =
        if case .meeting(let meeting) = owner { meeting.parties } else { nil }
      return task.leads.contains { hall.charter.person($0, parties: parties).party == wanted }
    }
  }
}
