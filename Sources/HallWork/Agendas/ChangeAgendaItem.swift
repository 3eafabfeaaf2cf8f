import HallModel
import HallSyntax
import HallWords

/// Writes fields of an item that is on the agenda: who raised it, who has the chair, its papers.
package struct ChangeAgendaItem: Act {
  private let meeting: String
  private let item: String
  private let fields: [GivenField]

  package init(_ item: String, of meeting: String, _ fields: [GivenField]) {
    (self.item, self.meeting, self.fields) = (item, meeting, fields)
  }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let place = try change.item([meeting, item])
    guard !fields.isEmpty else {
      throw .refused(
        Phrase(zh: "没有说改什么", en: "nothing to change is given"),
        hint: Phrase(
          zh: "写上要改的，如 --主持 方/人；挪动次序用 --移动",
          en: "give what is to change, as --chair WHO; --move moves it"))
    }
    let written = try fields.map { field throws(Refusal) in
      try WrittenField(field, in: .item, of: place.meeting, change)
    }
    let number = place.item.number.map { " \($0)" } ?? ""
    let said = Phrase(
      zh: written.map(\.said.zh).joined(separator: "；"),
      en: written.map(\.said.en).joined(separator: "; "))
    let node = place.item.node
    try change.edit(
      place.meeting.document,
      why: Phrase(zh: "议题\(number) \(said.zh)", en: "item\(number) \(said.en)")
    ) { editor throws(EditFault) in
      for field in written { try field.write(into: &editor, of: node) }
    }
    return try change.finish(
      did: Phrase(
        zh: "\(place.meeting.name) 议题\(number)「\(place.item.title)」 \(said.zh)",
        en: "\(place.meeting.name): item\(number), \(place.item.title): \(said.en)"),
      next: ["hall show \(place.meeting.name)"])
  }
}
