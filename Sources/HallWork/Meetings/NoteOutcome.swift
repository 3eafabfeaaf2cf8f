import HallModel
import HallSyntax
import HallWords

/// Records the outcome of an item that was not decided by vote.
package struct NoteOutcome: Act {
  /// The item and the outcome: `M-2025-008 2 deferred`.
  private let names: [String]

  package init(_ names: [String]) { self.names = names }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let place = try change.item(names)
    guard let text = place.rest.first else {
      throw .missing(Phrase(zh: "结论", en: "OUTCOME"))
    }
    guard place.rest.count < 2 else { throw .stray(place.rest[1]) }
    let outcome = try change.word(text, in: .outcome, Phrase(zh: "结论", en: "outcome"))
    // An item may be deferred or withdrawn even before the meeting.
    if ![.deferred, .withdrawn].contains(outcome) {
      try change.requireHeld(place.meeting, place.id, Phrase(zh: "结论", en: "an outcome"))
    }
    let word = outcome.word(change.written)
    let was = place.item.text(.outcome)
    let number = place.item.number.map(String.init) ?? "?"
    if place.item.outcome != outcome {
      try change.edit(
        place.document,
        why: Phrase(zh: "议题\(number) 结论 \(word)", en: "item \(number): \(word)")
      ) { editor throws(EditFault) in try editor.set(.outcome, word, of: place.item.node) }
    }
    let from = was.map { Phrase(zh: "（原来是「\($0)」）", en: " (was '\($0)')") }
    return try change.finish(
      did: Phrase(
        zh: "\(place.itemID) \(place.item.title)：\(outcome.word(.zh))\(from?.zh ?? "")",
        en: "\(place.itemID) \(place.item.title): \(outcome.word(.en))\(from?.en ?? "")"),
      next: ["hall show \(place.id)"])
  }
}
