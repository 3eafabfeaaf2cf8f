import HallModel
import HallSyntax
import HallWords

/// Moves an item of an agenda, with everything it holds, to another place.
package struct MoveAgendaItem: Act {
  private let meeting: String
  private let item: String
  /// The item that it goes after, `0` for none; by default, the last.
  package var after: String?

  package init(_ item: String, of meeting: String) { (self.item, self.meeting) = (item, meeting) }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let place = try change.agenda(meeting)
    let moved = try change.item([place.id, item]).item
    let others = place.meeting.items.filter { $0.node != moved.node }
    let after = try after.map { text throws(Refusal) in
      try change.predecessor(text, of: place)
    }
    // Nobody said where: the item goes to the end.
    let predecessor = after ?? others.last
    guard predecessor?.node != moved.node else {
      throw .refused(Phrase(zh: "议题不能排在自己后面", en: "an item cannot go after itself"), hint: nil)
    }
    let name = moved.number.map { " \($0)" } ?? ""
    let target = Phrase(
      zh: predecessor.map { "到议题\($0.number.map { " \($0)" } ?? "「\($0.title)」") 后面" } ?? "到最前面",
      en: predecessor.map { "after item\($0.number.map { " \($0)" } ?? " '\($0.title)'")" }
        ?? "to the front")
    let why = Phrase(zh: "议题\(name) 移\(target.zh)", en: "item\(name) moved \(target.en)")
    try change.edit(place.document, why: why) { editor throws(EditFault) in
      try editor.move(moved.node, after: predecessor?.node)
    }
    let parts = try change.numberInOrder(place, why: why)
    if change.draft(place.document.path)?.bytes != place.document.bytes {
      change.noteNotice(place, isNew: false)
    }
    let now = parts.first { $0.from == moved.number }?.to
    return try change.finish(
      did: Phrase(
        zh: "\(place.id) 议题\(name)「\(moved.title)」移\(target.zh)"
          + (now.map { "，现在是议题 \($0)" } ?? ""),
        en: "\(place.id): item\(name), \(moved.title), moved \(target.en)"
          + (now.map { "; it is item \($0) now" } ?? "")),
      details: change.told(parts.filter { $0.from != moved.number }),
      next: ["hall show \(place.id)"])
  }
}
