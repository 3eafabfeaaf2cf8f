import HallModel
import HallSyntax
import HallWords

/// Puts an item on the agenda of a meeting.
package struct AddAgendaItem: Act {
  private let meeting: String
  /// By default, the title of its first matter.
  private let title: String?
  /// Identifiers of the matters that it is about.
  package var matters: [String] = []
  /// Who raised it, how long it may take, its papers, in the order in which they are written.
  package var fields: [GivenField] = []
  /// The item that it goes after, `0` for none; by default, the last.
  package var after: String?

  package init(_ meeting: String, _ title: String?) {
    (self.meeting, self.title) = (meeting, title)
  }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let place = try change.agenda(meeting)
    let matters = try matters.map { text throws(Refusal) in try change.findMatter(text) }
    let name = Phrase(zh: "标题", en: "TITLE")
    guard let title = title ?? matters.first?.title else { throw .missing(name) }
    let words = try TypedText.required(title, name)
    let given = try fields.map { field throws(Refusal) in
      try WrittenField(field, in: .item, of: place.meeting, change)
    }
    let predecessor = try after.map { text throws(Refusal) in
      try change.predecessor(text, of: place)
    }
    noteTwins(words, matters, place, &change)
    let number = try change.nextNumber(.item, in: place.document)
    var block = LineBlock(change.written)
    block.item(number, words)
    let about = matters.map(\.name).joined(separator: change.separator)
    if !about.isEmpty || !given.isEmpty { block.blank() }
    if !about.isEmpty { block.field(.matter, about) }
    for field in given { block.field(field.keyword, field.value) }
    let why = Phrase(zh: "加议题 \(words)", en: "item: \(words)")
    try add(block, after: predecessor, why, to: place, in: &change)
    let parts = after == nil ? [] : try change.numberInOrder(place, why: why)
    change.noteNotice(place, isNew: true)
    let id = place.id
    let now = parts.first { $0.from == number }?.to ?? number
    let length = given.first { $0.keyword == .duration }?.value
    var step = try change.finish(
      did: Phrase(
        zh: "\(id) 加了议题 \(now)：\(words)" + (length.map { "（\($0)）" } ?? ""),
        en: "\(id): added item \(now), \(words)" + (length.map { " (\($0))" } ?? "")),
      details: change.told(parts.filter { $0.from != number }),
      next: ["hall show \(id)", "hall notice \(id)"])
    step.number = now
    return step
  }

  private func add(
    _ block: LineBlock, after predecessor: AgendaItem??, _ why: Phrase, to place: MeetingPlace,
    in change: inout Change
  ) throws(Refusal) {
    let first = place.meeting.items.first
    try change.edit(place.document, why: why) { editor throws(EditFault) in
      switch predecessor {
      case .some(.some(let item)): try editor.append(block, to: item.node)
      case .some(nil) where first != nil: try editor.insert(block, before: first?.node ?? 0)
      default:
        let agenda = try editor.section(.agenda)
        try editor.append(block, to: agenda)
      }
    }
  }

  /// Notes an item that is already there and about the same.
  private func noteTwins(
    _ title: String, _ matters: [Matter], _ place: MeetingPlace, _ change: inout Change
  ) {
    let new = NewItem(title: title, matters: matters.compactMap(\.id))
    guard let twin = place.meeting.items.first(where: new.isAbout) else { return }
    let number = twin.number.map { " \($0)" } ?? ""
    change.notes.append(
      Phrase(
        zh: "注意：议题\(number)「\(twin.title)」说的也是这件事",
        en: "note: item\(number), '\(twin.title)', is about the same"))
  }
}
