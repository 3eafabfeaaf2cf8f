import HallModel
import HallSyntax
import HallWords

/// A task as somebody gives it.
package struct GivenTask: Equatable, Sendable {
  package let title: String
  /// The identifier of the decision, item or matter that it goes under.
  package let owner: String
  package var lead: String?
  package var with: [String] = []
  package var due: SpokenDay?
  package var standard: String?
  package var measures: String?
  package var review: String?

  package init(_ title: String, under owner: String) { (self.title, self.owner) = (title, owner) }
}

/// Adds a task, under a decision, an item or a matter.
package struct AddTask: Act {
  private let given: GivenTask

  package init(_ given: GivenTask) { self.given = given }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let (title, reference) = (given.title, try change.find(given.owner))
    let document = reference.document
    let number = try change.nextNumber(.task, in: document)
    let id = (reference.documentID?.text ?? document.path) + "-T\(number)"
    let due = try given.due.map { due throws(Refusal) in
      try change.dueText(due, reference.meeting.map(change.due(after:)) ?? .due)
    }
    var block = LineBlock(change.written)
    block.task(number, title)
    let fields: [(Keyword, String?)] = [
      (.lead, given.lead), (.with, given.with.joined(separator: change.separator)), (.due, due),
      (.measures, given.measures), (.standard, given.standard), (.review, given.review),
    ]
    for (keyword, value) in fields {
      if let value, !value.isEmpty { block.field(keyword, value, indent: 2) }
    }
    try add(block, to: reference, number, in: &change)
    return try change.finish(
      did: Phrase(
        zh: "已交办 \(id)：\(title)" + (due.map { "，期限 " + DayText.shown($0, .zh) } ?? ""),
        en: "added \(id): \(title)" + (due.map { ", due " + DayText.shown($0, .en) } ?? "")),
      next: ["hall show \(id)", "hall task done \(id)"])
  }

  private func add(
    _ block: LineBlock, to reference: Reference, _ number: Int, in change: inout Change
  ) throws(Refusal) {
    let node: Int?
    switch reference {
    case .matter: node = nil
    case .item(_, let item): node = item.node
    case .decision(_, let decision): node = decision.node
    case .meeting, .task:
      throw .refused(
        Phrase(
          zh: "任务要放在决议、议题或问题下面，「\(given.owner)」不是",
          en: "a task goes under a decision, an item or a matter, and not under '\(given.owner)'"),
        hint: Phrase(
          zh: "写成 \(reference.identifier)-D1 或 \(reference.identifier)#1 这样",
          en: "write it as \(reference.identifier)-D1 or \(reference.identifier)#1"))
    }
    let why = Phrase(
      zh: "交办 T\(number) \(given.title)", en: "task T\(number) \(given.title)")
    try change.edit(reference.document, why: why) { editor throws(EditFault) in
      if let node {
        try editor.appendOwn(block, to: node)
      } else {
        try editor.appendToList(of: .log, block)
      }
    }
  }
}

extension Change {
  /// The text of a due day, with its hour if one is said: a day, or one of the words for no day.
  func dueText(_ due: SpokenDay, _ sense: DateWords.Sense) throws(Refusal) -> String {
    if let word = Vocabulary.keyword(Slice(due.text), in: .dueWord) { return word.word(written) }
    let moment = try moment(due, sense)
    return moment.day.iso + (moment.hours.map { " " + $0 } ?? "")
  }

  /// The task a text names, and its name in messages.
  package func task(_ text: String) throws(Refusal) -> (task: Task, id: String) {
    let reference = try find(text)
    guard case .task(_, let task) = reference else {
      throw .refused(
        Phrase(zh: "「\(text)」不是任务", en: "'\(text)' is not a task"),
        hint: Phrase(zh: "任务的编号像 M-2025-008-T3", en: "a task is named as in M-2025-008-T3"))
    }
    return (task, reference.identifier)
  }

  /// The task, which must still be open. For a person at a terminal `T3` is the open task of that
  /// number.
  func openTask(_ text: String) throws(Refusal) -> (task: Task, id: String) {
    let found = try task(openOnly(text) ?? text)
    switch found.task.state {
    case .open: return found
    case .done:
      throw .refused(Phrase(zh: "\(found.id) 已经完成了", en: "\(found.id) is done already"), hint: nil)
    case .cancelled:
      throw .refused(Phrase(zh: "\(found.id) 已经取消了", en: "\(found.id) is cancelled"), hint: nil)
    }
  }

  /// The full identifier of the one open task among several things that a text names.
  private func openOnly(_ text: String) throws(Refusal) -> String? {
    guard session.takesParts else { return nil }
    let named = [loaded].named(text)
    let open = named.filter { entry in
      guard case .task(_, let task) = entry.reference else { return false }
      return task.state == .open
    }
    guard named.count > 1, !open.isEmpty else { return nil }
    return try [loaded].one(of: open, text).reference.identifier
  }
}
